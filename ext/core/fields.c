/* Reading named values into a struct by a table of fields: one function for each type. */
#include "fields.h"

#include "error.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { EXPECTATION = 80 };

/* ---------------------------------------------------------------- refusing */

bool pgw_field_refuse(struct pgw_field_reader *reader, const char *name, const char *expected)
{
	return pgw_fail(reader->error, PGW_ERROR_ARGUMENT, "%s%s must be %s", reader->before, name, expected);
}

bool pgw_field_count_value(struct pgw_field_reader *reader)
{
	return ++reader->walked <= PGW_MOST_VALUES ||
		   pgw_refuse_bound(reader->error, "", (struct pgw_text){reader->whole, strlen(reader->whole)}, PGW_TOO_MANY);
}

static const char *expected_of(const struct pgw_field *field, char words[EXPECTATION])
{
	if (field->expected) {
		return field->expected;
	}
	switch (field->type) {
		case PGW_FIELD_BOOLEAN:
			return "true or false";
		case PGW_FIELD_INTEGER:
			snprintf(words, EXPECTATION, "an int from %d to %d", field->minimum, field->maximum);
			return words;
		case PGW_FIELD_SECONDS:
			snprintf(words, EXPECTATION, "seconds, int or float, from 0.001 to %d", field->maximum);
			return words;
		case PGW_FIELD_AMOUNT:
			return "an int in minor units, not negative and of at most 12 digits";
		case PGW_FIELD_TEXT:
			snprintf(
				words, EXPECTATION, "a string of %d to %d characters of valid UTF-8", field->minimum, field->maximum);
			return words;
		case PGW_FIELD_DATE_TIME:
			return "a date and time that exists, as yyyy-MM-ddTHH:mm:ss";
		case PGW_FIELD_ARRAY:
			return "an array";
		default:
			return "a string";
	}
}

static bool refuse_value(struct pgw_field_reader *reader, const struct pgw_field *field)
{
	char words[EXPECTATION];

	return pgw_field_refuse(reader, field->name, expected_of(field, words));
}

static bool is_within_bounds(const struct pgw_field *field, int64_t number)
{
	return field->maximum == 0 || (number >= field->minimum && number <= field->maximum);
}

/* ---------------------------------------------------------------- copies */

static bool read_copy(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	const struct pgw_tree *tree = reader->tree;
	struct pgw_text text;

	if (tree->type(value) != PGW_STRING) {
		return refuse_value(reader, field);
	}
	text = tree->text(value);
	if (pgw_text_characters(text) < 1 || !is_within_bounds(field, (int64_t)text.length) ||
		(field->type == PGW_FIELD_COPY_OF_WORD && !pgw_words_hold_text(field->words, text))) {
		return refuse_value(reader, field);
	}
	*(char **)to = pgw_text_copy(text);
	return *(char **)to || pgw_fail_memory(reader->error);
}

/* The path is not shown: it may be the key itself instead. */
static bool read_copy_of_path(
	struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	char words[EXPECTATION];

	return read_copy(reader, field, value, to) &&
		   (access(*(char **)to, R_OK) == 0 ||
			   pgw_fail(reader->error, PGW_ERROR_ARGUMENT, "%s%s: the file cannot be read; it must be %s",
				   reader->before, field->name, expected_of(field, words)));
}

/* ---------------------------------------------------------------- values */

static bool read_boolean(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	if (reader->tree->type(value) != PGW_BOOLEAN) {
		return refuse_value(reader, field);
	}
	*(bool *)to = reader->tree->boolean(value);
	return true;
}

static bool read_integer(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	if (reader->tree->type(value) != PGW_INTEGER || !is_within_bounds(field, reader->tree->integer(value))) {
		return refuse_value(reader, field);
	}
	*(int *)to = (int)reader->tree->integer(value);
	return true;
}

static bool read_seconds(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	const struct pgw_tree *tree = reader->tree;
	enum pgw_type type = tree->type(value);
	double seconds = type == PGW_INTEGER ? (double)tree->integer(value) : type == PGW_DOUBLE ? tree->real(value) : NAN;

	if (!isfinite(seconds) || seconds < 0.001 || seconds > field->maximum) {
		return refuse_value(reader, field);
	}
	*(double *)to = seconds;
	return true;
}

