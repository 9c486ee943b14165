/* The table of methods against its own rules, and against the documentation. */
#include "fixture.h"

#include "facts_classic.h"
#include "facts_sberbank.h"
#include "facts_special.h"
#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BITMAP_BITS = 64, LONGEST_NAME = 64, LONGEST_PATH = 256, DEEPEST = 8 };

#define CLASSIC  PGW_DIALECT_CLASSIC
#define SBERBANK PGW_DIALECT_SBERBANK
#define EVERY    PGW_DIALECTS

/* ---------------------------------------------------------------- the rows, one by one */

struct parameter_of_row {
	const struct pgw_method *method;
	enum pgw_dialect dialect;
	const struct pgw_parameter *parameter;
	char path[LONGEST_PATH]; /* orderBundle.cartItems.items */
	int depth;
};

typedef void (*visit_parameter)(const struct parameter_of_row *row);

static void walk(const struct parameter_of_row *outer, const struct pgw_parameter *members, visit_parameter visit)
{
	struct parameter_of_row row = {.method = outer->method, .dialect = outer->dialect, .depth = outer->depth + 1};

	assert_true(row.depth <= DEEPEST);
	for (row.parameter = members; row.parameter->name; row.parameter++) {
		snprintf(
			row.path, sizeof(row.path), "%.190s%s%.60s", outer->path, *outer->path ? "." : "", row.parameter->name);
		visit(&row);
		if (row.parameter->members) {
			walk(&row, row.parameter->members, visit);
		}
	}
}

static void every_parameter(visit_parameter visit)
{
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
			struct parameter_of_row top = {.method = method, .dialect = (enum pgw_dialect)dialect};

			if (method->wire[dialect].path) {
				walk(&top, method->wire[dialect].parameters, visit);
			}
		}
	}
}

static void every_wire(void (*visit)(const struct pgw_method *method, const struct pgw_wire *wire))
{
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
			if (method->wire[dialect].path) {
				visit(method, &method->wire[dialect]);
			}
		}
	}
}

static const struct pgw_parameter *parameter_of(const struct pgw_parameter *parameters, const char *name)
{
	for (const struct pgw_parameter *parameter = parameters; parameter->name; parameter++) {
		if (strcmp(parameter->name, name) == 0) {
			return parameter;
		}
	}
	return NULL;
}

static size_t count_parameters(const struct pgw_parameter *parameters)
{
	size_t count = 0;

	while (parameters[count].name) {
		count++;
	}
	return count;
}

/* ---------------------------------------------------------------- the documentation */

/* What a row says otherwise on purpose. The first that fits counts. */
static const struct {
	enum pgw_dialect dialect;
	const char *method; /* NULL: every one */
	struct fact fact;   /* by its path, whose end it is */
} differences[] = {
	{EVERY, NULL, {"language", "Ot", 2, 2, NULL}},            /* every bank has a default */
	{CLASSIC, "googlePay", {"clientId", "Ot", 1, 255, NULL}}, /* a payment that stores nothing needs none */
	{CLASSIC, "tokenPayment", {"jsonParams", "OP", 0, 1024, NULL}},
	{CLASSIC, NULL, {"clientId", "?t", 1, 255, NULL}},       /* an empty one is as good as none */
	{CLASSIC, NULL, {"jsonParams", "OT", 0, 1024, NULL}},    /* of each value */
	{CLASSIC, "paymentOrder", {"$PAN", "Cd", 12, 19, NULL}}, /* not with seToken; no scheme has shorter numbers */
	{CLASSIC, "paymentOrder", {"$CVC", "Od", 3, 4, NULL}},   /* a permission does without; American Express has four */
	{CLASSIC, "paymentOrder", {"YYYY", "Cd", 4, 4, NULL}},
	{CLASSIC, "paymentOrder", {"MM", "Cd", 2, 2, NULL}},
	{CLASSIC, "paymentOrder", {"seToken", "Ct", 1, 8192, NULL}},
	{CLASSIC, "paymentOrderBinding", {"cvc", "Od", 3, 4, NULL}},
	{CLASSIC, "paymentOrderBinding",
		{"tii", "Ow", 0, 0, NULL}}, /* the samples are without, and so is a regular payment */
	{CLASSIC, "verifyCard", {"pan", "Od", 12, 19, NULL}},
	{CLASSIC, "verifyCard", {"cvc", "Od", 3, 4, NULL}},
	{CLASSIC, "verifyEnrollment", {"pan", "Md", 12, 19, NULL}},
	{CLASSIC, "getBindingsByCardOrId", {"pan", "Cd", 12, 19, NULL}},
	{CLASSIC, "createBindingNoPayment", {"pan", "Md", 12, 19, NULL}},
	{CLASSIC, "createBindingNoPayment", {"additionalParameters.initNetworkReferenceNumber", "Ot", 1, 36, NULL}},
	{CLASSIC, "createBindingNoPayment", {"additionalParameters.networkReferenceNumber", "Ot", 1, 36, NULL}},
	{CLASSIC, NULL, {"originalPaymentDate", "Cd", 1, 19, NULL}}, /* milliseconds in 64 bits */
	{CLASSIC, "motoPayment", {"pan", "Md", 12, 19, NULL}},
	{CLASSIC, "motoPayment", {"cvc", "Od", 3, 4, NULL}},
	{CLASSIC, "instantPayment", {"pan", "Cd", 12, 19, NULL}},
	{CLASSIC, "instantPayment", {"cvc", "Od", 3, 4, NULL}},
	{CLASSIC, "createTask", {"task.clientId", "Ot", 1, 255, NULL}},
	{CLASSIC, "createTask", {"task.pan", "Od", 12, 19, NULL}},
	{CLASSIC, "createTask", {"task.expiry", "Oi", 6, 6, NULL}}, /* as in a change */
	{CLASSIC, "createTask", {"scheduleData.value", "Mi", 1, 9, NULL}},
	{CLASSIC, "modifyTask", {"task.clientId", "Ot", 1, 255, NULL}},
	{CLASSIC, "modifyTask", {"task.pan", "Od", 12, 19, NULL}},
	{CLASSIC, "skipTaskPayment", {"paymentNumber", "Mi", 1, 9, NULL}},
	{CLASSIC, "tokenPayment", {"cvc", "Cd", 3, 4, NULL}},
	{CLASSIC, "tokenPayment", {"paymentData.dpan", "Md", 12, 19, NULL}}, /* a card's number in form */
	{CLASSIC, "instantRefund", {"pan", "Cd", 12, 19, NULL}},
	{CLASSIC, "instantRefund", {"cvc", "Cd", 3, 4, NULL}},
	/* The widest bound of all editions: a payer whose e-mail has 41 characters can check out elsewhere. */
	{CLASSIC, NULL, {"email", "Ot", 1, 254, NULL}},
	{CLASSIC, NULL, {"customerDetails.email", "Ot", 1, 254, NULL}},
	{CLASSIC, NULL, {"phone", "Ot", 7, 16, NULL}},
	{CLASSIC, NULL, {"customerDetails.phone", "Ot", 7, 16, NULL}},
	{CLASSIC, NULL, {"orderPayerData.homePhone", "Ot", 7, 16, NULL}},
	{CLASSIC, NULL, {"orderPayerData.workPhone", "Ot", 7, 16, NULL}},
	{CLASSIC, NULL, {"orderPayerData.mobilePhone", "Ot", 7, 16, NULL}},
	{CLASSIC, NULL, {"billingPayerData.billingPostalCode", "Ot", 0, 16, NULL}},
	{CLASSIC, "verifyCard", {"returnUrl", "Ot", 1, 2048, NULL}},
	{CLASSIC, "verifyCard", {"backUrl", "Ot", 1, 2048, NULL}},
	{CLASSIC, NULL, {"returnUrl", "Mt", 1, 2048, NULL}},
	{CLASSIC, NULL, {"failUrl", "Ot", 1, 2048, NULL}},
	{CLASSIC, NULL, {"threeDSMethodNotificationUrl", "Ot", 1, 2048, NULL}},
	{CLASSIC, NULL, {"cardholderName", "?t", 1, 150, NULL}},
	{CLASSIC, NULL, {"cardholder", "?t", 1, 150, NULL}},
	{CLASSIC, "createTask", {"task.cardHolder", "Ot", 1, 150, NULL}},
	{CLASSIC, "createTask", {"merchantLogin", "Ot", 1, 255, NULL}},
	{CLASSIC, NULL, {"tax.taxType", "Mi", 1, 2, NULL}},            /* rates come and go */
	{CLASSIC, NULL, {"tax.taxSum", "Oa", 0, 12, NULL}},            /* as every amount */
	{CLASSIC, NULL, {"discount.discountType", "Mt", 1, 20, NULL}}, /* as Sberbank has them */
	{CLASSIC, NULL, {"discount.discountValue", "Mi", 1, 20, NULL}},
	{CLASSIC, NULL, {"agentInterest.interestType", "Mt", 1, 20, NULL}},
	{CLASSIC, NULL, {"agentInterest.interestValue", "Mi", 1, 20, NULL}},
	{CLASSIC, NULL, {"loyalties.bonusAmountForCredit", "Oa", 0, 12, NULL}},
	{CLASSIC, NULL, {"loyalties.bonusAmountForDebit", "Oa", 0, 12, NULL}},
	{CLASSIC, NULL, {"loyalties.bonusAmountRefunded", "Oa", 0, 12, NULL}},
	{SBERBANK, NULL, {"features", "Of", 0, 0, NULL}},
	{SBERBANK, NULL, {"items.quantity.value", "Mq", 1, 18, NULL}},
	{SBERBANK, NULL, {"items.paymentMethod", "Ot", 1, 15, NULL}},            /* the gateway knows its words best */
	{SBERBANK, NULL, {"operatingCheckProps.timestamp", "Mt", 19, 20, NULL}}, /* as long as its documented format */
	{SBERBANK, NULL, {"agentInfo.type", "Mt", 1, 21, NULL}},
	{SBERBANK, NULL, {"company.sno", "Mt", 1, 18, NULL}},
	{SBERBANK, "getOrderStatusExtended", {"orderId", "Ct", 36, 36, NULL}}, /* either will do */
	{SBERBANK, "getOrderStatusExtended", {"orderNumber", "Ct", 1, 36, NULL}},
	{SBERBANK, "autoRefund", {"compositeAmount", "Ma", 1, 12, NULL}}, /* nobody refunds everything by omission */
	{SBERBANK, "getReceiptStatus", {"orderId", "Ct", 36, 36, NULL}},  /* one of the three will do */
	{SBERBANK, "getReceiptStatus", {"orderNumber", "Ct", 1, 36, NULL}},
	{SBERBANK, "getReceiptStatus", {"receiptId", "Ct", 36, 36, NULL}},
	{SBERBANK, "getBindingsByCardOrId", {"pan", "Cd", 13, 19, NULL}}, /* and so here */
	{SBERBANK, "getBindingsByCardOrId", {"bindingId", "Ct", 36, 36, NULL}},
};

