<?php

// idle.php EXTENSION [ROUNDS]: what a call that changes something costs when it must make a connection of its own, over TLS on loopback: the first
// of a process, and after four seconds of silence. With the system's authorities named by file, and by default. For the
// latter our own stands among the system's, in a mount namespace: root and unshare.

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/measure.php';

const SILENCE = 4; // seconds; payment_gateway.payment_idle_timeout is 3

function measure(string $uri, ?string $caFile, int $rounds): string
{
    $gateway = new PaymentGateway($uri, Sandbox::USER, Sandbox::PASSWORD, null, $caFile === null ? [] : ['caFile' => $caFile]);
    $times = $cpus = [];
    for ($i = 0; $i <= $rounds; $i++) {
        $cpu = cpu();
        $start = hrtime(true);
        $gateway->register('idle-' . bin2hex(random_bytes(8)), 100, 'https://shop.example/');
        $times[] = (hrtime(true) - $start) / 1e6;
        $cpus[] = (cpu() - $cpu) / 1e3;
        sleep($i < $rounds ? SILENCE : 0);
    }
    $first = array_shift($times);
    $firstCpu = array_shift($cpus);
    sort($times);
    sort($cpus);
    $middle = intdiv($rounds, 2);

    return sprintf('%6.1f ms (CPU %5.1f) the first, %6.1f ms (CPU %5.1f) after silence, median of %d', $first, $firstCpu, $times[$middle], $cpus[$middle], $rounds);
}

/** The system's directory of authorities with one more in it and in its file. */
function system_with(string $authority, string $directory): string
{
    $copy = temporary_path('authorities');
    $ours = file_get_contents($authority);
    $hash = sprintf('%s/%s.0', $copy, openssl_x509_parse($ours)['hash']);
    exec('cp -a ' . escapeshellarg($directory) . ' ' . escapeshellarg($copy));
    at_end_of_test(static fn () => exec('rm -rf ' . escapeshellarg($copy)));
    file_put_contents($hash, $ours);
    file_put_contents("$copy/ca-certificates.crt", $ours, FILE_APPEND);

    return $copy;
}

if (($argv[1] ?? '') === '--measure') {
    exit(measure($argv[2], $argv[4] ?? null, (int) $argv[3]));
}
$child = static fn (string ...$arguments): string => implode(' ', array_map(escapeshellarg(...), [PHP_BINARY, '-n', '-d', 'extension=' . realpath($argv[1]), __FILE__, '--measure', ...$arguments]));
$rounds = $argv[2] ?? '5';
$sandbox = Sandbox::start(['tls' => true]);
$directory = openssl_get_cert_locations()['default_cert_dir'];
$system = system_with($sandbox->caFile, $directory);
printf("by file     %s\n", shell_exec($child($sandbox->uri, $rounds, "$system/ca-certificates.crt")));
$command = sprintf('mount --bind %s %s && exec %s', escapeshellarg($system), escapeshellarg($directory), $child($sandbox->uri, $rounds));
printf("by default  %s\n", posix_geteuid() === 0 ? shell_exec('unshare --mount sh -c ' . escapeshellarg($command)) : 'skipped: not root');
