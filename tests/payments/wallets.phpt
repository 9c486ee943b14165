--TEST--
Wallets: each method accepted and refused, by the client and past it; device numbers as stored cards; Sberbank's own ways
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';
require __DIR__ . '/../support/fault_proxy.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$sandbox = $both->sandbox;
$g = $both->client;
$named = ['merchant' => 'test_user'];
$google = ['amount' => 700, 'returnUrl' => URL, 'currencyCode' => '643'];
/** By method: its parameters but the token and the order's number, and its token of a device and, if it is there, an amount. */
$methods = [
    'applePay' => [$named, WalletTokens::apple(...)],
    'applePayDirect' => [[], static fn (string $pan, int $amount): string => WalletTokens::apple($pan, $amount, true)],
    'googlePay' => [$named + $google + ['ip' => '127.0.0.1', 'clientId' => 'anna'], static fn (string $pan): string => WalletTokens::google($pan)],
    'googlePayDirect' => [$google, static fn (string $pan): string => WalletTokens::google($pan, true)],
    'samsungPay' => [$named, WalletTokens::samsung(...)],
    'samsungPayDirect' => [$named, static fn (string $pan, int $amount): string => WalletTokens::samsung($pan, $amount, true)],
    'mirPay' => [array_diff_key($google, ['returnUrl' => 1]), static fn (string $pan): string => WalletTokens::mir($pan)],
    'mirPayDirect' => [array_diff_key($google, ['returnUrl' => 1]), static fn (string $pan): string => WalletTokens::mir($pan)],
];
$good = static fn (string $method): string => str_starts_with($method, 'mir') ? MIR_DEVICE : DEVICE;
$poor = static fn (string $method): string => str_starts_with($method, 'mir') ? POOR_MIR_DEVICE : POOR_DEVICE;

/** What came of a rule, and in which methods. @var array<string, array<string, list<string>>> $seen */
$seen = [];
$rule = static function (string $rule, string $method, Closure $params) use ($both, &$seen): void {
    ob_start();
    $both->show('', $method, $params);
    $seen[$rule][str_replace("$method: ", '', trim(ob_get_clean(), "\n"))][] = $method;
};
foreach ($methods as $method => [$own, $token]) {
    $with = static fn (array $more): Closure => static fn (): array => $more + $own + ['orderNumber' => BothWays::number(), 'paymentToken' => $token($good($method), 700)];
    $rule('a good token', $method, $with([]));
    $rule('held', $method, $with(['preAuth' => true]));
    $rule('a token without money', $method, $with(['paymentToken' => $token($poor($method), 700)]));
    $rule('no token', $method, $with(['paymentToken' => '']));
    $rule('not Base64', $method, $with(['paymentToken' => 'no token at all!']));
    $rule('Base64 of something else', $method, $with(['paymentToken' => base64_encode('{"a":1}')]));
    $rule('cut off', $method, $with(['paymentToken' => substr($token($good($method), 700), 0, 40)]));
    $rule('a wrong check digit', $method, $with(['paymentToken' => $token('4895370012003479', 700)]));
    $rule('of another kind', $method, $with(['paymentToken' => str_starts_with($method, 'apple') ? WalletTokens::google() : WalletTokens::apple()]));
    $rule('a merchant whom nobody knows', $method, $with(['merchant' => 'nobody']));
    $rule('a card in the open', $method, $with(['pan' => CARD['$PAN']]));
    // The amount is what the payer saw: in the token, or in the request.
    $rule('VERIFY', $method, $with(['features' => 'VERIFY', 'paymentToken' => $token($good($method), 0)] + (isset($own['amount']) ? ['amount' => 0] : [])));
    $number = BothWays::number();
    $g->call($method, $with(['orderNumber' => $number])());
    $rule('a number that is known', $method, $with(['orderNumber' => $number]));
    $charged[] = implode(' ', array_column($sandbox->order($number)['operations'], 'amount'));
}
foreach ($seen as $name => $results) {
    echo "-- $name\n";
    foreach ($results as $result => $of) {
        printf("  %s\n%s\n", count($of) === count($methods) ? 'all' : implode(', ', $of), $result);
    }
}
printf("charged by that number: %s\n", implode(', ', array_unique($charged)));

