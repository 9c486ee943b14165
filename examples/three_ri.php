<?php

/*
 * A subscription with 3RI: each charge of a stored card refers to the authentication of the first payment, and so is a
 * payment with 3-D Secure (threeDsType 7, or 8 after an attempt), although there is no payer to ask.
 *
 *     php -d extension=modules/payment_gateway.so examples/three_ri.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI.
 *
 * The parameters are needed only if the gateway does not know that authentication, because the first payment was made
 * elsewhere, by an own MPI (as here, see own_mpi.php), or without storing the card. It must have been 3-D Secure 2.
 * recurrentPayment(), as in subscription.php, cannot send them. That example also says what to do when a month fails.
 *
 * Card data in a form of your own, without which there is no own MPI, brings the full questionnaire of PCI DSS (SAQ D).
 * The page of the gateway does not (SAQ A): then the gateway knows the authentication, and tii R alone is enough.
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

/** What the gateway made of a payment; an exception if it is not paid. @return array<string, mixed> the status */
function show(PaymentGateway $gateway, string $what, string $orderId): array
{
    $status = $gateway->getOrderStatusExtended($orderId);
    if (OrderStatus::tryFrom($status['orderStatus']) !== OrderStatus::Deposited) {
        throw new UnexpectedValueException("$what: not paid, actionCode $status[actionCode]");
    }
    $seen = $status['cardAuthInfo']['secureAuthInfo'];
    step($what, money($status['paymentAmountInfo']['depositedAmount']) . ", ECI $seen[eci], threeDsType $seen[threeDsType]");

    return $status;
}

/** In place of the answers of your MPI, see own_mpi.php: ids of the authentication, when it was (UTC), and the proof. */
function authenticated(): array
{
    $uuid = static fn (): string => preg_replace('/^(.{8})(.{4})(.{4})(.{4})/', '$1-$2-$3-$4-', bin2hex(random_bytes(16)));

    return [
        'dsTransId' => $uuid(),
        'acsTransId' => $uuid(),
        'challenged' => true,
        'time' => gmdate('YmdHis'),
        'eci' => '02',
        'cavv' => base64_encode(random_bytes(20)),
    ];
}

/**
 * The first payment, which the payer makes, and which stores the card.
 *
 * @param 'RI'|'II' $tii the first of a series, or of instalments
 * @param array<string, string> $agreement what the payer agrees to, and the gateway enforces
 * @return array<string, mixed> the shop's row
 */
function subscribe(PaymentGateway $gateway, string $tii, int $price, array $agreement): array
{
    $id = 'sub-' . bin2hex(random_bytes(8));
    $order = $gateway->register("$id-0", $price, 'https://shop.example/return', [
        'currency' => CURRENCY,
        'clientId' => "customer-of-$id",
        'features' => 'FORCE_CREATE_BINDING',
    ]);
    $first = authenticated();
    $gateway->paymentOrder($order['orderId'], [
        '$PAN' => '5555555555555599',
        '$CVC' => '123',
        'YYYY' => '2034',
        'MM' => '12',
        'TEXT' => 'TEST CARD',
        'language' => 'en',
        'tii' => $tii,
        'jsonParams' => $agreement + [
            'eci' => $first['eci'],
            'cavv' => $first['cavv'],
            'xid' => $first['dsTransId'],
            'threeDSProtocolVersion' => '2.2.0',
            'threeDsType' => $first['challenged'] ? '3' : '4',
        ],
    ]);
    $status = show($gateway, 'the first', $order['orderId']);

    return [
        'id' => $id,
        'clientId' => "customer-of-$id",
        'bindingId' => $status['bindingInfo']['bindingId'],
        'price' => $price,
        // To be kept as long as the subscription. Neither the cavv nor the card is needed again.
        'authentication' => $agreement + [
            'initThreeDSReqPriorAuthData' => $first['dsTransId'],
            'initThreeDSReqPriorAuthMethod' => $first['challenged'] ? '02' : '01',
            'initThreeDSReqPriorAuthTimestamp' => $first['time'],
            'initThreeDSReqPriorRef' => $first['acsTransId'],
        ],
    ];
}

/**
 * A charge by the shop's cron job.
 *
 * @param 'R'|'I' $tii recurring, or an instalment
 */
function charge(PaymentGateway $gateway, array $subscription, string $tii, int $n, array $jsonParams): void
{
    // The number contains the month: a second run of the cron job is a DuplicateOrderException, not a second charge. Then
    // the status tells whether the first got as far as paying; renew() in subscription.php shows how to ask.
    $order = $gateway->register("$subscription[id]-$n", $subscription['price'], 'https://shop.example/return', [
        'currency' => CURRENCY,
        'clientId' => $subscription['clientId'],
    ]);
    $gateway->paymentOrderBinding($order['orderId'], $subscription['bindingId'], [
        'tii' => $tii,
        'language' => 'en',
        'jsonParams' => $jsonParams,
    ]);
    show($gateway, "charge $n", $order['orderId']);
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
    // Fewer days than in a month: if a month was paid late, the next charge follows sooner.
    $agreement = ['recurringFrequency' => '20', 'recurringExpiry' => gmdate('Ymd', strtotime('+5 years'))];

    echo "A subscription\n";
    $subscription = subscribe($gateway, 'RI', 4990_00, $agreement);
    for ($n = 1; $n <= 2; $n++) {
        letTimePass($uri, ['advance' => 31 * 86_400]);
        charge($gateway, $subscription, 'R', $n, $subscription['authentication']);
    }

    echo "\nThe same without the parameters is a payment without 3-D Secure\n";
    letTimePass($uri, ['advance' => 31 * 86_400]);
    charge($gateway, $subscription, 'R', 3, []);

    echo "\nThree instalments\n";
    $agreement += ['installments' => '3', 'totalInstallmentAmount' => (string) (3 * 10_000_00)];
    $purchase = subscribe($gateway, 'II', 10_000_00, $agreement);
    for ($n = 1; $n <= 2; $n++) {
        letTimePass($uri, ['advance' => 31 * 86_400]);
        charge($gateway, $purchase, 'I', $n, $purchase['authentication']);
    }
    letTimePass($uri, ['reset' => 1]);
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
