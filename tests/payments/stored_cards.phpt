--TEST--
Stored cards: each rule of making, verifying, forcing, listing, switching off, extending, by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$g = $both->client;
$card = ['pan' => CARD['$PAN'], 'expiry' => '202612', 'cvc' => CARD['$CVC']];
$declined = ['$PAN' => '4444444444446666', 'YYYY' => '2019'] + CARD;

echo "== a binding is made by a payment with clientId, and only when it succeeded\n";
/** The order's id of whatever reply. */
$id = static fn (array $reply): string => $reply['orderId'] ?? $reply['mdOrder'] ?? $reply['data']['orderId'];
$registered = static fn (array $params, array $payment, string $method = 'register'): Closure => static function (string $client) use ($g, $params, $payment, $method): array {
    $order = $g->$method(BothWays::number(), 700, URL, $params + ['clientId' => $client]);
    $g->paymentOrder($order['orderId'], $payment);

    return $order;
};
$rub = ['currencyCode' => '643'];
$makers = [
    'register' => $registered([], CARD),
    'registerPreAuth' => $registered([], CARD, 'registerPreAuth'),
    'register, declined' => $registered([], $declined),
    'register, wrong CVC' => $registered([], ['$CVC' => '999'] + CARD),
    'register, bindingNotNeeded' => $registered([], ['bindingNotNeeded' => true] + CARD),
    'register, BINDING_NOT_NEEDED' => $registered(['features' => 'BINDING_NOT_NEEDED'], CARD),
    'register, not paid' => fn (string $client): array => $g->register(BothWays::number(), 700, URL, ['clientId' => $client]),
    'instantPayment' => fn (string $client): array => $g->instantPayment(700, URL, $card + ['clientId' => $client]),
    'instantPayment, bindingNotNeeded' => fn (string $client): array => $g->instantPayment(700, URL, $card + ['clientId' => $client, 'bindingNotNeeded' => true]),
    'instantPayment, declined' => fn (string $client): array => $g->instantPayment(700, URL, ['pan' => $declined['$PAN'], 'expiry' => '201912', 'clientId' => $client] + $card),
    'motoPayment' => fn (string $client): array => $g->motoPayment(700, URL, $card + ['cardholder' => 'CARD HOLDER', 'clientId' => $client]),
    'applePay' => fn (string $client): array => $g->applePay('test_user', BothWays::number(), WalletTokens::apple(), ['clientId' => $client]),
    'applePayDirect' => fn (string $client): array => $g->applePayDirect(BothWays::number(), WalletTokens::apple(decrypted: true), ['clientId' => $client]),
    'applePayDirect, declined' => fn (string $client): array => $g->applePayDirect(BothWays::number(), WalletTokens::apple(POOR_DEVICE, decrypted: true), ['clientId' => $client]),
    'googlePay' => fn (string $client): array => $g->googlePay('test_user', BothWays::number(), WalletTokens::google(), 700, URL, '127.0.0.1', $rub + ['clientId' => $client]),
    'googlePayDirect' => fn (string $client): array => $g->googlePayDirect(BothWays::number(), WalletTokens::google(decrypted: true), 700, URL, $rub + ['clientId' => $client]),
    'samsungPay' => fn (string $client): array => $g->samsungPay('test_user', BothWays::number(), WalletTokens::samsung(), ['clientId' => $client]),
    'samsungPayDirect' => fn (string $client): array => $g->samsungPayDirect('test_user', BothWays::number(), WalletTokens::samsung(decrypted: true), ['clientId' => $client]),
    'mirPay' => fn (string $client): array => $g->mirPay(BothWays::number(), 700, WalletTokens::mir(), $rub + ['clientId' => $client]),
    'mirPayDirect' => fn (string $client): array => $g->mirPayDirect(BothWays::number(), 700, WalletTokens::mir(), $rub + ['clientId' => $client]),
    'tokenPayment' => fn (string $client): array => $g->tokenPayment(700, 'VTS', ['dpan' => DEVICE, 'MM' => '12', 'YYYY' => '2030', 'tokenCryptogram' => 'AgAA'], URL, ['clientId' => $client]),
];
foreach ($makers as $name => $make) {
    try {
        $order = $make($name);
    } catch (PaymentGateway\DeclinedException $e) {
        $order = ['orderId' => $id($e->getReply() + ['orderId' => ''])];
    }
    $listed = $both->bindings($name);
    $read = ($order['orderId'] ?? 'x') === '' ? null : $g->getOrderStatusExtended($id($order))['bindingInfo']['bindingId'] ?? null;
    printf("%-34s %s\n", $name, match (true) {
        $listed === [] => $read === null ? 'none' : 'READ BUT NOT LISTED',
        default => $listed === [$read] ? 'one, read back' : 'NOT READ BACK',
    });
}

