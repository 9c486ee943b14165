<?php

/*
 * What callbacks cost a payment at the sandbox: latencies of instantPayment while the shop's address answers, hangs,
 * refuses, or answers 500 or 302, beside payments without callbacks. Each kind has a sandbox of its own, on disk; they take
 * turns in short rounds, so that what the machine does else meets all of them.
 *
 *     php -d extension=modules/payment_gateway.so tests/bench/callback_delivery.php [PAYMENTS]
 */

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/receiver.inc';

const ROUND = 50;
$payments = (int) ($argv[1] ?? 2000);

/** An address that accepts connections and never answers. */
$silent = stream_socket_server('tcp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, stream_context_create(['socket' => ['backlog' => 4096]]));
$deaf = stream_socket_server('tcp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND); // nobody else gets its port
$redirecting = new Receiver(302);
$redirecting->answer(302, 'https://shop.example/');

$kinds = [
    'without callbacks' => '',
    'answers 200' => (new Receiver())->address,
    'hangs' => 'http://' . stream_socket_get_name($silent, false) . '/',
    'refuses' => 'http://' . stream_socket_get_name($deaf, false) . '/',
    'answers 500' => (new Receiver(500))->address,
    'answers 302' => $redirecting->address,
];
foreach ($kinds as $kind => $address) {
    $sandboxes[$kind] = Sandbox::start(['db' => true]);
    // Tries follow each other at once, so that the outbox stays busy.
    $sandboxes[$kind]->merchant(['callbackAddress' => $address, 'callbackTrySecs' => 0]);
    $gateways[$kind] = $sandboxes[$kind]->client();
    $times[$kind] = [];
}
for ($done = -ROUND; $done < $payments; $done += ROUND) {
    foreach ($gateways as $kind => $gateway) {
        for ($i = 0; $i < ROUND; $i++) {
            $start = hrtime(true);
            $gateway->instantPayment(1000, 'https://shop.example/', ['pan' => '4444555511113333', 'cvc' => '123', 'expiry' => '202612', 'cardholderName' => 'CARD HOLDER', 'ip' => '127.0.0.1']);
            if ($done >= 0) { // the first round warms up
                $times[$kind][] = (hrtime(true) - $start) / 1e6;
            }
        }
    }
}

printf("%d payments of each kind, ms\n%-20s %8s %8s %8s %8s\n", $payments, 'the address', 'p50', 'p90', 'p99', 'most');
foreach ($times as $kind => $all) {
    sort($all);
    $at = static fn (float $part): float => $all[(int) ($part * (count($all) - 1))];
    printf("%-20s %8.2f %8.2f %8.2f %8.2f\n", $kind, $at(0.5), $at(0.9), $at(0.99), $at(1));
}
