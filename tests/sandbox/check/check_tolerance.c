/* What is refused for a strict merchant and tolerated, with a warning, for any other. */
#include "bench.h"
#include "check.h"

#include "base/json.h"

#include <stdio.h>
#include <string.h>

#define NEW                   "orderNumber=1&amount=100&returnUrl=https://shop.example/&"
#define JSON_NEW              "\"orderNumber\":\"1\",\"amount\":100,\"returnUrl\":\"https://shop.example/\","
#define NO_SUCH               "your bank's document has no parameter "
#define EMPTY                 " is empty and taken as not given"
#define IS_NULL               " is null and taken as not given"
#define TEXT                  " your bank's document has a text"
#define INTEGER               " your bank's document has an integer"
#define BOOLEAN               " your bank's document has true or false"
#define DECIMAL               " your bank's document has a number of at most three decimals"
#define DATE                  " your bank's document has yyyy-MM-ddTHH:mm:ss"
#define ITEM                  "[orderBundle.cartItems.items[0]"
#define NAMED                 "\"positionId\":1,\"name\":\"a\""
#define ONE                   NAMED ",\"quantity\":{\"value\":1,\"measure\":\"0\"}"
#define CART(rest, item)      "orderBundle={" rest "\"cartItems\":{\"items\":[{" item "}]}}"
#define DATED(date)           CART("\"orderCreationDate\":" date ",", ONE ",\"itemAmount\":100")
#define JSON_ONE              "\"name\":\"a\",\"itemCode\":\"c\",\"quantity\":{\"value\":1},\"itemPrice\":100,\"itemAmount\":100"
#define JSON_CART(rest, item) "\"orderBundle\":{" rest "\"cartItems\":{\"items\":[{" item "}]}}"

/* One request in both settings. Its errorCode is 0 if it is tolerated. */
struct pair {
	enum sandbox_base base;
	bool object;
	const char *path, *body;
	int strict, tolerant;
	const char *warning; /* NULL: none */
};
#define FORM(path, body, strict, tolerant, warning) \
	{ \
		SANDBOX_BASE_CLASSIC, false, path, body, strict, tolerant, warning \
	}
#define JSON(path, body, strict, tolerant, warning) \
	{ \
		SANDBOX_BASE_JSON, true, path, body, strict, tolerant, warning \
	}
#define REGISTER(more, strict, tolerant, warning)      FORM("rest/register.do", NEW more, strict, tolerant, warning)
#define JSON_REGISTER(more, strict, tolerant, warning) JSON("register.do", JSON_NEW more, strict, tolerant, warning)

