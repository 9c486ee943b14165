--TEST--
A batch and the shop's own code: generators that throw, loops left early, calls within, forks, resets, exit() and fatal errors
--EXTENSIONS--
payment_gateway
pcntl
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$echo = ['fill' => true, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2,"orderNumber":"%orderId%"}']];
$proxy = FaultProxy::start([
    ['body' => 'orderId=slower', 'do' => 'pass', 'delay' => 2] + $echo,
    ['body' => 'orderId=slow', 'do' => 'pass', 'delay' => 0.3] + $echo,
    ['body' => 'orderId=hang', 'do' => 'hang'],
    ['do' => 'pass', 'delay' => 0.01] + $echo,
]);
$gateway = $proxy->client();
$status = static fn (string $id): array => ['getOrderStatusExtended', [$id]];

/** Walks it, and tells what came, an exception of the source's or the loop's last. */
function walk(iterable $batch, ?callable $body = null): string
{
    $came = [];
    try {
        foreach ($batch as $key => $value) {
            $came[] = "$key=" . (is_array($value) ? $value['orderNumber'] : $value::class);
            $body && $body($key);
        }
    } catch (Throwable $e) {
        $came[] = $e::class . ' ' . $e->getMessage();
    }

    return implode(', ', $came);
}

/** What a child says, its fatal error, and how it ended. */
function in_child(callable $code): string
{
    $file = temporary_path('child');
    $pid = pcntl_fork();
    if ($pid === 0) {
        ini_set('display_errors', '0');
        ini_set('log_errors', '1');
        ini_set('error_log', $file);
        ini_set('memory_limit', '64M');
        ob_start(static fn (string $text): string => file_put_contents($file, $text, FILE_APPEND) ? '' : '', 1);
        $code();
        exit(0);
    }
    pcntl_waitpid($pid, $state);
    $said = preg_replace('~\[[^]]* [^]]*\] PHP (Fatal error).*~', '$1', (string) @file_get_contents($file));
    @unlink($file);

    return trim($said) . (pcntl_wifsignaled($state) ? ' KILLED BY ' . pcntl_wtermsig($state) : ' (exit ' . pcntl_wexitstatus($state) . ')');
}

function fatal(): void
{
    eval('function fatal() {}'); // redeclared
}

// ---------------------------------------------------------------------------------------------- sources that throw

$throwing = static function (int $after) use ($status): Generator {
    for ($i = 0; $i < $after; $i++) {
        yield $i => $status("o$i");
    }
    throw new LogicException("after $after");
};
echo 'at once: ', walk($gateway->batch($throwing(0))), "\n";
echo 'in the middle: ', walk($gateway->batch($throwing(3), 1)), "\n";
echo 'with calls on their way: ', walk($gateway->batch($throwing(3), keepOrder: true)), "\n";
$batch = $gateway->batch($throwing(1));
walk($batch);
echo 'and after that: ', json_encode([$batch->valid(), $batch->next(), $batch->valid()]), "\n";

/** Throws from the given method. */
final class Source implements Iterator
{
    private int $at = 0;

    public function __construct(private string $throws)
    {
    }

    private function here(string $method, mixed $value): mixed
    {
        return $this->throws === "$method$this->at" ? throw new LogicException("in $method") : $value;
    }

    public function rewind(): void
    {
        $this->here('rewind', null);
    }

    public function valid(): bool
    {
        return $this->here('valid', $this->at < 3);
    }

    public function key(): mixed
    {
        return $this->here('key', $this->at);
    }

    public function current(): mixed
    {
        return $this->here('current', ['getOrderStatusExtended', ["o$this->at"]]);
    }

    public function next(): void
    {
        $this->at++;
        $this->here('next', null);
    }
}
foreach (['rewind0', 'valid0', 'current0', 'key0', 'next1', 'valid2', 'current2', 'key2', 'valid3', 'never'] as $where) {
    echo "$where: ", walk($gateway->batch(new Source($where), keepOrder: true)), "\n";
}
echo 'no iterator: ', caught(fn () => $gateway->batch(new class implements IteratorAggregate {
    public function getIterator(): Iterator
    {
        throw new LogicException('none');
    }
}))->getMessage(), "\n";
$used = (fn () => yield $status('1'))();
$used->next();
echo 'a used generator: ', caught(fn () => $gateway->batch($used))->getMessage(), "\n";
echo 'a text that throws: ', walk($gateway->batch([['refund', ['o', 1, ['language' => new class {
    public function __toString(): string
    {
        throw new LogicException('no text');
    }
}]]]])), "\n";

