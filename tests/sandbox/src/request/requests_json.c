/* The parameters of Sberbank's JSON methods. */
#include "request/requests.h"

#include "request/rows.h"
#include "request/shapes.h"

/* One row per line. */
/* clang-format off */

#define CREDENTIALS  T("userName", MANDATORY, 1, 30, LOGIN), T("password", MANDATORY, 1, 36, PRINTABLE)
#define LANGUAGE     T("language", OPTIONAL, 2, 2, LOWER)
#define ORDER_ID     T("orderId", MANDATORY, 36, 36, UUID)
#define AMOUNT(need) AMOUNT_UP_TO("amount", need, 12, INT64_C(999999999999))
#define ORDER_BUNDLE SHAPED("orderBundle", OBJECT, OPTIONAL, 8, sandbox_shape_json_order_bundle)
#define TDS_URLS \
	T("threeDSMethodNotificationUrl", OPTIONAL, 1, 2048, HTTP), T("termUrl", OPTIONAL, 1, 2048, HTTP)
#define BINDING_FILTER \
	P("showExpired", BOOLEAN, OPTIONAL, 4, 5, 0), P("showInactive", BOOLEAN, OPTIONAL, 4, 5, 0)
#define URL(name, need, wrong) \
	{name, SANDBOX_URL, SANDBOX_##need, 12, 2048, wrong, SANDBOX_PRINTABLE, NULL, 0, NULL}

#define REGISTRATION \
	CREDENTIALS, \
	{"orderNumber", SANDBOX_TEXT, SANDBOX_MANDATORY, 1, 36, 1, SANDBOX_CYRILLIC, NULL, 0, NULL}, \
	AMOUNT(MANDATORY), \
	{"currency", SANDBOX_TEXT, SANDBOX_OPTIONAL, 3, 3, 3, SANDBOX_DIGITS, NULL, 0, NULL}, \
	URL("returnUrl", MANDATORY, 4), \
	URL("failUrl", OPTIONAL, 4), \
	T("dynamicCallbackUrl", OPTIONAL, 12, 512, HTTPS), \
	T("description", OPTIONAL, 1, 512, CYRILLIC_QUOTES), \
	LANGUAGE, \
	T("clientId", OPTIONAL, 1, 255, PRINTABLE), \
	T("merchantLogin", OPTIONAL, 1, 30, LOGIN), \
	SHAPED("jsonParams", OBJECT, OPTIONAL, 0, sandbox_shape_json_register_params), \
	UP_TO("sessionTimeoutSecs", OPTIONAL, 9, 999999999), \
	P("expirationDate", DATE_TIME, OPTIONAL, 19, 25, 0), \
	T("bindingId", OPTIONAL, 36, 36, UUID), \
	{"features", SANDBOX_TEXT, SANDBOX_OPTIONAL, 1, 255, 14, SANDBOX_PRINTABLE, NULL, 0, NULL}, \
	T("phone", OPTIONAL, 1, 16, PHONE), \
	T("email", OPTIONAL, 3, 128, PRINTABLE), \
	ORDER_BUNDLE

static const struct sandbox_parameter registration[] = {REGISTRATION};
const struct sandbox_shape sandbox_request_json_register = SHAPE(registration);

static const struct sandbox_parameter preauthorization[] = {
	REGISTRATION,
	P("autocompletionDate", DATE_TIME, OPTIONAL, 19, 25, 0),
};
const struct sandbox_shape sandbox_request_json_register_preauth = SHAPE(preauthorization);

static const struct sandbox_parameter deposit[] = {
	CREDENTIALS,
	ORDER_ID,
	AMOUNT(MANDATORY),
	LANGUAGE,
	ORDER_BUNDLE,
};
const struct sandbox_shape sandbox_request_json_deposit = SHAPE(deposit);

static const struct sandbox_parameter reverse[] = {
	CREDENTIALS,
	ORDER_ID,
	AMOUNT(OPTIONAL),
	LANGUAGE,
	SHAPED("jsonParams", OBJECT, OPTIONAL, 0, sandbox_shape_json_params),
	ORDER_BUNDLE,
};
const struct sandbox_shape sandbox_request_json_reverse = SHAPE(reverse);

static const struct sandbox_parameter refund[] = {
	CREDENTIALS,
	ORDER_ID,
	AMOUNT(MANDATORY),
	LANGUAGE,
	SHAPED("jsonParams", OBJECT, OPTIONAL, 0, sandbox_shape_json_refund_params),
	ORDER_BUNDLE,
};
const struct sandbox_shape sandbox_request_json_refund = SHAPE(refund);

static const struct sandbox_parameter decline[] = {
	CREDENTIALS,
	T("merchantLogin", OPTIONAL, 1, 30, LOGIN),
	T("orderId", CONDITIONAL, 36, 36, UUID),
	P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0),
	LANGUAGE,
	SHAPED("jsonParams", OBJECT, OPTIONAL, 0, sandbox_shape_json_params),
};
const struct sandbox_shape sandbox_request_json_decline = SHAPE(decline);

static const struct sandbox_parameter status[] = {
	CREDENTIALS,
	T("orderId", CONDITIONAL, 36, 36, UUID),
	P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0),
	LANGUAGE,
};
const struct sandbox_shape sandbox_request_json_status = SHAPE(status);

