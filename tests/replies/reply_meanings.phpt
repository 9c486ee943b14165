--TEST--
What the gateway's own answers mean: declines in every clothing, codes as text or number, 3-D Secure, empty lists
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

$calls = changing_calls() + reading_calls();
$cases = [
    ['register', '{"orderId":"a","formUrl":"b"}'],
    ['register', "\xEF\xBB\xBF {\"errorCode\":\"0\",\"orderId\":\"a\"}"],
    ['register', '{"errorCode":"1","errorMessage":"Заказ уже обработан"}'],
    ['register', '{"errorCode":1,"orderId":"a"}'],
    ['register', '{"errorCode":"99"}'],
    ['register', '{"errorCode":"-1"}'],
    ['register', '{"errorCode":null,"orderId":"a"}'],
    ['register', '{"errorCode":0,"orderId":null}'],
    ['refund', '{}'],
    ['refund', '{"errorCode":0}'],
    ['refund', '{"errorCode":"0","errorMessage":"Success"}'],
    ['refund', '{"ErrorCode":"7","ErrorMessage":"no"}'],
    ['refund', '{"success":false,"errorCode":"0"}'],
    ['refund', '{"success":true,"errorCode":"7"}'],
    ['refund', '{"success":false,"error":{"code":"10","description":"d","message":"m"}}'],
    ['refund', '{"success":false,"error":{"code":5}}'],
    ['paymentOrder', '{"errorCode":0,"info":"i","redirect":"r"}'],
    ['paymentOrder', '{"errorCode":0,"error":"Declined","redirect":"r","actionCode":"116"}'],
    ['paymentOrder', '{"errorCode":0,"error":"","errorMessage":"","redirect":"r"}'],
    ['paymentOrder', '{"errorCode":0,"error":false,"redirect":"r"}'],
    ['paymentOrder', '{"errorCode":0,"orderStatus":6,"actionCode":-2006}'],
    ['paymentOrder', '{"success":true,"orderStatus":{"orderStatus":6,"actionCode":101}}'],
    ['paymentOrder', '{"success":true,"orderStatus":{"orderStatus":2}}'],
    ['paymentOrder', '{"errorCode":"0","orderStatus":{"OrderStatus":"6"}}'],
    ['paymentOrder', '{"errorCode":0,"acsUrl":"https://acs.example/","paReq":"p","termUrl":"t"}'],
    ['paymentOrder', '{"errorCode":0,"is3DSVer2":true,"threeDSServerTransId":"t","threeDSMethodURL":"m"}'],
    ['paymentOrder', '{"errorCode":0,"redirect":"r","errorTypeName":"DATA_INPUT_ERROR","errorMessage":"m"}'],
    ['paymentOrder', '{"errorCode":0,"redirect":"r","error":["m"]}'],
    ['paymentOrder', '{"errorCode":0,"redirect":"r","error":[]}'],
    ['paymentOrder', '{"errorCode":0,"redirect":"r","error":{"code":"5","message":"m"}}'],
    ['paymentOrder', '{}'],
    ['getOrderStatusExtended', '{"errorCode":"0","orderStatus":6,"actionCode":-2007}'],
    ['getOrderStatusExtended', '{"errorCode":"0","orderStatus":0}'],
    ['getOrderStatusExtended', '{"errorCode":"0","orderStatus":42}'],
    ['getOrderStatusExtended', '{"errorCode":"0"}'],
    ['getBindings', '{"errorCode":"2","errorMessage":"Nothing found"}'],
    ['getBindings', '{"errorCode":2}'],
    ['getBindings', '{"errorCode":"0","bindings":[{"bindingId":"b"}]}'],
    ['getBindings', '{"errorCode":"1"}'],
    ['call by path', '{"anything":[1,2.5,true,null,"я",{"a":[]}]}'],
    ['call by path', '{"errorCode":"6"}'],
    ['call by path', '{"n":9223372036854775807,"big":9223372036854775808,"neg":-9223372036854775808,"k":1,"k":2}'],
];
$proxy = FaultProxy::start(array_map(
    static fn (int $i, array $case): array => ['nth' => $i + 1, 'do' => 'pass', 'reply' => ['body' => $case[1]]],
    array_keys($cases),
    $cases,
));
$gateway = $proxy->client();
foreach ($cases as [$name, $reply]) {
    echo "$name $reply\n    ";
    try {
        echo json_encode($calls[$name]($gateway), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION), "\n";
    } catch (PaymentGateway\Exception $e) {
        echo facts($e), "\n    ", $e->getMessage(), "\n";
        if ($e->getReply() !== json_decode($reply, true)) {
            echo "    reply: ", json_encode($e->getReply()), "\n";
        }
    }
}
$ours = FaultProxy::start([['do' => 'pass', 'reply' => ['body' => '{"errorCode":2}']]])->client();
json_decode('{');
$ours->getBindings('c');
echo json_last_error_msg(), "\n";

