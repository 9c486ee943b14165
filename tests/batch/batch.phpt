--TEST--
Many calls at once: any source, any keys, replies and exceptions as they come or in order, never more at once than asked
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$proxy = FaultProxy::start([
    ['body' => 'orderId=slow', 'do' => 'pass', 'delay' => 0.5, 'fill' => true, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2,"orderNumber":"%orderId%%orderNumber%"}']],
    ['body' => 'orderId=unknown', 'do' => 'pass', 'reply' => ['body' => '{"errorCode":"6","errorMessage":"No such order"}']],
    ['body' => 'orderId=lost', 'do' => 'fin'],
    ['do' => 'pass', 'delay' => 0.01, 'fill' => true, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2,"orderNumber":"%orderId%%orderNumber%"}']],
]);
$gateway = $proxy->client();

function outcome(mixed $value): string
{
    return match (true) {
        is_array($value) => $value['orderNumber'] ?? json_encode($value),
        $value instanceof PaymentGateway\Exception && $value->isOutcomeUnknown() => $value::class . ', outcome unknown',
        $value instanceof Throwable => $value::class . ': ' . $value->getMessage(),
    };
}

function key_text(mixed $key): string
{
    return is_object($key) ? $key::class : json_encode($key, JSON_PRESERVE_ZERO_FRACTION);
}

/** Walks it to the end; sorted, where the order is not the subject. */
function walk(string $title, iterable $batch, bool $sorted = true): void
{
    $lines = [];
    foreach ($batch as $key => $value) {
        $lines[] = sprintf("  %s => %s\n", key_text($key), outcome($value));
    }
    if ($sorted) {
        sort($lines);
    }
    echo "$title\n", implode($lines);
}

function status(string $id): array
{
    return ['getOrderStatusExtended', [$id]];
}

// ------------------------------------------------------------------------------------------------------- sources

walk('nothing', $gateway->batch([]));
walk('an array', $gateway->batch(['a' => status('1'), 7 => status('2'), '8' => status('3')]));
walk('a generator', $gateway->batch((function (): Generator {
    yield 'x' => status('1');
    yield 'y' => status('2');
})()));
walk('an iterator', $gateway->batch(new ArrayIterator(['i' => status('1'), 'j' => status('2')])));
walk('an aggregate', $gateway->batch(new class implements IteratorAggregate {
    public function getIterator(): Iterator
    {
        return new ArrayIterator(['k' => status('1')]);
    }
}));
walk('an aggregate of a generator', $gateway->batch(new class implements IteratorAggregate {
    public function getIterator(): Generator
    {
        yield from [status('1'), status('2')];
    }
}));
walk('references', $gateway->batch((function &(): Generator {
    foreach (['1', '2'] as $id) {
        $call = ['getOrderStatusExtended', [&$id]];
        yield $id => $call;
        $call = 'changed'; // after it was read
        $id = 'changed';
    }
})()));
walk('keys of any type', $gateway->batch((function (): Generator {
    yield new stdClass() => status('object');
    yield [1, ['a' => null]] => status('array');
    yield null => status('null');
    yield 1.5 => status('float');
    yield true => status('true');
    yield 'same' => status('first');
    yield 'same' => status('second');
})()));
walk('a batch of what another batch brought', $gateway->batch((function () use ($gateway): Generator {
    foreach ($gateway->batch([status('first'), status('second')]) as $key => $reply) {
        yield $key => status("$reply[orderNumber] again");
    }
})()));
$same = new stdClass();
foreach ($gateway->batch((fn () => yield $same => status('1'))()) as $key => $reply) {
    echo 'the key is the object itself: ', $key === $same ? 'yes' : 'no', "\n";
}

// --------------------------------------------------------------------------------------------------------- order

walk('as they come', $gateway->batch(['slow' => status('slow'), 'quick' => status('quick')]), false);
walk('in order', $gateway->batch(['slow' => status('slow'), 'quick' => status('quick')], keepOrder: true), false);

