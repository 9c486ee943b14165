/* Writing nested values as JSON, according to their rows. */
#include "json_writer.h"

#include "../buffer.h"
#include "../table/lookup.h"
#include "wire_text.h"

#include <math.h>
#include <string.h>

/*
 * Written directly to a buffer: json-c's objects would leave card data in memory that is never wiped, and with a long
 * orderBundle they took twice as long as the rest of the call. Values with a row were checked against it, including
 * names and texts; all others are checked here.
 */
struct json_output {
	struct pgw_buffer *to;
	const struct pgw_tree *tree;
	const struct pgw_parameter *row; /* of the container being filled; NULL: anything */
	bool list, begun;                /* is the container a list, and does it have an entry yet? */
	int depth;
	size_t count; /* of entries so far */
	const char *reason;
	const char *indicator; /* the name of a member with PGW_INDICATOR; NULL: the caller's */
};

static bool write_any(
	struct json_output *output, const void *node, enum pgw_type type, const struct pgw_parameter *row);

static bool give_up(struct json_output *output, const char *reason)
{
	output->reason = reason;
	return false;
}

/* jsonParams: every value is a text, an empty one too. */
static const struct pgw_parameter text_row = {.name = "", .type = PGW_TAKES_TEXT, .flags = PGW_MANDATORY};

/* The row of an entry: a member's own, or, in a list, the list's row, which describes its entries. */
static const struct pgw_parameter *row_of_entry(const struct json_output *output, struct pgw_text name)
{
	const struct pgw_parameter *row = output->row;

	if (!row) {
		return NULL;
	}
	switch (row->type) {
		case PGW_TAKES_TEXTS:
		case PGW_TAKES_PAIRS:
			row = row->members ? pgw_parameter_find(row->members, name) : NULL;
			return row ? row : &text_row;
		case PGW_TAKES_TEXT_LIST:
			return row;
		case PGW_TAKES_LIST:
			return output->list ? row : pgw_parameter_find(row->members, name);
		case PGW_TAKES_OBJECT:
			return row->members ? pgw_parameter_find(row->members, name) : NULL;
		default:
			return NULL;
	}
}

/* The name of a row needs no escape. */
static bool write_name(struct json_output *output, struct pgw_text name, const struct pgw_parameter *row)
{
	if (!row && pgw_text_characters(name) < 0) {
		return give_up(output, "a name is not valid UTF-8");
	}
	if (row && row->name_length > 0 && !(row->flags & PGW_INDICATOR)) {
		pgw_buffer_add_name(output->to, name.at, name.length);
	} else {
		pgw_buffer_add_quoted(output->to, name.at, name.length);
		pgw_buffer_add_byte(output->to, ':');
	}
	return true;
}

/* {"name": …, "value": …} */
static bool write_pair(struct json_output *output, struct pgw_text name, const void *value, enum pgw_type type,
	const struct pgw_parameter *row)
{
	pgw_buffer_add_text(output->to, "{\"name\":");
	pgw_buffer_add_quoted(output->to, name.at, name.length);
	pgw_buffer_add_text(output->to, ",\"value\":");
	if (!write_any(output, value, type, row)) {
		return false;
	}
	pgw_buffer_add_byte(output->to, '}');
	return true;
}

/* Null is absent among the unlisted members of an open object, such as Sberbank's jsonParams, too. */
static bool is_null_of_open_object(const struct json_output *output, enum pgw_type type)
{
	return output->row && !output->list && type == PGW_NULL;
}

static bool write_entry(void *context, struct pgw_text name, const void *value)
{
	struct json_output *output = context;
	const struct pgw_parameter *row = row_of_entry(output, name);
	enum pgw_type type = output->tree->type(value);

	if (row ? pgw_wire_is_absent_of_type(output->tree, row, type, value) : is_null_of_open_object(output, type)) {
		return true;
	}
	/* Arrays that share their entries at every level are small in memory, but endless when written. */
	if (++output->count > PGW_MOST_VALUES) {
		return give_up(output, "it has too many entries");
	}
	if (output->begun) {
		pgw_buffer_add_byte(output->to, ',');
	}
	output->begun = true;
	if (row && row->flags & PGW_INDICATOR && output->indicator) {
		name = (struct pgw_text){output->indicator, strlen(output->indicator)};
	}
	if (output->row && output->row->type == PGW_TAKES_PAIRS) {
		return write_pair(output, name, value, type, row);
	}
	return (output->list || write_name(output, name, row)) && write_any(output, value, type, row);
}

