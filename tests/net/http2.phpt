--TEST--
HTTP/2 where the gateway offers it: calls share a connection, and money is not lost with those that a server passes over
--EXTENSIONS--
payment_gateway
openssl
pcntl
--SKIPIF--
<?php
ob_start();
(new ReflectionExtension('payment_gateway'))->info();
if (!preg_match('~HTTP/2 => yes~', (string) ob_get_clean())) {
    die('skip no HTTP/2 with this libcurl');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$certificates = new Certificates();
$log = temporary_path('log');
at_end_of_test(static fn () => @unlink($log));

function connect(int $most): PaymentGateway
{
    global $certificates, $log, $server;
    $server = new BackgroundProcess([helper_php(), __DIR__ . '/../support/http2_server.php', $certificates->certFile, $certificates->keyFile, $log, (string) $most]);
    $port = trim($server->readLine(30));
    PaymentGateway::resetConnections();
    file_put_contents($log, '');

    return new PaymentGateway("https://127.0.0.1:$port/payment/", 'u', 'p', null, ['caFile' => $certificates->caFile, 'timeout' => 120, 'connectTimeout' => 60]);
}

/** @return list<array{string, string, string}> of each request: its connection, the protocol, the body */
function taken(): array
{
    global $log;

    return array_map(static fn (string $line): array => explode(' ', $line, 3), file($log, FILE_IGNORE_NEW_LINES));
}

$gateway = connect(1000);
for ($i = 0; $i < 3; $i++) {
    $gateway->getOrderStatusExtended("o$i");
}
$gateway->refund('o', 1);
printf("one after the other, money too: %d taken, by %s, connections: %s\n", count(taken()), implode(', ', array_unique(array_column(taken(), 1))), implode(', ', array_unique(array_column(taken(), 0))));
$good = array_filter(iterator_to_array($gateway->batch(array_fill(0, 16, ['getOrderStatusExtended', ['together']]), 4)), is_array(...));
printf("four at once: %d answered, connections: %s\n", count($good), implode(', ', array_unique(array_column(taken(), 0))));
printf("refused, money: %s, taken %d times\n", facts(caught(fn () => $gateway->refund('refused', 1))), count(preg_grep('/orderId=refused/', array_column(taken(), 2))));

// Of the calls that share a connection some set out after the last one that the server takes.
$gateway = connect(5);
$gateway->getOrderStatusExtended('first');
$calls = [];
for ($i = 0; $i < 32; $i++) {
    $calls[] = ['refund', ["money$i", 1]];
}
$good = $unknown = 0;
foreach ($gateway->batch($calls, 8) as $reply) {
    is_array($reply) ? $good++ : ($reply->isOutcomeUnknown() ? $unknown++ : print($reply->getMessage() . "\n"));
}
$money = preg_grep('/orderId=money/', array_column(taken(), 2));
printf("money at a server that ends connections: %d good, %d unknown, %d taken, each once: %s\n", $good, $unknown, count($money), count(array_unique($money)) === count($money) ? 'yes' : 'no');
$good = array_filter(iterator_to_array($gateway->batch(array_fill(0, 32, ['getOrderStatusExtended', ['o']]), 8)), is_array(...));
printf("reads there: %d answered\n", count($good));

// Before any connection is there: the reads wait for the first.
$reads = array_fill(0, 16, ['getOrderStatusExtended', ['o']]);
$gateway = connect(1000);
$good = array_filter(iterator_to_array($gateway->batch($reads, 16)), is_array(...));
printf("sixteen reads at once: %d answered, connections: %s\n", count($good), implode(', ', array_unique(array_column(taken(), 0))));
$gateway = connect(1000);
$good = array_filter(iterator_to_array($gateway->batch([...$reads, ...array_map(static fn (int $i): array => ['refund', ["money$i", 1]], range(1, 4))], 20)), is_array(...));
$protocols = array_count_values(array_column(taken(), 1));
ksort($protocols);
printf("and money beside them: %d answered, %s\n", count($good), json_encode($protocols, JSON_UNESCAPED_SLASHES));
$gateway = connect(1000);
$gateway->getOrderStatusExtended('first');
$good = array_filter(iterator_to_array($gateway->batch([['refund', ['money', 1]], ...$reads], 17)), is_array(...));
$shared = array_keys(array_column(taken(), 0), array_column(array_filter(taken(), static fn (array $one): bool => str_contains($one[2], 'money')), 0)[0], true);
printf("money before them: %d answered, on its connection: %d\n", count($good), count($shared));
$proxy = FaultProxy::start([['do' => 'pass', 'delay' => patience(1), 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']]], null, true);
$good = array_filter(iterator_to_array($proxy->client(['timeout' => 120, 'connectTimeout' => 60])->batch($reads, 16)), is_array(...));
printf("a server without HTTP/2: %d answered, connections: %d, at once: %d\n", count($good), $proxy->connections(), $proxy->mostAtOnce());
$proxy->stop();
$failures = iterator_to_array($proxy->client()->batch($reads, 16));
printf("no server: %d times %s\n", count($failures), implode(', ', array_unique(array_map(get_class(...), $failures))));

?>
--EXPECT--
one after the other, money too: 4 taken, by HTTP/2, connections: 1
four at once: 16 answered, connections: 1
refused, money: TransportException refund errorCode=null actionCode=null http=0 reply=no UNKNOWN final, taken 1 times
money at a server that ends connections: 32 good, 0 unknown, 32 taken, each once: yes
reads there: 32 answered
sixteen reads at once: 16 answered, connections: 1
and money beside them: 20 answered, {"HTTP/1.1":4,"HTTP/2":16}
money before them: 17 answered, on its connection: 1
a server without HTTP/2: 16 answered, connections: 16, at once: 16
no server: 16 times PaymentGateway\ConnectException
