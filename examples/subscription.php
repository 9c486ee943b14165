<?php

/*
 * A subscription: the customer pays once and agrees, and the shop's cron job charges the stored card every month.
 *
 *     php -d extension=modules/payment_gateway.so examples/subscription.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI. The year passes on
 * the clock of the sandbox, see letTimePass(). Everything else is as with a bank.
 *
 * It uses recurrentPayment() from the shop's cron and not createTask(), which leaves the schedule to the gateway. The
 * shop can then change the price, pause, and choose when to try a declined month again; it learns the result of each
 * payment at once; it needs no additional permission; and each charge has an orderNumber of the shop, so that a month is
 * charged once whatever fails. Copy everything from Month to renew().
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

/** The result of charging a month. */
enum Month: string
{
    case Paid = 'paid';
    /** Try again in some days, under another orderNumber: the declined one is used up. */
    case Declined = 'declined';
    /** Forgotten, expired or blocked: the customer has to pay with another card. */
    case CardGone = 'the card is gone';
    /** Nothing was charged, or nobody knows yet. The next run of the cron job finds out, by the same orderNumber. */
    case AskLater = 'ask later';
}

/** The date of the nth payment after the first. "+1 month" would turn 31 January into 3 March. */
function dueOn(DateTimeImmutable $start, int $n): DateTimeImmutable
{
    $month = $start->modify('first day of this month')->modify("+$n months");
    $day = min((int) $start->format('j'), (int) $month->format('t'));

    return $month->setDate((int) $month->format('Y'), (int) $month->format('n'), $day);
}

/**
 * Charges one month, at most once, however often it is called with the same orderNumber.
 *
 * @param array{bindingId: string, price: int} $subscription the shop's row
 */
function renew(PaymentGateway $gateway, array $subscription, string $orderNumber): Month
{
    try {
        $reply = $gateway->recurrentPayment($orderNumber, $subscription['bindingId'], $subscription['price'], [
            'currency' => CURRENCY,
            'description' => "Subscription, $orderNumber",
        ]);
        // No exception does not mean paid: the bank may still be working on it.
        if (OrderStatus::tryFrom($reply['orderStatus']['orderStatus'] ?? -1) === OrderStatus::Deposited) {
            return Month::Paid;
        }
    } catch (PaymentGateway\BindingException) {
        return Month::CardGone;
    } catch (PaymentGateway\DuplicateOrderException) {
        // Charged by an earlier run, which crashed before it could store the result.
    } catch (PaymentGateway\DeclinedException | PaymentGateway\SystemErrorException) {
        // The status decides: only an order that ended in Declined may be tried again under another number.
    } catch (PaymentGateway\Exception $e) {
        if (!$e->isOutcomeUnknown()) {
            throw $e;
        }
        step('', "{$e->getMethod()}: the answer is lost");
    }
    try {
        $order = $gateway->getOrderStatusExtended(null, $orderNumber);
    } catch (PaymentGateway\OrderNotFoundException) {
        return Month::AskLater;
    }

    return match (OrderStatus::tryFrom($order['orderStatus'])) {
        OrderStatus::Deposited => Month::Paid,
        OrderStatus::Declined => Month::Declined,
        default => Month::AskLater,
    };
}

/** The customer subscribes: an ordinary order whose payment stores the card. @return array<string, mixed> the row */
function subscribe(PaymentGateway $gateway, int $price, DateTimeImmutable $today): array
{
    $id = 'sub-' . bin2hex(random_bytes(8));
    // What the payer agrees to, and the gateway enforces: the minimum days between charges, and the last day. Fewer
    // days than in a month: if a month was paid late, the next charge follows sooner.
    $agreement = ['recurringFrequency' => '20', 'recurringExpiry' => $today->modify('+5 years')->format('Ymd')];
    $order = $gateway->register("$id-0", $price, 'https://shop.example/return', [
        'currency' => CURRENCY,
        'clientId' => "customer-of-$id",
        'features' => 'FORCE_CREATE_BINDING',
        'jsonParams' => $agreement,
    ]);
    // In place of the payer, who enters the card on the page $order['formUrl']. RI: the first of a series.
    $gateway->paymentOrder($order['orderId'], [
        '$PAN' => '4444555511113333',
        '$CVC' => '123',
        'YYYY' => '2034',
        'MM' => '12',
        'TEXT' => 'TEST CARD',
        'language' => 'en',
        'tii' => 'RI',
        'jsonParams' => $agreement,
    ]);
    $status = $gateway->getOrderStatusExtended($order['orderId']);
    if (OrderStatus::tryFrom($status['orderStatus']) !== OrderStatus::Deposited) {
        throw new UnexpectedValueException('the first month should be paid');
    }
    step('subscribed', $id . ', ' . money($price) . ' a month');

    return [
        'id' => $id,
        'clientId' => "customer-of-$id",
        'bindingId' => $status['bindingInfo']['bindingId'],
        'price' => $price,
        'start' => $today,
        'paid' => 0,
    ];
}

/**
 * What the cron job does once a day for each subscription.
 *
 * @param array<string, mixed> $subscription
 * @return array<string, mixed> the updated row, to be stored
 */
function cron(PaymentGateway $gateway, array $subscription, DateTimeImmutable $today): array
{
    $n = $subscription['paid'] + 1;
    if ($today < dueOn($subscription['start'], $n)) {
        return $subscription;
    }
    // The number contains the month. After a decline the shop would try "$id-$n-2" some days later.
    $month = renew($gateway, $subscription, "{$subscription['id']}-$n");
    step($today->format('Y-m-d'), sprintf('%2d %s', $n, $month->value));
    if ($month === Month::Paid) {
        $subscription['paid'] = $n;
    }

    return $subscription;
}

/** Only for the sandbox: with a bank, time passes by itself. */
function letTimePass(string $uri, array $form): void
{
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => http_build_query($form),
    ]]);
    if (@fopen("{$uri}sandbox/clock", 'r', false, $context) === false) {
        throw new UnexpectedValueException('only the sandbox has a clock that can be moved');
    }
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}
$uri = rtrim($uri, '/') . '/';

try {
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password');
    $today = new DateTimeImmutable('today noon', new DateTimeZone('UTC'));
    echo "The customer pays the first month and agrees to the rest\n";
    $subscription = subscribe($gateway, 4990_00, $today);

    echo "\nA year of the cron job\n";
    for ($day = 1; $subscription['paid'] < 12 && $day <= 370; $day++) {
        $now = $today->modify("+$day days");
        if ($now >= dueOn($subscription['start'], $subscription['paid'] + 1)) {
            letTimePass($uri, ['now' => $now->format('Y-m-d\TH:i:s')]);
        }
        $before = $subscription;
        $subscription = cron($gateway, $subscription, $now);
        if ($subscription['paid'] === 6 && $before['paid'] === 5) {
            step('', 'the cron job dies before it stores that, and runs again');
            $subscription = cron($gateway, $before, $now);
        }
    }
    if ($subscription['paid'] !== 12) {
        throw new UnexpectedValueException("{$subscription['paid']} months were paid");
    }

    echo "\nThe customer leaves\n";
    $gateway->unBindCard($subscription['bindingId']);
    $now = dueOn($subscription['start'], 13);
    letTimePass($uri, ['now' => $now->format('Y-m-d\TH:i:s')]);
    cron($gateway, $subscription, $now);
    letTimePass($uri, ['reset' => 1]);
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
