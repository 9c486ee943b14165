--TEST--
sandbox/fail: calls of the extension and raw ones time out, get 502, lose their answer, are slow or declined, on purpose
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$gateway = $sandbox->client(['timeout' => (int) ceil(min(5, patience(1)))]);
$patient = $sandbox->client();

function held(): string
{
    global $patient;
    static $count = 0;
    $id = $patient->registerPreAuth('n' . ++$count, 1_000, 'https://shop.example/')['orderId'];
    $patient->paymentOrder($id, CARD);

    return $id;
}

/** What the caller learns, and what the books have. */
function show(string $title, string $id, ?callable $call): void
{
    global $patient;
    $learned = 'nothing wrong';
    try {
        $call();
    } catch (PaymentGateway\Exception $e) {
        $learned = sprintf('%s, %s', $e::class, $e->isOutcomeUnknown() ? 'outcome unknown' : 'outcome known');
    }
    $status = $patient->getOrderStatusExtended($id);
    printf("%-16s %s; status %d, deposited %d, refunded %d, actionCode %d\n", $title, $learned, $status['orderStatus'], $status['paymentAmountInfo']['depositedAmount'], $status['paymentAmountInfo']['refundedAmount'], $status['actionCode']);
}

function fail(array $form): void
{
    global $sandbox;
    if ($sandbox->raw('sandbox/fail', $form)['status'] !== 200) {
        echo "sandbox/fail was refused\n";
    }
}

echo "-- a call that changes something\n";
foreach ([
    'timeout' => ['with' => 'timeout'],
    'HTTP 502' => ['with' => '502'],
    'lost' => ['with' => 'lose'],
    'too slow' => ['with' => 'slow', 'milliseconds' => 30_000],
] as $title => $failure) {
    $id = held();
    fail($failure + ['method' => 'rest/deposit.do']);
    show($title, $id, fn () => $gateway->deposit($id));
}
$id = held();
fail(['with' => 'slow', 'milliseconds' => 200, 'method' => 'rest/deposit.do']);
$began = hrtime(true);
show('slow', $id, fn () => $patient->deposit($id));
echo hrtime(true) - $began >= 200e6 ? "slow enough\n" : "too fast\n";

echo "-- calls that are repeated\n";
fail(['with' => 'lose', 'method' => 'rest/refund.do']);
show('refund', $id, fn () => $patient->refund($id, 300, ['externalRefundId' => 'r1']));
fail(['with' => '502', 'times' => 2, 'method' => 'rest/getOrderStatusExtended.do']);
show('status', $id, fn () => $patient->getOrderStatusExtended($id));
fail(['with' => 'lose', 'method' => 'rest/refund.do']);
show('without an id', $id, fn () => $patient->refund($id, 300));

echo "-- payments that are declined\n";
$id = $patient->register('declined', 1_000, 'https://shop.example/')['orderId'];
fail(['with' => 'decline', 'actionCode' => 116]);
show('a card', $id, fn () => $patient->paymentOrder($id, CARD));
$id = $patient->register('on the page', 1_000, 'https://shop.example/')['orderId'];
fail(['with' => 'decline', 'actionCode' => -2006, 'method' => 'rest/paymentorder.do']);
$page = $sandbox->raw("merchants/sandbox/payment_en.html?mdOrder=$id", ['attempt' => 0, 'pan' => CARD['$PAN'], 'expiry' => '12/26', 'cvc' => '123', 'pay' => 1]);
show("on the page $page[status]", $id, fn () => null);

echo "-- raw\n";

/** Status line and body of a request on a connection of its own; nothing if it is closed or silent. */
function sent(string $method, string $body): string
{
    global $sandbox;
    $seconds = min(5, patience(0.5));
    $stream = stream_socket_client('tcp://127.0.0.1:' . parse_url($sandbox->uri, PHP_URL_PORT));
    stream_set_timeout($stream, (int) $seconds, (int) ($seconds * 1e6) % 1_000_000);
    fwrite($stream, "POST /payment/$method HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " . strlen($body) . "\r\n\r\n$body");
    $answer = stream_get_contents($stream);

    return match (true) {
        stream_get_meta_data($stream)['timed_out'] => 'silence',
        $answer === '' => 'closed',
        default => explode(' ', $answer)[1] . (str_contains($answer, 'orderId') ? ' an order' : ''),
    };
}

function registration(string $number, int $amount = 100): string
{
    return http_build_query(['userName' => 'test_user', 'password' => 'test_user_password', 'orderNumber' => $number, 'amount' => $amount, 'returnUrl' => 'https://shop.example/']);
}

foreach ([['with' => 'timeout'], ['with' => '502'], ['with' => 'lose'], ['with' => 'slow', 'milliseconds' => 100]] as $failure) {
    fail($failure);
    $answer = sent('rest/register.do', registration("raw $failure[with]"));
    echo "$failure[with]: $answer, ", $sandbox->order("raw $failure[with]") === null ? 'no order' : 'an order', "\n";
}
echo 'then: ', sent('rest/register.do', registration('raw')), "\n";

