--TEST--
The logger: what it is told of each attempt, in which form, and that nothing it does changes a call
--EXTENSIONS--
payment_gateway
pcntl
posix
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$plan = [
    ['body' => 'orderId=busy', 'nth' => 1, 'do' => 'pass', 'reply' => ['status' => 503, 'body' => '']],
    ['body' => 'orderId=busy', 'nth' => 2, 'do' => 'pass', 'reply' => ['status' => 429, 'body' => '', 'headers' => ['Retry-After' => '1']]],
    ['body' => 'orderId=unknown', 'do' => 'pass', 'reply' => ['body' => '{"errorCode":"6","errorMessage":"No such order"}']],
    ['body' => 'orderId=lost', 'do' => 'fin'],
    ['body' => 'orderId=hang', 'do' => 'hang', 'seconds' => 20],
    ['body' => 'orderId=late', 'do' => 'pass', 'delay' => 1, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
    ['do' => 'pass', 'delay' => 0.02, 'reply' => ['body' => '{"errorCode":"0","orderId":"a","orderStatus":2}']],
];
$proxy = FaultProxy::start($plan, null, true);

/** Everything that is not a time or an address. */
function told(array $event): string
{
    $types = static fn (array $values): string => implode(',', array_unique(array_map('get_debug_type', $values)));

    return sprintf(
        '%s #%d%s http=%d%s errorCode=%s error=%s %s sent=%s received=%s',
        $event['method'],
        $event['attempt'],
        $event['repeated'] ? ' to be repeated' : '',
        $event['httpStatus'],
        $event['retryAfter'] === null ? '' : " retryAfter=$event[retryAfter]",
        json_encode($event['errorCode']),
        json_encode($event['error'] === null ? null : substr($event['error'], 0, 60)),
        $event['outcomeUnknown'] ? 'UNKNOWN' : 'known',
        $event['sentBytes'] > 0 ? 'some' : $event['sentBytes'],
        $event['receivedBytes'] > 0 ? 'some' : $event['receivedBytes'],
    );
}

$events = [];
$gateway = $proxy->client(['retries' => 2, 'logger' => function (array $event) use (&$events): void {
    $events[] = $event;
}]);
$from = microtime(true);
$gateway->getOrderStatusExtended('first');
$gateway->getOrderStatusExtended('second');
[$first, $second] = $events;
echo json_encode(array_map('get_debug_type', $first), JSON_UNESCAPED_SLASHES), "\n", json_encode(array_map('get_debug_type', $first['seconds'])), "\n";
echo str_replace($proxy->uri, 'BASE/', $first['url']), ' ', $first['startedAt'] >= $from - 0.1 && $first['startedAt'] <= microtime(true) ? 'started when it was' : 'started at ' . $first['startedAt'], "\n";
$seconds = $first['seconds'];
$parts = $seconds['dns'] + $seconds['connect'] + $seconds['tls'] + $seconds['firstByte'];
echo 'the parts of the first: ', $seconds['connect'] > 0 && $seconds['tls'] > 0 && $seconds['firstByte'] >= 0.02 && $parts <= $seconds['total'] + 0.001 ? 'add up' : json_encode($seconds), "\n";
echo 'the second rides its connection: ', $second['seconds']['connect'] + $second['seconds']['tls'] == 0.0 && $second['seconds']['firstByte'] >= 0.02 ? 'no time for that' : json_encode($second['seconds']), "\n";

$events = [];
$gateway->getOrderStatusExtended('busy');
caught(fn () => $gateway->getOrderStatusExtended('unknown'));
caught(fn () => $gateway->deposit('lost'));
caught(fn () => $gateway->refund('o', 0)); // nothing is sent, and nothing told
$gateway->call('rest/newThing.do', ['orderId' => 'o']);
iterator_to_array($gateway->batch([['getOrderStatusExtended', ['o']], ['deposit', ['lost']]], keepOrder: true));
$batch = $gateway->batch([['getOrderStatusExtended', ['late']], ['deposit', ['hang']]]);
$batch->current();
unset($batch);
pcntl_async_signals(true);
pcntl_signal(SIGALRM, fn () => throw new LogicException('enough'));
$interrupt = static function (): void {
    if (pcntl_fork() === 0) {
        usleep(600_000);
        posix_kill(posix_getppid(), SIGALRM);
        posix_kill(getmypid(), SIGKILL);
    }
};
$interrupt();
echo 'interrupted: ', caught(fn () => $gateway->getOrderStatusExtended('hang'))->getMessage(), "\n";
foreach ($events as $event) {
    echo told($event), "\n";
}

// ---------------------------------------------------------------------------------------------------- kinds of logger

function log_function(array $event): void
{
    echo "a function: $event[method]\n";
}

class Shelf
{
    public function write(array $event): void
    {
        echo "a method: $event[method]\n";
    }

    public static function note(array $event): void
    {
        echo "a static method: $event[method]\n";
    }

    public function __invoke(array $event): void
    {
        echo "an invokable: $event[method]\n";
    }

    /** Not for others. */
    private function log(): void
    {
        echo "PRIVATE\n";
    }
}

/** The one method of PSR-3 that is used. */
class Psr3
{
    public function log($level, string|Stringable $message, array $context = []): void
    {
        echo "$level: $message | ", substr(told($context), 0, 45), "\n";
    }
}
foreach (['log_function', 'Shelf::note', [Shelf::class, 'note'], [new Shelf(), 'write'], new Shelf(), (new Shelf())->write(...), strlen(...) ? log_function(...) : null, fn (array $event): int => print("an arrow: $event[method]\n")] as $logger) {
    $proxy->client(['logger' => $logger])->getOrderStatusExtended('o');
}
$gateway = FaultProxy::start($plan)->client(['retries' => 2, 'logger' => new Psr3()]);
$gateway->getOrderStatusExtended('o');
$gateway->getOrderStatusExtended('busy');
caught(fn () => $gateway->getOrderStatusExtended('unknown'));
caught(fn () => $gateway->deposit('lost'));
foreach (['no_such_function', new stdClass(), [1], 5, true, '', ['Shelf', 'nothing']] as $logger) {
    echo caught(fn () => $proxy->client(['logger' => $logger]))->getMessage(), "\n";
}
$proxy->client(['logger' => null])->getOrderStatusExtended('o');

// ------------------------------------------------------------------------------------------------------ hostile ones

/** A good call, a refused one and a lost one: the same as without a logger, whatever it does. */
function calls(mixed $logger): string
{
    global $proxy;
    $gateway = $proxy->client(['logger' => $logger]);
    $said = [];
    foreach ([['getOrderStatusExtended', ['o']], ['getOrderStatusExtended', ['unknown']], ['deposit', ['lost']]] as [$method, $arguments]) {
        try {
            $said[] = $gateway->$method(...$arguments)['orderStatus'];
        } catch (Throwable $e) {
            $said[] = $e::class . ($e->getPrevious() ? ' after ' . $e->getPrevious()::class : '');
        }
    }
    foreach ($gateway->batch([['getOrderStatusExtended', ['o']], ['deposit', ['lost']]], keepOrder: true) as $value) {
        $said[] = is_array($value) ? $value['orderStatus'] : $value::class;
    }
    // Freed by an opcode of the shop's own frame.
    $batch = $gateway->batch([['getOrderStatusExtended', ['o']], ['deposit', ['hang']]]);
    $batch->current();
    unset($batch);
    try {
        foreach ($gateway->batch([['getOrderStatusExtended', ['o']], ['deposit', ['hang']]]) as $value) {
            throw new LogicException('mine');
        }
    } catch (Throwable $e) {
        $said[] = $e->getMessage();
    }

    return str_replace('PaymentGateway\\', '', implode(', ', $said));
}
$warnings = [];
set_error_handler(static function (int $level, string $message) use (&$warnings): bool {
    $message = preg_replace('~^\S+\(\): ~', '', $message);
    $warnings[$message] = ($warnings[$message] ?? 0) + 1;

    return true;
});
$expected = calls(static fn () => null);
echo $expected, "\n";
$own = null;
foreach ([
    'throws' => fn () => throw new RuntimeException('disk full'),
    'throws an Error' => fn (int $event) => null,
    'takes nothing' => fn () => null,
    'changes its argument' => static function (array &$event): void {
        $event = null;
    },
    'calls the gateway' => function () use (&$own): void {
        $own->getOrderStatusExtended('o');
    },
    'walks a batch' => function () use (&$own): void {
        foreach ($own->batch([['getOrderStatusExtended', ['o']]]) as $value) {
        }
    },
    'resets the connections' => fn () => PaymentGateway::resetConnections(),
    'collects' => fn () => gc_collect_cycles(),
    'PSR-3 and throws' => new class {
        public function log(): never
        {
            throw new RuntimeException('disk full');
        }
    },
] as $what => $logger) {
    // Told of its own calls, it would call for ever.
    $own = $proxy->client(['logger' => $logger]);
    $warnings = [];
    $said = calls($logger);
    echo "$what: ", $said === $expected ? 'the same' : $said, $warnings ? ', ' . json_encode($warnings) : '', "\n";
}
$own->getOrderStatusExtended('o');
set_error_handler(fn () => throw new ErrorException('no warnings here'));
echo 'throws, and so does the error handler: ', calls(fn () => throw new RuntimeException('disk full')) === $expected ? 'the same' : 'another', "\n";
restore_error_handler();
$warnings = [];
$gateway = $proxy->client(['logger' => fn () => throw new RuntimeException('disk full')]);
$interrupt();
echo 'throws after a handler that threw: ', caught(fn () => $gateway->getOrderStatusExtended('hang'))->getMessage(), ', ', json_encode($warnings), "\n";

$recursive = $proxy->client(['logger' => function (array $event) use (&$recursive, &$depth): void {
    $depth++;
    $recursive->getOrderStatusExtended('o');
}]);
$depth = 0;
$recursive->getOrderStatusExtended('o');
$recursive->getOrderStatusExtended('o');
echo "a logger that calls its own gateway: told $depth times of 2 calls\n";

foreach ([
    'exits' => fn () => exit(5),
    'dies' => fn () => eval('function calls() {}'),
] as $what => $logger) {
    foreach (['a call' => fn (PaymentGateway $gateway) => $gateway->getOrderStatusExtended('o'), 'money' => fn (PaymentGateway $gateway) => $gateway->deposit('lost'), 'a batch' => fn (PaymentGateway $gateway) => iterator_to_array($gateway->batch([['getOrderStatusExtended', ['o']], ['deposit', ['o']]])), 'a handler that threw' => function (PaymentGateway $gateway) use ($interrupt): void {
        $interrupt();
        $gateway->deposit('hang');
    }] as $where => $call) {
        $pid = pcntl_fork();
        if ($pid === 0) {
            ini_set('display_errors', '0');
            register_shutdown_function(static function () use ($proxy): void {
                // The connections are as they should be.
                exit($proxy->client()->getOrderStatusExtended('o')['orderStatus'] + 10);
            });
            $call($proxy->client(['logger' => $logger]));
            echo "NOT REACHED\n";
            exit(0);
        }
        pcntl_waitpid($pid, $state);
        echo "$what, $where: ", pcntl_wifsignaled($state) ? 'KILLED BY ' . pcntl_wtermsig($state) : 'exit ' . pcntl_wexitstatus($state), "\n";
    }
}

$cyclic = new class {
    public ?PaymentGateway $gateway = null;

    public function __invoke(): void
    {
    }
};
$cyclic->gateway = $proxy->client(['logger' => $cyclic]);
$cyclic = null;
// What refers to itself is otherwise left to the end of the process, which valgrind calls a leak.
$recursive = $own = null;
echo 'a logger that holds its gateway: ', gc_collect_cycles() > 0 ? 'collected' : 'left', "\n";

?>
--EXPECT--
{"method":"string","url":"string","attempt":"int","repeated":"bool","startedAt":"float","seconds":"array","sentBytes":"int","receivedBytes":"int","httpStatus":"int","retryAfter":"null","errorCode":"null","error":"null","replyExcerpt":"null","outcomeUnknown":"bool"}
{"dns":"float","connect":"float","tls":"float","firstByte":"float","total":"float"}
BASE/rest/getOrderStatusExtended.do started when it was
the parts of the first: add up
the second rides its connection: no time for that
interrupted: enough
getOrderStatusExtended #1 to be repeated http=503 errorCode=null error=null known sent=some received=0
getOrderStatusExtended #2 to be repeated http=429 retryAfter=1 errorCode=null error=null known sent=some received=0
getOrderStatusExtended #3 http=200 errorCode=null error=null known sent=some received=some
getOrderStatusExtended #1 http=200 errorCode=6 error="getOrderStatusExtended: errorCode 6: No such order" known sent=some received=some
deposit #1 http=0 errorCode=null error="deposit: the connection was lost before an answer came; the " UNKNOWN sent=some received=0
rest/newThing.do #1 http=200 errorCode=null error=null known sent=some received=some
getOrderStatusExtended #1 http=200 errorCode=null error=null known sent=some received=some
deposit #1 http=0 errorCode=null error="deposit: the connection was lost before an answer came; the " UNKNOWN sent=some received=0
getOrderStatusExtended #1 http=200 errorCode=null error=null known sent=some received=some
deposit #1 http=0 errorCode=null error="deposit: stopped before an answer came; the outcome is unkno" UNKNOWN sent=some received=0
getOrderStatusExtended #1 http=0 errorCode=null error="getOrderStatusExtended: stopped before an answer came" known sent=some received=0
a function: getOrderStatusExtended
a static method: getOrderStatusExtended
a static method: getOrderStatusExtended
a method: getOrderStatusExtended
an invokable: getOrderStatusExtended
a method: getOrderStatusExtended
a function: getOrderStatusExtended
an arrow: getOrderStatusExtended
info: getOrderStatusExtended: HTTP 200 | getOrderStatusExtended #1 http=200 errorCode=
warning: getOrderStatusExtended: HTTP 503, will be retried | getOrderStatusExtended #1 to be repeated http
warning: getOrderStatusExtended: HTTP 429, will be retried | getOrderStatusExtended #2 to be repeated http
info: getOrderStatusExtended: HTTP 200 | getOrderStatusExtended #3 http=200 errorCode=
warning: getOrderStatusExtended: errorCode 6: No such order | getOrderStatusExtended #1 http=200 errorCode=
error: deposit: the connection was lost before an answer came; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call | deposit #1 http=0 errorCode=null error="depos
option logger must be a callable that takes one array, or a PSR-3 logger
option logger must be a callable that takes one array, or a PSR-3 logger
option logger must be a callable that takes one array, or a PSR-3 logger
option logger must be a callable that takes one array, or a PSR-3 logger
option logger must be a callable that takes one array, or a PSR-3 logger
option logger must be a callable that takes one array, or a PSR-3 logger
option logger must be a callable that takes one array, or a PSR-3 logger
2, OrderNotFoundException, TransportException, 2, TransportException, mine
throws: the same, {"The logger of PaymentGateway threw an exception":9}
throws an Error: the same, {"The logger of PaymentGateway threw an exception":9}
takes nothing: the same
changes its argument: the same, {"Argument #1 ($event) must be passed by reference, value given":9}
calls the gateway: the same
walks a batch: the same
resets the connections: the same
collects: the same
PSR-3 and throws: the same, {"The logger of PaymentGateway threw an exception":9}
throws, and so does the error handler: the same
throws after a handler that threw: enough, {"The logger of PaymentGateway threw an exception":1}
a logger that calls its own gateway: told 2 times of 2 calls
exits, a call: exit 12
exits, money: exit 12
exits, a batch: exit 12
exits, a handler that threw: exit 12
dies, a call: exit 12
dies, money: exit 12
dies, a batch: exit 12
dies, a handler that threw: exit 12
a logger that holds its gateway: collected
