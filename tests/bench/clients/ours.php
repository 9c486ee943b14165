<?php

declare(strict_types=1);

return function (string $uri, ?string $caFile): array {
    $make = fn () => new PaymentGateway($uri, USER, PASSWORD, null, $caFile ? ['caFile' => $caFile] : []);
    $gateway = $make();
    $bundle = bundle();
    $known = [
        'status' => ['getOrderStatusExtended', [ORDER_ID]],
        'register' => ['register', ['bench-1', 150000, RETURN_URL]],
        'bindings' => ['getBindings', ['client-1']],
    ];
    $run = function (iterable $requests, int $atOnce) use ($gateway, $known): void {
        $calls = (function () use ($requests, $known): Generator {
            foreach ($requests as $key => $request) {
                yield $key => $known[$request];
            }
        })();
        foreach ($gateway->batch($calls, $atOnce) as $reply) {
            if ($reply instanceof Throwable) {
                throw $reply;
            }
        }
    };

    return [
        'status' => fn () => $gateway->getOrderStatusExtended(ORDER_ID),
        'register' => fn () => $gateway->register('bench-1', 150000, RETURN_URL),
        'bindings' => fn () => $gateway->getBindings('client-1'),
        'bundle' => fn () => $gateway->register('bench-1', 450000, RETURN_URL, ['orderBundle' => $bundle]),
        'new' => fn () => $make()->getOrderStatusExtended(ORDER_ID),
        'mixed' => fn () => $run(MIXED, count(MIXED)),
        'batch' => fn (int $count) => $run(repeated('status', $count), AT_ONCE),
    ];
};