/* clang-format off: one row a line */
static const struct pair pairs[] = {
	/* unknown parameters and members */
	REGISTER("CMS=Shop", 5, 0, NO_SUCH "CMS: ignored"),
	REGISTER("Module-Version=1", 5, 0, NO_SUCH "Module-Version: ignored"),
	REGISTER("4111111111111111=1", 5, 0, NO_SUCH "?: ignored"),
	REGISTER("orderPayerData[fullName]=A", 5, 0, NO_SUCH "orderPayerData[fullName]: ignored"),
	REGISTER(CART("\"cms\":{},", ONE ",\"itemAmount\":100"), 8, 0, NO_SUCH "orderBundle.cms: ignored"),
	REGISTER(CART("", ONE ",\"itemAmount\":100,\"weight\":5"), 8, 0,
		NO_SUCH "orderBundle.cartItems.items[0].weight: ignored"),
	JSON_REGISTER("\"pageView\":\"MOBILE\"", 5, 0, NO_SUCH "pageView: ignored"),
	JSON_REGISTER(JSON_CART("", "\"positionId\":\"1\",\"weight\":5," JSON_ONE), 8, 0,
		NO_SUCH "orderBundle.cartItems.items[0].weight: ignored"),
	/* empty texts, PHP's empty array, null */
	REGISTER("email=", 5, 0, "[email]" EMPTY),
	REGISTER("currency=", 3, 0, "[currency]" EMPTY),
	REGISTER("bindingId=", 5, 0, "[bindingId]" EMPTY),
	REGISTER("features=", 14, 0, "[features]" EMPTY),
	REGISTER("jsonParams=[]", 5, 0, "[jsonParams]" EMPTY),
	REGISTER("jsonParams=null", 5, 0, "[jsonParams]" EMPTY),
	REGISTER("orderBundle=", 8, 0, "[orderBundle]" EMPTY),
	REGISTER(CART("\"customerDetails\":{\"email\":\"\"},", ONE ",\"itemAmount\":100"), 8, 0,
		"[orderBundle.customerDetails.email]" EMPTY),
	REGISTER("orderBundle={\"cartItems\":{\"items\":null}}", 8, 0, "[orderBundle]" EMPTY),
	REGISTER("orderBundle={\"cartItems\":{\"items\":[]}}", 8, 0, "[orderBundle]" EMPTY),
	REGISTER("orderBundle={\"cartItems\":{}}", 8, 8, NULL),
	FORM("rest/refund.do", "orderId=x&amount=1&refundItems={\"items\":[]}", 5, 6, "[refundItems]" EMPTY),
	JSON_REGISTER("\"orderBundle\":{\"cartItems\":{\"items\":[]}}", 8, 0, "[orderBundle]" EMPTY),
	JSON_REGISTER("\"jsonParams\":{\"items\":[]}", 0, 0, NULL),
	FORM("rest/extendBinding.do", "bindingId=x&newExpiry=203412", 1, 2, "[language] is missing and taken as en"),
	REGISTER(CART("\"customerDetails\":[],", ONE ",\"itemAmount\":100"), 8, 0, "[orderBundle.customerDetails]" EMPTY),
	JSON_REGISTER("\"email\":\"\"", 5, 0, "[email]" EMPTY),
	JSON_REGISTER("\"email\":null", 5, 0, "[email]" EMPTY),
	JSON_REGISTER("\"jsonParams\":{\"n\":null}", 5, 0, "[jsonParams.n]" IS_NULL),
	FORM("rest/register.do", "orderNumber=&amount=100&returnUrl=https://a/", 4, 4, NULL),
	FORM("rest/register.do", "orderNumber=1&amount=&returnUrl=https://a/", 4, 4, NULL),
	FORM("rest/getBindings.do", "clientId=c&bindingId=", 5, 2, "[bindingId]" EMPTY),
	FORM("rest/getBindingsByCardOrId.do", "bindingId=", 5, 1, "[bindingId]" EMPTY),
	FORM("rest/unBindCard.do", "bindingId=", 1, 1, NULL),
	FORM("rest/paymentOrderBinding.do", "mdOrder=x&bindingId=&tii=F", 1, 1, NULL),
	/* numbers, booleans and texts for each other */
	REGISTER("jsonParams={\"n\":5}", 5, 0, "[jsonParams.n]" TEXT),
	REGISTER("jsonParams={\"n\":1.50}", 5, 0, "[jsonParams.n]" TEXT),
	REGISTER("jsonParams={\"n\":true}", 5, 0, "[jsonParams.n]" TEXT),
	REGISTER("jsonParams={\"n\":null}", 5, 0, "[jsonParams.n]" IS_NULL),
	REGISTER("jsonParams={\"n\":{}}", 5, 5, NULL),
	REGISTER("sessionTimeoutSecs=600.0", 5, 0, "[sessionTimeoutSecs]" INTEGER),
	REGISTER("sessionTimeoutSecs=600.5", 5, 5, NULL),
	REGISTER(CART("", ONE ",\"itemAmount\":100.0"), 8, 0, ITEM ".itemAmount]" INTEGER),
	REGISTER(CART("", ONE ",\"itemAmount\":\"100.00\""), 8, 0, ITEM ".itemAmount]" INTEGER),
	REGISTER(CART("", ONE ",\"itemAmount\":100.5"), 8, 8, NULL),
	REGISTER(CART("", ONE ",\"itemAmount\":100,\"itemCode\":7"), 8, 0, ITEM ".itemCode]" TEXT),
	REGISTER(CART("", NAMED ",\"quantity\":{\"value\":\"1.0000\",\"measure\":0},\"itemAmount\":100"), 8, 0,
		ITEM ".quantity.value]" DECIMAL),
	REGISTER(CART("", NAMED ",\"quantity\":{\"value\":1,\"measure\":0},\"itemAmount\":100"), 8, 0,
		ITEM ".quantity.measure]" TEXT),
	REGISTER(CART("", NAMED ",\"quantity\":{\"value\":1.0001,\"measure\":\"0\"},\"itemAmount\":100"), 8, 8, NULL),
	FORM("rest/getBindings.do", "clientId=c&showExpired=1", 5, 2, "[showExpired]" BOOLEAN),
	FORM("rest/getBindings.do", "clientId=c&showExpired=0", 5, 2, "[showExpired]" BOOLEAN),
	FORM("rest/getBindings.do", "clientId=c&showExpired=2", 5, 5, NULL),
	JSON("getBindings.do", "\"clientId\":\"c\",\"showExpired\":1", 5, 2, "[showExpired]" BOOLEAN),
	JSON("getBindings.do", "\"clientId\":\"c\",\"showExpired\":\"true\"", 5, 2, "[showExpired]" BOOLEAN),
	JSON("getBindings.do", "\"clientId\":7", 5, 2, "[clientId]" TEXT),
	JSON_REGISTER("\"currency\":643", 3, 0, "[currency]" TEXT),
	JSON_REGISTER("\"sessionTimeoutSecs\":\"600\"", 5, 0, "[sessionTimeoutSecs]" INTEGER),
	JSON_REGISTER(JSON_CART("", "\"positionId\":1," JSON_ONE), 8, 0, ITEM ".positionId]" TEXT),
	JSON_REGISTER(
		JSON_CART("", "\"positionId\":\"1\",\"itemCurrency\":\"643\"," JSON_ONE), 8, 0, ITEM ".itemCurrency]" DECIMAL),
	/* features */
	REGISTER("features[0]=FORCE_SSL&features[1]=BINDING_NOT_NEEDED", 5, 0,
		"[features[0]] your bank's document has features, repeated"),
	REGISTER("features[]=FORCE_SSL", 5, 0, "[features[]] your bank's document has features, repeated"),
	REGISTER("features=FORCE_SSL,BINDING_NOT_NEEDED,VERIFY", 14, 0,
		"[features] your bank's document has one value each, repeated"),
	REGISTER("features=FORCE_SSL,NONSENSE", 14, 14, "[features] your bank's document has one value each, repeated"),
	REGISTER("features[0]=NONSENSE", 5, 14, "[features[0]] your bank's document has features, repeated"),
	JSON_REGISTER("\"features\":\"FORCE_SSL,BINDING_NOT_NEEDED\"", 14, 0,
		"[features] your bank's document has one text with semicolons"),
	JSON_REGISTER("\"features\":[\"FORCE_SSL\",\"BINDING_NOT_NEEDED\"]", 14, 0,
		"[features] your bank's document has one text with semicolons"),
	/* orderCreationDate in every form that was seen */
	REGISTER(DATED("1774000000"), 8, 0, "[orderBundle.orderCreationDate]" DATE),
	REGISTER(DATED("\"1774000000\""), 8, 0, "[orderBundle.orderCreationDate]" DATE),
	REGISTER(DATED("1774000000000"), 8, 0, "[orderBundle.orderCreationDate]" DATE),
	REGISTER(DATED("\"2026-03-20 09:46:40\""), 8, 0, "[orderBundle.orderCreationDate]" DATE),
	REGISTER(DATED("\"2026-03-20T09:46:40%2B03:00\""), 8, 0, "[orderBundle.orderCreationDate]" DATE),
	REGISTER(DATED("\"2026-03-20T09:46:40.123Z\""), 8, 0, "[orderBundle.orderCreationDate]" DATE),
	REGISTER(DATED("\"2026-13-20T09:46:40\""), 8, 8, NULL),
	REGISTER(DATED("\"yesterday\""), 8, 8, NULL),
	JSON_REGISTER(JSON_CART("\"orderCreationDate\":1774000000,", "\"positionId\":\"1\"," JSON_ONE), 8, 0,
		"[orderBundle.orderCreationDate]" DATE),
	/* receiptType in either case, in both settings */
	JSON_REGISTER(JSON_CART("\"receiptType\":\"sell\",", "\"positionId\":\"1\"," JSON_ONE), 0, 0, NULL),
	JSON_REGISTER(JSON_CART("\"receiptType\":\"SELL\",", "\"positionId\":\"1\"," JSON_ONE), 0, 0, NULL),
	/* language everywhere */
	FORM("rest/unBindCard.do", "bindingId=b&language=ru", 5, 2, NO_SUCH "language: ignored"),
	FORM("rest/getBindingsByCardOrId.do", "bindingId=b&language=ru", 5, 2, NO_SUCH "language: ignored"),
	/* the same twice */
	REGISTER("description=a&description=a", 5, 0, "[description] is given more than once, with the same value"),
	REGISTER("description=a&description=b", 5, 5, NULL),
	/* money, currencies and credentials are exact in both */
	REGISTER("amount=200", 5, 5, NULL),
	REGISTER("currency=RUB", 3, 3, NULL),
	REGISTER("currency=64", 3, 3, NULL),
	FORM("rest/register.do", "orderNumber=1&amount=100&returnUrl=../merchants/rbs/finish.html", 4, 0,
		"[returnUrl] is relative, which other banks refuse"),
	FORM("rest/register.do", "orderNumber=1&amount=100&returnUrl=/finish.html", 4, 4, NULL),
	FORM("rest/register.do", "orderNumber=1&amount=100&returnUrl=sdk://done", 0, 0, NULL),
	FORM("rest/register.do", "orderNumber=1&amount=0100&returnUrl=https://a/", 5, 5, NULL),
	FORM("rest/register.do", "orderNumber=1&amount=00&returnUrl=https://a/", 5, 5, NULL),
	FORM("rest/register.do", "orderNumber=1&amount=100.0&returnUrl=https://a/", 5, 5, NULL),
	FORM("rest/register.do", "orderNumber=1&amount=1e2&returnUrl=https://a/", 5, 5, NULL),
	FORM("rest/refund.do", "orderId=x&amount=0100", 5, 5, NULL),
	FORM("rest/refund.do", "orderId=x&amount=100.0", 5, 5, NULL),
	FORM(
		"rest/register.do", "userName=test_user&" NEW, 5, 0, "[userName] is given more than once, with the same value"),
	FORM("rest/register.do", "userName=another&" NEW, 5, 5, NULL),
	JSON("register.do", "\"orderNumber\":\"1\",\"amount\":\"100\",\"returnUrl\":\"https://shop.example/\"", 5, 0,
		"[amount]" INTEGER),
	JSON(
		"register.do", "\"orderNumber\":\"1\",\"amount\":\"0100\",\"returnUrl\":\"https://shop.example/\"", 5, 5, NULL),
	JSON("register.do", "\"orderNumber\":\"1\",\"amount\":100.0,\"returnUrl\":\"https://shop.example/\"", 5, 5, NULL),
	JSON("register.do", "\"orderNumber\":1,\"amount\":100,\"returnUrl\":\"https://shop.example/\"", 1, 0,
		"[orderNumber]" TEXT),
};
/* clang-format on */

