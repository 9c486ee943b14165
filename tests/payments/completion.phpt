--TEST--
Completion: staged, above the hold, by cart lines; automatic completion and reversal, all eight cases of the specification
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$sandbox->clock(['now' => '2027-03-01T09:00:00']);
$gateway = $sandbox->client();

/** @param array<string, mixed> $params */
function registered(array $params = [], string $method = 'registerPreAuth'): string
{
    global $gateway;
    static $number = 0;

    return $gateway->$method('order-' . ++$number, 10_000, 'https://shop.example/', $params)['orderId'];
}

function held(array $params = []): string
{
    global $gateway;
    $id = registered($params);
    $gateway->paymentOrder($id, CARD);

    return $id;
}

function show(string $step, string $id): void
{
    global $gateway;
    $status = $gateway->getOrderStatusExtended($id);
    $sums = $status['paymentAmountInfo'];
    printf("%-34s status %d, held %d, deposited %d, refunded %d\n", $step, $status['orderStatus'], $sums['approvedAmount'], $sums['depositedAmount'], $sums['refundedAmount']);
}

function attempt(string $step, callable $call): void
{
    try {
        $call();
        echo "$step: done\n";
    } catch (PaymentGateway\Exception $e) {
        printf("%s: %s %d %s\n", $step, substr($e::class, 15), $e->getErrorCode(), $e->getMessage());
    }
}

echo "-- staged\n";
$sandbox->merchant(['multipleDeposits' => 1]);
$id = held();
foreach ([3_000, 2_000, 0] as $amount) {
    $gateway->deposit($id, $amount);
    show("deposit $amount", $id);
}
attempt('a deposit more', fn () => $gateway->deposit($id, 1));
$sandbox->merchant(['multipleDeposits' => 0]);
$id = held();
$gateway->deposit($id, 3_000);
show('without the setting 3000 is final', $id);
attempt('a second deposit', fn () => $gateway->deposit($id, 1_000));

echo "-- above the hold\n";
attempt('above the hold', fn () => $gateway->deposit(held(), 10_001));
$sandbox->merchant(['depositLimitPercent' => 15]);
$id = held();
attempt('above the limit', fn () => $gateway->deposit($id, 11_501));
$gateway->deposit($id, 11_500);
show('within 15 percent', $id);
$sandbox->merchant(['depositLimitPercent' => 0]);

echo "-- by cart lines\n";
$item = static fn (int $position, int $count): array => [
    'positionId' => $position, 'name' => "Item $position", 'itemCode' => "i-$position",
    'quantity' => ['value' => $count, 'measure' => 'pcs'], 'itemPrice' => 2_500, 'itemAmount' => 2_500 * $count,
];
$id = held(['orderBundle' => ['cartItems' => ['items' => [$item(1, 3), $item(2, 1)]]]]);
attempt('items that do not sum', fn () => $gateway->deposit($id, 5_001, ['depositItems' => ['items' => [$item(1, 2)]]]));
attempt('more than was ordered', fn () => $gateway->deposit($id, 10_000, ['depositItems' => ['items' => [$item(1, 4)]]]));
$gateway->deposit($id, 5_000, ['depositItems' => ['items' => [$item(1, 2)]]]);
show('two of the items', $id);
attempt('an item not deposited', fn () => $gateway->refund($id, 2_500, ['refundItems' => ['items' => [$item(2, 1)]]]));
$gateway->refund($id, 2_500, ['refundItems' => ['items' => [$item(1, 1)]]]);
show('one of them refunded', $id);