echo "== VERIFY\n";
$verify = static fn (array $more): Closure => static fn (): array => $more + ['orderNumber' => BothWays::number(), 'amount' => 0, 'returnUrl' => URL, 'features' => 'VERIFY'];
$both->show('amount 0', 'register', $verify([]));
$both->show('another amount: the gateway takes it, and charges nothing', 'register', $verify(['amount' => 700]));
$both->show('amount 0 without it', 'register', $verify(['features' => 'FORCE_SSL']));
foreach ([0, 700] as $amount) {
    // The client sends 0 alone; what the gateway does with more is seen past it.
    $reply = $both->raw('register', $verify(['amount' => $amount, 'clientId' => "verified-$amount"])());
    $money = $both->money();
    $paid = $g->paymentOrder($reply['orderId'], CARD);
    $status = $g->getOrderStatusExtended($reply['orderId']);
    printf(
        "amount %d: %s, %d approved, %d deposited, %d taken, a binding %s, read back %s\n",
        $amount,
        PaymentGateway\OrderStatus::from($status['orderStatus'])->name,
        $status['paymentAmountInfo']['approvedAmount'],
        $status['paymentAmountInfo']['depositedAmount'],
        $both->money() - $money,
        isset($paid['bindingId']) ? 'answered' : 'NOT ANSWERED',
        $both->bindings("verified-$amount") === [$paid['bindingId'] ?? ''] && $status['bindingInfo']['bindingId'] === $paid['bindingId'] ? 'too' : 'NOT',
    );
}
$g->paymentOrder($order = $both->order(['features' => 'VERIFY'], 0), CARD);
$status = $g->getOrderStatusExtended($order);
printf("without clientId: %s, binding %s\n", PaymentGateway\OrderStatus::from($status['orderStatus'])->name, json_encode($status['bindingInfo'] ?? null));
printf("a card that fails it: %s", BothWays::heard(fn (): array => $g->paymentOrder($order = $both->order(['features' => 'VERIFY', 'clientId' => 'failed'], 0), $declined)));
printf(", %d bindings\n", count($both->bindings('failed')));
$both->show('instantPayment', 'instantPayment', $verify($card + ['clientId' => 'instant', 'currency' => '643']));
$both->show('motoPayment', 'motoPayment', $verify($card + ['cardholder' => 'CARD HOLDER', 'clientId' => 'moto']));
$both->show('registerPreAuth', 'registerPreAuth', $verify([]));
printf("bindings: %d, %d\n", count($both->bindings('instant')), count($both->bindings('moto')));
$both->sandbox->merchant(['verify' => 0]);
$both->show('without permission', 'register', $verify([]));
$both->sandbox->merchant(['verify' => 1]);

