--TEST--
cancel() reverses what is held and refunds what is captured, as the button of the merchant portal does
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/sandbox.inc';
require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$sandbox = Sandbox::start();
$gateway = $sandbox->client();

function order(string $method, ?int $deposit = null, int $refund = 0): string
{
    global $gateway;
    static $number = 0;
    $id = $gateway->$method('order-' . ++$number, 1_000, 'https://shop.example/')['orderId'];
    $gateway->paymentOrder($id, CARD);
    $deposit === null ?: $gateway->deposit($id, $deposit);
    $refund === 0 ?: $gateway->refund($id, $refund);

    return $id;
}

function cancel(string $name, string $id, array $params = []): void
{
    global $gateway;
    try {
        $done = $gateway->cancel($id, $params);
        printf("%-22s %s %s errorCode %d", $name, $done['operation'], json_encode($done['amount']), $done['reply']['errorCode']);
    } catch (PaymentGateway\Exception $e) {
        printf("%-22s %s", $name, facts($e));
    }
    $status = $gateway->getOrderStatusExtended($id);
    printf(", status %d, refunded %d\n", $status['orderStatus'], $status['paymentAmountInfo']['refundedAmount']);
}

cancel('held', order('registerPreAuth'));
cancel('captured', order('registerPreAuth', 1_000));
cancel('captured in part', order('registerPreAuth', 400));
cancel('one-stage', order('register'));
cancel('refunded in part', order('register', null, 300));
cancel('refunded whole', order('register', null, 1_000));
cancel('with an id', $id = order('register'), ['externalRefundId' => 'cancel-1']);
$reversed = order('registerPreAuth');
$gateway->reverse($reversed);
cancel('reversed already', $reversed);
cancel('not paid', $gateway->register('unpaid', 100, 'https://shop.example/')['orderId']);
echo facts(caught(fn () => $gateway->cancel('00000000-0000-4000-8000-000000000000'))), "\n";

// An unknown outcome of the reversal is not followed by a refund.
$proxy = FaultProxy::start([['path' => 'reverse.do', 'do' => 'fin', 'upstream' => true]], $sandbox->uri);
$id = order('register');
echo facts(caught(fn () => $proxy->client()->cancel($id))), "\n";
printf("refunds sent after it: %d\n", count($proxy->deliveries('refund')));

// Somebody else refunds between the status and the refund: the gateway refuses instead of giving too much.
final class Raced extends PaymentGateway
{
    public ?Closure $between = null;

    public function reverse(string $orderId, array $params = []): array
    {
        ($this->between)();

        return parent::reverse($orderId, $params);
    }
}
$raced = new Raced($sandbox->uri, 'test_user', 'test_user_password');
$id = order('register');
$raced->between = fn () => $gateway->refund($id, 100);
echo facts(caught(fn () => $raced->cancel($id))), "\n";

?>
--EXPECT--
held                   reverse null errorCode 0, status 3, refunded 0
captured               refund 1000 errorCode 0, status 4, refunded 1000
captured in part       refund 400 errorCode 0, status 4, refunded 400
one-stage              refund 1000 errorCode 0, status 4, refunded 1000
refunded in part       refund 700 errorCode 0, status 4, refunded 1000
refunded whole         InvalidStateException reverse errorCode=7 actionCode=null http=200 reply=yes known final, status 4, refunded 1000
with an id             refund 1000 errorCode 0, status 4, refunded 1000
reversed already       InvalidStateException reverse errorCode=7 actionCode=null http=200 reply=yes known final, status 3, refunded 0
not paid               InvalidStateException reverse errorCode=7 actionCode=null http=200 reply=yes known final, status 0, refunded 0
OrderNotFoundException getOrderStatusExtended errorCode=6 actionCode=null http=200 reply=yes known final
TransportException reverse errorCode=null actionCode=null http=0 reply=no UNKNOWN final
refunds sent after it: 0
InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
