<?php

/*
 * Where the payer comes back to from the card's bank, by GET or POST, once or several times. It must not start the
 * session: the POST of another site comes without the cookie, so PHP would begin an empty session and overwrite it.
 */

declare(strict_types=1);

require __DIR__ . '/shop.php';

$query = $_SERVER['QUERY_STRING'] ?? '';
// At some banks the answers of 3-D Secure 1 come to one address of the shop's (termUrl), which names no order: MD does.
$order = isset($_GET['order']) ? order_of_address()
    : found(find_order_of_gateway(gateway()->payerReturn($query, $_POST)->orderId));
try {
    // Ends the payment, if that is still to do. What it returns is for order.php to ask again.
    gateway()->confirmReturn($query, $_POST, $order['orderId'], $order['transactionId']);
} catch (PaymentGateway\Exception $e) {
    error_log($e->getMessage());
    http_response_code(503);
    exit('We do not know yet whether your order is paid. Please do not pay again; load this page again.');
}
go_to(address('order.php', $order['orderNumber']));
