--TEST--
industryPracticePayment: each practice, its original orders, its time and its money, by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$g = $both->client;
/** What the shop's own 3-D Secure server says of the payer: a challenge was passed, or none was needed. */
$secure = static fn (string $type): array => ['jsonParams' => ['eci' => $type === '0' ? '07' : '02', 'cavv' => 'AkZO5XQAA0rhBxoaufa+MAABAAA=', 'xid' => '5010857f-8d3f-74e1-9c5a-54a000cc4110', 'threeDSProtocolVersion' => '2.2.0', 'threeDsType' => $type]];
/** An order that its payer paid, or tried to pay with a wrong CVC. */
$original = static function (bool $paid = true, string $type = '3', string $method = 'register', array $params = []) use ($both, $g, $secure): string {
    $id = $both->order([], 700, $method);
    try {
        $g->paymentOrder($id, ($paid ? [] : ['$CVC' => '999']) + $params + $secure($type) + CARD);
    } catch (PaymentGateway\DeclinedException) {
    }

    return $id;
};
$money = static function (string $id) use ($g): string {
    $status = $g->getOrderStatusExtended($id);

    return "status {$status['orderStatus']}, deposited {$status['paymentAmountInfo']['depositedAmount']}, refunded {$status['paymentAmountInfo']['refundedAmount']}";
};
$request = static fn (string $id, string $tii, ?int $amount): array => ['originalMdOrder' => $id, 'orderNumber' => BothWays::number(), 'tii' => $tii] + ($amount === null ? [] : ['amount' => $amount]);
$show = static fn (string $rule, Closure $params) => $both->show($rule, 'industryPracticePayment', $params);

echo "== each practice\n";
foreach (['IPI' => 300, 'IPD' => 300, 'IPN' => 300, 'IPS' => null, 'IPA' => null] as $tii => $amount) {
    $id = $original($amount !== null);
    $reply = $g->industryPracticePayment($id, BothWays::number(), $tii, $amount === null ? [] : ['amount' => $amount]);
    printf("%s: errorCode %s, actionCode %s, %d digits; it: %s; the original: %s\n", $tii, $reply['errorCode'], $reply['actionCode'], strlen($reply['rrn']), $money($reply['mdOrder']), $money($id));
    $show("$tii, frictionless", fn (): array => $request($original($amount !== null, '4'), $tii, $amount));
    $show("$tii, without 3-D Secure", fn (): array => $request($original($amount !== null, '0'), $tii, $amount));
    $show("$tii, of an order in another state", fn (): array => $request($original($amount === null), $tii, $amount));
    $show($amount === null ? "$tii, with an amount" : "$tii, without an amount", fn (): array => $request($original($amount !== null), $tii, $amount === null ? 300 : null));
}

echo "== whose payment\n";
$show('a hold', fn (): array => $request($original(method: 'registerPreAuth'), 'IPD', 300));
$show('the shop\'s own', fn (): array => $request($original(params: ['tii' => 'U', 'originalPaymentNetRefNum' => '1', 'originalPaymentDate' => '1']), 'IPD', 300));
$show('not tried yet', fn (): array => $request($both->order(), 'IPS', null));
$show('an unknown order', fn (): array => $request(NOBODY, 'IPD', 300));
$show('an unknown practice', fn (): array => $request($original(), 'IPX', 300));
$show('nothing', fn (): array => $request($original(), 'IPD', 0));
$show('VERIFY', fn (): array => ['features' => 'VERIFY'] + $request($original(), 'IPD', 300));
$show('FORCE_SSL', fn (): array => ['features' => 'FORCE_SSL'] + $request($original(), 'IPD', 300));
$show('without a number', fn (): array => array_diff_key($request($original(), 'IPD', 300), ['orderNumber' => 0]));
$show('a number in use', fn (): array => ['orderNumber' => 'n1'] + $request($original(), 'IPD', 300));

echo "== one kind, and what repeats only once\n";
$id = $original();
$show('the first ones', fn (): array => $request($id, 'IPD', 300));
$show('another kind', fn (): array => $request($id, 'IPN', 300));
$failed = $original(false);
$g->industryPracticePayment($failed, BothWays::number(), 'IPS');
$show('submitted again', fn (): array => $request($failed, 'IPS', null));

echo "== declined\n";
$id = $both->order([], 9_000);
$g->paymentOrder($id, ['$PAN' => '2202205300068092', '$CVC' => '583', 'MM' => '05'] + $secure('3') + CARD);
$e = caught(fn () => $g->industryPracticePayment($id, BothWays::number(), 'IPD', ['amount' => 10_001]));
echo facts($e), "\n", $e->getMessage(), "\n", $money($e->getReply()['mdOrder']), "\n", $money($id), "\n";

echo "== money back\n";
$id = $original();
$increment = $g->industryPracticePayment($id, BothWays::number(), 'IPI', ['amount' => 300])['mdOrder'];
echo facts(caught(fn () => $g->refund($increment, 100))), "\n";
echo facts(caught(fn () => $g->refund($id, 1_001))), "\n";
$g->refund($id, 1_000);
echo $money($id), "\n";
$charge = $g->industryPracticePayment($original(), BothWays::number(), 'IPD', ['amount' => 300])['mdOrder'];
$g->refund($charge, 300);
echo $money($charge), "\n";

