--TEST--
An unsigned callback is confirmed by the status of the order that it names
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$gateway = $sandbox->client();
$id = $gateway->register('A-17', 1_000, 'https://shop.example/')['orderId'];
$gateway->paymentOrder($id, CARD);
$other = $gateway->register('A-18', 1_000, 'https://shop.example/')['orderId'];

$told = ['mdOrder' => $id, 'orderNumber' => 'A-17', 'operation' => 'deposited', 'status' => 1, 'additionalParams' => ['phone' => '+79990000000']];
foreach ([
    'JSON' => json_encode($told),
    'decoded JSON' => $told,
    'query' => http_build_query(array_slice($told, 0, 4)),
    'without a number' => ['mdOrder' => $id],
] as $how => $callback) {
    $status = $gateway->confirmCallback($callback);
    printf("%-17s %s %d %d\n", $how, $status['orderNumber'], $status['orderStatus'], $status['amount']);
}

foreach ([
    'another order' => ['mdOrder' => $other] + $told,
    'unpaid' => ['mdOrder' => $other, 'orderNumber' => 'A-18', 'operation' => 'deposited', 'status' => 1],
    'unknown' => ['mdOrder' => '00000000-0000-4000-8000-000000000000'] + $told,
    'no order' => '{"bindingId":"1","clientId":"2","operation":"bindingDeactivated"}',
    'no JSON' => '{"mdOrder":',
    'an id of two lines' => json_encode(['mdOrder' => "$id\n"]),
    'an array' => ['mdOrder' => [$id]],
    'repeated' => "mdOrder=$id&mdOrder=$other",
] as $how => $callback) {
    try {
        printf("%-19s orderStatus %d\n", $how, $gateway->confirmCallback($callback)['orderStatus']);
    } catch (PaymentGateway\Exception $e) {
        printf("%-19s %s\n%-19s %s\n", $how, facts($e), '', $e->getMessage());
    }
}
printf("a reply of another order is kept: %s\n", caught(fn () => $gateway->confirmCallback(['mdOrder' => $other] + $told))->getReply()['orderNumber']);

// It goes through the object's own method, whatever that does to the callback meanwhile.
final class Asks extends PaymentGateway
{
    public array $callback = [];

    public function getOrderStatusExtended(?string $orderId = null, ?string $orderNumber = null, array $params = []): array
    {
        $this->callback = ['orderNumber' => 'another'];

        return parent::getOrderStatusExtended($orderId) + ['asked' => $orderId];
    }
}
$asks = new Asks($sandbox->uri, Sandbox::USER, Sandbox::PASSWORD);
$number = 'A-17';
$asks->callback = ['mdOrder' => $id, 'orderNumber' => &$number];
echo $asks->confirmCallback($asks->callback)['asked'] === $id ? "asked\n" : "not asked\n";
echo caught(fn () => (new ReflectionClass(PaymentGateway::class))->newInstanceWithoutConstructor()->confirmCallback($told))->getMessage(), "\n";
$logging = $sandbox->client(['logger' => static fn (array $event) => print "$event[method] logged\n"]);
echo $logging->confirmCallback($told)['orderNumber'], "\n";

?>
--EXPECT--
JSON              A-17 2 1000
decoded JSON      A-17 2 1000
query             A-17 2 1000
without a number  A-17 2 1000
another order       SignatureException confirmCallback errorCode=null actionCode=null http=0 reply=yes known final
                    callback: its orderNumber is not that of the order which its mdOrder names
unpaid              orderStatus 0
unknown             OrderNotFoundException getOrderStatusExtended errorCode=6 actionCode=null http=200 reply=yes known final
                    getOrderStatusExtended: errorCode 6: Unknown order
no order            SignatureException confirmCallback errorCode=null actionCode=null http=0 reply=no known final
                    callback: it has no mdOrder; only what it says of an order can be confirmed
no JSON             SignatureException confirmCallback errorCode=null actionCode=null http=0 reply=no known final
                    callback: it is not a JSON object that can be read
an id of two lines  SignatureException confirmCallback errorCode=null actionCode=null http=0 reply=no known final
                    callback: mdOrder is not the id of an order
an array            SignatureException confirmCallback errorCode=null actionCode=null http=0 reply=no known final
                    callback: mdOrder is not the id of an order
repeated            SignatureException confirmCallback errorCode=null actionCode=null http=0 reply=no known final
                    callback: mdOrder occurs more than once
a reply of another order is kept: A-18
asked
The PaymentGateway object has not been constructed
getOrderStatusExtended logged
A-17
