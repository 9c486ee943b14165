/* A call in flight: one attempt, or several with pauses in between. */
#ifndef PGW_IN_FLIGHT_H
#define PGW_IN_FLIGHT_H

#include "attempt.h"

struct pgw_call {
	struct pgw_attempt attempt;        /* must be first: a pointer to it is cast to the call */
	struct pgw_pool *pool;             /* one reference */
	const struct pgw_request *request; /* borrowed until the end */
	struct pgw_limits limits;
	unsigned forks;         /* of the process that started it */
	int64_t deadline;       /* of all attempts */
	struct pgw_call *next;  /* in pool->in_flight, pool->waiting or pool->held */
	struct pgw_call **link; /* what points to it there; NULL: it is in none */
	int64_t due;            /* while waiting: when the next attempt begins */
	bool held;              /* it has waited for the first connection; it does so only once */
	bool done;
	bool lost;     /* an earlier attempt may have been executed */
	bool answered; /* the last attempt was answered; otherwise `error` is set */
	size_t attempt_count;

	/* What follows is not cleared when the call is made: it is large, and filled before it is read. */
	struct pgw_error error;                                  /* unless answered, once done */
	struct pgw_attempt_facts attempts[PGW_MOST_RETRIES + 1]; /* attempt_count of them */
};

/* drive.c: begins an attempt. False if that is not possible; the call's error says why. */
bool pgw_call_begin(struct pgw_call *call, int64_t now);
/* Drives all calls of the pool, and of those in its ring: see pgw_call_wait(). */
void pgw_calls_drive(struct pgw_pool *pool, int milliseconds);
/*
 * The time since the calls were last driven was the caller's, so it does not count: their deadlines are extended by it.
 * Must be called before a call is added.
 */
void pgw_calls_extend_undriven(struct pgw_pool *pool, int64_t now);
/* Aborts a call, in the process that started it. */
void pgw_call_abort(struct pgw_call *call);

/* retries.c: may the call be retried? */
bool pgw_retries_allow(const struct pgw_call *call);
/* The pause before the next attempt in microseconds; half of it is jitter. */
int64_t pgw_retries_pause(size_t attempts, int64_t now);

#endif
