<?php

/*
 * A shop with a card form of its own, and 3-D Secure 2. Start it together with the sandbox gateway:
 *
 *     examples/card_form/start
 *
 * Card data in a form of your own brings the full questionnaire of PCI DSS (SAQ D). The page of the gateway, as in
 * examples/shop, does not (SAQ A), and goes through 3-D Secure without a line of yours. Prefer it.
 *
 * The way: this form -> paymentOrder() -> hidden frames, in which the gateway and the card's bank look at the browser ->
 * continue.php -> the page of the card's bank, unless it does not ask -> return.php -> order.php.
 */

declare(strict_types=1);

require __DIR__ . '/shop.php';

/** What was typed, as paymentOrder() takes it. It is stored nowhere: not in the session, not in a log. */
function typed_card(): array
{
    $typed = array_map(static fn (mixed $value): string => is_string($value) ? trim($value) : '', $_POST);

    return [
        '$PAN' => str_replace([' ', '-'], '', $typed['pan'] ?? ''),
        'MM' => $typed['month'] ?? '',
        'YYYY' => $typed['year'] ?? '',
        '$CVC' => $typed['cvc'] ?? '',
        'TEXT' => $typed['name'] ?? '',
    ];
}

/** The order of this session, registered once however often the form is sent. */
function order_of_session(PaymentGateway $gateway): array
{
    $orderNumber = $_SESSION['order'];
    $order = find_order($orderNumber);
    if ($order === null) {
        $registered = $gateway->register($orderNumber, AMOUNT, address('return.php', $orderNumber), [
            'description' => 'Green tea, 500 g',
            'currency' => 'RUB',
            'language' => 'en',
        ]);
        $order = ['orderNumber' => $orderNumber, 'orderId' => $registered['orderId'], 'amount' => AMOUNT, 'transactionId' => null];
        store_order($order);
    }

    return $order;
}

function pay(PaymentGateway $gateway, array $order): never
{
    $reply = $gateway->paymentOrder($order['orderId'], typed_card() + [
        'language' => 'en',
        'ip' => $_SERVER['REMOTE_ADDR'],
        'threeDSVer2FinishUrl' => address('return.php', $order['orderNumber']),
    ]);
    // A new attempt: the transaction of an earlier one is over.
    take(PaymentGateway::nextStep($reply, $order['orderId']), ['transactionId' => null] + $order);
}

start_session();
// Nobody can guess it, so that it also serves as the key of the order in the addresses.
$_SESSION['order'] ??= bin2hex(random_bytes(16));
$message = '';
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    // PHP locks the session meanwhile: of two clicks the second finds what the first has done.
    $order = null;
    try {
        $gateway = gateway();
        $order = order_of_session($gateway);
        pay($gateway, $order);
    } catch (PaymentGateway\ArgumentException | PaymentGateway\InvalidRequestException) {
        // Refused by the extension, or by the gateway: nothing has been tried.
        http_response_code(422);
        $message = 'Please check what you have entered.';
    } catch (PaymentGateway\Exception $e) {
        error_log($e->getMessage());
        if ($order !== null) {
            // Declined, paid already, or the answer is lost: the status knows.
            go_to(address('order.php', $order['orderNumber']));
        }
        // Without an order nobody has paid. If the gateway has it, though, its number is used up.
        unset($_SESSION['order']);
        http_response_code(503);
        $message = 'The payment service does not answer. Nothing was charged. Please try again.';
    }
}
header("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'");
header('Cache-Control: no-store');
?>
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tea shop</title>
<main>
<h1>Green tea, 500 g</h1>
<p>1500.00 RUB</p>
<p role="alert"><?= $message ?></p>
<form method="post">
<p><label>Card number <input name="pan" inputmode="numeric" autocomplete="cc-number" required></label>
<p><label>Month <input name="month" size="2" inputmode="numeric" autocomplete="cc-exp-month" placeholder="MM" required></label>
<label>Year <input name="year" size="4" inputmode="numeric" autocomplete="cc-exp-year" placeholder="YYYY" required></label>
<p><label>CVC <input name="cvc" type="password" size="4" inputmode="numeric" autocomplete="cc-csc" required></label>
<p><label>Name on the card <input name="name" autocomplete="cc-name" required></label>
<p><button>Pay</button>
</form>
</main>
