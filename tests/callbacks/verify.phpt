--TEST--
Signed callbacks: the published vectors, what is returned, and what a refusal says
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';
require __DIR__ . '/../support/callbacks.inc';

use PaymentGateway\CallbackOperation;

const SECRET = 'ooc7slpvc61k7sf7ma7p4hrefr';
$signed = [
    'mdOrder' => '06cf5599-3f17-7c86-bdbc-bd7d00a8b38b', 'operation' => 'approved', 'orderNumber' => '2003', 'status' => '1',
    'checksum' => 'EAF2FB72CAB99FD5067F4BA493DD84F4D79C1589FDE8ED29622F0F07215AA972', 'sign_alias' => 'any',
];
$raw = http_build_query($signed);

echo "verified\n";
foreach ([
    'array' => PaymentGateway::verifyCallbackHmac($signed, SECRET),
    'raw text' => PaymentGateway::verifyCallbackHmac($raw, SECRET),
    'two secrets' => PaymentGateway::verifyCallbackHmac($raw, ['live', SECRET]),
    'own parameters' => PaymentGateway::verifyCallbackHmac(['wc-api' => ['x'], 'action' => 'pay', '17' => '1'] + $signed, SECRET, ['wc-api', 'action', '17']),
    'named arguments' => PaymentGateway::verifyCallbackHmac(ownNames: [], secrets: SECRET, callback: $signed),
    'RSA' => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, CALLBACK_KEY),
    'RSA, two keys' => PaymentGateway::verifyCallbackRsa(http_build_query(CALLBACK_SIGNED_BY_KEY) . '&own=1', [CALLBACK_KEY, CALLBACK_KEY], ['own'], 'sha512'),
] as $how => $callback) {
    printf("%-15s %s\n", $how, json_encode($callback));
}
$references = $signed;
$status = &$references['status'];
echo json_encode(PaymentGateway::verifyCallbackHmac($references, SECRET)['status']), "\n";

// Cyrillic: as it is, encoded once more by the bank, and what PHP makes of either.
$cyrillic = [['mdOrder', '0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a'], ['operation', 'deposited'], ['orderDescription', 'Чай, 2 шт. + лимон'], ['orderNumber', 'A-17'], ['status', '1']];
$cyrillic[] = ['checksum', '158F4D5DE40400C3896968F692425B7007F7CD3696BBB1BD387AF0A80448AD04'];
foreach ([1, 2] as $times) {
    parse_str($text = raw_text($cyrillic, $times), $get);
    $once = PaymentGateway::verifyCallbackHmac($text, 'payer-facts-key-1');
    echo $once['orderDescription'], ' ', $once === PaymentGateway::verifyCallbackHmac($get, 'payer-facts-key-1') ? 'both ways' : 'differs', "\n";
}

echo "\noperations\n";
foreach (['approved', 'declinedByTimeout', 'declinedCardPresent', 'declinedCardpresent', 'REFUNDED', 'unheardOf'] as $operation) {
    $callback = PaymentGateway::verifyCallbackHmac(parameters_of(signed_pairs([['operation', $operation], ['status', '0'], ['7', 'x'], ['amount', '0500']], 's')), 's');
    printf("%s: %s %s\n", $operation, CallbackOperation::tryFrom($callback['operation'])?->name ?? 'null', json_encode($callback));
}
echo implode(' ', array_column(CallbackOperation::cases(), 'value')), "\n";

echo "\nrefused\n";
$altered = ['amount' => '1'] + $signed;
$without = array_diff_key($signed, ['checksum' => 1]);
$private = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
$ec = <<<'PEM'
    -----BEGIN PUBLIC KEY-----
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
    -----END PUBLIC KEY-----
    PEM;
