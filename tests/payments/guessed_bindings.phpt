--TEST--
Nobody lists, charges or changes another's stored card, whatever is guessed; a card switched off or expired never pays
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

$both = BothWays::at('2026-03-10T12:00:00');
$sandbox = $both->sandbox;
$sberbank = new BothWays('sberbank', $sandbox);
// Another shop of the same bank, with the same names of customers.
$sandbox->merchant(['userName' => 'thief', 'password' => 'thief_password', 'token' => 'thief_token']);
$thief = new BothWays('classic', $sandbox, BothWays::clientOf($sandbox, 'classic', 'thief', 'thief_password'));
$thief->credentials = ['userName' => 'thief', 'password' => 'thief_password'];
$thiefOfSberbank = new BothWays('sberbank', $sandbox, BothWays::clientOf($sandbox, 'sberbank', 'thief', 'thief_password'));
$thiefOfSberbank->credentials = $thief->credentials;

$limits = ['recurringExpiry' => '20301231'];
$victim = [
    'COMMON' => $both->binding('anna'),
    'RECURRENT' => $both->binding('anna', ['tii' => 'RI', 'jsonParams' => $limits]),
    'INSTALLMENT' => $both->binding('anna', ['tii' => 'II', 'jsonParams' => $limits]),
];
foreach ([$both, $thief] as $shop) {
    $shop->binding('boris', ['$PAN' => '4111111111111111']);
}
/** A charge every day from today on. */
$task = static function (string $binding, string $client) use ($sandbox): array {
    $day = static fn (int $later): string => gmdate('Y-m-d', intdiv($sandbox->clock(['advance' => 0])['now'], 1000) + $later * 86_400) . 'T00:00:00.000+0000';

    return ['task' => [
        'amount' => 500, 'currency' => '643', 'merchantTaskUuid' => BothWays::number(), 'bindingId' => $binding, 'clientId' => $client,
        'scheduleData' => ['scheduledSince' => $day(0), 'scheduledTill' => $day(10), 'timeUnit' => 'DAYS', 'value' => 1],
    ]];
};

/** What looks like an id and is none. @return array<string, string> */
function like(string $id): array
{
    return [
        'random' => '3f0e5a52-1c60-4c7e-9d2b-7a4c8f0b6d11',
        'nil' => '00000000-0000-0000-0000-000000000000',
        'empty' => '',
        'prefix' => substr($id, 0, -1),
        'half' => substr($id, 0, intdiv(strlen($id), 2)),
        'suffix' => $id . '0',
        'case' => strtoupper($id) === $id ? strtolower($id) : strtoupper($id),
        'blank before' => " $id",
        'blank after' => "$id ",
        'line after' => "$id\n",
        'NUL after' => "$id\0",
        'any' => '%',
        'any character' => str_repeat('_', strlen($id)),
        'wildcard' => substr($id, 0, -1) . '%',
        'star' => '*',
        'SQL' => "' OR '1'='1",
        'SQL with id' => "$id' --",
        'SQL of numbers' => '1 OR 1=1',
        'SQL union' => "x' UNION SELECT * FROM bindings --",
        'JSON' => '{"$ne":""}',
        'list' => "$id,$id",
    ];
}

/** Everything that a thief would like to have changed. */
function fortune(): string
{
    global $both, $sandbox;
    $books = $sandbox->books();
    unset($books['orders'], $books['counts'], $books['operations'], $books['declined']);

    return json_encode([$books, $both->client->getBindings('anna', ['showExpired' => true])]);
}

/** "paymentOrderBinding, tii F" is a call of paymentOrderBinding. */
function method(string $name): string
{
    return explode(',', $name)[0];
}

/**
 * Makes the call both ways with each of the values, and prints the answers there were: a guess that comes near must
 * not be answered otherwise than one that does not.
 *
 * @param array<string, string> $guesses
 * @param Closure(string): array<string, mixed> $params
 */
