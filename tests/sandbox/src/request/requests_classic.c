/* The parameters of the classic methods below rest/. */
#include "request/requests.h"

#include "request/rows_classic.h"

/* One row per line. */
/* clang-format off */

/* Credentials are checked before the table is; they are listed so that their names are known. */
#define CREDENTIALS     P("userName", TEXT, CONDITIONAL, 0, 100, 0), P("password", TEXT, CONDITIONAL, 0, 200, 0)
#define TOKEN           P("token", TEXT, CONDITIONAL, 0, 256, 0)
#define LANGUAGE        P("language", LETTERS, OPTIONAL, 2, 2, 0)
#define MERCHANT_LOGIN  P("merchantLogin", TEXT, OPTIONAL, 1, 255, 0)
#define JSON_PARAMS     P("jsonParams", OBJECT, OPTIONAL, 1, 0, 0)
#define CURRENCY        P("currency", INTEGER, OPTIONAL, 3, 3, 0)
#define ORDER_BY_EITHER P("orderId", TEXT, CONDITIONAL, 1, 36, 0), P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0)
#define TII \
	ONE_OF_OR_NONE("tii", "CI|F|U|RI|R|II|I"), P("originalPaymentNetRefNum", TEXT, CONDITIONAL, 1, 36, 0), \
		P("originalPaymentDate", INTEGER, CONDITIONAL, 1, 18, 0)

/* What deposit, reverse and refund share. */
#define COMPLETION CREDENTIALS, ORDER_BY_EITHER, MERCHANT_LOGIN, LANGUAGE, CURRENCY, JSON_PARAMS

#define REGISTRATION \
	CREDENTIALS, TOKEN, MERCHANT_LOGIN, LANGUAGE, JSON_PARAMS, PAYER_DATA, FACILITATOR, ADDRESS_MATCH, \
		P("orderNumber", TEXT, MANDATORY, 1, 36, 1), P("amount", AMOUNT, MANDATORY, 1, 12, 0), \
		P("currency", INTEGER, OPTIONAL, 3, 3, 3), P("returnUrl", URL, MANDATORY, 1, 2048, 4), \
		P("failUrl", URL, OPTIONAL, 1, 2048, 4), P("dynamicCallbackUrl", URL, OPTIONAL, 1, 512, 0), \
		P("description", TEXT, OPTIONAL, 1, 598, 0), P("pageView", TEXT, OPTIONAL, 1, 20, 0), \
		P("clientId", TEXT, OPTIONAL, 0, 255, 0), P("sessionTimeoutSecs", INTEGER, OPTIONAL, 1, 9, 0), \
		P("expirationDate", DATE, OPTIONAL, 19, 19, 0), P("bindingId", TEXT, OPTIONAL, 1, 255, 0), \
		P("features", FEATURES, OPTIONAL, 1, 255, 14), P("email", TEXT, OPTIONAL, 1, 254, 0), \
		P("phone", TEXT, OPTIONAL, 7, 16, 0), P("ip", TEXT, OPTIONAL, 1, 39, 0), \
		P("cardholderName", TEXT, OPTIONAL, 1, 150, 0), P("postAddress", TEXT, OPTIONAL, 1, 255, 0), \
		P("feeInput", AMOUNT, OPTIONAL, 0, 8, 0), \
		SHAPED("orderBundle", OBJECT, OPTIONAL, 8, sandbox_shape_order_bundle), \
		P("additionalOfdParams", OBJECT, OPTIONAL, 1, 0, 0), UP_TO("taxSystem", OPTIONAL, 1, 5), \
		P("merchantInn", INTEGER, OPTIONAL, 10, 12, 0)

static const struct sandbox_parameter registration[] = {REGISTRATION};
const struct sandbox_shape sandbox_request_register = SHAPE(registration);

static const struct sandbox_parameter preauthorization[] = {
	REGISTRATION,
	P("autocompletionDate", DATE, OPTIONAL, 19, 19, 0),
	P("autoReverseDate", DATE, OPTIONAL, 19, 19, 0),
};
const struct sandbox_shape sandbox_request_register_preauth = SHAPE(preauthorization);

static const struct sandbox_parameter deposit[] = {
	COMPLETION,
	P("amount", AMOUNT, OPTIONAL, 0, 12, 0),
	SHAPED("depositItems", OBJECT, OPTIONAL, 0, sandbox_shape_items),
};
const struct sandbox_shape sandbox_request_deposit = SHAPE(deposit);

static const struct sandbox_parameter reverse[] = {
	COMPLETION,
	P("amount", AMOUNT, OPTIONAL, 0, 12, 0),
};
const struct sandbox_shape sandbox_request_reverse = SHAPE(reverse);

static const struct sandbox_parameter refund[] = {
	COMPLETION,
	P("amount", AMOUNT, MANDATORY, 1, 12, 0),
	SHAPED("refundItems", OBJECT, OPTIONAL, 0, sandbox_shape_items),
	P("expectedDepositedAmount", AMOUNT, OPTIONAL, 1, 12, 0),
	P("externalRefundId", TEXT, OPTIONAL, 1, 32, 0),
};
const struct sandbox_shape sandbox_request_refund = SHAPE(refund);

