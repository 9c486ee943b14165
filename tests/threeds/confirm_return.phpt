--TEST--
confirmReturn: the payment is ended once, however often the browser comes, and the status alone says what came of it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const ORDER = '7f472085-399e-414e-b51c-a7b538aee497';
const OTHER = '01493844-d4d3-703f-9f7e-a73900a7d8c0';
const TRANSACTION = 'd5bf7963-e94e-718d-8777-2943091ceaa0';

function order(int $status): string
{
    return "{\"errorCode\":\"0\",\"orderNumber\":\"n1\",\"orderStatus\":$status}";
}

$cres = rtrim(strtr(base64_encode('{"threeDSServerTransID":"' . TRANSACTION . '","transStatus":"Y"}'), '+/', '-_'), '=');
$acs1 = ['MD' => ORDER, 'PaRes' => 'eJx'];
$acs2 = ['cres' => $cres];
$at = 'orderId=' . ORDER;
$done = '{"errorCode":0,"redirect":"https://shop.example/"}';
// the arguments, and what the gateway answers, one after the other; null: the connection breaks, false: it is busy
$cases = [
    '3DS1' => [['', $acs1], [order(5), $done, order(2)]],
    '3DS1, the browser comes again' => [['', $acs1], [order(2)]],
    '3DS1, too late' => [['', $acs1], [order(6)]],
    '3DS1, a hold' => [['', $acs1], [order(0), $done, order(1)]],
    '3DS1, another request was faster' => [['', $acs1], [order(5), '{"errorCode":7,"errorMessage":"no"}', order(2)]],
    '3DS1, another request is not done yet' => [['', $acs1], [order(5), '{"errorCode":7,"errorMessage":"no"}', order(5)]],
    '3DS1, another request left attempts' => [['', $acs1], [order(5), '{"errorCode":7,"errorMessage":"no"}', order(0)]],
    '3DS1, the shop may not' => [['', $acs1], [order(5), '{"errorCode":5,"errorMessage":"access"}', order(5)]],
    '3DS1, declined, attempts are left' => [['', $acs1], [order(5), '{"errorCode":0,"error":"no money","redirect":"https://shop.example/f"}', order(0)]],
    '3DS1, declined for good' => [['', $acs1], [order(5), '{"errorCode":2,"errorMessage":"no"}', order(6)]],
    '3DS1, the answer is lost' => [['', $acs1], [order(5), null]],
    '3DS1, refused, and the status is lost' => [['', $acs1], [order(5), '{"errorCode":7,"errorMessage":"no"}', false]],
    '3DS1, the status is lost' => [['', $acs1], [false]],
    '3DS2' => [[$at, $acs2], [order(5), $done, order(2)]],
    '3DS2, what is not a CRes, the shop knows' => [[$at, ['cres' => 'x'], null, TRANSACTION], [order(5), $done, order(2)]],
    '3DS2, what is not a CRes, nobody knows' => [[$at, ['cres' => 'x']], [order(5)]],
    'finish URL without parameters, the shop knows' => [['', [], ORDER, TRANSACTION], [order(5), $done, order(2)]],
    'finish URL, the shop knows better' => [['orderId=' . OTHER, $acs2, ORDER, 't-2'], [order(5), $done, order(2)]],
    'return URL' => [[$at . '&lang=ru'], [order(2)]],
    'return URL, not paid yet' => [['orderId=1&' . $at], [order(5)]],
    'method' => [[$at, ['threeDSMethodData' => $cres]], [order(5)]],
    'nobody says which order' => [['', $acs2], []],
    'Sberbank, 3DS2' => [[$at, $acs2], [order(5), $done, order(2)], 'sberbank'],
    'Sberbank, another request is not done yet' => [['', $acs1], [order(5), '{"errorCode":5,"errorMessage":"no"}', order(5)], 'sberbank'],
    'Sberbank, 3DS1' => [['', $acs1], [order(5), $done, order(2)], 'sberbank'],
    'Sberbank, finish URL without parameters' => [['', [], ORDER, TRANSACTION], [order(5)], 'sberbank'],
];
$answers = array_merge(...array_column($cases, 1));
$proxy = FaultProxy::start(array_map(
    static fn (int $i, string|false|null $body): array => ['nth' => $i + 1] + match ($body) {
        null => ['do' => 'drop'],
        false => ['do' => 'pass', 'reply' => ['body' => '', 'status' => 503]],
        default => ['do' => 'pass', 'reply' => ['body' => $body]],
    },
    array_keys($answers),
    $answers,
));
$clients = ['classic' => $proxy->client(), 'sberbank' => $proxy->client(['dialect' => 'sberbank'])];
$seen = 0;
foreach ($cases as $what => $case) {
    try {
        $result = 'orderStatus ' . $clients[$case[2] ?? 'classic']->confirmReturn(...$case[0])['orderStatus'];
    } catch (PaymentGateway\Exception $e) {
        $result = substr($e::class, strlen('PaymentGateway\\')) . ($e->isOutcomeUnknown() ? ' UNKNOWN ' : ' ') . $e->getMessage();
    }
    echo "$what: $result\n";
    $new = array_slice($proxy->deliveries(), $seen);
    $seen += count($new);
    if (count($new) !== count($case[1])) {
        printf("    %d requests\n", count($new));
    }
    foreach ($new as $delivery) {
        $body = preg_replace('/"?(userName|password)"?[=:]"?test_user(_password)?"?[&,]/', '', rawurldecode($delivery['body']));
        echo str_contains($delivery['path'], 'Status') ? '' : '    ' . basename($delivery['path']) . ' ' . strtr($body, [ORDER => 'ORDER', OTHER => 'OTHER', TRANSACTION => 'TRANSACTION', $cres => 'CRES']) . "\n";
    }
}

