--TEST--
Fiscal receipts: who has one, how far it has come, and each way to ask, in both dialects, by the client and by requests that bypass it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$g = $both->client;
$s = new BothWays('sberbank', $both->sandbox);
$cart = ['orderBundle' => ['cartItems' => ['items' => [['positionId' => 1, 'name' => 'tea', 'quantity' => ['value' => 1, 'measure' => 'pcs'], 'itemAmount' => 700]]]]];
/** Status and sum of each receipt, in both dialects. */
$receipts = static function (string $id) use ($g, $s): string {
    $classic = array_map(static fn (array $one): string => "{$one['receiptStatus']} " . ($one['amount_total'] ?? '-'), $g->getReceiptStatus($id)['receipt']);
    $json = array_map(static fn (array $one): string => "{$one['receiptStatus']} {$one['receiptType']} " . ($one['payload']['total'] ?? '-'), $s->client->getReceiptStatus($id)['receipts']);

    return implode(', ', $classic) . ' | ' . implode(', ', $json);
};

echo "== what has a receipt\n";
$g->paymentOrder($id = $both->order($cart), CARD);
echo 'paid: ', $receipts($id), "\n";
$g->refund($id, 100);
$g->processRawSumRefund($id, 250);
echo 'refunded twice: ', $receipts($id), "\n";
$g->paymentOrder($held = $both->order($cart, 700, 'registerPreAuth'), CARD);
echo 'held: ', $receipts($held), "\n";
$g->deposit($held, 500);
echo 'captured in part: ', $receipts($held), "\n";
$g->paymentOrder($plain = $both->order(), CARD);
echo 'without a cart: ', $receipts($plain), "\n";
echo 'not paid: ', $receipts($both->order($cart)), "\n";

echo "== how far it has come\n";
$both->sandbox->merchant(['receiptSecs' => 60]);
$g->paymentOrder($new = $both->order($cart), CARD);
echo 'at once: ', $receipts($new), "\n";
$both->sandbox->clock(['advance' => 61]);
echo 'later: ', $receipts($new), "\n";
$both->sandbox->merchant(['receiptErrors' => 1]);
echo 'refused: ', $receipts($new), "\n";
$both->sandbox->merchant(['receiptErrors' => 0]);

echo "== asked otherwise\n";
$all = $g->getReceiptStatus($id)['receipt'];
$one = $g->getReceiptStatus(params: ['uuid' => $all[1]['uuid']]);
var_dump($one['orderId'] === $id, count($one['receipt']), $one['receipt'][0]['original_ofd_uuid'] === $all[0]['uuid']);
$number = $g->getOrderStatusExtended($id)['orderNumber'];
var_dump(count($g->getReceiptStatus(orderNumber: $number)['receipt']), count($s->client->getReceiptStatus(orderNumber: $number)['receipts']));
$sold = $s->client->getReceiptStatus($id, params: ['receiptStatus' => 3])['receipts'];
$found = $s->client->getReceiptStatus(params: ['receiptId' => $sold[2]['receiptId']])['receipts'];
var_dump(count($sold), count($found), $found[0]['origReceiptId'] === $sold[0]['receiptId'], count($s->client->getReceiptStatus($id, params: ['receiptStatus' => 0])['receipts']));
$s->show('a status that there is not', 'getReceiptStatus', ['orderId' => $id, 'receiptStatus' => 7]);
foreach ([$both, $s] as $ways) {
    $ways->show('nothing named', 'getReceiptStatus', []);
    $ways->show('an unknown order', 'getReceiptStatus', ['orderId' => NOBODY]);
    $ways->show('an unknown number', 'getReceiptStatus', ['orderNumber' => 'none']);
    $ways->show('an unknown receipt', 'getReceiptStatus', [$ways === $s ? 'receiptId' : 'uuid' => NOBODY]);
    $ways->show('the other dialect\'s name', 'getReceiptStatus', [$ways === $s ? 'uuid' : 'receiptId' => NOBODY]);
}

echo "== access\n";
foreach (['classic', 'sberbank'] as $dialect) {
    echo facts(caught(fn () => BothWays::clientOf($both->sandbox, $dialect, password: 'wrong')->getReceiptStatus($id))), "\n";
}
$both->sandbox->merchant(['userName' => 'other', 'password' => 'other_password']);
$other = BothWays::clientOf($both->sandbox, 'classic', 'other', 'other_password');
echo facts(caught(fn () => $other->getReceiptStatus($id))), "\n";
echo facts(caught(fn () => $other->getReceiptStatus(params: ['uuid' => $all[0]['uuid']]))), "\n";

?>
--EXPECT--
== what has a receipt
paid: 1 7.00 | 3 SELL 7
refunded twice: 1 7.00, 4 1.00, 4 2.50 | 3 SELL 7, 3 SELL_REFUND 1, 3 SELL_REFUND 2.5
held:  | 
captured in part: 1 5.00 | 3 SELL 5
without a cart:  | 
not paid:  | 
== how far it has come
at once: 0 - | 2 SELL -
later: 1 7.00 | 3 SELL 7
refused: 2 - | 4 SELL -
== asked otherwise
bool(true)
int(1)
bool(true)
int(3)
int(3)
int(3)
int(1)
bool(true)
int(0)
a status that there is not
    client: getReceiptStatus: receiptStatus must be a number from 0 to 6, 7 given
    raw:    5 [receiptStatus] wrong value
    taken:  0
nothing named
    client: getReceiptStatus: one of orderId, orderNumber, uuid is missing
    raw:    1 [orderId] is empty
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
an unknown number
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
an unknown receipt
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
the other dialect's name
    client: getReceiptStatus: parameter receiptId is unknown
    raw:    5 [receiptId] is an unknown parameter
    taken:  0
nothing named
    client: getReceiptStatus: one of orderId, orderNumber, receiptId is missing
    raw:    1 [orderId] is empty
    taken:  0
an unknown order
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
an unknown number
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
an unknown receipt
    client: OrderNotFoundException 6
    raw:    6 Unknown order
    taken:  0
the other dialect's name
    client: getReceiptStatus: parameter uuid is unknown
    raw:    5 [uuid] is an unknown parameter
    taken:  0
== access
AccessDeniedException getReceiptStatus errorCode=5 actionCode=null http=200 reply=yes known final
AccessDeniedException getReceiptStatus errorCode=5 actionCode=null http=200 reply=yes known final
OrderNotFoundException getReceiptStatus errorCode=6 actionCode=null http=200 reply=yes known final
OrderNotFoundException getReceiptStatus errorCode=6 actionCode=null http=200 reply=yes known final
