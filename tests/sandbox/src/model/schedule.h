#ifndef SANDBOX_MODEL_SCHEDULE_H
#define SANDBOX_MODEL_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

/* The due dates of a recurring task. They have numbers, from 1 on; the first is the beginning of the schedule. */

#define SANDBOX_SCHEDULE_MOST 10000 /* due dates of one schedule */

struct sandbox_schedule {
	int64_t since, till; /* both included */
	int64_t zone;        /* minutes ahead of UTC, in which months are counted */
	int64_t unit;        /* of sandbox_schedule_unit() */
	int64_t value;       /* so many units from one date to the next */
};

/* The unit of that name, as DAYS, Days or HALF_DAYS; -1 if there is none. */
int64_t sandbox_schedule_unit(const char *name);
const char *sandbox_schedule_unit_name(int64_t unit);

/* yyyy-MM-ddTHH:mm:ss.SSS+hhmm, and its zone in minutes. False if it is no such moment. */
bool sandbox_schedule_parse(const char *text, int64_t *moment, int64_t *zone);

/* 0 if the schedule is over by then. */
int64_t sandbox_schedule_due(const struct sandbox_schedule *schedule, int64_t number);

#endif
