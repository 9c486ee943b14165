<?php

/*
 * A one-stage payment: a cart becomes an order, the payer pays it, and the shop stores what it needs later.
 *
 *     php -d extension=modules/payment_gateway.so examples/one_stage_payment.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI.
 */

declare(strict_types=1);

use PaymentGateway\Cart;
use PaymentGateway\Money;
use PaymentGateway\OrderStatus;

/** KZT. The gateway only accepts the numeric code; Money and Cart also accept the letters. */
const CURRENCY = '398';

/** Test cards: the first pays, the second is declined. */
const GOOD_CARD = ['$PAN' => '4444555511113333', '$CVC' => '123', 'YYYY' => '2026', 'MM' => '12'];
const BAD_CARD = ['$PAN' => '5555555555555557', '$CVC' => '123', 'YYYY' => '2019', 'MM' => '12'];

function step(string $what, string $result): void
{
    printf("  %-22s %s\n", $what, $result);
}

function money(int $minorUnits): string
{
    return Money::toDecimal($minorUnits, CURRENCY) . ' KZT';
}

function expect(bool $right, string $otherwise): void
{
    if (!$right) {
        throw new UnexpectedValueException($otherwise);
    }
}

/** The cart as an orderBundle. Prices are entered as text and are ints from here on. */
function cart(): array
{
    $price = static fn (string $text): int => Money::toMinorUnits($text, CURRENCY);
    $bundle = Cart::bundle([
        ['name' => 'Green tea', 'code' => 'tea-1', 'quantity' => 3, 'price' => $price('1990.00')],
        ['name' => 'Apples', 'code' => 'apple-2', 'quantity' => '0.750', 'measure' => 'kg', 'price' => $price('1299')],
    ], [
        'discount' => $price('500.00'),
        'shipping' => ['name' => 'Delivery', 'amount' => $price('1200.00')],
    ]);
    foreach ($bundle['cartItems']['items'] as ['name' => $name, 'quantity' => $quantity, 'itemAmount' => $amount]) {
        step($name, "{$quantity['value']} {$quantity['measure']} for " . money($amount));
    }

    return $bundle;
}

/** @return array<string, mixed> the shop's record of the order */
function checkOut(PaymentGateway $gateway): array
{
    $bundle = cart();
    // Computed from the bundle, not a second time from the cart: the amount and the receipt must agree.
    $amount = Cart::sum($bundle);
    $orderNumber = 'example-' . bin2hex(random_bytes(8));
    $order = $gateway->register($orderNumber, $amount, 'https://shop.example/return', [
        'currency' => CURRENCY,
        'description' => "Order $orderNumber",
        'orderBundle' => $bundle,
    ]);
    step('register', "$orderNumber is {$order['orderId']}");
    step('', 'for ' . money($amount));

    // Store this before you redirect the payer to $order['formUrl']: they may pay and never come back.
    return ['orderNumber' => $orderNumber, 'orderId' => $order['orderId'], 'amount' => $amount, 'currency' => CURRENCY];
}

/**
 * The page at returnUrl. Neither the payer's return nor the URL proves anything: ask the gateway, and ask about the
 * order that the shop has stored.
 *
 * @param array<string, mixed> $row
 * @return array<string, mixed> the updated row
 */
function payerReturned(PaymentGateway $gateway, array $row): array
{
    $order = $gateway->getOrderStatusExtended($row['orderId']);
    foreach (['orderNumber', 'amount', 'currency'] as $name) {
        expect($order[$name] === $row[$name], "$name is {$order[$name]} at the gateway and {$row[$name]} in the shop");
    }
    // null: an undocumented number. Store it and look into it, but never treat it as paid.
    $status = OrderStatus::tryFrom($order['orderStatus']);
    step('status', $status->name ?? "unknown ({$order['orderStatus']})");
    $decision = match (true) {
        $status === null => 'show it to the operator',
        $status->isPaid() => 'paid: deliver',
        $status->isFinal() => 'not paid: ' . (PaymentGateway::actionCodeMeaning($order['actionCode']) ?? 'no reason'),
        default => 'not paid yet: ask again later',
    };
    step('the shop', $decision);

    return $row + [
        'status' => $order['orderStatus'],
        'paid' => $status?->isPaid() ?? false,
        'actionCode' => $order['actionCode'],
        // The bank asks for these in a dispute. The card number is masked; the shop never sees the full one.
        'card' => $order['cardAuthInfo']['maskedPan'] ?? null,
        'approvalCode' => $order['cardAuthInfo']['approvalCode'] ?? null,
        'reference' => $order['authRefNum'] ?? null,
        // Milliseconds.
        'paidAt' => isset($order['depositedDate']) ? gmdate(DATE_RFC3339, intdiv($order['depositedDate'], 1000)) : null,
    ];
}

function pay(PaymentGateway $gateway, string $title, array $card): array
{
    echo "$title\n";
    $row = checkOut($gateway);
    // In place of the payer, who enters the card on the gateway's page: a shop must not handle card data.
    try {
        $payment = $gateway->paymentOrder($row['orderId'], $card + ['TEXT' => 'TEST CARD', 'language' => 'en']);
        step('the payer', $payment['info'] ?? 'paid');
    } catch (PaymentGateway\DeclinedException $e) {
        step('the payer', $e->getMessage());
    }
    $row = payerReturned($gateway, $row);
    echo "  stored:\n";
    foreach ($row as $name => $value) {
        step("  $name", is_string($value) ? $value : json_encode($value));
    }

    return $row;
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}

try {
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password');
    expect(pay($gateway, 'A cart that is paid', GOOD_CARD)['paid'], 'the order should be paid');
    expect(!pay($gateway, "\nA card that is declined", BAD_CARD)['paid'], 'the order should not be paid');
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
