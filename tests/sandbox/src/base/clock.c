/* The clock, which tests can move, and the date formats of the gateway. */
#include "base/clock.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MINUTE   INT64_C(60000)
#define DAY      INT64_C(86400000)
#define LAST_DAY INT64_C(253402214400000) /* 9999-12-31 */

static _Atomic int64_t ahead;

static int64_t real_time(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t sandbox_clock_now(void)
{
	return real_time() + atomic_load(&ahead);
}

int64_t sandbox_clock_offset(void)
{
	return atomic_load(&ahead);
}

bool sandbox_clock_shift(int64_t offset)
{
	int64_t real = real_time();
	if (offset < -real || offset > LAST_DAY - real) {
		return false;
	}
	atomic_store(&ahead, offset);
	return true;
}

static void write_as(const char *format, int64_t moment, int64_t ahead_minutes, char text[SANDBOX_CLOCK_TEXT_SIZE])
{
	time_t seconds = (time_t)((moment + ahead_minutes * MINUTE) / 1000);
	struct tm broken;
	gmtime_r(&seconds, &broken);
	strftime(text, SANDBOX_CLOCK_TEXT_SIZE, format, &broken);
}

void sandbox_clock_write(int64_t moment, int64_t ahead_minutes, char text[SANDBOX_CLOCK_TEXT_SIZE])
{
	write_as("%Y-%m-%dT%H:%M:%S", moment, ahead_minutes, text);
}

void sandbox_clock_write_local(int64_t moment, int64_t ahead_minutes, char text[SANDBOX_CLOCK_TEXT_SIZE])
{
	write_as("%d.%m.%Y %H:%M:%S", moment, ahead_minutes, text);
}

/* The sandbox sets no locale, so the names are English. */
void sandbox_clock_write_java(int64_t moment, char text[SANDBOX_CLOCK_TEXT_SIZE])
{
	write_as("%a %b %d %H:%M:%S UTC %Y", moment, 0, text);
}

void sandbox_clock_write_zone(int64_t moment, int64_t ahead_minutes, bool fraction, char text[SANDBOX_CLOCK_TEXT_SIZE])
{
	int zone = (int)(ahead_minutes < 0 ? -ahead_minutes : ahead_minutes);
	sandbox_clock_write(moment, ahead_minutes, text);
	size_t size = strlen(text);
	if (fraction) {
		size += (size_t)snprintf(text + size, SANDBOX_CLOCK_TEXT_SIZE - size, ".%03d000", (int)(moment % 1000));
	}
	snprintf(text + size, SANDBOX_CLOCK_TEXT_SIZE - size, "%c%02d:%02d", ahead_minutes < 0 ? '-' : '+', zone / 60,
		zone % 60);
}

static bool has_date_shape(const char *text)
{
	static const char shape[] = "dddd-dd-ddTdd:dd:dd";
	if (strlen(text) != sizeof shape - 1) {
		return false;
	}
	for (size_t i = 0; shape[i]; i++) {
		bool digit = text[i] >= '0' && text[i] <= '9';
		if (shape[i] == 'd' ? !digit : text[i] != shape[i]) {
			return false;
		}
	}
	return true;
}

bool sandbox_clock_parse(const char *text, int64_t ahead_minutes, int64_t *moment)
{
	struct tm given = {0};
	if (!has_date_shape(text) || sscanf(text, "%d-%d-%dT%d:%d:%d", &given.tm_year, &given.tm_mon, &given.tm_mday,
									 &given.tm_hour, &given.tm_min, &given.tm_sec) != 6) {
		return false;
	}
	given.tm_year -= 1900;
	given.tm_mon -= 1;
	struct tm real = given;
	time_t seconds = timegm(&real);
	/* timegm() turns 31 February into March: only a valid date comes back unchanged. */
	if (real.tm_year != given.tm_year || real.tm_mon != given.tm_mon || real.tm_mday != given.tm_mday ||
		real.tm_hour != given.tm_hour || real.tm_min != given.tm_min || real.tm_sec != given.tm_sec) {
		return false;
	}
	*moment = (int64_t)seconds * 1000 - ahead_minutes * MINUTE;
	return true;
}

#define PLAIN_SIZE 19

static bool parse_zone(const char *zone, int64_t *minutes)
{
	int hours, rest;
	if (strcmp(zone, "Z") == 0) {
		*minutes = 0;
		return true;
	}
	if (strlen(zone) != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' ||
		strspn(zone + 1, "0123456789") != 2 || strspn(zone + 4, "0123456789") != 2 ||
		sscanf(zone + 1, "%2d:%2d", &hours, &rest) != 2) {
		return false;
	}
	*minutes = (zone[0] == '-' ? -1 : 1) * (hours * 60 + rest);
	return hours <= 14 && rest <= 59;
}

bool sandbox_clock_parse_any(const char *text, int64_t ahead_minutes, int64_t *moment)
{
	char plain[PLAIN_SIZE + 1] = "";
	strncat(plain, text, PLAIN_SIZE);
	if (strlen(plain) < PLAIN_SIZE || (text[PLAIN_SIZE] && !parse_zone(text + PLAIN_SIZE, &ahead_minutes))) {
		return false;
	}
	plain[10] = plain[10] == ' ' ? 'T' : plain[10];
	return sandbox_clock_parse(plain, ahead_minutes, moment);
}

int64_t sandbox_clock_day(int64_t moment, int64_t ahead_minutes)
{
	return (moment + ahead_minutes * MINUTE) / DAY;
}

int64_t sandbox_clock_date(int64_t moment, int64_t ahead_minutes)
{
	time_t seconds = (time_t)((moment + ahead_minutes * MINUTE) / 1000);
	struct tm day;
	gmtime_r(&seconds, &day);
	return (int64_t)(day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}

int64_t sandbox_clock_month(int64_t moment)
{
	time_t seconds = (time_t)(moment / 1000);
	struct tm month;
	gmtime_r(&seconds, &month);
	return (int64_t)(month.tm_year + 1900) * 100 + month.tm_mon + 1;
}
