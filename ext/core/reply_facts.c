/* Reading what a reply says, in any of the gateway's types and spellings. */
#include "reply_facts.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

static const char *const action_names[] = {"actionCode", "originalActionCode", NULL};
static const char *const status_names[] = {"orderStatus", "OrderStatus", NULL};
static const char *const code_names[] = {"errorCode", "ErrorCode", NULL};

/* ---------------------------------------------------------------- members */

const void *pgw_reply_member(const struct pgw_tree *tree, const void *object, const char *name)
{
	const void *value;

	if (!object || tree->type(object) != PGW_OBJECT) {
		return NULL;
	}
	value = tree->member(object, (struct pgw_text){name, strlen(name)});
	return value && tree->type(value) != PGW_NULL ? value : NULL;
}

/* The first member that exists under one of several spellings. */
static const void *member_spelled(const struct pgw_tree *tree, const void *object, const char *const names[])
{
	const void *found = NULL;

	for (size_t i = 0; names[i] && !found; i++) {
		found = pgw_reply_member(tree, object, names[i]);
	}
	return found;
}

static bool integer_of_text(struct pgw_text text, int64_t *to)
{
	char digits[24], *end;

	if (text.length == 0 || text.length > 18 || (text.at[0] != '-' && !(text.at[0] >= '0' && text.at[0] <= '9'))) {
		return false;
	}
	memcpy(digits, text.at, text.length);
	digits[text.length] = '\0';
	*to = strtoll(digits, &end, 10);
	return end == digits + text.length && end > digits + (digits[0] == '-');
}

bool pgw_reply_integer(const struct pgw_tree *tree, const void *value, int64_t *to)
{
	switch (tree->type(value)) {
		case PGW_INTEGER:
			*to = tree->integer(value);
			return true;
		case PGW_STRING:
			return integer_of_text(tree->text(value), to);
		default:
			return false;
	}
}

static bool integer_spelled(const struct pgw_tree *tree, const void *object, const char *const names[], int64_t *to)
{
	const void *value = member_spelled(tree, object, names);

	return value && pgw_reply_integer(tree, value, to);
}

static struct pgw_text text_or_empty(const struct pgw_tree *tree, const void *value)
{
	return value && tree->type(value) == PGW_STRING ? tree->text(value) : PGW_TEXT("");
}

/* ---------------------------------------------------------------- errorCode */

/*
 * A router in front of several banks refuses with codes such as "AA-000". With HTTP 4xx any word is a refusal. With
 * HTTP 200 a word such as "none" or "OK" may mean success, so the word must also contain a digit.
 */
static bool is_refusal_code(struct pgw_text text, int http_status)
{
	bool digit = http_status >= 400 && http_status < 500;

	if (text.length == 0 || text.length > 32 || (text.at[0] | 0x20) < 'a' || (text.at[0] | 0x20) > 'z') {
		return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		char c = text.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		digit |= c >= '0' && c <= '9';
		if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '.') {
			return false;
		}
	}
	return digit;
}

static void read_code_value(struct pgw_reply_facts *facts, const void *value, int http_status)
{
	struct pgw_text text = text_or_empty(facts->tree, value);

	if (pgw_reply_integer(facts->tree, value, &facts->code)) {
		facts->code_form = PGW_CODE_NUMBER;
	} else if (is_refusal_code(text, http_status)) {
		facts->code_form = PGW_CODE_TEXT;
		facts->code_text = text;
	} else {
		facts->code_form = PGW_CODE_UNCLEAR;
	}
}

/* The code inside `error` is used if the outer one is 0 or absent. */
static void read_error_code(struct pgw_reply_facts *facts, int http_status)
{
	const void *outer = member_spelled(facts->tree, facts->root, code_names);
	const void *inner = pgw_reply_member(facts->tree, facts->failure, "code");

	if (outer) {
		read_code_value(facts, outer, http_status);
		if (facts->code_form != PGW_CODE_NUMBER || facts->code != 0) {
			return;
		}
	}
	if (inner) {
		read_code_value(facts, inner, http_status);
	}
}

/* ---------------------------------------------------------------- success, error, message */

static void read_success(struct pgw_reply_facts *facts)
{
	const void *value = pgw_reply_member(facts->tree, facts->root, "success");

	facts->has_success = value && facts->tree->type(value) == PGW_BOOLEAN;
	facts->success = facts->has_success && facts->tree->boolean(value);
	facts->success_is_unclear = value && !facts->has_success;
}

/* `error` can have any type: false, 0, "" and an empty array mean that there was none. */
static bool is_failure_value(const struct pgw_tree *tree, const void *value)
{
	switch (tree->type(value)) {
		case PGW_STRING:
			return tree->text(value).length > 0;
		case PGW_BOOLEAN:
			return tree->boolean(value);
		case PGW_INTEGER:
			return tree->integer(value) != 0;
		case PGW_OBJECT:
		case PGW_LIST:
			return !pgw_is_empty(tree, value);
		default:
			return true;
	}
}

