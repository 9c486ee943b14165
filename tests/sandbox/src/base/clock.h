#ifndef SANDBOX_BASE_CLOCK_H
#define SANDBOX_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* All times are milliseconds since 1970 UTC; 0 means "never". */

/* The only source of the current time. Tests can move it. */
int64_t sandbox_clock_now(void);

/* Sets and gets how far this clock is ahead of the real one. False if it would leave the years 1970 to 9999. */
bool sandbox_clock_shift(int64_t offset);
int64_t sandbox_clock_offset(void);

/* Formats a time as yyyy-MM-ddTHH:mm:ss in a zone that many minutes ahead of UTC. */
#define SANDBOX_CLOCK_TEXT_SIZE 64
void sandbox_clock_write(int64_t moment, int64_t ahead_minutes, char text[SANDBOX_CLOCK_TEXT_SIZE]);

/* The same followed by the zone, +hh:mm; with fraction, six digits of the second come before it. */
void sandbox_clock_write_zone(int64_t moment, int64_t ahead_minutes, bool fraction, char text[SANDBOX_CLOCK_TEXT_SIZE]);

/* Formats it as dd.MM.yyyy HH:mm:ss in such a zone, and as Java prints a date in UTC: Mon Jan 31 21:46:52 UTC 2022. */
void sandbox_clock_write_local(int64_t moment, int64_t ahead_minutes, char text[SANDBOX_CLOCK_TEXT_SIZE]);
void sandbox_clock_write_java(int64_t moment, char text[SANDBOX_CLOCK_TEXT_SIZE]);

/* Parses yyyy-MM-ddTHH:mm:ss in a zone that many minutes ahead of UTC. False if there is no such time. */
bool sandbox_clock_parse(const char *text, int64_t ahead_minutes, int64_t *moment);

/* The same, also with a blank instead of the T, and with a zone after it: Z, +hh:mm, -hh:mm. */
bool sandbox_clock_parse_any(const char *text, int64_t ahead_minutes, int64_t *moment);

/* The number of the day, counted from 1970, in a zone that many minutes ahead of UTC. */
int64_t sandbox_clock_day(int64_t moment, int64_t ahead_minutes);

/* The same day as YYYYMMDD. */
int64_t sandbox_clock_date(int64_t moment, int64_t ahead_minutes);

/* The month of a time in UTC as YYYYMM. */
int64_t sandbox_clock_month(int64_t moment);

#endif
