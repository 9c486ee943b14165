#ifndef SANDBOX_BASE_STRICT_JSON_H
#define SANDBOX_BASE_STRICT_JSON_H

#include <json-c/json.h>
#include <stddef.h>

/* Parses a text that is one JSON object and nothing more, as strictly as the standard; NULL if it is not. */
struct json_object *sandbox_strict_json_parse(const char *text, size_t size);

#endif
