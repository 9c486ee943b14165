/* The bounds that Sberbank's current pages of register and refund print: what is just inside, and just outside. */
#include "bench.h"
#include "check.h"

#include "base/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ORDER "{\"orderNumber\":\"%d\",\"amount\":1000,\"returnUrl\":\"https://shop.example/\"}"
#define ITEM(position, amount) \
	"{\"positionId\":\"" position \
	"\",\"itemCode\":\"a\",\"name\":\"Чай\",\"quantity\":{\"value\":1},\"itemPrice\":" amount \
	",\"itemAmount\":" amount ",\"paymentMethod\":\"full_payment\",\"paymentObject\":\"commodity\"," \
	"\"tax\":{\"taxType\":12}}"
/* The second item costs nothing, whatever its quantity. */
#define BUNDLE "{\"cartItems\":{\"items\":[" ITEM("1", "1000") "," ITEM("2", "0") "]}}"

enum place { AT_TOP, IN_BUNDLE, IN_ITEM };

/* One member of the order, of its bundle, or of the bundle's second item. */
struct bound {
	enum place place;
	const char *name;
	/* Texts of least to most units, after begin, and around them before and after; or, without a unit, JSON lists. */
	const char *unit, *begin;
	size_t least, most;
	const char *before, *after;
	const char *inside, *outside;
};

/* clang-format off: one row a line */
#define TEXTS(place, name, unit, least, most) \
	{ \
		place, name, unit, "", least, most, "\"", "\"", NULL, NULL \
	}
#define URLS(name, least, most) \
	{ \
		AT_TOP, name, "x", "https://", least, most, "\"", "\"", NULL, NULL \
	}
#define NESTED(place, name, unit, least, most, before, after) \
	{ \
		place, name, unit, "", least, most, before "\"", "\"" after, NULL, NULL \
	}
#define VALUES(place, name, inside, outside) \
	{ \
		place, name, NULL, NULL, 0, 0, NULL, NULL, inside, outside \
	}
#define OPERATING "{\"name\":\"0\",\"value\":\"v\",\"timestamp\":"
#define SECTORAL  "[{\"federalId\":\"030\",\"date\":\"2026-11-21\",\"number\":\"1\",\"value\":"

