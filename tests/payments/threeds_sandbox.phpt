--TEST--
3-D Secure of the sandbox by raw requests: what shop and browser send, accepted and refused, and what is charged
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

const CHALLENGED = ['$PAN' => '5555555555555599', '$CVC' => '123', 'YYYY' => '2034', 'MM' => '12', 'TEXT' => 'CARD HOLDER'];
const FRICTIONLESS = ['$PAN' => '4111111111111111', 'YYYY' => '2026'] + CHALLENGED;
const ATTEMPTED = ['$PAN' => '4000001111111118', 'YYYY' => '2030'] + CHALLENGED;
const FAILING = ['$PAN' => '5168494895055780', 'YYYY' => '2026'] + CHALLENGED;
const FIRST = ['$PAN' => '4012001038166662', 'YYYY' => '2024'] + CHALLENGED;
const NO_TDS = ['$PAN' => '4444555511113333', 'YYYY' => '2026'] + CHALLENGED;
const USER = ['userName' => Sandbox::USER, 'password' => Sandbox::PASSWORD];

$both = BothWays::at('2026-03-10T12:00:00');
$sandbox = $both->sandbox;
$sandbox->merchant(['attempts' => 3]);

/** A call of the shop's, as its JSON. */
function shop(string $path, array $params): array
{
    return json_decode($GLOBALS['sandbox']->raw($path, $params + USER)['body'], true, 512, JSON_THROW_ON_ERROR);
}

/** A form that a browser sends: the status, where it is sent, and the fields of the form it is shown. */
function browser(string $path, array $form): array
{
    $base = $GLOBALS['sandbox']->uri;
    $path = str_starts_with($path, $base) ? substr($path, strlen($base)) : preg_replace('~^http://[^/]+~', '', $path);
    $answer = $GLOBALS['sandbox']->raw($path, $form);
    preg_match_all('~<input type="hidden" name="([^"]+)" value="([^"]*)"~', $answer['body'], $inputs);
    preg_match('~<form[^>]* action="([^"]+)"~', $answer['body'], $action);

    return [
        'status' => $answer['status'],
        'to' => $answer['headers']['location'] ?? null,
        'action' => $action[1] ?? null,
        'fields' => array_combine($inputs[1], array_map(html_entity_decode(...), $inputs[2])),
    ];
}

/** First and second call of a payment, as far as there is one. */
function pay(string $id, array $card, array $more = []): array
{
    $answer = shop('rest/paymentorder.do', ['MDORDER' => $id] + $card + $more);

    return isset($answer['threeDSServerTransId'])
        ? shop('rest/paymentorder.do', ['MDORDER' => $id, 'threeDSServerTransId' => $answer['threeDSServerTransId']] + $card + $more)
        : $answer;
}

/** The ACS's page after an act of the payer. */
function at_acs(string $id, array $answer, array $act): array
{
    $form = isset($answer['paReq'])
        ? ['MD' => $id, 'PaReq' => $answer['paReq'], 'TermUrl' => $answer['termUrl']]
        : ['creq' => $answer['packedCReq'] ?? $answer['cReq']];
    $page = browser($answer['acsUrl'], $form);

    return browser('acs/code', $page['fields'] + $act);
}

const RIGHT = ['act' => 'confirm', 'code' => '12345678'];

/** What the order has come to, and what was taken in all. */
function outcome(string $id): string
{
    $status = shop('rest/getOrderStatusExtended.do', ['orderId' => $id]);
    $secure = $status['cardAuthInfo']['secureAuthInfo'] ?? [];

    return sprintf(
        'status %d, actionCode %d, eci %s, type %s, taken %d',
        $status['orderStatus'],
        $status['actionCode'],
        $secure['eci'] ?? '-',
        $secure['threeDsType'] ?? '-',
        $status['paymentAmountInfo']['depositedAmount'],
    );
}

/** A reply in one line: what a shop would look at. */
function brief(array $answer): string
{
    $names = array_intersect(['acsUrl', 'paReq', 'termUrl', 'packedCReq', 'threeDSServerTransId', 'redirect'], array_keys($answer));

    return trim($answer['errorCode'] . ' ' . implode(' ', $names) . ' ' . ($answer['errorMessage'] ?? ''));
}

