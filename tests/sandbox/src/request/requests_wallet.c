/* The parameters of the wallets' methods. */
#include "request/requests.h"

#include "request/rows_classic.h"

/* One row per line. */
/* clang-format off */

static const struct sandbox_parameter additional[] = {
	P("installments", INTEGER, OPTIONAL, 1, 3, 0),
	P("totalInstallmentAmount", AMOUNT, OPTIONAL, 1, 12, 0),
	UP_TO("recurringFrequency", OPTIONAL, 2, 28),
	P("recurringExpiry", INTEGER, OPTIONAL, 8, 8, 0),
};
static const struct sandbox_shape additional_shape = OPEN_SHAPE(additional);

#define MERCHANT(need) P("merchant", TEXT, need, 1, 255, 0)
#define NAMED          MERCHANT(MANDATORY)
#define DIRECT         OBJECT_CREDENTIALS, MERCHANT(OPTIONAL)

#define WALLET \
	P("orderNumber", TEXT, MANDATORY, 1, 36, 0), P("paymentToken", TEXT, MANDATORY, 1, 8192, 0), \
		P("description", TEXT, OPTIONAL, 1, 598, 0), P("language", LETTERS, OPTIONAL, 2, 2, 0), \
		P("preAuth", BOOLEAN, OPTIONAL, 4, 5, 0), P("autocompletionDate", DATE, OPTIONAL, 19, 19, 0), \
		P("autoReverseDate", DATE, OPTIONAL, 19, 19, 0), \
		SHAPED("additionalParameters", OBJECT, OPTIONAL, 0, additional_shape)
#define CLIENT(need) P("clientId", TEXT, need, 0, 255, 0)
#define AMOUNT(currency) P("amount", AMOUNT, MANDATORY, 1, 12, 0), P(currency, INTEGER, OPTIONAL, 3, 3, 0)
#define URLS \
	P("returnUrl", URL, MANDATORY, 1, 2048, 0), P("failUrl", URL, OPTIONAL, 1, 2048, 0)
#define CALLBACK        P("dynamicCallbackUrl", URL, OPTIONAL, 1, 512, 0)
#define EMAIL           P("email", TEXT, OPTIONAL, 1, 254, 0)
#define PHONE           P("phone", TEXT, OPTIONAL, 7, 16, 0)
#define IP(need)        P("ip", TEXT, need, 1, 39, 0)
#define FEATURES_OF_ALL P("features", TEXT, OPTIONAL, 1, 255, 14)
#define VERIFY_ALONE    {"features", SANDBOX_TEXT, SANDBOX_OPTIONAL, 1, 255, 14, SANDBOX_ANY, "VERIFY", 0, NULL}
#define INITIAL         ONE_OF_OR_NONE("tii", "CI|RI|II")
#define SUBSEQUENT \
	ONE_OF_OR_NONE("tii", "CI|RI|II|R|U|F"), P("originalPaymentNetRefNum", TEXT, OPTIONAL, 1, 36, 0), \
		P("originalPaymentDate", INTEGER, OPTIONAL, 1, 18, 0)
#define FEE       P("feeInput", AMOUNT, OPTIONAL, 0, 8, 0)
static const struct sandbox_parameter apple_payment[] = {
	NAMED, WALLET, CLIENT(OPTIONAL), INITIAL, EMAIL, PHONE, FACILITATOR, TDS_PROTOCOL, TDS_EXEMPTION,
};
const struct sandbox_shape sandbox_request_apple_payment = SHAPE(apple_payment);

static const struct sandbox_parameter apple_direct[] = {
	DIRECT, WALLET, CLIENT(OPTIONAL), SUBSEQUENT, EMAIL, PHONE, FACILITATOR, TDS_PROTOCOL, TDS_EXEMPTION, FEE, VERIFY_ALONE, PAYER_DATA, ADDRESS_MATCH,
};
const struct sandbox_shape sandbox_request_apple_direct = SHAPE(apple_direct);

static const struct sandbox_parameter google_payment[] = {
	NAMED, WALLET, CLIENT(OPTIONAL), INITIAL, AMOUNT("currencyCode"), URLS, CALLBACK, IP(MANDATORY), EMAIL, PHONE,
	FACILITATOR, PAYER_DATA, ADDRESS_MATCH, TDS_BROWSER, TDS_SERVER, ONE_OF("protocolVersion", OPTIONAL, "ECv1|ECv2"),
};
const struct sandbox_shape sandbox_request_google_payment = SHAPE(google_payment);

static const struct sandbox_parameter google_direct[] = {
	DIRECT, WALLET, CLIENT(OPTIONAL), SUBSEQUENT, AMOUNT("currencyCode"), URLS, CALLBACK, IP(OPTIONAL), EMAIL, PHONE,
	FACILITATOR, PAYER_DATA, ADDRESS_MATCH, TDS_BROWSER, TDS_SERVER, TDS_PROTOCOL, TDS_EXEMPTION, FEATURES_OF_ALL, TDS_SDK,
	ONE_OF("protocolVersion", OPTIONAL, "ECv1|ECv2"),
};
const struct sandbox_shape sandbox_request_google_direct = SHAPE(google_direct);

