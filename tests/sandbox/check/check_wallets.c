/* Apple Pay, Google Pay, Samsung Pay, Mir Pay, and tokens as such. */
#include "bench.h"
#include "check.h"
#include "payer.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

#define TEXT   2048
#define VISA   "4895370012003478"
#define MIR    "2200700000000017"
#define POOR   "4895370012001167"
#define CARD   "4444555511113333"
#define URLS   "\"returnUrl\":\"https://shop.example/\""
#define PLACE  URLS ",\"ip\":\"127.0.0.1\",\"clientId\":\"c\""
#define AMOUNT ",\"amount\":700"

static void encode_base64(const char *plain, bool url, char text[TEXT])
{
	size_t size = (size_t)EVP_EncodeBlock((unsigned char *)text, (const unsigned char *)plain, (int)strlen(plain));
	assert_true(size < TEXT);
	for (char *c = text; url && *c; c++) {
		*c = *c == '+' ? '-' : *c == '/' ? '_' : *c == '=' ? '\0' : *c;
	}
}

static void make_apple_token(const char *pan, const char *expiry, int amount, const char *more, char token[TEXT])
{
	char plain[TEXT];
	snprintf(plain, sizeof plain,
		"{\"applicationPrimaryAccountNumber\":\"%s\",\"applicationExpirationDate\":\"%s\",\"currencyCode\":\"398\","
		"\"transactionAmount\":%d,\"deviceManufacturerIdentifier\":\"040010030273\",\"paymentDataType\":\"3DSecure\","
		"\"paymentData\":{\"onlinePaymentCryptogram\":\"Af9x/QwAA/DjmU65oyc1MAABAAA=\",\"eciIndicator\":\"5\"}%s}",
		pan, expiry, amount, more);
	encode_base64(plain, false, token);
}

static void wrap_apple(const char *inner, char token[TEXT])
{
	char plain[TEXT];
	int size = snprintf(plain, sizeof plain,
		"{\"version\":\"EC_v1\",\"data\":\"%s\",\"signature\":\"MIAG\",\"header\":{\"ephemeralPublicKey\":\"MFkw\","
		"\"publicKeyHash\":\"l8RC\",\"transactionId\":\"ab12\"}}",
		inner);
	assert_true(size > 0 && size < TEXT);
	encode_base64(plain, false, token);
}

static void make_google_token(const char *pan, const char *method, const char *more, char token[TEXT])
{
	char plain[TEXT];
	snprintf(plain, sizeof plain,
		"{\"messageExpiration\":\"1800000000000\",\"messageId\":\"m\",\"paymentMethod\":\"CARD\","
		"\"paymentMethodDetails\":{\"pan\":\"%s\",\"expirationMonth\":12,\"expirationYear\":2030,"
		"\"authMethod\":\"%s\"%s}}",
		pan, method, more);
	encode_base64(plain, false, token);
}

static void wrap_google(const char *inner, const char *protocol, const char *more, char token[TEXT])
{
	char plain[TEXT];
	int size = snprintf(plain, sizeof plain,
		"{\"protocolVersion\":\"%s\",\"signature\":\"MEQC\",%s\"signedMessage\":\"{\\\"encryptedMessage\\\":\\\"%s\\\","
		"\\\"ephemeralPublicKey\\\":\\\"BPhV\\\",\\\"tag\\\":\\\"TNwa\\\"}\"}",
		protocol, more, inner);
	assert_true(size > 0 && size < TEXT);
	encode_base64(plain, false, token);
}

static void samsung_plain(const char *pan, const char *currency, char plain[TEXT])
{
	snprintf(plain, TEXT,
		"{\"amount\":\"700\",\"currency_code\":\"%s\",\"utc\":\"1795262400000\",\"eci_indicator\":\"5\","
		"\"tokenPAN\":\"%s\",\"tokenPanExpiration\":\"1230\",\"cryptogram\":\"AK+zkbPMCORcABCD3AGRAoACFA==\"}",
		currency, pan);
}

static void make_jwe(const char *plain, char token[TEXT])
{
	char header[TEXT], inner[TEXT];
	encode_base64("{\"alg\":\"RSA1_5\",\"kid\":\"k\",\"typ\":\"JOSE\",\"enc\":\"A128GCM\"}", true, header);
	encode_base64(plain, true, inner);
	assert_true(snprintf(token, TEXT, "%s.a2V5.aXY.%s.dGFn", header, inner) < TEXT);
}

