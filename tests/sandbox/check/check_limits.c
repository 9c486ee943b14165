/* How far a shop may charge a stored card by itself. Now is noon of 21 November 2026. */
#include "bench.h"
#include "check.h"

#include "base/clock.h"
#include "model/limits.h"

#include <stdio.h>

#define DAY 86400

static int64_t moment_of(const char *text)
{
	int64_t moment;
	assert_true(sandbox_clock_parse(text, 0, &moment));
	return moment;
}

static void the_limits_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *params;
		bool installment, right;
	} rows[] = {
		{"{}", true, true},
		{"{\"recurringFrequency\":\"28\",\"recurringExpiry\":\"20261121\"}", false, true},
		{"{\"recurringFrequency\":\"0\"}", false, false},
		{"{\"recurringFrequency\":\"\"}", false, false},
		{"{\"recurringFrequency\":\"10000\"}", false, false},
		{"{\"recurringFrequency\":\"-1\"}", false, false},
		{"{\"recurringExpiry\":\"20261120\"}", false, false}, /* past */
		{"{\"recurringExpiry\":\"20270229\"}", false, false},
		{"{\"recurringExpiry\":\"2027\"}", false, false},
		{"{\"installments\":\"0\"}", false, true}, /* of no concern */
		{"{\"installments\":\"0\"}", true, false},
		{"{\"installments\":\"1000\"}", true, false},
		{"{\"installments\":\"3\",\"totalInstallmentAmount\":\"900\"}", true, true},
		{"{\"totalInstallmentAmount\":\"x\"}", true, false},
	};
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_limits limits;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool right = sandbox_limits_read(
			&limits, rows[i].params, rows[i].installment, &settings, moment_of("2026-11-21T12:00:00"));
		assert_int_equal(right, rows[i].right);
	}
	assert_true(sandbox_limits_read(&limits, NULL, true, &settings, moment_of("2026-11-21T12:00:00")));
}

static void days_are_those_of_the_merchant(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_limits limits = {.frequency = 1, .expiry = 20261123};
	assert_true(sandbox_limits_allow(&limits, 1, &settings, moment_of("2026-11-21T23:59:59")));
	sandbox_limits_count(&limits, 1, moment_of("2026-11-21T23:59:59"));
	assert_false(sandbox_limits_allow(&limits, 1, &settings, moment_of("2026-11-21T23:59:59")));
	assert_true(sandbox_limits_allow(&limits, 1, &settings, moment_of("2026-11-22T00:00:00")));
	assert_true(sandbox_limits_allow(&limits, 1, &settings, moment_of("2026-11-23T23:59:59")));
	assert_false(sandbox_limits_allow(&limits, 1, &settings, moment_of("2026-11-24T00:00:00")));
	settings.utc_offset_minutes = 180;
	assert_false(sandbox_limits_allow(&limits, 1, &settings, moment_of("2026-11-22T00:00:00")));
	assert_false(sandbox_limits_allow(&limits, 1, &settings, moment_of("2026-11-23T21:00:00")));
}

static void their_number_and_sum_are_limited(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_limits limits = {.installments = 2, .total = 100};
	assert_true(sandbox_limits_allow(&limits, 100, &settings, 1));
	assert_false(sandbox_limits_allow(&limits, 101, &settings, 1));
	sandbox_limits_count(&limits, 60, 1);
	assert_true(sandbox_limits_allow(&limits, 40, &settings, 1));
	assert_false(sandbox_limits_allow(&limits, 41, &settings, 1));
	sandbox_limits_count(&limits, 1, 1);
	assert_false(sandbox_limits_allow(&limits, 1, &settings, 1));
}

static int pay_with_limits(struct bench *bench, const char *params, const char *tii, char id[UUID_SIZE])
{
	char more[256];
	snprintf(more, sizeof more, "&clientId=c&jsonParams=%s", params);
	bench_register(bench, "register", 100, more, id);
	return bench_form(bench, "rest/paymentorder.do",
		"MDORDER=%s&$PAN=4444555511113333&$CVC=123&$EXPIRY=202812&TEXT=A&tii=%s", id, tii);
}