static const struct bound bounds[] = {
	TEXTS(AT_TOP, "orderNumber", "№", 1, 36),
	URLS("returnUrl", 12, 2048),
	URLS("failUrl", 12, 2048),
	URLS("dynamicCallbackUrl", 12, 512),
	VALUES(AT_TOP, "dynamicCallbackUrl", "[\"https://a.example/?b=c\"]",
		"[\"http://a.example/?b=c\",\"a.example/?b=c&d=e\",1]"),
	TEXTS(AT_TOP, "description", "Ё", 1, 512),
	TEXTS(AT_TOP, "email", "x", 3, 128),
	TEXTS(AT_TOP, "phone", "7", 7, 15),
	VALUES(AT_TOP, "phone", "[\"+1234567\",\"+123456789012345\"]",
		"[\"+123456\",\"+1234567890123456\",\"1-2-3-4-5-6-7\"]"),
	VALUES(AT_TOP, "sessionTimeoutSecs", "[1,999999999]", "[1000000000,\"600\"]"),
	VALUES(AT_TOP, "jsonParams", "[{\"a\":1,\"b\":true,\"c\":[1],\"d\":{\"e\":\"f\"},\"pdAgreement\":true}]",
		"[{\"a\":null},[],\"{}\"]"),
	VALUES(IN_BUNDLE, "receiptType", "[\"SELL\",\"SELL_REFUND\",\"sell\",\"sell_refund\"]",
		"[\"Sell\",\"BUY\",\"SELL_CORRECTION\",1]"),
	VALUES(IN_BUNDLE, "ffdVersion", "[\"1.05\",\"1.2\"]", "[\"1.1\",1.2]"),
	VALUES(IN_BUNDLE, "ismOptional", "[true,false]", "[\"true\",1]"),
	VALUES(IN_BUNDLE, "installments", "[{\"productType\":\"INSTALLMENT\",\"productID\":\"1\",\"rightTerms\":[3,6,9]}]",
		"[{\"productType\":\"LOAN\"},{\"rightTerms\":[\"3\"]}]"),
	VALUES(IN_BUNDLE, "total", "[0,1000,4294967200]", "[4294967201,-1,\"1000\"]"),
	TEXTS(IN_BUNDLE, "cashier", "Ж", 1, 64),
	TEXTS(IN_BUNDLE, "cashierInn", "7", 1, 12),
	VALUES(IN_BUNDLE, "cashierInn", "[\"500100732259\"]", "[\"50010073225x\",500100732259]"),
	NESTED(IN_BUNDLE, "additionalUserProps", "Ж", 1, 64, "{\"value\":\"v\",\"name\":", "}"),
	NESTED(IN_BUNDLE, "additionalUserProps", "Ж", 1, 256, "{\"name\":\"n\",\"value\":", "}"),
	TEXTS(IN_BUNDLE, "additionalCheckProps", "Ж", 1, 16),
	NESTED(IN_BUNDLE, "operatingCheckProps", "Ж", 0, 40,
		"{\"value\":\"v\",\"timestamp\":\"21.11.2026 23:59:59\",\"name\":", "}"),
	NESTED(IN_BUNDLE, "operatingCheckProps", "Ж", 1, 64,
		"{\"name\":\"0\",\"timestamp\":\"21.11.2026 23:59:59\",\"value\":", "}"),
	NESTED(IN_BUNDLE, "operatingCheckProps", "7", 19, 20, OPERATING, "}"),
	NESTED(IN_BUNDLE, "sectoralCheckProps", "Ж", 1, 256, SECTORAL, "}]"),
	NESTED(IN_BUNDLE, "sectoralCheckProps", "7", 1, 10,
		"[{\"federalId\":\"030\",\"number\":\"1\",\"value\":\"v\",\"date\":", "}]"),
	VALUES(IN_BUNDLE, "payments", "[[{\"type\":1,\"sum\":1000}],[{\"type\":4,\"sum\":4294967200}]]",
		"[[{\"type\":0,\"sum\":1}],[{\"type\":5,\"sum\":1}],[{\"type\":1,\"sum\":4294967201}],[{\"type\":1}]]"),
	TEXTS(IN_ITEM, "positionId", "7", 1, 12),
	TEXTS(IN_ITEM, "name", "Ж", 1, 128),
	TEXTS(IN_ITEM, "itemCode", "Ж", 1, 100),
	VALUES(IN_ITEM, "quantity",
		"[{\"value\":0},{\"value\":0.001},{\"value\":99999.999},{\"value\":1,\"measure\":\"255\"}]",
		"[{\"value\":100000},{\"value\":0.0001},{\"value\":-1},{\"value\":1,\"measure\":\"1\"},{\"value\":1,"
		"\"measure\":0}]"),
	TEXTS(IN_ITEM, "measurementUnit", "ш", 1, 16),
	VALUES(IN_ITEM, "itemPrice", "[0]", "[4294967201,-1]"),
	VALUES(IN_ITEM, "itemAmount", "[0]", "[4294967201,-1]"),
	VALUES(IN_ITEM, "tax",
		"[{\"taxType\":0},{\"taxType\":1},{\"taxType\":2},{\"taxType\":4},{\"taxType\":6},{\"taxType\":7},{\"taxType\":"
		"8},{\"taxType\":9},{\"taxType\":10},{\"taxType\":11},{\"taxType\":12},{\"taxType\":13}]",
		"[{\"taxType\":14},{\"taxType\":-1},{\"taxType\":\"12\"},{}]"),
	VALUES(IN_ITEM, "paymentObject", "[\"commodity\",\"non-operating_gain\",\"intellectual_activity\",\"1\",\"33\"]",
		"[1,\"intellectual_activity_\"]"),
	VALUES(IN_ITEM, "paymentMethod", "[\"credit_payment\"]", "[\"1\"]"),
	TEXTS(IN_ITEM, "nomenclatureCode", "A", 18, 150),
	VALUES(IN_ITEM, "markQuantity", "[{\"markQuantityNumerator\":\"1\",\"markQuantityDenominator\":\"2\"}]",
		"[{\"markQuantityNumerator\":1,\"markQuantityDenominator\":2}]"),
	TEXTS(IN_ITEM, "excise", "7", 1, 10),
	TEXTS(IN_ITEM, "countryCode", "7", 3, 3),
	TEXTS(IN_ITEM, "userData", "Ж", 1, 64),
	NESTED(IN_ITEM, "discount", "7", 1, 20, "{\"discountType\":\"d\",\"discountValue\":", "}"),
	NESTED(IN_ITEM, "discount", "Ж", 1, 20, "{\"discountValue\":\"1\",\"discountType\":", "}"),
	VALUES(IN_ITEM, "discount", "[{\"discountType\":\"d\",\"discountValue\":\"5\"}]",
		"[{\"discountType\":\"d\",\"discountValue\":5}]"),
	NESTED(IN_ITEM, "agentInterest", "7", 1, 20, "{\"interestType\":\"i\",\"interestValue\":", "}"),
	VALUES(IN_ITEM, "agentInfo", "[{\"type\":\"attorney\"},{\"type\":\"another\"}]", "[{\"type\":\"agent\"},{}]"),
};
/* clang-format on */

