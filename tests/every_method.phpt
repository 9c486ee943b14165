--TEST--
Every row of the method table is called against the sandbox, in every dialect that has it
--EXTENSIONS--
payment_gateway
--SKIPIF--
<?php
// `pecl run-tests` has the tests alone, without the reference beside them.
if (!is_file(dirname(__DIR__) . '/stubs/REFERENCE.md')) {
    die('skip the reference is not here');
}
?>
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/support/sandbox.inc';
require __DIR__ . '/support/calls.inc';

$sandbox = Sandbox::start();
$url = 'https://shop.example/';
$clients = [
    'classic' => $sandbox->client(),
    'sberbank' => new PaymentGateway(str_replace('/payment/', '/ecomm/gw/partner/api/v1/', $sandbox->uri), 'test_user', 'test_user_password', options: ['dialect' => 'sberbank']),
];
$expected = [];
foreach (file(dirname(__DIR__) . '/stubs/REFERENCE.md', FILE_IGNORE_NEW_LINES) as $line) {
    if (preg_match('/^### Dialect (\w+): `(.+)`,/', $line, $match)) {
        $expected[] = $match[1] === 'classic' ? $match[2] : "v1/$match[2]";
    }
}
foreach ($clients as $dialect => $g) {
    $order = static fn (string $name, string $method = 'registerPreAuth'): string => $g->$method("$dialect-$name", 1_000, $url)['orderId'];
    $held = static function (string $name) use ($g, $order): string {
        $id = $order($name);
        $g->paymentOrder($id, CARD);

        return $id;
    };
    $g->decline($order('declined', 'register'), "$dialect-declined");
    $g->reverse($held('reversed'));
    $id = $held('captured');
    $g->deposit($id, 900);
    $g->refund($id, 400);
    $status = $g->getOrderStatusExtended($id);
    printf("%-8s status %d, deposited %d, refunded %d\n", $dialect, $status['orderStatus'], $status['paymentAmountInfo']['depositedAmount'], $status['paymentAmountInfo']['refundedAmount']);
    $g->getBindings('nobody');
    $id = $g->register("$dialect-saved", 1_000, $url, ['clientId' => "$dialect-payer"])['orderId'];
    $g->paymentOrder($id, CARD);
    $saved = $g->getOrderStatusExtended($id)['bindingInfo']['bindingId'];
    $id = $g->register("$dialect-by-binding", 1_000, $url, ['clientId' => "$dialect-payer"])['orderId'];
    $g->paymentOrderBinding($id, $saved, $dialect === 'classic' ? ['tii' => 'F'] : ['ip' => '127.0.0.1']);
    $g->unBindCard($saved);
    $g->bindCard($saved);
    printf("%-8s status %d by a binding, %d bindings of its card\n", $dialect, $g->getOrderStatusExtended($id)['orderStatus'], count($g->getBindingsByCardOrId(null, $saved)['bindings']));
}
$old = $clients['classic']->getOrderStatus($id = $clients['classic']->getOrderStatusExtended(orderNumber: 'classic-captured')['attributes'][0]['value']);
printf("getOrderStatus: %s, deposited %s\n", json_encode($old['OrderStatus']), json_encode($old['depositAmount']));
$credit = $clients['classic']->instantRefund(700, ['pan' => CARD['$PAN'], 'expiry' => '202612', 'cardholderName' => 'CARD HOLDER']);
printf("instantRefund: status %d\n", $clients['classic']->getOrderStatusExtended($credit['orderId'])['orderStatus']);
$clients['classic']->extendBinding($clients['classic']->getBindings('classic-payer')['bindings'][0]['bindingId'], '203012', ['language' => 'en']);
$clients['classic']->createBindingNoPayment('another', ['pan' => CARD['$PAN'], 'expiryDate' => '203012', 'cardholderName' => 'CARD HOLDER']);
echo facts(caught(fn () => $clients['classic']->instantRefund(700, ['pan' => '2202205000060910', 'expiry' => '202806', 'cvc' => '810', 'cardholderName' => 'CARD HOLDER']))), "\n";
$received = $sandbox->requests();
echo 'not called: ', implode(' ', array_filter($expected, static fn (string $path): bool => ($received[$path] ?? 0) === 0)), "\n";
printf("%s paths\n", count($expected) >= 20 ? 'all' : count($expected));

?>
--EXPECT--
classic  status 4, deposited 500, refunded 400
classic  status 2 by a binding, 1 bindings of its card
sberbank status 4, deposited 500, refunded 400
sberbank status 2 by a binding, 2 bindings of its card
getOrderStatus: 4, deposited 500
instantRefund: status 4
DeclinedException instantRefund errorCode=2 actionCode=null http=200 reply=yes known final
not called: 
all paths