static const struct sandbox_parameter samsung_payment[] = {
	NAMED, WALLET, CLIENT(OPTIONAL), INITIAL, IP(OPTIONAL), P("currencyCode", INTEGER, OPTIONAL, 3, 3, 0), FACILITATOR,
	PAYER_DATA, ADDRESS_MATCH, TDS_PROTOCOL, FEATURES_OF_ALL,
};
const struct sandbox_shape sandbox_request_samsung_payment = SHAPE(samsung_payment);

static const struct sandbox_parameter samsung_direct[] = {
	DIRECT, WALLET, CLIENT(OPTIONAL), SUBSEQUENT, IP(OPTIONAL), FACILITATOR, PAYER_DATA, ADDRESS_MATCH, TDS_PROTOCOL, TDS_EXEMPTION, FEE,
};
const struct sandbox_shape sandbox_request_samsung_direct = SHAPE(samsung_direct);

/* Both methods share one published table. */
static const struct sandbox_parameter mir[] = {
	DIRECT, WALLET, CLIENT(OPTIONAL), AMOUNT("currencyCode"), EMAIL, PHONE, VERIFY_ALONE,
	SHAPED("orderBundle", OBJECT, OPTIONAL, 8, sandbox_shape_order_bundle),
};
const struct sandbox_shape sandbox_request_mir = SHAPE(mir);

static const struct sandbox_parameter payment_data[] = {
	P("dpan", INTEGER, MANDATORY, 1, 19, 0),
	P("tokenCryptogram", TEXT, OPTIONAL, 1, 1024, 0),
	P("MM", INTEGER, MANDATORY, 2, 2, 0),
	P("YYYY", INTEGER, MANDATORY, 4, 4, 0),
	P("eci", INTEGER, OPTIONAL, 1, 4, 0),
};
static const struct sandbox_shape payment_data_shape = SHAPE(payment_data);

static const struct sandbox_parameter name_value[] = {
	P("name", TEXT, MANDATORY, 1, 255, 0),
	P("value", TEXT, MANDATORY, 1, 1024, 0),
};
static const struct sandbox_shape name_value_shape = SHAPE(name_value);

static const struct sandbox_parameter token_payment[] = {
	DIRECT, AMOUNT("currency"), CLIENT(OPTIONAL), URLS, CALLBACK, IP(OPTIONAL), EMAIL, FACILITATOR, PAYER_DATA, ADDRESS_MATCH, TDS_BROWSER, TDS_SERVER,
	TDS_EXEMPTION, FEATURES_OF_ALL,
	P("orderNumber", TEXT, OPTIONAL, 1, 36, 0),
	P("orderId", TEXT, OPTIONAL, 1, 36, 0),
	P("description", TEXT, OPTIONAL, 1, 598, 0),
	P("language", LETTERS, OPTIONAL, 2, 2, 0),
	P("preAuth", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("autocompletionDate", DATE, OPTIONAL, 19, 19, 0),
	P("autoReverseDate", DATE, OPTIONAL, 19, 19, 0),
	ONE_OF("tokenType", MANDATORY, "MDES|VTS|APPLE|GOOGLE|SAMSUNG"),
	P("cvc", INTEGER, OPTIONAL, 3, 3, 0),
	T("cardholderName", OPTIONAL, 1, 150, CARDHOLDER),
	ONE_OF_OR_NONE("tii", "CI|RI|II|R|U|F|I"),
	P("originalPaymentNetRefNum", TEXT, OPTIONAL, 1, 36, 0),
	SHAPED("jsonParams", LIST, OPTIONAL, 0, name_value_shape),
	SHAPED("paymentData", OBJECT, MANDATORY, 0, payment_data_shape),
};
const struct sandbox_shape sandbox_request_token_payment = SHAPE(token_payment);

static const struct sandbox_parameter json_mir[] = {
	T("userName", MANDATORY, 1, 30, LOGIN),
	T("password", MANDATORY, 1, 36, PRINTABLE),
	P("orderNumber", TEXT, MANDATORY, 1, 36, 0),
	AMOUNT_UP_TO("amount", MANDATORY, 12, INT64_C(999999999999)),
	T("currencyCode", OPTIONAL, 3, 3, DIGITS),
	T("description", OPTIONAL, 1, 512, CYRILLIC_QUOTES),
	T("language", OPTIONAL, 2, 2, LOWER),
	P("preAuth", BOOLEAN, OPTIONAL, 4, 5, 0),
	SHAPED("additionalParameters", OBJECT, OPTIONAL, 0, sandbox_shape_json_payment_params),
	T("clientId", OPTIONAL, 1, 255, PRINTABLE),
	T("paymentToken", MANDATORY, 1, 8192, PRINTABLE),
	T("merchant", OPTIONAL, 1, 30, LOGIN),
	VERIFY_ALONE,
	SHAPED("orderBundle", OBJECT, OPTIONAL, 8, sandbox_shape_json_order_bundle),
	T("phone", OPTIONAL, 1, 16, PHONE),
	T("email", OPTIONAL, 3, 128, PRINTABLE),
};
const struct sandbox_shape sandbox_request_json_mir = SHAPE(json_mir);
/* clang-format on */
