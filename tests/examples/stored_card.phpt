--TEST--
examples/stored_card.php saves a card without a payment, charges it, lists and forgets it
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/stored_card.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

$command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
    . ' ' . escapeshellarg(dirname(__DIR__, 2) . '/examples/stored_card.php');

$sandbox = Sandbox::start();
passthru("$command $sandbox->uri 2>&1", $code);
echo "-- exit $code\n";
$books = $sandbox->books();
echo "$books[orders] orders, $books[deposited] deposited, {$books['counts']['verified']} verified\n";

echo "== a merchant who may not verify, and one who may not store cards\n";
foreach (['verify', 'bindings'] as $permission) {
    $sandbox->merchant([$permission => 0]);
    passthru("$command $sandbox->uri 2>&1", $code);
    echo "-- exit $code\n";
    $sandbox->merchant([$permission => 1]);
}
passthru("$command 2>&1", $code);
echo "-- exit $code\n";
?>
--EXPECTF--
A card is saved, and nothing is paid
  verified, taken        0.00 KZT
  stored                 444455**3333 is %x-%x-%x-%x-%x

The customer comes back and chooses it
  a card                 444455**3333, good until 203412
  paid                   1990.00 KZT by 444455**3333

Somebody else sends its bindingId
  the shop               this customer has no such card

The customer has it forgotten
  forgotten              0 cards left
  charged once more      refused, errorCode 2
-- exit 0
3 orders, 199000 deposited, 1 verified
== a merchant who may not verify, and one who may not store cards
A card is saved, and nothing is paid

register failed: PaymentGateway\InvalidRequestException: register: errorCode 13: %s
-- exit 1
A card is saved, and nothing is paid

Not as expected: the card was not stored: has this merchant the permission?
-- exit 1
Usage: php %s/examples/stored_card.php BASE-URI
-- exit 2
