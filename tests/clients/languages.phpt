--TEST--
The sandbox answers in the language asked for, Russian or English: every message of its own has both
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the sources beside them.
if (!is_dir(dirname(__DIR__, 2) . '/ext')) {
    die('skip the sources are not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

// What the sources can say, and what the table translates.
$source = dirname(__DIR__) . '/sandbox/src';
$said = [];
$tree = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($source, FilesystemIterator::SKIP_DOTS));
foreach (new RegexIterator($tree, '~/(model|request|order|payment|task|methods|gateway|call|base)/[a-z_]+\.[ch]$~') as $file) {
    if (basename((string) $file) === 'language.c') {
        continue;
    }
    // A call's arguments may run over several lines.
    preg_match_all('/(?:sandbox_call_answer|fail_features|sandbox_fault_set|fail_item|fail_at|fail_parameter)\([^;{]*;/', file_get_contents((string) $file), $calls);
    preg_match_all('/(?:refusal\w*|\w+) = \{\d+, \d+, ("[^"]+")\}/', file_get_contents((string) $file), $refusals);
    foreach ([...$calls[0], ...$refusals[0]] as $call) {
        preg_match_all('/"((?:\[[\w.]+\] )?[A-Za-z][^"%]*[a-z. ][^"%]* [^"%]*|Success|Unsuccessful)"/', $call, $found);
        foreach ($found[1] as $text) {
            $said[preg_replace('/^\[[\w.]+\] /', '', $text)] = basename((string) $file);
        }
    }
}
preg_match_all('/^\t\{"([^"]+)",\s*"([^"]+)"\},?$/m', file_get_contents("$source/call/language.c"), $table);
$russian = array_combine($table[1], $table[2]);
echo count($said) > 35 ? 'many' : count($said), ' messages, ', count($russian) > 60 ? 'many' : count($russian), " in Russian\n";
foreach (array_diff_key($said, $russian) as $text => $file) {
    echo "no Russian for '$text' of $file\n";
}
// And nothing is translated that nobody says.
$all = '';
foreach (new RegexIterator($tree, '~\.[ch]$~') as $file) {
    $all .= basename((string) $file) === 'language.c' ? '' : file_get_contents((string) $file);
}
foreach (array_keys($russian) as $text) {
    echo str_contains($all, $text) ? '' : "nobody says '$text'\n";
}
// Sberbank's dialect allows these characters in a message and no others.
foreach (preg_grep('/^[ -~А-Яа-яЁё№]*$/u', $russian, PREG_GREP_INVERT) as $text) {
    echo "not in Sberbank's characters: $text\n";
}

$sandbox = Sandbox::start(['strict' => false]);
const LOGIN = ['userName' => Sandbox::USER, 'password' => Sandbox::PASSWORD];
const DECLINED = ['$PAN' => '5555555555555557', '$CVC' => '123', 'YYYY' => '2019', 'MM' => '12', 'TEXT' => 'A'];
foreach ([['language' => 'en'], ['language' => 'ru'], ['language' => 'de'], []] as $number => $language) {
    $ask = static fn (string $method, array $form): array => json_decode($sandbox->raw("rest/$method.do", $form + $language + LOGIN)['body'], true);
    echo '-- ', $language['language'] ?? 'none', "\n";
    echo $ask('register', ['orderNumber' => '1', 'amount' => 'x', 'returnUrl' => 'https://shop.example/'])['errorMessage'], "\n";
    $id = $ask('register', ['orderNumber' => "o$number", 'amount' => 100, 'returnUrl' => 'https://shop.example/', 'description' => 'Success'])['orderId'];
    echo $ask('paymentorder', ['MDORDER' => $id] + DECLINED)['error'], "\n";
    $status = $ask('getOrderStatusExtended', ['orderId' => $id]);
    echo "{$status['errorMessage']}, {$status['actionCodeDescription']}, {$status['orderDescription']}\n";
    echo $ask('unBindCard', ['bindingId' => 'x'])['errorMessage'], "\n"; // a method whose document has no language
    echo $ask('register', ['userName' => 'nobody'])['errorMessage'], "\n";
}
$sandbox->merchant(['language' => 'ru']);
echo "-- none, but the merchant's\n", json_decode($sandbox->raw('rest/getOrderStatus.do', LOGIN + ['orderId' => 'x'])['body'], true)['ErrorMessage'], "\n";
$body = '{"userName":"test_user","password":"test_user_password","orderNumber":"5","bindingId":"x","amount":100}';
echo json_decode($sandbox->raw('recurrentPayment.do', $body)['body'], true)['error']['message'], "\n";
?>
--EXPECT--
many messages, many in Russian
-- en
[amount] wrong value
3DSec decline
Success, 3DSec decline, Success
Binding not found
Access denied
-- ru
[amount] неверное значение
Отказ 3-D Secure
Успешно, Отказ 3-D Secure, Success
Связка не найдена
Доступ запрещён
-- de
[amount] wrong value
3DSec decline
Success, 3DSec decline, Success
Binding not found
Access denied
-- none
[amount] wrong value
3DSec decline
Success, 3DSec decline, Success
Binding not found
Access denied
-- none, but the merchant's
Неизвестный заказ
Связка не найдена