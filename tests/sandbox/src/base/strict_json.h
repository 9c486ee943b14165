#ifndef SANDBOX_BASE_STRICT_JSON_H
#define SANDBOX_BASE_STRICT_JSON_H

#include <json-c/json.h>
#include <stddef.h>

/* A JSON object out of a text that says nothing else, as strictly as the standard has it; NULL if it is none. */
struct json_object *sandbox_strict_json_parse(const char *text, size_t size);

#endif
