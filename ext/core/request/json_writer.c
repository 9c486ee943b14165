/* Writing nested objects as JSON, each part as its row demands. */
#include "json_writer.h"

#include "../buffer.h"
#include "../table/lookup.h"

#include <math.h>
#include <string.h>

/*
 * Straight into a buffer: objects of json-c would leave card data in memory that nobody wipes, and took over twice the
 * time of all the rest of a call with a long orderBundle. What has a row was checked by it, names and texts included;
 * the rest is checked here.
 */
struct writing {
	struct pgw_buffer *to;
	const struct pgw_tree *tree;
	const struct pgw_parameter *row; /* of the container being filled; NULL: anything */
	bool list, begun;                /* the container: is it a list, and has it an entry yet? */
	int depth;
	size_t count; /* of entries so far */
	const char *reason;
};

static bool write_value(struct writing *writing, const void *node, const struct pgw_parameter *row);

static bool refuse(struct writing *writing, const char *reason)
{
	writing->reason = reason;
	return false;
}

/* jsonParams: every value is a text. */
static const struct pgw_parameter text_row = {.name = "", .type = PGW_TAKES_TEXT};

/* The row of an entry: a member's own, or, in a list, an object of the list's members. */
static const struct pgw_parameter *row_of_entry(const struct writing *writing, struct pgw_text name)
{
	const struct pgw_parameter *row = writing->row;

	if (!row) {
		return NULL;
	}
	switch (row->type) {
		case PGW_TAKES_TEXTS:
		case PGW_TAKES_PAIRS:
			return &text_row;
		case PGW_TAKES_LIST:
			return writing->list ? row : pgw_parameter_find(row->members, name);
		case PGW_TAKES_OBJECT:
			return row->members ? pgw_parameter_find(row->members, name) : NULL;
		default:
			return NULL;
	}
}

static bool write_name(struct writing *writing, struct pgw_text name, const struct pgw_parameter *row)
{
	if (!row && pgw_text_characters(name) < 0) {
		return refuse(writing, "a name is not valid UTF-8");
	}
	pgw_buffer_add_quoted(writing->to, name.at, name.length);
	pgw_buffer_add_byte(writing->to, ':');
	return true;
}

/* {"name": …, "value": …} */
static bool write_pair(struct writing *writing, struct pgw_text name, const void *value)
{
	pgw_buffer_add_text(writing->to, "{\"name\":");
	pgw_buffer_add_quoted(writing->to, name.at, name.length);
	pgw_buffer_add_text(writing->to, ",\"value\":");
	if (!write_value(writing, value, &text_row)) {
		return false;
	}
	pgw_buffer_add_byte(writing->to, '}');
	return true;
}

static bool write_entry(void *context, struct pgw_text name, const void *value)
{
	struct writing *writing = context;
	const struct pgw_parameter *row = row_of_entry(writing, name);

	if (row && writing->tree->type(value) == PGW_NULL) {
		return true;
	}
	/* Arrays that hold each other twice at every level are small in memory and endless on paper. */
	if (++writing->count > PGW_MOST_VALUES) {
		return refuse(writing, "it has too many entries");
	}
	if (writing->begun) {
		pgw_buffer_add_byte(writing->to, ',');
	}
	writing->begun = true;
	if (writing->row && writing->row->type == PGW_TAKES_PAIRS) {
		return write_pair(writing, name, value);
	}
	return (writing->list || write_name(writing, name, row)) && write_value(writing, value, row);
}

/* An empty array can be either; its row says which. */
static bool is_list(const struct writing *writing, const void *node, const struct pgw_parameter *row)
{
	bool entry = row && row == writing->row; /* of a list: the row of the list is that of its objects */
	bool object = row && (row->type == PGW_TAKES_TEXTS || (row->type == PGW_TAKES_OBJECT && row->members) || entry);

	if (row && row->type == PGW_TAKES_PAIRS) {
		return true;
	}
	return writing->tree->type(node) == PGW_LIST && !(object && pgw_is_empty(writing->tree, node));
}

static bool write_container(struct writing *writing, const void *node, const struct pgw_parameter *row)
{
	struct writing inner = *writing;

	if (writing->depth == PGW_MOST_LEVELS) {
		return refuse(writing, "it is nested too deeply");
	}
	inner.row = row;
	inner.list = is_list(writing, node, row);
	inner.begun = false;
	inner.depth++;
	pgw_buffer_add_byte(inner.to, inner.list ? '[' : '{');
	inner.tree->each(node, write_entry, &inner);
	pgw_buffer_add_byte(inner.to, inner.list ? ']' : '}');
	writing->count = inner.count;
	writing->reason = inner.reason;
	return !inner.reason;
}

/* A number that came as text is written as it is spelled, so no digit is lost however many there are. */
static bool write_string(struct writing *writing, struct pgw_text text, const struct pgw_parameter *row)
{
	if (row && (row->type == PGW_TAKES_QUANTITY || row->type == PGW_TAKES_INTEGER || row->type == PGW_TAKES_RANGE)) {
		text = pgw_text_number(text);
		pgw_buffer_add(writing->to, text.at, text.length);
		return true;
	}
	if (!row && pgw_text_characters(text) < 0) {
		return refuse(writing, "a text is not valid UTF-8");
	}
	pgw_buffer_add_quoted(writing->to, text.at, text.length);
	return true;
}

static bool write_word(struct writing *writing, struct pgw_text word, bool quoted)
{
	if (quoted) {
		pgw_buffer_add_quoted(writing->to, word.at, word.length);
	} else {
		pgw_buffer_add(writing->to, word.at, word.length);
	}
	return true;
}

static bool write_integer(struct writing *writing, int64_t integer, const struct pgw_parameter *row)
{
	char room[PGW_INTEGER_TEXT];

	return write_word(writing, pgw_text_of_integer(integer, room),
		row && (row->type == PGW_TAKES_TEXT || row->type == PGW_TAKES_DIGITS));
}

static bool write_double(struct writing *writing, double real)
{
	char digits[32];

	if (!isfinite(real)) {
		return refuse(writing, "a number is not finite");
	}
	return write_word(writing, (struct pgw_text){digits, pgw_text_of_double(real, digits)}, false);
}

static bool write_value(struct writing *writing, const void *node, const struct pgw_parameter *row)
{
	const struct pgw_tree *tree = writing->tree;

	switch (tree->type(node)) {
		case PGW_NULL:
			return write_word(writing, PGW_TEXT("null"), false);
		case PGW_BOOLEAN:
			return write_word(writing, tree->boolean(node) ? PGW_TEXT("true") : PGW_TEXT("false"),
				row && row->type == PGW_TAKES_TEXT);
		case PGW_INTEGER:
			return write_integer(writing, tree->integer(node), row);
		case PGW_DOUBLE:
			return write_double(writing, tree->real(node));
		case PGW_STRING:
			return write_string(writing, tree->text(node), row);
		case PGW_LIST:
		case PGW_OBJECT:
			return write_container(writing, node, row);
		default:
			return refuse(writing, "an object is not an array");
	}
}

const char *pgw_json_write(
	struct pgw_buffer *to, const struct pgw_tree *tree, const void *node, const struct pgw_parameter *row)
{
	struct writing writing = {.to = to, .tree = tree};

	write_value(&writing, node, row);
	return writing.reason;
}
