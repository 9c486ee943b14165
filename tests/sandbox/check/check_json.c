/* Sberbank's JSON dialect over the same engine. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

#define ORDER "\"orderNumber\":\"%s\",\"amount\":1000,\"returnUrl\":\"https://shop.example/\""
#define CARD  "\"$PAN\":\"4444555511113333\",\"$CVC\":\"123\",\"YYYY\":\"2026\",\"MM\":\"12\""
#define ITEM \
	"{\"positionId\":\"1\",\"itemCode\":\"a\",\"name\":\"Чай №1\",\"quantity\":{\"value\":%s},\"itemPrice\":%d," \
	"\"itemAmount\":%d,\"paymentMethod\":\"full_payment\",\"paymentObject\":\"commodity\",\"tax\":{\"taxType\":6}}"
#define BUNDLE "\"orderBundle\":{\"cartItems\":{\"items\":[" ITEM "]}}"

static void register_and_pay(
	struct bench *bench, const char *method, const char *number, const char *more, char id[UUID_SIZE])
{
	assert_int_equal(bench_json(bench, method, ORDER "%s", number, more), 0);
	assert_string_equal(bench_text(bench, "errorCode"), "0");
	snprintf(id, UUID_SIZE, "%s", bench_text(bench, "orderId"));
	assert_int_equal(bench_json(bench, "paymentOrder.do", "\"MDORDER\":\"%s\"," CARD, id), 0);
}

static void error_codes_are_sberbank_s(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(bench_json(&bench, "registerPreAuth.do", ORDER, "0"), 0);
	snprintf(id, sizeof id, "%s", bench_text(&bench, "orderId"));
	assert_int_equal(bench_json(&bench, "deposit.do", "\"orderId\":\"%s\",\"amount\":0", id), 7);
	register_and_pay(&bench, "registerPreAuth.do", "1", "", id);
	assert_int_equal(bench_json(&bench, "registerPreAuth.do", ORDER, "1"), 1);
	assert_int_equal(bench_json(&bench, "refund.do", "\"orderId\":\"%s\",\"amount\":1", id), 5);
	assert_int_equal(bench_json(&bench, "deposit.do", "\"orderId\":\"%s\",\"amount\":1001", id), 5);
	assert_int_equal(bench_json(&bench, "deposit.do", "\"orderId\":\"%s\",\"amount\":0", id), 0);
	assert_string_equal(bench_text(&bench, "errorCode"), "0");
	assert_int_equal(bench_json(&bench, "deposit.do", "\"orderId\":\"%s\",\"amount\":0", id), 5);
	assert_int_equal(bench_json(&bench, "reverse.do", "\"orderId\":\"%s\"", id), 5);
	assert_int_equal(bench_json(&bench, "decline.do", "\"orderId\":\"%s\"", id), 5);
	assert_int_equal(bench_json(&bench, "paymentOrder.do", "\"MDORDER\":\"%s\"," CARD, id), 5);
	assert_non_null(bench_member(&bench, "error"));
	assert_null(bench_member(&bench, "errorMessage"));
	id[0] = id[0] == '0' ? '1' : '0';
	assert_int_equal(bench_json(&bench, "getOrderStatusExtended.do", "\"orderId\":\"%s\"", id), 6);
	assert_int_equal(bench_json(&bench, "getBindings.do", "\"clientId\":\"1\""), 2);
	bench_close(&bench);
}

static void types_and_patterns_count(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{"", 0},
		{",\"features\":\"FORCE_SSL;FORCE_FULL_TDS\"", 0},
		{",\"features\":\"FORCE_SSL;NONE\"", 14},
		{",\"features\":[\"FORCE_SSL\"]", 14},
		{",\"features\":\"AUTO_PAYMENT;FORCE_SSL\"", 13},
		{",\"currency\":643", 3},
		{",\"currency\":\"643\"", 0},
		{",\"sessionTimeoutSecs\":\"60\"", 5},
		{",\"sessionTimeoutSecs\":60", 0},
		{",\"sessionTimeoutSecs\":1000000000", 5},
		{",\"language\":\"EN\"", 5},
		{",\"phone\":\"+79161234567\"", 0},
		{",\"phone\":\"79161\"", 5},
		{",\"email\":\"a@b.c\"", 0},
		{",\"description\":\"Чай «Ёлка» №1\"", 0},
		{",\"description\":\"日本\"", 5},
		{",\"bindingId\":\"x\"", 5},
		{",\"failUrl\":\"http://a\"", 4},
		{",\"autocompletionDate\":\"2027-01-01T00:00:00\"", 5}, /* of the other registration */
		{",\"autoReverseDate\":\"2027-01-01T00:00:00\"", 5},
		{",\"expirationDate\":\"2027-12-31 23:59:59\"", 0},
		{",\"expirationDate\":\"2027-12-31T23:59:59+03:00\"", 0},
		{",\"expirationDate\":\"2027-12-31\"", 5},
		{",\"jsonParams\":{\"app2app\":true,\"own\":\"x\",\"count\":1}", 0},
		{",\"jsonParams\":{\"app2app\":\"yes\"}", 5},
		{",\"jsonParams\":{\"own\":{}}", 0},
		{",\"jsonParams\":{\"own\":null}", 5},
		{",\"jsonParams\":\"{}\"", 5},
		{",\"jsonParams\":null", 5},
		{",\"ip\":\"127.0.0.1\"", 5},
		{",\"clientId\":\"\"", 5},
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char number[12];
		snprintf(number, sizeof number, "t%zu", i);
		assert_int_equal(bench_json(&bench, "register.do", ORDER "%s", number, rows[i].more), rows[i].code);
	}
	assert_int_equal(bench_json(&bench, "register.do", "\"orderNumber\":\"z\",\"amount\":1000"), 4);
	assert_int_equal(bench_json(&bench, "register.do",
						 "\"orderNumber\":\"z\",\"amount\":\"1000\",\"returnUrl\":\"https://shop.example/\""),
		5);
	bench_close(&bench);
}

