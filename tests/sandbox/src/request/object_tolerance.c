/* What banks take in JSON although their documents have it otherwise. */
#include "request/object_tolerance.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "base/warning.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NUMBER_SIZE       64
#define MILLISECONDS_FROM INT64_C(100000000000) /* as seconds, the year 5138 */

/* What stays the same on all levels of an object. */
struct tolerance {
	bool typed; /* numbers and booleans may not be written as texts */
	struct json_object *warnings;
	bool changed;
};

static void warn(struct tolerance *tolerance, const char *path, const char *what)
{
	tolerance->changed = true;
	sandbox_warn(tolerance->warnings, "[%s] %s", sandbox_fault_name(path), what);
}

bool sandbox_trim_fraction(char *text, bool fraction)
{
	char *point = strchr(text, '.');
	size_t size = strlen(text);
	if (!point || !sandbox_text_digits(text, (size_t)(point - text)) ||
		!sandbox_text_digits(point + 1, strlen(point + 1))) {
		return false;
	}
	size_t kept = size;
	while (text[kept - 1] == '0') {
		kept--;
	}
	kept -= text[kept - 1] == '.';
	if (kept == size || (!fraction && text + kept != point)) {
		return false;
	}
	text[kept] = '\0';
	return true;
}

static struct json_object *new_number(const char *text)
{
	return strchr(text, '.') ? json_object_new_double_s(strtod(text, NULL), text)
							 : json_object_new_int64(sandbox_text_integer(text));
}

/* The value as a number without needless zeros, or NULL if it is right already or no such number. */
static struct json_object *as_number(bool typed, bool fraction, struct json_object *value)
{
	char text[NUMBER_SIZE];
	bool quoted = json_object_is_type(value, json_type_string);
	snprintf(text, sizeof text, "%s", json_object_get_string(value));
	bool trimmed = sandbox_trim_fraction(text, fraction);
	size_t whole = strcspn(text, ".");
	const char *rest = text + whole + (text[whole] == '.');
	bool number = sandbox_text_integer(text) >= 0 || (fraction && whole < 16 && sandbox_text_digits(text, whole) &&
														 sandbox_text_digits(rest, strlen(rest)));
	if (!number || !(trimmed || (quoted && typed))) {
		return NULL;
	}
	return quoted && !typed ? json_object_new_string(text) : new_number(text);
}

static struct json_object *as_integer(bool typed, struct json_object *value)
{
	return as_number(typed, false, value);
}

static struct json_object *as_decimal(bool typed, struct json_object *value)
{
	return as_number(typed, true, value);
}

/* A sum stays exactly the digits that were given. */
static struct json_object *as_amount(bool typed, struct json_object *value)
{
	const char *text = json_object_get_string(value);
	bool exact = json_object_is_type(value, json_type_string) && sandbox_text_integer(text) >= 0 &&
				 (text[0] != '0' || text[1] == '\0');
	return typed && exact ? json_object_new_int64(sandbox_text_integer(text)) : NULL;
}

static struct json_object *as_boolean(bool typed, struct json_object *value)
{
	static const struct {
		const char *text;
		bool plain; /* the documents' own spelling */
		bool flag;
	} spellings[] = {{"1", false, true}, {"0", false, false}, {"true", true, true}, {"false", true, false}};
	const char *text = json_object_get_string(value);
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		if (strcmp(text, spellings[i].text) == 0) {
			bool right = spellings[i].plain && (json_object_is_type(value, json_type_boolean) || !typed);
			return right ? NULL : json_object_new_boolean(spellings[i].flag);
		}
	}
	return NULL;
}

static struct json_object *as_text(bool typed, struct json_object *value)
{
	(void)typed;
	switch (json_object_get_type(value)) {
		case json_type_int:
		case json_type_double:
		case json_type_boolean:
			return json_object_new_string(json_object_get_string(value));
		default:
			return NULL;
	}
}

