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

const char *pgw_check_path(const struct pgw_building *building, const char *name, char path[PGW_LONGEST_PATH])
{
	struct pgw_scope last = {building->scope, name, 0};

	path[0] = '\0';
	write_scope(&last, path, PGW_LONGEST_PATH);
	return path;
}

bool pgw_check_refuse_type(const struct pgw_building *building, const struct pgw_parameter *parameter,
	const char *expected, enum pgw_type type)
{
	char path[PGW_LONGEST_PATH];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s, %s given", building->request->name,
		pgw_check_path(building, parameter->name, path), expected, type_names[type]);
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
	char path[PGW_LONGEST_PATH], given[LONGEST_GIVEN];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s%s", building->request->name,
		pgw_check_path(building, parameter->name, path), expected, given_of(building, parameter, value, given));
}

/* Without what was given. */
bool pgw_check_refuse(const struct pgw_building *building, const struct pgw_parameter *parameter, const char *expected)
{
	char path[PGW_LONGEST_PATH];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s", building->request->name,
		pgw_check_path(building, parameter->name, path), expected);
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
bool pgw_check_count(const struct pgw_building *building, const char *name)
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
	char path[PGW_LONGEST_PATH];

	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s is empty%s", building->request->name,
		pgw_check_path(building, parameter->name, path),
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
	return pgw_check_refuse(building, parameter, expected);
}

bool pgw_check_length(const struct pgw_parameter *parameter, ssize_t length)
{
	return parameter->maximum == 0 || (length >= parameter->minimum && length <= parameter->maximum);
}

static bool check_text(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	ssize_t characters;

	if (!value->has_text) {
		return pgw_check_refuse_type(building, parameter, "a string or an int", value->type);
	}
	characters = pgw_text_characters(value->text);
	if (characters < 0) {
		return pgw_check_refuse(building, parameter, "valid UTF-8 without zero bytes");
	}
	if (pgw_check_length(parameter, characters)) {
		return true;
	}
	return parameter->spelling == PGW_SPELLED_AS_LANGUAGE && characters > 0
			   ? refuse_content(
					 building, parameter, value->node, "a language of two letters, or a locale such as ru_RU")
			   : refuse_length(building, parameter, characters, "characters");
}

static bool is_https(const struct pgw_tree *tree, const void *value)
{
	static const struct pgw_text scheme = {"https://", sizeof("https://") - 1};
	struct pgw_text text = {NULL, 0};

	if (tree->type(value) == PGW_STRING) {
		text = tree->text(value);
	}
	return text.length >= scheme.length && memcmp(text.at, scheme.at, scheme.length) == 0;
}

static bool check_word(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	char list[PGW_LIST_OF_WORDS], expected[PGW_LIST_OF_WORDS + 16];
	bool held;

	snprintf(expected, sizeof(expected), "one of %s", pgw_words_list(parameter->words, list));
	if (!value->has_text) {
		return pgw_check_refuse_type(building, parameter, expected, value->type);
	}
	held = parameter->flags & PGW_ANY_CASE ? pgw_words_hold_text_any_case(parameter->words, value->text)
										   : pgw_words_hold_text(parameter->words, value->text);
	return held || refuse_content(building, parameter, value->node, expected);
}

