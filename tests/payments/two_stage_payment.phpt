--TEST--
Two-stage payments against the sandbox: hold, capture, refunds, reversal, and every state between
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$gateway = $sandbox->client();

function show(string $step, array $status): void
{
    $sums = $status['paymentAmountInfo'];
    printf(
        "%-22s status %d %-9s approved %d deposited %d refunded %d\n",
        $step,
        $status['orderStatus'],
        $sums['paymentState'],
        $sums['approvedAmount'],
        $sums['depositedAmount'],
        $sums['refundedAmount'],
    );
}

$order = $gateway->registerPreAuth('two-stage-1', 10_000, 'https://shop.example/return');
var_dump(array_keys($order), $order['formUrl'] === $sandbox->uri . "merchants/sandbox/payment_en.html?mdOrder={$order['orderId']}");
$id = $order['orderId'];
show('registered', $gateway->getOrderStatusExtended($id));
$paid = $gateway->paymentOrder($id, CARD);
var_dump($paid['errorCode'], str_starts_with($paid['redirect'], 'https://shop.example/return?orderId=' . $id));
show('paid', $gateway->getOrderStatusExtended($id));
var_dump($gateway->deposit($id, 7_000)['errorCode']);
show('partly captured', $gateway->getOrderStatusExtended(orderNumber: 'two-stage-1'));
$gateway->refund($id, 1_000);
show('refunded 1000', $gateway->getOrderStatusExtended($id));
$gateway->refund($id, 2_000);
show('refunded 2000', $gateway->getOrderStatusExtended($id));
$partly = static fn (array $order): ?bool => PaymentGateway\OrderStatus::tryFrom($order['orderStatus'])?->isPartlyRefunded($order);
var_dump($partly($gateway->getOrderStatusExtended($id)));
echo facts(caught(fn () => $gateway->refund($id, 4_001))), "\n";
$gateway->refund($id, 4_000);
show('refunded all', $gateway->getOrderStatusExtended($id));
var_dump($partly($gateway->getOrderStatusExtended($id)));
echo facts(caught(fn () => $gateway->refund($id, 1))), "\n";
echo facts(caught(fn () => $gateway->deposit($id))), "\n";

$id = $gateway->registerPreAuth('two-stage-2', 5_000, 'https://shop.example/return')['orderId'];
$gateway->paymentOrder($id, CARD);
$gateway->deposit($id);
show('captured whole', $gateway->getOrderStatusExtended($id));

$id = $gateway->registerPreAuth('two-stage-3', 5_000, 'https://shop.example/return')['orderId'];
$gateway->paymentOrder($id, CARD);
$gateway->reverse($id);
show('reversed', $gateway->getOrderStatusExtended($id));
echo facts(caught(fn () => $gateway->reverse($id))), "\n";
echo facts(caught(fn () => $gateway->refund($id, 100))), "\n";

$id = $gateway->register('one-stage', 5_000, 'https://shop.example/return')['orderId'];
$gateway->paymentOrder($id, CARD);
show('one-stage', $gateway->getOrderStatusExtended($id));

$id = $gateway->register('declined', 5_000, 'https://shop.example/return')['orderId'];
$gateway->decline($id, 'declined');
show('declined', $gateway->getOrderStatusExtended($id));
echo facts(caught(fn () => $gateway->paymentOrder($id, CARD))), "\n";

var_dump($gateway->getBindings('client-1'));
var_dump($sandbox->books());

?>
--EXPECT--
array(2) {
  [0]=>
  string(7) "orderId"
  [1]=>
  string(7) "formUrl"
}
bool(true)
registered             status 0 CREATED   approved 0 deposited 0 refunded 0
int(0)
bool(true)
paid                   status 1 APPROVED  approved 10000 deposited 0 refunded 0
string(1) "0"
partly captured        status 2 DEPOSITED approved 10000 deposited 7000 refunded 0
refunded 1000          status 4 REFUNDED  approved 10000 deposited 6000 refunded 1000
refunded 2000          status 4 REFUNDED  approved 10000 deposited 4000 refunded 3000
bool(true)
InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
refunded all           status 4 REFUNDED  approved 10000 deposited 0 refunded 7000
bool(false)
InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
InvalidStateException deposit errorCode=7 actionCode=null http=200 reply=yes known final
captured whole         status 2 DEPOSITED approved 5000 deposited 5000 refunded 0
reversed               status 3 REVERSED  approved 0 deposited 0 refunded 0
InvalidStateException reverse errorCode=7 actionCode=null http=200 reply=yes known final
InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
one-stage              status 2 DEPOSITED approved 5000 deposited 5000 refunded 0
declined               status 6 DECLINED  approved 0 deposited 0 refunded 0
InvalidStateException paymentOrder errorCode=7 actionCode=null http=200 reply=yes known final
array(1) {
  ["bindings"]=>
  array(0) {
  }
}
array(10) {
  ["orders"]=>
  int(5)
  ["approved"]=>
  int(20000)
  ["deposited"]=>
  int(17000)
  ["reversed"]=>
  int(5000)
  ["refunded"]=>
  int(7000)
  ["verified"]=>
  int(0)
  ["declined"]=>
  int(0)
  ["declinedByTimeout"]=>
  int(0)
  ["operations"]=>
  int(11)
  ["counts"]=>
  array(7) {
    ["approved"]=>
    int(3)
    ["deposited"]=>
    int(3)
    ["reversed"]=>
    int(1)
    ["refunded"]=>
    int(3)
    ["verified"]=>
    int(0)
    ["declined"]=>
    int(1)
    ["declinedByTimeout"]=>
    int(0)
  }
}
