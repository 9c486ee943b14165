/*
 * Calls and their repetition. Only what may be repeated is: reads, and refunds with an externalRefundId; after a
 * connection that failed, a timeout, HTTP 429 or 5xx; and never past the call's time.
 */
#include "call.h"
#include "error.h"
#include "outcome.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_PAUSE = 250000, LONGEST_PAUSE = 2000000 }; /* microseconds */

/* ---------------------------------------------------------------- repeating */

/* Half of it by chance: what failed together must not come back together. */
static int64_t pause_after(size_t attempts, int64_t now)
{
	int64_t pause = FIRST_PAUSE;

	while (--attempts > 0 && pause < LONGEST_PAUSE) {
		pause *= 2;
	}
	return pause / 2 + (int64_t)(((uint64_t)now * UINT64_C(2654435761) >> 8) % (uint64_t)(pause / 2 + 1));
}

static bool may_repeat(const struct pgw_call *call)
{
	const struct pgw_request *request = call->request;

	if (!request->repeatable || call->attempt_count > (size_t)request->client->retries || call->too_long) {
		return false;
	}
	if (call->answered) {
		return call->response.http_status == 429 || call->response.http_status >= 500;
	}
	return call->error.retriable && call->error.kind != PGW_ERROR_MEMORY;
}

void pgw_call_settle(struct pgw_call *call)
{
	int64_t now = pgw_now(), pause = pause_after(call->attempt_count, now);

	if (call->due > pause) {
		pause = call->due; /* the gateway said when */
	}
	if (!may_repeat(call) || now + pause >= call->deadline) {
		call->done = true;
		return;
	}
	/* What a status says is of this attempt alone. */
	call->lost |= call->begun && !(call->answered && pgw_outcome_is_refusal(call->response.http_status));
	call->begun = false;
	call->due = now + pause;
	pgw_call_enlist(&call->pool->waiting, call);
	pgw_response_free(&call->response);
}

void pgw_call_enlist(struct pgw_call **list, struct pgw_call *call)
{
	call->next = *list;
	*list = call;
}

void pgw_call_delist(struct pgw_call **list, struct pgw_call *call)
{
	while (*list && *list != call) {
		list = &(*list)->next;
	}
	if (*list) {
		*list = call->next;
	}
}

int64_t pgw_calls_resume(struct pgw_pool *pool, int64_t now)
{
	struct pgw_call **at = &pool->waiting;
	int64_t next = PGW_NEVER;

	while (*at) {
		struct pgw_call *call = *at;

		if (call->due > now) {
			next = call->due < next ? call->due : next;
			at = &call->next;
			continue;
		}
		*at = call->next;
		pgw_call_attempt_again(call);
	}
	return next;
}

void pgw_calls_put_off(struct pgw_pool *pool, int64_t microseconds)
{
	for (struct pgw_call *call = pool->waiting; call; call = call->next) {
		call->deadline += microseconds;
	}
	for (struct pgw_call *call = pool->underway; call; call = call->next) {
		call->deadline += microseconds;
		pgw_call_put_off(call, microseconds);
	}
}

int64_t pgw_calls_expire(struct pgw_pool *pool, int64_t now)
{
	enum { GRACE = 100000 }; /* in which libcurl may find out for itself */
	int64_t next = PGW_NEVER;
	struct pgw_call *call = pool->underway;

	while (call) {
		int64_t limit =
			(call->ready || call->deadline < call->connect_deadline ? call->deadline : call->connect_deadline) + GRACE;

		if (limit <= now) {
			pgw_call_attempted(call, CURLE_OPERATION_TIMEDOUT);
			return 0; /* the list has changed */
		}
		next = limit < next ? limit : next;
		call = call->next;
	}
	return next;
}

void pgw_call_attempt_again(struct pgw_call *call)
{
	if (!pgw_call_attempt(call)) {
		call->error.outcome_unknown = pgw_outcome_is_unknown(call->request, (struct pgw_evidence){.lost = call->lost});
		call->done = true;
	}
}

/* ---------------------------------------------------------------- calls */

struct pgw_call *pgw_call_start(
	struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits, struct pgw_error *error)
{
	struct pgw_call *call = calloc(1, sizeof(*call));

	if (!call) {
		pgw_fail_memory(error);
		return NULL;
	}
	call->pool = pgw_pool_share(pool);
	call->request = request;
	call->limits = *limits;
	call->forks = pgw_forks();
	pgw_pool_catch_up(pool);
	call->deadline = pgw_now() + (int64_t)(request->client->timeout * 1000000);
	if (pgw_call_attempt(call)) {
		return call;
	}
	*error = call->error;
	pgw_pool_free(pool);
	free(call);
	return NULL;
}

bool pgw_call_is_done(const struct pgw_call *call)
{
	return call->done;
}

void pgw_call_wait(struct pgw_call *call, int milliseconds)
{
	if (call->forks == pgw_forks()) {
		pgw_pool_drive(call->pool, milliseconds);
	} else {
		pgw_call_stop(call); /* nothing in this process would ever end it */
	}
}

const struct pgw_attempt *pgw_call_attempts(const struct pgw_call *call, size_t *count)
{
	*count = call->attempt_count;
	return call->attempts;
}

/* Given up before its end: by the caller, or in a child that must not touch its parent's connections. */
static void give_up(struct pgw_call *call)
{
	const struct pgw_request *request = call->request;
	bool forked = call->forks != pgw_forks(); /* the parent goes on with it */
	bool unknown =
		pgw_outcome_is_unknown(request, (struct pgw_evidence){.begun = call->begun || forked, .lost = call->lost});

	pgw_fail(&call->error, PGW_ERROR_TRANSPORT, "%s: stopped before an answer came%s", request->name,
		pgw_outcome_advice(request, unknown));
	call->error.outcome_unknown = unknown;
	call->error.retriable = unknown ? request->repeatable : true;
	call->answered = false;
	if (forked) {
		return;
	}
	pgw_call_delist(&call->pool->waiting, call);
	if (call->handle) {
		pgw_call_note_attempt(call, CURLE_ABORTED_BY_CALLBACK, 0);
		pgw_pool_leave(call->pool, call);
		pgw_pool_drop(call->handle);
		call->handle = NULL;
	}
}

void pgw_call_stop(struct pgw_call *call)
{
	if (!call->done) {
		give_up(call);
		call->done = true;
	}
}

bool pgw_call_end(struct pgw_call *call, struct pgw_response *response, struct pgw_error *error)
{
	bool answered;

	pgw_call_stop(call);
	answered = call->answered;
	if (answered) {
		*response = call->response;
		response->attempts = call->attempt_count;
		response->lost = call->lost;
	} else {
		*error = call->error;
		pgw_note_attempts(error, call->attempt_count);
		pgw_response_free(&call->response);
	}
	pgw_pool_free(call->pool);
	free(call);
	return answered;
}

bool pgw_send(struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits,
	struct pgw_response *response, struct pgw_error *error)
{
	struct pgw_call *call = pgw_call_start(pool, request, limits, error);

	if (!call) {
		return false;
	}
	while (!call->done && !(limits->is_stopped && limits->is_stopped())) {
		pgw_call_wait(call, 1000);
	}
	return pgw_call_end(call, response, error);
}

void pgw_response_free(struct pgw_response *response)
{
	pgw_buffer_free(&response->body);
}
