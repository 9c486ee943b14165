/* The dates of a recurring task. */
#include "check.h"

#include "base/clock.h"
#include "model/schedule.h"

static struct sandbox_schedule make_schedule(const char *since, const char *till, const char *unit, int64_t value)
{
	struct sandbox_schedule schedule = {.unit = sandbox_schedule_unit(unit), .value = value};
	int64_t zone;
	assert_true(sandbox_schedule_parse(since, &schedule.since, &schedule.zone));
	assert_true(sandbox_schedule_parse(till, &schedule.till, &zone));
	assert_true(schedule.unit >= 0);
	return schedule;
}

static void expect_date(const struct sandbox_schedule *schedule, int64_t number, const char *date)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	int64_t due = sandbox_schedule_due(schedule, number);
	if (!date) {
		assert_int_equal(due, 0);
		return;
	}
	sandbox_clock_write_zone(due, schedule->zone, false, text);
	assert_string_equal(text, date);
}

static void months_are_those_of_the_calendar(void **state)
{
	(void)state;
	struct sandbox_schedule schedule =
		make_schedule("2027-01-31T00:30:00.000+0300", "2028-02-29T00:30:00.000+0300", "MONTHS", 1);
	expect_date(&schedule, 1, "2027-01-31T00:30:00+03:00");
	expect_date(&schedule, 2, "2027-02-28T00:30:00+03:00");
	expect_date(&schedule, 3, "2027-03-31T00:30:00+03:00");
	expect_date(&schedule, 4, "2027-04-30T00:30:00+03:00");
	expect_date(&schedule, 13, "2028-01-31T00:30:00+03:00");
	expect_date(&schedule, 14, "2028-02-29T00:30:00+03:00"); /* the last one, on the second */
	expect_date(&schedule, 15, NULL);
	schedule = make_schedule("2028-02-29T00:00:00.000-0500", "9999-12-31T00:00:00.000+0000", "Years", 1);
	expect_date(&schedule, 2, "2029-02-28T00:00:00-05:00");
	expect_date(&schedule, 5, "2032-02-29T00:00:00-05:00");
	expect_date(&schedule, 10000, NULL);
}

static void other_units_are_lengths(void **state)
{
	(void)state;
	static const struct {
		const char *unit;
		int64_t value;
		const char *third;
	} rows[] = {
		{"millis", 500, "2027-01-31T00:00:01+00:00"},
		{"SECONDS", 1, "2027-01-31T00:00:02+00:00"},
		{"Minutes", 1, "2027-01-31T00:02:00+00:00"},
		{"HOURS", 1, "2027-01-31T02:00:00+00:00"},
		{"HalfDays", 1, "2027-02-01T00:00:00+00:00"},
		{"HALF_DAYS", 1, "2027-02-01T00:00:00+00:00"},
		{"DAYS", 15, "2027-03-02T00:00:00+00:00"},
		{"Weeks", 2, "2027-02-28T00:00:00+00:00"},
		{"Decades", 1, "2047-01-31T00:00:00+00:00"},
		{"Centuries", 1, "2227-01-31T00:00:00+00:00"},
		{"Millennia", 1, "4027-01-31T00:00:00+00:00"},
		{"Millennia", 999999, NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sandbox_schedule schedule =
			make_schedule("2027-01-31T00:00:00.000+0000", "9999-12-31T00:00:00.000+0000", rows[i].unit, rows[i].value);
		expect_date(&schedule, 3, rows[i].third);
	}
	assert_int_equal(sandbox_schedule_unit("Nanos"), -1);
	assert_int_equal(sandbox_schedule_unit("Forever"), -1);
	assert_int_equal(sandbox_schedule_unit("DAY"), -1);
}

static void a_date_has_milliseconds_and_a_zone(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "2027-01-31T00:00:00", "2027-01-31T00:00:00.000",
		"2027-01-31T00:00:00.000Z", "2027-01-31T00:00:00.000+03:00", "2027-01-31T00:00:00.00+03000",
		"2027-01-31T00:00:00.000+1500", "2027-01-31T00:00:00.000+0360", "2027-02-29T00:00:00.000+0300",
		"2027-01-31 00:00:00.000+0300"};
	int64_t moment, zone;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(sandbox_schedule_parse(wrong[i], &moment, &zone));
	}
	assert_true(sandbox_schedule_parse("1970-01-01T00:00:00.007-0130", &moment, &zone));
	assert_int_equal(moment, 90 * 60000 + 7);
	assert_int_equal(zone, -90);
}

int sandbox_check_schedule(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_are_those_of_the_calendar),
		cmocka_unit_test(other_units_are_lengths),
		cmocka_unit_test(a_date_has_milliseconds_and_a_zone),
	};
	return cmocka_run_group_tests_name("schedules", tests, NULL, NULL);
}
