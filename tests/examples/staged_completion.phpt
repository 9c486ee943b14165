--TEST--
examples/staged_completion.php captures a hold by parcels, and a hold gives itself back
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/staged_completion.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' ' . escapeshellarg(dirname(__DIR__, 2) . '/examples/staged_completion.php');

$sandbox = Sandbox::start();
echo "== a merchant who captures once\n";
passthru("$command $sandbox->uri 2>&1", $code);
echo "-- exit $code\n";

echo "== a merchant who may capture in parts\n";
$sandbox->raw('sandbox/merchant', ['multipleDeposits' => '1']);
exec("$command $sandbox->uri 2>&1", $lines, $code);
echo implode("\n", $lines), "\n-- exit $code\n";

// The bank gives the hold back at the moment that was given in another zone, and not an hour before.
preg_match_all('/registerPreAuth .* is (\S+)/', implode("\n", $lines), $found);
$gateway = $sandbox->client();
foreach ([71, 2] as $hours) {
    $sandbox->raw('sandbox/clock', ['advance' => (string) ($hours * 3600)]);
    echo "$hours hours later: ", PaymentGateway\OrderStatus::from($gateway->getOrderStatusExtended($found[1][1])['orderStatus'])->name, "\n";
}
?>
--EXPECTF--
== a merchant who captures once
Three parcels, each captured when it leaves the house
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  status                 1 Approved        held 1000.00 KZT, captured 0.00 KZT
  deposit                300.00 KZT for parcel 1
  status                 2 Deposited       held 1000.00 KZT, captured 300.00 KZT

Not as expected: this merchant may capture a hold once, and has now done so; several captures are for the bank to allow (sandbox: POST sandbox/merchant with multipleDeposits=1)
-- exit 1
== a merchant who may capture in parts
Three parcels, each captured when it leaves the house
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  status                 1 Approved        held 1000.00 KZT, captured 0.00 KZT
  deposit                300.00 KZT for parcel 1
  status                 8 PartlyDeposited held 1000.00 KZT, captured 300.00 KZT
  deposit                450.00 KZT for parcel 2
  status                 8 PartlyDeposited held 1000.00 KZT, captured 750.00 KZT
  deposit                250.00 KZT for parcel 3
  status                 2 Deposited       held 1000.00 KZT, captured 1000.00 KZT
  deposit                0.01 KZT more is refused, errorCode 7

A hold that gives itself back when it is not captured in three days
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           480.00 KZT held
  autoReverseDate        %d-%d-%dT%d:%d:%d+05:00
  status                 1 Approved        held 480.00 KZT, captured 0.00 KZT
  the shop               ships and captures before that, or does nothing and asks once more after it
-- exit 0
71 hours later: Approved
2 hours later: Reversed
