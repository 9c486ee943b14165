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

$proxy = FaultProxy::start([
    ['body' => 'orderId=hang', 'do' => 'hang', 'seconds' => 8],
    ['body' => 'orderId=slow', 'do' => 'pass', 'delay' => 1, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
    ['body' => 'orderId=busy', 'do' => 'pass', 'reply' => ['status' => 429, 'body' => '', 'headers' => ['Retry-After' => '20']]],
    ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":3}']],
]);
$gateway = $proxy->client();
pcntl_async_signals(true);

final class Enough extends Exception
{
}

/** Has the signal sent to this process a little later, by a child that ends the hard way. */
function signal_later(int $signal = SIGALRM, float $seconds = 0.3): int
{
    $parent = getmypid();
    $pid = pcntl_fork();
    if ($pid === 0) {
        usleep((int) ($seconds * 1e6));
        posix_kill($parent, $signal);
        posix_kill(getmypid(), SIGKILL);
    }

    return $pid;
}

/** How a call ends that is interrupted, and whether that was prompt: hanging, it would last 8 seconds. */
function interrupted(callable $call, callable $handler, int $times = 1, float $every = 0.2): string
{
    pcntl_signal(SIGALRM, $handler);
    $pids = [];
    for ($i = 1; $i <= $times; $i++) {
        $pids[] = signal_later(SIGALRM, $every * $i);
    }
    $started = microtime(true);
    try {
        $value = $call();
        $told = is_array($value) ? 'orderStatus ' . $value['orderStatus'] : (string) $value;
    } catch (Throwable $e) {
        $told = $e instanceof PaymentGateway\Exception ? facts($e) . ', before it ' . ($e->getPrevious() ? $e->getPrevious()::class : 'nothing') : $e::class;
    }
    $took = microtime(true) - $started;
    foreach ($pids as $pid) {
        pcntl_waitpid($pid, $status);
    }

    return $told . ($took < 2.5 ? '' : ", after $took s");
}

$throw = static fn () => throw new Enough('enough');
echo 'a read: ', interrupted(fn () => $gateway->getOrderStatusExtended('hang'), $throw), "\n";
echo 'money: ', interrupted(fn () => $gateway->deposit('hang'), $throw), "\n";
echo 'a refund with an id: ', interrupted(fn () => $gateway->refund('hang', 1, ['externalRefundId' => 'r']), $throw), "\n";
echo 'by path: ', interrupted(fn () => $gateway->call('rest/x.do', ['orderId' => 'hang']), $throw), "\n";
printf("delivered: %d, and a call after them: %d\n", count($proxy->deliveries()), $gateway->getOrderStatusExtended('o')['orderStatus']);

// Nothing was sent yet: nothing is in doubt.
$secret = FaultProxy::start([['at' => 'accept', 'do' => 'hang', 'seconds' => 8]], null, true);
echo 'money, while connecting: ', interrupted(fn () => $secret->client()->deposit('o'), $throw), "\n";
// Between two attempts: the first was refused at the door.
$patient = $proxy->client(['retries' => 2]);
echo 'a read, in a pause: ', interrupted(fn () => $patient->getOrderStatusExtended('busy'), $throw), "\n";
echo 'a refund, in a pause: ', interrupted(fn () => $patient->refund('busy', 1, ['externalRefundId' => 'r']), $throw), "\n";
$lossy = FaultProxy::start([['nth' => 1, 'do' => 'fin'], ['do' => 'pass', 'reply' => ['status' => 429, 'body' => '', 'headers' => ['Retry-After' => '20']]]]);
echo 'a refund that was lost, in a pause: ', interrupted(fn () => $lossy->client(['retries' => 2])->refund('o', 1, ['externalRefundId' => 'r']), $throw, every: 0.8), "\n";
$lossy->stop();

$count = 0;
echo 'a handler that counts: ', interrupted(fn () => $gateway->getOrderStatusExtended('slow'), function () use (&$count): void {
    $count++;
}, 3), ", $count signals\n";
echo 'a handler that calls: ', interrupted(fn () => $gateway->getOrderStatusExtended('slow'), function () use ($gateway): void {
    echo '[', $gateway->getOrderStatusExtended('o')['orderStatus'], '] ';
}), "\n";
echo 'a handler that walks a batch: ', interrupted(fn () => $gateway->getOrderStatusExtended('slow'), function () use ($gateway): void {
    echo '[', count(iterator_to_array($gateway->batch(array_fill(0, 5, ['getOrderStatusExtended', ['o']])))), '] ';
}), "\n";
echo 'a handler that resets the connections: ', interrupted(fn () => $gateway->getOrderStatusExtended('slow'), fn () => PaymentGateway::resetConnections()), "\n";
echo 'a handler whose call is interrupted: ', interrupted(fn () => $gateway->deposit('hang'), function () use ($gateway, $throw): void {
    pcntl_signal(SIGUSR1, $throw);
    try {
        $gateway->getOrderStatusExtended('unheard');
    } finally {
        throw new Enough('from the handler');
    }
}), "\n";
echo 'an answer that came while a handler called: ', interrupted(fn () => $gateway->deposit('slow'), function () use ($gateway): void {
    $gateway->getOrderStatusExtended('slow'); // longer than what is left of the deposit, which is answered meanwhile
    throw new Enough('and too late');
}), "\n";
echo 'in a generator: ', interrupted(function () use ($gateway): string {
    foreach ($gateway->batch((function () use ($gateway): Generator {
        yield ['getOrderStatusExtended', ['o']];
        yield ['getOrderStatusExtended', [(string) $gateway->getOrderStatusExtended('hang')['orderStatus']]];
    })()) as $key => $value) {
        echo "[$value[orderStatus]] ";
    }

    return 'to the end';
}, $throw), "\n";

// A batch: the walk ends with the handler's exception, and can be gone on with.
$batch = $gateway->batch(['a' => ['getOrderStatusExtended', ['hang']], 'b' => ['deposit', ['slow']], 'c' => ['getOrderStatusExtended', ['o']]]);
echo 'a batch: ', $batch->key(), ', ', interrupted(fn () => $batch->next(), $throw), ', ';
$batch->next();
echo $batch->key(), ' ', json_encode($batch->current()), "\n";
unset($batch);
$count = 0;
$batch = $gateway->batch(['b' => ['deposit', ['slow']]]);
echo 'a batch and a handler that counts: ', interrupted(fn () => $batch->current(), function () use (&$count): void {
    $count++;
}, 3), ", $count signals\n";

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

    return trim($said) . (pcntl_wifsignaled($state) ? ' KILLED BY ' . pcntl_wtermsig($state) : ' (exit ' . pcntl_wexitstatus($state) . ')') . ($took < 4 ? '' : ", after $took s");
}

$handled = static fn (callable $handler): callable => static function () use ($gateway, $handler): void {
    register_shutdown_function(static function () use ($gateway): void {
        echo 'shutdown ', $gateway->getOrderStatusExtended('o')['orderStatus'];
    });
    pcntl_signal(SIGALRM, $handler);
    signal_later();
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
    signal_later(SIGPROF);
    $gateway->deposit('hang');
    echo 'NOT REACHED';
}), "\n";
echo 'the time limit of a batch: ', in_child(static function () use ($gateway): void {
    set_time_limit(100);
    signal_later(SIGPROF);
    foreach ($gateway->batch([['deposit', ['hang']]]) as $value) {
        echo 'NOT REACHED';
    }
}), "\n";
echo 'a handler that forks: ', in_child(static function () use ($gateway): void {
    $child = 0;
    pcntl_signal(SIGALRM, static function () use (&$child): void {
        $child = pcntl_fork();
    });
    signal_later();
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
    signal_later();
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
