--TEST--
Callbacks that fail are tried again by the sandbox's clock; a tester sends them again, late, repeated or in another order
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';
require __DIR__ . '/../support/receiver.inc';

$sandbox = Sandbox::start();
$gateway = $sandbox->client();
$receiver = new Receiver();
$sandbox->merchant(['callbackAddress' => $receiver->address, 'callbackOperations' => 'deposited,refunded']);

/** A paid order. */
function pay(string $number): string
{
    global $gateway;
    $id = $gateway->register($number, 1000, 'https://shop.example/')['orderId'];
    $gateway->paymentOrder($id, CARD);

    return $id;
}

/** The log of the only callback of an order, when it has so many tries. */
function told(string $number, int $tries): array
{
    global $sandbox;
    $until = microtime(true) + patience(15);
    do {
        usleep(5_000);
        [$callback] = $sandbox->callbacks($number);
    } while (count($callback['log']) < $tries && microtime(true) < $until);

    return $callback;
}

function show(string $what, array $callback): void
{
    printf("%s: %d tries, %s, %s\n", $what, count($callback['log']), isset($callback['delivered']) ? 'delivered' : 'not delivered', isset($callback['nextTry']) ? 'to be tried again' : 'at an end');
    foreach ($callback['log'] as $try) {
        printf("  %s\n", preg_replace('/:\d{4,5}/', ':PORT', preg_replace('/Failed to connect to [^"]*/', 'Failed to connect', json_encode(array_diff_key($try, ['time' => 1]), JSON_UNESCAPED_SLASHES))));
    }
}

echo "-- failures\n";
foreach (['500' => [500], '204' => [204], '302' => [302, 'https://shop.example/elsewhere'], '200' => [200]] as $number => $answer) {
    $receiver->answer(...$answer);
    pay((string) $number);
    show((string) $number, told((string) $number, 1));
}
$receiver->received(true);
$deaf = stream_socket_server('tcp://127.0.0.1:0', $code, $message, STREAM_SERVER_BIND); // nobody else gets its port
$sandbox->merchant(['callbackAddress' => 'http://' . stream_socket_get_name($deaf, false) . '/']);
pay('refused');
show('refused', told('refused', 1));
$silent = stream_socket_server('tcp://127.0.0.1:0');
$sandbox->merchant(['callbackAddress' => 'http://' . stream_socket_get_name($silent, false) . '/']);
pay('silent');
usleep(300_000);
show('silent', told('silent', 0));
$plain = new Receiver();
$sandbox->merchant(['callbackAddress' => str_replace('http:', 'https:', $plain->address)]);
pay('no TLS there');
$callback = told('no TLS there', 1);
printf("no TLS there: %s\n", isset($callback['delivered']) || isset($callback['log'][0]['status']) ? 'delivered' : 'an error of TLS');
echo "\n";

$https = Sandbox::start(['tls' => true]); // its books answer 200 whatever is asked
$sandbox->merchant(['callbackAddress' => "{$https->uri}sandbox/books"]);
pay('unknown authority');
$callback = told('unknown authority', 1);
printf("unknown authority: %s\n", stripos($callback['log'][0]['error'] ?? '', 'certificate') === false ? json_encode($callback['log']) : 'a certificate that is not trusted');
$trusting = Sandbox::start(['arguments' => ['--callback-ca', $https->caFile]]);
$trusting->merchant(['callbackAddress' => "{$https->uri}sandbox/books"]);
$trusting->changeCallbacks(['sample' => 'deposited']);
[$sandbox, $kept] = [$trusting, $sandbox];
printf("known authority: %s\n", isset(told('sample', 1)['delivered']) ? 'delivered' : json_encode(told('sample', 1)['log']));
$sandbox = $kept;

echo "-- three tries, 30 s apart\n";
$sandbox->merchant(['callbackAddress' => $receiver->address]);
$receiver->answer(503);
pay('three');
told('three', 1);
foreach ([[29, 1], [2, 2], [29, 2], [2, 3], [31, 3], [3600, 3]] as [$seconds, $tries]) {
    $sandbox->clock(['advance' => $seconds]);
    usleep(100_000); // for a try that would be wrong
    printf("%d s later: %d tries\n", $seconds, count(told('three', $tries)['log']));
}
show('three', told('three', 3));
$id = $sandbox->callbacks('three')[0]['id'];
$receiver->answer(200);
$sandbox->changeCallbacks(['send' => $id]);
show('sent again', told('three', 4));
$sandbox->changeCallbacks(['send' => $id]);
show('and again', told('three', 5));
$sandbox->merchant(['callbackTries' => 1]);
$receiver->answer(500);
pay('once');
show('one try', told('once', 1));
$receiver->answer(200);
$receiver->received(true);

