/* Judging an answer: is it good, an empty list, or an error, and may money have moved? */
#include "buffer.h"
#include "error.h"
#include "excerpt.h"
#include "outcome.h"
#include "reply_facts.h"
#include "secrets.h"
#include "table/error_codes.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* The answer being judged. */
struct judged {
	const struct pgw_request *request;
	const struct pgw_response *response;
	struct pgw_reply_facts facts;
	struct pgw_error *error;
	char excerpt[PGW_EXCERPT]; /* of a body that is not an object; "" otherwise */
};

#define LOGIN_ADVICE "; the usual cause is a test login used in production, or the reverse"

static bool is_status_class(int status, int hundred)
{
	return status >= hundred && status < hundred + 100;
}

/* ---------------------------------------------------------------- errors */

/* A line break in the gateway's message must not start a new line in the shop's log. */
static void blank_controls(char *text)
{
	for (; *text; text++) {
		if ((unsigned char)*text < ' ' || *text == 0x7F) {
			*text = ' ';
		}
	}
}

/* The gateway's message as it may be shown, in a buffer that the caller frees. It is masked before it is truncated. */
static struct pgw_buffer shown_message(const struct judged *judged)
{
	struct pgw_text message = pgw_reply_message(&judged->facts);
	struct pgw_buffer words = {0};

	if (message.length > 0) {
		pgw_buffer_add(&words, message.at, message.length > PGW_MASKED ? PGW_MASKED + 1 : message.length);
		if (!words.failed) {
			pgw_mask(words.at, judged->request);
			blank_controls(words.at);
		}
	}
	return words;
}

/* The answer is not the gateway's reply to this call. Returns false. */
static bool fail_unusable(const struct judged *judged, enum pgw_error_kind kind, const char *what)
{
	const struct pgw_request *request = judged->request;
	struct pgw_error *error = judged->error;
	int status = judged->response->http_status;
	bool unknown = pgw_outcome_is_unknown(
		request, (struct pgw_evidence){
					 .begun = true, .refused = pgw_outcome_is_refusal(status), .lost = judged->response->lost});
	struct pgw_buffer words = shown_message(judged);
	const char *said = words.length > 0 ? words.at : judged->excerpt;

	pgw_fail(error, kind, "%s: HTTP %d: %s%s%s", request->name, status, what, *said ? ": " : "", said);
	pgw_error_append(error, pgw_outcome_advice(request, unknown));
	snprintf(error->excerpt, sizeof(error->excerpt), "%s", judged->excerpt);
	error->http_status = status;
	error->outcome_unknown = unknown;
	error->retriable = unknown ? request->repeatable : kind == PGW_ERROR_RATE_LIMIT || is_status_class(status, 500);
	pgw_buffer_free(&words);
	return false;
}

/* Code 5 also says that a value is wrong. Do the gateway's words, if it has any, speak of access? */
static bool speaks_of_access(const struct pgw_buffer *words)
{
	static const char *const stems[] = {"access", "login", "password", "доступ", "Доступ", "парол", NULL};

	for (const char *const *stem = stems; words->length > 0 && *stem; stem++) {
		if (strcasestr(words->at, *stem)) {
			return true;
		}
	}
	return words->length == 0;
}

/* The gateway said no. With `answered` that is reliable: only the outcome of an earlier attempt can be unknown. */
static bool fail_refused(const struct judged *judged, enum pgw_error_kind kind, const char *meaning, bool answered)
{
	const struct pgw_reply_facts *facts = &judged->facts;
	const struct pgw_request *request = judged->request;
	struct pgw_error *error = judged->error;
	bool unknown = pgw_outcome_is_unknown(
		request, (struct pgw_evidence){.begun = true, .answered = answered, .lost = judged->response->lost});
	struct pgw_buffer words = shown_message(judged);
	char code[64] = "";

	if (facts->code_form == PGW_CODE_NUMBER) {
		snprintf(code, sizeof(code), "errorCode %" PRId64 ": ", facts->code);
	} else if (facts->code_form == PGW_CODE_TEXT) {
		snprintf(code, sizeof(code), "errorCode %.*s: ", (int)facts->code_text.length, facts->code_text.at);
	}
	pgw_fail(error, kind, "%s: %s%s", request->name, code, words.length > 0 ? words.at : meaning);
	if (kind == PGW_ERROR_ACCESS_DENIED && speaks_of_access(&words)) {
		pgw_error_append(error, LOGIN_ADVICE);
	}
	pgw_error_append(error, pgw_outcome_advice(request, unknown));
	pgw_mask(error->message, request); /* even a code may be a secret */
	error->http_status = judged->response->http_status;
	error->has_code = facts->code_form == PGW_CODE_NUMBER;
	error->code = facts->code;
	error->outcome_unknown = unknown;
	error->retriable = (unknown || kind == PGW_ERROR_SYSTEM) && request->repeatable;
	error->has_action_code = pgw_reply_action_code(facts, &error->action_code);
	pgw_buffer_free(&words);
	return false;
}