function guess(string $who, BothWays $shop, string $name, array $guesses, Closure $params): void
{
    $method = method($name);
    $before = fortune();
    $client = $raw = [];
    foreach ($guesses as $kind => $value) {
        $given = $params($value);
        $heard = BothWays::heard(static fn (): array => $shop->client->call($method, $given));
        // An empty list is no error to the client.
        if ($heard === 'ok' && str_starts_with($method, 'getBindings')) {
            $heard = $shop->client->call($method, $given)['bindings'] === [] ? 'an empty list' : 'LISTED';
        }
        $client[preg_replace('/.*\b(must (be|hold)|is empty).*/', 'before sending', $heard)][] = $kind;
        $raw[BothWays::verdict($shop->raw($method, $params($value)))][] = $kind;
    }
    $answers = static function (array $answers): string {
        $most = max(array_map('count', $answers));
        $texts = [];
        foreach ($answers as $answer => $kinds) {
            $texts[] = count($kinds) === $most ? (string) $answer : "$answer (" . implode(', ', $kinds) . ')';
        }
        sort($texts);

        return implode('; ', $texts);
    };
    printf("%s, %s%s\n    client: %s\n    raw:    %s\n", $who, $name, fortune() === $before ? '' : ': SOMETHING CHANGED', $answers($client), $answers($raw));
}

/** Each way to name a binding: the type that can be charged so, and the parameters. @return array<string, array{string, Closure(string): array<string, mixed>}> */
function calls(BothWays $shop, string $client): array
{
    global $task;
    $charge = static fn (string $id): array => ['orderNumber' => BothWays::number(), 'amount' => 700, 'bindingId' => $id];
    $register = static fn (string $id): array => ['orderNumber' => BothWays::number(), 'amount' => 700, 'returnUrl' => URL, 'clientId' => $client, 'bindingId' => $id];

    return [
        'paymentOrderBinding, tii F' => ['COMMON', static fn (string $id): array => ['mdOrder' => $shop->order(['clientId' => $client]), 'bindingId' => $id, 'tii' => 'F', 'cvc' => '123']],
        'paymentOrderBinding, tii R' => ['RECURRENT', static fn (string $id): array => ['mdOrder' => $shop->order(['clientId' => $client]), 'bindingId' => $id, 'tii' => 'R']],
        'register' => ['COMMON', $register],
        'registerPreAuth' => ['COMMON', $register],
        'instantPayment' => ['COMMON', static fn (string $id): array => ['amount' => 700, 'returnUrl' => URL, 'clientId' => $client, 'bindingId' => $id, 'cvc' => '123']],
        'instantRefund' => ['COMMON', static fn (string $id): array => ['amount' => 700, 'bindingId' => $id]],
        'recurrentPayment' => ['RECURRENT', $charge],
        'installmentPayment' => ['INSTALLMENT', static fn (string $id): array => $charge($id) + ['preAuth' => false]],
        'createTask' => ['RECURRENT', static fn (string $id): array => $task($id, $client)],
    ];
}
/** The shop itself may charge these without naming a client; so only what is no id of it at all is a guess. */
const WITHOUT_CLIENT = ['instantRefund', 'recurrentPayment', 'installmentPayment'];

echo "== another client of the shop\n";
foreach (calls($both, 'boris') as $name => [$type, $params]) {
    $own = in_array($name, WITHOUT_CLIENT, true) ? [] : ['id' => $victim[$type]];
    guess('boris', $both, $name, $own + like($victim[$type]), $params);
}
$orderOfBoris = static fn (string $id): array => ['mdOrder' => $sberbank->order(['clientId' => 'boris']), 'bindingId' => $id, 'ip' => '127.0.0.1'];
guess('boris, Sberbank', $sberbank, 'paymentOrderBinding', ['id' => $victim['COMMON']] + like($victim['COMMON']), $orderOfBoris);
$charge = static fn (string $id): array => ['orderNumber' => BothWays::number(), 'amount' => 700, 'bindingId' => $id];
guess('boris, Sberbank', $sberbank, 'recurrentPayment', like($victim['RECURRENT']), $charge);
$byBoris = static fn (string $id): array => ['orderNumber' => BothWays::number(), 'amount' => 700, 'returnUrl' => URL, 'clientId' => 'boris', 'bindingId' => $id];
guess('boris, Sberbank', $sberbank, 'register', ['id' => $victim['COMMON']] + like($victim['COMMON']), $byBoris);
$foreign = $both->client->createTask($task($both->bindings('boris')[0], 'boris')['task'])['task']['taskUuid'];
guess('boris', $both, 'modifyTask', ['id' => $victim['RECURRENT']] + like($victim['RECURRENT']), static fn (string $id): array => ['task' => ['taskIdentifier' => ['taskUuid' => $foreign], 'bindingId' => $id, 'clientId' => 'boris']]);
$both->client->terminateTask(['taskUuid' => $foreign]);