static void make_mir_token(const char *pan, char token[TEXT])
{
	char plain[TEXT];
	snprintf(plain, sizeof plain, "{\"tan\":\"%s\",\"cav\":\"AQ==\",\"tey\":30,\"tem\":12,\"transId\":\"t\"}", pan);
	encode_base64(plain, true, token);
}

/* Who asks without password. */
__attribute__((format(printf, 4, 5))) static int named(
	struct bench *bench, const char *path, const char *token, const char *format, ...)
{
	char body[2 * TEXT];
	va_list arguments;
	snprintf(body, sizeof body, "{\"merchant\":\"test_user\",\"paymentToken\":\"%s\",", token);
	va_start(arguments, format);
	vsnprintf(body + strlen(body), sizeof body - strlen(body) - 1, format, arguments);
	va_end(arguments);
	strcat(body, "}");
	return bench_body(bench, SANDBOX_BASE_CLASSIC, path, body);
}

static int pay_direct(struct bench *bench, const char *path, const char *token, const char *number, const char *more)
{
	return bench_object(bench, path, "\"paymentToken\":\"%s\",\"orderNumber\":\"%s\"%s", token, number, more);
}

/* Asserts what was answered and what became of the order. */
static void expect_paid(struct bench *bench, const char *state, const char *way)
{
	char id[UUID_SIZE];
	assert_string_equal(bench_text(bench, "success"), "true");
	assert_null(bench_member(bench, "error"));
	assert_string_equal(bench_text(bench, "orderStatus.orderStatus"), state);
	assert_string_equal(bench_text(bench, "orderStatus.paymentWay"), way);
	snprintf(id, sizeof id, "%s", bench_text(bench, "data.orderId"));
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	assert_string_equal(bench_text(bench, "orderStatus"), state);
	assert_string_equal(bench_text(bench, "paymentWay"), way);
}

static void apple_pays(void **state)
{
	(void)state;
	struct bench bench;
	char inner[TEXT], token[TEXT];
	bench_open(&bench);
	make_apple_token(VISA, "301231", 700, ",\"cardholderName\":\"A B\"", inner);
	assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", inner, "1", ""), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.cardAuthInfo.pan"), "489537**3478");
	assert_string_equal(bench_text(&bench, "orderStatus.cardAuthInfo.expiration"), "203012");
	assert_string_equal(bench_text(&bench, "orderStatus.cardAuthInfo.secureAuthInfo.eci"), "5");
	assert_string_equal(bench_text(&bench, "orderStatus.amount"), "700");
	assert_string_equal(bench_text(&bench, "orderStatus.currency"), "398");
	assert_string_equal(bench_text(&bench, "orderStatus.errorCode"), "0");
	assert_null(bench_member(&bench, "data.bindingId"));
	expect_paid(&bench, "2", "APPLE_PAY");
	wrap_apple(inner, token);
	assert_int_equal(named(&bench, "applepay/payment.do", token, "\"orderNumber\":\"2\",\"preAuth\":true"), 0);
	expect_paid(&bench, "1", "APPLE_PAY");
	/* The one's token is not the other's, and a name is no password. */
	assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", token, "3", ""), 10);
	assert_int_equal(named(&bench, "applepay/payment.do", inner, "\"orderNumber\":\"3\""), 10);
	assert_int_equal(named(&bench, "applepay/paymentDirect.do", inner, "\"orderNumber\":\"3\""), 5);
	assert_int_equal(pay_direct(&bench, "applepay/payment.do", token, "3", ""), 5);
	assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", inner, "1", ""), 10);
	assert_string_equal(bench_text(&bench, "success"), "false");
	bench_close(&bench);
}

