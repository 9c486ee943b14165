<?php

/*
 * What a shop does if a reply is lost and nobody knows whether money moved: register, deposit and reverse.
 *
 *     php -d extension=modules/payment_gateway.so examples/reconcile_unknown_outcome.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI. The sandbox by itself
 * loses nothing; the test of this example breaks the connection in many ways.
 *
 * Copy everything from Outcome to settle(). step() stands for the shop's log. A refund is simpler: see
 * refund_after_broken_connection.php.
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

/** The outcome of a call whose reply was lost. */
enum Outcome
{
    case Happened;
    case DidNotHappen;
    /** The gateway could not be asked either. decide() only asks, so it can be called again at any time. */
    case Unknown;
}

/** No further automatic steps: the operator has to look at the order in the merchant portal. */
final class StillUnknown extends RuntimeException
{
}

/** The call had no effect and can be tried again later. getPrevious() says why. */
final class DidNotHappen extends RuntimeException
{
}

/**
 * Seconds to wait before each status query; one query per number. Short because this is an example: use [1, 3, 10]
 * while the payer waits, and minutes in a cron job that handles what is left.
 */
const LOOKS = [0.1, 0.3, 0.6];

/**
 * Finds out the outcome of a call whose reply was lost, by orderId, or by orderNumber if there is no orderId yet.
 *
 * @param Closure(?array): bool $happened decides it from the status of the order; null: the gateway has no such order
 */
function decide(PaymentGateway $gateway, ?string $orderId, ?string $orderNumber, Closure $happened): Outcome
{
    $outcome = Outcome::Unknown;
    foreach (LOOKS as $seconds) {
        usleep((int) ($seconds * 1e6));
        try {
            $order = $gateway->getOrderStatusExtended($orderId, $orderNumber);
        } catch (PaymentGateway\Exception $e) {
            // By orderNumber, "no such order" is an answer. An orderId came from the gateway, so it must know it.
            if ($orderId !== null || !$e instanceof PaymentGateway\OrderNotFoundException) {
                step('  look', $e->getMessage());
                $outcome = Outcome::Unknown;
                continue;
            }
            $order = null;
        }
        if ($happened($order)) {
            step('  look', 'it happened');

            return Outcome::Happened;
        }
        // Keep looking: the request may still be in flight. The last look counts.
        step('  look', 'it did not happen so far');
        $outcome = Outcome::DidNotHappen;
    }

    return $outcome;
}

/** The gateway also uses errorCode 7 for its own failures. Only the status tells what happened then. */
function inDoubt(PaymentGateway\Exception $e): bool
{
    return $e->isOutcomeUnknown() || $e->getErrorCode() === 7;
}

function lost(PaymentGateway\Exception $e): string
{
    return $e->isOutcomeUnknown() ? 'the answer is lost' : $e->getMessage();
}

/**
 * Registers an order, under the next free number if a reply is lost. Returns the gateway's reply and the orderNumber.
 *
 * If the reply is lost, so is the formUrl, and there is no way to get it again. The order is abandoned: nobody has its
 * page, so nobody can pay it, and it expires with its session.
 *
 * @return array<string, mixed>
 */
function register(PaymentGateway $gateway, string $orderNumber, int $amount): array
{
    $number = $orderNumber;
    for ($try = 1; $try <= 3; $try++) {
        try {
            $params = ['currency' => CURRENCY];
            $order = $gateway->registerPreAuth($number, $amount, 'https://shop.example/return', $params);

            return $order + ['orderNumber' => $number];
        } catch (PaymentGateway\DuplicateOrderException $e) {
            // On the first try this is somebody else's order, which may be paid. Later it is our own, which arrived late.
            $outcome = $try === 1 ? throw $e : Outcome::Happened;
        } catch (PaymentGateway\Exception $e) {
            if (!inDoubt($e)) {
                throw $e;
            }
            step('registerPreAuth', "$number: " . lost($e));
            $outcome = decide($gateway, null, $number, static fn (?array $order): bool => $order !== null);
        }
        if ($outcome === Outcome::Unknown) {
            throw new StillUnknown("the registration of $number", previous: $e);
        }
        if ($outcome === Outcome::Happened) {
            $number = $orderNumber . '-' . ($try + 1);
        }
        // If it did not happen, use the number again: should the first request arrive late, only one of them is accepted.
    }

    throw new DidNotHappen("the registration of $orderNumber", previous: $e);
}

