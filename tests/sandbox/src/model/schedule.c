/* The due dates of a recurring task. */
#include "model/schedule.h"

#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#define MINUTE      INT64_C(60000)
#define DAY         INT64_C(86400000)
#define MONTHS_MOST 120000 /* ten thousand years */

/* Units are milliseconds or calendar months. Nanos, Micros, Eras and Forever are not supported. */
static const struct {
	const char *name;
	int64_t milliseconds, months;
} units[] = {
	{"MILLIS", 1, 0},
	{"SECONDS", 1000, 0},
	{"MINUTES", MINUTE, 0},
	{"HOURS", 60 * MINUTE, 0},
	{"HALF_DAYS", DAY / 2, 0},
	{"DAYS", DAY, 0},
	{"WEEKS", 7 * DAY, 0},
	{"MONTHS", 0, 1},
	{"YEARS", 0, 12},
	{"DECADES", 0, 120},
	{"CENTURIES", 0, 1200},
	{"MILLENNIA", 0, 12000},
};
#define UNITS ((int64_t)(sizeof units / sizeof *units))

/* The documents write HalfDays, the answers HALF_DAYS. */
static bool is_unit_name(const char *unit, const char *name)
{
	return strcasecmp(unit, name) == 0 || (strcmp(unit, "HALF_DAYS") == 0 && strcasecmp(name, "HalfDays") == 0);
}

int64_t sandbox_schedule_unit(const char *name)
{
	for (int64_t unit = 0; unit < UNITS; unit++) {
		if (is_unit_name(units[unit].name, name)) {
			return unit;
		}
	}
	return -1;
}

const char *sandbox_schedule_unit_name(int64_t unit)
{
	return units[unit].name;
}

#define PLAIN_SIZE 19

/* +hhmm or -hhmm */
static bool parse_schedule_zone(const char *text, int64_t *minutes)
{
	int hours, rest;
	if ((text[0] != '+' && text[0] != '-') || strspn(text + 1, "0123456789") != 4 || text[5] ||
		sscanf(text + 1, "%2d%2d", &hours, &rest) != 2) {
		return false;
	}
	*minutes = (text[0] == '-' ? -1 : 1) * (hours * 60 + rest);
	return hours <= 14 && rest <= 59;
}

bool sandbox_schedule_parse(const char *text, int64_t *moment, int64_t *zone)
{
	char plain[PLAIN_SIZE + 1] = "";
	int fraction;
	strncat(plain, text, PLAIN_SIZE);
	const char *rest = text + strlen(plain);
	if (strlen(plain) < PLAIN_SIZE || rest[0] != '.' || strspn(rest + 1, "0123456789") != 3 ||
		sscanf(rest + 1, "%3d", &fraction) != 1 || !parse_schedule_zone(rest + 4, zone) ||
		!sandbox_clock_parse(plain, *zone, moment)) {
		return false;
	}
	*moment += fraction;
	return true;
}

static int last_day_of_month(int year, int month)
{
	struct tm next = {.tm_year = year, .tm_mon = month + 1, .tm_mday = 0};
	timegm(&next);
	return next.tm_mday;
}

/* The same day of a later month, or the last day of that month if it is shorter. */
static int64_t add_months(const struct sandbox_schedule *schedule, int64_t months)
{
	int64_t local = schedule->since + schedule->zone * MINUTE;
	time_t seconds = (time_t)(local / 1000);
	struct tm date;
	gmtime_r(&seconds, &date);
	int64_t month = date.tm_mon + months;
	date.tm_year += (int)(month / 12);
	date.tm_mon = (int)(month % 12);
	int last = last_day_of_month(date.tm_year, date.tm_mon);
	date.tm_mday = date.tm_mday < last ? date.tm_mday : last;
	return (int64_t)timegm(&date) * 1000 + local % 1000 - schedule->zone * MINUTE;
}

int64_t sandbox_schedule_due(const struct sandbox_schedule *schedule, int64_t number)
{
	int64_t steps = (number - 1) * schedule->value;
	int64_t months = steps * units[schedule->unit].months;
	if (months > MONTHS_MOST) {
		return 0;
	}
	int64_t due = months ? add_months(schedule, months) : schedule->since + steps * units[schedule->unit].milliseconds;
	return due <= schedule->till ? due : 0;
}
