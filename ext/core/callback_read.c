/* Reading a received callback: an array of its parameters, or the raw text of a query or a form. */
#include "callback_read.h"

#include "error.h"
#include "table/callbacks.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- the shop's own parameters */

struct own_reading {
	struct pgw_callback_own *own;
	const struct pgw_tree *tree;
	struct pgw_error *error;
};

static bool read_own_name(void *context, struct pgw_text key, const void *value)
{
	struct own_reading *reading = context;
	struct pgw_callback_own *own = reading->own;
	struct pgw_text name;

	(void)key;
	if (reading->tree->type(value) != PGW_STRING || reading->tree->text(value).length == 0) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "ownNames must be a list of names");
	}
	name = reading->tree->text(value);
	if (pgw_callback_row_find(name)) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT,
			"ownNames must not contain %.*s, which is a parameter of the gateway", (int)name.length, name.at);
	}
	if (own->count == PGW_CALLBACK_OWN_NAMES) {
		return pgw_fail(
			reading->error, PGW_ERROR_ARGUMENT, "ownNames holds more than %d names", PGW_CALLBACK_OWN_NAMES);
	}
	own->names[own->count++] = name;
	return true;
}

bool pgw_callback_read_own(
	struct pgw_callback_own *own, const struct pgw_tree *tree, const void *names, struct pgw_error *error)
{
	struct own_reading reading = {own, tree, error};

	own->count = 0;
	return !names || tree->each(names, read_own_name, &reading);
}

static bool is_own(const struct pgw_callback_own *own, struct pgw_text name)
{
	for (size_t i = 0; i < own->count; i++) {
		if (pgw_callback_compare_names(own->names[i], name) == 0) {
			return true;
		}
	}
	return false;
}

/* ---------------------------------------------------------------- parameters */

struct reading {
	struct pgw_callback_set *set;
	const struct pgw_callback_own *own;
	const struct pgw_tree *tree;
	struct pgw_error *error;
};

static bool refuse_length(struct pgw_error *error)
{
	return pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: it is longer than %d bytes", PGW_CALLBACK_BYTES);
}

static struct pgw_text copy_into_set(struct pgw_callback_set *set, struct pgw_text text)
{
	size_t before = set->text.length;

	pgw_buffer_add(&set->text, text.at, text.length);
	return (struct pgw_text){set->text.at + before, text.length};
}

static bool check_name(struct pgw_text name, struct pgw_error *error)
{
	return pgw_callback_is_name(name) || pgw_fail(error, PGW_ERROR_SIGNATURE,
											 "callback: the name of a parameter is empty, is that of an array, or has "
											 "other characters than printable "
											 "ASCII without spaces and semicolons");
}

/* The name has been checked. */
static bool add_parameter(struct reading *reading, struct pgw_text name, struct pgw_text value)
{
	struct pgw_callback_set *set = reading->set;

	if (set->count == PGW_CALLBACK_PARAMETERS) {
		return pgw_fail(
			reading->error, PGW_ERROR_SIGNATURE, "callback: it has more than %d parameters", PGW_CALLBACK_PARAMETERS);
	}
	if (name.length > PGW_CALLBACK_BYTES || value.length > PGW_CALLBACK_BYTES ||
		name.length + value.length > PGW_CALLBACK_BYTES - set->text.length) {
		return refuse_length(reading->error);
	}
	set->parameters[set->count].name = copy_into_set(set, name);
	set->parameters[set->count++].value = copy_into_set(set, value);
	return true;
}

static const char *type_words(enum pgw_type type)
{
	switch (type) {
		case PGW_LIST:
		case PGW_OBJECT:
			return "an array";
		case PGW_NULL:
			return "null; a framework does that to an empty text, so pass the raw query or body";
		default:
			return "not text; pass the raw query or body as it was received";
	}
}

static bool read_entry(void *context, struct pgw_text name, const void *value)
{
	struct reading *reading = context;
	enum pgw_type type = reading->tree->type(value);
	struct pgw_text shown = pgw_text_shown(name);

	if (is_own(reading->own, name)) {
		return true;
	}
	if (!check_name(name, reading->error)) {
		return false;
	}
	if (type != PGW_STRING) {
		return pgw_fail(
			reading->error, PGW_ERROR_SIGNATURE, "callback: %.*s is %s", (int)shown.length, shown.at, type_words(type));
	}
	return add_parameter(reading, name, reading->tree->text(value));
}

