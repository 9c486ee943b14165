#include "check.h"

#include "error.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>

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

/* The value itself is never shown: it may be a card number typed into the wrong field. */
static bool refuse(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const char *expected, const void *value)
{
	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s, %s given", building->request->name,
		parameter->name, expected, type_names[building->tree->type(value)]);
}

static bool refuse_content(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const char *expected)
{
	return pgw_fail(
		building->error, PGW_ERROR_ARGUMENT, "%s: %s must be %s", building->request->name, parameter->name, expected);
}

static bool refuse_length(const struct pgw_building *building, const struct pgw_parameter *parameter, const char *unit)
{
	char expected[64];

	if (parameter->minimum == parameter->maximum) {
		snprintf(expected, sizeof(expected), "exactly %d %s", parameter->maximum, unit);
	} else {
		snprintf(expected, sizeof(expected), "%d to %d %s", parameter->minimum, parameter->maximum, unit);
	}
	return refuse_content(building, parameter, expected);
}

static bool fits(const struct pgw_parameter *parameter, ssize_t length)
{
	return parameter->maximum == 0 || (length >= parameter->minimum && length <= parameter->maximum);
}

static bool check_text(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	ssize_t characters;

	if (building->tree->type(value) != PGW_STRING) {
		return refuse(building, parameter, "a string", value);
	}
	characters = pgw_text_characters(building->tree->text(value));
	if (characters < 0) {
		return refuse_content(building, parameter, "valid UTF-8 without zero bytes");
	}
	return fits(parameter, characters) || refuse_length(building, parameter, "characters");
}

static bool check_digits(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	char digits[24];
	struct pgw_text text = {digits, 0};

	switch (building->tree->type(value)) {
		case PGW_INTEGER:
			text.length = (size_t)snprintf(digits, sizeof(digits), "%" PRId64, building->tree->integer(value));
			break;
		case PGW_STRING:
			text = building->tree->text(value);
			break;
		default:
			return refuse(building, parameter, "decimal digits, string or int", value);
	}
	if (!pgw_text_is_digits(text)) {
		return refuse_content(building, parameter, "decimal digits");
	}
	return fits(parameter, (ssize_t)text.length) || refuse_length(building, parameter, "digits");
}

static bool check_amount(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	int64_t amount, limit = 1;

	if (building->tree->type(value) != PGW_INTEGER) {
		return refuse(building, parameter, "an int in minor units", value);
	}
	for (int i = 0; i < parameter->maximum; i++) {
		limit *= 10;
	}
	amount = building->tree->integer(value);
	if (amount < 0) {
		return refuse_content(building, parameter, "in minor units and not negative");
	}
	if (amount >= limit) {
		return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s must have at most %d digits of minor units",
			building->request->name, parameter->name, parameter->maximum);
	}
	if (amount == 0 && !(parameter->flags & (PGW_ZERO | PGW_ZERO_WITH_VERIFY))) {
		return refuse_content(building, parameter, "more than 0: the gateway reads 0 as the whole sum");
	}
	return true;
}

static bool check_date_time(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static const char expected[] = "a date and time that exists, as yyyy-MM-ddTHH:mm:ss";

	if (building->tree->type(value) != PGW_STRING) {
		return refuse(building, parameter, expected, value);
	}
	return pgw_text_is_date_time(building->tree->text(value)) || refuse_content(building, parameter, expected);
}

struct entry_check {
	const struct pgw_building *building;
	const struct pgw_parameter *parameter;
};

static bool check_feature(void *context, struct pgw_text name, const void *value)
{
	const struct entry_check *check = context;
	const struct pgw_tree *tree = check->building->tree;

	(void)name;
	if (tree->type(value) == PGW_STRING && pgw_text_characters(tree->text(value)) > 0) {
		return true;
	}
	return refuse_content(check->building, check->parameter, "a feature's name or a list of them, none empty");
}

static bool check_features(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	struct entry_check check = {building, parameter};

	switch (building->tree->type(value)) {
		case PGW_STRING:
			return check_feature(&check, PGW_TEXT(""), value);
		case PGW_LIST:
			return building->tree->each(value, check_feature, &check);
		default:
			return refuse(building, parameter, "a feature's name or a list of them", value);
	}
}

/* The gateway takes flat texts here; ints and booleans have one obvious text, so they are taken too. */
static bool check_member_text(void *context, struct pgw_text name, const void *value)
{
	const struct entry_check *check = context;
	const struct pgw_tree *tree = check->building->tree;
	const char *expected = "a string, an int or a bool";
	ssize_t characters;

	if (pgw_text_characters(name) < 1) {
		return refuse_content(check->building, check->parameter, "an array with names in valid UTF-8");
	}
	switch (tree->type(value)) {
		case PGW_INTEGER:
		case PGW_BOOLEAN:
			return true;
		case PGW_STRING:
			characters = pgw_text_characters(tree->text(value));
			if (characters >= 0 && fits(check->parameter, characters)) {
				return true;
			}
			expected = characters < 0 ? "valid UTF-8 without zero bytes" : "no longer than 1024 characters";
			break;
		default:
			break;
	}
	return pgw_fail(check->building->error, PGW_ERROR_ARGUMENT, "%s: %s[%.*s] must be %s",
		check->building->request->name, check->parameter->name, pgw_text_shown(name), name.at, expected);
}

static bool is_object(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_OBJECT || type == PGW_LIST;
}

static bool check_texts(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	struct entry_check check = {building, parameter};

	if (!is_object(building->tree, value)) {
		return refuse(building, parameter, "an array of names and values (not JSON text)", value);
	}
	return building->tree->each(value, check_member_text, &check);
}

static bool check_object(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	return is_object(building->tree, value) || refuse(building, parameter, "an array (not JSON text)", value);
}

bool pgw_check(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value)
{
	static bool (*const checks[])(const struct pgw_building *, const struct pgw_parameter *, const void *) = {
		[PGW_TAKES_TEXT] = check_text,
		[PGW_TAKES_DIGITS] = check_digits,
		[PGW_TAKES_AMOUNT] = check_amount,
		[PGW_TAKES_BOOLEAN] = NULL,
		[PGW_TAKES_DATE_TIME] = check_date_time,
		[PGW_TAKES_FEATURES] = check_features,
		[PGW_TAKES_TEXTS] = check_texts,
		[PGW_TAKES_OBJECT] = check_object,
	};

	if (parameter->type == PGW_TAKES_BOOLEAN) {
		return building->tree->type(value) == PGW_BOOLEAN || refuse(building, parameter, "a bool", value);
	}
	return checks[parameter->type](building, parameter, value);
}
