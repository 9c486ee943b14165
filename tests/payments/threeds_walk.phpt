--TEST--
3-D Secure with a card form of the shop's own: from nextStep() through the ACS and back by confirmReturn(), in both dialects
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';
require __DIR__ . '/../support/browser.inc';

use PaymentGateway\NextStep;
use PaymentGateway\NextStepKind;

const SHOP = 'https://shop.example/';
const CHALLENGED = ['$PAN' => '5555555555555599', 'YYYY' => '2034', 'MM' => '12'] + CARD;
const FRICTIONLESS = ['$PAN' => '4111111111111111'] + CARD;
const ATTEMPTED = ['$PAN' => '4000001111111118', 'YYYY' => '2030', 'MM' => '12'] + CARD;
const FAILING = ['$PAN' => '5168494895055780'] + CARD;
const OLD = ['$PAN' => '4012001038166662', 'YYYY' => '2024', 'MM' => '12'] + CARD;

$sandbox = Sandbox::start();
$sandbox->merchant(['attempts' => 2]);
$gateway = $sandbox->client();
$browser = new Browser(SHOP);

/** What the status says of an order. */
function stands(string $orderId): string
{
    global $gateway;
    $status = $gateway->getOrderStatusExtended($orderId);
    $secure = $status['cardAuthInfo']['secureAuthInfo'] ?? [];

    return sprintf('status %d, actionCode %d, eci %s, type %s, captured %d', $status['orderStatus'], $status['actionCode'], $secure['eci'] ?? '-', $secure['threeDsType'] ?? '-', $status['paymentAmountInfo']['depositedAmount']);
}

function show(string $what, NextStep $step): NextStep
{
    printf("%s: %s%s\n", $what, $step->kind->name, $step->fields === [] ? '' : ' with ' . implode(' ', array_keys($step->fields)));

    return $step;
}

/** The page of the step as a browser without JavaScript takes it: it presses the button. */
function take(NextStep $step): void
{
    global $browser;
    $browser->url = SHOP;
    $browser->html = $step->html();
    $browser->submit();
}

/** Types codes at the ACS until it lets go; answers the form with which it sends the browser to the shop, if it does. */
function atTheAcs(string ...$codes): array
{
    global $browser;
    foreach ($codes as $code) {
        $form = $browser->submit($code === 'cancel' ? ['act' => 'cancel'] : ['code' => $code, 'act' => 'confirm']);
    }
    // The ACS leads on by a form that a script would send.
    while (str_contains($browser->html, 'data-auto')) {
        $form = $browser->submit();
    }

    return $form;
}

function begin(string $number, array $card, array $more = []): array
{
    global $gateway;
    $id = $gateway->register($number, 1000, SHOP)['orderId'];

    return [$id, PaymentGateway::nextStep($gateway->paymentOrder($id, $more + ['ip' => '127.0.0.1'] + $card), $id)];
}

echo "-- 3-D Secure 2\n";
foreach (['frictionless' => FRICTIONLESS, 'attempt' => ATTEMPTED, 'failure' => FAILING] as $name => $card) {
    [$id, $step] = begin($name, $card);
    show($name, $step);
    try {
        show("$name, continued", PaymentGateway::nextStep($gateway->continue3ds($id), $id));
    } catch (PaymentGateway\DeclinedException) {
        echo "$name, continued: declined\n";
    }
    echo stands($id), "\n";
}
foreach (['challenge' => ['12345678'], 'wrong once' => ['1', '12345678'], 'wrong thrice' => ['1', '2', '3'], 'cancelled' => ['cancel']] as $name => $codes) {
    [$id, $step] = begin($name, CHALLENGED, ['threeDSVer2FinishUrl' => SHOP . 'finish']);
    show($name, $step);
    $transaction = $step->transactionId;
    $step = show("$name, continued", PaymentGateway::nextStep($gateway->continue3ds($id), $id));
    take($step);
    atTheAcs(...$codes);
    $query = (string) parse_url($browser->url, PHP_URL_QUERY);
    $return = $gateway->payerReturn($query);
    printf("back at %s, %s of the order %s; until the shop ends it: %s\n", strtok($browser->url, '?'), $return->kind->name, $return->orderId === $id ? 'itself' : 'of somebody else', stands($id));
    for ($i = 0; $i < 2; $i++) { // however often the browser comes
        $gateway->confirmReturn($query, [], $id, $transaction);
    }
    echo stands($id), "\n";
}

echo "-- a token without a cryptogram\n";
$token = ['currency' => '643', 'threeDSVer2FinishUrl' => SHOP . 'finish'];
$card = ['dpan' => '5555555555555599', 'MM' => '12', 'YYYY' => '2034'];
$step = show('first', PaymentGateway::nextStep($gateway->tokenPayment(1000, 'VTS', $card, SHOP, $token)));
$second = $token + ['orderId' => $step->orderId, 'threeDSServerTransId' => $step->transactionId];
$once = caught(fn () => $gateway->tokenPayment(1000, 'VTS', $card, SHOP, ['orderId' => $step->orderId] + $token));
echo 'the order without the transaction: ', $once::class, ' ', $once->getErrorCode(), "\n";
take(show('second', PaymentGateway::nextStep($gateway->tokenPayment(1000, 'VTS', $card, SHOP, $second))));
atTheAcs('12345678');
$gateway->confirmReturn((string) parse_url($browser->url, PHP_URL_QUERY), [], $step->orderId, $step->transactionId);
echo stands($step->orderId), "\n";