/* The row decides about an empty array, and about a list whose keys have gaps. */
static bool is_written_as_list(const struct json_output *output, enum pgw_type type, const struct pgw_parameter *row)
{
	bool object_in_list = row && row == output->row;

	if (object_in_list) {
		return false;
	}
	switch (row ? row->type : PGW_TAKES_OBJECT) {
		case PGW_TAKES_PAIRS:
		case PGW_TAKES_LIST:
		case PGW_TAKES_TEXT_LIST:
			return true;
		case PGW_TAKES_TEXTS:
			return false;
		default:
			return !(row && row->members) && type == PGW_LIST;
	}
}

static bool write_container(
	struct json_output *output, const void *node, enum pgw_type type, const struct pgw_parameter *row)
{
	struct json_output inner = *output;

	if (output->depth == PGW_MOST_LEVELS) {
		return give_up(output, "it is nested too deeply");
	}
	inner.row = row;
	inner.list = is_written_as_list(output, type, row);
	inner.begun = false;
	inner.depth++;
	pgw_buffer_add_byte(inner.to, inner.list ? '[' : '{');
	inner.tree->each(node, write_entry, &inner);
	pgw_buffer_add_byte(inner.to, inner.list ? ']' : '}');
	output->count = inner.count;
	output->reason = inner.reason;
	return !inner.reason;
}

static bool write_word(struct json_output *output, struct pgw_text word, bool quoted)
{
	if (quoted) {
		pgw_buffer_add_quoted(output->to, word.at, word.length);
	} else {
		pgw_buffer_add(output->to, word.at, word.length);
	}
	return true;
}

/* A text that no row describes, and no check has seen. */
static bool write_any_text(struct json_output *output, struct pgw_text text)
{
	return pgw_text_characters(text) < 0 ? give_up(output, "a text is not valid UTF-8")
										 : write_word(output, text, true);
}

static bool write_any_integer(struct json_output *output, int64_t integer)
{
	char room[PGW_INTEGER_TEXT];

	return write_word(output, pgw_text_of_integer(integer, room), false);
}

static bool write_double(struct json_output *output, double real)
{
	char digits[32];

	if (!isfinite(real)) {
		return give_up(output, "a number is not finite");
	}
	return write_word(output, (struct pgw_text){digits, pgw_text_of_double(real, digits)}, false);
}

/* A number given as text is written as it is, so that no digit is lost. */
static bool write_by_row(struct json_output *output, struct pgw_text text, const struct pgw_parameter *row)
{
	bool number = pgw_wire_is_number(row);

	return write_word(output, number ? pgw_text_number(text) : text, !number);
}

static bool write_any(struct json_output *output, const void *node, enum pgw_type type, const struct pgw_parameter *row)
{
	const struct pgw_tree *tree = output->tree;
	char room[PGW_WIRE_ROOM];
	struct pgw_text text;

	if (row && pgw_wire_text_of_type(tree, row, type, node, room, &text)) {
		return write_by_row(output, text, row);
	}
	switch (type) {
		case PGW_NULL:
			return write_word(output, PGW_TEXT("null"), false);
		case PGW_BOOLEAN:
			return write_word(
				output, tree->boolean(node) ? PGW_TEXT("true") : PGW_TEXT("false"), row && row->type == PGW_TAKES_TEXT);
		case PGW_INTEGER:
			return write_any_integer(output, tree->integer(node));
		case PGW_DOUBLE:
			return write_double(output, tree->real(node));
		case PGW_STRING:
			return write_any_text(output, tree->text(node));
		case PGW_LIST:
		case PGW_OBJECT:
			return write_container(output, node, type, row);
		default:
			return give_up(output, "an object cannot be written");
	}
}

const char *pgw_json_write(struct pgw_buffer *to, const struct pgw_tree *tree, const void *node,
	const struct pgw_parameter *row, const char *indicator)
{
	struct json_output output = {.to = to, .tree = tree, .indicator = indicator};

	write_any(&output, node, tree->type(node), row);
	return output.reason;
}