static void a_cart_goes_with_each_operation(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], bundle[1024];
	bench_open(&bench);
	snprintf(bundle, sizeof bundle, "," BUNDLE, "2", 450, 900);
	assert_int_equal(bench_json(&bench, "register.do", ORDER "%s", "1", bundle), 8);
	snprintf(bundle, sizeof bundle, "," BUNDLE, "2", 500, 1000);
	register_and_pay(&bench, "registerPreAuth.do", "2", bundle, id);
	assert_int_equal(
		bench_json(&bench, "deposit.do", "\"orderId\":\"%s\",\"amount\":500," BUNDLE, id, "3", 500, 1500), 8);
	assert_int_equal(
		bench_json(&bench, "deposit.do", "\"orderId\":\"%s\",\"amount\":500," BUNDLE, id, "1", 500, 500), 0);
	assert_int_equal(
		bench_json(&bench, "refund.do", "\"orderId\":\"%s\",\"amount\":500," BUNDLE, id, "2", 250, 500), 8);
	assert_int_equal(
		bench_json(&bench, "refund.do", "\"orderId\":\"%s\",\"amount\":500," BUNDLE, id, "1", 500, 500), 0);
	bench_close(&bench);
}

static void operations_are_listed(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	register_and_pay(&bench, "registerPreAuth.do", "1", "", id);
	bench_json(&bench, "deposit.do", "\"orderId\":\"%s\",\"amount\":0", id);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(bench_json(&bench, "refund.do",
							 "\"orderId\":\"%s\",\"amount\":10,\"jsonParams\":{\"externalRefundId\":\"r1\"}", id),
			0);
	}
	assert_int_equal(bench_json(&bench, "refund.do",
						 "\"orderId\":\"%s\",\"amount\":11,\"jsonParams\":{\"externalRefundId\":\"r1\"}", id),
		5);
	assert_int_equal(bench_json(&bench, "getOrderStatusExtended.do", "\"orderId\":\"%s\"", id), 0);
	assert_int_equal(json_object_array_length(bench_member(&bench, "operations")), 3);
	assert_string_equal(bench_text(&bench, "operations.0.type"), "PREAUTHORIZATION");
	assert_string_equal(bench_text(&bench, "operations.1.type"), "COMPLETION");
	assert_string_equal(bench_text(&bench, "operations.2.type"), "REFUND");
	assert_string_equal(bench_text(&bench, "operations.2.externalRefundId"), "r1");
	assert_string_equal(bench_text(&bench, "paymentAmountInfo.depositedAmount"), "990");
	bench_close(&bench);
}

int sandbox_check_json(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(error_codes_are_sberbank_s),
		cmocka_unit_test(types_and_patterns_count),
		cmocka_unit_test(a_cart_goes_with_each_operation),
		cmocka_unit_test(operations_are_listed),
	};
	return cmocka_run_group_tests_name("JSON dialect", tests, NULL, NULL);
}
