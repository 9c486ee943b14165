--TEST--
Presets of the banks, the order status enum and the meanings of action codes
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';

use PaymentGateway\OrderStatus;

foreach (PaymentGateway::banks() as $name => $bank) {
    printf("%-21s %-55s %-8s %-6s %s %s\n", $name, $bank['baseUri'], $bank['dialect'], $bank['timezone'] ?? '-', $bank['tokenEverywhere'] ? 'token' : '-', $bank['source'] === '' ? 'NO SOURCE' : '');
    $client = PaymentGateway::forBank($name, 'user', 'word');
    if (!str_contains(print_r($client, true), "[baseUri] => {$bank['baseUri']}\n")) {
        echo "the client has another base URI\n";
    }
}
echo caught(fn () => PaymentGateway::forBank('nobank', 'u', 'p'))->getMessage(), "\n";
echo caught(fn () => PaymentGateway::forBank('bereke'))->getMessage(), "\n";
echo caught(fn () => PaymentGateway::forBank('bereke', 'u', 'p', null, ['dialct' => 'classic']))->getMessage(), "\n";
echo caught(fn () => new PaymentGateway('https://g.example/payment/', 'u', 'p', null, ['dialect' => 'klingon']))->getMessage(), "\n";

class Shop extends PaymentGateway
{
}
echo Shop::forBank('bereke', 'u', 'p')::class, "\n";

// A token: where the documentation lists it, or everywhere where the bank takes it.
$proxied = ['proxy' => 'http://127.0.0.1:1'];
foreach (['bereke', 'alfabank'] as $bank) {
    $client = PaymentGateway::forBank($bank, token: 'token-of-the-shop', options: $proxied);
    foreach (['getOrderStatusExtended' => ['id'], 'refund' => ['id', 1]] as $method => $arguments) {
        printf("%-9s %-23s %s\n", $bank, $method, refusal(fn () => $client->$method(...$arguments)));
    }
}
$sberbank = PaymentGateway::forBank('sberbank', 'u', 'p', null, $proxied);
echo caught(fn () => $sberbank->getOrderStatus('id'))->getMessage(), "\n";
echo caught(fn () => $sberbank->refund('id', 1))->getMessage(), "\n";

foreach (range(0, 9) as $number) {
    $status = OrderStatus::tryFrom($number);
    printf("%d %-24s %s %s %s\n", $number, $status?->name ?? 'unknown', $status?->isPaid() ? 'paid' : '-', $status?->isHeld() ? 'held' : '-', $status?->isFinal() ? 'final' : '-');
}
$refunded = static fn (mixed $deposited): array => ['orderStatus' => 4, 'paymentAmountInfo' => ['depositedAmount' => $deposited]];
foreach ([1, 0, '250', '0'] as $deposited) {
    echo 'refunded, ', json_encode($deposited), ' captured: ', json_encode(OrderStatus::Refunded->isPartlyRefunded($refunded($deposited))), "\n";
}
foreach ([[], ['paymentAmountInfo' => []], $refunded('x'), ['depositAmount' => 5], ['paymentAmountInfo' => 5]] as $reply) {
    echo 'refunded, ', json_encode($reply), ': ', json_encode(OrderStatus::Refunded->isPartlyRefunded($reply)), "\n";
}
echo 'others: ', implode(' ', array_map(static fn (OrderStatus $status): string => json_encode($status->isPartlyRefunded($refunded(1))), array_filter(OrderStatus::cases(), static fn (OrderStatus $status): bool => $status !== OrderStatus::Refunded))), "\n";

foreach ([0, 116, -2007, 71015, 1015, 70116, 12345678, -12345] as $code) {
    printf("%d: %s\n", $code, PaymentGateway::actionCodeMeaning($code) ?? 'null');
}

?>
--EXPECT--
alfabank              https://pay.alfabank.ru/payment/                        classic  -      token 
alfabank-test         https://alfa.rbsuat.com/payment/                        classic  -      token 
bereke                https://securepayments.berekebank.kz/payment/           classic  +03:00 - 
bereke-test           https://3dsec.berekebank.kz/payment/                    classic  +03:00 - 
bpc-test              https://dev.bpcbt.com/payment/                          classic  UTC    - 
bpsprocessing-test    https://dev.bpsprocessing.ru/payment/                   classic  UTC    - 
sberbank              https://ecommerce.sberbank.ru/ecomm/gw/partner/api/v1/  sberbank -      token 
sberbank-classic      https://securepayments.sberbank.ru/payment/             classic  -      token 
sberbank-classic-test https://3dsec.sberbank.ru/payment/                      classic  -      token 
sberbank-test         https://ecomtest.sberbank.ru/ecomm/gw/partner/api/v1/   sberbank -      token 
vtb-kz                https://payment.vtb.kz/payment/                         classic  -      - 
vtb-kz-test           https://vtbkz.rbsuat.com/payment/                       classic  -      - 
forBank: unknown bank; the banks are: alfabank, alfabank-test, bereke, bereke-test, bpc-test, bpsprocessing-test, sberbank, sberbank-classic, sberbank-classic-test, sberbank-test, vtb-kz, vtb-kz-test
credentials are missing: give userName and password, or token
option dialct is unknown; did you mean dialect?
option dialect must be 'classic' or 'sberbank'
Shop
bereke    getOrderStatusExtended  would be sent
bereke    refund                  refund: the gateway takes no token here, because a token may be public; with one it takes only continue3ds, getOrderStatusExtended, installmentPayment, instantPayment, motoPayment, register, registerPreAuth, verifyCard: give the constructor userName and password instead
alfabank  getOrderStatusExtended  would be sent
alfabank  refund                  would be sent
getOrderStatus: the dialect sberbank has no such method
refund: orderId must be exactly 36 characters, 2 given
0 Created                  - - -
1 Approved                 - held -
2 Deposited                paid - final
3 Reversed                 - - final
4 Refunded                 - - final
5 AuthorizationInitialized - - -
6 Declined                 - - final
7 Pending                  - - -
8 PartlyDeposited          - held -
9 unknown                  - - -
refunded, 1 captured: true
refunded, 0 captured: false
refunded, "250" captured: true
refunded, "0" captured: false
refunded, []: null
refunded, {"paymentAmountInfo":[]}: null
refunded, {"orderStatus":4,"paymentAmountInfo":{"depositedAmount":"x"}}: null
refunded, {"depositAmount":5}: true
refunded, {"paymentAmountInfo":5}: null
others: false false false false false false false false
0: approved
116: not enough money
-2007: the order's lifetime ended before a payment
71015: wrong card data
1015: wrong card data
70116: not enough money
12345678: null
-12345: null
