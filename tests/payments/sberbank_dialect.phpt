--TEST--
Sberbank's JSON dialect against the sandbox: an order's whole life, its own parameters, codes and spellings
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$uri = str_replace('/payment/', '/ecomm/gw/partner/api/v1/', $sandbox->uri);
$gateway = new PaymentGateway($uri, 'test_user', 'test_user_password', options: ['dialect' => 'sberbank', 'currency' => '643']);

function show(string $step, string $id): void
{
    global $gateway;
    $status = $gateway->getOrderStatusExtended($id);
    printf("%-18s status %d errorCode %s amount %d\n", $step, $status['orderStatus'], var_export($status['errorCode'], true), $status['amount']);
}

$item = [
    'positionId' => 1, 'itemCode' => 'T-1', 'name' => 'Чай "Пять"', 'quantity' => ['value' => '2.000', 'measure' => 0],
    'itemPrice' => 5_000, 'itemAmount' => 10_000, 'paymentMethod' => 'full_payment', 'paymentObject' => 'commodity', 'tax' => ['taxType' => 6],
];
$params = [
    'description' => 'Обратная \\ "кавычка"', 'clientId' => 'client 1', 'features' => ['FORCE_SSL', 'FORCE_TDS'], 'sessionTimeoutSecs' => '600',
    'email' => 'payer@shop.example', 'jsonParams' => ['app2app' => false, 'backToShopName' => 'Лавка'],
    'orderBundle' => ['cartItems' => ['items' => [$item]]],
];
$id = $gateway->registerPreAuth('s-1', 10_000, 'https://shop.example/return', ['features' => 'FORCE_SSL'] + $params)['orderId'];
show('registered', $id);
$gateway->paymentOrder($id, CARD + ['ip' => '127.0.0.1', 'jsonParams' => ['browserJavascriptEnabled' => true]]);
show('held', $id);
echo facts(caught(fn () => $gateway->deposit($id, 10_001))), "\n";
$gateway->deposit($id, 10_000);
show('captured', $id);
$refund = fn (int $amount) => $gateway->refund($id, $amount, ['jsonParams' => ['externalRefundId' => 'r-1']]);
$refund(4_000);
$refund(4_000);
show('refunded once', $id);
echo facts(caught(fn () => $refund(4_001))), "\n";
echo facts(caught(fn () => $gateway->refund($id, 6_001))), "\n";
echo json_encode($gateway->cancel($id)), "\n";

$id = $gateway->register('s-2', 500, 'https://shop.example/return')['orderId'];
$gateway->decline($id, 's-2');
show('declined', $id);
echo facts(caught(fn () => $gateway->paymentOrder($id, CARD))), "\n";
echo facts(caught(fn () => $gateway->register('s-2', 500, 'https://shop.example/return'))), "\n";
echo facts(caught(fn () => $gateway->getOrderStatusExtended(orderNumber: 'nobody'))), "\n";
$stranger = new PaymentGateway($uri, 'test_user', 'wrong', options: ['dialect' => 'sberbank']);
echo facts(caught(fn () => $stranger->register('s-3', 500, 'https://shop.example/return'))), "\n";
var_dump($gateway->getBindings('nobody'));

echo "-- refused before sending\n";
foreach ([
    fn () => $gateway->refund('short', 1),
    fn () => $gateway->refund($id, 1, ['externalRefundId' => 'r']),
    fn () => $gateway->refund($id, 1, ['jsonParams' => ['externalRefundId' => str_repeat('r', 37)]]),
    fn () => $gateway->register('s-4', 1, 'https://s.e'),
    fn () => $gateway->register('s-4', 1, 'https://shop.example/', ['dynamicCallbackUrl' => 'http://shop.example/']),
    fn () => $gateway->register('s-4', 1, 'https://shop.example/', ['orderBundle' => ['cartItems' => ['items' => [['tax' => []] + $item]]]]),
    fn () => $gateway->getOrderStatus($id),
    fn () => $gateway->instantRefund(1, ['pan' => '4444555511113333', 'expiry' => '203012']),
    fn () => $gateway->call('refund.do', []),
] as $call) {
    echo refusal($call), "\n";
}

