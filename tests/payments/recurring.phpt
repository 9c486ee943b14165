--TEST--
Charges without the payer: by which binding, on whose initiative (tii), within which limits; by the client and past it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

const START = '2026-03-10T12:00:00';
$both = BothWays::at(START);
$g = $both->client;
$sberbank = new BothWays('sberbank', $both->sandbox);
$bindings = [
    'COMMON' => $both->binding('anna'),
    'RECURRENT' => $both->binding('anna', ['tii' => 'RI']),
    'INSTALLMENT' => $both->binding('anna', ['tii' => 'II']),
];
// A card without money, which nobody asked yet.
$poor = $g->createBindingNoPayment('anna', ['pan' => '4444444411111111', 'expiryDate' => '203012', 'cardholderName' => 'CARD HOLDER'])['bindingId'];
$charge = static fn (string $binding, array $more = []): Closure => static fn (): array => $more + ['orderNumber' => BothWays::number(), 'amount' => 700, 'bindingId' => $binding];

echo "== recurrentPayment\n";
foreach ($bindings as $type => $binding) {
    $both->show("a binding of type $type", 'recurrentPayment', $charge($binding));
    $sberbank->show("the same, Sberbank", 'recurrentPayment', $charge($binding));
}
$g->recurrentPayment($number = BothWays::number(), $bindings['COMMON'], 700);
$both->show('a number that is known', 'recurrentPayment', $charge($bindings['COMMON'], ['orderNumber' => $number]));
$sberbank->show('the same, Sberbank', 'recurrentPayment', $charge($bindings['COMMON'], ['orderNumber' => $number]));
printf("    charged in all: %d\n", $both->sandbox->order($number)['operations'][0]['amount']);
$both->show('a card without money', 'recurrentPayment', $charge($poor));
$both->show('no amount', 'recurrentPayment', $charge($bindings['COMMON'], ['amount' => 0]));
$both->show('VERIFY', 'recurrentPayment', $charge($bindings['COMMON'], ['amount' => 0, 'features' => 'VERIFY']));
$both->show('FORCE_CREATE_BINDING', 'recurrentPayment', $charge($bindings['COMMON'], ['features' => 'FORCE_CREATE_BINDING']));
$both->show('AUTO_PAYMENT', 'recurrentPayment', $charge($bindings['COMMON'], ['features' => 'AUTO_PAYMENT']));
$both->show('AUTO_PAYMENT and FORCE_SSL', 'recurrentPayment', $charge($bindings['COMMON'], ['features' => 'AUTO_PAYMENT;FORCE_SSL']));
$both->show('two stages', 'recurrentPayment', $charge($bindings['COMMON'], ['preAuth' => true]));
$both->show('preAuth false', 'recurrentPayment', $charge($bindings['COMMON'], ['preAuth' => false]));
$both->show('a currency that there is not', 'recurrentPayment', $charge($bindings['COMMON'], ['currency' => '999']));
$both->show('no bindingId', 'recurrentPayment', static fn (): array => ['orderNumber' => BothWays::number(), 'amount' => 700]);
$both->show('no orderNumber', 'recurrentPayment', ['bindingId' => $bindings['COMMON'], 'amount' => 700]);
$both->show('a CVC', 'recurrentPayment', $charge($bindings['COMMON'], ['cvc' => '123']));
$reply = $g->recurrentPayment($number = BothWays::number(), $bindings['RECURRENT'], 900, ['currency' => '398', 'description' => 'March', 'additionalParameters' => ['month' => '3']]);
$status = $g->getOrderStatusExtended($reply['data']['orderId']);
printf("read back: %s %s %d %s %s %s, binding %s\n", $status['orderNumber'] === $number ? 'its number' : 'ANOTHER NUMBER', $status['currency'], $status['paymentAmountInfo']['depositedAmount'], $status['orderDescription'], $status['paymentWay'], json_encode($status['merchantOrderParams']), $status['bindingInfo']['bindingId'] === $bindings['RECURRENT'] ? 'its own' : 'ANOTHER');
$g->refund($reply['data']['orderId'], 400);
printf("refunded: %d left\n", $g->getOrderStatusExtended($reply['data']['orderId'])['paymentAmountInfo']['depositedAmount']);

