--TEST--
A sandbox killed with -9 in the middle of payments keeps all it answered, and nothing twice
--EXTENSIONS--
payment_gateway
--FILE--
<?php
declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

/** What the client knows of an operation. */
enum Outcome
{
    case Answered;
    case Unknown;
    case Failed;
}

$seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: random_int(1, 1 << 30));
mt_srand($seed);
$sandbox = Sandbox::start(['db' => true]);
$gateway = $sandbox->client(['timeout' => 5]);

/** @var array<string, list<array{string, int, Outcome}>> by order number: type in the books, amount, outcome */
$history = [];

/** One payment, noting what became of each step; false when the sandbox is gone. */
function pay(PaymentGateway $gateway, string $orderNumber, array &$history): bool
{
    // Each amount occurs once in an order, so that an operation is known by it.
    $orderId = null;
    $steps = [
        ['registered', 1000_00, function () use ($gateway, $orderNumber, &$orderId): void {
            $orderId = $gateway->registerPreAuth($orderNumber, 1000_00, 'https://shop.example/return')['orderId'];
        }],
        ['approved', 1000_00, function () use ($gateway, &$orderId): void {
            $gateway->paymentOrder($orderId, [
                '$PAN' => '4444555511113333', '$CVC' => '123', 'YYYY' => '2026', 'MM' => '12',
                'TEXT' => 'TEST CARD', 'language' => 'en',
            ]);
        }],
        ['deposited', 900_00, function () use ($gateway, &$orderId): void {
            $gateway->deposit($orderId, 900_00);
        }],
    ];
    foreach ([100_00, 50_00, 25_00] as $amount) {
        $steps[] = ['refunded', $amount, function () use ($gateway, &$orderId, $amount): void {
            $gateway->refund($orderId, $amount);
        }];
    }
    foreach ($steps as [$type, $amount, $call]) {
        try {
            $call();
            $history[$orderNumber][] = [$type, $amount, Outcome::Answered];
        } catch (PaymentGateway\TransportException | PaymentGateway\ReplyException $e) {
            $history[$orderNumber][] = [$type, $amount, $e->isOutcomeUnknown() ? Outcome::Unknown : Outcome::Failed];
            return false;
        }
    }
    return true;
}

/** Compares what the client knows with what the books say. @return list<string> */
function differences(Sandbox $sandbox, string $orderNumber, array $steps): array
{
    $order = $sandbox->order($orderNumber);
    $found = $order === null ? [] : ["registered $order[amount]"];
    foreach ($order['operations'] ?? [] as $operation) {
        $found[] = "$operation[type] $operation[amount]";
    }
    $counts = array_count_values($found);
    $differences = [];
    foreach ($steps as [$type, $amount, $outcome]) {
        $count = $counts["$type $amount"] ?? 0;
        unset($counts["$type $amount"]);
        $right = match ($outcome) {
            Outcome::Answered => $count === 1,
            Outcome::Unknown => $count <= 1,
            Outcome::Failed => $count === 0,
        };
        if (!$right) {
            $differences[] = "$orderNumber: $type of $amount was {$outcome->name} and is there $count times";
        }
    }
    foreach ($counts as $operation => $count) {
        $differences[] = "$orderNumber: $operation was never asked for and is there $count times";
    }
    return $differences;
}

// Under valgrind everything takes longer.
$slowness = getenv('USE_ZEND_ALLOC') === '0' ? 10 : 1;
$differences = [];
for ($round = 1; $round <= 12; $round++) {
    // Late enough to have done something, early enough to interrupt it.
    $sandbox->killAfter(mt_rand(2, 120) / 1000 * $slowness);
    $numbers = [];
    do {
        $numbers[] = $number = sprintf('kill-%d-%d-%d', $seed, $round, count($numbers));
    } while (pay($gateway, $number, $history));
    $sandbox->restart();
    foreach ($numbers as $number) {
        $differences = [...$differences, ...differences($sandbox, $number, $history[$number] ?? [])];
    }
}
// Later kills must not have taken from earlier payments, and the books hold these orders and no others.
$books = $sandbox->books();
foreach ($history as $number => $steps) {
    $differences = [...$differences, ...differences($sandbox, $number, $steps)];
    $order = $sandbox->order($number);
    $books['orders'] -= $order === null ? 0 : 1;
    $books['operations'] -= count($order['operations'] ?? []);
}
if ($books['orders'] !== 0 || $books['operations'] !== 0) {
    $differences[] = "$books[orders] orders and $books[operations] operations in the books belong to nobody";
}

$answered = array_filter(array_merge(...array_values($history)), fn (array $step): bool => $step[2] === Outcome::Answered);
if ($differences !== [] || count($answered) < 50) {
    printf("seed %d, %d answered\n%s\n", $seed, count($answered), implode("\n", array_unique($differences)));
}
echo "12 kills\n";
?>
--EXPECT--
12 kills