echo "== FORCE_CREATE_BINDING\n";
$anna = $both->binding('anna');
foreach (['alone' => ['features' => ['FORCE_CREATE_BINDING']], 'with VERIFY' => ['features' => ['VERIFY', 'FORCE_CREATE_BINDING'], 'amount' => 0]] as $how => $features) {
    $force = static fn (array $more): Closure => static fn (): array => $more + $features + ['orderNumber' => BothWays::number(), 'amount' => 700, 'returnUrl' => URL];
    echo "-- $how\n";
    $both->show('with clientId', 'register', $force(['clientId' => 'anna']));
    $both->show('without clientId', 'register', $force([]));
    $both->show('with an empty clientId', 'register', $force(['clientId' => '']));
    $both->show('with bindingId', 'register', $force(['clientId' => 'anna', 'bindingId' => $anna]));
    $both->show('with BINDING_NOT_NEEDED', 'register', $force(['clientId' => 'anna', 'features' => [...$features['features'], 'BINDING_NOT_NEEDED']]));
    $both->show('instantPayment, with clientId', 'instantPayment', $force(['clientId' => "forced $how"] + $card));
    printf("    stored: %d\n", count($both->bindings("forced $how")));
    $both->show('instantPayment, bindingNotNeeded', 'instantPayment', $force(['clientId' => 'x', 'bindingNotNeeded' => true] + $card));
    $both->show('instantPayment, without clientId', 'instantPayment', $force($card));
    $both->show('instantPayment, by a binding', 'instantPayment', $force(['clientId' => 'anna', 'bindingId' => $anna]));
    $order = fn (string $client = 'boris'): string => $both->order(['features' => $features['features'], 'clientId' => $client], $features['amount'] ?? 700);
    $both->show('paid with bindingNotNeeded', 'paymentOrder', fn (): array => ['MDORDER' => $order(), 'bindingNotNeeded' => true, 'language' => 'en'] + CARD);
    $both->show('paid by a binding', 'paymentOrderBinding', fn (): array => ['mdOrder' => $order('anna'), 'bindingId' => $anna, 'tii' => 'F', 'cvc' => '123']);
    $both->show('paid', 'paymentOrder', fn (): array => ['MDORDER' => $order(), 'language' => 'en'] + CARD);
    printf("    stored: %d\n", count($both->bindings('boris')));
}
$both->sandbox->merchant(['forceCreateBinding' => 0]);
$both->show('without permission', 'register', $force(['clientId' => 'anna']));
$both->sandbox->merchant(['forceCreateBinding' => 1]);

echo "== bindingId in registration\n";
$second = $both->binding('anna', ['$PAN' => '5555555555555599', 'YYYY' => '2034']);
$by = static fn (array $more): Closure => static fn (): array => $more + ['orderNumber' => BothWays::number(), 'amount' => 700, 'returnUrl' => URL];
$both->show('the client\'s own', 'register', $by(['clientId' => 'anna', 'bindingId' => $anna]));
$both->show('two stages', 'registerPreAuth', $by(['clientId' => 'anna', 'bindingId' => $anna]));
$both->show('another client\'s', 'register', $by(['clientId' => 'boris', 'bindingId' => $anna]));
$both->show('without clientId', 'register', $by(['bindingId' => $anna]));
$fixed = fn (): string => $both->order(['clientId' => 'anna', 'bindingId' => $anna]);
$both->show('paid by it', 'paymentOrderBinding', fn (): array => ['mdOrder' => $fixed(), 'bindingId' => $anna, 'tii' => 'F', 'cvc' => '123']);
$both->show('paid by another of the client', 'paymentOrderBinding', fn (): array => ['mdOrder' => $fixed(), 'bindingId' => $second, 'tii' => 'F', 'cvc' => '123']);
$both->show('paid by a card', 'paymentOrder', fn (): array => ['MDORDER' => $fixed(), 'language' => 'en'] + CARD);

