/*
 * One attempt at a call: the request is sent once. Law 1 lives here: what libcurl would send again by itself is
 * refused.
 */
#ifndef PGW_ATTEMPT_H
#define PGW_ATTEMPT_H

#include "pool.h"

/* A call has one of these for all its attempts, one after the other. */
struct pgw_attempt {
	struct pgw_pool *pool; /* borrowed, like the next two, from the call */
	const struct pgw_request *request;
	const struct pgw_limits *limits;
	struct pgw_buffer reply; /* owned */
	bool fresh;              /* the next one needs a connection of its own */

	/* of the one in flight, or the last one */
	struct pgw_handle *handle; /* owned while it is in flight, else NULL */
	int64_t started;           /* milliseconds since 1970 */
	int64_t connect_deadline;
	long timeout, connecting; /* milliseconds that libcurl was given */
	size_t sent;              /* bytes of the body */
	size_t received;          /* of heads, trailers and the reply's body */
	bool ready;               /* to send: connected */
	bool begun;               /* the body began to be sent */
	bool stale;               /* the connection had spoken unasked: nothing was sent */
	bool too_long;            /* the reply */
};

/* How an attempt ended. */
struct pgw_attempt_end {
	bool answered; /* there is an answer, of whatever status; else `kind` and `what` say what happened */
	bool restart;  /* the same attempt, on a connection of its own: nothing was sent */
	enum pgw_error_kind kind;
	bool transient; /* the same call may succeed another time */
	char what[CURL_ERROR_SIZE];
	struct pgw_attempt_facts facts;
};

/* Begins an attempt that must end by the deadline. False: it could not be begun, and the error says why. */
bool pgw_attempt_begin(struct pgw_attempt *attempt, int64_t deadline, struct pgw_error *error);
/* More time for the one in flight. */
void pgw_attempt_extend(struct pgw_attempt *attempt, int64_t microseconds);
/* The attempt whose transfer this is. */
struct pgw_attempt *pgw_attempt_of(CURL *curl);
/* Ends it, whether libcurl has or not, and gives its handle back. */
void pgw_attempt_finish(struct pgw_attempt *attempt, CURLcode code, struct pgw_attempt_end *end);

#endif
