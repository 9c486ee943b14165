--TEST--
examples/staged_completion.php captures a hold by parcels, and a hold gives itself back
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__) . '/examples/staged_completion.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/support/sandbox.inc';

$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' ' . escapeshellarg(dirname(__DIR__) . '/examples/staged_completion.php');

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
