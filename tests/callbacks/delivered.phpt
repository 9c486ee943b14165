--TEST--
Callbacks that the sandbox delivers: every event, method and signature; addresses, parameters and headers
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';
require __DIR__ . '/../support/receiver.inc';

const SECRET = 'secret-of-the-test';

$sandbox = Sandbox::start();
$gateway = $sandbox->client();
$receiver = new Receiver();
$sandbox->merchant(['callbackAddress' => "$receiver->address?wc-api=x", 'callbackSecret' => SECRET, 'attempts' => 2]);

/** What the shop reads: the verified parameters without those that differ in each run. */
function read_callback(array $request, string $kind = 'hmac', ?string $key = null): string
{
    $raw = $request['method'] === 'GET' ? $request['query'] : $request['body'];
    try {
        $read = $kind === 'rsa'
            ? PaymentGateway::verifyCallbackRsa($raw, $key, ['wc-api'])
            : PaymentGateway::verifyCallbackHmac($raw, SECRET, ['wc-api']);
    } catch (PaymentGateway\SignatureException $e) {
        return get_class($e) . ': ' . $e->getMessage();
    }
    ksort($read);

    return json_encode(array_diff_key($read, ['mdOrder' => 1, 'bindingId' => 1, 'wc-api' => 1, 'checksum' => 1]), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
}

function tell(string $what, array $requests, string ...$how): void
{
    // The order of events is not promised, and several can be on their way at once.
    $lines = array_map(static fn (array $request): string => read_callback($request, ...$how), $requests);
    sort($lines);
    echo "$what\n", implode('', array_map(static fn (string $line): string => "  $line\n", $lines));
}

echo "-- events\n";
$one = $gateway->register('one', 1000, 'https://shop.example/', ['clientId' => 'c1'])['orderId'];
caught(fn () => $gateway->paymentOrder($one, ['$PAN' => '4444444444444422', 'YYYY' => '2019', 'MM' => '12'] + CARD));
tell('declined', $receiver->wait(1));
$gateway->paymentOrder($one, CARD);
tell('paid, and the card stored', $receiver->wait(2));
$gateway->refund($one, 300);
tell('refunded in part', $receiver->wait(1));
$two = $gateway->registerPreAuth('two', 1000, 'https://shop.example/')['orderId'];
$gateway->paymentOrder($two, CARD);
tell('held', $receiver->wait(1));
$gateway->deposit($two, 400);
tell('captured', $receiver->wait(1));
$three = $gateway->registerPreAuth('three', 1000, 'https://shop.example/')['orderId'];
$gateway->paymentOrder($three, CARD);
$gateway->reverse($three);
tell('held and reversed', $receiver->wait(2));
$binding = $gateway->getBindings('c1')['bindings'][0]['bindingId'];
$gateway->unBindCard($binding);
tell('binding off', $receiver->wait(1));
$gateway->bindCard($binding);
tell('binding on', $receiver->wait(1));
$gateway->register('four', 1000, 'https://shop.example/', ['sessionTimeoutSecs' => 60]);
$sandbox->clock(['advance' => 61]);
tell('expired, and nobody looked', $receiver->wait(1));
$gateway->registerPreAuth('five', 1000, 'https://shop.example/', ['autocompletionDate' => gmdate('Y-m-d\TH:i:s', intdiv($sandbox->clock(['advance' => 0])['now'], 1000) + 600)]);
$gateway->paymentOrder($sandbox->order('five')['orderId'], CARD);
$receiver->wait(1);
$sandbox->clock(['advance' => 601]);
tell('captured by the clock', $receiver->wait(1));
$gateway->register('six', 0, 'https://shop.example/', ['features' => 'VERIFY', 'clientId' => 'c2']);
$gateway->paymentOrder($sandbox->order('six')['orderId'], CARD);
tell('verified: the card alone is told of', $receiver->wait(1));
$sandbox->merchant(['callbackOperations' => 'created,refunded']);
$gateway->register('seven', 1000, 'https://shop.example/');
$gateway->paymentOrder($sandbox->order('seven')['orderId'], CARD);
tell('only the events that are asked for', $receiver->wait(1));
$sandbox->merchant(['callbackOperations' => 'deposited']);

echo "-- ways\n";
/** An order that is paid at once. */
function pay(string $number, array $more = []): void
{
    global $gateway;
    $gateway->paymentOrder($gateway->register($number, 12345, 'https://shop.example/', $more + ['description' => 'Чай, 2 шт. + лимон'])['orderId'], CARD);
}
$sandbox->merchant(['callbackParameters' => 'orderDescription']);
$way = 0;
foreach (['GET', 'POST'] as $method) {
    foreach (['hmac', 'rsa', 'none'] as $signing) {
        foreach ([0, 1] as $twice) {
            $sandbox->merchant(['callbackMethod' => $method, 'callbackSigning' => $signing, 'callbackEncodeTwice' => $twice]);
            pay('way-' . ++$way);
            [$request] = $receiver->wait(1);
            tell("$request[method] $request[path]" . ($method === 'POST' ? "?$request[query] " . $request['headers']['content-type'] : '') . ", $signing" . ($twice ? ', twice encoded' : ''),
                [$request], $signing, ...($signing === 'rsa' ? [$sandbox->callbackKey()] : []));
        }
    }
}

echo "-- further parameters\n";
$sandbox->merchant(['callbackMethod' => 'POST', 'callbackSigning' => 'hmac', 'callbackEncodeTwice' => 0, 'callbackParameters' => 'amount,amountFormatted,approvedAmount,depositedAmount,depositFlag,currency,currencyName,maskedPan,cardholderName,eci,threeDSType,paymentSystem,paymentState,paymentWay,bankName,terminalId,merchantLogin,actionCode,actionCodeDescription,feeAmount,totalAmountFormatted,clientId,orderDescription,avsCode,bx_paysystem_code,checkDigit']);
pay('further', ['jsonParams' => ['bx_paysystem_code' => 'rbs 1', 'checkDigit' => '']]);
tell('of a payment', $receiver->wait(1));
$sandbox->merchant(['callbackOperations' => 'refunded', 'callbackParameters' => 'operationRefundedAmount,operationRefundedAmountFormatted,currentRefundAmountFormatted,currentReverseAmountFormatted,externalRefundId,refundedAmountFormatted']);
$gateway->refund($sandbox->order('further')['orderId'], 1005, ['externalRefundId' => 'r-1']);
tell('of a refund', $receiver->wait(1));
$sandbox->merchant(['callbackOperations' => 'deposited', 'callbackParameters' => 'callbackCreationDate,paymentDate,refNum,refnum,approvalCode,mdorder']);
pay('dates');
[$request] = $receiver->wait(1);
$dates = PaymentGateway::verifyCallbackHmac($request['body'], SECRET);
echo preg_replace('/\d/', '9', preg_replace('/^\w{3} \w{3}/', 'Ddd Mmm', $dates['callbackCreationDate'])), ', ', preg_replace('/\d/', '9', $dates['paymentDate']), ', ',
    $dates['refNum'] === $dates['refnum'] && preg_match('/^\d{12}$/', $dates['refNum']) ? 'a reference' : 'no reference', ', ', $dates['mdorder'] === $dates['mdOrder'] ? 'both spellings' : 'differs', "\n";

echo "-- Sberbank's bodies\n";
$sandbox->merchant(['callbackMethod' => 'JSON', 'callbackOperations' => 'deposited,refunded,bindingCreated,bindingActivityChanged,subscriptionCreated', 'callbackParameters' => 'amount']);
foreach ([0, 1] as $text) {
    $sandbox->merchant(['callbackTextStatus' => $text]);
    pay("json-$text", ['clientId' => 'c3']);
    foreach ($receiver->wait(2 - $text) as $request) {
        $body = json_decode($request['body'], true);
        unset($body['bindingId']);
        ksort($body);
        $bodies[] = $request['headers']['content-type'] . ' ' . json_encode(['mdOrder' => strlen($body['mdOrder'] ?? '')] + $body);
    }
}
sort($bodies);
echo implode("\n", $bodies), "\n";
$status = $gateway->confirmCallback($request['body']);
echo 'confirmed: ', $status['orderNumber'], ' ', $status['orderStatus'], "\n";
$gateway->unBindCard($gateway->getBindings('c3')['bindings'][0]['bindingId']);
echo json_decode($receiver->wait(1)[0]['body'], true)['operation'], "\n";

echo "-- addresses and headers\n";
$sandbox->merchant(['callbackMethod' => 'GET', 'callbackOperations' => 'deposited,bindingCreated', 'callbackHeaders' => '{"Authorization":"Bearer t-1","X-Empty":""}', 'callbackParameters' => '']);
$other = new Receiver();
pay('dynamic', ['dynamicCallbackUrl' => "$other->address/dynamic#part", 'clientId' => 'c4']);
[$dynamic] = $other->wait(1);
[$static] = $receiver->wait(1);
echo $dynamic['path'], ' ', read_callback($dynamic), ' ', $dynamic['headers']['authorization'], ' ', json_encode($dynamic['headers']['x-empty'] ?? null), "\n";
echo $static['path'], ' ', read_callback($static), "\n";
$sandbox->merchant(['callbackAddress' => '']);
pay('no address');
pay('dynamic alone', ['dynamicCallbackUrl' => $other->address]);
echo read_callback($other->wait(1)[0]), "\n";
printf("without an address: %d\n", count($sandbox->callbacks('no address')));
echo "-- settings that are refused\n";
foreach ([
    ['callbackAddress' => 'shop.example/callback'], ['callbackAddress' => 'ftp://shop.example/'], ['callbackMethod' => 'PUT'], ['callbackSigning' => 'md5'],
    ['callbackOperations' => 'paid'], ['callbackParameters' => 'amount,checksum'], ['callbackParameters' => 'a;b'], ['callbackParameters' => 'a,,b'],
    ['callbackHeaders' => 'X: 1'], ['callbackHeaders' => '{"X": 1}'], ['callbackHeaders' => '{"X": "1\r\nY: 2"}'], ['callbackHeaders' => '{"X Y": "1"}'],
    ['callbackTries' => 0], ['callbackSecret' => str_repeat('s', 129)],
] as $setting) {
    echo $sandbox->raw('sandbox/merchant', $setting)['body'], "\n";
}

?>
--EXPECT--
-- events
declined
  {"operation":"deposited","orderNumber":"one","status":false}
paid, and the card stored
  {"clientId":"c1","operation":"bindingCreated","orderNumber":"one","status":true}
  {"operation":"deposited","orderNumber":"one","status":true}
refunded in part
  {"operation":"refunded","orderNumber":"one","status":true}
held
  {"operation":"approved","orderNumber":"two","status":true}
captured
  {"operation":"deposited","orderNumber":"two","status":true}
held and reversed
  {"operation":"approved","orderNumber":"three","status":true}
  {"operation":"reversed","orderNumber":"three","status":true}
binding off
  {"clientId":"c1","enabled":"false","operation":"bindingActivityChanged","status":true}
binding on
  {"clientId":"c1","enabled":"true","operation":"bindingActivityChanged","status":true}
expired, and nobody looked
  {"operation":"declinedByTimeout","orderNumber":"four","status":true}
captured by the clock
  {"operation":"deposited","orderNumber":"five","status":true}
verified: the card alone is told of
  {"clientId":"c2","operation":"bindingCreated","orderNumber":"six","status":true}
only the events that are asked for
  {"operation":"created","orderNumber":"seven","status":true}
-- ways
GET /callback, hmac
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-1","status":true}
GET /callback, hmac, twice encoded
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-2","status":true}
GET /callback, rsa
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-3","status":true}
GET /callback, rsa, twice encoded
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-4","status":true}
GET /callback, none
  PaymentGateway\SignatureException: callback: the checksum is missing; the bank signs if the merchant asks for it
GET /callback, none, twice encoded
  PaymentGateway\SignatureException: callback: the checksum is missing; the bank signs if the merchant asks for it
POST /callback?wc-api=x application/x-www-form-urlencoded, hmac
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-7","status":true}
POST /callback?wc-api=x application/x-www-form-urlencoded, hmac, twice encoded
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-8","status":true}
POST /callback?wc-api=x application/x-www-form-urlencoded, rsa
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-9","status":true}
POST /callback?wc-api=x application/x-www-form-urlencoded, rsa, twice encoded
  {"operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"way-10","status":true}
POST /callback?wc-api=x application/x-www-form-urlencoded, none
  PaymentGateway\SignatureException: callback: the checksum is missing; the bank signs if the merchant asks for it
POST /callback?wc-api=x application/x-www-form-urlencoded, none, twice encoded
  PaymentGateway\SignatureException: callback: the checksum is missing; the bank signs if the merchant asks for it
-- further parameters
of a payment
  {"actionCode":0,"amount":12345,"amountFormatted":"123.45","approvedAmount":12345,"bankName":"UNKNOWN","bx_paysystem_code":"rbs 1","cardholderName":"CARD HOLDER","currency":"643","currencyName":"RUB","depositFlag":1,"depositedAmount":12345,"eci":"7","feeAmount":0,"maskedPan":"444455**3333","merchantLogin":"test_user","operation":"deposited","orderDescription":"Чай, 2 шт. + лимон","orderNumber":"further","paymentState":"payment_deposited","paymentSystem":"VISA","paymentWay":"CARD","status":true,"terminalId":"123456","threeDSType":"SSL","totalAmountFormatted":"123.45"}
of a refund
  {"currentRefundAmountFormatted":"10.05","externalRefundId":"r-1","operation":"refunded","operationRefundedAmount":1005,"operationRefundedAmountFormatted":"10.05","orderNumber":"further","refundedAmountFormatted":"10.05","status":true}
Ddd Mmm 99 99:99:99 UTC 9999, 99.99.9999 99:99:99, a reference, both spellings
-- Sberbank's bodies
application/json {"mdOrder":0,"clientId":"c3","operation":"bindingCreated"}
application/json {"mdOrder":36,"operation":"deposited","orderNumber":"json-0","status":1}
application/json {"mdOrder":36,"operation":"deposited","orderNumber":"json-1","status":"1"}
confirmed: json-1 2
bindingDeactivated
-- addresses and headers
/callback/dynamic {"operation":"deposited","orderNumber":"dynamic","status":true} Bearer t-1 ""
/callback {"clientId":"c4","operation":"bindingCreated","orderNumber":"dynamic","status":true}
{"operation":"deposited","orderNumber":"dynamic alone","status":true}
without an address: 0
-- settings that are refused
{"error":"[callbackAddress] wrong value"}
{"error":"[callbackAddress] wrong value"}
{"error":"[callbackMethod] wrong value"}
{"error":"[callbackSigning] wrong value"}
{"error":"[callbackOperations] wrong value"}
{"error":"[callbackParameters] wrong value"}
{"error":"[callbackParameters] wrong value"}
{"error":"[callbackParameters] wrong value"}
{"error":"[callbackHeaders] wrong value"}
{"error":"[callbackHeaders] wrong value"}
{"error":"[callbackHeaders] wrong value"}
{"error":"[callbackHeaders] wrong value"}
{"error":"[callbackTries] wrong value"}
{"error":"[callbackSecret] wrong value"}
