--TEST--
IPv6: a gateway by its address, by a name that has one, and from an address of our own
--EXTENSIONS--
payment_gateway
pcntl
posix
--SKIPIF--
<?php
if (!@stream_socket_server('tcp://[::1]:0')) {
    die('skip no IPv6 here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';

$listener = stream_socket_server('tcp://[::1]:0');
$port = preg_replace('/.*:/', '', stream_socket_get_name($listener, false));
$pid = pcntl_fork();
if ($pid === 0) {
    while (posix_getppid() > 1 && ($stream = stream_socket_accept($listener, 60, $peer))) {
        for ($head = ''; !str_ends_with($head, "\r\n\r\n");) {
            $head .= fread($stream, 1);
        }
        preg_match('/Content-Length: (\d+)/', $head, $match);
        fread($stream, (int) $match[1]);
        $body = json_encode(['errorCode' => '0', 'orderStatus' => 2, 'orderNumber' => preg_replace('/:\d+$/', '', $peer)]);
        fwrite($stream, sprintf("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s", strlen($body), $body));
        fclose($stream);
    }
    posix_kill(getmypid(), SIGKILL);
}
fclose($listener);

foreach ([
    'by its address' => ['[::1]', []],
    'by name' => ['localhost', []],
    'by name, v6' => ['localhost', ['ipResolve' => 'v6']],
    'by name, v4' => ['localhost', ['ipResolve' => 'v4']],
    'from our own' => ['[::1]', ['interface' => '::1']],
    'from one of IPv4' => ['[::1]', ['interface' => '127.0.0.1']],
] as $what => [$host, $options]) {
    $gateway = new PaymentGateway("http://$host:$port/payment/", 'u', 'p', null, $options + ['retries' => 0]);
    try {
        $told = 'reached from ' . $gateway->getOrderStatusExtended('o')['orderNumber'];
    } catch (PaymentGateway\Exception $e) {
        $told = facts($e);
    }
    echo "$what: $told\n";
}
posix_kill($pid, SIGKILL);

?>
--EXPECT--
by its address: reached from [::1]
by name: reached from [::1]
by name, v6: reached from [::1]
by name, v4: ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
from our own: reached from [::1]
from one of IPv4: ConnectException getOrderStatusExtended errorCode=null actionCode=null http=0 reply=no known retriable