echo "== another shop\n";
foreach (calls($thief, 'anna') as $name => [$type, $params]) {
    guess('thief', $thief, $name, ['id' => $victim[$type]] + like($victim[$type]), $params);
}
$id = static fn (string $id): array => ['bindingId' => $id];
foreach (['unBindCard', 'bindCard'] as $method) {
    guess('thief', $thief, $method, ['id' => $victim['COMMON']] + like($victim['COMMON']), $id);
    guess('thief, Sberbank', $thiefOfSberbank, $method, ['id' => $victim['COMMON']] + like($victim['COMMON']), $id);
}
guess('thief', $thief, 'extendBinding', ['id' => $victim['COMMON']] + like($victim['COMMON']), static fn (string $id): array => ['bindingId' => $id, 'newExpiry' => '203012', 'language' => 'en']);
guess('thief, Sberbank', $thiefOfSberbank, 'recurrentPayment', ['id' => $victim['RECURRENT']], $charge);
// His Open ID token, which he need not even keep secret, opens his own cards alone.
$public = new BothWays('classic', $sandbox, new PaymentGateway($sandbox->uri, token: 'thief_token'));
$public->credentials = ['token' => 'thief_token'];
foreach (['register', 'instantPayment', 'installmentPayment'] as $name) {
    [$type, $params] = calls($thief, 'anna')[$name];
    guess('thief by token', $public, $name, ['id' => $victim[$type]] + like($victim[$type]), $params);
}
// The name of another shop does not open its cards.
guess('thief as test_user', $thief, 'recurrentPayment', ['id' => $victim['RECURRENT']], static fn (string $id): array => ['merchantLogin' => 'test_user'] + $charge($id));
guess('thief as test_user', $thief, 'getBindings', ['client' => 'anna'], static fn (string $id): array => ['clientId' => $id, 'merchantLogin' => 'test_user']);

echo "== listed\n";
$client = static fn (string $id): array => ['clientId' => $id];
foreach (['classic' => [$both, $thief], 'Sberbank' => [$sberbank, $thiefOfSberbank]] as $dialect => [$own, $other]) {
    guess("shop, $dialect", $own, 'getBindings', like('anna'), $client);
    guess("thief, $dialect", $other, 'getBindings', ['id' => 'anna'] + like('anna'), $client);
    guess("shop, $dialect", $own, 'getBindingsByCardOrId', like($victim['COMMON']), $id);
    guess("thief, $dialect", $other, 'getBindingsByCardOrId', ['id' => $victim['COMMON']] + like($victim['COMMON']), $id);
    guess("thief, $dialect", $other, 'getBindingsByCardOrId', ['card' => CARD['$PAN']], static fn (string $pan): array => ['pan' => $pan]);
}

