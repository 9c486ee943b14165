--TEST--
The caller's own code in the middle of a call: it may change, free, throw, call again, and nothing breaks
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$proxy = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":0,"orderId":"a","orderStatus":0}']]]);
$gateway = $proxy->client();
const URL = 'https://shop.example/';

final class Code
{
    public function __construct(private Closure $code)
    {
    }

    public function __toString(): string
    {
        return ($this->code)();
    }
}

/** A date that lets go of the only reference to itself while it is being asked. */
final class SelfFreeing extends DateTimeImmutable
{
    public static mixed $only = null;
    public string $pad = '';

    public function getTimestamp(): int
    {
        self::$only = null;
        $this->pad = str_repeat('x', 100);

        return 1_893_456_000;
    }
}
SelfFreeing::$only = new SelfFreeing('2030-01-01');
$params = ['expirationDate' => &SelfFreeing::$only];
$gateway->register('n', 1, URL, $params);
echo 'a date that frees itself: ', preg_match('/expirationDate=([^&]+)/', array_slice($proxy->deliveries(), -1)[0]['body'], $match) ? urldecode($match[1]) : '-', "\n";

$inner = ['a' => new Code(function () use (&$inner): string {
    $inner = null;

    return 'text';
}), 'b' => 'c'];
$gateway->register('n', 1, URL, ['jsonParams' => &$inner]);
echo "an array that frees itself: sent\n";

$gateway->register('n', 1, URL, ['description' => new Code(fn (): string => (string) $gateway->getOrderStatusExtended('id')['orderStatus'])]);
echo 'a call within a call: ', count($proxy->deliveries()), " delivered\n";

echo 'an exception within: ', caught(fn () => $gateway->register('n', 1, URL, ['description' => new Code(fn () => throw new LogicException('mine'))]))->getMessage(), "\n";

$object = (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor();
$options = ['language' => new Code(function () use ($object, $proxy): string {
    $object->__construct($proxy->uri, 'inner', 'word');

    return 'en';
})];
echo 'constructed within its construction: ', caught(fn () => $object->__construct($proxy->uri, 'outer', 'word', null, $options))->getMessage(), "\n";
echo print_r($object, true) === print_r($object, true) && str_contains(print_r($object, true), '=> inner') ? "the inner one stands\n" : "the outer one stands\n";

// A refused construction leaves nothing behind: the zone of the first try is not that of the second.
$object = (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor();
caught(fn () => $object->__construct($proxy->uri, 'u', null, null, ['timezone' => '+05:00']));
$object->__construct($proxy->uri, 'u', 'word');
$object->register('n', 1, URL, ['expirationDate' => new DateTimeImmutable('2030-01-01T00:00:00Z')]);
preg_match('/expirationDate=([^&]+)/', array_slice($proxy->deliveries(), -1)[0]['body'], $match);
echo 'the zone of the second try: ', urldecode($match[1]), "\n";

class Ended extends PaymentGateway
{
    public function __destruct()
    {
        echo "destructed\n";
    }
}
echo caught(fn () => Ended::forBank('bereke'))->getMessage(), ", and no destructor\n";

// Small in memory, endless on paper.
$knot = [];
$knot['x'] = &$knot;
$knot['y'] = &$knot;
echo 'a knot: ', caught(fn () => $gateway->register('n', 1, URL, ['additionalOfdParams' => $knot]))->getMessage(), "\n";
$knot = null;
for ($wide = ['end'], $i = 0; $i < 22; $i++) {
    $wide = ['x' => $wide, 'y' => $wide];
}
echo 'a wide one: ', caught(fn () => $gateway->register('n', 1, URL, ['additionalOfdParams' => $wide]))->getMessage(), "\n";

class Zone extends DateTimeZone
{
    public ?PaymentGateway $gateway = null;
}
$zone = new Zone('UTC');
$zone->gateway = new PaymentGateway('https://gateway.example/payment/', 'u', 'word', null, ['timezone' => $zone]);
$zone = null;
echo 'a zone that holds its client: ', gc_collect_cycles() > 0 ? 'collected' : 'left', "\n";
gc_collect_cycles();

?>
--EXPECT--
a date that frees itself: 2030-01-01T00:00:00
an array that frees itself: sent
a call within a call: 4 delivered
an exception within: mine
constructed within its construction: The PaymentGateway object is already constructed
the inner one stands
the zone of the second try: 2030-01-01T00:00:00
credentials are missing: give userName and password, or token, and no destructor
a knot: register: parameter additionalOfdParams is nested more than 32 levels deep
a wide one: register: parameter additionalOfdParams holds more than 50000 values
a zone that holds its client: collected