// -------------------------------------------------------------------------------------------------- leaving early

final class Witness
{
    public static int $gone = 0;

    public function __destruct()
    {
        self::$gone++;
    }
}
$witnessed = static function (int $count, string $id) use ($status): Generator {
    $witness = new Witness();
    for ($i = 0; $i < $count; $i++) {
        yield $i => $status($i === 0 ? 'o' : $id);
    }
};
foreach ($gateway->batch($witnessed(10, 'hang'), 4) as $key => $reply) {
    break;
}
printf("left with calls on their way: %d, %d generator freed, ", $key, Witness::$gone);
echo walk($gateway->batch([$status('after')])), "\n";
echo 'an exception in the loop: ', walk($gateway->batch($witnessed(10, 'o'), 4, true), fn ($key) => $key === 0 ? throw new LogicException('mine') : null), ', ', Witness::$gone, " freed\n";
$batch = $gateway->batch($witnessed(10, 'hang'), 4);
$batch->current();
unset($batch);
echo 'let go in the middle: ', Witness::$gone, " freed\n";
$gateway->batch($witnessed(1, 'o'));
echo 'never walked: ', Witness::$gone, " freed\n";

$cycle = function () use (&$batch, $gateway, $status): Generator {
    $witness = new Witness();
    yield $batch => $status('o');
    yield $gateway => $status('o');
};
$batch = $gateway->batch($cycle(), 1);
$batch->current();
$batch = $cycle = null;
$collected = gc_collect_cycles();
echo 'a cycle: ', $collected > 0 ? 'collected' : 'left', ', ', Witness::$gone, " freed\n";

$own = $proxy->client();
$batch = $own->batch((function () use ($status): Generator {
    yield $status('1');
    yield $status('2');
})(), 1);
echo 'without its gateway: ', walk($batch, function () use (&$own): void {
    $own = null;
}), "\n";

// ------------------------------------------------------------------------------------------------- calls within

echo 'a call in the loop: ', walk($gateway->batch([$status('1'), $status('2')], keepOrder: true), fn () => $gateway->getOrderStatusExtended('within')['orderNumber'] === 'within' || throw new LogicException('wrong')), "\n";
echo 'a batch in the loop: ';
echo walk($gateway->batch(['a' => $status('1'), 'b' => $status('2')], keepOrder: true), function () use ($gateway, $status): void {
    echo '[', walk($gateway->batch(['c' => $status('3'), 'd' => $status('4')], keepOrder: true)), '] ';
}), "\n";
echo 'a call in the generator: ', walk($gateway->batch((function () use ($gateway, $status): Generator {
    yield $gateway->getOrderStatusExtended('x')['orderNumber'] => $status('1');
    yield $gateway->getOrderStatusExtended('y')['orderNumber'] => $status('2');
})(), keepOrder: true)), "\n";

// The loop's own time is not the calls', neither of one that waits for its answer nor of one that is connecting.
$limit = patience(3);
$slowly = static function (mixed $key) use ($limit): void {
    $key === 0 && usleep((int) (($limit + 0.5) * 1e6));
};
$hasty = ['timeout' => $limit, 'connectTimeout' => $limit];
echo 'a slow loop: ', walk($proxy->client($hasty)->batch(array_map($status, ['o', 'slow', 'hang', 'o2']), 3, true), $slowly), "\n";
$secret = FaultProxy::start([['connection' => [2, 3], 'at' => 'accept', 'do' => 'pass', 'delay' => 0.5], ['do' => 'pass'] + $echo], null, true);
echo 'a slow loop over TLS: ', walk($secret->client($hasty)->batch(array_map($status, ['a', 'b', 'c']), keepOrder: true), $slowly), "\n";
$secret->stop();

