--TEST--
Fiscal refunds, by sum and by a position of the cart: each rule by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$g = $both->client;
$line = static fn (int $position, string $quantity, int $price): array => [
    'positionId' => $position, 'name' => 'tea', 'quantity' => ['value' => $quantity, 'measure' => 'kg'], 'itemPrice' => $price, 'itemCode' => "t$position",
];
$cart = ['orderBundle' => ['cartItems' => ['items' => [$line(1, '1.5', 200), $line(2, '2', 200)]]]];
/** A paid order. */
$paid = static function (array $params = [], string $method = 'register') use ($both, $g): string {
    $g->paymentOrder($id = $both->order($params, 700, $method), CARD);

    return $id;
};
$money = static function (string $id) use ($g): string {
    $status = $g->getOrderStatusExtended($id);

    return "status {$status['orderStatus']}, deposited {$status['paymentAmountInfo']['depositedAmount']}, refunded {$status['paymentAmountInfo']['refundedAmount']}";
};
$show = static fn (string $rule, string $method, Closure|array $params, array $rawOnly = []) => $both->show($rule, $method, $params, $rawOnly);

echo "== by sum\n";
$g->processRawSumRefund($id = $paid(), 300, ['name' => 'Delivery', 'itemCode' => 'd', 'taxType' => 6, 'language' => 'en',
    'additionalOfdParams' => ['agent_info.type' => 1], 'jsonParams' => ['cashboxId' => '12', 'basketId' => '7']]);
echo $money($id), "\n";
$show('a part', 'processRawSumRefund', fn (): array => ['orderId' => $paid(), 'amount' => 100]);
$show('everything, of a cart', 'processRawSumRefund', fn (): array => ['orderId' => $paid($cart), 'amount' => 700]);
$show('too much', 'processRawSumRefund', fn (): array => ['orderId' => $paid(), 'amount' => 701]);
$show('nothing', 'processRawSumRefund', fn (): array => ['orderId' => $paid(), 'amount' => 0]);
$show('without amount', 'processRawSumRefund', fn (): array => ['orderId' => $paid()]);
$show('without orderId', 'processRawSumRefund', ['amount' => 100]);
$show('an unknown order', 'processRawSumRefund', ['orderId' => NOBODY, 'amount' => 100]);
$show('not paid', 'processRawSumRefund', fn (): array => ['orderId' => $both->order(), 'amount' => 100]);
$show('held', 'processRawSumRefund', fn (): array => ['orderId' => $paid([], 'registerPreAuth'), 'amount' => 100]);
$show('an unknown tax', 'processRawSumRefund', fn (): array => ['orderId' => $paid(), 'amount' => 100, 'taxType' => 14]);
$show('a position', 'processRawSumRefund', fn (): array => ['orderId' => $paid($cart), 'amount' => 100, 'positionId' => 1]);

foreach (['processRawPositionRefund', 'processRawPositionOrderRefund'] as $method) {
    echo "== $method\n";
    $g->$method($id = $paid($cart), 100, 1);
    $g->$method($id, 200, 1, ['additionalOfdParams' => ['cashier' => 'A']]);
    echo facts(caught(fn () => $g->$method($id, 1, 1))), "\n";
    $g->$method($id, 400, 2);
    echo $money($id), "\n";
    $show('a part', $method, fn (): array => ['orderId' => $paid($cart), 'amount' => 100, 'positionId' => 1]);
    $show('more than the position cost', $method, fn (): array => ['orderId' => $paid($cart), 'amount' => 301, 'positionId' => 1]);
    $show('no such position', $method, fn (): array => ['orderId' => $paid($cart), 'amount' => 100, 'positionId' => 3]);
    $show('an order without a cart', $method, fn (): array => ['orderId' => $paid(), 'amount' => 100, 'positionId' => 1]);
    $show('nothing', $method, fn (): array => ['orderId' => $paid($cart), 'amount' => 0, 'positionId' => 1]);
    $show('without a position', $method, fn (): array => ['orderId' => $paid($cart), 'amount' => 100]);
    $show('an unknown order', $method, ['orderId' => NOBODY, 'amount' => 100, 'positionId' => 1]);
    $show('not paid', $method, fn (): array => ['orderId' => $both->order($cart), 'amount' => 100, 'positionId' => 1]);
}