echo "== switched off, and expired\n";
/** Each way again, for the client himself. What is registered, or a task, has nothing charged yet. */
$charges = static function (string $when) use ($both, $sberbank, &$victim): void {
    $ways = calls($both, 'anna');
    $ways['paymentOrderBinding, Sberbank'] = ['COMMON', static fn (string $id): array => ['mdOrder' => $sberbank->order(['clientId' => 'anna']), 'bindingId' => $id, 'ip' => '127.0.0.1']];
    $ways['recurrentPayment, Sberbank'] = ['COMMON', static fn (string $id): array => ['orderNumber' => BothWays::number(), 'amount' => 700, 'bindingId' => $id]];
    foreach ($ways as $name => [$type, $params]) {
        $shop = str_ends_with($name, 'Sberbank') ? $sberbank : $both;
        $method = method($name);
        $money = $both->money();
        $client = BothWays::heard(static fn (): array => $shop->client->call($method, $params($victim[$type])));
        $raw = BothWays::verdict($shop->raw($method, $params($victim[$type])));
        printf("%-12s %-29s %-24s %-26s taken %d\n", $when, $name, $client, $raw, $both->money() - $money);
    }
};
/** The dates of all tasks that fall due until then. */
$tasks = static function (string $when, string $until) use ($both, $sandbox): void {
    $money = $both->money();
    $sandbox->clock(['now' => $until]);
    printf("%-12s tasks until %s: taken %d\n", $when, substr($until, 0, 10), $both->money() - $money);
};
$charges('active');
$tasks('active', '2026-03-12T12:00:00');
$waiting = $both->order(['clientId' => 'anna', 'bindingId' => $victim['COMMON'], 'sessionTimeoutSecs' => 999_999_999]);
foreach ($victim as $binding) {
    $both->client->unBindCard($binding);
}
printf("%d listed\n", count($both->bindings('anna')));
$charges('switched off');
$show = static function (string $when) use ($both, $waiting, &$victim): void {
    $both->show("$when: an order that was registered for it before", 'paymentOrderBinding', ['mdOrder' => $waiting, 'bindingId' => $victim['COMMON'], 'tii' => 'F', 'cvc' => '123']);
};
$show('switched off');
$tasks('switched off', '2026-03-16T12:00:00');
foreach ($victim as $binding) {
    $both->client->bindCard($binding);
}
$last = $task($victim['RECURRENT'], 'anna')['task'];
$last['scheduleData'] = ['scheduledSince' => '2026-12-31T00:00:00.000+0000', 'scheduledTill' => '2027-01-03T00:00:00.000+0000'] + $last['scheduleData'];
$last = $both->client->createTask($last)['task']['taskUuid'];
$tasks('active', '2026-12-31T12:00:00');
$sandbox->clock(['now' => '2027-01-01T00:00:00']);
printf("%d listed\n", count($both->bindings('anna')));
$charges('expired');
$show('expired');
$tasks('expired', '2027-01-03T12:00:00');
printf("the task is %s\n", $both->client->getTask(['taskUuid' => $last])['task']['state']);
$both->client->extendBinding($victim['COMMON'], '203012', ['language' => 'en']);
$show('extended');

?>
--EXPECT--
== another client of the shop
boris, paymentOrderBinding, tii F
    client: BindingException 2; before sending (empty, NUL after)
    raw:    1 [bindingId] is empty (empty); 2 Binding not found; 5 [bindingId] wrong value (NUL after)
boris, paymentOrderBinding, tii R
    client: BindingException 2; before sending (empty, NUL after)
    raw:    1 [bindingId] is empty (empty); 2 Binding not found; 5 [bindingId] wrong value (NUL after)
boris, register
    client: AccessDeniedException 5; before sending (empty, NUL after)
    raw:    5 [bindingId] wrong value
boris, registerPreAuth
    client: AccessDeniedException 5; before sending (empty, NUL after)
    raw:    5 [bindingId] wrong value
boris, instantPayment
    client: DeclinedException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [bindingId] wrong value (empty, NUL after)
boris, instantRefund
    client: DeclinedException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [bindingId] wrong value (empty, NUL after)
boris, recurrentPayment
    client: BindingException 2; before sending (empty, NUL after)
    raw:    10 [bindingId] is empty (empty); 2 Binding not found; HTTP 400 (NUL after)
boris, installmentPayment
    client: BindingException 2; before sending (empty, NUL after)
    raw:    10 [bindingId] is empty (empty); 2 Binding not found; HTTP 400 (NUL after)
boris, createTask
    client: GatewayException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [task.bindingId] is empty (empty); HTTP 400 (NUL after)
boris, Sberbank, paymentOrderBinding
    client: AccessDeniedException 5 (case, any character, wildcard); BindingException 2 (id, random, nil); before sending
    raw:    1 [bindingId] is empty (empty); 2 Binding not found (id, random, nil); 5 [bindingId] wrong value; HTTP 400 (NUL after)
boris, Sberbank, recurrentPayment
    client: BindingException 2 (random, nil); DuplicateOrderException 10 (case, any character, wildcard); before sending
    raw:    10 [bindingId] is empty (empty); 10 [bindingId] wrong value; 2 Binding not found (random, nil); HTTP 400 (NUL after)
boris, Sberbank, register
    client: AccessDeniedException 5 (id, random, nil, case, any character, wildcard); before sending
    raw:    5 [bindingId] wrong value; HTTP 400 (NUL after)
boris, modifyTask
    client: GatewayException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [task.bindingId] wrong value (empty); HTTP 400 (NUL after)
