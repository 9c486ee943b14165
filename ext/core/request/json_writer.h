/* Writing nested values as JSON into a request. */
#ifndef PGW_JSON_WRITER_H
#define PGW_JSON_WRITER_H

#include "../pgw.h"

/*
 * Writes a value as JSON text according to its row: digits and the values of jsonParams as texts, quantities as
 * numbers; null is omitted. A value with a row must have passed pgw_check(): its texts are not validated again. Without
 * a row (NULL) everything is written as is. Returns NULL, or the reason why the value cannot be written: a foreign
 * object, a number that is not finite, invalid UTF-8, nesting deeper than PGW_MOST_LEVELS, more entries than
 * PGW_MOST_VALUES. The buffer then contains a part of it. `indicator` is the name of a member with PGW_INDICATOR, or
 * NULL.
 */
const char *pgw_json_write(struct pgw_buffer *to, const struct pgw_tree *tree, const void *node,
	const struct pgw_parameter *row, const char *indicator);

#endif