static int send(struct bench *bench, const struct pair *pair)
{
	char body[4096];
	snprintf(body, sizeof body, pair->object ? "{" JSON_LOGIN "%s}" : CLASSIC_LOGIN "%s", pair->body);
	/* A row that ends with the separator of its beginning. */
	char *comma = strstr(body, ",}");
	if (pair->object && comma) {
		strcpy(comma, "}");
	}
	return bench_body(bench, pair->base, pair->path, body);
}

static void each_refusal_has_a_warning(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct bench bench;
		bench_open(&bench);
		int strict = send(&bench, &pairs[i]);
		bool quiet = !bench_warned(&bench, NULL);
		bench_set(&bench, "strict", "0");
		int tolerant = send(&bench, &pairs[i]);
		if (strict == 0 && pairs[i].strict == 0 && tolerant == 1) {
			tolerant = 0; /* registered just now */
		}
		bool warned = pairs[i].warning ? bench_warned(&bench, pairs[i].warning) : !bench_warned(&bench, NULL);
		if (strict != pairs[i].strict || tolerant != pairs[i].tolerant || !quiet || !warned) {
			print_error("%s %s: strict %d, tolerant %d%s%s\n", pairs[i].path, pairs[i].body, strict, tolerant,
				quiet ? "" : ", strict with a warning", warned ? "" : ", another warning");
			print_error("%s\n", json_object_to_json_string(bench.reply.json));
		}
		assert_int_equal(strict, pairs[i].strict);
		assert_int_equal(tolerant, pairs[i].tolerant);
		assert_true(quiet && warned);
		bench_close(&bench);
	}
}

