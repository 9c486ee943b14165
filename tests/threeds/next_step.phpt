--TEST--
NextStep: one value for whatever a payment's reply asks of the payer, and the page that does it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

use PaymentGateway\NextStepKind;

const ORDER = '7f472085-399e-414e-b51c-a7b538aee497';
const ACS1 = ['errorCode' => 0, 'acsUrl' => 'https://acs.example/pa?a=1&b=2', 'paReq' => 'eJxV+/=', 'termUrl' => 'https://gw.example/payment/rest/finish3ds.do?lang=en'];
const ACS2 = ['errorCode' => 0, 'is3DSVer2' => true, 'acsUrl' => 'https://acs.example/creq', 'packedCReq' => 'eyJh'];
const METHOD = ['errorCode' => 0, 'is3DSVer2' => true, 'threeDSServerTransId' => 't-1', 'threeDSMethodURL' => 'https://acs.example/m', 'threeDSMethodURLServer' => 'https://gw.example/gather', 'threeDSMethodDataPacked' => 'eyJ0'];

function attempt(string $what, Closure $call): void
{
    try {
        $call();
        echo "$what: taken\n";
    } catch (Throwable $e) {
        echo "$what: ", $e::class, ' ', $e->getMessage(), "\n";
    }
}

echo "== the value\n";
$steps = [
    PaymentGateway::nextStep(ACS1, ORDER),
    PaymentGateway::nextStep(ACS2),
    PaymentGateway::nextStep(METHOD),
    PaymentGateway::nextStep(['errorCode' => '0', 'formUrl' => 'https://ecomtest.sberbank.ru/process_form/start?mdOrder=o', 'redirect' => 'x']),
    PaymentGateway::nextStep(['errorCode' => 0, 'redirect' => 'sdk://done']),
    PaymentGateway::nextStep(['errorCode' => 5], ORDER),
];
foreach ($steps as $step) {
    echo $step->kind->name, ' ', $step->kind->value, ' ', json_encode(get_object_vars($step), JSON_UNESCAPED_SLASHES), "\n";
}
echo json_encode(array_map(static fn (NextStepKind $kind): string => $kind->value, NextStepKind::cases())), "\n";
attempt('written to', static fn () => $steps[0]->url = 'https://other.example/');
attempt('cloned', static fn () => clone $steps[0]);
attempt('serialized', static fn () => serialize($steps[0]));
attempt('made', static fn () => new PaymentGateway\NextStep());

echo "== the pages, to the byte\n", $steps[0]->html('bm9uY2U='), $steps[1]->html(button: 'Продолжить'), $steps[3]->html('bm9uY2U=');
$page = $steps[2]->html('bm9uY2U=', '/checkout/continue?order=1');
echo strstr($page, "\n(function", true), "\n…\n";
// What the script does is for a browser's test; here only that it is there, once, and keeps the limit of ten seconds.
echo substr_count($page, '<script'), substr_count($page, '10000'), substr_count($page, '</script>'), "\n";

echo "== hostile values\n";
$evil = '"\'><script>alert(1)</script><!--&quot;&#39;';
$hostile = [
    [['acsUrl' => "https://acs.example/$evil", 'paReq' => $evil, 'termUrl' => $evil] + ACS1, $evil],
    [['acsUrl' => "https://acs.example/$evil", 'packedCReq' => $evil] + ACS2, null],
    [array_map(static fn ($value) => is_string($value) ? $value . $evil : $value, METHOD), null],
    [['errorCode' => 0, 'redirect' => "https://shop.example/$evil"], null],
];
foreach ($hostile as [$reply, $order]) {
    $page = PaymentGateway::nextStep($reply, $order)->html('bm9uY2U=', "/$evil", $evil);
    preg_match_all('/(?:value|action|href)="([^"]*)"/', $page, $matches);
    $shown = count(array_filter($matches[1], static fn (string $value): bool => str_contains(html_entity_decode($value, ENT_QUOTES | ENT_HTML5), '><script>alert(1)</script><!--&quot;&#39;')));
    // Besides its own tags nothing of the value remains.
    printf("%d scripts, %d comments, %d attributes hold it\n", substr_count($page, '<script'), substr_count($page, '<!--'), $shown);
}

