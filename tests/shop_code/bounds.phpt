--TEST--
What is nested too deeply or holds too many values is refused by name, at once and without memory, wherever it is given
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

use PaymentGateway\Cart;

const URL = 'https://shop.example/';

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderStatus":2}']]]);
$gateway = $proxy->client();
$open = $proxy->client(['extraParameters' => true]);

/** An array that holds itself. */
$knot = ['x' => 1];
$knot['r'] = &$knot;
/** The same twice, endless in breadth as well. */
$double = [];
$double['a'] = &$double;
$double['b'] = &$double;
/** 26 levels, each of which holds the one below twice: 2^26 values. */
for ($wide = ['end'], $i = 0; $i < 26; $i++) {
    $wide = ['x' => $wide, 'y' => $wide];
}
$flat = range(1, 1_000_000);
$hostile = ['knot' => $knot, 'double' => $double, 'wide' => $wide, 'flat' => $flat];

function nested(int $levels): array
{
    for ($value = ['end'], $i = 1; $i < $levels; $i++) {
        $value = ['in' => $value];
    }

    return $value;
}

/** @param callable(): mixed $call */
function refused(string $what, callable $call): void
{
    $memory = getrusage()['ru_maxrss'];
    $start = hrtime(true);
    $e = $call();
    $milliseconds = (hrtime(true) - $start) / 1e6;
    $grown = getrusage()['ru_maxrss'] - $memory;
    printf(
        "%-16s %s%s%s\n",
        $what,
        $e instanceof PaymentGateway\ArgumentException ? $e->getMethod() . ' | ' . $e->getMessage() : get_debug_type($e),
        $milliseconds < 500 ? '' : " in $milliseconds ms",
        $grown < 4096 ? '' : " with $grown KB",
    );
}

function in_batch(iterable $calls): mixed
{
    global $gateway;
    foreach ($gateway->batch($calls) as $value) {
        return $value;
    }
}

foreach ($hostile as $name => $value) {
    echo "$name\n";
    $calls = [
        'method' => fn () => caught(fn () => $gateway->register('n', 1, URL, ['orderBundle' => $value])),
        'extra' => fn () => caught(fn () => $open->register('n', 1, URL, ['bankOwn' => $value])),
        'params' => fn () => caught(fn () => $gateway->register('n', 1, URL, $value)),
        'argument' => fn () => caught(fn () => $gateway->createTask($value)),
        'call by name' => fn () => caught(fn () => $gateway->call('refund', ['orderId' => 'i', 'k' => $value])),
        'call by path' => fn () => caught(fn () => $gateway->call('rest/new.do', ['k' => $value])),
        'cancel' => fn () => caught(fn () => $gateway->cancel('i', ['k' => $value])),
        'batch' => fn () => in_batch(['k' => ['call', ['rest/new.do', ['k' => $value]]]]),
        'batch, entry' => fn () => in_batch(['k' => $value]),
        'batch, generator' => fn () => in_batch((fn () => yield 'k' => ['createTask', [&$value]])()),
        'lines' => fn () => caught(fn () => Cart::bundle($value)),
        'line' => fn () => caught(fn () => Cart::bundle([['name' => 'n', 'quantity' => 1, 'price' => 1, 'extra' => $value]])),
        'cart option' => fn () => caught(fn () => Cart::bundle([['name' => 'n', 'quantity' => 1, 'price' => 1]], ['customer' => $value])),
        'sum' => fn () => caught(fn () => Cart::sum(['cartItems' => ['items' => $value]])),
        'option' => fn () => caught(fn () => $proxy->client(['language' => $value])),
        'options' => fn () => caught(fn () => PaymentGateway::forBank('bereke', 'u', 'p', null, $value)),
    ];
    foreach ($calls as $what => $call) {
        refused("  $what", $call);
    }
}

// A list of calls is no call: it may be as long as it likes, and what is wrong with one is not what is wrong with another.
$argument = 'i-1';
$calls = array_fill(0, 200, ['getOrderStatusExtended', [&$argument]]) + ['knot' => ['call', ['rest/new.do', ['k' => &$knot]]]];
$calls['long'] = ['call', ['rest/new.do', ['k' => range(1, 49_999)]]];
$calls['too long'] = ['call', ['rest/new.do', ['k' => range(1, 50_000)]]];
$count = 0;
foreach ($gateway->batch($calls) as $key => $value) {
    $count += is_array($value);
    if (!is_array($value)) {
        echo "$key: {$value->getMessage()}\n";
    }
}
echo "$count went through\n";

