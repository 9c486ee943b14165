--TEST--
Bindings against the sandbox: made by a payment, by VERIFY, without a payment; used, listed, switched off and on, extended
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$sandbox->clock(['now' => '2026-03-10T12:00:00']);
$gateway = $sandbox->client();
const URL = 'https://shop.example/';
/** A payment by a saved card that the payer chose. */
const F = ['tii' => 'F', 'cvc' => '123'];

/** @param array<string, mixed> $params */
function order(int $amount, array $params = [], string $method = 'register'): string
{
    global $gateway;
    static $number = 0;

    return $gateway->$method('order-' . ++$number, $amount, URL, $params)['orderId'];
}

function binding(string $orderId): ?string
{
    global $gateway;

    return $gateway->getOrderStatusExtended($orderId)['bindingInfo']['bindingId'] ?? null;
}

function status(string $step, string $orderId): void
{
    global $gateway;
    $status = $gateway->getOrderStatusExtended($orderId);
    printf("%-34s status %d, deposited %d\n", $step, $status['orderStatus'], $status['paymentAmountInfo']['depositedAmount']);
}

/** How many bindings the client has, with a change of the parameters. @param array<string, mixed> $params */
function listed(string $client, array $params = []): int
{
    global $gateway;

    return count($gateway->getBindings($client, $params)['bindings']);
}

function refused(string $step, callable $call): void
{
    printf("%-34s %s\n", $step, facts(caught($call)));
}

echo "-- made\n";
$gateway->paymentOrder($id = order(1_000, ['clientId' => 'anna']), CARD);
$saved = binding($id);
printf("by a payment: %s, %d listed\n", $saved === null ? 'none' : 'one', listed('anna'));
$gateway->paymentOrder($id = order(1_000, ['clientId' => 'boris']), ['bindingNotNeeded' => true] + CARD);
printf("bindingNotNeeded: %s, %d listed\n", json_encode(binding($id)), listed('boris'));
$gateway->paymentOrder($id = order(1_000), CARD);
printf("without clientId: %s\n", json_encode(binding($id)));
$gateway->paymentOrder($id = order(0, ['clientId' => 'clara', 'features' => 'VERIFY']), CARD);
status('VERIFY', $id);
$verified = binding($id);
$gateway->paymentOrder($id = order(0, ['clientId' => 'dora', 'features' => ['VERIFY', 'FORCE_CREATE_BINDING']]), CARD);
status('VERIFY and FORCE_CREATE_BINDING', $id);
$gateway->paymentOrder($id = order(500, ['clientId' => 'emil', 'features' => 'FORCE_CREATE_BINDING']), CARD);
status('FORCE_CREATE_BINDING', $id);
printf("clara %d, dora %d, emil %d\n", listed('clara'), listed('dora'), listed('emil'));
$card = ['pan' => CARD['$PAN'], 'expiryDate' => '202612', 'cardholderName' => 'CARD HOLDER'];
$created = $gateway->createBindingNoPayment('fred', $card);
printf("without a payment: %s %s\n", $created['maskedPan'], json_encode($created['error']));

echo "-- used\n";
$reply = $gateway->paymentOrderBinding($id = order(700, ['clientId' => 'anna']), $saved, F);
status('by the binding', $id);
$gateway->paymentOrderBinding($id = order(700, ['clientId' => 'anna'], 'registerPreAuth'), $saved, F);
status('two stages', $id);
$gateway->paymentOrderBinding($id = order(700, ['clientId' => 'anna', 'bindingId' => $saved]), $saved, F);
status('of an order with the binding', $id);
refused("another client's order", fn () => $gateway->paymentOrderBinding(order(700, ['clientId' => 'boris']), $saved, F));
refused('an order of nobody', fn () => $gateway->paymentOrderBinding(order(700), $saved, F));
refused('a guessed binding', fn () => $gateway->paymentOrderBinding(order(700, ['clientId' => 'anna']), '00000000-0000-4000-8000-000000000000', F));
refused('a binding of another client', fn () => $gateway->paymentOrderBinding(order(700, ['clientId' => 'anna']), $verified, F));
refused('a wrong CVC', fn () => $gateway->paymentOrderBinding(order(700, ['clientId' => 'anna']), $saved, ['cvc' => '999'] + F));
refused('registered with a foreign binding', fn () => order(700, ['clientId' => 'boris', 'bindingId' => $saved]));

echo "-- switched off and on, extended\n";
$gateway->unBindCard($saved);
printf("off: %d listed\n", listed('anna'));
refused('pays', fn () => $gateway->paymentOrderBinding(order(700, ['clientId' => 'anna']), $saved, F));
refused('off twice', fn () => $gateway->unBindCard($saved));
$gateway->bindCard($saved);
refused('on twice', fn () => $gateway->bindCard($saved));
printf("by the card: %d, by the binding: %d, by another card: %d\n", ...array_map(
    fn (array $arguments): int => count($gateway->getBindingsByCardOrId(...$arguments)['bindings']),
    [[CARD['$PAN']], [null, $saved], ['4111111111111111']],
));
$sandbox->clock(['now' => '2027-01-01T00:00:01']);
printf("expired: %d listed, %d with showExpired\n", listed('anna'), listed('anna', ['showExpired' => true]));
refused('pays', fn () => $gateway->paymentOrderBinding(order(700, ['clientId' => 'anna']), $saved, F));
$gateway->extendBinding($saved, '202812', ['language' => 'en']);
$sandbox->client(['language' => 'en'])->extendBinding($saved, '202812');
$gateway->paymentOrderBinding($id = order(700, ['clientId' => 'anna']), $saved, F);
status('extended', $id);
refused('extended into the past', fn () => $gateway->extendBinding($saved, '202001', ['language' => 'en']));