echo "== listed\n";
$both->binding('dora', ['tii' => 'RI']);
$both->binding('dora', ['tii' => 'II']);
$both->binding('dora', ['tii' => 'II']);
$common = $both->binding('dora');
$both->binding('dora', ['$PAN' => '4111111111111111', 'YYYY' => '2026']);
$off = $both->binding('dora', ['$PAN' => '5555555555555599', 'YYYY' => '2034']);
$g->unBindCard($off);
$filters = [[], ['bindingType' => 'C'], ['bindingType' => 'R'], ['bindingType' => 'I'], ['showExpired' => true], ['showExpired' => false], ['bindingType' => 'I', 'showExpired' => true]];
foreach (['2026-03-11', '2027-02-01'] as $day) {
    $both->sandbox->clock(['now' => "{$day}T00:00:00"]);
    if ($day === '2027-02-01') {
        $g->extendBinding($common, '203012', ['language' => 'en']);
    }
    echo "-- $day\n";
    foreach ($filters as $filter) {
        $listed = $g->getBindings('dora', $filter)['bindings'];
        $raw = $both->raw('getBindings', ['clientId' => 'dora'] + $filter);
        $shown = array_map(static fn (array $b): string => "$b[maskedPan] $b[expiryDate] $b[bindingCategory]", $listed);
        sort($shown);
        printf("%-38s %s%s\n", json_encode($filter), implode(', ', $shown) ?: 'an empty list', ($raw['bindings'] ?? []) === $listed ? '' : ' RAW DIFFERS');
    }
}
printf("nothing found, at the gateway: %s\n", BothWays::verdict($both->raw('getBindings', ['clientId' => 'dora', 'bindingType' => 'R'])));
$both->show('a client without cards', 'getBindings', ['clientId' => 'nobody']);
$both->show('no client', 'getBindings', []);
$both->show('an empty one', 'getBindings', ['clientId' => '']);
$both->show('an unknown type', 'getBindings', ['clientId' => 'dora', 'bindingType' => 'common']);
$both->show('showInactive is Sberbank\'s', 'getBindings', ['clientId' => 'dora', 'showInactive' => true]);
printf("getAllBindings: %s\n", $g->getAllBindings('dora', ['showExpired' => true])['bindings'] === $g->getBindings('dora', ['showExpired' => true])['bindings'] ? 'the same without child merchants' : 'another list');
$both->show('all of a client without cards', 'getAllBindings', ['clientId' => 'nobody']);
$both->show('all of nobody', 'getAllBindings', []);
$sberbank = new BothWays('sberbank', $both->sandbox);
foreach ([[], ['showInactive' => true], ['showExpired' => true], ['showInactive' => true, 'showExpired' => true]] as $filter) {
    $listed = $sberbank->client->getBindings('dora', $filter)['bindings'];
    $raw = $sberbank->raw('getBindings', ['clientId' => 'dora'] + $filter);
    printf("Sberbank %-44s %d%s\n", json_encode($filter), count($listed), $raw['bindings'] === $listed ? '' : ' RAW DIFFERS');
}

echo "== by the card, or by a binding of it\n";
$both->sandbox->clock(['now' => '2026-03-12T00:00:00']);
$emil = $both->binding('emil', ['$PAN' => '4563960122001999', '$CVC' => '347', 'YYYY' => '2019']);
$anew = ['$PAN' => '2201382000000013', 'YYYY' => '2034'] + CARD;
$fred = $both->binding('fred', $anew);
$both->binding('gina', $anew);
foreach ([['pan' => $anew['$PAN']], ['bindingId' => $fred], ['pan' => $anew['$PAN'], 'bindingId' => $emil], ['pan' => '4563960122001999'], ['pan' => '4563960122001999', 'showExpired' => true]] as $named) {
    $listed = $g->call('getBindingsByCardOrId', $named)['bindings'];
    printf("%-26s %s%s\n", implode(', ', array_keys($named)), implode(' ', array_column($listed, 'clientId')) ?: 'an empty list', ($both->raw('getBindingsByCardOrId', $named)['bindings'] ?? []) === $listed ? '' : ' RAW DIFFERS');
}
$both->show('neither', 'getBindingsByCardOrId', []);
$both->show('a card that is none', 'getBindingsByCardOrId', ['pan' => '4444']);
$both->show('a binding that is none', 'getBindingsByCardOrId', ['bindingId' => 'x']);

echo "== switched off and on\n";
foreach (['unBindCard', 'unBindCard', 'bindCard', 'bindCard'] as $method) {
    printf("%-10s %s, ", $method, BothWays::heard(fn (): array => $g->$method($fred)));
    printf("by another way: %s, %d listed\n", BothWays::verdict($both->raw($method, ['bindingId' => $fred])), count($both->bindings('fred')));
}
$g->unBindCard($fred);
$again = $both->binding('fred', $anew);
printf("paid with the card anew: %s binding, %d listed\n", $again === $fred ? 'THE OLD' : 'another', count($both->bindings('fred')));
$both->show('the old one on beside the new one', 'bindCard', ['bindingId' => $fred]);
foreach (['unBindCard', 'bindCard'] as $method) {
    $both->show("$method, empty", $method, ['bindingId' => '']);
    $both->show("$method, none", $method, []);
    $both->show("$method, unknown", $method, ['bindingId' => '00000000-0000-4000-8000-000000000000']);
}

echo "== extended\n";
$extend = static fn (string $to): array => ['bindingId' => $again, 'newExpiry' => $to, 'language' => 'en'];
foreach (['203512', '203412', '202001', '203513', '2035', '12/35', ''] as $to) {
    $both->show("to $to", 'extendBinding', $extend($to));
}
$both->show('a switched off one', 'extendBinding', ['bindingId' => $fred] + $extend('203612'));
$both->show('without language', 'extendBinding', array_diff_key($extend('203612'), ['language' => 1]));

