/* Driving calls: beginning and ending attempts, retrying those that are due, ending those past their deadline. */
#include "in_flight.h"

#include "../error.h"
#include "../outcome.h"

#include <string.h>

static int64_t earlier_of(int64_t one, int64_t other)
{
	return one < other ? one : other;
}

/* ---------------------------------------------------------------- lists of calls */

static void push_call(struct pgw_call **list, struct pgw_call *call)
{
	call->next = *list;
	call->link = list;
	if (call->next) {
		call->next->link = &call->next;
	}
	*list = call;
}

/* From its list, if it is in one. */
static void remove_call(struct pgw_call *call)
{
	if (!call->link) {
		return;
	}
	*call->link = call->next;
	if (call->next) {
		call->next->link = call->link;
	}
	call->link = NULL;
}

static void leave_flight(struct pgw_call *call)
{
	remove_call(call);
	if (call->pool->first == call) {
		call->pool->first = NULL;
	}
}

/* ---------------------------------------------------------------- the first connection to a server */

/*
 * Its TLS handshake tells whether it speaks HTTP/2. Reads that are to begin meanwhile wait for that, and then share it
 * or open one each. CURLOPT_PIPEWAIT is for the same, but with libcurl 8.14 and a server without HTTP/2 one of many
 * waits on, until another ends.
 */
static void note_first(struct pgw_call *call, int64_t now)
{
	enum { LONGEST_WAIT = 1000000 };
	struct pgw_pool *pool = call->pool;

	if (pool->http_version == CURL_HTTP_VERSION_1_1 || pool->first || call->held || call->request->changes ||
		strncmp(call->request->uri, "https:", 6) != 0 ||
		pgw_connections_know(&pool->connections, call->attempt.handle->key_hash)) {
		return;
	}
	pool->first = call;
	if (!pool->held) { /* those that wait already do not wait anew */
		pool->held_until = now + LONGEST_WAIT;
	}
}

/* At least half of its time is for its own attempt. */
static bool wait_for_first(struct pgw_call *call, int64_t now)
{
	struct pgw_pool *pool = call->pool;
	const struct pgw_call *first = pool->first;

	if (!first || first->attempt.ready || call->held || call->request->changes ||
		strcmp(first->request->client->connection_key, call->request->client->connection_key) != 0) {
		return false;
	}
	call->held = true;
	push_call(&pool->held, call);
	pool->held_until = earlier_of(pool->held_until, now + (call->deadline - now) / 2);
	return true;
}

/* ---------------------------------------------------------------- attempts of a call */

/* When an attempt is overdue: libcurl should have ended it before. */
static int64_t limit_of_attempt(const struct pgw_call *call)
{
	enum { GRACE = 100000 }; /* in which libcurl may end it by itself */
	bool connecting = !call->attempt.ready && call->attempt.connect_deadline < call->deadline;

	return (connecting ? call->attempt.connect_deadline : call->deadline) + GRACE;
}

bool pgw_call_begin(struct pgw_call *call, int64_t now)
{
	call->answered = false;
	if (wait_for_first(call, now)) {
		return true;
	}
	if (!pgw_attempt_begin(&call->attempt, now, call->deadline, &call->error)) {
		return false;
	}
	push_call(&call->pool->in_flight, call);
	call->pool->overdue = earlier_of(call->pool->overdue, limit_of_attempt(call));
	note_first(call, now);
	return true;
}

/* If the attempt cannot be begun, the call ends. */
static void begin_another_attempt(struct pgw_call *call, int64_t now)
{
	if (!pgw_call_begin(call, now)) {
		bool unknown = pgw_outcome_is_unknown(call->request, (struct pgw_evidence){.lost = call->lost});

		pgw_error_append(&call->error, pgw_outcome_advice(call->request, unknown));
		call->error.outcome_unknown = unknown;
		call->done = true;
	}
}

static void fail_attempt(struct pgw_call *call, const struct pgw_attempt_end *end)
{
	const struct pgw_request *request = call->request;
	bool unknown = pgw_outcome_is_unknown(request, (struct pgw_evidence){
													   .begun = call->attempt.begun,
													   .refused = pgw_outcome_is_refusal(end->facts.http_status),
													   .lost = call->lost,
												   });

	pgw_fail(&call->error, end->kind, "%s: %s%s%s", request->name, end->what, end->advice,
		pgw_outcome_advice(request, unknown));
	call->error.http_status = end->facts.http_status;
	call->error.outcome_unknown = unknown;
	call->error.retriable = unknown ? request->repeatable : end->transient;
}

/* After an attempt: retry after a pause, or is the call done? */
static void retry_or_finish(struct pgw_call *call, const struct pgw_attempt_end *end)
{
	int64_t now, pause, asked = (int64_t)end->facts.retry_after * 1000000;

	if (!pgw_retries_allow(call)) {
		call->done = true;
		return;
	}
	now = pgw_now();
	pause = pgw_retries_pause(call->attempt_count, now);
	pause = asked > pause ? asked : pause;
	if (now + pause >= call->deadline) {
		call->done = true;
		return;
	}
	/* A refusal by status applies to this attempt only. */
	call->lost |= call->attempt.begun && !(call->answered && pgw_outcome_is_refusal(end->facts.http_status));
	call->due = now + pause;
	push_call(&call->pool->waiting, call);
	pgw_buffer_free(&call->attempt.reply);
}

static void end_attempt(struct pgw_call *call, CURLcode code)
{
	struct pgw_attempt_end end;

	leave_flight(call);
	pgw_attempt_finish(&call->attempt, code, &end);
	if (end.restart) {
		begin_another_attempt(call, pgw_now());
		return;
	}
	call->attempts[call->attempt_count++] = end.facts;
	call->answered = end.answered;
	if (!end.answered) {
		fail_attempt(call, &end);
	}
	retry_or_finish(call, &end);
}