echo "== installmentPayment\n";
foreach ($bindings as $type => $binding) {
    $both->show("a binding of type $type", 'installmentPayment', $charge($binding, ['preAuth' => false]));
}
$both->show('a number that is known', 'installmentPayment', $charge($bindings['INSTALLMENT'], ['preAuth' => false, 'orderNumber' => $number]));
$both->show('two stages', 'installmentPayment', $charge($bindings['INSTALLMENT'], ['preAuth' => true]));
$both->show('preAuth not said', 'installmentPayment', $charge($bindings['INSTALLMENT']));

echo "== tii of a typed card: what it is stored as\n";
$original = ['originalPaymentNetRefNum' => '123456', 'originalPaymentDate' => '1773144000000'];
foreach (['', 'CI', 'RI', 'II', 'F', 'U', 'R', 'I'] as $tii) {
    foreach ([[], $original] as $reference) {
        $line = [];
        foreach (['client', 'raw'] as $way) {
            $client = uniqid('c', true);
            $params = ['MDORDER' => $both->order(['clientId' => $client]), 'language' => 'en', 'tii' => $tii] + $reference + CARD;
            $said = $way === 'raw' ? BothWays::verdict($both->raw('paymentOrder', $params)) : BothWays::heard(fn (): array => $g->call('paymentOrder', $params));
            $stored = array_column($g->getBindings($client)['bindings'], 'bindingCategory');
            $line[] = "$said, " . (implode(' ', $stored) ?: 'not stored');
        }
        printf("%-2s %-17s %s\n", $tii, $reference === [] ? '' : 'with its original', implode(' | ', array_unique($line)));
    }
}
$both->show('an unknown tii', 'paymentOrder', fn (): array => ['MDORDER' => $both->order(), 'language' => 'en', 'tii' => 'X'] + CARD);
$both->show('the original\'s number without its date', 'paymentOrder', fn (): array => ['MDORDER' => $both->order(), 'language' => 'en', 'tii' => 'R', 'originalPaymentNetRefNum' => '1'] + CARD);

echo "== tii of a stored card\n";
foreach (['', 'F', 'U', 'R', 'I', 'CI', 'RI', 'II'] as $tii) {
    foreach ($bindings as $type => $binding) {
        $both->show("tii '$tii', $type", 'paymentOrderBinding', fn (): array => ['mdOrder' => $both->order(['clientId' => 'anna']), 'bindingId' => $binding, 'tii' => $tii]);
        if (!in_array($tii, ['U', 'R', 'I'], true)) {
            break; // the payer may choose any of them
        }
    }
}
foreach (['U', 'R', 'I'] as $tii) {
    $both->show("tii $tii with a CVC", 'paymentOrderBinding', fn (): array => ['mdOrder' => $both->order(['clientId' => 'anna']), 'bindingId' => $bindings['RECURRENT'], 'tii' => $tii, 'cvc' => '123']);
}

echo "== two stages\n";
foreach (['F', 'U', 'R', 'I'] as $tii) {
    $binding = $bindings[$tii === 'I' ? 'INSTALLMENT' : 'RECURRENT'];
    $both->show("tii $tii of a stored card", 'paymentOrderBinding', fn (): array => ['mdOrder' => $both->order(['clientId' => 'anna'], 700, 'registerPreAuth'), 'bindingId' => $binding, 'tii' => $tii]);
    $both->show("tii $tii of a card", 'paymentOrder', fn (): array => ['MDORDER' => $both->order([], 700, 'registerPreAuth'), 'language' => 'en', 'tii' => $tii] + CARD);
    $both->show("tii $tii at once", 'instantPayment', ['amount' => 700, 'returnUrl' => URL, 'preAuth' => true, 'tii' => $tii, 'bindingId' => $binding, 'clientId' => 'anna']);
}

