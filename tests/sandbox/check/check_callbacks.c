/* Callbacks: what goes into the outbox, what is signed, and how a request looks. Delivery itself is in the phpt. */
#include "bench.h"
#include "check.h"

#include "base/clock.h"
#include "callback/request.h"
#include "callback/signature.h"
#include "model/currency.h"
#include "model/event.h"

#include <stdlib.h>
#include <string.h>

#define ADDRESS "http://127.0.0.1:9/callback"

/* The row after that one in the outbox. */
static bool next_callback(struct bench *bench, struct sandbox_callback *callback, int64_t after)
{
	sandbox_store_lock(bench->gateway.store);
	enum sandbox_found found = sandbox_store_callback_after(bench->gateway.store, after, NULL, callback);
	sandbox_store_unlock(bench->gateway.store);
	return found == SANDBOX_FOUND;
}

static void expect_outbox(struct bench *bench, int64_t *after, const char *operation, const char *status)
{
	struct sandbox_callback callback;
	assert_true(next_callback(bench, &callback, *after));
	struct json_object *parameters = json_tokener_parse(callback.parameters);
	assert_string_equal(sandbox_json_member_text(parameters, "operation"), operation);
	assert_string_equal(sandbox_json_member_text(parameters, "status"), status);
	json_object_put(parameters);
	*after = callback.row;
	sandbox_callback_free(&callback);
}

static void events_are_in_the_outbox(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_callback callback;
	char id[UUID_SIZE];
	int64_t after = 0;
	bench_open(&bench);
	bench_register(&bench, "register", 1000, "", id);
	bench_pay(&bench, id);
	assert_false(next_callback(&bench, &callback, 0)); /* no address, no callback */
	bench_set(&bench, "callbackAddress", ADDRESS);
	bench_set(&bench, "callbackRepeat", "2");
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	expect_outbox(&bench, &after, "approved", "1");
	expect_outbox(&bench, &after, "approved", "1");
	bench_set(&bench, "callbackRepeat", "1");
	assert_int_equal(bench_form(&bench, "rest/deposit.do", "orderId=%s&amount=400", id), 0);
	expect_outbox(&bench, &after, "deposited", "1");
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=500", id), 7);
	assert_false(next_callback(&bench, &callback, after)); /* nothing happened */
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=100", id), 0);
	expect_outbox(&bench, &after, "refunded", "1");
	assert_false(next_callback(&bench, &callback, after));
	bench_close(&bench);
}

static void a_rolled_back_event_is_not_told(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_callback callback, found;
	bench_open(&bench);
	callback = (struct sandbox_callback){
		.merchant = 1, .next_at = 1, .operation = (char *)"deposited", .parameters = (char *)"{}"};
	assert_true(sandbox_store_begin(bench.gateway.store));
	assert_true(sandbox_store_callback_insert(bench.gateway.store, &callback));
	sandbox_store_rollback(bench.gateway.store);
	assert_false(next_callback(&bench, &found, 0));
	bench_close(&bench);
}

/* The published vectors. */
static void checksums_are_the_published_ones(void **state)
{
	(void)state;
	static const struct {
		const char *parameters, *secret, *checksum;
	} vectors[] = {
		{"{\"status\":\"1\",\"orderNumber\":\"2003\",\"operation\":\"approved\",\"mdOrder\":\"06cf5599-3f17-7c86-bdbc-"
		 "bd7d00a8b38b\"}",
			"ooc7slpvc61k7sf7ma7p4hrefr", "EAF2FB72CAB99FD5067F4BA493DD84F4D79C1589FDE8ED29622F0F07215AA972"},
		{"{\"mdOrder\":\"0f6c1a52-7b1e-7d0c-9a55-2f4400c3051a\",\"operation\":\"deposited\",\"orderNumber\":\"A-17\","
		 "\"status\":\"1\",\"amount\":\"5000\",\"depositFlag\":\"1\",\"depositedAmount\":\"5000\"}",
			"payer-facts-key-1", "828741BB2163F8CDB07E342E272418D205A2D0A4F08EFE08B9C967045A2D6392"},
		{"{\"mdOrder\":\"ed6f3abf-cea0-427e-afdf-0ba43ead124f\",\"amount\":\"1500\",\"operation\":\"deposited\","
		 "\"orderNumber\":\"89312\",\"status\":\"1\"}",
			"123", "9F8253A6BB7777D067DD955751119FA5AAF67B14B9215147190F96B505CDB72C"},
	};
	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		struct json_object *parameters = json_tokener_parse(vectors[i].parameters);
		char *checksum = sandbox_callback_hmac(parameters, vectors[i].secret);
		assert_string_equal(checksum, vectors[i].checksum);
		free(checksum);
		json_object_put(parameters);
	}
}

static void an_address_keeps_its_query(void **state)
{
	(void)state;
	static const struct {
		const char *address, *url;
	} cases[] = {
		{"http://shop.example/c", "http://shop.example/c?a=%D0%A7%20%2B"},
		{"http://shop.example/c?x=1", "http://shop.example/c?x=1&a=%D0%A7%20%2B"},
		{"http://shop.example/c?", "http://shop.example/c?a=%D0%A7%20%2B"},
		{"http://shop.example/c?x=1&", "http://shop.example/c?x=1&a=%D0%A7%20%2B"},
		{"http://shop.example/c#f?g", "http://shop.example/c?a=%D0%A7%20%2B"},
	};
	struct sandbox_settings settings = sandbox_settings_default();
	strcpy(settings.callback_signing, "none");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sandbox_callback callback = {
			.address = (char *)cases[i].address, .parameters = (char *)"{\"a\":\"\xD0\xA7 +\"}"};
		struct sandbox_callback_request request;
		assert_null(sandbox_callback_request_make(&request, &callback, &settings, NULL));
		assert_string_equal(request.url, cases[i].url);
		assert_null(request.body);
		sandbox_callback_request_free(&request);
	}
}

static void currencies_have_letters_and_exponents(void **state)
{
	(void)state;
	static const struct {
		const char *code, *letters;
		int exponent;
	} known[] = {{"643", "RUB", 2}, {"398", "KZT", 2}, {"392", "JPY", 0}, {"048", "BHD", 3}, {"008", "ALL", 2},
		{"990", "CLF", 4}};
	char letters[4];
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		assert_true(sandbox_currency_letters(known[i].code, letters));
		assert_string_equal(letters, known[i].letters);
		assert_int_equal(sandbox_currency_exponent(known[i].code), known[i].exponent);
	}
	static const char *const unknown[] = {"", "64", "6433", "RUB", "111", "43R", NULL};
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
		assert_false(sandbox_currency_letters(unknown[i], letters));
	}
}

static void dates_are_those_of_the_documents(void **state)
{
	(void)state;
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	sandbox_clock_write_java(INT64_C(1643665612000), text);
	assert_string_equal(text, "Mon Jan 31 21:46:52 UTC 2022");
	sandbox_clock_write_local(INT64_C(1643665612000), 180, text);
	assert_string_equal(text, "01.02.2022 00:46:52");
}

int sandbox_check_callbacks(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(events_are_in_the_outbox),
		cmocka_unit_test(a_rolled_back_event_is_not_told),
		cmocka_unit_test(checksums_are_the_published_ones),
		cmocka_unit_test(an_address_keeps_its_query),
		cmocka_unit_test(currencies_have_letters_and_exponents),
		cmocka_unit_test(dates_are_those_of_the_documents),
	};
	return cmocka_run_group_tests_name("callbacks", tests, NULL, NULL);
}
