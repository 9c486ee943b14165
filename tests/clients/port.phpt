--TEST--
Without --port the sandbox listens on 8080; if that is taken it says so, and how to choose another
--SKIPIF--
<?php
// Other systems have one loopback address, whose port 8080 may be somebody's.
if (PHP_OS_FAMILY !== 'Linux') {
    die('skip only Linux answers to all of 127.0.0.0/8');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';

// An address of this test's own, where every port is free.
$host = sprintf('127.%d.%d.%d', random_int(1, 254), random_int(1, 254), random_int(1, 254));
$command = ['sh', dirname(__DIR__) . '/sandbox/run', '--host', $host];
$first = new BackgroundProcess($command);
at_end_of_test($first->kill(...));
echo str_replace($host, 'HOST', $first->readLine(120)), "\n";

exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1', $output, $status);
echo $status, ' ', str_replace($host, 'HOST', implode("\n", $output)), "\n";
exec(implode(' ', array_map(escapeshellarg(...), [...$command, '--port', '70000'])) . ' 2>/dev/null', $output, $status);
echo $status, "\n";
?>
--EXPECT--
http://HOST:8080/payment/
1 sandbox: port 8080 of HOST is in use by another program. Choose another one with --port N, or any free one with --port 0.
2