echo "== at once\n";
foreach (['', 'F', 'U', 'R', 'I', 'CI', 'RI', 'II'] as $tii) {
    $both->show("tii '$tii' of a stored card", 'instantPayment', ['amount' => 700, 'returnUrl' => URL, 'tii' => $tii, 'bindingId' => $bindings[$tii === 'I' ? 'INSTALLMENT' : 'RECURRENT'], 'clientId' => 'anna']);
}

echo "== limits\n";
/**
 * A binding with these limits, and charges of it one after the other: days later => amount.
 *
 * @param array<string, int|string> $limits
 * @param list<array{int, int}> $charges
 */
function limited(string $title, string $tii, array $limits, array $charges): void
{
    global $both;
    $method = $tii === 'II' ? 'installmentPayment' : 'recurrentPayment';
    $said = [];
    foreach (['client', 'raw', 'tii'] as $way) {
        $both->sandbox->clock(['now' => START]);
        $client = uniqid('limited', true);
        $binding = $both->binding($client, ['tii' => $tii, 'jsonParams' => $limits]);
        foreach ($charges as [$days, $amount]) {
            $both->sandbox->clock(['now' => gmdate('Y-m-d\TH:i:s', strtotime(START . 'Z') + $days * 86_400)]);
            $params = ['orderNumber' => BothWays::number(), 'bindingId' => $binding, 'amount' => $amount] + ($tii === 'II' ? ['preAuth' => false] : []);
            $money = $both->money();
            $code = 0;
            try {
                match ($way) {
                    'client' => $both->client->call($method, $params),
                    'raw' => $code = $both->raw($method, $params)['orderStatus']['actionCode'],
                    'tii' => $both->client->paymentOrderBinding($order = $both->order(['clientId' => $client], $amount), $binding, ['tii' => ['RI' => 'R', 'II' => 'I', 'CI' => 'U'][$tii]]),
                };
            } catch (PaymentGateway\DeclinedException $e) {
                $code = $e->getActionCode() ?? $both->client->getOrderStatusExtended($order ?? null, $order ?? null ? null : $params['orderNumber'])['actionCode'];
            }
            $said[$way][] = $code === 0 && $both->money() - $money === $amount ? "day $days $amount" : "day $days $amount $code" . ($both->money() === $money ? '' : ' BUT CHARGED');
        }
        unset($order);
    }
    printf("%s\n    %s\n", $title, implode("\n    ", array_unique(array_map(static fn (array $line): string => implode(', ', $line), $said))));
}
limited('28 days between charges', 'RI', ['recurringFrequency' => '28'], [[0, 100], [27, 100], [28, 100], [55, 100], [56, 100]]);
limited('until 8 April', 'RI', ['recurringExpiry' => '20260408'], [[28, 100], [29, 100], [30, 100]]);
limited('both', 'RI', ['recurringFrequency' => '7', 'recurringExpiry' => '20260320'], [[0, 100], [6, 100], [7, 100], [14, 100]]);
limited('without limits', 'RI', [], [[0, 100], [0, 100], [200, 100_000]]);
limited('three instalments', 'II', ['installments' => '3'], [[0, 100], [0, 100], [1, 100], [1, 100]]);
limited('instalments of 1000 in all', 'II', ['totalInstallmentAmount' => '1000'], [[0, 600], [1, 401], [1, 400], [2, 1]]);
limited('all of them', 'II', ['installments' => '2', 'totalInstallmentAmount' => '1000', 'recurringFrequency' => '1', 'recurringExpiry' => '20260331'], [[0, 500], [0, 500], [1, 501], [1, 500], [2, 1]]);
limited('limits are for the charges of the shop: CI has none', 'CI', ['recurringFrequency' => '28'], [[0, 100], [1, 100]]);

