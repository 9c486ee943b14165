/* Reading JSON with json-c: a tree for the core without PHP. */
#include "text.h"

#include <json-c/json.h>
#include <limits.h>
#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

/* Stands for null, which json-c represents by NULL: a member that is null must differ from an absent one. */
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

/* False if it is not one complete value. `to` is set to NULL for null. */
static bool parse_whole(struct pgw_text text, int depth, int flags, struct json_object **to)
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
		*to = json_tokener_parse_ex(tokener, "", 1); /* the zero byte ends a bare number */
	}
	whole = json_tokener_get_error(tokener) == json_tokener_success && read == text.length;
	json_tokener_free(tokener);
	if (!whole) {
		json_object_put(*to);
		*to = NULL;
	}
	return whole;
}

/* In strict mode json-c 0.18 rejects all non-ASCII characters, so they are replaced for this check. */
static bool is_strict_json(struct pgw_text text, int depth)
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
	strict = parse_whole((struct pgw_text){ascii, text.length}, depth, JSON_TOKENER_STRICT, &parsed);
	json_object_put(parsed);
	OPENSSL_cleanse(ascii, text.length);
	free(ascii);
	return strict;
}

void *pgw_json_parse(struct pgw_text text, int depth)
{
	struct json_object *parsed = NULL;

	/* json-c's own UTF-8 validation accepts overlong forms and surrogates. */
	if (text.length <= INT_MAX && pgw_text_characters(text) >= 0 && is_strict_json(text, depth)) {
		parse_whole(text, depth, 0, &parsed);
	}
	return parsed;
}

void pgw_json_free(void *node)
{
	if (node != &null_node) {
		json_object_put(node);
	}
}
