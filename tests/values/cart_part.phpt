--TEST--
Cart::part: parts of an order by the shop's lines; random carts in parts always sum to the whole, and the sandbox takes each
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

use PaymentGateway\Cart;

/** The items of a bundle in one line: position: quantity x price = amount. */
function show(string $title, array $bundle): void
{
    $items = array_map(static fn (array $item): string => sprintf(
        '%s: %s x %s = %d',
        $item['positionId'],
        json_encode($item['quantity']['value']),
        $item['itemPrice'] ?? '-',
        $item['itemAmount'],
    ), $bundle['cartItems']['items']);
    printf("%-32s %s | sum %d\n", $title, implode(', ', $items), Cart::sum($bundle));
}

$lines = [
    ['name' => 'Tea', 'code' => 'T-1', 'quantity' => 3, 'amount' => 10_000],
    ['name' => 'Apples', 'code' => 17, 'quantity' => '0.750', 'measure' => 'kg', 'price' => 12_000],
    ['name' => 'Cup', 'quantity' => 2, 'price' => 500],
];
$options = ['prices' => true, 'shipping' => ['name' => 'Delivery', 'amount' => 900]];
$bundle = Cart::bundle($lines, $options);
show('the order', $bundle);

echo "-- one line in pieces, which was split\n";
$one = [['code' => 'T-1', 'quantity' => 1]];
show('1 of 3', Cart::part($bundle, $one));
show('1 more', Cart::part($bundle, $one, $one));
show('the last', Cart::part($bundle, $one, [...$one, ...$one]));
show('2 of 3, over both positions', Cart::part($bundle, [['line' => 1, 'quantity' => '2']], $one));
show('the rest', Cart::part($bundle, [['line' => 1]], $one));
show('half a unit', Cart::part($bundle, [['line' => 1, 'quantity' => '2.5']]));

echo "-- several lines\n";
show('weights and the delivery', Cart::part($bundle, [['code' => '17', 'quantity' => '0.333'], ['line' => 4]]));
show('the rest of the weight', Cart::part($bundle, [['code' => 17]], [['line' => 2, 'quantity' => '0.333']]));
show('a line twice', Cart::part($bundle, [['line' => 3, 'quantity' => 1], ['line' => 1], ['line' => 3, 'quantity' => 1]]));
show('everything', Cart::part($bundle, [['line' => 1], ['line' => 2], ['line' => 3], ['line' => 4]]));
var_dump(Cart::part($bundle, [['line' => 1], ['line' => 2], ['line' => 3], ['line' => 4]]) === $bundle);

echo "-- without prices\n";
$plain = Cart::bundle([['name' => 'Tea', 'quantity' => 3, 'amount' => 10_000, 'tax' => ['taxType' => 6, 'taxSum' => 1_667]]]);
$returned = [];
foreach (['first', 'second', 'third'] as $title) {
    $part = Cart::part($plain, [['line' => 1, 'quantity' => 1]], $returned);
    show($title, $part);
    echo '  ', json_encode($part['cartItems']['items'][0]['tax']), "\n";
    $returned[] = ['line' => 1, 'quantity' => 1];
}

echo "-- what is kept and what is not\n";
$rich = Cart::bundle(
    [
        ['name' => 'Tea', 'code' => 'T-1', 'quantity' => 2, 'price' => 500, 'details' => ['Sort' => 'green'], 'attributes' => ['paymentMethod' => 1],
            'extra' => ['discount' => ['discountType' => 'sum', 'discountValue' => '100'], 'paymentObject' => 'commodity']],
        ['name' => 'Cup', 'quantity' => 1, 'price' => 700],
    ],
    ['customer' => ['email' => 'buyer@shop.example'], 'created' => '2026-11-21T10:00:00', 'extra' => [
        'ffdVersion' => '1.2', 'receiptType' => 'sell', 'total' => 1_700, 'payments' => [['type' => 1, 'sum' => 1_700]], 'loyalties' => [],
    ]],
);
$rich['cartItems']['items'][0]['depositedItemAmount'] = 0;
echo json_encode(Cart::part($rich, [['line' => 1, 'quantity' => 1]])), "\n";
echo json_encode(Cart::part($rich['cartItems'], [['line' => 1]])), "\n";