/* ---------------------------------------------------------------- codes */

static bool has_refusal_code(const struct pgw_reply_facts *facts)
{
	return facts->code_form == PGW_CODE_TEXT || (facts->code_form == PGW_CODE_NUMBER && facts->code != 0);
}

static bool fail_by_code(const struct judged *judged)
{
	const struct pgw_reply_facts *facts = &judged->facts;
	const struct pgw_meaning *meaning = pgw_error_code_meaning(judged->request->wire, facts->code);
	bool pays = facts->method && facts->method->flags & PGW_PAYS;
	bool vague = meaning->kind == PGW_ERROR_GATEWAY || (pays && facts->method->flags & PGW_ACTION_TELLS);

	if (facts->code_form == PGW_CODE_TEXT) {
		return fail_refused(judged, PGW_ERROR_GATEWAY, "the gateway refused the call", true);
	}
	if (vague && pays && pgw_reply_says_declined(facts)) {
		return fail_refused(judged, PGW_ERROR_DECLINED, "the payment was declined", true);
	}
	return fail_refused(judged, meaning->kind, meaning->text, true);
}

/* ---------------------------------------------------------------- judging */

static bool fail_by_status(const struct judged *judged)
{
	static const struct {
		int status;
		enum pgw_error_kind kind;
		const char *what;
	} known[] = {
		{401, PGW_ERROR_REPLY, "refused, perhaps by a firewall or an IP allowlist" LOGIN_ADVICE},
		{403, PGW_ERROR_REPLY, "refused, perhaps by a firewall or an IP allowlist"},
		{404, PGW_ERROR_REPLY, "there is no such method here; is baseUri right?"},
		{429, PGW_ERROR_RATE_LIMIT, "too many requests"},
	};
	int status = judged->response->http_status;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (known[i].status == status) {
			return fail_unusable(judged, known[i].kind, known[i].what);
		}
	}
	if (is_status_class(status, 300)) {
		return fail_unusable(judged, PGW_ERROR_REPLY, "a redirect, which is not followed; is baseUri right?");
	}
	return fail_unusable(judged, PGW_ERROR_REPLY, "the gateway failed");
}

/*
 * HTTP 5xx: the body may come from a proxy or a load balancer, so the outcome of a call that changes something is
 * unknown regardless of the body.
 */
static bool judge_server_error(const struct judged *judged)
{
	if (has_refusal_code(&judged->facts)) {
		return fail_refused(judged, PGW_ERROR_SYSTEM, "the gateway failed", false);
	}
	return fail_by_status(judged);
}

static bool fail_incomplete(const struct judged *judged, const char *lacked, const char *value)
{
	char lack[128];

	snprintf(lack, sizeof(lack), "the reply lacks %s%s%s", lacked, *value ? " " : "", value);
	return fail_unusable(judged, PGW_ERROR_REPLY, lack);
}

/* HTTP 2xx without a refusal: is it a good answer to this call? Some other server's JSON is not. */
static bool judge_success(const struct judged *judged)
{
	const struct pgw_reply_facts *facts = &judged->facts;
	const struct pgw_method *method = facts->method;
	const struct pgw_answer *answer = method ? method->answer : NULL;

	if (facts->failure && !facts->has_success) {
		return facts->code_form == PGW_CODE_NUMBER
				   ? fail_refused(judged, PGW_ERROR_DECLINED, "the gateway answered an error with errorCode 0", true)
				   : fail_unusable(judged, PGW_ERROR_REPLY, "an error without an errorCode");
	}
	if (method && method->flags & PGW_PAYS && pgw_reply_says_declined(facts)) {
		return fail_refused(judged, PGW_ERROR_DECLINED, "the payment was declined", true);
	}
	if (answer && !pgw_reply_answers(facts, answer->done)) {
		return fail_incomplete(judged, answer->member, answer->done);
	}
	if (method && !pgw_reply_holds(facts, method->reply_holds)) {
		return fail_incomplete(judged, method->reply_holds, "");
	}
	return true;
}

