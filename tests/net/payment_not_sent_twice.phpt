--TEST--
A connection that dies after a money-moving call was read: one delivery, and the outcome is unknown
--EXTENSIONS--
payment_gateway
--FILE--
<?php

declare(strict_types=1);

require __DIR__ . '/../support/fault_proxy.inc';
require __DIR__ . '/../support/calls.inc';

not_sent_twice(tls: false);

?>
--EXPECT--
1 delivery, outcome unknown:
    register                             fin drop rst
    registerPreAuth                      fin drop rst
    deposit                              fin drop rst
    reverse                              fin drop rst
    refund                               fin drop rst
    processRawSumRefund                  fin drop rst
    processRawPositionRefund             fin drop rst
    processRawPositionOrderRefund        fin drop rst
    instantRefund                        fin drop rst
    decline                              fin drop rst
    paymentOrder                         fin drop rst
    paymentOrderBinding                  fin drop rst
    instantPayment                       fin drop rst
    motoPayment                          fin drop rst
    continue3ds                          fin drop rst
    finish3dsPayment                     fin drop rst
    finish3dsVer2Payment                 fin drop rst
    verifyCard                           fin drop rst
    industryPracticePayment              fin drop rst
    recurrentPayment                     fin drop rst
    installmentPayment                   fin drop rst
    applePay                             fin drop rst
    applePayDirect                       fin drop rst
    googlePay                            fin drop rst
    googlePayDirect                      fin drop rst
    samsungPay                           fin drop rst
    samsungPayDirect                     fin drop rst
    mirPay                               fin drop rst
    mirPayDirect                         fin drop rst
    tokenPayment                         fin drop rst
    createBindingNoPayment               fin drop rst
    bindCard                             fin drop rst
    unBindCard                           fin drop rst
    extendBinding                        fin drop rst
    updateSSLCardList                    fin drop rst
    createTask                           fin drop rst
    modifyTask                           fin drop rst
    terminateTask                        fin drop rst
    activateTask                         fin drop rst
    terminateTasks                       fin drop rst
    skipTaskPayment                      fin drop rst
    call by path                         fin drop rst
    paymentOrderBinding, sberbank        fin drop rst
    recurrentPayment, sberbank           fin drop rst
    mirPayDirect, sberbank               fin drop rst
    paymentSberPay, sberbank             fin drop rst
    autoCompletion, sberbank             fin drop rst
    autoRefund, sberbank                 fin drop rst
    finish3dsMethod, sberbank            fin drop rst
    finish3dsPayment, sberbank           fin drop rst
    paymentOrderBySubscription, sberbank fin drop rst
