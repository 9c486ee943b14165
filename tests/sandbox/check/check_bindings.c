/* Stored cards: who makes one, whose it is, when it pays, what may be done to it. Now is November 2026. */
#include "bench.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VISA       "4444555511113333"
#define MASTERCARD "5555555555555599"
#define MONTH      (31 * 86400)

static int pay_by_card(struct bench *bench, const char *id, const char *pan, const char *expiry, const char *more)
{
	return bench_form(
		bench, "rest/paymentorder.do", "MDORDER=%s&$PAN=%s&$CVC=123&$EXPIRY=%s&TEXT=A+B%s", id, pan, expiry, more);
}

static int pay_by_binding(struct bench *bench, const char *id, const char *binding, const char *more)
{
	return bench_form(bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s%s", id, binding, more);
}

/* The order's bindingId into binding; empty if it has none. */
static void read_binding(struct bench *bench, const char *order, char binding[UUID_SIZE])
{
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", order), 0);
	const char *id = bench_text(bench, "bindingInfo.bindingId");
	snprintf(binding, UUID_SIZE, "%s", id ? id : "");
}

/* A binding made by a payment of that client, whom no bank asks. */
static void store_card(
	struct bench *bench, const char *client, const char *pan, const char *expiry, char binding[UUID_SIZE])
{
	char id[UUID_SIZE], more[64];
	snprintf(more, sizeof more, "&clientId=%s&features=FORCE_SSL", client);
	bench_register(bench, "register", 100, more, id);
	assert_int_equal(pay_by_card(bench, id, pan, expiry, ""), 0);
	read_binding(bench, id, binding);
	assert_int_equal(strlen(binding), UUID_SIZE - 1);
}

static void order_of(struct bench *bench, const char *client, char id[UUID_SIZE])
{
	char more[64];
	snprintf(more, sizeof more, "&clientId=%s", client);
	bench_register(bench, "register", 100, more, id);
}

static size_t count_bindings(struct bench *bench, const char *format, const char *client)
{
	char body[128];
	snprintf(body, sizeof body, format, client);
	int code = bench_form(bench, "rest/getBindings.do", "%s", body);
	if (code == 2) {
		assert_null(bench_member(bench, "bindings"));
		return 0;
	}
	assert_int_equal(code, 0);
	return json_object_array_length(bench_member(bench, "bindings"));
}

static void a_successful_payment_of_a_client_stores_the_card(void **state)
{
	(void)state;
	static const struct {
		const char *method, *more, *payment;
		int code;
		bool stored;
	} rows[] = {
		{"register", "&clientId=c", "", 0, true},
		{"registerPreAuth", "&clientId=c", "", 0, true},
		{"register", "", "", 0, false},
		{"register", "&clientId=c", "&bindingNotNeeded=true", 0, false},
		{"register", "&clientId=c", "&bindingNotNeeded=false", 0, true},
		{"register", "&clientId=c&features=BINDING_NOT_NEEDED", "", 0, false},
		{"register", "&clientId=c&features=FORCE_CREATE_BINDING", "", 0, true},
		{"register", "&clientId=c&features=FORCE_CREATE_BINDING", "&bindingNotNeeded=true", 5, false},
		{"register", "&clientId=c", "&tii=CI", 0, true},
		{"register", "&clientId=c", "&tii=", 0, true},
		{"register", "&clientId=c", "&tii=I", 0, false},
		{"register", "&clientId=c", "&tii=U", 0, true}, /* without the original payment: a regular one */
		{"register", "&clientId=c", "&tii=U&originalPaymentNetRefNum=1&originalPaymentDate=1", 0, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		char id[UUID_SIZE], binding[UUID_SIZE];
		bench_open(&bench);
		bench_register(&bench, rows[i].method, 100, rows[i].more, id);
		assert_int_equal(pay_by_card(&bench, id, VISA, "202612", rows[i].payment), rows[i].code);
		assert_null(bench_member(&bench, "bindingId")); /* of a payment the status names it */
		read_binding(&bench, id, binding);
		assert_int_equal(binding[0] != '\0', rows[i].stored);
		assert_int_equal(count_bindings(&bench, "clientId=%s", "c"), rows[i].stored);
		bench_close(&bench);
	}
}

static void a_declined_payment_stores_nothing(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	order_of(&bench, "c", id);
	assert_int_equal(pay_by_card(&bench, id, "4444444444446666", "201912", ""), 0);
	assert_non_null(bench_member(&bench, "error"));
	assert_int_equal(count_bindings(&bench, "clientId=%s", "c"), 0);
	bench_close(&bench);
}

static void a_card_is_stored_once_per_client_and_type(void **state)
{
	(void)state;
	struct bench bench;
	char first[UUID_SIZE], again[UUID_SIZE], other[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", first);
	store_card(&bench, "c", VISA, "202801", again);
	assert_string_equal(first, again);
	assert_int_equal(count_bindings(&bench, "clientId=%s", "c"), 1);
	assert_string_equal(bench_text(&bench, "bindings.0.expiryDate"), "202801");
	store_card(&bench, "d", VISA, "202612", other);
	assert_string_not_equal(first, other);
	store_card(&bench, "c", MASTERCARD, "203412", other);
	static const char *const types[] = {"&tii=RI", "&tii=II", "&tii=RI"};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		order_of(&bench, "c", id);
		assert_int_equal(pay_by_card(&bench, id, VISA, "202612", types[i]), 0);
	}
	assert_int_equal(count_bindings(&bench, "clientId=%s", "c"), 4);
	assert_int_equal(count_bindings(&bench, "clientId=%s&bindingType=C", "c"), 2);
	assert_int_equal(count_bindings(&bench, "clientId=%s&bindingType=R", "c"), 1);
	assert_string_equal(bench_text(&bench, "bindings.0.bindingCategory"), "RECURRENT");
	assert_int_equal(count_bindings(&bench, "clientId=%s&bindingType=I", "c"), 1);
	/* What was given up does not come back by itself. */
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", first), 0);
	store_card(&bench, "c", VISA, "202612", again);
	assert_string_not_equal(first, again);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", first), 2);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", again), 0);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", first), 0);
	bench_close(&bench);
}