echo "== created without a payment\n";
$create = static fn (array $more): Closure => static fn (): array => array_filter($more + ['clientId' => BothWays::number(), 'pan' => CARD['$PAN'], 'expiryDate' => '203012', 'cardholderName' => 'CARD HOLDER'], static fn (mixed $value): bool => $value !== null);
$both->show('a card', 'createBindingNoPayment', $create([]));
$both->show('a card that is stored', 'createBindingNoPayment', $create(['clientId' => 'anna']));
foreach (['clientId', 'pan', 'expiryDate', 'cardholderName'] as $name) {
    $both->show("without $name", 'createBindingNoPayment', $create([$name => null]));
}
$both->show('a wrong check digit', 'createBindingNoPayment', $create(['pan' => '4444555511113334']));
$both->show('an expired card', 'createBindingNoPayment', $create(['expiryDate' => '202001']));
$both->show('month 13', 'createBindingNoPayment', $create(['expiryDate' => '203013']));
$both->show('authenticated, without the network\'s numbers', 'createBindingNoPayment', $create(['bindingStrength' => 'TDS']));
$both->show('authenticated, with them', 'createBindingNoPayment', $create(['bindingStrength' => 'TDS', 'additionalParameters' => ['initNetworkReferenceNumber' => '1', 'networkReferenceNumber' => '2']]));
$both->sandbox->merchant(['createBindingNoPayment' => 0]);
$both->show('without permission', 'createBindingNoPayment', $create([]));
$both->sandbox->merchant(['createBindingNoPayment' => 1]);

echo "== Sberbank\n";
$order = static fn (array $more): Closure => static fn (): array => $more + ['orderNumber' => BothWays::number(), 'amount' => 0, 'returnUrl' => URL];
$sberbank->show('VERIFY', 'register', $order(['features' => 'VERIFY']));
$sberbank->show('VERIFY of an amount', 'register', $order(['features' => 'VERIFY', 'amount' => 700]));
$money = $both->money();
$sberbank->client->paymentOrder($id = $sberbank->order(['features' => 'VERIFY', 'clientId' => 'hugo'], 0), CARD);
$status = $sberbank->client->getOrderStatusExtended($id);
printf("    paid: %s, %d taken, %s\n", PaymentGateway\OrderStatus::from($status['orderStatus'])->name, $both->money() - $money, array_column($sberbank->client->getBindings('hugo')['bindings'], 'bindingId') === [$status['bindingInfo']['bindingId']] ? 'stored' : 'NOT STORED');
$force = ['features' => 'FORCE_CREATE_BINDING', 'amount' => 700];
$sberbank->show('FORCE_CREATE_BINDING', 'register', $order($force + ['clientId' => 'anna']));
$sberbank->show('without clientId', 'register', $order($force));
$sberbank->show('with bindingId', 'register', $order($force + ['clientId' => 'anna', 'bindingId' => $anna]));
$sberbank->show('a binding by a payment', 'paymentOrderBinding', fn (): array => ['mdOrder' => $sberbank->order(['clientId' => 'gina', 'features' => 'FORCE_SSL']), 'bindingId' => $both->bindings('gina')[0], 'ip' => '127.0.0.1']);
$sberbank->show('the same without ip', 'paymentOrderBinding', fn (): array => ['mdOrder' => $sberbank->order(['clientId' => 'gina']), 'bindingId' => $both->bindings('gina')[0]]);
$sberbank->client->paymentOrder($sberbank->order(['clientId' => 'igor']), ['bindingNotNeeded' => true] + CARD);
printf("bindingNotNeeded: %d stored\n", count($both->bindings('igor')));

echo "== a merchant who stores no cards\n";
$both->sandbox->merchant(['bindings' => 0]);
$both->show('FORCE_CREATE_BINDING', 'register', $by(['clientId' => 'anna', 'features' => ['FORCE_CREATE_BINDING']]));
$both->show('by a binding', 'paymentOrderBinding', fn (): array => ['mdOrder' => $both->order(['clientId' => 'anna']), 'bindingId' => $second, 'tii' => 'F', 'cvc' => '123']);
$both->show('a list', 'getBindings', ['clientId' => 'anna']);
$g->paymentOrder($both->order(['clientId' => 'late']), ['YYYY' => '2030'] + CARD);
$both->sandbox->merchant(['bindings' => 1]);
printf("stored meanwhile: %d\n", count($both->bindings('late')));

