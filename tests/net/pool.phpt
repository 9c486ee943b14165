--TEST--
The pool: its settings, what it keeps, whom it trusts, the client's certificate, its interface
--EXTENSIONS--
payment_gateway
openssl
posix
sockets
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

/**
 * Children of this PHP with other settings, all at once.
 *
 * @param array<string, array{array<string, string>, string}> $children the settings, and the code
 */
function in_children(array $children): void
{
    $pipes = $processes = [];
    foreach ($children as $name => [$settings, $code]) {
        $command = php_command();
        foreach ($settings as $setting => $value) {
            $command .= ' -d ' . escapeshellarg("$setting=$value");
        }
        $processes[] = proc_open("$command -r " . escapeshellarg($code) . ' 2>&1', [1 => ['pipe', 'w']], $pipe);
        $pipes[$name] = $pipe[1];
    }
    foreach ($pipes as $name => $pipe) {
        echo "$name: ", trim((string) stream_get_contents($pipe)), "\n";
    }
    array_map('proc_close', $processes);
}

// ------------------------------------------------------------------------------------------------------- settings

$children = [];
foreach (['max_connections' => 1024, 'idle_timeout' => 86_400, 'payment_idle_timeout' => 86_400, 'max_connection_age' => 86_400] as $setting => $most) {
    foreach (['1', (string) $most, '0', '-1', (string) ($most + 1)] as $value) {
        $children["$setting=$value"] = [["payment_gateway.$setting" => $value, 'display_startup_errors' => '0', 'display_errors' => '0', 'error_log' => '/dev/null'], "echo ini_get('payment_gateway.$setting'), json_encode(ini_set('payment_gateway.$setting', '5'));"];
    }
}
$children['told at the start'] = [['payment_gateway.idle_timeout' => '0', 'display_startup_errors' => '1', 'display_errors' => '1', 'html_errors' => '0', 'log_errors' => '0'], "echo ini_get('payment_gateway.idle_timeout');"];
foreach (array_chunk($children, 5, true) as $some) {
    in_children($some);
}

$proxy = FaultProxy::start([
    ['body' => 'orderId=slow', 'do' => 'pass', 'delay' => 0.3, 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
    ['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']],
]);
$other = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']]]);
$make = "\$g = new PaymentGateway('$proxy->uri', 'u', 'p');";
$rests = static fn (string $first, string $second): string => "$make $first; usleep(2_200_000); $second; echo PaymentGateway::connectionStats()['opened'], ' opened';";
$read = '$g->getOrderStatusExtended("o")';
$pay = '$g->refund("o", 1)';
$wait = 'usleep(5_200_000)'; // a batch leaves the others for five seconds
in_children([
    'two are kept of ten' => [['payment_gateway.max_connections' => '2'], "$make iterator_to_array(\$g->batch(array_fill(0, 10, ['getOrderStatusExtended', ['slow']]))); $wait; $read; echo json_encode(PaymentGateway::connectionStats()); $read; iterator_to_array(\$g->batch(array_fill(0, 2, ['getOrderStatusExtended', ['slow']]))); echo json_encode(PaymentGateway::connectionStats());"],
    'eight are kept of ten' => [[], "$make iterator_to_array(\$g->batch(array_fill(0, 10, ['getOrderStatusExtended', ['slow']]))); echo json_encode(PaymentGateway::connectionStats()); $wait; $read; echo json_encode(PaymentGateway::connectionStats());"],
    // None of these begins twice, although libcurl may still have the other four.
    'forty calls after twelve at once' => [[], "$make iterator_to_array(\$g->batch(array_fill(0, 12, ['getOrderStatusExtended', ['slow']]))); $wait; for (\$i = 0; \$i < 40; \$i++) { $read; } echo json_encode(PaymentGateway::connectionStats());"],
    'of two hosts the last is kept' => [['payment_gateway.max_connections' => '1'], "$make iterator_to_array(\$g->batch(array_fill(0, 8, ['getOrderStatusExtended', ['slow']]))); \$first = \$g; \$g = new PaymentGateway('$other->uri', 'u', 'p'); $read; $read; \$g = \$first; $read; echo json_encode(PaymentGateway::connectionStats());"],
    'a read after a rest' => [[], $rests($read, $read)],
    'money after a rest' => [[], $rests($read, $pay)],
    'a read after too long a rest' => [['payment_gateway.idle_timeout' => '1'], $rests($read, $read)],
    'money after too long a rest' => [['payment_gateway.payment_idle_timeout' => '1'], $rests($read, $pay)],
    'a read at an age' => [['payment_gateway.max_connection_age' => '1'], $rests($read, $read)],
]);