static void verification_charges_nothing_and_stores_the_card(void **state)
{
	(void)state;
	static const char *const features[] = {"&features=VERIFY", "&features=VERIFY&features=FORCE_CREATE_BINDING"};
	struct bench bench;
	char id[UUID_SIZE], more[128], binding[UUID_SIZE], answered[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
		snprintf(more, sizeof more, "&clientId=c%zu%s", i, features[i]);
		bench_register(&bench, "register", 0, more, id);
		assert_int_equal(pay_by_card(&bench, id, VISA, "202612", ""), 0);
		assert_non_null(bench_text(&bench, "bindingId"));
		snprintf(answered, sizeof answered, "%s", bench_text(&bench, "bindingId"));
		read_binding(&bench, id, binding);
		assert_string_equal(answered, binding);
		bench_expect(&bench, id, 3, 0, 0, 0);
	}
	bench_register(&bench, "register", 0, "&features=VERIFY", id);
	assert_int_equal(pay_by_card(&bench, id, VISA, "202612", ""), 0);
	assert_null(bench_text(&bench, "bindingId"));
	bench_expect(&bench, id, 3, 0, 0, 0);
	bench_close(&bench);
}

static void forced_storing_has_rules(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{"&clientId=c", 0},
		{"", 5},
		{"&clientId=", 5},
		{"&clientId=c&bindingId=00000000-0000-4000-8000-000000000000", 5},
		{"&clientId=c&features=BINDING_NOT_NEEDED", 5},
	};
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(
			bench_form(&bench, "rest/register.do",
				"orderNumber=f%zu&amount=1&returnUrl=https://a.b/&features=FORCE_CREATE_BINDING%s", i, rows[i].more),
			rows[i].code);
	}
	store_card(&bench, "c", VISA, "202612", binding);
	bench_register(&bench, "register", 1, "&clientId=c&features=FORCE_CREATE_BINDING", id);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=F"), 5);
	bench_set(&bench, "forceCreateBinding", "0");
	assert_int_equal(bench_form(&bench, "rest/register.do",
						 "orderNumber=g&amount=1&returnUrl=https://a.b/&clientId=c&features=FORCE_CREATE_BINDING"),
		13);
	bench_close(&bench);
}