echo "-- by date and by the merchant's hours\n";
$later = (new DateTimeImmutable('2027-03-01T09:00:00Z'))->modify('+3 days');
$ways = [
    'autocompletionDate' => [['autocompletionDate' => $later], []],
    'autoReverseDate' => [['autoReverseDate' => $later], []],
    'autoCompletionHours' => [[], ['autoCompletionHours' => 72]],
    'autoReverseHours' => [[], ['autoReverseHours' => 72]],
];
foreach ($ways as $way => [$params, $settings]) {
    $sandbox->clock(['now' => '2027-03-01T09:00:00']);
    $sandbox->merchant(['autoCompletionHours' => 0, 'autoReverseHours' => 0, 'sessionTimeoutSecs' => 100_000_000]);
    $sandbox->merchant($settings);
    $created = registered($params);
    $approved = held($params);
    $captured = held($params);
    $gateway->deposit($captured, 4_000);
    $refunded = held($params);
    $gateway->deposit($refunded);
    $gateway->refund($refunded, 1_000);
    $reversed = held($params);
    $gateway->reverse($reversed);
    $sandbox->clock(['now' => '2027-03-04T08:59:58']);
    show("$way: just before", $approved);
    $sandbox->clock(['now' => '2027-03-04T09:00:01']);
    show('    still created', $created);
    show('    held', $approved);
    show('    captured before', $captured);
    show('    refunded before', $refunded);
    show('    reversed before', $reversed);
    $gateway->paymentOrder($created, CARD);
    show('    paid after the time', $created);
}

?>
--EXPECT--
-- staged
deposit 3000                       status 8, held 10000, deposited 3000, refunded 0
deposit 2000                       status 8, held 10000, deposited 5000, refunded 0
deposit 0                          status 2, held 10000, deposited 10000, refunded 0
a deposit more: InvalidStateException 7 deposit: errorCode 7: Order is not in a correct state
without the setting 3000 is final  status 2, held 10000, deposited 3000, refunded 0
a second deposit: InvalidStateException 7 deposit: errorCode 7: Order is not in a correct state
-- above the hold
above the hold: AccessDeniedException 5 deposit: errorCode 5: [amount] wrong value
above the limit: AccessDeniedException 5 deposit: errorCode 5: [amount] wrong value
within 15 percent                  status 2, held 10000, deposited 11500, refunded 0
-- by cart lines
items that do not sum: AccessDeniedException 5 deposit: errorCode 5: Sum of items is not the amount
more than was ordered: AccessDeniedException 5 deposit: errorCode 5: Quantity of an item exceeds what is left of it
two of the items                   status 2, held 10000, deposited 5000, refunded 0
an item not deposited: AccessDeniedException 5 refund: errorCode 5: Quantity of an item exceeds what is left of it
one of them refunded               status 4, held 10000, deposited 2500, refunded 2500
-- by date and by the merchant's hours
autocompletionDate: just before    status 1, held 10000, deposited 0, refunded 0
    still created                  status 0, held 0, deposited 0, refunded 0
    held                           status 2, held 10000, deposited 10000, refunded 0
    captured before                status 2, held 10000, deposited 4000, refunded 0
    refunded before                status 4, held 10000, deposited 9000, refunded 1000
    reversed before                status 3, held 0, deposited 0, refunded 0
    paid after the time            status 1, held 10000, deposited 0, refunded 0
autoReverseDate: just before       status 1, held 10000, deposited 0, refunded 0
    still created                  status 0, held 0, deposited 0, refunded 0
    held                           status 3, held 0, deposited 0, refunded 0
    captured before                status 2, held 10000, deposited 4000, refunded 0
    refunded before                status 4, held 10000, deposited 9000, refunded 1000
    reversed before                status 3, held 0, deposited 0, refunded 0
    paid after the time            status 1, held 10000, deposited 0, refunded 0
autoCompletionHours: just before   status 1, held 10000, deposited 0, refunded 0
    still created                  status 0, held 0, deposited 0, refunded 0
    held                           status 2, held 10000, deposited 10000, refunded 0
    captured before                status 2, held 10000, deposited 4000, refunded 0
    refunded before                status 4, held 10000, deposited 9000, refunded 1000
    reversed before                status 3, held 0, deposited 0, refunded 0
    paid after the time            status 1, held 10000, deposited 0, refunded 0
autoReverseHours: just before      status 1, held 10000, deposited 0, refunded 0
    still created                  status 0, held 0, deposited 0, refunded 0
    held                           status 3, held 0, deposited 0, refunded 0
    captured before                status 2, held 10000, deposited 4000, refunded 0
    refunded before                status 4, held 10000, deposited 9000, refunded 1000
    reversed before                status 3, held 0, deposited 0, refunded 0
    paid after the time            status 1, held 10000, deposited 0, refunded 0
