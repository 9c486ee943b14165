--TEST--
Each class of method and each fault: the exception, whether the outcome is known, the attempts, and the deliveries
--EXTENSIONS--
payment_gateway
posix
sockets
--INI--
payment_gateway.max_reply_size=1M
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

/** The ID is found again in the body. */
const CLASSES = [
    'read' => ['getOrderStatusExtended', ['ID']],
    'refund+id' => ['refund', ['ID', 1, ['externalRefundId' => 'r1']]],
    'money' => ['deposit', ['ID']],
    'registration' => ['register', ['ID', 100, 'https://shop.example/']],
    'binding' => ['unBindCard', ['ID']],
    'path' => ['call', ['rest/newThing.do', ['id' => 'ID']]],
];

/** No connection carries two requests, so that libcurl has nothing to repeat by itself. */
$reply = static fn (string $body, array $headers = [], int $status = 200): array => [
    'do' => 'pass', 'end' => 'fin', 'endAfter' => 0,
    'reply' => ['status' => $status, 'body' => $body, 'headers' => $headers + ['Connection' => 'close']],
];
$raw = static fn (string $raw): array => ['do' => 'pass', 'end' => 'fin', 'endAfter' => 0, 'reply' => ['raw' => $raw]];
$good = '{"errorCode":"0","orderId":"a","orderStatus":2}';
$closing = ['body' => $good, 'headers' => ['Connection' => 'close']];
$head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
$whole = $head . 'Content-Length: ' . strlen($good) . "\r\n\r\n$good";
$chunk = dechex(strlen($good)) . "\r\n$good\r\n";

$slow = patience(1);

