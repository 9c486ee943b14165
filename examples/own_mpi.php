<?php

/*
 * A payment whose payer was authenticated by the shop's own MPI (a 3DS server), and not by the gateway.
 *
 *     php -d extension=modules/payment_gateway.so examples/own_mpi.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI.
 *
 * Card data in a form of your own brings the full questionnaire of PCI DSS (SAQ D). The page of the gateway, as in
 * examples/shop, does not (SAQ A), and does 3-D Secure itself. An own MPI also needs a permission: ask the bank.
 */

declare(strict_types=1);

use PaymentGateway\Money;
use PaymentGateway\NextStepKind;
use PaymentGateway\OrderStatus;

const CURRENCY = '398';

/** A card of VISA. */
const CARD = ['$PAN' => '4111111111111111', '$CVC' => '123', 'YYYY' => '2026', 'MM' => '12', 'TEXT' => 'TEST CARD'];

/** The ECI by the card's scheme: authenticated, and attempted (the bank of the card does not take part). */
const ECI = ['VISA' => ['05', '06'], 'MASTERCARD' => ['02', '01'], 'MIR' => ['02', '01'], 'CUP' => ['02', '09']];

function step(string $what, string $result): void
{
    printf("  %-22s %s\n", $what, $result);
}

function money(int $minorUnits): string
{
    return Money::toDecimal($minorUnits, CURRENCY) . ' KZT';
}

/**
 * In place of your MPI: what the directory server, and after a challenge the card's bank, have answered.
 *
 * @return array{transStatus: string, challenged: bool, authenticationValue: string, dsTransId: string, version: string}
 */
function authenticate(string $transStatus, bool $challenged): array
{
    return [
        'transStatus' => $transStatus,
        'challenged' => $challenged,
        'authenticationValue' => base64_encode(random_bytes(20)),
        'dsTransId' => preg_replace('/^(.{8})(.{4})(.{4})(.{4})/', '$1-$2-$3-$4-', bin2hex(random_bytes(16))),
        'version' => '2.2.0',
    ];
}

/** Its result as the gateway takes it; null if the payer is not who he says, and nothing may be charged. */
function proof(array $result, string $scheme): ?array
{
    $isAttempt = $result['transStatus'] === 'A';
    if ($result['transStatus'] !== 'Y' && !$isAttempt) {
        return null;
    }

    return [
        'eci' => ECI[$scheme][(int) $isAttempt],
        'cavv' => $result['authenticationValue'],
        'xid' => $result['dsTransId'],
        'threeDSProtocolVersion' => $result['version'],
        // Full, frictionless or attempt. Sent as authenticationTypeIndicator to banks that know the older name.
        'threeDsType' => $isAttempt ? '5' : ($result['challenged'] ? '3' : '4'),
    ];
}

function pay(PaymentGateway $gateway, array $result): void
{
    $proof = proof($result, 'VISA');
    if ($proof === null) {
        step('nothing is charged', 'the payer may try another card');

        return;
    }
    // Stored beforehand: for lost replies see reconcile_unknown_outcome.php.
    $orderNumber = 'example-' . bin2hex(random_bytes(8));
    $order = $gateway->register($orderNumber, 1990_00, 'https://shop.example/return', ['currency' => CURRENCY]);
    try {
        $reply = $gateway->paymentOrder($order['orderId'], ['language' => 'en', 'jsonParams' => $proof] + CARD);
        // There is no page of the card's bank to go to any more.
        if (PaymentGateway::nextStep($reply, $order['orderId'])->kind !== NextStepKind::Finished) {
            throw new UnexpectedValueException('the gateway asks the payer once more');
        }
    } catch (PaymentGateway\DeclinedException) {
        // The status says why.
    }
    $status = $gateway->getOrderStatusExtended($order['orderId']);
    if (OrderStatus::tryFrom($status['orderStatus']) !== OrderStatus::Deposited) {
        step('declined', PaymentGateway::actionCodeMeaning($status['actionCode']) ?? 'no reason given');

        return;
    }
    $seen = $status['cardAuthInfo']['secureAuthInfo'];
    step('paid', money($status['paymentAmountInfo']['depositedAmount']));
    step('as the gateway saw it', "ECI $seen[eci], threeDsType $seen[threeDsType]");
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}

try {
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password');
    $results = [
        'The bank of the card asked the payer for a code' => ['Y', true],
        'It knew the payer without asking' => ['Y', false],
        'It does not take part' => ['A', false],
        'The code was wrong' => ['N', true],
    ];
    foreach ($results as $what => [$transStatus, $challenged]) {
        echo "$what\n";
        pay($gateway, authenticate($transStatus, $challenged));
    }
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
