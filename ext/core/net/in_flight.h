/* A call in flight: one attempt, or several with pauses in between. */
#ifndef PGW_IN_FLIGHT_H
#define PGW_IN_FLIGHT_H

#include "attempt.h"

struct pgw_call {
	struct pgw_attempt attempt;        /* first: an attempt of a call leads to it */
	struct pgw_pool *pool;             /* shared */
	const struct pgw_request *request; /* borrowed until the end */
	struct pgw_limits limits;
	unsigned forks;        /* a forked child leaves it alone */
	int64_t deadline;      /* of all attempts */
	struct pgw_call *next; /* in pool->underway, or in pool->waiting, */
	int64_t due;           /* until then */
	bool done;
	bool lost;     /* an earlier attempt may have been carried out */
	bool answered; /* the last attempt brought an answer; otherwise there is an error */
	size_t attempt_count;

	/* What follows is not cleared when the call is made: it is large, and filled before it is read. */
	struct pgw_error error;                                  /* unless answered, once done */
	struct pgw_attempt_facts attempts[PGW_MOST_RETRIES + 1]; /* attempt_count of them */
};

/* drive.c: begins the first attempt. False: it could not be begun; the call's error says why. */
bool pgw_call_begin(struct pgw_call *call);
/* Moves all calls of the pool on, and returns when one is done, a signal came, or the time is over. */
void pgw_calls_drive(struct pgw_pool *pool, int milliseconds);
/*
 * The time since the calls were last moved on was the caller's, not theirs: their deadlines are put off. To be called
 * before a call is added.
 */
void pgw_calls_extend_undriven(struct pgw_pool *pool);
/* Ends a call before its time, in the process that began it. */
void pgw_call_abort(struct pgw_call *call);

/* retries.c: whether to repeat, and when. */
bool pgw_retries_allow(const struct pgw_call *call);
/* Microseconds; half of it is jitter. */
int64_t pgw_retries_pause(size_t attempts, int64_t now);

#endif