// ----------------------------------------------------------------------------------------------- shared, and reset

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']]]);
$stats = static fn (): string => json_encode(PaymentGateway::connectionStats());
echo $stats(), "\n";
for ($i = 0; $i < 3; $i++) {
    (new PaymentGateway($proxy->uri, "user$i", 'p'))->getOrderStatusExtended('o');
}
(new PaymentGateway($proxy->uri, null, null, 'token'))->getOrderStatusExtended('o');
echo $stats(), " at the server {$proxy->connections()}\n";
(new PaymentGateway($proxy->uri, 'u', 'p', null, ['interface' => '127.0.0.1']))->getOrderStatusExtended('o');
echo $stats(), " with other settings\n";
PaymentGateway::resetConnections();
echo $stats(), "\n";
PaymentGateway::resetConnections();
$proxy->client()->getOrderStatusExtended('o');
echo $stats(), " at the server {$proxy->connections()}\n";

// ------------------------------------------------------------------------------------------------- whom to trust

$good = ['body' => '{"errorCode":"0","orderStatus":2}'];
$ours = FaultProxy::start([['do' => 'pass', 'reply' => $good]], null, true);
$theirs = FaultProxy::start([], null, true);
$ask = static fn (string $options): string => "try { echo (new PaymentGateway('$ours->uri', 'u', 'p', null, $options))->getOrderStatusExtended('o')['orderStatus']; } catch (PaymentGateway\\Exception \$e) { echo \$e::class; }";
$option = static fn (FaultProxy $of): string => "['retries' => 0, 'caFile' => '$of->caFile']";
$none = "['retries' => 0]";
in_children([
    'the system' => [[], $ask($none)],
    'openssl.cafile' => [['openssl.cafile' => $ours->caFile], $ask($none)],
    'payment_gateway.ca_file before it' => [['openssl.cafile' => $theirs->caFile, 'payment_gateway.ca_file' => $ours->caFile], $ask($none)],
    'and not the other way' => [['openssl.cafile' => $ours->caFile, 'payment_gateway.ca_file' => $theirs->caFile], $ask($none)],
    'the option before all' => [['openssl.cafile' => $theirs->caFile, 'payment_gateway.ca_file' => $theirs->caFile], $ask($option($ours))],
    'and none after it' => [['openssl.cafile' => $ours->caFile, 'payment_gateway.ca_file' => $ours->caFile], $ask($option($theirs))],
    'a setting that cannot be read' => [['payment_gateway.ca_file' => '/no/such/file'], $ask($none)],
    'which nobody asks' => [['payment_gateway.ca_file' => '/no/such/file'], $ask($option($ours))],
]);
in_children([
    'curl.cainfo' => [['curl.cainfo' => $ours->caFile, 'openssl.cafile' => $theirs->caFile], $ask($none)],
]);
$limit = ['open_basedir' => dirname(__DIR__, 2)];
$file = $ours->caFile;
in_children([
    'open_basedir, caFile' => [$limit, $ask("['caFile' => '$file']")],
    'open_basedir, clientCertificate' => [$limit, $ask("['clientCertificate' => '$file']")],
    'open_basedir, clientKey' => [$limit, $ask("['clientCertificate' => '" . __FILE__ . "', 'clientKey' => '$file']")],
    // What the administrator set is not the script's to read.
    'open_basedir, payment_gateway.ca_file' => [$limit + ['payment_gateway.ca_file' => $file], $ask($none)],
]);

// ----------------------------------------------------------------------------------- the client's own certificate

$strict = FaultProxy::start([['do' => 'pass', 'reply' => $good]], null, ['clients' => true]);
[$certificate, $key] = $strict->certificates->client('k3y');
[$strange, $strangeKey] = $theirs->certificates->client('k3y');
$both = temporary_path('both');
at_end_of_test(static fn () => @unlink($both));
file_put_contents($both, file_get_contents($certificate) . file_get_contents($key));
foreach ([
    'with its certificate' => ['clientCertificate' => $certificate, 'clientKey' => $key, 'clientKeyPassword' => 'k3y'],
    'in one file' => ['clientCertificate' => $both, 'clientKeyPassword' => 'k3y'],
    'without' => [],
    'a wrong password' => ['clientCertificate' => $certificate, 'clientKey' => $key, 'clientKeyPassword' => 'other'],
    'another key' => ['clientCertificate' => $certificate, 'clientKey' => $strangeKey, 'clientKeyPassword' => 'k3y'],
    'of another authority' => ['clientCertificate' => $strange, 'clientKey' => $strangeKey, 'clientKeyPassword' => 'k3y'],
    'with its certificate again' => ['clientCertificate' => $certificate, 'clientKey' => $key, 'clientKeyPassword' => 'k3y'],
] as $name => $options) {
    try {
        $told = 'orderStatus ' . $strict->client($options)->getOrderStatusExtended('o')['orderStatus'];
    } catch (PaymentGateway\TransportException $e) {
        // With TLS 1.3 a client hears of a refused certificate only after it has sent its request.
        $told = 'refused';
    }
    printf("%s: %s, %d delivered\n", $name, $told, count($strict->deliveries()));
}

