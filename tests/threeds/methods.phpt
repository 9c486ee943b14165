--TEST--
The methods of 3-D Secure: what each sends, and what the recorded replies mean, up to the next step of the payer
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

const ORDER = '7f472085-399e-414e-b51c-a7b538aee497';
const TRANSACTION = 'd5bf7963-e94e-718d-8777-2943091ceaa0';
const CHALLENGE = '{"errorCode":0,"info":"i","is3DSVer2":true,"acsUrl":"https://acs.example/creq","packedCReq":"eyJh"}';
const DONE = '{"redirect":"https://shop.example/?orderId=o&lang=en","errorCode":0,"is3DSVer2":true}';
const UNKNOWN_ARES = '{"errorCode":0,"is3DSVer2":true,"redirect":"https://shop.example/fail","error":"e","errorMessage":"no","errorTypeName":"TDS_UNKNOWN_ARES_STATUS","processingErrorType":"MANDATORY_3DSECURE"}';
const METHOD = '{"errorCode":0,"is3DSVer2":true,"threeDSServerTransId":"t","threeDSMethodURLServer":"https://gw.example/gather"}';

$browser = ['userAgent' => 'Mozilla/5.0', 'browserAcceptHeader' => 'text/html', 'javaEnabled' => false, 'colorDepth' => 24, 'screenHeight' => 1080];
// dialect, call, reply
$cases = [
    'continue3ds, challenge' => ['classic', static fn (PaymentGateway $g): array => $g->continue3ds(ORDER), CHALLENGE],
    'continue3ds, frictionless' => ['classic', static fn (PaymentGateway $g): array => $g->continue3ds(ORDER), DONE],
    'continue3ds, declined' => ['classic', static fn (PaymentGateway $g): array => $g->continue3ds(ORDER), UNKNOWN_ARES],
    'continue3ds, nothing' => ['classic', static fn (PaymentGateway $g): array => $g->continue3ds(ORDER), '{}'],
    'continue3ds, order unknown' => ['classic', static fn (PaymentGateway $g): array => $g->continue3ds(ORDER), '{"errorCode":6}'],
    'continue3ds, Sberbank' => ['sberbank', static fn (PaymentGateway $g): array => $g->continue3ds(ORDER), ''],
    'finish3dsVer2Payment' => ['classic', static fn (PaymentGateway $g): array => $g->finish3dsVer2Payment(TRANSACTION), DONE],
    'finish3dsVer2Payment of a payment at once' => ['classic', static fn (PaymentGateway $g): array => $g->finish3dsVer2Payment(TRANSACTION, ['threeDSVer2MdOrder' => ORDER]), DONE],
    'finish3dsVer2Payment as integrators send it' => ['classic', static fn (PaymentGateway $g): array => $g->finish3dsVer2Payment(TRANSACTION, ['mdOrder' => ORDER]), DONE],
    'finish3dsVer2Payment, empty id' => ['classic', static fn (PaymentGateway $g): array => $g->finish3dsVer2Payment(''), ''],
    'finish3dsPayment' => ['classic', static fn (PaymentGateway $g): array => $g->finish3dsPayment(ORDER, ['paRes' => 'eJx+/=']), '{"errorCode":0,"redirect":"https://shop.example/"}'],
    'finish3dsPayment without PaRes' => ['classic', static fn (PaymentGateway $g): array => $g->finish3dsPayment(ORDER, []), ''],
    'finish3dsPayment, Sberbank, 3DS1' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsPayment(ORDER, ['paRes' => 'eJx+/=']), '{"errorCode":"0","info":"i","redirect":"https://shop.example/"}'],
    'finish3dsPayment, Sberbank, 3DS2' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsPayment(ORDER, ['cRes' => 'eyJ0']), '{"errorCode":"0","redirect":"https://shop.example/"}'],
    'finish3dsPayment, Sberbank, both' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsPayment(ORDER, ['cRes' => 'eyJ0', 'paRes' => 'p']), ''],
    'finish3dsPayment, Sberbank, neither' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsPayment(ORDER, []), ''],
    'finish3dsMethod' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsMethod(ORDER, TRANSACTION, 'Y'), '{"errorCode":"0","acsUrl":"https://acs.example/","cReq":"c","termUrl":"https://shop.example/t"}'],
    'finish3dsMethod, frictionless' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsMethod(ORDER, TRANSACTION, 'N'), '{"errorCode":"0","redirect":"https://shop.example/"}'],
    'finish3dsMethod, attempts used up' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsMethod(ORDER, TRANSACTION, 'N'), '{"errorCode":"5","errorMessage":"no"}'],
    'finish3dsMethod, another word' => ['sberbank', static fn (PaymentGateway $g): array => $g->finish3dsMethod(ORDER, TRANSACTION, 'U'), ''],
    'finish3dsMethod, classic' => ['classic', static fn (PaymentGateway $g): array => $g->finish3dsMethod(ORDER, TRANSACTION, 'Y'), ''],
    'verifyCard' => ['classic', static fn (PaymentGateway $g): array => $g->verifyCard(0, ['pan' => '4444555511113333', 'expiry' => 203012, 'cvc' => '123', 'cardholderName' => 'A B', 'currency' => 'RUB', 'returnUrl' => 'https://shop.example/', 'clientBrowserInfo' => $browser]),
        '{"errorCode":"0","orderId":"o","orderNumber":"1","actionCode":"0","eci":7,"time":1795262400000}'],
    'verifyCard, declined' => ['classic', static fn (PaymentGateway $g): array => $g->verifyCard(100, ['pan' => '4444555511113333', 'expiry' => 203012]), '{"errorCode":"0","orderId":"o","actionCode":"116","actionCodeDescription":"no"}'],
    'verifyCard, 3-D Secure 2' => ['classic', static fn (PaymentGateway $g): array => $g->verifyCard(100, ['pan' => '4444555511113333', 'expiry' => 203012, 'threeDSVer2FinishUrl' => 'https://shop.example/f']), METHOD],
    'verifyCard, second call' => ['classic', static fn (PaymentGateway $g): array => $g->verifyCard(100, ['pan' => '4444555511113333', 'expiry' => 203012, 'threeDSServerTransId' => 't', 'threeDSVer2MdOrder' => ORDER]), CHALLENGE],
    'verifyEnrollment' => ['classic', static fn (PaymentGateway $g): array => $g->verifyEnrollment('4444555511113333'), '{"errorCode":"0","enrolled":"Y","emitterName":"TEST","emitterCountryCode":"RU"}'],
    'verifyEnrollment, the older name' => ['classic', static fn (PaymentGateway $g): array => $g->verifyEnrollment('4444555511113333'), '{"errorCode":0,"isEnrolled":"N"}'],
    'verifyEnrollment, no answer to it' => ['classic', static fn (PaymentGateway $g): array => $g->verifyEnrollment('4444555511113333'), '{"errorCode":0}'],
    'paymentOrderBinding, second call' => ['classic', static fn (PaymentGateway $g): array => $g->paymentOrderBinding(ORDER, 'b', ['threeDSServerTransId' => 't', 'threeDSVer2FinishUrl' => 'https://shop.example/f']), CHALLENGE],
    'tokenPayment, second call' => ['classic', static fn (PaymentGateway $g): array => $g->tokenPayment(100, 'VTS', ['dpan' => '4895370012003478', 'MM' => '12', 'YYYY' => '2030'], 'https://shop.example/', ['orderId' => ORDER, 'threeDSServerTransId' => 't']),
        '{"success":true,"data":{"orderId":"w","is3DSVer2":true,"acsUrl":"https://acs.example/creq","packedCReq":"eyJh"}}'],
];
$sent = array_values(array_filter(array_column($cases, 2)));
$proxy = FaultProxy::start(array_map(static fn (int $i, string $body): array => ['nth' => $i + 1, 'do' => 'pass', 'reply' => ['body' => $body]], array_keys($sent), $sent));
$clients = ['classic' => $proxy->client(), 'sberbank' => $proxy->client(['dialect' => 'sberbank'])];
$seen = 0;
foreach ($cases as $what => [$dialect, $call, $body]) {
    echo "$what\n";
    try {
        $reply = $call($clients[$dialect]);
        try {
            $step = PaymentGateway::nextStep($reply, ORDER);
            $meaning = $step->kind->name . ($step->url === null ? '' : " $step->url");
        } catch (PaymentGateway\ReplyException) {
            $meaning = json_encode($reply);
        }
    } catch (PaymentGateway\Exception $e) {
        $meaning = substr($e::class, strlen('PaymentGateway\\')) . ($e->isOutcomeUnknown() ? ' UNKNOWN ' : ' ') . $e->getMessage();
    }
    foreach (array_slice($proxy->deliveries(), $seen) as $delivery) {
        $seen++;
        echo '    ', $delivery['path'], ' ', strtr(rawurldecode($delivery['body']), ['userName=test_user&password=test_user_password&' => '', '"userName":"test_user","password":"test_user_password",' => '', ORDER => 'ORDER', TRANSACTION => 'TRANSACTION']), "\n";
    }
    echo "    $meaning\n";
}

