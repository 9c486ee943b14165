--TEST--
Reads and refunds with an id are repeated, with growing pauses and within the call's time; nothing else ever is
--EXTENSIONS--
payment_gateway
pcntl
posix
sockets
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const URL = 'https://shop.example/';

/** The ID is found again in the body. The first two may be repeated. */
$calls = [
    'a read' => ['getOrderStatusExtended', ['ID']],
    'a refund with an id' => ['refund', ['ID', 1, ['externalRefundId' => 'r1']]],
    'refund' => ['refund', ['ID', 1]],
    'deposit' => ['deposit', ['ID']],
    'reverse' => ['reverse', ['ID']],
    'decline' => ['decline', ['ID', 'n1']],
    'register' => ['register', ['ID', 100, URL]],
    'registerPreAuth' => ['registerPreAuth', ['ID', 100, URL]],
    'paymentOrder' => ['paymentOrder', ['ID', CARD]],
    'paymentOrderBinding' => ['paymentOrderBinding', ['ID', 'b1']],
    'instantRefund' => ['instantRefund', [1, ['pan' => CARD['$PAN'], 'expiry' => '203012', 'cardholderName' => 'ID']]],
    'bindCard' => ['bindCard', ['ID']],
    'unBindCard' => ['unBindCard', ['ID']],
    'extendBinding' => ['extendBinding', ['ID', '203012', ['language' => 'en']]],
    'createBindingNoPayment' => ['createBindingNoPayment', ['ID', ['pan' => CARD['$PAN'], 'expiryDate' => '203012', 'cardholderName' => 'A B']]],
    'by path' => ['call', ['rest/newThing.do', ['id' => 'ID']]],
];

/** One after the other; the last one stays. No connection carries two requests, so that libcurl has nothing to repeat. */
$status = static fn (int $code, string $body = '<html>no</html>', array $headers = []): array => [
    'do' => 'pass', 'end' => 'fin', 'endAfter' => 0, 'reply' => ['status' => $code, 'body' => $body, 'headers' => ['Connection' => 'close'] + $headers],
];
$good = $status(200, '{"errorCode":"0","orderId":"a","bindingId":"b","orderStatus":2}');
$fin = ['do' => 'fin'];
$rst = ['do' => 'rst'];
$half = ['do' => 'truncate', 'reply' => $good['reply']];
$fates = [
    'good' => [$good],
    'FIN' => [$fin],
    'reset' => [$rst],
    'half a reply' => [$half],
    '400' => [$status(400)],
    '401' => [$status(401)],
    '404' => [$status(404)],
    '429' => [$status(429)],
    '500' => [$status(500)],
    '503' => [$status(503)],
    '302' => [$status(302, '', ['Location' => '/payment/rest/elsewhere.do'])],
    'HTML' => [$status(200)],
    'errorCode 7' => [$status(200, '{"errorCode":"7","errorMessage":"System error"}')],
    'reset, good' => [$rst, $good],
    '429, 503, good' => [$status(429), $status(503), $good],
    'reset, 429' => [$rst, $status(429)],
    'reset, 401' => [$rst, $status(401)],
    '429, 401' => [$status(429), $status(401)],
    '503, 404' => [$status(503), $status(404)],
    'half, 429, errorCode 7' => [$half, $status(429), $status(200, '{"errorCode":"7","errorMessage":"no"}')],
];

$plan = $source = [];
foreach (array_keys($fates) as $f => $fate) {
    foreach (array_keys($calls) as $c => $call) {
        $source["$fate/$call"] = with_id($calls[$call], "id-$f-$c-");
        foreach ($fates[$fate] as $n => $rule) {
            $plan[] = ['body' => "id-$f-$c-"] + (isset($fates[$fate][$n + 1]) ? ['nth' => $n + 1] : []) + $rule;
        }
    }
}
$proxy = FaultProxy::start($plan);
$came = iterator_to_array($proxy->client(['retries' => 2])->batch($source, 40));
$bodies = implode("\n", array_column($proxy->deliveries(), 'body'));
$proxy->stop();