echo "== tokenPayment\n";
$data = ['dpan' => DEVICE, 'MM' => '12', 'YYYY' => '2030', 'tokenCryptogram' => 'AgAA'];
$with = static fn (array $more): Closure => static fn (): array => $more + ['amount' => 700, 'tokenType' => 'VTS', 'returnUrl' => URL, 'paymentData' => $data];
foreach (['MDES', 'VTS', 'APPLE', 'GOOGLE', 'SAMSUNG'] as $type) {
    $both->show($type, 'tokenPayment', $with(['tokenType' => $type]));
}
$both->show('an unknown type', 'tokenPayment', $with(['tokenType' => 'MIR']));
$both->show('held', 'tokenPayment', $with(['preAuth' => true]));
$both->show('without money', 'tokenPayment', $with(['paymentData' => ['dpan' => POOR_DEVICE] + $data]));
$both->show('a wrong check digit', 'tokenPayment', $with(['paymentData' => ['dpan' => '4895370012003479'] + $data]));
$both->show('month 13', 'tokenPayment', $with(['paymentData' => ['MM' => '13'] + $data]));
$both->show('no number', 'tokenPayment', $with(['paymentData' => array_diff_key($data, ['dpan' => 1])]));
$both->show('VERIFY', 'tokenPayment', $with(['features' => 'VERIFY', 'amount' => 0]));
$both->show('FORCE_CREATE_BINDING without clientId', 'tokenPayment', $with(['features' => 'FORCE_CREATE_BINDING']));

echo "== Google Pay with a card's own number\n";
printf("PAN_ONLY: %s\n", $g->googlePayDirect(BothWays::number(), WalletTokens::google(CARD['$PAN'], true, 'PAN_ONLY'), 700, URL)['orderStatus']['paymentWay']);

echo "== VERIFY with clientId\n";
foreach (['applePayDirect', 'googlePayDirect', 'samsungPay', 'mirPay', 'mirPayDirect', 'tokenPayment'] as $method) {
    [$own, $token] = $methods[$method] ?? [['tokenType' => 'VTS', 'returnUrl' => URL, 'paymentData' => $data], null];
    $money = $both->money();
    $reply = $g->call($method, ['features' => 'VERIFY', 'clientId' => "verified by $method", 'orderNumber' => BothWays::number()]
        + (isset($own['amount']) || $token === null ? ['amount' => 0] : []) + $own + ($token === null ? [] : ['paymentToken' => $token($good($method), 0)]));
    printf(
        "%-15s %s, taken %d, %s\n",
        $method,
        PaymentGateway\OrderStatus::from($reply['orderStatus']['orderStatus'])->name,
        $both->money() - $money,
        $both->bindings("verified by $method") === [$reply['data']['bindingId'] ?? ''] ? 'stored' : 'NOT STORED',
    );
}

echo "== stored\n";
foreach ($methods + ['tokenPayment' => null] as $method => $row) {
    [$own, $token] = $row ?? [['amount' => 700, 'tokenType' => 'VTS', 'returnUrl' => URL, 'paymentData' => $data], null];
    $reply = $g->call($method, ['clientId' => "of $method", 'orderNumber' => BothWays::number()] + $own + ($token === null ? [] : ['paymentToken' => $token($good($method), 700)]));
    $listed = $g->getBindings("of $method")['bindings'];
    $binding = $reply['data']['bindingId'];
    $text = str_replace($binding, '', json_encode($listed)); // its digits are by chance
    printf(
        "%-17s %s %s, %s, ",
        $method,
        count($listed) === 1 && $listed[0]['bindingId'] === $binding ? 'one' : 'NOT ONE',
        $listed[0]['bindingCategory'],
        preg_match('/3478|0017|489537|220070|maskedPan|displayLabel/', $text) ? "SHOWN AS A CARD $text" : 'no number shown',
    );
    $charged = $g->recurrentPayment(BothWays::number(), $binding, 900)['orderStatus'];
    $g->paymentOrderBinding($id = $both->order(['clientId' => "of $method"]), $binding, ['tii' => 'F']);
    printf("charged %d by %s, chosen: status %d\n", $charged['paymentAmountInfo']['depositedAmount'], $charged['paymentWay'], $g->getOrderStatusExtended($id)['orderStatus']);
}
printf("by the device's number: %d\n", count($g->getBindingsByCardOrId(DEVICE)['bindings']));
$both->show('a device\'s number typed as a card', 'paymentOrder', fn (): array => ['MDORDER' => $both->order(), 'language' => 'en', '$PAN' => DEVICE, '$CVC' => '123', 'YYYY' => '2030', 'MM' => '12', 'TEXT' => 'CARD HOLDER']);

