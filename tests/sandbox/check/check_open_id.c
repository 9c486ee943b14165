/* The Open-ID token, which is public: it stands for userName and password in a few methods, and in no other. */
#include "bench.h"
#include "check.h"

#include <stdio.h>
#include <string.h>

#define TOKEN "test_user_token"
#define FORM  "token=" TOKEN "&"
#define PAY   "amount=700&returnUrl=https://shop.example/&pan=4444555511113333&expiry=202612"

static int send_with_token(struct bench *bench, const char *path, const char *body)
{
	return bench_body(bench, SANDBOX_BASE_CLASSIC, path, body);
}

static bool takes_token(const struct sandbox_method *method)
{
	static const char *const paths[] = {"rest/register.do", "rest/registerPreAuth.do", "rest/getOrderStatusExtended.do",
		"rest/instantPayment.do", "rest/motoPayment.do", "installmentPayment.do", "rest/3ds/continue.do",
		"rest/verifyCard.do"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		if (method->dialect == SANDBOX_CLASSIC && strcmp(method->path, paths[i]) == 0) {
			return true;
		}
	}
	return false;
}

static bool is_access_denied(struct bench *bench, int code)
{
	static const char *const names[] = {"errorMessage", "ErrorMessage", "error.message"};
	const char *message = NULL;
	for (size_t i = 0; i < sizeof names / sizeof *names && !message; i++) {
		message = bench_text(bench, names[i]);
	}
	message = message ? message : bench_text(bench, "error");
	return code == 5 && message && strcmp(message, "Access denied") == 0;
}

/* Every method there is: those that take it find something else wrong with such a request. */
static void few_methods_take_it(void **state)
{
	(void)state;
	struct bench bench;
	size_t count = 0;
	bench_open(&bench);
	for (const struct sandbox_method *method = sandbox_method_table; method->path; method++) {
		const char *body = method->object ? "{\"token\":\"" TOKEN "\"}" : "token=" TOKEN;
		int code = bench_body(&bench, method->base, method->path, body);
		assert_int_not_equal(code, 0);
		assert_int_equal(is_access_denied(&bench, code), !takes_token(method));
		count += takes_token(method);
	}
	assert_int_equal(count, 8);
	bench_close(&bench);
}

static void it_stands_for_name_and_password(void **state)
{
	(void)state;
	static const struct {
		const char *path, *parameters;
	} rows[] = {
		{"rest/register.do", "orderNumber=%zu&amount=1&returnUrl=https://shop.example/"},
		{"rest/registerPreAuth.do", "orderNumber=%zu&amount=1&returnUrl=https://shop.example/"},
		{"rest/instantPayment.do", "orderNumber=%zu&" PAY},
		{"rest/motoPayment.do", "orderNumber=%zu&cardholder=A&" PAY},
	};
	static const struct {
		const char *who;
		bool right;
	} callers[] = {
		{"token=" TOKEN, true},
		{"token=" TOKEN "&merchantLogin=test_user", true},
		{"token=" TOKEN "&merchantLogin=other", false},
		{"token=test_user_toke", false},
		{"token=test_user_token%00", false},
		{"token=", false},
		{"token=" TOKEN "&userName=test_user&password=test_user_password", false},
		{"token=" TOKEN "&userName=test_user", false},
		{"token=test_user_password&userName=test_user", false},
		{"userName=test_user&password=" TOKEN, false},
	};
	struct bench bench;
	size_t number = 0;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t j = 0; j < sizeof callers / sizeof *callers; j++) {
			char body[512], parameters[256];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
			snprintf(parameters, sizeof parameters, rows[i].parameters, ++number);
#pragma GCC diagnostic pop
			snprintf(body, sizeof body, "%s&%s", callers[j].who, parameters);
			assert_int_equal(send_with_token(&bench, rows[i].path, body) == 0, callers[j].right);
		}
	}
	bench_close(&bench);
}

/* Order numbers can be guessed. */
static void it_shows_an_order_by_its_id_only(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], body[256];
	bench_open(&bench);
	assert_int_equal(send_with_token(&bench, "rest/instantPayment.do", FORM "orderNumber=7&" PAY), 0);
	snprintf(id, sizeof id, "%s", bench_text(&bench, "orderId"));
	snprintf(body, sizeof body, FORM "orderId=%s", id);
	assert_int_equal(send_with_token(&bench, "rest/getOrderStatusExtended.do", body), 0);
	assert_string_equal(bench_text(&bench, "orderStatus"), "2");
	assert_int_equal(send_with_token(&bench, "rest/getOrderStatusExtended.do", FORM "orderNumber=7"), 5);
	/* It gives nothing back and captures nothing. */
	snprintf(body, sizeof body, FORM "orderId=%s&amount=1", id);
	assert_int_equal(send_with_token(&bench, "rest/refund.do", body), 5);
	assert_int_equal(send_with_token(&bench, "rest/reverse.do", body), 5);
	assert_int_equal(send_with_token(&bench, "rest/deposit.do", body), 5);
	bench_expect(&bench, id, 2, 700, 700, 0);
	bench_close(&bench);
}

static void it_charges_an_installment(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], body[512];
	bench_open(&bench);
	assert_int_equal(send_with_token(&bench, "rest/instantPayment.do",
						 FORM "clientId=c&tii=II&jsonParams={\"installments\":\"3\"}&" PAY),
		0);
	snprintf(id, sizeof id, "%s", bench_text(&bench, "orderId"));
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(body, sizeof body,
		"{\"token\":\"" TOKEN "\",\"orderNumber\":\"i\",\"amount\":70,\"preAuth\":false,\"bindingId\":\"%s\"}",
		bench_text(&bench, "bindingInfo.bindingId"));
	assert_int_equal(send_with_token(&bench, "installmentPayment.do", body), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "2");
	assert_int_equal(send_with_token(&bench, "recurrentPayment.do", body), 5);
	bench_close(&bench);
}

int sandbox_check_open_id(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(few_methods_take_it),
		cmocka_unit_test(it_stands_for_name_and_password),
		cmocka_unit_test(it_shows_an_order_by_its_id_only),
		cmocka_unit_test(it_charges_an_installment),
	};
	return cmocka_run_group_tests_name("open id", tests, NULL, NULL);
}