$outcome = static function (mixed $value): string {
    if (is_array($value)) {
        return 'good';
    }
    preg_match('/\((\d+) attempts\)$/', $value->getMessage(), $attempts);

    return sprintf(
        '%s %s %s%s',
        substr($value::class, strlen('PaymentGateway\\')),
        $value->isOutcomeUnknown() ? 'UNKNOWN' : 'known',
        $value->isRetriable() ? 'retriable' : 'final',
        $attempts ? ", $attempts[1] attempts" : '',
    );
};
foreach (array_keys($fates) as $f => $fate) {
    $others = [];
    foreach (array_keys($calls) as $c => $call) {
        $delivered = substr_count($bodies, "id-$f-$c-");
        if ($c < 2) {
            printf("%-23s %-20s %d delivered: %s\n", $c === 0 ? $fate : '', $call, $delivered, $outcome($came["$fate/$call"]));
        } else {
            $others["$delivered delivered: " . $outcome($came["$fate/$call"])][] = $call;
        }
    }
    foreach ($others as $what => $names) {
        printf("%-23s %-20s %s\n", '', count($others) === 1 ? 'everything else' : implode(' ', $names), $what);
    }
}

// ---------------------------------------------------------------------------------------- refused after it was lost

/** A gateway that takes one request, loses it, and is gone: its port refuses from then on. */
function lone_gateway(): string
{
    // One that is bound and does not listen stays, so that nobody else can have the port.
    static $bound = [];
    $bound[] = $socket = socket_create(AF_INET, SOCK_STREAM, 0);
    socket_set_option($socket, SOL_SOCKET, SO_REUSEADDR, 1);
    socket_bind($socket, '127.0.0.1');
    socket_getsockname($socket, $host, $port);
    $server = stream_socket_server("tcp://$host:$port");
    $uri = "http://$host:$port/payment/";
    if (pcntl_fork() === 0) {
        $connection = stream_socket_accept($server, 30);
        fclose($server);
        $read = '';
        while (!str_contains($read, 'orderId')) {
            $read .= fread($connection, 8192);
        }
        fclose($connection);
        posix_kill(getmypid(), SIGKILL);
    }
    fclose($server);

    return $uri;
}
foreach (array_slice($calls, 0, 3) as $name => $call) {
    $gateway = new PaymentGateway(lone_gateway(), 'u', 'p');
    [$method, $arguments] = with_id($call, 'id1');
    printf("lost, then refused: %-20s %s\n", $name, $outcome(caught(fn () => $gateway->$method(...$arguments))));
    pcntl_wait($state);
}

// --------------------------------------------------------------------------------------------------------- pauses

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['status' => 503, 'body' => '']]]);
$source = [];
for ($i = 0; $i < 30; $i++) {
    $source[] = ['getOrderStatusExtended', ["id-$i-"]];
}
iterator_to_array($proxy->client(['retries' => 4])->batch($source, 30));
$times = [];
foreach ($proxy->deliveries() as $delivery) {
    preg_match('/id-(\d+)-/', $delivery['body'], $match);
    $times[$match[1]][] = $delivery['time'];
}
foreach ([0.25, 0.5, 1.0, 2.0] as $n => $pause) {
    $pauses = array_map(static fn (array $at): float => $at[$n + 1] - $at[$n], $times);
    printf(
        "pause %d: never under half of %g s: %s; by chance: %s\n",
        $n + 1,
        $pause,
        min($pauses) > $pause / 2 - 0.03 ? 'yes' : 'no, ' . min($pauses),
        max($pauses) - min($pauses) > $pause / 10 ? 'yes' : 'no, ' . (max($pauses) - min($pauses)),
    );
    // A slow machine adds to a pause; to the median of thirty, hardly.
    sort($pauses);
    if ($pauses[15] > $pause + patience(0.5)) {
        echo "too long: $pauses[15]\n";
    }
}
$proxy->stop();

/** Whether the second attempt came soon or as told, or how soon the call gave up. An int is a date: so many seconds from now. */
function after(int|string $retryAfter, int $status = 429, array $options = ['retries' => 1]): string
{
    $date = is_int($retryAfter) ? time() + $retryAfter : null;
    $retryAfter = $date === null ? $retryAfter : gmdate('D, d M Y H:i:s \G\M\T', $date);
    $proxy = FaultProxy::start([
        ['nth' => 1, 'do' => 'pass', 'reply' => ['status' => $status, 'body' => '', 'headers' => ['Retry-After' => $retryAfter]]],
        ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
    ]);
    $started = microtime(true);
    try {
        $proxy->client($options)->getOrderStatusExtended('id1');
    } catch (PaymentGateway\Exception $e) {
        preg_match('/Retry-After: \d+ s/', $e->getMessage(), $told);

        return $e::class . (microtime(true) - $started < 10 ? ' at once' : ' late') . ' (' . ($told[0] ?? 'of no pause') . ')';
    } finally {
        $times = array_column($proxy->deliveries(), 'time');
        $proxy->stop();
    }
    if ($date > time() - 10) {
        // On a busy machine part of the time to that date goes by before it is told.
        return $times[1] < $date - 0.01 ? 'too soon: ' . ($date - $times[1]) . ' s before' : 'as told';
    }
    $pause = $times[1] - $times[0];

    return $pause < 2.7 ? 'soon' : ($pause < 2.99 ? "too soon: $pause" : 'as told');
}

