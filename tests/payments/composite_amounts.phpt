--TEST--
Sberbank's autoCompletion and autoRefund, which take a compositeAmount, by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$both = BothWays::at('2026-03-10T12:00:00', 'sberbank');
$g = $both->client;
$paid = static function (string $method = 'register') use ($both, $g): string {
    $g->paymentOrder($id = $both->order([], 700, $method), CARD);

    return $id;
};
$held = static fn (): string => $paid('registerPreAuth');
$money = static function (string $id) use ($g): string {
    $status = $g->getOrderStatusExtended($id);

    return "status {$status['orderStatus']}, deposited {$status['paymentAmountInfo']['depositedAmount']}, refunded {$status['paymentAmountInfo']['refundedAmount']}";
};

echo "== autoCompletion\n";
$g->autoCompletion($id = $held(), ['compositeAmount' => 500, 'language' => 'ru']);
echo $money($id), "\n";
$g->autoCompletion($whole = $held());
echo $money($whole), "\n";
$both->show('a part', 'autoCompletion', fn (): array => ['orderId' => $held(), 'compositeAmount' => 500]);
$both->show('too much', 'autoCompletion', fn (): array => ['orderId' => $held(), 'compositeAmount' => 701]);
$both->show('nothing', 'autoCompletion', fn (): array => ['orderId' => $held(), 'compositeAmount' => 0]);
$both->show('captured before', 'autoCompletion', ['orderId' => $id, 'compositeAmount' => 1]);
$both->show('the amount of deposit', 'autoCompletion', fn (): array => ['orderId' => $held(), 'amount' => 500]);
$both->show('an unknown order', 'autoCompletion', ['orderId' => NOBODY]);

echo "== autoRefund\n";
$g->autoRefund($id, 100);
$g->autoRefund($id, 150, ['jsonParams' => ['externalRefundId' => 'r1', 'note' => 'x']]);
$g->autoRefund($id, 150, ['jsonParams' => ['externalRefundId' => 'r1', 'note' => 'x']]);
echo $money($id), "\n";
$both->show('a part', 'autoRefund', fn (): array => ['orderId' => $paid(), 'compositeAmount' => 100]);
$both->show('too much', 'autoRefund', fn (): array => ['orderId' => $paid(), 'compositeAmount' => 701]);
$both->show('without a sum: everything', 'autoRefund', fn (): array => ['orderId' => $paid()]);
$both->show('nothing: everything', 'autoRefund', fn (): array => ['orderId' => $paid(), 'compositeAmount' => 0]);
$both->show('a hold', 'autoRefund', fn (): array => ['orderId' => $held(), 'compositeAmount' => 100]);
$both->show('the same id with another sum', 'autoRefund', ['orderId' => $id, 'compositeAmount' => 151, 'jsonParams' => ['externalRefundId' => 'r1']]);
$both->show('an unknown order', 'autoRefund', ['orderId' => NOBODY, 'compositeAmount' => 100]);

echo "== access\n";
foreach (['autoCompletion' => [], 'autoRefund' => [100]] as $method => $more) {
    echo facts(caught(fn () => BothWays::clientOf($both->sandbox, 'sberbank', password: 'wrong')->$method($id, ...$more))), "\n";
    echo refusal(fn () => BothWays::clientOf($both->sandbox, 'classic')->$method($id, ...$more)), "\n";
}
foreach ([100.0, '100', null] as $sum) {
    echo refusal(fn () => $g->autoRefund($id, $sum)), "\n";
}

?>
--EXPECT--
== autoCompletion
status 2, deposited 500, refunded 0
status 2, deposited 700, refunded 0
a part
    client: ok
    raw:    ok
    taken:  500
too much
    client: InvalidStateException 5
    raw:    5 [amount] wrong value
    taken:  0
nothing
    client: autoCompletion: compositeAmount must be more than 0: the gateway reads 0 as the whole sum
    raw:    ok
    taken:  0, 700
captured before
    client: InvalidStateException 5
    raw:    5 Order is not in a correct state
    taken:  0
the amount of deposit
    client: autoCompletion: parameter amount is unknown
    raw:    5 [amount] is an unknown parameter
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
== autoRefund
status 4, deposited 250, refunded 250
a part
    client: ok
    raw:    ok
    taken:  0
too much
    client: InvalidStateException 7
    raw:    7 Refund amount exceeds deposited amount
    taken:  0
without a sum: everything
    client: autoRefund: compositeAmount is missing
    raw:    ok
    taken:  0
nothing: everything
    client: autoRefund: compositeAmount must be more than 0: the gateway reads 0 as the whole sum
    raw:    ok
    taken:  0
a hold
    client: InvalidStateException 5
    raw:    5 Order is not in a correct state
    taken:  0
the same id with another sum
    client: InvalidStateException 5
    raw:    5 [externalRefundId] was used with other data
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
== access
InvalidStateException autoCompletion errorCode=5 actionCode=null http=200 reply=yes known final
autoCompletion: the dialect classic has no such method
InvalidStateException autoRefund errorCode=5 actionCode=null http=200 reply=yes known final
autoRefund: the dialect classic has no such method
PaymentGateway::autoRefund(): Argument #2 ($compositeAmount) must be of type int, float given
PaymentGateway::autoRefund(): Argument #2 ($compositeAmount) must be of type int, string given
PaymentGateway::autoRefund(): Argument #2 ($compositeAmount) must be of type int, null given