echo "-- on the wire\n";
$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderId":"a"}']]]);
$recorded = $proxy->client(['dialect' => 'sberbank']);
$recorded->register('s"5\\', 10_000, 'https://shop.example/', $params + ['currency' => 643]);
$recorded->deposit($id);
$recorded->paymentOrder($id, CARD);
$recorded->call('newThing.do', ['a' => 1, 'b' => [true, null, 1.5], 'c' => 'x']);
foreach ($proxy->deliveries() as $delivery) {
    echo "{$delivery['path']}\n  ", str_replace($id, 'ID', $delivery['body']), "\n";
    json_decode($delivery['body'], flags: JSON_THROW_ON_ERROR);
}

?>
--EXPECT--
registered         status 0 errorCode '0' amount 10000
held               status 1 errorCode '0' amount 10000
InvalidStateException deposit errorCode=5 actionCode=null http=200 reply=yes known final
captured           status 2 errorCode '0' amount 10000
refunded once      status 4 errorCode '0' amount 10000
InvalidStateException refund errorCode=5 actionCode=null http=200 reply=yes known final
InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
{"operation":"refund","amount":6000,"reply":{"errorCode":"0","errorMessage":"Success"}}
declined           status 6 errorCode '0' amount 500
InvalidStateException paymentOrder errorCode=5 actionCode=null http=200 reply=yes known final
DuplicateOrderException register errorCode=1 actionCode=null http=200 reply=yes known final
OrderNotFoundException getOrderStatusExtended errorCode=6 actionCode=null http=200 reply=yes known final
AccessDeniedException register errorCode=5 actionCode=null http=200 reply=yes known final
array(1) {
  ["bindings"]=>
  array(0) {
  }
}
-- refused before sending
refund: orderId must be exactly 36 characters, 5 given
refund: parameter externalRefundId is unknown; did you mean externalRefundId in jsonParams?
refund: jsonParams.externalRefundId must be 1 to 36 characters, 37 given
register: returnUrl must be 12 to 2048 characters, 11 given
register: dynamicCallbackUrl must be an address that begins with https://, "http://shop.example/" given
register: orderBundle.cartItems.items[0].tax.taxType is missing
getOrderStatus: the dialect sberbank has no such method
instantRefund: the dialect sberbank has no such method
refund.do: errorCode 5: [orderId] is empty
-- on the wire
/payment/register.do
  {"userName":"test_user","password":"test_user_password","orderNumber":"s\"5\\","amount":10000,"returnUrl":"https://shop.example/","description":"Обратная \\ \"кавычка\"","clientId":"client 1","features":"FORCE_SSL;FORCE_TDS","sessionTimeoutSecs":600,"email":"payer@shop.example","jsonParams":{"app2app":false,"backToShopName":"Лавка"},"orderBundle":{"cartItems":{"items":[{"positionId":"1","itemCode":"T-1","name":"Чай \"Пять\"","quantity":{"value":2.000,"measure":"0"},"itemPrice":5000,"itemAmount":10000,"paymentMethod":"full_payment","paymentObject":"commodity","tax":{"taxType":6}}]}},"currency":"643"}
/payment/deposit.do
  {"userName":"test_user","password":"test_user_password","orderId":"ID","amount":0}
/payment/paymentOrder.do
  {"userName":"test_user","password":"test_user_password","MDORDER":"ID","$PAN":"4444555511113333","$CVC":"123","YYYY":"2026","MM":"12","TEXT":"CARD HOLDER"}
/payment/newThing.do
  {"userName":"test_user","password":"test_user_password","a":1,"b":[true,null,1.5],"c":"x"}
