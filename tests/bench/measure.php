<?php

declare(strict_types=1);

function cpu(): float
{
    $usage = getrusage();

    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e6 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

/** In KB, of the whole process. */
function peak(): int
{
    return getrusage()['ru_maxrss'];
}

/**
 * The line that every program of the benchmark prints: wall microseconds of a call (p50, p99), its CPU microseconds,
 * and the peak of resident memory in KB before and after.
 *
 * @param list<int> $times nanoseconds
 */
function print_figures(array $times, float $cpu, int $before, int $after): void
{
    sort($times);
    $count = count($times);
    printf("%.1f %.1f %.1f %d %d\n", $times[intdiv($count, 2)] / 1e3, $times[intdiv($count * 99, 100)] / 1e3, $cpu, $before, $after);
}