/* What the rows have beyond that: members of the lists above that no table names. */
static const struct {
	enum pgw_dialect dialect;
	const char *path;
} additions[] = {
	{SBERBANK, "orderBundle.cartItems.items.tax.taxSum"}, /* named in the text of the description */
	{CLASSIC, "clientBrowserInfo"},                       /* of verifyCard, as of every payment */
	{CLASSIC, "mdOrder"},                                 /* of finish3dsVer2Payment, as integrators send it */
	/* Of paymentOrderBinding: the second call of 3-D Secure 2 is the same for all payments. */
	{CLASSIC, "threeDSServerTransId"},
	{CLASSIC, "threeDSVer2FinishUrl"},
	{CLASSIC, "threeDSMethodNotificationUrl"},
};

static const struct documented {
	const char *label; /* the method */
	enum pgw_dialect dialect;
	const char *path;
	const struct fact *facts;
	unsigned flags;
	enum pgw_inquiry inquiry;
} documentation[] = {
	{"register", CLASSIC, "rest/register.do", classic_register_facts, PGW_CHANGES | PGW_TAKES_TOKEN,
		PGW_BY_ORDER_NUMBER},
	{"registerPreAuth", CLASSIC, "rest/registerPreAuth.do", classic_register_pre_auth_facts,
		PGW_CHANGES | PGW_TAKES_TOKEN, PGW_BY_ORDER_NUMBER},
	{"deposit", CLASSIC, "rest/deposit.do", classic_deposit_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"reverse", CLASSIC, "rest/reverse.do", classic_reverse_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"refund", CLASSIC, "rest/refund.do", classic_refund_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"processRawSumRefund", CLASSIC, "rest/processRawSumRefund.do", classic_raw_sum_refund_facts, PGW_CHANGES,
		PGW_BY_ORDER_ID},
	{"processRawPositionRefund", CLASSIC, "rest/processRawPositionRefund.do", classic_raw_position_refund_facts,
		PGW_CHANGES, PGW_BY_ORDER_ID},
	{"processRawPositionOrderRefund", CLASSIC, "rest/processRawPositionOrderRefund.do",
		classic_raw_position_refund_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"instantRefund", CLASSIC, "rest/instantRefund.do", classic_instant_refund_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"decline", CLASSIC, "rest/decline.do", classic_decline_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"getOrderStatus", CLASSIC, "rest/getOrderStatus.do", classic_old_status_facts, 0, PGW_NO_INQUIRY},
	{"getOrderStatusExtended", CLASSIC, "rest/getOrderStatusExtended.do", classic_status_facts, PGW_TAKES_TOKEN,
		PGW_NO_INQUIRY},
	{"getLastOrdersForMerchants", CLASSIC, "rest/getLastOrdersForMerchants.do", classic_last_orders_facts,
		PGW_COMPACT_DATES, PGW_NO_INQUIRY},
	{"getReceiptStatus", CLASSIC, "rest/getReceiptStatus.do", classic_receipt_status_facts, 0, PGW_NO_INQUIRY},
	{"getReceiptStatus", SBERBANK, "/ecomm/gw/partner/api/ofd/v1/getReceiptStatus", sberbank_receipt_status_facts, 0,
		PGW_NO_INQUIRY},
	{"paymentOrder", CLASSIC, "rest/paymentorder.do", classic_payment_facts, PGW_CHANGES | PGW_PAYS, PGW_BY_ORDER_ID},
	{"continue3ds", CLASSIC, "rest/3ds/continue.do", classic_continue_3ds_facts,
		PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN, PGW_BY_ORDER_ID},
	{"finish3dsPayment", CLASSIC, "rest/finish3dsPayment.do", classic_finish_3ds_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_ID},
	{"finish3dsVer2Payment", CLASSIC, "rest/finish3dsVer2Payment.do", classic_finish_3ds_ver2_facts,
		PGW_CHANGES | PGW_PAYS, PGW_BY_ORDER_ID},
	{"verifyCard", CLASSIC, "rest/verifyCard.do", classic_verify_card_facts,
		PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN | PGW_ACTION_TELLS, PGW_NO_INQUIRY},
	{"verifyEnrollment", CLASSIC, "rest/verifyEnrollment.do", classic_verify_enrollment_facts, 0, PGW_NO_INQUIRY},
	{"getBindings", CLASSIC, "rest/getBindings.do", classic_bindings_facts, 0, PGW_NO_INQUIRY},
	{"getAllBindings", CLASSIC, "rest/getAllBindings.do", classic_bindings_facts, 0, PGW_NO_INQUIRY}, /* as above */
	{"paymentOrderBinding", CLASSIC, "rest/paymentOrderBinding.do", classic_binding_payment_facts,
		PGW_CHANGES | PGW_PAYS, PGW_BY_ORDER_ID},
	{"getBindingsByCardOrId", CLASSIC, "rest/getBindingsByCardOrId.do", classic_bindings_by_card_facts, 0,
		PGW_NO_INQUIRY},
	{"bindCard", CLASSIC, "rest/bindCard.do", classic_bind_facts, PGW_CHANGES, PGW_NO_INQUIRY},
	{"unBindCard", CLASSIC, "rest/unBindCard.do", classic_bind_facts, PGW_CHANGES, PGW_NO_INQUIRY},
	{"updateSSLCardList", CLASSIC, "rest/updateSSLCardList.do", classic_ssl_card_list_facts, PGW_CHANGES,
		PGW_NO_INQUIRY},
	{"extendBinding", CLASSIC, "rest/extendBinding.do", classic_extend_facts, PGW_CHANGES, PGW_NO_INQUIRY},
	{"createBindingNoPayment", CLASSIC, "rest/createBindingNoPayment.do", classic_create_binding_facts, PGW_CHANGES,
		PGW_NO_INQUIRY},
	{"instantPayment", CLASSIC, "rest/instantPayment.do", classic_instant_payment_facts,
		PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN, PGW_BY_ORDER_NUMBER},
	{"motoPayment", CLASSIC, "rest/motoPayment.do", classic_moto_payment_facts,
		PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN, PGW_BY_ORDER_NUMBER},
	{"recurrentPayment", CLASSIC, "recurrentPayment.do", classic_recurrent_payment_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"industryPracticePayment", CLASSIC, "industryPractice/paymentOrder.do", classic_industry_practice_facts,
		PGW_CHANGES | PGW_PAYS | PGW_ACTION_TELLS, PGW_BY_ORDER_NUMBER},
	{"installmentPayment", CLASSIC, "installmentPayment.do", classic_installment_payment_facts,
		PGW_CHANGES | PGW_PAYS | PGW_TAKES_TOKEN, PGW_BY_ORDER_NUMBER},
	{"applePay", CLASSIC, "applepay/payment.do", classic_apple_pay_facts, PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS,
		PGW_BY_ORDER_NUMBER},
	{"applePayDirect", CLASSIC, "applepay/paymentDirect.do", classic_apple_pay_direct_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"googlePay", CLASSIC, "google/payment.do", classic_google_pay_facts, PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS,
		PGW_BY_ORDER_NUMBER},
	{"googlePayDirect", CLASSIC, "google/paymentDirect.do", classic_google_pay_direct_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"samsungPay", CLASSIC, "samsung/payment.do", classic_samsung_pay_facts,
		PGW_CHANGES | PGW_PAYS | PGW_NO_CREDENTIALS, PGW_BY_ORDER_NUMBER},
	{"samsungPayDirect", CLASSIC, "samsung/paymentDirect.do", classic_samsung_pay_direct_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"mirPay", CLASSIC, "mir/payment.do", classic_mir_pay_facts, PGW_CHANGES | PGW_PAYS, PGW_BY_ORDER_NUMBER},
	{"mirPayDirect", CLASSIC, "mir/paymentDirect.do", classic_mir_pay_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"tokenPayment", CLASSIC, "token/payment.do", classic_token_payment_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"createTask", CLASSIC, "/recurrent/v1/task/create", classic_create_task_facts, PGW_CHANGES | PGW_ZONED_DATES,
		PGW_BY_TASK},
	{"modifyTask", CLASSIC, "/recurrent/v1/task/modify", classic_modify_task_facts, PGW_CHANGES | PGW_ZONED_DATES,
		PGW_BY_TASK},
	{"getTask", CLASSIC, "/recurrent/v1/task/get", classic_task_facts, 0, PGW_NO_INQUIRY},
	{"terminateTask", CLASSIC, "/recurrent/v1/task/terminate", classic_task_facts, PGW_CHANGES, PGW_BY_TASK},
	{"activateTask", CLASSIC, "/recurrent/v1/task/activate", classic_task_facts, PGW_CHANGES, PGW_BY_TASK},
	{"terminateTasks", CLASSIC, "/recurrent/v1/task/batchTerminate", classic_terminate_tasks_facts, PGW_CHANGES,
		PGW_BY_TASK},
	{"skipTaskPayment", CLASSIC, "/recurrent/v1/payment/skip", classic_skip_facts, PGW_CHANGES, PGW_BY_TASK},
	{"register", SBERBANK, "register.do", sberbank_register_facts, PGW_CHANGES | PGW_TAKES_TOKEN, PGW_BY_ORDER_NUMBER},
	{"registerPreAuth", SBERBANK, "registerPreAuth.do", sberbank_register_pre_auth_facts, PGW_CHANGES | PGW_TAKES_TOKEN,
		PGW_BY_ORDER_NUMBER},
	{"deposit", SBERBANK, "deposit.do", sberbank_deposit_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"reverse", SBERBANK, "reverse.do", sberbank_reverse_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"refund", SBERBANK, "refund.do", sberbank_refund_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"autoCompletion", SBERBANK, "autoCompletion", sberbank_auto_completion_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"autoRefund", SBERBANK, "autoRefund", sberbank_auto_refund_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"decline", SBERBANK, "decline.do", sberbank_decline_facts, PGW_CHANGES, PGW_BY_ORDER_ID},
	{"getOrderStatusExtended", SBERBANK, "getOrderStatusExtended.do", sberbank_status_facts, PGW_TAKES_TOKEN,
		PGW_NO_INQUIRY},
	{"paymentOrder", SBERBANK, "paymentOrder.do", sberbank_payment_facts, PGW_CHANGES | PGW_PAYS, PGW_BY_ORDER_ID},
	{"finish3dsMethod", SBERBANK, "finish3dsMethod.do", sberbank_finish_3ds_method_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_ID},
	{"finish3dsPayment", SBERBANK, "finish3dsPayment.do", sberbank_finish_3ds_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_ID},
	{"getBindings", SBERBANK, "getBindings.do", sberbank_bindings_facts, 0, PGW_NO_INQUIRY},
	{"paymentOrderBinding", SBERBANK, "paymentOrderBinding.do", sberbank_binding_payment_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_ID},
	{"getBindingsByCardOrId", SBERBANK, "getBindingsByCardOrId.do", sberbank_bindings_by_card_facts, 0, PGW_NO_INQUIRY},
	{"bindCard", SBERBANK, "bindCard.do", sberbank_bind_facts, PGW_CHANGES, PGW_NO_INQUIRY},
	{"paymentSberPay", SBERBANK, "paymentSberPay.do", sberbank_sber_pay_facts, PGW_CHANGES | PGW_PAYS, PGW_BY_ORDER_ID},
	{"paymentOrderBySubscription", SBERBANK, "paymentOrderBySubscription", sberbank_subscription_facts,
		PGW_CHANGES | PGW_PAYS, PGW_BY_ORDER_ID},
	{"mirPayDirect", SBERBANK, "mir/paymentDirect.do", sberbank_mir_pay_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"recurrentPayment", SBERBANK, "recurrentPayment.do", sberbank_recurrent_facts, PGW_CHANGES | PGW_PAYS,
		PGW_BY_ORDER_NUMBER},
	{"unBindCard", SBERBANK, "unbindCard.do", sberbank_bind_facts, PGW_CHANGES, PGW_NO_INQUIRY}, /* with a small b */
};