?>
--EXPECT--
== a binding is made by a payment with clientId, and only when it succeeded
register                           one, read back
registerPreAuth                    one, read back
register, declined                 none
register, wrong CVC                none
register, bindingNotNeeded         none
register, BINDING_NOT_NEEDED       none
register, not paid                 none
instantPayment                     one, read back
instantPayment, bindingNotNeeded   none
instantPayment, declined           none
motoPayment                        one, read back
applePay                           one, read back
applePayDirect                     one, read back
applePayDirect, declined           none
googlePay                          one, read back
googlePayDirect                    one, read back
samsungPay                         one, read back
samsungPayDirect                   one, read back
mirPay                             one, read back
mirPayDirect                       one, read back
tokenPayment                       one, read back
== VERIFY
amount 0
    client: ok
    raw:    ok
    taken:  0
another amount: the gateway takes it, and charges nothing
    client: register: the feature VERIFY charges nothing: amount must be 0
    raw:    ok
    taken:  0
amount 0 without it
    client: register: amount may be 0 only with the feature VERIFY
    raw:    5 [amount] wrong value
    taken:  0
amount 0: Reversed, 0 approved, 0 deposited, 0 taken, a binding answered, read back too
amount 700: Reversed, 0 approved, 0 deposited, 0 taken, a binding answered, read back too
without clientId: Reversed, binding null
a card that fails it: DeclinedException 0, 0 bindings
instantPayment
    client: ok
    raw:    ok
    taken:  0
motoPayment
    client: ok
    raw:    ok
    taken:  0
registerPreAuth
    client: ok
    raw:    ok
    taken:  0
bindings: 1, 1
without permission
    client: InvalidRequestException 13
    raw:    13 [features] merchant has no permission for VERIFY
    taken:  0
== FORCE_CREATE_BINDING
-- alone
with clientId
    client: ok
    raw:    ok
    taken:  0
without clientId
    client: register: the feature FORCE_CREATE_BINDING needs clientId
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
with an empty clientId
    client: register: clientId is empty; leave it out, or give a value
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
with bindingId
    client: register: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
with BINDING_NOT_NEEDED
    client: register: the feature FORCE_CREATE_BINDING excludes BINDING_NOT_NEEDED
    raw:    5 [features] FORCE_CREATE_BINDING cannot be used with BINDING_NOT_NEEDED
    taken:  0
instantPayment, with clientId
    client: ok
    raw:    ok
    taken:  700
    stored: 1
instantPayment, bindingNotNeeded
    client: instantPayment: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
    raw:    5 [bindingNotNeeded] cannot be used with FORCE_CREATE_BINDING
    taken:  0
instantPayment, without clientId
    client: instantPayment: the feature FORCE_CREATE_BINDING needs clientId
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
instantPayment, by a binding
    client: instantPayment: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
paid with bindingNotNeeded
    client: AccessDeniedException 5
    raw:    5 [bindingNotNeeded] cannot be used with FORCE_CREATE_BINDING
    taken:  0
paid by a binding
    client: AccessDeniedException 5
    raw:    5 [bindingId] cannot be used with FORCE_CREATE_BINDING
    taken:  0
paid
    client: ok
    raw:    ok
    taken:  700
    stored: 1
-- with VERIFY
with clientId
    client: ok
    raw:    ok
    taken:  0
without clientId
    client: register: the feature FORCE_CREATE_BINDING needs clientId
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
with an empty clientId
    client: register: clientId is empty; leave it out, or give a value
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
with bindingId
    client: register: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
with BINDING_NOT_NEEDED
    client: register: the feature FORCE_CREATE_BINDING excludes BINDING_NOT_NEEDED
    raw:    5 [features] FORCE_CREATE_BINDING cannot be used with BINDING_NOT_NEEDED
    taken:  0
instantPayment, with clientId
    client: ok
    raw:    ok
    taken:  0
    stored: 1
instantPayment, bindingNotNeeded
    client: instantPayment: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
    raw:    5 [bindingNotNeeded] cannot be used with FORCE_CREATE_BINDING
    taken:  0
