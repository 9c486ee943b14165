--TEST--
Every errorCode of every method's table, in both dialects, is the exception that the reference says
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the reference beside them.
if (!is_file(dirname(__DIR__, 2) . '/stubs/REFERENCE.md')) {
    die('skip the reference is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const ID = '11111111-2222-4333-8444-555555555555';
$url = 'https://shop.example/';
$calls = [
    'register' => ['n1', 100, $url],
    'registerPreAuth' => ['n1', 100, $url],
    'deposit' => [ID, 100],
    'reverse' => [ID],
    'refund' => [ID, 100],
    'processRawSumRefund' => [ID, 100],
    'processRawPositionRefund' => [ID, 100, 1],
    'processRawPositionOrderRefund' => [ID, 100, 1],
    'instantRefund' => [100, ['pan' => '4444555511113333', 'expiry' => '203012']],
    'decline' => [ID, 'n1'],
    'getOrderStatus' => [ID],
    'getOrderStatusExtended' => [ID],
    'getLastOrdersForMerchants' => [LAST_ORDERS],
    'getReceiptStatus' => [ID],
    'paymentOrder' => [ID, CARD],
    'instantPayment' => [100, $url, ['pan' => '4444555511113333', 'expiry' => '203012']],
    'motoPayment' => [100, $url, ['pan' => '4444555511113333', 'expiry' => '203012', 'cardholder' => 'CARD HOLDER']],
    'continue3ds' => [ID],
    'finish3dsMethod' => [ID, 't1', 'Y'],
    'finish3dsPayment' => [ID, ['paRes' => 'eJwC']],
    'finish3dsVer2Payment' => ['t1'],
    'verifyCard' => [0, ['pan' => '4444555511113333', 'expiry' => '203012']],
    'verifyEnrollment' => ['4444555511113333'],
    'industryPracticePayment' => [ID, 'n1', 'IPD', ['amount' => 100]],
    'recurrentPayment' => ['n1', ID, 100],
    'installmentPayment' => ['n1', ID, 100],
    'applePay' => ['shop', 'n1', 'dG9rZW4='],
    'applePayDirect' => ['n1', 'dG9rZW4='],
    'googlePay' => ['shop', 'n1', 'dG9rZW4=', 100, $url, '127.0.0.1'],
    'googlePayDirect' => ['n1', 'dG9rZW4=', 100, $url],
    'samsungPay' => ['shop', 'n1', 'dG9rZW4='],
    'samsungPayDirect' => ['shop', 'n1', 'dG9rZW4='],
    'mirPay' => ['n1', 100, 'dG9rZW4='],
    'mirPayDirect' => ['n1', 100, 'dG9rZW4='],
    'tokenPayment' => [100, 'VTS', ['dpan' => '4444555511113333', 'MM' => '12', 'YYYY' => '2030'], $url],
    'autoCompletion' => [ID],
    'autoRefund' => [ID, 100],
    'paymentSberPay' => [ID, '79990000000'],
    'paymentOrderBySubscription' => [ID, str_repeat('0', 32), '100000000111'],
    'getAllBindings' => ['client1'],
    'getBindings' => ['client1'],
    'getBindingsByCardOrId' => ['4444555511113333'],
    'paymentOrderBinding' => [ID, ID, ['ip' => '127.0.0.1']],
    'bindCard' => [ID],
    'unBindCard' => [ID],
    'updateSSLCardList' => [ID],
    'extendBinding' => [ID, '203012'],
    'createBindingNoPayment' => ['client1', ['pan' => '4444555511113333', 'expiryDate' => '203012', 'cardholderName' => 'CARD HOLDER']],
];

// method, dialect, errorCode, exception
$rows = [];
foreach (file(dirname(__DIR__, 2) . '/stubs/REFERENCE.md', FILE_IGNORE_NEW_LINES) as $line) {
    if (preg_match('/^## (\w+)$/', $line, $match)) {
        $method = $match[1];
    } elseif (preg_match('/^### Dialect (\w+):/', $line, $match)) {
        $dialect = $match[1];
    } elseif (preg_match('/^\| (-?\d+) \| (\w+) \| (.+) \|$/', $line, $match)) {
        $rows[] = [$method, $dialect, (int) $match[1], $match[2], $match[3]];
    }
}
$replies = [];
foreach ($rows as [$method, $dialect, $code]) {
    // As text, as a number, and without a message.
    array_push($replies, "{\"errorCode\":\"$code\",\"errorMessage\":\"said\"}", "{\"errorCode\":$code}");
}
$proxy = FaultProxy::start(array_map(
    static fn (int $i, string $reply): array => ['nth' => $i + 1, 'do' => 'pass', 'reply' => ['body' => $reply]],
    array_keys($replies),
    $replies,
));
$clients = ['classic' => $proxy->client(), 'sberbank' => $proxy->client(['dialect' => 'sberbank'])];
$wrong = $emptyLists = 0;
foreach ($rows as [$method, $dialect, $code, $exception, $meaning]) {
    foreach (["$method: errorCode $code: said", "$method: errorCode $code: $meaning"] as $message) {
        try {
            $reply = $clients[$dialect]->$method(...$calls[$method]);
            $reply === ['bindings' => []] && $code === 2 ? $emptyLists++ : print("$method $dialect $code: no exception\n");
        } catch (PaymentGateway\Exception $e) {
            $as = "PaymentGateway\\$exception";
            $advice = $exception === 'AccessDeniedException' && !str_ends_with($message, ': said') ? '; the usual cause is a test login used in production, or the reverse' : '';
            if ($e::class !== $as || $e->getErrorCode() !== $code || $e->getCode() !== $code || $e->getMessage() !== $message . $advice || $e->isOutcomeUnknown()) {
                $wrong++;
                echo "$method $dialect $code should be $exception: ", facts($e), ' ', $e->getMessage(), "\n";
            }
        }
    }
}
printf("%s rows, %d wrong, %d empty lists, %d not called\n", count($rows) > 80 ? 'all' : count($rows), $wrong, $emptyLists, count(array_diff(array_column($rows, 0), array_keys($calls))));

?>
--EXPECT--
all rows, 0 wrong, 10 empty lists, 0 not called
