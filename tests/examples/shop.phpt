--TEST--
examples/shop sells through the payment page, to payers without JavaScript, and trusts nothing but the status
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/shop/index.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

const SHOP = __DIR__ . '/../../examples/shop';

/** A request as a browser without JavaScript makes it, without following redirects. @return array{status: int, location: ?string, text: string} */
function browse(string $url, ?array $form = null): array
{
    $stream = @fopen($url, 'r', false, stream_context_create(['http' => [
        'method' => $form === null ? 'GET' : 'POST', 'ignore_errors' => true, 'follow_location' => 0, 'timeout' => 30,
        'header' => ['Connection: close', ...($form === null ? [] : ['Content-Type: application/x-www-form-urlencoded'])],
        'content' => http_build_query($form ?? []),
    ]]));
    if ($stream === false) {
        return ['status' => 0, 'location' => null, 'text' => ''];
    }
    $lines = stream_get_meta_data($stream)['wrapper_data'];
    $location = array_values(preg_grep('/^Location: /i', $lines))[0] ?? null;

    return ['status' => (int) explode(' ', $lines[0])[1], 'location' => $location === null ? null : trim(substr($location, 10)), 'text' => stream_get_contents($stream)];
}

function free_port(): int
{
    $socket = stream_socket_server('tcp://127.0.0.1:0');
    $port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
    fclose($socket);

    return $port;
}

/** The shop with a gateway: its address and where its orders are. */
function shop(string $gateway): array
{
    $orders = temporary_path('orders');
    mkdir($orders);
    at_end_of_test(static fn () => exec('rm -rf ' . escapeshellarg($orders)));
    $port = free_port();
    $command = "GATEWAY_URI=\"\$1\" GATEWAY_USER=test_user GATEWAY_PASSWORD=test_user_password SHOP_ORDERS=\"\$2\" SHOP_URI=http://127.0.0.1:$port/ exec " . php_command() . " -S 127.0.0.1:$port -t \"\$3\" 2>/dev/null";
    $process = new BackgroundProcess(['sh', '-c', $command, 'shop', $gateway, $orders, SHOP]);
    at_end_of_test($process->kill(...));
    for ($until = microtime(true) + patience(20); microtime(true) < $until && browse("http://127.0.0.1:$port/")['status'] !== 200;) {
        usleep(20_000);
    }

    return ["http://127.0.0.1:$port/", $orders];
}

/** Buys: from the page of the shop to the payment page, whose address it returns. */
function buy(string $shop): string
{
    $page = browse($shop);
    if (!preg_match('~<form method="post"><button>Buy</button></form>~', $page['text'])) {
        echo "the shop has no form\n";
    }

    return (string) browse($shop, [])['location'];
}

/** Fills in the form of the payment page, and returns where it sends the payer. */
function pay(string $page, string $pan, string $expiry): string
{
    $text = browse($page)['text'];
    preg_match_all('~<input type="hidden" name="(\w+)" value="([^"]*)"~', $text, $hidden);
    preg_match_all('~<input type="text" id="\w+" name="(\w+)"~', $text, $typed);
    $form = ['pan' => $pan, 'expiry' => $expiry, 'cvc' => '123', 'cardholderName' => 'A PAYER'];
    $form = array_intersect_key($form, array_flip($typed[1])) + array_combine($hidden[1], $hidden[2]) + ['pay' => '1'];

    return (string) browse($page, $form)['location'];
}

/** What the page tells the payer. */
function told(string $url): string
{
    $page = browse($url);
    preg_match('~role="status">([^<]*)<~', $page['text'], $match);

    return $page['status'] . ' ' . ($match[1] ?? trim(strip_tags($page['text']))) . (str_contains($page['text'], 'Pay now') ? ' (may pay)' : '');
}

$sandbox = Sandbox::start(['strict' => false]);
[$shop, $orders] = shop($sandbox->uri);
$fail = static fn (array $form): bool => $sandbox->raw('sandbox/fail', $form)['status'] === 200;
$paid = static fn (): int => count(glob("$orders/*.paid"));

