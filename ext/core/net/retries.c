/*
 * What is repeated, and when: reads, and refunds with an externalRefundId; after a connection that failed, a timeout,
 * HTTP 429 or 5xx; as often as the client allows.
 */
#include "in_flight.h"

enum { FIRST_PAUSE = 250000, LONGEST_PAUSE = 2000000 }; /* microseconds */

/* Jitter: what failed together must not come back together. */
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