$purposes = array_count_values(array_column($sandbox->log()['requests'], 'onPurpose'));
ksort($purposes);
echo 'logged: ', json_encode($purposes), ', on the page ', substr_count(file_get_contents("{$sandbox->uri}log.html"), 'Failed on purpose: ') === array_sum($purposes) ? 'as many' : 'others', "\n";

echo "-- amounts\n";
foreach (['strict' => 0, 'tolerant' => 1] as $title => $setting) {
    $sandbox->merchant(['magicAmounts' => $setting]);
    $answers = array_map(static fn (int $amount): string => sent('rest/register.do', registration("$title $amount", $amount)), [990_001, 990_002, 990_003, 990_004, 990_005]);
    echo "magicAmounts=$setting: ", implode(', ', $answers), "\n";
}
$id = $patient->register('magic', 990_116, 'https://shop.example/')['orderId'];
show('9901.16', $id, fn () => $patient->paymentOrder($id, CARD));
$other = Sandbox::start(['strict' => false]);
echo 'strict sandbox ', $sandbox->raw('sandbox/reset', [])['status'] === 200 ? $sandbox->merchant([])['magicAmounts'] : '?', ', tolerant sandbox ', $other->merchant([])['magicAmounts'], "\n";

echo "-- held connections\n";
$process = proc_open(['sh', dirname(__DIR__) . '/sandbox/run', '--port', '0'], [1 => ['pipe', 'w']], $pipes);
at_end_of_test(static fn () => is_resource($process) && proc_terminate($process, 9));
$uri = rtrim(fgets($pipes[1]));
$form = static fn (array $fields): array => ['http' => ['method' => 'POST', 'header' => 'Content-Type: application/x-www-form-urlencoded', 'content' => http_build_query($fields)]];
$sandbox_fail = static fn (): array => json_decode(file_get_contents("{$uri}sandbox/fail"), true)['failures'];
file_get_contents("{$uri}sandbox/fail", false, stream_context_create($form(['with' => 'timeout', 'times' => 20])));
$held = [];
for ($i = 0; $i < 20; $i++) {
    $held[] = $stream = stream_socket_client('tcp://127.0.0.1:' . parse_url($uri, PHP_URL_PORT));
    fwrite($stream, "POST /payment/rest/register.do HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n");
}
for ($until = microtime(true) + patience(20); microtime(true) < $until && $sandbox_fail() !== [];) {
    usleep(10_000);
}
echo count($sandbox_fail()), " left, others are served\n";
$began = microtime(true);
proc_terminate($process);
fclose($pipes[1]);
$code = proc_close($process);
echo "ends with $code ", microtime(true) - $began < patience(10) ? 'at once' : 'late', ', ', implode(array_unique(array_map(fgets(...), $held))) === '' ? 'nothing was answered' : 'something was answered', "\n";
?>
--EXPECT--
-- a call that changes something
timeout          PaymentGateway\TimeoutException, outcome unknown; status 1, deposited 0, refunded 0, actionCode 0
HTTP 502         PaymentGateway\ReplyException, outcome unknown; status 1, deposited 0, refunded 0, actionCode 0
lost             PaymentGateway\TransportException, outcome unknown; status 2, deposited 1000, refunded 0, actionCode 0
too slow         PaymentGateway\TimeoutException, outcome unknown; status 2, deposited 1000, refunded 0, actionCode 0
slow             nothing wrong; status 2, deposited 1000, refunded 0, actionCode 0
slow enough
-- calls that are repeated
refund           nothing wrong; status 4, deposited 700, refunded 300, actionCode 0
status           nothing wrong; status 4, deposited 700, refunded 300, actionCode 0
without an id    PaymentGateway\TransportException, outcome unknown; status 4, deposited 400, refunded 600, actionCode 0
-- payments that are declined
a card           PaymentGateway\DeclinedException, outcome known; status 6, deposited 0, refunded 0, actionCode 116
on the page 303  nothing wrong; status 6, deposited 0, refunded 0, actionCode -2006
-- raw
timeout: silence, no order
502: 502, no order
lose: closed, an order
slow: 200 an order, an order
then: 200 an order
logged: {"502":4,"decline":1,"lose":4,"slow":3,"timeout":2}, on the page as many
-- amounts
magicAmounts=0: 200 an order, 200 an order, 200 an order, 200 an order, 200 an order
magicAmounts=1: silence, 502, closed, silence, 200 an order
9901.16          PaymentGateway\DeclinedException, outcome known; status 6, deposited 0, refunded 0, actionCode 116
strict sandbox 0, tolerant sandbox 1
-- held connections
0 left, others are served
ends with 0 at once, nothing was answered
