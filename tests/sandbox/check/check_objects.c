/* Classic methods outside rest/: who may call them, and what their answers look like. */
#include "bench.h"
#include "check.h"

#include "gateway/authentication.h"

#include <string.h>

static void expect_answer(enum sandbox_envelope envelope, int code, const char *expected)
{
	struct sandbox_reply reply = {.status = 0};
	struct json_object *json = sandbox_reply_start(&reply, envelope, code, "m");
	assert_string_equal(json_object_to_json_string_ext(json, JSON_C_TO_STRING_PLAIN), expected);
	sandbox_reply_free(&reply);
}

static void the_envelopes_are_nested(void **state)
{
	(void)state;
	expect_answer(SANDBOX_ENVELOPE_SUCCESS, 0, "{\"success\":true}");
	expect_answer(SANDBOX_ENVELOPE_SUCCESS, 10,
		"{\"success\":false,\"error\":{\"code\":\"10\",\"description\":\"m\",\"message\":\"m\"}}");
	expect_answer(SANDBOX_ENVELOPE_STATUS, 0, "{\"status\":\"SUCCESS\"}");
	expect_answer(SANDBOX_ENVELOPE_STATUS, 5, "{\"status\":\"FAIL\",\"errorCode\":\"5\",\"errorMessage\":\"m\"}");
}

static void a_caller_names_himself_as_the_method_wants(void **state)
{
	(void)state;
	static const struct sandbox_method password = {.object = true, .credentials = SANDBOX_PASSWORD};
	static const struct sandbox_method token = {.object = true, .credentials = SANDBOX_TOKEN};
	static const struct sandbox_method name = {.object = true, .credentials = SANDBOX_MERCHANT};
	static const struct sandbox_method form = {.object = false, .credentials = SANDBOX_PASSWORD};
	static const struct {
		const struct sandbox_method *method;
		const char *body;
		bool right;
	} rows[] = {
		{&password, "userName=test_user&password=test_user_password", true},
		{&password, "username=test_user&password=test_user_password", true},
		{&password, "username=test_user&userName=test_user&password=test_user_password", false},
		{&password, "userName=test_user&password=test_user_password&merchant=test_user", true},
		{&password, "userName=test_user&password=test_user_password&merchant=other", false},
		{&password, "username=test_user&password=wrong", false},
		{&password, "token=test_user_token", false},
		{&password, "merchant=test_user", false},
		{&token, "token=test_user_token", true},
		{&token, "token=wrong", false},
		{&token, "token=test_user_token&username=test_user&password=test_user_password", false},
		{&token, "username=test_user&password=test_user_password", true},
		{&name, "merchant=test_user", true},
		{&name, "merchant=other", false},
		{&name, "merchant=", false},
		{&name, "userName=test_user&password=test_user_password", false},
		{&form, "username=test_user&password=test_user_password", false},
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sandbox_form fields;
		struct sandbox_merchant merchant;
		struct sandbox_fault fault;
		assert_true(sandbox_form_parse(&fields, rows[i].body, strlen(rows[i].body)));
		bool right = sandbox_authenticate(bench.gateway.store, rows[i].method, &fields, &merchant, &fault);
		assert_int_equal(right, rows[i].right);
		sandbox_form_free(&fields);
	}
	bench_close(&bench);
}

int sandbox_check_objects(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_envelopes_are_nested),
		cmocka_unit_test(a_caller_names_himself_as_the_method_wants),
	};
	return cmocka_run_group_tests_name("classic methods with JSON bodies", tests, NULL, NULL);
}
