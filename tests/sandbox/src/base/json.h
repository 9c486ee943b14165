#ifndef SANDBOX_BASE_JSON_H
#define SANDBOX_BASE_JSON_H

#include <json-c/json.h>
#include <stdint.h>

/* Members of an object. The key is a constant; a NULL text adds nothing. */
void sandbox_json_text(struct json_object *object, const char *key, const char *text);
void sandbox_json_number(struct json_object *object, const char *key, int64_t number);
void sandbox_json_flag(struct json_object *object, const char *key, int flag);
void sandbox_json_value(struct json_object *object, const char *key, struct json_object *value);

/* A time in milliseconds, absent if never. */
void sandbox_json_time(struct json_object *object, const char *key, int64_t time);

#endif
