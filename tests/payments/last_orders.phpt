--TEST--
getLastOrdersForMerchants: periods, states, pages, whose orders, and dates as objects, by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';
require __DIR__ . '/../support/fault_proxy.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$g = $both->client;
$pay = static function (string $method, ?Closure $then = null) use ($both, $g): void {
    $g->paymentOrder($id = $both->order([], 700, $method), CARD);
    $then === null || $then($id);
};
$both->order();
$g->decline($id = $both->order(), $g->getOrderStatusExtended($id)['orderNumber']);
$pay('registerPreAuth');
$pay('registerPreAuth', fn (string $id) => $g->reverse($id));
$pay('register');
$pay('register', fn (string $id) => $g->refund($id, 100));
$day = ['from' => '20260310000000', 'to' => '20260310235959', 'size' => 200, 'merchants' => ''];
$all = $day + ['transactionStates' => 'CREATED,APPROVED,DEPOSITED,DECLINED,REVERSED,REFUNDED'];
$show = static function (array $params) use ($g): void {
    $report = $g->getLastOrdersForMerchants($params);
    printf("%d of %d: %s\n", count($report['orderStatuses']), $report['totalCount'], implode(' ', array_column($report['orderStatuses'], 'orderStatus')));
};

echo "== by payment, by registration\n";
foreach (['CREATED', 'APPROVED', 'DEPOSITED', 'DECLINED', 'REVERSED', 'REFUNDED', 'APPROVED,REFUNDED'] as $state) {
    printf("%-18s", $state);
    $show($day + ['transactionStates' => $state]);
    printf("%-18s", '');
    $show($day + ['transactionStates' => $state, 'searchByCreatedDate' => true]);
}
$show(['from' => '20260309000000', 'to' => '20260309235959'] + $all);
$refunded = $g->getLastOrdersForMerchants($day + ['transactionStates' => 'REFUNDED'])['orderStatuses'][0];
$status = $g->getOrderStatusExtended($refunded['attributes'][0]['value']);
printf("refunded: %d of %d, as its status%s\n", $refunded['refunds'][0]['amount'], $refunded['amount'], $refunded == array_diff_key($status, ['errorMessage' => 0]) ? '' : ' does not say');

echo "== pages\n";
foreach ([0, 1, 2] as $page) {
    $show(['size' => 4, 'page' => $page, 'searchByCreatedDate' => true] + $all);
}

echo "== dates\n";
$utc = new DateTimeZone('UTC');
$hour = ['from' => new DateTimeImmutable('2026-03-10T12:00:00', $utc), 'to' => new DateTime('2026-03-10T14:59:59.999+02:00')];
$show($hour + $all);
$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":"0","orderStatuses":[]}']]]);
$sent = static function (?string $zone, array $params) use ($proxy): string {
    $client = $proxy->client($zone === null ? [] : ['timezone' => $zone]);
    $client->getLastOrdersForMerchants($params);
    $client->call('getLastOrdersForMerchants', $params);
    [$typed, $called] = array_column(array_slice($proxy->deliveries(), -2), 'body');
    parse_str($typed, $fields);

    return "$fields[from] $fields[to]" . ($typed === $called ? '' : ' differs by call()');
};
foreach ([null, '+03:00', 'Asia/Almaty'] as $zone) {
    echo $sent($zone, $hour + $all), "\n";
}
echo $sent('+03:00', ['from' => 20260310120000] + $all), "\n";
echo refusal(fn () => $g->getLastOrdersForMerchants(['from' => new DateTimeImmutable('-0044-03-15')] + $all)), "\n";