/*
 * The order of the evidence, the strongest first:
 *  1. HTTP 5xx: unknown, regardless of the body.
 *  2. The member that answers a question (the old status call): the errorCode is then about the order, not the call.
 *  3. An errorCode, or success, that cannot be parsed: unknown.
 *  4. An errorCode that refuses, unless success is true: the gateway's own answer, regardless of other HTTP statuses.
 *  5. The word in the method's row that refuses (tasks).
 *  6. Any other status than 2xx: the answer did not come from the gateway.
 *  7. success: false.
 *  8. What a good answer must contain.
 */
static bool judge_object(struct judged *judged)
{
	const struct pgw_reply_facts *facts = &judged->facts;
	const struct pgw_method *method = facts->method;
	const struct pgw_answer *answer = method ? method->answer : NULL;
	int status = judged->response->http_status;
	char refusal[64];

	if (is_status_class(status, 500)) {
		return judge_server_error(judged);
	}
	if (is_status_class(status, 200) && method && method->answered_by && pgw_reply_holds(facts, method->answered_by)) {
		return true;
	}
	if (facts->code_form == PGW_CODE_UNCLEAR || facts->success_is_unclear) {
		return fail_unusable(judged, PGW_ERROR_REPLY,
			facts->success_is_unclear ? "success is not a boolean" : "errorCode is not a number");
	}
	if (has_refusal_code(facts) && !(facts->has_success && facts->success)) {
		return fail_by_code(judged);
	}
	if (answer && pgw_reply_answers(facts, answer->refused)) {
		snprintf(refusal, sizeof(refusal), "the gateway answered %s %s", answer->member, answer->refused);
		return fail_refused(judged, PGW_ERROR_GATEWAY, refusal, true);
	}
	if (!is_status_class(status, 200)) {
		return fail_by_status(judged);
	}
	if (facts->has_success && !facts->success) {
		return pgw_reply_says_pending(facts)
				   ? fail_refused(judged, PGW_ERROR_SYSTEM, "the bank has not answered yet: ask the status", false)
				   : fail_refused(judged, PGW_ERROR_DECLINED, "the gateway answered success: false", true);
	}
	return judge_success(judged);
}

/* After HTTP 429 the request was not handled, regardless of the body. A body that is not an object is not a reply. */
static bool judge_answer(struct judged *judged, const struct pgw_tree *tree, const void *reply, const char *flaw)
{
	const struct pgw_buffer *body = &judged->response->body;
	int status = judged->response->http_status;
	bool object = reply && tree->type(reply) == PGW_OBJECT;

	if (object) {
		pgw_reply_facts_read(&judged->facts, judged->request->method, status, tree, reply);
	} else {
		pgw_excerpt(judged->excerpt, (struct pgw_text){body->at, body->length}, judged->request);
	}
	if (status == 429 || (!object && !is_status_class(status, 200))) {
		return fail_by_status(judged);
	}
	if (!object) {
		return fail_unusable(judged, PGW_ERROR_REPLY, reply ? "the reply is JSON, but not an object" : flaw);
	}
	return judge_object(judged);
}

enum pgw_verdict pgw_reply_judge(const struct pgw_request *request, const struct pgw_response *response,
	const struct pgw_tree *tree, const void *reply, const char *flaw, struct pgw_error *error)
{
	const struct pgw_method *method = request->method;
	const char *list = method ? method->empty_list : NULL;
	struct judged judged = {.request = request, .response = response, .error = error};

	if (judge_answer(&judged, tree, reply, flaw)) {
		return list && !pgw_reply_member(tree, reply, list) ? PGW_REPLY_EMPTY_LIST : PGW_REPLY_GOOD;
	}
	if (list && error->has_code && error->code == method->empty_code && !is_status_class(error->http_status, 500)) {
		return PGW_REPLY_EMPTY_LIST;
	}
	pgw_note_retry_after(error, response->retry_after);
	pgw_note_attempts(error, response->attempts);
	return PGW_REPLY_ERROR;
}