/** What the gateway says, and how. */
$asked = [
    'Retry-After 3' => [['3']],
    'with 503' => [['3', 503]],
    'a date' => [[5]],
    'a date gone by' => [[-30]],
    "'0'" => [['0']],
    "'-1'" => [['-1']],
    "'soon'" => [['soon']],
    "''" => [['']],
    'beyond the deadline' => [['31'], ['20', 503, ['timeout' => 15]]],
    'beyond all bounds' => [['4294967297']],
];
foreach ($asked as $what => $times) {
    echo "$what: ", implode(', ', array_map(static fn (array $ask): string => after(...$ask), $times)), "\n";
}

// ------------------------------------------------------------------------------------------------ the whole time

/** What it ended with, when, and after how many attempts. */
function ended(PaymentGateway $gateway, float $within, int &$attempts): string
{
    $attempts = 0;
    $started = microtime(true);
    $e = caught(fn () => $gateway->getOrderStatusExtended('id1'));
    $took = microtime(true) - $started;

    return sprintf(
        '%s, attempts: %s, %s',
        $e::class,
        ['none', 'one', 'two', 'several'][min($attempts, 3)],
        $took < $within + patience(1) ? 'in time' : "too late: $took s",
    );
}

$attempts = 0;
$counted = ['logger' => static function () use (&$attempts): void {
    $attempts++;
}];
/** What the gateway does, or where none is. */
$ends = [
    'an error each time' => [[['do' => 'rst']], ['timeout' => 2, 'retries' => 10]],
    'a silence' => [[['do' => 'hang']], ['timeout' => 0.6, 'retries' => 10]],
    'an error, then a silence' => [[['nth' => 1, 'do' => 'rst'], ['do' => 'hang']], ['timeout' => patience(1.2), 'retries' => 10]],
    'nobody hears' => [deaf_gateway(), ['connectTimeout' => 0.2, 'retries' => 2]],
    'nobody is there' => ['http://127.0.0.1:1/payment/', ['retries' => 2]],
    'no retries' => ['http://127.0.0.1:1/payment/', ['retries' => 0]],
];
foreach ($ends as $what => [$gateway, $options]) {
    $proxy = is_array($gateway) ? FaultProxy::start($gateway) : null;
    $client = $proxy?->client($options + $counted) ?? new PaymentGateway($gateway, 'u', 'p', null, $options + $counted);
    echo "$what: ", ended($client, $options['timeout'] ?? 30, $attempts), "\n";
    $proxy?->stop();
}
foreach ([-1, 11, 1.5, '2', 10] as $retries) {
    try {
        new PaymentGateway(URL . 'payment/', 'u', 'p', null, ['retries' => $retries]);
        echo "$retries retries\n";
    } catch (PaymentGateway\ArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}

?>
--EXPECT--
good                    a read               1 delivered: good
                        a refund with an id  1 delivered: good
                        everything else      1 delivered: good
FIN                     a read               3 delivered: TransportException known retriable, 3 attempts
                        a refund with an id  3 delivered: TransportException UNKNOWN retriable, 3 attempts
                        everything else      1 delivered: TransportException UNKNOWN final
reset                   a read               3 delivered: TransportException known retriable, 3 attempts
                        a refund with an id  3 delivered: TransportException UNKNOWN retriable, 3 attempts
                        everything else      1 delivered: TransportException UNKNOWN final
half a reply            a read               3 delivered: TransportException known retriable, 3 attempts
                        a refund with an id  3 delivered: TransportException UNKNOWN retriable, 3 attempts
                        everything else      1 delivered: TransportException UNKNOWN final
400                     a read               1 delivered: ReplyException known final
                        a refund with an id  1 delivered: ReplyException UNKNOWN retriable
                        everything else      1 delivered: ReplyException UNKNOWN final
401                     a read               1 delivered: ReplyException known final
                        a refund with an id  1 delivered: ReplyException known final
                        everything else      1 delivered: ReplyException known final
404                     a read               1 delivered: ReplyException known final
                        a refund with an id  1 delivered: ReplyException known final
                        everything else      1 delivered: ReplyException known final
429                     a read               3 delivered: RateLimitException known retriable, 3 attempts
                        a refund with an id  3 delivered: RateLimitException known retriable, 3 attempts
                        everything else      1 delivered: RateLimitException known retriable
500                     a read               3 delivered: ReplyException known retriable, 3 attempts
                        a refund with an id  3 delivered: ReplyException UNKNOWN retriable, 3 attempts
                        everything else      1 delivered: ReplyException UNKNOWN final
503                     a read               3 delivered: ReplyException known retriable, 3 attempts
                        a refund with an id  3 delivered: ReplyException UNKNOWN retriable, 3 attempts
                        everything else      1 delivered: ReplyException UNKNOWN final
302                     a read               1 delivered: ReplyException known final
                        a refund with an id  1 delivered: ReplyException known final
                        everything else      1 delivered: ReplyException known final
HTML                    a read               1 delivered: ReplyException known final
                        a refund with an id  1 delivered: ReplyException UNKNOWN retriable
                        everything else      1 delivered: ReplyException UNKNOWN final
errorCode 7             a read               1 delivered: SystemErrorException known retriable
                        a refund with an id  1 delivered: InvalidStateException known final
                        refund deposit reverse decline paymentOrder paymentOrderBinding 1 delivered: InvalidStateException known final
                        register registerPreAuth instantRefund bindCard unBindCard extendBinding createBindingNoPayment by path 1 delivered: SystemErrorException known final
reset, good             a read               2 delivered: good
                        a refund with an id  2 delivered: good
                        everything else      1 delivered: TransportException UNKNOWN final
429, 503, good          a read               3 delivered: good
                        a refund with an id  3 delivered: good
                        everything else      1 delivered: RateLimitException known retriable
reset, 429              a read               3 delivered: RateLimitException known retriable, 3 attempts
                        a refund with an id  3 delivered: RateLimitException UNKNOWN retriable, 3 attempts
                        everything else      1 delivered: TransportException UNKNOWN final
reset, 401              a read               2 delivered: ReplyException known final, 2 attempts
                        a refund with an id  2 delivered: ReplyException UNKNOWN retriable, 2 attempts
                        everything else      1 delivered: TransportException UNKNOWN final
429, 401                a read               2 delivered: ReplyException known final, 2 attempts
                        a refund with an id  2 delivered: ReplyException known final, 2 attempts
                        everything else      1 delivered: RateLimitException known retriable
503, 404                a read               2 delivered: ReplyException known final, 2 attempts
                        a refund with an id  2 delivered: ReplyException UNKNOWN retriable, 2 attempts
                        everything else      1 delivered: ReplyException UNKNOWN final
half, 429, errorCode 7  a read               3 delivered: SystemErrorException known retriable, 3 attempts
                        a refund with an id  3 delivered: InvalidStateException UNKNOWN retriable, 3 attempts
                        everything else      1 delivered: TransportException UNKNOWN final
lost, then refused: a read               ConnectException known retriable, 3 attempts
lost, then refused: a refund with an id  ConnectException UNKNOWN retriable, 3 attempts
lost, then refused: refund               TransportException UNKNOWN final
pause 1: never under half of 0.25 s: yes; by chance: yes
pause 2: never under half of 0.5 s: yes; by chance: yes
pause 3: never under half of 1 s: yes; by chance: yes
pause 4: never under half of 2 s: yes; by chance: yes
Retry-After 3: as told
with 503: as told
a date: as told
a date gone by: soon
'0': soon
'-1': soon
'soon': soon
'': soon
beyond the deadline: PaymentGateway\RateLimitException at once (Retry-After: 31 s), PaymentGateway\ReplyException at once (Retry-After: 20 s)
beyond all bounds: PaymentGateway\RateLimitException at once (Retry-After: 21600 s)
an error each time: PaymentGateway\TransportException, attempts: several, in time
a silence: PaymentGateway\TimeoutException, attempts: one, in time
an error, then a silence: PaymentGateway\TimeoutException, attempts: two, in time
nobody hears: PaymentGateway\TimeoutException, attempts: several, in time
nobody is there: PaymentGateway\ConnectException, attempts: several, in time
no retries: PaymentGateway\ConnectException, attempts: one, in time
option retries must be an int from 0 to 10
option retries must be an int from 0 to 10
option retries must be an int from 0 to 10
option retries must be an int from 0 to 10
10 retries
