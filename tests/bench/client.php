<?php

/*
 * client.php MODE CLIENT REQUEST COUNT URL [CA_FILE]: makes COUNT calls and prints print_figures()'s line. Ends with 3
 * where the client has no such request. An empty CA_FILE: libcurl's own authorities. Modes:
 *
 *     timed   one after another, warm
 *     loop    the same without taking times, for callgrind and for memory
 *     idle    each after SILENCE seconds
 *     once    from nothing: the client is made, and makes its first call, or a batch of COUNT
 */

declare(strict_types=1);

require __DIR__ . '/measure.php';
require __DIR__ . '/requests.php';

const WARM_CALLS = 20;
const SILENCE = 4; // payment_gateway.payment_idle_timeout is 3

function wall(Closure $call): int
{
    $start = hrtime(true);
    $call();

    return hrtime(true) - $start;
}

[, $mode, $name, $request, $count, $uri] = $argv;
$count = (int) $count;
$make = require __DIR__ . "/clients/$name.php";
$find = fn (): Closure => $make($uri, $argv[6] ?? null)[$request] ?? exit(3);

$modes = [
    'timed' => function () use ($find, $count): void {
        $call = $find();
        array_map(fn () => $call(), range(1, WARM_CALLS));
        $times = array_fill(0, $count, 0);
        $before = peak();
        $cpu = cpu();
        for ($i = 0; $i < $count; $i++) {
            $start = hrtime(true);
            $call();
            $times[$i] = hrtime(true) - $start;
        }
        print_figures($times, (cpu() - $cpu) / $count, $before, peak());
    },
    'loop' => function () use ($find, $count): void {
        $call = $find();
        array_map(fn () => $call(), range(1, WARM_CALLS));
        $before = peak();
        $cpu = cpu();
        for ($i = 0; $i < $count; $i++) {
            $call();
        }
        print_figures([0], (cpu() - $cpu) / max(1, $count), $before, peak());
    },
    'idle' => function () use ($find, $count): void {
        $call = $find();
        $call();
        $times = [0];
        $before = peak();
        $spent = 0.0;
        for ($i = 0; $i < $count; $i++) {
            sleep(SILENCE);
            $cpu = cpu();
            $times[$i] = wall($call);
            $spent += cpu() - $cpu;
        }
        print_figures($times, $spent / max(1, $count), $before, peak());
    },
    'once' => function () use ($find, $count): void {
        $before = peak();
        $cpu = cpu();
        $wall = $count ? wall(fn () => $find()($count)) : 0;
        print_figures([intdiv($wall, max(1, $count))], (cpu() - $cpu) / max(1, $count), $before, peak());
    },
];
$modes[$mode]();
