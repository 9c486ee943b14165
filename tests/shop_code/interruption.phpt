--TEST--
Signals while a call waits: a handler that throws stops it at once and says what is in doubt; any other lets it go on
--EXTENSIONS--
payment_gateway
pcntl
posix
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const GOOD = ['body' => '{"errorCode":"0","orderStatus":2}'];
const BUSY = ['status' => 429, 'body' => '', 'headers' => ['Retry-After' => '20', 'Connection' => 'close']];

$proxy = FaultProxy::start([
    ['body' => 'orderId=hang', 'do' => 'hang', 'seconds' => 20],
    ['body' => 'orderId=slow', 'do' => 'pass', 'delay' => 1.5, 'reply' => GOOD],
    ['body' => 'orderId=steady', 'do' => 'pass', 'delay' => 4, 'reply' => GOOD], // time for several signals, on a busy machine too
    ['body' => 'orderId=later', 'do' => 'pass', 'delay' => 3, 'reply' => GOOD],
    ['body' => 'orderId=busy', 'do' => 'pass', 'reply' => BUSY],
    ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":3}']],
]);
$gateway = $proxy->client();
pcntl_async_signals(true);

final class Enough extends Exception
{
}

/** A count that all processes of the test share. */
final class SharedCount
{
    private string $file;

    public function __construct()
    {
        $this->file = temporary_path('count');
        touch($this->file);
        at_end_of_test(fn () => unlink($this->file));
    }

    public function __invoke(): void
    {
        file_put_contents($this->file, '.', FILE_APPEND);
    }

    public function reaches(int $count): bool
    {
        clearstatcache(true, $this->file);

        return filesize($this->file) >= $count;
    }
}

/** True once the order's next request is at the gateway. */
function delivered(string $orderId, ?FaultProxy $at = null): Closure
{
    $at ??= $GLOBALS['proxy'];
    $count = static fn (): int => count(array_filter($at->deliveries(), static fn (array $entry): bool => str_contains($entry['body'], "orderId=$orderId")));
    $before = $count();

    return static fn (): bool => $count() > $before;
}

/** Waits for what another process does; true once it is done. */
function await(callable $done): bool
{
    for ($until = microtime(true) + 60; !$done() && microtime(true) < $until;) {
        usleep(5_000);
    }

    return $done();
}

/** Has the signal sent to this process by a child: as soon as it is time, and again whenever it was handled. The child ends the hard way. */
function signal_when(callable $time, int $signal = SIGALRM, int $times = 1, ?SharedCount $handled = null): int
{
    $parent = getmypid();
    $pid = pcntl_fork();
    if ($pid === 0) {
        for ($sent = 0; $sent < $times && await($sent === 0 ? $time : fn () => $handled->reaches($sent)); $sent++) {
            posix_kill($parent, $signal);
        }
        posix_kill(getmypid(), SIGKILL);
    }

    return $pid;
}

/** How a call ends that is interrupted, and whether soon after the signal: hanging, it would last 20 seconds. */
function interrupted(callable $call, callable $handler, callable $time, int $times = 1): string
{
    $handled = new SharedCount();
    $heard = null;
    pcntl_signal(SIGALRM, static function () use ($handler, $handled, &$heard): void {
        $heard ??= microtime(true);
        $handled();
        $handler();
    });
    try {
        $pid = signal_when($time, SIGALRM, $times, $handled);
        $value = $call();
        $told = is_array($value) ? 'orderStatus ' . $value['orderStatus'] : (string) $value;
    } catch (Throwable $e) {
        $told = $e instanceof PaymentGateway\Exception ? facts($e) . ', before it ' . ($e->getPrevious() ? $e->getPrevious()::class : 'nothing') : $e::class;
    }
    $took = microtime(true) - $heard;
    pcntl_waitpid($pid, $status);

    return $told . ($took < 8 ? '' : ", after $took s");
}

$throw = static fn () => throw new Enough('enough');
$status = static fn (string $id): Closure => static fn (): array => $gateway->getOrderStatusExtended($id);
$deposit = static fn (string $id): Closure => static fn (): array => $gateway->deposit($id);
$refund = static fn (PaymentGateway $gateway, string $id): Closure => static fn (): array => $gateway->refund($id, 1, ['externalRefundId' => 'r']);

$hanging = [
    'a read' => $status('hang'),
    'money' => $deposit('hang'),
    'a refund with an id' => $refund($gateway, 'hang'),
    'by path' => static fn (): array => $gateway->call('rest/x.do', ['orderId' => 'hang']),
];
foreach ($hanging as $name => $call) {
    echo "$name: ", interrupted($call, $throw, delivered('hang')), "\n";
}
printf("delivered: %d, and a call after them: %d\n", count($proxy->deliveries()), $gateway->getOrderStatusExtended('o')['orderStatus']);

