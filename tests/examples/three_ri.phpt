--TEST--
examples/three_ri.php charges a stored card with 3RI, every month and in instalments
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/three_ri.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' ' . escapeshellarg(dirname(__DIR__, 2) . '/examples/three_ri.php');

$sandbox = Sandbox::start();
$sandbox->merchant(['threeDSecure' => 1]);
passthru("$command $sandbox->uri 2>&1", $code);
echo "-- exit $code\n";
$books = $sandbox->books();
echo "$books[orders] orders, $books[deposited] deposited\n";

echo "== a merchant without a permission for an own MPI, and no gateway\n";
$sandbox->merchant(['ownMpi' => 0]);
passthru("$command $sandbox->uri 2>&1", $code);
echo "-- exit $code\n";
passthru("$command 2>&1", $code);
echo "-- exit $code\n";
?>
--EXPECTF--
A subscription
  the first              4990.00 KZT, ECI 2, threeDsType 3
  charge 1               4990.00 KZT, ECI 2, threeDsType 7
  charge 2               4990.00 KZT, ECI 2, threeDsType 7

The same without the parameters is a payment without 3-D Secure
  charge 3               4990.00 KZT, ECI 7, threeDsType 0

Three instalments
  the first              10000.00 KZT, ECI 2, threeDsType 3
  charge 1               10000.00 KZT, ECI 2, threeDsType 7
  charge 2               10000.00 KZT, ECI 2, threeDsType 7
-- exit 0
7 orders, 4996000 deposited
== a merchant without a permission for an own MPI, and no gateway
A subscription

paymentOrder failed: PaymentGateway\AccessDeniedException: paymentOrder: errorCode 5: Access denied; the usual cause is a test login used in production, or the reverse
-- exit 1
Usage: php %s/examples/three_ri.php BASE-URI
-- exit 2
