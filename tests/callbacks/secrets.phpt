--TEST--
No secret, key, checksum or value of a callback is in what a refusal shows
--EXTENSIONS--
payment_gateway
--INI--
zend.exception_ignore_args=0
zend.exception_string_param_max_len=1000
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';
require __DIR__ . '/../support/callbacks.inc';
require __DIR__ . '/../support/receiver.inc';
require __DIR__ . '/../support/sandbox.inc';

const SECRET = 'ooc7slpvc61k7sf7ma7p4hrefr';
const OTHER_SECRET = 'the-secret-of-the-test-shop';
const PHONE = '+79991234567';
const KEY_TEXT = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwtuGKbQ4';

$looked = 0;
function look(string $what, ?Throwable $e): void
{
    global $looked;
    ob_start();
    var_dump($e);
    print_r($e);
    debug_zval_dump($e);
    echo $e, $e?->getTraceAsString();
    var_dump($e?->getTrace());
    $output = ob_get_clean();
    $looked += (int) (strlen($output) > 100);
    foreach ([SECRET, OTHER_SECRET, PHONE, KEY_TEXT, right_checksum()] as $secret) {
        if (stripos($output, $secret) !== false) {
            echo "$what shows $secret\n";
        }
    }
}

/** Made inside of the calls, so that no frame of the test itself holds it. */
function callback(string $checksum): array
{
    return ['mdOrder' => '1', 'status' => '1', 'phone' => PHONE, 'checksum' => $checksum];
}

function right_checksum(): string
{
    return hash_hmac('sha256', 'mdOrder;1;phone;' . PHONE . ';status;1;', SECRET);
}

echo PaymentGateway::verifyCallbackHmac(callback(right_checksum()), SECRET)['status'] ? "verified\n" : '';
$wrong = str_repeat('0', 64);
foreach ([
    static fn () => PaymentGateway::verifyCallbackHmac(callback($wrong), SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(callback($wrong), [SECRET, OTHER_SECRET]),
    static fn () => PaymentGateway::verifyCallbackHmac(callback(''), [SECRET, OTHER_SECRET]),
    static fn () => PaymentGateway::verifyCallbackHmac(callback(SECRET), [SECRET, OTHER_SECRET]),
    static fn () => PaymentGateway::verifyCallbackHmac(callback(right_checksum()) + ['x' => []], SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(http_build_query(callback(right_checksum())) . '&x', SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(callback(right_checksum()), [SECRET, 1]),
    static fn () => PaymentGateway::verifyCallbackHmac(callback(right_checksum()), SECRET, ['phone']),
    static fn () => PaymentGateway::verifyCallbackHmac(callback(right_checksum()), new ArrayObject([SECRET])),
    static fn () => PaymentGateway::verifyCallbackRsa(callback(right_checksum()), SECRET),
    static fn () => PaymentGateway::verifyCallbackRsa(callback(right_checksum()), CALLBACK_KEY),
    static fn () => PaymentGateway::verifyCallbackRsa(callback(right_checksum()), [CALLBACK_KEY, SECRET]),
    static fn () => PaymentGateway::verifyCallbackRsa(callback(right_checksum()), CALLBACK_KEY, [], 'sha1'),
    static fn () => PaymentGateway::verifyCallbackRsa(callback(right_checksum()), CALLBACK_KEY, [], []),
    static fn () => call_user_func_array([PaymentGateway::class, 'verifyCallbackHmac'], ['secrets' => SECRET, 'callback' => callback($wrong)]),
    static fn () => (PaymentGateway::verifyCallbackHmac(...))(callback($wrong), SECRET),
    static fn () => (new PaymentGateway('http://127.0.0.1:1/payment/', 'shop', SECRET))->confirmCallback(callback('') + ['orderNumber' => []]),
    static fn () => (new PaymentGateway('http://127.0.0.1:1/payment/', 'shop', SECRET))->confirmCallback(callback('')),
] as $i => $call) {
    look("call $i", caught($call));
}
echo "$looked looked at\n";

// The sandbox tells nobody what it signs with, or what it sends beside: not even a refused setting is repeated.
$sandbox = Sandbox::start();
$receiver = new Receiver();
$shown = json_encode($sandbox->merchant(['callbackAddress' => $receiver->address, 'callbackSecret' => SECRET, 'callbackHeaders' => json_encode(['Authorization' => OTHER_SECRET])]));
$sandbox->changeCallbacks(['sample' => 'deposited']);
[$request] = $receiver->wait(1);
$shown .= json_encode($sandbox->callbacks()) . json_encode($sandbox->merchant([])) . json_encode($sandbox->requests());
$shown .= $sandbox->raw('sandbox/merchant', ['callbackHeaders' => OTHER_SECRET])['body'] . $sandbox->raw('sandbox/merchant', ['callbackSecret' => str_repeat(SECRET, 20)])['body'];
$shown .= $sandbox->complaints();
foreach ([SECRET, OTHER_SECRET] as $secret) {
    echo str_contains($shown, $secret) ? "the sandbox shows $secret\n" : '';
}
echo $request['headers']['authorization'] === OTHER_SECRET && PaymentGateway::verifyCallbackHmac($request['query'], SECRET) !== [] ? "signed, with the header\n" : "not sent\n";

?>
--EXPECT--
verified
18 looked at
signed, with the header
