/* Parameters against the tables of the methods. */
#include "check.h"

#include "order/feature.h"
#include "request/form_check.h"
#include "gateway/method_table.h"

#include <stdio.h>
#include <string.h>

#define LOGIN    "userName=u&password=p"
#define REGISTER LOGIN "&orderNumber=1&amount=100&returnUrl=https://shop.example/"

/* The errorCode with which a method refuses a body, 0 if it takes it; the message must say expected. */
static int refusal_code(const char *path, const char *body, const char *expected)
{
	const struct sandbox_method *method = sandbox_method_find(SANDBOX_BASE_CLASSIC, path);
	struct sandbox_form form;
	struct sandbox_fault fault = {0, ""};
	assert_non_null(method);
	assert_true(sandbox_form_parse(&form, body, strlen(body)));
	bool right = sandbox_form_check(method->request, &method->codes, &form, &fault);
	sandbox_form_free(&form);
	if (expected) {
		assert_string_equal(fault.message, expected);
	}
	return right ? 0 : fault.code;
}

static void a_right_registration_passes(void **state)
{
	(void)state;
	assert_int_equal(refusal_code("rest/register.do", REGISTER, NULL), 0);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&features=FORCE_SSL&features=VERIFY", NULL), 0);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&clientId=&feeInput=", NULL), 0);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&jsonParams={\"a\":\"b\"}", NULL), 0);
	assert_int_equal(
		refusal_code("rest/register.do", REGISTER "&jsonParams={\"Is\":\"N'. \\\"'\",\"n\":[null,1.5]}", NULL), 0);
}

static void paths_are_exact(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "rest/Register.do", "rest/getbindings.do", "rest/paymentOrder.do", "rest"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_null(sandbox_method_find(SANDBOX_BASE_CLASSIC, wrong[i]));
	}
}

static void unknown_and_repeated_names_are_refused(void **state)
{
	(void)state;
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&x=1", "[x] is an unknown parameter"), 5);
	assert_int_equal(
		refusal_code("rest/register.do", REGISTER "&features[0]=VERIFY", "[features[0]] is an unknown parameter"), 5);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&amount=100", "[amount] is given more than once"), 5);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&Amount=100", "[Amount] is an unknown parameter"), 5);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&autoReverseDate=2030-01-01T00:00:00", NULL), 5);
	assert_int_equal(refusal_code("rest/registerPreAuth.do", REGISTER "&autoReverseDate=2030-01-01T00:00:00", NULL), 0);
}

static void a_card_number_is_never_repeated(void **state)
{
	(void)state;
	assert_int_equal(
		refusal_code("rest/register.do", REGISTER "&4111111111111111=1", "[?] is an unknown parameter"), 5);
	assert_int_equal(
		refusal_code("rest/register.do", REGISTER "&4111-1111-1111-1111", "[?] is an unknown parameter"), 5);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&%3Cb%3E=1", "[?] is an unknown parameter"), 5);
	assert_int_equal(refusal_code("rest/register.do", REGISTER "&=1", "[?] is an unknown parameter"), 5);
}

static void missing_parameters_have_the_code_of_their_method(void **state)
{
	(void)state;
	assert_int_equal(
		refusal_code("rest/register.do", LOGIN "&amount=1&returnUrl=https://x", "[orderNumber] is empty"), 4);
	assert_int_equal(
		refusal_code("rest/register.do", LOGIN "&orderNumber=1&returnUrl=https://x", "[amount] is empty"), 4);
	assert_int_equal(refusal_code("rest/register.do", LOGIN "&orderNumber=1&amount=1", "[returnUrl] is empty"), 4);
	assert_int_equal(
		refusal_code("rest/register.do", LOGIN "&orderNumber=1&amount=1&returnUrl=", "[returnUrl] is empty"), 4);
	assert_int_equal(refusal_code("rest/refund.do", LOGIN "&orderId=1", "[amount] is empty"), 5);
	assert_int_equal(refusal_code("rest/getBindings.do", LOGIN "&clientId=", "[clientId] is empty"), 1);
	assert_int_equal(refusal_code("rest/paymentorder.do", LOGIN "&TEXT=A", "[MDORDER] is empty"), 1);
}

