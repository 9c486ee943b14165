--TEST--
Connections are reset while a batch is walked: what is in flight on the old ones and what begins on new ones goes on together
--EXTENSIONS--
payment_gateway
posix
sockets
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const GOOD = ['body' => '{"errorCode":"0","orderStatus":2}'];

/** Slow answers come after all the others, unless these waited for them. */
$second = patience(0.15);
$slow = 5 * $second;
$pause = (int) ceil(3 * $second);
$proxy = FaultProxy::start([
    ['body' => 'slower', 'do' => 'pass', 'delay' => 1.5 * $slow, 'reply' => GOOD],
    ['body' => 'slow', 'do' => 'pass', 'delay' => $slow, 'reply' => GOOD],
    ['body' => 'second', 'do' => 'pass', 'delay' => $second, 'reply' => GOOD],
    ['body' => 'busy', 'nth' => 1, 'do' => 'pass', 'reply' => ['status' => 503, 'headers' => ['Retry-After' => $pause]]],
    ['body' => 'within', 'do' => 'pass', 'delay' => $pause + $slow, 'reply' => GOOD],
    ['do' => 'pass', 'reply' => GOOD],
]);
$gateway = $proxy->client(['retries' => 1, 'timeout' => 120]);
$read = static fn (string $order): array => ['getOrderStatusExtended', [$order]];
$refund = static fn (string $order): array => ['refund', [$order, 1]];

/** What was answered, in this order. What failed, or what $in_loop says, is told with it. */
function walk(Iterator $batch, callable $in_loop): void
{
    foreach ($batch as $key => $reply) {
        echo '    ', $key, is_array($reply) ? '' : ': ' . facts($reply), $in_loop($key), "\n";
    }
}

/** @return list<int> the connections on which requests about such orders came */
function connections(string $order): array
{
    global $proxy;

    return array_values(array_unique(array_column(array_filter(
        $proxy->deliveries(),
        static fn (array $delivery): bool => str_contains($delivery['body'], $order),
    ), 'connection')));
}

$reset = static function (): string {
    PaymentGateway::resetConnections();

    return ', reset';
};

echo "new calls do not wait for those before the reset:\n";
walk(
    $gateway->batch([
        'slow read' => $read('slow1'), 'slower refund' => $refund('slower1'), 'first' => $read('first'),
        'second' => $read('second1'), 'refund' => $refund('second2'), 'third' => $read('third'),
    ], 3),
    static fn (string $key): string => $key === 'first' ? $reset() : '',
);
printf("connections of before that are used after: %d\n", count(array_intersect(connections('first'), [...connections('second'), ...connections('third')])));

echo "nor those before for new ones:\n";
walk(
    $gateway->batch(['second' => $refund('second3'), 'first' => $read('first'), 'slow' => $refund('slow3')], 2),
    static fn (string $key): string => $key === 'first' ? $reset() : '',
);

echo "a reset each time:\n";
walk($gateway->batch(['slow' => $refund('slow4'), 'a' => $read('a'), 'b' => $refund('b'), 'c' => $read('c'), 'd' => $refund('d')], 2), $reset);

// The other read was told to come again, and is in its pause.
echo "a call in the loop:\n";
walk(
    $gateway->batch(['busy' => $read('busy'), 'second' => $read('second4')], 2),
    static function (string $key) use ($proxy, $gateway, $reset): string {
        if ($key !== 'second') {
            return '';
        }
        $reset();
        $gateway->refund('within', 1);

        return sprintf(', busy asked %d times', substr_count(implode(' ', array_column($proxy->deliveries(), 'body')), 'busy'));
    },
);

// Each begins when the one before has ended. If each came twenty milliseconds late, the slow one would come before the last.
$keys = [];
$many = array_fill(0, (int) ($slow / 0.015), $read('next'));
foreach ($gateway->batch(['slow' => $read('slow7'), 'first' => $read('first'), ...$many], 2) as $key => $reply) {
    $keys[] = $key;
    if ($key === 'first') {
        $reset();
    }
}
echo "many calls one after the other:\n    $keys[0], ", end($keys) === 'slow' ? 'all others, slow' : 'slow before others', "\n";

echo "two batches:\n";
$old = $gateway->batch(['slow' => $refund('slow6'), 'first' => $read('first')]);
$old->rewind();
echo '    ', $old->key(), $reset(), "\n";
walk($gateway->batch(['slower' => $refund('slower2'), 'second' => $read('second5')]), static fn (): string => '');
$before = microtime(true);
$old->next();
echo '    ', $old->key(), microtime(true) - $before < $slow / 2 ? ', was there' : ', came later', "\n";

// The time of those that are not waited for runs as well, before the reset and after it.
$hasty = $proxy->client(['retries' => 0, 'timeout' => $slow / 2]);
foreach ([[$hasty, $gateway], [$gateway, $hasty]] as $i => [$before, $after]) {
    $batches = [];
    foreach ([$before, $after] as $j => $client) {
        $batches[] = $batch = $client->batch(['slower' => $read("slower$i$j"), 'first' => $read('first')]);
        $batch->rewind();
        $reset();
    }
    [$timely, $late] = $i === 0 ? $batches : array_reverse($batches);
    $late->next();
    $then = microtime(true);
    $timely->next();
    $facts = is_array($timely->current()) ? 'answered' : $timely->current()::class;
    echo "    $facts", microtime(true) - $then < $slow / 5 ? ', was there' : ', came later', "\n";
}

$refunds = array_count_values(array_column($proxy->deliveries('refund'), 'body'));
printf("refunds: %d, each delivered once: %s\n", count($refunds), max($refunds) === 1 ? 'yes' : 'no');

?>
--EXPECT--
new calls do not wait for those before the reset:
    first, reset
    second
    refund
    third
    slow read
    slower refund
connections of before that are used after: 0
nor those before for new ones:
    first, reset
    second
    slow
a reset each time:
    a, reset
    b, reset
    c, reset
    d, reset
    slow, reset
a call in the loop:
    second, busy asked 2 times
    busy
many calls one after the other:
    first, all others, slow
two batches:
    first, reset
    second
    slower
    slow, was there
    PaymentGateway\TimeoutException, was there
    PaymentGateway\TimeoutException, was there
refunds: 10, each delivered once: yes