echo "-- refused\n";
$two = Cart::bundle([['name' => 'A', 'code' => 'c', 'quantity' => 1, 'price' => 1], ['name' => 'B', 'code' => 'c', 'quantity' => 1, 'price' => 9]]);
foreach ([
    fn () => Cart::part([], $one),
    fn () => Cart::part(['cartItems' => ['items' => []]], $one),
    fn () => Cart::part(['items' => [['quantity' => ['value' => 1], 'itemAmount' => 1], 2]], $one),
    fn () => Cart::part(['items' => [['quantity' => ['value' => 0.0005], 'itemAmount' => 1]]], $one),
    fn () => Cart::part(['items' => [['quantity' => ['value' => 1]]]], $one),
    fn () => Cart::part(['items' => [['quantity' => ['value' => 1], 'itemAmount' => 1.0]]], $one),
    fn () => Cart::part($bundle, []),
    fn () => Cart::part($bundle, [17]),
    fn () => Cart::part($bundle, ['T-1' => 1]),
    fn () => Cart::part($bundle, [['quantity' => 1]]),
    fn () => Cart::part($bundle, [['line' => 1, 'code' => 'T-1']]),
    fn () => Cart::part($bundle, [['line' => 5]]),
    fn () => Cart::part($bundle, [['line' => 0]]),
    fn () => Cart::part($bundle, [['line' => '1']]),
    fn () => Cart::part($bundle, [['code' => 't-1']]),
    fn () => Cart::part($two, [['code' => 'c']]),
    fn () => Cart::part($bundle, [['line' => 1, 'quantity' => 1.0001]]),
    fn () => Cart::part($bundle, [['line' => 1, 'quantity' => 0]]),
    fn () => Cart::part($bundle, [['line' => 1, 'quantity' => '0.0001']]),
    fn () => Cart::part($bundle, [['line' => 1, 'quantty' => 1]]),
    fn () => Cart::part($bundle, [['line' => 1, 'quantity' => 4]]),
    fn () => Cart::part($bundle, [['line' => 3, 'quantity' => 1], ['line' => 1, 'quantity' => 2]], [['line' => 1, 'quantity' => 2]]),
    fn () => Cart::part($bundle, [['line' => 1]], [['line' => 1]]),
    fn () => Cart::part($bundle, $one, [['line' => 1, 'quantity' => 2], ['code' => 'T-1', 'quantity' => 2]]),
    fn () => Cart::part($bundle, $one, [['line' => 9]]),
] as $call) {
    echo refusal($call), "\n";
}

// --------------------------------------------------------------------------------------------------- random carts

/** A cart of 1 to 5 lines, with every kind of quantity, price, code, discount and delivery. */
function random_cart(bool $sberbank): array
{
    $lines = [];
    for ($i = mt_rand(1, 5); $i > 0; $i--) {
        $weight = mt_rand(0, 2) === 0;
        $line = [
            'name' => 'Goods ' . mt_rand(1, 3),
            'quantity' => $weight ? sprintf('%d.%03d', mt_rand(0, 2), mt_rand(1, 999)) : mt_rand(1, 6),
            mt_rand(0, 1) ? 'price' : 'amount' => mt_rand(1, mt_rand(0, 3) ? 20_000 : 20),
        ];
        if ($sberbank) {
            $line += ['code' => "c-$i", 'tax' => ['taxType' => 6], 'measure' => 0, 'extra' => ['paymentMethod' => 'full_payment', 'paymentObject' => 'commodity']];
        } elseif (mt_rand(0, 1)) {
            $line['code'] = mt_rand(0, 1) ? "c-$i" : $i;
        }
        $lines[] = $line;
    }
    $options = ['prices' => $sberbank || mt_rand(0, 1)];
    $options['discount'] = mt_rand(0, 1) ? mt_rand(0, (int) (Cart::sum(Cart::bundle($lines)) / 2)) : 0;
    if (mt_rand(0, 1)) {
        $options['shipping'] = ['name' => 'Delivery', 'amount' => mt_rand(1, 900)] + array_intersect_key($lines[0], ['tax' => 1, 'extra' => 1])
            + ($sberbank ? ['code' => 'delivery', 'measure' => 0] : []);
    }
    $options['prices'] = (bool) $options['prices'];

    return [$lines, $options];
}

/** Thousandths of a quantity. */
function thousandths(int|float|string $quantity): int
{
    return (int) round((float) $quantity * 1000);
}

/** Some of what is left of some lines; what it names is taken from $left. */
function random_part(array $lines, array &$left): array
{
    $part = [];
    while ($part === []) {
        foreach ($left as $i => $thousandths) {
            if ($thousandths === 0 || mt_rand(0, 1)) {
                continue;
            }
            $whole = $thousandths % 1000 === 0 && mt_rand(0, 4);
            $taken = mt_rand(0, 2) === 0 ? $thousandths : ($whole ? 1000 * mt_rand(1, intdiv($thousandths, 1000)) : mt_rand(1, $thousandths));
            $entry = isset($lines[$i]['code']) && mt_rand(0, 1) ? ['code' => $lines[$i]['code']] : ['line' => $i + 1];
            if ($taken < $thousandths || mt_rand(0, 1)) {
                $entry['quantity'] = $taken % 1000 === 0 ? intdiv($taken, 1000) : sprintf('%d.%03d', intdiv($taken, 1000), $taken % 1000);
            }
            $left[$i] -= $taken;
            $part[] = $entry;
        }
    }

    return $part;
}