static void wrong_values_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *more, *message;
		int code;
	} rows[] = {
		{"&failUrl=/x", "[failUrl] URL is invalid", 4},
		{"&failUrl=../x", "[failUrl] URL is invalid", 4},
		{"&currency=RUB", "[currency] wrong value", 3},
		{"&language=eng", "[language] wrong value", 5},
		{"&language=1a", "[language] wrong value", 5},
		{"&language=", "[language] wrong value", 5},
		{"&jsonParams=x", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams=[]", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams=[1,2]", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams={}{}", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams={'a':1}", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams={\"a\":1", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams={\"a\":NaN}", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams={\"a\":\"%0A\"}", "[jsonParams] is not a JSON object", 5},
		{"&jsonParams={\"a\":1.}", "[jsonParams] is not a JSON object", 5},
		{"&orderBundle=\"a\"", "[orderBundle] is not a JSON object", 8},
		{"&expirationDate=2030-02-30T00:00:00", "[expirationDate] wrong value", 5},
		{"&expirationDate=2030-01-01%2000:00:00", "[expirationDate] wrong value", 5},
		{"&sessionTimeoutSecs=1.5", "[sessionTimeoutSecs] wrong value", 5},
		{"&description=%FF", "[description] wrong value", 5},
		{"&description=a%00b", "[description] wrong value", 5},
		{"&phone=123456", "[phone] wrong value", 5},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char body[512] = REGISTER;
		strcat(body, rows[i].more);
		assert_int_equal(refusal_code("rest/register.do", body, rows[i].message), rows[i].code);
	}
}

static void amounts_are_digits(void **state)
{
	(void)state;
	static const char *const wrong[] = {"-1", "1.0", "%2B1", "1e3", "1234567890123", "+1", "0x10", "%D9%A1"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char body[256] = LOGIN "&orderId=1&amount=";
		strcat(body, wrong[i]);
		assert_int_equal(refusal_code("rest/refund.do", body, "[amount] wrong value"), 5);
	}
	assert_int_equal(refusal_code("rest/refund.do", LOGIN "&orderId=1&amount=999999999999", NULL), 0);
}

static void lengths_are_characters(void **state)
{
	(void)state;
	char body[4096] = REGISTER "&description=";
	size_t size = strlen(body);
	for (int i = 0; i < 598; i++, size += 2) {
		memcpy(body + size, "\xD0\xAF", 3);
	}
	assert_int_equal(refusal_code("rest/register.do", body, NULL), 0);
	strcat(body, "a");
	assert_int_equal(refusal_code("rest/register.do", body, "[description] wrong value"), 5);
}

/* Where the editions of the documents differ, the widest bound. */
static void bounds_are_the_widest_documented(void **state)
{
	(void)state;
	static const struct {
		const char *path, *begin, *message;
		int most, code;
	} rows[] = {
		{"rest/register.do", REGISTER "&email=", "[email] wrong value", 254, 5},
		{"rest/registerPreAuth.do", REGISTER "&phone=", "[phone] wrong value", 16, 5},
		{"rest/register.do", REGISTER "&failUrl=", "[failUrl] wrong value", 2048, 4},
		{"rest/register.do", LOGIN "&orderNumber=1&amount=100&returnUrl=", "[returnUrl] wrong value", 2048, 4},
		{"rest/register.do", REGISTER "&dynamicCallbackUrl=", "[dynamicCallbackUrl] wrong value", 512, 5},
		{"rest/paymentorder.do", LOGIN "&MDORDER=1&TEXT=A&email=", "[email] wrong value", 254, 5},
		{"rest/motoPayment.do", LOGIN "&amount=1&returnUrl=https://a/&pan=4444555511113333&expiry=203012&cardholder=",
			"[cardholder] wrong value", 150, 5},
		{"rest/instantPayment.do",
			LOGIN "&amount=1&returnUrl=https://a/&cardholderName=", "[cardholderName] wrong value", 150, 5},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char body[4096];
		int size = snprintf(body, sizeof body, "%s", rows[i].begin);
		memset(body + size, 'x', (size_t)rows[i].most + 1);
		body[size + rows[i].most + 1] = '\0';
		assert_int_equal(refusal_code(rows[i].path, body, rows[i].message), rows[i].code);
		body[size + rows[i].most] = '\0';
		assert_int_equal(refusal_code(rows[i].path, body, NULL), 0);
	}
}

static int read_features(const char *body, unsigned *features)
{
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_form form;
	struct sandbox_fault fault;
	assert_true(sandbox_form_parse(&form, body, strlen(body)));
	bool right = sandbox_features_read(&form, &settings, features, &fault);
	sandbox_form_free(&form);
	return right ? 0 : fault.code;
}

static void features_must_be_known_and_agree(void **state)
{
	(void)state;
	unsigned features;
	assert_int_equal(read_features("features=VERIFY&features=FORCE_TDS", &features), 0);
	assert_int_equal(features, SANDBOX_FEATURE_VERIFY | SANDBOX_FEATURE_FORCE_TDS);
	assert_int_equal(read_features("features=VERIFY;FORCE_TDS", &features), 14);
	assert_int_equal(read_features("features=verify", &features), 14);
	assert_int_equal(read_features("features=AUTO_PAYMENT&features=FORCE_SSL", &features), 13);
	assert_int_equal(read_features("features=FORCE_CREATE_BINDING", &features), 5);
	assert_int_equal(read_features("features=FORCE_CREATE_BINDING&clientId=1", &features), 0);
}

int sandbox_check_parameters(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_right_registration_passes),
		cmocka_unit_test(paths_are_exact),
		cmocka_unit_test(unknown_and_repeated_names_are_refused),
		cmocka_unit_test(a_card_number_is_never_repeated),
		cmocka_unit_test(missing_parameters_have_the_code_of_their_method),
		cmocka_unit_test(wrong_values_are_named),
		cmocka_unit_test(amounts_are_digits),
		cmocka_unit_test(lengths_are_characters),
		cmocka_unit_test(bounds_are_the_widest_documented),
		cmocka_unit_test(features_must_be_known_and_agree),
	};
	return cmocka_run_group_tests_name("parameters", tests, NULL, NULL);
}
