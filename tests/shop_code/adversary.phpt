--TEST--
What is sent is what was given: the shop's own code changes, frees and reuses the call's arrays from wherever it runs
--EXTENSIONS--
payment_gateway
pcntl
posix
--FILE--
<?php

// No strict types: where PHP converts an argument, the shop's code runs, too.

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

use PaymentGateway\Cart;

const URL = 'https://shop.example/';
const EVIL = 'jjjjjjjj-jjjj-jjjj-jjjj-jjjjjjjjjjjj';

/** All that the shop's code can reach of a call: every value in it, by reference. */
final class Reach
{
    /** @var array<int, mixed> references */
    public static array $all = [];
    public static int $attacks = 0;
    private static array $reused = [];

    /** The same value, with a reference in the place of every entry, however deep. */
    public static function tie(mixed $value): mixed
    {
        foreach (is_array($value) ? $value : [] as $key => $entry) {
            unset($slot);
            $slot = self::tie($entry);
            $value[$key] = &$slot;
            self::$all[] = &$slot;
        }

        return $value;
    }

    /** Changes or frees everything, and has its memory used for other arrays and texts of the same sizes. */
    public static function attack(): void
    {
        self::$attacks++;
        foreach (self::$all as $i => &$reference) {
            $reference = match ($i % 3) {
                0 => null,
                1 => EVIL,
                2 => [EVIL, 999_999_999, ['externalRefundId' => EVIL]],
            };
        }
        unset($reference);
        self::$reused = [];
        for ($size = 1; $size <= 8; $size++) {
            for ($i = 0; $i < 25; $i++) {
                self::$reused[] = array_fill(0, $size, EVIL);
                self::$reused[] = array_fill_keys(range('a', chr(96 + $size)), 999_999_999);
                self::$reused[] = str_repeat('j', $size * 7 + $i % 3);
            }
        }
    }
}

set_error_handler(static function (): bool {
    Reach::attack();

    return true;
});
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, static fn () => Reach::attack());

final class Text
{
    public function __construct(private string $text, private string $hook)
    {
    }

    public function __toString(): string
    {
        match ($this->hook) {
            'text' => Reach::attack(),
            'error handler' => trigger_error('now', E_USER_DEPRECATED),
            'signal' => posix_kill(getmypid(), SIGUSR1),
            'destructor' => array_walk(Reach::$all, fn (mixed &$value) => $value = $value === $this ? null : $value),
        };

        return $this->text;
    }

    public function __destruct()
    {
        if ($this->hook === 'destructor') {
            Reach::attack();
        }
    }
}

final class Date extends DateTimeImmutable
{
    public function getTimestamp(): int
    {
        Reach::attack();

        return parent::getTimestamp();
    }

    public function format($format): string
    {
        Reach::attack();

        return parent::format($format);
    }
}

final class Zone extends DateTimeZone
{
    public function getOffset(DateTimeInterface $datetime): int
    {
        Reach::attack();

        return parent::getOffset($datetime);
    }
}

/** An iterator that attacks in one of its methods, once it has told the call. */
final class Source implements Iterator
{
    private bool $done = false;

    public function __construct(private mixed $call, private string $hook)
    {
        $this->call = &Reach::$all[array_push(Reach::$all, $call) - 1];
    }

    private function at(string $place): void
    {
        if ($this->hook === $place) {
            Reach::attack();
        }
    }

    public function current(): mixed
    {
        return $this->call;
    }

    public function key(): mixed
    {
        $this->at('key()');

        return 'k';
    }

    public function next(): void
    {
        $this->done = true;
        $this->at('next()');
    }

    public function rewind(): void
    {
    }

    public function valid(): bool
    {
        return !$this->done;
    }
}

$bundle = ['cartItems' => ['items' => [['positionId' => 1, 'name' => 'Tea', 'quantity' => ['value' => 1, 'measure' => 'pcs'], 'itemAmount' => 100]]]];
$shapes = [
    'register' => ['register', ['n-1', 100, URL, ['description' => 'text', 'expirationDate' => '2030-01-01T00:00:00', 'jsonParams' => ['a' => 'b', 'c' => 'd'], 'orderBundle' => $bundle, 'clientId' => 'c-1']]],
    'refund' => ['refund', ['iiiiiiii-iiii-iiii-iiii-iiiiiiiiiiii', 100, ['externalRefundId' => 'r-1', 'language' => 'en']]],
    'tokenPayment' => ['tokenPayment', [100, 'VTS', ['dpan' => '4895370012003478', 'MM' => '12', 'YYYY' => '2030'], URL, ['description' => 'text', 'language' => 'en']]],
    'getOrderStatusExtended' => ['getOrderStatusExtended', [null, 'n-1', ['language' => 'en', 'merchantLogin' => 'm']]],
    'createTask' => ['createTask', [['amount' => 100, 'currency' => '643', 'merchantTaskUuid' => 't-1', 'bindingId' => 'b-1', 'scheduleData' => [
        'scheduledSince' => '2026-01-24T00:00:00.000+0300', 'scheduledTill' => '2027-01-24T00:00:00.000+0300', 'timeUnit' => 'MONTHS', 'value' => 1,
    ]]]],
    'call by name' => ['call', ['refund', ['orderId' => 'iiiiiiii-iiii-iiii-iiii-iiiiiiiiiiii', 'amount' => 100, 'externalRefundId' => 'r-1']]],
    'call by path' => ['call', ['rest/newThing.do', ['x' => 'one', 'list' => ['a', ['b' => 'c']], 'amount' => 100]]],
];

