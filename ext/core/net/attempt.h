/* One attempt at a call, and law 1, a payment is never sent twice: libcurl's own retries are refused here. */
#ifndef PGW_ATTEMPT_H
#define PGW_ATTEMPT_H

#include "pool.h"

/* Reused for all attempts of a call, one after the other. */
struct pgw_attempt {
	struct pgw_pool *pool; /* borrowed from the call, like the next two */
	const struct pgw_request *request;
	const struct pgw_limits *limits;
	struct pgw_buffer reply; /* owned */
	bool fresh;              /* the next attempt needs a new connection */

	/* the attempt in flight, or the last one */
	struct pgw_handle *handle;  /* owned while in flight, otherwise NULL */
	struct curl_slist *headers; /* owned while in flight: those of a signed request; otherwise NULL */
	int64_t started;            /* milliseconds since 1970 */
	int64_t connect_deadline;
	long timeout, connecting; /* libcurl's timeouts in milliseconds */
	size_t sent;              /* bytes of the body, where libcurl reads it through a callback */
	size_t received;          /* bytes of headers, trailers and body */
	int64_t announced;        /* by the answer's head: how long the server keeps the connection */
	long connections;         /* that libcurl has opened for it before it was sent */
	bool ready;               /* connected, ready to send */
	bool begun;               /* sending has begun */
	bool repeated;            /* libcurl wanted to send it again, and was not let */
	bool stale;               /* the connection was not fit for it, so nothing was sent */
	bool too_long;            /* the reply exceeds the limit */
};

/* How an attempt ended. */
struct pgw_attempt_end {
	bool answered; /* there is an answer, whatever its status; otherwise `kind` and `what` say what happened */
	bool restart;  /* nothing was sent: do the same attempt on a new connection */
	enum pgw_error_kind kind;
	bool transient; /* a retry may succeed */
	char what[CURL_ERROR_SIZE];
	const char *advice; /* what to do about it; "" if there is nothing to say */
	struct pgw_attempt_facts facts;
};

/* Begins an attempt that must end by the deadline. False if that is not possible; the error says why. */
bool pgw_attempt_begin(struct pgw_attempt *attempt, int64_t now, int64_t deadline, struct pgw_error *error);
/* Extends the timeouts of the attempt in flight. */
void pgw_attempt_extend(struct pgw_attempt *attempt, int64_t microseconds);
/* The attempt whose transfer this is. */
struct pgw_attempt *pgw_attempt_of(CURL *curl);
/* Ends the attempt, even if libcurl has not, and gives its handle back. */
void pgw_attempt_finish(struct pgw_attempt *attempt, CURLcode code, struct pgw_attempt_end *end);

#endif
