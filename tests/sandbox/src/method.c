#include "method.h"

#include "handlers.h"

#include <string.h>

/* name, type, need, fewest and most characters, errorCode if wrong (0: the method's) */
#define P(name, type, need, min, max, wrong) \
	{ \
		name, SANDBOX_##type, SANDBOX_##need, min, max, wrong \
	}

/* clang-format off: one row a line */

/* Checked before the table is looked at; listed so that they are known names. */
#define CREDENTIALS     P("userName", TEXT, CONDITIONAL, 0, 100, 0), P("password", TEXT, CONDITIONAL, 0, 200, 0)
#define TOKEN           P("token", TEXT, CONDITIONAL, 0, 256, 0)
#define LANGUAGE        P("language", LETTERS, OPTIONAL, 2, 2, 0)
#define MERCHANT_LOGIN  P("merchantLogin", TEXT, OPTIONAL, 1, 255, 0)
#define JSON_PARAMS     P("jsonParams", OBJECT, OPTIONAL, 1, 0, 0)
#define CURRENCY        P("currency", INTEGER, OPTIONAL, 3, 3, 0)
#define ORDER_BY_EITHER P("orderId", TEXT, CONDITIONAL, 1, 36, 0), P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0)
#define PAYER_BLOCKS \
	P("billingPayerData", OBJECT, OPTIONAL, 1, 0, 0), P("shippingPayerData", OBJECT, OPTIONAL, 2, 0, 0), \
		P("preOrderPayerData", OBJECT, OPTIONAL, 1, 0, 0), P("orderPayerData", OBJECT, OPTIONAL, 2, 0, 0), \
		P("mcc", INTEGER, OPTIONAL, 4, 4, 0), P("mvv", TEXT, OPTIONAL, 1, 10, 0), \
		P("paymentFacilitator", OBJECT, OPTIONAL, 1, 0, 0), \
		P("billingAndShippingAddressMatchIndicator", LETTERS, OPTIONAL, 1, 1, 0)

#define REGISTRATION \
	CREDENTIALS, TOKEN, MERCHANT_LOGIN, LANGUAGE, JSON_PARAMS, PAYER_BLOCKS, \
		P("orderNumber", TEXT, MANDATORY, 1, 36, 1), P("amount", INTEGER, MANDATORY, 1, 12, 0), \
		P("currency", INTEGER, OPTIONAL, 3, 3, 3), P("returnUrl", URL, MANDATORY, 1, 512, 4), \
		P("failUrl", URL, OPTIONAL, 1, 512, 4), P("dynamicCallbackUrl", URL, OPTIONAL, 1, 512, 0), \
		P("description", TEXT, OPTIONAL, 1, 598, 0), P("pageView", TEXT, OPTIONAL, 1, 20, 0), \
		P("clientId", TEXT, OPTIONAL, 0, 255, 0), P("sessionTimeoutSecs", INTEGER, OPTIONAL, 1, 9, 0), \
		P("expirationDate", DATE, OPTIONAL, 19, 19, 0), P("bindingId", TEXT, OPTIONAL, 1, 255, 0), \
		P("features", FEATURES, OPTIONAL, 1, 255, 14), P("email", TEXT, OPTIONAL, 1, 40, 0), \
		P("phone", TEXT, OPTIONAL, 7, 15, 0), P("ip", TEXT, OPTIONAL, 1, 39, 0), \
		P("cardholderName", TEXT, OPTIONAL, 1, 150, 0), P("postAddress", TEXT, OPTIONAL, 1, 255, 0), \
		P("feeInput", INTEGER, OPTIONAL, 0, 8, 0), P("orderBundle", OBJECT, OPTIONAL, 1, 0, 0), \
		P("additionalOfdParams", OBJECT, OPTIONAL, 1, 0, 0), P("taxSystem", INTEGER, OPTIONAL, 1, 1, 0), \
		P("merchantInn", INTEGER, OPTIONAL, 10, 12, 0)

static const struct sandbox_parameter registration[] = {REGISTRATION};

