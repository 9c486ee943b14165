/* Checking a value against its parameter's row. */
#include "check.h"

#include "../buffer.h"
#include "../account.h"
#include "../error.h"
#include "../secrets.h"
#include "../table/lookup.h"
#include "wire_text.h"

#include <stdio.h>
#include <string.h>

static const char *const type_names[] = {
	[PGW_NULL] = "null",
	[PGW_BOOLEAN] = "bool",
	[PGW_INTEGER] = "int",
	[PGW_DOUBLE] = "float",
	[PGW_STRING] = "string",
	[PGW_LIST] = "list",
	[PGW_OBJECT] = "array",
	[PGW_FOREIGN] = "object",
};

/* ---------------------------------------------------------------- messages */

enum { LONGEST_PATH = 160 };

/* Writes the scopes from the outermost to the innermost, truncated if necessary. */
static size_t write_scope(const struct pgw_scope *scope, char *to, size_t room)
{
	size_t length = scope->outer ? write_scope(scope->outer, to, room) : 0;
	int more;

	if (length >= room) {
		return length;
	}
	if (scope->name) {
		more = snprintf(to + length, room - length, "%s%s", length ? "." : "", scope->name);
	} else {
		more = snprintf(to + length, room - length, "[%zu]", scope->index);
	}
	return length + (size_t)more;
}

static const char *path_of(const struct pgw_building *building, const char *name, char path[LONGEST_PATH])
{
	struct pgw_scope last = {building->scope, name, 0};

	path[0] = '\0';
	write_scope(&last, path, LONGEST_PATH);
	return path;
}

static bool refuse_type(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const char *expected, const void *value)
{
	char path[LONGEST_PATH];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s, %s given", building->request->name,
		path_of(building, parameter->name, path), expected, type_names[building->tree->type(value)]);
}

enum { LONGEST_GIVEN = 96 };

/*
 * What was given, to end a message with; "" for a secret, and for what cannot be shown. A card number typed into the
 * wrong field is not shown, and a line break must not start a new line in the shop's log.
 */
static const char *given_of(const struct pgw_building *building, const struct pgw_parameter *parameter,
	const void *value, char words[LONGEST_GIVEN])
{
	static const struct pgw_parameter any = {.name = "", .type = PGW_TAKES_TEXT};
	bool text = building->tree->type(value) == PGW_STRING;
	char room[PGW_WIRE_ROOM];
	struct pgw_text given, shown;

	words[0] = '\0';
	if (parameter->flags & PGW_SECRET || !pgw_wire_text(building->tree, &any, value, room, &given)) {
		return words;
	}
	shown = pgw_text_shown(given);
	if (shown.at != given.at) {
		return words;
	}
	snprintf(words, LONGEST_GIVEN, text ? ", \"%.*s\" given" : ", %.*s given", (int)shown.length, shown.at);
	for (char *at = words; *at; at++) {
		*at = (unsigned char)*at < ' ' ? ' ' : *at;
	}
	return words;
}

static bool refuse_content(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value, const char *expected)
{
	char path[LONGEST_PATH], given[LONGEST_GIVEN];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s%s", building->request->name,
		path_of(building, parameter->name, path), expected, given_of(building, parameter, value, given));
}

/* Without what was given. */
static bool refuse_unshown(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const char *expected)
{
	char path[LONGEST_PATH];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s", building->request->name,
		path_of(building, parameter->name, path), expected);
}

/* ---------------------------------------------------------------- bounds */

/* The message names the parameter, not the nested value where the walk ended. */
static bool refuse_parameter_bound(const struct pgw_building *building, const char *name, enum pgw_bound bound)
{
	char before[80];

	for (const struct pgw_scope *scope = building->scope; scope; scope = scope->outer) {
		name = scope->name ? scope->name : name;
	}
	snprintf(before, sizeof(before), "%s: parameter ", building->request->name);
	return pgw_refuse_bound(building->error, before, (struct pgw_text){name, strlen(name)}, bound);
}

/*
 * The rows limit the nesting, but not the lengths of lists: lists that share their entries are small in memory but can
 * take forever to walk.
 */
static bool count_checked_value(const struct pgw_building *building, const char *name)
{
	return ++building->request->walked <= PGW_MOST_VALUES || refuse_parameter_bound(building, name, PGW_TOO_MANY);
}

bool pgw_check_secret(const struct pgw_building *building, const char *name, const void *value)
{
	enum pgw_bound bound = pgw_note_secret(building->request, building->tree, value);

	return bound == PGW_IN_BOUNDS || refuse_parameter_bound(building, name, bound);
}

