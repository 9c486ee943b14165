--TEST--
examples/reconcile_unknown_outcome.php finds out what became of lost answers, or leaves it to the operator
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/reconcile_unknown_outcome.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/fault_proxy.inc';

/** Runs the example with a gateway of its own behind a proxy with that plan, and shows what moved in the books. */
function run(string $title, array $plan): void
{
    echo "== $title\n";
    $sandbox = Sandbox::start();
    $proxy = FaultProxy::start($plan, $sandbox->uri);
    $example = dirname(__DIR__, 2) . '/examples/reconcile_unknown_outcome.php';
    $command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS');
    passthru("$command " . escapeshellarg($example) . " $proxy->uri 2>&1", $code);
    $books = $sandbox->books();
    printf(
        "-- exit %d; sent: %d registerPreAuth, %d deposit, %d reverse; books: %d orders, %d deposited (%d), %d reversed (%d)\n",
        $code,
        count($proxy->deliveries('registerPreAuth.do')),
        count($proxy->deliveries('deposit.do')),
        count($proxy->deliveries('reverse.do')),
        $books['orders'],
        $books['counts']['deposited'],
        $books['deposited'],
        $books['counts']['reversed'],
        $books['reversed'],
    );
    $proxy->stop();
    $sandbox->kill();
}

/** @return list<array<string, mixed>> */
function first(array $fault): array
{
    return array_map(static fn (string $path): array => ['path' => $path, 'nth' => 1] + $fault, ['registerPreAuth.do', 'deposit.do', 'reverse.do']);
}

$refused = ['status' => 200, 'body' => '{"errorCode":"7","errorMessage":"System error"}'];

run('nothing is lost', []);
run('lost before the gateway handled it', first(['do' => 'fin']));
run('lost after the gateway handled it', first(['do' => 'rst', 'upstream' => true]));
run('a proxy answers instead', first(['do' => 'pass', 'upstream' => true, 'reply' => ['status' => 502, 'body' => '<h1>Bad Gateway</h1>']]));
run('a system error, though it was done', first(['do' => 'pass', 'upstream' => true, 'reply' => $refused]));
run('the second try is refused because of the first', [
    ['path' => 'deposit.do', 'nth' => 1, 'do' => 'fin'],
    ['path' => 'deposit.do', 'nth' => 2, 'do' => 'pass', 'upstream' => true, 'reply' => $refused],
]);
run('the first look fails', [
    ['path' => 'deposit.do', 'nth' => 1, 'do' => 'fin', 'upstream' => true],
    ['path' => 'getOrderStatusExtended.do', 'nth' => 1, 'do' => 'fin'],
]);
run('no look succeeds', [
    ['path' => 'deposit.do', 'do' => 'fin', 'upstream' => true],
    ['path' => 'getOrderStatusExtended.do', 'do' => 'fin'],
]);
run('the last look fails', [
    ['path' => 'deposit.do', 'do' => 'fin'],
    // Twice: libcurl repeats a call that only asks when a kept connection dies.
    ['path' => 'getOrderStatusExtended.do', 'nth' => [3, 4], 'do' => 'fin'],
]);
run('a registration of which nothing is known', [
    ['path' => 'registerPreAuth.do', 'do' => 'fin', 'upstream' => true],
    ['path' => 'getOrderStatusExtended.do', 'do' => 'pass', 'reply' => ['body' => 'not JSON']],
]);
run('it never arrives', [['path' => 'reverse.do', 'do' => 'fin']]);
?>
--EXPECTF--
== nothing is lost
An order that is captured
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                answered
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                answered
  status                 Reversed, captured 0.00 KZT
-- exit 0; sent: 2 registerPreAuth, 1 deposit, 1 reverse; books: 2 orders, 1 deposited (75000), 1 reversed (100000)
== lost before the gateway handled it
An order that is captured
  registerPreAuth        example-%x: the answer is lost
    look                 it did not happen so far
    look                 it did not happen so far
    look                 it did not happen so far
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                the answer is lost
    look                 it did not happen so far
    look                 it did not happen so far
    look                 it did not happen so far
  deposit                answered
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                the answer is lost
    look                 it did not happen so far
    look                 it did not happen so far
    look                 it did not happen so far
  reverse                answered
  status                 Reversed, captured 0.00 KZT