/**
 * Makes a call that changes an order, with effect once: if the reply is lost, it finds out what happened, and repeats
 * the call only if it had no effect. Use it only for calls that the gateway accepts once per order, so that a first
 * request that arrives late does no harm: reverse, and deposit unless the bank allows several of them (in that case
 * leave DidNotHappen to the operator, too).
 *
 * @param Closure(): array $call
 * @param Closure(array): bool $happened decides it from the status of the order
 * @throws StillUnknown|DidNotHappen
 * @throws PaymentGateway\Exception it was refused
 */
function settle(PaymentGateway $gateway, string $orderId, string $what, Closure $call, Closure $happened): void
{
    for ($try = 1; $try <= 2; $try++) {
        try {
            $call();
            step($what, 'answered');

            return;
        } catch (PaymentGateway\Exception $e) {
            // A refusal of the second try may be caused by the first one, which arrived late.
            if ($try === 1 && !inDoubt($e)) {
                throw $e;
            }
            step($what, lost($e));
        }
        $outcome = decide($gateway, $orderId, null, $happened);
        if ($outcome === Outcome::Happened) {
            return;
        }
        if ($outcome === Outcome::Unknown) {
            throw new StillUnknown("the $what of $orderId", previous: $e);
        }
        if (!$e->isOutcomeUnknown()) {
            throw $e;
        }
    }

    throw new DidNotHappen("the $what of $orderId", previous: $e);
}

function holdOnCard(PaymentGateway $gateway): string
{
    // Store this, and what you are about to do, before you do it: a crash loses a reply, too.
    $order = register($gateway, 'example-' . bin2hex(random_bytes(8)), 1000_00);
    step('registerPreAuth', "{$order['orderNumber']} is {$order['orderId']}");

    // In place of the payer, who enters the card on the page $order['formUrl'].
    $gateway->paymentOrder($order['orderId'], [
        '$PAN' => '4444555511113333',
        '$CVC' => '123',
        'YYYY' => '2026',
        'MM' => '12',
        'TEXT' => 'TEST CARD',
        'language' => 'en',
    ]);
    step('paymentOrder', money(1000_00) . ' held');

    return $order['orderId'];
}

function expectStatus(PaymentGateway $gateway, string $orderId, OrderStatus $expected, int $captured): void
{
    $order = $gateway->getOrderStatusExtended($orderId);
    $status = OrderStatus::tryFrom($order['orderStatus']);
    $sum = $order['paymentAmountInfo']['depositedAmount'];
    step('status', ($status->name ?? 'unknown') . ', captured ' . money($sum));
    if ($status !== $expected || $sum !== $captured) {
        throw new UnexpectedValueException("expected was $expected->name with " . money($captured) . ' captured');
    }
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}

try {
    // Without retries, each look in the log below is one request. A shop leaves retries on.
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password', options: ['retries' => 0]);

    echo "An order that is captured\n";
    $orderId = holdOnCard($gateway);
    settle(
        $gateway,
        $orderId,
        'deposit',
        static fn (): array => $gateway->deposit($orderId, 750_00),
        // A hold is captured once here. Refunds lower this sum: if there may be refunds meanwhile, add them.
        static fn (array $order): bool => $order['paymentAmountInfo']['depositedAmount'] === 750_00,
    );
    expectStatus($gateway, $orderId, OrderStatus::Deposited, 750_00);

    echo "\nAn order that is released\n";
    $orderId = holdOnCard($gateway);
    settle(
        $gateway,
        $orderId,
        'reverse',
        static fn (): array => $gateway->reverse($orderId),
        static fn (array $order): bool => OrderStatus::tryFrom($order['orderStatus']) === OrderStatus::Reversed,
    );
    expectStatus($gateway, $orderId, OrderStatus::Reversed, 0);
} catch (StillUnknown $e) {
    fwrite(STDERR, "\nStill unknown: {$e->getMessage()}. Leave it to the operator; do not repeat it.\n");
    exit(1);
} catch (DidNotHappen $e) {
    fwrite(STDERR, "\nDid not happen: {$e->getMessage()}. Try again later.\n");
    exit(1);
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
