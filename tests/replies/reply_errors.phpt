--TEST--
Answers that are not the gateway's: the exception, its facts, and whether the outcome is known
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$html = "<html><body>test_user_password Bad Gateway</body></html>";
$replies = [
    'HTML with 200' => ['headers' => ['Content-Type' => 'text/html'], 'body' => $html],
    'empty body' => ['body' => ''],
    'only spaces' => ['body' => " \r\n"],
    'half of JSON' => ['body' => '{"errorCode":0,"orderId":"a'],
    'JSON and more' => ['body' => '{"errorCode":0,"orderId":"a"} x'],
    'JSON list' => ['body' => '[{"orderId":"a"}]'],
    'empty JSON list' => ['body' => ' []'],
    'JSON string' => ['body' => '"ok"'],
    'JSON true' => ['body' => 'true'],
    'JSON null' => ['body' => 'null'],
    'JSON number' => ['body' => '0'],
    'invalid UTF-8' => ['body' => "{\"errorCode\":0,\"orderId\":\"\xFF\"}"],
    'lone surrogate' => ['body' => '{"errorCode":0,"orderId":"\ud800"}'],
    'too deep' => ['body' => '{"orderId":' . str_repeat('[', 100) . str_repeat(']', 100) . '}'],
    'no orderId' => ['body' => '{}'],
    'errorCode a list' => ['body' => '{"errorCode":[0],"orderId":"a"}'],
    'errorCode a word' => ['body' => '{"errorCode":"zero","orderId":"a"}'],
    'success a word' => ['body' => '{"success":"yes","orderId":"a"}'],
    '301' => ['status' => 301, 'headers' => ['Location' => '/payment/elsewhere'], 'body' => ''],
    '307' => ['status' => 307, 'headers' => ['Location' => '/payment/elsewhere'], 'body' => ''],
    '400' => ['status' => 400, 'body' => $html],
    '401' => ['status' => 401, 'body' => $html],
    '403' => ['status' => 403, 'body' => $html],
    '404' => ['status' => 404, 'body' => $html],
    '405' => ['status' => 405, 'body' => $html],
    '429' => ['status' => 429, 'body' => '{"errorCode":"7"}'],
    '500' => ['status' => 500, 'body' => $html],
    '500 with JSON' => ['status' => 500, 'body' => '{"errorCode":"0","orderId":"a","orderStatus":2}'],
    '502' => ['status' => 502, 'body' => $html],
    '503' => ['status' => 503, 'body' => ''],
    '401 with errorCode' => ['status' => 401, 'body' => '{"errorCode":"5","errorMessage":"Access denied"}'],
    '400 with errorCode' => ['status' => 400, 'body' => '{"errorCode":"7","errorMessage":"System error"}'],
];

foreach ($replies as $name => $reply) {
    $proxy = FaultProxy::start([['do' => 'pass', 'reply' => $reply]]);
    $gateway = $proxy->client();
    printf("%-18s %s\n", $name, facts($e = caught(fn () => $gateway->register('n1', 100, 'https://shop.example/'))));
    printf("%-18s %s\n", '', facts($f = caught(fn () => $gateway->getOrderStatusExtended('id1'))));
    if (count($proxy->deliveries()) !== 2) {
        echo "deliveries: ", count($proxy->deliveries()), "\n";
    }
    foreach ([$e, $f] as $exception) {
        if (str_contains(print_r($exception, true), 'test_user_password')) {
            echo "a secret is in the exception\n";
        }
    }
    $proxy->stop();
}

?>
--EXPECT--
HTML with 200      ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
empty body         ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
only spaces        ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
half of JSON       ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
JSON and more      ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
JSON list          ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
empty JSON list    ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
JSON string        ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
JSON true          ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
JSON null          ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
JSON number        ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
invalid UTF-8      ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
lone surrogate     ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
too deep           ReplyException register errorCode=null actionCode=null http=200 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=no known final
no orderId         ReplyException register errorCode=null actionCode=null http=200 reply=yes UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=yes known final
errorCode a list   ReplyException register errorCode=null actionCode=null http=200 reply=yes UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=yes known final
errorCode a word   ReplyException register errorCode=null actionCode=null http=200 reply=yes UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=yes known final
success a word     ReplyException register errorCode=null actionCode=null http=200 reply=yes UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=yes known final
301                ReplyException register errorCode=null actionCode=null http=301 reply=no known final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=301 reply=no known final
307                ReplyException register errorCode=null actionCode=null http=307 reply=no known final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=307 reply=no known final
400                ReplyException register errorCode=null actionCode=null http=400 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=400 reply=no known final
401                ReplyException register errorCode=null actionCode=null http=401 reply=no known final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=401 reply=no known final
403                ReplyException register errorCode=null actionCode=null http=403 reply=no known final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=403 reply=no known final
404                ReplyException register errorCode=null actionCode=null http=404 reply=no known final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=404 reply=no known final
405                ReplyException register errorCode=null actionCode=null http=405 reply=no known final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=405 reply=no known final
429                RateLimitException register errorCode=null actionCode=null http=429 reply=yes known retriable
                   RateLimitException getOrderStatusExtended errorCode=null actionCode=null http=429 reply=yes known retriable
500                ReplyException register errorCode=null actionCode=null http=500 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=500 reply=no known retriable
500 with JSON      ReplyException register errorCode=null actionCode=null http=500 reply=yes UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=500 reply=yes known retriable
502                ReplyException register errorCode=null actionCode=null http=502 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=502 reply=no known retriable
503                ReplyException register errorCode=null actionCode=null http=503 reply=no UNKNOWN final
                   ReplyException getOrderStatusExtended errorCode=null actionCode=null http=503 reply=no known retriable
401 with errorCode AccessDeniedException register errorCode=5 actionCode=null http=401 reply=yes known final
                   AccessDeniedException getOrderStatusExtended errorCode=5 actionCode=null http=401 reply=yes known final
400 with errorCode SystemErrorException register errorCode=7 actionCode=null http=400 reply=yes known final
                   SystemErrorException getOrderStatusExtended errorCode=7 actionCode=null http=400 reply=yes known retriable
