/* The life cycle of a call: start, wait, stop, end. */
#include "in_flight.h"

#include "../error.h"
#include "../outcome.h"

#include <stdlib.h>
#include <string.h>

static struct pgw_call *make_call(struct pgw_pool *pool)
{
	struct pgw_spare *spare = pool->spare;
	struct pgw_buffer reply = {0};
	struct pgw_call *call;

	if (spare) {
		pool->spare = spare->next;
		pool->spare_count--;
		reply = spare->reply;
	}
	call = spare ? (struct pgw_call *)spare : malloc(sizeof(*call));
	if (call) {
		memset(call, 0, offsetof(struct pgw_call, error));
		call->pool = pgw_pool_share(pool);
		call->attempt.reply = reply;
	}
	return call;
}

static void unmake_call(struct pgw_call *call)
{
	struct pgw_pool *pool = call->pool;
	struct pgw_buffer reply = call->attempt.reply;
	struct pgw_spare *spare = (struct pgw_spare *)call;

	pgw_buffer_clear(&reply);
	*spare = (struct pgw_spare){pool->spare, reply};
	pool->spare = spare;
	pool->spare_count++;
	pgw_pool_free(pool);
}

struct pgw_call *pgw_call_start(
	struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits, struct pgw_error *error)
{
	struct pgw_call *call = make_call(pool);
	int64_t now = pgw_now();

	if (!call) {
		pgw_fail_memory(error);
		return NULL;
	}
	call->request = request;
	call->limits = *limits;
	call->attempt.pool = pool;
	call->attempt.request = request;
	call->attempt.limits = &call->limits;
	call->forks = pgw_forks();
	pgw_pool_open(pool); /* a forked child forgets its parent's calls, before it looks at any; asked again below */
	pgw_calls_extend_undriven(pool, now);
	call->deadline = now + (int64_t)(request->client->timeout * 1000000);
	if (pgw_call_begin(call, now)) {
		return call;
	}
	*error = call->error;
	unmake_call(call);
	return NULL;
}

bool pgw_call_is_done(const struct pgw_call *call)
{
	return call->done;
}

void pgw_call_wait(struct pgw_call *call, int milliseconds)
{
	if (call->forks == pgw_forks()) {
		pgw_calls_drive(call->pool, milliseconds);
	} else {
		pgw_call_stop(call); /* it is the parent's: here it would never end */
	}
}

const struct pgw_attempt_facts *pgw_call_attempts(const struct pgw_call *call, size_t *count)
{
	*count = call->attempt_count;
	return call->attempts;
}

/* Called by the caller, or in a forked child, which must not touch its parent's connections. */
void pgw_call_stop(struct pgw_call *call)
{
	const struct pgw_request *request = call->request;
	bool forked = call->forks != pgw_forks(); /* the parent continues with it */
	bool begun = call->attempt.handle && call->attempt.begun;
	bool unknown = pgw_outcome_is_unknown(request, (struct pgw_evidence){.begun = begun || forked, .lost = call->lost});

	if (call->done) {
		return;
	}
	pgw_fail(&call->error, PGW_ERROR_TRANSPORT, "%s: stopped before an answer came%s", request->name,
		pgw_outcome_advice(request, unknown));
	call->error.outcome_unknown = unknown;
	call->error.retriable = unknown ? request->repeatable : true;
	call->answered = false;
	call->done = true;
	if (!forked) {
		pgw_call_abort(call);
	}
}

bool pgw_call_end(struct pgw_call *call, struct pgw_response *response, struct pgw_error *error)
{
	bool answered;

	pgw_call_stop(call);
	answered = call->answered;
	if (answered) {
		const struct pgw_attempt_facts *last = &call->attempts[call->attempt_count - 1];

		*response = (struct pgw_response){
			.http_status = last->http_status,
			.retry_after = last->retry_after,
			.body = call->attempt.reply,
			.attempts = call->attempt_count,
			.lost = call->lost,
			.call = call,
		};
	} else {
		*error = call->error;
		pgw_note_attempts(error, call->attempt_count);
		unmake_call(call);
	}
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
	if (response->call) {
		unmake_call(response->call);
	} else {
		pgw_buffer_free(&response->body);
	}
	*response = (struct pgw_response){0};
}