echo "== access\n";
$wrong = BothWays::clientOf($both->sandbox, 'classic', password: 'wrong');
$id = $paid($cart);
foreach (['processRawSumRefund' => [], 'processRawPositionRefund' => [1], 'processRawPositionOrderRefund' => [1]] as $method => $more) {
    echo facts(caught(fn () => $wrong->$method($id, 100, ...$more))), "\n";
}
echo facts(caught(fn () => BothWays::clientOf($both->sandbox, 'sberbank')->processRawSumRefund($id, 100))), "\n";
echo $money($id), "\n";

?>
--EXPECT--
== by sum
status 4, deposited 400, refunded 300
a part
    client: ok
    raw:    ok
    taken:  0
everything, of a cart
    client: ok
    raw:    ok
    taken:  0
too much
    client: InvalidStateException 7
    raw:    7 Refund amount exceeds deposited amount
    taken:  0
nothing
    client: processRawSumRefund: amount must be more than 0: the gateway reads 0 as the whole sum
    raw:    5 [amount] wrong value
    taken:  0
without amount
    client: processRawSumRefund: amount is missing
    raw:    5 [amount] is empty
    taken:  0
without orderId
    client: processRawSumRefund: orderId is missing
    raw:    5 [orderId] is empty
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
not paid
    client: InvalidStateException 7
    raw:    7 Order is not in a correct state
    taken:  0
held
    client: InvalidStateException 7
    raw:    7 Order is not in a correct state
    taken:  0
an unknown tax
    client: AccessDeniedException 5
    raw:    5 [taxType] wrong value
    taken:  0
a position
    client: processRawSumRefund: parameter positionId is unknown
    raw:    5 [positionId] is an unknown parameter
    taken:  0
== processRawPositionRefund
InvalidStateException processRawPositionRefund errorCode=7 actionCode=null http=200 reply=yes known final
status 4, deposited 0, refunded 700
a part
    client: ok
    raw:    ok
    taken:  0
more than the position cost
    client: InvalidStateException 7
    raw:    7 Refund amount exceeds what is left of the position
    taken:  0
no such position
    client: AccessDeniedException 5
    raw:    5 No such position in the cart of the order
    taken:  0
an order without a cart
    client: AccessDeniedException 5
    raw:    5 No such position in the cart of the order
    taken:  0
nothing
    client: processRawPositionRefund: amount must be more than 0: the gateway reads 0 as the whole sum
    raw:    5 [amount] wrong value
    taken:  0
without a position
    client: processRawPositionRefund: positionId is missing
    raw:    5 [positionId] is empty
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
not paid
    client: InvalidStateException 7
    raw:    7 Order is not in a correct state
    taken:  0
== processRawPositionOrderRefund
InvalidStateException processRawPositionOrderRefund errorCode=7 actionCode=null http=200 reply=yes known final
status 4, deposited 0, refunded 700
a part
    client: ok
    raw:    ok
    taken:  0
more than the position cost
    client: InvalidStateException 7
    raw:    7 Refund amount exceeds what is left of the position
    taken:  0
no such position
    client: AccessDeniedException 5
    raw:    5 No such position in the cart of the order
    taken:  0
an order without a cart
    client: AccessDeniedException 5
    raw:    5 No such position in the cart of the order
    taken:  0
nothing
    client: processRawPositionOrderRefund: amount must be more than 0: the gateway reads 0 as the whole sum
    raw:    5 [amount] wrong value
    taken:  0
without a position
    client: processRawPositionOrderRefund: positionId is missing
    raw:    5 [positionId] is empty
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
not paid
    client: InvalidStateException 7
    raw:    7 Order is not in a correct state
    taken:  0
== access
AccessDeniedException processRawSumRefund errorCode=5 actionCode=null http=200 reply=yes known final
AccessDeniedException processRawPositionRefund errorCode=5 actionCode=null http=200 reply=yes known final
AccessDeniedException processRawPositionOrderRefund errorCode=5 actionCode=null http=200 reply=yes known final
ArgumentException processRawSumRefund errorCode=null actionCode=null http=0 reply=no known final
status 2, deposited 700, refunded 0