?>
--EXPECT--
register {"orderId":"a","formUrl":"b"}
    {"orderId":"a","formUrl":"b"}
register ﻿ {"errorCode":"0","orderId":"a"}
    {"errorCode":"0","orderId":"a"}
register {"errorCode":"1","errorMessage":"Заказ уже обработан"}
    DuplicateOrderException register errorCode=1 actionCode=null http=200 reply=yes known final
    register: errorCode 1: Заказ уже обработан
register {"errorCode":1,"orderId":"a"}
    DuplicateOrderException register errorCode=1 actionCode=null http=200 reply=yes known final
    register: errorCode 1: the order number is already registered, or is wrong
register {"errorCode":"99"}
    GatewayException register errorCode=99 actionCode=null http=200 reply=yes known final
    register: errorCode 99: the gateway refused the call
register {"errorCode":"-1"}
    GatewayException register errorCode=-1 actionCode=null http=200 reply=yes known final
    register: errorCode -1: the gateway refused the call
register {"errorCode":null,"orderId":"a"}
    {"errorCode":null,"orderId":"a"}
register {"errorCode":0,"orderId":null}
    ReplyException register errorCode=null actionCode=null http=200 reply=yes UNKNOWN final
    register: HTTP 200: the reply lacks orderId; the outcome is unknown: ask getOrderStatusExtended by orderNumber before repeating the call
refund {}
    ReplyException refund errorCode=null actionCode=null http=200 reply=yes UNKNOWN final
    refund: HTTP 200: the reply lacks errorCode; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call
refund {"errorCode":0}
    {"errorCode":0}
refund {"errorCode":"0","errorMessage":"Success"}
    {"errorCode":"0","errorMessage":"Success"}
refund {"ErrorCode":"7","ErrorMessage":"no"}
    InvalidStateException refund errorCode=7 actionCode=null http=200 reply=yes known final
    refund: errorCode 7: no
refund {"success":false,"errorCode":"0"}
    DeclinedException refund errorCode=0 actionCode=null http=200 reply=yes known final
    refund: errorCode 0: the gateway answered success: false
refund {"success":true,"errorCode":"7"}
    {"success":true,"errorCode":"7"}
refund {"success":false,"error":{"code":"10","description":"d","message":"m"}}
    InvalidRequestException refund errorCode=10 actionCode=null http=200 reply=yes known final
    refund: errorCode 10: m
refund {"success":false,"error":{"code":5}}
    AccessDeniedException refund errorCode=5 actionCode=null http=200 reply=yes known final
    refund: errorCode 5: access is denied, the password must be changed, or the amount is wrong; the usual cause is a test login used in production, or the reverse
paymentOrder {"errorCode":0,"info":"i","redirect":"r"}
    {"errorCode":0,"info":"i","redirect":"r"}
paymentOrder {"errorCode":0,"error":"Declined","redirect":"r","actionCode":"116"}
    DeclinedException paymentOrder errorCode=0 actionCode=116 http=200 reply=yes known final
    paymentOrder: errorCode 0: Declined
paymentOrder {"errorCode":0,"error":"","errorMessage":"","redirect":"r"}
    {"errorCode":0,"error":"","errorMessage":"","redirect":"r"}
paymentOrder {"errorCode":0,"error":false,"redirect":"r"}
    {"errorCode":0,"error":false,"redirect":"r"}
paymentOrder {"errorCode":0,"orderStatus":6,"actionCode":-2006}
    DeclinedException paymentOrder errorCode=0 actionCode=-2006 http=200 reply=yes known final
    paymentOrder: errorCode 0: the payment was declined
