--TEST--
The Open ID token, which is public, stands for user name and password in a few methods and in no other
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$owner = BothWays::at('2026-03-10T12:00:00');
$sandbox = $owner->sandbox;
$binding = $owner->binding('anna');
$instalments = $owner->binding('anna', ['tii' => 'II']);
$public = new BothWays('classic', $sandbox, new PaymentGateway($sandbox->uri, token: 'test_user_token'));
$public->credentials = ['token' => 'test_user_token'];

$held = static function () use ($owner): string {
    $owner->client->paymentOrder($id = $owner->order([], 700, 'registerPreAuth'), CARD);

    return $id;
};
$paid = static function (array $params = [], array $payment = []) use ($owner): string {
    $owner->client->paymentOrder($id = $owner->order($params), $payment + CARD);

    return $id;
};
$new = static fn (array $more = []): array => $more + ['orderNumber' => BothWays::number(), 'amount' => 700];
$url = ['returnUrl' => URL];
$card = ['pan' => CARD['$PAN'], 'expiry' => '202612', 'cvc' => '123'];
$task = static fn (string $number): array => ['task' => [
    'amount' => 500, 'currency' => '643', 'merchantTaskUuid' => $number, 'bindingId' => $binding, 'clientId' => 'anna',
    'scheduleData' => ['scheduledSince' => '2026-04-10T00:00:00.000+0000', 'scheduledTill' => '2026-05-20T00:00:00.000+0000', 'timeUnit' => 'DAYS', 'value' => 1],
]];
$made = static fn (): array => ['taskUuid' => $owner->client->createTask($task(BothWays::number())['task'])['task']['taskUuid']];
$stopped = static function () use ($owner, $made): array {
    $owner->client->terminateTask($uuid = $made());

    return $uuid;
};
$off = static function () use ($owner): string {
    $owner->client->unBindCard($id = $owner->binding(BothWays::number()));

    return $id;
};
$declinable = static function () use ($owner): array {
    $number = BothWays::number();

    return ['orderId' => $owner->client->register($number, 700, URL)['orderId'], 'orderNumber' => $number];
};
$merchant = ['merchant' => 'test_user'];
$cart = ['orderBundle' => ['cartItems' => ['items' => [['positionId' => 1, 'name' => 'tea', 'quantity' => ['value' => 1, 'measure' => 'pcs'], 'itemAmount' => 700]]]]];
$secure = ['jsonParams' => ['eci' => '02', 'cavv' => 'AkZO5XQAA0rhBxoaufa+MAABAAA=', 'xid' => '5010857f-8d3f-74e1-9c5a-54a000cc4110', 'threeDSProtocolVersion' => '2.2.0', 'threeDsType' => '3']];
/** Cards that are not in the list of updateSSLCardList yet: each is added once. */
$cards = ['2201382000000013', '2201382000000021', '2201382000000039', '2201382000000047'];
/** Each method with parameters that succeed. */
$calls = [
    'register' => fn (): array => $new($url),
    'registerPreAuth' => fn (): array => $new($url),
    'deposit' => fn (): array => ['orderId' => $held(), 'amount' => 700],
    'reverse' => fn (): array => ['orderId' => $held()],
    'refund' => fn (): array => ['orderId' => $paid(), 'amount' => 700],
    'decline' => $declinable,
    'processRawSumRefund' => fn (): array => ['orderId' => $paid(), 'amount' => 700],
    'processRawPositionRefund' => fn (): array => ['orderId' => $paid($cart), 'amount' => 700, 'positionId' => 1],
    'processRawPositionOrderRefund' => fn (): array => ['orderId' => $paid($cart), 'amount' => 700, 'positionId' => 1],
    'instantRefund' => fn (): array => ['amount' => 700, 'cardholderName' => 'CARD HOLDER'] + $card,
    'getOrderStatus' => fn (): array => ['orderId' => $paid()],
    'getOrderStatusExtended' => fn (): array => ['orderId' => $paid()],
    'getLastOrdersForMerchants' => fn (): array => LAST_ORDERS,
    'getReceiptStatus' => fn (): array => ['orderId' => $paid($cart)],
    'paymentOrder' => fn (): array => ['MDORDER' => $owner->order(), 'language' => 'en'] + CARD,
    'paymentOrderBinding' => fn (): array => ['mdOrder' => $owner->order(['clientId' => 'anna']), 'bindingId' => $binding, 'tii' => 'U'],
    'instantPayment' => fn (): array => $new($url + $card),
    'motoPayment' => fn (): array => $new($url + $card + ['cardholder' => 'CARD HOLDER']),
    'industryPracticePayment' => fn (): array => $new(['originalMdOrder' => $paid([], $secure), 'tii' => 'IPD']),
    'getAllBindings' => fn (): array => ['clientId' => 'anna'],
    'getBindings' => fn (): array => ['clientId' => 'anna'],
    'getBindingsByCardOrId' => fn (): array => ['bindingId' => $binding],
    'bindCard' => fn (): array => ['bindingId' => $off()],
    'unBindCard' => fn (): array => ['bindingId' => $owner->binding(BothWays::number())],
    'extendBinding' => fn (): array => ['bindingId' => $owner->binding(BothWays::number()), 'newExpiry' => '203012', 'language' => 'en'],
    'updateSSLCardList' => function () use (&$cards, $paid): array {
        $pan = (string) array_shift($cards);

        return ['mdorder' => $paid([], ['$PAN' => $pan, 'YYYY' => '2034'] + CARD)];
    },
    'createBindingNoPayment' => fn (): array => ['clientId' => BothWays::number(), 'pan' => CARD['$PAN'], 'expiryDate' => '202612', 'cardholderName' => 'CARD HOLDER'],
    'recurrentPayment' => fn (): array => $new(['bindingId' => $binding]),
    'installmentPayment' => fn (): array => $new(['bindingId' => $instalments, 'preAuth' => false]),
    'applePay' => fn (): array => array_diff_key($new($merchant + ['paymentToken' => WalletTokens::apple()]), ['amount' => 1]),
    'applePayDirect' => fn (): array => array_diff_key($new(['paymentToken' => WalletTokens::apple(decrypted: true)]), ['amount' => 1]),
    'googlePay' => fn (): array => $new($merchant + $url + ['paymentToken' => WalletTokens::google(), 'ip' => '127.0.0.1', 'clientId' => 'anna']),
    'googlePayDirect' => fn (): array => $new($url + ['paymentToken' => WalletTokens::google(decrypted: true)]),
    'samsungPay' => fn (): array => array_diff_key($new($merchant + ['paymentToken' => WalletTokens::samsung()]), ['amount' => 1]),
    'samsungPayDirect' => fn (): array => array_diff_key($new($merchant + ['paymentToken' => WalletTokens::samsung(decrypted: true)]), ['amount' => 1]),
    'mirPay' => fn (): array => $new(['paymentToken' => WalletTokens::mir()]),
    'mirPayDirect' => fn (): array => $new(['paymentToken' => WalletTokens::mir()]),
    'tokenPayment' => fn (): array => $new($url + ['tokenType' => 'VTS', 'paymentData' => ['dpan' => DEVICE, 'MM' => '12', 'YYYY' => '2030', 'tokenCryptogram' => 'AgAA']]),
    'createTask' => fn (): array => $task(BothWays::number()),
    'modifyTask' => fn (): array => ['task' => ['taskIdentifier' => $made(), 'params' => ['a' => 'b']]],
    'getTask' => fn (): array => ['taskIdentifier' => $made()],
    'terminateTask' => fn (): array => ['taskIdentifier' => $made()],
    'activateTask' => fn (): array => ['taskIdentifier' => $stopped()],
    'terminateTasks' => fn (): array => ['taskIdentifiers' => [$made()]],
    'skipTaskPayment' => fn (): array => ['taskIdentifier' => $made(), 'paymentNumber' => 2],
];
printf("not called: %s\n", implode(' ', array_diff(array_keys(BothWays::PATHS['classic']), array_keys($calls))));

