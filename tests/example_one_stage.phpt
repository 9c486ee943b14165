--TEST--
examples/one_stage_payment.php sells a cart through the sandbox
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__) . '/examples/one_stage_payment.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/support/sandbox.inc';

$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' ' . escapeshellarg(dirname(__DIR__) . '/examples/one_stage_payment.php');

$sandbox = Sandbox::start();
putenv("PAYMENT_GATEWAY_URI=$sandbox->uri");
passthru("$command 2>&1", $code);
echo "-- exit $code\n";
$books = $sandbox->books();
echo "$books[orders] orders, $books[deposited] deposited\n";

putenv('PAYMENT_GATEWAY_URI');
passthru("$command 2>&1", $code);
echo "-- exit $code\n";
passthru("$command http://127.0.0.1:1/payment/ 2>&1", $code);
echo "-- exit $code\n";
?>
--EXPECTF--