static void google_pays(void **state)
{
	(void)state;
	struct bench bench;
	char inner[TEXT], token[TEXT];
	bench_open(&bench);
	make_google_token(VISA, "CRYPTOGRAM_3DS", ",\"cryptogram\":\"AgAA\",\"eciIndicator\":\"05\"", inner);
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "1", "," URLS AMOUNT), 0);
	expect_paid(&bench, "2", "GOOGLE_PAY_TOKENIZED");
	wrap_google(inner, "ECv1", "", token);
	assert_int_equal(named(&bench, "google/payment.do", token, "\"orderNumber\":\"2\"," PLACE AMOUNT), 0);
	assert_non_null(bench_text(&bench, "data.bindingId"));
	expect_paid(&bench, "2", "GOOGLE_PAY_TOKENIZED");
	wrap_google(inner, "ECv2", "\"intermediateSigningKey\":{\"signedKey\":\"{}\",\"signatures\":[\"MEYC\"]},", token);
	assert_int_equal(
		named(&bench, "google/payment.do", token, "\"orderNumber\":\"3\",\"currencyCode\":\"398\"," PLACE AMOUNT), 0);
	make_google_token(CARD, "PAN_ONLY", "", inner);
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "4", "," URLS AMOUNT), 0);
	expect_paid(&bench, "2", "GOOGLE_PAY_CARD");
	wrap_google(inner, "ECv1", "", token);
	assert_int_equal(
		named(&bench, "google/payment.do", token, "\"orderNumber\":\"6\",\"ip\":\"127.0.0.1\"," URLS AMOUNT), 0);
	assert_null(bench_member(&bench, "data.bindingId")); /* no clientId, no binding */
	expect_paid(&bench, "2", "GOOGLE_PAY_CARD");
	wrap_google(inner, "ECv2", "", token);
	assert_int_equal(named(&bench, "google/payment.do", token, "\"orderNumber\":\"5\"," PLACE AMOUNT), 10);
	assert_int_equal(named(&bench, "google/payment.do", token, "\"orderNumber\":\"5\"," URLS AMOUNT), 10);
	bench_close(&bench);
}

/* A card at Google proves nothing; a device number with a cryptogram does. */
static void a_card_at_google_is_authenticated(void **state)
{
	(void)state;
	struct bench bench;
	char inner[TEXT], more[TEXT], id[UUID_SIZE], transaction[UUID_SIZE];
	bench_open(&bench);
	make_google_token(VISA, "CRYPTOGRAM_3DS", ",\"cryptogram\":\"AgAA\",\"eciIndicator\":\"05\"", inner);
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "1", "," URLS AMOUNT), 0);
	expect_paid(&bench, "2", "GOOGLE_PAY_TOKENIZED");
	make_google_token("5000001111111115", "PAN_ONLY", "", inner);
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "2", "," PLACE AMOUNT), 0);
	assert_true(json_object_get_boolean(bench_member(&bench, "data.is3DSVer2")));
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "5");
	snprintf(id, sizeof id, "%s", bench_text(&bench, "data.orderId"));
	snprintf(transaction, sizeof transaction, "%s", bench_text(&bench, "data.threeDSServerTransId"));
	snprintf(more, sizeof more, "," PLACE AMOUNT ",\"threeDSServerTransId\":\"%s\"", transaction);
	make_google_token("5555555555555599", "PAN_ONLY", "", inner);
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "2", more), 5); /* another card */
	make_google_token("5000001111111115", "PAN_ONLY", "", inner);
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "2", more), 0);
	assert_non_null(bench_text(&bench, "data.acsUrl"));
	assert_non_null(bench_text(&bench, "data.packedCReq"));
	assert_true(payer_answers(&bench, id, "12345678"));
	assert_int_equal(payer_finishes(&bench, id), 0);
	assert_string_equal(payer_status(&bench, id, "orderStatus"), "2");
	assert_string_equal(payer_status(&bench, id, "paymentWay"), "GOOGLE_PAY_CARD");
	assert_string_equal(payer_status(&bench, id, "cardAuthInfo.secureAuthInfo.threeDsType"), "3");
	assert_int_equal(strlen(payer_status(&bench, id, "bindingInfo.bindingId")), 36);
	make_google_token("4000001111111118", "PAN_ONLY", "", inner); /* an attempt is final with the second call */
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "4", "," URLS AMOUNT), 0);
	snprintf(more, sizeof more, "," URLS AMOUNT ",\"threeDSServerTransId\":\"%s\"",
		bench_text(&bench, "data.threeDSServerTransId"));
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "4", more), 0);
	assert_non_null(strstr(bench_text(&bench, "data.redirectUrl"), "https://shop.example/?orderId="));
	expect_paid(&bench, "2", "GOOGLE_PAY_CARD");
	snprintf(more, sizeof more, "," URLS AMOUNT ",\"threeDSServerTransId\":\"made-up\"");
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", inner, "3", more), 10);
	bench_close(&bench);
}