static const struct sandbox_parameter preauthorization[] = {
	REGISTRATION,
	P("autocompletionDate", DATE, OPTIONAL, 19, 19, 0),
	P("autoReverseDate", DATE, OPTIONAL, 19, 19, 0),
};

static const struct sandbox_parameter deposit[] = {
	CREDENTIALS,
	ORDER_BY_EITHER,
	MERCHANT_LOGIN,
	LANGUAGE,
	CURRENCY,
	JSON_PARAMS,
	P("amount", INTEGER, OPTIONAL, 0, 12, 0),
	P("depositItems", OBJECT, OPTIONAL, 1, 0, 0),
};

static const struct sandbox_parameter reverse[] = {
	CREDENTIALS,
	ORDER_BY_EITHER,
	MERCHANT_LOGIN,
	LANGUAGE,
	CURRENCY,
	JSON_PARAMS,
	P("amount", INTEGER, OPTIONAL, 0, 12, 0),
};

static const struct sandbox_parameter refund[] = {
	CREDENTIALS,
	ORDER_BY_EITHER,
	MERCHANT_LOGIN,
	LANGUAGE,
	CURRENCY,
	JSON_PARAMS,
	P("amount", INTEGER, MANDATORY, 1, 12, 0),
	P("refundItems", OBJECT, OPTIONAL, 1, 0, 0),
	P("expectedDepositedAmount", INTEGER, OPTIONAL, 1, 12, 0),
	P("externalRefundId", TEXT, OPTIONAL, 1, 32, 0),
};

static const struct sandbox_parameter decline[] = {
	CREDENTIALS,
	ORDER_BY_EITHER,
	MERCHANT_LOGIN,
	LANGUAGE,
};

static const struct sandbox_parameter status[] = {
	CREDENTIALS,
	TOKEN,
	ORDER_BY_EITHER,
	MERCHANT_LOGIN,
	LANGUAGE,
};

static const struct sandbox_parameter old_status[] = {
	CREDENTIALS,
	LANGUAGE,
	P("orderId", TEXT, MANDATORY, 1, 36, 0),
};

static const struct sandbox_parameter instant_refund[] = {
	CREDENTIALS,
	LANGUAGE,
	JSON_PARAMS,
	P("amount", INTEGER, MANDATORY, 1, 12, 0),
	P("currency", INTEGER, OPTIONAL, 3, 3, 0),
	P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0),
	P("bindingId", TEXT, OPTIONAL, 1, 255, 0),
	P("seToken", TEXT, CONDITIONAL, 1, 8192, 0),
	P("pan", INTEGER, CONDITIONAL, 1, 19, 0),
	P("cvc", INTEGER, CONDITIONAL, 3, 3, 0),
	P("expiry", INTEGER, CONDITIONAL, 6, 6, 0),
	P("cardholderName", TEXT, CONDITIONAL, 2, 45, 0),
};