echo "== tii\n";
foreach (['CI', 'RI', 'II', 'R', 'U', 'F', 'I', ''] as $tii) {
    $line = [];
    foreach (['applePay' => WalletTokens::apple(), 'applePayDirect' => WalletTokens::apple(decrypted: true)] as $method => $token) {
        foreach ([[], ['originalPaymentNetRefNum' => '123456', 'originalPaymentDate' => '1773144000000']] as $reference) {
            if ($reference !== [] && ($method === 'applePay' || !in_array($tii, ['R', 'U', 'F'], true))) {
                continue;
            }
            foreach (['client', 'raw'] as $way) {
                $client = uniqid('tii', true);
                $params = ['clientId' => $client, 'orderNumber' => BothWays::number(), 'paymentToken' => $token, 'tii' => $tii] + $reference + ($method === 'applePay' ? $named : []);
                $said = $way === 'raw' ? BothWays::verdict($both->raw($method, $params)) : BothWays::heard(fn (): array => $g->call($method, $params));
                $line[] = sprintf("%-14s %-17s %-6s %s, %s", $method, $reference === [] ? '' : 'with its original', $way, $said, implode(' ', array_column($g->getBindings($client)['bindings'], 'bindingCategory')) ?: 'not stored');
            }
        }
    }
    printf("tii '%s'\n    %s\n", $tii, implode("\n    ", $line));
}

echo "== on the wire\n";
$proxy = FaultProxy::start([], $sandbox->uri);
$through = new PaymentGateway($proxy->uri, 'test_user', 'test_user_password', options: ['language' => 'en']);
foreach ($methods as $method => [$own, $token]) {
    $through->call($method, $own + ['orderNumber' => BothWays::number(), 'paymentToken' => $token($good($method), 700)]);
    $sent = $proxy->deliveries()[count($proxy->deliveries()) - 1];
    $body = json_decode($sent['body'], true);
    $secrets = array_intersect_key($body, ['userName' => 1, 'password' => 1, 'token' => 1]);
    printf("%-17s %-25s %s%s\n", $method, substr($sent['path'], strlen('/payment/')), implode(', ', array_keys($secrets)) ?: 'no credentials', $secrets === [] && (str_contains(json_encode($sent), 'test_user_password') || isset($sent['headers']['authorization'])) ? ' BUT THE PASSWORD' : '');
}

echo "== Sberbank\n";
$sberbank = new BothWays('sberbank', $sandbox);
$s = $sberbank->client;
$mir = static fn (array $more): Closure => static fn (): array => $more + ['orderNumber' => BothWays::number(), 'amount' => 700, 'currencyCode' => '643', 'paymentToken' => WalletTokens::mir()];
$sberbank->show('Mir Pay', 'mirPayDirect', $mir([]));
$sberbank->show('held', 'mirPayDirect', $mir(['preAuth' => true]));
$sberbank->show('without money', 'mirPayDirect', $mir(['paymentToken' => WalletTokens::mir(POOR_MIR_DEVICE)]));
$sberbank->show('not a token', 'mirPayDirect', $mir(['paymentToken' => 'x']));
$sberbank->show('VERIFY', 'mirPayDirect', $mir(['features' => 'VERIFY', 'amount' => 0]));
$sberbank->show('another feature', 'mirPayDirect', $mir(['features' => 'FORCE_SSL']));
$number = BothWays::number();
$s->register($number, 700, URL, ['currency' => '643']);
$sberbank->show('an order that was registered, of another amount', 'mirPayDirect', $mir(['orderNumber' => $number, 'amount' => 701]));
$sberbank->show('an order that was registered, once', 'mirPayDirect', $mir(['orderNumber' => $number]));
$sberbank->show('a merchant whom nobody knows', 'mirPayDirect', $mir(['merchant' => 'nobody']));
$s->mirPayDirect(BothWays::number(), 700, WalletTokens::mir(), ['clientId' => 'boris', 'currencyCode' => '643']);
$stored = $s->getBindings('boris')['bindings'][0]['bindingId'];
$sberbank->show('charged again', 'recurrentPayment', fn (): array => ['orderNumber' => BothWays::number(), 'bindingId' => $stored, 'amount' => 700]);

