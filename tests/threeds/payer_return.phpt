--TEST--
PayerReturn: which order the payer's browser came back with, from any address and in any form, and what to call next
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

const ORDER = '7f472085-399e-414e-b51c-a7b538aee497';
const OTHER = '01493844-d4d3-703f-9f7e-a73900a7d8c0';
const TRANSACTION = 'd5bf7963-e94e-718d-8777-2943091ceaa0';

$classic = new PaymentGateway('https://3dsec.berekebank.kz/payment/', 'u', 'p');
$sberbank = PaymentGateway::forBank('sberbank-test', 'u', 'p');

function packed(array $message): string
{
    return rtrim(strtr(base64_encode(json_encode($message, JSON_THROW_ON_ERROR)), '+/', '-_'), '=');
}

function short(string $text): string
{
    return strtr($text, [ORDER => 'ORDER', OTHER => 'OTHER', TRANSACTION => 'TRANSACTION']);
}

function show(PaymentGateway\PayerReturn $return): string
{
    return short(sprintf('%s order=%s transaction=%s', $return->kind->name, $return->orderId ?? '-', $return->transactionId ?? '-'));
}

$cres = packed(['threeDSServerTransID' => TRANSACTION, 'acsTransID' => 'a?>', 'messageType' => 'CRes', 'messageVersion' => '2.1.0', 'transStatus' => 'Y']);
$method = packed(['threeDSServerTransID' => TRANSACTION]);
$cases = [
    '3DS1' => ['', ['MD' => ORDER, 'PaRes' => 'eJx+/=']],
    '3DS1, a name in other case' => ['', ['md' => ORDER, 'pares' => 'eJx']],
    '3DS1, the shop\'s own orderId in its TermUrl' => ['orderId=42', ['MD' => ORDER, 'PaRes' => 'eJx']],
    '3DS1, raw form' => ['', 'PaRes=eJx%2B%2F%3D&MD=' . ORDER],
    '3DS1, cancelled: still a PaRes' => ['', ['MD' => ORDER, 'PaRes' => 'eJwC', 'cancel' => '1']],
    '3DS2' => ['orderId=' . ORDER, ['cres' => $cres]],
    '3DS2, plain Base64 with padding' => ['orderId=' . ORDER, ['cres' => base64_encode('{"threeDSServerTransID":"' . TRANSACTION . '"}')]],
    '3DS2, no order in the address' => ['', ['cres' => $cres, 'threeDSSessionData' => 'x']],
    '3DS2, by query' => ["cres=$cres", []],
    '3DS2, what is not a CRes' => ['orderId=' . ORDER, ['cres' => '%%%']],
    '3DS2, JSON of another kind' => ['orderId=' . ORDER, ['cres' => packed([1])]],
    '3DS2, a made-up id' => ['orderId=' . ORDER, ['cres' => packed(['threeDSServerTransID' => '<script>'])]],
    '3DS2, the address has another transaction' => ['tDsTransId=t-2&orderId=' . ORDER, ['cres' => $cres]],
    'finish URL without parameters' => ['', []],
    'finish URL with its own transaction' => ['threeDSServerTransID=' . TRANSACTION . '&orderId=' . ORDER, []],
    'return URL' => ['orderId=' . ORDER . '&lang=ru', []],
    'return URL, mdOrder' => ['mdOrder=' . ORDER, []],
    'return URL, parsed' => [['orderId' => ORDER, 'lang' => 'ru'], []],
    'return URL with an orderId of its own' => ['orderId=85&orderId=' . ORDER . '&lang=ru', []],
    'the same the other way round' => ['orderId=' . ORDER . '&lang=ru&orderId=85', []],
    'two of the gateway\'s shape: the last' => ['orderId=' . OTHER . '&orderId=' . ORDER, []],
    'an id of another shape' => ['orderId=ab_1-2', []],
    'not an id' => ['orderId=' . urlencode('1 or 1=1'), []],
    'too long' => ['orderId=' . str_repeat('a', 37), []],
    'arrays' => [['orderId' => [ORDER], 'cres' => ['x']], ['PaRes' => ['x'], 'MD' => null, 5 => 6]],
    'empty values' => ['orderId=&cres=&PaRes=', ['MD' => '']],
    'broken query' => ['&&=&%&orderId&orderId=%zz&=x', []],
    'method' => ['orderId=' . ORDER, ['threeDSMethodData' => $method]],
    'both answers: the older' => ['', ['MD' => ORDER, 'PaRes' => 'p', 'cres' => $cres]],
];
foreach ($cases as $what => [$query, $form]) {
    $one = $classic->payerReturn($query, $form);
    $two = $sberbank->payerReturn($query, $form);
    printf(
        "%s: %s\n    %s %s\n    %s %s\n",
        $what,
        show($one),
        $one->method,
        short(json_encode($one->arguments, JSON_UNESCAPED_SLASHES)),
        $two->method,
        short(strtr(json_encode($two->arguments, JSON_UNESCAPED_SLASHES), [$cres => 'CRES'])),
    );
    if (show($one) !== show($two)) {
        echo "    the dialects differ\n";
    }
}