static bool used[COUNT(differences)];

static bool ends_with(const char *path, const char *end)
{
	size_t length = strlen(path), tail = strlen(end);

	return length >= tail && strcmp(path + length - tail, end) == 0 &&
		   (length == tail || (strchr(end, '.') && path[length - tail - 1] == '.'));
}

static struct fact expected_of(const struct documented *documented, const char *path, const struct fact *fact)
{
	for (size_t i = 0; i < COUNT(differences); i++) {
		if ((differences[i].dialect == EVERY || differences[i].dialect == documented->dialect) &&
			(!differences[i].method || strcmp(differences[i].method, documented->label) == 0) &&
			ends_with(path, differences[i].fact.name)) {
			used[i] = true;
			return differences[i].fact;
		}
	}
	return *fact;
}

/* `obligation`: of the fact itself, where the difference says '?'. */
static void compare_with_fact(
	const char *path, const struct pgw_parameter *parameter, const struct fact *expected, char obligation)
{
	static const char kinds[] = {[PGW_TAKES_TEXT] = 't',
		[PGW_TAKES_DIGITS] = 'd',
		[PGW_TAKES_INTEGER] = 'i',
		[PGW_TAKES_RANGE] = 'r',
		[PGW_TAKES_AMOUNT] = 'a',
		[PGW_TAKES_QUANTITY] = 'q',
		[PGW_TAKES_BOOLEAN] = 'b',
		[PGW_TAKES_WORD] = 'w',
		[PGW_TAKES_DATE_TIME] = 'D',
		[PGW_TAKES_ZONED_DATE_TIME] = 'Z',
		[PGW_TAKES_FEATURES] = 'f',
		[PGW_TAKES_TEXTS] = 'T',
		[PGW_TAKES_PAIRS] = 'P',
		[PGW_TAKES_TEXT_LIST] = 'L',
		[PGW_TAKES_OBJECT] = 'o',
		[PGW_TAKES_LIST] = 'l'};
	unsigned short minimum = parameter->type == PGW_TAKES_AMOUNT ? expected->minimum : parameter->minimum;

	if (minimum != expected->minimum || parameter->maximum != expected->maximum) {
		fail_msg("%s has %d..%d, documented are %d..%d", path, parameter->minimum, parameter->maximum,
			expected->minimum, expected->maximum);
	}
	if (kinds[parameter->type] != expected->kind[1]) {
		fail_msg("%s is a %c, documented is %s", path, kinds[parameter->type], expected->kind);
	}
	obligation = expected->kind[0] == '?' ? obligation : expected->kind[0];
	if (!(parameter->flags & PGW_MANDATORY) != (obligation != 'M')) {
		fail_msg("%s: is it mandatory? documented is %s", path, expected->kind);
	}
}

