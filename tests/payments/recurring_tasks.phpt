--TEST--
Recurring tasks: a year of monthly charges by the sandbox's clock, each date once; skipped, stopped, gone on with, failed
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/both_ways.inc';

const START = '2026-03-10T12:00:00';
$both = BothWays::at(START);
$g = $both->client;
$bindings = [
    'COMMON' => $both->binding('anna', ['YYYY' => '2030']),
    'RECURRENT' => $both->binding('anna', ['tii' => 'RI', 'YYYY' => '2030']),
    'INSTALLMENT' => $both->binding('anna', ['tii' => 'II', 'YYYY' => '2030']),
];
$boris = $both->binding('boris', ['YYYY' => '2030']);
$poor = $g->createBindingNoPayment('anna', ['pan' => '4444444411111111', 'expiryDate' => '203012', 'cardholderName' => 'CARD HOLDER'])['bindingId'];

/** A task of anna's; a member of scheduleData or task by its name. @return array<string, mixed> */
function task(array $more = []): array
{
    global $bindings;
    $schedule = ['scheduledSince' => '2026-03-31T10:00:00.000+0300', 'scheduledTill' => '2027-02-28T10:00:00.000+0300', 'timeUnit' => 'MONTHS', 'value' => 1];
    $task = ['amount' => 500, 'currency' => '643', 'merchantTaskUuid' => BothWays::number(), 'bindingId' => $bindings['COMMON'], 'clientId' => 'anna'];

    return array_diff_key($more, $schedule) + $task + ['scheduleData' => array_intersect_key($more, $schedule) + $schedule];
}

function now(string $when): void
{
    global $both;
    $both->sandbox->clock(['now' => $when]);
}

/** How it stands, in one line. */
function shown(string $uuid): string
{
    global $g;
    $task = $g->getTask(['taskUuid' => $uuid])['task'];
    $states = array_count_values(array_column($task['attemptsHistory'], 'state'));
    ksort($states);

    return sprintf(
        '%s, %s, next %s',
        $task['state'],
        $states === [] ? 'no attempt' : implode(', ', array_map(static fn (string $state, int $n): string => "$n $state", array_keys($states), $states)),
        substr($task['nextPaymentDate'] ?? 'never', 0, 16),
    );
}

echo "== a year\n";
$books = $both->money();
$uuid = $g->createTask(task(['merchantTaskUuid' => 'year', 'params' => ['plan' => 'gold']]))['task']['taskUuid'];
printf("created: %s\n", shown($uuid));
now('2026-03-31T06:59:59');
printf("a second before: taken %d\n", $both->money() - $books);
now('2026-03-31T07:00:00');
printf("due: taken %d, %s\n", $both->money() - $books, shown($uuid));
for ($i = 0; $i < 3; $i++) {
    $both->sandbox->books();
}
printf("looked at again and again: taken %d\n", $both->money() - $books);
now('2026-03-20T00:00:00');
now('2026-03-31T07:00:00');
printf("the clock back and forth: taken %d\n", $both->money() - $books);
now('2027-03-31T12:00:00');
printf("a year on: taken %d, %s\n", $both->money() - $books, shown($uuid));
$attempts = $g->getTask(['merchantTaskUuid' => 'year', 'merchantLogin' => 'test_user'])['task']['attemptsHistory'];
echo implode(' ', array_map(static fn (array $a): string => substr($a['executed'], 5, 5), $attempts)), "\n";
$orders = array_map(static fn (array $a): array => $g->getOrderStatusExtended($a['orderId']), $attempts);
printf("%d orders, all %s, of %s, %s\n", count(array_unique(array_column($orders, 'orderNumber'))), implode(' ', array_unique(array_column($orders, 'orderStatus'))), implode(' ', array_unique(array_column(array_column($orders, 'bindingInfo'), 'clientId'))), json_encode($orders[11]['merchantOrderParams']));
$both->show('what is completed cannot be stopped', 'terminateTask', ['taskIdentifier' => ['taskUuid' => $uuid]]);
$both->show('nor gone on with', 'activateTask', ['taskIdentifier' => ['taskUuid' => $uuid]]);
$both->show('nor changed', 'modifyTask', ['task' => ['taskIdentifier' => ['taskUuid' => $uuid], 'params' => ['a' => 'b']]]);
$both->show('nor is there a date to be left out', 'skipTaskPayment', ['taskIdentifier' => ['taskUuid' => $uuid], 'paymentNumber' => 1]);