foreach ([[1, false], [2, false], [2, true], [5, false], [5, true]] as [$concurrency, $keepOrder]) {
    $proxy = FaultProxy::start([['do' => 'pass', 'delay' => 0.03 * $concurrency, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']]]);
    $read = $came = $most = 0;
    $calls = (function () use (&$read): Generator {
        for ($i = 0; $i < 20; $i++) {
            $read++;
            yield $i => status("o$i");
        }
    })();
    $keys = [];
    foreach ($proxy->client()->batch($calls, $concurrency, $keepOrder) as $key => $reply) {
        // What was read, and is not in the hands of the loop yet.
        $most = max($most, $read - $came);
        $came++;
        $keys[] = $key;
    }
    printf(
        "concurrency %d: %d calls, %d read ahead, at the server %d at once, %s, every key once: %s%s\n",
        $concurrency,
        count($proxy->deliveries()),
        $most,
        $proxy->mostAtOnce(),
        $proxy->connections() === $concurrency ? 'as many connections' : "{$proxy->connections()} connections",
        count(array_unique($keys)) === 20 && count($keys) === 20 ? 'yes' : 'no',
        $keepOrder ? ', in order: ' . ($keys === range(0, 19) ? 'yes' : 'no') : '',
    );
    $proxy->stop();
}

// While the loop works all that were on their way are answered; the next ones ride their connections.
$proxy = FaultProxy::start([
    ['body' => 'orderId=late', 'do' => 'pass', 'delay' => 0.2, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
    ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
]);
$calls = [status('first'), ...array_fill(0, 11, status('late')), 'malformed', ...array_fill(0, 12, status('late'))];
foreach ($proxy->client()->batch($calls, 12, true) as $key => $reply) {
    $key === 0 && sleep(1);
}
printf("all answered at once: %d calls, %d connections\n", count($proxy->deliveries()), $proxy->connections());
$proxy->stop();

// ------------------------------------------------------------------------------------------- arguments and errors

walk('by position and by name', $gateway->batch([
    'position' => ['getOrderStatusExtended', [null, 'by-number']],
    'name' => ['getOrderStatusExtended', ['orderId' => 'named']],
    'another case' => ['getorderstatusEXTENDED', ['orderId' => 'named']],
    'both' => ['refund', ['both', 'amount' => 5, 'params' => ['externalRefundId' => 'e']]],
    'default' => ['deposit', ['whole hold']],
    'by call()' => ['call', ['getOrderStatusExtended', ['orderId' => 'called']]],
    'by path' => ['call', ['rest/newThing.do', ['orderId' => 'path']]],
    'no arguments for call()' => ['call', ['rest/newThing.do']],
]));
walk('what goes wrong', $gateway->batch([
    'refused by the gateway' => status('unknown'),
    'lost' => ['refund', ['lost', 1]],
    'well' => status('well'),
    'refused argument' => ['refund', ['o', 0]],
    'unknown parameter' => ['refund', ['o', 1, ['nonsense' => 1]]],
    'float' => ['refund', ['o', 1.0]],
    'null' => ['refund', [null, 1]],
    'float for text' => ['refund', [1.5, 1]],
    'too few' => ['refund', ['o']],
    'too many' => ['refund', ['o', 1, [], 2]],
    'no such argument' => ['refund', ['o', 1, 'sum' => 1]],
    'named twice' => ['refund', ['o', 1, 'orderId' => 'p']],
    'position after name' => ['refund', ['amount' => 1, 'o']],
    'no such method' => ['refunds', []],
    'not of the gateway' => ['batch', [[]]],
    'not callable so' => ['cancel', ['o']],
    'constructor' => ['__construct', ['https://x.example/payment/']],
    'call() of nonsense' => ['call', ['nonsense', []]],
    'no array' => 'refund',
    'no name' => [],
    'name is no text' => [5, []],
    'arguments are no array' => ['refund', 'o'],
    'three' => ['refund', ['o', 1], 3],
    'other keys' => ['method' => 'refund', 'arguments' => ['o', 1]],
    'null entry' => null,
]));
foreach ([0, -1, 1025] as $concurrency) {
    echo caught(fn () => $gateway->batch([], $concurrency))->getMessage(), "\n";
}
echo caught(fn () => $gateway->batch(new stdClass()))::class, "\n";
echo caught(fn () => (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor()->batch([]))->getMessage(), "\n";

// ------------------------------------------------------------------------------------- money, one delivery each

$proxy = FaultProxy::start([
    ['body' => '_lose', 'do' => 'rst'],
    ['body' => '_cut', 'do' => 'truncate'],
    ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderId":"x"}']],
]);
$calls = [];
foreach (['', '_lose', '_cut'] as $fate) {
    for ($i = 0; $i < 4; $i++) {
        $calls["register$fate$i"] = ['register', ["register$fate$i", 100, 'https://shop.example/']];
        $calls["deposit$fate$i"] = ['deposit', ["deposit$fate$i", 1]];
        $calls["reverse$fate$i"] = ['reverse', ["reverse$fate$i"]];
        $calls["refund$fate$i"] = ['refund', ["refund$fate$i", 1]];
        $calls["pay$fate$i"] = ['paymentOrder', ["pay$fate$i", CARD]];
        $calls["path$fate$i"] = ['call', ['rest/x.do', ['id' => "path$fate$i"]]];
    }
}
$good = $unknown = 0;
foreach ($proxy->client(['retries' => 10])->batch($calls) as $key => $value) {
    $good += is_array($value) ? 1 : 0;
    $unknown += $value instanceof PaymentGateway\TransportException && $value->isOutcomeUnknown() && !$value->isRetriable() ? 1 : 0;
}
$bodies = array_column($proxy->deliveries(), 'body');
$once = array_filter(array_keys($calls), static fn (string $id): bool => count(array_filter($bodies, static fn (string $body): bool => preg_match("~=$id(&|$)~", $body) === 1)) === 1);
printf("%d good, %d unknown, %d of %d delivered exactly once, %d deliveries\n", $good, $unknown, count($once), count($calls), count($bodies));

// -------------------------------------------------------------------------------------------------- the iterator

$batch = $gateway->batch(['a' => status('1')]);
printf("%s %s %s\n", $batch->key(), outcome($batch->current()), json_encode($batch->valid()));
$batch->next();
printf("%s %s %s\n", json_encode($batch->key()), json_encode($batch->current()), json_encode($batch->valid()));
$batch->next();
echo json_encode($batch->valid()), "\n";
$batch = $gateway->batch([status('1'), status('2')], 1);
$batch->current();
walk('walked after a look', $batch);
echo caught(function () use ($batch): void {
    foreach ($batch as $never) {
    }
})->getMessage(), "\n";
$batch = $gateway->batch([status('1')]);
$batch->next();
echo caught(fn () => iterator_to_array($batch))->getMessage(), "\n";
foreach ([fn () => clone $batch, fn () => serialize($batch), fn () => new PaymentGateway\Batch()] as $call) {
    echo caught($call)::class, ' ', json_encode($batch->valid()), "\n";
}
echo count(iterator_to_array($gateway->batch([status('1'), status('2'), status('3')]))), " by iterator_to_array\n";

// The methods of a subclass are for its own callers.
class Shop extends PaymentGateway
{
    public function refund(string $orderId, int $amount, array $params = []): array
    {
        return ['orderNumber' => 'mocked'];
    }
}
$shop = new Shop($proxy->uri, 'u', 'p');
walk('a subclass', $shop->batch([['refund', ['o', 1]]]));
$proxy->stop();

?>
--EXPECT--
nothing
an array
  "a" => 1
  7 => 2
  8 => 3
a generator
  "x" => 1
  "y" => 2
an iterator
  "i" => 1
  "j" => 2
an aggregate
  "k" => 1
an aggregate of a generator
  0 => 1
  1 => 2
references
  "1" => 1
  "2" => 2
keys of any type
  "same" => first
  "same" => second
  1.5 => float
  [1,{"a":null}] => array
  null => null
  stdClass => object
  true => true
a batch of what another batch brought
  0 => first again
  1 => second again
the key is the object itself: yes
as they come
  "quick" => quick
  "slow" => slow
in order
  "slow" => slow
  "quick" => quick
concurrency 1: 20 calls, 1 read ahead, at the server 1 at once, as many connections, every key once: yes
concurrency 2: 20 calls, 2 read ahead, at the server 2 at once, as many connections, every key once: yes
concurrency 2: 20 calls, 2 read ahead, at the server 2 at once, as many connections, every key once: yes, in order: yes
concurrency 5: 20 calls, 5 read ahead, at the server 5 at once, as many connections, every key once: yes
concurrency 5: 20 calls, 5 read ahead, at the server 5 at once, as many connections, every key once: yes, in order: yes
all answered at once: 24 calls, 12 connections
by position and by name
  "another case" => named
  "both" => both
  "by call()" => called
  "by path" => path
  "default" => whole hold
  "name" => named
  "no arguments for call()" => 
  "position" => by-number
what goes wrong
  "arguments are no array" => PaymentGateway\ArgumentException: batch: each call must be an array of a method's name and an array of its arguments
  "call() of nonsense" => PaymentGateway\ArgumentException: call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and /._-, no "..")
  "constructor" => PaymentGateway\ArgumentException: batch: each call must name one of the gateway's own methods, or call
  "float for text" => PaymentGateway\ArgumentException: batch: refund: orderId must be of type string, float given
  "float" => PaymentGateway\ArgumentException: batch: refund: amount must be of type int, float given
  "lost" => PaymentGateway\TransportException, outcome unknown
  "name is no text" => PaymentGateway\ArgumentException: batch: each call must be an array of a method's name and an array of its arguments
  "named twice" => PaymentGateway\ArgumentException: batch: refund: an argument is given twice
  "no array" => PaymentGateway\ArgumentException: batch: each call must be an array of a method's name and an array of its arguments
  "no name" => PaymentGateway\ArgumentException: batch: each call must be an array of a method's name and an array of its arguments
  "no such argument" => PaymentGateway\ArgumentException: batch: refund has no argument of that name, only orderId, amount, params
  "no such method" => PaymentGateway\ArgumentException: batch: each call must name one of the gateway's own methods, or call; did you mean refund?
  "not callable so" => PaymentGateway\ArgumentException: batch: each call must name one of the gateway's own methods, or call
  "not of the gateway" => PaymentGateway\ArgumentException: batch: each call must name one of the gateway's own methods, or call
  "null entry" => PaymentGateway\ArgumentException: batch: each call must be an array of a method's name and an array of its arguments
  "null" => PaymentGateway\ArgumentException: batch: refund: orderId must be of type string, null given
  "other keys" => PaymentGateway\ArgumentException: batch: each call must be an array of a method's name and an array of its arguments
  "position after name" => PaymentGateway\ArgumentException: batch: refund: a positional argument follows a named one
  "refused argument" => PaymentGateway\ArgumentException: refund: amount must be more than 0: the gateway reads 0 as the whole sum
  "refused by the gateway" => PaymentGateway\OrderNotFoundException: getOrderStatusExtended: errorCode 6: No such order
  "three" => PaymentGateway\ArgumentException: batch: each call must be an array of a method's name and an array of its arguments
  "too few" => PaymentGateway\ArgumentException: batch: refund is missing its argument amount
  "too many" => PaymentGateway\ArgumentException: batch: refund has no argument at that position
  "unknown parameter" => PaymentGateway\ArgumentException: refund: parameter nonsense is unknown
  "well" => well
batch: concurrency must be from 1 to 1024
batch: concurrency must be from 1 to 1024
batch: concurrency must be from 1 to 1024
TypeError
The PaymentGateway object has not been constructed
24 good, 48 unknown, 72 of 72 delivered exactly once, 72 deliveries
a 1 true
null null false
false
walked after a look
  0 => 1
  1 => 2
A batch can be iterated only once
A batch can be iterated only once
Error false
Exception false
Error false
3 by iterator_to_array
a subclass
  0 => {"errorCode":"0","orderId":"x"}