/** What of each position the parts have together: quantity and amount by positionId. */
function positions(array ...$bundles): array
{
    $sums = [];
    foreach ($bundles as $bundle) {
        foreach ($bundle['cartItems']['items'] as $item) {
            $sum = &$sums[$item['positionId']];
            $sum['quantity'] = ($sum['quantity'] ?? 0) + thousandths($item['quantity']['value']);
            $sum['amount'] = ($sum['amount'] ?? 0) + $item['itemAmount'];
            if (isset($item['itemPrice']) && abs($item['itemAmount'] * 1000 - $item['itemPrice'] * thousandths($item['quantity']['value'])) >= 1000) {
                echo "a price that does not fit: ", json_encode($item), "\n";
            }
            if ($item['itemAmount'] < 0 || $item['quantity']['value'] <= 0) {
                echo "not a piece: ", json_encode($item), "\n";
            }
        }
    }
    ksort($sums);

    return $sums;
}

$sandbox = Sandbox::start();
$sandbox->merchant(['multipleDeposits' => 1]);
$seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: 20_264);
$carts = (int) (getenv('PAYMENT_GATEWAY_CARTS') ?: 120);
mt_srand($seed);
$clients = [
    'classic' => $sandbox->client(['currency' => '398']),
    'sberbank' => new PaymentGateway(
        str_replace('/payment/', '/ecomm/gw/partner/api/v1/', $sandbox->uri),
        Sandbox::USER,
        Sandbox::PASSWORD,
        options: ['dialect' => 'sberbank', 'currency' => '643'],
    ),
];
$operations = ['refund' => 'refundItems', 'deposit' => 'depositItems'];
$counted = ['classic' => 0, 'sberbank' => 0, 'split' => 0, 'refund' => 0, 'deposit' => 0, 'of nothing' => 0];
for ($number = 0; $number < $carts;) {
    $dialect = array_rand($clients);
    [$lines, $options] = random_cart($dialect === 'sberbank');
    try {
        $bundle = Cart::bundle($lines, $options);
    } catch (PaymentGateway\ArgumentException) {
        continue; // a weight without a price
    }
    $amount = Cart::sum($bundle);
    if ($amount === 0) {
        continue;
    }
    $number++;
    $operation = array_rand($operations);
    $gateway = $clients[$dialect];
    $id = $gateway->{$operation === 'refund' ? 'register' : 'registerPreAuth'}("cart-$number", $amount, 'https://shop.example/return', ['orderBundle' => $bundle])['orderId'];
    $gateway->paymentOrder($id, CARD);

    $sold = isset($options['shipping']) ? [...$lines, $options['shipping'] + ['quantity' => 1]] : $lines;
    $left = array_map(static fn (array $line): int => thousandths($line['quantity']), $sold);
    $before = $parts = [];
    $sum = 0;
    while (array_sum($left) > 0) {
        $entries = random_part($sold, $left);
        $parts[] = $part = Cart::part($bundle, $entries, $before);
        $before = [...$before, ...$entries];
        $sum += Cart::sum($part);
        if (Cart::sum($part) === 0) {
            $counted['of nothing']++;
            continue; // nothing to give back; the cart's ledger need not know
        }
        $gateway->$operation($id, Cart::sum($part), $dialect === 'classic' ? [$operations[$operation] => $part['cartItems']] : ['orderBundle' => $part]);
        $counted[$operation]++;
    }
    $counted[$dialect]++;
    $counted['split'] += count($bundle['cartItems']['items']) > count($sold);
    if ($sum !== $amount || positions(...$parts) !== positions($bundle)) {
        printf("seed %d, cart %d: %d of %d: %s\n", $seed, $number, $sum, $amount, json_encode([$lines, $options, $before]));
    }
    $sums = $gateway->getOrderStatusExtended($id)['paymentAmountInfo'];
    if ($sums[$operation === 'refund' ? 'refundedAmount' : 'depositedAmount'] !== $amount) {
        printf("seed %d, cart %d: the gateway has %s\n", $seed, $number, json_encode($sums));
    }
    if (!str_contains(refusal(fn () => Cart::part($bundle, [['line' => 1, 'quantity' => '0.001']], $before)), 'what is left of line 1, which is 0.000')) {
        printf("seed %d, cart %d: more than there was\n", $seed, $number);
    }
}
echo "-- $carts random carts\nseed $seed: ", json_encode($counted), "\n";
foreach ($counted as $what => $count) {
    echo $count > 0 ? '' : "no $what\n";
}
?>
--EXPECTF--
the order                        1: 2 x 3333 = 6666, 2: 1 x 3334 = 3334, 3: 0.75 x 12000 = 9000, 4: 2 x 500 = 1000, 5: 1 x 900 = 900 | sum 20900
-- one line in pieces, which was split
1 of 3                           1: 1 x 3333 = 3333 | sum 3333
1 more                           1: 1 x 3333 = 3333 | sum 3333
the last                         2: 1 x 3334 = 3334 | sum 3334
2 of 3, over both positions      1: 1 x 3333 = 3333, 2: 1 x 3334 = 3334 | sum 6667
the rest                         1: 1 x 3333 = 3333, 2: 1 x 3334 = 3334 | sum 6667
half a unit                      1: 2 x 3333 = 6666, 2: 0.5 x 3334 = 1667 | sum 8333
-- several lines
weights and the delivery         3: 0.333 x 12000 = 3996, 5: 1 x 900 = 900 | sum 4896
the rest of the weight           3: 0.417 x 12000 = 5004 | sum 5004
a line twice                     1: 2 x 3333 = 6666, 2: 1 x 3334 = 3334, 4: 2 x 500 = 1000 | sum 11000
everything                       1: 2 x 3333 = 6666, 2: 1 x 3334 = 3334, 3: 0.75 x 12000 = 9000, 4: 2 x 500 = 1000, 5: 1 x 900 = 900 | sum 20900
bool(true)
-- without prices
first                            1: 1 x - = 3333 | sum 3333
  {"taxType":6,"taxSum":555}
