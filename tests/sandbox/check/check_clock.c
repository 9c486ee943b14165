/* Date formats, zones and days. */
#include "check.h"

#include "base/clock.h"

static void dates_are_read_in_their_zone(void **state)
{
	(void)state;
	int64_t moment;
	assert_true(sandbox_clock_parse("2026-11-21T10:20:30", 0, &moment));
	assert_int_equal(moment, INT64_C(1795256430000));
	assert_true(sandbox_clock_parse("2026-11-21T13:20:30", 180, &moment));
	assert_int_equal(moment, INT64_C(1795256430000));
}

static void what_is_no_moment_is_refused(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "2026-11-21", "2026-11-21 10:20:30", "2026-02-29T00:00:00",
		"2026-13-01T00:00:00", "2026-11-21T24:00:00", "2026-11-21T10:60:00", "2026-11-21T10:20:30Z",
		"2026-11-21T10:20:3", "2026-1-21T10:20:300", "2026-11-2 T10:20:30"};
	int64_t moment;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(sandbox_clock_parse(wrong[i], 0, &moment));
	}
}

static void the_bank_day_turns_at_its_midnight(void **state)
{
	(void)state;
	int64_t before, after;
	sandbox_clock_parse("2026-11-21T20:59:59", 0, &before);
	sandbox_clock_parse("2026-11-21T21:00:00", 0, &after);
	assert_int_equal(sandbox_clock_day(before, 0), sandbox_clock_day(after, 0));
	assert_int_equal(sandbox_clock_day(before, 180) + 1, sandbox_clock_day(after, 180));
	assert_int_equal(sandbox_clock_month(before), 202611);
}

int sandbox_check_clock(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_in_their_zone),
		cmocka_unit_test(what_is_no_moment_is_refused),
		cmocka_unit_test(the_bank_day_turns_at_its_midnight),
	};
	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
