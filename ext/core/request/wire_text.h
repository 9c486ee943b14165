/* The text that is sent for a scalar value. */
#ifndef PGW_WIRE_TEXT_H
#define PGW_WIRE_TEXT_H

#include "../spelling.h"

enum { PGW_WIRE_ROOM = PGW_PLAIN_ROOM };

/* For pgw_wire_text(): the text of an int, or of a row with a spelling. */
struct pgw_text pgw_wire_respelled(const struct pgw_tree *tree, const struct pgw_parameter *row, enum pgw_type type,
	const void *value, char room[PGW_WIRE_ROOM]);
/* For pgw_wire_is_absent(): does an empty text of this row count as not given? */
bool pgw_wire_may_be_empty(const struct pgw_parameter *row);

static inline bool pgw_wire_is_respelled(const struct pgw_parameter *row)
{
	return row->spelling != PGW_SPELLED_AS_GIVEN || row->type == PGW_TAKES_QUANTITY;
}

/*
 * Shops write some values in more ways than the gateway reads: ids as ints, phones with blanks, languages as locales,
 * currencies by letters, decimals with trailing zeros. Sets `text` to what the gateway reads, borrowed from the value
 * or from `room`. A value that has no such form is left as it is, for the check to refuse. False: the value is neither
 * a text nor an int. Inline, because most values are texts that are sent as they are.
 */
static inline bool pgw_wire_text(const struct pgw_tree *tree, const struct pgw_parameter *row, const void *value,
	char room[PGW_WIRE_ROOM], struct pgw_text *text)
{
	enum pgw_type type = tree->type(value);

	if (type == PGW_STRING && !pgw_wire_is_respelled(row)) {
		*text = tree->text(value);
		return true;
	}
	if (type != PGW_STRING && type != PGW_INTEGER) {
		return false;
	}
	*text = pgw_wire_respelled(tree, row, type, value, room);
	return true;
}

/* Does the row's value stand in JSON as a number? */
static inline bool pgw_wire_is_number(const struct pgw_parameter *row)
{
	return row->type == PGW_TAKES_INTEGER || row->type == PGW_TAKES_RANGE || row->type == PGW_TAKES_AMOUNT ||
		   row->type == PGW_TAKES_QUANTITY;
}

/*
 * Does the value count as not given? Null does, and an empty text does unless the parameter must be given, has an empty
 * word among its words, or identifies something: an empty clientId is a mistake, not an absent one.
 */
static inline bool pgw_wire_is_absent(const struct pgw_tree *tree, const struct pgw_parameter *row, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_NULL || (type == PGW_STRING && tree->text(value).length == 0 && pgw_wire_may_be_empty(row));
}

/* A value with what the two above say of it; asked once, because each question costs as much as a check. */
struct pgw_wire_value {
	const void *node;
	enum pgw_type type;
	bool absent;
	bool has_text;
	struct pgw_text text;     /* if it has one */
	char room[PGW_WIRE_ROOM]; /* may hold the text */
};

static inline void pgw_wire_read(
	struct pgw_wire_value *value, const struct pgw_tree *tree, const struct pgw_parameter *row, const void *node)
{
	value->node = node;
	value->type = tree->type(node);
	value->absent = value->type == PGW_NULL;
	value->has_text = value->type == PGW_STRING || value->type == PGW_INTEGER;
	value->text = PGW_TEXT("");
	if (value->type == PGW_STRING) {
		value->text = tree->text(node);
		value->absent = value->text.length == 0 && pgw_wire_may_be_empty(row);
	}
	if (value->type == PGW_INTEGER || (value->type == PGW_STRING && pgw_wire_is_respelled(row))) {
		value->text = pgw_wire_respelled(tree, row, value->type, node, value->room);
	}
}

#endif
