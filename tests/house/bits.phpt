--TEST--
A 32-bit PHP, whose ints would wrap money, is refused by configure and by the compiler
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the sources.
if (!is_file(dirname(__DIR__, 2) . '/config.m4')) {
    die('skip the sources are not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/process.inc';

$root = dirname(__DIR__, 2);
$phpConfig = getenv('PHP_CONFIG') ?: 'php-config';
$includes = trim((string) shell_exec(escapeshellarg($phpConfig) . ' --includes'));

// The compiler: the header with ints of each size. Defining its guard keeps PHP's own header of sizes out.
foreach ([4, 8] as $size) {
    $output = [];
    exec((getenv('CC') ?: 'cc') . " -E -x c -DZEND_LONG_H -DSIZEOF_ZEND_LONG=$size $includes -I" . escapeshellarg("$root/ext")
        . ' ' . escapeshellarg("$root/ext/php_payment_gateway.h") . ' 2>&1 >/dev/null', $output, $status);
    echo "$size bytes: ", $status === 0 ? 'taken' : 'refused', preg_match('/needs a 64-bit PHP[^"\n]*/', implode("\n", $output), $match) ? ": $match[0]" : '', "\n";
}

// configure: a php-config that names the headers of a 32-bit PHP first.
$directory = temporary_path('bits');
at_end_of_test(static fn () => exec('rm -rf ' . escapeshellarg($directory)));
mkdir("$directory/include/Zend", 0700, true);
file_put_contents("$directory/include/Zend/zend_long.h", "#define SIZEOF_ZEND_LONG 4\n");
file_put_contents("$directory/php-config", <<<SH
    #!/bin/sh
    [ "\$1" = --includes ] && printf '%s' '-I$directory/include '
    exec '$phpConfig' "\$@"
    SH);
chmod("$directory/php-config", 0700);
copy("$root/config.m4", "$directory/config.m4");
$phpize = str_replace('php-config', 'phpize', $phpConfig);
exec('cd ' . escapeshellarg($directory) . " && $phpize 2>&1 && ./configure --with-php-config=" . escapeshellarg("$directory/php-config") . ' 2>&1', $output, $status);
$text = implode("\n", $output);
echo 'configure: ', preg_match('/^configure: error: (payment_gateway.*)/m', $text, $match) ? $match[1] : substr($text, -500), "\n";
echo $status === 0 ? 'taken' : 'refused', "\n";

?>
--EXPECT--
4 bytes: refused: needs a 64-bit PHP: amounts do not fit into the ints of a 32-bit one
8 bytes: taken
configure: payment_gateway needs a 64-bit PHP: amounts do not fit into the ints of a 32-bit one
refused