/* The errorCode of a registration with one value set; without a value the member is left out. */
static int register_with(struct bench *bench, const struct bound *bound, struct json_object *value)
{
	static int number;
	char text[128];
	snprintf(text, sizeof text, ORDER, ++number);
	struct json_object *order = json_tokener_parse(text);
	struct json_object *bundle = bound->place == AT_TOP ? NULL : json_tokener_parse(BUNDLE);
	struct json_object *place = order;
	if (bundle) {
		struct json_object *items = sandbox_json_member(sandbox_json_member(bundle, "cartItems"), "items");
		place = bound->place == IN_BUNDLE ? bundle : json_object_array_get_idx(items, 1);
		json_object_object_add(order, "orderBundle", bundle);
	}
	if (value) {
		json_object_object_add(place, bound->name, value);
	} else {
		json_object_object_del(place, bound->name);
	}
	const char *body = json_object_to_json_string_ext(order, JSON_C_TO_STRING_PLAIN);
	int code = bench_json(bench, "register.do", "%.*s", (int)strlen(body) - 2, body + 1);
	json_object_put(order);
	return code;
}

static void expect_code(struct bench *bench, const struct bound *bound, struct json_object *value, bool inside)
{
	char shown[200];
	snprintf(shown, sizeof shown, "%s", value ? json_object_to_json_string(value) : "nothing");
	int code = register_with(bench, bound, value);
	if ((code == 0) != inside) {
		fail_msg("%s %s: %d %s", bound->name, shown, code, bench_text(bench, "errorMessage"));
	}
	/* Whatever is wrong with the cart has a code of its own. */
	if (!inside && bound->place != AT_TOP) {
		assert_int_equal(code, 8);
	}
}

static void expect_values(struct bench *bench, const struct bound *bound, const char *list, bool inside)
{
	struct json_object *values = json_tokener_parse(list);
	assert_non_null(values);
	for (size_t i = 0; i < json_object_array_length(values); i++) {
		expect_code(bench, bound, json_object_get(json_object_array_get_idx(values, i)), inside);
	}
	json_object_put(values);
}