static void samsung_pays(void **state)
{
	(void)state;
	struct bench bench;
	char plain[TEXT], inner[TEXT], compact[TEXT], token[TEXT];
	bench_open(&bench);
	samsung_plain(VISA, "KZT", plain);
	encode_base64(plain, false, inner);
	assert_int_equal(pay_direct(&bench, "samsung/paymentDirect.do", inner, "1", ""), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.currency"), "398");
	assert_string_equal(bench_text(&bench, "orderStatus.amount"), "700");
	expect_paid(&bench, "2", "SAMSUNG_PAY");
	make_jwe(plain, compact);
	encode_base64(compact, false, token);
	assert_int_equal(named(&bench, "samsung/payment.do", token, "\"orderNumber\":\"2\",\"currencyCode\":\"398\""), 0);
	expect_paid(&bench, "2", "SAMSUNG_PAY");
	assert_int_equal(named(&bench, "samsung/payment.do", compact, "\"orderNumber\":\"3\""), 0);
	assert_int_equal(named(&bench, "samsung/payment.do", token, "\"orderNumber\":\"4\",\"currencyCode\":\"643\""), 10);
	assert_int_equal(named(&bench, "samsung/payment.do", "a.b.c.d", "\"orderNumber\":\"4\""), 10);
	assert_int_equal(named(&bench, "samsung/payment.do", inner, "\"orderNumber\":\"4\""), 10);
	samsung_plain(VISA, "XXX", plain);
	encode_base64(plain, false, inner);
	assert_int_equal(pay_direct(&bench, "samsung/paymentDirect.do", inner, "4", ""), 10);
	bench_close(&bench);
}

static void mir_pays(void **state)
{
	(void)state;
	struct bench bench;
	char token[TEXT];
	bench_open(&bench);
	make_mir_token(MIR, token);
	assert_int_equal(pay_direct(&bench, "mir/paymentDirect.do", token, "1", AMOUNT), 0);
	expect_paid(&bench, "2", "MIR_PAY");
	assert_int_equal(named(&bench, "mir/payment.do", token, "\"orderNumber\":\"2\"" AMOUNT), 5); /* no password */
	assert_int_equal(pay_direct(&bench, "mir/payment.do", token, "2", AMOUNT ",\"token\":\"test_user_token\""), 5);
	assert_int_equal(pay_direct(&bench, "mir/payment.do", token, "2", AMOUNT ",\"merchant\":\"other\""), 5);
	assert_int_equal(pay_direct(&bench, "mir/payment.do", token, "2", AMOUNT ",\"merchant\":\"test_user\""), 0);
	expect_paid(&bench, "2", "MIR_PAY");
	assert_int_equal(bench_json(&bench, "mir/paymentDirect.do",
						 "\"paymentToken\":\"%s\",\"orderNumber\":\"3\",\"amount\":700,\"preAuth\":true", token),
		0);
	assert_string_equal(bench_text(&bench, "data.orderNumber"), "3");
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "1");
	assert_int_equal(bench_json(&bench, "mir/paymentDirect.do",
						 "\"paymentToken\":\"%s\",\"orderNumber\":\"3\",\"amount\":700", token),
		10);
	assert_int_equal(bench_json(&bench, "mir/paymentDirect.do",
						 "\"paymentToken\":\"%s\",\"orderNumber\":\"4\",\"amount\":\"700\"", token),
		10);
	assert_int_equal(pay_direct(&bench, "mir/paymentDirect.do", token, "4", ""), 10);
	assert_int_equal(pay_direct(&bench, "mir/paymentDirect.do", token, "4", AMOUNT ",\"features\":\"FORCE_TDS\""), 14);
	assert_int_equal(pay_direct(&bench, "mir/paymentDirect.do", token, "4",
						 ",\"amount\":0,\"features\":\"VERIFY\",\"clientId\":\"c\""),
		0);
	assert_non_null(bench_text(&bench, "data.bindingId"));
	expect_paid(&bench, "3", "MIR_PAY");
	bench_close(&bench);
}

