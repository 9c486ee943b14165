--TEST--
Loaded by dl() under opcache, which interns nothing for it: replies are read all the same
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, and a PHP may have the extension in it.
if (!is_file(dirname(__DIR__, 2) . '/modules/payment_gateway.so')) {
    die('skip no module here');
}
if (PHP_VERSION_ID < 80500 && !is_file(PHP_EXTENSION_DIR . '/opcache.so')) {
    die('skip opcache is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';

const CODE = <<<'PHP'
    if (!dl('payment_gateway.so')) {
        exit(1);
    }
    $gateway = new PaymentGateway($argv[1], 'user', 'password');
    for ($i = 0; $i < 20; $i++) {
        $replies[$i % 3] = $gateway->call('rest/x.do');
        $texts[] = str_repeat('x', 10 + $i % 8);
    }
    echo opcache_get_status() ? 'opcache ' : '', json_encode($replies[0]), "\n";
    sleep(60);
    PHP;

$body = '{"errorCode":"0","orderId":"a","orderStatus":2,"attributes":[{"name":"mdOrder","value":"b"}]}';
$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => $body]]]);
$opcache = PHP_VERSION_ID < 80500 ? ['-d', 'zend_extension=' . PHP_EXTENSION_DIR . '/opcache.so'] : [];
$options = ['opcache.enable_cli=1', 'opcache.file_cache_only=0', 'enable_dl=1', 'extension_dir=' . dirname(__DIR__, 2) . '/modules'];
foreach ($options as $option) {
    array_push($opcache, '-d', $option);
}
$process = new BackgroundProcess([PHP_BINARY, '-n', ...$opcache, '-r', CODE, '--', $proxy->uri]);
echo $process->readLine(60), "\n";
$process->kill();

?>
--EXPECT--
opcache {"errorCode":"0","orderId":"a","orderStatus":2,"attributes":[{"name":"mdOrder","value":"b"}]}
