/* The control calls: orders, books, clock, merchants, reset. */
#include "bench.h"
#include "check.h"

#include "base/clock.h"
#include "control/control.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned send_control(struct bench *bench, const char *path, bool post, const char *arguments)
{
	struct sandbox_form form;
	assert_non_null(strstr(sandbox_control_allow(path), post ? "POST" : "GET"));
	assert_true(sandbox_form_parse(&form, arguments, strlen(arguments)));
	sandbox_reply_free(&bench->reply);
	sandbox_control_serve(path, &(struct sandbox_control_request){&bench->gateway, post, &form, &bench->reply});
	sandbox_form_free(&form);
	return bench->reply.status;
}

static void the_clock_moves(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(send_control(&bench, "sandbox/clock", true, "now=2027-01-02T03:04:05"), 200);
	assert_true(json_object_get_int64(bench_member(&bench, "now")) / 1000 - INT64_C(1798859045) < 5);
	assert_int_equal(send_control(&bench, "sandbox/clock", true, "advance=86400"), 200);
	assert_true(sandbox_clock_now() / 1000 - INT64_C(1798945445) < 5);
	assert_int_equal(send_control(&bench, "sandbox/clock", true, "now=1700000000"), 200);
	assert_true(sandbox_clock_now() / 1000 - 1700000000 < 5);
	assert_int_equal(send_control(&bench, "sandbox/clock", true, "reset=1"), 200);
	assert_int_equal(sandbox_clock_offset(), 0);
	static const char *const wrong[] = {
		"", "now=", "now=x", "advance=1.5", "reset=2", "x=1", "now=1&advance=1", "advance=999999999999"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(send_control(&bench, "sandbox/clock", true, wrong[i]), 400);
	}
	bench_close(&bench);
}

static void the_clock_outlives_a_restart(void **state)
{
	(void)state;
	char path[] = "/tmp/sandbox-check-XXXXXX";
	struct bench bench = {.reply = {.status = 0}};
	close(mkstemp(path));
	bench.gateway.store = sandbox_store_open(path);
	assert_int_equal(send_control(&bench, "sandbox/clock", true, "advance=3600"), 200);
	sandbox_reply_free(&bench.reply);
	sandbox_store_close(bench.gateway.store);
	sandbox_clock_shift(0);
	struct sandbox_store *store = sandbox_store_open(path);
	assert_int_equal(sandbox_clock_offset(), 3600000);
	sandbox_store_close(store);
	sandbox_clock_shift(0);
	unlink(path);
}

static void settings_change_at_run_time(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(
		send_control(&bench, "sandbox/merchant", true, "attempts=3&utcOffsetMinutes=-60&currency=398"), 200);
	assert_int_equal(send_control(&bench, "sandbox/merchant", false, ""), 200);
	assert_string_equal(bench_text(&bench, "attempts"), "3");
	assert_string_equal(bench_text(&bench, "utcOffsetMinutes"), "-60");
	assert_string_equal(bench_text(&bench, "currency"), "398");
	assert_null(bench_member(&bench, "password"));
	static const struct {
		const char *form, *error;
	} wrong[] = {
		{"attempts=0", "[attempts] wrong value"},
		{"attempts=2&colour=1", "[colour] is an unknown setting"},
		{"statusVersion=47", "[statusVersion] wrong value"},
		{"multipleDeposits=yes", "[multipleDeposits] wrong value"},
		{"currency=999", "[currency] wrong value"},
		{"language=e1", "[language] wrong value"},
		{"autoCompletionHours=1&autoReverseHours=1",
			"[autoReverseHours] cannot be combined with the other automatic operation"},
		{"userName=new&attempts=2", "[password] is needed for a new merchant"},
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(send_control(&bench, "sandbox/merchant", true, wrong[i].form), 400);
		assert_string_equal(bench_text(&bench, "error"), wrong[i].error);
	}
	send_control(&bench, "sandbox/merchant", false, "");
	assert_string_equal(bench_text(&bench, "attempts"), "3");
	bench_close(&bench);
}

static void a_new_merchant_can_trade(void **state)
{
	(void)state;
	struct bench bench;
	const char *body = "userName=new&password=p&orderNumber=1&amount=1&returnUrl=https://a/";
	bench_open(&bench);
	assert_int_equal(send_control(&bench, "sandbox/merchant", false, "userName=new"), 404);
	assert_int_equal(send_control(&bench, "sandbox/merchant", true, "userName=new&password=p"), 200);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "rest/register.do", body), 0);
	assert_non_null(bench_member(&bench, "orderId"));
	bench_close(&bench);
}

static void a_reset_leaves_nothing(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 100, "", id);
	bench_set(&bench, "attempts", "3");
	assert_int_equal(send_control(&bench, "sandbox/reset", true, ""), 200);
	assert_int_equal(sandbox_clock_offset(), 0);
	send_control(&bench, "sandbox/books", false, "");
	assert_string_equal(bench_text(&bench, "orders"), "0");
	assert_string_equal(bench_text(&bench, "operations"), "0");
	send_control(&bench, "sandbox/merchant", false, "");
	assert_string_equal(bench_text(&bench, "attempts"), "1");
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 6);
	bench_close(&bench);
}

static void all_orders_are_streamed(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	for (int i = 0; i < 5; i++) {
		bench_paid(&bench, "register", 100 + i, "", id);
	}
	assert_int_equal(send_control(&bench, "sandbox/orders", false, ""), 200);
	int64_t position = 0, sum = 0;
	struct json_object *amount;
	char *text;
	while ((text = bench.reply.lines(bench.reply.source, &position))) {
		struct json_object *line = json_tokener_parse(text);
		free(text);
		assert_true(json_object_object_get_ex(line, "depositedAmount", &amount));
		sum += json_object_get_int64(amount);
		json_object_put(line);
	}
	assert_int_equal(sum, 510);
	bench_close(&bench);
}

int sandbox_check_control(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_clock_moves),
		cmocka_unit_test(the_clock_outlives_a_restart),
		cmocka_unit_test(settings_change_at_run_time),
		cmocka_unit_test(a_new_merchant_can_trade),
		cmocka_unit_test(a_reset_leaves_nothing),
		cmocka_unit_test(all_orders_are_streamed),
	};
	return cmocka_run_group_tests_name("control interface", tests, NULL, NULL);
}
