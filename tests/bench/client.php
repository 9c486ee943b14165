<?php

// client.php timed|loop CLIENT REQUEST COUNT URL: makes COUNT calls one after another. Ends with 3 where the client has
// no such request. `loop` takes no times, for callgrind and for memory.

declare(strict_types=1);

require __DIR__ . '/measure.php';
require __DIR__ . '/requests.php';

const WARM_CALLS = 20;

[, $mode, $name, $request, $count, $uri] = $argv;
$call = (require __DIR__ . "/clients/$name.php")($uri, null)[$request] ?? exit(3);
for ($i = 0; $i < WARM_CALLS; $i++) {
    $call();
}
$count = (int) $count;
$times = $mode === 'timed' ? array_fill(0, $count, 0) : [0];
$before = peak();
$cpu = cpu();
if ($mode === 'timed') {
    for ($i = 0; $i < $count; $i++) {
        $start = hrtime(true);
        $call();
        $times[$i] = hrtime(true) - $start;
    }
} else {
    for ($i = 0; $i < $count; $i++) {
        $call();
    }
}
print_figures($times, (cpu() - $cpu) / max(1, $count), $before, peak());
