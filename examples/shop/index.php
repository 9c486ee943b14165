<?php

/*
 * The smallest shop: one article, paid on the page of the gateway. Start it together with the sandbox gateway:
 *
 *     examples/shop/start
 *
 * At a bank it needs the bank's base URI, user and password, and an address that payers reach.
 */

declare(strict_types=1);

const AMOUNT = 1_500_00;

$message = '';
if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    // Nobody can guess it, so that it also serves as the key of the order in the address of the return page.
    $orderNumber = bin2hex(random_bytes(16));
    try {
        $gateway = new PaymentGateway(getenv('GATEWAY_URI'), getenv('GATEWAY_USER'), getenv('GATEWAY_PASSWORD'));
        $order = $gateway->register($orderNumber, AMOUNT, getenv('SHOP_URI') . "return.php?order=$orderNumber", [
            'description' => 'Green tea, 500 g',
            'currency' => 'RUB',
            'language' => 'en',
        ]);
        // Before the payer leaves: they may pay and never come back.
        $row = ['orderId' => $order['orderId'], 'formUrl' => $order['formUrl'], 'amount' => AMOUNT];
        file_put_contents(getenv('SHOP_ORDERS') . "/$orderNumber.json", json_encode($row, JSON_THROW_ON_ERROR))
            ?: throw new RuntimeException('The order cannot be stored.');
        header("Location: $order[formUrl]", true, 303);
        exit;
    } catch (PaymentGateway\Exception $e) {
        // Even if the gateway has the order, nobody has paid it: the next try registers another one.
        error_log($e->getMessage());
        http_response_code(503);
        $message = 'The payment service does not answer. Nothing was charged. Please try again.';
    }
}
?>
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tea shop</title>
<h1>Green tea, 500 g</h1>
<p>1500.00 RUB</p>
<p role="alert"><?= $message ?></p>
<form method="post"><button>Buy</button></form>