static void a_binding_pays_the_orders_of_its_client(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	order_of(&bench, "c", id);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 0);
	assert_null(bench_member(&bench, "error"));
	assert_string_equal(bench_text(&bench, "bindingId"), binding);
	bench_expect(&bench, id, 2, 100, 100, 0);
	assert_string_equal(bench_text(&bench, "paymentWay"), "CARD_BINDING");
	assert_string_equal(bench_text(&bench, "bindingInfo.bindingId"), binding);
	assert_string_equal(bench_text(&bench, "bindingInfo.clientId"), "c");
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 7);
	bench_register(&bench, "registerPreAuth", 100, "&clientId=c", id);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 5); /* one-phase only */
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=F&cvc=123"), 0);
	bench_expect(&bench, id, 1, 100, 0, 0);
	bench_close(&bench);
}

static void what_a_payment_by_binding_needs(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	order_of(&bench, "c", id);
	const struct {
		const char *body;
		int code;
	} rows[] = {
		{"&tii=F&cvc=12", 1},
		{"&tii=F&cvc=12x", 1},
		{"", 1},
		{"&tii=RI", 5},
		{"&tii=R&cvc=123", 5},
		{"&tii=I", 2}, /* a common binding */
		{"&tii=CI", 5},
		{"&tii=U&cvc=123", 5},
		{"&tii=F&seToken=x", 5},
		{"&tii=F&ip=", 5},
		{"&tii=F&unknown=1", 5},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(pay_by_binding(&bench, id, binding, rows[i].body), rows[i].code);
	}
	assert_int_equal(bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&tii=F", id), 1);
	assert_int_equal(bench_form(&bench, "rest/paymentOrderBinding.do", "bindingId=%s&tii=F", binding), 1);
	assert_int_equal(pay_by_binding(&bench, "nothing", binding, "&tii=F"), 6);
	bench_set(&bench, "bindingWithoutCvc", "0");
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=F"), 1);
	bench_expect(&bench, id, 0, 0, 0, 0);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=F&cvc=999"), 0);
	assert_string_equal(bench_text(&bench, "bindingId"), binding);
	bench_expect(&bench, id, 6, 0, 0, 0);
	assert_string_equal(bench_text(&bench, "actionCode"), "71015");
	assert_null(bench_member(&bench, "bindingInfo"));
	bench_register(&bench, "register", 100, "&clientId=c&features=AUTO_PAYMENT", id);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=F"), 0);
	bench_expect(&bench, id, 2, 100, 100, 0);
	bench_close(&bench);
}

/* All of these are answered alike, and none of them charges. */
static void no_other_s_binding_pays(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], nobody_s[UUID_SIZE], mine[UUID_SIZE], foreign[UUID_SIZE], off[UUID_SIZE], first[512];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", mine);
	store_card(&bench, "d", VISA, "202612", foreign);
	store_card(&bench, "c", MASTERCARD, "203412", off);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", off), 0);
	order_of(&bench, "c", id);
	const char *const wrong[] = {"00000000-0000-4000-8000-000000000000", foreign, off, "'", "%25"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(pay_by_binding(&bench, id, wrong[i], "&tii=U"), 2);
		const char *text = json_object_to_json_string(bench.reply.json);
		if (i == 0) {
			snprintf(first, sizeof first, "%s", text);
		}
		assert_string_equal(text, first);
		assert_int_equal(bench_form(&bench, "rest/register.do",
							 "orderNumber=w%zu&amount=1&returnUrl=https://a.b/&clientId=c&bindingId=%s", i, wrong[i]),
			5);
		assert_string_equal(bench_text(&bench, "errorMessage"), "[bindingId] wrong value");
	}
	bench_expect(&bench, id, 0, 0, 0, 0);
	bench_register(&bench, "register", 100, "", nobody_s);
	assert_int_equal(pay_by_binding(&bench, nobody_s, mine, "&tii=U"), 5);
	assert_string_equal(bench_text(&bench, "errorMessage"), "[clientId] is empty");
	assert_int_equal(
		bench_form(&bench, "rest/register.do", "orderNumber=w&amount=1&returnUrl=https://a.b/&bindingId=%s", mine), 5);
	bench_close(&bench);
}

