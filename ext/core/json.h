/* The one place that calls json-c: writing nested objects, and reading JSON without PHP. */
#ifndef PGW_JSON_H
#define PGW_JSON_H

#include "pgw.h"

enum { PGW_JSON_DEPTH = 32, PGW_JSON_ENTRIES = 100000 };

/*
 * Writes a value as JSON text, each part as its row demands: digits as text, jsonParams' values as texts, quantities
 * as numbers; what is null and has a row is left out. Without a row (NULL) everything is written as it is. NULL
 * without a reason when memory runs out; NULL and a reason when a value has no JSON: a foreign object, a number that
 * is not finite, text that is not UTF-8, or nesting deeper than PGW_JSON_DEPTH. Freed by the caller with free().
 */
char *pgw_json_write(
	const struct pgw_tree *tree, const void *node, const struct pgw_parameter *row, const char **reason);

#endif