echo "== skipped, stopped, gone on with, changed\n";
now(START);
$daily = ['scheduledSince' => '2026-03-11T00:00:00.000+0000', 'scheduledTill' => '2026-03-20T00:00:00.000+0000', 'timeUnit' => 'Days'];
$uuid = $g->createTask(task($daily))['task']['taskUuid'];
$named = ['taskIdentifier' => ['taskUuid' => $uuid]];
$g->skipTaskPayment(['taskUuid' => $uuid], 2);
$money = $both->money();
$look = static function (string $when) use ($both, $uuid, &$money): void {
    now($when);
    printf("%s: taken %d, %s\n", substr($when, 0, 10), $both->money() - $money, shown($uuid));
    $money = $both->money();
};
$look('2026-03-13T12:00:00');
$both->show('a number gone by', 'skipTaskPayment', $named + ['paymentNumber' => 1]);
$both->show('the one left out already', 'skipTaskPayment', $named + ['paymentNumber' => 2]);
$both->show('one that never comes', 'skipTaskPayment', $named + ['paymentNumber' => 11]);
$both->show('none', 'skipTaskPayment', $named + ['paymentNumber' => 0]);
printf("%s\n", $g->terminateTask(['taskUuid' => $uuid])['task']['state']);
$look('2026-03-15T12:00:00');
$both->show('stopped twice', 'terminateTask', $named);
$both->show('left out while stopped', 'skipTaskPayment', $named + ['paymentNumber' => 8]);
$g->modifyTask(['taskIdentifier' => ['taskUuid' => $uuid], 'bindingId' => $bindings['RECURRENT'], 'clientId' => 'anna', 'params' => ['plan' => 'silver']]);
printf("%s\n", $g->activateTask(['taskUuid' => $uuid])['task']['state']);
$both->show('gone on with twice', 'activateTask', $named);
$look('2026-03-17T12:00:00');
$task = $g->getTask(['taskUuid' => $uuid])['task'];
printf("%s, %s\n", $task['bindingId'] === $bindings['RECURRENT'] ? 'by the other card' : 'BY THE OLD CARD', json_encode($task['params']));
$both->show('another client\'s card', 'modifyTask', ['task' => ['taskIdentifier' => ['taskUuid' => $uuid], 'bindingId' => $boris, 'clientId' => 'anna']]);
$look('2026-04-01T00:00:00');

echo "== a declined card, an inactive and an expired one\n";
foreach (['declined' => $poor, 'inactive' => $bindings['COMMON']] as $why => $binding) {
    now(START);
    $uuid = $g->createTask(task(['bindingId' => $binding] + $daily))['task']['taskUuid'];
    if ($why === 'inactive') {
        $g->unBindCard($binding);
    }
    foreach ([11, 12, 13, 14, 20] as $day) {
        now("2026-03-{$day}T12:00:00");
        printf("%s, %d March: %s\n", $why, $day, shown($uuid));
    }
    $both->show("$why: gone on with", 'activateTask', ['taskIdentifier' => ['taskUuid' => $uuid]]);
}
$g->bindCard($bindings['COMMON']);
now('2026-03-15T12:00:00');
printf("switched on again: %s, %s\n", $g->activateTask(['taskUuid' => $uuid])['task']['state'], shown($uuid));
now('2026-03-16T12:00:00');
printf("the day after: %s\n", shown($uuid));
now(START);
$short = $both->binding('clara');
$uuid = $g->createTask(task(['bindingId' => $short, 'clientId' => 'clara', 'scheduledSince' => '2026-12-31T10:00:00.000+0000', 'scheduledTill' => '2027-03-31T10:00:00.000+0000']))['task']['taskUuid'];
now('2027-03-01T00:00:00');
printf("expired: %s\n", shown($uuid));
$g->extendBinding($short, '203012', ['language' => 'en']);
printf("extended: %s, %s\n", $g->activateTask(['taskUuid' => $uuid])['task']['state'], shown($uuid));
now('2027-04-30T00:00:00');
printf("the rest: %s\n", shown($uuid));

