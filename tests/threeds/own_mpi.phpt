--TEST--
A 3-D Secure server of the shop's own: the sample of the documents goes through, and its answer is final
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const ORDER = '0140dda0-71ed-7706-a61f-36bd00a7d8c0';
const CAVV = 'AkZO5XQAA0rhBxoaufa+MAABAAA=';
// Bereke's and bpsprocessing's documents, "Payment with your own MPI": request and reply.
const SAMPLE = [
    '$PAN' => '4000001111111118', '$CVC' => '123', 'YYYY' => '2030', 'MM' => '12', 'TEXT' => 'TEST CARDHOLDER', 'language' => 'en',
    'jsonParams' => ['eci' => '02', 'cavv' => CAVV, 'xid' => '5010857f-8d3f-74e1-9c5a-54a000cc4110', 'threeDSProtocolVersion' => '2.2.0', 'authenticationTypeIndicator' => '5'],
];
$answer = '{"redirect":"https://3dsec.berekebank.kz/payment/merchants/temp/finish.html?orderId=01493844-d4d3-703f-9f7e-a73900a7d8c0&lang=en","info":"Your order is proceeded, redirecting...","errorCode":0}';
$proxy = FaultProxy::start([['nth' => [1, 2], 'do' => 'pass', 'reply' => ['body' => $answer]], ['do' => 'pass', 'reply' => ['body' => '{"errorCode":1,"errorMessage":"cavv ' . CAVV . ' is not one"}']]]);
$gateway = $proxy->client();

$step = PaymentGateway::nextStep($gateway->paymentOrder(ORDER, SAMPLE), ORDER);
echo $step->kind->name, ' ', $step->url, ' ', count($step->fields), "\n";
parse_str($proxy->deliveries()[0]['body'], $sent);
echo $sent['jsonParams'], "\n";

// Ints, one digit, and the shop's own entries beside.
$gateway->call('paymentOrder', ['MDORDER' => ORDER, 'jsonParams' => ['eci' => 5, 'authenticationTypeIndicator' => 3, 'basket' => 17] + SAMPLE['jsonParams']] + SAMPLE);
parse_str($proxy->deliveries()[1]['body'], $sent);
echo $sent['jsonParams'], "\n";

// The cryptogram is as secret as the card.
echo caught(fn () => $gateway->paymentOrder(ORDER, SAMPLE))->getMessage(), "\n";
foreach ([
    ['eci' => '04'],
    ['xid' => null],
    ['threeDSProtocolVersion' => '1.0.2'],
    ['cavv' => [CAVV]],
] as $wrong) {
    echo caught(fn () => $gateway->paymentOrder(ORDER, ['jsonParams' => $wrong + SAMPLE['jsonParams']] + SAMPLE))->getMessage(), "\n";
}
printf("%d requests\n", count($proxy->deliveries()));

?>
--EXPECT--
Finished https://3dsec.berekebank.kz/payment/merchants/temp/finish.html?orderId=01493844-d4d3-703f-9f7e-a73900a7d8c0&lang=en 0
{"eci":"02","cavv":"AkZO5XQAA0rhBxoaufa+MAABAAA=","xid":"5010857f-8d3f-74e1-9c5a-54a000cc4110","threeDSProtocolVersion":"2.2.0","authenticationTypeIndicator":"5"}
{"eci":"05","authenticationTypeIndicator":"3","basket":"17","cavv":"AkZO5XQAA0rhBxoaufa+MAABAAA=","xid":"5010857f-8d3f-74e1-9c5a-54a000cc4110","threeDSProtocolVersion":"2.2.0"}
paymentOrder: errorCode 1: cavv **************************** is not one
paymentOrder: jsonParams.eci must be one of 00, 01, 02, 03, 05, 06, 07, 09, 10, "04" given
paymentOrder: jsonParams.eci 02 needs jsonParams.xid: only the ECIs of SSL go without
paymentOrder: jsonParams.authenticationTypeIndicator 5 must not be combined with jsonParams.threeDSProtocolVersion 1.0.2, only with 2.1.0, 2.2.0: it is 3-D Secure 2
paymentOrder: jsonParams.cavv must be a string or an int, list given
3 requests