/**
 * The arguments with a hook in the place of each text, one at a time; those beside the arrays only where PHP converts.
 *
 * @return iterable<array{0: string, 1: array}>
 */
function hooked(array $arguments, bool $converted): iterable
{
    foreach ($arguments as $key => $value) {
        if (is_array($value)) {
            foreach (hooked($value, true) as [$hook, $inner]) {
                yield [$hook, [$key => $inner] + $arguments];
            }
        } elseif (is_string($value) && $converted) {
            foreach (['text', 'error handler', 'signal', 'destructor'] as $hook) {
                yield [$hook, [$key => new Text($value, $hook)] + $arguments];
            }
            if (preg_match('/^\d{4}-\d\d-\d\dT/', $value)) {
                yield ['date', [$key => new Date($value)] + $arguments];
            }
        }
    }
}

/** In the order that they had: a union puts the hook first. */
function ordered(array $hooked, array $arguments): array
{
    foreach ($arguments as $key => $value) {
        $arguments[$key] = is_array($value) ? ordered($hooked[$key], $value) : $hooked[$key];
    }

    return $arguments;
}

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderId":"a","orderStatus":2,"success":true,"data":{"orderId":"a"},"status":"SUCCESS","task":{"taskUuid":"u"}}']]]);
$plain = $proxy->client();
$zoned = $proxy->client(['timezone' => new Zone('UTC')]);
$expected = []; // of each delivery: what it is of, and the delivery that it must equal

function sent(string $what, ?int $model = null): void
{
    global $expected;
    $expected[] = [$what, $model ?? count($expected)];
}

function single(PaymentGateway $gateway, string $what, int $model, string $method, array $arguments): void
{
    Reach::$all = [];
    try {
        $gateway->$method(...Reach::tie($arguments));
        sent($what, $model);
    } catch (Throwable $e) {
        echo "$what: ", $e::class, ': ', $e->getMessage(), "\n";
    }
}

function batch(PaymentGateway $gateway, string $what, int $model, callable $source): void
{
    Reach::$all = [];
    foreach ($gateway->batch(...$source()) as $key => $value) {
        if (!is_array($value)) {
            echo "$what, $key: ", $value::class, ': ', $value->getMessage(), "\n";
            continue;
        }
        sent("$what, $key", $model);
    }
}

foreach ($shapes as $shape => [$method, $arguments]) {
    $plain->$method(...$arguments);
    $model = count($expected);
    sent($shape);
    foreach (hooked($arguments, true) as [$hook, $hooked]) {
        $hooked = ordered($hooked, $arguments);
        single($plain, "$shape, $hook", $model, $method, $hooked);
        if (array_filter($hooked, is_object(...))) {
            continue; // a batch converts nothing
        }
        batch($plain, "$shape, $hook, array", $model, fn () => [Reach::tie(['k' => [$method, $hooked]])]);
        batch($plain, "$shape, $hook, generator", $model, fn () => [(fn () => yield 'k' => Reach::tie([$method, $hooked]))()]);
    }
    if ($shape === 'register') {
        single($zoned, "$shape, zone", $model, $method, array_replace_recursive($arguments, [3 => ['expirationDate' => new DateTime('2030-01-01T00:00:00Z')]]));
    }
    foreach (['key()', 'next()'] as $hook) {
        batch($plain, "$shape, $hook", $model, fn () => [new Source(Reach::tie([$method, $arguments]), $hook)]);
    }
    batch($plain, "$shape, concurrency", $model, fn () => [Reach::tie(['k' => [$method, $arguments]]), 1.5]);
    // The second call is read while the first is over and told, or has just been read from the source.
    $logging = $proxy->client(['logger' => static fn (array $event) => Reach::attack()]);
    batch($logging, "$shape, logger", $model, fn () => [Reach::tie(['k' => [$method, $arguments], 'l' => [$method, $arguments]]), 1]);
    batch($plain, "$shape, next one", $model, function () use ($method, $arguments): array {
        foreach (hooked($arguments, false) as [$hook, $hooked]) {
            return [Reach::tie(['k' => [$method, ordered($hooked, $arguments)], 'l' => [$method, $arguments]])];
        }
    });
    batch($plain, "$shape, getIterator()", $model, fn () => [new class (Reach::tie([$method, $arguments])) implements IteratorAggregate {
        public function __construct(private array $call)
        {
        }

        public function getIterator(): Iterator
        {
            yield 'k' => $this->call;
            Reach::attack();
        }
    }]);
}

