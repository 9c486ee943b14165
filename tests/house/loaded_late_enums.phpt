--TEST--
Loaded by dl(), with and without opcache: the enums work, and the request ends well
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, and a PHP may have the extension in it.
if (!is_file(dirname(__DIR__, 2) . '/modules/payment_gateway.so')) {
    die('skip no module here');
}
if (PHP_VERSION_ID < 80500 && !is_file(PHP_EXTENSION_DIR . '/opcache.so')) {
    die('skip opcache is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

const CODE = <<<'PHP'
    if (!dl('payment_gateway.so')) {
        exit(1);
    }
    $status = PaymentGateway\OrderStatus::from(2);
    $operation = PaymentGateway\CallbackOperation::tryFrom('declinedByTimeout');
    echo opcache_get_status() ? 'opcache: ' : 'no opcache: ',
        $status->name, $status === PaymentGateway\OrderStatus::Deposited ? '' : ' of its own', ', ',
        $operation->name, ' = ', $operation->value, ', ',
        implode(' ', array_column(PaymentGateway\OrderStatus::cases(), 'name')), "\n";
    PHP;

$options = ['enable_dl=1', 'extension_dir=' . dirname(__DIR__, 2) . '/modules', 'opcache.file_cache_only=0'];
if (PHP_VERSION_ID < 80500) {
    $options[] = 'zend_extension=' . PHP_EXTENSION_DIR . '/opcache.so';
}
foreach (['opcache.enable_cli=0', 'opcache.enable_cli=1'] as $opcache) {
    $command = [PHP_BINARY, '-n'];
    foreach ([...$options, $opcache] as $option) {
        array_push($command, '-d', $option);
    }
    $process = proc_open([...$command, '-r', CODE], [1 => STDOUT, 2 => STDOUT], $pipes);
    $exitCode = proc_close($process);
    echo "exit code $exitCode\n";
}

?>
--EXPECT--
no opcache: Deposited, DeclinedByTimeout = declinedByTimeout, Created Approved Deposited Reversed Refunded AuthorizationInitialized Declined Pending PartlyDeposited
exit code 0
opcache: Deposited, DeclinedByTimeout = declinedByTimeout, Created Approved Deposited Reversed Refunded AuthorizationInitialized Declined Pending PartlyDeposited
exit code 0
