--TEST--
examples/card_form takes cards through 3-D Secure 2, to payers without JavaScript, whose session survives the bank's POST
--EXTENSIONS--
payment_gateway
session
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/card_form/index.php')) {
    die('skip the example is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/shop.inc';
require __DIR__ . '/../support/browser.inc';

const SHOP = __DIR__ . '/../../examples/card_form';
const CHALLENGED = ['pan' => '5555 5555 5555 5599', 'month' => '12', 'year' => '2034', 'cvc' => '123', 'name' => 'A PAYER'];
const FRICTIONLESS = ['pan' => '4111111111111111', 'year' => '2026'] + CHALLENGED;
const FAILING = ['pan' => '5168494895055780', 'year' => '2026'] + CHALLENGED;
const OLD = ['pan' => '4012001038166662', 'year' => '2024'] + CHALLENGED;

/** Types a card into the form of the shop, and sends it. */
function type_card(Browser $browser, string $shop, array $card): void
{
    $browser->open($shop);
    $browser->submit($card);
}

/** Presses the buttons that a script would press, up to a page that asks for something. */
function go_on(Browser $browser): void
{
    while (preg_match('~data-auto|<script nonce~', $browser->html)) {
        $browser->submit();
    }
}

/** Where the browser is, and what it is told. */
function told(Browser $browser): string
{
    preg_match('~role="(?:status|alert)">([^<]*)<~', $browser->html, $match);
    $page = preg_replace(['~[0-9a-f]{32}~', '~^http://127\.0\.0\.1:\d+~'], ['NUMBER', ''], $browser->url);

    return "$page $browser->status: " . ($match[1] ?? trim(strip_tags($browser->html))) . (str_contains($browser->html, 'Try again') ? ' (may try again)' : '');
}

function number_of(Browser $browser): string
{
    return substr(strrchr($browser->url, '='), 1);
}

$sandbox = Sandbox::start();
$sandbox->merchant(['attempts' => 5]);
[$shop, $orders] = serve_shop(SHOP, $sandbox->uri);
$books = static fn (): string => $sandbox->books()['orders'] . ' orders, deposited ' . $sandbox->books()['deposited'] . ', sent ' . count(glob("$orders/*.paid"));

echo "-- frictionless\n";
$browser = new Browser();
type_card($browser, $shop, FRICTIONLESS);
$first = $browser->html;
go_on($browser);
echo told($browser), "\n", $books(), "\n";
// The page of the first step once more, as by the back button.
$browser->html = $first;
$browser->submit();
echo 'again: ', told($browser), "\n", $books(), "\n";

echo "-- challenge\n";
type_card($browser, $shop, CHALLENGED);
$browser->submit();
$browser->submit();
$browser->submit(['code' => '12345678', 'act' => 'confirm']);
go_on($browser);
echo told($browser), "\n", $books(), "\n";
$number = number_of($browser);
echo 'loaded again: ', told($browser->open($browser->url)), "\n";
foreach (['return.php', 'continue.php'] as $page) {
    echo "$page again: ", told($browser->open("$shop$page?order=$number", $page === 'continue.php' ? [] : null)), "\n";
}
echo $books(), "\n";

echo "-- cancelled, then with another card\n";
type_card($browser, $shop, CHALLENGED);
go_on($browser);
$browser->submit(['act' => 'cancel']);
go_on($browser);
echo told($browser), "\n";
type_card($browser, $shop, FAILING);
go_on($browser);
echo told($browser), "\n";

echo "-- 3-D Secure 1, whose bank posts to the shop\n";
$sandbox->merchant(['termUrl' => "{$shop}return.php"]);
foreach ([['act' => 'cancel'], ['code' => '12345678', 'act' => 'confirm']] as $pressed) {
    type_card($browser, $shop, OLD);
    go_on($browser);
    $browser->submit($pressed);
    go_on($browser);
    echo told($browser), "\n";
}
echo $books(), "\n";
$sandbox->merchant(['termUrl' => '']);

echo "-- twice, and back\n";
type_card($browser, $shop, CHALLENGED);
$early = $browser->html;
type_card($browser, $shop, ['month' => '13'] + CHALLENGED);
echo told($browser), "\n";
$browser->html = $early;
$browser->submit();
$page = $browser->html;
$browser->html = $early;
$browser->submit();
echo 'the same challenge: ', json_encode(preg_replace('/nonce[^ >]*/', '', $page) === preg_replace('/nonce[^ >]*/', '', $browser->html)), "\n";
$browser->submit();
type_card($browser, $shop, FRICTIONLESS);
go_on($browser);
echo 'begun anew: ', told($browser), "\n", $books(), "\n";

echo "-- addresses that lie\n";
foreach (['order.php', 'order.php?order[]=x', 'return.php?order=../../secret', 'continue.php?order=' . str_repeat('0', 32)] as $lie) {
    echo told($browser->open($shop . $lie)), "\n";
}
$stranger = new Browser();
type_card($browser, $shop, CHALLENGED);
$browser->submit();
$open = array_values(array_filter(glob("$orders/*.json"), static fn (string $file): bool => !is_file("$file.paid")));
$number = basename($open[0], '.json');
echo told($stranger->open("{$shop}return.php?order=$number")), "\n";
echo told($browser->open("{$shop}order.php?order=$number")), "\n";

echo "-- broken on purpose\n";
$fail = static fn (array $form): bool => $sandbox->raw('sandbox/fail', $form)['status'] === 200;
$fail(['with' => '502', 'times' => 3, 'method' => 'rest/getOrderStatusExtended.do']);
echo told($browser->open("{$shop}return.php?order=$number")), "\n";
$fail(['with' => 'lose', 'method' => 'rest/register.do']);
$late = new Browser();
type_card($late, $shop, FRICTIONLESS);
echo told($late), "\n";
$fail(['with' => 'lose', 'method' => 'rest/paymentorder.do']);
type_card($late, $shop, FRICTIONLESS);
echo told($late), "\n";
type_card($late, $shop, FRICTIONLESS);
go_on($late);
echo told($late), "\n", $books(), "\n";

$kept = '';
foreach (glob("$orders/*") as $file) {
    $kept .= file_get_contents($file);
}
echo 'card data kept: ', preg_match('/5555555555555599|5555 5555|4111111111111111|A PAYER/', $kept), "\n";

echo "-- started by one command\n";
[$shop] = start_shop(SHOP);
$browser = new Browser();
type_card($browser, $shop, CHALLENGED);
go_on($browser);
$browser->submit(['code' => '12345678', 'act' => 'confirm']);
go_on($browser);
echo told($browser), "\n";
?>
--EXPECT--
-- frictionless
/order.php?order=NUMBER 200: Thank you, your order is paid.
1 orders, deposited 150000, sent 1
again: /order.php?order=NUMBER 200: Thank you, your order is paid.
1 orders, deposited 150000, sent 1
-- challenge
/order.php?order=NUMBER 200: Thank you, your order is paid.
2 orders, deposited 300000, sent 2
loaded again: /order.php?order=NUMBER 200: Thank you, your order is paid.
return.php again: /order.php?order=NUMBER 200: Thank you, your order is paid.
continue.php again: /order.php?order=NUMBER 200: Thank you, your order is paid.
2 orders, deposited 300000, sent 2
-- cancelled, then with another card
/order.php?order=NUMBER 200: Not paid yet: 3-D Secure: declined by RReq. (may try again)
/order.php?order=NUMBER 200: Not paid yet: 3-D Secure: the payer&#039;s authentication failed. (may try again)
-- 3-D Secure 1, whose bank posts to the shop
/order.php?order=NUMBER 200: Not paid yet: 3-D Secure: the payer&#039;s authentication failed. (may try again)
/order.php?order=NUMBER 200: Thank you, your order is paid.
3 orders, deposited 450000, sent 3
-- twice, and back
/ 422: Please check what you have entered.
the same challenge: true
begun anew: /order.php?order=NUMBER 200: Thank you, your order is paid.
4 orders, deposited 600000, sent 4
-- addresses that lie
/order.php 404: There is no such order.
/order.php?order[]=x 404: There is no such order.
/return.php?order=../../secret 404: There is no such order.
/continue.php?order=NUMBER 404: There is no such order.
/return.php?order=NUMBER 503: We do not know yet whether your order is paid. Please do not pay again; load this page again.
/order.php?order=NUMBER 200: Your order is not paid yet. (may try again)
-- broken on purpose
/return.php?order=NUMBER 503: We do not know yet whether your order is paid. Please do not pay again; load this page again.
/ 503: The payment service does not answer. Nothing was charged. Please try again.
/order.php?order=NUMBER 200: Your order is not paid yet. (may try again)
/order.php?order=NUMBER 200: Thank you, your order is paid.
7 orders, deposited 750000, sent 5
card data kept: 0
-- started by one command
/order.php?order=NUMBER 200: Thank you, your order is paid.