?>
--EXPECT--
continue3ds, challenge
    /payment/rest/3ds/continue.do mdOrder=ORDER
    Challenge https://acs.example/creq
continue3ds, frictionless
    /payment/rest/3ds/continue.do mdOrder=ORDER
    Finished https://shop.example/?orderId=o&lang=en
continue3ds, declined
    /payment/rest/3ds/continue.do mdOrder=ORDER
    DeclinedException continue3ds: errorCode 0: no
continue3ds, nothing
    /payment/rest/3ds/continue.do mdOrder=ORDER
    ReplyException UNKNOWN continue3ds: HTTP 200: the reply lacks redirect|acsUrl|errorCode; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call
continue3ds, order unknown
    /payment/rest/3ds/continue.do mdOrder=ORDER
    OrderNotFoundException continue3ds: errorCode 6: the order is unknown
continue3ds, Sberbank
    ArgumentException continue3ds: the dialect sberbank has no such method
finish3dsVer2Payment
    /payment/rest/finish3dsVer2Payment.do threeDSServerTransId=TRANSACTION
    Finished https://shop.example/?orderId=o&lang=en
finish3dsVer2Payment of a payment at once
    /payment/rest/finish3dsVer2Payment.do threeDSServerTransId=TRANSACTION&threeDSVer2MdOrder=ORDER
    Finished https://shop.example/?orderId=o&lang=en