static bool is_addition(const struct documented *documented, const char *path)
{
	for (size_t i = 0; i < COUNT(additions); i++) {
		if (additions[i].dialect == documented->dialect && strcmp(additions[i].path, path) == 0) {
			return true;
		}
	}
	return false;
}

static const struct fact *fact_of(const struct fact *facts, const char *name)
{
	while (facts->name && strcmp(facts->name, name) != 0) {
		facts++;
	}
	return facts->name ? facts : NULL;
}

/* Both ways: each fact has its parameter, and each parameter its fact. */
static void compare(const struct documented *documented, const char *outer, const struct fact *facts,
	const struct pgw_parameter *parameters)
{
	char path[LONGEST_PATH];

	for (const struct fact *fact = facts; fact->name; fact++) {
		if (!parameter_of(parameters, fact->name)) {
			fail_msg("%s lacks %s of %s", documented->label, fact->name, outer);
		}
	}
	for (const struct pgw_parameter *parameter = parameters; parameter->name; parameter++) {
		const struct fact *fact = fact_of(facts, parameter->name);
		struct fact expected;

		snprintf(path, sizeof(path), "%s%s%s", outer, *outer ? "." : "", parameter->name);
		if (!fact) {
			assert_true(is_addition(documented, path));
			continue;
		}
		expected = expected_of(documented, path, fact);
		compare_with_fact(path, parameter, &expected, fact->kind[0]);
		/* What jsonParams may hold is on other pages: test_own_mpi.c. */
		assert_true(fact->members ? parameter->members != NULL
								  : !parameter->members || parameter->flags & PGW_OPEN ||
										parameter->type == PGW_TAKES_TEXTS || parameter->type == PGW_TAKES_PAIRS);
		if (fact->members) {
			compare(documented, path, fact->members, parameter->members);
		}
	}
}

/* One of the paths outside rest/ is documented with a form. */
static bool is_form(const char *path)
{
	return strncmp(path, "rest/", 5) == 0 || strncmp(path, "industryPractice/", 17) == 0;
}

static void row_equals_documentation(void **state)
{
	const struct documented *documented = *state;
	const struct pgw_method *method = pgw_method_find(text_of(documented->label));
	const struct pgw_wire *wire;

	assert_non_null(method);
	wire = &method->wire[documented->dialect];
	assert_string_equal(wire->path, documented->path);
	assert_int_equal(wire->json, documented->dialect == SBERBANK || !is_form(documented->path));
	assert_int_equal(method->flags, documented->flags);
	assert_int_equal(method->inquiry, documented->inquiry);
	compare(documented, "", documented->facts, wire->parameters);
}

static size_t wire_count;

static void count_wire(const struct pgw_method *method, const struct pgw_wire *wire)
{
	(void)method, (void)wire;
	wire_count++;
}

static void every_row_is_documented_here(void **state)
{
	(void)state;
	wire_count = 0;
	every_wire(count_wire);
	assert_int_equal(wire_count, COUNT(documentation));
}

/* A difference that fits nothing any more would hide the next. */
static void each_difference_is_used(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(documentation); i++) {
		row_equals_documentation(&(void *){(void *)&documentation[i]});
	}
	for (size_t i = 0; i < COUNT(differences); i++) {
		if (!used[i]) {
			fail_msg("the difference of %s is never needed", differences[i].fact.name);
		}
	}
}

