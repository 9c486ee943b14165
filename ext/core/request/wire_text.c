/* The text that is sent for a scalar value, however the shop wrote it. */
#include "wire_text.h"

#include "../spelling.h"
#include "../table/lookup.h"
#include "../text.h"

#include <string.h>

/* Zeros after the third decimal say nothing: 2.0000 is 2.000. */
static struct pgw_text plain_quantity(struct pgw_text text)
{
	enum { QUANTITY_DECIMALS = 3 };
	const char *point = memchr(text.at, '.', text.length);
	size_t least = point ? (size_t)(point - text.at) + 1 + QUANTITY_DECIMALS : text.length;

	while (text.length > least && text.at[text.length - 1] == '0') {
		text.length--;
	}
	return text;
}

struct pgw_text pgw_wire_respelled(const struct pgw_tree *tree, const struct pgw_parameter *row, enum pgw_type type,
	const void *value, char room[PGW_WIRE_ROOM])
{
	struct pgw_text text;

	if (type == PGW_INTEGER) {
		text = pgw_text_of_integer(tree->integer(value), room);
	} else {
		text = tree->text(value);
	}
	switch (row->spelling) {
		case PGW_SPELLED_AS_PHONE:
			return pgw_plain_phone(text, row->type == PGW_TAKES_DIGITS, room);
		case PGW_SPELLED_AS_LANGUAGE:
			return pgw_plain_language(text);
		case PGW_SPELLED_AS_CURRENCY:
			return pgw_plain_currency(text, room);
		case PGW_SPELLED_AS_MONTH:
		case PGW_SPELLED_AS_TWO_DIGITS:
			return pgw_plain_month(text, room);
		default:
			return row->type == PGW_TAKES_QUANTITY && type == PGW_STRING ? plain_quantity(text) : text;
	}
}

bool pgw_wire_may_be_empty(const struct pgw_parameter *row)
{
	return row->type != PGW_TAKES_AMOUNT && !(row->flags & PGW_MANDATORY) &&
		   !(row->type == PGW_TAKES_WORD && pgw_words_hold(row->words, "")) && !pgw_parameter_identifies(row);
}