/* What a tolerated registration leaves behind is what the documents have. */
static void what_is_tolerated_is_stored_right(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "strict", "0");
	bench_register(&bench, "register", 100,
		"&CMS=1&jsonParams={\"n\":5,\"b\":true,\"x\":null}&features[0]=FORCE_SSL&features[1]=VERIFY&email=&" DATED(
			"1774000000"),
		id);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	assert_string_equal(bench_text(&bench, "merchantOrderParams.0.name"), "n");
	assert_string_equal(bench_text(&bench, "merchantOrderParams.0.value"), "5");
	assert_string_equal(bench_text(&bench, "merchantOrderParams.1.value"), "true");
	assert_null(bench_member(&bench, "merchantOrderParams.2"));
	assert_string_equal(bench_text(&bench, "orderBundle.orderCreationDate"), "2026-03-20T09:46:40");
	assert_null(bench_member(&bench, "payerData.email"));
	bench_pay(&bench, id);
	bench_expect(&bench, id, 3, 0, 0, 0); /* VERIFY, the second of the features */
	bench_close(&bench);
}

static void a_stored_card_pays_without_tii(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 100, "&clientId=c", id);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=c"), 0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindings.0.bindingId"));
	static const char *const without[] = {"", "&tii="};
	for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
		bench_register(&bench, "register", 100, "&clientId=c", id);
		bench_set(&bench, "strict", "1");
		assert_int_equal(
			bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s%s", id, binding, without[i]), 1);
		bench_set(&bench, "strict", "0");
		assert_int_equal(
			bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s%s", id, binding, without[i]), 0);
		assert_true(bench_warned(&bench, "[tii] is missing and taken as F"));
		bench_expect(&bench, id, 2, 100, 100, 0);
	}
	bench_close(&bench);
}