echo "== within the limits of the binding\n";
now(START);
$limited = $both->binding('dora', ['tii' => 'RI', 'jsonParams' => ['recurringFrequency' => '2', 'recurringExpiry' => '20260316']]);
$uuid = $g->createTask(task(['bindingId' => $limited, 'clientId' => 'dora'] + $daily))['task']['taskUuid'];
now('2026-03-21T00:00:00');
printf("%s\n", shown($uuid));

echo "== several stopped at once\n";
now(START);
$three = array_map(static fn (): string => $g->createTask(task($daily))['task']['taskUuid'], range(1, 3));
$names = array_map(static fn (string $uuid): array => ['taskUuid' => $uuid], $three);
$both->show('one of them unknown', 'terminateTasks', ['taskIdentifiers' => [...$names, ['taskUuid' => '00000000-0000-4000-8000-000000000000']]]);
printf("%s\n", implode(' ', array_map(static fn (array $name): string => $g->getTask($name)['task']['state'], $names)));
$g->terminateTasks($names);
printf("%s\n", implode(' ', array_map(static fn (array $name): string => $g->getTask($name)['task']['state'], $names)));
$both->show('none', 'terminateTasks', ['taskIdentifiers' => []]);
$money = $both->money();
now('2026-03-21T00:00:00');
printf("taken %d\n", $both->money() - $money);

echo "== refused\n";
now(START);
$make = static fn (array $more): Closure => static fn (): array => ['task' => array_filter(task($more), static fn (mixed $value): bool => $value !== null)];
foreach ([
    'a card of the type INSTALLMENT' => ['bindingId' => $bindings['INSTALLMENT']],
    'another client\'s card' => ['bindingId' => $boris],
    'an unknown card' => ['bindingId' => '00000000-0000-4000-8000-000000000000'],
    'no card' => ['bindingId' => null],
    'no client' => ['clientId' => null],
    'no amount' => ['amount' => 0],
    'a currency that there is not' => ['currency' => '999'],
    'a card\'s number' => ['pan' => CARD['$PAN'], 'expiry' => 203012],
    'begun yesterday' => ['scheduledSince' => '2026-03-09T10:00:00.000+0300'],
    'ended before it begins' => ['scheduledTill' => '2026-03-30T10:00:00.000+0300'],
    'a date without its zone' => ['scheduledSince' => '2026-03-31T10:00:00'],
    'every 0 months' => ['value' => 0],
    'every Forever' => ['timeUnit' => 'Forever'],
    'every FORTNIGHTS' => ['timeUnit' => 'FORTNIGHTS'],
    'a number used before' => ['merchantTaskUuid' => 'year'],
] as $rule => $more) {
    $both->show($rule, 'createTask', $make($more));
}
foreach (['getTask', 'terminateTask', 'activateTask'] as $method) {
    $both->show("$method, unknown", $method, ['taskIdentifier' => ['taskUuid' => '00000000-0000-4000-8000-000000000000']]);
}
$both->show('no name', 'getTask', ['taskIdentifier' => []]);
$both->sandbox->merchant(['userName' => 'thief', 'password' => 'thief_password']);
$thief = new BothWays('classic', $both->sandbox, BothWays::clientOf($both->sandbox, 'classic', 'thief', 'thief_password'));
$thief->credentials = ['userName' => 'thief', 'password' => 'thief_password'];
$uuid = $g->createTask(task(['merchantTaskUuid' => 'mine'] + $daily))['task']['taskUuid'];
foreach ([['taskUuid' => $uuid], ['merchantTaskUuid' => 'mine', 'merchantLogin' => 'test_user'], ['merchantTaskUuid' => 'mine', 'merchantLogin' => 'thief']] as $name) {
    foreach (['getTask', 'terminateTask'] as $method) {
        $thief->show("another shop's, $method by " . implode(' and ', array_keys($name)), $method, ['taskIdentifier' => $name]);
    }
}
$thief->show('another shop\'s, skipped', 'skipTaskPayment', ['taskIdentifier' => ['taskUuid' => $uuid], 'paymentNumber' => 2]);
$thief->show('another shop\'s, in a list', 'terminateTasks', ['taskIdentifiers' => [['taskUuid' => $uuid]]]);
printf("it is %s\n", shown($uuid));

