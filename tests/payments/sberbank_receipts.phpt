--TEST--
Sberbank's receipts and fast payments: whole carts with today's VAT of 22 %, and orders of amount 0, against the sandbox
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

use PaymentGateway\Cart;

$sandbox = Sandbox::start();
$uri = str_replace('/payment/', '/ecomm/gw/partner/api/v1/', $sandbox->uri);
$gateway = new PaymentGateway($uri, 'test_user', 'test_user_password', options: ['dialect' => 'sberbank', 'currency' => '643']);
const BACK = 'https://shop.example/return';
const COMPANY = ['email' => 'shop@shop.example', 'sno' => 'osn', 'inn' => '5027119066', 'paymentAddress' => 'https://shop.example'];

/** @return array<string, mixed> everything that the bank's page of register has, for a receipt of version 1.2 */
function receipt(string $type, int $price, int $pieces): array
{
    return [
        'orderCreationDate' => '2026-11-21T12:00:00', 'ffdVersion' => '1.2', 'receiptType' => $type, 'ismOptional' => true,
        'company' => COMPANY,
        'customerDetails' => ['fullName' => 'Ёлкин Пётр', 'inn' => '500100732259'],
        'cartItems' => ['items' => [[
            'positionId' => '1', 'itemCode' => 'чай-1', 'name' => str_repeat('Ч', 128),
            'quantity' => ['value' => $pieces, 'measure' => '0'], 'itemPrice' => $price, 'itemAmount' => $price * $pieces,
            'itemCurrency' => 643, 'paymentMethod' => 'full_payment', 'paymentObject' => 33, 'tax' => ['taxType' => 12],
            'discount' => ['discountType' => 'percent', 'discountValue' => '5'],
            'agentInterest' => ['interestType' => 'percent', 'interestValue' => 10],
            'markCode' => ['gs1m' => 'MDEwNDYwNTg2NTQ4NzE2MjIx'], 'markProcessingMode' => '0',
            'markQuantity' => ['markQuantityNumerator' => '1', 'markQuantityDenominator' => '2'],
            'agentInfo' => ['type' => 'another'],
            'supplierInfo' => ['phones' => ['+79990000000'], 'name' => 'ООО Чай', 'inn' => '500100732259'],
            'sectoralItemProps' => [['federalId' => '030', 'date' => '21.11.2026', 'number' => '1944', 'value' => 'id=1']],
            'userData' => 'подарок',
        ]]],
        'payments' => [['type' => 1, 'sum' => $price * $pieces]], 'total' => $price * $pieces,
        'cashier' => 'Кассир Анна', 'cashierInn' => '500100732259',
        'additionalUserProps' => ['name' => 'Карта', 'value' => '№ 17'], 'additionalCheckProps' => 'x',
        'operatingCheckProps' => ['name' => '0', 'value' => 'данные', 'timestamp' => '21.11.2026 12:00:00'],
        'sectoralCheckProps' => [['federalId' => '030', 'date' => '21.11.2026', 'number' => '1944', 'value' => 'id=1']],
    ];
}

function status(string $step, string $id): array
{
    global $gateway;
    $status = $gateway->getOrderStatusExtended($id);
    ['depositedAmount' => $deposited, 'refundedAmount' => $refunded] = $status['paymentAmountInfo'];
    printf("%-22s status %d deposited %d refunded %d\n", $step, $status['orderStatus'], $deposited, $refunded);

    return $status;
}

$id = $gateway->registerPreAuth('r-1', 36_600, BACK, [
    'orderBundle' => receipt('SELL', 12_200, 3), 'email' => str_repeat('e', 115) . '@shop.example',
    'phone' => '+79990000000', 'dynamicCallbackUrl' => 'https://shop.example/callback?order=1',
    'jsonParams' => ['pdAgreement' => true, 'seats' => [1, 2], 'visit' => ['row' => 3]],
])['orderId'];
$gateway->paymentOrder($id, CARD);
$gateway->deposit($id, 24_400, ['orderBundle' => receipt('sell', 12_200, 2)]);
$gateway->refund($id, 12_200, ['orderBundle' => receipt('SELL_REFUND', 12_200, 1), 'jsonParams' => ['externalRefundId' => 'r-1-1']]);
$bundle = status('preauthorised', $id)['orderBundle'];
$item = $bundle['cartItems']['items'][0];
echo json_encode([$bundle['receiptType'], $bundle['cashier'], $item['tax'], $item['discount'], $item['agentInterest'], $item['quantity']], JSON_UNESCAPED_UNICODE), "\n";

echo "-- each tax\n";
foreach ([0, 1, 2, 4, 6, 7, 8, 9, 10, 11, 12, 13] as $tax) {
    $whole = receipt('SELL', 100, 1);
    $whole['cartItems']['items'][0]['tax'] = ['taxType' => $tax];
    echo $tax, isset($gateway->register("t-$tax", 100, BACK, ['orderBundle' => $whole])['orderId']) ? ' ' : '?';
}
echo "\n";

echo "-- without a receipt\n";
$plain = ['cartItems' => ['items' => [[
    'positionId' => '1', 'itemCode' => 'c', 'name' => 'Чай', 'quantity' => ['value' => 1], 'itemPrice' => 100, 'itemAmount' => 100,
]]]];
$gateway->paymentOrder($id = $gateway->register('p-1', 100, BACK, ['orderBundle' => $plain])['orderId'], CARD);
status('plain cart', $id);

