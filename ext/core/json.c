#include "json.h"

#include "check.h"

#include <inttypes.h>
#include <json-c/json.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- writing */

struct writing {
	const struct pgw_tree *tree;
	const struct pgw_parameter *row; /* of the container being filled; NULL: anything */
	int depth;
	size_t count; /* of entries so far */
	const char *reason;
	struct json_object *container; /* the one being filled */
};

static struct json_object *build(struct writing *writing, const void *node, const struct pgw_parameter *row);

static const char no_memory[] = "out of memory";

/* json-c answers NULL when memory runs out, which elsewhere it means for null: a lost amount must not become one. */
static struct json_object *made(struct writing *writing, struct json_object *object)
{
	if (!object) {
		writing->reason = no_memory;
	}
	return object;
}

/* jsonParams: every value is a text. */
static const struct pgw_parameter text_row = {.name = "", .type = PGW_TAKES_TEXT};

/* The row of an entry: a member's own, or, in a list, an object of the list's members. */
static const struct pgw_parameter *row_of_entry(const struct writing *writing, struct pgw_text name)
{
	const struct pgw_parameter *row = writing->row;

	if (!row) {
		return NULL;
	}
	switch (row->type) {
		case PGW_TAKES_TEXTS:
		case PGW_TAKES_PAIRS:
			return &text_row;
		case PGW_TAKES_LIST:
			return json_object_is_type(writing->container, json_type_array) ? row
																			: pgw_parameter_find(row->members, name);
		case PGW_TAKES_OBJECT:
			return row->members ? pgw_parameter_find(row->members, name) : NULL;
		default:
			return NULL;
	}
}

/* {"name": …, "value": …} */
static struct json_object *build_pair(struct writing *writing, struct pgw_text name, const void *value)
{
	struct json_object *pair = made(writing, json_object_new_object()), *key, *built;

	if (!pair) {
		return NULL;
	}
	key = made(writing, json_object_new_string_len(name.at, (int)name.length));
	if (json_object_object_add(pair, "name", key) != 0) {
		json_object_put(key);
		writing->reason = no_memory;
	}
	built = build(writing, value, &text_row);
	if (json_object_object_add(pair, "value", built) != 0) {
		json_object_put(built);
		writing->reason = no_memory;
	}
	return pair;
}

static bool add_entry(void *context, struct pgw_text name, const void *value)
{
	struct writing *writing = context;
	const struct pgw_parameter *row = row_of_entry(writing, name);
	struct json_object *built;
	char *key = NULL;
	bool added;

	if (row && writing->tree->type(value) == PGW_NULL) {
		return true;
	}
	/* Arrays that hold each other twice at every level are small in memory and endless on paper. */
	if (++writing->count > PGW_JSON_ENTRIES) {
		writing->reason = "it has too many entries";
		return false;
	}
	if (json_object_is_type(writing->container, json_type_array)) {
		built = writing->row && writing->row->type == PGW_TAKES_PAIRS ? build_pair(writing, name, value)
																	  : build(writing, value, row);
		added = !writing->reason && json_object_array_add(writing->container, built) == 0;
	} else {
		key = pgw_text_copy(name);
		if (!key || pgw_text_characters(name) < 0) {
			writing->reason = key ? "a name is not valid UTF-8" : no_memory;
			free(key);
			return false;
		}
		built = build(writing, value, row);
		added = !writing->reason && json_object_object_add(writing->container, key, built) == 0;
		free(key);
	}
	if (!added) {
		json_object_put(built);
		writing->reason = writing->reason ? writing->reason : no_memory;
	}
	return added;
}

static struct json_object *build_container(
	struct writing *writing, const void *node, const struct pgw_parameter *row, bool list)
{
	struct json_object *outer = writing->container, *container;
	const struct pgw_parameter *outer_row = writing->row;

	if (writing->depth == PGW_JSON_DEPTH) {
		writing->reason = "it is nested too deeply";
		return NULL;
	}
	container = made(writing, list ? json_object_new_array() : json_object_new_object());
	if (!container) {
		return NULL;
	}
	writing->container = container;
	writing->row = row;
	writing->depth++;
	writing->tree->each(node, add_entry, writing);
	writing->depth--;
	writing->container = outer;
	writing->row = outer_row;
	return container;
}

