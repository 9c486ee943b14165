<?php

declare(strict_types=1);

// PHP's curl as its clients here use it: the options that a careful shop sets. The replies are decoded, but not judged.

/** @param ?string $caFile null or '': libcurl's own authorities */
function new_handle(?string $caFile): CurlHandle
{
    $curl = curl_init();
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
        CURLOPT_CONNECTTIMEOUT => 5,
        CURLOPT_HTTPHEADER => ['Accept: application/json', 'Expect:'],
    ]);
    if ($caFile) {
        curl_setopt($curl, CURLOPT_CAINFO, $caFile);
    }

    return $curl;
}

function address(CurlHandle $curl, string $uri, string $request, array $more = []): CurlHandle
{
    [$url, $body] = on_the_wire($uri, $request, $more);
    curl_setopt($curl, CURLOPT_URL, $url);
    curl_setopt($curl, CURLOPT_POSTFIELDS, $body);

    return $curl;
}

function decode(CurlHandle $curl, string|false|null $reply): array
{
    if (!is_string($reply) || curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
        throw new RuntimeException(curl_error($curl));
    }

    return json_decode($reply, true, 512, JSON_THROW_ON_ERROR);
}