$pays = static function (string $id, string $decision) use ($sandbox): string {
    return (string) $sandbox->raw('sandbox/payer', ['orderId' => $id, 'decision' => $decision])['status'];
};
$state = static fn (string $id): string => sprintf('status %d, %d deposited', ($o = $s->getOrderStatusExtended($id))['orderStatus'], $o['paymentAmountInfo']['depositedAmount']);
foreach (['pay', 'refuse'] as $decision) {
    $sberbank->show("asked, then he says $decision", 'paymentSberPay', ['orderId' => $id = $sberbank->order(), 'phone' => '79990000000']);
    printf("    before: %s, ", $state($id));
    $pays($id, $decision);
    printf("after: %s\n", $state($id));
    $sberbank->show("asked once more", 'paymentSberPay', ['orderId' => $id, 'phone' => '79990000000']);
}
printf("decides without being asked: HTTP %s\n", $pays($sberbank->order(), 'pay'));
$sberbank->show('a telephone that is none', 'paymentSberPay', ['orderId' => $sberbank->order(), 'phone' => '12']);
$sberbank->show('an order that there is not', 'paymentSberPay', ['orderId' => '00000000-0000-4000-8000-000000000000', 'phone' => '79990000000']);

$id = $sberbank->order(['clientId' => 'clara', 'jsonParams' => ['qrType' => 'SUBSCRIPTION_SBP', 'sbp.scenario' => 'C2B_SUBSCRIPTION']]);
$pays($id, 'pay');
printf("a subscription: %s\n", $state($id));
$attributes = array_column($s->getOrderStatusExtended($id)['attributes'], 'value', 'name');
[$subscription, $member] = [$attributes['subscriptionId'], $attributes['memberId']];
// errorCode 0 says that it was asked; the status says what came of it.
$by = static function (string $rule, array $more, string $client = 'clara', ?BothWays $shop = null) use ($sberbank, $subscription, $member): void {
    $shop ??= $sberbank;
    $shop->show($rule, 'paymentOrderBySubscription', static function () use ($shop, $more, $client, $subscription, $member, &$id): array {
        return $more + ['orderId' => $id = $shop->order(['clientId' => $client]), 'subscriptionId' => $subscription, 'memberId' => $member];
    });
    $order = $shop->client->getOrderStatusExtended($id);
    printf("    status: %d, actionCode %d\n", $order['orderStatus'], $order['actionCode']);
};
$by('charged by it', []);
$by('another client\'s order', [], 'boris');
$by('a guessed subscription', ['subscriptionId' => str_repeat('0', 32)]);
$by('cut off', ['subscriptionId' => substr($subscription, 0, 31)]);
$by('in capitals', ['subscriptionId' => strtoupper($subscription)]);
$by('of another bank', ['memberId' => '999999999999']);
$sberbank->show('two stages', 'paymentOrderBySubscription', static fn (): array => ['orderId' => $sberbank->order(['clientId' => 'clara'], 700, 'registerPreAuth'), 'subscriptionId' => $subscription, 'memberId' => $member]);
$sandbox->merchant(['userName' => 'thief', 'password' => 'thief_password']);
$thief = new BothWays('sberbank', $sandbox, BothWays::clientOf($sandbox, 'sberbank', 'thief', 'thief_password'));
$thief->credentials = ['userName' => 'thief', 'password' => 'thief_password'];
$by('another shop\'s', [], 'clara', $thief);
foreach (['paymentSberPay' => ['a', '79990000000'], 'paymentOrderBySubscription' => ['a', str_repeat('0', 32), str_repeat('0', 12)]] as $method => $arguments) {
    printf("%s\n", BothWays::heard(fn (): array => $g->$method(...$arguments)));
}

?>
--EXPECT--
-- a good token
  all
    client: ok
    raw:    ok
    taken:  700
-- held
  all
    client: ok
    raw:    ok
    taken:  700
-- a token without money
  all
    client: DeclinedException null
    raw:    declined
    taken:  0
-- no token
  all
    client: paymentToken is empty
    raw:    10 [paymentToken] is empty
    taken:  0
-- not Base64
  all
    client: InvalidRequestException 10
    raw:    10 [paymentToken] wrong value
    taken:  0
-- Base64 of something else
  all
    client: InvalidRequestException 10
    raw:    10 [paymentToken] wrong value
    taken:  0
-- cut off
  all
    client: InvalidRequestException 10
    raw:    10 [paymentToken] wrong value
    taken:  0
-- a wrong check digit
  all
    client: InvalidRequestException 10
    raw:    10 [paymentToken] wrong value
    taken:  0
-- of another kind
  all
    client: InvalidRequestException 10
    raw:    10 [paymentToken] wrong value
    taken:  0