/* ---------------------------------------------------------------- scalars */

/* An empty text that cannot mean "not given". */
static bool refuse_empty(const struct pgw_building *building, const struct pgw_parameter *parameter)
{
	char path[LONGEST_PATH];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s is empty%s", building->request->name,
		path_of(building, parameter->name, path),
		parameter->flags & PGW_MANDATORY ? "" : "; leave it out, or give a value");
}

static bool refuse_length(
	const struct pgw_building *building, const struct pgw_parameter *parameter, ssize_t length, const char *unit)
{
	char expected[80];

	if (length == 0) {
		return refuse_empty(building, parameter);
	}
	if (parameter->minimum == parameter->maximum) {
		snprintf(expected, sizeof(expected), "exactly %d %s, %zd given", parameter->maximum, unit, length);
	} else {
		snprintf(
			expected, sizeof(expected), "%d to %d %s, %zd given", parameter->minimum, parameter->maximum, unit, length);
	}
	return refuse_unshown(building, parameter, expected);
}

static bool has_right_length(const struct pgw_parameter *parameter, ssize_t length)
{
	return parameter->maximum == 0 || (length >= parameter->minimum && length <= parameter->maximum);
}

static bool check_text(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	char room[PGW_WIRE_ROOM];
	struct pgw_text text;
	ssize_t characters;

	if (!pgw_wire_text(building->tree, parameter, value, room, &text)) {
		return refuse_type(building, parameter, "a string or an int", value);
	}
	characters = pgw_text_characters(text);
	if (characters < 0) {
		return refuse_unshown(building, parameter, "valid UTF-8 without zero bytes");
	}
	if (has_right_length(parameter, characters)) {
		return true;
	}
	return parameter->spelling == PGW_SPELLED_AS_LANGUAGE && characters > 0
			   ? refuse_content(building, parameter, value, "a language of two letters, or a locale such as ru_RU")
			   : refuse_length(building, parameter, characters, "characters");
}

static bool is_https(const struct pgw_building *building, const void *value)
{
	static const struct pgw_text scheme = {"https://", sizeof("https://") - 1};
	struct pgw_text text = {NULL, 0};

	if (building->tree->type(value) == PGW_STRING) {
		text = building->tree->text(value);
	}
	return text.length >= scheme.length && memcmp(text.at, scheme.at, scheme.length) == 0;
}

static bool check_word(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	char list[PGW_LIST_OF_WORDS], expected[PGW_LIST_OF_WORDS + 16], room[PGW_WIRE_ROOM];
	struct pgw_text text;
	bool held;

	snprintf(expected, sizeof(expected), "one of %s", pgw_words_list(parameter->words, list));
	if (!pgw_wire_text(building->tree, parameter, value, room, &text)) {
		return refuse_type(building, parameter, expected, value);
	}
	held = parameter->flags & PGW_ANY_CASE ? pgw_words_hold_text_any_case(parameter->words, text)
										   : pgw_words_hold_text(parameter->words, text);
	return held || refuse_content(building, parameter, value, expected);
}

static bool check_digits(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static const char *const expected[] = {
		[PGW_SPELLED_AS_PHONE] = "a phone number: digits, perhaps with a + before them",
		[PGW_SPELLED_AS_CURRENCY] = "a currency of ISO 4217, by its three digits or letters",
		[PGW_SPELLED_AS_GIVEN] = "decimal digits",
		[PGW_SPELLED_AS_MONTH] = "a month of two digits",
		[PGW_SPELLED_AS_TWO_DIGITS] = "two digits",
	};
	char room[PGW_WIRE_ROOM];
	struct pgw_text text;

	if (!pgw_wire_text(building->tree, parameter, value, room, &text)) {
		return refuse_type(building, parameter, "decimal digits, string or int", value);
	}
	if (text.length > 0 && !pgw_text_is_digits(text)) {
		return refuse_content(building, parameter, value, expected[parameter->spelling]);
	}
	return (text.length > 0 && has_right_length(parameter, (ssize_t)text.length)) ||
		   refuse_length(building, parameter, (ssize_t)text.length, "digits");
}

/* The number of at most nine digits, or -1. */
static int64_t small_number(struct pgw_text digits)
{
	int64_t number = 0;

	if (!pgw_text_is_digits(digits) || digits.length >= 10) {
		return -1;
	}
	for (size_t i = 0; i < digits.length; i++) {
		number = number * 10 + (digits.at[i] - '0');
	}
	return number;
}

