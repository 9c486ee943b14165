--TEST--
A shop module sends what the vendor's own modules send: ints, empty fields, formatted phones, locales, tax types, in both dialects
--EXTENSIONS--
payment_gateway
--FILE--
<?php

// Not strict_types, as in such modules.

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

/** An order as a shop's database has it: nothing is prepared for the gateway. */
const ORDER = [
    'id' => 1042, 'user' => 17, 'locale' => 'ru_RU', 'currency' => 'RUB', 'total' => 35_100, 'created' => 1_774_000_000,
    'email' => '', 'phone' => '+7 (999) 123-45-67', 'name' => '', 'comment' => '',
    'lines' => [
        3 => ['sku' => 501, 'name' => 'Чай', 'quantity' => '2.0000', 'unit' => 0, 'price' => 10_050, 'tax' => 12],
        7 => ['sku' => 502, 'name' => 1984, 'quantity' => 1.5, 'unit' => 0, 'price' => 10_000, 'tax' => 8],
    ],
];

/** What such a module makes of it. */
function parameters(array $order, bool $sberbank): array
{
    $items = [];
    foreach ($order['lines'] as $position => $line) {
        $items[$position] = [
            'positionId' => $position, 'name' => $line['name'], 'itemCode' => $line['sku'],
            'quantity' => ['value' => $line['quantity'], 'measure' => $line['unit']],
            'itemAmount' => (int) round($line['price'] * (float) $line['quantity']), 'itemPrice' => $line['price'],
            'tax' => ['taxType' => $line['tax']],
        ] + ($sberbank
            ? ['paymentMethod' => 'full_prepayment', 'paymentObject' => 1]
            : ['itemAttributes' => ['attributes' => [['name' => 'paymentMethod', 'value' => 1], ['name' => 'paymentObject', 'value' => 1]]]]);
    }
    $customer = $sberbank ? ['fullName' => $order['name'], 'inn' => ''] : ['email' => $order['email'], 'phone' => $order['phone'], 'contact' => $order['name']];

    return [
        'description' => $order['comment'], 'language' => $order['locale'], 'currency' => $order['currency'], 'failUrl' => '',
        'clientId' => $order['user'], 'email' => $order['email'], 'phone' => $order['phone'], 'sessionTimeoutSecs' => 1200, 'bindingId' => null,
        'features' => array_filter(['', null]), 'jsonParams' => ['CMS' => 'Shop 6.5', 'Module-Version' => '4.1.5', 'orderTax' => null],
        'orderBundle' => ['orderCreationDate' => $order['created'], 'customerDetails' => $customer, 'cartItems' => ['items' => $items]],
    ];
}

foreach (['classic' => '/payment/', 'sberbank' => '/ecomm/gw/partner/api/v1/'] as $dialect => $path) {
    $sandbox = Sandbox::start();
    $gateway = new PaymentGateway(str_replace('/payment/', $path, $sandbox->uri), 'test_user', 'test_user_password', options: ['dialect' => $dialect, 'language' => '', 'currency' => '']);
    $parameters = parameters(ORDER, $dialect === 'sberbank');
    echo "-- $dialect\n", facts(caught(fn () => $gateway->register((string) ORDER['id'], ORDER['total'], 'https://shop.example/', $parameters))), "\n";
    echo caught(fn () => $gateway->register((string) ORDER['id'], ORDER['total'], 'https://shop.example/', $parameters))->getMessage(), "\n";

    $parameters['orderBundle']['orderCreationDate'] = new DateTimeImmutable('@' . ORDER['created']); // the way out
    $id = $gateway->register(ORDER['id'], ORDER['total'], 'https://shop.example/', $parameters)['orderId'];
    $gateway->paymentOrder($id, ['language' => 'ru_RU', 'email' => ''] + CARD);
    $status = $gateway->getOrderStatusExtended($id, null, ['language' => 'ru_RU']);
    printf("order %s: status %d, %d of currency %s\n", $status['orderNumber'], $status['orderStatus'], $status['amount'], $status['currency']);
    foreach ($status['orderBundle']['cartItems']['items'] ?? [] as $item) {
        printf("  %s %s: %s at %d, tax %d\n", $item['itemCode'], $item['name'], json_encode($item['quantity']['value']), $item['itemPrice'], $item['tax']['taxType']);
    }
}

?>
--EXPECT--
-- classic
ArgumentException register errorCode=null actionCode=null http=0 reply=no known final
register: orderBundle.orderCreationDate must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss, int given: for a Unix time in seconds pass new DateTimeImmutable("@$time")
order 1042: status 2, 35100 of currency 643
  501 Чай: 2 at 10050, tax 12
  502 1984: 1.5 at 10000, tax 8
-- sberbank
ArgumentException register errorCode=null actionCode=null http=0 reply=no known final
register: orderBundle.orderCreationDate must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss, int given: for a Unix time in seconds pass new DateTimeImmutable("@$time")
order 1042: status 2, 35100 of currency 643
  501 Чай: 2 at 10050, tax 12
  502 1984: 1.5 at 10000, tax 8