instantPayment, without clientId
    client: instantPayment: the feature FORCE_CREATE_BINDING needs clientId
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
instantPayment, by a binding
    client: instantPayment: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
paid with bindingNotNeeded
    client: AccessDeniedException 5
    raw:    5 [bindingNotNeeded] cannot be used with FORCE_CREATE_BINDING
    taken:  0
paid by a binding
    client: AccessDeniedException 5
    raw:    5 [bindingId] cannot be used with FORCE_CREATE_BINDING
    taken:  0
paid
    client: ok
    raw:    ok
    taken:  0
    stored: 1
without permission
    client: InvalidRequestException 13
    raw:    13 [features] merchant has no permission for FORCE_CREATE_BINDING
    taken:  0
== bindingId in registration
the client's own
    client: ok
    raw:    ok
    taken:  0
two stages
    client: ok
    raw:    ok
    taken:  0
another client's
    client: AccessDeniedException 5
    raw:    5 [bindingId] wrong value
    taken:  0
without clientId
    client: AccessDeniedException 5
    raw:    5 [clientId] is empty
    taken:  0
paid by it
    client: ok
    raw:    ok
    taken:  700
paid by another of the client
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
paid by a card
    client: AccessDeniedException 5
    raw:    5 Access denied: only its binding can pay this order
    taken:  0
== listed
-- 2026-03-11
[]                                     411111**1111 202612 COMMON, 444455**3333 202612 COMMON, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 RECURRENT
{"bindingType":"C"}                    411111**1111 202612 COMMON, 444455**3333 202612 COMMON
{"bindingType":"R"}                    444455**3333 202612 RECURRENT
{"bindingType":"I"}                    444455**3333 202612 INSTALLMENT, 444455**3333 202612 INSTALLMENT
{"showExpired":true}                   411111**1111 202612 COMMON, 444455**3333 202612 COMMON, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 RECURRENT
{"showExpired":false}                  411111**1111 202612 COMMON, 444455**3333 202612 COMMON, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 RECURRENT
{"bindingType":"I","showExpired":true} 444455**3333 202612 INSTALLMENT, 444455**3333 202612 INSTALLMENT
-- 2027-02-01
[]                                     444455**3333 203012 COMMON
{"bindingType":"C"}                    444455**3333 203012 COMMON
{"bindingType":"R"}                    an empty list
{"bindingType":"I"}                    an empty list
{"showExpired":true}                   411111**1111 202612 COMMON, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 INSTALLMENT, 444455**3333 202612 RECURRENT, 444455**3333 203012 COMMON
{"showExpired":false}                  444455**3333 203012 COMMON
{"bindingType":"I","showExpired":true} 444455**3333 202612 INSTALLMENT, 444455**3333 202612 INSTALLMENT
nothing found, at the gateway: 2 Information not found
a client without cards
    client: ok
    raw:    2 Information not found
    taken:  0
no client
    client: getBindings: clientId is missing
    raw:    1 [clientId] is empty
    taken:  0
an empty one
    client: getBindings: clientId is empty
    raw:    1 [clientId] is empty
    taken:  0
an unknown type
    client: getBindings: bindingType must be one of C, R, I, "common" given
    raw:    5 [bindingType] wrong value
    taken:  0
showInactive is Sberbank's
    client: getBindings: parameter showInactive is unknown
    raw:    5 [showInactive] is an unknown parameter
    taken:  0
getAllBindings: the same without child merchants
all of a client without cards
    client: ok
    raw:    2 Information not found
    taken:  0
all of nobody
    client: getAllBindings: clientId is missing
    raw:    1 [clientId] is empty
    taken:  0
Sberbank []                                           1
Sberbank {"showInactive":true}                        2
Sberbank {"showExpired":true}                         5
Sberbank {"showInactive":true,"showExpired":true}     6
== by the card, or by a binding of it
pan                        fred gina
bindingId                  fred gina
pan, bindingId             fred gina
pan                        an empty list
pan, showExpired           emil
neither
    client: getBindingsByCardOrId: one of pan, bindingId is missing
    raw:    1 [pan] is empty
    taken:  0
a card that is none
    client: getBindingsByCardOrId: pan must be 12 to 19 digits, 4 given
    raw:    5 [pan] wrong value
    taken:  0
a binding that is none
    client: ok
    raw:    2 Information not found
    taken:  0