/* The words that the documents list, in their order there; those of tii are of statuses.md 5. */
#define TII "|CI|F|U|RI|R|II|I"

static const struct {
	const char *method; /* NULL: every one */
	const char *parameter, *words;
} documented_words[] = {
	{NULL, "billingAndShippingAddressMatchIndicator", "Y|N"},
	{NULL, "externalScaExemptionIndicator", "LVP|TRA"},
	{NULL, "threeDSProtocolVersion", "1.0.2|2.1.0|2.2.0"},
	{NULL, "authenticationTypeIndicator", "0|1|2|3|4|5|6|7|8"},
	{NULL, "threeDsType", "0|1|2|3|4|5|6|7|8"},
	{"finish3dsMethod", "threeDSCompInd", "Y|N"},
	{NULL, "paymentSystem", "VISA|MASTERCARD|AMEX|JCB|CUP|MIR"},
	{"paymentOrder", "eci", "00|01|02|03|05|06|07|09|10"},
	{"paymentOrderBinding", "eci", "00|01|02|03|05|06|07|09|10"},
	{"instantPayment", "eci", "00|01|02|03|05|06|07|09|10"},
	{"paymentOrder", "tii", TII},
	{"paymentOrderBinding", "tii", "|F|U|R|I"},
	{"instantPayment", "tii", TII},
	{"tokenPayment", "tii", TII},
	{"applePay", "tii", "|CI|RI|II"},
	{"googlePay", "tii", "|CI|RI|II"},
	{"samsungPay", "tii", "|CI|RI|II"},
	{"applePayDirect", "tii", "|CI|RI|II|R|U|F"},
	{"googlePayDirect", "tii", "|CI|RI|II|R|U|F"},
	{"samsungPayDirect", "tii", "|CI|RI|II|R|U|F"},
	{"tokenPayment", "tokenType", "MDES|VTS|APPLE|GOOGLE|SAMSUNG"},
	{"googlePayDirect", "protocolVersion", "ECv1|ECv2"},
	{"createTask", "timeUnit",
		"Nanos|Micros|Millis|Seconds|Minutes|Hours|HalfDays|Days|Weeks|Months|Years|Decades|Centuries|Millennia|Eras|"
		"Forever"},
	{"industryPracticePayment", "tii", "IPI|IPS|IPD|IPA|IPN"},
	{"getBindings", "bindingType", "C|R|I"},
	{"getAllBindings", "bindingType", "C|R|I"},
	{"createBindingNoPayment", "bindingStrength", "TDS|SSL|TDS_SSL|NO_PAYMENT"},
};

static void words_are_documented(const struct parameter_of_row *row)
{
	for (size_t i = 0; i < COUNT(documented_words); i++) {
		if (strcmp(documented_words[i].parameter, row->parameter->name) == 0 &&
			(!documented_words[i].method || strcmp(documented_words[i].method, row->method->name) == 0)) {
			assert_int_equal(row->parameter->type, PGW_TAKES_WORD);
			assert_string_equal(row->parameter->words, documented_words[i].words);
			return;
		}
	}
	if (row->parameter->type == PGW_TAKES_WORD) {
		fail_msg("%s: the words of %s are not known here", row->method->name, row->path);
	}
}

static void words_equal_documentation(void **state)
{
	(void)state;
	every_parameter(words_are_documented);
}

/* ---------------------------------------------------------------- the search */

static void find_finds_every_row(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		assert_ptr_equal(pgw_method_find(text_of(row->name)), row);
	}
}

static void find_finds_nothing_else(void **state)
{
	static const char *const names[] = {
		"",
		"a",
		"zzz",
		"Register",
		"REGISTER",
		"registerPreAuth ",
		" register",
		"register.do",
		"rest/register.do",
		"paymentorder",
		"getbindings",
		"registerPreAut\xFF",
		"\xFF\xFE",
		"decline|deposit",
		"unbindCard", /* as Sberbank's path spells it */
		"getBindingsByCard",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		if (pgw_method_find(text_of(names[i]))) {
			fail_msg("found: \"%s\"", names[i]);
		}
	}
	assert_null(pgw_method_find((struct pgw_text){"register\0", 9}));
	assert_null(pgw_method_find((struct pgw_text){"\0register", 9}));
}

/* `registerPreAuth` begins with a row's name too, so a prefix is right only when a row is called so. */
static void find_takes_no_prefix_for_a_name(void **state)
{
	char longer[LONGEST_NAME + 2], other[LONGEST_NAME + 2];

	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		size_t length = strlen(row->name);

		for (size_t part = 0; part < length; part++) {
			const struct pgw_method *found = pgw_method_find((struct pgw_text){row->name, part});

			assert_true(!found || strlen(found->name) == part);
		}
		snprintf(longer, sizeof(longer), "%sX", row->name);
		assert_null(pgw_method_find(text_of(longer)));
		snprintf(other, sizeof(other), "%s", row->name);
		other[0] = (char)toupper((unsigned char)other[0]);
		assert_null(pgw_method_find(text_of(other)));
	}
}

/* ---------------------------------------------------------------- the rules of the table itself */

static void rows_are_sorted(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name && row[1].name; row++) {
		if (strcmp(row->name, row[1].name) >= 0) {
			fail_msg("%s stands before %s", row->name, row[1].name);
		}
	}
}

static void no_name_twice(const struct parameter_of_row *row)
{
	const struct pgw_parameter *parameter = row->parameter;
	const char *name = parameter->argument ? parameter->argument : parameter->name;

	for (const struct pgw_parameter *other = parameter + 1; other->name; other++) {
		if (strcmp(other->name, parameter->name) == 0 || strcmp(other->name, name) == 0) {
			fail_msg("%s has %s twice", row->method->name, row->path);
		}
	}
}

static void name_is_sane(const struct parameter_of_row *row)
{
	static const char *const credentials[] = {"userName", "password", "token"};
	static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	const struct pgw_parameter *parameter = row->parameter;

	assert_int_equal(parameter->name_length, strlen(parameter->name));
	assert_uint_in_range(strlen(parameter->name), 1, LONGEST_NAME - 1);
	assert_true(pgw_text_characters(text_of(parameter->name)) > 0);
	for (size_t i = 0; i < COUNT(credentials); i++) {
		assert_true(row->depth > 1 || strcmp(parameter->name, credentials[i]) != 0);
	}
	/* As a member it is written as it stands, in a form too; the caller names those that an indicator replaces. */
	if (row->depth > 1 && !(parameter->flags & PGW_INDICATOR)) {
		assert_int_equal(parameter->name[strspn(parameter->name, unreserved)], '\0');
	}
	/* Only what the method takes itself can be an argument of it. */
	assert_true(!parameter->argument || (row->depth == 1 && strcmp(parameter->argument, parameter->name) != 0));
}

