#ifndef SANDBOX_CLOCK_H
#define SANDBOX_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* All times are milliseconds since 1970 UTC; 0 stands for "never". */

/* The only source of the time of day: whatever happens to an order asks here. */
int64_t sandbox_clock_now(void);

/* Reads yyyy-MM-ddTHH:mm:ss as written in a zone so many minutes ahead of UTC. False if it is no such moment. */
bool sandbox_clock_parse(const char *text, int64_t ahead_minutes, int64_t *moment);

/* The number of the bank's day that holds a moment. */
int64_t sandbox_clock_day(int64_t moment, int64_t ahead_minutes);

/* YYYYMM of a moment as a number. */
int64_t sandbox_clock_month(int64_t moment);

#endif
