--TEST--
What a batch leaves: its connections for some seconds, so that the next chunk of a script needs no new ones
--EXTENSIONS--
payment_gateway
openssl
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';

const AT_ONCE = 12;
const REST = 5.2; // seconds: longer than the connections of a batch are kept

/** All answer late, so that as many connections are needed as there are calls. */
function proxy(bool $tls): FaultProxy
{
    return FaultProxy::start([['do' => 'pass', 'delay' => 0.5, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']]], null, $tls);
}

function chunk(FaultProxy $proxy, string $method, mixed ...$arguments): string
{
    $replies = iterator_to_array($proxy->client(['timeout' => 120, 'connectTimeout' => 60])->batch(array_fill(0, AT_ONCE, [$method, ['o', ...$arguments]]), AT_ONCE));

    return sprintf('%d of %d good', count(array_filter($replies, is_array(...))), AT_ONCE);
}

function open(): int
{
    return PaymentGateway::connectionStats()['open'];
}

// ------------------------------------------------------------------------------------------------ chunk by chunk

$proxy = proxy(true);
foreach (['the first chunk' => ['getOrderStatusExtended'], 'the next one' => ['getOrderStatusExtended'], 'one of money' => ['refund', 1]] as $which => $call) {
    printf("%s: %s, %d open, at the server %d connections and %d refunds\n", $which, chunk($proxy, ...$call), open(), $proxy->connections(), count($proxy->deliveries('refund')));
    usleep(500_000);
}
usleep((int) (REST * 1e6));
$proxy->client()->getOrderStatusExtended('o');
printf("a call after a rest: %d open\n", open());
for ($i = 0; $i < 3; $i++) {
    $proxy->client()->getOrderStatusExtended('o');
}
printf("some more: %d open, at the server %d\n", open(), $proxy->connections());
chunk($proxy, 'getOrderStatusExtended');
printf("a chunk after that: %d open, at the server %d\n", open(), $proxy->connections());
PaymentGateway::resetConnections();
printf("reset: %d open\n", open());
$proxy->stop();

// ------------------------------------------------------------------------------------- bounded, and by the request

/** A page that shows how many connections are open, and begins a chunk if it is asked to. */
const PAGE = <<<'PHP'
    <?php
    echo PaymentGateway::connectionStats()['open'];
    if (isset($_GET['uri'])) {
        iterator_to_array((new PaymentGateway($_GET['uri'], 'u', 'p'))->batch(array_fill(0, 12, ['getOrderStatusExtended', ['o']]), 12));
        echo ' and then ', PaymentGateway::connectionStats()['open'];
    }
    PHP;

$proxy = proxy(false);
$page = temporary_path('page');
file_put_contents($page, PAGE);
at_end_of_test(static fn () => unlink($page));
foreach ([1, 4] as $kept) {
    $socket = stream_socket_server('tcp://127.0.0.1:0');
    $host = stream_socket_get_name($socket, false);
    fclose($socket);
    $server = new BackgroundProcess(['sh', '-c', 'exec ' . php_command() . " -d payment_gateway.max_connections=$kept -S $host $page"]);
    for ($until = microtime(true) + patience(20); microtime(true) < $until && !@stream_socket_client("tcp://$host");) {
        usleep(10_000);
    }
    foreach (['?uri=' . urlencode($proxy->uri), ''] as $query) {
        echo "max_connections=$kept: ", file_get_contents("http://$host/$query"), "\n";
    }
    for ($until = microtime(true) + patience(10); microtime(true) < $until && $proxy->closed() < 12 - $kept;) {
        usleep(10_000);
    }
    printf("closed at the server: %d\n", $proxy->closed());
    $server->kill();
    $proxy->stop();
    $proxy = proxy(false);
}

?>
--EXPECT--
the first chunk: 12 of 12 good, 12 open, at the server 12 connections and 0 refunds
the next one: 12 of 12 good, 12 open, at the server 12 connections and 0 refunds
one of money: 12 of 12 good, 12 open, at the server 12 connections and 12 refunds
a call after a rest: 8 open
some more: 8 open, at the server 12
a chunk after that: 12 open, at the server 16
reset: 0 open
max_connections=1: 0 and then 8
max_connections=1: 1
closed at the server: 11
max_connections=4: 0 and then 12
max_connections=4: 4
closed at the server: 8