// Nothing was sent yet: nothing is in doubt.
$secret = FaultProxy::start([['at' => 'accept', 'do' => 'hang', 'seconds' => 20]], null, true);
echo 'money, while connecting: ', interrupted(fn () => $secret->client()->deposit('o'), $throw, fn () => $secret->connections() > 0), "\n";

// In the pause before another attempt, which begins when the answer was read and the connection closed.
$lossy = FaultProxy::start([['nth' => 1, 'do' => 'fin'], ['do' => 'pass', 'reply' => BUSY]]);
$pauses = [
    'a read, in a pause' => [$proxy, static fn (PaymentGateway $g): array => $g->getOrderStatusExtended('busy')],
    'a refund, in a pause' => [$proxy, static fn (PaymentGateway $g): array => $refund($g, 'busy')()],
    'a refund that was lost, in a pause' => [$lossy, static fn (PaymentGateway $g): array => $refund($g, 'o')()],
];
foreach ($pauses as $name => [$at, $call]) {
    PaymentGateway::resetConnections(); // one that the signalling child inherits would stay open in it
    $client = $at->client(['retries' => 2]);
    $closed = $at->closed();
    // The gateway has closed the connection; the client needs a moment to read what it said before.
    $paused = static fn (): bool => $at->closed() > $closed && sleep(1) === 0;
    echo "$name: ", interrupted(static fn (): array => $call($client), $throw, $paused), "\n";
}
$lossy->stop();

$count = 0;
$counts = static function () use (&$count): void {
    $count++;
};
echo 'a handler that counts: ', interrupted($status('steady'), $counts, delivered('steady'), 3), ", $count signals\n";
$handlers = [
    'calls' => static function () use ($gateway): void {
        echo '[', $gateway->getOrderStatusExtended('o')['orderStatus'], '] ';
    },
    'walks a batch' => static function () use ($gateway): void {
        echo '[', count(iterator_to_array($gateway->batch(array_fill(0, 5, ['getOrderStatusExtended', ['o']])))), '] ';
    },
    'resets the connections' => static fn () => PaymentGateway::resetConnections(),
];
foreach ($handlers as $does => $handler) {
    echo "a handler that $does: ", interrupted($status('slow'), $handler, delivered('slow')), "\n";
}
echo 'a handler whose call is interrupted: ', interrupted($deposit('hang'), function () use ($gateway, $throw): void {
    pcntl_signal(SIGUSR1, $throw);
    try {
        $gateway->getOrderStatusExtended('unheard');
    } finally {
        throw new Enough('from the handler');
    }
}, delivered('hang')), "\n";
echo 'an answer that came while a handler called: ', interrupted($deposit('slow'), function () use ($gateway): void {
    $gateway->getOrderStatusExtended('later'); // the deposit is answered meanwhile
    throw new Enough('and too late');
}, delivered('slow')), "\n";
echo 'in a generator: ', interrupted(function () use ($gateway): string {
    foreach ($gateway->batch((function () use ($gateway): Generator {
        yield ['getOrderStatusExtended', ['o']];
        yield ['getOrderStatusExtended', [(string) $gateway->getOrderStatusExtended('hang')['orderStatus']]];
    })()) as $key => $value) {
        echo "[$value[orderStatus]] ";
    }

    return 'to the end';
}, $throw, delivered('hang')), "\n";

// A batch: the walk ends with the handler's exception, and can be gone on with.
$batch = $gateway->batch(['a' => ['getOrderStatusExtended', ['hang']], 'b' => ['deposit', ['later']], 'c' => ['getOrderStatusExtended', ['o']]]);
echo 'a batch: ', $batch->key(), ', ', interrupted(fn () => $batch->next(), $throw, fn (): bool => usleep(300_000) === null), ', ';
$batch->next();
echo $batch->key(), ' ', json_encode($batch->current()), "\n";
unset($batch);
$count = 0;
$batch = $gateway->batch(['b' => ['deposit', ['steady']]]);
echo 'a batch and a handler that counts: ', interrupted(fn () => $batch->current(), $counts, delivered('steady'), 3), ", $count signals\n";

// ---------------------------------------------------------------------------------- the end of the script meanwhile