static const struct sandbox_parameter decline[] = {
	CREDENTIALS,
	ORDER_BY_EITHER,
	MERCHANT_LOGIN,
	LANGUAGE,
};
const struct sandbox_shape sandbox_request_decline = SHAPE(decline);

static const struct sandbox_parameter status[] = {
	CREDENTIALS,
	TOKEN,
	ORDER_BY_EITHER,
	MERCHANT_LOGIN,
	LANGUAGE,
};
const struct sandbox_shape sandbox_request_status = SHAPE(status);

static const struct sandbox_parameter old_status[] = {
	CREDENTIALS,
	LANGUAGE,
	P("orderId", TEXT, MANDATORY, 1, 36, 0),
};
const struct sandbox_shape sandbox_request_old_status = SHAPE(old_status);

static const struct sandbox_parameter instant_refund[] = {
	CREDENTIALS,
	LANGUAGE,
	JSON_PARAMS,
	P("amount", AMOUNT, MANDATORY, 1, 12, 0),
	P("currency", INTEGER, OPTIONAL, 3, 3, 0),
	P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0),
	P("bindingId", TEXT, OPTIONAL, 1, 255, 0),
	P("seToken", TEXT, CONDITIONAL, 1, 8192, 0),
	P("pan", INTEGER, CONDITIONAL, 1, 19, 0),
	P("cvc", INTEGER, CONDITIONAL, 3, 3, 0),
	P("expiry", INTEGER, CONDITIONAL, 6, 6, 0),
	P("cardholderName", TEXT, CONDITIONAL, 1, 150, 0),
};
const struct sandbox_shape sandbox_request_instant_refund = SHAPE(instant_refund);

static const struct sandbox_parameter payment[] = {
	CREDENTIALS,
	LANGUAGE,
	JSON_PARAMS,
	PAYER_DATA, FACILITATOR, ADDRESS_MATCH,
	P("MDORDER", TEXT, MANDATORY, 1, 36, 0),
	P("$PAN", INTEGER, CONDITIONAL, 1, 19, 1),
	P("$CVC", INTEGER, CONDITIONAL, 3, 3, 1),
	P("YYYY", INTEGER, CONDITIONAL, 4, 4, 1),
	P("MM", INTEGER, CONDITIONAL, 2, 2, 1),
	P("$EXPIRY", INTEGER, CONDITIONAL, 6, 6, 1),
	P("seToken", TEXT, CONDITIONAL, 1, 8192, 0),
	P("TEXT", TEXT, MANDATORY, 1, 512, 0),
	P("ip", TEXT, OPTIONAL, 1, 39, 0),
	P("email", TEXT, CONDITIONAL, 1, 254, 0),
	P("bindingNotNeeded", BOOLEAN, OPTIONAL, 4, 5, 0),
	TII,
	TDS_SDK,
	TDS_SERVER,
	TDS_PROTOCOL,
	TDS_EXEMPTION,
	TDS_BROWSER,
};
const struct sandbox_shape sandbox_request_payment = SHAPE(payment);

/* What the methods that register and pay in one request have in common. */
#define AT_ONCE \
	CREDENTIALS, TOKEN, MERCHANT_LOGIN, LANGUAGE, JSON_PARAMS, \
		P("orderNumber", TEXT, OPTIONAL, 1, 36, 1), P("amount", AMOUNT, MANDATORY, 1, 12, 0), \
		P("currency", INTEGER, OPTIONAL, 3, 3, 3), P("failUrl", URL, OPTIONAL, 1, 2048, 4), \
		P("dynamicCallbackUrl", URL, OPTIONAL, 1, 512, 0), P("description", TEXT, OPTIONAL, 1, 598, 0), \
		P("clientId", TEXT, OPTIONAL, 0, 255, 0), P("features", FEATURES, OPTIONAL, 1, 255, 14), \
		P("email", TEXT, OPTIONAL, 1, 254, 0), P("ip", TEXT, OPTIONAL, 1, 39, 0), \
		P("preAuth", BOOLEAN, OPTIONAL, 4, 5, 0), P("autocompletionDate", DATE, OPTIONAL, 19, 19, 0), \
		P("autoReverseDate", DATE, OPTIONAL, 19, 19, 0), P("cvc", INTEGER, OPTIONAL, 3, 3, 1)

