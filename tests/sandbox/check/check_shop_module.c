/* The callbacks of a merchant as the vendor's modules for shops set them by themselves. */
#include "bench.h"
#include "check.h"

#include "base/base64.h"
#include "gateway/shop_module.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UPDATE  "/mportal/mvc/public/merchant/update/"
#define GET     "/mportal/mvc/public/merchant/get/"
#define LOGIN   "shop-api:secret:with a colon"
#define ADDRESS "http://127.0.0.1:9/?wc-api=gateway&action=callback"
/* As the modules for WooCommerce, OpenCart and Magento write it. */
#define BODY \
	"{\"callbacks_enabled\":true,\"callback_type\":\"STATIC\",\"callback_addresses\":\"" ADDRESS "\"," \
	"\"callback_http_method\":\"GET\",\"callback_operations\":\"deposited,approved,declinedByTimeout\"}"

static unsigned ask(struct bench *bench, const char *path, const char *login, const char *type, const char *body)
{
	char header[256];
	char *encoded = sandbox_base64_encode(login, strlen(login), false);
	snprintf(header, sizeof header, "Basic %s", encoded);
	free(encoded);
	sandbox_reply_free(&bench->reply);
	const struct sandbox_request request = {
		.verb = sandbox_shop_module_allow(path),
		.path = path,
		.type = type,
		.body = body,
		.size = strlen(body),
		.authorization = header,
	};
	assert_non_null(request.verb);
	sandbox_shop_module_serve(&bench->gateway, &request, &bench->reply);
	return bench->reply.status;
}

static unsigned send_update(struct bench *bench, const char *body)
{
	return ask(bench, UPDATE "shop", LOGIN, "application/json", body);
}

static void open_shop(struct bench *bench)
{
	struct sandbox_merchant merchant = {.settings = sandbox_settings_default(), .user_name = "shop-api"};
	bench_open(bench);
	struct sandbox_store *store = bench->gateway.store;
	sandbox_mac(sandbox_store_key(store), "secret:with a colon", merchant.password_mac);
	assert_true(sandbox_store_begin(store));
	assert_true(sandbox_store_merchant_save(store, &merchant));
	assert_true(sandbox_store_commit(store));
}

static const struct sandbox_settings *settings_of(struct bench *bench, const char *name)
{
	return &sandbox_store_merchant_by_name(bench->gateway.store, name)->settings;
}

static void a_module_sets_its_callbacks(void **state)
{
	(void)state;
	struct bench bench;
	open_shop(&bench);
	assert_int_equal(send_update(&bench, BODY), 200);
	const struct sandbox_settings *settings = settings_of(&bench, "shop-api");
	assert_string_equal(settings->callback_address, ADDRESS);
	assert_string_equal(settings->callback_type, "STATIC");
	assert_string_equal(settings->callback_method, "GET");
	assert_string_equal(settings->callback_operations, "deposited,approved,declinedByTimeout");
	assert_string_equal(settings_of(&bench, "test_user")->callback_address, "");
	assert_int_equal(ask(&bench, GET "shop", LOGIN, NULL, ""), 200);
	assert_string_equal(bench_text(&bench, "callback_addresses"), ADDRESS);
	assert_true(json_object_get_boolean(bench_member(&bench, "callbacks_enabled")));
	/* An order is told of there at once. */
	const char *order = "userName=shop-api&password=secret:with+a+colon&orderNumber=1&amount=1&returnUrl=https://a/"
						"&sessionTimeoutSecs=1";
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "rest/register.do", order), 0);
	bench_wait(2);
	order = "userName=shop-api&password=secret:with+a+colon&orderNumber=1";
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "rest/getOrderStatusExtended.do", order), 0);
	struct sandbox_callback callback;
	sandbox_store_lock(bench.gateway.store);
	assert_int_equal(sandbox_store_callback_after(bench.gateway.store, 0, "1", &callback), SANDBOX_FOUND);
	sandbox_store_unlock(bench.gateway.store);
	assert_string_equal(callback.operation, "declinedByTimeout");
	sandbox_callback_free(&callback);
	bench_close(&bench);
}