/* Owners of bindings are checked as ever. */
static void a_binding_stays_its_clients(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "strict", "0");
	bench_paid(&bench, "register", 100, "&clientId=1", id);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=1"), 0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindings.0.bindingId"));
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=1.0"), 2);
	bench_register(&bench, "register", 100, "&clientId=2", id);
	assert_int_equal(bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s", id, binding), 2);
	bench_close(&bench);
}

/* One way to send a request, and the HTTP status in both settings. */
static const struct sent {
	const char *verb, *path, *query, *type, *body;
	unsigned strict, tolerant;
	const char *warning; /* NULL: none */
} sent[] = {
#define PAYORDER "MDORDER=x&$PAN=4111111111111111&$CVC=123&YYYY=2026&MM=12&TEXT=A"
#define IN_URL   "your bank's document has the parameters in the body, not in the URL, which is logged"
	{"POST", "rest/register.do", "", SANDBOX_FORM_TYPE, CLASSIC_LOGIN NEW, 200, 200, NULL},
	{"POST", "rest/register.do", CLASSIC_LOGIN, SANDBOX_FORM_TYPE, NEW, 400, 200, IN_URL},
	{"POST", "rest/register.do", CLASSIC_LOGIN NEW, SANDBOX_FORM_TYPE, "", 400, 200, IN_URL},
	{"POST", "rest/register.do", CLASSIC_LOGIN NEW, NULL, "", 415, 200, IN_URL},
	{"GET", "rest/register.do", CLASSIC_LOGIN NEW, NULL, "", 405, 200, "your bank's document has POST, not GET"},
	{"GET", "rest/register.do", "", SANDBOX_FORM_TYPE, CLASSIC_LOGIN NEW, 405, 200,
		"your bank's document has POST, not GET"},
	{"GET", "rest/register.do", CLASSIC_LOGIN NEW, SANDBOX_JSON_TYPE, "", 405, 200, IN_URL},
	{"PUT", "rest/register.do", "", SANDBOX_FORM_TYPE, CLASSIC_LOGIN NEW, 405, 405, NULL},
	{"POST", "rest/register.do", "", "text/plain", CLASSIC_LOGIN NEW, 415, 415, NULL},
	{"POST", "rest/register.do", "a=%zz", SANDBOX_FORM_TYPE, CLASSIC_LOGIN NEW, 400, 400, NULL},
	{"POST", "rest/register.do", "&", SANDBOX_FORM_TYPE, CLASSIC_LOGIN NEW, 200, 200, NULL},
	{"POST", "rest/paymentOrder.do", "", SANDBOX_FORM_TYPE, CLASSIC_LOGIN PAYORDER, 404, 200,
		"your bank's document spells the path rest/paymentorder.do"},
	{"GET", "recurrentPayment.do", "", SANDBOX_JSON_TYPE, "{}", 405, 405, NULL},
	{"POST", "recurrentPayment.do", "a=1", SANDBOX_JSON_TYPE, "{}", 400, 400, NULL},
	{"POST", "recurrentPayment.do", "", SANDBOX_FORM_TYPE, "{}", 415, 415, NULL},
};

