<?php

/*
 * A card is stored without a payment, charged later, listed, and removed.
 *
 *     php -d extension=modules/payment_gateway.so examples/stored_card.php http://127.0.0.1:8080/payment/
 *
 * The URI is the first line that tests/sandbox/run prints, or set PAYMENT_GATEWAY_URI.
 *
 * The gateway stores the card under the clientId that the shop gives its customer; the shop stores a bindingId. Storing
 * cards, VERIFY and payments without a CVC need permissions: ask the bank before you rely on them.
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

function expect(bool $right, string $otherwise): void
{
    if (!$right) {
        throw new UnexpectedValueException($otherwise);
    }
}

function orderNumber(): string
{
    return 'example-' . bin2hex(random_bytes(8));
}

/** Verifies the card with its issuer without charging it, and returns the bindingId. */
function saveCard(PaymentGateway $gateway, string $clientId): string
{
    // The amount must be 0. If the gateway's page asks the payer whether to store the card, the feature
    // FORCE_CREATE_BINDING in addition to VERIFY stores it in any case.
    $order = $gateway->register(orderNumber(), 0, 'https://shop.example/return', [
        'currency' => CURRENCY,
        'clientId' => $clientId,
        'features' => 'VERIFY',
    ]);
    // In place of the payer, who enters the card on the page $order['formUrl']: a shop must not handle card data.
    $gateway->paymentOrder($order['orderId'], [
        '$PAN' => '4444555511113333',
        '$CVC' => '123',
        'YYYY' => '2034',
        'MM' => '12',
        'TEXT' => 'TEST CARD',
        'language' => 'en',
    ]);

    // A successful verification ends in Reversed, at once.
    $status = $gateway->getOrderStatusExtended($order['orderId']);
    expect(OrderStatus::tryFrom($status['orderStatus']) === OrderStatus::Reversed, 'the card was not verified');
    $bindingId = $status['bindingInfo']['bindingId'] ?? null;
    expect($bindingId !== null, 'the card was not stored: has this merchant the permission?');
    step('verified, taken', money($status['paymentAmountInfo']['depositedAmount']));
    step('stored', "{$status['cardAuthInfo']['maskedPan']} is $bindingId");

    return $bindingId;
}

/** The cards that the customer can choose from; may be empty. @return array<string, string> */
function cards(PaymentGateway $gateway, string $clientId): array
{
    $cards = [];
    foreach ($gateway->getBindings($clientId)['bindings'] as $binding) {
        // A card from a wallet has no maskedPan: its number belongs to the phone, and means nothing to the payer.
        $shown = $binding['maskedPan'] ?? $binding['paymentWay'];
        $cards[$binding['bindingId']] = "$shown, good until {$binding['expiryDate']}";
    }

    return $cards;
}

/** The payer has chosen one of their cards on the shop's page. */
function payByCard(PaymentGateway $gateway, string $clientId, string $bindingId, int $amount, string $orderNumber): void
{
    // The number of this purchase, stored beforehand: a second click is a DuplicateOrderException, not a second
    // charge. For lost replies see reconcile_unknown_outcome.php.
    // Look up what the browser sends among this customer's own cards. The gateway also refuses cards of other
    // customers, by the clientId of the order, which must never come from the browser.
    if (!isset(cards($gateway, $clientId)[$bindingId])) {
        step('the shop', 'this customer has no such card');

        return;
    }
    $order = $gateway->register($orderNumber, $amount, 'https://shop.example/return', [
        'currency' => CURRENCY,
        'clientId' => $clientId,
    ]);
    // tii F: the payer chose a stored card. For charges without the payer see subscription.php.
    $payment = $gateway->paymentOrderBinding($order['orderId'], $bindingId, ['tii' => 'F', 'language' => 'en']);
    if (isset($payment['acsUrl'])) {
        step('3-D Secure', 'the payer is sent to his bank, and the status decides when he is back');

        return;
    }
    $status = $gateway->getOrderStatusExtended($order['orderId']);
    expect(OrderStatus::tryFrom($status['orderStatus']) === OrderStatus::Deposited, 'the order should be paid');
    step('paid', money($status['paymentAmountInfo']['depositedAmount']) . " by {$status['cardAuthInfo']['maskedPan']}");
}

function forget(PaymentGateway $gateway, string $clientId, string $bindingId): void
{
    // unBindCard() takes no clientId: check first whose card it is.
    if (!isset(cards($gateway, $clientId)[$bindingId])) {
        step('the shop', 'this customer has no such card');

        return;
    }
    // This only disables it, and bindCard() would enable it again. If you promise to delete a card, delete your row, too.
    $gateway->unBindCard($bindingId);
    step('forgotten', count(cards($gateway, $clientId)) . ' cards left');
    $order = $gateway->register(orderNumber(), 100, 'https://shop.example/return', [
        'currency' => CURRENCY,
        'clientId' => $clientId,
    ]);
    try {
        $gateway->paymentOrderBinding($order['orderId'], $bindingId, ['tii' => 'F', 'language' => 'en']);
        throw new UnexpectedValueException('a forgotten card paid');
    } catch (PaymentGateway\BindingException $e) {
        step('charged once more', "refused, errorCode {$e->getErrorCode()}");
    }
}

$uri = $argv[1] ?? getenv('PAYMENT_GATEWAY_URI') ?: null;
if ($uri === null) {
    fwrite(STDERR, "Usage: php {$argv[0]} BASE-URI\n");
    exit(2);
}

try {
    $gateway = new PaymentGateway($uri, 'test_user', 'test_user_password');
    // An id of the customer that nobody can guess; never a card number or an e-mail address.
    $customer = 'customer-' . bin2hex(random_bytes(8));
    $somebodyElse = 'customer-' . bin2hex(random_bytes(8));

    echo "A card is saved, and nothing is paid\n";
    $bindingId = saveCard($gateway, $customer);

    echo "\nThe customer comes back and chooses it\n";
    foreach (cards($gateway, $customer) as $card) {
        step('a card', $card);
    }
    payByCard($gateway, $customer, $bindingId, 1990_00, orderNumber());

    echo "\nSomebody else sends its bindingId\n";
    payByCard($gateway, $somebodyElse, $bindingId, 1990_00, orderNumber());

    echo "\nThe customer has it forgotten\n";
    forget($gateway, $customer, $bindingId);
} catch (PaymentGateway\Exception $e) {
    fprintf(STDERR, "\n%s failed: %s: %s\n", $e->getMethod(), $e::class, $e->getMessage());
    exit(1);
} catch (UnexpectedValueException $e) {
    fwrite(STDERR, "\nNot as expected: {$e->getMessage()}\n");
    exit(1);
}
