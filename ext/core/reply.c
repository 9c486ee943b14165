/* What an answer means: the gateway says it in several ways, and an errorCode of 0 says little. */
#include "buffer.h"
#include "error.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A reply as read: the facts that decide. */
struct reading {
	const struct pgw_request *request;
	const struct pgw_tree *tree;
	const void *root;
	int http_status;
	bool lost; /* an earlier attempt may have been carried out */
	struct pgw_error *error;

	bool has_code, has_success, success;
	int64_t code;
	const void *failure; /* the member `error` when it tells of one */
	struct pgw_text message;
};

static const void *member(const struct reading *reading, const void *object, const char *name)
{
	const void *value;

	if (!object || reading->tree->type(object) != PGW_OBJECT) {
		return NULL;
	}
	value = reading->tree->member(object, (struct pgw_text){name, strlen(name)});
	return value && reading->tree->type(value) != PGW_NULL ? value : NULL;
}

/* The first of several spellings that is there. */
static const void *spelled(const struct reading *reading, const void *object, const char *const names[])
{
	const void *found = NULL;

	for (size_t i = 0; names[i] && !found; i++) {
		found = member(reading, object, names[i]);
	}
	return found;
}

/* An integer, or a text that is one in decimal: the gateway mixes the two. */
static bool read_integer(const struct reading *reading, const void *value, int64_t *to)
{
	char digits[24], *end;
	struct pgw_text text;

	switch (reading->tree->type(value)) {
		case PGW_INTEGER:
			*to = reading->tree->integer(value);
			return true;
		case PGW_STRING:
			text = reading->tree->text(value);
			break;
		default:
			return false;
	}
	if (text.length == 0 || text.length > 18 || (text.at[0] != '-' && !(text.at[0] >= '0' && text.at[0] <= '9'))) {
		return false;
	}
	memcpy(digits, text.at, text.length);
	digits[text.length] = '\0';
	*to = strtoll(digits, &end, 10);
	return end == digits + text.length && end > digits + (digits[0] == '-');
}

/* ---------------------------------------------------------------- errors */

static bool judge_reply(const struct reading *reading, enum pgw_error_kind kind, bool unknown, const char *what)
{
	const struct pgw_request *request = reading->request;
	struct pgw_error *error = reading->error;

	unknown = (unknown || reading->lost) && request->changes;
	pgw_fail(error, kind, "%s: HTTP %d: %s%s", request->name, reading->http_status, what, pgw_advice(request, unknown));
	error->http_status = reading->http_status;
	error->outcome_unknown = unknown;
	error->retriable = unknown ? request->repeatable : kind == PGW_ERROR_RATE_LIMIT || reading->http_status >= 500;
	return false;
}

static const struct pgw_meaning *meaning_of(const struct pgw_wire *wire, int64_t code)
{
	/* What a code means wherever the method's own table says nothing. */
	static const struct pgw_meaning common[] = {
		{3, PGW_ERROR_INVALID_REQUEST, "unknown currency"},
		{4, PGW_ERROR_INVALID_REQUEST, "a mandatory parameter is missing"},
		{5, PGW_ERROR_ACCESS_DENIED, "access is denied, or a value is wrong"},
		{6, PGW_ERROR_ORDER_NOT_FOUND, "the order is unknown"},
		{7, PGW_ERROR_SYSTEM, "system error"},
		{8, PGW_ERROR_INVALID_REQUEST, "the cart does not fit"},
		{10, PGW_ERROR_INVALID_REQUEST, "a parameter's value is wrong"},
		{13, PGW_ERROR_INVALID_REQUEST, "a feature or a permission conflicts"},
		{14, PGW_ERROR_INVALID_REQUEST, "a feature is wrong"},
		{15, PGW_ERROR_BINDING, "the payer deactivated the binding"},
		{0, PGW_ERROR_GATEWAY, "the gateway refused the call"},
	};
	const struct pgw_meaning *meaning;

	for (meaning = wire ? wire->meanings : common; meaning->code; meaning++) {
		if (meaning->code == code) {
			return meaning;
		}
	}
	for (meaning = common; meaning->code && meaning->code != code; meaning++) {
	}
	return meaning;
}

static const char *const action_names[] = {"actionCode", "originalActionCode", NULL};
static const char *const status_names[] = {"orderStatus", "OrderStatus", NULL};

static void note_action_code(const struct reading *reading)
{
	const void *value = spelled(reading, reading->root, action_names);

	if (!value) {
		value = spelled(reading, spelled(reading, reading->root, status_names), action_names);
	}
	reading->error->has_action_code = value && read_integer(reading, value, &reading->error->action_code);
}

