/* The method table: one row for each method. Parameters are in parameters_*.c, errorCodes in error_codes.c. */
#include "error_codes.h"
#include "parameters.h"
#include "../text.h"

#include <string.h>

static const char *const order_by_either[] = {"orderId|orderNumber", NULL};
static const char *const order_or_uuid[] = {"orderId|orderNumber|uuid", NULL};
static const char *const order_or_receipt[] = {"orderId|orderNumber|receiptId", NULL};
static const char *const card_or_token[] = {"$PAN|seToken", "$EXPIRY|YYYY|seToken", "$EXPIRY|MM|seToken", NULL};
static const char *const card_binding_or_token[] = {"pan|bindingId|seToken", "expiry|bindingId|seToken", NULL};
static const char *const card_or_binding[] = {"pan|bindingId", NULL};
static const char *const task_by_either[] = {"taskIdentifier.taskUuid|taskIdentifier.merchantTaskUuid", NULL};
static const char *const changed_task_by_either[] = {
	"task.taskIdentifier.taskUuid|task.taskIdentifier.merchantTaskUuid", NULL};
static const char *const either_result[] = {"paRes|cRes", NULL};
static const char *const either_date[] = {"autocompletionDate|autoReverseDate", NULL};

/* A 3-D Secure authentication initiated by the merchant (3RI) refers to the operation that the payer agreed to. */
#define INITIAL_OPERATION \
	"jsonParams.initThreeDSReqPriorAuthData|jsonParams.initThreeDSReqPriorAuthMethod|" \
	"jsonParams.initThreeDSReqPriorAuthTimestamp|jsonParams.initThreeDSReqPriorRef"

/* What a shop's own MPI found out. */
#define INDICATOR  "jsonParams.authenticationTypeIndicator|jsonParams.threeDsType"
#define VERSION    "jsonParams.threeDSProtocolVersion"
#define ECI_OF_3DS "01|02|05|06|09"
#define ECI_OF_SSL "00|03|07|10"

/* One rule a line, which clang-format would change. */
/* clang-format off */
#define ORIGINAL_PAYMENT \
	{.when = "originalPaymentNetRefNum", .needs = "originalPaymentDate"}, \
	{.when = "originalPaymentDate", .needs = "originalPaymentNetRefNum"}
#define ONE_PHASE \
	{.when = "tii", .is = "R|U|I", .without = "preAuth", .why = "a payment that the merchant initiates has one phase"}
#define IN_3RI(parameter) {.when = INITIAL_OPERATION, .needs = (parameter), .why = "3RI demands it"}
#define INITIATED_BY_SHOP \
	IN_3RI("jsonParams.initThreeDSReqPriorAuthData"), \
	IN_3RI("jsonParams.initThreeDSReqPriorAuthMethod"), \
	IN_3RI("jsonParams.initThreeDSReqPriorAuthTimestamp"), \
	IN_3RI("jsonParams.initThreeDSReqPriorRef"), \
	IN_3RI("jsonParams.recurringExpiry"), \
	IN_3RI("jsonParams.recurringFrequency"), \
	IN_3RI("tii"), \
	{.when = INITIAL_OPERATION, .whose = "tii", .must_be = "R|I", .why = "3RI is for payments without the payer"}, \
	{.when = "tii", .is = "I", .with = INITIAL_OPERATION, .needs = "jsonParams.installments", .why = "3RI demands it"}, \
	{.when = "tii", .is = "I", .with = INITIAL_OPERATION, .needs = "jsonParams.totalInstallmentAmount", .why = "3RI demands it"}
#define CRYPTOGRAM \
	{.when = "jsonParams.cavv|jsonParams.xid", .needs = "jsonParams.eci"}, \
	{.when = "jsonParams.eci", .is = ECI_OF_3DS, .needs = "jsonParams.cavv", .why = "only the ECIs of SSL go without"}, \
	{.when = "jsonParams.eci", .is = ECI_OF_3DS, .needs = "jsonParams.xid", .why = "only the ECIs of SSL go without"}
