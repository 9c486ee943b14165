/* The one place that calls json-c: writing nested objects, and reading JSON without PHP. */
#ifndef PGW_JSON_H
#define PGW_JSON_H

#include "pgw.h"

enum { PGW_JSON_DEPTH = 32 };

/*
 * Writes an object or a list as JSON text. With `texts` every value becomes a string, as jsonParams wants it. NULL
 * and a reason when a value has no JSON: a foreign object, a number that is not finite, text that is not UTF-8, or
 * nesting deeper than PGW_JSON_DEPTH. Freed by the caller with free().
 */
char *pgw_json_write(const struct pgw_tree *tree, const void *node, bool texts, const char **reason);

#endif
