/* getLastOrdersForMerchants.do: periods, states, pages, and whose orders. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

#define ALL    "CREATED,APPROVED,DEPOSITED,DECLINED,REVERSED,REFUNDED"
#define PERIOD "from=20261121000000&to=20261121235959"

static int report(struct bench *bench, const char *parameters)
{
	return bench_form(bench, "rest/getLastOrdersForMerchants.do", "%s", parameters);
}

static int total_of(struct bench *bench, const char *parameters)
{
	assert_int_equal(report(bench, parameters), 0);
	return json_object_get_int(bench_member(bench, "totalCount"));
}

static int total_in(struct bench *bench, const char *state, const char *more)
{
	char parameters[256];
	snprintf(parameters, sizeof parameters, PERIOD "&size=200&merchants=&transactionStates=%s%s", state, more);
	return total_of(bench, parameters);
}

/* One order in each state; the refunded one has two refunds. */
static void fill(struct bench *bench)
{
	char id[UUID_SIZE];
	bench_register(bench, "register", 1000, "", id);
	bench_register(bench, "register", 1000, "", id);
	assert_int_equal(bench_form(bench, "rest/decline.do", "orderId=%s", id), 0);
	bench_paid(bench, "registerPreAuth", 1000, "", id);
	bench_paid(bench, "registerPreAuth", 1000, "", id);
	assert_int_equal(bench_form(bench, "rest/reverse.do", "orderId=%s", id), 0);
	bench_paid(bench, "register", 1000, "", id);
	bench_paid(bench, "register", 1000, "", id);
	assert_int_equal(bench_form(bench, "rest/refund.do", "orderId=%s&amount=1", id), 0);
	assert_int_equal(bench_form(bench, "rest/refund.do", "orderId=%s&amount=2", id), 0);
}

static void orders_are_found_by_state_and_period(void **state)
{
	(void)state;
	static const struct {
		const char *state;
		int paid, created;
	} rows[] = {
		{"CREATED", 0, 1},
		{"APPROVED", 1, 1},
		{"DEPOSITED", 1, 1},
		{"DECLINED", 0, 1},
		{"REVERSED", 1, 1},
		{"REFUNDED", 1, 1},
		{"APPROVED,REFUNDED", 2, 2},
		{ALL, 4, 6},
	};
	struct bench bench;
	bench_open(&bench);
	fill(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(total_in(&bench, rows[i].state, ""), rows[i].paid);
		assert_int_equal(total_in(&bench, rows[i].state, "&searchByCreatedDate=true"), rows[i].created);
	}
	assert_int_equal(total_in(&bench, "REFUNDED", ""), 1);
	assert_string_equal(bench_text(&bench, "orderStatuses.0.orderStatus"), "4");
	assert_string_equal(bench_text(&bench, "orderStatuses.0.refunds.1.amount"), "2");
	assert_int_equal(
		total_of(&bench, "from=20261120000000&to=20261120235959&size=9&merchants=&transactionStates=" ALL), 0);
	bench_close(&bench);
}

static void a_period_is_in_the_merchants_zone(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "utcOffsetMinutes", "180");
	bench_paid(&bench, "register", 1000, "", id); /* at 12:00:00 UTC */
	assert_int_equal(total_of(&bench, "from=20261121150000&to=20261121150010&size=9&transactionStates=DEPOSITED"), 1);
	assert_int_equal(total_of(&bench, "from=20261121120000&to=20261121120010&size=9&transactionStates=DEPOSITED"), 0);
	bench_close(&bench);
}

static void a_report_has_pages(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	fill(&bench);
	assert_int_equal(total_in(&bench, ALL, "&searchByCreatedDate=true"), 6);
	assert_int_equal(json_object_array_length(bench_member(&bench, "orderStatuses")), 6);
	assert_int_equal(total_of(&bench, PERIOD "&size=4&page=1&searchByCreatedDate=true&transactionStates=" ALL), 6);
	assert_int_equal(json_object_array_length(bench_member(&bench, "orderStatuses")), 2);
	assert_string_equal(bench_text(&bench, "page"), "1");
	assert_string_equal(bench_text(&bench, "pageSize"), "4");
	assert_string_equal(bench_text(&bench, "orderStatuses.1.orderStatus"), "4");
	assert_int_equal(total_of(&bench, PERIOD "&size=4&page=9&transactionStates=" ALL), 4);
	assert_int_equal(json_object_array_length(bench_member(&bench, "orderStatuses")), 0);
	bench_close(&bench);
}

static void wrong_requests(void **state)
{
	(void)state;
	static const struct {
		const char *parameters;
		int code;
	} rows[] = {
		{PERIOD "&size=200&transactionStates=DEPOSITED&merchants=test_user", 0},
		{PERIOD "&size=200&transactionStates=DEPOSITED&merchants=test_user,other", 10},
		{PERIOD "&size=201&transactionStates=DEPOSITED", 10},
		{PERIOD "&size=0&transactionStates=DEPOSITED", 5},
		{PERIOD "&transactionStates=DEPOSITED", 5},
		{PERIOD "&size=9", 5},
		{PERIOD "&size=9&transactionStates=", 5},
		{PERIOD "&size=9&transactionStates=PAID", 5},
		{PERIOD "&size=9&transactionStates=DEPOSITED,", 5},
		{"from=20261121000000&size=9&transactionStates=DEPOSITED", 5},
		{"from=20261121000000&to=20261120000000&size=9&transactionStates=DEPOSITED", 5},
		{"from=20261321000000&to=20261421000000&size=9&transactionStates=DEPOSITED", 5},
		{"from=2026112100000&to=20261121235959&size=9&transactionStates=DEPOSITED", 5},
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(report(&bench, rows[i].parameters), rows[i].code);
	}
	bench_close(&bench);
}

int sandbox_check_last_orders(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orders_are_found_by_state_and_period),
		cmocka_unit_test(a_period_is_in_the_merchants_zone),
		cmocka_unit_test(a_report_has_pages),
		cmocka_unit_test(wrong_requests),
	};
	return cmocka_run_group_tests_name("last orders", tests, NULL, NULL);
}
