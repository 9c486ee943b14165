--TEST--
The settings of php.ini: their defaults, their limits, and what they limit
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

// The depth is counted as json_decode() counts it.
set_error_handler(fn (int $level, string $message) => print("$message\n"));
print_r(ini_get_all('payment_gateway', false));
foreach (['payment_gateway.max_reply_size' => ['0', '-1', '2G', '1M'], 'payment_gateway.max_reply_depth' => ['0', '513', '4']] as $name => $values) {
    foreach ($values as $value) {
        printf("%s=%s %s\n", $name, $value, ini_set($name, $value) === false ? 'refused' : 'taken');
    }
}
$text = str_repeat('x', 100_000);
$proxy = FaultProxy::start([
    ['path' => 'a.do', 'do' => 'pass', 'reply' => ['body' => "{\"text\":\"$text\"}"]],
    ['path' => 'b.do', 'do' => 'pass', 'reply' => ['body' => '{"a":{"b":[]}}']],
    ['path' => 'c.do', 'do' => 'pass', 'reply' => ['body' => '{"a":{"b":[[]]}}']],
]);
$gateway = $proxy->client();
echo strlen($gateway->call('rest/a.do')['text']), "\n";
ini_set('payment_gateway.max_reply_size', '100011'); // the body alone: the head counts too
echo caught(fn () => $gateway->call('rest/a.do'))->getMessage(), "\n";
ini_set('payment_gateway.max_reply_size', '100200');
echo strlen($gateway->call('rest/a.do')['text']), "\n";
echo json_encode($gateway->call('rest/b.do')), "\n";
echo caught(fn () => $gateway->call('rest/c.do'))->getMessage(), "\n";

// The authorities of php.ini, also those of extensions that are not loaded: the child has no other php.ini.
$bare = preg_replace('~ -c (\'[^\']*\'|"[^"]*"|\S+)~', '', ' ' . getenv('TEST_PHP_EXTRA_ARGS'));
$ini = temporary_path('ini');
at_end_of_test(static fn () => unlink($ini));
file_put_contents($ini, 'curl.cainfo = "' . __FILE__ . '"');
$show = 'ob_start(); var_dump(new PaymentGateway("https://bank.example/payment/", "u", "p"));'
    . 'echo preg_match("~caFile.*\R.*\"(.*)\"~", ob_get_clean(), $match) ? basename($match[1]) : "that of the system", "\n";';
$show = "try { $show } catch (PaymentGateway\\Exception \$e) { echo \$e->getMessage(); }";
foreach ([
    'nothing is set' => [],
    'in a file' => ['-c', $ini],
    'by an option of PHP' => ['-d', 'curl.cainfo=' . __FILE__],
    'empty' => ['-d', 'curl.cainfo='],
    'before openssl.cafile' => ['-d', 'curl.cainfo=' . __FILE__, '-d', 'openssl.cafile=/no/such/file'],
    'after payment_gateway.ca_file' => ['-d', 'curl.cainfo=/no/such/file', '-d', 'payment_gateway.ca_file=' . __DIR__ . '/bits.phpt'],
    'a file that is not there' => ['-d', 'curl.cainfo=/no/such/file'],
] as $title => $arguments) {
    $arguments = implode(' ', array_map('escapeshellarg', [...$arguments, '-r', $show]));
    echo "curl.cainfo, $title: ", exec(escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . "$bare $arguments 2>&1"), "\n";
}

?>
--EXPECT--
Array
(
    [payment_gateway.ca_file] => 
    [payment_gateway.idle_timeout] => 60
    [payment_gateway.max_connection_age] => 600
    [payment_gateway.max_connections] => 8
    [payment_gateway.max_reply_depth] => 64
    [payment_gateway.max_reply_size] => 8M
    [payment_gateway.payment_idle_timeout] => 3
)
ini_set(): payment_gateway.max_reply_size must be from 1 to 1073741824
payment_gateway.max_reply_size=0 refused
ini_set(): payment_gateway.max_reply_size must be from 1 to 1073741824
payment_gateway.max_reply_size=-1 refused
ini_set(): payment_gateway.max_reply_size must be from 1 to 1073741824
payment_gateway.max_reply_size=2G refused
payment_gateway.max_reply_size=1M taken
ini_set(): payment_gateway.max_reply_depth must be from 1 to 512
payment_gateway.max_reply_depth=0 refused
ini_set(): payment_gateway.max_reply_depth must be from 1 to 512
payment_gateway.max_reply_depth=513 refused
payment_gateway.max_reply_depth=4 taken
100000
rest/a.do: the reply is longer than the limit; the outcome is unknown: find out before repeating the call
100000
{"a":{"b":[]}}
rest/c.do: HTTP 200: the reply is nested too deeply: {"a":{"b":[[]]}}; the outcome is unknown: find out before repeating the call
curl.cainfo, nothing is set: that of the system
curl.cainfo, in a file: ini.php
curl.cainfo, by an option of PHP: ini.php
curl.cainfo, empty: that of the system
curl.cainfo, before openssl.cafile: ini.php
curl.cainfo, after payment_gateway.ca_file: bits.phpt
curl.cainfo, a file that is not there: cannot read the CA certificates /no/such/file