echo "== what a page must not do\n";
foreach (['javascript:alert(1)', '../merchants/rbs/finish.html', 'sdk://done', 'http://shop.example/', '//shop.example/', 'https://user@shop.example/'] as $redirect) {
    $step = PaymentGateway::nextStep(['errorCode' => 0, 'redirect' => $redirect]);
    attempt("redirect $redirect, link " . json_encode($step->isLink), static fn () => $step->html());
}
attempt('no address', static fn () => $steps[5]->html());
attempt('no continueUrl', static fn () => $steps[2]->html());
foreach (['javascript:alert(1)', 'http://shop.example/', '//evil.example/', '/\\evil.example/', '', "/a\nb", ' /a', 'x:y', '/x:y', '?a=b', 'https://shop.example/', 'http://localhost:8000/c'] as $url) {
    attempt('continueUrl ' . json_encode($url, JSON_UNESCAPED_SLASHES), static fn () => $steps[2]->html(continueUrl: $url));
}
foreach (['', '"><script>', "a b"] as $nonce) {
    attempt('nonce ' . json_encode($nonce), static fn () => $steps[0]->html($nonce));
}
attempt('button', static fn () => $steps[0]->html(button: ''));
attempt('button not UTF-8', static fn () => $steps[0]->html(button: "\xFF"));

echo "== no step\n";
attempt('acsUrl alone', static fn () => PaymentGateway::nextStep(['errorCode' => 0, 'acsUrl' => 'https://acs.example/']));
attempt('http', static fn () => PaymentGateway::nextStep(['acsUrl' => 'http://acs.example/'] + ACS2));
attempt('no order', static fn () => PaymentGateway::nextStep(ACS1));
attempt('empty', static fn () => PaymentGateway::nextStep([]));

echo "== the simplified redirect\n";
$gateway = new PaymentGateway('https://3dsec.berekebank.kz/payment/', 'u', 'p');
echo $gateway->acsRedirectUrl(ORDER), "\n";
attempt('empty', static fn () => $gateway->acsRedirectUrl(''));
attempt('Sberbank', static fn () => PaymentGateway::forBank('sberbank-test', 'u', 'p')->acsRedirectUrl(ORDER));