/** By the request, at one gateway for all. */
$faults = [
    'good' => $reply($good),
    'closed after the request was read' => ['do' => 'fin'],
    'crashed after the request was read' => ['do' => 'drop'],
    'reset after the request was read' => ['do' => 'rst'],
    'closed in the headers' => ['do' => 'truncate', 'bytes' => 30, 'reply' => $closing],
    'reset in the headers' => ['do' => 'truncate', 'bytes' => 30, 'end' => 'rst', 'reply' => $closing],
    'closed in the body' => ['do' => 'truncate', 'reply' => $closing],
    'reset in the body' => ['do' => 'truncate', 'end' => 'rst', 'reply' => $closing],
    'Content-Length too long' => ['do' => 'wrongLength', 'by' => 10, 'reply' => $closing],
    'Content-Length too short' => ['do' => 'wrongLength', 'by' => -1, 'reply' => $closing],
    'Content-Length 0' => ['do' => 'wrongLength', 'by' => -strlen($good), 'reply' => $closing],
    'chunks cut off' => $raw($head . "Transfer-Encoding: chunked\r\n\r\n$chunk"),
    'chunk cut off' => $raw($head . "Transfer-Encoding: chunked\r\n\r\n" . substr($chunk, 0, 20)),
    'no chunks' => $raw($head . "Transfer-Encoding: chunked\r\n\r\nzz\r\n$good"),
    'no length, but an end' => $raw("$head\r\n$good"),
    'a gigabyte' => ['do' => 'huge'],
    'deep JSON' => $reply(str_repeat('{"a":', 5_000) . '1' . str_repeat('}', 5_000)),
    'invalid UTF-8' => $reply("{\"errorCode\":\"0\",\"orderId\":\"a\xC3\",\"orderStatus\":2}"),
    'a zero byte' => $reply("{\"errorCode\":\"0\",\"orderId\":\"a\0\",\"orderStatus\":2}"),
    'half of JSON' => $reply(substr($good, 0, -1)),
    'duplicate keys, the last good' => $reply('{"errorCode":"7","errorCode":"0","orderId":"a","orderStatus":2}'),
    'duplicate keys, the last bad' => $reply('{"errorCode":"0","orderId":"a","orderStatus":2,"errorCode":"6"}'),
    'nothing' => $reply(''),
    '204' => $raw("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
    '100-continue first' => $raw("HTTP/1.1 100 Continue\r\n\r\n$whole"),
    '103 and 102 first' => $raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n$whole"),
    'nothing but 100-continue' => $raw("HTTP/1.1 100 Continue\r\n\r\n"),
    '101 to another protocol' => $raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
    '301 to itself' => $reply('', ['Location' => '/payment/rest/deposit.do'], 301),
    '303 to a good answer' => $reply($good, ['Location' => '/payment/rest/deposit.do'], 303),
    '307 elsewhere' => $reply('', ['Location' => 'http://elsewhere.example/'], 307),
    '401 with a challenge' => $reply('', ['WWW-Authenticate' => 'Basic realm="x"'], 401),
    'HTTP/0.9' => $raw($good),
    'HTTP/1.0' => $raw("HTTP/1.0 200 OK\r\n\r\n$good"),
    'not HTTP' => $raw("220 smtp.example ESMTP\r\n"),
    'a header without end' => $raw('HTTP/1.1 200 OK' . str_repeat("\r\nX-Long: " . str_repeat('x', 1_000), 1_000)),
    'gzip that is none' => $reply($good, ['Content-Encoding' => 'gzip']),
];
/** The same, of the kind that takes all the time there is: no attempt is left. */
$silences = [
    'silent after the request was read' => ['do' => 'hang'],
    'silent in the headers' => ['do' => 'truncate', 'bytes' => 30, 'reply' => $closing, 'then' => 'hang'],
    'silent in the body' => ['do' => 'truncate', 'reply' => $closing, 'then' => 'hang'],
    'a byte now and then' => ['do' => 'trickle', 'reply' => $closing, 'seconds' => 0.5 * $slow],
];
/** By the connection, at one gateway each. The delay lets the request be sent, so that it is always the same. */
$connections = [
    'closed before the request was read' => [['at' => 'accept', 'do' => 'fin', 'delay' => 0.3 * $slow], false, []],
    'reset before the request was read' => [['at' => 'accept', 'do' => 'rst', 'delay' => 0.3 * $slow], false, []],
    'closed before TLS' => [['at' => 'accept', 'do' => 'fin'], true, []],
    'silent before TLS' => [['at' => 'accept', 'do' => 'hang'], true, ['connectTimeout' => 0.5]],
    'silent after TLS' => [['at' => 'handshake', 'do' => 'hang'], true, ['timeout' => 2 * $slow]],
    'closed after TLS' => [['at' => 'handshake', 'do' => 'fin', 'delay' => 0.3 * $slow], true, []],
    'crashed after TLS' => [['at' => 'handshake', 'do' => 'drop', 'delay' => 0.3 * $slow], true, []],
    'a certificate of another host' => [$reply($good), ['kind' => 'wrongHost'], []],
    'an expired certificate' => [$reply($good), ['kind' => 'expired'], []],
    'a self-signed certificate' => [$reply($good), ['kind' => 'selfSigned'], []],
    'TLS 1.0 and 1.1 only' => [$reply($good), ['old' => true], []],
];

/** Walks all classes through all faults at once; a line for each that differs from the others of its fault. */
function table(PaymentGateway $gateway, array $names, ?FaultProxy $proxy = null, ?float $within = null): void
{
    $source = $lines = [];
    foreach ($names as $n => $fault) {
        foreach (array_keys(CLASSES) as $c => $class) {
            $source["$n/$c"] = with_id(CLASSES[$class], "id-$n-$c-");
        }
    }
    $started = microtime(true);
    $came = iterator_to_array($gateway->batch($source, 60));
    if ($within !== null && microtime(true) - $started > $within) {
        echo 'too late: ', microtime(true) - $started, " s\n";
    }
    $bodies = $proxy ? implode("\n", array_column($proxy->deliveries(), 'body')) : '';
    foreach ($names as $n => $fault) {
        $by = [];
        foreach (array_keys(CLASSES) as $c => $class) {
            $by[outcome($came["$n/$c"]) . ($proxy ? ', delivered ' . substr_count($bodies, "id-$n-$c-") : '')][] = $class;
        }
        foreach ($by as $what => $those) {
            printf("%-35s %-10s %s\n", $fault, count($by) === 1 ? 'all' : (count($those) > 2 ? 'the others' : implode(' ', $those)), $what);
            $fault = '';
        }
    }
}

function outcome(mixed $value): string
{
    if (is_array($value)) {
        return 'good';
    }
    preg_match('/\((\d+) attempts\)$/', $value->getMessage(), $attempts);

    return sprintf(
        '%s %d %s, attempts %d',
        substr($value::class, strlen('PaymentGateway\\')),
        $value->getHttpStatus(),
        $value->isOutcomeUnknown() ? 'UNKNOWN' : 'known',
        $attempts[1] ?? 1,
    );
}

function plan(array $faults): array
{
    $plan = [];
    foreach (array_values($faults) as $n => $rule) {
        $plan[] = ['body' => "id-$n-"] + $rule;
    }

    return $plan;
}

$proxy = FaultProxy::start(plan($faults));
table($proxy->client(['retries' => 1]), array_keys($faults), $proxy);
$proxy->stop();
$proxy = FaultProxy::start(plan($silences));
table($proxy->client(['retries' => 1, 'timeout' => 1.5 * $slow]), array_keys($silences), $proxy, 4 * $slow);
$proxy->stop();
foreach ($connections as $name => [$rule, $tls, $options]) {
    $proxy = FaultProxy::start([$rule], null, $tls);
    table($proxy->client($options + ['retries' => 1, 'connectTimeout' => 60]), [$name], $proxy);
    $proxy->stop();
}
/** At gateways that are no proxy, or not trusted: the base URI and the options of the client. */
$other = FaultProxy::start([], null, true);
$trusting = ['caFile' => $other->caFile];
$proxy = FaultProxy::start([$reply($good)], null, true);
$plain = FaultProxy::start([$reply($good)]);
$elsewhere = [
    'an unknown CA' => [$proxy->uri, $trusting + ['connectTimeout' => 60], $proxy],
    'no TLS there' => [str_replace('http:', 'https:', $plain->uri), $trusting + ['connectTimeout' => 0.5 * $slow], $plain],
    'refused' => ['http://127.0.0.1:1/payment/', [], null],
    'no such host' => ['https://gateway.invalid/payment/', [], null],
    'nobody hears' => [deaf_gateway(), ['connectTimeout' => 0.3], null],
];
foreach ($elsewhere as $name => [$uri, $options, $proxy]) {
    table(new PaymentGateway($uri, 'u', 'p', null, $options + ['retries' => 1]), [$name], $proxy);
}

?>
--EXPECT--
good                                all        good, delivered 1
closed after the request was read   read       TransportException 0 known, attempts 2, delivered 2
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 1
crashed after the request was read  read       TransportException 0 known, attempts 2, delivered 2
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 1
reset after the request was read    read       TransportException 0 known, attempts 2, delivered 2
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 1
closed in the headers               read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
reset in the headers                read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
closed in the body                  read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
reset in the body                   read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
Content-Length too long             read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
Content-Length too short            read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
Content-Length 0                    read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
chunks cut off                      read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
chunk cut off                       read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
no chunks                           read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
no length, but an end               all        good, delivered 1
a gigabyte                          read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
deep JSON                           read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
invalid UTF-8                       read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
a zero byte                         read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
half of JSON                        read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
duplicate keys, the last good       all        good, delivered 1
duplicate keys, the last bad        all        OrderNotFoundException 200 known, attempts 1, delivered 1
nothing                             read       ReplyException 200 known, attempts 1, delivered 1
                                    the others ReplyException 200 UNKNOWN, attempts 1, delivered 1
204                                 read       ReplyException 204 known, attempts 1, delivered 1
                                    the others ReplyException 204 UNKNOWN, attempts 1, delivered 1
100-continue first                  all        good, delivered 1
103 and 102 first                   all        good, delivered 1
nothing but 100-continue            read       TransportException 100 known, attempts 2, delivered 2
                                    refund+id  TransportException 100 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 100 UNKNOWN, attempts 1, delivered 1
101 to another protocol             read       TransportException 101 known, attempts 2, delivered 2
                                    refund+id  TransportException 101 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 101 UNKNOWN, attempts 1, delivered 1
301 to itself                       all        ReplyException 301 known, attempts 1, delivered 1
303 to a good answer                all        ReplyException 303 known, attempts 1, delivered 1
307 elsewhere                       all        ReplyException 307 known, attempts 1, delivered 1
401 with a challenge                all        ReplyException 401 known, attempts 1, delivered 1
HTTP/0.9                            read       TransportException 0 known, attempts 2, delivered 2
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 1
HTTP/1.0                            all        good, delivered 1
not HTTP                            read       TransportException 0 known, attempts 2, delivered 2
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 1
a header without end                read       TransportException 200 known, attempts 2, delivered 2
                                    refund+id  TransportException 200 UNKNOWN, attempts 2, delivered 2
                                    the others TransportException 200 UNKNOWN, attempts 1, delivered 1
gzip that is none                   all        good, delivered 1
silent after the request was read   read       TimeoutException 0 known, attempts 1, delivered 1
                                    the others TimeoutException 0 UNKNOWN, attempts 1, delivered 1
silent in the headers               read       TimeoutException 200 known, attempts 1, delivered 1
                                    the others TimeoutException 200 UNKNOWN, attempts 1, delivered 1
silent in the body                  read       TimeoutException 200 known, attempts 1, delivered 1
                                    the others TimeoutException 200 UNKNOWN, attempts 1, delivered 1
a byte now and then                 read       TimeoutException 0 known, attempts 1, delivered 1
                                    the others TimeoutException 0 UNKNOWN, attempts 1, delivered 1
closed before the request was read  read       TransportException 0 known, attempts 2, delivered 0
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 0
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 0
reset before the request was read   read       TransportException 0 known, attempts 2, delivered 0
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 0
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 0
closed before TLS                   read refund+id TlsException 0 known, attempts 2, delivered 0
                                    the others TlsException 0 known, attempts 1, delivered 0
silent before TLS                   read refund+id TimeoutException 0 known, attempts 2, delivered 0
                                    the others TimeoutException 0 known, attempts 1, delivered 0
silent after TLS                    read       TimeoutException 0 known, attempts 1, delivered 0
                                    the others TimeoutException 0 UNKNOWN, attempts 1, delivered 0
closed after TLS                    read       TransportException 0 known, attempts 2, delivered 0
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 0
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 0
crashed after TLS                   read       TransportException 0 known, attempts 2, delivered 0
                                    refund+id  TransportException 0 UNKNOWN, attempts 2, delivered 0
                                    the others TransportException 0 UNKNOWN, attempts 1, delivered 0
a certificate of another host       all        TlsException 0 known, attempts 1, delivered 0
an expired certificate              all        TlsException 0 known, attempts 1, delivered 0
a self-signed certificate           all        TlsException 0 known, attempts 1, delivered 0
TLS 1.0 and 1.1 only                read refund+id TlsException 0 known, attempts 2, delivered 0
                                    the others TlsException 0 known, attempts 1, delivered 0
an unknown CA                       all        TlsException 0 known, attempts 1, delivered 0
no TLS there                        read refund+id TimeoutException 0 known, attempts 2, delivered 0
                                    the others TimeoutException 0 known, attempts 1, delivered 0
refused                             read refund+id ConnectException 0 known, attempts 2
                                    the others ConnectException 0 known, attempts 1
no such host                        read refund+id ConnectException 0 known, attempts 2
                                    the others ConnectException 0 known, attempts 1
nobody hears                        read refund+id TimeoutException 0 known, attempts 2
                                    the others TimeoutException 0 known, attempts 1
