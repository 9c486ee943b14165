<?php

declare(strict_types=1);

return function (string $uri, ?string $caFile): array {
    $make = fn () => new PaymentGateway($uri, USER, PASSWORD, null, $caFile === null ? [] : ['caFile' => $caFile]);
    $gateway = $make();
    $bundle = bundle();

    return [
        'status' => fn () => $gateway->getOrderStatusExtended(ORDER_ID),
        'register' => fn () => $gateway->register('bench-1', 150000, RETURN_URL),
        'bindings' => fn () => $gateway->getBindings('client-1'),
        'bundle' => fn () => $gateway->register('bench-1', 450000, RETURN_URL, ['orderBundle' => $bundle]),
        'new' => fn () => $make()->getOrderStatusExtended(ORDER_ID),
    ];
};