echo "== limits that are none\n";
$both->sandbox->clock(['now' => START]);
foreach ([['RI', 'recurringFrequency', '0'], ['RI', 'recurringFrequency', 'x'], ['RI', 'recurringExpiry', '20260309'], ['RI', 'recurringExpiry', '20261301'], ['II', 'installments', '0'], ['II', 'installments', '1000'], ['II', 'totalInstallmentAmount', '0']] as [$tii, $name, $value]) {
    $both->show("$name $value", 'paymentOrder', fn (): array => ['MDORDER' => $both->order(['clientId' => 'none']), 'language' => 'en', 'tii' => $tii, 'jsonParams' => [$name => $value]] + CARD);
}
printf("stored: %d\n", count($both->bindings('none')));
$both->show('an instalment by the merchant with 3-D Secure needs its limits', 'paymentOrderBinding', fn (): array => ['mdOrder' => $both->order(['clientId' => 'anna']), 'bindingId' => $bindings['INSTALLMENT'], 'tii' => 'I', 'jsonParams' => [
    'initThreeDSReqPriorAuthData' => 'd5bf7963-e94e-718d-8777-2943091ceaa0', 'initThreeDSReqPriorAuthMethod' => '01', 'initThreeDSReqPriorAuthTimestamp' => '202405140811', 'initThreeDSReqPriorRef' => 'd5bf7963-e94e-718d-8777-2943091ceaa0', 'recurringExpiry' => '20301231', 'recurringFrequency' => '28',
]]);

echo "== several purchases by instalments with one card\n";
$tv = $both->binding('boris', ['tii' => 'II', 'jsonParams' => ['installments' => '1']]);
$phone = $both->binding('boris', ['tii' => 'II', 'jsonParams' => ['installments' => '2']]);
printf("%s, %d listed\n", $tv === $phone ? 'THE SAME' : 'two bindings', count($g->getBindings('boris', ['bindingType' => 'I'])['bindings']));
foreach (['tv' => $tv, 'tv again' => $tv, 'phone' => $phone, 'phone again' => $phone, 'phone once more' => $phone] as $what => $binding) {
    printf("%s: %s\n", $what, BothWays::heard(fn (): array => $g->installmentPayment(BothWays::number(), $binding, 100)));
}

?>
--EXPECT--
== recurrentPayment
a binding of type COMMON
    client: ok
    raw:    ok
    taken:  700
the same, Sberbank
    client: ok
    raw:    ok
    taken:  700
a binding of type RECURRENT
    client: ok
    raw:    ok
    taken:  700
the same, Sberbank
    client: ok
    raw:    ok
    taken:  700
a binding of type INSTALLMENT
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
the same, Sberbank
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
a number that is known
    client: DuplicateOrderException 10
    raw:    10 Order with this number is already registered
    taken:  0
the same, Sberbank
    client: DuplicateOrderException 10
    raw:    10 Order with this number is already registered
    taken:  0
    charged in all: 700
a card without money
    client: DeclinedException null
    raw:    declined
    taken:  0
no amount
    client: recurrentPayment: amount may be 0 only with the feature VERIFY
    raw:    10 [amount] wrong value
    taken:  0
VERIFY
    client: DuplicateOrderException 10
    raw:    10 [amount] wrong value
    taken:  0
FORCE_CREATE_BINDING
    client: recurrentPayment: the feature FORCE_CREATE_BINDING needs clientId
    raw:    5 [features] FORCE_CREATE_BINDING needs clientId and no bindingId
    taken:  0
AUTO_PAYMENT
    client: ok
    raw:    ok
    taken:  700
AUTO_PAYMENT and FORCE_SSL
    client: recurrentPayment: the feature AUTO_PAYMENT excludes FORCE_SSL
    raw:    13 [features] FORCE_TDS and FORCE_SSL cannot be used with AUTO_PAYMENT
    taken:  0
