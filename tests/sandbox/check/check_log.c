/* The log of requests: what it shows, what it hides, and how much it keeps. */
#include "bench.h"
#include "check.h"

#include "base/json.h"
#include "call/mask.h"
#include "control/control.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void a_request_is_shown_with_its_answer(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	bench_set(&bench, "strict", "0");
	assert_int_equal(bench_form(&bench, "rest/getOrderStatus.do", "orderId=x&CMS=1"), 6);
	struct json_object *log = sandbox_log_read(bench.gateway.log, 0);
	struct json_object *request = json_object_array_get_idx(sandbox_json_member(log, "requests"), 0);
	struct json_object *parameters = sandbox_json_member(request, "parameters");
	assert_int_equal(sandbox_json_member_integer(log, "last", -1), 1);
	assert_int_equal(sandbox_json_member_integer(request, "number", -1), 1);
	assert_string_equal(sandbox_json_member_text(request, "method"), "POST");
	assert_string_equal(sandbox_json_member_text(request, "path"), "rest/getOrderStatus.do");
	assert_int_equal(sandbox_json_member_integer(request, "status", -1), 200);
	assert_true(sandbox_json_member_integer(request, "time", -1) > 0);
	assert_true(sandbox_json_member_integer(request, "microseconds", -1) >= 0);
	assert_int_equal(json_object_array_length(parameters), 4); /* what was sent, also what was ignored */
	struct json_object *last = json_object_array_get_idx(parameters, 3);
	assert_string_equal(json_object_to_json_string_ext(last, JSON_C_TO_STRING_PLAIN),
		"{\"name\":\"CMS\",\"value\":\"1\",\"in\":\"body\"}");
	assert_string_equal(sandbox_json_member_text(sandbox_json_member(request, "answer"), "ErrorCode"), "6");
	json_object_put(log);
	bench_close(&bench);
}

/* What a text or a number of that name is shown as. */
static const struct {
	const char *name, *value, *shown;
} masked[] = {
	{"password", "\"secret word\"", "\"***\""},
	{"PASSWORD", "\"secret word\"", "\"***\""},
	{"token", "\"t\"", "\"***\""},
	{"seToken", "\"t\"", "\"***\""},
	{"paymentToken", "{\"a\":1}", "\"***\""},
	{"$CVC", "\"123\"", "\"***\""},
	{"cvc", "123", "\"***\""},
	{"$PAN", "\"4444555511113333\"", "\"444455******3333\""},
	{"pan", "4444555511113333", "\"444455******3333\""},
	{"pan", "\"4444555511113334\"", "\"444455******3334\""},
	{"description", "\"4444555511113333\"", "\"444455******3333\""},
	{"description", "\"card 4444 5555 1111-3333, please\"", "\"card 4444 55** ****-3333, please\""},
	{"description", "\"4444555511113334\"", "\"4444555511113334\""},
	{"description", "\"44445555111133334444555511113333\"", "\"44445555111133334444555511113333\""},
	{"description", "\"tea - 12 pieces\"", "\"tea - 12 pieces\""},
	{"amount", "1000", "1000"},
	{"flag", "true", "true"},
	{"none", "null", "null"},
	{"jsonParams", "{\"cvc\":\"123\",\"n\":\"1\"}", "{\"cvc\":\"***\",\"n\":\"1\"}"},
	{"jsonParams", "\"{\\\"cvc\\\":\\\"123\\\",\\\"n\\\":\\\"1\\\"}\"", "{\"cvc\":\"***\",\"n\":\"1\"}"},
	{"jsonParams", "{\"4444555511113333\":\"1\"}", "{\"444455******3333\":\"1\"}"},
	{"list", "[{\"pan\":\"4444555511113333\"}]", "[{\"pan\":\"444455******3333\"}]"},
};

static void secrets_are_masked(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof masked / sizeof *masked; i++) {
		struct json_object *value = json_tokener_parse(masked[i].value);
		struct printbuf *shown = printbuf_new();
		sandbox_mask(shown, masked[i].name, value);
		assert_string_equal(shown->buf, masked[i].shown);
		printbuf_free(shown);
		json_object_put(value);
	}
}

/* The same of whole requests, with the secret where nobody expects it. */
static void no_secret_is_logged(void **state)
{
	(void)state;
	static const char *const forms[] = {"MDORDER=x&$PAN=4444555511113333&$CVC=987&YYYY=2026&MM=12&TEXT=A",
		"4444555511113333=1", "pan=4444555511113333&password=another_password",
		"jsonParams={\"pan\":\"4444555511113333\",\"cvc\":\"987\"}", "jsonParams={\"pan\":4444555511113333"};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		bench_form(&bench, "rest/paymentorder.do", "%s", forms[i]);
		bench_json(&bench, "paymentOrder.do", "\"$PAN\":\"4444555511113333\",\"$CVC\":987,\"x\":\"%s\"", "");
	}
	struct json_object *log = sandbox_log_read(bench.gateway.log, 0);
	const char *text = json_object_to_json_string(log);
	static const char *const secrets[] = {"4444555511113333", "987", "test_user_password", "another_password"};
	for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
		assert_null(strstr(text, secrets[i]));
	}
	assert_non_null(strstr(text, "444455******3333"));
	json_object_put(log);
	bench_close(&bench);
}

