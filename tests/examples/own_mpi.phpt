--TEST--
examples/own_mpi.php pays with the result of an MPI of the shop's own, and charges nobody whom it did not know
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/own_mpi.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' ' . escapeshellarg(dirname(__DIR__, 2) . '/examples/own_mpi.php');

$sandbox = Sandbox::start();
$sandbox->merchant(['threeDSecure' => 1]);
passthru("$command $sandbox->uri 2>&1", $code);
echo "-- exit $code\n";
$books = $sandbox->books();
echo "$books[orders] orders, $books[deposited] deposited\n";

echo "== a bank that declines, a merchant who may not, and no gateway\n";
$sandbox->raw('sandbox/fail', ['with' => 'decline', 'actionCode' => 116]);
passthru("$command $sandbox->uri 2>&1", $code);
echo "-- exit $code\n";
$sandbox->merchant(['ownMpi' => 0]);
passthru("$command $sandbox->uri 2>&1", $code);
echo "-- exit $code\n";
passthru("$command 2>&1", $code);
echo "-- exit $code\n";
?>
--EXPECTF--
The bank of the card asked the payer for a code
  paid                   1990.00 KZT
  as the gateway saw it  ECI 5, threeDsType 3
It knew the payer without asking
  paid                   1990.00 KZT
  as the gateway saw it  ECI 5, threeDsType 4
It does not take part
  paid                   1990.00 KZT
  as the gateway saw it  ECI 6, threeDsType 5
The code was wrong
  nothing is charged     the payer may try another card
-- exit 0
3 orders, 597000 deposited
== a bank that declines, a merchant who may not, and no gateway
The bank of the card asked the payer for a code
  declined               not enough money
It knew the payer without asking
  paid                   1990.00 KZT
  as the gateway saw it  ECI 5, threeDsType 4
It does not take part
  paid                   1990.00 KZT
  as the gateway saw it  ECI 6, threeDsType 5
The code was wrong
  nothing is charged     the payer may try another card
-- exit 0
The bank of the card asked the payer for a code

paymentOrder failed: PaymentGateway\AccessDeniedException: paymentOrder: errorCode 5: Access denied; the usual cause is a test login used in production, or the reverse
-- exit 1
Usage: php %s/examples/own_mpi.php BASE-URI
-- exit 2