static void type_is_sane(const struct parameter_of_row *row)
{
	const struct pgw_parameter *parameter = row->parameter;
	bool amount = parameter->type == PGW_TAKES_AMOUNT, list = parameter->type == PGW_TAKES_LIST;
	bool word = parameter->type == PGW_TAKES_WORD;
	bool number = parameter->type == PGW_TAKES_INTEGER || parameter->type == PGW_TAKES_RANGE || amount ||
				  parameter->type == PGW_TAKES_QUANTITY;

	assert_uint_in_range(parameter->type, PGW_TAKES_TEXT, PGW_TAKES_LIST);
	assert_true(parameter->minimum <= parameter->maximum);
	assert_true(!number || parameter->maximum > 0);
	assert_true(!amount || parameter->maximum <= 18);
	assert_true(!list || parameter->members);
	assert_true(word == (parameter->words != NULL));
	assert_true(!word || parameter->maximum == 0);
	assert_true(!parameter->members || list || parameter->type == PGW_TAKES_OBJECT ||
				parameter->type == PGW_TAKES_TEXTS || parameter->type == PGW_TAKES_PAIRS);
	/* An object of anything has no members, and is open. */
	assert_true(!parameter->members || count_parameters(parameter->members) > 0 || parameter->flags & PGW_OPEN);
}

static void flags_are_sane(const struct parameter_of_row *row)
{
	const struct pgw_parameter *parameter = row->parameter;
	unsigned known = PGW_MANDATORY | PGW_SECRET | PGW_ZERO | PGW_ZERO_WITH_VERIFY | PGW_REPEATABLE | PGW_OPEN;
	unsigned zero;

	zero = parameter->flags & (PGW_ZERO | PGW_ZERO_WITH_VERIFY);
	known |= PGW_ANY_CASE | PGW_ZERO_IS_ALL | PGW_LANGUAGE | PGW_CURRENCY | PGW_ZERO_BY_SBP | PGW_HTTPS | PGW_INDICATOR;
	assert_int_equal(parameter->flags & ~known, 0);
	/* Only at the top is a default filled in, and there under each of its names. */
	assert_true(!(parameter->flags & PGW_LANGUAGE) == (row->depth > 1 || strcmp(parameter->name, "language") != 0));
	assert_true(
		!(parameter->flags & PGW_CURRENCY) ==
		(row->depth > 1 || (strcmp(parameter->name, "currency") != 0 && strcmp(parameter->name, "currencyCode") != 0)));
	assert_true(!(parameter->flags & PGW_ZERO_IS_ALL) || (parameter->type == PGW_TAKES_AMOUNT && !zero));
	assert_true(!(parameter->flags & PGW_ANY_CASE) || parameter->words);
	assert_true(!zero || parameter->type == PGW_TAKES_AMOUNT);
	assert_true(zero != (PGW_ZERO | PGW_ZERO_WITH_VERIFY));
	assert_true(!(parameter->flags & PGW_OPEN) || parameter->members);
	assert_true(!(parameter->flags & PGW_ZERO_BY_SBP) || zero == PGW_ZERO_WITH_VERIFY);
	assert_true(!(parameter->flags & PGW_HTTPS) || parameter->type == PGW_TAKES_TEXT);
	/* Only at the top does anybody look whether a feature is there. */
	assert_true(row->depth == 1 || !(parameter->flags & PGW_ZERO_WITH_VERIFY));
}

/* The check copies a word into 32 bytes, and all of them into a message of 256. */
static void choices_are_sane(const struct parameter_of_row *row)
{
	char *copy = row->parameter->words ? strdup(row->parameter->words) : NULL, *rest = copy, *word;

	assert_true(!copy || strlen(copy) <= 255 - strlen("one of "));
	while ((word = strsep(&rest, "|"))) {
		assert_uint_in_range(strlen(word), 0, 31);
		assert_true(pgw_words_hold(row->parameter->words, word));
		if (rest && pgw_words_hold(rest, word)) {
			fail_msg("%s: %s has the word \"%s\" twice", row->method->name, row->path, word);
		}
	}
	free(copy);
}

static void parameters_are_sane(void **state)
{
	(void)state;
	every_parameter(name_is_sane);
	every_parameter(no_name_twice);
	every_parameter(type_is_sane);
	every_parameter(choices_are_sane);
	every_parameter(flags_are_sane);
}

static void members_fit(const struct parameter_of_row *row)
{
	if (row->parameter->members) {
		assert_uint_in_range(count_parameters(row->parameter->members), 0, BITMAP_BITS);
	}
}

static void wire_fits(const struct pgw_method *method, const struct pgw_wire *wire)
{
	(void)method;
	assert_uint_in_range(count_parameters(wire->parameters), 1, BITMAP_BITS);
}

static void parameters_fit_their_bitmaps(void **state)
{
	(void)state;
	every_wire(wire_fits);
	every_parameter(members_fit);
}

static void path_is_sane(const struct pgw_method *method, const struct pgw_wire *wire)
{
	static const char sberbank_api[] = "/ecomm/gw/partner/api/";
	size_t length = strlen(wire->path);

	/* Recurring tasks and Sberbank's receipts are below the host's root. Their paths have no ending, as some others. */
	if (strncmp(wire->path, "/recurrent/v1/", strlen("/recurrent/v1/")) != 0 && !strstr(wire->path, ".do")) {
		const char *slash = strrchr(wire->path, '/');

		assert_int_equal(wire - method->wire, SBERBANK);
		assert_true(wire->path[0] != '/' || strncmp(wire->path, sberbank_api, strlen(sberbank_api)) == 0);
		assert_string_equal(slash ? slash + 1 : wire->path, method->name);
	} else if (wire->path[0] == '/') {
		assert_true(length > strlen("/recurrent/v1/"));
	} else {
		assert_true(length > 3 && strcmp(wire->path + length - 3, ".do") == 0);
	}
	assert_true(wire->json != is_form(wire->path));
	for (const struct pgw_method *other = method + 1; other->name; other++) {
		const struct pgw_wire *same = &other->wire[wire - method->wire];

		assert_true(!same->path || strcmp(same->path, wire->path) != 0);
	}
}

static void paths_are_sane(void **state)
{
	(void)state;
	every_wire(path_is_sane);
}

/* Whatever a dialect lacks it lacks whole, and no method is without any. */
static void methods_have_a_dialect(void **state)
{
	(void)state;
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		bool any = false;

		for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
			const struct pgw_wire *wire = &method->wire[dialect];

			any = any || wire->path;
			assert_true(wire->path || (!wire->parameters && !wire->meanings && !wire->one_of && !wire->not_both));
			assert_true(!wire->path || (wire->parameters && wire->meanings));
		}
		assert_true(any);
	}
}

/* A parameter, or a member inside one ("a.b.c"). */
static const struct pgw_parameter *parameter_at(const struct pgw_parameter *parameters, const char *path)
{
	char *copy = strdup(path), *rest = copy, *name;
	const struct pgw_parameter *found = NULL;

	while ((name = strsep(&rest, ".")) && (found = parameter_of(parameters, name)) && rest) {
		if ((found->type == PGW_TAKES_TEXTS || found->type == PGW_TAKES_PAIRS) &&
			!(found->members && parameter_of(found->members, rest))) {
			break; /* any name will do */
		}
		parameters = found->members;
		assert_non_null(parameters);
	}
	free(copy);
	return found;
}

