--TEST--
No card in the trace or a dump of anything that a batch, a logger or a call throws, by whatever way it was called
--EXTENSIONS--
payment_gateway
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const PAN = '4444555511113333';
const CVC = '7391';
const PASSWORD = 'pa55-w0rd-of-the-shop';

/** Everything that prints a value, its traces and those of what came before it included. */
function printed(mixed $value): string
{
    ob_start();
    var_dump($value);
    print_r($value);
    debug_zval_dump($value);
    for ($e = $value; $e instanceof Throwable; $e = $e->getPrevious()) {
        echo $e, $e->getMessage(), $e->getTraceAsString();
        foreach ($e->getTrace() as $frame) {
            var_dump($frame);
            print_r($frame);
            echo @var_export($frame, true), json_encode($frame, JSON_PARTIAL_OUTPUT_ON_ERROR);
        }
    }
    if (!$value instanceof Throwable) {
        var_export($value);
        echo json_encode($value, JSON_PARTIAL_OUTPUT_ON_ERROR);
    }

    return ob_get_clean();
}

$looked = 0;
function look(string $what, mixed $value): void
{
    global $looked;

    if ($value === null) {
        echo "$what: nothing to look at\n";
        return;
    }
    $looked++;
    $output = preg_replace('/127\.0\.0\.1:\d+/', 'gateway', is_string($value) ? $value : printed($value)); // a port may be a CVC
    foreach ([PAN, CVC, PASSWORD] as $secret) {
        if (str_contains($output, $secret)) {
            echo "$what shows $secret: ", substr($output, max(0, strpos($output, $secret) - 200), 260), "\n";
        }
    }
}

/** What the call throws; it must. */
function thrown(Closure $call): ?Throwable
{
    try {
        $call();
    } catch (Throwable $e) {
        return $e;
    }

    return null;
}

// The cards are made inside of what runs, so that no frame of the test itself holds one: only ours are under test.
function payment(): array
{
    return ['paymentOrder', ['id1', ['$PAN' => PAN, '$CVC' => CVC, 'YYYY' => '2030', 'MM' => '12', 'TEXT' => 'A B']]];
}
final class Stops implements Iterator
{
    private int $position = 0;

    public function __construct(private string $where)
    {
    }

    private function in(string $where): void
    {
        if ($where === $this->where) {
            throw new LogicException("thrown by $where");
        }
    }

    public function rewind(): void
    {
        $this->in('rewind');
    }

    public function valid(): bool
    {
        $this->in('valid');

        return $this->position < 2;
    }

    public function key(): mixed
    {
        $this->in('key');

        return $this->position;
    }

    public function current(): mixed
    {
        $this->in('current');

        return payment();
    }

    public function next(): void
    {
        $this->in('next');
        $this->position++;
    }
}
final class Refuses implements IteratorAggregate
{
    public array $calls = [];

    public function __construct()
    {
        $this->calls = [payment()];
    }

    public function getIterator(): Iterator
    {
        throw new LogicException('thrown by getIterator');
    }
}
function halts(): Generator
{
    yield payment();
    throw new LogicException('thrown by a generator');
}
final class Shop extends PaymentGateway
{
    public function batch(#[SensitiveParameter] iterable $calls, int $concurrency = 16, bool $keepOrder = false): PaymentGateway\Batch
    {
        return parent::batch($calls, $concurrency, $keepOrder);
    }
}

$answer = ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"5","errorMessage":"no"}']];
$proxy = FaultProxy::start([['path' => 'getOrderStatus', 'do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2,"amount":100}']], $answer]);
$gateway = new PaymentGateway($proxy->uri, 'shop', PASSWORD);
$shop = new Shop($proxy->uri, 'shop', PASSWORD);
$walk = static function (iterable $batch): void {
    foreach ($batch as $value) {
        look('a value of a batch', $value);
    }
};