static void make_limited_binding(struct bench *bench, const char *params, const char *tii, char binding[UUID_SIZE])
{
	char id[UUID_SIZE];
	assert_int_equal(pay_with_limits(bench, params, tii, id), 0);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(binding, UUID_SIZE, "%s", bench_text(bench, "bindingInfo.bindingId"));
}

/* The actionCode of a charge, which is never an error. */
static int charge_binding(struct bench *bench, const char *binding, const char *tii)
{
	char id[UUID_SIZE];
	bench_register(bench, "register", 100, "&clientId=c", id);
	assert_int_equal(
		bench_form(bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=%s", id, binding, tii), 0);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	return json_object_get_int(bench_member(bench, "actionCode"));
}

static void wrong_limits_are_refused_when_they_would_count(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(pay_with_limits(&bench, "{\"recurringFrequency\":\"x\"}", "RI", id), 5);
	bench_expect(&bench, id, 0, 0, 0, 0);
	assert_int_equal(pay_with_limits(&bench, "{\"recurringFrequency\":\"x\"}", "CI", id), 0);
	bench_close(&bench);
}

static void the_shop_is_bound_and_the_payer_is_not(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], again[UUID_SIZE];
	bench_open(&bench);
	make_limited_binding(&bench, "{\"recurringFrequency\":\"7\",\"recurringExpiry\":\"20261205\"}", "RI", binding);
	assert_int_equal(charge_binding(&bench, binding, "U"), 0);
	assert_int_equal(charge_binding(&bench, binding, "U"), -20010);
	assert_int_equal(charge_binding(&bench, binding, "F"), 0);
	bench_wait(6 * DAY);
	assert_int_equal(charge_binding(&bench, binding, "U"), -20010);
	bench_wait(DAY);
	assert_int_equal(charge_binding(&bench, binding, "U"), 0);
	bench_wait(8 * DAY); /* 6 December */
	assert_int_equal(charge_binding(&bench, binding, "U"), -20010);
	assert_int_equal(charge_binding(&bench, binding, "F"), 0);
	/* The payer agrees to something else. */
	make_limited_binding(&bench, "{\"recurringFrequency\":\"1\"}", "RI", again);
	assert_string_equal(binding, again);
	assert_int_equal(charge_binding(&bench, binding, "U"), 0);
	bench_close(&bench);
}

static void each_installment_agreement_has_its_own(void **state)
{
	(void)state;
	struct bench bench;
	char one[UUID_SIZE], other[UUID_SIZE];
	bench_open(&bench);
	make_limited_binding(&bench, "{\"installments\":\"2\"}", "II", one);
	make_limited_binding(&bench, "{\"installments\":\"5\",\"totalInstallmentAmount\":\"250\"}", "II", other);
	assert_string_not_equal(one, other);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=c&bindingType=I"), 0);
	assert_int_equal(json_object_array_length(bench_member(&bench, "bindings")), 2);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(charge_binding(&bench, one, "U"), i < 2 ? 0 : -20010);
		assert_int_equal(charge_binding(&bench, other, "U"), i < 2 ? 0 : -20010);
	}
	/* No other agreement is in the way of switching one off and on. */
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", one), 0);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", one), 0);
	assert_int_equal(charge_binding(&bench, one, "U"), -20010);
	bench_close(&bench);
}

int sandbox_check_limits(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_limits_are_read),
		cmocka_unit_test(days_are_those_of_the_merchant),
		cmocka_unit_test(their_number_and_sum_are_limited),
		cmocka_unit_test(wrong_limits_are_refused_when_they_would_count),
		cmocka_unit_test(the_shop_is_bound_and_the_payer_is_not),
		cmocka_unit_test(each_installment_agreement_has_its_own),
	};
	return cmocka_run_group_tests_name("limits of bindings", tests, NULL, NULL);
}