== another shop
thief, paymentOrderBinding, tii F
    client: BindingException 2; before sending (empty, NUL after)
    raw:    1 [bindingId] is empty (empty); 2 Binding not found; 5 [bindingId] wrong value (NUL after)
thief, paymentOrderBinding, tii R
    client: BindingException 2; before sending (empty, NUL after)
    raw:    1 [bindingId] is empty (empty); 2 Binding not found; 5 [bindingId] wrong value (NUL after)
thief, register
    client: AccessDeniedException 5; before sending (empty, NUL after)
    raw:    5 [bindingId] wrong value
thief, registerPreAuth
    client: AccessDeniedException 5; before sending (empty, NUL after)
    raw:    5 [bindingId] wrong value
thief, instantPayment
    client: DeclinedException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [bindingId] wrong value (empty, NUL after)
thief, instantRefund
    client: DeclinedException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [bindingId] wrong value (empty, NUL after)
thief, recurrentPayment
    client: BindingException 2; before sending (empty, NUL after)
    raw:    10 [bindingId] is empty (empty); 2 Binding not found; HTTP 400 (NUL after)
thief, installmentPayment
    client: BindingException 2; before sending (empty, NUL after)
    raw:    10 [bindingId] is empty (empty); 2 Binding not found; HTTP 400 (NUL after)
thief, createTask
    client: GatewayException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [task.bindingId] is empty (empty); HTTP 400 (NUL after)
thief, unBindCard
    client: BindingException 2; before sending (empty, NUL after)
    raw:    1 [bindingId] is empty (empty); 2 Binding not found; 5 [bindingId] wrong value (NUL after)
thief, Sberbank, unBindCard
    client: AccessDeniedException 5 (case, any character, wildcard); BindingException 2 (id, random, nil); before sending
    raw:    1 [bindingId] is empty (empty); 2 Binding not found (id, random, nil); 5 [bindingId] wrong value; HTTP 400 (NUL after)
thief, bindCard
    client: BindingException 2; before sending (empty, NUL after)
    raw:    1 [bindingId] is empty (empty); 2 Binding not found; 5 [bindingId] wrong value (NUL after)
thief, Sberbank, bindCard
    client: AccessDeniedException 5 (case, any character, wildcard); BindingException 2 (id, random, nil); before sending
    raw:    1 [bindingId] is empty (empty); 2 Binding not found (id, random, nil); 5 [bindingId] wrong value; HTTP 400 (NUL after)
thief, extendBinding
    client: BindingException 2; before sending (empty, NUL after)
    raw:    1 [bindingId] is empty (empty); 2 Binding not found; 5 [bindingId] wrong value (NUL after)
thief, Sberbank, recurrentPayment
    client: BindingException 2
    raw:    2 Binding not found
thief by token, register
    client: AccessDeniedException 5; before sending (empty, NUL after)
    raw:    5 [bindingId] wrong value
thief by token, instantPayment
    client: DeclinedException 2; before sending (empty, NUL after)
    raw:    2 Binding not found; 5 [bindingId] wrong value (empty, NUL after)
thief by token, installmentPayment
    client: BindingException 2; before sending (empty, NUL after)
    raw:    10 [bindingId] is empty (empty); 2 Binding not found; HTTP 400 (NUL after)
thief as test_user, recurrentPayment
    client: recurrentPayment: parameter merchantLogin is unknown
    raw:    5 Access denied
thief as test_user, getBindings
    client: AccessDeniedException 5
    raw:    5 Access denied
== listed
shop, classic, getBindings
    client: an empty list; before sending (empty, NUL after)
    raw:    1 [clientId] is empty (empty); 2 Information not found; 5 [clientId] wrong value (NUL after)
thief, classic, getBindings
    client: an empty list; before sending (empty, NUL after)
    raw:    1 [clientId] is empty (empty); 2 Information not found; 5 [clientId] wrong value (NUL after)
shop, classic, getBindingsByCardOrId
    client: an empty list; before sending (empty, NUL after)
    raw:    2 Information not found; 5 [bindingId] wrong value (empty, NUL after)
thief, classic, getBindingsByCardOrId
    client: an empty list; before sending (empty, NUL after)
    raw:    2 Information not found; 5 [bindingId] wrong value (empty, NUL after)
thief, classic, getBindingsByCardOrId
    client: an empty list
    raw:    2 Information not found