/* The two other names accompany `error` in every documented decline of a payment; one alone means the same. */
static void read_failure(struct pgw_reply_facts *facts)
{
	static const char *const names[] = {"error", "errorTypeName", "processingErrorType"};
	size_t count = facts->method && facts->method->flags & PGW_PAYS ? sizeof(names) / sizeof(names[0]) : 1;

	for (size_t i = 0; i < count && !facts->failure; i++) {
		const void *value = pgw_reply_member(facts->tree, facts->root, names[i]);

		if (value && is_failure_value(facts->tree, value)) {
			facts->failure = value;
		}
	}
}

struct pgw_text pgw_reply_message(const struct pgw_reply_facts *facts)
{
	static const char *const names[] = {"errorMessage", "ErrorMessage", "error", NULL};
	static const char *const inner[] = {"message", "description", NULL};
	const void *value = member_spelled(facts->tree, facts->failure, inner);

	for (size_t i = 0; names[i] && !value; i++) {
		value = pgw_reply_member(facts->tree, facts->root, names[i]);
		value = value && facts->tree->type(value) == PGW_STRING ? value : NULL;
	}
	return text_or_empty(facts->tree, value);
}

void pgw_reply_facts_read(struct pgw_reply_facts *facts, const struct pgw_method *method, int http_status,
	const struct pgw_tree *tree, const void *root)
{
	*facts = (struct pgw_reply_facts){.method = method, .tree = tree, .root = root};
	read_failure(facts);
	read_error_code(facts, http_status);
	read_success(facts);
}

/* ---------------------------------------------------------------- what the rows ask for */

/* A member, or a nested one: "data.orderId". */
static const void *member_at(const struct pgw_reply_facts *facts, struct pgw_text path)
{
	const void *value = facts->root;
	char name[64];

	while (value && path.length > 0) {
		struct pgw_text next = pgw_text_cut(&path, '.');

		memcpy(name, next.at, next.length);
		name[next.length] = '\0';
		value = pgw_reply_member(facts->tree, value, name);
	}
	return value;
}

bool pgw_reply_holds(const struct pgw_reply_facts *facts, const char *words)
{
	struct pgw_text left = {words, words ? strlen(words) : 0};

	while (left.length > 0) {
		struct pgw_text word = pgw_text_cut(&left, '|');
		const void *value = member_at(facts, word);

		if (facts->code_form != PGW_CODE_ABSENT && pgw_text_is(word, code_names[0])) {
			return true; /* in any spelling */
		}
		if (value && !(facts->tree->type(value) == PGW_STRING && facts->tree->text(value).length == 0)) {
			return true;
		}
	}
	return !words;
}

bool pgw_reply_answers(const struct pgw_reply_facts *facts, const char *word)
{
	const void *value = pgw_reply_member(facts->tree, facts->root, facts->method->answer->member);

	return pgw_text_is(text_or_empty(facts->tree, value), word);
}

/* ---------------------------------------------------------------- the order's status */

bool pgw_reply_action_code(const struct pgw_reply_facts *facts, int64_t *code)
{
	const void *order = member_spelled(facts->tree, facts->root, status_names);

	return integer_spelled(facts->tree, facts->root, action_names, code) ||
		   (!member_spelled(facts->tree, facts->root, action_names) &&
			   integer_spelled(facts->tree, order, action_names, code));
}

/* Must the payer be redirected, or the call be made a second time (3-D Secure 2)? Then the payment is not finished. */
static bool needs_another_step(const struct pgw_reply_facts *facts)
{
	static const char *const names[] = {"acsUrl", "threeDSServerTransId", NULL};
	const void *data = pgw_reply_member(facts->tree, facts->root, "data");

	return member_spelled(facts->tree, facts->root, names) || member_spelled(facts->tree, data, names);
}

/*
 * A payment's reply may contain the order's status, as a number or inside an object, in either spelling. While further
 * attempts are allowed a decline leaves it at 0, and only the code next to it tells.
 */
bool pgw_reply_says_declined(const struct pgw_reply_facts *facts)
{
	const void *order = member_spelled(facts->tree, facts->root, status_names);
	int64_t status = PGW_ORDER_CREATED, code;

	if (facts->method->flags & PGW_ACTION_TELLS && integer_spelled(facts->tree, facts->root, action_names, &code)) {
		return !pgw_action_is_pending(code);
	}
	if (!order || facts->tree->type(order) != PGW_OBJECT) {
		return order && pgw_reply_integer(facts->tree, order, &status) && status == PGW_ORDER_DECLINED;
	}
	if (integer_spelled(facts->tree, order, status_names, &status) && status != PGW_ORDER_CREATED) {
		return status == PGW_ORDER_DECLINED;
	}
	if (needs_another_step(facts)) {
		return false;
	}
	return (integer_spelled(facts->tree, order, action_names, &code) && !pgw_action_is_pending(code)) ||
		   (integer_spelled(facts->tree, order, code_names, &code) && code != 0);
}

bool pgw_reply_says_pending(const struct pgw_reply_facts *facts)
{
	const void *order = member_spelled(facts->tree, facts->root, status_names);
	int64_t code;

	return integer_spelled(facts->tree, order, action_names, &code) && code != 0 && pgw_action_is_pending(code);
}
