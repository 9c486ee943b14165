--TEST--
Every row of the method table is called against the sandbox, in every dialect that has it
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the reference beside them.
if (!is_file(dirname(__DIR__, 2) . '/stubs/REFERENCE.md')) {
    die('skip the reference is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$url = 'https://shop.example/';
$clients = [
    'classic' => $sandbox->client(),
    'sberbank' => new PaymentGateway(str_replace('/payment/', '/ecomm/gw/partner/api/v1/', $sandbox->uri), 'test_user', 'test_user_password', options: ['dialect' => 'sberbank']),
];
$expected = [];
foreach (file(dirname(__DIR__, 2) . '/stubs/REFERENCE.md', FILE_IGNORE_NEW_LINES) as $line) {
    if (preg_match('/^### Dialect (\w+): `(.+)`,/', $line, $match)) {
        $expected[] = $match[1] === 'classic' || $match[2][0] === '/' ? ltrim($match[2], '/') : "v1/$match[2]";
    }
}
foreach ($clients as $dialect => $g) {
    $order = static fn (string $name, string $method = 'registerPreAuth'): string => $g->$method("$dialect-$name", 1_000, $url)['orderId'];
    $held = static function (string $name) use ($g, $order): string {
        $id = $order($name);
        $g->paymentOrder($id, CARD);

        return $id;
    };
    $g->decline($order('declined', 'register'), "$dialect-declined");
    $g->reverse($held('reversed'));
    $id = $held('captured');
    $g->deposit($id, 900);
    $g->refund($id, 400);
    $status = $g->getOrderStatusExtended($id);
    printf("%-8s status %d, deposited %d, refunded %d\n", $dialect, $status['orderStatus'], $status['paymentAmountInfo']['depositedAmount'], $status['paymentAmountInfo']['refundedAmount']);
    $g->getBindings('nobody');
    $id = $g->register("$dialect-saved", 1_000, $url, ['clientId' => "$dialect-payer"])['orderId'];
    $g->paymentOrder($id, CARD);
    $saved = $g->getOrderStatusExtended($id)['bindingInfo']['bindingId'];
    $id = $g->register("$dialect-by-binding", 1_000, $url, ['clientId' => "$dialect-payer"])['orderId'];
    $g->paymentOrderBinding($id, $saved, $dialect === 'classic' ? ['tii' => 'F'] : ['ip' => '127.0.0.1']);
    $g->unBindCard($saved);
    $g->bindCard($saved);
    printf("%-8s status %d by a binding, %d bindings of its card\n", $dialect, $g->getOrderStatusExtended($id)['orderStatus'], count($g->getBindingsByCardOrId(null, $saved)['bindings']));
}
$old = $clients['classic']->getOrderStatus($id = $clients['classic']->getOrderStatusExtended(orderNumber: 'classic-captured')['attributes'][0]['value']);
printf("getOrderStatus: %s, deposited %s\n", json_encode($old['OrderStatus']), json_encode($old['depositAmount']));
// Receipts.
$cart = ['orderBundle' => ['cartItems' => ['items' => [['positionId' => 1, 'name' => 'tea', 'quantity' => ['value' => 1, 'measure' => 'pcs'], 'itemAmount' => 1_000]]]]];
$id = $clients['classic']->register('fiscal', 1_000, $url, $cart)['orderId'];
$clients['classic']->paymentOrder($id, CARD);
$clients['classic']->processRawSumRefund($id, 100);
$clients['classic']->processRawPositionRefund($id, 200, 1);
$clients['classic']->processRawPositionOrderRefund($id, 300, 1);
printf("fiscal refunds: %d left\n", $clients['classic']->getOrderStatusExtended($id)['paymentAmountInfo']['depositedAmount']);
printf("all bindings: %d\n", count($clients['classic']->getAllBindings('classic-payer')['bindings']));
$clients['classic']->updateSSLCardList($id);
echo facts(caught(fn () => $clients['classic']->updateSSLCardList($id))), "\n";
foreach ($clients as $dialect => $g) {
    $receipts = $g->getReceiptStatus($id);
    printf("%-8s %d receipts\n", $dialect, count($receipts['receipt'] ?? $receipts['receipts']));
}
$credit = $clients['classic']->instantRefund(700, ['pan' => CARD['$PAN'], 'expiry' => '202612', 'cardholderName' => 'CARD HOLDER']);
printf("instantRefund: status %d\n", $clients['classic']->getOrderStatusExtended($credit['orderId'])['orderStatus']);
$clients['classic']->extendBinding($clients['classic']->getBindings('classic-payer')['bindings'][0]['bindingId'], '203012', ['language' => 'en']);
$clients['classic']->createBindingNoPayment('another', ['pan' => CARD['$PAN'], 'expiryDate' => '203012', 'cardholderName' => 'CARD HOLDER']);
echo facts(caught(fn () => $clients['classic']->instantRefund(700, ['pan' => '2202205000060910', 'expiry' => '202806', 'cvc' => '810', 'cardholderName' => 'CARD HOLDER']))), "\n";

// An order and its payment in one call.
$g = $clients['classic'];
$s = $clients['sberbank'];
$status = static fn (array $reply): int => $g->getOrderStatusExtended($reply['orderId'] ?? $reply['mdOrder'] ?? $reply['data']['orderId'])['orderStatus'];
$card = ['pan' => CARD['$PAN'], 'expiry' => '202612', 'cvc' => CARD['$CVC']];
$first = $g->instantPayment(1_000, $url, $card + ['orderNumber' => 'first', 'clientId' => 'shopper', 'tii' => 'II', 'cardholderName' => 'CARD HOLDER',
    'jsonParams' => ['installments' => 3, 'totalInstallmentAmount' => 3_000, 'recurringFrequency' => 1, 'recurringExpiry' => '20301231']]);
$binding = $g->getOrderStatusExtended($first['orderId'])['bindingInfo']['bindingId'];
printf("instantPayment: status %d\n", $status($first));
printf("motoPayment: status %d\n", $status($g->motoPayment(1_000, $url, ['pan' => CARD['$PAN'], 'expiry' => '202612', 'cardholder' => 'CARD HOLDER', 'preAuth' => true])));
$challenged = ['eci' => '02', 'cavv' => 'AkZO5XQAA0rhBxoaufa+MAABAAA=', 'xid' => '5010857f-8d3f-74e1-9c5a-54a000cc4110', 'threeDSProtocolVersion' => '2.2.0', 'threeDsType' => '3'];
$id = $g->register('hire', 1_000, $url)['orderId'];
$g->paymentOrder($id, ['jsonParams' => $challenged] + CARD);
printf("industryPracticePayment: status %d\n", $status($g->industryPracticePayment($id, 'damage', 'IPD', ['amount' => 500])));
printf("installmentPayment: status %d\n", $status($g->installmentPayment('second', $binding, 1_000)));
$common = $g->getBindings('classic-payer')['bindings'][0]['bindingId'];
printf("recurrentPayment: status %d\n", $status($g->recurrentPayment('again', $common, 1_000)));
$sberbank = $s->getBindings('sberbank-payer')['bindings'][0]['bindingId'];
printf("recurrentPayment, Sberbank: status %d\n", $s->getOrderStatusExtended($s->recurrentPayment('again-s', $sberbank, 1_000)['data']['orderId'])['orderStatus']);
echo facts(caught(fn () => $g->recurrentPayment('again', $common, 1_000))), "\n";

// Wallets.
$json = static fn (array $value): string => base64_encode(json_encode($value));
$apple = ['applicationPrimaryAccountNumber' => '4895370012003478', 'applicationExpirationDate' => '301231', 'currencyCode' => '643', 'transactionAmount' => 700,
    'deviceManufacturerIdentifier' => '040010030273', 'paymentDataType' => '3DSecure', 'paymentData' => ['onlinePaymentCryptogram' => 'AgAA', 'eciIndicator' => '5']];
$google = ['paymentMethodDetails' => ['pan' => '4895370012003478', 'expirationMonth' => 12, 'expirationYear' => 2030, 'authMethod' => 'CRYPTOGRAM_3DS', 'cryptogram' => 'AgAA', 'eciIndicator' => '05']];
$samsung = ['amount' => '700', 'currency_code' => 'RUB', 'utc' => '1795262400000', 'eci_indicator' => '5', 'tokenPAN' => '4895370012003478', 'tokenPanExpiration' => '1230', 'cryptogram' => 'AK+z'];
$mir = $json(['tan' => '2200700000000017', 'cav' => 'AQ==', 'tey' => 30, 'tem' => 12]);
$signed = ['version' => 'EC_v1', 'data' => $json($apple), 'signature' => 'MIAG', 'header' => ['ephemeralPublicKey' => 'MFkw', 'publicKeyHash' => 'l8RC', 'transactionId' => 'ab12']];
$message = json_encode(['encryptedMessage' => $json($google), 'ephemeralPublicKey' => 'BPhV', 'tag' => 'TNwa']);
$envelope = ['protocolVersion' => 'ECv1', 'signature' => 'MEQC', 'signedMessage' => $message];
$jwe = rtrim(strtr($json(['alg' => 'RSA1_5', 'enc' => 'A128GCM']), '+/', '-_'), '=') . '.KEY.IV.' . rtrim(strtr($json($samsung), '+/', '-_'), '=') . '.TAG';
$rub = ['currencyCode' => '643'];
$wallets = [
    'applePay' => fn () => $g->applePay('test_user', 'apple', $json($signed)),
    'applePayDirect' => fn () => $g->applePayDirect('apple-direct', $json($apple), ['preAuth' => true]),
    'googlePay' => fn () => $g->googlePay('test_user', 'google', $json($envelope), 700, $url, '127.0.0.1', $rub + ['clientId' => 'shopper']),
    'googlePayDirect' => fn () => $g->googlePayDirect('google-direct', $json($google), 700, $url, $rub),
    'samsungPay' => fn () => $g->samsungPay('test_user', 'samsung', $jwe),
    'samsungPayDirect' => fn () => $g->samsungPayDirect('test_user', 'samsung-direct', $json($samsung)),
    'mirPay' => fn () => $g->mirPay('mir', 700, $mir, ['merchant' => 'test_user'] + $rub),
    'mirPayDirect' => fn () => $g->mirPayDirect('mir-direct', 700, $mir, $rub),
    'tokenPayment' => fn () => $g->tokenPayment(700, 'VTS', ['dpan' => '4895370012003478', 'MM' => '12', 'YYYY' => '2030', 'tokenCryptogram' => 'AgAA'], $url, ['orderNumber' => 'token', 'jsonParams' => ['a' => 'b']]),
    'mirPayDirect, Sberbank' => fn () => $s->mirPayDirect('mir-direct-s', 700, $mir, $rub),
];
foreach ($wallets as $name => $pay) {
    printf("%s: status %d\n", $name, $pay()['orderStatus']['orderStatus']);
}
$apple['applicationPrimaryAccountNumber'] = '4895370012001167';
echo facts(caught(fn () => $g->applePayDirect('apple-declined', $json($apple)))), "\n";
echo facts(caught(fn () => $g->applePayDirect('apple', $json($apple)))), "\n";

// Recurring tasks.
$day = new DateTimeImmutable('tomorrow', new DateTimeZone('+03:00'));
$task = ['taskUuid' => $g->createTask([
    'amount' => 500, 'currency' => '643', 'merchantTaskUuid' => 'task-1', 'bindingId' => $common, 'clientId' => 'classic-payer',
    'scheduleData' => ['scheduledSince' => $day, 'scheduledTill' => $day->modify('+30 days'), 'timeUnit' => 'DAYS', 'value' => 1],
])['task']['taskUuid']];
$g->modifyTask(['taskIdentifier' => $task, 'params' => ['a' => 'b']]);
$g->skipTaskPayment(['merchantTaskUuid' => 'task-1', 'merchantLogin' => 'test_user'], 2);
$g->terminateTask($task);
$g->activateTask($task);
$state = $g->getTask($task)['task'];
printf("task: %s, from %s\n", $state['state'], $state['scheduleData']['scheduledSince'] === $day->format('Y-m-d\TH:i:s.vO') ? 'the day given' : $state['scheduleData']['scheduledSince']);
$g->terminateTasks([$task]);
printf("task: %s\n", $g->getTask($task)['task']['state']);
$e = caught(fn () => $g->getTask(['taskUuid' => 'x']));
printf("no task: %s, %s\n", $e instanceof PaymentGateway\GatewayException ? 'GatewayException' : $e::class, $e->getReply()['status']);

// Sberbank's own.
$s->paymentOrder($id = $s->registerPreAuth('points', 1_000, $url)['orderId'], CARD);
$s->autoCompletion($id, ['compositeAmount' => 900]);
$s->autoRefund($id, 300);
printf("composite amounts: %d left\n", $s->getOrderStatusExtended($id)['paymentAmountInfo']['depositedAmount']);
$id = $s->register('sberpay', 1_000, $url)['orderId'];
$s->paymentSberPay($id, '79990000000');
echo 'paymentOrderBySubscription: ', facts(caught(fn () => $s->paymentOrderBySubscription('00000000-0000-0000-0000-000000000000', str_repeat('0', 32), '100000000111'))), "\n";

// 3-D Secure: what comes of it is shown by threeds_walk.phpt.
printf("verifyEnrollment: %s\n", json_encode($g->verifyEnrollment('5555555555555599')));
printf("verifyCard: status %d\n", $status($g->verifyCard(0, $card + ['cardholderName' => 'CARD HOLDER', 'returnUrl' => $url])));
foreach ([
    'continue3ds' => fn () => $g->continue3ds(NOBODY),
    'finish3dsPayment' => fn () => $g->finish3dsPayment(NOBODY, ['paRes' => 'eJwC']),
    'finish3dsVer2Payment' => fn () => $g->finish3dsVer2Payment(NOBODY),
    'finish3dsMethod, Sberbank' => fn () => $s->finish3dsMethod(NOBODY, NOBODY, 'Y'),
    'finish3dsPayment, Sberbank' => fn () => $s->finish3dsPayment(NOBODY, ['cRes' => 'eyJ0']),
] as $name => $call) {
    echo "$name: ", facts(caught($call)), "\n";
}
printf("last orders: %d with a payment\n", count($clients['classic']->getLastOrdersForMerchants(LAST_ORDERS)['orderStatuses']));
$received = $sandbox->requests();
echo 'not called: ', implode(' ', array_filter($expected, static fn (string $path): bool => ($received[$path] ?? 0) === 0)), "\n";
printf("%s paths\n", count($expected) >= 20 ? 'all' : count($expected));

?>
--EXPECT--
classic  status 4, deposited 500, refunded 400
classic  status 2 by a binding, 1 bindings of its card
sberbank status 4, deposited 500, refunded 400
sberbank status 2 by a binding, 2 bindings of its card
getOrderStatus: 4, deposited 500
fiscal refunds: 400 left
all bindings: 1
InvalidStateException updateSSLCardList errorCode=6 actionCode=null http=200 reply=yes known final
classic  4 receipts
sberbank 4 receipts
instantRefund: status 4
DeclinedException instantRefund errorCode=2 actionCode=null http=200 reply=yes known final
instantPayment: status 2
motoPayment: status 1
industryPracticePayment: status 2
installmentPayment: status 2
recurrentPayment: status 2
recurrentPayment, Sberbank: status 2
DuplicateOrderException recurrentPayment errorCode=10 actionCode=null http=200 reply=yes known final
applePay: status 2
applePayDirect: status 1
googlePay: status 2
googlePayDirect: status 2
samsungPay: status 2
samsungPayDirect: status 2
mirPay: status 2
mirPayDirect: status 2
tokenPayment: status 2
mirPayDirect, Sberbank: status 2
DeclinedException applePayDirect errorCode=null actionCode=116 http=200 reply=yes known final
InvalidRequestException applePayDirect errorCode=10 actionCode=null http=200 reply=yes known final
task: ACTIVE, from the day given
task: TERMINATED
no task: GatewayException, FAIL
composite amounts: 600 left
paymentOrderBySubscription: OrderNotFoundException paymentOrderBySubscription errorCode=6 actionCode=null http=200 reply=yes known final
verifyEnrollment: {"errorCode":"0","errorMessage":"Success","enrolled":"Y","emitterName":"UNKNOWN","emitterCountryCode":"<unknown>"}
verifyCard: status 3
continue3ds: OrderNotFoundException continue3ds errorCode=6 actionCode=null http=200 reply=yes known final
finish3dsPayment: OrderNotFoundException finish3dsPayment errorCode=6 actionCode=null http=200 reply=yes known final
finish3dsVer2Payment: AccessDeniedException finish3dsVer2Payment errorCode=5 actionCode=null http=200 reply=yes known final
finish3dsMethod, Sberbank: OrderNotFoundException finish3dsMethod errorCode=6 actionCode=null http=200 reply=yes known final
finish3dsPayment, Sberbank: OrderNotFoundException finish3dsPayment errorCode=6 actionCode=null http=200 reply=yes known final
last orders: 28 with a payment
not called: 
all paths