echo "-- Cart::bundle\n";
$extra = ['paymentMethod' => 'full_payment', 'paymentObject' => 'commodity'];
$lines = [
    ['name' => 'Чай', 'code' => 17, 'quantity' => 3, 'price' => 33_333, 'tax' => ['taxType' => 12], 'extra' => $extra],
    ['name' => 'Яблоки', 'code' => 18, 'quantity' => '0.750', 'measure' => 11, 'price' => 12_900, 'tax' => ['taxType' => 2], 'extra' => $extra],
];
$options = [
    'prices' => true, 'measure' => 0, 'shipping' => ['name' => 'Доставка', 'code' => 's', 'amount' => 50_000, 'tax' => ['taxType' => 13], 'extra' => $extra],
    'extra' => ['ffdVersion' => '1.2', 'receiptType' => 'SELL', 'company' => COMPANY],
];
$bundle = Cart::bundle($lines, $options);
$gateway->paymentOrder($id = $gateway->register('b-1', Cart::sum($bundle), BACK, ['orderBundle' => $bundle])['orderId'], CARD);
status('version 1.2', $id);

// Version 1.05 has the unit as text, and no measure.
$unit = fn (string $unit): array => ['measurementUnit' => $unit] + $extra;
$bundle = Cart::bundle(
    [['measure' => null, 'extra' => $unit('шт')] + $lines[0], ['measure' => null, 'extra' => $unit('кг')] + $lines[1]],
    ['prices' => true, 'extra' => ['ffdVersion' => '1.05', 'receiptType' => 'SELL', 'company' => COMPANY]],
);
echo json_encode(array_column($bundle['cartItems']['items'], 'quantity')), "\n";
$gateway->paymentOrder($id = $gateway->register('b-2', Cart::sum($bundle), BACK, ['orderBundle' => $bundle])['orderId'], CARD);
status('version 1.05', $id);

echo "-- a subscription without a payment\n";
$subscription = ['qrType' => 'SUBSCRIPTION_SBP', 'sbp.scenario' => 'C2B_SUBSCRIPTION', 'sbp.subscriptionPurpose' => 'Чай каждый месяц'];
$reply = $gateway->register('s-1', 0, BACK, ['jsonParams' => $subscription, 'clientId' => 'c']);
echo $reply['errorCode'], ' ', implode(' ', array_keys($reply['externalParams'])), "\n";
echo facts(caught(fn () => $gateway->paymentOrder($reply['orderId'], CARD))), "\n";
$sandbox->raw('sandbox/payer', ['orderId' => $reply['orderId'], 'decision' => 'pay']);
$attributes = array_column(status('subscribed', $reply['orderId'])['attributes'], 'value', 'name');
$id = $gateway->register('s-2', 9_900, BACK, ['description' => 'Чай', 'clientId' => 'c', 'jsonParams' => ['qrType' => 'DYNAMIC_QR_SBP']])['orderId'];
$gateway->paymentOrderBySubscription($id, $attributes['subscriptionId'], $attributes['memberId']);
status('charged', $id);

echo "-- refused before sending\n";
foreach ([
    fn () => $gateway->register('x', 0, BACK),
    fn () => $gateway->register('x', 0, BACK, ['jsonParams' => ['qrType' => 'DYNAMIC_QR_SBP']]),
    fn () => $gateway->register('x', 1, BACK, ['dynamicCallbackUrl' => 'http://shop.example/callback']),
    fn () => $gateway->register('x', 1, BACK, ['orderBundle' => ['cashierInn' => '5001007322590'] + $plain]),
    fn () => $gateway->register('x', 1, BACK, ['orderBundle' => Cart::bundle([['name' => str_repeat('Ч', 129)] + $lines[0]], $options)]),
] as $call) {
    echo refusal($call), "\n";
}

?>
--EXPECT--
preauthorised          status 4 deposited 12200 refunded 12200
["SELL","Кассир Анна",{"taxType":12},{"discountType":"percent","discountValue":"5"},{"interestType":"percent","interestValue":"10"},{"value":3,"measure":"0"}]
-- each tax
0 1 2 4 6 7 8 9 10 11 12 13 
-- without a receipt
plain cart             status 2 deposited 100 refunded 0
-- Cart::bundle
version 1.2            status 2 deposited 159674 refunded 0
[{"value":3},{"value":0.75}]
version 1.05           status 2 deposited 109674 refunded 0
-- a subscription without a payment
0 sbpPayload qrcId
InvalidStateException paymentOrder errorCode=5 actionCode=null http=200 reply=yes known final
subscribed             status 2 deposited 0 refunded 0
charged                status 2 deposited 9900 refunded 0
-- refused before sending
register: amount may be 0 only with the feature VERIFY or with jsonParams.qrType SUBSCRIPTION_SBP
register: amount may be 0 only with the feature VERIFY or with jsonParams.qrType SUBSCRIPTION_SBP
register: dynamicCallbackUrl must be an address that begins with https://, "http://shop.example/callback" given
register: orderBundle.cashierInn must be 1 to 12 digits, 13 given
register: orderBundle.cartItems.items[0].name must be 1 to 128 characters, 129 given