static void an_expired_binding_never_pays(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "sessionTimeoutSecs", "99999999");
	bench_set(&bench, "utcOffsetMinutes", "180");
	store_card(&bench, "c", VISA, "202612", binding);
	/* To the last minute of December in Moscow, which is three hours ahead. */
	bench_wait((40 * 24 + 8) * 3600 + 59 * 60);
	order_of(&bench, "c", id);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 0);
	order_of(&bench, "c", id);
	bench_wait(61);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 2);
	bench_expect(&bench, id, 0, 0, 0, 0);
	assert_int_equal(count_bindings(&bench, "clientId=%s", "c"), 0);
	assert_int_equal(count_bindings(&bench, "clientId=%s&showExpired=true", "c"), 1);
	static const struct {
		const char *expiry;
		int code;
	} rows[] = {
		{"203013", 1},
		{"203000", 1},
		{"20301", 1},
		{"2030xx", 1},
		{"", 1},
		{"202612", 1},
		{"202512", 1},
		{"203001", 0},
		{"203001", 0},
		{"202912", 1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(bench_form(&bench, "rest/extendBinding.do", "bindingId=%s&newExpiry=%s&language=en", binding,
							 rows[i].expiry),
			rows[i].code);
	}
	assert_int_equal(bench_form(&bench, "rest/extendBinding.do", "bindingId=x&newExpiry=203001&language=en"), 2);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 0);
	bench_expect(&bench, id, 2, 100, 100, 0);
	assert_string_equal(bench_text(&bench, "cardAuthInfo.expiration"), "203001");
	bench_close(&bench);
}

static void an_order_of_a_binding_is_paid_by_nothing_else(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE], other[UUID_SIZE], more[128];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	store_card(&bench, "c", MASTERCARD, "203412", other);
	snprintf(more, sizeof more, "&clientId=c&bindingId=%s", binding);
	bench_register(&bench, "register", 100, more, id);
	assert_int_equal(pay_by_card(&bench, id, VISA, "202612", ""), 5);
	assert_int_equal(pay_by_binding(&bench, id, other, "&tii=F"), 2);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=F"), 2);
	bench_expect(&bench, id, 0, 0, 0, 0);
	assert_null(bench_member(&bench, "bindingInfo"));
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=F"), 0);
	bench_expect(&bench, id, 2, 100, 100, 0);
	bench_close(&bench);
}

static void a_binding_is_switched_off_and_on(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", binding), 2);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 2);
	assert_int_equal(
		bench_form(&bench, "rest/extendBinding.do", "bindingId=%s&newExpiry=203001&language=en", binding), 2);
	assert_int_equal(count_bindings(&bench, "clientId=%s", "c"), 0);
	assert_int_equal(bench_json(&bench, "getBindings.do", "\"clientId\":\"c\""), 2);
	assert_int_equal(bench_json(&bench, "getBindings.do", "\"clientId\":\"c\",\"showInactive\":true"), 0);
	assert_string_equal(bench_text(&bench, "bindings.0.bindingStatus"), "0");
	assert_int_equal(bench_json(&bench, "bindCard.do", "\"bindingId\":\"%s\"", binding), 0);
	assert_int_equal(bench_json(&bench, "unbindCard.do", "\"bindingId\":\"%s\",\"language\":\"ru\"", binding), 0);
	assert_int_equal(bench_json(&bench, "unbindCard.do", "\"bindingId\":\"%s\"", binding), 2);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "%s", ""), 1);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=x"), 2);
	bench_close(&bench);
}