static bool check_digits(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	static const char *const expected[] = {
		[PGW_SPELLED_AS_PHONE] = "a phone number: digits, perhaps with a + before them",
		[PGW_SPELLED_AS_CURRENCY] = "a currency of ISO 4217, by its three digits or letters",
		[PGW_SPELLED_AS_GIVEN] = "decimal digits",
		[PGW_SPELLED_AS_MONTH] = "a month of two digits",
		[PGW_SPELLED_AS_TWO_DIGITS] = "two digits",
	};
	struct pgw_text text = value->text;

	if (!value->has_text) {
		return pgw_check_refuse_type(building, parameter, "decimal digits, string or int", value->type);
	}
	if (text.length > 0 && !pgw_text_is_digits(text)) {
		return refuse_content(building, parameter, value->node, expected[parameter->spelling]);
	}
	return (text.length > 0 && pgw_check_length(parameter, (ssize_t)text.length)) ||
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

static bool check_range(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	char expected[64];
	int64_t number;

	snprintf(expected, sizeof(expected), "a number from %d to %d", parameter->minimum, parameter->maximum);
	if (!value->has_text) {
		return pgw_check_refuse_type(building, parameter, expected, value->type);
	}
	number = small_number(value->text);
	return (number >= parameter->minimum && number <= parameter->maximum) ||
		   refuse_content(building, parameter, value->node, expected);
}

static bool check_amount(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	static const int64_t limits[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
		10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000,
		100000000000000000, 1000000000000000000}; /* by the number of digits */
	int64_t amount;
	char expected[64];

	if (value->type != PGW_INTEGER) {
		return pgw_check_refuse_type(building, parameter, "an int in minor units", value->type);
	}
	amount = building->tree->integer(value->node);
	if (amount < 0) {
		return refuse_content(building, parameter, value->node, "in minor units and not negative");
	}
	if (amount >= limits[parameter->maximum]) {
		snprintf(expected, sizeof(expected), "an int of at most %d digits in minor units", parameter->maximum);
		return refuse_content(building, parameter, value->node, expected);
	}
	if (amount == 0 && !(parameter->flags & (PGW_ZERO | PGW_ZERO_WITH_VERIFY))) {
		return pgw_check_refuse(building, parameter,
			parameter->flags & PGW_ZERO_IS_ALL ? "more than 0: the gateway reads 0 as the whole sum" : "more than 0");
	}
	return true;
}

/* A Unix time tells neither its zone nor whether it counts seconds or milliseconds. */
static bool refuse_date_type(const struct pgw_building *building, const struct pgw_parameter *parameter,
	const char *expected, const struct pgw_wire_value *value)
{
	char words[192];

	if (value->type != PGW_INTEGER) {
		return pgw_check_refuse_type(building, parameter, expected, value->type);
	}
	snprintf(words, sizeof(words), "%s, int given: for a Unix time in seconds pass new DateTimeImmutable(\"@$time\")",
		expected);
	return pgw_check_refuse(building, parameter, words);
}

static bool check_date_time(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	static const char expected[] = "a date and time that exists, as yyyy-MM-ddTHH:mm:ss";

	if (value->type != PGW_STRING) {
		return refuse_date_type(building, parameter, expected, value);
	}
	return pgw_text_is_date_time(building->tree->text(value->node)) ||
		   refuse_content(building, parameter, value->node, expected);
}

static bool check_zoned_date_time(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	static const char expected[] =
		"a date and time that exists, as yyyy-MM-ddTHH:mm:ss.SSSZ (Z is an offset such as +0300)";

	if (value->type != PGW_STRING) {
		return refuse_date_type(building, parameter, expected, value);
	}
	return pgw_text_is_zoned_date_time(building->tree->text(value->node)) ||
		   refuse_content(building, parameter, value->node, expected);
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
	if (!pgw_check_count(check->building, check->parameter->name)) {
		return false;
	}
	if (pgw_wire_text(tree, check->parameter, value, room, &text) && pgw_text_characters(text) > 0) {
		return true;
	}
	return pgw_check_refuse(check->building, check->parameter, "a feature's name or a list of them, none empty");
}

static bool check_feature_list(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	struct entry_check check = {building, parameter};

	if (value->type == PGW_STRING) {
		return check_feature_name(&check, PGW_TEXT(""), value->node);
	}
	return pgw_is_list(building->tree, value->node)
			   ? building->tree->each(value->node, check_feature_name, &check)
			   : pgw_check_refuse_type(building, parameter, "a feature's name or a list of them", value->type);
}

static bool check_quantity(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	static const char expected[] = "a number with at most 3 decimals: int, float or decimal text";
	struct pgw_text text = value->text;
	char digits[PGW_WIRE_ROOM];

	if (value->type == PGW_DOUBLE) {
		text = (struct pgw_text){digits, pgw_text_of_double(building->tree->real(value->node), digits)};
	} else if (!value->has_text) {
		return pgw_check_refuse_type(building, parameter, expected, value->type);
	}
	return (pgw_text_is_decimal(text, 3) && pgw_check_length(parameter, (ssize_t)text.length)) ||
		   refuse_content(building, parameter, value->node, expected);
}

static bool check_boolean(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	return value->type == PGW_BOOLEAN || pgw_check_refuse_type(building, parameter, "a bool", value->type);
}

bool pgw_check_flags(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	if (!(parameter->flags & (PGW_HTTPS | PGW_REPEATABLE | PGW_SECRET))) {
		return true; /* most have none of these */
	}
	if (parameter->flags & PGW_HTTPS && !is_https(building->tree, value)) {
		return refuse_content(building, parameter, value, "an address that begins with https://");
	}
	if (parameter->flags & PGW_REPEATABLE) {
		building->request->repeatable = true;
	}
	return !(parameter->flags & PGW_SECRET) || pgw_check_secret(building, parameter->name, value);
}

bool pgw_check(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value)
{
	static bool (*const checks[])(
		const struct pgw_building *, const struct pgw_parameter *, const struct pgw_wire_value *) = {
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
	};

	if (value->absent) {
		return !(parameter->flags & PGW_MANDATORY) || pgw_check_refuse_type(building, parameter, "given", value->type);
	}
	return checks[parameter->type](building, parameter, value) && pgw_check_flags(building, parameter, value->node);
}