static void expect_length(struct bench *bench, const struct bound *bound, size_t length, bool inside)
{
	char text[8192];
	int size = snprintf(text, sizeof text, "%s%s", bound->before, bound->begin);
	for (size_t i = strlen(bound->begin); i < length; i++) {
		size += snprintf(text + size, sizeof text - (size_t)size, "%s", bound->unit);
	}
	snprintf(text + size, sizeof text - (size_t)size, "%s", bound->after);
	expect_code(bench, bound, json_tokener_parse(text), inside);
}

static void bounds_are_the_page_s(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
		const struct bound *bound = &bounds[i];
		if (!bound->unit) {
			expect_values(&bench, bound, bound->inside, true);
			expect_values(&bench, bound, bound->outside, false);
			continue;
		}
		expect_length(&bench, bound, bound->least, true);
		expect_length(&bench, bound, bound->most, true);
		expect_length(&bench, bound, bound->most + 1, false);
		if (bound->least > 0) {
			expect_length(&bench, bound, bound->least - 1, false);
		}
	}
	bench_close(&bench);
}

static void only_a_receipt_needs_the_tax(void **state)
{
	(void)state;
	static const struct bound needed[] = {VALUES(IN_ITEM, "positionId", NULL, NULL),
		VALUES(IN_ITEM, "itemCode", NULL, NULL), VALUES(IN_ITEM, "name", NULL, NULL),
		VALUES(IN_ITEM, "quantity", NULL, NULL), VALUES(IN_ITEM, "itemPrice", NULL, NULL),
		VALUES(IN_ITEM, "itemAmount", NULL, NULL)};
	static const struct bound optional[] = {VALUES(IN_ITEM, "tax", NULL, NULL),
		VALUES(IN_ITEM, "paymentMethod", NULL, NULL), VALUES(IN_ITEM, "paymentObject", NULL, NULL)};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		expect_code(&bench, &needed[i], NULL, false);
	}
	for (size_t i = 0; i < sizeof optional / sizeof *optional; i++) {
		expect_code(&bench, &optional[i], NULL, true);
	}
	bench_close(&bench);
}

static void jsonparams_have_99_properties(void **state)
{
	(void)state;
	static const struct bound params = VALUES(AT_TOP, "jsonParams", NULL, NULL);
	struct bench bench;
	bench_open(&bench);
	for (int count = 99; count <= 100; count++) {
		struct json_object *object = json_object_new_object();
		for (int i = 0; i < count; i++) {
			char name[16];
			snprintf(name, sizeof name, "name%d", i);
			json_object_object_add(object, name, json_object_new_int(i));
		}
		expect_code(&bench, &params, object, count == 99);
	}
	assert_string_equal(bench_text(&bench, "errorMessage"), "[jsonParams] has too many members");
	bench_close(&bench);
}

/* What the callbacks of the order will need. */
static void the_callback_address_is_kept(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(bench_json(&bench, "register.do",
						 "\"orderNumber\":\"c\",\"amount\":1,\"returnUrl\":\"https://shop.example/"
						 "\",\"dynamicCallbackUrl\":\"https://c.example/\""),
		0);
	struct sandbox_order order = {.row = 0};
	const char *id = bench_text(&bench, "orderId");
	assert_int_equal(sandbox_store_order_by_id(bench.gateway.store, id, &order), SANDBOX_FOUND);
	struct json_object *kept = json_tokener_parse(order.registration);
	assert_string_equal(sandbox_json_member_text(kept, "dynamicCallbackUrl"), "https://c.example/");
	json_object_put(kept);
	sandbox_order_free(&order);
	bench_close(&bench);
}

int sandbox_check_json_bounds(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bounds_are_the_page_s),
		cmocka_unit_test(only_a_receipt_needs_the_tax),
		cmocka_unit_test(jsonparams_have_99_properties),
		cmocka_unit_test(the_callback_address_is_kept),
	};
	return cmocka_run_group_tests_name("JSON dialect: bounds", tests, NULL, NULL);
}