echo "== a gateway that crashes and comes back\n";
$kept = new BothWays(sandbox: Sandbox::start(['db' => true]));
$kept->sandbox->clock(['now' => START]);
$card = $kept->binding('anna');
$money = $kept->money();
$uuid = $kept->client->createTask(task(['bindingId' => $card] + $daily))['task']['taskUuid'];
foreach (['2026-03-11', '2026-03-15', '2026-03-15', '2026-03-21'] as $day) {
    $kept->sandbox->clock(['now' => "{$day}T12:00:00"]);
    $before = $kept->money() - $money;
    $kept->sandbox->kill();
    $kept->sandbox->restart();
    printf("%s: taken %d before, %d after\n", $day, $before, $kept->money() - $money);
}
printf("%s\n", $kept->client->getTask(['taskUuid' => $uuid])['task']['state']);

?>
--EXPECT--
== a year
created: CREATED, no attempt, next 2026-03-31T10:00
a second before: taken 0
due: taken 500, ACTIVE, 1 SUCCEEDED, next 2026-04-30T10:00
looked at again and again: taken 500
the clock back and forth: taken 500
a year on: taken 6000, COMPLETED, 12 SUCCEEDED, next never
03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31 01-31 02-28
12 orders, all 2, of anna, [{"name":"plan","value":"gold"}]
what is completed cannot be stopped
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
nor gone on with
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
nor changed
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
nor is there a date to be left out
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
== skipped, stopped, gone on with, changed
2026-03-13: taken 1000, ACTIVE, 2 SUCCEEDED, next 2026-03-14T00:00
a number gone by
    client: AccessDeniedException 5
    raw:    5 [paymentNumber] wrong value
    taken:  0
the one left out already
    client: AccessDeniedException 5
    raw:    5 [paymentNumber] wrong value
    taken:  0
one that never comes
    client: AccessDeniedException 5
    raw:    5 [paymentNumber] wrong value
    taken:  0
none
    client: AccessDeniedException 5
    raw:    5 [paymentNumber] wrong value
    taken:  0
TERMINATED
2026-03-15: taken 0, TERMINATED, 2 SUCCEEDED, next never
stopped twice
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
left out while stopped
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
ACTIVE
gone on with twice
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
2026-03-17: taken 1000, ACTIVE, 4 SUCCEEDED, next 2026-03-18T00:00
by the other card, {"plan":"silver"}
another client's card
    client: GatewayException 2
    raw:    2 Binding not found
    taken:  0
2026-04-01: taken 1500, COMPLETED, 7 SUCCEEDED, next never
== a declined card, an inactive and an expired one
declined, 11 March: CREATED, 1 FAILED, next 2026-03-12T00:00
declined, 12 March: CREATED, 2 FAILED, next 2026-03-13T00:00
declined, 13 March: FAILED, 3 FAILED, next never
declined, 14 March: FAILED, 3 FAILED, next never
declined, 20 March: FAILED, 3 FAILED, next never
declined: gone on with
    client: SystemErrorException 7
    raw:    7 Task is not in a correct state
    taken:  0
inactive, 11 March: CREATED, 1 FAILED, next 2026-03-12T00:00
inactive, 12 March: CREATED, 2 FAILED, next 2026-03-13T00:00
inactive, 13 March: FAILED, 3 FAILED, next never
inactive, 14 March: FAILED, 3 FAILED, next never
inactive, 20 March: FAILED, 3 FAILED, next never
inactive: gone on with
    client: GatewayException 2
    raw:    2 Binding not found
    taken:  0
