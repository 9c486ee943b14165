<?php

/*
 * Where the page with the hidden frames posts to. The browser says which order it means, and nothing else of it is
 * believed. Asked again, the gateway answers with the same page of the bank.
 */

declare(strict_types=1);

require __DIR__ . '/shop.php';

$order = order_of_address();
try {
    take(PaymentGateway::nextStep(gateway()->continue3ds($order['orderId']), $order['orderId']), $order);
} catch (PaymentGateway\Exception $e) {
    // Declined, over already, or the answer is lost: the status knows.
    error_log($e->getMessage());
    go_to(address('order.php', $order['orderNumber']));
}
