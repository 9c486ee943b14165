/* The text that is sent for a scalar value. */
#ifndef PGW_WIRE_TEXT_H
#define PGW_WIRE_TEXT_H

#include "../spelling.h"

/*
 * Shops write some values in more ways than the gateway reads: ids as ints, phones with blanks, languages as locales,
 * currencies by letters, decimals with trailing zeros. Sets `text` to what the gateway reads, borrowed from the value,
 * from `room`, or static. A value that has no such form is left as it is, for the check to refuse. False: the value is
 * not a scalar that has a text (a bool or float, or an array).
 */
enum { PGW_WIRE_ROOM = PGW_PLAIN_ROOM };
bool pgw_wire_text(const struct pgw_tree *tree, const struct pgw_parameter *row, const void *value,
	char room[PGW_WIRE_ROOM], struct pgw_text *text);
/* Does the row's value stand in JSON as a number? */
bool pgw_wire_is_number(const struct pgw_parameter *row);
/*
 * Does the value count as not given? Null does, and an empty text does unless the parameter must be given, has an empty
 * word among its words, or identifies something: an empty clientId is a mistake, not an absent one.
 */
bool pgw_wire_is_absent(const struct pgw_tree *tree, const struct pgw_parameter *row, const void *value);

#endif