/* A line break in the gateway's words must not begin a line in the shop's log. */
static void blank_controls(char *text)
{
	for (; *text; text++) {
		if ((unsigned char)*text < ' ' || *text == 0x7F) {
			*text = ' ';
		}
	}
}

/* What is said of this attempt says nothing of a lost one before it, which may have been carried out. */
static bool judge_gateway(const struct reading *reading, enum pgw_error_kind kind, const char *meaning)
{
	const struct pgw_request *request = reading->request;
	struct pgw_error *error = reading->error;
	bool unknown = reading->lost && request->changes;
	struct pgw_buffer said = {0};
	char code[32] = "";

	if (reading->has_code) {
		snprintf(code, sizeof(code), "errorCode %" PRId64 ": ", reading->code);
	}
	if (reading->message.length > 0) {
		/* Masked before it is cut, so that no half of a secret is left at the end. */
		pgw_buffer_add(&said, reading->message.at, reading->message.length);
		if (!said.failed) {
			pgw_mask(said.at, request);
			blank_controls(said.at);
		}
	}
	pgw_fail(error, kind, "%s: %s%s%s", request->name, code, said.length > 0 ? said.at : meaning,
		pgw_advice(request, unknown));
	pgw_buffer_free(&said);
	error->http_status = reading->http_status;
	error->has_code = reading->has_code;
	error->code = reading->code;
	error->outcome_unknown = unknown;
	error->retriable = (unknown || kind == PGW_ERROR_SYSTEM) && request->repeatable;
	note_action_code(reading);
	return false;
}

/* ---------------------------------------------------------------- reading */

static bool read_code(struct reading *reading)
{
	static const char *const names[] = {"errorCode", "ErrorCode", NULL};
	static const char *const inner[] = {"code", NULL};
	const void *outer = spelled(reading, reading->root, names);
	const void *value = spelled(reading, reading->failure, inner);

	if (outer) {
		reading->has_code = read_integer(reading, outer, &reading->code);
		if (!reading->has_code || reading->code != 0) {
			return reading->has_code;
		}
	}
	if (value) {
		reading->has_code = read_integer(reading, value, &reading->code);
		return reading->has_code;
	}
	return true;
}

static bool read_success(struct reading *reading)
{
	const void *value = member(reading, reading->root, "success");

	if (!value) {
		return true;
	}
	reading->has_success = reading->tree->type(value) == PGW_BOOLEAN;
	reading->success = reading->has_success && reading->tree->boolean(value);
	return reading->has_success;
}

/* `error` can be anything: false, 0, "" and what is empty tell of none. */
static bool tells_of_failure(const struct reading *reading, const void *value)
{
	switch (reading->tree->type(value)) {
		case PGW_STRING:
			return reading->tree->text(value).length > 0;
		case PGW_BOOLEAN:
			return reading->tree->boolean(value);
		case PGW_INTEGER:
			return reading->tree->integer(value) != 0;
		case PGW_OBJECT:
		case PGW_LIST:
			return !pgw_is_empty(reading->tree, value);
		default:
			return true;
	}
}

/* The two other names come with `error` in every documented decline of a payment; one alone is taken as seriously. */
static void read_failure(struct reading *reading)
{
	static const char *const names[] = {"error", "errorTypeName", "processingErrorType", NULL};
	const struct pgw_method *method = reading->request->method;
	size_t count = method && method->flags & PGW_PAYS ? 3 : 1;

	for (size_t i = 0; i < count && !reading->failure; i++) {
		const void *value = member(reading, reading->root, names[i]);

		if (value && tells_of_failure(reading, value)) {
			reading->failure = value;
		}
	}
}

static void read_message(struct reading *reading)
{
	static const char *const names[] = {"errorMessage", "ErrorMessage", "error", NULL};
	static const char *const inner[] = {"message", "description", NULL};
	const void *value = spelled(reading, reading->failure, inner);

	for (size_t i = 0; names[i] && !value; i++) {
		value = member(reading, reading->root, names[i]);
		value = value && reading->tree->type(value) == PGW_STRING ? value : NULL;
	}
	if (value && reading->tree->type(value) == PGW_STRING) {
		reading->message = reading->tree->text(value);
	}
}

static bool has_integer(const struct reading *reading, const void *object, const char *const names[], int64_t *to)
{
	const void *value = spelled(reading, object, names);

	return value && read_integer(reading, value, to);
}