-- a merchant whom nobody knows
  all
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
-- a card in the open
  all
    client: parameter pan is unknown
    raw:    10 [pan] is an unknown parameter
    taken:  0
-- VERIFY
  applePay, googlePay, samsungPayDirect
    client: parameter features is unknown
    raw:    10 [features] is an unknown parameter
    taken:  0
  applePayDirect, googlePayDirect, samsungPay, mirPay, mirPayDirect
    client: ok
    raw:    ok
    taken:  0
-- a number that is known
  all
    client: InvalidRequestException 10
    raw:    10 Order number already processed
    taken:  0
charged by that number: 700
== tokenPayment
MDES
    client: ok
    raw:    ok
    taken:  700
VTS
    client: ok
    raw:    ok
    taken:  700
APPLE
    client: ok
    raw:    ok
    taken:  700
GOOGLE
    client: ok
    raw:    ok
    taken:  700
SAMSUNG
    client: ok
    raw:    ok
    taken:  700
an unknown type
    client: tokenPayment: tokenType must be one of MDES, VTS, APPLE, GOOGLE, SAMSUNG, "MIR" given
    raw:    10 [tokenType] wrong value
    taken:  0
held
    client: ok
    raw:    ok
    taken:  700
without money
    client: DeclinedException null
    raw:    declined
    taken:  0
a wrong check digit
    client: InvalidRequestException 10
    raw:    10 [paymentData] wrong value
    taken:  0
month 13
    client: InvalidRequestException 10
    raw:    10 [paymentData] wrong value
    taken:  0
no number
    client: tokenPayment: paymentData.dpan is missing
    raw:    10 [paymentData.dpan] is empty
    taken:  0
VERIFY
    client: ok
    raw:    ok
    taken:  0
FORCE_CREATE_BINDING without clientId
    client: tokenPayment: the feature FORCE_CREATE_BINDING needs clientId
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
== Google Pay with a card's own number
PAN_ONLY: GOOGLE_PAY_CARD
== VERIFY with clientId
applePayDirect  Reversed, taken 0, stored
googlePayDirect Reversed, taken 0, stored
samsungPay      Reversed, taken 0, stored
mirPay          Reversed, taken 0, stored
mirPayDirect    Reversed, taken 0, stored
tokenPayment    Reversed, taken 0, stored
== stored
applePay          one COMMON, no number shown, charged 900 by APPLE_PAY_BINDING, chosen: status 2
applePayDirect    one COMMON, no number shown, charged 900 by APPLE_PAY_BINDING, chosen: status 2
googlePay         one COMMON, no number shown, charged 900 by GOOGLE_PAY_TOKENIZED_BINDING, chosen: status 2
googlePayDirect   one COMMON, no number shown, charged 900 by GOOGLE_PAY_TOKENIZED_BINDING, chosen: status 2
samsungPay        one COMMON, no number shown, charged 900 by SAMSUNG_PAY_BINDING, chosen: status 2
samsungPayDirect  one COMMON, no number shown, charged 900 by SAMSUNG_PAY_BINDING, chosen: status 2
mirPay            one COMMON, no number shown, charged 900 by MIR_PAY_BINDING, chosen: status 2
mirPayDirect      one COMMON, no number shown, charged 900 by MIR_PAY_BINDING, chosen: status 2
tokenPayment      one COMMON, no number shown, charged 900 by TOKEN_PAY_BINDING, chosen: status 2
by the device's number: 12
a device's number typed as a card
    client: DeclinedException 0
    raw:    declined
    taken:  0
== tii
tii 'CI'
    applePay                         client ok, COMMON
    applePay                         raw    ok, COMMON
    applePayDirect                   client ok, COMMON
    applePayDirect                   raw    ok, COMMON
tii 'RI'
    applePay                         client ok, RECURRENT
    applePay                         raw    ok, RECURRENT
    applePayDirect                   client ok, RECURRENT
    applePayDirect                   raw    ok, RECURRENT
tii 'II'
    applePay                         client ok, INSTALLMENT
    applePay                         raw    ok, INSTALLMENT
    applePayDirect                   client ok, INSTALLMENT
    applePayDirect                   raw    ok, INSTALLMENT
tii 'R'
    applePay                         client applePay: tii must be one of "", CI, RI, II, "R" given, not stored
    applePay                         raw    10 [tii] wrong value, not stored
    applePayDirect                   client ok, COMMON
    applePayDirect                   raw    ok, COMMON
    applePayDirect with its original client ok, not stored
    applePayDirect with its original raw    ok, not stored