static void mir_pays_what_was_registered(void **state)
{
	(void)state;
	static const struct {
		const char *method, *more, *request;
		int code;
	} rows[] = {
		{"register", "", AMOUNT, 0},
		{"register", "", AMOUNT ",\"currencyCode\":\"643\"", 0},
		{"register", "&clientId=c", AMOUNT ",\"clientId\":\"c\"", 0},
		{"registerPreAuth", "", AMOUNT ",\"preAuth\":true", 0},
		{"registerPreAuth", "", AMOUNT, 10},
		{"register", "", ",\"amount\":701", 10},
		{"register", "", AMOUNT ",\"currencyCode\":\"398\"", 10},
		{"register", "", AMOUNT ",\"clientId\":\"c\"", 10},
		{"register", "", AMOUNT ",\"preAuth\":true", 10},
		{"register", "", AMOUNT ",\"features\":\"VERIFY\"", 10},
	};
	struct bench bench;
	char token[TEXT], id[UUID_SIZE], number[16];
	bench_open(&bench);
	make_mir_token(MIR, token);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_register(&bench, rows[i].method, 700, rows[i].more, id);
		assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
		snprintf(number, sizeof number, "%s", bench_text(&bench, "orderNumber"));
		assert_int_equal(pay_direct(&bench, "mir/paymentDirect.do", token, number, rows[i].request), rows[i].code);
		if (rows[i].code) {
			bench_expect(&bench, id, 0, 0, 0, 0);
			continue;
		}
		assert_string_equal(bench_text(&bench, "data.orderId"), id);
		assert_string_equal(bench_text(&bench, "orderStatus.paymentWay"), "MIR_PAY");
		assert_int_equal(pay_direct(&bench, "mir/paymentDirect.do", token, number, rows[i].request), 10); /* paid */
	}
	bench_close(&bench);
}

#define TOKEN_PAYMENT "\"amount\":700," URLS ",\"tokenType\":\"VTS\""
#define TOKEN_DATA \
	",\"paymentData\":{\"dpan\":\"" VISA "\",\"MM\":\"12\",\"YYYY\":\"2030\",\"tokenCryptogram\":\"AgAA\"}"

static void a_token_pays(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{",\"orderNumber\":\"1\"", 0},
		{",\"orderNumber\":\"1\"", 10},
		{"", 0},
		{",\"jsonParams\":[{\"name\":\"a\",\"value\":\"b\"}],\"cvc\":\"123\",\"cardholderName\":\"A B\"", 0},
		{",\"tii\":\"U\",\"originalPaymentNetRefNum\":\"1\"", 0},
		{",\"tii\":\"U\",\"preAuth\":true", 10},
		{",\"features\":\"FORCE_SSL;FORCE_FULL_TDS\"", 0},
		{",\"features\":\"NONE\"", 14},
		{",\"currency\":\"398\"", 0},
		{",\"currency\":\"000\"", 10},
		{",\"orderId\":\"1\"", 10},
		{",\"jsonParams\":{\"a\":\"b\"}", 10},
		{",\"cardHolderName\":\"A\"", 10},
		{",\"paymentToken\":\"A\"", 10},
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(
			bench_object(&bench, "token/payment.do", TOKEN_PAYMENT TOKEN_DATA "%s", rows[i].more), rows[i].code);
		if (!rows[i].code) {
			expect_paid(&bench, "2", "TOKEN_PAY");
		}
	}
	assert_int_equal(bench_object(&bench, "token/payment.do", TOKEN_PAYMENT), 10);
	assert_int_equal(bench_object(&bench, "token/payment.do",
						 TOKEN_PAYMENT ",\"paymentData\":{\"dpan\":\"" VISA "\",\"MM\":\"13\",\"YYYY\":\"2030\"}"),
		10);
	bench_close(&bench);
}

#define CARD_DATA(pan) ",\"paymentData\":{\"dpan\":\"" pan "\",\"MM\":\"12\",\"YYYY\":\"2034\"}"