shop, Sberbank, getBindings
    client: AccessDeniedException 5 (line after); an empty list; before sending (empty, NUL after)
    raw:    1 [clientId] is empty (empty); 2 Information not found; 5 [clientId] wrong value (line after); HTTP 400 (NUL after)
thief, Sberbank, getBindings
    client: AccessDeniedException 5 (line after); an empty list; before sending (empty, NUL after)
    raw:    1 [clientId] is empty (empty); 2 Information not found; 5 [clientId] wrong value (line after); HTTP 400 (NUL after)
shop, Sberbank, getBindingsByCardOrId
    client: AccessDeniedException 5 (case, any character, wildcard); an empty list (random, nil); before sending
    raw:    2 Information not found (random, nil); 5 [bindingId] wrong value; HTTP 400 (NUL after)
thief, Sberbank, getBindingsByCardOrId
    client: AccessDeniedException 5 (case, any character, wildcard); an empty list (id, random, nil); before sending
    raw:    2 Information not found (id, random, nil); 5 [bindingId] wrong value; HTTP 400 (NUL after)
thief, Sberbank, getBindingsByCardOrId
    client: an empty list
    raw:    2 Information not found
== switched off, and expired
active       paymentOrderBinding, tii F    ok                       ok                         taken 1400
active       paymentOrderBinding, tii R    ok                       ok                         taken 1400
active       register                      ok                       ok                         taken 0
active       registerPreAuth               ok                       ok                         taken 0
active       instantPayment                ok                       ok                         taken 1400
active       instantRefund                 ok                       ok                         taken 1400
active       recurrentPayment              ok                       ok                         taken 1400
active       installmentPayment            ok                       ok                         taken 1400
active       createTask                    ok                       ok                         taken 1000
active       paymentOrderBinding, Sberbank ok                       ok                         taken 1400
active       recurrentPayment, Sberbank    ok                       ok                         taken 1400
active       tasks until 2026-03-12: taken 2000
0 listed
switched off paymentOrderBinding, tii F    BindingException 2       2 Binding not found        taken 0
switched off paymentOrderBinding, tii R    BindingException 2       2 Binding not found        taken 0
switched off register                      AccessDeniedException 5  5 [bindingId] wrong value  taken 0
switched off registerPreAuth               AccessDeniedException 5  5 [bindingId] wrong value  taken 0
switched off instantPayment                DeclinedException 2      2 Binding not found        taken 0
switched off instantRefund                 DeclinedException 2      2 Binding not found        taken 0
switched off recurrentPayment              BindingException 2       2 Binding not found        taken 0
switched off installmentPayment            BindingException 2       2 Binding not found        taken 0
switched off createTask                    GatewayException 2       2 Binding not found        taken 0
switched off paymentOrderBinding, Sberbank BindingException 2       2 Binding not found        taken 0
switched off recurrentPayment, Sberbank    BindingException 2       2 Binding not found        taken 0
switched off: an order that was registered for it before
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
switched off tasks until 2026-03-16: taken 0
active       tasks until 2026-12-31: taken 500
0 listed
expired      paymentOrderBinding, tii F    BindingException 2       2 Binding not found        taken 0
expired      paymentOrderBinding, tii R    BindingException 2       2 Binding not found        taken 0
expired      register                      AccessDeniedException 5  5 [bindingId] wrong value  taken 0
expired      registerPreAuth               AccessDeniedException 5  5 [bindingId] wrong value  taken 0
expired      instantPayment                DeclinedException 2      2 Binding not found        taken 0
expired      instantRefund                 DeclinedException 2      2 Binding not found        taken 0
expired      recurrentPayment              BindingException 2       2 Binding not found        taken 0
expired      installmentPayment            BindingException 2       2 Binding not found        taken 0
expired      createTask                    GatewayException 2       2 Binding not found        taken 0
expired      paymentOrderBinding, Sberbank BindingException 2       2 Binding not found        taken 0
expired      recurrentPayment, Sberbank    BindingException 2       2 Binding not found        taken 0
expired: an order that was registered for it before
    client: BindingException 2
    raw:    2 Binding not found
    taken:  0
expired      tasks until 2027-01-03: taken 0
the task is EXPIRED
extended: an order that was registered for it before
    client: ok
    raw:    7 Order is not in a correct state
    taken:  700, 0