second                           1: 1 x - = 3333 | sum 3333
  {"taxType":6,"taxSum":556}
third                            1: 1 x - = 3334 | sum 3334
  {"taxType":6,"taxSum":556}
-- what is kept and what is not
{"orderCreationDate":"2026-11-21T10:00:00","customerDetails":{"email":"buyer@shop.example"},"ffdVersion":"1.2","cartItems":{"items":[{"positionId":1,"name":"Tea","quantity":{"value":1,"measure":"pcs"},"itemAmount":500,"itemPrice":500,"itemCode":"T-1","itemDetails":{"itemDetailsParams":[{"name":"Sort","value":"green"}]},"itemAttributes":{"attributes":[{"name":"paymentMethod","value":"1"}]},"paymentObject":"commodity"}]}}
{"cartItems":{"items":[{"positionId":1,"name":"Tea","quantity":{"value":2,"measure":"pcs"},"itemAmount":1000,"itemPrice":500,"itemCode":"T-1","itemDetails":{"itemDetailsParams":[{"name":"Sort","value":"green"}]},"itemAttributes":{"attributes":[{"name":"paymentMethod","value":"1"}]},"discount":{"discountType":"sum","discountValue":"100"},"paymentObject":"commodity"}]}}
-- refused
the bundle must hold cartItems with a list of items
the bundle must hold at least one item
the bundle, position 2: the item must be an array
the bundle, position 1: quantity must be an array with a value, of at most 3 decimals and more than 0
the bundle, position 1: itemAmount is missing
the bundle, position 1: itemAmount must be an int in minor units, not negative and of at most 12 digits
lines must hold at least one entry
lines, entry 1: it must be an array with line or code, and quantity
lines, entry 1: it must be an array with line or code, and quantity
lines, entry 1: line or code is missing
lines, entry 1: give line or code, not both
lines, entry 1: line 5 is not in the bundle, which has 4
lines, entry 1: line must be an int from 1 to 50000
lines, entry 1: line must be an int from 1 to 50000
lines, entry 1: no line of the bundle has the code t-1
lines, entry 1: the code is that of the lines 1 and 2; give line, the number of one of them, instead
lines, entry 1: quantity must be a number with at most 3 decimals, int, float or decimal text, such as '0.333', more than 0 and less than 1000000000
lines, entry 1: quantity must be a number with at most 3 decimals, int, float or decimal text, such as '0.333', more than 0 and less than 1000000000
lines, entry 1: quantity must be a number with at most 3 decimals, int, float or decimal text, such as '0.333', more than 0 and less than 1000000000
lines, entry 1: quantty is unknown; did you mean quantity?
lines, entry 1: quantity must be at most what is left of line 1, which is 3.000
lines, entry 2: quantity must be at most what is left of line 1, which is 1.000
lines, entry 1: quantity must be at most what is left of line 1, which is 0.000
before, entry 2: quantity must be at most what is left of line 1, which is 1.000
before, entry 1: line 9 is not in the bundle, which has 4
-- %d random carts
seed %d: {"classic":%d,"sberbank":%d,"split":%d,"refund":%d,"deposit":%d,"of nothing":%d}
