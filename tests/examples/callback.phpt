--TEST--
examples/callback: a webhook under a storm of callbacks, repeated, shuffled and late, ends with the books of the gateway
--EXTENSIONS--
payment_gateway
sqlite3
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/callback/webhook.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';
require dirname(__DIR__, 2) . '/examples/callback/Orders.php';

const SECRET = 'secret-of-the-test';

/** What happens to an order, and the amount of it. */
const LIVES = [
    'paid' => ['pay' => 0],
    'held' => ['pay' => 0],
    'captured' => ['pay' => 0, 'deposit' => 0],
    'captured in part' => ['pay' => 0, 'deposit' => 400],
    'reversed' => ['pay' => 0, 'reverse' => 0],
    'refunded' => ['pay' => 0, 'refund' => 1_000],
    'refunded in parts' => ['pay' => 0, 'refund 1' => 300, 'refund 2' => 300],
    'declined' => ['refused 1' => 0, 'refused 2' => 0],
    'paid at last' => ['refused' => 0, 'pay' => 0],
    'never paid' => ['decline' => 0],
    'cancelled by the shop' => ['cancel' => 0, 'pay' => 0],
];

$example = dirname(__DIR__, 2) . '/examples/callback';
$sandbox = Sandbox::start();
$gateway = $sandbox->client();
$database = temporary_path('shop.db');
at_end_of_test(static fn () => array_map('unlink', glob("$database*")));
$shop = new Orders($database);

/** As examples/callback/sign does. */
function sign(array $parameters): string
{
    ksort($parameters, SORT_STRING);
    $signed = implode('', array_map(static fn (string $name, string|int $value): string => "$name;$value;", array_keys($parameters), $parameters));

    return http_build_query($parameters + ['checksum' => hash_hmac('sha256', $signed, SECRET)]);
}

/** The webhook under PHP's own web server: its address, and what it answers to a callback. */
function webhook(string $database): array
{
    global $example;
    $socket = stream_socket_server('tcp://127.0.0.1:0');
    $address = stream_socket_get_name($socket, false);
    fclose($socket);
    $command = 'CALLBACK_SECRET="$1" SHOP_DATABASE="$2" exec ' . php_command() . ' -S "$3" "$4" 2>/dev/null';
    $process = new BackgroundProcess(['sh', '-c', $command, 'webhook', 'an-older-secret ' . SECRET, $database, $address, "$example/webhook.php"]);
    at_end_of_test($process->kill(...));
    for ($until = microtime(true) + patience(20); microtime(true) < $until && !($connection = @stream_socket_client("tcp://$address"));) {
        usleep(20_000);
    }

    return [$address, static function (string $signed) use ($address): int {
        $answer = fopen("http://$address/?route=shop&$signed", 'r', false, stream_context_create(['http' => ['ignore_errors' => true]]));

        return (int) explode(' ', stream_get_meta_data($answer)['wrapper_data'][0])[1];
    }];
}

/** Registers an order and has it live one of the lives below, of which the gateway tells. */
function live(string $life): void
{
    global $gateway, $shop, $sandbox;
    static $count = 0;
    $number = sprintf('%s-%d', $life, ++$count);
    $hold = in_array($life, ['held', 'captured', 'captured in part', 'reversed'], true);
    $id = $hold ? $gateway->registerPreAuth($number, 1_000, 'https://shop.example/')['orderId'] : $gateway->register($number, 1_000, 'https://shop.example/')['orderId'];
    $shop->add($number, $id, 1_000, $gateway->getOrderStatusExtended($id)['currency']);
    foreach (LIVES[$life] as $step => $amount) {
        // Each event once or often, and one in four ten minutes late.
        $sandbox->merchant(['callbackRepeat' => mt_rand(1, 5), 'callbackDelaySecs' => mt_rand(0, 3) === 0 ? 600 : 300]);
        match (explode(' ', $step)[0]) {
            'refused' => caught(fn () => $gateway->paymentOrder($id, ['$PAN' => '4444444444444422', 'YYYY' => '2019', 'MM' => '12'] + CARD)),
            'pay' => $gateway->paymentOrder($id, CARD),
            'deposit' => $gateway->deposit($id, $amount),
            'reverse' => $gateway->reverse($id),
            'refund' => $gateway->refund($id, $amount),
            'decline' => $gateway->decline($id, $number),
            'cancel' => $shop->cancel($number),
        };
    }
}

/** What the shop knows, by order number. */
function shopBooks(string $database): array
{
    $rows = (new SQLite3($database))->query('SELECT number, state, captured - refunded, refunded FROM orders ORDER BY number');
    for ($books = []; $row = $rows->fetchArray(SQLITE3_NUM);) {
        $books[array_shift($row)] = implode(' ', $row);
    }

    return $books;
}

