<?php

/*
 * A two-stage payment from end to end: the money is held first, captured later, and refunded in parts.
 *
 *     php two_stage_payment.php http://127.0.0.1:PORT/payment/
 *
 * If you have no sandbox running, use examples/quickstart, which starts one and runs this file.
 */

declare(strict_types=1);

const CURRENCIES = ['643' => 'RUB', '398' => 'KZT', '840' => 'USD', '978' => 'EUR'];

/** orderStatus of getOrderStatusExtended. */
const STATUS = [0 => 'CREATED', 'APPROVED', 'DEPOSITED', 'REVERSED', 'REFUNDED', 'ACS', 'DECLINED'];

/** Amounts are ints in minor units throughout: money and floats do not mix. */
function money(int $minor, string $currency): string
{
    return sprintf('%d.%02d %s', intdiv($minor, 100), $minor % 100, CURRENCIES[$currency] ?? $currency);
}

function step(string $what, string $result): void
{
    printf("  %-22s %s\n", $what, $result);
}

/** Asks the gateway: a reply without an error does not mean that an order is paid. */
function expectStatus(PaymentGateway $gateway, string $orderId, string $expected): array
{
    $order = $gateway->getOrderStatusExtended($orderId);
    $actual = STATUS[$order['orderStatus']] ?? "unknown ({$order['orderStatus']})";
    // depositedAmount is the captured amount minus refunds.
    $sums = $order['paymentAmountInfo'];
    step('status', sprintf(
        '%-10s held %s, captured %s, refunded %s',
        $actual,
        money($sums['approvedAmount'], $order['currency']),
        money($sums['depositedAmount'], $order['currency']),
        money($sums['refundedAmount'], $order['currency']),
    ));
    if ($actual !== $expected) {
        throw new UnexpectedValueException("the order is $actual, expected was $expected");
    }

    return $order;
}

/** Registers an order and holds its amount on the test card. */
function holdOnCard(PaymentGateway $gateway, int $amount): string
{
    // The shop's order number; the gateway accepts each number once.
    $orderNumber = 'example-' . bin2hex(random_bytes(8));
    $order = $gateway->registerPreAuth($orderNumber, $amount, 'https://shop.example/return', [
        'description' => 'Two books',
    ]);
    step('registerPreAuth', "$orderNumber is {$order['orderId']}");

    // A shop would now redirect to $order['formUrl']; this example enters the card itself.
    $payment = $gateway->paymentOrder($order['orderId'], [
        '$PAN' => '4444555511113333',
        '$CVC' => '123',
        'YYYY' => '2026',
        'MM' => '12',
        'TEXT' => 'TEST CARD',
        'language' => 'en',
    ]);
    step('paymentOrder', $payment['info'] ?? 'done');

    return $order['orderId'];
}

function captureAndRefund(PaymentGateway $gateway): void
{
    echo "An order of two parts, of which one is delivered and given back\n";
    $orderId = holdOnCard($gateway, 1000_00);
    $order = expectStatus($gateway, $orderId, 'APPROVED');
    $currency = $order['currency'];

    $gateway->deposit($orderId, 750_00);
    step('deposit', money(750_00, $currency));
    expectStatus($gateway, $orderId, 'DEPOSITED');

    foreach ([200_00, 49_99] as $amount) {
        $gateway->refund($orderId, $amount);
        step('refund', money($amount, $currency));
    }

    // 500.01 are left.
    try {
        $gateway->refund($orderId, 500_02);
        throw new UnexpectedValueException('a refund above the captured amount went through');
    } catch (PaymentGateway\GatewayException $e) {
        step('refund', money(500_02, $currency) . ' is refused:');
        step('', sprintf('%s, errorCode %d', $e::class, $e->getErrorCode()));
        step('', $e->getMessage());
    }
    $order = expectStatus($gateway, $orderId, 'REFUNDED');
    if ($order['paymentAmountInfo']['refundedAmount'] !== 249_99) {
        throw new UnexpectedValueException('the refunds do not add up');
    }
}

function release(PaymentGateway $gateway): void
{
    echo "\nAn order that is released before anything is captured\n";
    $orderId = holdOnCard($gateway, 480_00);
    expectStatus($gateway, $orderId, 'APPROVED');
    $gateway->reverse($orderId);
    step('reverse', 'the hold is released');
    expectStatus($gateway, $orderId, 'REVERSED');
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}

try {
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password');
    captureAndRefund($gateway);
    release($gateway);
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    if ($e->isOutcomeUnknown()) {
        // Never repeat such a call: the status tells its outcome.
        fwrite(STDERR, "Nobody knows yet whether money moved; getOrderStatusExtended() will tell.\n");
    }
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
