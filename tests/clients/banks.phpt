--TEST--
--bank: the sandbox takes the part of a bank, also after a reset, and for one merchant beside others
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

/** What a registered order and a capture of it look like. */
function facts(Sandbox $sandbox, string $user = Sandbox::USER, string $password = Sandbox::PASSWORD): string
{
    static $number = 0;
    $login = ['userName' => $user, 'password' => $password];
    $ask = static fn (string $method, array $form): array => json_decode($sandbox->raw("rest/$method.do", $form + $login)['body'], true);
    $id = $ask('registerPreAuth', ['orderNumber' => ++$number, 'amount' => 1000, 'returnUrl' => 'https://shop.example/'])['orderId'];
    $currency = $ask('getOrderStatusExtended', ['orderId' => $id])['currency'];
    $ask('paymentorder', ['MDORDER' => $id, '$PAN' => '4444555511113333', '$CVC' => '123', 'YYYY' => '2026', 'MM' => '12', 'TEXT' => 'A']);

    return "currency $currency, captured without amount: " . json_encode($ask('deposit', ['orderId' => $id])['errorCode']);
}

foreach (['default', 'bpc', 'bereke', 'alfa', 'sberbank'] as $bank) {
    $sandbox = Sandbox::start(['arguments' => ['--bank', $bank]]);
    echo "$bank: ", facts($sandbox), "\n";
    $sandbox->raw('sandbox/reset', []);
    echo '  ', facts($sandbox), ', ', json_decode(file_get_contents("{$sandbox->uri}sandbox/merchant"), true)['bank'], "\n";
}
// Two merchants of different banks; what is set after the bank outlives it.
$sandbox->raw('sandbox/merchant', ['userName' => 'kazakh', 'password' => 'p', 'bank' => 'bereke', 'currency' => '840']);
echo facts($sandbox, 'kazakh', 'p'), "\n", facts($sandbox), "\n";
echo $sandbox->raw('sandbox/merchant', ['bank' => 'nobank'])['body'], "\n";
exec('sh ' . escapeshellarg(dirname(__DIR__) . '/sandbox/run') . ' --bank nobank 2>&1', $output, $status);
echo $status, "\n";
?>
--EXPECT--
default: currency 643, captured without amount: "0"
  currency 643, captured without amount: "0", default
bpc: currency 643, captured without amount: 0
  currency 643, captured without amount: 0, bpc
bereke: currency 398, captured without amount: "0"
  currency 398, captured without amount: "0", bereke
alfa: currency 643, captured without amount: "5"
  currency 643, captured without amount: "5", alfa
sberbank: currency 643, captured without amount: "5"
  currency 643, captured without amount: "5", sberbank
currency 840, captured without amount: "0"
currency 643, captured without amount: "5"
{"error":"[bank] wrong value"}
2