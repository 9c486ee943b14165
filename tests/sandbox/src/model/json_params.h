#ifndef SANDBOX_MODEL_JSON_PARAMS_H
#define SANDBOX_MODEL_JSON_PARAMS_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdint.h>

/* jsonParams: a flat object of a caller's own names and values, kept as JSON text. */

/* Names of 1 to 255 characters, values of at most 1024. */
bool sandbox_json_params_valid(const char *text);

/* The members of both objects, those of the second winning. The caller frees the text. Either may be NULL. */
char *sandbox_json_params_merge(const char *first, const char *second);

/* As status answers it: [{name, value}], the values as text. text may be NULL. The caller owns the array. */
struct json_object *sandbox_json_params_list(const char *text);

/* A value as text, which the caller frees; NULL if there is none. text may be NULL. */
char *sandbox_json_params_text(const char *text, const char *name);

/* A value of digits, with -1 for everything else. text may be NULL. */
int64_t sandbox_json_params_integer(const char *text, const char *name);

#endif