static const struct sandbox_parameter payment[] = {
	CREDENTIALS,
	LANGUAGE,
	JSON_PARAMS,
	PAYER_BLOCKS,
	P("MDORDER", TEXT, MANDATORY, 1, 36, 0),
	P("$PAN", INTEGER, CONDITIONAL, 1, 19, 1),
	P("$CVC", INTEGER, CONDITIONAL, 3, 3, 1),
	P("YYYY", INTEGER, CONDITIONAL, 4, 4, 1),
	P("MM", INTEGER, CONDITIONAL, 2, 2, 1),
	P("$EXPIRY", INTEGER, CONDITIONAL, 6, 6, 1),
	P("seToken", TEXT, CONDITIONAL, 1, 8192, 0),
	P("TEXT", TEXT, MANDATORY, 1, 512, 0),
	P("ip", TEXT, OPTIONAL, 1, 39, 0),
	P("email", TEXT, CONDITIONAL, 1, 40, 0),
	P("bindingNotNeeded", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("tii", LETTERS, OPTIONAL, 1, 2, 0),
	P("originalPaymentNetRefNum", TEXT, CONDITIONAL, 1, 36, 0),
	P("originalPaymentDate", INTEGER, CONDITIONAL, 1, 18, 0),
	P("threeDSSDK", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("threeDSServerTransId", TEXT, OPTIONAL, 1, 36, 0),
	P("threeDSVer2FinishUrl", URL, OPTIONAL, 1, 512, 0),
	P("threeDSMethodNotificationUrl", URL, OPTIONAL, 1, 512, 0),
	P("threeDSProtocolVersion", TEXT, OPTIONAL, 5, 5, 0),
	P("externalScaExemptionIndicator", LETTERS, OPTIONAL, 3, 3, 0),
	P("clientBrowserInfo", OBJECT, OPTIONAL, 1, 0, 0),
};

static const struct sandbox_parameter bindings[] = {
	CREDENTIALS,
	MERCHANT_LOGIN,
	LANGUAGE,
	P("clientId", TEXT, MANDATORY, 0, 255, 0),
	P("bindingId", TEXT, OPTIONAL, 1, 255, 0),
	P("bindingType", LETTERS, OPTIONAL, 1, 1, 0),
	P("showExpired", BOOLEAN, OPTIONAL, 4, 5, 0),
};

#define TABLE(parameters) parameters, sizeof parameters / sizeof *parameters

const struct sandbox_method sandbox_methods[SANDBOX_METHODS] = {
	/* dialect, path, envelope, token, {errorCodes: credentials, missing, wrong, unknown order}, parameters, handler */
	{SANDBOX_CLASSIC, "rest/register.do", SANDBOX_ENVELOPE_TEXT, true, {4, 4, 5, 6}, TABLE(registration),
		sandbox_handle_register},
	{SANDBOX_CLASSIC, "rest/registerPreAuth.do", SANDBOX_ENVELOPE_TEXT, true, {4, 4, 5, 6}, TABLE(preauthorization),
		sandbox_handle_register_preauth},
	{SANDBOX_CLASSIC, "rest/paymentorder.do", SANDBOX_ENVELOPE_PAYMENT, false, {5, 1, 5, 3}, TABLE(payment),
		sandbox_handle_payment},
	{SANDBOX_CLASSIC, "rest/deposit.do", SANDBOX_ENVELOPE_NUMBER, false, {5, 5, 5, 6}, TABLE(deposit),
		sandbox_handle_deposit},
	{SANDBOX_CLASSIC, "rest/reverse.do", SANDBOX_ENVELOPE_NUMBER, false, {5, 5, 5, 6}, TABLE(reverse),
		sandbox_handle_reverse},
	{SANDBOX_CLASSIC, "rest/refund.do", SANDBOX_ENVELOPE_NUMBER, false, {5, 5, 5, 6}, TABLE(refund),
		sandbox_handle_refund},
	{SANDBOX_CLASSIC, "rest/instantRefund.do", SANDBOX_ENVELOPE_TEXT, false, {5, 5, 5, 6}, TABLE(instant_refund),
		sandbox_handle_instant_refund},
	{SANDBOX_CLASSIC, "rest/decline.do", SANDBOX_ENVELOPE_NUMBER, false, {5, 5, 5, 6}, TABLE(decline),
		sandbox_handle_decline},
	{SANDBOX_CLASSIC, "rest/getOrderStatusExtended.do", SANDBOX_ENVELOPE_TEXT, true, {5, 1, 5, 6}, TABLE(status),
		sandbox_handle_status},
	{SANDBOX_CLASSIC, "rest/getOrderStatus.do", SANDBOX_ENVELOPE_CAPITAL, false, {5, 5, 5, 6}, TABLE(old_status),
		sandbox_handle_old_status},
	{SANDBOX_CLASSIC, "rest/getBindings.do", SANDBOX_ENVELOPE_TEXT, false, {5, 1, 5, 6}, TABLE(bindings),
		sandbox_handle_bindings},
};

/* clang-format on */

const struct sandbox_method *sandbox_method_find(enum sandbox_dialect dialect, const char *path)
{
	for (size_t i = 0; i < SANDBOX_METHODS; i++) {
		if (sandbox_methods[i].dialect == dialect && strcmp(sandbox_methods[i].path, path) == 0) {
			return &sandbox_methods[i];
		}
	}
	return NULL;
}
