/* All methods of the gateway in one table. */
#include "gateway/method_table.h"

#include "methods/handlers.h"
#include "request/requests.h"

#include <stdio.h>
#include <string.h>

/* dialect, base, whether the body is a JSON object */
#define KIND_CLASSIC SANDBOX_CLASSIC, SANDBOX_BASE_CLASSIC, false
#define KIND_OBJECT  SANDBOX_CLASSIC, SANDBOX_BASE_CLASSIC, true /* the classic methods outside rest/ */
#define KIND_HOST    SANDBOX_CLASSIC, SANDBOX_BASE_HOST, true    /* the same relative to the root of the host */
#define KIND_JSON    SANDBOX_JSON, SANDBOX_BASE_JSON, true
#define KIND_PARTNER SANDBOX_JSON, SANDBOX_BASE_HOST, true /* Sberbank's outside its base URI */

#define METHOD(kind, path, envelope, who, credentials, missing, wrong, unknown_order, request, handler) \
	{ \
		KIND_##kind, path, SANDBOX_ENVELOPE_##envelope, SANDBOX_##who, {credentials, missing, wrong, unknown_order}, \
			&sandbox_request_##request, sandbox_handle_##handler \
	}

/* One row per line: kind, path, envelope, credentials, errorCodes (see sandbox_codes), request, handler. */
/* clang-format off */
const struct sandbox_method sandbox_method_table[] = {
	METHOD(CLASSIC, "rest/register.do", TEXT, TOKEN, 4, 4, 5, 6, register, register),
	METHOD(CLASSIC, "rest/registerPreAuth.do", TEXT, TOKEN, 4, 4, 5, 6, register_preauth, register_preauth),
	METHOD(CLASSIC, "rest/paymentorder.do", PAYMENT, PASSWORD, 5, 1, 5, 3, payment, payment),
	METHOD(CLASSIC, "rest/instantPayment.do", INSTANT, TOKEN, 4, 4, 5, 6, instant_payment, instant_payment),
	METHOD(CLASSIC, "rest/3ds/continue.do", PAYMENT, TOKEN, 5, 1, 5, 6, continue_tds, continue_tds),
	METHOD(CLASSIC, "rest/finish3dsPayment.do", PAYMENT, PASSWORD, 5, 1, 5, 6, finish_tds, finish_tds),
	METHOD(CLASSIC, "rest/finish3dsVer2Payment.do", PAYMENT, PASSWORD, 5, 1, 5, 6, finish_tds2, finish_tds2),
	METHOD(CLASSIC, "rest/finish3dsVer2.do", PAYMENT, PASSWORD, 5, 1, 5, 6, finish_tds2_renamed, finish_tds2),
	METHOD(CLASSIC, "rest/finish3dsVer2PaymentAnonymous.do", PAYMENT, TRANSACTION, 5, 1, 5, 6, finish_tds2_anonymous, finish_tds2),
	METHOD(CLASSIC, "rest/verifyCard.do", INSTANT, TOKEN, 4, 4, 5, 6, verify_card, verify_card),
	METHOD(CLASSIC, "rest/verifyEnrollment.do", TEXT, PASSWORD, 5, 1, 5, 6, verify_enrollment, verify_enrollment),
	METHOD(CLASSIC, "rest/motoPayment.do", MOTO, TOKEN, 4, 4, 5, 6, moto_payment, moto_payment),
	METHOD(CLASSIC, "rest/deposit.do", COMPLETION, PASSWORD, 5, 5, 5, 6, deposit, deposit),
	METHOD(CLASSIC, "rest/reverse.do", COMPLETION, PASSWORD, 5, 5, 5, 6, reverse, reverse),
	METHOD(CLASSIC, "rest/refund.do", COMPLETION, PASSWORD, 5, 5, 5, 6, refund, refund),
	METHOD(CLASSIC, "rest/processRawSumRefund.do", NUMBER, PASSWORD, 5, 5, 5, 6, refund_sum, refund_sum),
	METHOD(CLASSIC, "rest/processRawPositionRefund.do", NUMBER, PASSWORD, 5, 5, 5, 6, refund_position, refund_position),
	METHOD(CLASSIC, "rest/processRawPositionOrderRefund.do", NUMBER, PASSWORD, 5, 5, 5, 6, refund_position, refund_position),
	METHOD(CLASSIC, "rest/instantRefund.do", TEXT, PASSWORD, 5, 5, 5, 6, instant_refund, instant_refund),
	METHOD(CLASSIC, "rest/decline.do", COMPLETION, PASSWORD, 5, 5, 5, 6, decline, decline),
	METHOD(CLASSIC, "rest/getOrderStatusExtended.do", TEXT, TOKEN, 5, 1, 5, 6, status, status),
	METHOD(CLASSIC, "rest/getOrderStatus.do", CAPITAL, PASSWORD, 5, 5, 5, 6, old_status, old_status),
	METHOD(CLASSIC, "rest/getLastOrdersForMerchants.do", TEXT, PASSWORD, 5, 5, 5, 6, last_orders, last_orders),
	METHOD(CLASSIC, "rest/getReceiptStatus.do", TEXT, PASSWORD, 5, 1, 5, 6, receipt_status, receipt_status),
	METHOD(CLASSIC, "rest/updateSSLCardList.do", TEXT, PASSWORD, 5, 5, 5, 5, ssl_card_list, ssl_card_list),
	METHOD(CLASSIC, "rest/paymentOrderBinding.do", PAYMENT, PASSWORD, 5, 1, 5, 6, binding_payment, binding_payment),
	METHOD(CLASSIC, "rest/getBindings.do", TEXT, PASSWORD, 5, 1, 5, 6, bindings, bindings),
	METHOD(CLASSIC, "rest/getAllBindings.do", TEXT, PASSWORD, 5, 1, 5, 6, bindings, bindings),
	METHOD(CLASSIC, "rest/getBindingsByCardOrId.do", TEXT, PASSWORD, 5, 1, 5, 6, bindings_of_card, bindings_of_card),
	METHOD(CLASSIC, "rest/unBindCard.do", TEXT, PASSWORD, 5, 1, 5, 6, unbind, unbind),
	METHOD(CLASSIC, "rest/bindCard.do", TEXT, PASSWORD, 5, 1, 5, 6, unbind, bind),
	METHOD(CLASSIC, "rest/extendBinding.do", TEXT, PASSWORD, 5, 1, 5, 6, extend_binding, extend_binding),
	METHOD(CLASSIC, "rest/createBindingNoPayment.do", FLAGGED, PASSWORD, 5, 1, 5, 6, create_binding, create_binding),
	METHOD(CLASSIC, "industryPractice/paymentOrder.do", TEXT, PASSWORD, 5, 5, 5, 6, industry_practice, industry_practice),
	METHOD(OBJECT, "recurrentPayment.do", SUCCESS, PASSWORD, 5, 10, 10, 6, recurrent_payment, recurrent_payment),
	METHOD(OBJECT, "installmentPayment.do", FLAGGED, TOKEN, 5, 10, 10, 6, installment_payment, installment_payment),
	METHOD(HOST, "recurrent/v1/task/create", STATUS, PASSWORD, 5, 5, 5, 6, task_create, task_create),
	METHOD(HOST, "recurrent/v1/task/modify", STATUS, PASSWORD, 5, 5, 5, 6, task_modify, task_modify),
	METHOD(HOST, "recurrent/v1/task/get", STATUS, PASSWORD, 5, 5, 5, 6, task, task_get),
	METHOD(HOST, "recurrent/v1/task/terminate", STATUS, PASSWORD, 5, 5, 5, 6, task, task_terminate),
	METHOD(HOST, "recurrent/v1/task/activate", STATUS, PASSWORD, 5, 5, 5, 6, task, task_activate),
	METHOD(HOST, "recurrent/v1/task/batchTerminate", STATUS, PASSWORD, 5, 5, 5, 6, task_list, task_batch_terminate),
	METHOD(HOST, "recurrent/v1/payment/skip", STATUS, PASSWORD, 5, 5, 5, 6, task_skip, task_skip),
	METHOD(OBJECT, "applepay/payment.do", SUCCESS, MERCHANT, 5, 10, 10, 6, apple_payment, apple),
	METHOD(OBJECT, "applepay/paymentDirect.do", SUCCESS, PASSWORD, 5, 10, 10, 6, apple_direct, apple),
	METHOD(OBJECT, "google/payment.do", SUCCESS, MERCHANT, 5, 10, 10, 6, google_payment, google),
	METHOD(OBJECT, "google/paymentDirect.do", SUCCESS, PASSWORD, 5, 10, 10, 6, google_direct, google),
	METHOD(OBJECT, "samsung/payment.do", SUCCESS, MERCHANT, 5, 10, 10, 6, samsung_payment, samsung),
	METHOD(OBJECT, "samsungWeb/payment.do", SUCCESS, MERCHANT, 5, 10, 10, 6, samsung_payment, samsung),
	METHOD(OBJECT, "samsung/paymentDirect.do", SUCCESS, PASSWORD, 5, 10, 10, 6, samsung_direct, samsung),
	METHOD(OBJECT, "mir/payment.do", SUCCESS, PASSWORD, 5, 10, 10, 6, mir, mir),
	METHOD(OBJECT, "mir/paymentDirect.do", SUCCESS, PASSWORD, 5, 10, 10, 6, mir, mir),
	METHOD(OBJECT, "token/payment.do", SUCCESS, PASSWORD, 5, 10, 10, 6, token_payment, token_payment),
	METHOD(JSON, "register.do", TEXT, PASSWORD, 5, 4, 5, 6, json_register, register),
	METHOD(JSON, "registerPreAuth.do", TEXT, PASSWORD, 5, 4, 5, 6, json_register_preauth, register_preauth),
	METHOD(JSON, "paymentOrder.do", ERROR, PASSWORD, 5, 1, 5, 6, json_payment, payment),
	METHOD(JSON, "finish3dsMethod.do", TEXT, PASSWORD, 5, 1, 5, 6, json_finish_method, continue_tds),
	METHOD(JSON, "finish3dsPayment.do", TEXT, PASSWORD, 5, 1, 5, 6, json_finish_tds, finish_tds),
	METHOD(JSON, "deposit.do", TEXT, PASSWORD, 5, 5, 5, 6, json_deposit, deposit),
	METHOD(JSON, "reverse.do", TEXT, PASSWORD, 5, 5, 5, 6, json_reverse, reverse),
	METHOD(JSON, "refund.do", TEXT, PASSWORD, 5, 5, 5, 6, json_refund, refund),
	METHOD(JSON, "autoCompletion", TEXT, PASSWORD, 5, 5, 5, 6, json_auto_completion, deposit),
	METHOD(JSON, "autoRefund", TEXT, PASSWORD, 5, 5, 5, 6, json_auto_refund, refund),
	METHOD(JSON, "decline.do", TEXT, PASSWORD, 5, 5, 5, 6, json_decline, decline),
	METHOD(JSON, "getOrderStatusExtended.do", TEXT, PASSWORD, 5, 1, 5, 6, json_status, status),
	METHOD(JSON, "paymentOrderBinding.do", TEXT, PASSWORD, 5, 1, 5, 6, json_binding_payment, binding_payment),
	METHOD(JSON, "getBindings.do", TEXT, PASSWORD, 5, 1, 5, 6, json_bindings, bindings),
	METHOD(JSON, "getBindingsByCardOrId.do", TEXT, PASSWORD, 5, 1, 5, 6, json_bindings_of_card, bindings_of_card),
	METHOD(JSON, "unbindCard.do", TEXT, PASSWORD, 5, 1, 5, 6, json_unbind, unbind),
	METHOD(JSON, "bindCard.do", TEXT, PASSWORD, 5, 1, 5, 6, json_unbind, bind),
	METHOD(JSON, "recurrentPayment.do", SUCCESS, PASSWORD, 5, 10, 10, 6, json_recurrent_payment, recurrent_payment),
	METHOD(JSON, "paymentSberPay.do", TEXT, PASSWORD, 5, 5, 5, 6, json_sberpay, sberpay),
	METHOD(JSON, "paymentOrderBySubscription", TEXT, PASSWORD, 5, 5, 5, 6, json_subscription_payment, subscription_payment),
	METHOD(PARTNER, "ecomm/gw/partner/api/ofd/v1/getReceiptStatus", MESSAGE, PASSWORD, 5, 1, 5, 6, json_receipt_status, receipt_status),
	METHOD(JSON, "mir/paymentDirect.do", SUCCESS, PASSWORD, 5, 10, 10, 6, json_mir, mir),
	{0},
};
/* clang-format on */
_Static_assert(
	sizeof sandbox_method_table / sizeof *sandbox_method_table <= SANDBOX_METHODS_MAX, "more methods than counters");