static bool check_range(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	char expected[64], room[PGW_WIRE_ROOM];
	struct pgw_text text;
	int64_t number;

	snprintf(expected, sizeof(expected), "a number from %d to %d", parameter->minimum, parameter->maximum);
	if (!pgw_wire_text(building->tree, parameter, value, room, &text)) {
		return refuse_type(building, parameter, expected, value);
	}
	number = small_number(text);
	return (number >= parameter->minimum && number <= parameter->maximum) ||
		   refuse_content(building, parameter, value, expected);
}

static bool check_amount(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static const int64_t limits[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
		10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000,
		100000000000000000, 1000000000000000000}; /* by the number of digits */
	int64_t amount;
	char expected[64];

	if (building->tree->type(value) != PGW_INTEGER) {
		return refuse_type(building, parameter, "an int in minor units", value);
	}
	amount = building->tree->integer(value);
	if (amount < 0) {
		return refuse_content(building, parameter, value, "in minor units and not negative");
	}
	if (amount >= limits[parameter->maximum]) {
		snprintf(expected, sizeof(expected), "an int of at most %d digits in minor units", parameter->maximum);
		return refuse_content(building, parameter, value, expected);
	}
	if (amount == 0 && !(parameter->flags & (PGW_ZERO | PGW_ZERO_WITH_VERIFY))) {
		return refuse_unshown(building, parameter,
			parameter->flags & PGW_ZERO_IS_ALL ? "more than 0: the gateway reads 0 as the whole sum" : "more than 0");
	}
	return true;
}

/* A Unix time tells neither its zone nor whether it counts seconds or milliseconds. */
static bool refuse_date_type(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const char *expected, const void *value)
{
	char words[192];

	if (building->tree->type(value) != PGW_INTEGER) {
		return refuse_type(building, parameter, expected, value);
	}
	snprintf(words, sizeof(words), "%s, int given: for a Unix time in seconds pass new DateTimeImmutable(\"@$time\")",
		expected);
	return refuse_unshown(building, parameter, words);
}

static bool check_date_time(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static const char expected[] = "a date and time that exists, as yyyy-MM-ddTHH:mm:ss";

	if (building->tree->type(value) != PGW_STRING) {
		return refuse_date_type(building, parameter, expected, value);
	}
	return pgw_text_is_date_time(building->tree->text(value)) || refuse_content(building, parameter, value, expected);
}

static bool check_zoned_date_time(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static const char expected[] =
		"a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300)";

	if (building->tree->type(value) != PGW_STRING) {
		return refuse_date_type(building, parameter, expected, value);
	}
	return pgw_text_is_zoned_date_time(building->tree->text(value)) ||
		   refuse_content(building, parameter, value, expected);
}

struct entry_check {
	const struct pgw_building *building;
	const struct pgw_parameter *parameter;
};

static bool check_feature_name(void *context, struct pgw_text name, const void *value)
{
	const struct entry_check *check = context;
	const struct pgw_tree *tree = check->building->tree;

	char room[PGW_WIRE_ROOM];
	struct pgw_text text;

	(void)name;
	if (!count_checked_value(check->building, check->parameter->name)) {
		return false;
	}
	if (pgw_wire_text(tree, check->parameter, value, room, &text) && pgw_text_characters(text) > 0) {
		return true;
	}
	return refuse_unshown(check->building, check->parameter, "a feature's name or a list of them, none empty");
}

static bool check_feature_list(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	struct entry_check check = {building, parameter};

	if (building->tree->type(value) == PGW_STRING) {
		return check_feature_name(&check, PGW_TEXT(""), value);
	}
	return pgw_is_list(building->tree, value)
			   ? building->tree->each(value, check_feature_name, &check)
			   : refuse_type(building, parameter, "a feature's name or a list of them", value);
}

static bool refuse_member(const struct pgw_building *building, const struct pgw_parameter *parameter,
	const char *member, const char *expected)
{
	struct pgw_scope scope = {building->scope, parameter->name, 0};
	struct pgw_building inner = *building;
	struct pgw_parameter row = {.name = member};

	inner.scope = &scope;
	return refuse_unshown(&inner, &row, expected);
}

/* A member of jsonParams that has a row. */
static bool check_member_by_row(const struct entry_check *check, const struct pgw_parameter *member, const void *value)
{
	struct pgw_scope scope = {check->building->scope, check->parameter->name, 0};
	struct pgw_building inner = *check->building;

	inner.scope = &scope;
	return pgw_check(&inner, member, value);
}

