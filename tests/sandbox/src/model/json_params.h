#ifndef SANDBOX_MODEL_JSON_PARAMS_H
#define SANDBOX_MODEL_JSON_PARAMS_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdint.h>

/* jsonParams: a flat object of the shop's own names and values, kept as JSON text. */

/* Whether all names have 1 to 255 characters and all values at most 1024. */
bool sandbox_json_params_valid(const char *text);

/* Merges two objects, either of which may be NULL; the second takes precedence. The caller frees the text. */
char *sandbox_json_params_merge(const char *first, const char *second);

/*
 * The object as the status answer has it: [{name, value}], all values as text. text may be NULL. The caller owns the
 * array.
 */
struct json_object *sandbox_json_params_list(const char *text);

/* One value as text, which the caller frees; NULL if there is none. text may be NULL. */
char *sandbox_json_params_text(const char *text, const char *name);

/* Whether one value is that text. text may be NULL. */
bool sandbox_json_params_is(const char *text, const char *name, const char *value);

/* One value made of digits; -1 for anything else. text may be NULL. */
int64_t sandbox_json_params_integer(const char *text, const char *name);

#endif
