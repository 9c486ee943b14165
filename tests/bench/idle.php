<?php

// idle.php [ROUNDS]: milliseconds that a call that changes something takes after four seconds of silence, when it must make a connection of
// its own, over TLS on loopback: with the system's authorities named by file, and by default.

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

const SILENCE = 4; // seconds; payment_gateway.payment_idle_timeout is 3

/** @param array<string, mixed> $options */
function measure(Sandbox $sandbox, array $options, int $rounds): string
{
    $gateway = new PaymentGateway($sandbox->uri, Sandbox::USER, Sandbox::PASSWORD, null, $options);
    $times = [];
    for ($i = 0; $i <= $rounds; $i++) {
        $start = hrtime(true);
        try {
            $gateway->register('idle-' . bin2hex(random_bytes(8)), 100, 'https://shop.example/');
            $end = 'answered';
        } catch (PaymentGateway\TlsException) {
            $end = 'refused';
        }
        $times[] = (hrtime(true) - $start) / 1e6;
        sleep($i < $rounds ? SILENCE : 0);
    }
    $first = array_shift($times);
    sort($times);

    return sprintf('%6.1f ms the first, %6.1f ms after silence (median of %d), %s', $first, $times[intdiv($rounds, 2)], $rounds, $end);
}

$rounds = (int) ($argv[1] ?? 5);
$sandbox = Sandbox::start(['tls' => true]);
$bundle = openssl_get_cert_locations()['default_cert_dir'] . '/ca-certificates.crt';
$named = temporary_path('bundle');
at_end_of_test(static fn () => @unlink($named));
file_put_contents($named, file_get_contents($bundle) . file_get_contents($sandbox->caFile));
printf("by file, %d authorities  %s\n", substr_count((string) file_get_contents($named), 'BEGIN CERT'), measure($sandbox, ['caFile' => $named], $rounds));
// Nobody there signed our server: the time until it is refused, all of TLS but its last message.
printf("by default                %s\n", measure($sandbox, [], $rounds));
