<?php

declare(strict_types=1);

/*
 * php -n tests/bench/loading.php modules/payment_gateway.so [curl.so] [rounds]
 *
 * What the extension adds to `php -n -v`: alone, and beside PHP's curl, which has loaded libcurl already. Milliseconds of
 * CPU, user and system: unlike the time on the clock they change little when the machine is busy. The runs alternate;
 * the least of each kind was disturbed the least.
 */
[, $extension, $curl, $rounds] = $argv + [1 => dirname(__DIR__, 2) . '/modules/payment_gateway.so', 'curl', '100'];

function cpu_of(array $extensions): float
{
    $command = [PHP_BINARY, '-n', ...array_merge(...array_map(fn ($name) => ['-d', "extension=$name"], $extensions)), '-v'];
    $before = cpu_of_children();
    $pipes = [];
    $process = proc_open($command, [1 => ['file', '/dev/null', 'w'], 2 => ['pipe', 'w']], $pipes);
    $complaint = stream_get_contents($pipes[2]);
    if (proc_close($process) !== 0 || $complaint !== '') {
        throw new RuntimeException(implode(' ', $command) . ": $complaint");
    }

    return cpu_of_children() - $before;
}

function cpu_of_children(): float
{
    $usage = getrusage(1);
    $sum = 0.0;
    foreach (['ru_utime', 'ru_stime'] as $kind) {
        $sum += $usage["$kind.tv_sec"] * 1e3 + $usage["$kind.tv_usec"] / 1e3;
    }

    return $sum;
}

$pairs = ['alone' => []];
exec(escapeshellarg(PHP_BINARY) . ' -n -d extension=' . escapeshellarg($curl) . ' -m 2>/dev/null', $modules);
if (in_array('curl', $modules, true)) {
    $pairs["beside PHP's curl"] = [$curl];
} else {
    echo "skipped: beside PHP's curl: this PHP has none\n";
}
$least = [];
for ($round = 0; $round < (int) $rounds; $round++) {
    foreach ($pairs as $name => $others) {
        foreach (['without' => $others, 'with' => [...$others, $extension]] as $kind => $extensions) {
            $least[$name][$kind] = min($least[$name][$kind] ?? INF, cpu_of($extensions));
        }
    }
}
foreach ($least as $name => ['without' => $without, 'with' => $with]) {
    printf("loading the extension, %s: %.1f ms CPU (php -n -v: %.1f without, %.1f with)\n", $name, $with - $without, $without, $with);
}