/* Nothing proves who pays by a token without a cryptogram: its second call names the order and the transaction. */
static void a_token_without_a_cryptogram_is_authenticated(void **state)
{
	(void)state;
	static const char same[] = CARD_DATA("5555555555555599"), other[] = CARD_DATA("5000001111111115");
	struct bench bench;
	char id[UUID_SIZE], transaction[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(bench_object(&bench, "token/payment.do", TOKEN_PAYMENT "%s", same), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "5");
	snprintf(id, sizeof id, "%s", bench_text(&bench, "data.orderId"));
	snprintf(transaction, sizeof transaction, "%s", bench_text(&bench, "data.threeDSServerTransId"));
	const struct {
		const char *card, *order, *transaction;
		int code;
	} rows[] = {
		{same, id, NULL, 10},
		{same, NULL, transaction, 10},
		{same, id, "made-up", 5},
		{same, "made-up", transaction, 6},
		{other, id, transaction, 5},
		{same, id, transaction, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *order = rows[i].order ? rows[i].order : "", *named = rows[i].transaction ? rows[i].transaction : "";
		int code = bench_object(&bench, "token/payment.do",
			TOKEN_PAYMENT "%s,\"orderId\":\"%s\",\"threeDSServerTransId\":\"%s\"", rows[i].card, order, named);
		if (code != rows[i].code) {
			print_error("row %zu\n", i);
		}
		assert_int_equal(code, rows[i].code);
	}
	assert_string_equal(bench_text(&bench, "data.orderId"), id);
	assert_non_null(bench_text(&bench, "data.acsUrl"));
	assert_non_null(bench_text(&bench, "data.packedCReq"));
	assert_true(payer_answers(&bench, id, "12345678"));
	assert_int_equal(payer_finishes(&bench, id), 0);
	assert_string_equal(payer_status(&bench, id, "orderStatus"), "2");
	assert_string_equal(payer_status(&bench, id, "paymentWay"), "TOKEN_PAY");
	assert_string_equal(payer_status(&bench, id, "cardAuthInfo.secureAuthInfo.threeDsType"), "3");
	/* A device number cannot be authenticated. */
	assert_int_equal(bench_object(&bench, "token/payment.do", TOKEN_PAYMENT CARD_DATA(VISA)), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "6");
	assert_int_equal(
		bench_object(&bench, "token/payment.do", TOKEN_PAYMENT CARD_DATA(VISA) ",\"features\":\"FORCE_TDS\""), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.actionCode"), "2003");
	bench_close(&bench);
}

static void what_is_no_token_is_refused(void **state)
{
	(void)state;
	static const struct {
		const char *pan, *expiry, *more;
	} rows[] = {
		{"4895370012003479", "301231", ""},
		{"48953700", "301231", ""},
		{VISA, "301331", ""},
		{VISA, "301200", ""},
		{VISA, "3012", ""},
		{VISA, "301231", ",\"x\":1"},
	};
	static const char *const broken[] = {"x", "e30=", "bnVsbA==", "W10=", "eyJ9"};
	struct bench bench;
	struct sandbox_books books;
	char token[TEXT];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		make_apple_token(rows[i].pan, rows[i].expiry, 700, rows[i].more, token);
		assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", token, "1", ""), 10);
		assert_string_equal(bench_text(&bench, "error.message"), "[paymentToken] wrong value");
	}
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", broken[i], "1", ""), 10);
		assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", broken[i], "1", "," URLS AMOUNT), 10);
		assert_int_equal(pay_direct(&bench, "samsung/paymentDirect.do", broken[i], "1", ""), 10);
		assert_int_equal(pay_direct(&bench, "mir/paymentDirect.do", broken[i], "1", AMOUNT), 10);
		assert_int_equal(named(&bench, "applepay/payment.do", broken[i], "\"orderNumber\":\"1\""), 10);
		assert_int_equal(named(&bench, "google/payment.do", broken[i], "\"orderNumber\":\"1\"," PLACE AMOUNT), 10);
		assert_int_equal(named(&bench, "samsung/payment.do", broken[i], "\"orderNumber\":\"1\""), 10);
		assert_int_equal(pay_direct(&bench, "mir/payment.do", broken[i], "1", AMOUNT), 10);
	}
	make_google_token(VISA, "CRYPTOGRAM_3DS", "", token); /* without its cryptogram */
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", token, "1", "," URLS AMOUNT), 10);
	make_google_token(VISA, "CRYPTOGRAM_3DS", ",\"cryptogram\":\"AgAA\"", token);
	bench_wait(60 * 86400); /* the message expires in January 2027 */
	assert_int_equal(pay_direct(&bench, "google/paymentDirect.do", token, "1", "," URLS AMOUNT), 10);
	assert_true(sandbox_store_books(bench.gateway.store, &books));
	assert_int_equal(books.orders, 0);
	bench_close(&bench);
}

static void what_a_wallet_s_method_takes(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{",\"amount\":700", 10},
		{",\"token\":\"test_user_token\"", 5},
		{",\"merchant\":\"other\"", 5},
		{",\"merchant\":\"test_user\"", 0},
		{",\"features\":\"FORCE_SSL\"", 14},
		{",\"features\":\"VERIFY\"", 10}, /* of an amount */
		{",\"tii\":\"X\"", 10},
		{",\"tii\":\"I\"", 10},
		{",\"tii\":\"CI\"", 0},
		{",\"tii\":\"\"", 0},
		{",\"tii\":\"U\"", 0},
		{",\"tii\":\"U\",\"preAuth\":true", 10},
		{",\"tii\":\"RI\",\"additionalParameters\":{\"recurringFrequency\":\"10\",\"recurringExpiry\":\"20301231\"}",
			0},
		{",\"tii\":\"RI\",\"additionalParameters\":{\"recurringFrequency\":\"29\"}", 10},
		{",\"tii\":\"RI\",\"additionalParameters\":{\"recurringFrequency\":0}", 10},
		{",\"tii\":\"RI\",\"additionalParameters\":{\"recurringExpiry\":\"20201231\"}", 10},
		{",\"tii\":\"II\",\"additionalParameters\":{\"installments\":3}", 0},
		{",\"tii\":\"II\",\"additionalParameters\":{\"installments\":1000}", 10},
		{",\"additionalParameters\":{\"x\":{}}", 10},
		{",\"preAuth\":true,\"autocompletionDate\":\"2027-01-01T00:00:00\"", 0},
		{",\"preAuth\":\"x\"", 10},
		{",\"x\":1", 10},
	};
	struct bench bench;
	char token[TEXT];
	bench_open(&bench);
	make_apple_token(VISA, "301231", 700, "", token);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char number[12];
		snprintf(number, sizeof number, "w%zu", i);
		assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", token, number, rows[i].more), rows[i].code);
	}
	assert_int_equal(bench_object(&bench, "applepay/paymentDirect.do", "\"paymentToken\":\"%s\"", token), 10);
	assert_int_equal(bench_object(&bench, "applepay/paymentDirect.do", "\"orderNumber\":\"1\""), 10);
	bench_close(&bench);
}