/* Each word must be a parameter, else the rule that it is part of can never be met; a mandatory one makes it idle. */
static void check_words(const struct pgw_method *method, const struct pgw_wire *wire, const char *words)
{
	char *copy = strdup(words), *rest = copy, *word;

	while ((word = strsep(&rest, "|"))) {
		const struct pgw_parameter *parameter = parameter_at(wire->parameters, word);

		if (!parameter) {
			fail_msg("%s: \"%s\" names no parameter: %s", method->name, words, word);
		}
		assert_false(parameter->flags & PGW_MANDATORY);
		assert_true(pgw_words_hold(words, word));
	}
	free(copy);
}

static void words_are_sane(const struct pgw_method *method, const struct pgw_wire *wire)
{
	for (const char *const *words = wire->one_of; words && *words; words++) {
		check_words(method, wire, *words);
	}
	for (const char *const *words = wire->not_both; words && *words; words++) {
		check_words(method, wire, *words);
	}
}

static void words_name_parameters(void **state)
{
	(void)state;
	every_wire(words_are_sane);
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		/* What only a token needs is a parameter of every dialect, and of a method that a token may call. */
		for (int dialect = 0; row->token_needs && dialect < PGW_DIALECTS; dialect++) {
			assert_true(row->flags & PGW_TAKES_TOKEN);
			assert_true(!row->wire[dialect].path || parameter_of(row->wire[dialect].parameters, row->token_needs));
		}
	}
}

/* The reply's words are cut out into a small array. */
static void reply_words_are_short(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		for (const char *at = row->reply_holds; at && *at; at += strcspn(at, "|"), at += *at == '|') {
			assert_uint_in_range(strcspn(at, "|"), 1, LONGEST_NAME - 1);
		}
	}
}

static void meanings_of_wire(const struct pgw_method *method, const struct pgw_wire *wire)
{
	(void)method;
	for (const struct pgw_meaning *meaning = wire->meanings; meaning->code; meaning++) {
		assert_uint_in_range(meaning->kind, PGW_ERROR_GATEWAY, PGW_ERROR_SYSTEM);
		assert_non_null(meaning->text);
		assert_true(!meaning[1].code || meaning->code < meaning[1].code);
	}
}

static void meanings_are_sane(void **state)
{
	(void)state;
	every_wire(meanings_of_wire);
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		assert_true(!row->empty_list || row->empty_code != 0);
	}
}

/* What is peculiar to one method: a difference of it would be seen in a reply or with a token alone. */
static void peculiarities(void **state)
{
	static const struct {
		const char *method, *reply_holds, *empty_list, *token_needs;
		int64_t empty_code;
	} rows[] = {
		{"activateTask", NULL, NULL, NULL, 0},
		{"applePay", "data.orderId", NULL, NULL, 0},
		{"applePayDirect", "data.orderId", NULL, NULL, 0},
		{"autoCompletion", "errorCode", NULL, NULL, 0},
		{"autoRefund", "errorCode", NULL, NULL, 0},
		{"bindCard", "errorCode", NULL, NULL, 0},
		{"continue3ds", "redirect|acsUrl|errorCode", NULL, NULL, 0},
		{"createBindingNoPayment", "bindingId", NULL, NULL, 0},
		{"createTask", "task.taskUuid", NULL, NULL, 0},
		{"decline", "errorCode", NULL, NULL, 0},
		{"deposit", "errorCode", NULL, NULL, 0},
		{"extendBinding", "errorCode", NULL, NULL, 0},
		{"finish3dsMethod", "redirect|acsUrl|errorCode", NULL, NULL, 0},
		{"finish3dsPayment", "redirect|errorCode", NULL, NULL, 0},
		{"finish3dsVer2Payment", "redirect|errorCode", NULL, NULL, 0},
		{"getAllBindings", "bindings|errorCode", "bindings", NULL, 2},
		{"getBindings", "bindings|errorCode", "bindings", NULL, 2},
		{"getBindingsByCardOrId", "bindings|errorCode", "bindings", NULL, 2},
		{"getLastOrdersForMerchants", "orderStatuses|errorCode", NULL, NULL, 0},
		{"getOrderStatus", "OrderStatus", NULL, NULL, 0},
		{"getOrderStatusExtended", "orderStatus", NULL, "orderId", 0},
		{"getReceiptStatus", "receipt|receipts|orderId|errorCode", NULL, NULL, 0},
		{"getTask", "task.taskUuid", NULL, NULL, 0},
		{"googlePay", "data.orderId", NULL, NULL, 0},
		{"googlePayDirect", "data.orderId", NULL, NULL, 0},
		{"industryPracticePayment", "mdOrder|errorCode", NULL, NULL, 0},
		{"installmentPayment", "orderId|orderStatus", NULL, NULL, 0},
		{"instantPayment", "orderId|threeDSServerTransId", NULL, NULL, 0},
		{"instantRefund", "orderId", NULL, NULL, 0},
		{"mirPay", "data.orderId", NULL, NULL, 0},
		{"mirPayDirect", "data.orderId", NULL, NULL, 0},
		{"modifyTask", NULL, NULL, NULL, 0},
		{"motoPayment", "mdOrder", NULL, NULL, 0},
		{"paymentOrder", "redirect|acsUrl|threeDSServerTransId|errorCode|success", NULL, NULL, 0},
		{"paymentOrderBinding", "redirect|acsUrl|threeDSServerTransId|errorCode|success", NULL, NULL, 0},
		{"paymentOrderBySubscription", "errorCode", NULL, NULL, 0},
		{"paymentSberPay", "errorCode", NULL, NULL, 0},
		{"processRawPositionOrderRefund", "errorCode", NULL, NULL, 0},
		{"processRawPositionRefund", "errorCode", NULL, NULL, 0},
		{"processRawSumRefund", "errorCode", NULL, NULL, 0},
		{"recurrentPayment", "data.orderId", NULL, NULL, 0},
		{"refund", "errorCode", NULL, NULL, 0},
		{"register", "orderId", NULL, NULL, 0},
		{"registerPreAuth", "orderId", NULL, NULL, 0},
		{"reverse", "errorCode", NULL, NULL, 0},
		{"samsungPay", "data.orderId", NULL, NULL, 0},
		{"samsungPayDirect", "data.orderId", NULL, NULL, 0},
		{"skipTaskPayment", NULL, NULL, NULL, 0},
		{"terminateTask", NULL, NULL, NULL, 0},
		{"terminateTasks", NULL, NULL, NULL, 0},
		{"tokenPayment", "data.orderId", NULL, NULL, 0},
		{"unBindCard", "errorCode", NULL, NULL, 0},
		{"updateSSLCardList", "errorCode", NULL, NULL, 0},
		{"verifyCard", "orderId|redirect|acsUrl|threeDSServerTransId", NULL, NULL, 0},
		{"verifyEnrollment", "enrolled|isEnrolled", NULL, NULL, 0},
	};
	const struct pgw_method *method = pgw_methods();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++, method++) {
		assert_non_null(method->name);
		assert_string_equal(method->name, rows[i].method);
		assert_string_equal(
			method->reply_holds ? method->reply_holds : "", rows[i].reply_holds ? rows[i].reply_holds : "");
		assert_string_equal(method->empty_list ? method->empty_list : "", rows[i].empty_list ? rows[i].empty_list : "");
		assert_string_equal(
			method->token_needs ? method->token_needs : "", rows[i].token_needs ? rows[i].token_needs : "");
		assert_int_equal(method->empty_code, rows[i].empty_code);
	}
	assert_null(method->name);
}

