<?php

/*
 * Asks the gateway about the orders of which callbacks did not tell enough. For cron, every minute.
 *
 *     SHOP_DATABASE=/tmp/shop.db php -d extension=modules/payment_gateway.so examples/callback/settle.php \
 *         http://127.0.0.1:8080/payment/
 */

declare(strict_types=1);

require __DIR__ . '/Orders.php';

$gateway = new PaymentGateway(
    $argv[1] ?? 'http://127.0.0.1:8080/payment/',
    getenv('GATEWAY_USER') ?: 'test_user',
    getenv('GATEWAY_PASSWORD') ?: 'test_user_password',
);
printf("%d orders settled\n", (new Orders((string) getenv('SHOP_DATABASE')))->settle($gateway));