static void the_device_number_decides(void **state)
{
	(void)state;
	struct bench bench;
	char token[TEXT], id[UUID_SIZE];
	bench_open(&bench);
	make_apple_token(POOR, "301231", 700, "", token);
	assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", token, "1", ""), 0);
	assert_string_equal(bench_text(&bench, "success"), "true");
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "6");
	assert_string_equal(bench_text(&bench, "orderStatus.actionCode"), "116");
	snprintf(id, sizeof id, "%s", bench_text(&bench, "data.orderId"));
	bench_expect(&bench, id, 6, 0, 0, 0);
	/* Typed as if it were a card's own it is no card. */
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do",
						 "amount=1&returnUrl=https://a.b/&pan=" VISA "&expiry=203012&cvc=123"),
		0);
	assert_string_equal(bench_text(&bench, "orderStatus.originalActionCode"), "111");
	bench_close(&bench);
}

static void a_wallet_s_binding_is_charged_but_not_shown(void **state)
{
	(void)state;
	struct bench bench;
	char token[TEXT], id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	make_apple_token(VISA, "301231", 0, "", token);
	assert_int_equal(
		pay_direct(&bench, "applepay/paymentDirect.do", token, "1", ",\"clientId\":\"c\",\"features\":\"VERIFY\""), 0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "data.bindingId"));
	expect_paid(&bench, "3", "APPLE_PAY");
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=c"), 0);
	assert_string_equal(bench_text(&bench, "bindings.0.bindingId"), binding);
	assert_string_equal(bench_text(&bench, "bindings.0.paymentWay"), "APPLE_PAY_BINDING");
	assert_null(bench_member(&bench, "bindings.0.maskedPan"));
	assert_null(bench_member(&bench, "bindings.0.displayLabel"));
	assert_int_equal(bench_form(&bench, "rest/getBindingsByCardOrId.do", "bindingId=%s", binding), 0);
	assert_null(bench_member(&bench, "bindings.0.maskedPan"));
	assert_int_equal(bench_object(&bench, "recurrentPayment.do",
						 "\"orderNumber\":\"r\",\"amount\":70,\"bindingId\":\"%s\"", binding),
		0);
	expect_paid(&bench, "2", "APPLE_PAY_BINDING");
	bench_register(&bench, "register", 100, "&clientId=c", id);
	assert_int_equal(
		bench_form(&bench, "rest/paymentOrderBinding.do", "tii=U&mdOrder=%s&bindingId=%s", id, binding), 0);
	bench_expect(&bench, id, 2, 100, 100, 0);
	assert_string_equal(bench_text(&bench, "paymentWay"), "APPLE_PAY_BINDING");
	/* Another client's never pays, nor does one that is switched off. */
	bench_register(&bench, "register", 100, "&clientId=d", id);
	assert_int_equal(
		bench_form(&bench, "rest/paymentOrderBinding.do", "tii=U&mdOrder=%s&bindingId=%s", id, binding), 2);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(bench_object(&bench, "recurrentPayment.do",
						 "\"orderNumber\":\"s\",\"amount\":70,\"bindingId\":\"%s\"", binding),
		2);
	bench_close(&bench);
}