/* Is the payer to be sent somewhere, or the call to be made once more? Then the payment has only begun. */
static bool goes_on(const struct reading *reading)
{
	static const char *const names[] = {"acsUrl", "threeDSServerTransId", NULL};

	return spelled(reading, reading->root, names) || spelled(reading, member(reading, reading->root, "data"), names);
}

/*
 * A payment's reply may carry the order's status, as a number or inside an object of either spelling. While further
 * attempts are allowed a decline leaves it at 0, and only the code beside it tells.
 */
static bool says_declined(const struct reading *reading)
{
	enum { CREATED = 0, DECLINED = 6 };
	static const char *const codes[] = {"errorCode", "ErrorCode", NULL};
	const void *order = spelled(reading, reading->root, status_names);
	int64_t status = CREATED, code;

	if (!order || reading->tree->type(order) != PGW_OBJECT) {
		return order && read_integer(reading, order, &status) && status == DECLINED;
	}
	if (has_integer(reading, order, status_names, &status) && status != CREATED) {
		return status == DECLINED;
	}
	if (goes_on(reading)) {
		return false;
	}
	return (has_integer(reading, order, action_names, &code) && !pgw_action_is_pending(code)) ||
		   (has_integer(reading, order, codes, &code) && code != 0);
}

/* A refusal beside a code of the bank's that is none: it is still at work. */
static bool says_pending(const struct reading *reading)
{
	int64_t code;

	return has_integer(reading, spelled(reading, reading->root, status_names), action_names, &code) && code != 0 &&
		   pgw_action_is_pending(code);
}

/* A member, or a member of one: "data.orderId". */
static const void *member_at(const struct reading *reading, char *path)
{
	const void *value = reading->root;

	for (char *name; value && (name = strsep(&path, "."));) {
		value = member(reading, value, name);
	}
	return value;
}

static bool holds_what_it_must(const struct reading *reading)
{
	const char *words = reading->request->method ? reading->request->method->reply_holds : NULL;
	const void *value;
	char name[64];

	if (!words) {
		return true;
	}
	for (const char *at = words; at; at = strchr(at, '|')) {
		size_t length;

		at += *at == '|';
		length = strcspn(at, "|");
		memcpy(name, at, length);
		name[length] = '\0';
		value = member_at(reading, name);
		if (value && !(reading->tree->type(value) == PGW_STRING && reading->tree->text(value).length == 0)) {
			return true;
		}
	}
	return false;
}

static bool answers(const struct reading *reading, const char *word)
{
	const void *value = member(reading, reading->root, reading->request->method->answer->member);

	return value && reading->tree->type(value) == PGW_STRING && pgw_text_is(reading->tree->text(value), word);
}

/* ---------------------------------------------------------------- judging */

static bool judge_status(const struct reading *reading)
{
	int status = reading->http_status;

	if (status == 429) {
		return judge_reply(reading, PGW_ERROR_RATE_LIMIT, false, "too many requests");
	}
	if (status >= 300 && status < 400) {
		return judge_reply(reading, PGW_ERROR_REPLY, false, "a redirect, which is not followed; is baseUri right?");
	}
	if (status == 404) {
		return judge_reply(reading, PGW_ERROR_REPLY, false, "there is no such method here; is baseUri right?");
	}
	if (status == 401 || status == 403) {
		return judge_reply(reading, PGW_ERROR_REPLY, false, "refused, perhaps by a firewall or a list of addresses");
	}
	return judge_reply(reading, PGW_ERROR_REPLY, !pgw_http_refuses(status), "the gateway failed");
}

