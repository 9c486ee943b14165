/* A whole gateway in memory, asked without HTTP. */
#include "bench.h"

#include "check.h"
#include "base/clock.h"
#include "base/json.h"
#include "page/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BODY_SIZE 8192

void bench_open(struct bench *bench)
{
	int64_t now;
	memset(bench, 0, sizeof *bench);
	bench->gateway.store = sandbox_store_open(":memory:");
	bench->gateway.base_uri = "http://127.0.0.1/payment/";
	bench->gateway.log = sandbox_log_open();
	bench->gateway.failures = sandbox_failures_open();
	assert_non_null(bench->gateway.store);
	assert_true(sandbox_clock_parse(BENCH_NOW, 0, &now));
	assert_true(sandbox_clock_shift(now - (sandbox_clock_now() - sandbox_clock_offset())));
}

void bench_close(struct bench *bench)
{
	sandbox_reply_free(&bench->reply);
	sandbox_store_close(bench->gateway.store);
	sandbox_log_close(bench->gateway.log);
	sandbox_failures_close(bench->gateway.failures);
	assert_true(sandbox_clock_shift(0));
}

void bench_set(struct bench *bench, const char *name, const char *value)
{
	struct sandbox_store *store = bench->gateway.store;
	struct sandbox_merchant merchant = *sandbox_store_merchant_by_name(store, "test_user");
	assert_int_equal(sandbox_setting_write(&merchant.settings, name, value), SANDBOX_SETTING_DONE);
	assert_true(sandbox_store_begin(store));
	assert_true(sandbox_store_merchant_save(store, &merchant));
	assert_true(sandbox_store_commit(store));
}

void bench_wait(int64_t seconds)
{
	assert_true(sandbox_clock_shift(sandbox_clock_offset() + seconds * 1000));
}

/* errorCode, by whatever name the envelope has it. */
static int error_code(const struct bench *bench)
{
	static const char *const names[] = {"errorCode", "ErrorCode", "error.code"};
	const char *code = NULL;
	for (size_t i = 0; i < sizeof names / sizeof *names && !code; i++) {
		code = bench_text(bench, names[i]);
	}
	return code ? atoi(code) : 0;
}

int bench_body(struct bench *bench, enum sandbox_base base, const char *path, const char *body)
{
	const struct sandbox_method *method = sandbox_method_find(base, path);
	assert_non_null(method);
	sandbox_reply_free(&bench->reply);
	const struct sandbox_request request = {
		.verb = "POST",
		.path = path,
		.type = method->object ? SANDBOX_JSON_TYPE : SANDBOX_FORM_TYPE,
		.body = body,
		.size = strlen(body),
	};
	sandbox_gateway_serve(&bench->gateway, method, &request, &bench->reply);
	assert_int_equal(bench->reply.status, 200);
	return error_code(bench);
}

int bench_form(struct bench *bench, const char *path, const char *format, ...)
{
	char body[BODY_SIZE] = CLASSIC_LOGIN;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(body + strlen(body), sizeof body - strlen(body), format, arguments);
	va_end(arguments);
	return bench_body(bench, SANDBOX_BASE_CLASSIC, path, body);
}

static int send_object(
	struct bench *bench, enum sandbox_base base, const char *path, const char *format, va_list arguments)
{
	char body[BODY_SIZE] = "{" JSON_LOGIN;
	vsnprintf(body + strlen(body), sizeof body - strlen(body) - 1, format, arguments);
	strcat(body, "}");
	return bench_body(bench, base, path, body);
}

int bench_json(struct bench *bench, const char *path, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int code = send_object(bench, SANDBOX_BASE_JSON, path, format, arguments);
	va_end(arguments);
	return code;
}

int bench_object(struct bench *bench, const char *path, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int code = send_object(bench, SANDBOX_BASE_CLASSIC, path, format, arguments);
	va_end(arguments);
	return code;
}

int bench_host(struct bench *bench, const char *path, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int code = send_object(bench, SANDBOX_BASE_HOST, path, format, arguments);
	va_end(arguments);
	return code;
}

unsigned bench_page(struct bench *bench, const char *path, const char *query, const char *body)
{
	struct sandbox_form fields, form = {.count = 0};
	assert_true(sandbox_form_parse(&fields, query, strlen(query)));
	assert_true(!body || sandbox_form_parse(&form, body, strlen(body)));
	assert_non_null(strstr(sandbox_page_allow(path), body ? "POST" : "GET"));
	sandbox_reply_free(&bench->reply);
	sandbox_page_serve(&(struct sandbox_page_request){.gateway = &bench->gateway,
		.path = path,
		.post = body,
		.query = &fields,
		.body = &form,
		.reply = &bench->reply});
	sandbox_form_free(&fields);
	sandbox_form_free(&form);
	return bench->reply.status;
}

struct json_object *bench_member(const struct bench *bench, const char *path)
{
	struct json_object *at = bench->reply.json;
	while (at && *path) {
		char name[64] = "";
		size_t size = strcspn(path, ".");
		strncat(name, path, size);
		if (json_object_is_type(at, json_type_array)) {
			at = json_object_array_get_idx(at, (size_t)atoi(name));
		} else if (!json_object_object_get_ex(at, name, &at)) {
			return NULL;
		}
		path += size + (path[size] == '.');
	}
	return at;
}

const char *bench_text(const struct bench *bench, const char *path)
{
	return json_object_get_string(bench_member(bench, path));
}

bool bench_warned(const struct bench *bench, const char *text)
{
	struct json_object *log = sandbox_log_read(bench->gateway.log, 0);
	struct json_object *requests = sandbox_json_member(log, "requests");
	struct json_object *last = json_object_array_get_idx(requests, json_object_array_length(requests) - 1);
	struct json_object *warnings = sandbox_json_member(last, "warnings");
	bool warned = false;
	for (size_t i = 0; i < json_object_array_length(warnings); i++) {
		const char *warning = json_object_get_string(json_object_array_get_idx(warnings, i));
		warned = warned || !text || strcmp(warning, text) == 0;
	}
	json_object_put(log);
	return warned;
}

void bench_register(struct bench *bench, const char *method, int amount, const char *more, char id[UUID_SIZE])
{
	static int number;
	char path[64];
	snprintf(path, sizeof path, "rest/%s.do", method);
	assert_int_equal(
		bench_form(bench, path, "orderNumber=%d&amount=%d&returnUrl=https://shop.example/%s", ++number, amount, more),
		0);
	snprintf(id, UUID_SIZE, "%s", bench_text(bench, "orderId"));
}

void bench_pay(struct bench *bench, const char *id)
{
	assert_int_equal(bench_form(bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=4444555511113333&$CVC=123&YYYY=2026&MM=12&TEXT=A", id),
		0);
	assert_null(bench_member(bench, "error"));
}

void bench_paid(struct bench *bench, const char *method, int amount, const char *more, char id[UUID_SIZE])
{
	bench_register(bench, method, amount, more, id);
	bench_pay(bench, id);
}

static int amount_of(const struct bench *bench, const char *name)
{
	char path[64];
	snprintf(path, sizeof path, "paymentAmountInfo.%s", name);
	return json_object_get_int(bench_member(bench, path));
}

void bench_expect(struct bench *bench, const char *id, int state, int approved, int deposited, int refunded)
{
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	assert_int_equal(json_object_get_int(bench_member(bench, "orderStatus")), state);
	assert_int_equal(amount_of(bench, "approvedAmount"), approved);
	assert_int_equal(amount_of(bench, "depositedAmount"), deposited);
	assert_int_equal(amount_of(bench, "refundedAmount"), refunded);
}
