--TEST--
Nested objects are checked to their leaves, and sent as JSON by their rows
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderId":"a"}']]]);
$gateway = $proxy->client();

const ITEM = [
    'positionId' => 1,
    'name' => 'Book',
    'quantity' => ['value' => 2, 'measure' => 'pcs'],
    'itemAmount' => 2_000,
    'itemPrice' => 1_000,
];

function bundle(array ...$items): array
{
    return ['cartItems' => ['items' => $items]];
}

/** What goes wrong, or what is sent of the parameter. */
function attempt(string $name, array $value, ?PaymentGateway $other = null): void
{
    global $gateway, $proxy;
    try {
        ($other ?? $gateway)->register('n', 2_000, 'https://shop.example/', [$name => $value]);
        parse_str(array_slice($proxy->deliveries(), -1)[0]['body'], $sent);
        echo 'sent ', $sent[$name], "\n";
    } catch (PaymentGateway\ArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}

attempt('orderBundle', bundle(ITEM));
attempt('orderBundle', bundle(['positionId' => '7', 'quantity' => ['value' => '1.500', 'measure' => 'kg'], 'itemPrice' => null] + ITEM));
attempt('orderBundle', bundle(['quantity' => ['value' => 0.333, 'measure' => 'kg'], 'itemDetails' => ['itemDetailsParams' => [['name' => 'n', 'value' => 'v']]]] + ITEM));
attempt('orderBundle', bundle(ITEM, ['name' => 5] + ITEM));
attempt('orderBundle', bundle(ITEM, ITEM, ['itemAmount' => 20.0] + ITEM));
attempt('orderBundle', bundle(['itemAmount' => -1] + ITEM));
attempt('orderBundle', bundle(['quantity' => ['value' => 1.2345, 'measure' => 'kg']] + ITEM));
attempt('orderBundle', bundle(['quantity' => ['value' => '1e3', 'measure' => 'kg']] + ITEM));
attempt('orderBundle', bundle(['quantity' => ['value' => -1, 'measure' => 'kg']] + ITEM));
attempt('orderBundle', bundle(['quantity' => ['value' => 1]] + ITEM));
attempt('orderBundle', bundle(['itemcode' => 'x'] + ITEM));
attempt('orderBundle', bundle(array_diff_key(ITEM, ['name' => 1])));
attempt('orderBundle', bundle(['name' => str_repeat('я', 256)] + ITEM));
attempt('orderBundle', ['cartItems' => ['items' => ITEM]]);
attempt('orderBundle', ['cartItems' => ['items' => ['x']]]);
attempt('orderBundle', ['cartItems' => []]);
attempt('orderBundle', []);
attempt('orderBundle', ['orderCreationDate' => '2026-13-01T00:00:00'] + bundle(ITEM));
attempt('orderBundle', ['customerDetails' => ['deliveryInfo' => ['country' => 'KZ', 'city' => 'Almaty']]] + bundle(ITEM));
attempt('billingPayerData', ['payerAccount' => '1', 'billingCity' => '']);
attempt('billingPayerData', ['billingCity' => 'Almaty']);
attempt('billingPayerData', ['payerAccount' => '1', 'billingPostcode' => '050000']);
attempt('shippingPayerData', ['shippingMethodIndicator' => '01', 'deliveryTimeframe' => 12]);
attempt('shippingPayerData', ['shippingMethodIndicator' => 1]);
attempt('orderPayerData', ['mobilePhone' => '+77001234567']);
attempt('paymentFacilitator', ['pfId' => '1', 'name' => 'n', 'subMerchants' => [['subMerchantId' => '1', 'name' => 'n', 'address' => ['city' => 'c', 'postalCode' => '1', 'country' => 'KZ']]]]);
attempt('paymentFacilitator', ['pfId' => '1', 'name' => 'n', 'subMerchants' => [['subMerchantId' => '1', 'name' => 'n', 'address' => ['city' => 'c', 'postalCode' => '1', 'country' => 'KAZ']]]]);
attempt('jsonParams', ['installments' => 3, 'flag' => false]);
$open = $proxy->client(['extraParameters' => true]);
attempt('orderBundle', bundle(['bankOwn' => ['x' => 1]] + ITEM), $open);
attempt('orderBundle', bundle(['name' => 5] + ITEM), $open);

?>
--EXPECT--
sent {"cartItems":{"items":[{"positionId":1,"name":"Book","quantity":{"value":2,"measure":"pcs"},"itemAmount":2000,"itemPrice":1000}]}}
sent {"cartItems":{"items":[{"positionId":7,"quantity":{"value":1.500,"measure":"kg"},"name":"Book","itemAmount":2000}]}}
sent {"cartItems":{"items":[{"quantity":{"value":0.333,"measure":"kg"},"itemDetails":{"itemDetailsParams":[{"name":"n","value":"v"}]},"positionId":1,"name":"Book","itemAmount":2000,"itemPrice":1000}]}}
sent {"cartItems":{"items":[{"positionId":1,"name":"Book","quantity":{"value":2,"measure":"pcs"},"itemAmount":2000,"itemPrice":1000},{"name":"5","positionId":1,"quantity":{"value":2,"measure":"pcs"},"itemAmount":2000,"itemPrice":1000}]}}
register: orderBundle.cartItems.items[2].itemAmount must be an int in minor units, float given
register: orderBundle.cartItems.items[0].itemAmount must be in minor units and not negative, -1 given
register: orderBundle.cartItems.items[0].quantity.value must be a number with at most 3 decimals: int, float or decimal text
register: orderBundle.cartItems.items[0].quantity.value must be a number with at most 3 decimals: int, float or decimal text, "1e3" given
register: orderBundle.cartItems.items[0].quantity.value must be a number with at most 3 decimals: int, float or decimal text, -1 given
register: orderBundle.cartItems.items[0].quantity.measure is missing
register: parameter orderBundle.cartItems.items[0].itemcode is unknown; did you mean itemCode?
register: orderBundle.cartItems.items[0].name is missing
register: orderBundle.cartItems.items[0].name must be 1 to 255 characters, 256 given
register: orderBundle.cartItems.items must be a list of arrays, array given
register: orderBundle.cartItems.items must be a list of arrays, string given
register: orderBundle.cartItems.items is missing
register: orderBundle.cartItems is missing
register: orderBundle.orderCreationDate must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss, "2026-13-01T00:00:00" given
register: orderBundle.customerDetails.deliveryInfo.postAddress is missing
sent {"payerAccount":"1"}
register: billingPayerData.payerAccount is missing
register: parameter billingPayerData.billingPostcode is unknown; did you mean billingPostalCode?
sent {"shippingMethodIndicator":"01","deliveryTimeframe":"12"}
register: shippingPayerData.shippingMethodIndicator must be exactly 2 digits, 1 given
sent {"mobilePhone":"+77001234567"}
sent {"pfId":"1","name":"n","subMerchants":[{"subMerchantId":"1","name":"n","address":{"city":"c","postalCode":"1","country":"KZ"}}]}
register: paymentFacilitator.subMerchants[0].address.country must be exactly 2 characters, 3 given
sent {"installments":"3","flag":"false"}
sent {"cartItems":{"items":[{"bankOwn":{"x":1},"positionId":1,"name":"Book","quantity":{"value":2,"measure":"pcs"},"itemAmount":2000,"itemPrice":1000}]}}
sent {"cartItems":{"items":[{"name":"5","positionId":1,"quantity":{"value":2,"measure":"pcs"},"itemAmount":2000,"itemPrice":1000}]}}