// -------------------------------------------------------------------------------------------- addresses of our own

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => $good]]);
foreach (['127.0.0.1', '127.0.0.2', 'lo'] as $interface) {
    $proxy->client(['interface' => $interface])->getOrderStatusExtended('o');
    echo "$interface: from ", array_slice($proxy->peers(), -1)[0], "\n";
}
foreach (['nosuch0', '192.0.2.1'] as $interface) {
    echo "$interface: ", facts(caught(fn () => $proxy->client(['interface' => $interface])->deposit('o'))), "\n";
}
$named = str_replace('127.0.0.1', 'localhost', $proxy->uri);
echo 'IPv4: ', (new PaymentGateway($named, 'u', 'p', null, ['ipResolve' => 'v4']))->getOrderStatusExtended('o')['orderStatus'], "\n";
echo 'IPv6: ', facts(caught(fn () => (new PaymentGateway($named, 'u', 'p', null, ['ipResolve' => 'v6', 'retries' => 0]))->deposit('o'))), "\n";

?>
--EXPECT--
max_connections=1: 1false
max_connections=1024: 1024false
max_connections=0: 8false
max_connections=-1: 8false
max_connections=1025: 8false
idle_timeout=1: 1false
idle_timeout=86400: 86400false
idle_timeout=0: 60false
idle_timeout=-1: 60false
idle_timeout=86401: 60false
payment_idle_timeout=1: 1false
payment_idle_timeout=86400: 86400false
payment_idle_timeout=0: 3false
payment_idle_timeout=-1: 3false
payment_idle_timeout=86401: 3false
max_connection_age=1: 1false
max_connection_age=86400: 86400false
max_connection_age=0: 600false
max_connection_age=-1: 600false
max_connection_age=86401: 600false
told at the start: Warning: PHP Startup: payment_gateway.idle_timeout must be from 1 to 86400 in Unknown on line 0
60
two are kept of ten: {"open":2,"opened":10,"requests":11}{"open":2,"opened":10,"requests":14}
eight are kept of ten: {"open":10,"opened":10,"requests":10}{"open":8,"opened":10,"requests":11}
forty calls after twelve at once: {"open":8,"opened":12,"requests":52}
of two hosts the last is kept: {"open":8,"opened":9,"requests":11}
a read after a rest: 1 opened
money after a rest: 1 opened
a read after too long a rest: 2 opened
money after too long a rest: 2 opened
a read at an age: 2 opened
{"open":0,"opened":0,"requests":0}
{"open":1,"opened":1,"requests":4} at the server 1
{"open":2,"opened":2,"requests":5} with other settings
{"open":0,"opened":0,"requests":0}
{"open":1,"opened":1,"requests":1} at the server 3
the system: PaymentGateway\TlsException
openssl.cafile: 2
payment_gateway.ca_file before it: 2
and not the other way: PaymentGateway\TlsException
the option before all: 2
and none after it: PaymentGateway\TlsException
a setting that cannot be read: PaymentGateway\ArgumentException
which nobody asks: 2
curl.cainfo: 2
open_basedir, caFile: PaymentGateway\ArgumentException
open_basedir, clientCertificate: PaymentGateway\ArgumentException
open_basedir, clientKey: PaymentGateway\ArgumentException
open_basedir, payment_gateway.ca_file: 2
with its certificate: orderStatus 2, 1 delivered
in one file: orderStatus 2, 2 delivered
without: refused, 2 delivered
a wrong password: refused, 2 delivered
another key: refused, 2 delivered
of another authority: refused, 2 delivered
with its certificate again: orderStatus 2, 3 delivered
127.0.0.1: from 127.0.0.1
127.0.0.2: from 127.0.0.2
lo: from 127.0.0.1
nosuch0: ConnectException deposit errorCode=null actionCode=null http=0 reply=no known retriable
192.0.2.1: ConnectException deposit errorCode=null actionCode=null http=0 reply=no known retriable
IPv4: 2
IPv6: ConnectException deposit errorCode=null actionCode=null http=0 reply=no known retriable
