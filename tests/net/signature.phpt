--TEST--
The option signatureKey: every call is signed, every attempt of it, and the key is never shown
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
if (trim((string) shell_exec('command -v openssl')) === '') {
    die('skip no openssl to make a key and to verify with');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

/** A file that is gone after the test. */
function file_of(string $what, string $content): string
{
    $path = temporary_path($what);
    file_put_contents($path, $content);
    at_end_of_test(static fn () => @unlink($path));

    return $path;
}

$key = (string) shell_exec('openssl genrsa 2048 2>/dev/null');
$keyFile = escapeshellarg(file_of('key', $key));
$public = escapeshellarg(file_of('public', (string) shell_exec("openssl pkey -in $keyFile -pubout")));
$encrypted = (string) shell_exec("openssl pkey -in $keyFile -aes256 -passout pass:key-secret");

/** What the gateway does with a signed request. @param array<string, mixed> $delivery */
function verdict(array $delivery): string
{
    global $public;
    $headers = array_change_key_case($delivery['headers']);
    if (!isset($headers['x-hash'], $headers['x-signature'])) {
        return 'not signed';
    }
    $hash = base64_decode($headers['x-hash'], true);
    $signature = escapeshellarg(file_of('signature', (string) base64_decode($headers['x-signature'], true)));
    $said = shell_exec("openssl dgst -sha256 -verify $public -signature $signature " . escapeshellarg(file_of('hash', $hash)) . ' 2>&1');

    return ($hash === hash('sha256', $delivery['body'], true) ? 'right hash' : 'WRONG HASH') . ', ' . trim((string) $said);
}

$proxy = FaultProxy::start([
    ['path' => 'getOrderStatusExtended', 'nth' => [1, 2], 'do' => 'drop'],
    ['path' => 'keys.do', 'do' => 'pass', 'reply' => ['body' => '{}']],
    ['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderId":"a","orderStatus":2,"data":{"orderId":"a"}}']],
]);
$gateway = $proxy->client(['signatureKey' => $key, 'retries' => 2]);
$calls = [
    'a form' => static fn () => $gateway->register('n1', 100, 'https://shop.example/?a=1&b=ж'),
    'a long form' => static fn () => $gateway->register('n1', 100, 'https://shop.example/', ['description' => str_repeat('д', 598)]),
    'JSON' => static fn () => $gateway->recurrentPayment('n2', 'b', 100),
    'without credentials' => static fn () => $gateway->applePay('m', 'n3', 'token'),
    'a read in three attempts' => static fn () => $gateway->getOrderStatusExtended('a'),
    'a path' => static fn () => $gateway->call('rest/newThing.do', ['a' => 'b']),
    'two at once' => static fn () => iterator_to_array($gateway->batch([['deposit', ['a']], ['refund', ['a', 1]]])),
    'an encrypted key' => static fn () => $proxy->client(['signatureKey' => $encrypted, 'signatureKeyPassword' => 'key-secret'])->deposit('a'),
    'the keys of seToken: nothing to sign' => static fn () => caught(static fn () => $gateway->createSeToken(['bindingId' => 'b'])),
    'without a key' => static fn () => $proxy->client()->deposit('a'),
];
$seen = 0;
foreach ($calls as $what => $call) {
    $call();
    $new = array_slice($proxy->deliveries(), $seen);
    $seen += count($new);
    printf("%s: %d × %s\n", $what, count($new), implode(' / ', array_unique(array_map(verdict(...), $new))));
}

echo "== nothing shows the key\n";
ob_start();
var_dump($gateway, $proxy->client(['signatureKey' => $encrypted, 'signatureKeyPassword' => 'key-secret']));
foreach ([['signatureKey' => $encrypted, 'signatureKeyPassword' => 'wrong-secret'], ['signatureKey' => 'key-secret'], ['signatureKeyPassword' => 'key-secret'], ['signatureKeyPasswort' => 'key-secret', 'signatureKey' => $key]] as $options) {
    echo $messages[] = (string) caught(static fn () => $proxy->client($options)), "\n";
}
$shown = ob_get_clean();
foreach (['key-secret', 'wrong-secret', substr($key, 60, 40), substr($encrypted, 200, 40)] as $secret) {
    echo str_contains($shown, $secret) ? "SHOWN\n" : '';
}
foreach ($messages as $message) {
    echo preg_match('/ArgumentException: (.*) in \//', $message, $match) ? $match[1] : $message, "\n";
}
echo preg_match('/\["signatureKey"\]=>\s*bool\(true\)/', $shown), "\n";

?>
--EXPECT--
a form: 1 × right hash, Verified OK
a long form: 1 × right hash, Verified OK
JSON: 1 × right hash, Verified OK
without credentials: 1 × right hash, Verified OK
a read in three attempts: 3 × right hash, Verified OK
a path: 1 × right hash, Verified OK
two at once: 2 × right hash, Verified OK
an encrypted key: 1 × right hash, Verified OK
the keys of seToken: nothing to sign: 1 × not signed
without a key: 1 × not signed
== nothing shows the key
option signatureKey must be an RSA private key in PEM, and signatureKeyPassword its password
option signatureKey must be an RSA private key in PEM; one that is encrypted requires signatureKeyPassword
option signatureKeyPassword requires signatureKey
option signatureKeyPasswort is unknown; did you mean signatureKeyPassword?
1