static const struct sandbox_parameter payment[] = {
	CREDENTIALS,
	T("MDORDER", MANDATORY, 36, 36, UUID),
	{"$PAN", SANDBOX_TEXT, SANDBOX_MANDATORY, 13, 19, 1, SANDBOX_DIGITS, NULL, 0, NULL},
	{"$CVC", SANDBOX_TEXT, SANDBOX_OPTIONAL, 3, 3, 1, SANDBOX_DIGITS, NULL, 0, NULL},
	{"YYYY", SANDBOX_TEXT, SANDBOX_MANDATORY, 4, 4, 1, SANDBOX_DIGITS, NULL, 0, NULL},
	{"MM", SANDBOX_TEXT, SANDBOX_MANDATORY, 2, 2, 1, SANDBOX_DIGITS, NULL, 0, NULL},
	T("TEXT", OPTIONAL, 1, 200, PRINTABLE),
	LANGUAGE,
	T("ip", OPTIONAL, 1, 39, PRINTABLE),
	T("email", OPTIONAL, 3, 128, PRINTABLE),
	SHAPED("jsonParams", OBJECT, OPTIONAL, 0, sandbox_shape_json_payment_params),
	TDS_URLS,
	P("bindingNotNeeded", BOOLEAN, OPTIONAL, 4, 5, 0),
};
const struct sandbox_shape sandbox_request_json_payment = SHAPE(payment);

static const struct sandbox_parameter bindings[] = {
	CREDENTIALS,
	T("clientId", MANDATORY, 1, 255, PRINTABLE),
	LANGUAGE,
	BINDING_FILTER,
};
const struct sandbox_shape sandbox_request_json_bindings = SHAPE(bindings);

static const struct sandbox_parameter binding_payment[] = {
	CREDENTIALS,
	T("mdOrder", MANDATORY, 36, 36, UUID),
	T("bindingId", MANDATORY, 36, 36, UUID),
	{"cvc", SANDBOX_TEXT, SANDBOX_OPTIONAL, 3, 3, 1, SANDBOX_DIGITS, NULL, 0, NULL},
	LANGUAGE,
	T("ip", MANDATORY, 1, 39, PRINTABLE),
	T("email", OPTIONAL, 3, 128, PRINTABLE),
	SHAPED("jsonParams", OBJECT, OPTIONAL, 0, sandbox_shape_json_payment_params),
	TDS_URLS,
};
const struct sandbox_shape sandbox_request_json_binding_payment = SHAPE(binding_payment);

static const struct sandbox_parameter bindings_of_card[] = {
	CREDENTIALS,
	T("pan", CONDITIONAL, 13, 19, DIGITS),
	T("bindingId", CONDITIONAL, 36, 36, UUID),
	LANGUAGE,
	BINDING_FILTER,
};
const struct sandbox_shape sandbox_request_json_bindings_of_card = SHAPE(bindings_of_card);

static const struct sandbox_parameter unbind[] = {
	CREDENTIALS,
	T("bindingId", MANDATORY, 36, 36, UUID),
	LANGUAGE,
};
const struct sandbox_shape sandbox_request_json_unbind = SHAPE(unbind);

static const struct sandbox_parameter recurrent_payment[] = {
	CREDENTIALS,
	P("orderNumber", TEXT, MANDATORY, 1, 36, 0),
	T("bindingId", MANDATORY, 36, 36, UUID),
	LANGUAGE,
	AMOUNT(MANDATORY),
	T("currency", OPTIONAL, 3, 3, DIGITS),
	T("description", OPTIONAL, 1, 512, CYRILLIC_QUOTES),
	SHAPED("additionalParameters", OBJECT, OPTIONAL, 0, sandbox_shape_scalars),
	ORDER_BUNDLE,
};
const struct sandbox_shape sandbox_request_json_recurrent_payment = SHAPE(recurrent_payment);

static const struct sandbox_parameter sberpay[] = {
	CREDENTIALS,
	ORDER_ID,
	T("phone", MANDATORY, 7, 11, DIGITS),
	T("merchantLogin", OPTIONAL, 1, 30, LOGIN),
};
const struct sandbox_shape sandbox_request_json_sberpay = SHAPE(sberpay);

static const struct sandbox_parameter subscription_payment[] = {
	CREDENTIALS,
	ORDER_ID,
	T("subscriptionId", MANDATORY, 32, 32, LOWER_HEX),
	T("memberId", MANDATORY, 12, 12, DIGITS),
};
const struct sandbox_shape sandbox_request_json_subscription_payment = SHAPE(subscription_payment);

static const struct sandbox_parameter receipt_status[] = {
	CREDENTIALS,
	T("receiptId", CONDITIONAL, 36, 36, UUID),
	T("orderId", CONDITIONAL, 36, 36, UUID),
	P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0),
	UP_TO("receiptStatus", OPTIONAL, 1, 6),
};
const struct sandbox_shape sandbox_request_json_receipt_status = SHAPE(receipt_status);

static const struct sandbox_parameter auto_completion[] = {
	CREDENTIALS,
	ORDER_ID,
	AMOUNT_UP_TO("compositeAmount", OPTIONAL, 12, INT64_C(999999999999)),
	LANGUAGE,
	ORDER_BUNDLE,
};
const struct sandbox_shape sandbox_request_json_auto_completion = SHAPE(auto_completion);

static const struct sandbox_parameter auto_refund[] = {
	CREDENTIALS,
	ORDER_ID,
	AMOUNT_UP_TO("compositeAmount", OPTIONAL, 12, INT64_C(999999999999)),
	LANGUAGE,
	SHAPED("jsonParams", OBJECT, OPTIONAL, 0, sandbox_shape_json_refund_params),
	ORDER_BUNDLE,
};
const struct sandbox_shape sandbox_request_json_auto_refund = SHAPE(auto_refund);
/* clang-format on */
