--TEST--
Dates and zones of the shop's own classes: what they throw or return wrongly is refused, and nothing is sent
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderId":"a","status":"SUCCESS","task":{"taskUuid":"u"}}']]]);

final class AnyDate extends DateTimeImmutable
{
    public mixed $answer = null;

    #[ReturnTypeWillChange]
    public function &getTimestamp()
    {
        $answer = $this->answer instanceof Closure ? ($this->answer)() : $this->answer;

        return $answer;
    }

    #[ReturnTypeWillChange]
    public function &format($format)
    {
        $answer = $this->answer instanceof Closure ? ($this->answer)() : $this->answer;

        return $answer;
    }
}

final class AnyZone extends DateTimeZone
{
    public mixed $answer = null;

    #[ReturnTypeWillChange]
    public function getOffset(DateTimeInterface $datetime)
    {
        return $this->answer instanceof Closure ? ($this->answer)() : $this->answer;
    }
}

final class Throwing
{
    public function __destruct()
    {
        throw new LogicException('thrown by a destructor');
    }

    public function __toString(): string
    {
        return 'text';
    }
}

function date_with(mixed $answer): AnyDate
{
    $date = new AnyDate('2030-01-01T00:00:00Z');
    $date->answer = $answer;

    return $date;
}

function zone_with(mixed $answer): AnyZone
{
    $zone = new AnyZone('UTC');
    $zone->answer = $answer;

    return $zone;
}

/** What is thrown, or the date that was sent. */
function attempt(DateTimeInterface $date, string|DateTimeZone $zone = 'UTC'): string
{
    global $proxy;
    $before = count($proxy->deliveries());
    try {
        $proxy->client(['timezone' => $zone])->register('n', 1, 'https://shop.example/', ['expirationDate' => $date]);
    } catch (Throwable $e) {
        return $e::class . ': ' . $e->getMessage() . (count($proxy->deliveries()) === $before ? '' : ', and yet it was SENT');
    }
    parse_str(array_slice($proxy->deliveries(), -1)[0]['body'], $fields);

    return "sent $fields[expirationDate]";
}

function attempt_task(DateTimeInterface $date): string
{
    global $proxy;
    $task = ['amount' => 1, 'currency' => '643', 'merchantTaskUuid' => 't', 'bindingId' => 'b', 'scheduleData' => ['scheduledSince' => '2026-01-24T00:00:00.000+0300', 'scheduledTill' => $date, 'timeUnit' => 'MONTHS', 'value' => 1]];
    $before = count($proxy->deliveries());
    $e = caught(fn () => $proxy->client()->createTask($task));

    return ($e === null ? 'nothing' : $e::class . ': ' . $e->getMessage()) . (count($proxy->deliveries()) === $before ? '' : ', and yet it was SENT');
}

$handler = static function (int $number, string $message): never {
    throw new ErrorException($message, 0, $number);
};
set_error_handler($handler);
$warns = static function (): int {
    trigger_error('now', E_USER_WARNING);

    return 1_893_456_000;
};

foreach ([1_893_456_000, 1_893_456_000.5, '1893456000', 'soon', null, false, [], new stdClass(), $warns, PHP_INT_MIN, PHP_INT_MAX] as $answer) {
    printf("timestamp %-12s %s\n", $answer instanceof Closure ? 'warns' : json_encode($answer), attempt(date_with($answer)));
}
$date = new DateTimeImmutable('2030-01-01T00:00:00Z');
foreach ([3600, 3600.5, '3600', null, false, $warns, PHP_INT_MIN, PHP_INT_MAX] as $answer) {
    printf("offset %-15s %s\n", $answer instanceof Closure ? 'warns' : json_encode($answer), attempt($date, zone_with($answer)));
}
foreach (['2027-01-24T00:00:00.000+0300 ', 20_270_124, null, ['x'], $warns] as $answer) {
    printf("format %-15s %s\n", $answer instanceof Closure ? 'warns' : json_encode($answer), attempt_task(date_with($answer)));
}
foreach ([PHP_INT_MIN, PHP_INT_MAX] as $moment) {
    foreach (['UTC', '-05:00', '+05:00', zone_with(PHP_INT_MIN), zone_with(PHP_INT_MAX)] as $zone) {
        echo "@$moment: ", attempt(new DateTime("@$moment"), $zone), "\n";
    }
    echo "@$moment: ", attempt_task(new DateTime("@$moment")), "\n";
}

