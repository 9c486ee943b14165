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

/** The webhook under PHP's own web server, and what it answers. */
function webhook(string $database): Closure
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

    return static function (string $signed, bool $post = false) use ($address): int {
        $context = stream_context_create(['http' => ['ignore_errors' => true] + ($post
            ? ['method' => 'POST', 'content' => $signed, 'header' => 'Content-Type: application/x-www-form-urlencoded']
            : [])]);
        $answer = fopen("http://$address/" . ($post ? '?route=shop' : "?route=shop&$signed"), 'r', false, $context);

        return (int) explode(' ', stream_get_meta_data($answer)['wrapper_data'][0])[1];
    };
}

/** Registers an order, has it live one of the lives below, and returns the callbacks that the gateway makes of it. */
function live(string $life): array
{
    global $gateway, $shop, $sandbox;
    static $count = 0;
    $number = sprintf('%s-%d', $life, ++$count);
    $hold = in_array($life, ['held', 'captured', 'captured in part', 'reversed'], true);
    $id = $hold ? $gateway->registerPreAuth($number, 1_000, 'https://shop.example/')['orderId'] : $gateway->register($number, 1_000, 'https://shop.example/')['orderId'];
    $shop->add($number, $id, 1_000, $gateway->getOrderStatusExtended($id)['currency']);
    $event = static fn (string $operation, int $status = 1, array $more = ['amount' => 1_000]): array => ['mdOrder' => $id, 'orderNumber' => $number, 'operation' => $operation, 'status' => $status] + $more;
    if ($life === 'declined') {
        caught(fn () => $gateway->paymentOrder($id, ['$PAN' => '4444444444444422', 'YYYY' => '2019', 'MM' => '12'] + CARD));

        return [$event('deposited', 0)];
    }
    if ($life === 'never paid') {
        $gateway->decline($id, $number);

        return [$event('declinedByTimeout')];
    }
    $gateway->paymentOrder($id, CARD);
    $events = [$event($hold ? 'approved' : 'deposited')];
    switch ($life) {
        case 'captured':
            $gateway->deposit($id);
            $events[] = $event('deposited');
            break;
        case 'captured in part':
            $gateway->deposit($id, 400);
            $events[] = $event('deposited', 1, []); // a gateway that is not set up to tell the amount
            break;
        case 'reversed':
            $gateway->reverse($id);
            $events[] = $event('reversed');
            break;
        case 'refunded':
            $gateway->refund($id, 1_000);
            $events[] = $event('refunded');
            break;
        case 'refunded in parts':
            $gateway->refund($id, 300);
            $gateway->refund($id, 300);
            array_push($events, $event('refunded', 1, ['amount' => 300]), $event('refunded', 1, ['amount' => 300]));
            break;
        case 'cancelled by the shop':
            $shop->cancel($number);
    }

    return $events;
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

$call = webhook($database);
$lives = ['paid', 'held', 'captured', 'captured in part', 'reversed', 'refunded', 'refunded in parts', 'declined', 'never paid', 'cancelled by the shop'];
$storm = $late = [];
mt_srand($seed = (int) (getenv('PAYMENT_GATEWAY_SEED') ?: 20261129));
for ($i = 0; $i < 3; $i++) {
    foreach ($lives as $life) {
        foreach (live($life) as $event) {
            $signed = sign($event);
            for ($times = mt_rand(1, 5); $times > 0; $times--) {
                mt_rand(0, 3) === 0 ? $late[] = $signed : $storm[] = $signed;
            }
        }
    }
}
$settle = 'GATEWAY_USER=test_user SHOP_DATABASE=' . escapeshellarg($database) . ' ' . php_command() . ' ' . escapeshellarg("$example/settle.php") . ' ' . escapeshellarg($sandbox->uri);
$answers = [];
foreach ([$storm, $late] as $part) {
    shuffle($part);
    foreach ($part as $i => $signed) {
        $answers[] = $call($signed, $i % 2 === 1);
        if ($i === intdiv(count($part), 2)) {
            exec($settle); // cron comes in the middle, too
        }
    }
    $sandbox->clock(['advance' => 600]); // the others are held back for ten minutes
}
exec($settle, $output);
printf("%s callbacks, answers %s; at last %s\n", count($answers) > 60 ? 'many' : count($answers), implode(' ', array_unique($answers)), preg_replace('/\d+/', 'some', $output[0]) );

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
    'another order number' => sign($id + ['orderNumber' => '1043', 'amount' => 500]),
    'another currency' => sign($id + ['currency' => '398', 'amount' => 500]),
    'an order of somebody else' => sign(['mdOrder' => 'unknown'] + $id),
    'altered' => str_replace('status=1', 'status=0', sign($id)),
    'unsigned' => http_build_query($id),
    'signed by examples/callback/sign' => trim((string) shell_exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg("$example/sign") . ' ' . SECRET . ' mdOrder=id-1042 operation=deposited status=1 amount=500')),
] as $what => $signed) {
    printf("%s: %d, %s\n", $what, $call($signed), shopBooks($database)['1042']);
}
$broken = webhook('/nonexistent/shop.db');
printf("no database: %d\n", $broken(sign($id)));

?>
--EXPECT--
many callbacks, answers 200; at last some orders settled
30 orders, 0 wrong
reported: cancelled by the shop-10: paid although the shop has cancelled it
reported: cancelled by the shop-20: paid although the shop has cancelled it
reported: cancelled by the shop-30: paid although the shop has cancelled it
-- single callbacks
another order number: 200, new 0 0
another currency: 200, new 0 0
an order of somebody else: 200, new 0 0
altered: 403, new 0 0
unsigned: 403, new 0 0
signed by examples/callback/sign: 200, paid 500 0
no database: 503
