/* Nested values: checked against their rows and written as JSON, in one walk. */
#ifndef PGW_NESTED_H
#define PGW_NESTED_H

#include "check.h"

/* Is a value of this row an array, which pgw_nested_add() checks? */
bool pgw_is_nested(const struct pgw_parameter *row);
/*
 * Adds a value to the body as JSON, percent-encoded in a form. By its row it is checked, as pgw_check() does it: digits
 * and the values of jsonParams become texts, quantities numbers; null is omitted. Without a row (NULL) everything is
 * written as it is. False: a check failed, or the value has no JSON: a foreign object, a number that is not finite,
 * invalid UTF-8, nesting deeper than PGW_MOST_LEVELS, more entries than PGW_MOST_VALUES. What a check finds anywhere in
 * the value comes before that. The body then holds a part of it. `name` is for the message.
 */
bool pgw_nested_add(
	const struct pgw_building *building, const char *name, const struct pgw_parameter *row, const void *value);

#endif
