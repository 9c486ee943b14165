<?php

/*
 * A refund whose reply is lost is sent again, and the money is still refunded once.
 *
 *     php -d extension=modules/payment_gateway.so examples/refund_after_broken_connection.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI. The sandbox by itself
 * loses nothing; the test of this example breaks the connection.
 */

declare(strict_types=1);

use PaymentGateway\Money;

const CURRENCY = '398';

function step(string $what, string $result): void
{
    printf("  %-22s %s\n", $what, $result);
}

function money(int $minorUnits): string
{
    return Money::toDecimal($minorUnits, CURRENCY) . ' KZT';
}

/** Returns an order with 1000.00 captured. */
function paidOrder(PaymentGateway $gateway): string
{
    $orderNumber = 'example-' . bin2hex(random_bytes(8));
    $order = $gateway->register($orderNumber, 1000_00, 'https://shop.example/return', ['currency' => CURRENCY]);
    // In place of the payer, who enters the card on the page $order['formUrl'].
    $gateway->paymentOrder($order['orderId'], [
        '$PAN' => '4444555511113333',
        '$CVC' => '123',
        'YYYY' => '2026',
        'MM' => '12',
        'TEXT' => 'TEST CARD',
        'language' => 'en',
    ]);
    step('paid', money(1000_00) . " for $orderNumber, {$order['orderId']}");

    return $order['orderId'];
}

/**
 * Refunds, and sends the refund again if the outcome is unknown.
 *
 * Only the externalRefundId makes this safe: for an id that it knows, the gateway replies with the earlier refund and
 * makes no second one. So create one id per refund and store it before the first try; a cron job that finishes the
 * work of a crashed process must use the same id. Without an id, ask for the status instead (see
 * reconcile_unknown_outcome.php).
 *
 * @return int how many replies were lost
 */
function refund(PaymentGateway $gateway, string $orderId, int $amount, string $externalRefundId): int
{
    $tries = 3;
    for ($lost = 0;; $lost++) {
        try {
            $gateway->refund($orderId, $amount, ['externalRefundId' => $externalRefundId]);
            step('refund', money($amount) . " under $externalRefundId");

            return $lost;
        } catch (PaymentGateway\Exception $e) {
            // A refusal by the gateway is final: it would be the same next time.
            if ((!$e->isOutcomeUnknown() && !$e->isRetriable()) || $lost + 1 === $tries) {
                throw $e;
            }
            step('refund', $e->isOutcomeUnknown() ? 'the answer is lost, the money may have moved:' : 'nothing moved:');
            step('', $e::class);
            step('', 'sent again under the same id');
            usleep(200_000 << $lost);
        }
    }
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}

try {
    // The client would retry such a refund by itself, at once and at most twice; a shop must be able to do it later.
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password', options: ['retries' => 0]);
    $orderId = paidOrder($gateway);
    $refundId = 'refund-' . bin2hex(random_bytes(8));
    $lost = refund($gateway, $orderId, 250_00, $refundId);
    step('lost', $lost === 0 ? 'nothing was lost' : "$lost of " . ($lost + 1) . ' answers');

    $order = $gateway->getOrderStatusExtended($orderId);
    $sums = $order['paymentAmountInfo'];
    $ids = array_column($order['refunds'] ?? [], 'externalRefundId');
    step('status', sprintf('left %s, refunded %s', money($sums['depositedAmount']), money($sums['refundedAmount'])));
    step('refunds', count($ids) . ': ' . implode(', ', $ids));
    if ($ids !== [$refundId] || $sums['refundedAmount'] !== 250_00 || $sums['depositedAmount'] !== 750_00) {
        throw new UnexpectedValueException('the money did not go back exactly once');
    }
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    if ($e->isOutcomeUnknown()) {
        fwrite(STDERR, "Nobody knows yet whether money moved; the same call under the same id will tell.\n");
    }
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
