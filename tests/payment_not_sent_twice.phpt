--TEST--
A connection that dies after a money-moving call was read: one delivery, and the outcome is unknown
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/support/fault_proxy.inc';
require __DIR__ . '/support/calls.inc';

not_sent_twice(tls: false);

?>
--EXPECT--
register         fin  1 delivery, outcome unknown
registerPreAuth  fin  1 delivery, outcome unknown
deposit          fin  1 delivery, outcome unknown
reverse          fin  1 delivery, outcome unknown
refund           fin  1 delivery, outcome unknown
decline          fin  1 delivery, outcome unknown
paymentOrder     fin  1 delivery, outcome unknown
call by path     fin  1 delivery, outcome unknown
register         drop 1 delivery, outcome unknown
registerPreAuth  drop 1 delivery, outcome unknown
deposit          drop 1 delivery, outcome unknown
reverse          drop 1 delivery, outcome unknown
refund           drop 1 delivery, outcome unknown
decline          drop 1 delivery, outcome unknown
paymentOrder     drop 1 delivery, outcome unknown
call by path     drop 1 delivery, outcome unknown
register         rst  1 delivery, outcome unknown
registerPreAuth  rst  1 delivery, outcome unknown
deposit          rst  1 delivery, outcome unknown
reverse          rst  1 delivery, outcome unknown
refund           rst  1 delivery, outcome unknown
decline          rst  1 delivery, outcome unknown
paymentOrder     rst  1 delivery, outcome unknown
call by path     rst  1 delivery, outcome unknown