echo "== by the object's own methods\n";
final class Shop extends PaymentGateway
{
    public array $calls = [];

    public function getOrderStatusExtended(?string $orderId = null, ?string $orderNumber = null, array $params = []): array
    {
        $this->calls[] = 'status';

        return ['orderStatus' => count($this->calls) === 1 ? 5 : 2];
    }

    public function finish3dsPayment(string $orderId, array $params): array
    {
        $this->calls[] = "finish $params[paRes]";
        $GLOBALS['form'] = null;

        return [];
    }
}
$shop = new Shop('https://127.0.0.1:1/payment/', 'u', 'p');
$form = $acs1;
echo $shop->confirmReturn('', $form)['orderStatus'], ' ', implode(', ', $shop->calls), "\n";
try {
    (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor()->confirmReturn('');
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

?>
--EXPECT--
3DS1: orderStatus 2
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, the browser comes again: orderStatus 2
3DS1, too late: orderStatus 6
3DS1, a hold: orderStatus 1
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, another request was faster: orderStatus 2
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, another request is not done yet: orderStatus 5
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, another request left attempts: orderStatus 0
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, the shop may not: AccessDeniedException finish3dsPayment: errorCode 5: access; the usual cause is a test login used in production, or the reverse
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, declined, attempts are left: orderStatus 0
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, declined for good: orderStatus 6
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, the answer is lost: TransportException UNKNOWN finish3dsPayment: the connection was lost before an answer came; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, refused, and the status is lost: ReplyException getOrderStatusExtended: HTTP 503: the gateway failed
    finish3dsPayment.do mdOrder=ORDER&paRes=eJx
3DS1, the status is lost: ReplyException getOrderStatusExtended: HTTP 503: the gateway failed
3DS2: orderStatus 2
    finish3dsVer2Payment.do threeDSServerTransId=TRANSACTION
3DS2, what is not a CRes, the shop knows: orderStatus 2
    finish3dsVer2Payment.do threeDSServerTransId=TRANSACTION
3DS2, what is not a CRes, nobody knows: orderStatus 5
finish URL without parameters, the shop knows: orderStatus 2
    finish3dsVer2Payment.do threeDSServerTransId=TRANSACTION
finish URL, the shop knows better: orderStatus 2
    finish3dsVer2Payment.do threeDSServerTransId=t-2
return URL: orderStatus 2
return URL, not paid yet: orderStatus 5
method: orderStatus 5
nobody says which order: SignatureException confirmReturn: the browser did not say which order it is about: put its orderId into the address, or pass it
Sberbank, 3DS2: orderStatus 2
    finish3dsPayment.do {"mdOrder":"ORDER","cRes":"CRES"}
Sberbank, another request is not done yet: orderStatus 5
    finish3dsPayment.do {"mdOrder":"ORDER","paRes":"eJx"}
Sberbank, 3DS1: orderStatus 2
    finish3dsPayment.do {"mdOrder":"ORDER","paRes":"eJx"}
Sberbank, finish URL without parameters: orderStatus 5
== by the object's own methods
2 status, finish eJx, status
The PaymentGateway object has not been constructed