tii 'U'
    applePay                         client applePay: tii must be one of "", CI, RI, II, "U" given, not stored
    applePay                         raw    10 [tii] wrong value, not stored
    applePayDirect                   client ok, COMMON
    applePayDirect                   raw    ok, COMMON
    applePayDirect with its original client ok, not stored
    applePayDirect with its original raw    ok, not stored
tii 'F'
    applePay                         client applePay: tii must be one of "", CI, RI, II, "F" given, not stored
    applePay                         raw    10 [tii] wrong value, not stored
    applePayDirect                   client ok, COMMON
    applePayDirect                   raw    ok, COMMON
    applePayDirect with its original client ok, not stored
    applePayDirect with its original raw    ok, not stored
tii 'I'
    applePay                         client applePay: tii must be one of "", CI, RI, II, "I" given, not stored
    applePay                         raw    10 [tii] wrong value, not stored
    applePayDirect                   client applePayDirect: tii must be one of "", CI, RI, II, R, U, F, "I" given, not stored
    applePayDirect                   raw    10 [tii] wrong value, not stored
tii ''
    applePay                         client ok, COMMON
    applePay                         raw    ok, COMMON
    applePayDirect                   client ok, COMMON
    applePayDirect                   raw    ok, COMMON
== on the wire
applePay          applepay/payment.do       no credentials
applePayDirect    applepay/paymentDirect.do userName, password
googlePay         google/payment.do         no credentials
googlePayDirect   google/paymentDirect.do   userName, password
samsungPay        samsung/payment.do        no credentials
samsungPayDirect  samsung/paymentDirect.do  userName, password
mirPay            mir/payment.do            userName, password
mirPayDirect      mir/paymentDirect.do      userName, password
== Sberbank
Mir Pay
    client: ok
    raw:    ok
    taken:  700
held
    client: ok
    raw:    ok
    taken:  700
without money
    client: DeclinedException null
    raw:    declined
    taken:  0
not a token
    client: InvalidRequestException 10
    raw:    10 [paymentToken] wrong value
    taken:  0
VERIFY
    client: ok
    raw:    ok
    taken:  0
another feature
    client: InvalidRequestException 14
    raw:    14 [features] wrong value
    taken:  0
an order that was registered, of another amount
    client: InvalidRequestException 10
    raw:    10 Order number already processed
    taken:  0
an order that was registered, once
    client: ok
    raw:    10 Order number already processed
    taken:  700, 0
a merchant whom nobody knows
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
charged again
    client: ok
    raw:    ok
    taken:  700
asked, then he says pay
    client: ok
    raw:    ok
    taken:  0
    before: status 0, 0 deposited, after: status 2, 700 deposited
asked once more
    client: InvalidStateException 5
    raw:    5 Order is not in a correct state
    taken:  0
asked, then he says refuse
    client: ok
    raw:    ok
    taken:  0
    before: status 0, 0 deposited, after: status 6, 0 deposited
asked once more
    client: InvalidStateException 5
    raw:    5 Order is not in a correct state
    taken:  0
decides without being asked: HTTP 400
a telephone that is none
    client: paymentSberPay: phone must be 7 to 11 digits, 2 given
    raw:    5 [phone] wrong value
    taken:  0
an order that there is not
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
a subscription: status 2, 0 deposited
charged by it
    client: ok
    raw:    ok
    taken:  700
    status: 2, actionCode 0
another client's order
    client: ok
    raw:    ok
    taken:  0
    status: 6, actionCode -5031
a guessed subscription
    client: ok
    raw:    ok
    taken:  0
    status: 6, actionCode -5031
cut off
    client: paymentOrderBySubscription: subscriptionId must be exactly 32 characters, 31 given
    raw:    5 [subscriptionId] wrong value
    taken:  0
    status: 0, actionCode -100
in capitals
    client: InvalidStateException 5
    raw:    5 [subscriptionId] wrong value
    taken:  0
    status: 0, actionCode -100
of another bank
    client: ok
    raw:    ok
    taken:  0
    status: 6, actionCode -5031
two stages
    client: InvalidStateException 5
    raw:    5 Access denied: the fast payment system knows no holds
    taken:  0
another shop's
    client: ok
    raw:    ok
    taken:  0
    status: 6, actionCode -5031
paymentSberPay: the dialect classic has no such method
paymentOrderBySubscription: the dialect classic has no such method
