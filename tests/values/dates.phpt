--TEST--
Dates are sent in the gateway's zone: by option, by bank, or refused where the bank does not publish it
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderId":"a"}']]]);

function sent(PaymentGateway $gateway, mixed $date, string $name = 'autoReverseDate'): string
{
    global $proxy;
    try {
        $gateway->registerPreAuth('n', 100, 'https://shop.example/', [$name => $date]);
        parse_str(array_slice($proxy->deliveries(), -1)[0]['body'], $fields);

        return $fields[$name];
    } catch (PaymentGateway\ArgumentException $e) {
        return $e->getMessage();
    }
}

$summer = new DateTimeImmutable('2026-07-01 12:00:00', new DateTimeZone('UTC'));
$winter = new DateTime('2026-12-31 23:30:00.999', new DateTimeZone('America/New_York'));
foreach ([null, 'UTC', '+03:00', 'Europe/Berlin', new DateTimeZone('Asia/Almaty')] as $zone) {
    $gateway = $proxy->client($zone === null ? [] : ['timezone' => $zone]);
    printf("%-14s %s  %s\n", is_object($zone) ? $zone->getName() : $zone ?? 'default', sent($gateway, $summer), sent($gateway, $winter));
}
echo sent($gateway, '2026-07-01T12:00:00'), " is passed as it is\n";
echo sent($gateway, ['orderCreationDate' => $summer, 'cartItems' => ['items' => [['positionId' => 1, 'name' => 'n', 'quantity' => ['value' => 1, 'measure' => 'pcs'], 'itemAmount' => 100]]]], 'orderBundle'), "\n";
echo sent($gateway, new DateTimeImmutable('9999-12-31T23:00:00Z')), "\n";
echo sent($gateway, new DateTimeImmutable('-0044-03-15T12:00:00Z')), "\n";
foreach (['Mars/Olympus', '', 3, true, new stdClass()] as $zone) {
    echo caught(fn () => $proxy->client(['timezone' => $zone]))->getMessage(), "\n";
}
try {
    $gateway->registerPreAuth('n', 100, 'https://shop.example/', ['autoReverseDate' => $summer, 'autocompletionDate' => $summer]);
} catch (PaymentGateway\ArgumentException $e) {
    echo $e->getMessage(), "\n";
}

// Recurring tasks want milliseconds and the date's own offset, whatever the zone.
class LateDate extends DateTimeImmutable
{
    public function format($format): string
    {
        return 'late';
    }
}
$tasks = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"status":"SUCCESS","task":{"taskUuid":"u"}}']]]);
foreach ([
    [$summer, $winter], [new DateTimeImmutable('2026-01-01T00:00:00.123456+05:45'), '2026-07-01T12:00:00.000-0930'],
    ['2026-07-01T12:00:00', $summer], [new DateTimeImmutable('-0044-03-15T12:00:00Z'), $summer], [new LateDate(), $summer],
] as [$since, $till]) {
    try {
        $task = ['amount' => 1, 'currency' => '398', 'merchantTaskUuid' => 'm', 'scheduleData' => ['scheduledSince' => $since, 'scheduledTill' => $till, 'timeUnit' => 'Days', 'value' => 1]];
        $tasks->client(['timezone' => 'Asia/Almaty'])->createTask($task);
        $tasks->client()->call('createTask', ['task' => $task]);
        [$typed, $called] = array_map(fn (array $sent): array => json_decode($sent['body'], true)['task']['scheduleData'], array_slice($tasks->deliveries(), -2));
        echo $typed['scheduledSince'], ' ', $typed['scheduledTill'], $typed === $called ? "\n" : " differs by call()\n";
    } catch (PaymentGateway\ArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}

// The banks' own zones; nothing is sent to them here.
foreach (['bereke', 'bpc-test', 'vtb-kz'] as $bank) {
    $client = PaymentGateway::forBank($bank, 'u', 'p', null, ['proxy' => 'http://127.0.0.1:1']);
    printf("%-8s %s\n", $bank, refusal(fn () => $client->registerPreAuth('n', 100, 'https://shop.example/', ['autoReverseDate' => $summer])));
}
$told = PaymentGateway::forBank('vtb-kz', 'u', 'p', null, ['proxy' => 'http://127.0.0.1:1', 'timezone' => 'Asia/Almaty']);
echo refusal(fn () => $told->registerPreAuth('n', 100, 'https://shop.example/', ['autoReverseDate' => $summer])), "\n";

?>
--EXPECT--
default        2026-07-01T12:00:00  2027-01-01T04:30:00
UTC            2026-07-01T12:00:00  2027-01-01T04:30:00
+03:00         2026-07-01T15:00:00  2027-01-01T07:30:00
Europe/Berlin  2026-07-01T14:00:00  2027-01-01T05:30:00
Asia/Almaty    2026-07-01T17:00:00  2027-01-01T09:30:00
2026-07-01T12:00:00 is passed as it is
{"orderCreationDate":"2026-07-01T17:00:00","cartItems":{"items":[{"positionId":1,"name":"n","quantity":{"value":1,"measure":"pcs"},"itemAmount":100}]}}
registerPreAuth: a date must lie in the years 1000 to 9999
registerPreAuth: a date must lie in the years 1000 to 9999
option timezone must be a DateTimeZone, or what its constructor takes, such as 'Europe/Moscow' or '+03:00'
option timezone must be a DateTimeZone, or what its constructor takes, such as 'Europe/Moscow' or '+03:00'
option timezone must be a DateTimeZone, or what its constructor takes, such as 'Europe/Moscow' or '+03:00'
option timezone must be a DateTimeZone, or what its constructor takes, such as 'Europe/Moscow' or '+03:00'
option timezone must be a DateTimeZone, or what its constructor takes, such as 'Europe/Moscow' or '+03:00'
registerPreAuth: only one of autocompletionDate, autoReverseDate may be given
2026-07-01T12:00:00.000+0000 2026-12-31T23:30:00.999-0500
2026-01-01T00:00:00.123+0545 2026-07-01T12:00:00.000-0930
createTask: task.scheduleData.scheduledSince must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300), "2026-07-01T12:00:00" given
createTask: task.scheduleData.scheduledSince must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300)
createTask: task.scheduleData.scheduledSince must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300), "late" given
bereke   would be sent
bpc-test would be sent
vtb-kz   registerPreAuth: the bank does not publish the time zone of its dates: set the option timezone, or pass the date as a text
would be sent