const struct sandbox_method *sandbox_method_find(enum sandbox_base base, const char *path)
{
	for (const struct sandbox_method *method = sandbox_method_table; method->path; method++) {
		if (method->base == base && strcmp(method->path, path) == 0) {
			return method;
		}
	}
	return NULL;
}

bool sandbox_method_pays(const struct sandbox_method *method)
{
	static void (*const paying[])(struct sandbox_call *) = {
		sandbox_handle_payment,
		sandbox_handle_binding_payment,
		sandbox_handle_instant_payment,
		sandbox_handle_moto_payment,
		sandbox_handle_instant_refund,
		sandbox_handle_industry_practice,
		sandbox_handle_recurrent_payment,
		sandbox_handle_installment_payment,
		sandbox_handle_apple,
		sandbox_handle_google,
		sandbox_handle_samsung,
		sandbox_handle_mir,
		sandbox_handle_token_payment,
		sandbox_handle_subscription_payment,
	};
	for (size_t i = 0; i < sizeof paying / sizeof *paying; i++) {
		if (method->handle == paying[i]) {
			return true;
		}
	}
	return false;
}

void sandbox_method_write_name(const struct sandbox_method *method, char name[SANDBOX_METHOD_NAME_SIZE])
{
	const char *prefix = method->base == SANDBOX_BASE_JSON ? "v1/" : "";
	snprintf(name, SANDBOX_METHOD_NAME_SIZE, "%s%s", prefix, method->path);
}