static void a_card_s_bindings_are_found_by_number_or_id(void **state)
{
	(void)state;
	static const char path[] = "rest/getBindingsByCardOrId.do";
	struct bench bench;
	char of_c[UUID_SIZE], of_d[UUID_SIZE], other[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", of_c);
	store_card(&bench, "d", VISA, "202612", of_d);
	store_card(&bench, "c", MASTERCARD, "203412", other);
	assert_int_equal(bench_form(&bench, path, "pan=" VISA), 0);
	assert_int_equal(json_object_array_length(bench_member(&bench, "bindings")), 2);
	assert_string_equal(bench_text(&bench, "bindings.0.bindingId"), of_c);
	assert_string_equal(bench_text(&bench, "bindings.1.clientId"), "d");
	assert_string_equal(bench_text(&bench, "bindings.1.maskedPan"), "444455**3333");
	assert_null(bench_member(&bench, "bindings.0.bindingCategory"));
	assert_int_equal(bench_form(&bench, path, "bindingId=%s", of_d), 0);
	assert_int_equal(json_object_array_length(bench_member(&bench, "bindings")), 2);
	assert_int_equal(bench_form(&bench, path, "pan=" VISA "&bindingId=%s", other), 0);
	assert_string_equal(bench_text(&bench, "bindings.0.bindingId"), of_c);
	assert_int_equal(bench_form(&bench, path, "%s", ""), 1);
	assert_int_equal(bench_form(&bench, path, "bindingId=x"), 2);
	assert_int_equal(bench_form(&bench, path, "pan=4111111111111111"), 2);
	assert_int_equal(bench_form(&bench, path, "pan=4111"), 5);
	assert_int_equal(bench_json(&bench, "getBindingsByCardOrId.do", "\"pan\":\"" VISA "\""), 0);
	assert_string_equal(bench_text(&bench, "bindings.0.bindingStatus"), "1");
	bench_wait(2 * MONTH);
	assert_int_equal(bench_form(&bench, path, "pan=" VISA), 2);
	assert_int_equal(bench_form(&bench, path, "pan=" VISA "&showExpired=true"), 0);
	bench_close(&bench);
}

#define OTHER "userName=other&password=test_user_password&"

/* Somebody else with the same password. */
static void add_other_merchant(struct bench *bench)
{
	struct sandbox_store *store = bench->gateway.store;
	struct sandbox_merchant merchant = *sandbox_store_merchant_by_name(store, "test_user");
	strcpy(merchant.user_name, "other");
	assert_true(sandbox_store_begin(store));
	assert_true(sandbox_store_merchant_save(store, &merchant));
	assert_true(sandbox_store_commit(store));
}

static int ask_as_other(struct bench *bench, const char *path, const char *what, const char *id)
{
	char body[512];
	snprintf(body, sizeof body, OTHER "%s%s", what, id);
	return bench_body(bench, SANDBOX_BASE_CLASSIC, path, body);
}

static void another_merchant_s_bindings_are_out_of_reach(void **state)
{
	(void)state;
	static const struct {
		const char *path, *what; /* before the bindingId */
		int code;
	} rows[] = {
		{"rest/getBindings.do", "clientId=c&bindingId=", 2},
		{"rest/getBindingsByCardOrId.do", "bindingId=", 2},
		{"rest/getBindingsByCardOrId.do", "pan=" VISA "&bindingId=", 2},
		{"rest/unBindCard.do", "bindingId=", 2},
		{"rest/bindCard.do", "bindingId=", 2},
		{"rest/extendBinding.do", "newExpiry=203001&language=en&bindingId=", 2},
		{"rest/register.do", "orderNumber=p&amount=1&returnUrl=https://a.b/&clientId=c&bindingId=", 5},
		{"rest/instantRefund.do", "amount=1&bindingId=", 2},
		{"rest/instantPayment.do", "amount=1&returnUrl=https://a.b/&clientId=c&bindingId=", 2},
		{"rest/instantPayment.do", "amount=1&returnUrl=https://a.b/&clientId=c&tii=U&bindingId=", 2},
	};
	struct bench bench;
	char binding[UUID_SIZE], payment[128];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	add_other_merchant(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(ask_as_other(&bench, rows[i].path, rows[i].what, binding), rows[i].code);
	}
	assert_int_equal(ask_as_other(&bench, "rest/getBindings.do", "clientId=", "c"), 2);
	assert_int_equal(
		ask_as_other(&bench, "rest/register.do", "orderNumber=o&amount=1&returnUrl=https://a.b/&clientId=", "c"), 0);
	snprintf(payment, sizeof payment, "tii=U&mdOrder=%s&bindingId=", bench_text(&bench, "orderId"));
	assert_int_equal(ask_as_other(&bench, "rest/paymentOrderBinding.do", payment, binding), 2);
	assert_int_equal(count_bindings(&bench, "clientId=%s", "c"), 1);
	bench_close(&bench);
}

static void a_binding_may_be_made_without_payment(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		int code;
	} rows[] = {
		{"clientId=c&pan=" VISA "&expiryDate=202612&cardholderName=A", 0},
		{"clientId=c&pan=" VISA "&expiryDate=202701&cardholderName=A", 1}, /* has been created already */
		{"clientId=d&pan=" VISA "&expiryDate=202612&cardholderName=A&bindingStrength=NO_PAYMENT", 0},
		{"clientId=e&pan=" VISA "&expiryDate=202612&cardholderName=A&bindingStrength=SSL", 1},
		{"clientId=e&pan=" VISA "&expiryDate=202612&cardholderName=A&bindingStrength=SSL&additionalParameters={}", 1},
		{"clientId=e&pan=" VISA "&expiryDate=202612&cardholderName=A&bindingStrength=SSL&additionalParameters="
		 "{\"initNetworkReferenceNumber\":\"1\",\"networkReferenceNumber\":\"2\"}",
			0},
		{"clientId=f&pan=" VISA "&expiryDate=202612&cardholderName=A&bindingStrength=FULL", 5},
		{"clientId=&pan=" VISA "&expiryDate=202612&cardholderName=A", 1},
		{"clientId=f&pan=4444555511113334&expiryDate=202612&cardholderName=A", 1},
		{"clientId=f&pan=" VISA "&expiryDate=202613&cardholderName=A", 1},
		{"clientId=f&pan=" VISA "&expiryDate=202610&cardholderName=A", 1},
		{"clientId=f&pan=" VISA "&expiryDate=202612&cardholderName=", 1},
		{"clientId=g&pan=" VISA "&expiryDate=202612&cardholderName=ABCDEFGHIJKLMNOPQRSTUVWXYZA", 0},
		{"clientId=f&pan=" VISA "&expiryDate=202612", 1},
		{"clientId=f&pan=4000000000000002&expiryDate=202612&cardholderName=A", 0}, /* nobody asks the issuer */
	};
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE] = "";
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(bench_form(&bench, "rest/createBindingNoPayment.do", "%s", rows[i].body), rows[i].code);
		assert_int_equal(json_object_get_boolean(bench_member(&bench, "error")), rows[i].code != 0);
		assert_true(json_object_is_type(bench_member(&bench, "errorCode"), json_type_int));
		if (i == 0) {
			snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindingId"));
			assert_string_equal(bench_text(&bench, "maskedPan"), "444455**3333");
			assert_string_equal(bench_text(&bench, "expiryDate"), "202612");
		}
	}
	char unknown[UUID_SIZE];
	snprintf(unknown, sizeof unknown, "%s", bench_text(&bench, "bindingId"));
	order_of(&bench, "c", id);
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 0);
	bench_expect(&bench, id, 2, 100, 100, 0);
	order_of(&bench, "f", id);
	assert_int_equal(pay_by_binding(&bench, id, unknown, "&tii=U"), 0);
	bench_expect(&bench, id, 6, 0, 0, 0);
	assert_string_equal(bench_text(&bench, "actionCode"), "111");
	bench_set(&bench, "createBindingNoPayment", "0");
	assert_int_equal(bench_form(&bench, "rest/createBindingNoPayment.do", "%s", rows[2].body), 5);
	bench_close(&bench);
}

