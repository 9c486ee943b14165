--TEST--
--tls: the sandbox makes its own certificate, and only who trusts the authority in the named file pays over HTTPS
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start(['tls' => 'own']);
echo parse_url($sandbox->uri, PHP_URL_SCHEME), ', ', substr(sprintf('%o', fileperms($sandbox->caFile)), -3), "\n";

$id = $sandbox->client()->register('1', 100, 'https://shop.example/')['orderId'];
$sandbox->client()->paymentOrder($id, CARD);
echo $sandbox->client()->getOrderStatusExtended($id)['orderStatus'], "\n";

// By name as well as by address.
$gateway = new PaymentGateway(str_replace('127.0.0.1', 'localhost', $sandbox->uri), Sandbox::USER, Sandbox::PASSWORD, options: ['caFile' => $sandbox->caFile]);
echo $gateway->getOrderStatusExtended($id)['orderStatus'], "\n";

// Not with the machine's own authorities, and not with that of another start.
$before = file_get_contents($sandbox->caFile);
$other = Sandbox::start(['tls' => 'own']);
foreach ([[], ['caFile' => $other->caFile]] as $options) {
    $gateway = new PaymentGateway($sandbox->uri, Sandbox::USER, Sandbox::PASSWORD, options: $options);
    echo get_class(caught(fn () => $gateway->getOrderStatusExtended($id))), "\n";
}
$sandbox->restart();
echo file_get_contents($sandbox->caFile) === $before ? 'the same' : 'another', " after a restart\n";
echo $sandbox->client()->register('1', 100, 'https://shop.example/')['orderId'] === $id ? 'wrong' : 'trusted', "\n";

$parsed = openssl_x509_parse(file_get_contents($sandbox->caFile));
echo $parsed['extensions']['basicConstraints'], '; ', $parsed['extensions']['keyUsage'], "\n";

foreach ([['--tls', '/nonexistent/ca.pem'], ['--tls', 'ca.pem', '--cert', 'a', '--key', 'b'], ['--tls']] as $arguments) {
    exec('sh ' . escapeshellarg(dirname(__DIR__) . '/sandbox/run') . ' ' . implode(' ', $arguments) . ' 2>&1', $output, $status);
    echo $status, ' ';
}
?>
--EXPECT--
https, 644
2
2
PaymentGateway\TlsException
PaymentGateway\TlsException
another after a restart
trusted
CA:TRUE, pathlen:0; Certificate Sign
1 2 2