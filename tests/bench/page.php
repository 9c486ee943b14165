<?php

// The page of the php-fpm row: one status call, from nothing, with its figures as JSON. ?client=…&uri=…&ca=…

declare(strict_types=1);

$start = hrtime(true);
require __DIR__ . '/measure.php';
$cpu = cpu();
require __DIR__ . '/requests.php';
(require __DIR__ . '/clients/' . basename($_GET['client']) . '.php')($_GET['uri'], $_GET['ca'] ?? null)['status']();
echo json_encode(['wall' => hrtime(true) - $start, 'cpu' => cpu() - $cpu, 'peak' => peak()]);
