/* Writing nested objects into a request. */
#ifndef PGW_JSON_WRITER_H
#define PGW_JSON_WRITER_H

#include "../pgw.h"

/*
 * Writes a value as JSON text, each part as its row demands: digits as text, jsonParams' values as texts, quantities
 * as numbers; what is null and has a row is left out. What has a row must have passed pgw_check(): its texts are not
 * looked at again. Without a row (NULL) everything is written as it is. NULL, or why the value has no JSON: a foreign
 * object, a number that is not finite, text that is not UTF-8, nesting deeper than PGW_MOST_LEVELS, more entries
 * than PGW_MOST_VALUES; the buffer then holds a part of it.
 */
const char *pgw_json_write(
	struct pgw_buffer *to, const struct pgw_tree *tree, const void *node, const struct pgw_parameter *row);

#endif