static bool read_amount(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	int64_t amount = reader->tree->type(value) == PGW_INTEGER ? reader->tree->integer(value) : -1;

	if (amount < 0 || amount >= PGW_AMOUNT_LIMIT) {
		return refuse_value(reader, field);
	}
	*(int64_t *)to = amount;
	return true;
}

/* ---------------------------------------------------------------- nodes */

static bool is_right_node(const struct pgw_tree *tree, const struct pgw_field *field, const void *value)
{
	enum pgw_type type = tree->type(value);
	char room[PGW_INTEGER_TEXT];
	ssize_t characters = -1;

	switch (field->type) {
		case PGW_FIELD_ARRAY:
			return type == PGW_OBJECT || type == PGW_LIST;
		case PGW_FIELD_DATE_TIME:
			return type == PGW_STRING && pgw_text_is_date_time(tree->text(value));
		default:
			if (type == PGW_STRING || type == PGW_INTEGER) {
				characters = pgw_text_characters(
					type == PGW_STRING ? tree->text(value) : pgw_text_of_integer(tree->integer(value), room));
			}
			return characters >= 1 && is_within_bounds(field, characters);
	}
}

/* An empty text counts as not given. */
static bool borrow_node(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	if (reader->tree->type(value) == PGW_STRING && reader->tree->text(value).length == 0) {
		return true;
	}
	if (!is_right_node(reader->tree, field, value)) {
		return refuse_value(reader, field);
	}
	*(const void **)to = value;
	return true;
}

static bool ignore_value(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	(void)reader, (void)field, (void)value, (void)to;
	return true;
}

/* ---------------------------------------------------------------- the walk */

bool pgw_field_read_value(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to)
{
	static bool (*const readers[])(struct pgw_field_reader *, const struct pgw_field *, const void *value, void *to) = {
		[PGW_FIELD_IGNORED] = ignore_value,
		[PGW_FIELD_COPY] = read_copy,
		[PGW_FIELD_COPY_OF_WORD] = read_copy,
		[PGW_FIELD_COPY_OF_PATH] = read_copy_of_path,
		[PGW_FIELD_BOOLEAN] = read_boolean,
		[PGW_FIELD_INTEGER] = read_integer,
		[PGW_FIELD_SECONDS] = read_seconds,
		[PGW_FIELD_AMOUNT] = read_amount,
		[PGW_FIELD_TEXT] = borrow_node,
		[PGW_FIELD_DATE_TIME] = borrow_node,
		[PGW_FIELD_ARRAY] = borrow_node,
	};

	return readers[field->type](reader, field, value, to);
}

static bool refuse_unknown_field(struct pgw_field_reader *reader, struct pgw_text name)
{
	struct pgw_nearest nearest = pgw_nearest_to(name);
	struct pgw_text shown = pgw_text_shown(name);
	char suggestion[PGW_SUGGESTION];

	pgw_nearest_offer_names(&nearest, reader->fields, sizeof(*reader->fields));
	return pgw_fail(reader->error, PGW_ERROR_ARGUMENT, "%s%.*s is unknown%s", reader->before, (int)shown.length,
		shown.at, pgw_nearest_suggestion(&nearest, suggestion));
}

static bool read_named_value(void *context, struct pgw_text name, const void *value)
{
	struct pgw_field_reader *reader = context;

	if (!pgw_field_count_value(reader)) {
		return false;
	}
	for (const struct pgw_field *field = reader->fields; field->name; field++) {
		if (pgw_text_is(name, field->name)) {
			return reader->tree->type(value) == PGW_NULL || (field->read ? field->read : pgw_field_read_value)(reader,
																field, value, (char *)reader->to + field->offset);
		}
	}
	if (name.length == 0) {
		return reader->entries
				   ? pgw_fail(reader->error, PGW_ERROR_ARGUMENT, "%s must be given by name", reader->entries)
				   : pgw_field_refuse(reader, "every field", "given by name");
	}
	return reader->refuse_unknown ? reader->refuse_unknown(reader, name) : refuse_unknown_field(reader, name);
}

bool pgw_read_fields(struct pgw_field_reader *reader, const void *array)
{
	return reader->tree->each(array, read_named_value, reader);
}
