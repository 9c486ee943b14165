<?php

// visit.php SOCKET COUNT PATH: COUNT requests to nginx, one after another. Where the page prints figures, those are
// printed; the last number is the median of the whole request, in microseconds.

declare(strict_types=1);

require __DIR__ . '/measure.php';

[, $socket, $count, $path] = $argv;

function visit(string $socket, string $path): string
{
    $connection = stream_socket_client("unix://$socket");
    fwrite($connection, "GET $path HTTP/1.0\r\nHost: localhost\r\n\r\n");
    [$head, $body] = explode("\r\n\r\n", stream_get_contents($connection), 2);
    if (!str_contains($head, ' 200 ')) {
        throw new RuntimeException("$path: $head\n$body");
    }

    return $body;
}

const WARM_VISITS = 20;
$whole = $walls = [];
$cpu = 0.0;
$peak = 0;
for ($i = -WARM_VISITS; $i < $count; $i++) {
    $start = hrtime(true);
    $body = visit($socket, $path);
    $time = hrtime(true) - $start;
    $figures = $body === '' ? ['wall' => $time, 'cpu' => 0, 'peak' => 0] : json_decode($body, true, 2, JSON_THROW_ON_ERROR);
    if ($i >= 0) {
        $whole[] = $time;
        $walls[] = $figures['wall'];
        $cpu += $figures['cpu'];
    }
    $peak = max($peak, $figures['peak']);
}
ob_start();
print_figures($walls, $cpu / count($walls), 0, $peak);
sort($whole);
printf("%s %.1f\n", rtrim(ob_get_clean()), $whole[intdiv(count($whole), 2)] / 1e3);