static bool judge_body(struct reading *reading)
{
	const struct pgw_method *method = reading->request->method;
	const struct pgw_answer *answer = method ? method->answer : NULL;
	const struct pgw_meaning *meaning;
	bool good_status = reading->http_status >= 200 && reading->http_status < 300;
	bool pays = method && method->flags & PGW_PAYS;

	read_failure(reading);
	if (!read_code(reading)) {
		return judge_reply(
			reading, PGW_ERROR_REPLY, !pgw_http_refuses(reading->http_status), "errorCode is not a number");
	}
	if (!read_success(reading)) {
		return judge_reply(
			reading, PGW_ERROR_REPLY, !pgw_http_refuses(reading->http_status), "success is not a boolean");
	}
	read_message(reading);
	if (reading->code != 0 && !(reading->has_success && reading->success)) {
		meaning = meaning_of(reading->request->wire, reading->code);
		if (meaning->kind == PGW_ERROR_GATEWAY && pays && says_declined(reading)) {
			return judge_gateway(reading, PGW_ERROR_DECLINED, "the payment was declined");
		}
		return judge_gateway(reading, meaning->kind, meaning->text);
	}
	if (reading->has_success && !reading->success) {
		return says_pending(reading)
				   ? judge_gateway(reading, PGW_ERROR_SYSTEM, "the bank has not answered yet: ask the status")
				   : judge_gateway(reading, PGW_ERROR_DECLINED, "the gateway answered success: false");
	}
	if (answer && answers(reading, answer->refused)) {
		char refusal[64];

		snprintf(refusal, sizeof(refusal), "the gateway answered %s %s", answer->member, answer->refused);
		return judge_gateway(reading, PGW_ERROR_GATEWAY, refusal);
	}
	if (!good_status) {
		return judge_status(reading);
	}
	if (reading->failure && !reading->has_success) {
		return judge_gateway(reading, PGW_ERROR_DECLINED, "the gateway answered an error with errorCode 0");
	}
	if (pays && says_declined(reading)) {
		return judge_gateway(reading, PGW_ERROR_DECLINED, "the payment was declined");
	}
	if (answer && !answers(reading, answer->done)) {
		char lack[64];

		snprintf(lack, sizeof(lack), "the reply lacks %s %s", answer->member, answer->done);
		return judge_reply(reading, PGW_ERROR_REPLY, true, lack);
	}
	if (!holds_what_it_must(reading)) {
		char lack[128];

		snprintf(lack, sizeof(lack), "the reply lacks %s", method->reply_holds);
		return judge_reply(reading, PGW_ERROR_REPLY, true, lack);
	}
	return true;
}

static enum pgw_verdict judge(struct reading *reading, const char *flaw)
{
	const struct pgw_method *method = reading->request->method;
	bool object = reading->root && reading->tree->type(reading->root) == PGW_OBJECT;
	bool good_status = reading->http_status >= 200 && reading->http_status < 300;

	/* An empty array may be `{}` or `[]`: the extension tells them apart before it asks. */
	if (reading->http_status == 429 || (!object && !good_status)) {
		judge_status(reading);
		return PGW_REPLY_ERROR;
	}
	if (!object) {
		judge_reply(reading, PGW_ERROR_REPLY, true, reading->root ? "the reply is JSON, but not an object" : flaw);
		return PGW_REPLY_ERROR;
	}
	if (judge_body(reading)) {
		bool lacks = method && method->empty_list && !member(reading, reading->root, method->empty_list);

		return lacks ? PGW_REPLY_EMPTY_LIST : PGW_REPLY_GOOD;
	}
	if (method && method->empty_list && reading->error->has_code && reading->error->code == method->empty_code) {
		return PGW_REPLY_EMPTY_LIST;
	}
	return PGW_REPLY_ERROR;
}

enum pgw_verdict pgw_reply_judge(const struct pgw_request *request, const struct pgw_response *response,
	const struct pgw_tree *tree, const void *reply, const char *flaw, struct pgw_error *error)
{
	struct reading reading = {
		.request = request,
		.tree = tree,
		.root = reply,
		.http_status = response->http_status,
		.lost = response->lost,
		.error = error,
	};
	enum pgw_verdict verdict = judge(&reading, flaw);

	if (verdict == PGW_REPLY_ERROR) {
		pgw_note_retry_after(error, response->retry_after);
		pgw_note_attempts(error, response->attempts);
	}
	return verdict;
}

/* ---------------------------------------------------------------- cancelling */

enum pgw_cancellation pgw_cancellation_of(const struct pgw_tree *tree, const void *status, int64_t *amount)
{
	enum { DEPOSITED = 2, REFUNDED = 4, PARTLY_DEPOSITED = 8 };
	struct reading reading = {.tree = tree, .root = status};
	const void *sums = member(&reading, status, "paymentAmountInfo");
	const void *deposited = member(&reading, sums, "depositedAmount");
	const void *state = member(&reading, status, "orderStatus");
	int64_t number = 0;

	*amount = 0;
	if (deposited && !read_integer(&reading, deposited, amount)) {
		*amount = 0;
	}
	if (!state || !read_integer(&reading, state, &number) || *amount <= 0) {
		return PGW_CANCEL_REVERSE;
	}
	switch (number) {
		case DEPOSITED:
			return PGW_CANCEL_REVERSE_OR_REFUND;
		case REFUNDED:
		case PARTLY_DEPOSITED:
			return PGW_CANCEL_REFUND;
		default:
			return PGW_CANCEL_REVERSE;
	}
}
