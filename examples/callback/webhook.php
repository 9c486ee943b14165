<?php

/*
 * The address that the gateway calls when something happens to an order.
 *
 *     CALLBACK_SECRET=... SHOP_DATABASE=/tmp/shop.db \
 *         php -d extension=modules/payment_gateway.so -S 127.0.0.1:8090 examples/callback/webhook.php
 *
 * It answers 200 as soon as the event is stored, also for an order that it does not know: a repeat would not help. 503
 * asks the gateway to send it again. The gateway is asked for what a callback does not tell by settle.php, from cron.
 */

declare(strict_types=1);

require __DIR__ . '/Orders.php';

/** What the address of this webhook has in its own query, such as ?route=payment/callback. It is not signed. */
const OWN_NAMES = ['route'];

// The raw text, because PHP and frameworks change some values, and then the signature no longer fits.
$raw = $_SERVER['REQUEST_METHOD'] === 'POST' ? (string) file_get_contents('php://input') : ($_SERVER['QUERY_STRING'] ?? '');

try {
    // Several secrets, separated by spaces: while the secret changes, or one of tests and one of production.
    $callback = PaymentGateway::verifyCallbackHmac($raw, explode(' ', (string) getenv('CALLBACK_SECRET')), OWN_NAMES);
} catch (PaymentGateway\SignatureException $e) {
    error_log($e->getMessage());
    http_response_code(403);
    exit;
}
try {
    (new Orders((string) getenv('SHOP_DATABASE')))->note($callback);
} catch (Exception $e) {
    error_log($e->getMessage());
    http_response_code(503);
}