const struct sandbox_method *sandbox_method_named(const char *name)
{
	for (const struct sandbox_method *method = sandbox_method_table; method->path; method++) {
		char own[SANDBOX_METHOD_NAME_SIZE];
		sandbox_method_write_name(method, own);
		if (strcmp(own, name) == 0) {
			return method;
		}
	}
	return NULL;
}

const char *sandbox_path_below(const char *base, const char *url)
{
	size_t size = strlen(base);
	return strncmp(url, base, size) == 0 ? url + size : "";
}

/* Paths that one dialect spells as the other does, and banks take so. */
static const struct {
	enum sandbox_base base;
	const char *path, *documented;
} spellings[] = {
	{SANDBOX_BASE_CLASSIC, "rest/paymentOrder.do", "rest/paymentorder.do"},
	{SANDBOX_BASE_JSON, "paymentorder.do", "paymentOrder.do"},
};

static const char *documented_path(enum sandbox_base base, const char *path)
{
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		if (spellings[i].base == base && strcmp(spellings[i].path, path) == 0) {
			return spellings[i].documented;
		}
	}
	return path;
}

const struct sandbox_method *sandbox_method_of_url(const char *url)
{
	static const char *const bases[SANDBOX_BASES] = {
		[SANDBOX_BASE_CLASSIC] = SANDBOX_BASE_PATH,
		[SANDBOX_BASE_JSON] = SANDBOX_JSON_BASE_PATH,
		[SANDBOX_BASE_HOST] = "/",
	};
	const struct sandbox_method *method = NULL;
	for (int base = 0; base < SANDBOX_BASES && !method; base++) {
		const char *path = sandbox_path_below(bases[base], url);
		method = sandbox_method_find((enum sandbox_base)base, documented_path((enum sandbox_base)base, path));
	}
	return method;
}
