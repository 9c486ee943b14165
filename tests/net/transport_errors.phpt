--TEST--
No answer: refused, timed out in each phase, cut off, too long, TLS that cannot be trusted
--EXTENSIONS--
payment_gateway
--INI--
payment_gateway.max_reply_size=64K
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const GOOD = ['body' => '{"errorCode":"0","orderId":"a","orderStatus":2}'];
const HALF_OF_CHUNKS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n{\"errorCode\":\"0\",\r\n";

/** One line for a call that changes something, one for a call that reads. */
function report(string $name, PaymentGateway $gateway, ?FaultProxy $proxy = null): void
{
    printf("%-24s %s\n", $name, facts(caught(fn () => $gateway->refund('id1', 100))));
    printf("%-24s %s\n", $proxy === null ? '' : count($proxy->deliveries('refund')) . ' delivered',
        facts(caught(fn () => $gateway->getOrderStatusExtended('id1'))));
    $proxy?->stop();
}

/** Nobody is there. */
$absent = [
    'connection refused' => ['http://127.0.0.1:1/payment/', []],
    'no such host' => ['https://gateway.invalid/payment/', []],
    'no such proxy' => ['https://gateway.invalid/payment/', ['proxy' => 'http://127.0.0.1:1']],
];
foreach ($absent as $name => [$uri, $options]) {
    report($name, new PaymentGateway($uri, 'u', 'p', null, $options));
}

/** What the server does, with TLS or not, and the options of the client. */
$short = ['timeout' => patience(0.4)];
$good = ['do' => 'pass', 'reply' => GOOD];
$servers = [
    'hangs before TLS' => [['at' => 'accept', 'do' => 'hang'], true, $short],
    'hangs after reading' => [['do' => 'hang'], false, $short],
    'hangs after reading, TLS' => [['do' => 'hang'], true, $short],
    'trickles' => [['do' => 'trickle', 'reply' => GOOD, 'seconds' => patience(0.1)], false, $short],
    'closed before reading' => [['at' => 'accept', 'do' => 'fin'], false, []],
    'reset before reading' => [['at' => 'accept', 'do' => 'rst'], false, []],
    'closed before TLS' => [['at' => 'accept', 'do' => 'fin'], true, []],
    'closed after reading' => [['do' => 'fin'], false, []],
    'reset after reading' => [['do' => 'rst'], false, []],
    'reset after reading, TLS' => [['do' => 'rst'], true, []],
    'half an answer' => [['do' => 'truncate', 'reply' => GOOD], false, []],
    'half an answer, TLS' => [['do' => 'truncate', 'reply' => GOOD], true, []],
    'Content-Length too big' => [['do' => 'wrongLength', 'reply' => GOOD], false, []],
    'chunks cut off' => [['do' => 'pass', 'end' => 'fin', 'reply' => ['raw' => HALF_OF_CHUNKS]], false, []],
    'not HTTP' => [['do' => 'pass', 'end' => 'fin', 'reply' => ['raw' => "SSH-2.0-OpenSSH\r\n"]], false, []],
    'too long' => [['do' => 'huge'], false, []],
    'certificate wrongHost' => [$good, ['kind' => 'wrongHost'], []],
    'certificate expired' => [$good, ['kind' => 'expired'], []],
    'certificate selfSigned' => [$good, ['kind' => 'selfSigned'], []],
    'TLS 1.1' => [$good, ['old' => true], []],
];
foreach ($servers as $name => [$rule, $tls, $options]) {
    $proxy = FaultProxy::start([$rule], null, $tls);
    report($name, $proxy->client($options + ['connectTimeout' => 60]), $proxy);
}

// A certificate of an unknown CA, and plain HTTP where TLS is expected.
$other = FaultProxy::start([], null, true);
$proxy = FaultProxy::start([$good], null, true);
report('unknown CA', new PaymentGateway($proxy->uri, 'u', 'p', null, ['caFile' => $other->caFile, 'connectTimeout' => 60]), $proxy);
foreach (['wrongHost', 'expired', 'selfSigned', 'good'] as $kind) {
    $proxy = FaultProxy::start([$good], null, ['kind' => $kind]);
    $options = ['caFile' => $kind === 'good' ? $other->caFile : $proxy->caFile, 'connectTimeout' => 60];
    $message = caught(fn () => (new PaymentGateway($proxy->uri, 'u', 'p', null, $options))->refund('id', 1))->getMessage();
    $advice = '; set the option caFile to a PEM file that holds the bank\'s certificate authority';
    printf("%-24s %s\n", $kind === 'good' ? 'unknown CA' : $kind, str_ends_with($message, $advice) ? 'caFile is named' : (str_contains($message, 'caFile') ? $message : 'caFile is not named'));
}
$proxy = FaultProxy::start([$good]);
report('no TLS there', new PaymentGateway(str_replace('http:', 'https:', $proxy->uri), 'u', 'p', null, [
    'caFile' => $other->caFile, 'connectTimeout' => patience(0.4),
]), $proxy);

?>
--EXPECT--
connection refused       ConnectException refund errorCode=null actionCode=null http=0 reply=no known retriable
                         ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
no such host             ConnectException refund errorCode=null actionCode=null http=0 reply=no known retriable
                         ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
no such proxy            ConnectException refund errorCode=null actionCode=null http=0 reply=no known retriable
                         ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
hangs before TLS         TimeoutException refund errorCode=null actionCode=null http=0 reply=no known retriable
0 delivered              TimeoutException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
hangs after reading      TimeoutException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
1 delivered              TimeoutException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
hangs after reading, TLS TimeoutException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
1 delivered              TimeoutException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
trickles                 TimeoutException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
1 delivered              TimeoutException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
closed before reading    TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
0 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
reset before reading     TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
0 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
closed before TLS        TlsException refund errorCode=null actionCode=null http=0 reply=no known retriable
0 delivered              TlsException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
closed after reading     TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
reset after reading      TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
reset after reading, TLS TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
half an answer           TransportException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known retriable
half an answer, TLS      TransportException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known retriable
Content-Length too big   TransportException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known retriable
chunks cut off           TransportException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known retriable
not HTTP                 TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
1 delivered              TransportException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
too long                 ReplyException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
1 delivered              ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
certificate wrongHost    TlsException refund errorCode=null actionCode=null http=0 reply=no known final
0 delivered              TlsException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known final
certificate expired      TlsException refund errorCode=null actionCode=null http=0 reply=no known final
0 delivered              TlsException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known final
certificate selfSigned   TlsException refund errorCode=null actionCode=null http=0 reply=no known final
0 delivered              TlsException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known final
TLS 1.1                  TlsException refund errorCode=null actionCode=null http=0 reply=no known retriable
0 delivered              TlsException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
unknown CA               TlsException refund errorCode=null actionCode=null http=0 reply=no known final
0 delivered              TlsException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known final
wrongHost                caFile is not named
expired                  caFile is not named
selfSigned               caFile is named
unknown CA               caFile is named
no TLS there             TimeoutException refund errorCode=null actionCode=null http=0 reply=no known retriable
0 delivered              TimeoutException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
