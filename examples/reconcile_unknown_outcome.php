<?php

/*
 * What a shop does when an answer is lost and nobody knows whether money moved: register, deposit and reverse.
 *
 *     php -d extension=modules/payment_gateway.so examples/reconcile_unknown_outcome.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run --port 8080 prints; PAYMENT_GATEWAY_URI may hold it as well. With
 * the sandbox alone nothing is lost; tests/example_reconcile.phpt breaks the connection in many ways.
 *
 * Copy from Outcome to settle(). step() stands for the shop's log. A refund needs less: see
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

/** What became of a call whose answer was lost. */
enum Outcome
{
    case Happened;
    case DidNotHappen;
    /** The gateway could not be asked either. decide() only asks, so it can be called again at any time. */
    case Unknown;
}

/** Nothing more is done to such an order by itself: it is for the operator, with the merchant portal before him. */
final class StillUnknown extends RuntimeException
{
}

/** Nothing was done, and it may be tried again later. getPrevious() says why. */
final class DidNotHappen extends RuntimeException
{
}

/**
 * Seconds to wait before each look at the status; as many looks as numbers. Short, for an example: a shop takes
 * [1, 3, 10] while the payer waits, and minutes in the cron job that does what is left.
 */
const LOOKS = [0.1, 0.3, 0.6];

/**
 * Finds out what became of a call whose answer was lost, by orderId, or by orderNumber if there is no orderId yet.
 *
 * @param Closure(?array): bool $happened says it of the order's status; null: the gateway has no such order
 */
function decide(PaymentGateway $gateway, ?string $orderId, ?string $orderNumber, Closure $happened): Outcome
{
    $outcome = Outcome::Unknown;
    foreach (LOOKS as $seconds) {
        usleep((int) ($seconds * 1e6));
        try {
            $order = $gateway->getOrderStatusExtended($orderId, $orderNumber);
        } catch (PaymentGateway\Exception $e) {
            // "No such order" answers a question by orderNumber. An orderId came from the gateway, which must know it.
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
        // Not the end: the request may be on its way still. The last look counts.
        step('  look', 'it did not happen so far');
        $outcome = Outcome::DidNotHappen;
    }

    return $outcome;
}

/** errorCode 7 covers the gateway's own failures too, and after such a one the status has the last word. */
function inDoubt(PaymentGateway\Exception $e): bool
{
    return $e->isOutcomeUnknown() || $e->getErrorCode() === 7;
}

function lost(PaymentGateway\Exception $e): string
{
    return $e->isOutcomeUnknown() ? 'the answer is lost' : $e->getMessage();
}

/**
 * Registers an order, under the next free number if an answer is lost. Returns the gateway's reply and orderNumber.
 *
 * A lost answer took the formUrl with it, and nothing gives it back. Such an order is given up: nobody has its page,
 * so nobody can pay it, and it ends by itself when its session is over.
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
            // On the first try somebody else's order, which may be paid. Later: our own, come late.
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
        // If it did not happen, the number is used again: the gateway takes it once, should the first come late.
    }

    throw new DidNotHappen("the registration of $orderNumber", previous: $e);
}

/**
 * Does what changes an order, once: when the answer is lost it is found out, and the call sent again only if it did
 * not happen. For calls that the gateway itself makes once, so that a late first request harms nothing: reverse, and
 * deposit unless the bank allows several (there leave DidNotHappen to the operator too).
 *
 * @param Closure(): array $call
 * @param Closure(array): bool $happened says it of the order's status
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
            // A refusal of the second try may be the doing of the first, which came late.
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
    // Stored together with what is about to be done, before it is done: a crash is a lost answer too.
    $order = register($gateway, 'example-' . bin2hex(random_bytes(8)), 1000_00);
    step('registerPreAuth', "{$order['orderNumber']} is {$order['orderId']}");

    // Instead of the payer, who types the card on the page $order['formUrl'].
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
    // Without retries each look in the log below is one request. A shop leaves them on.
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password', options: ['retries' => 0]);

    echo "An order that is captured\n";
    $orderId = holdOnCard($gateway);
    settle(
        $gateway,
        $orderId,
        'deposit',
        static fn (): array => $gateway->deposit($orderId, 750_00),
        // A hold is captured once here. Each refund lowers this sum: where refunds are possible meanwhile, add them.
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
