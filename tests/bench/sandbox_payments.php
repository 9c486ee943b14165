<?php

/*
 * How many payments a second the sandbox makes durable: register and paymentOrder, each on disk before it is answered,
 * with a database in the temporary directory. Several sandboxes take turns in short rounds, so that what the machine
 * does else meets all of them: an older one is compared by its path.
 *
 *     php -d extension=modules/payment_gateway.so tests/bench/sandbox_payments.php [PAYMENTS [SANDBOX...]]
 */

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

const ROUND = 320;
const CONNECTIONS = [1, 8, 64];
$payments = (int) ($argv[1] ?? 3200);
$programs = array_slice($argv, 2) ?: [dirname(__DIR__) . '/sandbox/run'];

/** Makes all calls and returns their replies; an exception is thrown. */
function make(PaymentGateway $gateway, array $calls, int $connections): array
{
    foreach ($gateway->batch($calls, $connections) as $key => $reply) {
        $replies[$key] = $reply instanceof Throwable ? throw $reply : $reply;
    }

    return $replies;
}

function pay(PaymentGateway $gateway, int $count, int $connections): void
{
    static $number = 0;
    $registrations = $payments = [];
    for ($i = 0; $i < $count; $i++) {
        $registrations[] = ['register', [(string) ++$number, 1000, 'https://shop.example/']];
    }
    $card = ['$PAN' => '4444555511113333', '$CVC' => '123', 'YYYY' => 2026, 'MM' => '12', 'TEXT' => 'CARD HOLDER'];
    foreach (make($gateway, $registrations, $connections) as $reply) {
        $payments[] = ['paymentOrder', [$reply['orderId'], $card]];
    }
    make($gateway, $payments, $connections);
}

foreach ($programs as $i => $program) {
    $database = temporary_path('db');
    at_end_of_test(static fn () => array_map('unlink', glob("$database*") ?: []));
    $process = new BackgroundProcess([$program, '--db', $database, '--port', '0']);
    $gateways[$i] = new PaymentGateway($process->readLine(120), Sandbox::USER, Sandbox::PASSWORD);
    at_end_of_test($process->kill(...));
}
printf("%d payments each, payments a second by the number of connections\n%12s", $payments, 'connections');
foreach ($programs as $program) {
    printf(' %s', $program);
}
echo "\n";
foreach (CONNECTIONS as $connections) {
    $seconds = array_fill_keys(array_keys($gateways), 0.0);
    $count = $connections === 1 ? intdiv($payments, 10) : $payments;
    for ($done = 0; $done < $count; $done += ROUND) {
        foreach ($gateways as $i => $gateway) {
            $start = hrtime(true);
            pay($gateway, min(ROUND, $count - $done), $connections);
            $seconds[$i] += (hrtime(true) - $start) / 1e9;
        }
    }
    printf('%12d', $connections);
    foreach ($seconds as $i => $time) {
        printf(" %*d", strlen($programs[$i]), (int) round($count / $time));
    }
    echo "\n";
}
