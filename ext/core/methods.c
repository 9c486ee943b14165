/*
 * The table: every method of the gateway is one row. Lengths and obligations are those of the BPC documentation
 * (REST), error meanings those of the order management chapters. A parameter that the documentation calls mandatory
 * but every bank defaults (language) is optional here; one that depends on others is in `one_of`.
 */
#include "pgw.h"

#include <string.h>

/* On one line each, whatever the formatter likes. */
/* clang-format off */
#define END {NULL, NULL, PGW_TAKES_TEXT, 0, 0, 0}

#define TEXT(name, flags, minimum, maximum) {name, NULL, PGW_TAKES_TEXT, flags, minimum, maximum}
#define DIGITS(name, flags, minimum, maximum) {name, NULL, PGW_TAKES_DIGITS, flags, minimum, maximum}
#define AMOUNT(name, flags, maximum) {name, NULL, PGW_TAKES_AMOUNT, flags, 1, maximum}
#define BOOLEAN(name) {name, NULL, PGW_TAKES_BOOLEAN, 0, 0, 0}
#define DATE_TIME(name) {name, NULL, PGW_TAKES_DATE_TIME, 0, 19, 19}
#define FEATURES(name) {name, NULL, PGW_TAKES_FEATURES, 0, 0, 0}
#define TEXTS(name) {name, NULL, PGW_TAKES_TEXTS, 0, 0, 1024}
#define OBJECT(name) {name, NULL, PGW_TAKES_OBJECT, 0, 0, 0}
/* clang-format on */

/* Groups of parameters that several methods share. */

#define PAYER_BLOCKS \
	OBJECT("billingPayerData"), OBJECT("shippingPayerData"), OBJECT("preOrderPayerData"), OBJECT("orderPayerData")

#define MERCHANT_CATEGORY DIGITS("mcc", 0, 4, 4), TEXT("mvv", 0, 1, 10), OBJECT("paymentFacilitator")

#define REGISTRATION \
	TEXT("orderNumber", PGW_MANDATORY, 1, 36), AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12), \
		TEXT("returnUrl", PGW_MANDATORY, 1, 512), DIGITS("currency", 0, 3, 3), TEXT("failUrl", 0, 1, 512), \
		TEXT("dynamicCallbackUrl", 0, 1, 512), TEXT("description", 0, 1, 598), TEXT("language", 0, 2, 2), \
		TEXT("ip", 0, 1, 39), TEXT("clientId", 0, 1, 255), TEXT("merchantLogin", 0, 1, 255), \
		TEXT("cardholderName", 0, 1, 150), TEXTS("jsonParams"), DIGITS("sessionTimeoutSecs", 0, 1, 9), \
		DATE_TIME("expirationDate"), TEXT("bindingId", 0, 1, 255), FEATURES("features"), \
		TEXT("postAddress", 0, 1, 255), OBJECT("orderBundle"), AMOUNT("feeInput", PGW_ZERO, 8), \
		TEXT("email", 0, 1, 40), MERCHANT_CATEGORY, PAYER_BLOCKS, \
		TEXT("billingAndShippingAddressMatchIndicator", 0, 1, 1)

/* deposit, reverse and refund name the order in one of two ways. */
#define ORDER \
	TEXT("orderId", 0, 1, 36), TEXT("orderNumber", 0, 1, 36), TEXT("merchantLogin", 0, 1, 255), \
		TEXT("language", 0, 2, 2), DIGITS("currency", 0, 3, 3), TEXTS("jsonParams")

static const struct pgw_parameter register_parameters[] = {REGISTRATION, END};

static const struct pgw_parameter register_pre_auth_parameters[] = {
	REGISTRATION,
	DATE_TIME("autocompletionDate"),
	DATE_TIME("autoReverseDate"),
	END,
};

static const struct pgw_parameter deposit_parameters[] = {
	ORDER,
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO, 12), /* 0: the whole hold */
	OBJECT("depositItems"),
	END,
};

static const struct pgw_parameter reverse_parameters[] = {
	ORDER,
	AMOUNT("amount", 0, 12),
	END,
};

static const struct pgw_parameter refund_parameters[] = {
	ORDER,
	AMOUNT("amount", PGW_MANDATORY, 12), /* the gateway reads 0 as "everything", so 0 is refused */
	TEXT("externalRefundId", 0, 1, 32),
	AMOUNT("expectedDepositedAmount", PGW_ZERO, 12),
	OBJECT("refundItems"),
	END,
};

static const struct pgw_parameter decline_parameters[] = {
	TEXT("orderId", PGW_MANDATORY, 1, 36),
	TEXT("orderNumber", PGW_MANDATORY, 1, 36),
	TEXT("merchantLogin", 0, 1, 255),
	TEXT("language", 0, 2, 2),
	END,
};

static const struct pgw_parameter get_order_status_extended_parameters[] = {
	TEXT("orderId", 0, 1, 36),
	TEXT("orderNumber", 0, 1, 36),
	TEXT("language", 0, 2, 2),
	TEXT("merchantLogin", 0, 1, 255),
	END,
};

