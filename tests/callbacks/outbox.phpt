--TEST--
kill -9 while payments and their callbacks are on the way: each event is delivered at least once, and none that did not happen
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';
require __DIR__ . '/../support/receiver.inc';

$payments = (int) (getenv('PAYMENT_GATEWAY_CALLS') ?: 1000);
$rounds = 10;
mt_srand($seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: random_int(1, 1_000_000)));
$sandbox = Sandbox::start(['db' => true]);
$receiver = new Receiver();
$sandbox->merchant(['callbackAddress' => $receiver->address, 'callbackMethod' => 'POST', 'callbackSecret' => 's', 'callbackParameters' => 'depositedAmount']);
$gateway = $sandbox->client(['retries' => 0]);

// Each round pays its share and is killed somewhere in the middle, with callbacks on their way.
for ($round = 0; $round < $rounds; $round++) {
    $sandbox->killAfter(mt_rand(50, 400) / 1000);
    $pay = static function () use ($payments, $rounds, $round): Generator {
        for ($i = 0; $i < intdiv($payments, $rounds); $i++) {
            yield "$round-$i" => ['instantPayment', [1000 + $i, 'https://shop.example/', ['pan' => CARD['$PAN'], 'cvc' => '123', 'expiry' => '202612', 'cardholderName' => 'CARD HOLDER', 'orderNumber' => "$round-$i", 'ip' => '127.0.0.1'] + ($i % 3 === 0 ? ['preAuth' => true] : [])]];
        }
    };
    foreach ($gateway->batch($pay(), 8) as $number => $answer) {
        // Unknown or refused: the books say what became of it.
    }
    $sandbox->restart();
}

// What the books have, and what was told: by order, event and status.
$events = ['approved' => 'approved 1', 'deposited' => 'deposited 1', 'declined' => 'deposited 0'];
$happened = [];
foreach ($sandbox->allOrders() as $order) {
    foreach ($order['operations'] as $operation) {
        $happened["{$order['orderId']} {$order['orderNumber']} {$events[$operation['type']]} {$order['depositedAmount']}"] = true;
    }
}
$deadline = microtime(true) + patience(60);
do {
    usleep(100_000);
    $told = [];
    foreach ($receiver->received() as $request) {
        $callback = PaymentGateway::verifyCallbackHmac($request['body'], 's');
        $key = sprintf('%s %s %s %d %d', $callback['mdOrder'], $callback['orderNumber'], $callback['operation'], $callback['status'], $callback['depositedAmount']);
        $told[$key] = ($told[$key] ?? 0) + 1;
    }
} while (array_diff_key($happened, $told) !== [] && microtime(true) < $deadline);

printf("%s events; not told: %d, told and did not happen: %d\n", count($happened) > $payments / 20 ? 'many' : 'only ' . count($happened), count(array_diff_key($happened, $told)), count(array_diff_key($told, $happened)));
foreach (array_slice(array_diff_key($happened, $told) + array_diff_key($told, $happened), 0, 5) as $key => $_) {
    echo "  $key (seed $seed)\n";
}
$open = array_filter($sandbox->callbacks(), static fn (array $callback): bool => !isset($callback['delivered']));
printf("in the outbox: %d callbacks, %d of them not delivered\n", count($sandbox->callbacks()) - count($happened), count($open));
if (getenv('PAYMENT_GATEWAY_CALLS')) {
    fprintf(STDERR, "%d events, %d deliveries\n", count($happened), array_sum($told));
}

?>
--EXPECT--
many events; not told: 0, told and did not happen: 0
in the outbox: 0 callbacks, 0 of them not delivered
