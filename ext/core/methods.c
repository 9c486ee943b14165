/*
 * The table: every method of the gateway is one row. What a method takes stands in parameters_*.c; what an errorCode
 * means is from the methods' own tables in the documentation (order management, bindings).
 */
#include "parameters.h"

#include <string.h>

static const char *const one_order[] = {"orderId|orderNumber", NULL};
static const char *const one_card[] = {"$PAN|seToken", "$EXPIRY|YYYY|seToken", "$EXPIRY|MM|seToken", NULL};
static const char *const one_credit_card[] = {"pan|bindingId|seToken", "expiry|bindingId|seToken", NULL};
static const char *const one_binding[] = {"pan|bindingId", NULL};
static const char *const one_task[] = {"taskIdentifier.taskUuid|taskIdentifier.merchantTaskUuid", NULL};
static const char *const one_changed_task[] = {
	"task.taskIdentifier.taskUuid|task.taskIdentifier.merchantTaskUuid", NULL};
static const char *const one_date[] = {"autocompletionDate|autoReverseDate", NULL};

/* 3-D Secure on the merchant's own initiative (3RI) names the operation in which the payer agreed. */
#define INITIAL_OPERATION \
	"jsonParams.initThreeDSReqPriorAuthData|jsonParams.initThreeDSReqPriorAuthMethod|" \
	"jsonParams.initThreeDSReqPriorAuthTimestamp|jsonParams.initThreeDSReqPriorRef"

/* On one line each, whatever the formatter likes. */
/* clang-format off */
#define ORIGINAL_PAYMENT \
	{.when = "originalPaymentNetRefNum", .needs = "originalPaymentDate"}, \
	{.when = "originalPaymentDate", .needs = "originalPaymentNetRefNum"}
#define ONE_PHASE \
	{.when = "tii", .is = "R|U|I", .without = "preAuth", .why = "a payment that the merchant initiates has one phase"}
#define INSTALMENTS \
	{.when = "tii", .is = "I", .with = INITIAL_OPERATION, .needs = "jsonParams.installments", .why = "3RI demands it"}, \
	{.when = "tii", .is = "I", .with = INITIAL_OPERATION, .needs = "jsonParams.totalInstallmentAmount", .why = "3RI demands it"}
/* clang-format on */

static const struct pgw_rule card_rules[] = {ORIGINAL_PAYMENT, INSTALMENTS, {.when = NULL}};
static const struct pgw_rule instant_payment_rules[] = {ORIGINAL_PAYMENT, ONE_PHASE, INSTALMENTS, {.when = NULL}};
static const struct pgw_rule direct_rules[] = {ORIGINAL_PAYMENT, ONE_PHASE, {.when = NULL}};
static const struct pgw_rule token_payment_rules[] = {ONE_PHASE, INSTALMENTS, {.when = NULL}};

static const struct pgw_rule binding_rules[] = {
	{.when = "tii", .is = "R|U|I", .without = "cvc", .why = "the merchant initiates it, and nobody may store a CVC"},
	INSTALMENTS,
	{.when = NULL},
};

static const struct pgw_rule strength_rules[] = {
	{.when = "bindingStrength", .is = "TDS|SSL|TDS_SSL", .needs = "additionalParameters"},
	{.when = NULL},
};

static const struct pgw_rule task_rules[] = {
	{.when = "taskIdentifier.merchantTaskUuid", .needs = "taskIdentifier.merchantLogin|taskIdentifier.taskUuid"},
	{.when = NULL},
};

static const struct pgw_rule changed_task_rules[] = {
	{.when = "task.taskIdentifier.merchantTaskUuid",
		.needs = "task.taskIdentifier.merchantLogin|task.taskIdentifier.taskUuid"},
	{.when = NULL},
};