paymentOrder {"success":true,"orderStatus":{"orderStatus":6,"actionCode":101}}
    DeclinedException paymentOrder errorCode=null actionCode=101 http=200 reply=yes known final
    paymentOrder: the payment was declined
paymentOrder {"success":true,"orderStatus":{"orderStatus":2}}
    {"success":true,"orderStatus":{"orderStatus":2}}
paymentOrder {"errorCode":"0","orderStatus":{"OrderStatus":"6"}}
    DeclinedException paymentOrder errorCode=0 actionCode=null http=200 reply=yes known final
    paymentOrder: errorCode 0: the payment was declined
paymentOrder {"errorCode":0,"acsUrl":"https://acs.example/","paReq":"p","termUrl":"t"}
    {"errorCode":0,"acsUrl":"https://acs.example/","paReq":"p","termUrl":"t"}
paymentOrder {"errorCode":0,"is3DSVer2":true,"threeDSServerTransId":"t","threeDSMethodURL":"m"}
    {"errorCode":0,"is3DSVer2":true,"threeDSServerTransId":"t","threeDSMethodURL":"m"}
paymentOrder {"errorCode":0,"redirect":"r","errorTypeName":"DATA_INPUT_ERROR","errorMessage":"m"}
    DeclinedException paymentOrder errorCode=0 actionCode=null http=200 reply=yes known final
    paymentOrder: errorCode 0: m
paymentOrder {"errorCode":0,"redirect":"r","error":["m"]}
    DeclinedException paymentOrder errorCode=0 actionCode=null http=200 reply=yes known final
    paymentOrder: errorCode 0: the gateway answered an error with errorCode 0
paymentOrder {"errorCode":0,"redirect":"r","error":[]}
    {"errorCode":0,"redirect":"r","error":[]}
paymentOrder {"errorCode":0,"redirect":"r","error":{"code":"5","message":"m"}}
    AccessDeniedException paymentOrder errorCode=5 actionCode=null http=200 reply=yes known final
    paymentOrder: errorCode 5: m
paymentOrder {}
    ReplyException paymentOrder errorCode=null actionCode=null http=200 reply=yes UNKNOWN final
    paymentOrder: HTTP 200: the reply lacks redirect|acsUrl|threeDSServerTransId|errorCode|success; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call
getOrderStatusExtended {"errorCode":"0","orderStatus":6,"actionCode":-2007}
    {"errorCode":"0","orderStatus":6,"actionCode":-2007}
getOrderStatusExtended {"errorCode":"0","orderStatus":0}
    {"errorCode":"0","orderStatus":0}
getOrderStatusExtended {"errorCode":"0","orderStatus":42}
    {"errorCode":"0","orderStatus":42}
getOrderStatusExtended {"errorCode":"0"}
    ReplyException getOrderStatusExtended errorCode=null actionCode=null http=200 reply=yes known final
    getOrderStatusExtended: HTTP 200: the reply lacks orderStatus
getBindings {"errorCode":"2","errorMessage":"Nothing found"}
    {"bindings":[]}
getBindings {"errorCode":2}
    {"bindings":[]}
getBindings {"errorCode":"0","bindings":[{"bindingId":"b"}]}
    {"errorCode":"0","bindings":[{"bindingId":"b"}]}
getBindings {"errorCode":"1"}
    InvalidRequestException getBindings errorCode=1 actionCode=null http=200 reply=yes known final
    getBindings: errorCode 1: clientId is empty, or neither a card nor a binding was named
call by path {"anything":[1,2.5,true,null,"я",{"a":[]}]}
    {"anything":[1,2.5,true,null,"я",{"a":[]}]}
call by path {"errorCode":"6"}
    OrderNotFoundException rest/newThing.do errorCode=6 actionCode=null http=200 reply=yes known final
    rest/newThing.do: errorCode 6: the order is unknown
call by path {"n":9223372036854775807,"big":9223372036854775808,"neg":-9223372036854775808,"k":1,"k":2}
    {"n":9223372036854775807,"big":"9223372036854775808","neg":-9223372036854775808,"k":2}
Syntax error