echo "-- held back\n";
$sandbox->merchant(['callbackTries' => 3, 'callbackDelaySecs' => 600]);
foreach (['a', 'b', 'c', 'd'] as $number) {
    pay($number);
}
usleep(200_000);
printf("%d at once, ", count($receiver->received()));
$sandbox->clock(['advance' => 601]);
printf("%d after ten minutes\n", count($receiver->wait(4)));
/** The order numbers in the order in which they came. */
function numbers(array $requests): string
{
    return implode(' ', array_map(static function (array $request): string {
        parse_str($request['query'], $query);

        return $query['orderNumber'];
    }, $requests));
}
foreach (['e', 'f', 'g', 'h'] as $number) {
    pay($number);
}
$sandbox->changeCallbacks(['send' => 'waiting', 'order' => 'reversed']);
echo 'reversed: ', numbers($receiver->wait(4)), "\n";
$ids = array_map(static fn (string $number): int => $sandbox->callbacks($number)[0]['id'], ['g', 'e', 'h', 'g']);
$sandbox->changeCallbacks(['send' => implode(',', array_slice($ids, 0, 3))]);
echo 'as named: ', numbers($receiver->wait(3)), "\n";
for ($i = 0; $i < 30; $i++) {
    pay("s$i");
}
$sandbox->changeCallbacks(['send' => 'waiting', 'order' => 'shuffled']);
$shuffled = numbers($receiver->wait(30));
$sorted = explode(' ', $shuffled);
sort($sorted, SORT_NATURAL);
printf("shuffled: %d, %s\n", count(array_unique($sorted)), $shuffled === implode(' ', $sorted) ? 'in order' : 'in another order');
$sandbox->merchant(['callbackDelaySecs' => 0, 'callbackRepeat' => 3]);
pay('thrice');
echo 'repeated: ', numbers($receiver->wait(3)), "\n";

echo "-- samples\n";
$sandbox->merchant(['callbackRepeat' => 1, 'callbackSecret' => 's']);
$sandbox->changeCallbacks(['sample' => 'refunded', 'address' => "$receiver->address/sample?own=1", 'mdOrder' => 'm-1', 'orderNumber' => '7', 'amount' => 500, 'status' => 0]);
[$sample] = $receiver->wait(1);
echo $sample['path'], ' ', json_encode(PaymentGateway::verifyCallbackHmac($sample['query'], 's', ['own'])), "\n";
foreach ([
    ['sample' => 'paid'], ['sample' => 'deposited', 'address' => 'shop'], ['sample' => 'deposited', 'a;b' => 1], ['sample' => 'deposited', 'userName' => 'nobody'],
    ['send' => '0'], ['send' => '1,x'], ['send' => '999999'], ['send' => '1', 'order' => 'sorted'], ['order' => 'given'],
] as $form) {
    $answer = $sandbox->raw('sandbox/callbacks', $form);
    echo $answer['status'], ' ', $answer['body'], "\n";
}

?>
--EXPECT--
-- failures
500: 1 tries, not delivered, to be tried again
  {"status":500,"answer":"answer 500","error":"is not answered with 200"}
204: 1 tries, not delivered, to be tried again
  {"status":204,"error":"is not answered with 200"}
302: 1 tries, not delivered, to be tried again
  {"status":302,"answer":"answer 302","error":"redirects to https://shop.example/elsewhere, which is not followed"}
200: 1 tries, delivered, at an end
  {"status":200,"answer":"answer 200"}
refused: 1 tries, not delivered, to be tried again
  {"error":"Failed to connect"}
silent: 0 tries, not delivered, to be tried again
no TLS there: an error of TLS

unknown authority: a certificate that is not trusted
known authority: delivered
-- three tries, 30 s apart
29 s later: 1 tries
2 s later: 2 tries
29 s later: 2 tries
2 s later: 3 tries
31 s later: 3 tries
3600 s later: 3 tries
three: 3 tries, not delivered, at an end
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
sent again: 4 tries, delivered, at an end
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":200,"answer":"answer 200"}
and again: 5 tries, delivered, at an end
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":503,"answer":"answer 503","error":"is not answered with 200"}
  {"status":200,"answer":"answer 200"}
  {"status":200,"answer":"answer 200"}
one try: 1 tries, not delivered, at an end
  {"status":500,"answer":"answer 500","error":"is not answered with 200"}
-- held back
0 at once, 4 after ten minutes
reversed: h g f e
as named: g e h
shuffled: 30, in another order
repeated: thrice thrice thrice
-- samples
/callback/sample {"amount":500,"mdOrder":"m-1","operation":"refunded","orderNumber":"7","status":false}
400 {"error":"[sample] wrong value"}
400 {"error":"[address] wrong value"}
400 {"error":"[?] wrong value"}
404 {"error":"No such merchant"}
400 {"error":"[send] is not `waiting` or ids of callbacks"}
400 {"error":"[send] is not `waiting` or ids of callbacks"}
400 {"error":"[send] is not `waiting` or ids of callbacks"}
400 {"error":"Expected send, and order=given, reversed or shuffled"}
400 {"error":"Expected send or sample"}