// A date that is set while another value is read: the moment that it had counts.
$date = new DateTime('2030-01-01T00:00:00Z');
$plain->register('n-1', 100, URL, ['description' => 'text', 'expirationDate' => '2030-01-01T00:00:00']);
sent('date', $model = count($expected));
$plain->register('n-1', 100, URL, ['description' => new class ($date) {
    public function __construct(private DateTime $date)
    {
    }

    public function __toString(): string
    {
        $this->date->modify('+1 year');

        return 'text';
    }
}, 'expirationDate' => $date]);
sent('date set meanwhile', $model);

// A cancellation asks for the status first, and tells the logger of it.
$cancelling = fn (bool $attack): PaymentGateway => $proxy->client(['logger' => static fn (array $event) => $attack && Reach::attack()]);
$refunded = FaultProxy::start([
    ['path' => 'getOrderStatusExtended', 'do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":4,"amount":500,"paymentAmountInfo":{"approvedAmount":500,"depositedAmount":400,"refundedAmount":100}}']],
    ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0"}']],
]);
foreach ([false, true] as $attack) {
    Reach::$all = [];
    $client = $refunded->client(['logger' => static fn (array $event) => $attack && Reach::attack()]);
    $client->cancel('i-1', Reach::tie(['externalRefundId' => 'r-1', 'jsonParams' => ['a' => 'b']]));
}
$refunds = array_values(array_filter($refunded->deliveries(), static fn (array $sent): bool => str_contains($sent['path'], 'refund')));
echo 'cancellations: ', count($refunds), $refunds[0]['body'] === $refunds[1]['body'] ? " alike\n" : " NOT alike\n";

// A cart, and the options of a client.
$line = ['name' => 'Tea', 'code' => 'tea', 'quantity' => '2', 'price' => 50, 'details' => ['a' => 'b', 'c' => 'd'], 'extra' => ['x' => ['y' => 'z']]];
$options = ['amount' => 100, 'measure' => 'pcs', 'customer' => ['email' => 'a@shop.example']];
$carts = 0;
foreach (hooked([[$line, $line], ['amount' => 200] + $options], false) as [$hook, $hooked]) {
    Reach::$all = [];
    $hooked = ordered($hooked, [[$line, $line], ['amount' => 200] + $options]);
    $carts++;
    if (($made = Cart::bundle(...Reach::tie($hooked))) != Cart::bundle([$line, $line], ['amount' => 200] + $options)) {
        echo "cart, $hook: ", json_encode($made), "\n";
    }
}
$options = ['language' => 'en', 'currency' => '643', 'dialect' => 'classic', 'timezone' => '+05:00'];
$register = ['n-1', 100, URL, ['expirationDate' => new DateTimeImmutable('2030-01-01T00:00:00Z')]];
$model = count($expected);
$proxy->client($options)->register(...$register);
sent('options');
foreach (hooked([$proxy->uri, 'test_user', 'test_user_password', null, $options], true) as [$hook, $hooked]) {
    Reach::$all = [];
    $hooked = ordered($hooked, [$proxy->uri, 'test_user', 'test_user_password', null, $options]);
    (new PaymentGateway(...Reach::tie($hooked)))->register(...$register);
    sent("options, $hook", $model);
}

$deliveries = $proxy->deliveries();
$wrong = 0;
foreach ($expected as $i => [$what, $like]) {
    if ([$deliveries[$i]['path'], $deliveries[$i]['body']] !== [$deliveries[$like]['path'], $deliveries[$like]['body']]) {
        if ($wrong++ < 20) {
            echo "$what:\n  {$deliveries[$i]['path']} {$deliveries[$i]['body']}\n  instead of {$deliveries[$like]['body']}\n";
        }
    }
}
echo count($deliveries) === count($expected) ? 'each call sent once' : count($deliveries) . ' deliveries of ' . count($expected) . ' calls', ", $wrong of them wrong\n";
echo count($expected) > 400 && $carts > 40 && Reach::$attacks > 400 ? "in all positions\n" : count($expected) . " calls, $carts carts, " . Reach::$attacks . " attacks\n";

?>
--EXPECT--
cancellations: 2 alike
each call sent once, 0 of them wrong
in all positions
