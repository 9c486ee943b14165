/* URLs of the shop. */
#include "check.h"

#include "model/currency.h"
#include "model/json_params.h"
#include "base/url.h"

#include <stdlib.h>

static void check_return(const char *url, const char *expected)
{
	char *result = sandbox_url_return("http://gw/payment/", url, "ID", "en");
	assert_string_equal(result, expected);
	free(result);
}

static void the_return_url_gets_its_query(void **state)
{
	(void)state;
	check_return("https://shop/x", "https://shop/x?orderId=ID&lang=en");
	check_return("https://shop/x?", "https://shop/x?orderId=ID&lang=en");
	check_return("https://shop/x?a=1", "https://shop/x?a=1&orderId=ID&lang=en");
	check_return("https://shop/x?a=1&", "https://shop/x?a=1&orderId=ID&lang=en");
	check_return("https://shop/x#f?g", "https://shop/x?orderId=ID&lang=en#f?g");
	check_return("shop.example", "http://gw/payment/shop.example?orderId=ID&lang=en");
}

static void relative_urls_are_invalid(void **state)
{
	(void)state;
	assert_true(sandbox_url_valid("https://shop/x"));
	assert_true(sandbox_url_valid("shop.example/x"));
	assert_false(sandbox_url_valid("/x"));
	assert_false(sandbox_url_valid("../x"));
	assert_false(sandbox_url_valid("https://shop/a b"));
	assert_false(sandbox_url_valid("https://shop/\r\nX: y"));
}

static void currencies_are_known_by_number(void **state)
{
	(void)state;
	static const char *const right[] = {"008", "012", "051", "398", "643", "810", "978", "990"};
	static const char *const wrong[] = {"", "8", "000", "999", "RUB", "43 ", " 64", "6430"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
		assert_true(sandbox_currency_known(right[i]));
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(sandbox_currency_known(wrong[i]));
	}
}

static void json_params_are_merged_and_listed(void **state)
{
	(void)state;
	char *merged = sandbox_json_params_merge("{\"a\":\"1\",\"b\":\"2\"}", "{\"b\":\"3\",\"c\":4}");
	struct json_object *list = sandbox_json_params_list(merged);
	assert_string_equal(json_object_to_json_string_ext(list, JSON_C_TO_STRING_PLAIN),
		"[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"3\"},{\"name\":\"c\",\"value\":\"4\"}]");
	json_object_put(list);
	free(merged);
	assert_int_equal(sandbox_json_params_integer("{\"eci\":\"02\"}", "eci"), 2);
	assert_int_equal(sandbox_json_params_integer("{\"eci\":\"x\"}", "eci"), -1);
	assert_int_equal(sandbox_json_params_integer("{\"eci\":null}", "eci"), -1);
	assert_int_equal(sandbox_json_params_integer(NULL, "eci"), -1);
}

int sandbox_check_urls(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_return_url_gets_its_query),
		cmocka_unit_test(relative_urls_are_invalid),
		cmocka_unit_test(currencies_are_known_by_number),
		cmocka_unit_test(json_params_are_merged_and_listed),
	};
	return cmocka_run_group_tests_name("urls, currencies, jsonParams", tests, NULL, NULL);
}