#define OWN_MPI \
	CRYPTOGRAM, \
	{.when = VERSION "|" INDICATOR, .needs = "jsonParams.eci"}, \
	{.when = "jsonParams.authenticationTypeIndicator", .without = "jsonParams.threeDsType", .why = "it is the newer name"}, \
	{.when = VERSION, .is = "2.1.0|2.2.0", .with = "jsonParams.cavv", .needs = INDICATOR, .why = "3-D Secure 2 demands it"}, \
	{.when = "jsonParams.eci", .is = ECI_OF_3DS, .absent = VERSION, .by_indicator = true, .needs = INDICATOR, \
		.why = "this bank derives none from the ECI"}, \
	{.when = INDICATOR, .is = "0", .whose = "jsonParams.eci", .must_be = ECI_OF_SSL, .why = "0 is SSL"}, \
	{.when = INDICATOR, .is = "1", .whose = "jsonParams.eci", .must_be = "02|05", .why = "1 is a full authentication"}, \
	{.when = INDICATOR, .is = "2", .whose = "jsonParams.eci", .must_be = "01|06|09", .why = "2 is an attempt"}, \
	{.when = INDICATOR, .is = "1|2", .whose = VERSION, .must_be = "1.0.2", .why = "1 and 2 are 3-D Secure 1"}, \
	{.when = INDICATOR, .is = "3|4|5|6|7|8", .whose = VERSION, .must_be = "2.1.0|2.2.0", .why = "it is 3-D Secure 2"}
/* clang-format on */

static const struct pgw_rule original_and_one_phase[] = {ORIGINAL_PAYMENT, ONE_PHASE, {.when = NULL}};

static const struct pgw_rule payment_order_rules[] = {ORIGINAL_PAYMENT, OWN_MPI, INITIATED_BY_SHOP, {.when = NULL}};
static const struct pgw_rule instant_payment_rules[] = {
	ORIGINAL_PAYMENT, ONE_PHASE, OWN_MPI, INITIATED_BY_SHOP, {.when = NULL}};
static const struct pgw_rule token_payment_rules[] = {ONE_PHASE, INITIATED_BY_SHOP, {.when = NULL}};

static const struct pgw_rule binding_payment_rules[] = {
	{.when = "tii", .is = "R|U|I", .without = "cvc", .why = "the merchant initiates it, and nobody may store a CVC"},
	OWN_MPI,
	INITIATED_BY_SHOP,
	{.when = NULL},
};

static const struct pgw_rule cryptogram[] = {CRYPTOGRAM, {.when = NULL}};

/* Which practices repeat the original payment, and which take money beyond it. */
static const struct pgw_rule amount_beyond_the_original[] = {
	{.when = "tii", .is = "IPI|IPD|IPN", .needs = "amount"},
	{.when = "tii", .is = "IPS|IPA", .without = "amount", .why = "it repeats the original payment"},
	{.when = NULL},
};

static const struct pgw_rule strength_with_additional_parameters[] = {
	{.when = "bindingStrength", .is = "TDS|SSL|TDS_SSL", .needs = "additionalParameters"},
	{.when = NULL},
};

static const struct pgw_rule task_uuid_with_login[] = {
	{.when = "taskIdentifier.merchantTaskUuid", .needs = "taskIdentifier.merchantLogin|taskIdentifier.taskUuid"},
	{.when = NULL},
};

static const struct pgw_rule changed_task_uuid_with_login[] = {
	{.when = "task.taskIdentifier.merchantTaskUuid",
		.needs = "task.taskIdentifier.merchantLogin|task.taskIdentifier.taskUuid"},
	{.when = NULL},
};

/* The methods of recurring tasks return a word instead of an errorCode. */
static const struct pgw_answer task_answer = {.member = "status", .done = "SUCCESS", .refused = "FAIL"};

/* How a method is called in one dialect: its path first, then parameters, errorCodes and rules. */
#define CLASSIC_FORM(path_, ...) .wire[PGW_DIALECT_CLASSIC] = {.path = (path_), __VA_ARGS__}
#define CLASSIC_JSON(path_, ...) .wire[PGW_DIALECT_CLASSIC] = {.path = (path_), .json = true, __VA_ARGS__}
#define SBERBANK(path_, ...)     .wire[PGW_DIALECT_SBERBANK] = {.path = (path_), .json = true, __VA_ARGS__}
#define TAKES(shape)             .parameters = pgw_##shape
#define ERRORS(codes)            .meanings = pgw_##codes

