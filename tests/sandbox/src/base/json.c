/* Writing and reading members of JSON objects. */
#include "base/json.h"

#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

void sandbox_json_value(struct json_object *object, const char *key, struct json_object *value)
{
	json_object_object_add_ex(object, key, value, JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_KEY_IS_CONSTANT);
}

void sandbox_json_text(struct json_object *object, const char *key, const char *text)
{
	if (text) {
		sandbox_json_value(object, key, json_object_new_string(text));
	}
}

void sandbox_json_number(struct json_object *object, const char *key, int64_t number)
{
	sandbox_json_value(object, key, json_object_new_int64(number));
}

void sandbox_json_flag(struct json_object *object, const char *key, int flag)
{
	sandbox_json_value(object, key, json_object_new_boolean(flag));
}

void sandbox_json_time(struct json_object *object, const char *key, int64_t time)
{
	if (time) {
		sandbox_json_number(object, key, time);
	}
}

struct json_object *sandbox_json_member(struct json_object *object, const char *key)
{
	struct json_object *value = NULL;
	json_object_object_get_ex(object, key, &value);
	return value;
}

const char *sandbox_json_member_text(struct json_object *object, const char *key)
{
	return json_object_get_string(sandbox_json_member(object, key));
}

int64_t sandbox_json_member_integer(struct json_object *object, const char *key, int64_t absent)
{
	const char *text = sandbox_json_member_text(object, key);
	return text ? sandbox_text_integer(text) : absent;
}

char *sandbox_json_into_text(struct json_object *object)
{
	char *text = sandbox_text_copy(
		json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(object);
	return text;
}

void sandbox_json_write(struct printbuf *to, const char *json)
{
	printbuf_memappend(to, json, (int)strlen(json));
}

static bool needs_escape(char c)
{
	return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

void sandbox_json_write_text(struct printbuf *to, const char *text, size_t size)
{
	printbuf_memappend(to, "\"", 1);
	for (size_t from = 0; from < size;) {
		size_t at = from;
		while (at < size && !needs_escape(text[at])) {
			at++;
		}
		printbuf_memappend(to, text + from, (int)(at - from));
		if (at < size) {
			char escape[8];
			int length = snprintf(escape, sizeof escape, "\\u%04x", (unsigned char)text[at++]);
			printbuf_memappend(to, escape, length);
		}
		from = at;
	}
	printbuf_memappend(to, "\"", 1);
}