switched on again: ACTIVE, ACTIVE, 3 FAILED, next 2026-03-16T00:00
the day after: ACTIVE, 3 FAILED, 1 SUCCEEDED, next 2026-03-17T00:00
expired: EXPIRED, 1 FAILED, 1 SUCCEEDED, next never
extended: ACTIVE, ACTIVE, 1 FAILED, 1 SUCCEEDED, next 2027-03-31T10:00
the rest: COMPLETED, 1 FAILED, 2 SUCCEEDED, next never
== within the limits of the binding
FAILED, 5 FAILED, 3 SUCCEEDED, next never
== several stopped at once
one of them unknown
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
CREATED CREATED CREATED
TERMINATED TERMINATED TERMINATED
none
    client: AccessDeniedException 5
    raw:    5 [taskIdentifiers] wrong value
    taken:  0
taken 0
== refused
a card of the type INSTALLMENT
    client: GatewayException 2
    raw:    2 Binding not found
    taken:  0
another client's card
    client: GatewayException 2
    raw:    2 Binding not found
    taken:  0
an unknown card
    client: GatewayException 2
    raw:    2 Binding not found
    taken:  0
no card
    client: AccessDeniedException 5
    raw:    5 [task.bindingId] is empty
    taken:  0
no client
    client: AccessDeniedException 5
    raw:    5 [task.clientId] is empty
    taken:  0
no amount
    client: createTask: task.amount must be more than 0
    raw:    5 [task.amount] wrong value
    taken:  0
a currency that there is not
    client: AccessDeniedException 5
    raw:    5 [task.currency] wrong value
    taken:  0
a card's number
    client: AccessDeniedException 5
    raw:    5 [task.pan] wrong value
    taken:  0
begun yesterday
    client: AccessDeniedException 5
    raw:    5 [task.scheduleData.scheduledSince] wrong value
    taken:  0
ended before it begins
    client: AccessDeniedException 5
    raw:    5 [task.scheduleData.scheduledTill] wrong value
    taken:  0
a date without its zone
    client: createTask: task.scheduleData.scheduledSince must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300), "2026-03-31T10:00:00" given
    raw:    5 [task.scheduleData.scheduledSince] wrong value
    taken:  0
every 0 months
    client: AccessDeniedException 5
    raw:    5 [task.scheduleData.value] wrong value
    taken:  0
every Forever
    client: AccessDeniedException 5
    raw:    5 [task.scheduleData.timeUnit] wrong value
    taken:  0
every FORTNIGHTS
    client: createTask: task.scheduleData.timeUnit must be one of Nanos, Micros, Millis, Seconds, Minutes, Hours, HalfDays, Days, Weeks, Months, Years, Decades, Centuries, Millennia, Eras, Forever, "FORTNIGHTS" given
    raw:    5 [task.scheduleData.timeUnit] wrong value
    taken:  0
a number used before
    client: GatewayException 1
    raw:    1 [task.merchantTaskUuid] was used already
    taken:  0
getTask, unknown
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
terminateTask, unknown
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
activateTask, unknown
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
no name
    client: getTask: one of taskIdentifier.taskUuid, taskIdentifier.merchantTaskUuid is missing
    raw:    5 [taskIdentifier] is not a JSON object
    taken:  0
another shop's, getTask by taskUuid
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
another shop's, terminateTask by taskUuid
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
another shop's, getTask by merchantTaskUuid and merchantLogin
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
another shop's, terminateTask by merchantTaskUuid and merchantLogin
    client: AccessDeniedException 5
    raw:    5 Access denied
    taken:  0
another shop's, getTask by merchantTaskUuid and merchantLogin
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
another shop's, terminateTask by merchantTaskUuid and merchantLogin
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
another shop's, skipped
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
another shop's, in a list
    client: OrderNotFoundException 6
    raw:    6 Unknown task
    taken:  0
it is CREATED, no attempt, next 2026-03-11T00:00
== a gateway that crashes and comes back
2026-03-11: taken 500 before, 500 after
2026-03-15: taken 2500 before, 2500 after
2026-03-15: taken 2500 before, 2500 after
2026-03-21: taken 5000 before, 5000 after
COMPLETED