echo "== the cards\n";
$cards = ['challenge' => CHALLENGED, 'frictionless' => FRICTIONLESS, 'attempt' => ATTEMPTED, 'failure' => FAILING, '3DS1' => FIRST, 'none' => NO_TDS];
foreach ($cards as $name => $card) {
    $id = $both->order();
    $answer = pay($id, $card);
    echo "$name: ", brief($answer), '; ', outcome($id), "\n";
    if (isset($answer['acsUrl'])) {
        $back = at_acs($id, $answer, RIGHT);
        $end = browser($back['action'], $back['fields']);
        echo "    {$end['status']} ", str_replace($id, 'ID', $end['to']), '; ', outcome($id), "\n";
        $again = browser($back['action'], $back['fields']);
        echo "    again {$again['status']} ", str_replace($id, 'ID', $again['to']), '; ', outcome($id), "\n";
    }
}

echo "== features\n";
foreach (['FORCE_TDS', 'FORCE_FULL_TDS', 'FORCE_SSL'] as $feature) {
    foreach (['attempt', 'none', 'challenge'] as $name) {
        $id = $both->order(['features' => $feature]);
        echo "$feature, $name: ", brief(pay($id, $cards[$name])), '; ', outcome($id), "\n";
    }
}

echo "== what is made up\n";
$refuse = static function (string $rule, array|int $answer, string $id): void {
    echo "$rule: ", is_array($answer) ? brief($answer) : $answer, '; ', outcome($id), "\n";
};
$id = $both->order();
$answer = pay($id, FIRST);
$refuse('PaRes before the ACS', shop('rest/finish3dsPayment.do', ['mdOrder' => $id, 'paRes' => 'eJxVUt1u']), $id);
$refuse('PaReq sent back', shop('rest/finish3dsPayment.do', ['mdOrder' => $id, 'paRes' => $answer['paReq']]), $id);
$refuse('by the browser', browser('rest/finish3ds.do', ['MD' => $id, 'PaRes' => 'eJxVUt1u'])['status'], $id);
$refuse('an unknown MD', browser('rest/finish3ds.do', ['MD' => NOBODY, 'PaRes' => 'eJxVUt1u'])['status'], $id);
$other = $both->order();
$foreign = at_acs($other, pay($other, FIRST), RIGHT)['fields']['PaRes'];
$refuse('PaRes of another order', shop('rest/finish3dsPayment.do', ['mdOrder' => $id, 'paRes' => $foreign]), $id);
$own = at_acs($id, $answer, RIGHT)['fields']['PaRes'];
$refuse('after the ACS, another one', shop('rest/finish3dsPayment.do', ['mdOrder' => $id, 'paRes' => $foreign]), $id);
$refuse('the right one', shop('rest/finish3dsPayment.do', ['mdOrder' => $id, 'paRes' => $own]), $id);
$refuse('twice', shop('rest/finish3dsPayment.do', ['mdOrder' => $id, 'paRes' => $own]), $id);

$id = $both->order();
$answer = shop('rest/paymentorder.do', ['MDORDER' => $id] + CHALLENGED);
$transaction = $answer['threeDSServerTransId'];
$finish = static fn (string $transaction, array $more = []): array => shop('rest/finish3dsVer2Payment.do', ['threeDSServerTransId' => $transaction] + $more);
$refuse('finished before the second call', $finish($transaction), $id);
$refuse('continued with another card', shop('rest/paymentorder.do', ['MDORDER' => $id, 'threeDSServerTransId' => $transaction] + FRICTIONLESS), $id);
$refuse('continued with a made-up transaction', shop('rest/paymentorder.do', ['MDORDER' => $id, 'threeDSServerTransId' => NOBODY] + CHALLENGED), $id);
$answer = shop('rest/3ds/continue.do', ['mdOrder' => $id]);
$refuse('continued', $answer, $id);
$refuse('finished before the ACS', $finish($transaction), $id);
$cres = rtrim(strtr(base64_encode(json_encode(['threeDSServerTransID' => $transaction, 'messageType' => 'CRes', 'messageVersion' => '2.2.0', 'transStatus' => 'Y'])), '+/', '-_'), '=');
$refuse('cres by the browser', browser("/3dsserver/api/v1/acs/notification?threeDSServerTransID=$transaction", ['cres' => $cres])['status'], $id);
$refuse('a made-up transaction', $finish(NOBODY), $id);
at_acs($id, $answer, RIGHT);
$refuse('for another order', $finish($transaction, ['threeDSVer2MdOrder' => $other]), $id);
$sandbox->merchant(['userName' => 'other', 'password' => 'other_password']);
$refuse('by another merchant', $finish($transaction, ['userName' => 'other', 'password' => 'other_password']), $id);
$refuse('by the right one', $finish($transaction, ['threeDSVer2MdOrder' => $id]), $id);
$refuse('twice', $finish($transaction), $id);
$refuse('twice, without credentials', json_decode($sandbox->raw('rest/finish3dsVer2PaymentAnonymous.do', ['threeDSServerTransId' => $transaction])['body'], true), $id);