static unsigned send_as(struct bench *bench, const struct sent *row)
{
	char url[128];
	snprintf(url, sizeof url, SANDBOX_BASE_PATH "%s", row->path);
	const struct sandbox_request request = {
		.verb = row->verb,
		.path = url,
		.query = row->query,
		.type = row->type,
		.body = row->body,
		.size = strlen(row->body),
	};
	sandbox_reply_free(&bench->reply);
	sandbox_gateway_serve(&bench->gateway, sandbox_method_of_url(url), &request, &bench->reply);
	return bench->reply.status;
}

static void each_way_to_send_has_a_status(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof sent / sizeof *sent; i++) {
		struct bench bench;
		bench_open(&bench);
		unsigned strict = send_as(&bench, &sent[i]);
		bool quiet = !bench_warned(&bench, NULL);
		bench_set(&bench, "strict", "0");
		unsigned tolerant = send_as(&bench, &sent[i]);
		bool warned = sent[i].warning ? bench_warned(&bench, sent[i].warning) : !bench_warned(&bench, NULL);
		if (strict != sent[i].strict || tolerant != sent[i].tolerant || !quiet || !warned) {
			print_error("%s %s?%s: strict %u, tolerant %u, %d %d\n", sent[i].verb, sent[i].path, sent[i].query, strict,
				tolerant, quiet, warned);
		}
		assert_int_equal(strict, sent[i].strict);
		assert_int_equal(tolerant, sent[i].tolerant);
		assert_true(quiet && warned);
		assert_true(tolerant != 200 || strict == 200 || bench.reply.json);
		bench_close(&bench);
	}
}

/* A request is judged by the merchant whom it names, by right or not. */
static void each_merchant_has_its_own_setting(void **state)
{
	(void)state;
	static const struct sent strict = {
		"GET", "rest/register.do", "userName=test_user&password=wrong", NULL, "", 0, 0, NULL};
	static const struct sent nobody = {"GET", "rest/register.do", "userName=nobody", NULL, "", 0, 0, NULL};
	static const struct sent tolerant = {
		"GET", "rest/register.do", "userName=other&password=wrong", NULL, "", 0, 0, NULL};
	struct bench bench;
	bench_open(&bench);
	struct sandbox_merchant merchant = *sandbox_store_merchant_by_name(bench.gateway.store, "test_user");
	strcpy(merchant.user_name, "other");
	merchant.settings.strict = 0;
	assert_true(sandbox_store_begin(bench.gateway.store));
	assert_true(sandbox_store_merchant_save(bench.gateway.store, &merchant));
	assert_true(sandbox_store_commit(bench.gateway.store));
	assert_int_equal(send_as(&bench, &strict), 405);
	assert_int_equal(send_as(&bench, &nobody), 405);
	assert_int_equal(send_as(&bench, &tolerant), 200);
	assert_string_equal(bench_text(&bench, "errorCode"), "5");
	bench_set(&bench, "strict", "0");
	assert_int_equal(send_as(&bench, &nobody), 200);
	bench_close(&bench);
}

int sandbox_check_tolerance(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_refusal_has_a_warning),
		cmocka_unit_test(what_is_tolerated_is_stored_right),
		cmocka_unit_test(a_stored_card_pays_without_tii),
		cmocka_unit_test(a_binding_stays_its_clients),
		cmocka_unit_test(each_way_to_send_has_a_status),
		cmocka_unit_test(each_merchant_has_its_own_setting),
	};
	return cmocka_run_group_tests_name("tolerance", tests, NULL, NULL);
}