echo "-- 3-D Secure 1\n";
[$id, $step] = begin('old, to the gateway', OLD);
take(show('to the gateway', $step));
atTheAcs('12345678');
echo strtok($browser->url, '?'), ' ', stands($id), "\n";
$sandbox->merchant(['termUrl' => SHOP . 'term']);
[$id, $step] = begin('old, to the shop', OLD);
take(show('to the shop', $step));
$form = atTheAcs('12345678');
echo strtok($browser->url, '?'), ' with ', implode(' ', array_keys($form)), '; until the shop ends it: ', stands($id), "\n";
$forged = caught(fn () => $gateway->finish3dsPayment($id, ['paRes' => base64_encode('{"paid":true}')]));
echo 'a made-up PaRes: ', $forged::class, ', ', stands($id), "\n";
$gateway->confirmReturn('', $form);
$gateway->confirmReturn('', $form);
echo stands($id), "\n";
$again = caught(fn () => $gateway->finish3dsPayment($id, ['paRes' => $form['PaRes']]));
echo 'the same once more: ', $again::class, ', ', stands($id), "\n";

echo "-- Sberbank's dialect\n";
$sberbank = new PaymentGateway(preg_replace('~/payment/$~', '/ecomm/gw/partner/api/v1/', $sandbox->uri), Sandbox::USER, Sandbox::PASSWORD, null, ['dialect' => 'sberbank']);
$seen = ['browserAcceptHeader' => '*/*', 'browserIP' => '127.0.0.1', 'browserJavascriptEnabled' => true, 'browserUserAgent' => 'test'];
foreach (['12345678', 'cancel'] as $code) {
    $id = $sberbank->register("sberbank-$code", 1000, SHOP)['orderId'];
    $step = show('first', PaymentGateway::nextStep($sberbank->paymentOrder($id, ['jsonParams' => $seen + ['threeDSMethodNotificationUrl' => SHOP . 'method']] + CHALLENGED), $id));
    $step = show('after the method', PaymentGateway::nextStep($sberbank->finish3dsMethod($id, $step->transactionId, 'Y'), $id));
    take($step);
    $form = atTheAcs($code);
    echo strtok($browser->url, '?'), ' with ', implode(' ', array_keys($form)), "\n";
    $sberbank->confirmReturn('', $form, $id);
    echo stands($id), "\n";
}
$id = $sberbank->register('sberbank-form', 1000, SHOP)['orderId'];
show('without browser data', PaymentGateway::nextStep($sberbank->paymentOrder($id, CHALLENGED), $id));

?>
--EXPECT--
-- 3-D Secure 2
frictionless: Method with threeDSMethodData
frictionless, continued: Finished
status 2, actionCode 0, eci 5, type 4, captured 1000
attempt: Method
attempt, continued: Finished
status 2, actionCode 0, eci 6, type 5, captured 1000
failure: Method with threeDSMethodData
failure, continued: declined
status 0, actionCode -2006, eci 7, type 0, captured 0
challenge: Method with threeDSMethodData
challenge, continued: Challenge with creq
back at https://shop.example/finish, Plain of the order itself; until the shop ends it: status 5, actionCode -9000, eci 7, type 0, captured 0
status 2, actionCode 0, eci 2, type 3, captured 1000
wrong once: Method with threeDSMethodData
wrong once, continued: Challenge with creq
back at https://shop.example/finish, Plain of the order itself; until the shop ends it: status 5, actionCode -9000, eci 7, type 0, captured 0
status 2, actionCode 0, eci 2, type 3, captured 1000
wrong thrice: Method with threeDSMethodData
wrong thrice, continued: Challenge with creq
back at https://shop.example/finish, Plain of the order itself; until the shop ends it: status 5, actionCode -9000, eci 7, type 0, captured 0
status 0, actionCode -2025, eci 7, type 0, captured 0
cancelled: Method with threeDSMethodData
cancelled, continued: Challenge with creq
back at https://shop.example/finish, Plain of the order itself; until the shop ends it: status 5, actionCode -9000, eci 7, type 0, captured 0
status 0, actionCode -2025, eci 7, type 0, captured 0
-- a token without a cryptogram
first: Method with threeDSMethodData
the order without the transaction: PaymentGateway\InvalidRequestException 10
second: Challenge with creq
status 2, actionCode 0, eci 2, type 3, captured 1000
-- 3-D Secure 1
to the gateway: AcsRedirect with MD PaReq TermUrl
https://shop.example/ status 2, actionCode 0, eci 5, type 1, captured 1000
to the shop: AcsRedirect with MD PaReq TermUrl
https://shop.example/term with MD PaRes; until the shop ends it: status 5, actionCode -9000, eci 7, type 0, captured 0
a made-up PaRes: PaymentGateway\AccessDeniedException, status 5, actionCode -9000, eci 7, type 0, captured 0
status 2, actionCode 0, eci 5, type 1, captured 1000
the same once more: PaymentGateway\InvalidStateException, status 2, actionCode 0, eci 5, type 1, captured 1000
-- Sberbank's dialect
first: Method
after the method: Challenge with creq
https://shop.example/ with 
status 2, actionCode 0, eci 2, type 3, captured 1000
first: Method
after the method: Challenge with creq
https://shop.example/ with 
status 0, actionCode -2025, eci 7, type 0, captured 0
without browser data: ProcessForm