echo "== each method, as its merchant and by the token\n";
$sent = static fn (): int => array_sum($sandbox->requests());
$complaint = null;
foreach ($calls as $method => $params) {
    $own = BothWays::heard(fn (): array => $owner->client->call($method, $params())) . ' ' . BothWays::verdict($owner->raw($method, $params()));
    $given = $params();
    $before = $sent();
    $heard = BothWays::heard(fn (): array => $public->client->call($method, $given));
    $requests = $sent() - $before;
    if (preg_match('/^\w+: (the gateway takes no token .*)/', $heard, $match)) {
        $heard = $complaint === null || $complaint === $match[1] ? 'refused before sending' : $heard;
        $complaint ??= $match[1];
    }
    $given = $params();
    $money = $owner->money();
    $raw = BothWays::verdict($public->raw($method, $given));
    printf("%-23s %-6s client: %s, %d sent, raw: %s%s\n", $method, $own, $heard, $requests, $raw, $raw === '5 Access denied' && $owner->money() !== $money ? ' BUT MONEY MOVED' : '');
}
echo "$complaint\n";

echo "== the status is asked by orderId alone: numbers can be guessed\n";
$number = BothWays::number();
$id = $owner->client->register($number, 700, URL)['orderId'];
$public->show('by orderId', 'getOrderStatusExtended', ['orderId' => $id]);
$public->show('by orderNumber', 'getOrderStatusExtended', ['orderNumber' => $number]);
$public->show('by both', 'getOrderStatusExtended', ['orderId' => $id, 'orderNumber' => $number]);