// The last that fits, and the first that does not; the secret in the place of a name is not shown.
foreach ([32, 33] as $levels) {
    refused("$levels levels", function () use ($gateway, $levels): mixed {
        try {
            return $gateway->call('rest/new.do', ['4111111111111111' => nested($levels)]);
        } catch (PaymentGateway\ArgumentException $e) {
            return $e;
        }
    });
}
echo 'delivered: ', count($proxy->deliveries()), "\n";

// What refers to itself is otherwise left to the end of the process, which valgrind calls a leak.
unset($knot, $double, $hostile, $value, $calls, $call);
gc_collect_cycles();

?>
--EXPECT--
knot
  method         register | register: parameter orderBundle is nested more than 32 levels deep
  extra          register | register: parameter bankOwn is nested more than 32 levels deep
  params         register | register: parameter r is nested more than 32 levels deep
  argument       createTask | createTask: task is nested more than 32 levels deep
  call by name   call | call: parameter k is nested more than 32 levels deep
  call by path   call | call: parameter k is nested more than 32 levels deep
  cancel         cancel | cancel: parameter k is nested more than 32 levels deep
  batch          call | call: parameter k is nested more than 32 levels deep
  batch, entry   batch | batch: each call must be an array of a method's name and an array of its arguments
  batch, generator createTask | createTask: task is nested more than 32 levels deep
  lines          Cart::bundle | lines is nested more than 32 levels deep
  line           Cart::bundle | lines is nested more than 32 levels deep
  cart option    Cart::bundle | option customer is nested more than 32 levels deep
  sum            Cart::sum | bundle is nested more than 32 levels deep
  option         __construct | option language is nested more than 32 levels deep
  options        __construct | option r is nested more than 32 levels deep
double
  method         register | register: parameter orderBundle is nested more than 32 levels deep
  extra          register | register: parameter bankOwn is nested more than 32 levels deep
  params         register | register: parameter a is nested more than 32 levels deep
  argument       createTask | createTask: task is nested more than 32 levels deep
  call by name   call | call: parameter k is nested more than 32 levels deep
  call by path   call | call: parameter k is nested more than 32 levels deep
  cancel         cancel | cancel: parameter k is nested more than 32 levels deep
  batch          call | call: parameter k is nested more than 32 levels deep
  batch, entry   batch | batch: each call must be an array of a method's name and an array of its arguments
  batch, generator createTask | createTask: task is nested more than 32 levels deep
  lines          Cart::bundle | lines is nested more than 32 levels deep
  line           Cart::bundle | lines is nested more than 32 levels deep
  cart option    Cart::bundle | option customer is nested more than 32 levels deep
  sum            Cart::sum | bundle is nested more than 32 levels deep
  option         __construct | option language is nested more than 32 levels deep
  options        __construct | option a is nested more than 32 levels deep
wide
  method         register | register: parameter orderBundle holds more than 50000 values
  extra          register | register: parameter bankOwn holds more than 50000 values
  params         register | register: parameter x holds more than 50000 values
  argument       createTask | createTask: task holds more than 50000 values
  call by name   call | call: parameter k holds more than 50000 values
  call by path   call | call: parameter k holds more than 50000 values
  cancel         cancel | cancel: parameter k holds more than 50000 values
  batch          call | call: parameter k holds more than 50000 values
  batch, entry   batch | batch: each call must be an array of a method's name and an array of its arguments
  batch, generator createTask | createTask: task holds more than 50000 values
  lines          Cart::bundle | lines holds more than 50000 values
  line           Cart::bundle | lines holds more than 50000 values
  cart option    Cart::bundle | option customer holds more than 50000 values
  sum            Cart::sum | bundle holds more than 50000 values
  option         __construct | option language holds more than 50000 values
  options        __construct | option x holds more than 50000 values
flat
  method         register | register: parameter orderBundle holds more than 50000 values
  extra          register | register: parameter bankOwn holds more than 50000 values
  params         register | register: params holds more than 50000 values
  argument       createTask | createTask: task holds more than 50000 values
  call by name   call | call: parameter k holds more than 50000 values
  call by path   call | call: parameter k holds more than 50000 values
  cancel         cancel | cancel: parameter k holds more than 50000 values
  batch          call | call: parameter k holds more than 50000 values
  batch, entry   batch | batch: each call must be an array of a method's name and an array of its arguments
  batch, generator createTask | createTask: task holds more than 50000 values
  lines          Cart::bundle | lines holds more than 50000 values
  line           Cart::bundle | lines holds more than 50000 values
  cart option    Cart::bundle | option customer holds more than 50000 values
  sum            Cart::sum | bundle holds more than 50000 values
  option         __construct | option language holds more than 50000 values
  options        __construct | options holds more than 50000 values
knot: call: parameter k is nested more than 32 levels deep
too long: call: parameter k holds more than 50000 values
201 went through
32 levels        array
33 levels        call | call: parameter (digits) is nested more than 32 levels deep
delivered: 202