/* Sorted by name, in strcmp() order, for the binary search of pgw_method_find(). */
/* clang-format off */
static const struct pgw_method methods[] = {
	{.name = "activateTask", .flags = PGW_CHANGES, .answer = &task_answer, .inquiry = PGW_BY_TASK,
		CLASSIC_JSON("/recurrent/v1/task/activate", TAKES(classic_task), ERRORS(task_codes), .one_of = task_by_either,
			.rules = task_uuid_with_login)},
	{.name = "applePay", .flags = PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("applepay/payment.do", TAKES(classic_apple_pay), ERRORS(wallet_codes), .not_both = either_date)},
	{.name = "applePayDirect", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("applepay/paymentDirect.do", TAKES(classic_apple_pay_direct), ERRORS(wallet_codes),
			.not_both = either_date, .rules = original_and_one_phase)},
	{.name = "autoCompletion", .flags = PGW_CHANGES, .reply_holds = "errorCode", .inquiry = PGW_BY_ORDER_ID,
		SBERBANK("autoCompletion", TAKES(sberbank_auto_completion), ERRORS(sberbank_management_codes))},
	{.name = "autoRefund", .flags = PGW_CHANGES, .reply_holds = "errorCode", .inquiry = PGW_BY_ORDER_ID,
		SBERBANK("autoRefund", TAKES(sberbank_auto_refund), ERRORS(sberbank_management_codes))},
	{.name = "bindCard", .flags = PGW_CHANGES, .reply_holds = "errorCode",
		CLASSIC_FORM("rest/bindCard.do", TAKES(classic_bind_card), ERRORS(binding_codes)),
		SBERBANK("bindCard.do", TAKES(sberbank_bind_card), ERRORS(binding_codes))},
	{.name = "continue3ds", .flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN,
		.reply_holds = "redirect|acsUrl|errorCode", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/3ds/continue.do", TAKES(classic_continue_3ds), ERRORS(payment_codes))},
	{.name = "createBindingNoPayment", .flags = PGW_CHANGES, .reply_holds = "bindingId",
		CLASSIC_FORM("rest/createBindingNoPayment.do", TAKES(classic_create_binding_no_payment),
			ERRORS(create_binding_codes), .rules = strength_with_additional_parameters)},
	{.name = "createTask", .flags = PGW_CHANGES | PGW_ZONED_DATES, .reply_holds = "task.taskUuid",
		.answer = &task_answer, .inquiry = PGW_BY_TASK,
		CLASSIC_JSON("/recurrent/v1/task/create", TAKES(classic_create_task), ERRORS(task_codes))},
	{.name = "decline", .flags = PGW_CHANGES, .reply_holds = "errorCode", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/decline.do", TAKES(classic_decline), ERRORS(decline_codes)),
		SBERBANK("decline.do", TAKES(sberbank_decline), ERRORS(sberbank_management_codes), .one_of = order_by_either)},
	{.name = "deposit", .flags = PGW_CHANGES, .reply_holds = "errorCode", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/deposit.do", TAKES(classic_deposit), ERRORS(management_codes), .one_of = order_by_either),
		SBERBANK("deposit.do", TAKES(sberbank_deposit), ERRORS(sberbank_management_codes))},
	{.name = "extendBinding", .flags = PGW_CHANGES, .reply_holds = "errorCode",
		CLASSIC_FORM("rest/extendBinding.do", TAKES(classic_extend_binding), ERRORS(binding_codes))},
	{.name = "finish3dsMethod", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "redirect|acsUrl|errorCode",
		.inquiry = PGW_BY_ORDER_ID,
		SBERBANK("finish3dsMethod.do", TAKES(sberbank_finish_3ds_method), ERRORS(sberbank_payment_codes))},
	{.name = "finish3dsPayment", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "redirect|errorCode",
		.inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/finish3dsPayment.do", TAKES(classic_finish_3ds_payment), ERRORS(payment_codes)),
		SBERBANK("finish3dsPayment.do", TAKES(sberbank_finish_3ds_payment), ERRORS(sberbank_payment_codes),
			.one_of = either_result, .not_both = either_result)},
	{.name = "finish3dsVer2Payment", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "redirect|errorCode",
		.inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/finish3dsVer2Payment.do", TAKES(classic_finish_3ds_ver2_payment), ERRORS(payment_codes))},
	{.name = "getAllBindings", .reply_holds = "bindings|errorCode", .empty_list = "bindings", .empty_code = 2,
		CLASSIC_FORM("rest/getAllBindings.do", TAKES(classic_get_bindings), ERRORS(bindings_codes))},
	{.name = "getBindings", .reply_holds = "bindings|errorCode", .empty_list = "bindings", .empty_code = 2,
		CLASSIC_FORM("rest/getBindings.do", TAKES(classic_get_bindings), ERRORS(bindings_codes)),
		SBERBANK("getBindings.do", TAKES(sberbank_get_bindings), ERRORS(bindings_codes))},
	{.name = "getBindingsByCardOrId", .reply_holds = "bindings|errorCode", .empty_list = "bindings", .empty_code = 2,
		CLASSIC_FORM("rest/getBindingsByCardOrId.do", TAKES(classic_get_bindings_by_card_or_id),
			ERRORS(bindings_codes), .one_of = card_or_binding),
		SBERBANK("getBindingsByCardOrId.do", TAKES(sberbank_get_bindings_by_card_or_id), ERRORS(bindings_codes),
			.one_of = card_or_binding)},
	{.name = "getLastOrdersForMerchants", .flags = PGW_COMPACT_DATES, .reply_holds = "orderStatuses|errorCode",
		CLASSIC_FORM("rest/getLastOrdersForMerchants.do", TAKES(classic_get_last_orders), ERRORS(last_orders_codes))},
	{.name = "getOrderStatus", .reply_holds = "OrderStatus", .answered_by = "OrderStatus",
		CLASSIC_FORM("rest/getOrderStatus.do", TAKES(classic_get_order_status), ERRORS(old_status_codes))},
	{.name = "getOrderStatusExtended", .flags = PGW_TAKES_TOKEN, .token_needs = "orderId", .reply_holds = "orderStatus",
		CLASSIC_FORM("rest/getOrderStatusExtended.do", TAKES(classic_get_order_status_extended), ERRORS(status_codes),
			.one_of = order_by_either),
		SBERBANK("getOrderStatusExtended.do", TAKES(sberbank_get_order_status_extended), ERRORS(status_codes),
			.one_of = order_by_either)},
	{.name = "getReceiptStatus", .reply_holds = "receipt|receipts|orderId|errorCode",
		CLASSIC_FORM("rest/getReceiptStatus.do", TAKES(classic_get_receipt_status), ERRORS(status_codes),
			.one_of = order_or_uuid),
		SBERBANK("/ecomm/gw/partner/api/ofd/v1/getReceiptStatus", TAKES(sberbank_get_receipt_status),
			ERRORS(status_codes), .one_of = order_or_receipt)},
	{.name = "getTask", .reply_holds = "task.taskUuid", .answer = &task_answer,
		CLASSIC_JSON("/recurrent/v1/task/get", TAKES(classic_task), ERRORS(task_codes), .one_of = task_by_either,
			.rules = task_uuid_with_login)},
	{.name = "googlePay", .flags = PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("google/payment.do", TAKES(classic_google_pay), ERRORS(wallet_codes), .not_both = either_date)},
	{.name = "googlePayDirect", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("google/paymentDirect.do", TAKES(classic_google_pay_direct), ERRORS(wallet_codes),
			.not_both = either_date, .rules = original_and_one_phase)},
	{.name = "industryPracticePayment", .flags = PGW_CHANGES | PGW_PAYS | PGW_ACTION_TELLS,
		.reply_holds = "mdOrder|errorCode", .inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_FORM("industryPractice/paymentOrder.do", TAKES(classic_industry_practice_payment),
			ERRORS(industry_practice_codes), .rules = amount_beyond_the_original)},
	{.name = "installmentPayment", .flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN,
		.reply_holds = "orderId|orderStatus", .inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("installmentPayment.do", TAKES(classic_installment_payment), ERRORS(charge_codes),
			.not_both = either_date)},
	{.name = "instantPayment", .flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN,
		.reply_holds = "orderId|threeDSServerTransId", .inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_FORM("rest/instantPayment.do", TAKES(classic_instant_payment), ERRORS(instant_payment_codes),
			.one_of = card_binding_or_token, .not_both = either_date, .rules = instant_payment_rules)},
	{.name = "instantRefund", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_FORM("rest/instantRefund.do", TAKES(classic_instant_refund), ERRORS(instant_refund_codes),
			.one_of = card_binding_or_token)},
	{.name = "mirPay", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "data.orderId", .inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("mir/payment.do", TAKES(classic_mir_pay), ERRORS(wallet_codes))},
	{.name = "mirPayDirect", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("mir/paymentDirect.do", TAKES(classic_mir_pay), ERRORS(wallet_codes)),
		SBERBANK("mir/paymentDirect.do", TAKES(sberbank_mir_pay_direct), ERRORS(wallet_codes))},
	{.name = "modifyTask", .flags = PGW_CHANGES | PGW_ZONED_DATES, .answer = &task_answer, .inquiry = PGW_BY_TASK,
		CLASSIC_JSON("/recurrent/v1/task/modify", TAKES(classic_modify_task), ERRORS(task_codes),
			.one_of = changed_task_by_either, .rules = changed_task_uuid_with_login)},
	{.name = "motoPayment", .flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN, .reply_holds = "mdOrder",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_FORM("rest/motoPayment.do", TAKES(classic_moto_payment), ERRORS(instant_payment_codes),
			.not_both = either_date)},
	{.name = "paymentOrder", .flags = PGW_CHANGES | PGW_PAYS,
		.reply_holds = "redirect|acsUrl|threeDSServerTransId|errorCode|success", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/paymentorder.do", TAKES(classic_payment_order), ERRORS(payment_codes),
			.one_of = card_or_token, .rules = payment_order_rules),
		SBERBANK("paymentOrder.do", TAKES(sberbank_payment_order), ERRORS(sberbank_payment_codes), .rules = cryptogram)},
	{.name = "paymentOrderBinding", .flags = PGW_CHANGES | PGW_PAYS,
		.reply_holds = "redirect|acsUrl|threeDSServerTransId|errorCode|success", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/paymentOrderBinding.do", TAKES(classic_payment_order_binding),
			ERRORS(binding_payment_codes), .rules = binding_payment_rules),
		SBERBANK("paymentOrderBinding.do", TAKES(sberbank_payment_order_binding), ERRORS(binding_payment_codes))},
	{.name = "paymentOrderBySubscription", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "errorCode",
		.inquiry = PGW_BY_ORDER_ID,
		SBERBANK("paymentOrderBySubscription", TAKES(sberbank_payment_order_by_subscription),
			ERRORS(sberbank_payment_codes))},
	{.name = "paymentSberPay", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "errorCode",
		.inquiry = PGW_BY_ORDER_ID,
		SBERBANK("paymentSberPay.do", TAKES(sberbank_payment_sber_pay), ERRORS(sberbank_payment_codes))},
	{.name = "processRawPositionOrderRefund", .flags = PGW_CHANGES, .reply_holds = "errorCode",
		.inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/processRawPositionOrderRefund.do", TAKES(classic_process_raw_position_refund),
			ERRORS(management_codes))},
	{.name = "processRawPositionRefund", .flags = PGW_CHANGES, .reply_holds = "errorCode",
		.inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/processRawPositionRefund.do", TAKES(classic_process_raw_position_refund),
			ERRORS(management_codes))},
	{.name = "processRawSumRefund", .flags = PGW_CHANGES, .reply_holds = "errorCode", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/processRawSumRefund.do", TAKES(classic_process_raw_sum_refund), ERRORS(management_codes))},
	{.name = "recurrentPayment", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("recurrentPayment.do", TAKES(classic_recurrent_payment), ERRORS(recurrent_codes),
			.not_both = either_date),
		SBERBANK("recurrentPayment.do", TAKES(sberbank_recurrent_payment), ERRORS(recurrent_codes))},
	{.name = "refund", .flags = PGW_CHANGES, .reply_holds = "errorCode", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/refund.do", TAKES(classic_refund), ERRORS(management_codes), .one_of = order_by_either),
		SBERBANK("refund.do", TAKES(sberbank_refund), ERRORS(sberbank_management_codes))},
	{.name = "register", .flags = PGW_CHANGES | PGW_TAKES_TOKEN, .reply_holds = "orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_FORM("rest/register.do", TAKES(classic_register), ERRORS(registration_codes)),
		SBERBANK("register.do", TAKES(sberbank_register), ERRORS(registration_codes))},
	{.name = "registerPreAuth", .flags = PGW_CHANGES | PGW_TAKES_TOKEN, .reply_holds = "orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_FORM("rest/registerPreAuth.do", TAKES(classic_register_pre_auth), ERRORS(registration_codes),
			.not_both = either_date),
		SBERBANK("registerPreAuth.do", TAKES(sberbank_register_pre_auth), ERRORS(registration_codes))},
	{.name = "reverse", .flags = PGW_CHANGES, .reply_holds = "errorCode", .inquiry = PGW_BY_ORDER_ID,
		CLASSIC_FORM("rest/reverse.do", TAKES(classic_reverse), ERRORS(management_codes), .one_of = order_by_either),
		SBERBANK("reverse.do", TAKES(sberbank_reverse), ERRORS(sberbank_management_codes))},
	{.name = "samsungPay", .flags = PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("samsung/payment.do", TAKES(classic_samsung_pay), ERRORS(wallet_codes), .not_both = either_date)},
	{.name = "samsungPayDirect", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("samsung/paymentDirect.do", TAKES(classic_samsung_pay_direct), ERRORS(wallet_codes),
			.not_both = either_date, .rules = original_and_one_phase)},
	{.name = "skipTaskPayment", .flags = PGW_CHANGES, .answer = &task_answer, .inquiry = PGW_BY_TASK,
		CLASSIC_JSON("/recurrent/v1/payment/skip", TAKES(classic_skip_task_payment), ERRORS(task_codes),
			.one_of = task_by_either, .rules = task_uuid_with_login)},
	{.name = "terminateTask", .flags = PGW_CHANGES, .answer = &task_answer, .inquiry = PGW_BY_TASK,
		CLASSIC_JSON("/recurrent/v1/task/terminate", TAKES(classic_task), ERRORS(task_codes),
			.one_of = task_by_either, .rules = task_uuid_with_login)},
	{.name = "terminateTasks", .flags = PGW_CHANGES, .answer = &task_answer, .inquiry = PGW_BY_TASK,
		CLASSIC_JSON("/recurrent/v1/task/batchTerminate", TAKES(classic_terminate_tasks), ERRORS(task_codes))},
	{.name = "tokenPayment", .flags = PGW_CHANGES | PGW_PAYS, .reply_holds = "data.orderId",
		.inquiry = PGW_BY_ORDER_NUMBER,
		CLASSIC_JSON("token/payment.do", TAKES(classic_token_payment), ERRORS(wallet_codes), .not_both = either_date,
			.rules = token_payment_rules)},
	{.name = "unBindCard", .flags = PGW_CHANGES, .reply_holds = "errorCode",
		CLASSIC_FORM("rest/unBindCard.do", TAKES(classic_bind_card), ERRORS(binding_codes)),
		SBERBANK("unbindCard.do", TAKES(sberbank_bind_card), ERRORS(binding_codes))},
	{.name = "updateSSLCardList", .flags = PGW_CHANGES, .reply_holds = "errorCode",
		CLASSIC_FORM("rest/updateSSLCardList.do", TAKES(classic_update_ssl_card_list), ERRORS(ssl_card_list_codes))},
	{.name = "verifyCard", .flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN | PGW_ACTION_TELLS,
		.reply_holds = "orderId|redirect|acsUrl|threeDSServerTransId",
		CLASSIC_FORM("rest/verifyCard.do", TAKES(classic_verify_card), ERRORS(instant_payment_codes))},
	{.name = "verifyEnrollment", .reply_holds = "enrolled|isEnrolled",
		CLASSIC_FORM("rest/verifyEnrollment.do", TAKES(classic_verify_enrollment), ERRORS(enrollment_codes))},
	{.name = NULL},
};
/* clang-format on */

