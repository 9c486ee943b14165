/* The cart: its sums at registration, and what is captured and refunded of it. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

#define ITEM(position, quantity, more) \
	"{\"positionId\":" position ",\"name\":\"a\",\"quantity\":{\"value\":" quantity ",\"measure\":\"kg\"}," more "}"
#define BUNDLE(items) "{\"cartItems\":{\"items\":[" items "]}}"
#define LIST(items)   "{\"items\":[" items "]}"
#define CART          BUNDLE(ITEM("1", "1.5", "\"itemPrice\":400,\"itemAmount\":600") "," ITEM("2", "2", "\"itemPrice\":200"))

static int register_cart(struct bench *bench, const char *bundle)
{
	static int number;
	return bench_form(bench, "rest/registerPreAuth.do",
		"orderNumber=c%d&amount=1000&returnUrl=https://a/&orderBundle=%s", ++number, bundle);
}

static void sums_must_be_right(void **state)
{
	(void)state;
	static const struct {
		const char *bundle;
		int code;
	} rows[] = {
		{CART, 0},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000")), 0},
		{BUNDLE(ITEM("\"1\"", "\"1\"", "\"itemAmount\":\"1000\"")), 0},
		{BUNDLE(ITEM("1", "3", "\"itemPrice\":333,\"itemAmount\":999") "," ITEM("2", "0.001", "\"itemPrice\":1000")),
			0},
		{BUNDLE(ITEM("1", "0.333", "\"itemPrice\":3003,\"itemAmount\":1000")), 0},
		{BUNDLE(ITEM("1", "0.333", "\"itemPrice\":3003,\"itemAmount\":999")), 8}, /* the sum */
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":999")), 8},
		{BUNDLE(ITEM("1", "2", "\"itemPrice\":499,\"itemAmount\":1000")), 8},
		{BUNDLE(ITEM("1", "1", "\"itemCode\":\"x\"")), 8}, /* neither price nor amount */
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":500") "," ITEM("1", "1", "\"itemAmount\":500")), 8},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000,\"itemCurrency\":840")), 8},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000,\"itemCurrency\":643")), 0},
		{BUNDLE(ITEM("1", "1.0001", "\"itemAmount\":1000")), 8},
		{BUNDLE(ITEM("1", "1e0", "\"itemAmount\":1000")), 8},
		{BUNDLE(ITEM("1", "-1", "\"itemAmount\":1000")), 8},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":-1000")), 8},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000.0")), 8},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000,\"colour\":1")), 8},
		{BUNDLE(ITEM("1", "99999999999999.999", "\"itemPrice\":999999999999999999")), 8},
		{BUNDLE(""), 8},
		{"{\"cartItems\":{}}", 8},
		{"{}", 8},
		{BUNDLE(ITEM("1", "1",
			 "\"itemAmount\":1000,\"tax\":{\"taxType\":6,\"taxSum\":10},\"discount\":{\"discountType\":\"percent\","
			 "\"discountValue\":5},\"agentInterest\":{\"interestType\":\"x\",\"interestValue\":1},"
			 "\"itemAttributes\":{\"attributes\":[{\"name\":\"paymentMethod\",\"value\":\"1\"}]}")),
			0},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000,\"tax\":{\"taxType\":8}")), 0},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000,\"tax\":{\"taxType\":13}")), 0},
		{BUNDLE(ITEM("1", "1", "\"itemAmount\":1000,\"tax\":{\"taxType\":14}")), 8},
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(register_cart(&bench, rows[i].bundle), rows[i].code);
	}
	bench_close(&bench);
}

static void a_fault_names_its_path(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	register_cart(
		&bench, BUNDLE(ITEM("1", "1", "\"itemAmount\":1000,\"itemDetails\":{\"itemDetailsParams\":[{\"name\":1}]}")));
	assert_string_equal(bench_text(&bench, "errorMessage"),
		"[orderBundle.cartItems.items[0].itemDetails.itemDetailsParams[0].name] wrong value");
	register_cart(&bench, "{\"customerDetails\":{\"deliveryInfo\":{\"town\":\"x\"}}}");
	assert_string_equal(
		bench_text(&bench, "errorMessage"), "[orderBundle.customerDetails.deliveryInfo.town] is an unknown parameter");
	bench_close(&bench);
}

static int complete_items(struct bench *bench, const char *method, const char *id, int amount, const char *items)
{
	char path[64];
	snprintf(path, sizeof path, "rest/%s.do", method);
	return bench_form(bench, path, "orderId=%s&amount=%d&%sItems=%s", id, amount, method, items);
}

static void items_are_captured_and_refunded_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "multipleDeposits", "1");
	bench_paid(&bench, "registerPreAuth", 1000, "&orderBundle=" CART, id);
	assert_int_equal(
		complete_items(&bench, "deposit", id, 300, LIST(ITEM("2", "1", "\"itemPrice\":200"))), 5); /* sum */
	assert_int_equal(
		complete_items(&bench, "deposit", id, 200, LIST(ITEM("3", "1", "\"itemPrice\":200"))), 5); /* position */
	assert_int_equal(
		complete_items(&bench, "deposit", id, 600, LIST(ITEM("2", "3", "\"itemPrice\":200"))), 5); /* quantity */
	assert_int_equal(complete_items(&bench, "deposit", id, 200, LIST(ITEM("2", "1", "\"itemPrice\":200"))), 0);
	bench_expect(&bench, id, 8, 1000, 200, 0);
	assert_string_equal(bench_text(&bench, "orderBundle.cartItems.items.1.depositedItemAmount"), "200");
	assert_int_equal(complete_items(&bench, "deposit", id, 400, LIST(ITEM("2", "1.001", "\"itemAmount\":400"))), 5);
	assert_int_equal(complete_items(&bench, "deposit", id, 0,
						 LIST(ITEM("2", "1", "\"itemPrice\":200") "," ITEM("1", "1.5", "\"itemAmount\":600"))),
		0);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(complete_items(&bench, "refund", id, 100, LIST(ITEM("1", "1.501", "\"itemAmount\":100"))), 5);
	assert_int_equal(complete_items(&bench, "refund", id, 300, LIST(ITEM("2", "1.5", "\"itemAmount\":300"))), 0);
	assert_int_equal(complete_items(&bench, "refund", id, 200, LIST(ITEM("2", "1", "\"itemAmount\":200"))), 5);
	bench_expect(&bench, id, 4, 1000, 700, 300);
	bench_close(&bench);
}

static void only_captured_items_are_refunded(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "registerPreAuth", 1000, "&orderBundle=" CART, id);
	assert_int_equal(complete_items(&bench, "deposit", id, 400, LIST(ITEM("2", "2", "\"itemPrice\":200"))), 0);
	assert_int_equal(complete_items(&bench, "refund", id, 400, LIST(ITEM("1", "1", "\"itemPrice\":400"))), 5);
	assert_int_equal(complete_items(&bench, "refund", id, 200, LIST(ITEM("2", "1", "\"itemPrice\":200"))), 0);
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	assert_int_equal(
		complete_items(&bench, "deposit", id, 400, LIST(ITEM("2", "2", "\"itemPrice\":200"))), 5); /* no cart */
	bench_close(&bench);
}

int sandbox_check_cart(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_must_be_right),
		cmocka_unit_test(a_fault_names_its_path),
		cmocka_unit_test(items_are_captured_and_refunded_once),
		cmocka_unit_test(only_captured_items_are_refunded),
	};
	return cmocka_run_group_tests_name("cart", tests, NULL, NULL);
}