void pgw_call_abort(struct pgw_call *call)
{
	struct pgw_attempt_end end;

	leave_flight(call);
	if (call->attempt.handle) {
		pgw_attempt_finish(&call->attempt, CURLE_ABORTED_BY_CALLBACK, &end);
		end.facts.http_status = 0;
		call->attempts[call->attempt_count++] = end.facts;
	}
}

/* ---------------------------------------------------------------- all calls of a pool */

/* Returns whether any attempt ended. */
static bool collect_ends(struct pgw_pool *pool)
{
	bool ended = false;
	CURLcode code;
	CURL *curl;

	while ((curl = pgw_loop_next_end(&pool->loop, &code))) {
		end_attempt((struct pgw_call *)pgw_attempt_of(curl), code);
		ended = true;
	}
	return ended;
}

/* Begins all retries that are due. Returns when the next one is due, or PGW_NEVER. */
static int64_t begin_due_retries(struct pgw_pool *pool, int64_t now)
{
	int64_t due = PGW_NEVER;

	for (struct pgw_call *call = pool->waiting, *next; call; call = next) {
		next = call->next;
		if (call->due <= now) {
			remove_call(call);
			begin_another_attempt(call, now);
		} else {
			due = earlier_of(due, call->due);
		}
	}
	return due;
}

/* Returns when those that still wait for the first connection will not do so any longer, or PGW_NEVER. */
static int64_t begin_held(struct pgw_pool *pool, int64_t now)
{
	struct pgw_call *ordered = NULL;

	if (pool->held && pool->first && !pool->first->attempt.ready && now < pool->held_until) {
		return pool->held_until;
	}
	while (pool->held) { /* the last one is the first in its list */
		struct pgw_call *call = pool->held;

		remove_call(call);
		push_call(&ordered, call);
	}
	while (ordered) {
		struct pgw_call *call = ordered;

		remove_call(call);
		begin_another_attempt(call, now);
	}
	return PGW_NEVER;
}

/*
 * Ends an attempt that libcurl should have ended: its timers fire only once, too early if the deadline was extended.
 * Returns when the next attempt may be overdue, or PGW_NEVER. Until then none needs to be looked at: a limit only ever
 * becomes later.
 */
static int64_t end_overdue_attempt(struct pgw_pool *pool, int64_t now)
{
	if (pool->overdue > now) {
		return pool->overdue;
	}
	pool->overdue = PGW_NEVER;
	for (struct pgw_call *call = pool->in_flight; call; call = call->next) {
		int64_t limit = limit_of_attempt(call);

		if (limit <= now) {
			end_attempt(call, CURLE_OPERATION_TIMEDOUT);
			pool->overdue = 0;
			return 0; /* the list has changed */
		}
		pool->overdue = earlier_of(pool->overdue, limit);
	}
	return pool->overdue;
}

static void extend_deadlines(struct pgw_pool *pool, int64_t microseconds)
{
	for (struct pgw_call *call = pool->waiting; call; call = call->next) {
		call->deadline += microseconds;
	}
	for (struct pgw_call *call = pool->held; call; call = call->next) {
		call->deadline += microseconds;
	}
	for (struct pgw_call *call = pool->in_flight; call; call = call->next) {
		call->deadline += microseconds;
		pgw_attempt_extend(&call->attempt, microseconds);
	}
}

static bool has_calls(const struct pgw_pool *pool)
{
	return pool->in_flight || pool->waiting || pool->held;
}

void pgw_calls_extend_undriven(struct pgw_pool *pool, int64_t now)
{
	enum { LEAST_EXTENSION = 100000 };

	pool->undriven = has_calls(pool) ? pool->undriven + now - pool->driven_at : 0;
	pool->driven_at = now;
	if (pool->undriven >= LEAST_EXTENSION) {
		extend_deadlines(pool, pool->undriven);
		pool->undriven = 0;
	}
}

static void drive_pool(struct pgw_pool *pool, int milliseconds)
{
	int64_t now = pgw_now(), until = now + (int64_t)milliseconds * 1000;

	if (!pgw_pool_open(pool)) {
		return;
	}
	pgw_calls_extend_undriven(pool, now);
	pgw_loop_run_timer(&pool->loop, now);
	until = earlier_of(until, begin_due_retries(pool, now));
	until = earlier_of(until, begin_held(pool, now));
	if (!collect_ends(pool)) {
		until = earlier_of(until, end_overdue_attempt(pool, now));
		pgw_loop_wait(&pool->loop, until);
		collect_ends(pool);
	}
	pool->driven_at = pgw_now();
}

/* One pool of the ring is in use for new calls: theirs are the most. The others only ever have fewer. */
static struct pgw_pool *pool_to_wait_for(struct pgw_pool *pool)
{
	for (struct pgw_pool *other = pool->next; other != pool; other = other->next) {
		if (!other->replaced && has_calls(other)) {
			return other;
		}
	}
	return pool;
}

/* While there are calls in other pools of the thread, it waits for the sockets of one pool, and only briefly. */
void pgw_calls_drive(struct pgw_pool *pool, int milliseconds)
{
	enum { BRIEFLY = 10 };
	struct pgw_pool *awaited = pool_to_wait_for(pool);

	for (struct pgw_pool *other = awaited->next; other != awaited; other = other->next) {
		if (has_calls(other)) {
			drive_pool(other, 0);
			milliseconds = milliseconds < BRIEFLY ? milliseconds : BRIEFLY;
		}
	}
	drive_pool(awaited, milliseconds);
	for (struct pgw_pool *other = awaited->next; other != awaited; other = other->next) {
		other->driven_at = awaited->driven_at; /* the wait was not the caller's time */
	}
}
