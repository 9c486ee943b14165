/* An unsigned callback says nothing but which order to ask about. */
#include "callback_read.h"
#include "error.h"
#include "text.h"

#include <string.h>

enum { MOST_LEVELS = 32 };

static bool is_order_id(struct pgw_text id)
{
	for (size_t i = 0; i < id.length; i++) {
		char byte = id.at[i];

		if (!pgw_is_digit(byte) && byte != '-' && byte != '_' && !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')) {
			return false;
		}
	}
	return id.length > 0 && id.length <= PGW_CALLBACK_ID;
}

/* A text, or an integer, of which some send their numbers. False if it is neither. */
static bool read_text(struct pgw_text *text, const struct pgw_tree *tree, const void *node, char room[PGW_INTEGER_TEXT])
{
	switch (node ? tree->type(node) : PGW_NULL) {
		case PGW_STRING:
			*text = tree->text(node);
			return true;
		case PGW_INTEGER:
			*text = pgw_text_of_integer(tree->integer(node), room);
			return true;
		default:
			return false;
	}
}

static bool take_id(struct pgw_callback_hint *hint, struct pgw_text id, struct pgw_error *error)
{
	if (!is_order_id(id)) {
		return pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: mdOrder is not the id of an order");
	}
	memcpy(hint->order_id, id.at, id.length);
	hint->order_id[id.length] = '\0';
	return true;
}

static bool take_number(struct pgw_callback_hint *hint, struct pgw_text number, struct pgw_error *error)
{
	if (number.length > sizeof(hint->order_number)) {
		return pgw_fail(
			error, PGW_ERROR_SIGNATURE, "callback: orderNumber is longer than %d bytes", PGW_CALLBACK_NUMBER);
	}
	memcpy(hint->order_number, number.at, number.length);
	hint->number_length = number.length;
	hint->has_number = true;
	return true;
}

static bool refuse_without_order(struct pgw_error *error)
{
	return pgw_fail(
		error, PGW_ERROR_SIGNATURE, "callback: it has no mdOrder; only what it says of an order can be confirmed");
}

/* ---------------------------------------------------------------- reading */

static bool read_members(
	struct pgw_callback_hint *hint, const struct pgw_tree *tree, const void *object, struct pgw_error *error)
{
	const void *id = tree->member(object, PGW_TEXT("mdOrder"));
	const void *number = tree->member(object, PGW_TEXT("orderNumber"));
	char room[PGW_INTEGER_TEXT];
	struct pgw_text text;

	if (!id || tree->type(id) == PGW_NULL) {
		return refuse_without_order(error);
	}
	if (!take_id(hint, tree->type(id) == PGW_STRING ? tree->text(id) : PGW_TEXT(""), error)) {
		return false;
	}
	if (!number || tree->type(number) == PGW_NULL) {
		return true;
	}
	if (!read_text(&text, tree, number, room)) {
		return pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: orderNumber is not text");
	}
	return take_number(hint, text, error);
}

static bool read_json(struct pgw_callback_hint *hint, struct pgw_text text, struct pgw_error *error)
{
	void *json = text.length <= PGW_CALLBACK_BYTES ? pgw_json_parse(text, MOST_LEVELS) : NULL;
	bool good = json && pgw_json_tree.type(json) == PGW_OBJECT;

	good = good ? read_members(hint, &pgw_json_tree, json, error)
				: pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: it is not a JSON object that can be read");
	if (json) {
		pgw_json_free(json);
	}
	return good;
}

static bool read_form(
	struct pgw_callback_hint *hint, const struct pgw_tree *tree, const void *received, struct pgw_error *error)
{
	static const struct pgw_callback_own none = {.count = 0};
	struct pgw_callback_set set;
	struct pgw_text checksum;
	bool good = pgw_callback_read(&set, &checksum, tree, received, &none, error), found = false;

	for (size_t i = 0; good && i < set.count; i++) {
		struct pgw_text value = set.parameters[i].value;

		if (pgw_text_is(set.parameters[i].name, "mdOrder")) {
			found = true;
			good = take_id(hint, value, error);
		} else if (pgw_text_is(set.parameters[i].name, "orderNumber")) {
			good = take_number(hint, value, error);
		}
	}
	pgw_callback_set_free(&set);
	return good && (found || refuse_without_order(error));
}

static bool is_json(struct pgw_text text)
{
	size_t blank = 0;

	while (blank < text.length && memchr(" \t\r\n", text.at[blank], 4)) {
		blank++;
	}
	return blank < text.length && text.at[blank] == '{';
}

bool pgw_callback_hint_read(
	struct pgw_callback_hint *hint, const struct pgw_tree *tree, const void *received, struct pgw_error *error)
{
	*hint = (struct pgw_callback_hint){.has_number = false};
	switch (tree->type(received)) {
		case PGW_OBJECT:
			return read_members(hint, tree, received, error);
		case PGW_STRING:
			return is_json(tree->text(received)) ? read_json(hint, tree->text(received), error)
												 : read_form(hint, tree, received, error);
		default:
			return refuse_without_order(error);
	}
}

/* ---------------------------------------------------------------- comparing */

bool pgw_callback_hint_fits(
	const struct pgw_callback_hint *hint, const struct pgw_tree *tree, const void *status, struct pgw_error *error)
{
	const void *number = tree->type(status) == PGW_OBJECT ? tree->member(status, PGW_TEXT("orderNumber")) : NULL;
	char room[PGW_INTEGER_TEXT];
	struct pgw_text text;

	if (!hint->has_number || (read_text(&text, tree, number, room) && text.length == hint->number_length &&
								 memcmp(text.at, hint->order_number, text.length) == 0)) {
		return true;
	}
	return pgw_fail(
		error, PGW_ERROR_SIGNATURE, "callback: its orderNumber is not that of the order which its mdOrder names");
}