echo "== an own MPI\n";
$proof = ['cavv' => 'AkZO5XQAA0rhBxoaufa+MAABAAA=', 'xid' => '5010857f-8d3f-74e1-9c5a-54a000cc4110'];
$own = static function (string $rule, array $params, string $method = 'rest/paymentorder.do') use ($both): void {
    $id = $both->order();
    $params = ['jsonParams' => json_encode($params)];
    if ($method !== 'rest/paymentorder.do') {
        $answer = shop($method, $params + ['amount' => 700, 'returnUrl' => URL, 'pan' => '5555555555555599', 'cvc' => '123', 'expiry' => '203412']);
        $id = $answer['orderId'] ?? $id;
    } else {
        $answer = shop($method, ['MDORDER' => $id] + ATTEMPTED + $params);
    }
    echo "$rule: ", brief($answer), '; ', outcome($id), "\n";
};
$sample = ['eci' => '02', 'threeDSProtocolVersion' => '2.2.0', 'authenticationTypeIndicator' => '5'] + $proof;
$own('the sample', $sample);
$own('instantPayment', $sample, 'rest/instantPayment.do');
$own('SSL', ['eci' => '07']);
$own('3DS1 by the ECI', ['eci' => '05'] + $proof);
$own('without cavv', ['cavv' => ''] + $sample);
$own('an unknown ECI', ['eci' => '08'] + $sample);
$own('an unknown version', ['threeDSProtocolVersion' => '2.0.0'] + $sample);
$own('SSL with the ECI of 3DS', ['authenticationTypeIndicator' => '0'] + $sample);
$sandbox->merchant(['ownMpi' => 1]);
$own('3DS1 where there is none', ['eci' => '05'] + $proof);
$sandbox->merchant(['ownMpi' => 0]);
$own('without permission', $sample);

echo "== enrolment\n";
foreach (['5555555555555599', '4444555511113333', '4444444499999999', '4111111111111112', ''] as $pan) {
    $answer = shop('rest/verifyEnrollment.do', ['pan' => $pan]);
    echo "$pan: {$answer['errorCode']} ", $answer['enrolled'] ?? $answer['errorMessage'], "\n";
}

?>
--EXPECT--
== the cards
challenge: 0 acsUrl packedCReq; status 5, actionCode -9000, eci 7, type 0, taken 0
    303 https://shop.example/?orderId=ID&lang=en; status 2, actionCode 0, eci 2, type 3, taken 700
    again 303 https://shop.example/?orderId=ID&lang=en; status 2, actionCode 0, eci 2, type 3, taken 700
frictionless: 0 redirect; status 2, actionCode 0, eci 5, type 4, taken 700
attempt: 0 redirect; status 2, actionCode 0, eci 6, type 5, taken 700
failure: 0  3DSec decline; status 0, actionCode -2006, eci 7, type 0, taken 0
3DS1: 0 acsUrl paReq termUrl; status 5, actionCode -9000, eci 7, type 0, taken 0
    303 https://shop.example/?orderId=ID&lang=en; status 2, actionCode 0, eci 5, type 1, taken 700
    again 303 https://shop.example/?orderId=ID&lang=en; status 2, actionCode 0, eci 5, type 1, taken 700