/* $CVC is not obligatory: a merchant may have the permission to pay without it, and the gateway says so if not. */
static const struct pgw_parameter payment_order_parameters[] = {
	{"MDORDER", "orderId", PGW_TAKES_TEXT, PGW_MANDATORY, 1, 36},
	DIGITS("$PAN", PGW_SECRET, 12, 19),
	DIGITS("$CVC", PGW_SECRET, 3, 4),
	DIGITS("YYYY", 0, 4, 4),
	DIGITS("MM", 0, 2, 2),
	DIGITS("$EXPIRY", 0, 6, 6),
	TEXT("seToken", PGW_SECRET, 1, 8192),
	TEXT("TEXT", PGW_MANDATORY, 1, 512),
	TEXT("language", 0, 2, 2),
	TEXT("ip", 0, 1, 39),
	BOOLEAN("bindingNotNeeded"),
	TEXTS("jsonParams"),
	BOOLEAN("threeDSSDK"),
	TEXT("email", 0, 1, 40),
	MERCHANT_CATEGORY,
	PAYER_BLOCKS,
	TEXT("tii", 0, 0, 2),
	TEXT("originalPaymentNetRefNum", 0, 1, 36),
	DIGITS("originalPaymentDate", 0, 1, 19),
	TEXT("externalScaExemptionIndicator", 0, 3, 3),
	OBJECT("clientBrowserInfo"),
	TEXT("threeDSServerTransId", 0, 1, 36),
	TEXT("threeDSVer2FinishUrl", 0, 1, 512),
	TEXT("threeDSMethodNotificationUrl", 0, 1, 512),
	TEXT("threeDSProtocolVersion", 0, 5, 5),
	END,
};

static const struct pgw_parameter get_bindings_parameters[] = {
	TEXT("clientId", PGW_MANDATORY, 1, 255),
	TEXT("bindingId", 0, 1, 255),
	TEXT("bindingType", 0, 1, 1),
	BOOLEAN("showExpired"),
	TEXT("merchantLogin", 0, 1, 255),
	TEXT("language", 0, 2, 2),
	END,
};

static const char *const one_order[] = {"orderId|orderNumber", NULL};
static const char *const one_card[] = {"$PAN|seToken", "$EXPIRY|YYYY|seToken", "$EXPIRY|MM|seToken", NULL};

static const struct pgw_meaning registration_meanings[] = {
	{1, PGW_ERROR_DUPLICATE_ORDER, "the order number is already registered, or is wrong"},
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
	{1, PGW_ERROR_INVALID_REQUEST, "clientId is empty"},
	{2, PGW_ERROR_BINDING, "no binding was found"},
	{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or the password must be changed"},
	{7, PGW_ERROR_SYSTEM, "system error"},
	{0, PGW_ERROR_NONE, NULL},
};

/* Sorted by name as strcmp sorts: pgw_method_find searches by halves. */
static const struct pgw_method methods[] = {
	{
		.name = "decline",
		.path = "rest/decline.do",
		.flags = PGW_CHANGES,
		.parameters = decline_parameters,
		.inquiry = "orderId",
		.meanings = decline_meanings,
	},
	{
		.name = "deposit",
		.path = "rest/deposit.do",
		.flags = PGW_CHANGES,
		.parameters = deposit_parameters,
		.one_of = one_order,
		.inquiry = "orderId",
		.meanings = management_meanings,
	},
	{
		.name = "getBindings",
		.path = "rest/getBindings.do",
		.parameters = get_bindings_parameters,
		.meanings = bindings_meanings,
		.empty_list = "bindings",
		.empty_code = 2,
	},
	{
		.name = "getOrderStatusExtended",
		.path = "rest/getOrderStatusExtended.do",
		.flags = PGW_TAKES_TOKEN,
		.parameters = get_order_status_extended_parameters,
		.one_of = one_order,
		.reply_holds = "orderStatus",
		.meanings = status_meanings,
	},
	{
		.name = "paymentOrder",
		.path = "rest/paymentorder.do",
		.flags = PGW_CHANGES | PGW_PAYS,
		.parameters = payment_order_parameters,
		.one_of = one_card,
		.reply_holds = "redirect|acsUrl|threeDSServerTransId|errorCode|success",
		.inquiry = "orderId",
		.meanings = payment_meanings,
	},
	{
		.name = "refund",
		.path = "rest/refund.do",
		.flags = PGW_CHANGES,
		.parameters = refund_parameters,
		.one_of = one_order,
		.repeatable_with = "externalRefundId",
		.inquiry = "orderId",
		.meanings = management_meanings,
	},
	{
		.name = "register",
		.path = "rest/register.do",
		.flags = PGW_CHANGES | PGW_TAKES_TOKEN,
		.parameters = register_parameters,
		.reply_holds = "orderId",
		.inquiry = "orderNumber",
		.meanings = registration_meanings,
	},
	{
		.name = "registerPreAuth",
		.path = "rest/registerPreAuth.do",
		.flags = PGW_CHANGES | PGW_TAKES_TOKEN,
		.parameters = register_pre_auth_parameters,
		.reply_holds = "orderId",
		.inquiry = "orderNumber",
		.meanings = registration_meanings,
	},
	{
		.name = "reverse",
		.path = "rest/reverse.do",
		.flags = PGW_CHANGES,
		.parameters = reverse_parameters,
		.one_of = one_order,
		.inquiry = "orderId",
		.meanings = management_meanings,
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
