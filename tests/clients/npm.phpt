--TEST--
The npm package sberbank-acquiring pays through the sandbox, unchanged but for address and credentials
--SKIPIF--
<?php
exec('command -v npm', $output, $status);
if ($status !== 0) {
    die('skip no npm here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

// Its defaults: the setting in which everybody starts the sandbox.
$sandbox = Sandbox::start(['strict' => false]);
echo shell_exec('env -u LD_PRELOAD NO_PROXY=127.0.0.1 node ' . escapeshellarg(__DIR__ . '/npm/pay.js') . " $sandbox->uri 2>&1");

foreach ($sandbox->allOrders() as $order) {
    printf("order %s: status %d, %d deposited, %d refunded\n", $order['orderNumber'], $order['orderStatus'], $order['depositedAmount'], $order['refundedAmount']);
}
foreach ($sandbox->log()['requests'] as $request) {
    foreach ($request['warnings'] as $warning) {
        echo basename($request['path']), ": $warning\n";
    }
}
?>
--EXPECT--
register             formUrl orderId
status               0
status               2
status by number     2
status of none       null
refund               errorCode errorMessage
refund of a float    refused: [amount] wrong value
getBindings          bindings errorCode errorMessage
register             formUrl orderId
paymentOrderBinding  bindingId errorCode info redirect
status               2
unBindCard           errorCode errorMessage
getBindings          refused: Information not found
order 1: status 4, 750 deposited, 300 refunded
order 2: status 2, 1000 deposited, 0 refunded
register.do: [jsonParams.n] your bank's document has a text
getBindings.do: [bindingId] is empty and taken as not given
register.do: [description] is empty and taken as not given
paymentOrderBinding.do: [tii] is missing and taken as F
getBindings.do: [bindingId] is empty and taken as not given