/* The gateway expects texts here. Ints and booleans have one obvious text, so they are accepted too. */
static bool check_text_member(void *context, struct pgw_text name, const void *value)
{
	const struct entry_check *check = context;
	const struct pgw_tree *tree = check->building->tree;
	const char *expected = "a string, an int or a bool";
	const struct pgw_parameter *rows = check->parameter->members, *row = rows ? pgw_parameter_find(rows, name) : NULL;
	struct pgw_text shown;
	char member[80];
	ssize_t characters;

	if (!count_checked_value(check->building, check->parameter->name)) {
		return false;
	}
	if (row) {
		return check_member_by_row(check, row, value);
	}
	if (pgw_text_characters(name) < 1) {
		return refuse_unshown(check->building, check->parameter, "an array with names in valid UTF-8");
	}
	switch (tree->type(value)) {
		case PGW_NULL:
		case PGW_INTEGER:
		case PGW_BOOLEAN:
			return true;
		case PGW_STRING:
			characters = pgw_text_characters(tree->text(value));
			if (characters >= 0 && has_right_length(check->parameter, characters)) {
				return true;
			}
			expected = characters < 0 ? "valid UTF-8 without zero bytes" : "no longer than 1024 characters";
			break;
		default:
			break;
	}
	shown = pgw_text_shown(name);
	snprintf(member, sizeof(member), "%.*s", (int)shown.length, shown.at);
	return refuse_member(check->building, check->parameter, member, expected);
}

/* An empty array may be a list or an object. */
static bool is_object_or_empty(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_OBJECT || (type == PGW_LIST && pgw_is_empty(tree, value));
}

static bool check_text_object(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	struct entry_check check = {building, parameter};

	if (!is_object_or_empty(building->tree, value)) {
		return refuse_type(building, parameter, "an array of names and values (not JSON text)", value);
	}
	return building->tree->each(value, check_text_member, &check);
}

/* ---------------------------------------------------------------- objects and lists */

static bool check_string_entry(void *context, struct pgw_text name, const void *value)
{
	const struct entry_check *check = context;
	ssize_t characters;
	char room[PGW_WIRE_ROOM];
	struct pgw_text text;

	(void)name;
	if (!count_checked_value(check->building, check->parameter->name)) {
		return false;
	}
	characters =
		pgw_wire_text(check->building->tree, check->parameter, value, room, &text) ? pgw_text_characters(text) : -1;
	return (characters >= 0 && has_right_length(check->parameter, characters)) ||
		   refuse_unshown(check->building, check->parameter, "a list of strings of the right length");
}

static bool check_string_list(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	struct entry_check check = {building, parameter};

	return pgw_is_list(building->tree, value) ? building->tree->each(value, check_string_entry, &check)
											  : refuse_type(building, parameter, "a list of strings", value);
}

struct members_check {
	const struct pgw_building *building; /* its scope is the object */
	const struct pgw_parameter *object;
	uint64_t seen;
};

static bool check_object_entry(void *context, struct pgw_text name, const void *value)
{
	struct members_check *check = context;
	const struct pgw_building *building = check->building;
	const struct pgw_parameter *member = pgw_parameter_find(check->object->members, name);
	struct pgw_text shown;
	char suggestion[PGW_SUGGESTION], path[LONGEST_PATH], last[80];

	if (!count_checked_value(building, check->object->name)) {
		return false;
	}
	if (member) {
		check->seen |= UINT64_C(1) << (member - check->object->members);
		return pgw_check(building, member, value);
	}
	if (check->object->flags & PGW_OPEN || building->request->client->extra_parameters) {
		return pgw_check_secret(building, check->object->name, value); /* unlisted, so it may be secret */
	}
	shown = pgw_text_shown(name);
	snprintf(last, sizeof(last), "%.*s", (int)shown.length, shown.at);
	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: parameter %s is unknown%s", building->request->name,
		path_of(building, last, path), pgw_parameter_suggest(check->object->members, name, suggestion));
}

static bool check_object_members(
	const struct pgw_building *building, const struct pgw_parameter *object, const void *value)
{
	struct members_check check = {building, object, 0};
	char path[LONGEST_PATH];

	if (!building->tree->each(value, check_object_entry, &check)) {
		return false;
	}
	for (size_t i = 0; object->members[i].name; i++) {
		if (object->members[i].flags & PGW_MANDATORY && !(check.seen & UINT64_C(1) << i)) {
			return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s is missing", building->request->name,
				path_of(building, object->members[i].name, path));
		}
	}
	return true;
}