static void words_are_parameters(const struct pgw_wire *wire, const char *words)
{
	char *copy = words ? strdup(words) : NULL, *rest = copy, *word;

	while ((word = strsep(&rest, "|"))) {
		if (!parameter_at(wire->parameters, word)) {
			fail_msg("%s: a rule names no parameter: %s", wire->path, word);
		}
	}
	free(copy);
}

/* Can each of the parameters have each of the values? */
static void words_are_values(
	const struct pgw_method *method, const struct pgw_wire *wire, const char *names, const char *values)
{
	char *copy = values ? strdup(names) : NULL, *rest = copy, *name;

	while ((name = strsep(&rest, "|"))) {
		const struct pgw_parameter *parameter = parameter_at(wire->parameters, name);
		char *words = strdup(values), *left = words, *word;

		assert_int_equal(parameter->type, PGW_TAKES_WORD);
		/* One rule does for all that the merchant initiates, also where a method has no instalments. */
		while ((word = strsep(&left, "|"))) {
			if (!pgw_words_hold(parameter->words, word) && strcmp(word, "I") != 0) {
				fail_msg("%s: %s cannot be %s", method->name, name, word);
			}
		}
		free(words);
	}
	free(copy);
}

/* A rule names parameters, and such values of its own as they can have; it demands one thing. */
static void rules_are_sane(const struct pgw_method *method, const struct pgw_wire *wire)
{
	for (const struct pgw_rule *rule = wire->rules; rule && rule->when; rule++) {
		words_are_parameters(wire, rule->when);
		words_are_parameters(wire, rule->with);
		words_are_parameters(wire, rule->absent);
		words_are_parameters(wire, rule->needs);
		words_are_parameters(wire, rule->without);
		words_are_parameters(wire, rule->whose);
		assert_int_equal(!!rule->needs + !!rule->without + !!rule->whose, 1);
		assert_true(!rule->whose == !rule->must_be);
		words_are_values(method, wire, rule->when, rule->is);
		words_are_values(method, wire, rule->whose, rule->must_be);
	}
}

static void rules_name_parameters(void **state)
{
	(void)state;
	every_wire(rules_are_sane);
}

/* Every row of tasks, and no other, is answered by a word. */
static void answers_are_sane(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		assert_int_equal(row->answer != NULL, strstr(row->name, "Task") != NULL);
		if (row->answer) {
			assert_string_equal(row->answer->member, "status");
			assert_string_equal(row->answer->done, "SUCCESS");
			assert_string_equal(row->answer->refused, "FAIL");
		}
	}
}

/* A card's number, its code, the token that holds both, and an account are the secrets a row can hold. */
static void secret_is_marked(const struct parameter_of_row *row)
{
	static const char *const secrets[] = {"$PAN", "$CVC", "seToken", "pan", "cvc", "destCardNum", "destAcctNum",
		"paymentToken", "dpan", "tokenCryptogram", "cavv"};
	bool secret = false;

	for (size_t i = 0; i < COUNT(secrets); i++) {
		secret = secret || strcmp(row->parameter->name, secrets[i]) == 0;
	}
	if (secret != ((row->parameter->flags & PGW_SECRET) != 0)) {
		fail_msg("%s: is %s a secret?", row->method->name, row->path);
	}
}

static void secrets_are_marked(void **state)
{
	(void)state;
	every_parameter(secret_is_marked);
}

/* Only what the documentation gives an idempotency key may be repeated, and only a read changes nothing. */
static void repeatable_is_refund(const struct parameter_of_row *row)
{
	const char *id = row->dialect == SBERBANK ? "jsonParams.externalRefundId" : "externalRefundId";
	bool refund = strcmp(row->method->name, "refund") == 0 && strcmp(row->path, id) == 0;

	assert_int_equal((row->parameter->flags & PGW_REPEATABLE) != 0, refund);
}

static void only_refund_is_repeatable(void **state)
{
	(void)state;
	every_parameter(repeatable_is_refund);
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		bool read = strncmp(row->name, "get", 3) == 0 || strcmp(row->name, "verifyEnrollment") == 0;

		assert_true(!(row->flags & PGW_CHANGES) == read);
	}
}

/* What an amount of 0 means differs by method. */
static void zero_amounts(void **state)
{
	static const struct {
		const char *method;
		unsigned flags;
	} rules[] = {
		{"deposit", PGW_ZERO},
		{"refund", 0},
		{"instantRefund", 0},
		{"processRawSumRefund", 0},
		{"processRawPositionRefund", 0},
		{"reverse", 0},
		{"register", PGW_ZERO_WITH_VERIFY},
		{"registerPreAuth", PGW_ZERO_WITH_VERIFY},
		{"instantPayment", PGW_ZERO_WITH_VERIFY},
		{"motoPayment", PGW_ZERO_WITH_VERIFY},
		{"installmentPayment", PGW_ZERO_WITH_VERIFY},
		{"industryPracticePayment", 0},
		{"googlePay", 0}, /* it has no features */
		{"googlePayDirect", PGW_ZERO_WITH_VERIFY},
		{"mirPay", PGW_ZERO_WITH_VERIFY},
		{"mirPayDirect", PGW_ZERO_WITH_VERIFY},
		{"tokenPayment", PGW_ZERO_WITH_VERIFY},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rules) * PGW_DIALECTS; i++) {
		const struct pgw_method *method = pgw_method_find(text_of(rules[i / PGW_DIALECTS].method));
		const struct pgw_wire *wire = &method->wire[i % PGW_DIALECTS];
		const struct pgw_parameter *amount = wire->path ? parameter_of(wire->parameters, "amount") : NULL;

		if (wire->path) {
			assert_int_equal(amount->type, PGW_TAKES_AMOUNT);
			assert_int_equal(amount->flags & (PGW_ZERO | PGW_ZERO_WITH_VERIFY), rules[i / PGW_DIALECTS].flags);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(find_finds_every_row),
		cmocka_unit_test(find_finds_nothing_else),
		cmocka_unit_test(find_takes_no_prefix_for_a_name),
		cmocka_unit_test(rows_are_sorted),
		cmocka_unit_test(parameters_are_sane),
		cmocka_unit_test(parameters_fit_their_bitmaps),
		cmocka_unit_test(paths_are_sane),
		cmocka_unit_test(methods_have_a_dialect),
		cmocka_unit_test(words_name_parameters),
		cmocka_unit_test(reply_words_are_short),
		cmocka_unit_test(meanings_are_sane),
		cmocka_unit_test(peculiarities),
		cmocka_unit_test(answers_are_sane),
		cmocka_unit_test(rules_name_parameters),
		cmocka_unit_test(words_equal_documentation),
		cmocka_unit_test(secrets_are_marked),
		cmocka_unit_test(only_refund_is_repeatable),
		cmocka_unit_test(zero_amounts),
		cmocka_unit_test(every_row_is_documented_here),
		cmocka_unit_test(each_difference_is_used),
	};
	int failed = cmocka_run_group_tests_name("methods", tests, NULL, NULL);

	failed += RUN_ROWS("methods: documentation", documentation, row_equals_documentation);
	return failed != 0;
}