static void an_expired_device_number_is_not_charged(void **state)
{
	(void)state;
	struct bench bench;
	char token[TEXT], binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	make_apple_token(VISA, "301231", 0, "", token);
	assert_int_equal(
		pay_direct(&bench, "applepay/paymentDirect.do", token, "1", ",\"clientId\":\"c\",\"features\":\"VERIFY\""), 0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "data.bindingId"));
	bench_wait(5 * 366 * 86400);
	bench_register(&bench, "register", 100, "&clientId=c", id);
	assert_int_equal(
		bench_form(&bench, "rest/paymentOrderBinding.do", "tii=U&mdOrder=%s&bindingId=%s", id, binding), 2);
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do",
						 "amount=1&returnUrl=https://a.b/&clientId=c&bindingId=%s", binding),
		2);
	assert_int_equal(bench_object(&bench, "recurrentPayment.do",
						 "\"orderNumber\":\"s\",\"amount\":70,\"bindingId\":\"%s\"", binding),
		2);
	bench_expect(&bench, id, 0, 0, 0, 0);
	bench_close(&bench);
}

static void a_wallet_s_agreement_has_limits(void **state)
{
	(void)state;
	struct bench bench;
	char token[TEXT], binding[UUID_SIZE];
	bench_open(&bench);
	make_apple_token(VISA, "301231", 700, "", token);
	assert_int_equal(pay_direct(&bench, "applepay/paymentDirect.do", token, "1",
						 ",\"clientId\":\"c\",\"tii\":\"RI\",\"additionalParameters\":{\"recurringFrequency\":\"10\"}"),
		0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "data.bindingId"));
	static const char *const states[] = {"2", "6"};
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		assert_int_equal(bench_object(&bench, "recurrentPayment.do",
							 "\"orderNumber\":\"r%zu\",\"amount\":70,\"bindingId\":\"%s\"", i, binding),
			0);
		assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), states[i]);
	}
	bench_close(&bench);
}

int sandbox_check_wallets(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(apple_pays),
		cmocka_unit_test(google_pays),
		cmocka_unit_test(a_card_at_google_is_authenticated),
		cmocka_unit_test(samsung_pays),
		cmocka_unit_test(mir_pays),
		cmocka_unit_test(mir_pays_what_was_registered),
		cmocka_unit_test(a_token_pays),
		cmocka_unit_test(a_token_without_a_cryptogram_is_authenticated),
		cmocka_unit_test(what_is_no_token_is_refused),
		cmocka_unit_test(what_a_wallet_s_method_takes),
		cmocka_unit_test(the_device_number_decides),
		cmocka_unit_test(a_wallet_s_binding_is_charged_but_not_shown),
		cmocka_unit_test(an_expired_device_number_is_not_charged),
		cmocka_unit_test(a_wallet_s_agreement_has_limits),
	};
	return cmocka_run_group_tests_name("wallets", tests, NULL, NULL);
}