echo "== wrong\n";
$without = static fn (string $name): array => array_diff_key($all, [$name => 0]);
foreach (['from', 'to', 'size', 'transactionStates', 'merchants'] as $name) {
    $both->show("without $name", 'getLastOrdersForMerchants', $without($name));
}
$both->show('no states', 'getLastOrdersForMerchants', ['transactionStates' => ''] + $all);
$both->show('an unknown state', 'getLastOrdersForMerchants', ['transactionStates' => 'PAID'] + $all);
$both->show('states as a list', 'getLastOrdersForMerchants', ['transactionStates' => ['DEPOSITED']] + $all);
$both->show('a page too large', 'getLastOrdersForMerchants', ['size' => 201] + $all);
$both->show('a page of nothing', 'getLastOrdersForMerchants', ['size' => 0] + $all);
$both->show('backwards', 'getLastOrdersForMerchants', ['to' => '20260309000000'] + $all);
$both->show('a date of another form', 'getLastOrdersForMerchants', ['from' => '2026-03-10T00:00:00'] + $all);
$both->show('no such day', 'getLastOrdersForMerchants', ['from' => '20260230000000'] + $all);

echo "== whose\n";
$both->show('by login', 'getLastOrdersForMerchants', ['merchants' => 'test_user'] + $all);
$both->show('another merchant', 'getLastOrdersForMerchants', ['merchants' => 'test_user,other'] + $all);
$both->sandbox->merchant(['userName' => 'other', 'password' => 'other_password']);
echo count(BothWays::clientOf($both->sandbox, 'classic', 'other', 'other_password')->getLastOrdersForMerchants($all)['orderStatuses']), " of another merchant\n";
echo facts(caught(fn () => BothWays::clientOf($both->sandbox, 'classic', password: 'wrong')->getLastOrdersForMerchants($all))), "\n";

?>
--EXPECT--
== by payment, by registration
CREATED           0 of 0: 
                  1 of 1: 0
APPROVED          1 of 1: 1
                  1 of 1: 1
DEPOSITED         1 of 1: 2
                  1 of 1: 2
DECLINED          0 of 0: 
                  1 of 1: 6
REVERSED          1 of 1: 3
                  1 of 1: 3
REFUNDED          1 of 1: 4
                  1 of 1: 4
APPROVED,REFUNDED 2 of 2: 1 4
                  2 of 2: 1 4
0 of 0: 
refunded: 100 of 700, as its status
== pages
4 of 6: 0 6 1 3
2 of 6: 2 4
0 of 6: 
== dates
4 of 4: 1 3 2 4
20260310120000 20260310125959
20260310150000 20260310155959
20260310170000 20260310175959
20260310120000 20260310235959
getLastOrdersForMerchants: a date must lie in the years 1000 to 9999
== wrong
without from
    client: getLastOrdersForMerchants: from is missing
    raw:    5 [from] is empty
    taken:  0
without to
    client: getLastOrdersForMerchants: to is missing
    raw:    5 [to] is empty
    taken:  0
without size
    client: getLastOrdersForMerchants: size is missing
    raw:    5 [size] is empty
    taken:  0
without transactionStates
    client: getLastOrdersForMerchants: transactionStates is missing
    raw:    5 [transactionStates] is empty
    taken:  0
without merchants
    client: getLastOrdersForMerchants: merchants is missing
    raw:    ok
    taken:  0
no states
    client: AccessDeniedException 5
    raw:    5 [transactionStates] is empty
    taken:  0
an unknown state
    client: AccessDeniedException 5
    raw:    5 [transactionStates] wrong value
    taken:  0
states as a list
    client: getLastOrdersForMerchants: transactionStates must be a string or an int, list given
    raw:    5 [transactionStates] wrong value
    taken:  0
a page too large
    client: InvalidRequestException 10
    raw:    10 [size] is too large
    taken:  0
a page of nothing
    client: AccessDeniedException 5
    raw:    5 [size] wrong value
    taken:  0
backwards
    client: AccessDeniedException 5
    raw:    5 [to] wrong value
    taken:  0
a date of another form
    client: getLastOrdersForMerchants: from must be decimal digits, "2026-03-10T00:00:00" given
    raw:    5 [from] wrong value
    taken:  0
no such day
    client: AccessDeniedException 5
    raw:    5 [from] wrong value
    taken:  0
== whose
by login
    client: ok
    raw:    ok
    taken:  0
another merchant
    client: InvalidRequestException 10
    raw:    10 [merchants] no right to see this merchant
    taken:  0
0 of another merchant
AccessDeniedException getLastOrdersForMerchants errorCode=5 actionCode=null http=200 reply=yes known final