static void a_part_changes_that_part(void **state)
{
	(void)state;
	struct bench bench;
	open_shop(&bench);
	assert_int_equal(send_update(&bench, BODY), 200);
	assert_int_equal(
		send_update(&bench, "{\"callbacks_enabled\":false,\"callback_type\":\"DYNAMIC\",\"callback_addresses\":\"\","
							"\"name\":\"shop\",\"login\":\"shop-api\",\"password\":\"secret\",\"test_mode\":1}"),
		200);
	const struct sandbox_settings *settings = settings_of(&bench, "shop-api");
	assert_int_equal(settings->callback_enabled, 0);
	assert_string_equal(settings->callback_type, "DYNAMIC");
	assert_string_equal(settings->callback_address, "");
	assert_string_equal(settings->callback_operations, "deposited,approved,declinedByTimeout");
	struct json_object *log = sandbox_log_read(bench.gateway.log, 0);
	assert_null(strstr(json_object_to_json_string(log), "secret"));
	assert_non_null(strstr(json_object_to_json_string(log), "test_mode"));
	json_object_put(log);
	bench_close(&bench);
}

static void who_may_and_who_may_not(void **state)
{
	(void)state;
	static const struct {
		const char *path, *login;
		unsigned status;
	} cases[] = {
		{UPDATE "shop", LOGIN, 200},
		{UPDATE "shop-api", LOGIN, 200},
		{"/mportal-uat/mvc/public/merchant/update/shop", LOGIN, 200},
		{UPDATE "test_", "test_user:test_user_password", 200}, /* cut off without looking */
		{UPDATE "test_user", LOGIN, 403},
		{UPDATE "nobody", LOGIN, 403},
		{UPDATE "sho", LOGIN, 403},
		{GET "test_user", LOGIN, 403},
		{UPDATE "shop", "shop-api:secret", 401},
		{UPDATE "shop", "shop:secret:with a colon", 401},
		{UPDATE "shop", "shop-api", 401},
		{UPDATE "test_user", "test_user:test_user_token", 401},
		{GET "test_user", "", 401},
	};
	struct bench bench;
	open_shop(&bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(ask(&bench, cases[i].path, cases[i].login, "application/json", BODY), cases[i].status);
		assert_int_equal(bench.reply.challenge != NULL, cases[i].status == 401);
		assert_int_equal(bench_member(&bench, "callback_type") != NULL, cases[i].status == 200);
	}
	assert_null(sandbox_shop_module_allow(UPDATE));
	assert_null(sandbox_shop_module_allow(UPDATE "a/b"));
	assert_null(sandbox_shop_module_allow("/mportal/mvc/public/merchant/delete/shop"));
	bench_close(&bench);
}

static void what_is_wrong_changes_nothing(void **state)
{
	(void)state;
	static const struct {
		const char *body, *message;
	} cases[] = {
		{"{\"callback_type\":\"STATIC\",\"callback_addresses\":\"shop.example\"}", "[callback_addresses] wrong value"},
		{"{\"callback_type\":\"STATIC\",\"callback_operations\":\"paid\"}", "[callback_operations] wrong value"},
		{"{\"callback_http_method\":\"PUT\"}", "[callback_http_method] wrong value"},
		{"{\"callback_type\":\"SOMETIMES\"}", "[callback_type] wrong value"},
		{"{\"callback_type\":\"STATIC\",\"callbacks_enabled\":\"yes\"}", "[callbacks_enabled] wrong value"},
		{"{\"callback_type\":[\"STATIC\"]}", "[callback_type] wrong value"},
		{"callback_type=STATIC", "Expected a JSON object"},
		{"[]", "Expected a JSON object"},
		{"", "Expected a JSON object"},
	};
	struct bench bench;
	open_shop(&bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(send_update(&bench, cases[i].body), 400);
		assert_string_equal(bench_text(&bench, "errorMessage"), cases[i].message);
		assert_string_equal(settings_of(&bench, "shop-api")->callback_type, "DYNAMIC");
	}
	/* What a form of another site can send is not taken. */
	assert_int_equal(ask(&bench, UPDATE "shop", LOGIN, "text/plain", BODY), 415);
	assert_int_equal(ask(&bench, UPDATE "shop", LOGIN, NULL, BODY), 415);
	assert_string_equal(settings_of(&bench, "shop-api")->callback_type, "DYNAMIC");
	bench_close(&bench);
}

int sandbox_check_shop_module(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_module_sets_its_callbacks),
		cmocka_unit_test(a_part_changes_that_part),
		cmocka_unit_test(who_may_and_who_may_not),
		cmocka_unit_test(what_is_wrong_changes_nothing),
	};
	return cmocka_run_group_tests_name("shop module", tests, NULL, NULL);
}
