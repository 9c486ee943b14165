#include "base/json.h"

#include <stddef.h>

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