finish3dsVer2Payment as integrators send it
    /payment/rest/finish3dsVer2Payment.do threeDSServerTransId=TRANSACTION&mdOrder=ORDER
    Finished https://shop.example/?orderId=o&lang=en
finish3dsVer2Payment, empty id
    ArgumentException finish3dsVer2Payment: threeDSServerTransId is empty
finish3dsPayment
    /payment/rest/finish3dsPayment.do mdOrder=ORDER&paRes=eJx+/=
    Finished https://shop.example/
finish3dsPayment without PaRes
    ArgumentException finish3dsPayment: paRes is missing
finish3dsPayment, Sberbank, 3DS1
    /payment/finish3dsPayment.do {"mdOrder":"ORDER","paRes":"eJx+/="}
    Finished https://shop.example/
finish3dsPayment, Sberbank, 3DS2
    /payment/finish3dsPayment.do {"mdOrder":"ORDER","cRes":"eyJ0"}
    Finished https://shop.example/
finish3dsPayment, Sberbank, both
    ArgumentException finish3dsPayment: only one of paRes, cRes may be given
finish3dsPayment, Sberbank, neither
    ArgumentException finish3dsPayment: one of paRes, cRes is missing
finish3dsMethod
    /payment/finish3dsMethod.do {"mdOrder":"ORDER","threeDSServerTransId":"TRANSACTION","threeDSCompInd":"Y"}
    Challenge https://acs.example/
finish3dsMethod, frictionless
    /payment/finish3dsMethod.do {"mdOrder":"ORDER","threeDSServerTransId":"TRANSACTION","threeDSCompInd":"N"}
    Finished https://shop.example/
finish3dsMethod, attempts used up
    /payment/finish3dsMethod.do {"mdOrder":"ORDER","threeDSServerTransId":"TRANSACTION","threeDSCompInd":"N"}
    InvalidStateException finish3dsMethod: errorCode 5: no
finish3dsMethod, another word
    ArgumentException finish3dsMethod: threeDSCompInd must be one of Y, N, "U" given
finish3dsMethod, classic
    ArgumentException finish3dsMethod: the dialect classic has no such method
verifyCard
    /payment/rest/verifyCard.do amount=0&pan=4444555511113333&expiry=203012&cvc=123&cardholderName=A B&currency=643&returnUrl=https://shop.example/&clientBrowserInfo={"userAgent":"Mozilla/5.0","browserAcceptHeader":"text/html","javaEnabled":false,"colorDepth":"24","screenHeight":1080}
    Finished
verifyCard, declined
    /payment/rest/verifyCard.do amount=100&pan=4444555511113333&expiry=203012
    DeclinedException verifyCard: errorCode 0: the payment was declined
verifyCard, 3-D Secure 2
    /payment/rest/verifyCard.do amount=100&pan=4444555511113333&expiry=203012&threeDSVer2FinishUrl=https://shop.example/f
    Method
verifyCard, second call
    /payment/rest/verifyCard.do amount=100&pan=4444555511113333&expiry=203012&threeDSServerTransId=t&threeDSVer2MdOrder=ORDER
    Challenge https://acs.example/creq
verifyEnrollment
    /payment/rest/verifyEnrollment.do pan=4444555511113333
    Finished
verifyEnrollment, the older name
    /payment/rest/verifyEnrollment.do pan=4444555511113333
    Finished
verifyEnrollment, no answer to it
    /payment/rest/verifyEnrollment.do pan=4444555511113333
    ReplyException verifyEnrollment: HTTP 200: the reply lacks enrolled|isEnrolled
paymentOrderBinding, second call
    /payment/rest/paymentOrderBinding.do mdOrder=ORDER&bindingId=b&threeDSServerTransId=t&threeDSVer2FinishUrl=https://shop.example/f
    Challenge https://acs.example/creq
tokenPayment, second call
    /payment/token/payment.do {"amount":100,"tokenType":"VTS","paymentData":{"dpan":"4895370012003478","MM":"12","YYYY":"2030"},"returnUrl":"https://shop.example/","orderId":"ORDER","threeDSServerTransId":"t"}
    Challenge https://acs.example/creq
