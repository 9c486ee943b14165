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

$good = ['body' => '{"errorCode":"0","orderId":"a","orderStatus":2}'];

/** One line for a call that changes something, one for a call that reads. */
function report(string $name, PaymentGateway $changing, PaymentGateway $reading, ?FaultProxy $proxy = null): void
{
    printf("%-24s %s\n", $name, facts(caught(fn () => $changing->refund('id1', 100))));
    printf("%-24s %s\n", $proxy === null ? '' : count($proxy->deliveries('refund')) . ' delivered',
        facts(caught(fn () => $reading->getOrderStatusExtended('id1'))));
    $proxy?->stop();
}

function through(string $name, array $rule, array $options = [], bool|array $tls = false): void
{
    $proxy = FaultProxy::start([$rule], null, $tls);
    report($name, $proxy->client($options), $proxy->client($options), $proxy);
}

$refusing = new PaymentGateway('http://127.0.0.1:1/payment/', 'u', 'p');
report('connection refused', $refusing, $refusing);
$nowhere = new PaymentGateway('https://gateway.invalid/payment/', 'u', 'p');
report('no such host', $nowhere, $nowhere);
$noProxy = new PaymentGateway('https://gateway.invalid/payment/', 'u', 'p', null, ['proxy' => 'http://127.0.0.1:1']);
report('no such proxy', $noProxy, $noProxy);

$short = ['timeout' => 0.4];
$handshaken = ['timeout' => getenv('USE_ZEND_ALLOC') === '0' ? 3 : 0.4]; // a handshake under valgrind takes its time
through('hangs before TLS', ['at' => 'accept', 'do' => 'hang'], $short, true);
through('hangs after reading', ['do' => 'hang'], $short);
through('hangs after reading, TLS', ['do' => 'hang'], $handshaken, true);
through('trickles', ['do' => 'trickle', 'reply' => $good], $short);
through('closed before reading', ['at' => 'accept', 'do' => 'fin']);
through('reset before reading', ['at' => 'accept', 'do' => 'rst']);
through('closed before TLS', ['at' => 'accept', 'do' => 'fin'], [], true);
through('closed after reading', ['do' => 'fin']);
through('reset after reading', ['do' => 'rst']);
through('reset after reading, TLS', ['do' => 'rst'], [], true);
through('half an answer', ['do' => 'truncate', 'reply' => $good]);
through('half an answer, TLS', ['do' => 'truncate', 'reply' => $good], [], true);
through('Content-Length too big', ['do' => 'wrongLength', 'reply' => $good]);
through('chunks cut off', ['do' => 'pass', 'end' => 'fin', 'reply' => [
    'raw' => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n{\"errorCode\":\"0\",\r\n",
]]);
through('not HTTP', ['do' => 'pass', 'end' => 'fin', 'reply' => ['raw' => "SSH-2.0-OpenSSH\r\n"]]);
through('too long', ['do' => 'huge']);
foreach (['wrongHost', 'expired', 'selfSigned'] as $kind) {
    through("certificate $kind", ['do' => 'pass', 'reply' => $good], [], ['kind' => $kind]);
}
through('TLS 1.1', ['do' => 'pass', 'reply' => $good], [], ['old' => true]);

// A certificate of an unknown CA, and plain HTTP where TLS is expected.
$other = FaultProxy::start([], null, true);
$proxy = FaultProxy::start([['do' => 'pass', 'reply' => $good]], null, true);
$untrusting = new PaymentGateway($proxy->uri, 'u', 'p', null, ['caFile' => $other->caFile]);
report('unknown CA', $untrusting, $untrusting, $proxy);
$proxy = FaultProxy::start([['do' => 'pass', 'reply' => $good]]);
$tls = new PaymentGateway(str_replace('http:', 'https:', $proxy->uri), 'u', 'p', null, [
    'caFile' => $other->caFile, 'connectTimeout' => 0.4,
]);
report('no TLS there', $tls, $tls, $proxy);

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
no TLS there             TimeoutException refund errorCode=null actionCode=null http=0 reply=no known retriable
0 delivered              TimeoutException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
