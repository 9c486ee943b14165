<?php

/*
 * A hold that is captured parcel by parcel, and a hold that is released automatically if nobody captures it.
 *
 *     php -d extension=modules/payment_gateway.so examples/staged_completion.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI.
 *
 * Capturing a hold several times needs a permission. Without it the first capture, however small, is the last one, and
 * the bank releases the rest of the hold. Ask the bank before you rely on it. In the sandbox you are the bank:
 *
 *     curl -d multipleDeposits=1 http://127.0.0.1:8080/payment/sandbox/merchant
 */

declare(strict_types=1);

use PaymentGateway\Money;
use PaymentGateway\OrderStatus;

const CURRENCY = '398';

function step(string $what, string $result): void
{
    printf("  %-22s %s\n", $what, $result);
}

function money(int $minorUnits): string
{
    return Money::toDecimal($minorUnits, CURRENCY) . ' KZT';
}

/** Asks for the status of the order, and throws unless it is as expected. */
function expectStatus(PaymentGateway $gateway, string $orderId, OrderStatus $expected, int $captured): void
{
    $order = $gateway->getOrderStatusExtended($orderId);
    $status = OrderStatus::tryFrom($order['orderStatus']);
    $sums = $order['paymentAmountInfo'];
    step('status', sprintf(
        '%d %-15s held %s, captured %s',
        $order['orderStatus'],
        $status->name ?? 'unknown',
        money($sums['approvedAmount']),
        money($sums['depositedAmount']),
    ));
    if ($expected === OrderStatus::PartlyDeposited && $status === OrderStatus::Deposited) {
        throw new UnexpectedValueException(
            'this merchant may capture a hold once, and has now done so; several captures are for the bank to allow '
            . '(sandbox: POST sandbox/merchant with multipleDeposits=1)',
        );
    }
    if ($status !== $expected || $sums['depositedAmount'] !== $captured) {
        throw new UnexpectedValueException("expected was $expected->name with " . money($captured) . ' captured');
    }
}

/** @param array<string, mixed> $params */
function holdOnCard(PaymentGateway $gateway, int $amount, array $params = []): string
{
    $orderNumber = 'example-' . bin2hex(random_bytes(8));
    $params += ['currency' => CURRENCY];
    $order = $gateway->registerPreAuth($orderNumber, $amount, 'https://shop.example/return', $params);
    step('registerPreAuth', "$orderNumber is {$order['orderId']}");

    // In place of the payer, who enters the card on the page $order['formUrl'].
    $gateway->paymentOrder($order['orderId'], [
        '$PAN' => '4444555511113333',
        '$CVC' => '123',
        'YYYY' => '2026',
        'MM' => '12',
        'TEXT' => 'TEST CARD',
        'language' => 'en',
    ]);
    step('paymentOrder', money($amount) . ' held');

    return $order['orderId'];
}

function captureByParcel(PaymentGateway $gateway): void
{
    echo "Three parcels, each captured when it leaves the house\n";
    $parcels = [300_00, 450_00, 250_00];
    $orderId = holdOnCard($gateway, array_sum($parcels));
    expectStatus($gateway, $orderId, OrderStatus::Approved, 0);

    $captured = 0;
    foreach ($parcels as $parcel => $amount) {
        // Always pass the amount of the parcel: 0 would capture everything.
        $gateway->deposit($orderId, $amount);
        $captured += $amount;
        step('deposit', sprintf('%s for parcel %d', money($amount), $parcel + 1));
        // PartlyDeposited: more can be captured, so isHeld() is true. isPaid() is true only after the last parcel.
        $last = $captured === array_sum($parcels);
        expectStatus($gateway, $orderId, $last ? OrderStatus::Deposited : OrderStatus::PartlyDeposited, $captured);
    }

    try {
        $gateway->deposit($orderId, 1);
        throw new UnexpectedValueException('more was captured than was held');
    } catch (PaymentGateway\InvalidStateException $e) {
        step('deposit', money(1) . " more is refused, errorCode {$e->getErrorCode()}");
    }
}

function holdForThreeDays(PaymentGateway $gateway): void
{
    echo "\nA hold that gives itself back when it is not captured in three days\n";
    // Any time zone will do: the client converts the date to the gateway's zone, which comes from forBank() or the
    // option timezone (default UTC). A string would be sent unchanged.
    $until = new DateTimeImmutable('+3 days', new DateTimeZone('Asia/Almaty'));
    // Not together with autocompletionDate, which captures the hold instead.
    $orderId = holdOnCard($gateway, 480_00, ['autoReverseDate' => $until]);
    step('autoReverseDate', $until->format(DATE_ATOM));
    expectStatus($gateway, $orderId, OrderStatus::Approved, 0);
    step('the shop', 'ships and captures before that, or does nothing and asks once more after it');
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}

try {
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password');
    captureByParcel($gateway);
    holdForThreeDays($gateway);
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