echo "== whose token it is\n";
$register = fn (): array => $new($url);
foreach (['test_user_toke', 'test_user_token ', 'TEST_USER_TOKEN', 'test_user_password', '%', "' OR '1'='1"] as $token) {
    $guess = new BothWays('classic', $sandbox, new PaymentGateway($sandbox->uri, token: $token));
    $guess->credentials = ['token' => $token];
    $guess->show($token, 'register', $register);
}
$public->show('for another merchant', 'register', fn (): array => $register() + ['merchantLogin' => 'other']);
$public->show('for its own', 'register', fn (): array => $register() + ['merchantLogin' => 'test_user']);
foreach ([['userName' => 'test_user'], ['userName' => 'test_user', 'password' => 'test_user_password'], ['password' => 'test_user_password']] as $more) {
    printf("with %s: %s\n", implode(' and ', array_keys($more)), BothWays::verdict($public->raw('register', $more + $register())));
}
$sandbox->merchant(['userName' => 'other', 'password' => 'other_password', 'token' => 'other_token']);
$other = new BothWays('classic', $sandbox, new PaymentGateway($sandbox->uri, token: 'other_token'));
$other->credentials = ['token' => 'other_token'];
$other->show('another merchant\'s order', 'getOrderStatusExtended', ['orderId' => $id]);

echo "== elsewhere\n";
$sberbank = new BothWays('sberbank', $sandbox, new PaymentGateway(preg_replace('~/payment/$~', '/ecomm/gw/partner/api/v1/', $sandbox->uri), token: 'test_user_token', options: ['dialect' => 'sberbank']));
$sberbank->credentials = ['token' => 'test_user_token'];
foreach (array_keys(BothWays::PATHS['sberbank']) as $method) {
    printf("Sberbank %-27s %s\n", $method, BothWays::verdict($sberbank->raw($method, [])));
}
printf("Sberbank register, by the client: %s\n", BothWays::heard(fn (): array => $sberbank->client->register('s', 700, URL)));
$before = $sent();
foreach ($public->client->batch(['refund' => ['refund', [$id, 1]], 'status' => ['getOrderStatusExtended', [$id]]], keepOrder: true) as $key => $reply) {
    printf("batch, %s: %s\n", $key, $reply instanceof PaymentGateway\ArgumentException ? 'refused before sending' : 'ok');
}
try {
    $public->client->cancel($id);
} catch (PaymentGateway\ArgumentException $e) {
    echo substr($e->getMessage(), 0, 60), "\n";
}
printf("%d sent\n", $sent() - $before);

