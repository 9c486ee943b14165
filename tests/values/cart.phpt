--TEST--
Cart: an orderBundle whose lines sum to the order's amount, down to a paid order
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

use PaymentGateway\ArgumentException;
use PaymentGateway\Cart;

function refused(callable $call): void
{
    $e = caught($call);
    echo $e instanceof ArgumentException ? $e->getMethod() . ': ' : get_class($e) . ': ', $e->getMessage(), "\n";
}

/** One line for each item. */
function show(array $bundle): void
{
    foreach ($bundle['cartItems']['items'] as $item) {
        printf(
            "%d %s %s %s x %s = %s\n",
            $item['positionId'],
            $item['name'],
            json_encode($item['quantity']['value']),
            $item['quantity']['measure'],
            $item['itemPrice'] ?? '-',
            $item['itemAmount'],
        );
    }
    echo 'sum ', Cart::sum($bundle), "\n";
}

echo "-- a whole bundle\n";
$lines = [
    17 => ['name' => 'Чай', 'code' => 17, 'quantity' => 3, 'amount' => 10_000, 'tax' => ['taxType' => 6], 'extra' => ['excise' => '1', 'none' => null]],
    'b' => ['name' => 'Яблоки', 'quantity' => '0.750', 'measure' => 'kg', 'price' => 12_990, 'currency' => 'kzt', 'details' => ['Сорт' => 'Апорт', 'Год' => 2026], 'attributes' => ['paymentMethod' => 1]],
];
$options = [
    'customer' => ['email' => 'buyer@shop.example'],
    'created' => '2026-11-21T10:00:00',
    'shipping' => ['name' => 'Доставка', 'amount' => 50_000],
    'extra' => ['ffdVersion' => '1.2'],
];
$bundle = Cart::bundle($lines, $options);
echo json_encode($bundle, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";
var_dump(Cart::sum($bundle), Cart::sum($bundle['cartItems']));

echo "-- prices and discounts\n";
show(Cart::bundle([$lines[17]], ['prices' => true, 'measure' => 0]));
show(Cart::bundle([['name' => 'A', 'quantity' => 3, 'amount' => 10_000], ['name' => 'B', 'quantity' => 2, 'price' => 1]], ['prices' => true]));
show(Cart::bundle([['name' => 'A', 'quantity' => 3, 'price' => 3_333], ['name' => 'B', 'quantity' => 1.5, 'price' => 1_001]], ['discount' => 1_000]));

echo "-- refused\n";
refused(fn () => Cart::bundle([]));
refused(fn () => Cart::bundle([1]));
refused(fn () => Cart::bundle([['name' => 'A', 'quantity' => 1, 'price' => 1], ['name' => 'B', 'quantity' => 1.2345, 'price' => 1]]));
refused(fn () => Cart::bundle([['name' => 'A', 'quantity' => 1, 'price' => 19.99]]));
refused(fn () => Cart::bundle([['name' => 'A', 'quantity' => 1, 'price' => '19']]));
refused(fn () => Cart::bundle([['name' => "\xFF", 'quantity' => 1, 'price' => 19]]));
refused(fn () => Cart::bundle([['name' => 'A', 'quantity' => 1, 'prise' => 19]]));
refused(fn () => Cart::bundle([['name' => new stdClass(), 'quantity' => 1, 'price' => 19]]));
refused(fn () => Cart::bundle([['name' => 'A', 'quantity' => PHP_INT_MAX, 'price' => PHP_INT_MAX]]));
refused(fn () => Cart::bundle([['name' => 'A', 'quantity' => 999_999_999, 'price' => 999_999_999_999]]));
refused(fn () => Cart::bundle($lines, ['amount' => 19_742]));
refused(fn () => Cart::bundle($lines, ['discount' => 19_744]));
refused(fn () => Cart::bundle($lines, ['discount' => 1, 'prices' => true]));
refused(fn () => Cart::bundle($lines, ['shiping' => []]));
refused(fn () => Cart::bundle($lines, ['created' => new DateTimeImmutable()]));
refused(fn () => Cart::bundle('lines'));
refused(fn () => Cart::sum([]));
refused(fn () => Cart::sum(['cartItems' => ['items' => [['itemAmount' => 1], ['itemAmount' => 1.0]]]]));
refused(fn () => new Cart());

echo "-- what comes in stays as it is\n";
$text = new class {
    public function __toString(): string
    {
        return 'Stringable';
    }
};
$address = ['city' => 'Almaty'];
$name = 'by reference';
$mine = [['name' => $text, 'quantity' => 1, 'price' => 5], ['name' => &$name, 'quantity' => 1, 'price' => 5, 'code' => 'c']];
$made = Cart::bundle($mine, ['customer' => ['deliveryInfo' => &$address]]);
$made['cartItems']['items'][1]['name'] = 'changed';
var_dump($name, $mine[0]['name'] === $text, $made['cartItems']['items'][0]['name']);
$throwing = new class {
    public function __toString(): string
    {
        throw new LogicException('no text');
    }
};
refused(fn () => Cart::bundle([['name' => $throwing, 'quantity' => 1, 'price' => 5]]));
refused(fn () => Cart::bundle([['name' => $text, 'quantity' => 1, 'price' => 5]], ['created' => $throwing]));

echo "-- 1000 lines\n";
$many = [];
$seed = 20263;
mt_srand($seed);
for ($i = 0; $i < 1000; $i++) {
    $many[] = ['name' => "line $i", 'quantity' => mt_rand(1, 9), 'price' => mt_rand(0, 100_000)];
}
$total = array_sum(array_map(fn (array $line): int => $line['quantity'] * $line['price'], $many));
$split = Cart::bundle($many, ['discount' => 777_777, 'prices' => true, 'amount' => $total - 777_777]);
$items = $split['cartItems']['items'];
var_dump(
    Cart::sum($split) === $total - 777_777,
    array_column($items, 'positionId') === range(1, count($items)),
    array_filter($items, fn (array $item): bool => $item['itemPrice'] * $item['quantity']['value'] !== $item['itemAmount']) === [],
);

echo "-- an order with it\n";
$sandbox = Sandbox::start();
$gateway = $sandbox->client();
unset($lines[17]['extra'], $options['extra']);
$bundle = Cart::bundle($lines, ['discount' => 1_000] + $options);
$id = $gateway->register('cart-1', Cart::sum($bundle), 'https://shop.example/return', ['currency' => '398', 'orderBundle' => $bundle])['orderId'];
$gateway->paymentOrder($id, CARD);
$status = $gateway->getOrderStatusExtended($id);
var_dump($status['orderStatus'], $status['amount'] === Cart::sum($status['orderBundle']));
show($status['orderBundle']);
$back = Cart::bundle([['name' => 'Чай', 'quantity' => 1, 'price' => 3_333]])['cartItems'];
$gateway->refund($id, Cart::sum($back), ['refundItems' => $back]);
var_dump($gateway->getOrderStatusExtended($id)['paymentAmountInfo']['refundedAmount']);
$bundle = Cart::bundle([$lines[17]], ['prices' => true, 'discount' => 1_000]);
$id = $gateway->registerPreAuth('cart-2', Cart::sum($bundle), 'https://shop.example/return', ['orderBundle' => $bundle])['orderId'];
$gateway->paymentOrder($id, CARD);
$gateway->deposit($id, 3_000, ['depositItems' => Cart::bundle([['name' => 'Чай', 'quantity' => 1, 'price' => 3_000]])['cartItems']]);
show($gateway->getOrderStatusExtended($id)['orderBundle']);

?>
--EXPECT--
-- a whole bundle
{
    "orderCreationDate": "2026-11-21T10:00:00",
    "customerDetails": {
        "email": "buyer@shop.example"
    },
    "cartItems": {
        "items": [
            {
                "positionId": 1,
                "name": "Чай",
                "quantity": {
                    "value": 3,
                    "measure": "pcs"
                },
                "itemAmount": 10000,
                "itemCode": "17",
                "tax": {
                    "taxType": 6
                },
                "excise": "1"
            },
            {
                "positionId": 2,
                "name": "Яблоки",
                "quantity": {
                    "value": 0.75,
                    "measure": "kg"
                },
                "itemAmount": 9743,
                "itemCurrency": "398",
                "itemDetails": {
                    "itemDetailsParams": [
                        {
                            "name": "Сорт",
                            "value": "Апорт"
                        },
                        {
                            "name": "Год",
                            "value": "2026"
                        }
                    ]
                },
                "itemAttributes": {
                    "attributes": [
                        {
                            "name": "paymentMethod",
                            "value": "1"
                        }
                    ]
                }
            },
            {
                "positionId": 3,
                "name": "Доставка",
                "quantity": {
                    "value": 1,
                    "measure": "pcs"
                },
                "itemAmount": 50000,
                "itemPrice": 50000
            }
        ]
    },
    "ffdVersion": "1.2"
}
int(69743)
int(69743)
-- prices and discounts
1 Чай 2 0 x 3333 = 6666
2 Чай 1 0 x 3334 = 3334
sum 10000
1 A 2 pcs x 3333 = 6666
2 A 1 pcs x 3334 = 3334
3 B 2 pcs x 1 = 2
sum 10002
1 A 3 pcs x - = 9130
2 B 1.5 pcs x 914 = 1371
sum 10501
-- refused
Cart::bundle: lines must hold at least one line
Cart::bundle: line 1: the line must be an array
Cart::bundle: line 2: quantity must be a number with at most 3 decimals, int, float or decimal text, such as '0.333', more than 0 and less than 1000000000
Cart::bundle: line 1: price must be an int in minor units, not negative and of at most 12 digits
Cart::bundle: line 1: price must be an int in minor units, not negative and of at most 12 digits
Cart::bundle: line 1: name must be a string of 1 to 255 characters of valid UTF-8
Cart::bundle: line 1: prise is unknown; did you mean price?
Cart::bundle: line 1: name must be a string of 1 to 255 characters of valid UTF-8
Cart::bundle: line 1: quantity must be a number with at most 3 decimals, int, float or decimal text, such as '0.333', more than 0 and less than 1000000000
Cart::bundle: line 1: price times quantity must be of at most 12 digits of minor units
Cart::bundle: option amount is 19742, but the lines sum to 19743 with discount and shipping
Cart::bundle: option discount is 19744, and the lines sum to 19743
Cart::bundle: line 2: quantity 0.750 has no unit price that gives the amount 9743 exactly, as the option prices requires; sell it as quantity 1, with the measure in its name
Cart::bundle: option shiping is unknown; did you mean shipping?
Cart::bundle: option created must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss
TypeError: PaymentGateway\Cart::bundle(): Argument #1 ($lines) must be of type array, string given
Cart::sum: the bundle must hold cartItems with a list of items
Cart::sum: line 2: itemAmount must be an int in minor units, not negative and of at most 12 digits
Error: Call to private PaymentGateway\Cart::__construct() from global scope
-- what comes in stays as it is
string(12) "by reference"
bool(true)
string(10) "Stringable"
LogicException: no text
LogicException: no text
-- 1000 lines
bool(true)
bool(true)
bool(true)
-- an order with it
int(2)
bool(true)
1 Чай 3 pcs x - = 9493
2 Яблоки 0.75 kg x - = 9250
3 Доставка 1 pcs x 50000 = 50000
sum 68743
int(3333)
1 Чай 3 pcs x 3000 = 9000
sum 9000