/* Seconds or milliseconds since 1970, or a date with a blank, a zone or a fraction of a second. */
static struct json_object *as_date(bool typed, struct json_object *value)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE], plain[SANDBOX_CLOCK_TEXT_SIZE] = "";
	const char *given = json_object_get_string(value);
	int64_t moment = sandbox_text_integer(given);
	(void)typed;
	if (moment >= 0) {
		moment *= moment < MILLISECONDS_FROM ? 1000 : 1;
	} else {
		size_t fraction = strcspn(given, ".");
		strncat(plain, given, fraction < sizeof plain - 1 ? fraction : sizeof plain - 1);
		if (given[fraction]) {
			const char *zone = given + fraction + 1 + strspn(given + fraction + 1, "0123456789");
			strncat(plain, zone, sizeof plain - 1 - strlen(plain));
		}
		if (!sandbox_clock_parse_any(plain, 0, &moment)) {
			return NULL;
		}
	}
	sandbox_clock_write(moment, 0, text);
	return strcmp(text, given) == 0 ? NULL : json_object_new_string(text);
}

/* A list of features, or commas between them, as semicolons. */
static struct json_object *as_features(bool typed, struct json_object *value)
{
	char text[SANDBOX_PATH_SIZE] = "";
	bool list = json_object_is_type(value, json_type_array);
	(void)typed;
	if (!list && (!json_object_is_type(value, json_type_string) || !strchr(json_object_get_string(value), ','))) {
		return NULL;
	}
	size_t count = list ? json_object_array_length(value) : 1;
	for (size_t i = 0; i < count; i++) {
		const char *one = json_object_get_string(list ? json_object_array_get_idx(value, i) : value);
		size_t at = strlen(text);
		snprintf(text + at, sizeof text - at, "%s%s", i ? ";" : "", one ? one : "");
	}
	for (char *c = text; *c; c++) {
		*c = *c == ',' ? ';' : *c;
	}
	return json_object_new_string(text);
}

/* How values are rewritten; a row with a name has precedence over those of a type. */
static const struct respelling {
	const char *name; /* NULL: every parameter of the type */
	enum sandbox_parameter_type type;
	struct json_object *(*respell)(bool typed, struct json_object *value); /* NULL if there is nothing to rewrite */
	const char *warning;
} respellings[] = {
	{"orderCreationDate", SANDBOX_TEXT, as_date, "your bank's document has yyyy-MM-ddTHH:mm:ss"},
	{"features", SANDBOX_TEXT, as_features, "your bank's document has one text with semicolons"},
	{NULL, SANDBOX_INTEGER, as_integer, "your bank's document has an integer"},
	{NULL, SANDBOX_AMOUNT, as_amount, "your bank's document has an integer"},
	{NULL, SANDBOX_NUMBER, as_decimal, "your bank's document has a number of at most three decimals"},
	{NULL, SANDBOX_BOOLEAN, as_boolean, "your bank's document has true or false"},
	{NULL, SANDBOX_TEXT, as_text, "your bank's document has a text"},
};

/* The type of which a value, or an element of a list, is written. */
static enum sandbox_parameter_type written_type(enum sandbox_parameter_type type)
{
	switch (type) {
		case SANDBOX_INTEGERS:
			return SANDBOX_INTEGER;
		case SANDBOX_TEXTS:
		case SANDBOX_DATE:
		case SANDBOX_DATE_TIME:
		case SANDBOX_LETTERS:
		case SANDBOX_URL:
			return SANDBOX_TEXT;
		default:
			return type;
	}
}

static const struct respelling *find_respelling(const struct sandbox_parameter *parameter)
{
	enum sandbox_parameter_type type = written_type(parameter->type);
	for (size_t i = 0; i < sizeof respellings / sizeof *respellings; i++) {
		const struct respelling *row = &respellings[i];
		if (row->name ? strcmp(row->name, parameter->name) == 0 : row->type == type) {
			return row;
		}
	}
	return NULL;
}

/* The value as the documents have it, or NULL if it may stay, or nothing can be done. */
static struct json_object *respell(
	struct tolerance *tolerance, const struct sandbox_parameter *parameter, struct json_object *value, const char *path)
{
	const struct respelling *row = value ? find_respelling(parameter) : NULL;
	struct json_object *right = row ? row->respell(tolerance->typed, value) : NULL;
	if (right) {
		warn(tolerance, path, row->warning);
	}
	return right;
}

static void tolerate_members(
	struct tolerance *tolerance, const struct sandbox_shape *shape, struct json_object *object, const char *path);