// ---------------------------------------------------------------------------------------- batch() itself refuses
foreach ([
    'concurrency' => static fn () => $gateway->batch([payment()], 0),
    'concurrency, by name' => static fn () => $gateway->batch(calls: [payment()], concurrency: 5000),
    'concurrency of another type' => static fn () => $gateway->batch([payment()], 'many'),
    'keepOrder of another type' => static fn () => $gateway->batch([payment()], 1, []),
    'too many arguments' => static fn () => $gateway->batch([payment()], 1, true, 1),
    'call_user_func_array' => static fn () => call_user_func_array([$gateway, 'batch'], [[payment()], 0]),
    'call_user_func_array, by name' => static fn () => call_user_func_array($gateway->batch(...), ['concurrency' => 0, 'calls' => [payment()]]),
    'call_user_func' => static fn () => call_user_func([$gateway, 'batch'], [payment()], 0),
    'first-class callable' => static fn () => ($gateway->batch(...))([payment()], 0),
    'reflection' => static fn () => (new ReflectionMethod($gateway, 'batch'))->getClosure($gateway)([payment()], 0),
    'a subclass' => static fn () => $shop->batch([payment()], 0),
    'not constructed' => static fn () => (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor()->batch([payment()]),
    'not iterable' => static fn () => $gateway->batch(PAN),
    'getIterator' => static fn () => $gateway->batch(new Refuses()),
] as $what => $call) {
    look($what, thrown($call));
}

// ---------------------------------------------------------------------------------------- its source throws
foreach (['rewind', 'valid', 'key', 'current', 'next'] as $where) {
    look("an iterator, $where", thrown(static fn () => $walk($gateway->batch(new Stops($where)))));
}
look('a generator', thrown(static fn () => $walk($gateway->batch(halts()))));
look('a generator with arguments', thrown(static fn () => $walk($gateway->batch((static function (#[SensitiveParameter] array $call): Generator {
    yield $call;
    throw new LogicException('thrown by a generator');
})(payment())))));
look('a generator in order', thrown(static fn () => $walk($gateway->batch(halts(), keepOrder: true))));
look('array_map over a batch', thrown(static fn () => iterator_apply($batch = $gateway->batch([payment()]), static fn () => throw new LogicException('thrown by a callback'))));
look('the body of a loop', thrown(static function () use ($gateway): void {
    foreach ($gateway->batch([payment()]) as $value) {
        throw new LogicException('thrown by the body', 0, $value);
    }
}));

// ---------------------------------------------------------------------------------------- malformed entries
$walk($gateway->batch([
    PAN, [PAN], [PAN, []], [[PAN]], ['paymentOrder', PAN], [payment()[1], 'paymentOrder'], ['paymentOrder', payment()[1], PAN],
    ['paymentOrder', [PAN => 1]], ['paymentOrder', ['id1', 'card ' . PAN => payment()[1]]], ['paymentOrder', ['orderId' => 'id1', PAN . 'x' => 1]],
    ['pay ' . PAN, []], ['call', [PAN, payment()[1][1]]], ['call', ['rest/' . PAN . '/x.do', ['pan' => PAN, 'x' => 1.5]]],
    ['paymentOrder', ['id1', [PAN]]], ['paymentOrder', ['id1', ['PAN' => PAN, '$CVC' => CVC]]], payment(),
]));

// ---------------------------------------------------------------------------------------- the batch, and what is thrown while it goes
foreach ([[payment()], halts(), new Stops(''), new Refuses()] as $i => $source) {
    if ($source instanceof Refuses) {
        continue; // it has no batch
    }
    $batch = $gateway->batch($source);
    look("batch $i, not begun", $batch);
    $batch->valid();
    look("batch $i, begun", $batch);
    look("batch $i, rewound", thrown(static function () use ($batch): void {
        $batch->next();
        $batch->rewind();
    }));
}

foreach ([
    'a logger' => static fn (array $event) => throw new LogicException('thrown by a logger'),
    'a logger that tells its trace' => static function (array $event): void {
        look('debug_backtrace in a logger', printed(array_map(static fn (array $frame): array => ['args' => $frame['args'] ?? null], array_filter(
            debug_backtrace(DEBUG_BACKTRACE_PROVIDE_OBJECT),
            static fn (array $frame): bool => is_a($frame['class'] ?? '', PaymentGateway::class, true) || ($frame['class'] ?? '') === 'PaymentGateway\Batch',
        ))));
        throw new LogicException('thrown by a logger');
    },
] as $what => $logger) {
    $logging = new PaymentGateway($proxy->uri, 'shop', PASSWORD, null, ['logger' => $logger]);
    set_error_handler(static function (int $level, string $message) use ($what): bool {
        look("$what: the warning", $message);
        look("$what: its trace", (new LogicException($message)));

        return true;
    });
    look($what, thrown(static fn () => $logging->call('paymentOrder', ['MDORDER' => 'id1'] + payment()[1][1])));
    look("$what, once more", thrown(static fn () => $logging->paymentOrder(...payment()[1])));
    $walk($logging->batch([payment()]));
    restore_error_handler();
}

// ---------------------------------------------------------------------------------------- the rest of the class
foreach ([
    'cancel' => static fn () => $gateway->cancel('id1', ['pan' => PAN]),
    'cancel, of another type' => static fn () => $gateway->cancel('id1', ['pan' => PAN], 1),
    'call' => static fn () => $gateway->call('paymentOrder', ['MM' => '13x', 'MDORDER' => 'id1'] + payment()[1][1]),
    'call by a wrong path' => static fn () => $gateway->call('rest/../x', ['pan' => PAN]),
    'forBank of no name' => static fn () => PaymentGateway::forBank('no-such-bank', 'shop', PASSWORD),
    'forBank with options' => static fn () => PaymentGateway::forBank('sberbank-test', 'shop', PASSWORD, null, ['proxi' => 'http://u:' . PASSWORD . '@h']),
    'forBank, of another type' => static fn () => PaymentGateway::forBank('sberbank-test', 1, PASSWORD),
    'the constructor by a callback' => static fn () => array_map(static fn ($x) => new PaymentGateway('x', 'shop', PASSWORD), [1]),
    'too many arguments of the constructor' => static fn () => new PaymentGateway($proxy->uri, 'shop', PASSWORD, null, [], 1),
    'an unknown argument of the constructor' => static fn () => new PaymentGateway($proxy->uri, 'shop', PASSWORD, nonsense: 1),
] as $what => $call) {
    look($what, thrown($call));
}

echo $looked > 60 ? 'many' : $looked, " looked at\n";

// What refers to itself is otherwise left to the end of the process, which valgrind calls a leak.
unset($batch, $logger, $logging, $walk, $call, $shop, $gateway);
gc_collect_cycles();

?>
--EXPECT--
many looked at