static bool check_object(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	struct pgw_scope scope = {building->scope, parameter->name, 0};
	struct pgw_building inner = *building;

	if (!is_object_or_empty(building->tree, value) && (parameter->members || building->tree->type(value) != PGW_LIST)) {
		return refuse_type(building, parameter, "an array with names (not JSON text)", value);
	}
	inner.scope = &scope;
	return !parameter->members || check_object_members(&inner, parameter, value);
}

struct list_check {
	const struct pgw_building *building;
	const struct pgw_parameter *list;
	const struct pgw_scope *scope;
	size_t index;
};

static bool check_object_in_list(void *context, struct pgw_text name, const void *value)
{
	struct list_check *check = context;
	struct pgw_scope scope = {check->scope, NULL, check->index++};
	struct pgw_building inner = *check->building;

	(void)name;
	if (!count_checked_value(check->building, check->list->name)) {
		return false;
	}
	if (!is_object_or_empty(inner.tree, value)) {
		return refuse_type(check->building, check->list, "a list of arrays", value);
	}
	inner.scope = &scope;
	return check_object_members(&inner, check->list, value);
}

static bool check_object_list(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	struct pgw_scope scope = {building->scope, parameter->name, 0};
	struct list_check check = {building, parameter, &scope, 0};

	if (!pgw_is_list(building->tree, value)) {
		return refuse_type(building, parameter, "a list of arrays", value);
	}
	return building->tree->each(value, check_object_in_list, &check);
}

static bool check_quantity(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static const char expected[] = "a number with at most 3 decimals: int, float or decimal text";
	const struct pgw_tree *tree = building->tree;
	char digits[PGW_WIRE_ROOM];
	struct pgw_text text;

	if (tree->type(value) == PGW_DOUBLE) {
		text = (struct pgw_text){digits, pgw_text_of_double(tree->real(value), digits)};
	} else if (!pgw_wire_text(tree, parameter, value, digits, &text)) {
		return refuse_type(building, parameter, expected, value);
	}
	return (pgw_text_is_decimal(text, 3) && has_right_length(parameter, (ssize_t)text.length)) ||
		   refuse_content(building, parameter, value, expected);
}

static bool check_boolean(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	return building->tree->type(value) == PGW_BOOLEAN || refuse_type(building, parameter, "a bool", value);
}

bool pgw_check(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static bool (*const checks[])(const struct pgw_building *, const struct pgw_parameter *, const void *) = {
		[PGW_TAKES_TEXT] = check_text,
		[PGW_TAKES_DIGITS] = check_digits,
		[PGW_TAKES_INTEGER] = check_digits,
		[PGW_TAKES_RANGE] = check_range,
		[PGW_TAKES_AMOUNT] = check_amount,
		[PGW_TAKES_QUANTITY] = check_quantity,
		[PGW_TAKES_BOOLEAN] = check_boolean,
		[PGW_TAKES_WORD] = check_word,
		[PGW_TAKES_DATE_TIME] = check_date_time,
		[PGW_TAKES_ZONED_DATE_TIME] = check_zoned_date_time,
		[PGW_TAKES_FEATURES] = check_feature_list,
		[PGW_TAKES_TEXTS] = check_text_object,
		[PGW_TAKES_PAIRS] = check_text_object,
		[PGW_TAKES_TEXT_LIST] = check_string_list,
		[PGW_TAKES_OBJECT] = check_object,
		[PGW_TAKES_LIST] = check_object_list,
	};

	if (pgw_wire_is_absent(building->tree, parameter, value)) {
		return !(parameter->flags & PGW_MANDATORY) || refuse_type(building, parameter, "given", value);
	}
	if (!checks[parameter->type](building, parameter, value)) {
		return false;
	}
	if (!(parameter->flags & (PGW_HTTPS | PGW_REPEATABLE | PGW_SECRET))) {
		return true; /* most have none of these */
	}
	if (parameter->flags & PGW_HTTPS && !is_https(building, value)) {
		return refuse_content(building, parameter, value, "an address that begins with https://");
	}
	if (parameter->flags & PGW_REPEATABLE) {
		building->request->repeatable = true;
	}
	return !(parameter->flags & PGW_SECRET) || pgw_check_secret(building, parameter->name, value);
}
