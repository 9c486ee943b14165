#include "json.h"

#include "text.h"

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
	bool texts;
	int depth;
	const char *reason;
	struct json_object *container; /* the one being filled */
};

static struct json_object *build(struct writing *writing, const void *node);

static bool add_entry(void *context, struct pgw_text name, const void *value)
{
	struct writing *writing = context;
	struct json_object *built;
	char *key = NULL;
	bool added;

	if (json_object_is_type(writing->container, json_type_array)) {
		built = build(writing, value);
		added = !writing->reason && json_object_array_add(writing->container, built) == 0;
	} else {
		key = pgw_text_characters(name) >= 0 ? pgw_text_copy(name) : NULL;
		if (!key) {
			writing->reason = "a name is not valid UTF-8";
			return false;
		}
		built = build(writing, value);
		added = !writing->reason && json_object_object_add(writing->container, key, built) == 0;
		free(key);
	}
	if (!added) {
		json_object_put(built);
		writing->reason = writing->reason ? writing->reason : "out of memory";
	}
	return added;
}

static struct json_object *build_container(struct writing *writing, const void *node, bool list)
{
	struct json_object *outer = writing->container, *made;

	if (writing->depth == PGW_JSON_DEPTH) {
		writing->reason = "it is nested too deeply";
		return NULL;
	}
	made = list ? json_object_new_array() : json_object_new_object();
	writing->container = made;
	writing->depth++;
	writing->tree->each(node, add_entry, writing);
	writing->depth--;
	writing->container = outer;
	return made;
}

static struct json_object *build_text(struct writing *writing, struct pgw_text text)
{
	if (pgw_text_characters(text) < 0 || text.length > INT_MAX) {
		writing->reason = "a text is not valid UTF-8";
		return NULL;
	}
	return json_object_new_string_len(text.at, (int)text.length);
}

static struct json_object *build_integer(struct writing *writing, int64_t integer)
{
	char digits[24];

	if (!writing->texts) {
		return json_object_new_int64(integer);
	}
	snprintf(digits, sizeof(digits), "%" PRId64, integer);
	return json_object_new_string(digits);
}

static struct json_object *build_double(struct writing *writing, double real)
{
	char digits[32], *comma;

	if (!isfinite(real)) {
		writing->reason = "a number is not finite";
		return NULL;
	}
	/* The shortest text that reads back as the same number: 0.1, not 0.10000000000000001. */
	for (int precision = 15; precision <= 17; precision++) {
		snprintf(digits, sizeof(digits), "%.*g", precision, real);
		if (strtod(digits, NULL) == real) {
			break;
		}
	}
	comma = strchr(digits, ',');
	if (comma) {
		*comma = '.'; /* the locale's decimal point is not JSON's */
	}
	return json_object_new_double_s(real, digits);
}

static struct json_object *build_boolean(struct writing *writing, bool boolean)
{
	return writing->texts ? json_object_new_string(boolean ? "true" : "false") : json_object_new_boolean(boolean);
}

/* NULL is also JSON's null: writing->reason tells a failure. */
static struct json_object *build(struct writing *writing, const void *node)
{
	const struct pgw_tree *tree = writing->tree;

	switch (tree->type(node)) {
		case PGW_NULL:
			return NULL;
		case PGW_BOOLEAN:
			return build_boolean(writing, tree->boolean(node));
		case PGW_INTEGER:
			return build_integer(writing, tree->integer(node));
		case PGW_DOUBLE:
			return build_double(writing, tree->real(node));
		case PGW_STRING:
			return build_text(writing, tree->text(node));
		case PGW_LIST:
			return build_container(writing, node, true);
		case PGW_OBJECT:
			return build_container(writing, node, false);
		default:
			writing->reason = "an object is not an array";
			return NULL;
	}
}

static bool is_empty(void *context, struct pgw_text name, const void *value)
{
	(void)context, (void)name, (void)value;
	return false;
}

char *pgw_json_write(const struct pgw_tree *tree, const void *node, bool texts, const char **reason)
{
	struct writing writing = {.tree = tree, .texts = texts};
	struct json_object *built;
	char *text = NULL;

	if (tree->type(node) == PGW_LIST && tree->each(node, is_empty, NULL)) {
		return pgw_text_copy(PGW_TEXT("{}")); /* an empty array stands for an empty object here */
	}
	built = build(&writing, node);
	*reason = writing.reason;
	if (!writing.reason) {
		const char *written =
			json_object_to_json_string_ext(built, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);

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

void *pgw_json_parse(struct pgw_text text, int depth)
{
	struct json_tokener *tokener = text.length <= INT_MAX ? json_tokener_new_ex(depth) : NULL;
	struct json_object *parsed;
	size_t read;
	bool whole;

	if (!tokener) {
		return NULL;
	}
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	parsed = json_tokener_parse_ex(tokener, text.at, (int)text.length);
	read = json_tokener_get_parse_end(tokener);
	if (!parsed && json_tokener_get_error(tokener) == json_tokener_continue) {
		parsed = json_tokener_parse_ex(tokener, "", 1); /* a bare number ends only with the text */
	}
	whole = json_tokener_get_error(tokener) == json_tokener_success && read == text.length;
	if (!whole) {
		json_object_put(parsed);
		parsed = NULL;
	}
	json_tokener_free(tokener);
	return parsed;
}

void pgw_json_free(void *node)
{
	if (node != &null_node) {
		json_object_put(node);
	}
}
