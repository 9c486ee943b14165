--TEST--
An answer that is no JSON object: its beginning is in the message, in getReplyExcerpt() and in the log, without tags and secrets
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$firewall = <<<'HTML'
<!DOCTYPE html><html><head><title>Request Rejected</title>
<style>body { color: #123456 }</style><script>var a = "<b>hidden</b>";</script></head>
<body><!-- a > comment --><h1>The requested URL was rejected.</h1>
<p class="x">Your support ID is:&nbsp;1234567890</p></body></html>
HTML;
$replies = [
    'a firewall' => ['status' => 403, 'body' => $firewall],
    'a JSON text' => ['status' => 401, 'body' => '"Transaction is not found"'],
    'a JSON list' => ['body' => '["down"]'],
    'half of JSON' => ['body' => '{"errorCode":0,"orderId":"a'],
    'less than' => ['body' => 'a < b and 1<2'],
    'nothing' => ['status' => 502, 'body' => ''],
    'blanks' => ['status' => 502, 'body' => " \r\n\t "],
    'controls' => ['status' => 502, 'body' => "one\x00two\x1B[31mthree\x7F\r\nfour"],
    'no UTF-8' => ['status' => 502, 'body' => "\xCF\xEB\xEE\xF5\xEE ok"],
    'Cyrillic' => ['status' => 502, 'body' => str_repeat('Ошибка ', 60)],
    'an endless tag' => ['status' => 502, 'body' => 'before <a ' . str_repeat('x', 20000)],
    'secrets' => ['status' => 502, 'body' => 'user test_user_password, card <b>4444555511113333</b>, cvc 123'],
    'a secret that is cut' => ['status' => 502, 'body' => str_repeat('<br>', 16382) . 'test_user_password'],
    'JSON' => ['status' => 502, 'body' => '{"errorCode":0}'],
];

foreach ($replies as $name => $reply) {
    $proxy = FaultProxy::start([['do' => 'pass', 'reply' => $reply]]);
    $logged = [];
    $gateway = $proxy->client(['logger' => function (array $event) use (&$logged): void {
        $logged[] = $event['replyExcerpt'];
    }]);
    $e = caught(fn () => $gateway->paymentOrder('id1', CARD));
    $excerpt = $e->getReplyExcerpt();
    echo "$name: ", json_encode($excerpt, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
    if ($logged !== [$excerpt] || !str_contains($e->getMessage(), (string) $excerpt)) {
        echo "  the log or the message has another: ", $e->getMessage(), json_encode($logged), "\n";
    }
    if (!str_ends_with($e->getMessage(), $e->isOutcomeUnknown() ? 'before repeating the call' : (string) $excerpt)) {
        echo '  ', $e->getMessage(), "\n";
    }
    $proxy->stop();
}
echo "\n", $e->getMessage(), "\n";
$e = new PaymentGateway\ReplyException('made by a test');
var_dump($e->getReplyExcerpt());

?>
--EXPECT--
a firewall: "Request Rejected The requested URL was rejected. Your support ID is:&nbsp;1234567890"
a JSON text: "\"Transaction is not found\""
a JSON list: "[\"down\"]"
half of JSON: "{\"errorCode\":0,\"orderId\":\"a"
less than: "a < b and 1<2"
nothing: null
blanks: null
controls: "one two [31mthree four"
no UTF-8: "????? ok"
Cyrillic: "Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошибка Ошиб"
an endless tag: "before"
secrets: "user ******************, card **************** , cvc ***"
a secret that is cut: null
JSON: null

paymentOrder: HTTP 502: the gateway failed; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call
NULL