two stages
    client: DuplicateOrderException 10
    raw:    10 [preAuth] wrong value
    taken:  0
preAuth false
    client: ok
    raw:    ok
    taken:  700
a currency that there is not
    client: DuplicateOrderException 10
    raw:    10 [currency] wrong value
    taken:  0
no bindingId
    client: recurrentPayment: bindingId is missing
    raw:    10 [bindingId] is empty
    taken:  0
no orderNumber
    client: recurrentPayment: orderNumber is missing
    raw:    10 [orderNumber] is empty
    taken:  0
a CVC
    client: recurrentPayment: parameter cvc is unknown
    raw:    10 [cvc] is an unknown parameter
    taken:  0
read back: its number 398 900 March CARD_BINDING [{"name":"month","value":"3"}], binding its own
refunded: 500 left
== installmentPayment
a binding of type COMMON
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
a binding of type RECURRENT
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
a binding of type INSTALLMENT
    client: ok
    raw:    ok
    taken:  700
a number that is known
    client: DuplicateOrderException 10
    raw:    10 Order with this number is already registered
    taken:  0
two stages
    client: DuplicateOrderException 10
    raw:    10 [preAuth] wrong value
    taken:  0
preAuth not said
    client: installmentPayment: preAuth is missing
    raw:    10 [preAuth] is empty
    taken:  0
== tii of a typed card: what it is stored as
                     ok, COMMON
   with its original ok, COMMON
CI                   ok, COMMON
CI with its original ok, COMMON
RI                   ok, RECURRENT
RI with its original ok, RECURRENT
II                   ok, INSTALLMENT
II with its original ok, INSTALLMENT
F                    ok, COMMON
F  with its original ok, not stored
U                    ok, COMMON
U  with its original ok, not stored
R                    ok, COMMON
R  with its original ok, not stored
I                    ok, not stored
I  with its original ok, not stored
an unknown tii
    client: paymentOrder: tii must be one of "", CI, F, U, RI, R, II, I, "X" given
    raw:    5 [tii] wrong value
    taken:  0
the original's number without its date
    client: paymentOrder: originalPaymentNetRefNum needs originalPaymentDate
    raw:    ok
    taken:  0, 700
== tii of a stored card
tii '', COMMON
    client: InvalidRequestException 1
    raw:    1 [tii] is empty
    taken:  0
tii 'F', COMMON
    client: ok
    raw:    ok
    taken:  700
tii 'U', COMMON
    client: ok
    raw:    ok
    taken:  700
tii 'U', RECURRENT
    client: ok
    raw:    ok
    taken:  700
tii 'U', INSTALLMENT
    client: ok
    raw:    ok
    taken:  700
tii 'R', COMMON
    client: ok
    raw:    ok
    taken:  700
tii 'R', RECURRENT
    client: ok
    raw:    ok
    taken:  700
tii 'R', INSTALLMENT
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
tii 'I', COMMON
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
tii 'I', RECURRENT
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
tii 'I', INSTALLMENT
    client: ok
    raw:    ok
    taken:  700
tii 'CI', COMMON
    client: paymentOrderBinding: tii must be one of "", F, U, R, I, "CI" given
    raw:    5 [tii] wrong value
    taken:  0
tii 'RI', COMMON
    client: paymentOrderBinding: tii must be one of "", F, U, R, I, "RI" given
    raw:    5 [tii] wrong value
    taken:  0
tii 'II', COMMON
    client: paymentOrderBinding: tii must be one of "", F, U, R, I, "II" given
    raw:    5 [tii] wrong value
    taken:  0
tii U with a CVC
    client: paymentOrderBinding: tii U must not be combined with cvc: the merchant initiates it, and nobody may store a CVC
    raw:    5 [cvc] wrong value
    taken:  0
tii R with a CVC
    client: paymentOrderBinding: tii R must not be combined with cvc: the merchant initiates it, and nobody may store a CVC
    raw:    5 [cvc] wrong value
    taken:  0
