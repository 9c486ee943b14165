<?php

declare(strict_types=1);

/** What every client is asked to send. */
const USER = 'test_user';
const PASSWORD = 'test_user_password';
const ORDER_ID = '6299538a-2dc4-454a-8907-b30d73a3e21f';
const RETURN_URL = 'https://shop.example/return';

/** An orderBundle of 100 items. */
function bundle(): array
{
    $items = [];
    for ($position = 1; $position <= 100; $position++) {
        $items[] = [
            'positionId' => $position,
            'name' => "Зелёный чай № $position",
            'quantity' => ['value' => 3, 'measure' => 'pcs'],
            'itemCode' => "tea-$position",
            'itemPrice' => 1500,
            'itemAmount' => 4500,
        ];
    }

    return ['cartItems' => ['items' => $items]];
}