static const struct sandbox_parameter instant_payment[] = {
	AT_ONCE,
	PAYER_DATA, FACILITATOR, ADDRESS_MATCH,
	P("returnUrl", URL, CONDITIONAL, 1, 2048, 4),
	P("backUrl", URL, CONDITIONAL, 1, 2048, 4),
	P("pan", INTEGER, CONDITIONAL, 15, 19, 1),
	P("expiry", INTEGER, CONDITIONAL, 6, 6, 1),
	T("cardholderName", OPTIONAL, 1, 150, CARDHOLDER),
	P("bindingId", TEXT, CONDITIONAL, 1, 255, 0),
	P("seToken", TEXT, CONDITIONAL, 1, 8192, 0),
	P("bindingNotNeeded", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("sessionTimeoutSecs", INTEGER, OPTIONAL, 1, 9, 0),
	P("expirationDate", DATE, OPTIONAL, 19, 19, 0),
	SHAPED("orderBundle", OBJECT, OPTIONAL, 8, sandbox_shape_order_bundle),
	TII,
	TDS_SDK,
	TDS_SERVER,
	P("threeDSVer2MdOrder", TEXT, OPTIONAL, 1, 36, 0),
	TDS_PROTOCOL,
	TDS_EXEMPTION,
	TDS_BROWSER,
};
const struct sandbox_shape sandbox_request_instant_payment = SHAPE(instant_payment);

static const struct sandbox_parameter moto_payment[] = {
	AT_ONCE,
	PAYER_DATA,
	P("returnUrl", URL, MANDATORY, 1, 2048, 4),
	P("pan", INTEGER, MANDATORY, 1, 19, 1),
	P("expiry", INTEGER, MANDATORY, 6, 6, 1),
	P("cardholder", TEXT, MANDATORY, 1, 150, 0),
	P("postAddress", TEXT, OPTIONAL, 1, 255, 0),
};
const struct sandbox_shape sandbox_request_moto_payment = SHAPE(moto_payment);

static const struct sandbox_parameter bindings[] = {
	CREDENTIALS,
	MERCHANT_LOGIN,
	LANGUAGE,
	P("clientId", TEXT, MANDATORY, 0, 255, 0),
	P("bindingId", TEXT, OPTIONAL, 1, 255, 0),
	ONE_OF("bindingType", OPTIONAL, "C|R|I"),
	P("showExpired", BOOLEAN, OPTIONAL, 4, 5, 0),
};
const struct sandbox_shape sandbox_request_bindings = SHAPE(bindings);

static const struct sandbox_parameter binding_payment[] = {
	CREDENTIALS,
	LANGUAGE,
	JSON_PARAMS,
	P("mdOrder", TEXT, MANDATORY, 1, 36, 0),
	P("bindingId", TEXT, MANDATORY, 1, 255, 0),
	P("cvc", INTEGER, CONDITIONAL, 3, 3, 1),
	ONE_OF("tii", MANDATORY, "F|U|R|I"),
	P("seToken", TEXT, CONDITIONAL, 1, 8192, 0),
	P("ip", TEXT, OPTIONAL, 1, 39, 0),
	P("email", TEXT, OPTIONAL, 1, 254, 0),
	P("mcc", INTEGER, OPTIONAL, 4, 4, 0),
	TDS_SDK,
	TDS_SERVER,
	TDS_PROTOCOL,
	TDS_EXEMPTION,
	TDS_BROWSER,
};
const struct sandbox_shape sandbox_request_binding_payment = SHAPE(binding_payment);

static const struct sandbox_parameter bindings_of_card[] = {
	CREDENTIALS,
	P("pan", INTEGER, CONDITIONAL, 13, 19, 0),
	P("bindingId", TEXT, CONDITIONAL, 1, 255, 0),
	P("showExpired", BOOLEAN, OPTIONAL, 4, 5, 0),
};
const struct sandbox_shape sandbox_request_bindings_of_card = SHAPE(bindings_of_card);

static const struct sandbox_parameter unbind[] = {
	CREDENTIALS,
	P("bindingId", TEXT, MANDATORY, 1, 255, 0),
};
const struct sandbox_shape sandbox_request_unbind = SHAPE(unbind);

static const struct sandbox_parameter extend_binding[] = {
	CREDENTIALS,
	P("bindingId", TEXT, MANDATORY, 1, 255, 0),
	P("newExpiry", INTEGER, MANDATORY, 6, 6, 1),
	P("language", LETTERS, MANDATORY, 2, 2, 0),
};
const struct sandbox_shape sandbox_request_extend_binding = SHAPE(extend_binding);

static const struct sandbox_parameter create_binding[] = {
	CREDENTIALS,
	MERCHANT_LOGIN,
	P("clientId", TEXT, MANDATORY, 0, 255, 1),
	P("pan", INTEGER, MANDATORY, 1, 19, 1),
	P("expiryDate", INTEGER, MANDATORY, 6, 6, 1),
	P("cardholderName", TEXT, MANDATORY, 1, 150, 1),
	ONE_OF("bindingStrength", OPTIONAL, "TDS|SSL|TDS_SSL|NO_PAYMENT"),
	SHAPED("additionalParameters", OBJECT, CONDITIONAL, 0, sandbox_shape_network_references),
	P("email", TEXT, OPTIONAL, 1, 254, 0),
	P("phone", TEXT, OPTIONAL, 7, 16, 0),
};
const struct sandbox_shape sandbox_request_create_binding = SHAPE(create_binding);
/* clang-format on */