static void without_the_permission_there_are_none(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	order_of(&bench, "c", id);
	bench_set(&bench, "bindings", "0");
	assert_int_equal(pay_by_binding(&bench, id, binding, "&tii=U"), 5);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=c"), 5);
	assert_int_equal(bench_form(&bench, "rest/getBindingsByCardOrId.do", "pan=" VISA), 5);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 5);
	assert_int_equal(bench_form(&bench, "rest/register.do",
						 "orderNumber=x&amount=1&returnUrl=https://a.b/&clientId=c&bindingId=%s", binding),
		5);
	assert_int_equal(pay_by_card(&bench, id, VISA, "202612", ""), 0);
	read_binding(&bench, id, binding);
	assert_string_equal(binding, "");
	bench_close(&bench);
}

static void sberbank_s_dialect_has_them_too(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	order_of(&bench, "c", id);
	assert_int_equal(
		bench_json(&bench, "paymentOrderBinding.do", "\"mdOrder\":\"%s\",\"bindingId\":\"%s\"", id, binding), 1);
	assert_int_equal(bench_json(&bench, "paymentOrderBinding.do",
						 "\"mdOrder\":\"%s\",\"bindingId\":\"%s\",\"ip\":\"1.1.1.1\",\"tii\":\"F\"", id, binding),
		5);
	assert_int_equal(bench_json(&bench, "paymentOrderBinding.do",
						 "\"mdOrder\":\"%s\",\"bindingId\":\"%s\",\"ip\":\"1.1.1.1\"", id, id),
		2);
	assert_int_equal(bench_json(&bench, "paymentOrderBinding.do",
						 "\"mdOrder\":\"%s\",\"bindingId\":\"%s\",\"ip\":\"1.1.1.1\"", id, binding),
		0);
	assert_true(json_object_is_type(bench_member(&bench, "errorCode"), json_type_string));
	assert_null(bench_member(&bench, "bindingId"));
	assert_int_equal(bench_json(&bench, "getOrderStatusExtended.do", "\"orderId\":\"%s\"", id), 0);
	assert_string_equal(bench_text(&bench, "bindingInfo.bindingId"), binding);
	assert_string_equal(bench_text(&bench, "cardAuthInfo.paymentWay"), "CARD_BINDING");
	assert_int_equal(bench_json(&bench, "getBindings.do", "\"clientId\":\"c\""), 0);
	assert_string_equal(bench_text(&bench, "bindings.0.bindingStatus"), "1");
	assert_null(bench_member(&bench, "bindings.0.bindingCategory"));
	bench_close(&bench);
}

