/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: e7bb728c3dcaeb2f95f8cd234dcc81b9e0ea9d57 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_PaymentGateway___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, baseUri, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, userName, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, password, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, token, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_forBank, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, bank, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, userName, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, password, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, token, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_banks, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_PaymentGateway_batch, 0, 1, Iterator, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, calls, Traversable, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, concurrency, IS_LONG, 0, "16")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, keepOrder, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_resetConnections, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_connectionStats arginfo_class_PaymentGateway_banks

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_verifyCallbackHmac, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, callback, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_MASK(0, secrets, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ownNames, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_verifyCallbackRsa, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, callback, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_MASK(0, pems, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ownNames, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, digest, IS_STRING, 0, "\'sha512\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_confirmCallback, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, callback, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_PaymentGateway_nextStep, 0, 1, PaymentGateway\\\116extStep, 0)
	ZEND_ARG_TYPE_INFO(0, reply, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, orderId, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_PaymentGateway_payerReturn, 0, 1, PaymentGateway\\PayerReturn, 0)
	ZEND_ARG_TYPE_MASK(0, query, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_MASK(0, form, MAY_BE_ARRAY|MAY_BE_STRING, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_confirmReturn, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, query, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_MASK(0, form, MAY_BE_ARRAY|MAY_BE_STRING, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, orderId, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, transactionId, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_acsRedirectUrl, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_createSeToken, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, card, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_encryptSeToken, 0, 2, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, card, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, publicKeyPem, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_actionCodeMeaning, 0, 1, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO(0, actionCode, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, bank, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_actionCodeSource arginfo_class_PaymentGateway_actionCodeMeaning

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_register, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, returnUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_registerPreAuth arginfo_class_PaymentGateway_register

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_deposit, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, amount, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_reverse, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_refund, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_processRawSumRefund arginfo_class_PaymentGateway_refund

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_processRawPositionRefund, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, positionId, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_processRawPositionOrderRefund arginfo_class_PaymentGateway_processRawPositionRefund

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_instantRefund, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_decline, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_cancel arginfo_class_PaymentGateway_reverse

#define arginfo_class_PaymentGateway_getOrderStatus arginfo_class_PaymentGateway_reverse

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_getOrderStatusExtended, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, orderId, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, orderNumber, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_getLastOrdersForMerchants, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_getReceiptStatus arginfo_class_PaymentGateway_getOrderStatusExtended

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_paymentOrder, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_paymentOrderBinding, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, bindingId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_instantPayment, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, returnUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_industryPracticePayment, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, tii, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_continue3ds arginfo_class_PaymentGateway_reverse

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_finish3dsMethod, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, threeDSServerTransId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, threeDSCompInd, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_finish3dsPayment arginfo_class_PaymentGateway_paymentOrder

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_finish3dsVer2Payment, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, threeDSServerTransId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_verifyCard arginfo_class_PaymentGateway_instantRefund

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_verifyEnrollment, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, pan, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_motoPayment arginfo_class_PaymentGateway_instantPayment

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_recurrentPayment, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, bindingId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_installmentPayment, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, bindingId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, preAuth, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_applePay, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, merchant, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, paymentToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_applePayDirect, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, paymentToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_googlePay, 0, 6, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, merchant, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, paymentToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, returnUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, ip, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_googlePayDirect, 0, 4, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, paymentToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, returnUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_samsungPay arginfo_class_PaymentGateway_applePay

#define arginfo_class_PaymentGateway_samsungPayDirect arginfo_class_PaymentGateway_applePay

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_mirPay, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderNumber, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, paymentToken, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_mirPayDirect arginfo_class_PaymentGateway_mirPay

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_tokenPayment, 0, 4, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, tokenType, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, paymentData, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, returnUrl, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_paymentSberPay, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, phone, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_paymentOrderBySubscription, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, subscriptionId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, memberId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_autoCompletion arginfo_class_PaymentGateway_reverse

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_autoRefund, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, compositeAmount, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_getBindings, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, clientId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_getAllBindings arginfo_class_PaymentGateway_getBindings

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_getBindingsByCardOrId, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, pan, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, bindingId, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_bindCard, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, bindingId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_unBindCard arginfo_class_PaymentGateway_bindCard

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_extendBinding, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, bindingId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, newExpiry, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_updateSSLCardList arginfo_class_PaymentGateway_reverse

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_createBindingNoPayment, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, clientId, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, params, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_createTask, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, task, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_modifyTask arginfo_class_PaymentGateway_createTask

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_getTask, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, taskIdentifier, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_terminateTask arginfo_class_PaymentGateway_getTask

#define arginfo_class_PaymentGateway_activateTask arginfo_class_PaymentGateway_getTask

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_terminateTasks, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, taskIdentifiers, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_skipTaskPayment, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, taskIdentifier, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, paymentNumber, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_call, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, method, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, params, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_OrderStatus_isPaid, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_OrderStatus_isHeld arginfo_class_PaymentGateway_OrderStatus_isPaid

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_OrderStatus_isPartlyRefunded, 0, 1, _IS_BOOL, 1)
	ZEND_ARG_TYPE_INFO(0, order, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_OrderStatus_isFinal arginfo_class_PaymentGateway_OrderStatus_isPaid

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_PaymentGateway_NextStep___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_NextStep_html, 0, 0, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, continueUrl, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, button, IS_STRING, 0, "\'Continue\'")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_PayerReturn___construct arginfo_class_PaymentGateway_NextStep___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_PayerReturn_html, 0, 0, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, url, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nonce, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, button, IS_STRING, 0, "\'Continue\'")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Exception_getMethod, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Exception_getErrorCode, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_Exception_getActionCode arginfo_class_PaymentGateway_Exception_getErrorCode

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Exception_getHttpStatus, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Exception_getReply, 0, 0, IS_ARRAY, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Exception_getReplyExcerpt, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_Exception_isOutcomeUnknown arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_Exception_isRetriable arginfo_class_PaymentGateway_OrderStatus_isPaid

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_PaymentGateway_GatewayException___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, message, IS_STRING, 0, "\"\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, errorCode, IS_LONG, 1, "null")
	ZEND_ARG_OBJ_INFO_WITH_DEFAULT_VALUE(0, previous, Throwable, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, method, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, actionCode, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, httpStatus, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, reply, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, outcomeUnknown, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, retriable, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_GatewayException_getMethod arginfo_class_PaymentGateway_Exception_getMethod

#define arginfo_class_PaymentGateway_GatewayException_getErrorCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_GatewayException_getActionCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_GatewayException_getHttpStatus arginfo_class_PaymentGateway_Exception_getHttpStatus

#define arginfo_class_PaymentGateway_GatewayException_getReply arginfo_class_PaymentGateway_Exception_getReply

#define arginfo_class_PaymentGateway_GatewayException_getReplyExcerpt arginfo_class_PaymentGateway_Exception_getReplyExcerpt

#define arginfo_class_PaymentGateway_GatewayException_isOutcomeUnknown arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_GatewayException_isRetriable arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_TransportException___construct arginfo_class_PaymentGateway_GatewayException___construct

#define arginfo_class_PaymentGateway_TransportException_getMethod arginfo_class_PaymentGateway_Exception_getMethod

#define arginfo_class_PaymentGateway_TransportException_getErrorCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_TransportException_getActionCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_TransportException_getHttpStatus arginfo_class_PaymentGateway_Exception_getHttpStatus

#define arginfo_class_PaymentGateway_TransportException_getReply arginfo_class_PaymentGateway_Exception_getReply

#define arginfo_class_PaymentGateway_TransportException_getReplyExcerpt arginfo_class_PaymentGateway_Exception_getReplyExcerpt

#define arginfo_class_PaymentGateway_TransportException_isOutcomeUnknown arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_TransportException_isRetriable arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_ReplyException___construct arginfo_class_PaymentGateway_GatewayException___construct

#define arginfo_class_PaymentGateway_ReplyException_getMethod arginfo_class_PaymentGateway_Exception_getMethod

#define arginfo_class_PaymentGateway_ReplyException_getErrorCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_ReplyException_getActionCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_ReplyException_getHttpStatus arginfo_class_PaymentGateway_Exception_getHttpStatus

#define arginfo_class_PaymentGateway_ReplyException_getReply arginfo_class_PaymentGateway_Exception_getReply

#define arginfo_class_PaymentGateway_ReplyException_getReplyExcerpt arginfo_class_PaymentGateway_Exception_getReplyExcerpt

#define arginfo_class_PaymentGateway_ReplyException_isOutcomeUnknown arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_ReplyException_isRetriable arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_SignatureException___construct arginfo_class_PaymentGateway_GatewayException___construct

#define arginfo_class_PaymentGateway_SignatureException_getMethod arginfo_class_PaymentGateway_Exception_getMethod

#define arginfo_class_PaymentGateway_SignatureException_getErrorCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_SignatureException_getActionCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_SignatureException_getHttpStatus arginfo_class_PaymentGateway_Exception_getHttpStatus

#define arginfo_class_PaymentGateway_SignatureException_getReply arginfo_class_PaymentGateway_Exception_getReply

#define arginfo_class_PaymentGateway_SignatureException_getReplyExcerpt arginfo_class_PaymentGateway_Exception_getReplyExcerpt

#define arginfo_class_PaymentGateway_SignatureException_isOutcomeUnknown arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_SignatureException_isRetriable arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_ArgumentException___construct arginfo_class_PaymentGateway_GatewayException___construct

#define arginfo_class_PaymentGateway_ArgumentException_getMethod arginfo_class_PaymentGateway_Exception_getMethod

#define arginfo_class_PaymentGateway_ArgumentException_getErrorCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_ArgumentException_getActionCode arginfo_class_PaymentGateway_Exception_getErrorCode

#define arginfo_class_PaymentGateway_ArgumentException_getHttpStatus arginfo_class_PaymentGateway_Exception_getHttpStatus

#define arginfo_class_PaymentGateway_ArgumentException_getReply arginfo_class_PaymentGateway_Exception_getReply

#define arginfo_class_PaymentGateway_ArgumentException_getReplyExcerpt arginfo_class_PaymentGateway_Exception_getReplyExcerpt

#define arginfo_class_PaymentGateway_ArgumentException_isOutcomeUnknown arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_ArgumentException_isRetriable arginfo_class_PaymentGateway_OrderStatus_isPaid

#define arginfo_class_PaymentGateway_Batch___construct arginfo_class_PaymentGateway_NextStep___construct

#define arginfo_class_PaymentGateway_Batch_rewind arginfo_class_PaymentGateway_resetConnections

#define arginfo_class_PaymentGateway_Batch_valid arginfo_class_PaymentGateway_OrderStatus_isPaid

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Batch_key, 0, 0, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_Batch_current arginfo_class_PaymentGateway_Batch_key

#define arginfo_class_PaymentGateway_Batch_next arginfo_class_PaymentGateway_resetConnections

#define arginfo_class_PaymentGateway_Money___construct arginfo_class_PaymentGateway_NextStep___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Money_toMinorUnits, 0, 2, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, amount, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Money_toDecimal, 0, 2, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, minorUnits, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Money_currencyNumber, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Money_currencyExponent, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_PaymentGateway_Cart___construct arginfo_class_PaymentGateway_NextStep___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Cart_bundle, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, lines, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Cart_part, 0, 2, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, orderBundle, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, lines, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, before, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_PaymentGateway_Cart_sum, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, orderBundle, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_METHOD(PaymentGateway, __construct);
ZEND_METHOD(PaymentGateway, forBank);
ZEND_METHOD(PaymentGateway, banks);
ZEND_METHOD(PaymentGateway, batch);
ZEND_METHOD(PaymentGateway, resetConnections);
ZEND_METHOD(PaymentGateway, connectionStats);
ZEND_METHOD(PaymentGateway, verifyCallbackHmac);
ZEND_METHOD(PaymentGateway, verifyCallbackRsa);
ZEND_METHOD(PaymentGateway, confirmCallback);
ZEND_METHOD(PaymentGateway, nextStep);
ZEND_METHOD(PaymentGateway, payerReturn);
ZEND_METHOD(PaymentGateway, confirmReturn);
ZEND_METHOD(PaymentGateway, acsRedirectUrl);
ZEND_METHOD(PaymentGateway, createSeToken);
ZEND_METHOD(PaymentGateway, encryptSeToken);
ZEND_METHOD(PaymentGateway, actionCodeMeaning);
ZEND_METHOD(PaymentGateway, actionCodeSource);
ZEND_METHOD(PaymentGateway, register);
ZEND_METHOD(PaymentGateway, cancel);
ZEND_METHOD(PaymentGateway, call);
ZEND_METHOD(PaymentGateway_OrderStatus, isPaid);
ZEND_METHOD(PaymentGateway_OrderStatus, isHeld);
ZEND_METHOD(PaymentGateway_OrderStatus, isPartlyRefunded);
ZEND_METHOD(PaymentGateway_OrderStatus, isFinal);
ZEND_METHOD(PaymentGateway_NextStep, __construct);
ZEND_METHOD(PaymentGateway_NextStep, html);
ZEND_METHOD(PaymentGateway_PayerReturn, html);
ZEND_METHOD(PaymentGateway_GatewayException, __construct);
ZEND_METHOD(PaymentGateway_GatewayException, getMethod);
ZEND_METHOD(PaymentGateway_GatewayException, getErrorCode);
ZEND_METHOD(PaymentGateway_GatewayException, getActionCode);
ZEND_METHOD(PaymentGateway_GatewayException, getHttpStatus);
ZEND_METHOD(PaymentGateway_GatewayException, getReply);
ZEND_METHOD(PaymentGateway_GatewayException, getReplyExcerpt);
ZEND_METHOD(PaymentGateway_GatewayException, isOutcomeUnknown);
ZEND_METHOD(PaymentGateway_GatewayException, isRetriable);
ZEND_METHOD(PaymentGateway_Money, __construct);
ZEND_METHOD(PaymentGateway_Batch, rewind);
ZEND_METHOD(PaymentGateway_Batch, valid);
ZEND_METHOD(PaymentGateway_Batch, key);
ZEND_METHOD(PaymentGateway_Batch, current);
ZEND_METHOD(PaymentGateway_Batch, next);
ZEND_METHOD(PaymentGateway_Money, toMinorUnits);
ZEND_METHOD(PaymentGateway_Money, toDecimal);
ZEND_METHOD(PaymentGateway_Money, currencyNumber);
ZEND_METHOD(PaymentGateway_Money, currencyExponent);
ZEND_METHOD(PaymentGateway_Cart, bundle);
ZEND_METHOD(PaymentGateway_Cart, part);
ZEND_METHOD(PaymentGateway_Cart, sum);

static const zend_function_entry class_PaymentGateway_methods[] = {
	ZEND_ME(PaymentGateway, __construct, arginfo_class_PaymentGateway___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway, forBank, arginfo_class_PaymentGateway_forBank, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, banks, arginfo_class_PaymentGateway_banks, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, batch, arginfo_class_PaymentGateway_batch, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway, resetConnections, arginfo_class_PaymentGateway_resetConnections, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, connectionStats, arginfo_class_PaymentGateway_connectionStats, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, verifyCallbackHmac, arginfo_class_PaymentGateway_verifyCallbackHmac, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, verifyCallbackRsa, arginfo_class_PaymentGateway_verifyCallbackRsa, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, confirmCallback, arginfo_class_PaymentGateway_confirmCallback, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway, nextStep, arginfo_class_PaymentGateway_nextStep, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, payerReturn, arginfo_class_PaymentGateway_payerReturn, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway, confirmReturn, arginfo_class_PaymentGateway_confirmReturn, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway, acsRedirectUrl, arginfo_class_PaymentGateway_acsRedirectUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway, createSeToken, arginfo_class_PaymentGateway_createSeToken, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway, encryptSeToken, arginfo_class_PaymentGateway_encryptSeToken, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, actionCodeMeaning, arginfo_class_PaymentGateway_actionCodeMeaning, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, actionCodeSource, arginfo_class_PaymentGateway_actionCodeSource, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway, register, arginfo_class_PaymentGateway_register, ZEND_ACC_PUBLIC)
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("registerPreAuth", zim_PaymentGateway_register, arginfo_class_PaymentGateway_registerPreAuth, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("registerPreAuth", zim_PaymentGateway_register, arginfo_class_PaymentGateway_registerPreAuth, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("deposit", zim_PaymentGateway_register, arginfo_class_PaymentGateway_deposit, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("deposit", zim_PaymentGateway_register, arginfo_class_PaymentGateway_deposit, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("reverse", zim_PaymentGateway_register, arginfo_class_PaymentGateway_reverse, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("reverse", zim_PaymentGateway_register, arginfo_class_PaymentGateway_reverse, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("refund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_refund, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("refund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_refund, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("processRawSumRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_processRawSumRefund, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("processRawSumRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_processRawSumRefund, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("processRawPositionRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_processRawPositionRefund, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("processRawPositionRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_processRawPositionRefund, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("processRawPositionOrderRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_processRawPositionOrderRefund, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("processRawPositionOrderRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_processRawPositionOrderRefund, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("instantRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_instantRefund, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("instantRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_instantRefund, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("decline", zim_PaymentGateway_register, arginfo_class_PaymentGateway_decline, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("decline", zim_PaymentGateway_register, arginfo_class_PaymentGateway_decline, ZEND_ACC_PUBLIC)
#endif
	ZEND_ME(PaymentGateway, cancel, arginfo_class_PaymentGateway_cancel, ZEND_ACC_PUBLIC)
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getOrderStatus", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getOrderStatus, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getOrderStatus", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getOrderStatus, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getOrderStatusExtended", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getOrderStatusExtended, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getOrderStatusExtended", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getOrderStatusExtended, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getLastOrdersForMerchants", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getLastOrdersForMerchants, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getLastOrdersForMerchants", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getLastOrdersForMerchants, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReceiptStatus", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getReceiptStatus, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReceiptStatus", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getReceiptStatus, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("paymentOrder", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentOrder, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("paymentOrder", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentOrder, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("paymentOrderBinding", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentOrderBinding, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("paymentOrderBinding", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentOrderBinding, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("instantPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_instantPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("instantPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_instantPayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("industryPracticePayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_industryPracticePayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("industryPracticePayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_industryPracticePayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("continue3ds", zim_PaymentGateway_register, arginfo_class_PaymentGateway_continue3ds, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("continue3ds", zim_PaymentGateway_register, arginfo_class_PaymentGateway_continue3ds, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("finish3dsMethod", zim_PaymentGateway_register, arginfo_class_PaymentGateway_finish3dsMethod, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("finish3dsMethod", zim_PaymentGateway_register, arginfo_class_PaymentGateway_finish3dsMethod, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("finish3dsPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_finish3dsPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("finish3dsPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_finish3dsPayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("finish3dsVer2Payment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_finish3dsVer2Payment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("finish3dsVer2Payment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_finish3dsVer2Payment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("verifyCard", zim_PaymentGateway_register, arginfo_class_PaymentGateway_verifyCard, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("verifyCard", zim_PaymentGateway_register, arginfo_class_PaymentGateway_verifyCard, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("verifyEnrollment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_verifyEnrollment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("verifyEnrollment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_verifyEnrollment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("motoPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_motoPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("motoPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_motoPayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("recurrentPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_recurrentPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("recurrentPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_recurrentPayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("installmentPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_installmentPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("installmentPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_installmentPayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("applePay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_applePay, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("applePay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_applePay, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("applePayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_applePayDirect, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("applePayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_applePayDirect, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("googlePay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_googlePay, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("googlePay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_googlePay, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("googlePayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_googlePayDirect, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("googlePayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_googlePayDirect, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("samsungPay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_samsungPay, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("samsungPay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_samsungPay, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("samsungPayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_samsungPayDirect, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("samsungPayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_samsungPayDirect, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("mirPay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_mirPay, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("mirPay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_mirPay, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("mirPayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_mirPayDirect, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("mirPayDirect", zim_PaymentGateway_register, arginfo_class_PaymentGateway_mirPayDirect, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("tokenPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_tokenPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("tokenPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_tokenPayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("paymentSberPay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentSberPay, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("paymentSberPay", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentSberPay, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("paymentOrderBySubscription", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentOrderBySubscription, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("paymentOrderBySubscription", zim_PaymentGateway_register, arginfo_class_PaymentGateway_paymentOrderBySubscription, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("autoCompletion", zim_PaymentGateway_register, arginfo_class_PaymentGateway_autoCompletion, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("autoCompletion", zim_PaymentGateway_register, arginfo_class_PaymentGateway_autoCompletion, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("autoRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_autoRefund, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("autoRefund", zim_PaymentGateway_register, arginfo_class_PaymentGateway_autoRefund, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getBindings", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getBindings, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getBindings", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getBindings, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getAllBindings", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getAllBindings, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getAllBindings", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getAllBindings, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getBindingsByCardOrId", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getBindingsByCardOrId, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getBindingsByCardOrId", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getBindingsByCardOrId, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("bindCard", zim_PaymentGateway_register, arginfo_class_PaymentGateway_bindCard, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("bindCard", zim_PaymentGateway_register, arginfo_class_PaymentGateway_bindCard, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("unBindCard", zim_PaymentGateway_register, arginfo_class_PaymentGateway_unBindCard, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("unBindCard", zim_PaymentGateway_register, arginfo_class_PaymentGateway_unBindCard, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("extendBinding", zim_PaymentGateway_register, arginfo_class_PaymentGateway_extendBinding, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("extendBinding", zim_PaymentGateway_register, arginfo_class_PaymentGateway_extendBinding, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("updateSSLCardList", zim_PaymentGateway_register, arginfo_class_PaymentGateway_updateSSLCardList, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("updateSSLCardList", zim_PaymentGateway_register, arginfo_class_PaymentGateway_updateSSLCardList, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("createBindingNoPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_createBindingNoPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("createBindingNoPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_createBindingNoPayment, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("createTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_createTask, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("createTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_createTask, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("modifyTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_modifyTask, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("modifyTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_modifyTask, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getTask, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_getTask, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("terminateTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_terminateTask, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("terminateTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_terminateTask, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("activateTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_activateTask, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("activateTask", zim_PaymentGateway_register, arginfo_class_PaymentGateway_activateTask, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("terminateTasks", zim_PaymentGateway_register, arginfo_class_PaymentGateway_terminateTasks, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("terminateTasks", zim_PaymentGateway_register, arginfo_class_PaymentGateway_terminateTasks, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("skipTaskPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_skipTaskPayment, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("skipTaskPayment", zim_PaymentGateway_register, arginfo_class_PaymentGateway_skipTaskPayment, ZEND_ACC_PUBLIC)
#endif
	ZEND_ME(PaymentGateway, call, arginfo_class_PaymentGateway_call, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_OrderStatus_methods[] = {
	ZEND_ME(PaymentGateway_OrderStatus, isPaid, arginfo_class_PaymentGateway_OrderStatus_isPaid, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_OrderStatus, isHeld, arginfo_class_PaymentGateway_OrderStatus_isHeld, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_OrderStatus, isPartlyRefunded, arginfo_class_PaymentGateway_OrderStatus_isPartlyRefunded, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_OrderStatus, isFinal, arginfo_class_PaymentGateway_OrderStatus_isFinal, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_NextStep_methods[] = {
	ZEND_ME(PaymentGateway_NextStep, __construct, arginfo_class_PaymentGateway_NextStep___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(PaymentGateway_NextStep, html, arginfo_class_PaymentGateway_NextStep_html, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_PayerReturn_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_NextStep___construct, arginfo_class_PaymentGateway_PayerReturn___construct, ZEND_ACC_PRIVATE, NULL, NULL)
#else
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_NextStep___construct, arginfo_class_PaymentGateway_PayerReturn___construct, ZEND_ACC_PRIVATE)
#endif
	ZEND_ME(PaymentGateway_PayerReturn, html, arginfo_class_PaymentGateway_PayerReturn_html, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_Exception_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getMethod", NULL, arginfo_class_PaymentGateway_Exception_getMethod, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getMethod", NULL, arginfo_class_PaymentGateway_Exception_getMethod, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getErrorCode", NULL, arginfo_class_PaymentGateway_Exception_getErrorCode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getErrorCode", NULL, arginfo_class_PaymentGateway_Exception_getErrorCode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getActionCode", NULL, arginfo_class_PaymentGateway_Exception_getActionCode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getActionCode", NULL, arginfo_class_PaymentGateway_Exception_getActionCode, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getHttpStatus", NULL, arginfo_class_PaymentGateway_Exception_getHttpStatus, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getHttpStatus", NULL, arginfo_class_PaymentGateway_Exception_getHttpStatus, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReply", NULL, arginfo_class_PaymentGateway_Exception_getReply, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReply", NULL, arginfo_class_PaymentGateway_Exception_getReply, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReplyExcerpt", NULL, arginfo_class_PaymentGateway_Exception_getReplyExcerpt, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReplyExcerpt", NULL, arginfo_class_PaymentGateway_Exception_getReplyExcerpt, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isOutcomeUnknown", NULL, arginfo_class_PaymentGateway_Exception_isOutcomeUnknown, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isOutcomeUnknown", NULL, arginfo_class_PaymentGateway_Exception_isOutcomeUnknown, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isRetriable", NULL, arginfo_class_PaymentGateway_Exception_isRetriable, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isRetriable", NULL, arginfo_class_PaymentGateway_Exception_isRetriable, ZEND_ACC_PUBLIC|ZEND_ACC_ABSTRACT)
#endif
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_GatewayException_methods[] = {
	ZEND_ME(PaymentGateway_GatewayException, __construct, arginfo_class_PaymentGateway_GatewayException___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, getMethod, arginfo_class_PaymentGateway_GatewayException_getMethod, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, getErrorCode, arginfo_class_PaymentGateway_GatewayException_getErrorCode, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, getActionCode, arginfo_class_PaymentGateway_GatewayException_getActionCode, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, getHttpStatus, arginfo_class_PaymentGateway_GatewayException_getHttpStatus, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, getReply, arginfo_class_PaymentGateway_GatewayException_getReply, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, getReplyExcerpt, arginfo_class_PaymentGateway_GatewayException_getReplyExcerpt, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, isOutcomeUnknown, arginfo_class_PaymentGateway_GatewayException_isOutcomeUnknown, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_GatewayException, isRetriable, arginfo_class_PaymentGateway_GatewayException_isRetriable, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_TransportException_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_TransportException___construct, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_TransportException___construct, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_TransportException_getMethod, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_TransportException_getMethod, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_TransportException_getErrorCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_TransportException_getErrorCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_TransportException_getActionCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_TransportException_getActionCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_TransportException_getHttpStatus, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_TransportException_getHttpStatus, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_TransportException_getReply, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_TransportException_getReply, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_TransportException_getReplyExcerpt, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_TransportException_getReplyExcerpt, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_TransportException_isOutcomeUnknown, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_TransportException_isOutcomeUnknown, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_TransportException_isRetriable, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_TransportException_isRetriable, ZEND_ACC_PUBLIC)
#endif
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_ReplyException_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_ReplyException___construct, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_ReplyException___construct, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_ReplyException_getMethod, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_ReplyException_getMethod, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_ReplyException_getErrorCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_ReplyException_getErrorCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_ReplyException_getActionCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_ReplyException_getActionCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_ReplyException_getHttpStatus, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_ReplyException_getHttpStatus, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_ReplyException_getReply, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_ReplyException_getReply, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_ReplyException_getReplyExcerpt, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_ReplyException_getReplyExcerpt, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_ReplyException_isOutcomeUnknown, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_ReplyException_isOutcomeUnknown, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_ReplyException_isRetriable, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_ReplyException_isRetriable, ZEND_ACC_PUBLIC)
#endif
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_SignatureException_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_SignatureException___construct, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_SignatureException___construct, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_SignatureException_getMethod, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_SignatureException_getMethod, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_SignatureException_getErrorCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_SignatureException_getErrorCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_SignatureException_getActionCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_SignatureException_getActionCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_SignatureException_getHttpStatus, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_SignatureException_getHttpStatus, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_SignatureException_getReply, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_SignatureException_getReply, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_SignatureException_getReplyExcerpt, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_SignatureException_getReplyExcerpt, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_SignatureException_isOutcomeUnknown, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_SignatureException_isOutcomeUnknown, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_SignatureException_isRetriable, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_SignatureException_isRetriable, ZEND_ACC_PUBLIC)
#endif
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_ArgumentException_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_ArgumentException___construct, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_GatewayException___construct, arginfo_class_PaymentGateway_ArgumentException___construct, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_ArgumentException_getMethod, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getMethod", zim_PaymentGateway_GatewayException_getMethod, arginfo_class_PaymentGateway_ArgumentException_getMethod, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_ArgumentException_getErrorCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getErrorCode", zim_PaymentGateway_GatewayException_getErrorCode, arginfo_class_PaymentGateway_ArgumentException_getErrorCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_ArgumentException_getActionCode, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getActionCode", zim_PaymentGateway_GatewayException_getActionCode, arginfo_class_PaymentGateway_ArgumentException_getActionCode, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_ArgumentException_getHttpStatus, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getHttpStatus", zim_PaymentGateway_GatewayException_getHttpStatus, arginfo_class_PaymentGateway_ArgumentException_getHttpStatus, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_ArgumentException_getReply, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReply", zim_PaymentGateway_GatewayException_getReply, arginfo_class_PaymentGateway_ArgumentException_getReply, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_ArgumentException_getReplyExcerpt, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("getReplyExcerpt", zim_PaymentGateway_GatewayException_getReplyExcerpt, arginfo_class_PaymentGateway_ArgumentException_getReplyExcerpt, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_ArgumentException_isOutcomeUnknown, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isOutcomeUnknown", zim_PaymentGateway_GatewayException_isOutcomeUnknown, arginfo_class_PaymentGateway_ArgumentException_isOutcomeUnknown, ZEND_ACC_PUBLIC)
#endif
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_ArgumentException_isRetriable, ZEND_ACC_PUBLIC, NULL, NULL)
#else
	ZEND_RAW_FENTRY("isRetriable", zim_PaymentGateway_GatewayException_isRetriable, arginfo_class_PaymentGateway_ArgumentException_isRetriable, ZEND_ACC_PUBLIC)
#endif
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_Batch_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_Money___construct, arginfo_class_PaymentGateway_Batch___construct, ZEND_ACC_PRIVATE, NULL, NULL)
#else
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_Money___construct, arginfo_class_PaymentGateway_Batch___construct, ZEND_ACC_PRIVATE)
#endif
	ZEND_ME(PaymentGateway_Batch, rewind, arginfo_class_PaymentGateway_Batch_rewind, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_Batch, valid, arginfo_class_PaymentGateway_Batch_valid, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_Batch, key, arginfo_class_PaymentGateway_Batch_key, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_Batch, current, arginfo_class_PaymentGateway_Batch_current, ZEND_ACC_PUBLIC)
	ZEND_ME(PaymentGateway_Batch, next, arginfo_class_PaymentGateway_Batch_next, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_Money_methods[] = {
	ZEND_ME(PaymentGateway_Money, __construct, arginfo_class_PaymentGateway_Money___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(PaymentGateway_Money, toMinorUnits, arginfo_class_PaymentGateway_Money_toMinorUnits, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway_Money, toDecimal, arginfo_class_PaymentGateway_Money_toDecimal, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway_Money, currencyNumber, arginfo_class_PaymentGateway_Money_currencyNumber, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway_Money, currencyExponent, arginfo_class_PaymentGateway_Money_currencyExponent, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static const zend_function_entry class_PaymentGateway_Cart_methods[] = {
#if (PHP_VERSION_ID >= 80400)
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_Money___construct, arginfo_class_PaymentGateway_Cart___construct, ZEND_ACC_PRIVATE, NULL, NULL)
#else
	ZEND_RAW_FENTRY("__construct", zim_PaymentGateway_Money___construct, arginfo_class_PaymentGateway_Cart___construct, ZEND_ACC_PRIVATE)
#endif
	ZEND_ME(PaymentGateway_Cart, bundle, arginfo_class_PaymentGateway_Cart_bundle, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway_Cart, part, arginfo_class_PaymentGateway_Cart_part, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_ME(PaymentGateway_Cart, sum, arginfo_class_PaymentGateway_Cart_sum, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_PaymentGateway(void)
{
	zend_class_entry ce, *class_entry;

	INIT_CLASS_ENTRY(ce, "PaymentGateway", class_PaymentGateway_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, NULL, ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE);
#else
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#endif


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "forbank", sizeof("forbank") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "forbank", sizeof("forbank") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "forbank", sizeof("forbank") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "batch", sizeof("batch") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verifycallbackhmac", sizeof("verifycallbackhmac") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verifycallbackhmac", sizeof("verifycallbackhmac") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verifycallbackrsa", sizeof("verifycallbackrsa") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verifycallbackrsa", sizeof("verifycallbackrsa") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "confirmcallback", sizeof("confirmcallback") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "payerreturn", sizeof("payerreturn") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "payerreturn", sizeof("payerreturn") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "confirmreturn", sizeof("confirmreturn") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "confirmreturn", sizeof("confirmreturn") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "createsetoken", sizeof("createsetoken") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "encryptsetoken", sizeof("encryptsetoken") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "encryptsetoken", sizeof("encryptsetoken") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "register", sizeof("register") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "registerpreauth", sizeof("registerpreauth") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "deposit", sizeof("deposit") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "reverse", sizeof("reverse") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "refund", sizeof("refund") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "processrawsumrefund", sizeof("processrawsumrefund") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "processrawpositionrefund", sizeof("processrawpositionrefund") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "processrawpositionorderrefund", sizeof("processrawpositionorderrefund") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "instantrefund", sizeof("instantrefund") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "decline", sizeof("decline") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "cancel", sizeof("cancel") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getorderstatus", sizeof("getorderstatus") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getorderstatusextended", sizeof("getorderstatusextended") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getlastordersformerchants", sizeof("getlastordersformerchants") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getreceiptstatus", sizeof("getreceiptstatus") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "paymentorder", sizeof("paymentorder") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "paymentorderbinding", sizeof("paymentorderbinding") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "instantpayment", sizeof("instantpayment") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "industrypracticepayment", sizeof("industrypracticepayment") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "continue3ds", sizeof("continue3ds") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "finish3dsmethod", sizeof("finish3dsmethod") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "finish3dspayment", sizeof("finish3dspayment") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "finish3dsver2payment", sizeof("finish3dsver2payment") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verifycard", sizeof("verifycard") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verifyenrollment", sizeof("verifyenrollment") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "verifyenrollment", sizeof("verifyenrollment") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "motopayment", sizeof("motopayment") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "recurrentpayment", sizeof("recurrentpayment") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "installmentpayment", sizeof("installmentpayment") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "applepay", sizeof("applepay") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "applepay", sizeof("applepay") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "applepaydirect", sizeof("applepaydirect") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "applepaydirect", sizeof("applepaydirect") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "googlepay", sizeof("googlepay") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "googlepay", sizeof("googlepay") - 1), 6, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "googlepaydirect", sizeof("googlepaydirect") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "googlepaydirect", sizeof("googlepaydirect") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "samsungpay", sizeof("samsungpay") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "samsungpay", sizeof("samsungpay") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "samsungpaydirect", sizeof("samsungpaydirect") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "samsungpaydirect", sizeof("samsungpaydirect") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "mirpay", sizeof("mirpay") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "mirpay", sizeof("mirpay") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "mirpaydirect", sizeof("mirpaydirect") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "mirpaydirect", sizeof("mirpaydirect") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "tokenpayment", sizeof("tokenpayment") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "tokenpayment", sizeof("tokenpayment") - 1), 4, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "paymentsberpay", sizeof("paymentsberpay") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "paymentorderbysubscription", sizeof("paymentorderbysubscription") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "autocompletion", sizeof("autocompletion") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "autorefund", sizeof("autorefund") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getbindings", sizeof("getbindings") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getallbindings", sizeof("getallbindings") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getbindingsbycardorid", sizeof("getbindingsbycardorid") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "getbindingsbycardorid", sizeof("getbindingsbycardorid") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "bindcard", sizeof("bindcard") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "unbindcard", sizeof("unbindcard") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "extendbinding", sizeof("extendbinding") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "updatesslcardlist", sizeof("updatesslcardlist") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "createbindingnopayment", sizeof("createbindingnopayment") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "createtask", sizeof("createtask") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "createtask", sizeof("createtask") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "modifytask", sizeof("modifytask") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "modifytask", sizeof("modifytask") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "gettask", sizeof("gettask") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "terminatetask", sizeof("terminatetask") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "activatetask", sizeof("activatetask") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "terminatetasks", sizeof("terminatetasks") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "skiptaskpayment", sizeof("skiptaskpayment") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "call", sizeof("call") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_OrderStatus(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("PaymentGateway\\OrderStatus", IS_LONG, class_PaymentGateway_OrderStatus_methods);

	zval enum_case_Created_value;
	ZVAL_LONG(&enum_case_Created_value, 0);
	zend_enum_add_case_cstr(class_entry, "Created", &enum_case_Created_value);

	zval enum_case_Approved_value;
	ZVAL_LONG(&enum_case_Approved_value, 1);
	zend_enum_add_case_cstr(class_entry, "Approved", &enum_case_Approved_value);

	zval enum_case_Deposited_value;
	ZVAL_LONG(&enum_case_Deposited_value, 2);
	zend_enum_add_case_cstr(class_entry, "Deposited", &enum_case_Deposited_value);

	zval enum_case_Reversed_value;
	ZVAL_LONG(&enum_case_Reversed_value, 3);
	zend_enum_add_case_cstr(class_entry, "Reversed", &enum_case_Reversed_value);

	zval enum_case_Refunded_value;
	ZVAL_LONG(&enum_case_Refunded_value, 4);
	zend_enum_add_case_cstr(class_entry, "Refunded", &enum_case_Refunded_value);

	zval enum_case_AuthorizationInitialized_value;
	ZVAL_LONG(&enum_case_AuthorizationInitialized_value, 5);
	zend_enum_add_case_cstr(class_entry, "AuthorizationInitialized", &enum_case_AuthorizationInitialized_value);

	zval enum_case_Declined_value;
	ZVAL_LONG(&enum_case_Declined_value, 6);
	zend_enum_add_case_cstr(class_entry, "Declined", &enum_case_Declined_value);

	zval enum_case_Pending_value;
	ZVAL_LONG(&enum_case_Pending_value, 7);
	zend_enum_add_case_cstr(class_entry, "Pending", &enum_case_Pending_value);

	zval enum_case_PartlyDeposited_value;
	ZVAL_LONG(&enum_case_PartlyDeposited_value, 8);
	zend_enum_add_case_cstr(class_entry, "PartlyDeposited", &enum_case_PartlyDeposited_value);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_NextStepKind(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("PaymentGateway\\NextStepKind", IS_STRING, NULL);

	zval enum_case_Finished_value;
	zend_string *enum_case_Finished_value_str = zend_string_init("finished", strlen("finished"), 1);
	ZVAL_STR(&enum_case_Finished_value, enum_case_Finished_value_str);
	zend_enum_add_case_cstr(class_entry, "Finished", &enum_case_Finished_value);

	zval enum_case_AcsRedirect_value;
	zend_string *enum_case_AcsRedirect_value_str = zend_string_init("acsRedirect", strlen("acsRedirect"), 1);
	ZVAL_STR(&enum_case_AcsRedirect_value, enum_case_AcsRedirect_value_str);
	zend_enum_add_case_cstr(class_entry, "AcsRedirect", &enum_case_AcsRedirect_value);

	zval enum_case_Method_value;
	zend_string *enum_case_Method_value_str = zend_string_init("method", strlen("method"), 1);
	ZVAL_STR(&enum_case_Method_value, enum_case_Method_value_str);
	zend_enum_add_case_cstr(class_entry, "Method", &enum_case_Method_value);

	zval enum_case_Challenge_value;
	zend_string *enum_case_Challenge_value_str = zend_string_init("challenge", strlen("challenge"), 1);
	ZVAL_STR(&enum_case_Challenge_value, enum_case_Challenge_value_str);
	zend_enum_add_case_cstr(class_entry, "Challenge", &enum_case_Challenge_value);

	zval enum_case_ProcessForm_value;
	zend_string *enum_case_ProcessForm_value_str = zend_string_init("processForm", strlen("processForm"), 1);
	ZVAL_STR(&enum_case_ProcessForm_value, enum_case_ProcessForm_value_str);
	zend_enum_add_case_cstr(class_entry, "ProcessForm", &enum_case_ProcessForm_value);

	zval enum_case_Declined_value;
	zend_string *enum_case_Declined_value_str = zend_string_init("declined", strlen("declined"), 1);
	ZVAL_STR(&enum_case_Declined_value, enum_case_Declined_value_str);
	zend_enum_add_case_cstr(class_entry, "Declined", &enum_case_Declined_value);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_NextStep(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "NextStep", class_PaymentGateway_NextStep_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, NULL, ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE);
#else
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#endif

	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_string *property_kind_class_PaymentGateway_NextStepKind = zend_string_init("PaymentGateway\\\116extStepKind", sizeof("PaymentGateway\\\116extStepKind")-1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_kind_class_PaymentGateway_NextStepKind, 0, 0));
	zend_string_release(property_kind_name);

	zval property_url_default_value;
	ZVAL_UNDEF(&property_url_default_value);
	zend_string *property_url_name = zend_string_init("url", sizeof("url") - 1, 1);
	zend_declare_typed_property(class_entry, property_url_name, &property_url_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_url_name);

	zval property_isLink_default_value;
	ZVAL_UNDEF(&property_isLink_default_value);
	zend_string *property_isLink_name = zend_string_init("isLink", sizeof("isLink") - 1, 1);
	zend_declare_typed_property(class_entry, property_isLink_name, &property_isLink_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_isLink_name);

	zval property_fields_default_value;
	ZVAL_UNDEF(&property_fields_default_value);
	zend_string *property_fields_name = zend_string_init("fields", sizeof("fields") - 1, 1);
	zend_declare_typed_property(class_entry, property_fields_name, &property_fields_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_fields_name);

	zval property_browserDataUrl_default_value;
	ZVAL_UNDEF(&property_browserDataUrl_default_value);
	zend_string *property_browserDataUrl_name = zend_string_init("browserDataUrl", sizeof("browserDataUrl") - 1, 1);
	zend_declare_typed_property(class_entry, property_browserDataUrl_name, &property_browserDataUrl_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_browserDataUrl_name);

	zval property_transactionId_default_value;
	ZVAL_UNDEF(&property_transactionId_default_value);
	zend_string *property_transactionId_name = zend_string_init("transactionId", sizeof("transactionId") - 1, 1);
	zend_declare_typed_property(class_entry, property_transactionId_name, &property_transactionId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_transactionId_name);

	zval property_orderId_default_value;
	ZVAL_UNDEF(&property_orderId_default_value);
	zend_string *property_orderId_name = zend_string_init("orderId", sizeof("orderId") - 1, 1);
	zend_declare_typed_property(class_entry, property_orderId_name, &property_orderId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_orderId_name);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_PayerReturnKind(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("PaymentGateway\\PayerReturnKind", IS_STRING, NULL);

	zval enum_case_Plain_value;
	zend_string *enum_case_Plain_value_str = zend_string_init("plain", strlen("plain"), 1);
	ZVAL_STR(&enum_case_Plain_value, enum_case_Plain_value_str);
	zend_enum_add_case_cstr(class_entry, "Plain", &enum_case_Plain_value);

	zval enum_case_PaRes_value;
	zend_string *enum_case_PaRes_value_str = zend_string_init("paRes", strlen("paRes"), 1);
	ZVAL_STR(&enum_case_PaRes_value, enum_case_PaRes_value_str);
	zend_enum_add_case_cstr(class_entry, "PaRes", &enum_case_PaRes_value);

	zval enum_case_CRes_value;
	zend_string *enum_case_CRes_value_str = zend_string_init("cRes", strlen("cRes"), 1);
	ZVAL_STR(&enum_case_CRes_value, enum_case_CRes_value_str);
	zend_enum_add_case_cstr(class_entry, "CRes", &enum_case_CRes_value);

	zval enum_case_Method_value;
	zend_string *enum_case_Method_value_str = zend_string_init("method", strlen("method"), 1);
	ZVAL_STR(&enum_case_Method_value, enum_case_Method_value_str);
	zend_enum_add_case_cstr(class_entry, "Method", &enum_case_Method_value);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_PayerReturn(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "PayerReturn", class_PaymentGateway_PayerReturn_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, NULL, ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE);
#else
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#endif

	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_string *property_kind_class_PaymentGateway_PayerReturnKind = zend_string_init("PaymentGateway\\PayerReturnKind", sizeof("PaymentGateway\\PayerReturnKind")-1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_kind_class_PaymentGateway_PayerReturnKind, 0, 0));
	zend_string_release(property_kind_name);

	zval property_orderId_default_value;
	ZVAL_UNDEF(&property_orderId_default_value);
	zend_string *property_orderId_name = zend_string_init("orderId", sizeof("orderId") - 1, 1);
	zend_declare_typed_property(class_entry, property_orderId_name, &property_orderId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_orderId_name);

	zval property_transactionId_default_value;
	ZVAL_UNDEF(&property_transactionId_default_value);
	zend_string *property_transactionId_name = zend_string_init("transactionId", sizeof("transactionId") - 1, 1);
	zend_declare_typed_property(class_entry, property_transactionId_name, &property_transactionId_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_transactionId_name);

	zval property_method_default_value;
	ZVAL_UNDEF(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_arguments_default_value;
	ZVAL_UNDEF(&property_arguments_default_value);
	zend_string *property_arguments_name = zend_string_init("arguments", sizeof("arguments") - 1, 1);
	zend_declare_typed_property(class_entry, property_arguments_name, &property_arguments_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_arguments_name);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_CallbackOperation(void)
{
	zend_class_entry *class_entry = zend_register_internal_enum("PaymentGateway\\CallbackOperation", IS_STRING, NULL);

	zval enum_case_Approved_value;
	zend_string *enum_case_Approved_value_str = zend_string_init("approved", strlen("approved"), 1);
	ZVAL_STR(&enum_case_Approved_value, enum_case_Approved_value_str);
	zend_enum_add_case_cstr(class_entry, "Approved", &enum_case_Approved_value);

	zval enum_case_Deposited_value;
	zend_string *enum_case_Deposited_value_str = zend_string_init("deposited", strlen("deposited"), 1);
	ZVAL_STR(&enum_case_Deposited_value, enum_case_Deposited_value_str);
	zend_enum_add_case_cstr(class_entry, "Deposited", &enum_case_Deposited_value);

	zval enum_case_Reversed_value;
	zend_string *enum_case_Reversed_value_str = zend_string_init("reversed", strlen("reversed"), 1);
	ZVAL_STR(&enum_case_Reversed_value, enum_case_Reversed_value_str);
	zend_enum_add_case_cstr(class_entry, "Reversed", &enum_case_Reversed_value);

	zval enum_case_Refunded_value;
	zend_string *enum_case_Refunded_value_str = zend_string_init("refunded", strlen("refunded"), 1);
	ZVAL_STR(&enum_case_Refunded_value, enum_case_Refunded_value_str);
	zend_enum_add_case_cstr(class_entry, "Refunded", &enum_case_Refunded_value);

	zval enum_case_DeclinedByTimeout_value;
	zend_string *enum_case_DeclinedByTimeout_value_str = zend_string_init("declinedByTimeout", strlen("declinedByTimeout"), 1);
	ZVAL_STR(&enum_case_DeclinedByTimeout_value, enum_case_DeclinedByTimeout_value_str);
	zend_enum_add_case_cstr(class_entry, "DeclinedByTimeout", &enum_case_DeclinedByTimeout_value);

	zval enum_case_DeclinedCardPresent_value;
	zend_string *enum_case_DeclinedCardPresent_value_str = zend_string_init("declinedCardPresent", strlen("declinedCardPresent"), 1);
	ZVAL_STR(&enum_case_DeclinedCardPresent_value, enum_case_DeclinedCardPresent_value_str);
	zend_enum_add_case_cstr(class_entry, "DeclinedCardPresent", &enum_case_DeclinedCardPresent_value);

	zval enum_case_BindingCreated_value;
	zend_string *enum_case_BindingCreated_value_str = zend_string_init("bindingCreated", strlen("bindingCreated"), 1);
	ZVAL_STR(&enum_case_BindingCreated_value, enum_case_BindingCreated_value_str);
	zend_enum_add_case_cstr(class_entry, "BindingCreated", &enum_case_BindingCreated_value);

	zval enum_case_BindingActivityChanged_value;
	zend_string *enum_case_BindingActivityChanged_value_str = zend_string_init("bindingActivityChanged", strlen("bindingActivityChanged"), 1);
	ZVAL_STR(&enum_case_BindingActivityChanged_value, enum_case_BindingActivityChanged_value_str);
	zend_enum_add_case_cstr(class_entry, "BindingActivityChanged", &enum_case_BindingActivityChanged_value);

	zval enum_case_BindingDeactivated_value;
	zend_string *enum_case_BindingDeactivated_value_str = zend_string_init("bindingDeactivated", strlen("bindingDeactivated"), 1);
	ZVAL_STR(&enum_case_BindingDeactivated_value, enum_case_BindingDeactivated_value_str);
	zend_enum_add_case_cstr(class_entry, "BindingDeactivated", &enum_case_BindingDeactivated_value);

	zval enum_case_Created_value;
	zend_string *enum_case_Created_value_str = zend_string_init("created", strlen("created"), 1);
	ZVAL_STR(&enum_case_Created_value, enum_case_Created_value_str);
	zend_enum_add_case_cstr(class_entry, "Created", &enum_case_Created_value);

	zval enum_case_SubscriptionCreated_value;
	zend_string *enum_case_SubscriptionCreated_value_str = zend_string_init("subscriptionCreated", strlen("subscriptionCreated"), 1);
	ZVAL_STR(&enum_case_SubscriptionCreated_value, enum_case_SubscriptionCreated_value_str);
	zend_enum_add_case_cstr(class_entry, "SubscriptionCreated", &enum_case_SubscriptionCreated_value);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_Exception(zend_class_entry *class_entry_Throwable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "Exception", class_PaymentGateway_Exception_methods);
	class_entry = zend_register_internal_interface(&ce);
	zend_class_implements(class_entry, 1, class_entry_Throwable);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_GatewayException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_PaymentGateway_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "GatewayException", class_PaymentGateway_GatewayException_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_RuntimeException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
#endif
	zend_class_implements(class_entry, 1, class_entry_PaymentGateway_Exception);

	zval property_method_default_value;
	ZVAL_EMPTY_STRING(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_errorCode_default_value;
	ZVAL_NULL(&property_errorCode_default_value);
	zend_string *property_errorCode_name = zend_string_init("errorCode", sizeof("errorCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errorCode_name, &property_errorCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_errorCode_name);

	zval property_actionCode_default_value;
	ZVAL_NULL(&property_actionCode_default_value);
	zend_string *property_actionCode_name = zend_string_init("actionCode", sizeof("actionCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_actionCode_name, &property_actionCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_actionCode_name);

	zval property_httpStatus_default_value;
	ZVAL_LONG(&property_httpStatus_default_value, 0);
	zend_string *property_httpStatus_name = zend_string_init("httpStatus", sizeof("httpStatus") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpStatus_name, &property_httpStatus_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpStatus_name);

	zval property_reply_default_value;
	ZVAL_NULL(&property_reply_default_value);
	zend_string *property_reply_name = zend_string_init("reply", sizeof("reply") - 1, 1);
	zend_declare_typed_property(class_entry, property_reply_name, &property_reply_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_reply_name);

	zval property_replyExcerpt_default_value;
	ZVAL_NULL(&property_replyExcerpt_default_value);
	zend_string *property_replyExcerpt_name = zend_string_init("replyExcerpt", sizeof("replyExcerpt") - 1, 1);
	zend_declare_typed_property(class_entry, property_replyExcerpt_name, &property_replyExcerpt_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_replyExcerpt_name);

	zval property_outcomeUnknown_default_value;
	ZVAL_FALSE(&property_outcomeUnknown_default_value);
	zend_string *property_outcomeUnknown_name = zend_string_init("outcomeUnknown", sizeof("outcomeUnknown") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcomeUnknown_name, &property_outcomeUnknown_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_outcomeUnknown_name);

	zval property_retriable_default_value;
	ZVAL_FALSE(&property_retriable_default_value);
	zend_string *property_retriable_name = zend_string_init("retriable", sizeof("retriable") - 1, 1);
	zend_declare_typed_property(class_entry, property_retriable_name, &property_retriable_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_retriable_name);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_DuplicateOrderException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "DuplicateOrderException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_OrderNotFoundException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "OrderNotFoundException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_AccessDeniedException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "AccessDeniedException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_InvalidRequestException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "InvalidRequestException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_InvalidStateException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "InvalidStateException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_BindingException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "BindingException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_DeclinedException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "DeclinedException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_SystemErrorException(zend_class_entry *class_entry_PaymentGateway_GatewayException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "SystemErrorException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_GatewayException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_GatewayException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_TransportException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_PaymentGateway_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "TransportException", class_PaymentGateway_TransportException_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_RuntimeException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
#endif
	zend_class_implements(class_entry, 1, class_entry_PaymentGateway_Exception);

	zval property_method_default_value;
	ZVAL_EMPTY_STRING(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_errorCode_default_value;
	ZVAL_NULL(&property_errorCode_default_value);
	zend_string *property_errorCode_name = zend_string_init("errorCode", sizeof("errorCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errorCode_name, &property_errorCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_errorCode_name);

	zval property_actionCode_default_value;
	ZVAL_NULL(&property_actionCode_default_value);
	zend_string *property_actionCode_name = zend_string_init("actionCode", sizeof("actionCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_actionCode_name, &property_actionCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_actionCode_name);

	zval property_httpStatus_default_value;
	ZVAL_LONG(&property_httpStatus_default_value, 0);
	zend_string *property_httpStatus_name = zend_string_init("httpStatus", sizeof("httpStatus") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpStatus_name, &property_httpStatus_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpStatus_name);

	zval property_reply_default_value;
	ZVAL_NULL(&property_reply_default_value);
	zend_string *property_reply_name = zend_string_init("reply", sizeof("reply") - 1, 1);
	zend_declare_typed_property(class_entry, property_reply_name, &property_reply_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_reply_name);

	zval property_replyExcerpt_default_value;
	ZVAL_NULL(&property_replyExcerpt_default_value);
	zend_string *property_replyExcerpt_name = zend_string_init("replyExcerpt", sizeof("replyExcerpt") - 1, 1);
	zend_declare_typed_property(class_entry, property_replyExcerpt_name, &property_replyExcerpt_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_replyExcerpt_name);

	zval property_outcomeUnknown_default_value;
	ZVAL_FALSE(&property_outcomeUnknown_default_value);
	zend_string *property_outcomeUnknown_name = zend_string_init("outcomeUnknown", sizeof("outcomeUnknown") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcomeUnknown_name, &property_outcomeUnknown_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_outcomeUnknown_name);

	zval property_retriable_default_value;
	ZVAL_FALSE(&property_retriable_default_value);
	zend_string *property_retriable_name = zend_string_init("retriable", sizeof("retriable") - 1, 1);
	zend_declare_typed_property(class_entry, property_retriable_name, &property_retriable_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_retriable_name);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_ConnectException(zend_class_entry *class_entry_PaymentGateway_TransportException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "ConnectException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_TransportException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_TransportException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_TlsException(zend_class_entry *class_entry_PaymentGateway_TransportException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "TlsException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_TransportException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_TransportException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_TimeoutException(zend_class_entry *class_entry_PaymentGateway_TransportException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "TimeoutException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_TransportException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_TransportException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_ReplyException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_PaymentGateway_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "ReplyException", class_PaymentGateway_ReplyException_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_RuntimeException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
#endif
	zend_class_implements(class_entry, 1, class_entry_PaymentGateway_Exception);

	zval property_method_default_value;
	ZVAL_EMPTY_STRING(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_errorCode_default_value;
	ZVAL_NULL(&property_errorCode_default_value);
	zend_string *property_errorCode_name = zend_string_init("errorCode", sizeof("errorCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errorCode_name, &property_errorCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_errorCode_name);

	zval property_actionCode_default_value;
	ZVAL_NULL(&property_actionCode_default_value);
	zend_string *property_actionCode_name = zend_string_init("actionCode", sizeof("actionCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_actionCode_name, &property_actionCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_actionCode_name);

	zval property_httpStatus_default_value;
	ZVAL_LONG(&property_httpStatus_default_value, 0);
	zend_string *property_httpStatus_name = zend_string_init("httpStatus", sizeof("httpStatus") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpStatus_name, &property_httpStatus_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpStatus_name);

	zval property_reply_default_value;
	ZVAL_NULL(&property_reply_default_value);
	zend_string *property_reply_name = zend_string_init("reply", sizeof("reply") - 1, 1);
	zend_declare_typed_property(class_entry, property_reply_name, &property_reply_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_reply_name);

	zval property_replyExcerpt_default_value;
	ZVAL_NULL(&property_replyExcerpt_default_value);
	zend_string *property_replyExcerpt_name = zend_string_init("replyExcerpt", sizeof("replyExcerpt") - 1, 1);
	zend_declare_typed_property(class_entry, property_replyExcerpt_name, &property_replyExcerpt_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_replyExcerpt_name);

	zval property_outcomeUnknown_default_value;
	ZVAL_FALSE(&property_outcomeUnknown_default_value);
	zend_string *property_outcomeUnknown_name = zend_string_init("outcomeUnknown", sizeof("outcomeUnknown") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcomeUnknown_name, &property_outcomeUnknown_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_outcomeUnknown_name);

	zval property_retriable_default_value;
	ZVAL_FALSE(&property_retriable_default_value);
	zend_string *property_retriable_name = zend_string_init("retriable", sizeof("retriable") - 1, 1);
	zend_declare_typed_property(class_entry, property_retriable_name, &property_retriable_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_retriable_name);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_RateLimitException(zend_class_entry *class_entry_PaymentGateway_ReplyException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "RateLimitException", NULL);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_PaymentGateway_ReplyException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_PaymentGateway_ReplyException);
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_SignatureException(zend_class_entry *class_entry_RuntimeException, zend_class_entry *class_entry_PaymentGateway_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "SignatureException", class_PaymentGateway_SignatureException_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_RuntimeException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);
#endif
	zend_class_implements(class_entry, 1, class_entry_PaymentGateway_Exception);

	zval property_method_default_value;
	ZVAL_EMPTY_STRING(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_errorCode_default_value;
	ZVAL_NULL(&property_errorCode_default_value);
	zend_string *property_errorCode_name = zend_string_init("errorCode", sizeof("errorCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errorCode_name, &property_errorCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_errorCode_name);

	zval property_actionCode_default_value;
	ZVAL_NULL(&property_actionCode_default_value);
	zend_string *property_actionCode_name = zend_string_init("actionCode", sizeof("actionCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_actionCode_name, &property_actionCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_actionCode_name);

	zval property_httpStatus_default_value;
	ZVAL_LONG(&property_httpStatus_default_value, 0);
	zend_string *property_httpStatus_name = zend_string_init("httpStatus", sizeof("httpStatus") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpStatus_name, &property_httpStatus_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpStatus_name);

	zval property_reply_default_value;
	ZVAL_NULL(&property_reply_default_value);
	zend_string *property_reply_name = zend_string_init("reply", sizeof("reply") - 1, 1);
	zend_declare_typed_property(class_entry, property_reply_name, &property_reply_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_reply_name);

	zval property_replyExcerpt_default_value;
	ZVAL_NULL(&property_replyExcerpt_default_value);
	zend_string *property_replyExcerpt_name = zend_string_init("replyExcerpt", sizeof("replyExcerpt") - 1, 1);
	zend_declare_typed_property(class_entry, property_replyExcerpt_name, &property_replyExcerpt_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_replyExcerpt_name);

	zval property_outcomeUnknown_default_value;
	ZVAL_FALSE(&property_outcomeUnknown_default_value);
	zend_string *property_outcomeUnknown_name = zend_string_init("outcomeUnknown", sizeof("outcomeUnknown") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcomeUnknown_name, &property_outcomeUnknown_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_outcomeUnknown_name);

	zval property_retriable_default_value;
	ZVAL_FALSE(&property_retriable_default_value);
	zend_string *property_retriable_name = zend_string_init("retriable", sizeof("retriable") - 1, 1);
	zend_declare_typed_property(class_entry, property_retriable_name, &property_retriable_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_retriable_name);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_ArgumentException(zend_class_entry *class_entry_InvalidArgumentException, zend_class_entry *class_entry_PaymentGateway_Exception)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "ArgumentException", class_PaymentGateway_ArgumentException_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, class_entry_InvalidArgumentException, 0);
#else
	class_entry = zend_register_internal_class_ex(&ce, class_entry_InvalidArgumentException);
#endif
	zend_class_implements(class_entry, 1, class_entry_PaymentGateway_Exception);

	zval property_method_default_value;
	ZVAL_EMPTY_STRING(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_errorCode_default_value;
	ZVAL_NULL(&property_errorCode_default_value);
	zend_string *property_errorCode_name = zend_string_init("errorCode", sizeof("errorCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_errorCode_name, &property_errorCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_errorCode_name);

	zval property_actionCode_default_value;
	ZVAL_NULL(&property_actionCode_default_value);
	zend_string *property_actionCode_name = zend_string_init("actionCode", sizeof("actionCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_actionCode_name, &property_actionCode_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_actionCode_name);

	zval property_httpStatus_default_value;
	ZVAL_LONG(&property_httpStatus_default_value, 0);
	zend_string *property_httpStatus_name = zend_string_init("httpStatus", sizeof("httpStatus") - 1, 1);
	zend_declare_typed_property(class_entry, property_httpStatus_name, &property_httpStatus_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_httpStatus_name);

	zval property_reply_default_value;
	ZVAL_NULL(&property_reply_default_value);
	zend_string *property_reply_name = zend_string_init("reply", sizeof("reply") - 1, 1);
	zend_declare_typed_property(class_entry, property_reply_name, &property_reply_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY|MAY_BE_NULL));
	zend_string_release(property_reply_name);

	zval property_replyExcerpt_default_value;
	ZVAL_NULL(&property_replyExcerpt_default_value);
	zend_string *property_replyExcerpt_name = zend_string_init("replyExcerpt", sizeof("replyExcerpt") - 1, 1);
	zend_declare_typed_property(class_entry, property_replyExcerpt_name, &property_replyExcerpt_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_replyExcerpt_name);

	zval property_outcomeUnknown_default_value;
	ZVAL_FALSE(&property_outcomeUnknown_default_value);
	zend_string *property_outcomeUnknown_name = zend_string_init("outcomeUnknown", sizeof("outcomeUnknown") - 1, 1);
	zend_declare_typed_property(class_entry, property_outcomeUnknown_name, &property_outcomeUnknown_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_outcomeUnknown_name);

	zval property_retriable_default_value;
	ZVAL_FALSE(&property_retriable_default_value);
	zend_string *property_retriable_name = zend_string_init("retriable", sizeof("retriable") - 1, 1);
	zend_declare_typed_property(class_entry, property_retriable_name, &property_retriable_default_value, ZEND_ACC_PROTECTED, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_retriable_name);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_Batch(zend_class_entry *class_entry_Iterator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "Batch", class_PaymentGateway_Batch_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, NULL, ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE);
#else
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
#endif
	zend_class_implements(class_entry, 1, class_entry_Iterator);

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_Money(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "Money", class_PaymentGateway_Money_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, NULL, ZEND_ACC_FINAL);
#else
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
#endif

	return class_entry;
}

static zend_class_entry *register_class_PaymentGateway_Cart(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "PaymentGateway", "Cart", class_PaymentGateway_Cart_methods);
#if (PHP_VERSION_ID >= 80400)
	class_entry = zend_register_internal_class_with_flags(&ce, NULL, ZEND_ACC_FINAL);
#else
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL;
#endif

	return class_entry;
}