echo "-- refused before sending\n";
$before = array_sum($sandbox->requests());
foreach ([
    fn () => $gateway->register('n', 1, URL, ['features' => 'VERIFY', 'clientId' => 'anna']),
    fn () => $gateway->register('n', 1, URL, ['features' => 'FORCE_CREATE_BINDING']),
    fn () => $gateway->register('n', 1, URL, ['features' => 'FORCE_CREATE_BINDING', 'clientId' => 'anna', 'bindingId' => $saved]),
    fn () => $gateway->register('n', 1, URL, ['features' => ['AUTO_PAYMENT', 'FORCE_TDS']]),
    fn () => $gateway->paymentOrderBinding('id', $saved, ['tii' => 'X']),
    fn () => $gateway->getBindings('anna', ['bindingType' => 'X']),
    fn () => $gateway->getBindingsByCardOrId(),
    fn () => $gateway->extendBinding($saved, '12/28'),
    fn () => $gateway->createBindingNoPayment('anna', ['pan' => '4444'] + $card),
] as $call) {
    echo refusal($call), "\n";
}
printf("%d sent\n", array_sum($sandbox->requests()) - $before);

echo "-- the same rules at the gateway itself\n";
$login = ['userName' => 'test_user', 'password' => 'test_user_password'];
$raw = static fn (string $path, array $form): string => preg_replace('/[0-9a-f]{8}-[0-9a-f-]{27}/', 'ID', $sandbox->raw($path, $login + $form)['body']);
foreach ([
    ['rest/register.do', ['orderNumber' => 'raw-1', 'amount' => 1, 'returnUrl' => URL, 'features' => 'FORCE_CREATE_BINDING']],
    ['rest/register.do', ['orderNumber' => 'raw-2', 'amount' => 1, 'returnUrl' => URL, 'features' => 'FORCE_CREATE_BINDING', 'clientId' => 'anna', 'bindingId' => $saved]],
    ['rest/getBindings.do', ['clientId' => 'nobody']],
    ['rest/getBindings.do', ['clientId' => 'anna', 'bindingType' => 'X']],
    ['rest/unBindCard.do', ['bindingId' => '']],
    ['rest/extendBinding.do', ['bindingId' => $saved, 'newExpiry' => '202813', 'language' => 'en']],
] as [$path, $form]) {
    echo $path, ' ', $raw($path, $form), "\n";
}

?>
--EXPECT--
-- made
by a payment: one, 1 listed
bindingNotNeeded: null, 0 listed
without clientId: null
VERIFY                             status 3, deposited 0
VERIFY and FORCE_CREATE_BINDING    status 3, deposited 0
FORCE_CREATE_BINDING               status 2, deposited 500
clara 1, dora 1, emil 1
without a payment: 444455**3333 false
-- used
by the binding                     status 2, deposited 700
two stages                         status 1, deposited 0
of an order with the binding       status 2, deposited 700
another client's order             BindingException paymentOrderBinding errorCode=2 actionCode=null http=200 reply=yes known final
an order of nobody                 AccessDeniedException paymentOrderBinding errorCode=5 actionCode=null http=200 reply=yes known final
a guessed binding                  BindingException paymentOrderBinding errorCode=2 actionCode=null http=200 reply=yes known final
a binding of another client        BindingException paymentOrderBinding errorCode=2 actionCode=null http=200 reply=yes known final
a wrong CVC                        DeclinedException paymentOrderBinding errorCode=0 actionCode=null http=200 reply=yes known final
registered with a foreign binding  AccessDeniedException register errorCode=5 actionCode=null http=200 reply=yes known final
-- switched off and on, extended
off: 0 listed
pays                               BindingException paymentOrderBinding errorCode=2 actionCode=null http=200 reply=yes known final
off twice                          BindingException unBindCard errorCode=2 actionCode=null http=200 reply=yes known final
on twice                           BindingException bindCard errorCode=2 actionCode=null http=200 reply=yes known final
by the card: 5, by the binding: 5, by another card: 0
expired: 0 listed, 1 with showExpired
pays                               BindingException paymentOrderBinding errorCode=2 actionCode=null http=200 reply=yes known final
extended                           status 2, deposited 700
extended into the past             InvalidRequestException extendBinding errorCode=1 actionCode=null http=200 reply=yes known final
-- refused before sending
register: the feature VERIFY charges nothing: amount must be 0
register: the feature FORCE_CREATE_BINDING needs clientId
register: the feature FORCE_CREATE_BINDING must not be combined with bindingId, bindingNotNeeded
register: the feature AUTO_PAYMENT excludes FORCE_TDS
paymentOrderBinding: tii must be one of "", F, U, R, I, "X" given
getBindings: bindingType must be one of C, R, I, "X" given
getBindingsByCardOrId: one of pan, bindingId is missing
extendBinding: newExpiry must be decimal digits, "12/28" given
createBindingNoPayment: pan must be 12 to 19 digits, 4 given
0 sent
-- the same rules at the gateway itself
rest/register.do {"errorCode":"5","errorMessage":"[features] FORCE_CREATE_BINDING needs clientId and no bindingId"}
rest/register.do {"errorCode":"5","errorMessage":"[features] FORCE_CREATE_BINDING needs clientId and no bindingId"}
rest/getBindings.do {"errorCode":"2","errorMessage":"Information not found"}
rest/getBindings.do {"errorCode":"5","errorMessage":"[bindingType] wrong value"}
rest/unBindCard.do {"errorCode":"1","errorMessage":"[bindingId] is empty"}
rest/extendBinding.do {"errorCode":"1","errorMessage":"[newExpiry] wrong value"}
