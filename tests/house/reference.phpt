--TEST--
stubs/REFERENCE.md is what the method table says
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the sources beside them.
if (!is_file(dirname(__DIR__, 2) . '/stubs/reference')) {
    die('skip the sources are not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/calls.inc';

$stubs = dirname(__DIR__, 2) . '/stubs';
exec('sh ' . escapeshellarg("$stubs/reference") . ' 2>&1', $lines, $code);
$written = file("$stubs/REFERENCE.md", FILE_IGNORE_NEW_LINES);
echo $code === 0 && $lines === $written ? "the same\n" : "older than the table: run stubs/reference > stubs/REFERENCE.md\n" . implode("\n", array_slice(array_diff($lines, $written), 0, 5));

// Each method of the table is a method of the class, and has its section.
preg_match_all('/^## (\w+)$/m', implode("\n", $lines), $match);
$class = array_map(static fn (ReflectionMethod $method): string => $method->getName(), (new ReflectionClass(PaymentGateway::class))->getMethods());
echo implode(' ', array_diff($match[1], $class)), "\n";

// Each one that changes something is among those that are shown not to be sent twice.
preg_match_all('/^## (\w+)\n\nChanges something/m', implode("\n", $lines), $changing);
echo implode(' ', array_diff($changing[1], array_keys(changing_calls() + changing_calls_of_sberbank()))), "\n";
printf("%s methods\n", count($match[1]) >= 11 ? 'all' : 'too few');

?>
--EXPECT--
the same


all methods
