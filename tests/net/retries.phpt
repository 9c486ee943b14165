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

/** Each takes an id that is found again in the body. The first two may be repeated. */
$calls = [
    'a read' => static fn (string $id): array => ['getOrderStatusExtended', [$id]],
    'a refund with an id' => static fn (string $id): array => ['refund', [$id, 1, ['externalRefundId' => 'r1']]],
    'refund' => static fn (string $id): array => ['refund', [$id, 1]],
    'deposit' => static fn (string $id): array => ['deposit', [$id]],
    'reverse' => static fn (string $id): array => ['reverse', [$id]],
    'decline' => static fn (string $id): array => ['decline', [$id, 'n1']],
    'register' => static fn (string $id): array => ['register', [$id, 100, URL]],
    'registerPreAuth' => static fn (string $id): array => ['registerPreAuth', [$id, 100, URL]],
    'paymentOrder' => static fn (string $id): array => ['paymentOrder', [$id, CARD]],
    'paymentOrderBinding' => static fn (string $id): array => ['paymentOrderBinding', [$id, 'b1']],
    'instantRefund' => static fn (string $id): array => ['instantRefund', [1, ['pan' => CARD['$PAN'], 'expiry' => '203012', 'cardholderName' => $id]]],
    'bindCard' => static fn (string $id): array => ['bindCard', [$id]],
    'unBindCard' => static fn (string $id): array => ['unBindCard', [$id]],
    'extendBinding' => static fn (string $id): array => ['extendBinding', [$id, '203012', ['language' => 'en']]],
    'createBindingNoPayment' => static fn (string $id): array => ['createBindingNoPayment', [$id, ['pan' => CARD['$PAN'], 'expiryDate' => '203012', 'cardholderName' => 'A B']]],
    'by path' => static fn (string $id): array => ['call', ['rest/newThing.do', ['id' => $id]]],
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
        $source["$fate/$call"] = $calls[$call]("id-$f-$c-");
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

/** A gateway that takes one request, loses it, and is gone. */
function lone_gateway(): string
{
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $uri = 'http://' . stream_socket_get_name($server, false) . '/payment/';
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
    [$method, $arguments] = $call('id1');
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
    if ($pauses[15] > $pause + 0.5) {
        echo "too long: $pauses[15]\n";
    }
}
$proxy->stop();

/** Seconds between the first two deliveries, or how soon it gave up. */
function after(string $retryAfter, int $status = 429, array $options = ['retries' => 1]): string
{
    $proxy = FaultProxy::start([
        ['nth' => 1, 'do' => 'pass', 'reply' => ['status' => $status, 'body' => '', 'headers' => ['Retry-After' => $retryAfter]]],
        ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
    ]);
    $started = microtime(true);
    try {
        $proxy->client($options)->getOrderStatusExtended('id1');
    } catch (PaymentGateway\Exception $e) {
        preg_match('/Retry-After: \d+ s/', $e->getMessage(), $told);

        return $e::class . (microtime(true) - $started < 1 ? ' at once' : ' late') . ' (' . ($told[0] ?? 'of no pause') . ')';
    } finally {
        $times = array_column($proxy->deliveries(), 'time');
        $proxy->stop();
    }
    $pause = $times[1] - $times[0];

    return $pause < 0.9 ? 'soon' : ($pause < 0.99 ? "too soon: $pause" : 'as told');
}
echo 'Retry-After 1: ', after('1'), "\n";
echo 'with 503: ', after('1', 503), "\n";
echo 'a date: ', after(gmdate('D, d M Y H:i:s \G\M\T', time() + 3)), "\n";
echo 'a date gone by: ', after(gmdate('D, d M Y H:i:s \G\M\T', time() - 30)), "\n";
foreach (['0', '-1', 'soon', ''] as $value) {
    echo "'$value': ", after($value), "\n";
}
echo 'beyond the deadline: ', after('31'), ', ', after('2', 503, ['timeout' => 1.5]), "\n";
echo 'beyond all bounds: ', after('4294967297'), "\n";

// ------------------------------------------------------------------------------------------------ the whole time

/** What it ended with, when, and after how many attempts. */
function ended(array $rules, array $options, ?string $uri = null): string
{
    $attempts = 0;
    $options += ['logger' => function () use (&$attempts): void {
        $attempts++;
    }];
    $proxy = FaultProxy::start($rules);
    $gateway = $uri === null ? $proxy->client($options) : new PaymentGateway($uri, 'u', 'p', null, $options);
    $started = microtime(true);
    $e = caught(fn () => $gateway->getOrderStatusExtended('id1'));
    $took = microtime(true) - $started;
    $proxy->stop();

    return sprintf(
        '%s, attempts: %s, %s',
        $e::class,
        ['none', 'one', 'two', 'several'][min($attempts, 3)],
        $took < ($options['timeout'] ?? 30) + 1 ? 'in time' : "too late: $took s",
    );
}
echo 'an error each time: ', ended([['do' => 'rst']], ['timeout' => 2, 'retries' => 10]), "\n";
echo 'a silence: ', ended([['do' => 'hang']], ['timeout' => 0.6, 'retries' => 10]), "\n";
echo 'an error, then a silence: ', ended([['nth' => 1, 'do' => 'rst'], ['do' => 'hang']], ['timeout' => 1.2, 'retries' => 10]), "\n";

// Nobody accepts, and the queue of the listener is full: what knocks is not heard.
$deaf = socket_create(AF_INET, SOCK_STREAM, 0);
socket_bind($deaf, '127.0.0.1');
socket_listen($deaf, 0);
socket_getsockname($deaf, $host, $port);
$knocks = [];
for ($i = 0; $i < 4; $i++) {
    $knocks[] = $knock = socket_create(AF_INET, SOCK_STREAM, 0);
    socket_set_nonblock($knock);
    @socket_connect($knock, $host, $port);
}
echo 'nobody hears: ', ended([], ['connectTimeout' => 0.2, 'retries' => 2], "http://$host:$port/payment/"), "\n";
echo 'nobody is there: ', ended([], ['retries' => 2], 'http://127.0.0.1:1/payment/'), "\n";
echo 'no retries: ', ended([], ['retries' => 0], 'http://127.0.0.1:1/payment/'), "\n";
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
Retry-After 1: as told
with 503: as told
a date: as told
a date gone by: soon
'0': soon
'-1': soon
'soon': soon
'': soon
beyond the deadline: PaymentGateway\RateLimitException at once (Retry-After: 31 s), PaymentGateway\ReplyException at once (Retry-After: 2 s)
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
