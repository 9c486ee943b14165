--TEST--
examples/ShopOrdersTest.php: a shop's PHPUnit tests mock every method, batch() too, and create exceptions
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone.
if (!is_file(dirname(__DIR__, 2) . '/examples/ShopOrdersTest.php')) {
    die('skip the example is not here');
}
$needed = ['dom', 'mbstring', 'tokenizer', 'xml', 'xmlwriter'];
if (array_diff($needed, get_loaded_extensions()) !== [] || !exec('command -v phpunit')) {
    die('skip no PHPUnit here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/process.inc';

/** Runs a PHPUnit test file. Prints what all versions of PHPUnit tell alike. */
function phpunit(string $file): void
{
    $command = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS')
        . ' ' . escapeshellarg(exec('command -v phpunit'))
        . ' --no-configuration --do-not-cache-result --testdox ' . escapeshellarg($file) . ' 2>&1';
    exec($command, $lines, $code);
    preg_match_all('/[✔✘] [\w ]+\w|PHP (?:Fatal|Parse|Warning|Notice|Deprecated)\b.*/u', implode("\n", $lines), $told);
    echo implode("\n", array_unique($told[0])), "\n-- exit $code\n";
}

$example = dirname(__DIR__, 2) . '/examples/ShopOrdersTest.php';
phpunit($example);

// A shop that repeats a lost capture, and takes a hold for a payment: these tests can fail.
$directory = temporary_path('shop');
mkdir($directory);
file_put_contents("$directory/ShopOrdersTest.php", strtr(file_get_contents($example), [
    'return $e->isOutcomeUnknown() ? \'unknown\'' => 'return $e->isOutcomeUnknown() ? $this->ship($orderId, $amount)',
    '?->isPaid()' => '?->isHeld()',
]));
at_end_of_test(static fn () => unlink("$directory/ShopOrdersTest.php") && rmdir($directory));
phpunit("$directory/ShopOrdersTest.php");
?>
--EXPECT--
✔ Shipped order is captured
✔ Refused capture says why
✔ Lost reply is not repeated
✔ Reconciliation goes on after a failed call
-- exit 0
✔ Shipped order is captured
✔ Refused capture says why
✘ Lost reply is not repeated
✘ Reconciliation goes on after a failed call
-- exit 1