$back = pay($page = buy($shop), '4444 5555 1111 3333', '12/26');
echo preg_replace(['/[0-9a-f]{32}/', '/[0-9a-f-]{36}/', '/:\d+/'], ['NUMBER', 'ID', ':PORT'], $back), "\n";
echo told($back), "\n", told($back), "\n";
echo 'back on the payment page: ', browse($page)['status'], ', paid orders ', $paid(), ', deposited ', $sandbox->books()['deposited'], "\n";

echo "-- not paid\n";
echo told(pay(buy($shop), '5555555555555557', '12/19')), "\n";
$left = buy($shop);
$number = json_decode(file_get_contents("{$sandbox->uri}sandbox/orders?orderId=" . substr(strrchr($left, '='), 1)), true)['orderNumber'];
echo told("{$shop}return.php?order=$number"), "\n";

echo "-- addresses that lie\n";
parse_str(parse_url($back, PHP_URL_QUERY), $query);
echo told("{$shop}return.php?order=$number&orderId=$query[orderId]&lang=en"), "\n";
foreach (['', '?order=', '?order[]=x', '?order=../../secret', '?order=' . str_repeat('0', 32), "?orderId=$query[orderId]"] as $lie) {
    echo told("{$shop}return.php$lie"), "\n";
}
$file = "$orders/$number.json";
file_put_contents($file, json_encode(['orderId' => $query['orderId']] + json_decode(file_get_contents($file), true)));
echo told("{$shop}return.php?order=$number"), "\n";

echo "-- broken on purpose\n";
$fail(['with' => '502', 'times' => 3, 'method' => 'rest/getOrderStatusExtended.do']);
echo told($back), "\n", told($back), "\n";
$fail(['with' => 'lose', 'method' => 'rest/register.do']);
$page = browse($shop, []);
echo $page['status'], ' ', preg_match('~role="alert">([^<]+)<~', $page['text'], $match) ? $match[1] : 'no message', "\n";
$fail(['with' => 'decline', 'actionCode' => 116]);
echo told(pay(buy($shop), '4444555511113333', '12/26')), "\n";
echo 'paid orders ', $paid(), ', deposited ', $sandbox->books()['deposited'], "\n";

echo "-- started by one command\n";
$port = free_port();
mkdir($temporary = temporary_path('start'));
$process = new BackgroundProcess(['env', "TMPDIR=$temporary", 'bash', '-c', 'exec "$@" 2>&1', 'start', SHOP . '/start', (string) $port, '0']);
at_end_of_test(static function () use ($process, $temporary): void {
    $process->kill();
    exec('rm -rf ' . escapeshellarg($temporary));
});
while (!str_starts_with($line = $process->readLine(patience(120)), 'Sandbox: ')) {
    continue;
}
for ($until = microtime(true) + patience(20); microtime(true) < $until && browse("http://127.0.0.1:$port/")['status'] !== 200;) {
    usleep(20_000);
}
$page = buy("http://127.0.0.1:$port/");
echo str_starts_with($page, substr($line, 9)) ? 'its own sandbox' : "$line, but $page", "\n";
echo told(pay($page, '4444555511113333', '12/26')), "\n";
?>
--EXPECT--
http://127.0.0.1:PORT/return.php?order=NUMBER&orderId=ID&lang=en
200 Thank you, your order is paid.
200 Thank you, your order is paid.
back on the payment page: 200, paid orders 1, deposited 150000
-- not paid
200 Your order is not paid: 3-D Secure: the payer&#039;s authentication failed.
200 Your order is not paid yet. (may pay)
-- addresses that lie
200 Your order is not paid yet. (may pay)
404 There is no such order.
404 There is no such order.
404 There is no such order.
404 There is no such order.
404 There is no such order.
404 There is no such order.
200 Something is wrong with this order. We look into it.
-- broken on purpose
503 We do not know yet whether your order is paid. Please do not pay again; load this page again.
200 Thank you, your order is paid.
503 The payment service does not answer. Nothing was charged. Please try again.
200 Your order is not paid: not enough money.
paid orders 1, deposited 150000
-- started by one command
its own sandbox
200 Thank you, your order is paid.
