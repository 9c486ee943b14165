#ifndef SANDBOX_BASE_JSON_H
#define SANDBOX_BASE_JSON_H

#include <json-c/json.h>
#include <json-c/printbuf.h>
#include <stddef.h>
#include <stdint.h>

/* Add a member to an object. The key must be a string constant. A NULL text adds nothing. */
void sandbox_json_text(struct json_object *object, const char *key, const char *text);
void sandbox_json_number(struct json_object *object, const char *key, int64_t number);
void sandbox_json_flag(struct json_object *object, const char *key, int flag);
void sandbox_json_value(struct json_object *object, const char *key, struct json_object *value);

/* Adds a time in milliseconds, or nothing for 0 (never). */
void sandbox_json_time(struct json_object *object, const char *key, int64_t time);

/* A member of an object, or its text; NULL if it is absent or the object is NULL. Both are borrowed. */
struct json_object *sandbox_json_member(struct json_object *object, const char *key);
const char *sandbox_json_member_text(struct json_object *object, const char *key);

/*
 * A member of at most 18 digits, as a number or a string. Returns absent if there is none, -1 for anything but digits.
 */
int64_t sandbox_json_member_integer(struct json_object *object, const char *key, int64_t absent);

/* Frees the object and returns its text, which the caller frees. */
char *sandbox_json_into_text(struct json_object *object);

/* Append to a text without making an object of it first: as it is, and as the JSON of a text. */
void sandbox_json_write(struct printbuf *to, const char *json);
void sandbox_json_write_text(struct printbuf *to, const char *text, size_t size);

#endif
