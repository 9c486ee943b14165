/* jsonParams, an object of the shop's own names and values. */
#include "model/json_params.h"

#include "base/json.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define NAME_MAX_CHARACTERS  255
#define VALUE_MAX_CHARACTERS 1024

/* The length of a string; -1 if the value is not a string. */
static long count_characters(struct json_object *value)
{
	const char *text = json_object_get_string(value);
	return json_object_is_type(value, json_type_string) ? sandbox_text_length(text, strlen(text)) : -1;
}

bool sandbox_json_params_valid(const char *text)
{
	struct json_object *object = json_tokener_parse(text);
	bool valid = true;
	json_object_object_foreach(object, name, value) {
		long name_length = sandbox_text_length(name, strlen(name));
		valid = valid && name_length >= 1 && name_length <= NAME_MAX_CHARACTERS;
		valid = valid && count_characters(value) >= 0 && count_characters(value) <= VALUE_MAX_CHARACTERS;
	}
	json_object_put(object);
	return valid;
}

char *sandbox_json_params_merge(const char *first, const char *second)
{
	if (!first || !second) {
		return sandbox_text_copy(first ? first : second);
	}
	struct json_object *into = json_tokener_parse(first);
	struct json_object *from = json_tokener_parse(second);
	json_object_object_foreach(from, name, value) {
		json_object_object_add(into, name, json_object_get(value));
	}
	json_object_put(from);
	return sandbox_json_into_text(into);
}

struct json_object *sandbox_json_params_list(const char *text)
{
	struct json_object *list = json_object_new_array();
	struct json_object *object = text ? json_tokener_parse(text) : NULL;
	if (!object) {
		return list;
	}
	json_object_object_foreach(object, name, value) {
		struct json_object *entry = json_object_new_object();
		const char *written = json_object_get_string(value);
		sandbox_json_text(entry, "name", name);
		sandbox_json_text(entry, "value", written ? written : "");
		json_object_array_add(list, entry);
	}
	json_object_put(object);
	return list;
}

char *sandbox_json_params_text(const char *text, const char *name)
{
	struct json_object *object = text ? json_tokener_parse(text) : NULL;
	char *copy = sandbox_text_copy(sandbox_json_member_text(object, name));
	json_object_put(object);
	return copy;
}

bool sandbox_json_params_is(const char *text, const char *name, const char *value)
{
	char *given = sandbox_json_params_text(text, name);
	bool equal = sandbox_text_equal(given, value);
	free(given);
	return equal;
}

int64_t sandbox_json_params_integer(const char *text, const char *name)
{
	struct json_object *object = text ? json_tokener_parse(text) : NULL;
	int64_t number = sandbox_json_member_integer(object, name, -1);
	json_object_put(object);
	return number;
}
