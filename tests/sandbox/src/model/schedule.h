#ifndef SANDBOX_MODEL_SCHEDULE_H
#define SANDBOX_MODEL_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

/* The due dates of a recurring task. They are numbered from 1; the first is the start of the schedule. */

#define SANDBOX_SCHEDULE_MOST 10000 /* maximum number of due dates */

struct sandbox_schedule {
	int64_t since, till; /* inclusive */
	int64_t zone;        /* minutes ahead of UTC, in which months are counted */
	int64_t unit;        /* from sandbox_schedule_unit() */
	int64_t value;       /* number of units between two dates */
};

/* The unit of that name, in the form DAYS or Days; -1 if there is none. */
int64_t sandbox_schedule_unit(const char *name);
const char *sandbox_schedule_unit_name(int64_t unit);

/* Parses yyyy-MM-ddTHH:mm:ss.SSS+hhmm, with the zone in minutes. False if there is no such time. */
bool sandbox_schedule_parse(const char *text, int64_t *moment, int64_t *zone);

/* The date of that number; 0 if the schedule has fewer. */
int64_t sandbox_schedule_due(const struct sandbox_schedule *schedule, int64_t number);

#endif