enum { METHOD_COUNT = sizeof(methods) / sizeof(methods[0]) - 1 };

static int compare_names(struct pgw_text text, const char *name)
{
	size_t length = strlen(name);
	int order = memcmp(text.at, name, text.length < length ? text.length : length);

	if (order != 0) {
		return order;
	}
	return text.length < length ? -1 : text.length > length;
}

const struct pgw_method *pgw_method_find(struct pgw_text name)
{
	size_t low = 0, high = METHOD_COUNT;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = compare_names(name, methods[middle].name);

		if (order == 0) {
			return &methods[middle];
		}
		if (order < 0) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return NULL;
}

const struct pgw_method *pgw_method_at_path(enum pgw_dialect dialect, struct pgw_text path)
{
	for (const struct pgw_method *method = methods; method->name; method++) {
		if (method->wire[dialect].path && pgw_text_is(path, method->wire[dialect].path)) {
			return method;
		}
	}
	return NULL;
}

const struct pgw_method *pgw_methods(void)
{
	return methods;
}

const char *pgw_method_suggest(struct pgw_text name, char words[PGW_SUGGESTION])
{
	struct pgw_nearest nearest = pgw_nearest_to(name);

	pgw_nearest_offer_names(&nearest, methods, sizeof(methods[0]));
	return pgw_nearest_suggestion(&nearest, words);
}
