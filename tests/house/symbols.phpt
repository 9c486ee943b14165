--TEST--
The module exports get_module alone and names the libraries that it needs; no file of the core knows PHP
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, and a PHP may have the extension in it.
if (!is_file(dirname(__DIR__, 2) . '/modules/payment_gateway.so')) {
    die('skip no module here');
}
?>
--FILE--
<?php

declare(strict_types=1);

$root = dirname(__DIR__, 2);
exec('nm -D --defined-only ' . escapeshellarg("$root/modules/payment_gateway.so"), $lines, $code);
echo implode("\n", preg_replace('/^\S+ /', '', $lines)), "\nnm: $code\n";

// What packagers' tools read.
exec('readelf -d ' . escapeshellarg("$root/modules/payment_gateway.so"), $dynamic, $code);
preg_match_all('/\(NEEDED\).*\[(libcurl|libjson-c|libcrypto)\b/', implode("\n", $dynamic), $needed);
sort($needed[1]);
echo 'needs ', implode(', ', $needed[1]), "\nreadelf: $code\n";

$files = array_merge(glob("$root/ext/core/*.[ch]"), glob("$root/ext/core/*/*.[ch]"));
printf("%s files in the core\n", count($files) > 10 ? 'many' : 'few');
foreach ($files as $file) {
    if (preg_match('~#\s*include\s*[<"](php|zend|Zend|main/|TSRM|SAPI|ext/)|\bzend_|\bzval\b~', preg_replace('~/\*.*?\*/~s', '', file_get_contents($file)))) {
        echo basename($file), " knows PHP\n";
    }
}

// Names of the core begin with pgw_, those of the glue with php_pgw_, but for what PHP itself names.
foreach (['ext/core{,/net,/request,/table}/.libs' => '/^pgw_/', 'ext/.libs' => '/^(php_pgw_|payment_gateway_|zim_|get_module|_tsrm|zif_)/'] as $folder => $pattern) {
    foreach (glob("$root/$folder/*.o", GLOB_BRACE) as $object) {
        exec('nm --defined-only -g ' . escapeshellarg($object), $names);
    }
    $odd = preg_grep($pattern, preg_replace('/^\S* ?\S+ /', '', $names), PREG_GREP_INVERT);
    printf("%s: %s\n", $folder, $names === [] ? 'no objects' : ($odd === [] ? 'prefixed' : implode(' ', array_unique($odd))));
    $names = [];
}

?>
--EXPECT--
T get_module
nm: 0
needs libcrypto, libcurl, libjson-c
readelf: 0
many files in the core
ext/core{,/net,/request,/table}/.libs: prefixed
ext/.libs: prefixed