static void add_deep_entry(struct sandbox_log *log, int depth)
{
	struct sandbox_reply reply = {.status = 200};
	struct printbuf *parameters = printbuf_new();
	printbuf_memset(parameters, -1, '[', depth);
	printbuf_memset(parameters, -1, ']', depth);
	sandbox_log_add(
		log, &(struct sandbox_log_entry){.verb = "GET", .path = "/", .parameters = parameters, .reply = &reply});
}

/* A body may be deeper than what json-c reads if it is not told so. */
static void a_deep_entry_is_shown(void **state)
{
	(void)state;
	struct sandbox_log *log = sandbox_log_open();
	add_deep_entry(log, 40);
	add_deep_entry(log, 100000);
	struct json_object *read = sandbox_log_read(log, 0), *requests = sandbox_json_member(read, "requests");
	struct json_object *deep = json_object_array_get_idx(requests, 0), *deeper = json_object_array_get_idx(requests, 1);
	assert_string_equal(sandbox_json_member_text(deep, "path"), "/");
	assert_int_equal(sandbox_json_member_integer(deep, "number", -1), 1);
	assert_null(sandbox_json_member_text(deeper, "path"));
	assert_int_equal(sandbox_json_member_integer(deeper, "number", -1), 2);
	json_object_put(read);
	sandbox_log_close(log);
}

static void add_entry(struct sandbox_log *log, size_t size)
{
	struct sandbox_reply reply = {.status = 200};
	struct printbuf *parameters = printbuf_new();
	sandbox_json_write(parameters, "[\"");
	printbuf_memset(parameters, -1, 'a', (int)size);
	sandbox_json_write(parameters, "\"]");
	sandbox_log_add(
		log, &(struct sandbox_log_entry){.verb = "GET", .path = "/", .parameters = parameters, .reply = &reply});
}

/* How many requests the log shows, and the number of the first. */
static size_t count_entries(struct sandbox_log *log, int64_t after, int64_t *first)
{
	struct json_object *read = sandbox_log_read(log, after);
	struct json_object *requests = sandbox_json_member(read, "requests");
	size_t count = json_object_array_length(requests);
	*first = count ? sandbox_json_member_integer(json_object_array_get_idx(requests, 0), "number", -1) : 0;
	json_object_put(read);
	return count;
}

static void the_log_is_bounded(void **state)
{
	(void)state;
	struct sandbox_log *log = sandbox_log_open();
	int64_t first;
	for (int i = 0; i < 1100; i++) {
		add_entry(log, 10);
	}
	assert_int_equal(count_entries(log, 0, &first), 1000);
	assert_int_equal(first, 101);
	assert_int_equal(count_entries(log, 1090, &first), 10);
	assert_int_equal(first, 1091);
	assert_int_equal(count_entries(log, 1100, &first), 0);
	for (int i = 0; i < 10; i++) {
		add_entry(log, 1024 * 1024);
	}
	assert_int_equal(count_entries(log, 0, &first), 7); /* of a mebibyte each and a little more */
	sandbox_log_clear(log);
	assert_int_equal(count_entries(log, 0, &first), 0);
	add_entry(log, 10);
	assert_int_equal(count_entries(log, 0, &first), 1);
	assert_int_equal(first, 1111);
	sandbox_log_close(log);
}

static unsigned ask_log(struct bench *bench, const char *query)
{
	struct sandbox_form form;
	assert_true(sandbox_form_parse(&form, query, strlen(query)));
	sandbox_reply_free(&bench->reply);
	sandbox_control_serve(
		"sandbox/log", &(struct sandbox_control_request){&bench->gateway, false, &form, &bench->reply});
	sandbox_form_free(&form);
	return bench->reply.status;
}

static void the_log_is_read_on_from_a_number(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	for (int i = 0; i < 3; i++) {
		bench_form(&bench, "rest/getOrderStatus.do", "orderId=x");
	}
	assert_int_equal(ask_log(&bench, ""), 200);
	assert_int_equal(json_object_array_length(bench_member(&bench, "requests")), 3);
	assert_int_equal(ask_log(&bench, "after=2"), 200);
	assert_int_equal(json_object_array_length(bench_member(&bench, "requests")), 1);
	assert_string_equal(bench_text(&bench, "requests.0.number"), "3");
	assert_int_equal(ask_log(&bench, "after=x"), 400);
	bench_close(&bench);
}

int sandbox_check_log(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_is_shown_with_its_answer),
		cmocka_unit_test(secrets_are_masked),
		cmocka_unit_test(no_secret_is_logged),
		cmocka_unit_test(a_deep_entry_is_shown),
		cmocka_unit_test(the_log_is_bounded),
		cmocka_unit_test(the_log_is_read_on_from_a_number),
	};
	return cmocka_run_group_tests_name("the request log", tests, NULL, NULL);
}