$two_ways = parameters_of(signed_pairs([['orderDescription', 'x;status;1'], ['orderNumber', '7']], SECRET));
foreach ([
    static fn () => PaymentGateway::verifyCallbackHmac($altered, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['wc-api' => 'x'] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac($without, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['checksum' => ''] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['checksum' => 'Я'] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['checksum' => 'EAF2'] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['status' => ['1']] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['orderDescription' => null] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['status' => 1] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(['4444555511113333' => []] + $signed, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(array_values($signed), SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac("$raw&status=1", SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac("$raw&status[]=1", SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac('{"mdOrder":"1"}', SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac('', SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac($two_ways, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(str_repeat('a', 65_537), SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac(array_fill_keys(range(1, 257), '1'), SECRET),
    static fn () => PaymentGateway::verifyCallbackRsa($signed, CALLBACK_KEY),
    static fn () => PaymentGateway::verifyCallbackRsa(['amount' => '1'] + CALLBACK_SIGNED_BY_KEY, CALLBACK_KEY),
    static fn () => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, CALLBACK_KEY, [], 'sha256'),
    static fn () => PaymentGateway::verifyCallbackHmac($signed, ''),
    static fn () => PaymentGateway::verifyCallbackHmac($signed, []),
    static fn () => PaymentGateway::verifyCallbackHmac($signed, [SECRET, '']),
    static fn () => PaymentGateway::verifyCallbackHmac($signed, [SECRET, null]),
    static fn () => PaymentGateway::verifyCallbackHmac($signed, SECRET, ['status']),
    static fn () => PaymentGateway::verifyCallbackHmac($signed, SECRET, [1]),
    static fn () => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, SECRET),
    static fn () => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, $private),
    static fn () => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, $ec),
    static fn () => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, CALLBACK_KEY . CALLBACK_KEY),
    static fn () => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, []),
    static fn () => PaymentGateway::verifyCallbackRsa(CALLBACK_SIGNED_BY_KEY, CALLBACK_KEY, [], 'md5'),
    static fn () => PaymentGateway::verifyCallbackHmac(17, SECRET),
    static fn () => PaymentGateway::verifyCallbackHmac($signed, 17),
    static fn () => PaymentGateway::verifyCallbackHmac($signed),
] as $call) {
    $e = caught($call);
    echo str_replace('PaymentGateway\\', '', $e::class), $e instanceof PaymentGateway\Exception ? " {$e->getMethod()}" : '', ': ', $e->getMessage(), "\n";
}
$e = caught(static fn () => PaymentGateway::verifyCallbackHmac($altered, SECRET));
echo $e instanceof RuntimeException && $e instanceof PaymentGateway\Exception ? facts($e) : $e::class, "\n";

?>
--EXPECT--
verified
array           {"mdOrder":"06cf5599-3f17-7c86-bdbc-bd7d00a8b38b","operation":"approved","orderNumber":"2003","status":true}
raw text        {"mdOrder":"06cf5599-3f17-7c86-bdbc-bd7d00a8b38b","operation":"approved","orderNumber":"2003","status":true}
two secrets     {"mdOrder":"06cf5599-3f17-7c86-bdbc-bd7d00a8b38b","operation":"approved","orderNumber":"2003","status":true}
own parameters  {"mdOrder":"06cf5599-3f17-7c86-bdbc-bd7d00a8b38b","operation":"approved","orderNumber":"2003","status":true}
named arguments {"mdOrder":"06cf5599-3f17-7c86-bdbc-bd7d00a8b38b","operation":"approved","orderNumber":"2003","status":true}
RSA             {"amount":35000099,"mdOrder":"12b59da8-f68f-7c8d-12b5-9da8000826ea","operation":"deposited","status":true}
RSA, two keys   {"amount":35000099,"mdOrder":"12b59da8-f68f-7c8d-12b5-9da8000826ea","operation":"deposited","status":true}
true
Чай, 2 шт. + лимон both ways
Чай, 2 шт. + лимон both ways

operations
approved: Approved {"7":"x","amount":"0500","operation":"approved","status":false}
declinedByTimeout: DeclinedByTimeout {"7":"x","amount":"0500","operation":"declinedByTimeout","status":false}
declinedCardPresent: DeclinedCardPresent {"7":"x","amount":"0500","operation":"declinedCardPresent","status":false}
declinedCardpresent: DeclinedCardPresent {"7":"x","amount":"0500","operation":"declinedCardPresent","status":false}
REFUNDED: Refunded {"7":"x","amount":"0500","operation":"refunded","status":false}
unheardOf: null {"7":"x","amount":"0500","operation":"unheardOf","status":false}
approved deposited reversed refunded declinedByTimeout declinedCardPresent bindingCreated bindingActivityChanged bindingDeactivated created subscriptionCreated

refused
SignatureException verifyCallbackHmac: callback: the checksum does not fit: the parameters were changed on their way, the key is not the one that signed them, or a parameter of the shop's own address is not named in ownNames
SignatureException verifyCallbackHmac: callback: the checksum does not fit: the parameters were changed on their way, the key is not the one that signed them, or a parameter of the shop's own address is not named in ownNames
SignatureException verifyCallbackHmac: callback: the checksum is missing; the bank signs if the merchant asks for it
SignatureException verifyCallbackHmac: callback: the checksum is empty
SignatureException verifyCallbackHmac: callback: the checksum is not hexadecimal
SignatureException verifyCallbackHmac: callback: the checksum has 4 digits; HMAC-SHA256 has 64
SignatureException verifyCallbackHmac: callback: status is an array
SignatureException verifyCallbackHmac: callback: orderDescription is null; a framework does that to an empty text, so pass the raw query or body
SignatureException verifyCallbackHmac: callback: status is not text; pass the raw query or body as it was received
SignatureException verifyCallbackHmac: callback: (digits) is an array
SignatureException verifyCallbackHmac: callback: the name of a parameter is empty, is that of an array, or has other characters than printable ASCII without spaces and semicolons
SignatureException verifyCallbackHmac: callback: status occurs more than once
SignatureException verifyCallbackHmac: callback: the name of a parameter is empty, is that of an array, or has other characters than printable ASCII without spaces and semicolons
SignatureException verifyCallbackHmac: callback: it is JSON, which is not signed; ask the gateway with confirmCallback()
SignatureException verifyCallbackHmac: callback: the checksum is missing; the bank signs if the merchant asks for it
SignatureException verifyCallbackHmac: callback: orderDescription can be read in two ways: beside a semicolon it contains status
SignatureException verifyCallbackHmac: callback: it is longer than 65536 bytes
SignatureException verifyCallbackHmac: callback: it has more than 256 parameters
SignatureException verifyCallbackRsa: callback: the checksum has 64 digits; a signature by the bank's key has 512
SignatureException verifyCallbackRsa: callback: the checksum does not fit: the parameters were changed on their way, the key is not the one that signed them, or a parameter of the shop's own address is not named in ownNames
SignatureException verifyCallbackRsa: callback: the checksum does not fit: the parameters were changed on their way, the key is not the one that signed them, or a parameter of the shop's own address is not named in ownNames
ArgumentException verifyCallbackHmac: secrets must not be empty
ArgumentException verifyCallbackHmac: secrets must not be empty
ArgumentException verifyCallbackHmac: secrets must not be empty
ArgumentException verifyCallbackHmac: secrets must hold only strings
ArgumentException verifyCallbackHmac: ownNames must not contain status, which is a parameter of the gateway
ArgumentException verifyCallbackHmac: ownNames must be a list of names
ArgumentException verifyCallbackRsa: pems holds a text that is not PEM
ArgumentException verifyCallbackRsa: pems holds a private key: give the public key or the certificate that the bank supplied
ArgumentException verifyCallbackRsa: pems holds a key of another kind than RSA
ArgumentException verifyCallbackRsa: pems holds a text with several keys or certificates: give the bank's alone, or a list of texts
ArgumentException verifyCallbackRsa: pems must not be empty
ArgumentException verifyCallbackRsa: digest must be sha512, sha384 or sha256
TypeError: PaymentGateway::verifyCallbackHmac(): Argument #1 ($callback) must be of type array|string, int given
TypeError: PaymentGateway::verifyCallbackHmac(): Argument #2 ($secrets) must be of type array|string, int given
ArgumentCountError: PaymentGateway::verifyCallbackHmac() expects at least 2 arguments, 1 given
SignatureException verifyCallbackHmac errorCode=null actionCode=null http=0 reply=no known final
