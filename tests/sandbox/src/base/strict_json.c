/* A JSON parser as strict as the standard, on top of json-c. */
#include "base/strict_json.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/*
 * False for what json-c accepts even in strict mode: single quotes, NaN and Infinity, "1.", control characters in a
 * string. A NUL in a string is valid JSON, but no parameter may hold one.
 */
static bool is_plain_json(const char *text)
{
	bool quoted = false;
	for (const char *c = text; *c; c++) {
		if (quoted && strncmp(c, "\\u0000", 6) == 0) {
			return false;
		}
		if (quoted && *c == '\\' && c[1]) {
			c++;
		} else if (*c == '"') {
			quoted = !quoted;
		} else if (quoted ? (unsigned char)*c < ' ' : strchr("'NI", *c) || (*c == '.' && (c[1] < '0' || c[1] > '9'))) {
			return false;
		}
	}
	return true;
}

/* In strict mode json-c 0.18 rejects all characters outside ASCII, so this checks a copy of the text without them. */
static bool is_strict_json(const char *text, size_t size)
{
	struct json_tokener *tokener = json_tokener_new();
	char *ascii = strdup(text);
	for (char *c = ascii; *c; c++) {
		*c = (unsigned char)*c < 0x80 ? *c : '?';
	}
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	struct json_object *object = json_tokener_parse_ex(tokener, ascii, (int)size + 1);
	bool right = json_tokener_get_error(tokener) == json_tokener_success;
	json_object_put(object);
	json_tokener_free(tokener);
	free(ascii);
	return right;
}

struct json_object *sandbox_strict_json_parse(const char *text, size_t size)
{
	if (strlen(text) != size || !is_strict_json(text, size)) {
		return NULL;
	}
	struct json_tokener *tokener = json_tokener_new();
	json_tokener_set_flags(tokener, JSON_TOKENER_VALIDATE_UTF8);
	/* The size includes the NUL, which tells the tokener that the text is complete. */
	struct json_object *object = json_tokener_parse_ex(tokener, text, (int)size + 1);
	bool right = json_tokener_get_error(tokener) == json_tokener_success &&
				 json_object_is_type(object, json_type_object) && is_plain_json(text);
	json_tokener_free(tokener);
	if (!right) {
		json_object_put(object);
		object = NULL;
	}
	return object;
}