none: 0 redirect; status 2, actionCode 0, eci 7, type 0, taken 700
== features
FORCE_TDS, attempt: 0 redirect; status 2, actionCode 0, eci 6, type 5, taken 700
FORCE_TDS, none: 0  SSL restricted; status 0, actionCode 2003, eci 7, type 0, taken 0
FORCE_TDS, challenge: 0 acsUrl packedCReq; status 5, actionCode -9000, eci 7, type 0, taken 0
FORCE_FULL_TDS, attempt: 0  status not Y; status 0, actionCode -2017, eci 6, type 5, taken 0
FORCE_FULL_TDS, none: 0  status not Y; status 0, actionCode -2017, eci 7, type 0, taken 0
FORCE_FULL_TDS, challenge: 0 acsUrl packedCReq; status 5, actionCode -9000, eci 7, type 0, taken 0
FORCE_SSL, attempt: 0 redirect; status 2, actionCode 0, eci 7, type 0, taken 700
FORCE_SSL, none: 0 redirect; status 2, actionCode 0, eci 7, type 0, taken 700
FORCE_SSL, challenge: 0 redirect; status 2, actionCode 0, eci 7, type 0, taken 700
== what is made up
PaRes before the ACS: 5  The answer of the ACS is wrong; status 5, actionCode -9000, eci 7, type 0, taken 0
PaReq sent back: 5  The answer of the ACS is wrong; status 5, actionCode -9000, eci 7, type 0, taken 0
by the browser: 303; status 5, actionCode -9000, eci 7, type 0, taken 0
an unknown MD: 404; status 5, actionCode -9000, eci 7, type 0, taken 0
PaRes of another order: 5  The answer of the ACS is wrong; status 5, actionCode -9000, eci 7, type 0, taken 0
after the ACS, another one: 5  The answer of the ACS is wrong; status 5, actionCode -9000, eci 7, type 0, taken 0
the right one: 0 redirect; status 2, actionCode 0, eci 5, type 1, taken 700
twice: 7  Order is not in a correct state; status 2, actionCode 0, eci 5, type 1, taken 700
finished before the second call: 5  The answer of the ACS is wrong; status 5, actionCode -9000, eci 7, type 0, taken 0
continued with another card: 5  [threeDSServerTransId] is of another card; status 5, actionCode -9000, eci 7, type 0, taken 0
continued with a made-up transaction: 5  [threeDSServerTransId] wrong value; status 5, actionCode -9000, eci 7, type 0, taken 0
continued: 0 acsUrl packedCReq; status 5, actionCode -9000, eci 7, type 0, taken 0
finished before the ACS: 5  The answer of the ACS is wrong; status 5, actionCode -9000, eci 7, type 0, taken 0
cres by the browser: 303; status 5, actionCode -9000, eci 7, type 0, taken 0
a made-up transaction: 5  [threeDSServerTransId] wrong value; status 5, actionCode -9000, eci 7, type 0, taken 0
for another order: 5  [threeDSVer2MdOrder] wrong value; status 5, actionCode -9000, eci 7, type 0, taken 0
by another merchant: 5  [threeDSServerTransId] wrong value; status 5, actionCode -9000, eci 7, type 0, taken 0
by the right one: 0 redirect; status 2, actionCode 0, eci 2, type 3, taken 700
twice: 7  Order is not in a correct state; status 2, actionCode 0, eci 2, type 3, taken 700
twice, without credentials: 7  Order is not in a correct state; status 2, actionCode 0, eci 2, type 3, taken 700
== an own MPI
the sample: 0 redirect; status 2, actionCode 0, eci 2, type 5, taken 700
instantPayment: 0 redirect; status 2, actionCode 0, eci 2, type 5, taken 700
SSL: 0 redirect; status 2, actionCode 0, eci 7, type 0, taken 700
3DS1 by the ECI: 0 redirect; status 2, actionCode 0, eci 5, type 1, taken 700
without cavv: 5  [jsonParams.cavv] is empty; status 0, actionCode -100, eci -, type -, taken 0
an unknown ECI: 5  [jsonParams.eci] wrong value; status 0, actionCode -100, eci -, type -, taken 0
an unknown version: 5  [jsonParams.threeDSProtocolVersion] wrong value; status 0, actionCode -100, eci -, type -, taken 0
SSL with the ECI of 3DS: 5  [jsonParams.authenticationTypeIndicator] wrong value; status 0, actionCode -100, eci -, type -, taken 0
3DS1 where there is none: 5  [jsonParams.authenticationTypeIndicator] is empty; status 0, actionCode -100, eci -, type -, taken 0
without permission: 5  Access denied; status 0, actionCode -100, eci -, type -, taken 0
== enrolment
5555555555555599: 0 Y
4444555511113333: 0 N
4444444499999999: 0 U
4111111111111112: 5 [pan] wrong value
: 1 [pan] is empty
