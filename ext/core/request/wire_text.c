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

bool pgw_wire_text(const struct pgw_tree *tree, const struct pgw_parameter *row, const void *value,
	char room[PGW_WIRE_ROOM], struct pgw_text *text)
{
	char digits[PGW_INTEGER_TEXT];

	switch (tree->type(value)) {
		case PGW_INTEGER:
			*text = pgw_text_of_integer(tree->integer(value), digits);
			memcpy(room, text->at, text->length);
			text->at = room;
			break;
		case PGW_STRING:
			*text = tree->text(value);
			break;
		default:
			return false;
	}
	switch (row->spelling) {
		case PGW_SPELLED_AS_PHONE:
			*text = pgw_plain_phone(*text, row->type == PGW_TAKES_DIGITS, room);
			break;
		case PGW_SPELLED_AS_LANGUAGE:
			*text = pgw_plain_language(*text);
			break;
		case PGW_SPELLED_AS_CURRENCY:
			*text = pgw_plain_currency(*text, room);
			break;
		default:
			if (row->type == PGW_TAKES_QUANTITY) {
				*text = plain_quantity(*text);
			}
			break;
	}
	return true;
}

bool pgw_wire_is_number(const struct pgw_parameter *row)
{
	return row->type == PGW_TAKES_INTEGER || row->type == PGW_TAKES_RANGE || row->type == PGW_TAKES_AMOUNT ||
		   row->type == PGW_TAKES_QUANTITY;
}

bool pgw_wire_is_absent(const struct pgw_tree *tree, const struct pgw_parameter *row, const void *value)
{
	switch (tree->type(value)) {
		case PGW_NULL:
			return true;
		case PGW_STRING:
			return tree->text(value).length == 0 && row->type != PGW_TAKES_AMOUNT && !(row->flags & PGW_MANDATORY) &&
				   !(row->type == PGW_TAKES_WORD && pgw_words_hold(row->words, "")) && !pgw_parameter_identifies(row);
		default:
			return false;
	}
}
