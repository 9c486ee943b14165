#ifndef SANDBOX_BASE_WARNING_H
#define SANDBOX_BASE_WARNING_H

#include <json-c/json.h>

/*
 * Adds a warning to a list of texts: what of a request was tolerated although the bank's document has it otherwise. A
 * NULL list takes none. Names in the format come from sandbox_fault_name(), and values are never repeated.
 */
__attribute__((format(printf, 2, 3))) void sandbox_warn(struct json_object *warnings, const char *format, ...);

#endif
