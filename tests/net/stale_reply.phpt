--TEST--
What a kept connection says before it is asked is nobody's answer: a reply too many is not taken for a payment's
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$answer = static fn (int $status, string $body): string => "HTTP/1.1 $status X\r\nContent-Type: application/json\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body";
$first = $answer(200, '{"errorCode":"0","orderStatus":1}');
foreach ([false, true] as $tls) {
    foreach ([[200, '{"errorCode":"0"}'], [302, ''], [429, '']] as [$status, $body]) {
        // The answer, and 0.2 s later one more that nobody asked for.
        $proxy = FaultProxy::start([
            ['path' => 'getOrderStatusExtended', 'nth' => 1, 'do' => 'trickle', 'bytes' => strlen($first), 'seconds' => 0.2, 'reply' => ['raw' => $first . $answer($status, $body)]],
            ['path' => 'refund', 'do' => 'pass', 'reply' => ['body' => '{"errorCode":7,"errorMessage":"no"}']],
            ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":4}']],
        ], null, $tls);
        $gateway = $proxy->client();
        $gateway->getOrderStatusExtended('id1');
        usleep(500_000);
        printf("%-5s %d refund: %s\n", $tls ? 'TLS' : 'plain', $status, facts(caught(fn () => $gateway->refund('id1', 1))));
        printf("%-5s %d status: %d, %d refund delivered\n", $tls ? 'TLS' : 'plain', $status, $gateway->getOrderStatusExtended('id1')['orderStatus'], count($proxy->deliveries('refund')));
        $proxy->stop();
    }
}

?>
--EXPECT--
plain 200 refund: InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
plain 200 status: 4, 1 refund delivered
plain 302 refund: InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
plain 302 status: 4, 1 refund delivered
plain 429 refund: InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
plain 429 status: 4, 1 refund delivered
TLS   200 refund: InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
TLS   200 status: 4, 1 refund delivered
TLS   302 refund: InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
TLS   302 status: 4, 1 refund delivered
TLS   429 refund: InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
TLS   429 status: 4, 1 refund delivered