static struct json_object *build_text(struct writing *writing, struct pgw_text text, const struct pgw_parameter *row)
{
	char digits[32];

	if (pgw_text_characters(text) < 0 || text.length > INT_MAX) {
		writing->reason = "a text is not valid UTF-8";
		return NULL;
	}
	if (row && (row->type == PGW_TAKES_QUANTITY || row->type == PGW_TAKES_INTEGER || row->type == PGW_TAKES_RANGE)) {
		/* json-c writes such a number as it is spelled, so no digit is lost however many there are. */
		text = pgw_text_number(text);
		snprintf(digits, sizeof(digits), "%.*s", (int)text.length, text.at);
		return made(writing, json_object_new_double_s(strtod(digits, NULL), digits));
	}
	return made(writing, json_object_new_string_len(text.at, (int)text.length));
}

static struct json_object *build_integer(struct writing *writing, int64_t integer, const struct pgw_parameter *row)
{
	char digits[24];

	if (!row || (row->type != PGW_TAKES_TEXT && row->type != PGW_TAKES_DIGITS)) {
		return made(writing, json_object_new_int64(integer));
	}
	snprintf(digits, sizeof(digits), "%" PRId64, integer);
	return made(writing, json_object_new_string(digits));
}

static struct json_object *build_double(struct writing *writing, double real)
{
	char digits[32];

	if (!isfinite(real)) {
		writing->reason = "a number is not finite";
		return NULL;
	}
	pgw_text_of_double(real, digits);
	return made(writing, json_object_new_double_s(real, digits));
}

static struct json_object *build_boolean(struct writing *writing, bool boolean, const struct pgw_parameter *row)
{
	if (row && row->type == PGW_TAKES_TEXT) {
		return made(writing, json_object_new_string(boolean ? "true" : "false"));
	}
	return made(writing, json_object_new_boolean(boolean));
}

/* An empty array can be either; its row says which. */
static bool is_list(const struct writing *writing, const void *node, const struct pgw_parameter *row)
{
	bool entry = row && row == writing->row; /* of a list: the row of the list is that of its objects */
	bool object = row && (row->type == PGW_TAKES_TEXTS || (row->type == PGW_TAKES_OBJECT && row->members) || entry);

	if (row && row->type == PGW_TAKES_PAIRS) {
		return true;
	}
	return writing->tree->type(node) == PGW_LIST && !(object && pgw_is_empty(writing->tree, node));
}

/* NULL is also JSON's null: writing->reason tells a failure. */
static struct json_object *build(struct writing *writing, const void *node, const struct pgw_parameter *row)
{
	const struct pgw_tree *tree = writing->tree;

	switch (tree->type(node)) {
		case PGW_NULL:
			return NULL;
		case PGW_BOOLEAN:
			return build_boolean(writing, tree->boolean(node), row);
		case PGW_INTEGER:
			return build_integer(writing, tree->integer(node), row);
		case PGW_DOUBLE:
			return build_double(writing, tree->real(node));
		case PGW_STRING:
			return build_text(writing, tree->text(node), row);
		case PGW_LIST:
		case PGW_OBJECT:
			return build_container(writing, node, row, is_list(writing, node, row));
		default:
			writing->reason = "an object is not an array";
			return NULL;
	}
}

