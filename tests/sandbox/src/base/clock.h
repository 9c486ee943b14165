#ifndef SANDBOX_BASE_CLOCK_H
#define SANDBOX_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* All times are milliseconds since 1970 UTC; 0 stands for "never". */

/* The only source of the time of day: whatever happens to an order asks here. */
int64_t sandbox_clock_now(void);

/* How far that time is ahead of the real one, for tests that do not wait. False if it would leave the years 1970 to
 * 9999. */
bool sandbox_clock_shift(int64_t offset);
int64_t sandbox_clock_offset(void);

/* yyyy-MM-ddTHH:mm:ss of a moment, as read in a zone so many minutes ahead of UTC. */
#define SANDBOX_CLOCK_TEXT_SIZE 64
void sandbox_clock_write(int64_t moment, int64_t ahead_minutes, char text[SANDBOX_CLOCK_TEXT_SIZE]);

/* The same with that zone after it, +hh:mm, and on demand six digits of the second before that. */
void sandbox_clock_write_zone(int64_t moment, int64_t ahead_minutes, bool fraction, char text[SANDBOX_CLOCK_TEXT_SIZE]);

/* Reads yyyy-MM-ddTHH:mm:ss as written in a zone so many minutes ahead of UTC. False if it is no such moment. */
bool sandbox_clock_parse(const char *text, int64_t ahead_minutes, int64_t *moment);

/* The same, or with a blank for the T, or with a zone after it: Z, +hh:mm, -hh:mm. */
bool sandbox_clock_parse_any(const char *text, int64_t ahead_minutes, int64_t *moment);

/* The number of the bank's day that holds a moment. */
int64_t sandbox_clock_day(int64_t moment, int64_t ahead_minutes);

/* YYYYMMDD of that day. */
int64_t sandbox_clock_date(int64_t moment, int64_t ahead_minutes);

/* YYYYMM of a moment as a number. */
int64_t sandbox_clock_month(int64_t moment);

#endif
