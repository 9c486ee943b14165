--TEST--
A proxy: the tunnel is made with its own password and kept; what refuses a tunnel is a connection that failed
--EXTENSIONS--
payment_gateway
openssl
pcntl
posix
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

/**
 * A proxy that makes tunnels, in a child; it notes what it was asked.
 *
 * @return array{int, int, string} its port, its process and the file of its notes
 */
function tunnels(): array
{
    $listener = stream_socket_server('tcp://127.0.0.1:0');
    $port = (int) preg_replace('/.*:/', '', stream_socket_get_name($listener, false));
    $notes = temporary_path('notes');
    touch($notes);
    $pid = pcntl_fork();
    if ($pid > 0) {
        return [$port, $pid, $notes];
    }
    $pairs = []; // by the number of one end: itself and the other end
    for ($ended = time() + 60; time() < $ended && posix_getppid() > 1;) {
        $read = [$listener, ...array_column($pairs, 0)];
        $write = $except = null;
        if (stream_select($read, $write, $except, 1) < 1) {
            continue;
        }
        foreach ($read as $stream) {
            if ($stream === $listener) {
                $asked = '';
                for ($client = stream_socket_accept($listener); !str_ends_with($asked, "\r\n\r\n");) {
                    $asked .= fread($client, 1);
                }
                file_put_contents($notes, $asked, FILE_APPEND);
                $server = stream_socket_client('tcp://' . explode(' ', $asked)[1]);
                fwrite($client, "HTTP/1.1 200 Connection established\r\n\r\n");
                $pairs[(int) $client] = [$client, $server];
                $pairs[(int) $server] = [$server, $client];
            } elseif (isset($pairs[(int) $stream])) {
                [$from, $to] = $pairs[(int) $stream];
                $some = (string) fread($from, 65_536);
                if ($some === '') {
                    unset($pairs[(int) $from], $pairs[(int) $to]);
                    fclose($from);
                    fclose($to);
                } else {
                    fwrite($to, $some);
                }
            }
        }
    }
    posix_kill(getmypid(), SIGKILL);
}

$gateway = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']]], null, true);
[$port, $pid, $notes] = tunnels();
at_end_of_test(static function () use ($pid, $notes): void {
    posix_kill($pid, SIGKILL);
    @unlink($notes);
});
$client = $gateway->client(['proxy' => "http://shop:a%2Fb%40c@127.0.0.1:$port"]);
foreach (['refund' => ['o', 1], 'getOrderStatusExtended' => ['o'], 'deposit' => ['o']] as $method => $arguments) {
    echo "$method: ", $client->$method(...$arguments)['orderStatus'], "\n";
}
$asked = file_get_contents($notes);
printf("tunnels: %d, connections at the gateway: %d\n", substr_count($asked, 'CONNECT '), $gateway->connections());
preg_match('/^Proxy-Authorization: Basic (.*)\r$/m', $asked, $match);
echo 'with the password: ', base64_decode($match[1] ?? ''), "\n";
echo 'of the call the proxy reads: ', preg_match('/userName|orderId|payment\//', $asked) ? 'something' : 'nothing', "\n";
// Another password of the proxy is another connection: who pays for the traffic must not be mixed up.
$gateway->client(['proxy' => "http://other:word@127.0.0.1:$port"])->getOrderStatusExtended('o');
printf("with another password: %d tunnels\n", substr_count(file_get_contents($notes), 'CONNECT '));

foreach ([407, 403, 429, 502] as $status) {
    $proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['status' => $status, 'body' => '']]]);
    $attempts = 0;
    $client = $gateway->client(['proxy' => substr($proxy->uri, 0, -strlen('/payment/')), 'retries' => 1, 'logger' => function () use (&$attempts): void {
        $attempts++;
    }]);
    foreach (['refund' => ['o', 1], 'getOrderStatusExtended' => ['o']] as $method => $arguments) {
        $attempts = 0;
        $e = caught(fn () => $client->$method(...$arguments));
        printf("%d: %s, %s, attempts: %d\n", $status, facts($e), str_contains($e->getMessage(), (string) $status) ? 'and says so' : $e->getMessage(), $attempts);
    }
    $proxy->stop();
}

?>
--EXPECT--
refund: 2
getOrderStatusExtended: 2
deposit: 2
tunnels: 1, connections at the gateway: 1
with the password: shop:a/b@c
of the call the proxy reads: nothing
with another password: 2 tunnels
407: ConnectException refund errorCode=null actionCode=null http=0 reply=no known final, and says so, attempts: 1
407: ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known final, and says so, attempts: 1
403: ConnectException refund errorCode=null actionCode=null http=0 reply=no known final, and says so, attempts: 1
403: ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known final, and says so, attempts: 1
429: ConnectException refund errorCode=null actionCode=null http=0 reply=no known retriable, and says so, attempts: 1
429: ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable, and says so, attempts: 2
502: ConnectException refund errorCode=null actionCode=null http=0 reply=no known retriable, and says so, attempts: 1
502: ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable, and says so, attempts: 2