-- exit 0; sent: 3 registerPreAuth, 2 deposit, 2 reverse; books: 2 orders, 1 deposited (75000), 1 reversed (100000)
== lost after the gateway handled it
An order that is captured
  registerPreAuth        example-%x: the answer is lost
    look                 it happened
  registerPreAuth        example-%x-2 is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                the answer is lost
    look                 it happened
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                the answer is lost
    look                 it happened
  status                 Reversed, captured 0.00 KZT
-- exit 0; sent: 3 registerPreAuth, 1 deposit, 1 reverse; books: 3 orders, 1 deposited (75000), 1 reversed (100000)
== a proxy answers instead
An order that is captured
  registerPreAuth        example-%x: the answer is lost
    look                 it happened
  registerPreAuth        example-%x-2 is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                the answer is lost
    look                 it happened
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                the answer is lost
    look                 it happened
  status                 Reversed, captured 0.00 KZT
-- exit 0; sent: 3 registerPreAuth, 1 deposit, 1 reverse; books: 3 orders, 1 deposited (75000), 1 reversed (100000)
== a system error, though it was done
An order that is captured
  registerPreAuth        example-%x: registerPreAuth: errorCode 7: System error
    look                 it happened
  registerPreAuth        example-%x-2 is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                deposit: errorCode 7: System error
    look                 it happened
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                reverse: errorCode 7: System error
    look                 it happened
  status                 Reversed, captured 0.00 KZT
-- exit 0; sent: 3 registerPreAuth, 1 deposit, 1 reverse; books: 3 orders, 1 deposited (75000), 1 reversed (100000)
== the second try is refused because of the first
An order that is captured
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                the answer is lost
    look                 it did not happen so far
    look                 it did not happen so far
    look                 it did not happen so far
  deposit                deposit: errorCode 7: System error
    look                 it happened
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                answered
  status                 Reversed, captured 0.00 KZT
-- exit 0; sent: 2 registerPreAuth, 2 deposit, 1 reverse; books: 2 orders, 1 deposited (75000), 1 reversed (100000)
== the first look fails
An order that is captured
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                the answer is lost
    look                 getOrderStatusExtended: %s
    look                 it happened
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                answered
  status                 Reversed, captured 0.00 KZT
-- exit 0; sent: 2 registerPreAuth, 1 deposit, 1 reverse; books: 2 orders, 1 deposited (75000), 1 reversed (100000)
== no look succeeds
An order that is captured
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                the answer is lost
    look                 getOrderStatusExtended: %s
    look                 getOrderStatusExtended: %s
    look                 getOrderStatusExtended: %s

Still unknown: the deposit of %x-%x-%x-%x-%x. Leave it to the operator; do not repeat it.
-- exit 1; sent: 1 registerPreAuth, 1 deposit, 0 reverse; books: 1 orders, 1 deposited (75000), 0 reversed (0)
== the last look fails
An order that is captured
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                the answer is lost
    look                 it did not happen so far
    look                 it did not happen so far
    look                 getOrderStatusExtended: %s

Still unknown: the deposit of %x-%x-%x-%x-%x. Leave it to the operator; do not repeat it.
-- exit 1; sent: 1 registerPreAuth, 1 deposit, 0 reverse; books: 1 orders, 0 deposited (0), 0 reversed (0)
== a registration of which nothing is known
An order that is captured
  registerPreAuth        example-%x: the answer is lost
    look                 getOrderStatusExtended: HTTP 200: the reply is not JSON: not JSON
    look                 getOrderStatusExtended: HTTP 200: the reply is not JSON: not JSON
    look                 getOrderStatusExtended: HTTP 200: the reply is not JSON: not JSON

Still unknown: the registration of example-%x. Leave it to the operator; do not repeat it.
-- exit 1; sent: 1 registerPreAuth, 0 deposit, 0 reverse; books: 1 orders, 0 deposited (0), 0 reversed (0)
== it never arrives
An order that is captured
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  deposit                answered
  status                 Deposited, captured 750.00 KZT

An order that is released
  registerPreAuth        example-%x is %x-%x-%x-%x-%x
  paymentOrder           1000.00 KZT held
  reverse                the answer is lost
    look                 it did not happen so far
    look                 it did not happen so far
    look                 it did not happen so far
  reverse                the answer is lost
    look                 it did not happen so far
    look                 it did not happen so far
    look                 it did not happen so far

Did not happen: the reverse of %x-%x-%x-%x-%x. Try again later.
-- exit 1; sent: 2 registerPreAuth, 1 deposit, 2 reverse; books: 2 orders, 1 deposited (75000), 0 reversed (0)
