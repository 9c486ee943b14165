--TEST--
examples/two_stage_payment.php pays in two stages through the sandbox
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/two_stage_payment.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php
require __DIR__ . '/../support/sandbox.inc';

$sandbox = Sandbox::start();
$argv = ['two_stage_payment.php', $sandbox->uri];
require dirname(__DIR__, 2) . '/examples/two_stage_payment.php';
?>
--EXPECTF--
An order of two parts, of which one is delivered and given back
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           %s
  status                 APPROVED   held 1000.00 %s, captured 0.00 %s, refunded 0.00 %s
  deposit                750.00 %s
  status                 DEPOSITED  held 1000.00 %s, captured 750.00 %s, refunded 0.00 %s
  refund                 200.00 %s
  refund                 49.99 %s
  refund                 500.02 %s is refused:
                         PaymentGateway\InvalidStateException, errorCode 7
                         %s
  status                 REFUNDED   held %s, captured 500.01 %s, refunded 249.99 %s

An order that is released before anything is captured
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           %s
  status                 APPROVED   held 480.00 %s, captured 0.00 %s, refunded 0.00 %s
  reverse                the hold is released
  status                 REVERSED   held %s, captured 0.00 %s, refunded 0.00 %s