static void money_may_go_back_to_a_stored_card(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, "c", VISA, "202612", binding);
	assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=5&bindingId=x"), 2);
	assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=5&bindingId=%s", binding), 0);
	char id[UUID_SIZE];
	snprintf(id, sizeof id, "%s", bench_text(&bench, "orderId"));
	bench_expect(&bench, id, 4, 0, 0, 5);
	assert_string_equal(bench_text(&bench, "cardAuthInfo.maskedPan"), "444455**3333");
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=5&bindingId=%s", binding), 2);
	bench_close(&bench);
}

int sandbox_check_bindings(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_successful_payment_of_a_client_stores_the_card),
		cmocka_unit_test(a_declined_payment_stores_nothing),
		cmocka_unit_test(a_card_is_stored_once_per_client_and_type),
		cmocka_unit_test(verification_charges_nothing_and_stores_the_card),
		cmocka_unit_test(forced_storing_has_rules),
		cmocka_unit_test(a_binding_pays_the_orders_of_its_client),
		cmocka_unit_test(what_a_payment_by_binding_needs),
		cmocka_unit_test(no_other_s_binding_pays),
		cmocka_unit_test(an_expired_binding_never_pays),
		cmocka_unit_test(an_order_of_a_binding_is_paid_by_nothing_else),
		cmocka_unit_test(a_binding_is_switched_off_and_on),
		cmocka_unit_test(a_card_s_bindings_are_found_by_number_or_id),
		cmocka_unit_test(another_merchant_s_bindings_are_out_of_reach),
		cmocka_unit_test(a_binding_may_be_made_without_payment),
		cmocka_unit_test(without_the_permission_there_are_none),
		cmocka_unit_test(sberbank_s_dialect_has_them_too),
		cmocka_unit_test(money_may_go_back_to_a_stored_card),
	};
	return cmocka_run_group_tests_name("bindings", tests, NULL, NULL);
}