/* ---------------------------------------------------------------- raw text */

static bool read_pair(struct reading *reading, struct pgw_text pair)
{
	struct pgw_text name = pgw_text_cut(&pair, '=');
	struct pgw_buffer decoded = {0};
	struct pgw_text name_text, value_text;
	size_t name_length;
	bool good;

	pgw_callback_decode(&decoded, name);
	name_length = decoded.length;
	pgw_callback_decode(&decoded, pair);
	if (decoded.failed) {
		pgw_buffer_free(&decoded);
		return pgw_fail_memory(reading->error);
	}
	name_text = (struct pgw_text){decoded.at ? decoded.at : "", name_length};
	value_text = (struct pgw_text){name_text.at + name_length, decoded.length - name_length};
	good = is_own(reading->own, name_text) ||
		   (check_name(name_text, reading->error) && add_parameter(reading, name_text, value_text));
	pgw_buffer_free(&decoded);
	return good;
}

static bool read_text(struct reading *reading, struct pgw_text text)
{
	if (text.length > PGW_CALLBACK_BYTES) {
		return refuse_length(reading->error);
	}
	if (text.length > 0 && *text.at == '{') {
		return pgw_fail(reading->error, PGW_ERROR_SIGNATURE,
			"callback: it is JSON, which is not signed; ask the gateway with confirmCallback()");
	}
	while (text.length > 0) {
		struct pgw_text pair = pgw_text_cut(&text, '&');

		if (pair.length > 0 && !read_pair(reading, pair)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- the set */

static int compare_parameters(const void *one, const void *other)
{
	return pgw_callback_compare_names(
		((const struct pgw_callback_parameter *)one)->name, ((const struct pgw_callback_parameter *)other)->name);
}

static bool refuse_repeated(const struct pgw_callback_set *set, struct pgw_error *error)
{
	for (size_t i = 1; i < set->count; i++) {
		struct pgw_text shown = pgw_text_shown(set->parameters[i].name);

		if (compare_parameters(&set->parameters[i - 1], &set->parameters[i]) == 0) {
			return pgw_fail(
				error, PGW_ERROR_SIGNATURE, "callback: %.*s occurs more than once", (int)shown.length, shown.at);
		}
	}
	return true;
}

static struct pgw_text take_checksum(struct pgw_callback_set *set)
{
	struct pgw_text checksum = {NULL, 0};
	size_t kept = 0;

	for (size_t i = 0; i < set->count; i++) {
		const struct pgw_callback_row *row = pgw_callback_row_find(set->parameters[i].name);

		if (!row || row->kind != PGW_CALLBACK_UNSIGNED) {
			set->parameters[kept++] = set->parameters[i];
		} else if (strcmp(row->name, "checksum") == 0) {
			checksum = set->parameters[i].value;
		}
	}
	set->count = kept;
	return checksum;
}

bool pgw_callback_read(struct pgw_callback_set *set, struct pgw_text *checksum, const struct pgw_tree *tree,
	const void *received, const struct pgw_callback_own *own, struct pgw_error *error)
{
	struct reading reading = {set, own, tree, error};
	bool read;

	*set = (struct pgw_callback_set){0};
	set->parameters = malloc(PGW_CALLBACK_PARAMETERS * sizeof(*set->parameters));
	if (!set->parameters || !pgw_buffer_reserve(&set->text, PGW_CALLBACK_BYTES)) {
		return pgw_fail_memory(error);
	}
	read = tree->type(received) == PGW_STRING ? read_text(&reading, tree->text(received))
											  : tree->each(received, read_entry, &reading);
	if (!read) {
		return false;
	}
	if (set->count > 0) {
		qsort(set->parameters, set->count, sizeof(*set->parameters), compare_parameters);
	}
	if (!refuse_repeated(set, error)) {
		return false;
	}
	*checksum = take_checksum(set);
	return true;
}
