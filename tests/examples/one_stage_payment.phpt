--TEST--
examples/one_stage_payment.php sells a cart through the sandbox
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/one_stage_payment.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' ' . escapeshellarg(dirname(__DIR__, 2) . '/examples/one_stage_payment.php');

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
A cart that is paid
  Green tea              3 pcs for 5540.15 KZT
  Apples                 0.75 kg for 904.10 KZT
  Delivery               1 pcs for 1200.00 KZT
  register               example-%x is %x-%x-%x-%x-%x
                         for 7644.25 KZT
  the payer              Your order is proceeded, redirecting...
  status                 Deposited
  the shop               paid: deliver
  stored:
    orderNumber          example-%x
    orderId              %x-%x-%x-%x-%x
    amount               764425
    currency             398
    status               2
    paid                 true
    actionCode           0
    card                 444455**3333
    approvalCode         %d
    reference            %d
    paidAt               %d-%d-%dT%d:%d:%d+00:00

A card that is declined
  Green tea              3 pcs for 5540.15 KZT
  Apples                 0.75 kg for 904.10 KZT
  Delivery               1 pcs for 1200.00 KZT
  register               example-%x is %x-%x-%x-%x-%x
                         for 7644.25 KZT
  the payer              paymentOrder: errorCode 0: 3DSec decline
  status                 Declined
  the shop               not paid: 3-D Secure: the payer's authentication failed
  stored:
    orderNumber          example-%x
    orderId              %x-%x-%x-%x-%x
    amount               764425
    currency             398
    status               6
    paid                 false
    actionCode           -2006
    card                 555555**5557
    approvalCode         null
    reference            %d
    paidAt               null
-- exit 0
2 orders, 764425 deposited
Usage: php %s/examples/one_stage_payment.php BASE-URI
-- exit 2
A cart that is paid
  Green tea              3 pcs for 5540.15 KZT
  Apples                 0.75 kg for 904.10 KZT
  Delivery               1 pcs for 1200.00 KZT

register failed: PaymentGateway\ConnectException: register: %s
-- exit 1