static void tolerate_list(
	struct tolerance *tolerance, const struct sandbox_parameter *parameter, struct json_object *list, const char *path)
{
	size_t count = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
	for (size_t i = 0; i < count; i++) {
		char below[SANDBOX_PATH_SIZE];
		struct json_object *element = json_object_array_get_idx(list, i);
		sandbox_path_element(below, path, i);
		if (parameter->type == SANDBOX_LIST) {
			tolerate_members(tolerance, parameter->shape, element, below);
			continue;
		}
		struct json_object *right = respell(tolerance, parameter, element, below);
		if (right) {
			json_object_array_put_idx(list, i, right);
		}
	}
}

bool sandbox_cart_is_empty(const struct sandbox_parameter *parameter, struct json_object *cart)
{
	const struct sandbox_shape *shape = parameter->shape;
	if (!shape || !(sandbox_shape_find(shape, "cartItems") || sandbox_shape_find(shape, "items"))) {
		return false;
	}
	struct json_object *inner = sandbox_json_member(cart, "cartItems"), *items;
	inner = inner ? inner : cart;
	if (!json_object_is_type(inner, json_type_object) || !json_object_object_get_ex(inner, "items", &items)) {
		return false;
	}
	return !items || (json_object_is_type(items, json_type_array) && json_object_array_length(items) == 0);
}

/* A null, an empty text, the empty array that PHP makes of an empty object, or a cart without items. */
static bool is_nothing(const struct sandbox_parameter *parameter, struct json_object *value)
{
	if (json_object_is_type(value, json_type_string)) {
		return json_object_get_string_len(value) == 0 && parameter->min > 0;
	}
	bool object = parameter->type == SANDBOX_OBJECT || parameter->type == SANDBOX_LIST;
	return !value || (object && json_object_is_type(value, json_type_array) && json_object_array_length(value) == 0) ||
		   sandbox_cart_is_empty(parameter, value);
}

static void tolerate_member(struct tolerance *tolerance, const struct sandbox_parameter *parameter,
	struct json_object *object, struct json_object *value, const char *path)
{
	if (parameter->need != SANDBOX_MANDATORY && is_nothing(parameter, value)) {
		warn(tolerance, path, "is empty and taken as not given");
		json_object_object_del(object, parameter->name);
		return;
	}
	switch (parameter->type) {
		case SANDBOX_OBJECT:
			tolerate_members(tolerance, parameter->shape, value, path);
			return;
		case SANDBOX_LIST:
		case SANDBOX_TEXTS:
		case SANDBOX_INTEGERS:
			tolerate_list(tolerance, parameter, value, path);
			return;
		default:
			break;
	}
	struct json_object *right = respell(tolerance, parameter, value, path);
	if (right) {
		json_object_object_add(object, parameter->name, right);
	}
}

static void tolerate_members(
	struct tolerance *tolerance, const struct sandbox_shape *shape, struct json_object *object, const char *path)
{
	if (!shape || !json_object_is_type(object, json_type_object)) {
		return;
	}
	json_object_object_foreach(object, name, value) {
		const struct sandbox_parameter *parameter = sandbox_shape_find(shape, name);
		char below[SANDBOX_PATH_SIZE];
		sandbox_path_member(below, path, name);
		if (parameter) {
			tolerate_member(tolerance, parameter, object, value, below);
		} else if (!value) {
			warn(tolerance, below, "is null and taken as not given");
			json_object_object_del(object, name);
		} else if (shape->open == SANDBOX_CLOSED) {
			tolerance->changed = true;
			sandbox_warn(
				tolerance->warnings, "your bank's document has no parameter %s: ignored", sandbox_fault_name(below));
			json_object_object_del(object, name);
		}
	}
}

bool sandbox_object_tolerate(const struct sandbox_shape *shape, struct json_object *object, bool typed,
	const char *path, struct json_object *warnings)
{
	struct tolerance tolerance = {typed, warnings, false};
	tolerate_members(&tolerance, shape, object, path);
	return tolerance.changed;
}

bool sandbox_texts_tolerate(struct json_object *object, const char *path, struct json_object *warnings)
{
	struct tolerance tolerance = {false, warnings, false};
	json_object_object_foreach(object, name, value) {
		char below[SANDBOX_PATH_SIZE];
		struct json_object *text = value ? as_text(false, value) : NULL;
		sandbox_path_member(below, path, name);
		if (text) {
			warn(&tolerance, below, "your bank's document has a text");
			json_object_object_add(object, name, text);
		} else if (!value) {
			warn(&tolerance, below, "is null and taken as not given");
			json_object_object_del(object, name);
		}
	}
	return tolerance.changed;
}