char *pgw_json_write(
	const struct pgw_tree *tree, const void *node, const struct pgw_parameter *row, const char **reason)
{
	struct writing writing = {.tree = tree};
	struct json_object *built = build(&writing, node, row);
	const char *written;
	char *text = NULL;

	*reason = writing.reason == no_memory ? NULL : writing.reason;
	if (!writing.reason) {
		written = json_object_to_json_string_ext(built, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
		text = written ? strdup(written) : NULL;
	}
	json_object_put(built);
	return text;
}

/* ---------------------------------------------------------------- reading */

/* json-c has no node for null; one of our own stands for it, so that a member that is null is not an absent one. */
static const char null_node;

static const void *node_of(struct json_object *object)
{
	return object ? (const void *)object : &null_node;
}

static enum pgw_type json_type_of(const void *node)
{
	if (node == &null_node) {
		return PGW_NULL;
	}
	switch (json_object_get_type(node)) {
		case json_type_boolean:
			return PGW_BOOLEAN;
		case json_type_int:
			return json_object_get_uint64(node) > INT64_MAX && json_object_get_int64(node) > 0 ? PGW_FOREIGN
																							   : PGW_INTEGER;
		case json_type_double:
			return PGW_DOUBLE;
		case json_type_string:
			return PGW_STRING;
		case json_type_array:
			return PGW_LIST;
		case json_type_object:
			return PGW_OBJECT;
		default:
			return PGW_NULL;
	}
}

static bool json_boolean(const void *node)
{
	return json_object_get_boolean(node);
}

static int64_t json_integer(const void *node)
{
	return json_object_get_int64(node);
}

static double json_real(const void *node)
{
	return json_object_get_double(node);
}

static struct pgw_text json_text(const void *node)
{
	struct json_object *string = (struct json_object *)node;

	return (struct pgw_text){json_object_get_string(string), (size_t)json_object_get_string_len(string)};
}

static const void *json_member(const void *object, struct pgw_text name)
{
	char key[128];
	struct json_object *value;

	if (name.length >= sizeof(key)) {
		return NULL;
	}
	memcpy(key, name.at, name.length);
	key[name.length] = '\0';
	return json_object_object_get_ex(object, key, &value) ? node_of(value) : NULL;
}

static bool json_each(const void *container, pgw_visit visit, void *context)
{
	if (json_object_is_type(container, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(container); i++) {
			if (!visit(context, PGW_TEXT(""), node_of(json_object_array_get_idx(container, i)))) {
				return false;
			}
		}
		return true;
	}
	json_object_object_foreach((struct json_object *)container, key, value) {
		if (!visit(context, (struct pgw_text){key, strlen(key)}, node_of(value))) {
			return false;
		}
	}
	return true;
}

const struct pgw_tree pgw_json_tree = {
	.type = json_type_of,
	.boolean = json_boolean,
	.integer = json_integer,
	.real = json_real,
	.text = json_text,
	.member = json_member,
	.each = json_each,
};

/* False when it is not one whole value. `to` is NULL for null. */
static bool parse(struct pgw_text text, int depth, int flags, struct json_object **to)
{
	struct json_tokener *tokener = json_tokener_new_ex(depth);
	size_t read;
	bool whole;

	*to = NULL;
	if (!tokener) {
		return false;
	}
	json_tokener_set_flags(tokener, flags);
	*to = json_tokener_parse_ex(tokener, text.at, (int)text.length);
	read = json_tokener_get_parse_end(tokener);
	if (!*to && json_tokener_get_error(tokener) == json_tokener_continue) {
		*to = json_tokener_parse_ex(tokener, "", 1); /* a bare number ends only with the text */
	}
	whole = json_tokener_get_error(tokener) == json_tokener_success && read == text.length;
	json_tokener_free(tokener);
	if (!whole) {
		json_object_put(*to);
		*to = NULL;
	}
	return whole;
}

/* json-c 0.18 takes no character outside ASCII when it is strict: it is shown the same text without them. */
static bool is_strict(struct pgw_text text, int depth)
{
	struct json_object *parsed = NULL;
	char *ascii = pgw_text_copy(text);
	bool strict;

	if (!ascii) {
		return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		ascii[i] = (unsigned char)text.at[i] < 0x80 ? text.at[i] : '?';
	}
	strict = parse((struct pgw_text){ascii, text.length}, depth, JSON_TOKENER_STRICT, &parsed);
	json_object_put(parsed);
	free(ascii);
	return strict;
}

void *pgw_json_parse(struct pgw_text text, int depth)
{
	struct json_object *parsed = NULL;

	if (text.length <= INT_MAX && is_strict(text, depth)) {
		parse(text, depth, JSON_TOKENER_VALIDATE_UTF8, &parsed);
	}
	return parsed;
}

void pgw_json_free(void *node)
{
	if (node != &null_node) {
		json_object_put(node);
	}
}