echo "== the page on the way back\n";
$return = $classic->payerReturn('orderId=' . ORDER);
echo $return->html('/order/1?paid&x="', 'bm9uY2U=', 'Продолжить');
echo $classic->payerReturn('', ['threeDSMethodData' => $method])->html(nonce: 'bm9uY2U=');
foreach ([null, '', 'javascript:alert(1)', 'http://shop.example/', '//evil.example/', "/a\r\nb"] as $url) {
    try {
        echo $return->html($url);
    } catch (PaymentGateway\ArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}

echo "== limits\n";
foreach ([1_000_000, 1_048_576] as $length) {
    try {
        echo strlen($classic->payerReturn(['MD' => ORDER], ['PaRes' => str_repeat('a', $length)])->arguments['params']['paRes']), "\n";
    } catch (PaymentGateway\SignatureException $e) {
        echo $e->getMessage(), "\n";
    }
}
try {
    $return->orderId = OTHER;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try {
    clone $return;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

?>
--EXPECT--
3DS1: PaRes order=ORDER transaction=-
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx+/="}}
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx+/="}}
3DS1, a name in other case: PaRes order=ORDER transaction=-
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx"}}
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx"}}
3DS1, the shop's own orderId in its TermUrl: PaRes order=ORDER transaction=-
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx"}}
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx"}}
3DS1, raw form: PaRes order=ORDER transaction=-
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx+/="}}
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJx+/="}}
3DS1, cancelled: still a PaRes: PaRes order=ORDER transaction=-
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJwC"}}
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"eJwC"}}
3DS2: CRes order=ORDER transaction=TRANSACTION
    finish3dsVer2Payment {"threeDSServerTransId":"TRANSACTION"}
    finish3dsPayment {"orderId":"ORDER","params":{"cRes":"CRES"}}
3DS2, plain Base64 with padding: CRes order=ORDER transaction=TRANSACTION
    finish3dsVer2Payment {"threeDSServerTransId":"TRANSACTION"}
    finish3dsPayment {"orderId":"ORDER","params":{"cRes":"eyJ0aHJlZURTU2VydmVyVHJhbnNJRCI6ImQ1YmY3OTYzLWU5NGUtNzE4ZC04Nzc3LTI5NDMwOTFjZWFhMCJ9"}}
3DS2, no order in the address: CRes order=- transaction=TRANSACTION
    finish3dsVer2Payment {"threeDSServerTransId":"TRANSACTION"}
    finish3dsPayment {"params":{"cRes":"CRES"}}
3DS2, by query: CRes order=- transaction=TRANSACTION
    finish3dsVer2Payment {"threeDSServerTransId":"TRANSACTION"}
    finish3dsPayment {"params":{"cRes":"CRES"}}
3DS2, what is not a CRes: CRes order=ORDER transaction=-
    finish3dsVer2Payment []
    finish3dsPayment {"orderId":"ORDER","params":{"cRes":"%%%"}}
3DS2, JSON of another kind: CRes order=ORDER transaction=-
    finish3dsVer2Payment []
    finish3dsPayment {"orderId":"ORDER","params":{"cRes":"WzFd"}}
3DS2, a made-up id: CRes order=ORDER transaction=-
    finish3dsVer2Payment []
    finish3dsPayment {"orderId":"ORDER","params":{"cRes":"eyJ0aHJlZURTU2VydmVyVHJhbnNJRCI6IjxzY3JpcHQ-In0"}}
3DS2, the address has another transaction: CRes order=ORDER transaction=TRANSACTION
    finish3dsVer2Payment {"threeDSServerTransId":"TRANSACTION"}
    finish3dsPayment {"orderId":"ORDER","params":{"cRes":"CRES"}}
finish URL without parameters: Plain order=- transaction=-
    getOrderStatusExtended []
    getOrderStatusExtended []
finish URL with its own transaction: Plain order=ORDER transaction=TRANSACTION
    getOrderStatusExtended {"orderId":"ORDER"}
    getOrderStatusExtended {"orderId":"ORDER"}
return URL: Plain order=ORDER transaction=-
    getOrderStatusExtended {"orderId":"ORDER"}
    getOrderStatusExtended {"orderId":"ORDER"}
return URL, mdOrder: Plain order=ORDER transaction=-
    getOrderStatusExtended {"orderId":"ORDER"}
    getOrderStatusExtended {"orderId":"ORDER"}
return URL, parsed: Plain order=ORDER transaction=-
    getOrderStatusExtended {"orderId":"ORDER"}
    getOrderStatusExtended {"orderId":"ORDER"}
return URL with an orderId of its own: Plain order=ORDER transaction=-
    getOrderStatusExtended {"orderId":"ORDER"}
    getOrderStatusExtended {"orderId":"ORDER"}
the same the other way round: Plain order=ORDER transaction=-
    getOrderStatusExtended {"orderId":"ORDER"}
    getOrderStatusExtended {"orderId":"ORDER"}
two of the gateway's shape: the last: Plain order=ORDER transaction=-
    getOrderStatusExtended {"orderId":"ORDER"}
    getOrderStatusExtended {"orderId":"ORDER"}
an id of another shape: Plain order=ab_1-2 transaction=-
    getOrderStatusExtended {"orderId":"ab_1-2"}
    getOrderStatusExtended {"orderId":"ab_1-2"}
not an id: Plain order=- transaction=-
    getOrderStatusExtended []
    getOrderStatusExtended []
too long: Plain order=- transaction=-
    getOrderStatusExtended []
    getOrderStatusExtended []
arrays: Plain order=- transaction=-
    getOrderStatusExtended []
    getOrderStatusExtended []
empty values: Plain order=- transaction=-
    getOrderStatusExtended []
    getOrderStatusExtended []
broken query: Plain order=- transaction=-
    getOrderStatusExtended []
    getOrderStatusExtended []
method: Method order=ORDER transaction=TRANSACTION
    continue3ds {"orderId":"ORDER"}
    finish3dsMethod {"orderId":"ORDER","threeDSServerTransId":"TRANSACTION","threeDSCompInd":"Y"}
both answers: the older: PaRes order=ORDER transaction=-
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"p"}}
    finish3dsPayment {"orderId":"ORDER","params":{"paRes":"p"}}
== the page on the way back
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>3-D Secure</title>
</head>
<body>
<a id="step" target="_top" href="/order/1?paid&amp;x=&quot;">Продолжить</a>
<script nonce="bm9uY2U=">top.location.replace(document.getElementById("step").href);</script>
</body>
</html>
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>3-D Secure</title>
</head>
<body>
<script nonce="bm9uY2U=">parent.postMessage("threeDSMethod", location.origin);</script>
</body>
</html>
html: give url, the shop's page where the payer goes on: an https address, or one of the same site
html: give url, the shop's page where the payer goes on: an https address, or one of the same site
html: give url, the shop's page where the payer goes on: an https address, or one of the same site
html: give url, the shop's page where the payer goes on: an https address, or one of the same site
html: give url, the shop's page where the payer goes on: an https address, or one of the same site
html: give url, the shop's page where the payer goes on: an https address, or one of the same site
== limits
1000000
payerReturn: what the browser brought is longer than 1048576 bytes
Cannot modify readonly property PaymentGateway\PayerReturn::$orderId
Trying to clone an uncloneable object of class PaymentGateway\PayerReturn