?>
--EXPECT--
== the value
AcsRedirect acsRedirect {"kind":"acsRedirect","url":"https://acs.example/pa?a=1&b=2","isLink":true,"fields":{"MD":"7f472085-399e-414e-b51c-a7b538aee497","PaReq":"eJxV+/=","TermUrl":"https://gw.example/payment/rest/finish3ds.do?lang=en"},"browserDataUrl":null,"transactionId":null,"orderId":"7f472085-399e-414e-b51c-a7b538aee497"}
Challenge challenge {"kind":"challenge","url":"https://acs.example/creq","isLink":true,"fields":{"creq":"eyJh"},"browserDataUrl":null,"transactionId":null,"orderId":null}
Method method {"kind":"method","url":"https://acs.example/m","isLink":true,"fields":{"threeDSMethodData":"eyJ0"},"browserDataUrl":"https://gw.example/gather","transactionId":"t-1","orderId":null}
ProcessForm processForm {"kind":"processForm","url":"https://ecomtest.sberbank.ru/process_form/start?mdOrder=o","isLink":true,"fields":[],"browserDataUrl":null,"transactionId":null,"orderId":null}
Finished finished {"kind":"finished","url":"sdk://done","isLink":false,"fields":[],"browserDataUrl":null,"transactionId":null,"orderId":null}
Declined declined {"kind":"declined","url":null,"isLink":false,"fields":[],"browserDataUrl":null,"transactionId":null,"orderId":"7f472085-399e-414e-b51c-a7b538aee497"}
["finished","acsRedirect","method","challenge","processForm","declined"]
written to: Error Cannot modify readonly property PaymentGateway\NextStep::$url
cloned: Error Trying to clone an uncloneable object of class PaymentGateway\NextStep
serialized: Exception Serialization of 'PaymentGateway\NextStep' is not allowed
made: Error Call to private PaymentGateway\NextStep::__construct() from global scope
== the pages, to the byte
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>3-D Secure</title>
</head>
<body>
<form id="step" method="post" action="https://acs.example/pa?a=1&amp;b=2">
<input type="hidden" name="MD" value="7f472085-399e-414e-b51c-a7b538aee497">
<input type="hidden" name="PaReq" value="eJxV+/=">
<input type="hidden" name="TermUrl" value="https://gw.example/payment/rest/finish3ds.do?lang=en">
<button type="submit">Continue</button>
</form>
<script nonce="bm9uY2U=">document.getElementById("step").submit();</script>
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
<form id="step" method="post" action="https://acs.example/creq">
<input type="hidden" name="creq" value="eyJh">
<button type="submit">Продолжить</button>
</form>
<script>document.getElementById("step").submit();</script>
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
<a id="step" target="_top" href="https://ecomtest.sberbank.ru/process_form/start?mdOrder=o">Continue</a>
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
<iframe name="browserData" hidden></iframe>
<form id="browserDataForm" method="post" action="https://gw.example/gather" target="browserData">
</form>
<iframe name="threeDSMethod" hidden></iframe>
<form id="threeDSMethodForm" method="post" action="https://acs.example/m" target="threeDSMethod">
<input type="hidden" name="threeDSMethodData" value="eyJ0">
</form>
<form id="step" method="post" action="/checkout/continue?order=1">
<input type="hidden" name="threeDSServerTransId" value="t-1">
<input type="hidden" name="threeDSCompInd" value="N">
<button type="submit">Continue</button>
</form>
<script nonce="bm9uY2U=">
…
111
== hostile values
1 scripts, 0 comments, 4 attributes hold it
1 scripts, 0 comments, 2 attributes hold it
1 scripts, 0 comments, 5 attributes hold it
1 scripts, 0 comments, 1 attributes hold it
== what a page must not do
redirect javascript:alert(1), link false: PaymentGateway\ArgumentException html: the gateway's redirect is not https, but relative or of an application: the shop must know it before it sends anyone there
redirect ../merchants/rbs/finish.html, link false: PaymentGateway\ArgumentException html: the gateway's redirect is not https, but relative or of an application: the shop must know it before it sends anyone there
redirect sdk://done, link false: PaymentGateway\ArgumentException html: the gateway's redirect is not https, but relative or of an application: the shop must know it before it sends anyone there
redirect http://shop.example/, link false: PaymentGateway\ArgumentException html: the gateway's redirect is not https, but relative or of an application: the shop must know it before it sends anyone there
redirect //shop.example/, link false: PaymentGateway\ArgumentException html: the gateway's redirect is not https, but relative or of an application: the shop must know it before it sends anyone there
redirect https://user@shop.example/, link false: PaymentGateway\ArgumentException html: the gateway's redirect is not https, but relative or of an application: the shop must know it before it sends anyone there
no address: PaymentGateway\ArgumentException html: the gateway named no address: ask the status of the order
no continueUrl: PaymentGateway\ArgumentException html: give continueUrl, the shop's address where the payment goes on after this step
continueUrl "javascript:alert(1)": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl "http://shop.example/": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl "//evil.example/": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl "/\\evil.example/": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl "": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl "/a\nb": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl " /a": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl "x:y": PaymentGateway\ArgumentException html: continueUrl must be an https address, or one of the same site
continueUrl "/x:y": taken
continueUrl "?a=b": taken
continueUrl "https://shop.example/": taken
continueUrl "http://localhost:8000/c": taken
nonce "": PaymentGateway\ArgumentException html: nonce must be Base64, as in the Content-Security-Policy
nonce "\"><script>": PaymentGateway\ArgumentException html: nonce must be Base64, as in the Content-Security-Policy
nonce "a b": PaymentGateway\ArgumentException html: nonce must be Base64, as in the Content-Security-Policy
button: PaymentGateway\ArgumentException html: button must be a text of valid UTF-8, not empty
button not UTF-8: PaymentGateway\ArgumentException html: button must be a text of valid UTF-8, not empty
== no step
acsUrl alone: PaymentGateway\ReplyException nextStep: the reply has acsUrl, but neither paReq nor packedCReq (cReq) to send there
http: PaymentGateway\ReplyException nextStep: an address in the reply that the payer's browser should go to is not https
no order: PaymentGateway\ArgumentException nextStep: the reply does not name its order, which the bank's page needs as MD: give orderId
empty: PaymentGateway\ReplyException nextStep: this is not the gateway's reply to a payment
== the simplified redirect
https://3dsec.berekebank.kz/payment/acsRedirect.do?orderId=7f472085-399e-414e-b51c-a7b538aee497
empty: PaymentGateway\ArgumentException acsRedirectUrl: orderId must be a text of valid UTF-8, not empty
Sberbank: PaymentGateway\ArgumentException acsRedirectUrl: the dialect sberbank has no acsRedirect.do