echo 'walked from within: ';
foreach (['next', 'rewind'] as $method) {
    $batch = $gateway->batch((function () use (&$batch, $status, $method): Generator {
        yield $status('1');
        $batch->$method();
    })());
    echo walk($batch), '; ';
}
$logged = $proxy->client(['logger' => function () use (&$batch): void {
    try {
        $batch->next();
    } catch (Error $e) {
        echo $e->getMessage(), ', ';
    }
}]);
$batch = $logged->batch([$status('1'), $status('2')], keepOrder: true);
echo walk($batch), "\n";
$batch = null;

echo 'a destructor of a key that throws: ', walk($gateway->batch((function () use ($status): Generator {
    yield 'a' => $status('1');
    yield new class {
        public function __toString(): string
        {
            return 'b';
        }

        public function __destruct()
        {
            throw new LogicException('destructed');
        }
    } => $status('2');
    yield 'c' => $status('3');
})(), 1)), "\n";

// ---------------------------------------------------------------------------------------------- forks and resets

$before = count($proxy->deliveries('refund'));
echo 'a child that ends: ', walk($gateway->batch(array_map(static fn (int $i): array => ['refund', ["fork$i", 1]], range(0, 5)), 2, true), function (): void {
    if (pcntl_fork() === 0) {
        exit(0);
    }
    pcntl_wait($state);
}), "\n";
printf("%d refunds delivered\n", count($proxy->deliveries('refund')) - $before);
echo 'a child that walks on: ';
$before = count($proxy->deliveries('refund'));
$batch = $gateway->batch(array_map(static fn (int $i): array => ['refund', ["again$i", 1]], range(0, 5)), 2, true);
$batch->current();
echo in_child(static function () use ($batch): void {
    echo $batch->current()['orderNumber'], ', ', walk_on($batch);
}), '; its parent: ', walk_on($batch);
printf("; %d refunds delivered\n", count($proxy->deliveries('refund')) - $before);

function walk_on(PaymentGateway\Batch $batch): string
{
    for ($count = 0;; $count++) {
        try {
            $batch->next();
        } catch (Throwable $e) {
            return $e->getMessage();
        }
        if (!$batch->valid()) {
            return "$count more";
        }
    }
}

$batch = $gateway->batch(array_map($status, ['1', '2', '3']), 2, true);
echo 'made before the fork: ', in_child(static function () use ($batch): void {
    echo walk($batch);
}), "\n";
echo 'connections reset in the loop: ', walk($gateway->batch(array_map($status, ['slow', '1', 'slow', '2', 'slow', '3']), 3, true), fn () => PaymentGateway::resetConnections()), "\n";

// ------------------------------------------------------------------------------------------- exit and fatal errors

foreach ([
    'exit in the loop' => static fn () => walk($gateway->batch(array_map($status, ['o', 'hang', 'hang'])), fn () => exit(3)),
    'exit in the generator' => static fn () => walk($gateway->batch((function () use ($status): Generator {
        yield $status('hang');
        exit(4);
    })())),
    'exit in a text' => static function () use ($gateway): void {
        $batch = $gateway->batch([['refund', ['hang', 1]], ['refund', ['o', 1, ['language' => new class {
            public function __toString(): string
            {
                exit(5);
            }
        }]]]], keepOrder: true);
        register_shutdown_function(static function () use ($batch): void {
            echo json_encode($batch->valid());
            exit(6);
        });
        walk($batch);
    },
    'a fatal error in the loop' => static fn () => walk($gateway->batch(array_map($status, ['o', 'hang', 'hang'])), fn () => fatal()),
    'a fatal error in the generator' => static fn () => walk($gateway->batch((function () use ($status): Generator {
        yield $status('hang');
        fatal();
    })())),
    'a fatal error in the logger' => static function () use ($proxy, $status): void {
        $gateway = $proxy->client(['logger' => fn () => fatal()]);
        echo walk($gateway->batch([$status('1'), $status('2')])), ' NOT REACHED';
    },
    'a fatal error in the logger of what is given up' => static function () use ($proxy, $status): void {
        $gateway = $proxy->client(['logger' => fn (array $event) => $event['httpStatus'] === 0 ? fatal() : null]);
        register_shutdown_function(static function () use ($proxy): void {
            echo $proxy->client()->getOrderStatusExtended('o')['orderNumber'];
        });
        $batch = $gateway->batch(array_map($status, ['o', 'hang']));
        $batch->current();
        unset($batch);
        echo ' NOT REACHED';
    },
    'no memory for a reply' => static function () use ($status): void {
        $proxy = FaultProxy::start([['body' => 'orderId=big', 'do' => 'pass', 'reply' => ['body' => '{"a":[' . str_repeat('[1],', 1_000_000) . '0]}']]]);
        $gateway = $proxy->client();
        register_shutdown_function(static fn () => $proxy->stop());
        // Without the engine's own memory nothing is limited, as under valgrind.
        getenv('USE_ZEND_ALLOC') === '0' && fatal();
        echo walk($gateway->batch([$status('big'), $status('hang')])), ' NOT REACHED';
    },
    'a handler that walks' => static function () use ($gateway, $proxy, $status): void {
        pcntl_async_signals(true);
        $batch = $gateway->batch(['a' => $status('slower'), 'b' => $status('o')], 1);
        pcntl_signal(SIGALRM, static fn () => $batch->next());
        $killer = pcntl_fork();
        if ($killer === 0) {
            // The signal must come while the batch waits: its call has reached the gateway, and the answer takes long.
            while (!array_filter($proxy->deliveries(), static fn (array $entry): bool => str_contains($entry['body'], 'orderId=slower'))) {
                usleep(5_000);
            }
            posix_kill(posix_getppid(), SIGALRM);
            posix_kill(getmypid(), SIGKILL);
        }
        echo walk($batch);
        pcntl_waitpid($killer, $state);
    },
] as $what => $code) {
    echo "$what: ", in_child($code), "\n";
}
echo 'and all is well: ', walk($gateway->batch([$status('1')])), "\n";

