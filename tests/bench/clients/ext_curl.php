<?php

declare(strict_types=1);

// PHP's own curl as a shop would use it at its best: one handle, kept. The replies are decoded, but not judged.
return function (string $uri, ?string $caFile): array {
    $make = function () use ($caFile): CurlHandle {
        $curl = curl_init();
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_CONNECTTIMEOUT => 5,
            CURLOPT_HTTPHEADER => ['Accept: application/json', 'Expect:'],
        ]);
        if ($caFile !== null) {
            curl_setopt($curl, CURLOPT_CAINFO, $caFile);
        }

        return $curl;
    };
    $send = function (CurlHandle $curl, string $path, array $fields) use ($uri): array {
        curl_setopt($curl, CURLOPT_URL, $uri . $path);
        curl_setopt($curl, CURLOPT_POSTFIELDS, http_build_query(['userName' => USER, 'password' => PASSWORD] + $fields));
        $reply = curl_exec($curl);
        if ($reply === false || curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
            throw new RuntimeException(curl_error($curl));
        }

        return json_decode($reply, true, 512, JSON_THROW_ON_ERROR);
    };
    $curl = $make();
    $bundle = bundle();
    $status = ['orderId' => ORDER_ID];
    $order = ['orderNumber' => 'bench-1', 'amount' => 150000, 'returnUrl' => RETURN_URL];

    return [
        'status' => fn () => $send($curl, 'rest/getOrderStatusExtended.do', $status),
        'register' => fn () => $send($curl, 'rest/register.do', $order),
        'bindings' => fn () => $send($curl, 'rest/getBindings.do', ['clientId' => 'client-1']),
        'bundle' => fn () => $send($curl, 'rest/register.do', $order + ['orderBundle' => json_encode($bundle)]),
        'new' => fn () => $send($make(), 'rest/getOrderStatusExtended.do', $status),
    ];
};
