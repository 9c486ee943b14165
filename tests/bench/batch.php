<?php

// batch.php COUNT CONCURRENCY URL: COUNT statuses by PaymentGateway::batch(). Ends with 3 where there is none.

declare(strict_types=1);

require __DIR__ . '/measure.php';
require __DIR__ . '/requests.php';

[, $count, $concurrency, $uri] = $argv;
if (!method_exists(PaymentGateway::class, 'batch')) {
    exit(3);
}
$calls = (function () use ($count): Generator {
    for ($i = 0; $i < $count; $i++) {
        yield $i => ['getOrderStatusExtended', [ORDER_ID]];
    }
})();
$gateway = new PaymentGateway($uri, USER, PASSWORD);
$before = peak();
$cpu = cpu();
$start = hrtime(true);
$good = 0;
foreach ($gateway->batch($calls, (int) $concurrency) as $reply) {
    if ($reply instanceof Throwable) {
        throw $reply;
    }
    $good++;
}
if ($good !== (int) $count) {
    throw new UnexpectedValueException("$good replies to $count calls");
}
// No call has a time of its own here: each takes its share of the whole.
print_figures([intdiv(hrtime(true) - $start, (int) $count)], (cpu() - $cpu) / $count, $before, peak());