echo "== in time\n";
$moments = [];
foreach (['IPI' => 1, 'IPS' => 30, 'IPD' => 90, 'IPA' => 180, 'IPN' => 365] as $tii => $days) {
    $repeats = in_array($tii, ['IPS', 'IPA'], true);
    foreach ([$days - 1, $days] as $after) {
        $moments[$after][] = [$tii, $original(!$repeats), $repeats ? [] : ['amount' => 1]];
    }
}
ksort($moments);
foreach ($moments as $days => $tried) {
    $both->sandbox->clock(['now' => date('Y-m-d\TH:i:s', strtotime("2026-03-10T12:05:00 UTC +$days days"))]);
    foreach ($tried as [$tii, $id, $params]) {
        printf("%s after %d days: %s\n", $tii, $days, BothWays::heard(fn () => $g->industryPracticePayment($id, BothWays::number(), $tii, $params)));
    }
}

echo "== permission\n";
$both->sandbox->merchant(['industryPractice' => 0]);
$show('without it', fn (): array => $request($original(), 'IPD', 300));
echo refusal(fn () => BothWays::clientOf($both->sandbox, 'sberbank')->industryPracticePayment(NOBODY, 'n', 'IPD', ['amount' => 1])), "\n";
echo refusal(fn () => (new PaymentGateway($both->sandbox->uri, token: 'test_user_token'))->industryPracticePayment(NOBODY, 'n', 'IPD', ['amount' => 1])), "\n";

?>
--EXPECT--
== each practice
IPI: errorCode 0, actionCode 0, 12 digits; it: status 2, deposited 300, refunded 0; the original: status 2, deposited 1000, refunded 0
IPI, frictionless
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPI, without 3-D Secure
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPI, of an order in another state
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPI, without an amount
    client: industryPracticePayment: tii IPI needs amount
    raw:    5 [amount] is empty
    taken:  0
IPD: errorCode 0, actionCode 0, 12 digits; it: status 2, deposited 300, refunded 0; the original: status 2, deposited 700, refunded 0
IPD, frictionless
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPD, without 3-D Secure
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPD, of an order in another state
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPD, without an amount
    client: industryPracticePayment: tii IPD needs amount
    raw:    5 [amount] is empty
    taken:  0
IPN: errorCode 0, actionCode 0, 12 digits; it: status 2, deposited 300, refunded 0; the original: status 2, deposited 700, refunded 0
IPN, frictionless
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPN, without 3-D Secure
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPN, of an order in another state
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPN, without an amount
    client: industryPracticePayment: tii IPN needs amount
    raw:    5 [amount] is empty
    taken:  0
IPS: errorCode 0, actionCode 0, 12 digits; it: status 2, deposited 700, refunded 0; the original: status 6, deposited 0, refunded 0
IPS, frictionless
    client: ok
    raw:    ok
    taken:  700
IPS, without 3-D Secure
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPS, of an order in another state
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPS, with an amount
    client: industryPracticePayment: tii IPS must not be combined with amount: it repeats the original payment
    raw:    5 [amount] wrong value
    taken:  0
IPA: errorCode 0, actionCode 0, 12 digits; it: status 2, deposited 700, refunded 0; the original: status 6, deposited 0, refunded 0
IPA, frictionless
    client: ok
    raw:    ok
    taken:  700
IPA, without 3-D Secure
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPA, of an order in another state
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
IPA, with an amount
    client: industryPracticePayment: tii IPA must not be combined with amount: it repeats the original payment
    raw:    5 [amount] wrong value
    taken:  0
== whose payment
a hold
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
the shop's own
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
not tried yet
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
an unknown practice
    client: industryPracticePayment: tii must be one of IPI, IPS, IPD, IPA, IPN, "IPX" given
    raw:    5 [tii] wrong value
    taken:  0
nothing
    client: industryPracticePayment: amount must be more than 0
    raw:    5 [amount] wrong value
    taken:  0
VERIFY
    client: InvalidStateException 5
    raw:    5 [features] wrong value
    taken:  0
FORCE_SSL
    client: ok
    raw:    ok
    taken:  300
without a number
    client: industryPracticePayment: orderNumber is missing
    raw:    5 [orderNumber] is empty
    taken:  0
a number in use
    client: DuplicateOrderException 1
    raw:    1 Order number already processed
    taken:  0
== one kind, and what repeats only once
the first ones
    client: ok
    raw:    ok
    taken:  300
another kind
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
submitted again
    client: InvalidStateException 5
    raw:    5 Operation is not allowed for original order
    taken:  0
== declined
DeclinedException industryPracticePayment errorCode=5 actionCode=116 http=200 reply=yes known final
industryPracticePayment: errorCode 5: Unsuccessful
status 6, deposited 0, refunded 0
status 2, deposited 9000, refunded 0
== money back
InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
status 4, deposited 0, refunded 1000
status 4, deposited 0, refunded 300
== in time
IPI after 0 days: ok
IPI after 1 days: InvalidStateException 5
IPS after 29 days: ok
IPS after 30 days: InvalidStateException 5
IPD after 89 days: ok
IPD after 90 days: InvalidStateException 5
IPA after 179 days: ok
IPA after 180 days: InvalidStateException 5
IPN after 364 days: ok
IPN after 365 days: InvalidStateException 5
== permission
without it
    client: InvalidStateException 5
    raw:    5 Access denied
    taken:  0
industryPracticePayment: the dialect sberbank has no such method
industryPracticePayment: the gateway takes no token here, because a token may be public; with one it takes only continue3ds, getOrderStatusExtended, installmentPayment, instantPayment, motoPayment, register, registerPreAuth, verifyCard: give the constructor userName and password instead
