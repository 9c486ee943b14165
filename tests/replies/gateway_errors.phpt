--TEST--
Each refusal of the gateway is its own exception with its facts
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$gateway = $sandbox->client();
$stranger = new PaymentGateway($sandbox->uri, 'test_user', 'wrong-pass-word');
$unknown = '00000000-0000-4000-8000-000000000000';

$created = $gateway->registerPreAuth('created', 1_000, 'https://shop.example/')['orderId'];
$held = $gateway->registerPreAuth('held', 1_000, 'https://shop.example/')['orderId'];
$gateway->paymentOrder($held, CARD);
$paid = $gateway->register('paid', 1_000, 'https://shop.example/')['orderId'];
$gateway->paymentOrder($paid, CARD);
$poor = static fn (): string => $gateway->register(bin2hex(random_bytes(8)), 1_000, 'https://shop.example/', ['features' => 'FORCE_SSL'])['orderId'];
$noMoney = ['$PAN' => '2202205000060910', '$CVC' => '810', 'YYYY' => '2028', 'MM' => '06'] + CARD;

$cases = [
    'wrong password' => fn () => $stranger->getOrderStatusExtended($paid),
    'wrong password, money' => fn () => $stranger->refund($paid, 100),
    'duplicate order' => fn () => $gateway->register('paid', 1_000, 'https://shop.example/'),
    'unknown order' => fn () => $gateway->getOrderStatusExtended($unknown),
    'unknown order number' => fn () => $gateway->getOrderStatusExtended(orderNumber: 'nobody'),
    'unknown order, money' => fn () => $gateway->refund($unknown, 100),
    'unknown order, pay' => fn () => $gateway->paymentOrder($unknown, CARD),
    'refund above deposit' => fn () => $gateway->refund($paid, 1_001),
    'refund of a hold' => fn () => $gateway->refund($held, 100),
    'deposit while created' => fn () => $gateway->deposit($created),
    'deposit above hold' => fn () => $gateway->deposit($held, 1_001),
    'deposit of a deposit' => fn () => $gateway->deposit($paid),
    'reverse while created' => fn () => $gateway->reverse($created),
    'pay twice' => fn () => $gateway->paymentOrder($paid, CARD),
    'decline what is paid' => fn () => $gateway->decline($paid, 'paid'),
    'unknown currency' => fn () => $gateway->register('money', 100, 'https://shop.example/', ['currency' => '999']),
    'unknown feature' => fn () => $gateway->register('feature', 100, 'https://shop.example/', ['features' => 'NOT_ONE']),
    'relative return URL' => fn () => $gateway->register('url', 100, '/return'),
    'no money on the card' => fn () => $gateway->paymentOrder($poor(), $noMoney),
    'wrong CVC' => fn () => $gateway->paymentOrder($poor(), ['$CVC' => '999'] + CARD),
    'no such card' => fn () => $gateway->paymentOrder($poor(), ['$PAN' => '4000000000000002'] + CARD),
];
foreach ($cases as $name => $call) {
    $e = caught($call);
    printf("%-22s %s\n%-22s %s\n", $name, facts($e), '', $e?->getMessage());
}
var_dump($e->getCode() === $e->getErrorCode(), $e instanceof RuntimeException);

?>
--EXPECT--
wrong password         AccessDeniedException getOrderStatusExtended errorCode=5 actionCode=null http=200 reply=yes known final
                       getOrderStatusExtended: errorCode 5: Access denied; the usual cause is a test login used in production, or the reverse
wrong password, money  AccessDeniedException refund errorCode=5 actionCode=null http=200 reply=yes known final
                       refund: errorCode 5: Access denied; the usual cause is a test login used in production, or the reverse
duplicate order        DuplicateOrderException register errorCode=1 actionCode=null http=200 reply=yes known final
                       register: errorCode 1: Order number already processed
unknown order          OrderNotFoundException getOrderStatusExtended errorCode=6 actionCode=null http=200 reply=yes known final
                       getOrderStatusExtended: errorCode 6: Unknown order
unknown order number   OrderNotFoundException getOrderStatusExtended errorCode=6 actionCode=null http=200 reply=yes known final
                       getOrderStatusExtended: errorCode 6: Unknown order
unknown order, money   OrderNotFoundException refund errorCode=6 actionCode=null http=200 reply=yes known final
                       refund: errorCode 6: Unknown order
unknown order, pay     OrderNotFoundException paymentOrder errorCode=3 actionCode=null http=200 reply=yes known final
                       paymentOrder: errorCode 3: Unknown order
refund above deposit   InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
                       refund: errorCode 7: Refund amount exceeds deposited amount
refund of a hold       InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
                       refund: errorCode 7: Order is not in a correct state
deposit while created  InvalidStateException deposit errorCode=7 actionCode=null http=200 reply=yes known final
                       deposit: errorCode 7: Order is not in a correct state
deposit above hold     AccessDeniedException deposit errorCode=5 actionCode=null http=200 reply=yes known final
                       deposit: errorCode 5: [amount] wrong value
deposit of a deposit   InvalidStateException deposit errorCode=7 actionCode=null http=200 reply=yes known final
                       deposit: errorCode 7: Order is not in a correct state
reverse while created  InvalidStateException reverse errorCode=7 actionCode=null http=200 reply=yes known final
                       reverse: errorCode 7: Order is not in a correct state
pay twice              InvalidStateException paymentOrder errorCode=7 actionCode=null http=200 reply=yes known final
                       paymentOrder: errorCode 7: Order is not in a correct state
decline what is paid   AccessDeniedException decline errorCode=5 actionCode=null http=200 reply=yes known final
                       decline: errorCode 5: Access denied: order is not in a correct state; the usual cause is a test login used in production, or the reverse
unknown currency       InvalidRequestException register errorCode=3 actionCode=null http=200 reply=yes known final
                       register: errorCode 3: Unknown currency
unknown feature        InvalidRequestException register errorCode=14 actionCode=null http=200 reply=yes known final
                       register: errorCode 14: [features] unknown value
relative return URL    InvalidRequestException register errorCode=4 actionCode=null http=200 reply=yes known final
                       register: errorCode 4: [returnUrl] URL is invalid
no money on the card   DeclinedException paymentOrder errorCode=0 actionCode=null http=200 reply=yes known final
                       paymentOrder: errorCode 0: Not enough money
wrong CVC              DeclinedException paymentOrder errorCode=0 actionCode=null http=200 reply=yes known final
                       paymentOrder: errorCode 0: Decline. Input error
no such card           DeclinedException paymentOrder errorCode=0 actionCode=null http=200 reply=yes known final
                       paymentOrder: errorCode 0: No card record
bool(true)
bool(true)
