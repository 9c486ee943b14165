--TEST--
A connection outlives its client object, serves clients of other credentials, and is never shared with a child
--EXTENSIONS--
payment_gateway
pcntl
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatus":2}']]], null, true);
$connect = static fn (string $name): PaymentGateway => new PaymentGateway($proxy->uri, $name, 'p', null, ['caFile' => $proxy->caFile]);
$ask = static fn (string $name): array => $connect($name)->getOrderStatusExtended('id1');

for ($i = 0; $i < 5; $i++) {
    $ask("user$i");
}
printf("five clients, one after the other: %d connection\n", $proxy->connections());
preg_match_all('/userName=user\d/', implode(' ', array_column($proxy->deliveries(), 'body')), $names);
echo implode(' ', $names[0]), "\n";

// What happens to the parent's connection when a child works, or only ends.
foreach (['works' => true, 'only ends' => false] as $what => $works) {
    $before = $proxy->connections();
    $pid = pcntl_fork();
    if ($pid === 0) {
        if ($works) {
            $ask('child');
            $ask('child');
        }
        exit(0);
    }
    pcntl_waitpid($pid, $status);
    $asked = microtime(true);
    $ask('parent');
    printf("a child %s: %d more connections\n", $what, $proxy->connections() - $before);
}

// After an error nothing of the handle is used again. (Some versions of libcurl open one more, wanting to repeat.)
$before = $proxy->connections();
$failing = FaultProxy::start([['nth' => 2, 'do' => 'fin'], ['do' => 'pass', 'reply' => ['body' => '{"errorCode":0}']]]);
$gateway = $failing->client();
$gateway->refund('id1', 1);
echo caught(fn () => $gateway->refund('id1', 1))::class, "\n";
$gateway->refund('id1', 1);
printf(
    "after an error: %s, the other gateway kept its own: %d more\n",
    $failing->connections() > 1 ? 'a new connection' : 'the same connection',
    $proxy->connections() - $before,
);

// A connection that has been idle for long still carries a read, but no money: it is known to live for half of that.
$since = $asked;
sleep(5);
$before = $proxy->connections();
$ask('reader');
$idle = microtime(true) - $since;
printf("a read rides an idle connection: %d more\n", $proxy->connections() - $before);
sleep((int) ceil($idle));
$connect('payer')->refund('id1', 1);
printf("a refund takes a new one: %d more\n", $proxy->connections() - $before);

?>
--EXPECT--
five clients, one after the other: 1 connection
userName=user0 userName=user1 userName=user2 userName=user3 userName=user4
a child works: 1 more connections
a child only ends: 0 more connections
PaymentGateway\TransportException
after an error: a new connection, the other gateway kept its own: 0 more
a read rides an idle connection: 0 more
a refund takes a new one: 1 more