static const struct pgw_meaning registration_meanings[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{3, PGW_ERROR_INVALID_REQUEST, "the currency is unknown or not allowed"},
	{4, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty, or the return URL is invalid"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{8, PGW_ERROR_INVALID_REQUEST, "the cart does not fit the order"},
	{12, PGW_ERROR_INVALID_REQUEST, "the amount is empty"},
	{13, PGW_ERROR_INVALID_REQUEST, "the features exclude each other, or the merchant has no right to one"},
	{14, PGW_ERROR_INVALID_REQUEST, "a feature is unknown"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning management_meanings[] = {
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or the amount is wrong"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state or sums do not allow it, or a system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning instant_refund_meanings[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_DECLINED, "the card's issuer declined, or the binding is missing or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the merchant has no right to it, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning decline_meanings[] = {
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the order's state does not allow it"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state does not allow it, or a system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning status_meanings[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "neither orderId nor orderNumber was given"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning payment_meanings[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is missing or invalid"},
	{2, PGW_ERROR_DECLINED, "the order was declined"},
	{3, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state does not allow a payment, or a system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning bindings_meanings[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "clientId is empty, or neither a card nor a binding was named"},
	{2, PGW_ERROR_BINDING, "no binding was found"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning old_status_meanings[] = {
	{2, PGW_ERROR_DECLINED, "the order was declined because of an error in the payment data"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or orderId is empty"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

/* Sberbank answers 5 for a wrong password and for a wrong state alike; where money moves the state is the likelier. */
static const struct pgw_meaning sberbank_management_meanings[] = {
	{5, PGW_ERROR_INVALID_STATE, "the order's state or sums do not allow it, or access is denied"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE,
		"the refund is more than was charged, no successful preauthorisation was found, or a system error"},
	{8, PGW_ERROR_INVALID_REQUEST, "the cart does not fit the order"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning sberbank_payment_meanings[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is missing or invalid"},
	{2, PGW_ERROR_DECLINED, "the order was declined"},
	{5, PGW_ERROR_INVALID_STATE,
		"the order's state does not allow a payment, its attempts are used up, or access is denied"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning binding_payment_meanings[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty, or the order cannot be paid with this binding"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
	{7, PGW_ERROR_INVALID_STATE, "the order's state does not allow a payment, or a system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning binding_meanings[] = {
	{1, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty or wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown, or its state does not allow it"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning create_binding_meanings[] = {
	{1, PGW_ERROR_INVALID_REQUEST,
		"the card's data are wrong, the binding exists, access is denied, or a system error"},
	{2, PGW_ERROR_BINDING, "the binding exists"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

/* An order registered and paid at once: the codes of both. */
static const struct pgw_meaning instant_payment_meanings[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_DECLINED, "the payment was declined, or the binding is unknown or inactive"},
	{3, PGW_ERROR_INVALID_REQUEST, "the currency is unknown or not allowed"},
	{4, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is empty, or the return URL is invalid"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{8, PGW_ERROR_INVALID_REQUEST, "the cart does not fit the order"},
	{13, PGW_ERROR_INVALID_REQUEST, "the features exclude each other, or the merchant has no right to one"},
	{14, PGW_ERROR_INVALID_REQUEST, "a feature is unknown"},
	{0, PGW_ERROR_NONE, NULL},
};

/*
 * Its flat replies come with the codes of a registration, or with those of recurrentPayment, to which its parameters
 * belong: the documents leave it open.
 */
static const struct pgw_meaning charge_meanings[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, the password must be changed, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{10, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or a value is wrong: ask the status"},
	{0, PGW_ERROR_NONE, NULL},
};

/* register answers 1 to a known number, this method 10. */
static const struct pgw_meaning recurrent_meanings[] = {
	{1, PGW_ERROR_DECLINED, "there is not enough money, or the payment's data are wrong"},
	{2, PGW_ERROR_BINDING, "the binding is unknown or inactive"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{10, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or a value is wrong: ask the status"},
	{0, PGW_ERROR_NONE, NULL},
};

static const struct pgw_meaning wallet_meanings[] = {
	{1, PGW_ERROR_DECLINED, "there is not enough money, or the payment's data are wrong"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{10, PGW_ERROR_INVALID_REQUEST, "a parameter's value is wrong, or the payment cannot be processed"},
	{0, PGW_ERROR_NONE, NULL},
};

/* Of recurring tasks no errorCodes are published: their answers have a word instead. */
static const struct pgw_meaning task_meanings[] = {{0, PGW_ERROR_NONE, NULL}};
static const struct pgw_answer task_answer = {"status", "SUCCESS", "FAIL"};

/* Sorted by name as strcmp sorts: pgw_method_find searches by halves. */
static const struct pgw_method
	methods[] =
		{
			{
				.name = "activateTask",
				.flags = PGW_CHANGES,
				.answer = &task_answer,
				.inquiry = "task",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "/recurrent/v1/task/activate",
								.json = true,
								.parameters = pgw_classic_task,
								.one_of = one_task,
								.rules = task_rules,
								.meanings = task_meanings,
							},
					},
			},
			{
				.name = "applePay",
				.flags = PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "applepay/payment.do",
								.json = true,
								.parameters = pgw_classic_apple_pay,
								.not_both = one_date,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "applePayDirect",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "applepay/paymentDirect.do",
								.json = true,
								.parameters = pgw_classic_apple_pay_direct,
								.not_both = one_date,
								.rules = direct_rules,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "bindCard",
				.flags = PGW_CHANGES,
				.reply_holds = "errorCode",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/bindCard.do",
								.parameters = pgw_classic_bind_card,
								.meanings = binding_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "bindCard.do",
								.json = true,
								.parameters = pgw_sberbank_bind_card,
								.meanings = binding_meanings,
							},
					},
			},
			{
				.name = "createBindingNoPayment",
				.flags = PGW_CHANGES,
				.reply_holds = "bindingId",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/createBindingNoPayment.do",
								.parameters = pgw_classic_create_binding_no_payment,
								.rules = strength_rules,
								.meanings = create_binding_meanings,
							},
					},
			},
			{
				.name = "createTask",
				.flags = PGW_CHANGES | PGW_ZONED_DATES,
				.reply_holds = "task.taskUuid",
				.answer = &task_answer,
				.inquiry = "task",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "/recurrent/v1/task/create",
								.json = true,
								.parameters = pgw_classic_create_task,
								.meanings = task_meanings,
							},
					},
			},
			{
				.name = "decline",
				.flags = PGW_CHANGES,
				.reply_holds = "errorCode",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/decline.do",
								.parameters = pgw_classic_decline,
								.meanings = decline_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "decline.do",
								.json = true,
								.parameters = pgw_sberbank_decline,
								.one_of = one_order,
								.meanings = sberbank_management_meanings,
							},
					},
			},
			{
				.name = "deposit",
				.flags = PGW_CHANGES,
				.reply_holds = "errorCode",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/deposit.do",
								.parameters = pgw_classic_deposit,
								.one_of = one_order,
								.meanings = management_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "deposit.do",
								.json = true,
								.parameters = pgw_sberbank_deposit,
								.meanings = sberbank_management_meanings,
							},
					},
			},
			{
				.name = "extendBinding",
				.flags = PGW_CHANGES,
				.reply_holds = "errorCode",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/extendBinding.do",
								.parameters = pgw_classic_extend_binding,
								.meanings = binding_meanings,
							},
					},
			},
			{
				.name = "getBindings",
				.reply_holds = "bindings|errorCode",
				.empty_list = "bindings",
				.empty_code = 2,
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/getBindings.do",
								.parameters = pgw_classic_get_bindings,
								.meanings = bindings_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "getBindings.do",
								.json = true,
								.parameters = pgw_sberbank_get_bindings,
								.meanings = bindings_meanings,
							},
					},
			},
			{
				.name = "getBindingsByCardOrId",
				.reply_holds = "bindings|errorCode",
				.empty_list = "bindings",
				.empty_code = 2,
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/getBindingsByCardOrId.do",
								.parameters = pgw_classic_get_bindings_by_card_or_id,
								.one_of = one_binding,
								.meanings = bindings_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "getBindingsByCardOrId.do",
								.json = true,
								.parameters = pgw_sberbank_get_bindings_by_card_or_id,
								.one_of = one_binding,
								.meanings = bindings_meanings,
							},
					},
			},
			{
				.name = "getOrderStatus",
				.reply_holds = "OrderStatus",
				.answered_by = "OrderStatus",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/getOrderStatus.do",
								.parameters = pgw_classic_get_order_status,
								.meanings = old_status_meanings,
							},
					},
			},
			{
				.name = "getOrderStatusExtended",
				.flags = PGW_TAKES_TOKEN,
				.token_needs = "orderId",
				.reply_holds = "orderStatus",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/getOrderStatusExtended.do",
								.parameters = pgw_classic_get_order_status_extended,
								.one_of = one_order,
								.meanings = status_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "getOrderStatusExtended.do",
								.json = true,
								.parameters = pgw_sberbank_get_order_status_extended,
								.one_of = one_order,
								.meanings = status_meanings,
							},
					},
			},
			{
				.name = "getTask",
				.reply_holds = "task.taskUuid",
				.answer = &task_answer,
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "/recurrent/v1/task/get",
								.json = true,
								.parameters = pgw_classic_task,
								.one_of = one_task,
								.rules = task_rules,
								.meanings = task_meanings,
							},
					},
			},
			{
				.name = "googlePay",
				.flags = PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "google/payment.do",
								.json = true,
								.parameters = pgw_classic_google_pay,
								.not_both = one_date,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "googlePayDirect",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "google/paymentDirect.do",
								.json = true,
								.parameters = pgw_classic_google_pay_direct,
								.not_both = one_date,
								.rules = direct_rules,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "installmentPayment",
				.flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN,
				.reply_holds = "orderId|orderStatus",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "installmentPayment.do",
								.json = true,
								.parameters = pgw_classic_installment_payment,
								.not_both = one_date,
								.meanings = charge_meanings,
							},
					},
			},
			{
				.name = "instantPayment",
				.flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN,
				.reply_holds = "orderId|threeDSServerTransId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/instantPayment.do",
								.parameters = pgw_classic_instant_payment,
								.one_of = one_credit_card,
								.not_both = one_date,
								.rules = instant_payment_rules,
								.meanings = instant_payment_meanings,
							},
					},
			},
			{
				.name = "instantRefund",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/instantRefund.do",
								.parameters = pgw_classic_instant_refund,
								.one_of = one_credit_card,
								.meanings = instant_refund_meanings,
							},
					},
			},
			{
				.name = "mirPay",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "mir/payment.do",
								.json = true,
								.parameters = pgw_classic_mir_pay,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "mirPayDirect",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "mir/paymentDirect.do",
								.json = true,
								.parameters = pgw_classic_mir_pay,
								.meanings = wallet_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "mir/paymentDirect.do",
								.json = true,
								.parameters = pgw_sberbank_mir_pay_direct,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "modifyTask",
				.flags = PGW_CHANGES | PGW_ZONED_DATES,
				.answer = &task_answer,
				.inquiry = "task",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "/recurrent/v1/task/modify",
								.json = true,
								.parameters = pgw_classic_modify_task,
								.one_of = one_changed_task,
								.rules = changed_task_rules,
								.meanings = task_meanings,
							},
					},
			},
			{
				.name = "motoPayment",
				.flags = PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN,
				.reply_holds = "mdOrder",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/motoPayment.do",
								.parameters = pgw_classic_moto_payment,
								.not_both = one_date,
								.meanings = instant_payment_meanings,
							},
					},
			},
			{
				.name = "paymentOrder",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "redirect|acsUrl|threeDSServerTransId|errorCode|success",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/paymentorder.do",
								.parameters = pgw_classic_payment_order,
								.one_of = one_card,
								.rules = card_rules,
								.meanings = payment_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "paymentOrder.do",
								.json = true,
								.parameters = pgw_sberbank_payment_order,
								.meanings = sberbank_payment_meanings,
							},
					},
			},
			{
				.name = "paymentOrderBinding",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "redirect|acsUrl|threeDSServerTransId|errorCode|success",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/paymentOrderBinding.do",
								.parameters = pgw_classic_payment_order_binding,
								.rules = binding_rules,
								.meanings = binding_payment_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "paymentOrderBinding.do",
								.json = true,
								.parameters = pgw_sberbank_payment_order_binding,
								.meanings = binding_payment_meanings,
							},
					},
			},
			{
				.name = "paymentOrderBySubscription",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "errorCode",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "paymentOrderBySubscription",
								.json = true,
								.parameters = pgw_sberbank_payment_order_by_subscription,
								.meanings = sberbank_payment_meanings,
							},
					},
			},
			{
				.name = "paymentSberPay",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "errorCode",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "paymentSberPay.do",
								.json = true,
								.parameters = pgw_sberbank_payment_sber_pay,
								.meanings = sberbank_payment_meanings,
							},
					},
			},
			{
				.name = "recurrentPayment",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "recurrentPayment.do",
								.json = true,
								.parameters = pgw_classic_recurrent_payment,
								.not_both = one_date,
								.meanings = recurrent_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "recurrentPayment.do",
								.json = true,
								.parameters = pgw_sberbank_recurrent_payment,
								.meanings = recurrent_meanings,
							},
					},
			},
			{
				.name = "refund",
				.flags = PGW_CHANGES,
				.reply_holds = "errorCode",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/refund.do",
								.parameters = pgw_classic_refund,
								.one_of = one_order,
								.meanings = management_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "refund.do",
								.json = true,
								.parameters = pgw_sberbank_refund,
								.meanings = sberbank_management_meanings,
							},
					},
			},
			{
				.name = "register",
				.flags = PGW_CHANGES | PGW_TAKES_TOKEN,
				.reply_holds = "orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/register.do",
								.parameters = pgw_classic_register,
								.meanings = registration_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "register.do",
								.json = true,
								.parameters = pgw_sberbank_register,
								.meanings = registration_meanings,
							},
					},
			},
			{
				.name = "registerPreAuth",
				.flags = PGW_CHANGES | PGW_TAKES_TOKEN,
				.reply_holds = "orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/registerPreAuth.do",
								.parameters = pgw_classic_register_pre_auth,
								.not_both = one_date,
								.meanings = registration_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "registerPreAuth.do",
								.json = true,
								.parameters = pgw_sberbank_register_pre_auth,
								.meanings = registration_meanings,
							},
					},
			},
			{
				.name = "reverse",
				.flags = PGW_CHANGES,
				.reply_holds = "errorCode",
				.inquiry = "orderId",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/reverse.do",
								.parameters = pgw_classic_reverse,
								.one_of = one_order,
								.meanings = management_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "reverse.do",
								.json = true,
								.parameters = pgw_sberbank_reverse,
								.meanings = sberbank_management_meanings,
							},
					},
			},
			{
				.name = "samsungPay",
				.flags = PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "samsung/payment.do",
								.json = true,
								.parameters = pgw_classic_samsung_pay,
								.not_both = one_date,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "samsungPayDirect",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "samsung/paymentDirect.do",
								.json = true,
								.parameters = pgw_classic_samsung_pay_direct,
								.not_both = one_date,
								.rules = direct_rules,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "skipTaskPayment",
				.flags = PGW_CHANGES,
				.answer = &task_answer,
				.inquiry = "task",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "/recurrent/v1/payment/skip",
								.json = true,
								.parameters = pgw_classic_skip_task_payment,
								.one_of = one_task,
								.rules = task_rules,
								.meanings = task_meanings,
							},
					},
			},
			{
				.name = "terminateTask",
				.flags = PGW_CHANGES,
				.answer = &task_answer,
				.inquiry = "task",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "/recurrent/v1/task/terminate",
								.json = true,
								.parameters = pgw_classic_task,
								.one_of = one_task,
								.rules = task_rules,
								.meanings = task_meanings,
							},
					},
			},
			{
				.name = "terminateTasks",
				.flags = PGW_CHANGES,
				.answer = &task_answer,
				.inquiry = "task",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "/recurrent/v1/task/batchTerminate",
								.json = true,
								.parameters = pgw_classic_terminate_tasks,
								.meanings = task_meanings,
							},
					},
			},
			{
				.name = "tokenPayment",
				.flags = PGW_CHANGES | PGW_PAYS,
				.reply_holds = "data.orderId",
				.inquiry = "orderNumber",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "token/payment.do",
								.json = true,
								.parameters = pgw_classic_token_payment,
								.not_both = one_date,
								.rules = token_payment_rules,
								.meanings = wallet_meanings,
							},
					},
			},
			{
				.name = "unBindCard",
				.flags = PGW_CHANGES,
				.reply_holds = "errorCode",
				.wire =
					{
						[PGW_DIALECT_CLASSIC] =
							{
								.path = "rest/unBindCard.do",
								.parameters = pgw_classic_bind_card,
								.meanings = binding_meanings,
							},
						[PGW_DIALECT_SBERBANK] =
							{
								.path = "unbindCard.do",
								.json = true,
								.parameters = pgw_sberbank_bind_card,
								.meanings = binding_meanings,
							},
					},
			},
			{.name = NULL},
};

enum { METHOD_COUNT = sizeof(methods) / sizeof(methods[0]) - 1 };

static int compare(struct pgw_text text, const char *name)
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
		int order = compare(name, methods[middle].name);

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

const struct pgw_method *pgw_methods(void)
{
	return methods;
}
