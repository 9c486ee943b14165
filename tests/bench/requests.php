<?php

declare(strict_types=1);

/** What every client is asked to send. */
const USER = 'test_user';
const PASSWORD = 'test_user_password';
const ORDER_ID = '6299538a-2dc4-454a-8907-b30d73a3e21f';
const RETURN_URL = 'https://shop.example/return';
const AT_ONCE = 64;

/** The batch of a shop's page: these calls at once. */
const MIXED = ['register', 'status', 'status', 'status', 'bindings'];

/** For clients that know no gateway: the path and the fields of a request. */
const ON_THE_WIRE = [
    'status' => ['rest/getOrderStatusExtended.do', ['orderId' => ORDER_ID]],
    'register' => ['rest/register.do', ['orderNumber' => 'bench-1', 'amount' => 150000, 'returnUrl' => RETURN_URL]],
    'bindings' => ['rest/getBindings.do', ['clientId' => 'client-1']],
];

/** @return array{string, string} the URL and the body of a request */
function on_the_wire(string $uri, string $request, array $more = []): array
{
    [$path, $fields] = ON_THE_WIRE[$request];

    return [$uri . $path, http_build_query(['userName' => USER, 'password' => PASSWORD] + $fields + $more)];
}

/** The same request so many times, for a batch. */
function repeated(string $request, int $count): Generator
{
    for ($i = 0; $i < $count; $i++) {
        yield $i => $request;
    }
}

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
