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