== switched off and on
unBindCard ok, by another way: 2 Binding is not active, 0 listed
unBindCard BindingException 2, by another way: 2 Binding is not active, 0 listed
bindCard   ok, by another way: 2 Binding is active already, 1 listed
bindCard   BindingException 2, by another way: 2 Binding is active already, 1 listed
paid with the card anew: another binding, 1 listed
the old one on beside the new one
    client: BindingException 2
    raw:    2 Another binding of this card is active
    taken:  0
unBindCard, empty
    client: unBindCard: bindingId is empty
    raw:    1 [bindingId] is empty
    taken:  0
unBindCard, none
    client: unBindCard: bindingId is missing
    raw:    1 [bindingId] is empty
    taken:  0
unBindCard, unknown
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
bindCard, empty
    client: bindCard: bindingId is empty
    raw:    1 [bindingId] is empty
    taken:  0
bindCard, none
    client: bindCard: bindingId is missing
    raw:    1 [bindingId] is empty
    taken:  0
bindCard, unknown
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
== extended
to 203512
    client: ok
    raw:    ok
    taken:  0
to 203412
    client: InvalidRequestException 1
    raw:    1 [newExpiry] wrong value
    taken:  0
to 202001
    client: InvalidRequestException 1
    raw:    1 [newExpiry] wrong value
    taken:  0
to 203513
    client: InvalidRequestException 1
    raw:    1 [newExpiry] wrong value
    taken:  0
to 2035
    client: extendBinding: newExpiry must be exactly 6 digits, 4 given
    raw:    1 [newExpiry] wrong value
    taken:  0
to 12/35
    client: extendBinding: newExpiry must be decimal digits, "12/35" given
    raw:    1 [newExpiry] wrong value
    taken:  0
to 
    client: extendBinding: newExpiry is empty
    raw:    1 [newExpiry] is empty
    taken:  0
a switched off one
    client: BindingException 2
    raw:    2 Binding is not active
    taken:  0
without language
    client: InvalidRequestException 1
    raw:    1 [language] is empty
    taken:  0
== created without a payment
a card
    client: ok
    raw:    ok
    taken:  0
a card that is stored
    client: InvalidRequestException 1
    raw:    1 Binding has been created already
    taken:  0
without clientId
    client: createBindingNoPayment: clientId is missing
    raw:    1 [clientId] is empty
    taken:  0
without pan
    client: createBindingNoPayment: pan is missing
    raw:    1 [pan] is empty
    taken:  0
without expiryDate
    client: createBindingNoPayment: expiryDate is missing
    raw:    1 [expiryDate] is empty
    taken:  0
without cardholderName
    client: createBindingNoPayment: cardholderName is missing
    raw:    1 [cardholderName] is empty
    taken:  0
a wrong check digit
    client: InvalidRequestException 1
    raw:    1 [pan] wrong value
    taken:  0
an expired card
    client: InvalidRequestException 1
    raw:    1 [expiryDate] wrong value
    taken:  0
month 13
    client: InvalidRequestException 1
    raw:    1 [expiryDate] wrong value
    taken:  0
authenticated, without the network's numbers
    client: createBindingNoPayment: bindingStrength TDS needs additionalParameters
    raw:    1 [additionalParameters] wrong value
    taken:  0
authenticated, with them
    client: ok
    raw:    ok
    taken:  0
without permission
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
== Sberbank
VERIFY
    client: ok
    raw:    ok
    taken:  0
VERIFY of an amount
    client: register: the feature VERIFY charges nothing: amount must be 0
    raw:    ok
    taken:  0
    paid: Reversed, 0 taken, stored
FORCE_CREATE_BINDING
    client: ok
    raw:    ok
    taken:  0
without clientId
    client: register: the feature FORCE_CREATE_BINDING needs clientId
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
with bindingId
    client: register: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
a binding by a payment
    client: ok
    raw:    ok
    taken:  700
the same without ip
    client: paymentOrderBinding: ip is missing
    raw:    1 [ip] is empty
    taken:  0
bindingNotNeeded: 0 stored
== a merchant who stores no cards
FORCE_CREATE_BINDING
    client: InvalidRequestException 13
    raw:    13 [features] merchant has no permission for FORCE_CREATE_BINDING
    taken:  0
by a binding
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
a list
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
stored meanwhile: 0