?>
--EXPECT--
not called: 
== each method, as its merchant and by the token
register                ok ok  client: ok, 1 sent, raw: ok
registerPreAuth         ok ok  client: ok, 1 sent, raw: ok
deposit                 ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
reverse                 ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
refund                  ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
decline                 ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
processRawSumRefund     ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
processRawPositionRefund ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
processRawPositionOrderRefund ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
instantRefund           ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
getOrderStatus          ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
getOrderStatusExtended  ok ok  client: ok, 1 sent, raw: ok
getLastOrdersForMerchants ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
getReceiptStatus        ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
paymentOrder            ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
paymentOrderBinding     ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
instantPayment          ok ok  client: ok, 1 sent, raw: ok
motoPayment             ok ok  client: ok, 1 sent, raw: ok
industryPracticePayment ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
getAllBindings          ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
getBindings             ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
getBindingsByCardOrId   ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
bindCard                ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
unBindCard              ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
extendBinding           ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
updateSSLCardList       ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
createBindingNoPayment  ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
recurrentPayment        ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
installmentPayment      ok ok  client: ok, 1 sent, raw: ok
applePay                ok ok  client: ok, 1 sent, raw: ok
applePayDirect          ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
googlePay               ok ok  client: ok, 1 sent, raw: ok
googlePayDirect         ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
samsungPay              ok ok  client: ok, 1 sent, raw: ok
samsungPayDirect        ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
mirPay                  ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
mirPayDirect            ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
tokenPayment            ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
createTask              ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
modifyTask              ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
getTask                 ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
terminateTask           ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
activateTask            ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
terminateTasks          ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
skipTaskPayment         ok ok  client: refused before sending, 0 sent, raw: 5 Access denied
the gateway takes no token here, because a token may be public; with one it takes only continue3ds, getOrderStatusExtended, installmentPayment, instantPayment, motoPayment, register, registerPreAuth, verifyCard: give the constructor userName and password instead
== the status is asked by orderId alone: numbers can be guessed
by orderId
    client: ok
    raw:    ok
    taken:  0
by orderNumber
    client: getOrderStatusExtended: with a token the gateway needs orderId
    raw:    5 [orderNumber] wrong value
    taken:  0
by both
    client: ok
    raw:    ok
    taken:  0
== whose token it is
test_user_toke
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
test_user_token 
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
TEST_USER_TOKEN
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
test_user_password
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
%
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
' OR '1'='1
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
for another merchant
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
for its own
    client: ok
    raw:    ok
    taken:  0
with userName: 5 Access denied
with userName and password: 5 Access denied
with password: 5 Access denied
another merchant's order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
== elsewhere
Sberbank register                    5 Access denied
Sberbank registerPreAuth             5 Access denied
Sberbank paymentOrder                5 Access denied
Sberbank paymentOrderBinding         5 Access denied
Sberbank getBindings                 5 Access denied
Sberbank getBindingsByCardOrId       5 Access denied
Sberbank bindCard                    5 Access denied
Sberbank unBindCard                  5 Access denied
Sberbank recurrentPayment            5 Access denied
Sberbank mirPayDirect                5 Access denied
Sberbank paymentSberPay              5 Access denied
Sberbank autoCompletion              5 Access denied
Sberbank autoRefund                  5 Access denied
Sberbank getReceiptStatus            5 Access denied
Sberbank paymentOrderBySubscription  5 Access denied
Sberbank register, by the client: AccessDeniedException 5
batch, refund: refused before sending
batch, status: ok
reverse: the gateway takes no token here, because a token ma
2 sent
