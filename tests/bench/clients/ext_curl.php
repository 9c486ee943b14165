<?php

declare(strict_types=1);

require_once __DIR__ . '/../curl_handles.php';

// PHP's own curl as a shop would use it at its best: one handle, kept.
return function (string $uri, ?string $caFile): array {
    $send = function (CurlHandle $curl, string $request, array $more = []) use ($uri): array {
        address($curl, $uri, $request, $more);

        return decode($curl, curl_exec($curl));
    };
    $curl = new_handle($caFile);
    $bundle = bundle();

    return [
        'status' => fn () => $send($curl, 'status'),
        'register' => fn () => $send($curl, 'register'),
        'bindings' => fn () => $send($curl, 'bindings'),
        'bundle' => fn () => $send($curl, 'register', ['orderBundle' => json_encode($bundle)]),
        'new' => fn () => $send(new_handle($caFile), 'status'),
    ];
};
