/* A call on its way: one attempt, or several with pauses in between. */
#ifndef PGW_CALL_H
#define PGW_CALL_H

#include "pool.h"

struct pgw_call {
	struct pgw_pool *pool;             /* shared */
	const struct pgw_request *request; /* borrowed until the end */
	struct pgw_limits limits;
	unsigned forks;            /* a forked child leaves it alone */
	int64_t deadline;          /* of all attempts */
	int64_t connect_deadline;  /* of this attempt's connection */
	long timeout, connecting;  /* milliseconds that libcurl was given for this attempt */
	struct pgw_handle *handle; /* owned while an attempt is on its way, else NULL */
	struct pgw_call *next;     /* in pool->underway, or in pool->waiting, */
	int64_t due;               /* until then */
	bool done;

	size_t sent;   /* of the body, in this attempt */
	size_t heard;  /* of heads, trailers and the reply's body, in this attempt */
	bool ready;    /* to send: connected, in this attempt */
	bool begun;    /* the body began to be sent, in this attempt */
	bool lost;     /* an earlier attempt may have arrived: nothing but an answer tells */
	bool stale;    /* this attempt met a connection that had spoken unasked: nothing was sent */
	bool too_long; /* the reply */
	bool fresh;    /* this attempt needs a connection of its own */
	bool answered; /* there is a response; otherwise an error */
	struct pgw_response response;
	struct pgw_error error;

	struct pgw_attempt attempts[PGW_MOST_RETRIES + 1];
	size_t attempt_count;
};

/* transport.c: one attempt. */
bool pgw_call_set_up(struct pgw_handle *handle); /* what all attempts of a handle share */
bool pgw_call_attempt(struct pgw_call *call);
/* The attempt's end, told by the pool. */
void pgw_call_attempted(struct pgw_call *call, CURLcode code);
/* The same of an attempt that is given up, in a process where the handle is its own. */
void pgw_call_note_attempt(struct pgw_call *call, CURLcode code, int status);
/* More time for the attempt that is on its way. */
void pgw_call_put_off(struct pgw_call *call, int64_t microseconds);

/* call.c */
void pgw_call_enlist(struct pgw_call **list, struct pgw_call *call);
void pgw_call_delist(struct pgw_call **list, struct pgw_call *call);
void pgw_call_attempt_again(struct pgw_call *call);
/* The attempt ended as the call's fields say: is that the end? */
void pgw_call_settle(struct pgw_call *call);
/* Begins what is due; when the next one is, or PGW_NEVER. */
int64_t pgw_calls_resume(struct pgw_pool *pool, int64_t now);
/* Puts all limits of time off. */
void pgw_calls_put_off(struct pgw_pool *pool, int64_t microseconds);
/*
 * Ends what libcurl should have ended: its timers of an attempt ring once, and one that was put off rings too early.
 * When the next one will be overdue, or PGW_NEVER.
 */
int64_t pgw_calls_expire(struct pgw_pool *pool, int64_t now);

#endif