/** What the child says, its fatal error, and how it ended. */
function in_child(callable $code): string
{
    $file = temporary_path('child');
    $pid = pcntl_fork();
    if ($pid === 0) {
        ini_set('display_errors', '0');
        ini_set('log_errors', '1');
        ini_set('error_log', $file);
        ob_start(static fn (string $text): string => file_put_contents($file, $text, FILE_APPEND) ? '' : '', 1);
        $code();
        exit(0);
    }
    $started = microtime(true);
    pcntl_waitpid($pid, $state);
    $took = microtime(true) - $started;
    $said = preg_replace(['~\[[^]]* [^]]*\] PHP Warning: +Uncaught .*? thrown in \S+ on line \d+~s', '~\[[^]]* [^]]*\] PHP (Fatal error: +)~', '~ in (/|Unknown).*~', '~ \(previously.*~', '~\s+~'], ['', '', '', '', ' '], (string) @file_get_contents($file));
    @unlink($file);

    return trim($said) . (pcntl_wifsignaled($state) ? ' KILLED BY ' . pcntl_wtermsig($state) : ' (exit ' . pcntl_wexitstatus($state) . ')') . ($took < 12 ? '' : ", after $took s");
}

$handled = static fn (callable $handler): callable => static function () use ($gateway, $handler): void {
    register_shutdown_function(static function () use ($gateway): void {
        echo 'shutdown ', $gateway->getOrderStatusExtended('o')['orderStatus'];
    });
    pcntl_signal(SIGALRM, $handler);
    signal_when(delivered('hang'));
    try {
        $gateway->deposit('hang');
    } finally {
        echo 'finally ';
    }
    echo 'NOT REACHED';
};
echo 'exit in the handler: ', in_child($handled(fn () => exit(7))), "\n";
echo 'a fatal error in the handler: ', in_child($handled(fn () => eval('function in_child() {}'))), "\n";
// The engine's own clock counts the time of the processor, of which waiting takes none: its signal is sent by hand.
echo 'the time limit: ', in_child(static function () use ($gateway): void {
    set_time_limit(100);
    signal_when(delivered('hang'), SIGPROF);
    $gateway->deposit('hang');
    echo 'NOT REACHED';
}), "\n";
echo 'the time limit of a batch: ', in_child(static function () use ($gateway): void {
    set_time_limit(100);
    signal_when(delivered('hang'), SIGPROF);
    foreach ($gateway->batch([['deposit', ['hang']]]) as $value) {
        echo 'NOT REACHED';
    }
}), "\n";
echo 'a handler that forks: ', in_child(static function () use ($gateway): void {
    $child = 0;
    pcntl_signal(SIGALRM, static function () use (&$child): void {
        $child = pcntl_fork();
    });
    signal_when(delivered('slow'));
    try {
        $status = $gateway->getOrderStatusExtended('slow')['orderStatus'];
        pcntl_waitpid($child, $state);
        echo "; the parent has its answer: $status";
    } catch (PaymentGateway\Exception $e) {
        echo 'the child: ', facts($e);
    }
}), "\n";
echo 'a handler that forks, and money: ', in_child(static function () use ($gateway): void {
    $child = 0;
    pcntl_signal(SIGALRM, static function () use (&$child): void {
        $child = pcntl_fork();
    });
    signal_when(delivered('slow'));
    try {
        $gateway->deposit('slow');
        pcntl_waitpid($child, $state);
        echo '; the parent has its answer';
    } catch (PaymentGateway\Exception $e) {
        echo 'the child: ', facts($e);
    }
}), "\n";
echo 'and all is well: ', $gateway->getOrderStatusExtended('o')['orderStatus'], "\n";

?>
--EXPECTF--
a read: Enough
money: TransportException deposit errorCode=null actionCode=null http=0 reply=no UNKNOWN final, before it Enough
a refund with an id: TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN retriable, before it Enough
by path: TransportException rest/x.do errorCode=null actionCode=null http=0 reply=no UNKNOWN final, before it Enough
delivered: 4, and a call after them: 3
money, while connecting: Enough
a read, in a pause: Enough
a refund, in a pause: Enough
a refund that was lost, in a pause: TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN retriable, before it Enough
a handler that counts: orderStatus 2, 3 signals
a handler that calls: [3] orderStatus 2
a handler that walks a batch: [5] orderStatus 2
a handler that resets the connections: orderStatus 2
a handler whose call is interrupted: TransportException deposit errorCode=null actionCode=null http=0 reply=no UNKNOWN final, before it Enough
an answer that came while a handler called: TransportException deposit errorCode=null actionCode=null http=0 reply=yes known final, before it Enough
in a generator: [3] Enough
a batch: c, Enough, b {"errorCode":"0","orderStatus":2}
a batch and a handler that counts: orderStatus 2, 3 signals
exit in the handler: shutdown 3 (exit 7)
a fatal error in the handler: Cannot redeclare %Sin_child() shutdown 3 (exit 255)
the time limit: Maximum execution time of 100 seconds exceeded (exit 255)
the time limit of a batch: Maximum execution time of 100 seconds exceeded (exit 255)
a handler that forks: the child: TransportException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable; the parent has its answer: 2 (exit 0)
a handler that forks, and money: the child: TransportException deposit errorCode=null actionCode=null http=0 reply=no UNKNOWN final; the parent has its answer (exit 0)
and all is well: 3