tii I with a CVC
    client: paymentOrderBinding: tii I must not be combined with cvc: the merchant initiates it, and nobody may store a CVC
    raw:    5 [cvc] wrong value
    taken:  0
== two stages
tii F of a stored card
    client: ok
    raw:    ok
    taken:  700
tii F of a card
    client: ok
    raw:    ok
    taken:  700
tii F at once
    client: ok
    raw:    ok
    taken:  700
tii U of a stored card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii U of a card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii U at once
    client: instantPayment: tii U must not be combined with preAuth: a payment that the merchant initiates has one phase
    raw:    5 [tii] wrong value
    taken:  0
tii R of a stored card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii R of a card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii R at once
    client: instantPayment: tii R must not be combined with preAuth: a payment that the merchant initiates has one phase
    raw:    5 [tii] wrong value
    taken:  0
tii I of a stored card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii I of a card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii I at once
    client: instantPayment: tii I must not be combined with preAuth: a payment that the merchant initiates has one phase
    raw:    5 [tii] wrong value
    taken:  0
== at once
tii '' of a stored card
    client: ok
    raw:    ok
    taken:  700
tii 'F' of a stored card
    client: ok
    raw:    ok
    taken:  700
tii 'U' of a stored card
    client: ok
    raw:    ok
    taken:  700
tii 'R' of a stored card
    client: ok
    raw:    ok
    taken:  700
tii 'I' of a stored card
    client: ok
    raw:    ok
    taken:  700
tii 'CI' of a stored card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii 'RI' of a stored card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
tii 'II' of a stored card
    client: AccessDeniedException 5
    raw:    5 [tii] wrong value
    taken:  0
== limits
28 days between charges
    day 0 100, day 27 100 -20010, day 28 100, day 55 100 -20010, day 56 100
until 8 April
    day 28 100, day 29 100, day 30 100 -20010
both
    day 0 100, day 6 100 -20010, day 7 100, day 14 100 -20010
without limits
    day 0 100, day 0 100, day 200 100000
three instalments
    day 0 100, day 0 100, day 1 100, day 1 100 -20010
instalments of 1000 in all
    day 0 600, day 1 401 -20010, day 1 400, day 2 1 -20010
all of them
    day 0 500, day 0 500 -20010, day 1 501 -20010, day 1 500, day 2 1 -20010
limits are for the charges of the shop: CI has none
    day 0 100, day 1 100
== limits that are none
recurringFrequency 0
    client: AccessDeniedException 5
    raw:    5 [jsonParams] wrong value
    taken:  0
recurringFrequency x
    client: paymentOrder: jsonParams.recurringFrequency must be decimal digits, "x" given
    raw:    5 [jsonParams] wrong value
    taken:  0
recurringExpiry 20260309
    client: AccessDeniedException 5
    raw:    5 [jsonParams] wrong value
    taken:  0
recurringExpiry 20261301
    client: AccessDeniedException 5
    raw:    5 [jsonParams] wrong value
    taken:  0
installments 0
    client: AccessDeniedException 5
    raw:    5 [jsonParams] wrong value
    taken:  0
installments 1000
    client: paymentOrder: jsonParams.installments must be 1 to 3 digits, 4 given
    raw:    5 [jsonParams] wrong value
    taken:  0
totalInstallmentAmount 0
    client: AccessDeniedException 5
    raw:    5 [jsonParams] wrong value
    taken:  0
stored: 0
an instalment by the merchant with 3-D Secure needs its limits
    client: paymentOrderBinding: tii I needs jsonParams.installments: 3RI demands it
    raw:    5 [jsonParams.installments] is empty
    taken:  0
== several purchases by instalments with one card
two bindings, 2 listed
tv: ok
tv again: DeclinedException 0
phone: ok
phone again: ok
phone once more: DeclinedException 0
