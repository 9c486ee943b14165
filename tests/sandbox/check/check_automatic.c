/* Automatic completion and automatic reversal of holds. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

/*
 * The eight cases of the seed text: automatic completion and automatic reversal, each for an order that is unpaid at
 * that time, held, captured before, and reversed before. By the order's own date and by the merchant's hours alike.
 */

#define HOLD      1000
#define TWO_HOURS 7200

static const struct {
	const char *setting, *date;
	int state, approved, deposited; /* of a hold after that time */
} kinds[] = {
	{"autoCompletionHours", "&autocompletionDate=2026-11-21T13:00:00", 2, HOLD, HOLD},
	{"autoReverseHours", "&autoReverseDate=2026-11-21T13:00:00", 3, 0, 0},
};
#define KINDS (sizeof kinds / sizeof *kinds)

/* Every kind, by date and by setting. */
static void for_each_kind(void (*check)(struct bench *bench, size_t kind, const char *more))
{
	for (size_t kind = 0; kind < KINDS; kind++) {
		struct bench bench;
		bench_open(&bench);
		check(&bench, kind, kinds[kind].date);
		bench_close(&bench);
		bench_open(&bench);
		bench_set(&bench, kinds[kind].setting, "1");
		check(&bench, kind, "");
		bench_close(&bench);
	}
}

static void check_unpaid(struct bench *bench, size_t kind, const char *more)
{
	char expired[UUID_SIZE], late[UUID_SIZE], longer[128];
	(void)kind;
	snprintf(longer, sizeof longer, "%s&sessionTimeoutSecs=86400", more);
	bench_register(bench, "registerPreAuth", HOLD, more, expired);
	bench_register(bench, "registerPreAuth", HOLD, longer, late);
	bench_wait(TWO_HOURS);
	bench_expect(bench, expired, 6, 0, 0, 0);
	assert_string_equal(bench_text(bench, "actionCode"), "-2007");
	bench_expect(bench, late, 0, 0, 0, 0);
	bench_pay(bench, late);
	bench_wait(TWO_HOURS);
	bench_expect(bench, late, 1, HOLD, 0, 0);
}

static void check_held(struct bench *bench, size_t kind, const char *more)
{
	char id[UUID_SIZE];
	bench_paid(bench, "registerPreAuth", HOLD, more, id);
	bench_wait(3500);
	bench_expect(bench, id, 1, HOLD, 0, 0);
	bench_wait(101);
	bench_expect(bench, id, kinds[kind].state, kinds[kind].approved, kinds[kind].deposited, 0);
	assert_non_null(bench_member(bench, kind == 0 ? "depositedDate" : "reversedDate"));
}

static void captured_before(struct bench *bench, size_t kind, const char *more)
{
	char whole[UUID_SIZE], part[UUID_SIZE], staged[UUID_SIZE];
	(void)kind;
	bench_paid(bench, "registerPreAuth", HOLD, more, whole);
	bench_paid(bench, "registerPreAuth", HOLD, more, part);
	bench_paid(bench, "registerPreAuth", HOLD, more, staged);
	assert_int_equal(bench_form(bench, "rest/deposit.do", "orderId=%s&amount=0", whole), 0);
	assert_int_equal(bench_form(bench, "rest/deposit.do", "orderId=%s&amount=400", part), 0);
	bench_set(bench, "multipleDeposits", "1");
	assert_int_equal(bench_form(bench, "rest/deposit.do", "orderId=%s&amount=400", staged), 0);
	bench_wait(TWO_HOURS);
	bench_expect(bench, whole, 2, HOLD, HOLD, 0);
	bench_expect(bench, part, 2, HOLD, 400, 0);
	bench_expect(bench, staged, 8, HOLD, 400, 0);
}

static void undone_before(struct bench *bench, size_t kind, const char *more)
{
	char reversed[UUID_SIZE], part[UUID_SIZE], refunded[UUID_SIZE];
	(void)kind;
	bench_paid(bench, "registerPreAuth", HOLD, more, reversed);
	bench_paid(bench, "registerPreAuth", HOLD, more, part);
	bench_paid(bench, "registerPreAuth", HOLD, more, refunded);
	assert_int_equal(bench_form(bench, "rest/reverse.do", "orderId=%s", reversed), 0);
	assert_int_equal(bench_form(bench, "rest/reverse.do", "orderId=%s&amount=300", part), 0);
	assert_int_equal(bench_form(bench, "rest/deposit.do", "orderId=%s&amount=0", refunded), 0);
	assert_int_equal(bench_form(bench, "rest/refund.do", "orderId=%s&amount=100", refunded), 0);
	bench_wait(TWO_HOURS);
	bench_expect(bench, reversed, 3, 0, 0, 0);
	bench_expect(bench, part, 1, 700, 0, 0);
	bench_expect(bench, refunded, 4, HOLD, 900, 100);
}

static void an_unpaid_order_is_left_to_expire(void **state)
{
	(void)state;
	for_each_kind(check_unpaid);
}

static void a_hold_is_captured_or_reversed_in_full(void **state)
{
	(void)state;
	for_each_kind(check_held);
}

static void what_was_captured_before_goes_its_own_way(void **state)
{
	(void)state;
	for_each_kind(captured_before);
}

static void what_was_undone_before_goes_its_own_way(void **state)
{
	(void)state;
	for_each_kind(undone_before);
}

static void both_dates_are_refused(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(bench_form(&bench, "rest/registerPreAuth.do", "orderNumber=1&amount=1&returnUrl=https://a/%s%s",
						 kinds[0].date, kinds[1].date),
		5);
	bench_close(&bench);
}

static void the_order_s_date_wins_over_the_merchant_s_hours(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "autoReverseHours", "1");
	bench_paid(&bench, "registerPreAuth", HOLD, "&autocompletionDate=2026-11-21T14:00:00", id);
	bench_wait(TWO_HOURS - 1);
	bench_expect(&bench, id, 1, HOLD, 0, 0);
	bench_wait(2);
	bench_expect(&bench, id, 2, HOLD, HOLD, 0);
	bench_close(&bench);
}

static void dates_are_of_the_merchant_s_zone(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "utcOffsetMinutes", "180");
	bench_paid(&bench, "registerPreAuth", HOLD, "&autoReverseDate=2026-11-21T16:00:00", id);
	bench_wait(3500);
	bench_expect(&bench, id, 1, HOLD, 0, 0);
	bench_wait(101);
	bench_expect(&bench, id, 3, 0, 0, 0);
	bench_close(&bench);
}

static void one_phase_orders_know_nothing_of_it(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "autoReverseHours", "1");
	bench_paid(&bench, "register", HOLD, "", id);
	bench_wait(TWO_HOURS);
	bench_expect(&bench, id, 2, HOLD, HOLD, 0);
	bench_close(&bench);
}

int sandbox_check_automatic(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_unpaid_order_is_left_to_expire),
		cmocka_unit_test(a_hold_is_captured_or_reversed_in_full),
		cmocka_unit_test(what_was_captured_before_goes_its_own_way),
		cmocka_unit_test(what_was_undone_before_goes_its_own_way),
		cmocka_unit_test(both_dates_are_refused),
		cmocka_unit_test(the_order_s_date_wins_over_the_merchant_s_hours),
		cmocka_unit_test(dates_are_of_the_merchant_s_zone),
		cmocka_unit_test(one_phase_orders_know_nothing_of_it),
	};
	return cmocka_run_group_tests_name("automatic completion and reversal", tests, NULL, NULL);
}