// What a destructor throws while texts are made. The object goes when the reference to it does.
$text = new Throwing();
$params = ['description' => &$text, 'clientId' => new class ($text) {
    public function __construct(private mixed &$text)
    {
    }

    public function __toString(): string
    {
        $this->text = null;

        return 'c';
    }
}];
$before = count($proxy->deliveries());
$client = $proxy->client();
echo caught(function () use ($client, &$params): void {
    // The first is made a text, and held by nothing but the array, once the second has let go of it.
    $client->register('n', 1, 'https://shop.example/', array_reverse($params, true));
})?->getMessage(), count($proxy->deliveries()) === $before ? '' : ', and yet it was SENT', "\n";

?>
--EXPECT--
timestamp 1893456000   sent 2030-01-01T00:00:00
timestamp 1893456000.5 PaymentGateway\ArgumentException: register: getTimestamp() of a date must return an int
timestamp "1893456000" PaymentGateway\ArgumentException: register: getTimestamp() of a date must return an int
timestamp "soon"       PaymentGateway\ArgumentException: register: getTimestamp() of a date must return an int
timestamp null         PaymentGateway\ArgumentException: register: getTimestamp() of a date must return an int
timestamp false        PaymentGateway\ArgumentException: register: getTimestamp() of a date must return an int
timestamp []           PaymentGateway\ArgumentException: register: getTimestamp() of a date must return an int
timestamp {}           PaymentGateway\ArgumentException: register: getTimestamp() of a date must return an int
timestamp warns        ErrorException: now
timestamp -9223372036854775808 PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
timestamp 9223372036854775807 PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
offset 3600            sent 2030-01-01T01:00:00
offset 3600.5          PaymentGateway\ArgumentException: register: getOffset() of the time zone must return an int
offset "3600"          PaymentGateway\ArgumentException: register: getOffset() of the time zone must return an int
offset null            PaymentGateway\ArgumentException: register: getOffset() of the time zone must return an int
offset false           PaymentGateway\ArgumentException: register: getOffset() of the time zone must return an int
offset warns           ErrorException: now
offset -9223372036854775808 PaymentGateway\ArgumentException: register: the offset of the time zone must be less than 100 hours
offset 9223372036854775807 PaymentGateway\ArgumentException: register: the offset of the time zone must be less than 100 hours
format "2027-01-24T00:00:00.000+0300 " PaymentGateway\ArgumentException: createTask: task.scheduleData.scheduledTill must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300)
format 20270124        PaymentGateway\ArgumentException: createTask: format() of a date must return a string
format null            PaymentGateway\ArgumentException: createTask: format() of a date must return a string
format ["x"]           PaymentGateway\ArgumentException: createTask: format() of a date must return a string
format warns           ErrorException: now
@-9223372036854775808: PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
@-9223372036854775808: PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
@-9223372036854775808: PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
@-9223372036854775808: PaymentGateway\ArgumentException: register: the offset of the time zone must be less than 100 hours
@-9223372036854775808: PaymentGateway\ArgumentException: register: the offset of the time zone must be less than 100 hours
@-9223372036854775808: PaymentGateway\ArgumentException: createTask: task.scheduleData.scheduledTill must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300)
@9223372036854775807: PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
@9223372036854775807: PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
@9223372036854775807: PaymentGateway\ArgumentException: register: a date must lie in the years 1000 to 9999
@9223372036854775807: PaymentGateway\ArgumentException: register: the offset of the time zone must be less than 100 hours
@9223372036854775807: PaymentGateway\ArgumentException: register: the offset of the time zone must be less than 100 hours
@9223372036854775807: PaymentGateway\ArgumentException: createTask: task.scheduleData.scheduledTill must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300)
thrown by a destructor
