/* The retry policy: which calls are retried, after which failures, and after which pause. */

/*
 * Reads, and refunds with an externalRefundId; after a connection error, a timeout, HTTP 429 or 5xx; up to the client's
 * number of retries.
 */
#include "in_flight.h"

enum { FIRST_PAUSE = 250000, LONGEST_PAUSE = 2000000 }; /* microseconds */

/* Exponential, with jitter: calls that failed together must not be retried together. */
int64_t pgw_retries_pause(size_t attempts, int64_t now)
{
	int64_t pause = FIRST_PAUSE;

	while (--attempts > 0 && pause < LONGEST_PAUSE) {
		pause *= 2;
	}
	return pause / 2 + (int64_t)(((uint64_t)now * UINT64_C(2654435761) >> 8) % (uint64_t)(pause / 2 + 1));
}

bool pgw_retries_allow(const struct pgw_call *call)
{
	const struct pgw_request *request = call->request;
	int status = call->attempts[call->attempt_count - 1].http_status;

	if (!request->repeatable || call->attempt_count > (size_t)request->client->retries) {
		return false;
	}
	if (call->answered) {
		return status == 429 || status >= 500;
	}
	return call->error.retriable && call->error.kind != PGW_ERROR_MEMORY && call->error.kind != PGW_ERROR_REPLY;
}