[$address, $call] = webhook($database);
$sandbox->merchant(['callbackAddress' => "http://$address/?route=shop", 'callbackSecret' => SECRET, 'callbackParameters' => 'amount,currency,depositedAmount,approvedAmount', 'attempts' => 2]);
mt_srand($seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: random_int(1, 1_000_000)));
for ($i = 0; $i < 3; $i++) {
    $sandbox->merchant(['callbackMethod' => $i === 1 ? 'POST' : 'GET']);
    array_map(live(...), array_keys(LIVES));
}
$settle = 'GATEWAY_USER=test_user SHOP_DATABASE=' . escapeshellarg($database) . ' ' . php_command() . ' ' . escapeshellarg("$example/settle.php") . ' ' . escapeshellarg($sandbox->uri);

/** Waits until no more than so many callbacks are still to be delivered. */
function wait_for_callbacks(int $left): void
{
    global $sandbox;
    $until = microtime(true) + patience(60);
    do {
        usleep(20_000);
        $open = count(array_filter($sandbox->callbacks(), static fn (array $callback): bool => !isset($callback['delivered'])));
    } while ($open > $left && microtime(true) < $until);
}

$callbacks = $sandbox->callbacks();
$late = array_filter($callbacks, static fn (array $callback): bool => $callback['nextTry'] - $callback['created'] >= 600_000);
$storm = array_column(array_diff_key($callbacks, $late), 'id');
shuffle($storm);
$sandbox->changeCallbacks(['send' => implode(',', $storm)]);
wait_for_callbacks(count($late) + intdiv(count($storm), 2));
exec($settle); // cron comes in the middle, too
wait_for_callbacks(count($late));
$sandbox->clock(['advance' => 601]);
wait_for_callbacks(0);
exec($settle, $output);
$answers = array_unique(array_map(static fn (array $callback): string => implode(' ', array_column($callback['log'], 'status')), $sandbox->callbacks()));
printf("%s callbacks, %s of them late, answers %s; at last %s\n", count($callbacks) > 60 ? 'many' : count($callbacks), count($late) > 5 ? 'some' : count($late), implode(' and ', $answers), preg_replace('/\d+/', 'some', $output[0]));

$wrong = 0;
foreach (shopBooks($database) as $number => $shopSays) {
    $status = $gateway->getOrderStatusExtended(null, $number);
    $state = [0 => 'new', 1 => 'held', 2 => 'paid', 3 => 'reversed', 4 => 'refunded', 6 => 'expired'][$status['orderStatus']];
    $gatewaySays = "$state {$status['paymentAmountInfo']['depositedAmount']} {$status['paymentAmountInfo']['refundedAmount']}";
    if ($shopSays !== $gatewaySays) {
        echo "$number: the shop has $shopSays, the gateway $gatewaySays (seed $seed)\n";
        $wrong++;
    }
}
printf("%d orders, %d wrong\n", count(shopBooks($database)), $wrong);
for ($reports = (new SQLite3($database))->query('SELECT number, what FROM reports ORDER BY number'); $row = $reports->fetchArray(SQLITE3_NUM);) {
    echo "reported: $row[0]: $row[1]\n";
}

echo "-- single callbacks\n";
$shop->add('1042', 'id-1042', 500, '643');
$id = ['mdOrder' => 'id-1042', 'operation' => 'deposited', 'status' => 1];
foreach ([
    'another order number' => sign($id + ['orderNumber' => '1043', 'depositedAmount' => 500]),
    'another currency' => sign($id + ['currency' => '398', 'depositedAmount' => 500]),
    'an order of somebody else' => sign(['mdOrder' => 'unknown'] + $id),
    'altered' => str_replace('status=1', 'status=0', sign($id)),
    'unsigned' => http_build_query($id),
    'signed by examples/callback/sign' => trim((string) shell_exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg("$example/sign") . ' ' . SECRET . ' mdOrder=id-1042 operation=deposited status=1 depositedAmount=500')),
] as $what => $signed) {
    printf("%s: %d, %s\n", $what, $call($signed), shopBooks($database)['1042']);
}
[, $broken] = webhook('/nonexistent/shop.db');
printf("no database: %d\n", $broken(sign($id)));

?>
--EXPECT--
many callbacks, some of them late, answers 200; at last some orders settled
33 orders, 0 wrong
reported: cancelled by the shop-11: paid although the shop has cancelled it
reported: cancelled by the shop-22: paid although the shop has cancelled it
reported: cancelled by the shop-33: paid although the shop has cancelled it
-- single callbacks
another order number: 200, new 0 0
another currency: 200, new 0 0
an order of somebody else: 200, new 0 0
altered: 403, new 0 0
unsigned: 403, new 0 0
signed by examples/callback/sign: 200, paid 500 0
no database: 503