?>
--EXPECT--
at once: LogicException after 0
in the middle: 0=o0, 1=o1, 2=o2, LogicException after 3
with calls on their way: 0=o0, 1=o1, 2=o2, LogicException after 3
and after that: [false,null,false]
rewind0: LogicException in rewind
valid0: LogicException in valid
current0: LogicException in current
key0: LogicException in key
next1: 0=o0, LogicException in next
valid2: 0=o0, 1=o1, LogicException in valid
current2: 0=o0, 1=o1, LogicException in current
key2: 0=o0, 1=o1, LogicException in key
valid3: 0=o0, 1=o1, 2=o2, LogicException in valid
never: 0=o0, 1=o1, 2=o2
no iterator: none
a used generator: Cannot traverse an already closed generator
a text that throws: 0=LogicException
left with calls on their way: 0, 1 generator freed, 0=after
an exception in the loop: 0=o, LogicException mine, 2 freed
let go in the middle: 3 freed
never walked: 3 freed
a cycle: collected, 4 freed
without its gateway: 0=1, 1=2
a call in the loop: 0=1, 1=2
a batch in the loop: [c=3, d=4] [c=3, d=4] a=1, b=2
a call in the generator: x=1, y=2
a slow loop: 0=o, 1=slow, 2=PaymentGateway\TimeoutException, 3=o2
a slow loop over TLS: 0=a, 1=b, 2=c
walked from within: 0=1, Error A batch cannot be advanced from within its own callbacks; 0=1, Error A batch can be iterated only once; A batch cannot be advanced from within its own callbacks, A batch cannot be advanced from within its own callbacks, 0=1, 1=2
a destructor of a key that throws: a=1, b=2, LogicException destructed
a child that ends: 0=fork0, 1=fork1, 2=fork2, 3=fork3, 4=fork4, 5=fork5
6 refunds delivered
a child that walks on: again0, A batch cannot be iterated in a forked child (exit 0); its parent: 5 more; 6 refunds delivered
made before the fork: 0=1, 1=2, 2=3 (exit 0)
connections reset in the loop: 0=slow, 1=1, 2=slow, 3=2, 4=slow, 5=3
exit in the loop:  (exit 3)
exit in the generator:  (exit 4)
exit in a text: false (exit 6)
a fatal error in the loop: Fatal error (exit 255)
a fatal error in the generator: Fatal error (exit 255)
a fatal error in the logger: Fatal error (exit 255)
a fatal error in the logger of what is given up: Fatal error
o (exit 255)
no memory for a reply: Fatal error (exit 255)
a handler that walks: Error A batch cannot be advanced from within its own callbacks (exit 0)
and all is well: 0=1
