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
struct json_output {
	struct pgw_buffer *to;
	const struct pgw_tree *tree;
	const struct pgw_parameter *row; /* of the container being filled; NULL: anything */
	bool list, begun;                /* the container: is it a list, and has it an entry yet? */
	int depth;
	size_t count; /* of entries so far */
	const char *reason;
};

static bool write_any(struct json_output *json_output, const void *node, const struct pgw_parameter *row);

static bool give_up(struct json_output *json_output, const char *reason)
{
	json_output->reason = reason;
	return false;
}

/* jsonParams: every value is a text. */
static const struct pgw_parameter text_row = {.name = "", .type = PGW_TAKES_TEXT};

/* The row of an entry: a member's own, or, in a list, an object of the list's members. */
static const struct pgw_parameter *row_of_entry(const struct json_output *json_output, struct pgw_text name)
{
	const struct pgw_parameter *row = json_output->row;

	if (!row) {
		return NULL;
	}
	switch (row->type) {
		case PGW_TAKES_TEXTS:
		case PGW_TAKES_PAIRS:
			return &text_row;
		case PGW_TAKES_LIST:
			return json_output->list ? row : pgw_parameter_find(row->members, name);
		case PGW_TAKES_OBJECT:
			return row->members ? pgw_parameter_find(row->members, name) : NULL;
		default:
			return NULL;
	}
}

static bool write_name(struct json_output *json_output, struct pgw_text name, const struct pgw_parameter *row)
{
	if (!row && pgw_text_characters(name) < 0) {
		return give_up(json_output, "a name is not valid UTF-8");
	}
	pgw_buffer_add_quoted(json_output->to, name.at, name.length);
	pgw_buffer_add_byte(json_output->to, ':');
	return true;
}

/* {"name": …, "value": …} */
static bool write_pair(struct json_output *json_output, struct pgw_text name, const void *value)
{
	pgw_buffer_add_text(json_output->to, "{\"name\":");
	pgw_buffer_add_quoted(json_output->to, name.at, name.length);
	pgw_buffer_add_text(json_output->to, ",\"value\":");
	if (!write_any(json_output, value, &text_row)) {
		return false;
	}
	pgw_buffer_add_byte(json_output->to, '}');
	return true;
}

static bool write_entry(void *context, struct pgw_text name, const void *value)
{
	struct json_output *json_output = context;
	const struct pgw_parameter *row = row_of_entry(json_output, name);

	if (row && json_output->tree->type(value) == PGW_NULL) {
		return true;
	}
	/* Arrays that hold each other twice at every level are small in memory and endless on paper. */
	if (++json_output->count > PGW_MOST_VALUES) {
		return give_up(json_output, "it has too many entries");
	}
	if (json_output->begun) {
		pgw_buffer_add_byte(json_output->to, ',');
	}
	json_output->begun = true;
	if (json_output->row && json_output->row->type == PGW_TAKES_PAIRS) {
		return write_pair(json_output, name, value);
	}
	return (json_output->list || write_name(json_output, name, row)) && write_any(json_output, value, row);
}

/* An empty array can be either; its row says which. */
static bool is_written_as_list(const struct json_output *json_output, const void *node, const struct pgw_parameter *row)
{
	bool entry = row && row == json_output->row; /* of a list: the row of the list is that of its objects */
	bool object = row && (row->type == PGW_TAKES_TEXTS || (row->type == PGW_TAKES_OBJECT && row->members) || entry);

	if (row && row->type == PGW_TAKES_PAIRS) {
		return true;
	}
	return json_output->tree->type(node) == PGW_LIST && !(object && pgw_is_empty(json_output->tree, node));
}

static bool write_container(struct json_output *json_output, const void *node, const struct pgw_parameter *row)
{
	struct json_output inner = *json_output;

	if (json_output->depth == PGW_MOST_LEVELS) {
		return give_up(json_output, "it is nested too deeply");
	}
	inner.row = row;
	inner.list = is_written_as_list(json_output, node, row);
	inner.begun = false;
	inner.depth++;
	pgw_buffer_add_byte(inner.to, inner.list ? '[' : '{');
	inner.tree->each(node, write_entry, &inner);
	pgw_buffer_add_byte(inner.to, inner.list ? ']' : '}');
	json_output->count = inner.count;
	json_output->reason = inner.reason;
	return !inner.reason;
}

/* A number that came as text is written as it is spelled, so no digit is lost however many there are. */
static bool write_string(struct json_output *json_output, struct pgw_text text, const struct pgw_parameter *row)
{
	if (row && (row->type == PGW_TAKES_QUANTITY || row->type == PGW_TAKES_INTEGER || row->type == PGW_TAKES_RANGE)) {
		text = pgw_text_number(text);
		pgw_buffer_add(json_output->to, text.at, text.length);
		return true;
	}
	if (!row && pgw_text_characters(text) < 0) {
		return give_up(json_output, "a text is not valid UTF-8");
	}
	pgw_buffer_add_quoted(json_output->to, text.at, text.length);
	return true;
}

static bool write_word(struct json_output *json_output, struct pgw_text word, bool quoted)
{
	if (quoted) {
		pgw_buffer_add_quoted(json_output->to, word.at, word.length);
	} else {
		pgw_buffer_add(json_output->to, word.at, word.length);
	}
	return true;
}

static bool write_integer(struct json_output *json_output, int64_t integer, const struct pgw_parameter *row)
{
	char room[PGW_INTEGER_TEXT];

	return write_word(json_output, pgw_text_of_integer(integer, room),
		row && (row->type == PGW_TAKES_TEXT || row->type == PGW_TAKES_DIGITS));
}

static bool write_double(struct json_output *json_output, double real)
{
	char digits[32];

	if (!isfinite(real)) {
		return give_up(json_output, "a number is not finite");
	}
	return write_word(json_output, (struct pgw_text){digits, pgw_text_of_double(real, digits)}, false);
}

static bool write_any(struct json_output *json_output, const void *node, const struct pgw_parameter *row)
{
	const struct pgw_tree *tree = json_output->tree;

	switch (tree->type(node)) {
		case PGW_NULL:
			return write_word(json_output, PGW_TEXT("null"), false);
		case PGW_BOOLEAN:
			return write_word(json_output, tree->boolean(node) ? PGW_TEXT("true") : PGW_TEXT("false"),
				row && row->type == PGW_TAKES_TEXT);
		case PGW_INTEGER:
			return write_integer(json_output, tree->integer(node), row);
		case PGW_DOUBLE:
			return write_double(json_output, tree->real(node));
		case PGW_STRING:
			return write_string(json_output, tree->text(node), row);
		case PGW_LIST:
		case PGW_OBJECT:
			return write_container(json_output, node, row);
		default:
			return give_up(json_output, "an object is not an array");
	}
}

const char *pgw_json_write(
	struct pgw_buffer *to, const struct pgw_tree *tree, const void *node, const struct pgw_parameter *row)
{
	struct json_output json_output = {.to = to, .tree = tree};

	write_any(&json_output, node, row);
	return json_output.reason;
}
