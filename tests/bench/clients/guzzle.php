<?php

declare(strict_types=1);

use GuzzleHttp\Client;
use GuzzleHttp\Pool;
use Psr\Http\Message\ResponseInterface;

// guzzlehttp/guzzle as its manual shows it: one client, a pool for each batch. The replies are decoded, but not judged.
return function (string $uri, ?string $caFile): array {
    require_once getenv('BENCH_GUZZLE') . '/vendor/autoload.php';
    $client = new Client(['timeout' => 30, 'connect_timeout' => 5, 'verify' => $caFile ?: true, 'headers' => [
        'Accept' => 'application/json',
        'Content-Type' => 'application/x-www-form-urlencoded',
    ]]);
    $run = function (iterable $requests, int $atOnce) use ($client, $uri): void {
        $promises = (function () use ($requests, $client, $uri): Generator {
            foreach ($requests as $key => $request) {
                [$url, $body] = on_the_wire($uri, $request);
                yield $key => fn () => $client->postAsync($url, ['body' => $body]);
            }
        })();
        (new Pool($client, $promises, [
            'concurrency' => $atOnce,
            'fulfilled' => fn (ResponseInterface $reply) => json_decode((string) $reply->getBody(), true, 512, JSON_THROW_ON_ERROR),
            'rejected' => fn (mixed $reason) => throw $reason,
        ]))->promise()->wait();
    };

    return [
        'mixed' => fn () => $run(MIXED, count(MIXED)),
        'batch' => fn (int $count) => $run(repeated('status', $count), AT_ONCE),
    ];
};
