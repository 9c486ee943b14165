/* Checking one text against its row of a table. */
#include "request/parameter.h"

#include "base/clock.h"
#include "base/strict_json.h"
#include "base/text.h"
#include "base/url.h"

#include <stdio.h>
#include <string.h>

static bool check_any(const char *text, size_t size)
{
	(void)text;
	(void)size;
	return true;
}

static bool check_integer(const char *text, size_t size)
{
	return sandbox_text_digits(text, size);
}

static bool check_amount(const char *text, size_t size)
{
	return sandbox_text_digits(text, size) && (text[0] != '0' || size == 1);
}

static bool check_number(const char *text, size_t size)
{
	const char *point = memchr(text, '.', size);
	if (!point) {
		return sandbox_text_digits(text, size);
	}
	size_t before = (size_t)(point - text), after = size - before - 1;
	return after <= 3 && sandbox_text_digits(text, before) && sandbox_text_digits(point + 1, after);
}

static bool check_boolean(const char *text, size_t size)
{
	(void)size;
	return strcmp(text, "true") == 0 || strcmp(text, "false") == 0;
}

static bool check_object_text(const char *text, size_t size)
{
	struct json_object *object = sandbox_strict_json_parse(text, size);
	json_object_put(object);
	return object;
}

static bool check_date(const char *text, size_t size)
{
	int64_t moment;
	(void)size;
	return sandbox_clock_parse(text, 0, &moment);
}

static bool check_date_time(const char *text, size_t size)
{
	int64_t moment;
	(void)size;
	return sandbox_clock_parse_any(text, 0, &moment);
}

static bool check_letters(const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		char c = (char)(text[i] | 0x20);
		if (c < 'a' || c > 'z') {
			return false;
		}
	}
	return true;
}

static bool check_url(const char *text, size_t size)
{
	(void)size;
	return sandbox_url_valid(text);
}

static const struct {
	bool (*check)(const char *text, size_t size);
	const char *complaint;
} parameter_types[] = {
	[SANDBOX_TEXT] = {check_any, "wrong value"},
	[SANDBOX_INTEGER] = {check_integer, "wrong value"},
	[SANDBOX_AMOUNT] = {check_amount, "wrong value"},
	[SANDBOX_NUMBER] = {check_number, "wrong value"},
	[SANDBOX_BOOLEAN] = {check_boolean, "wrong value"},
	[SANDBOX_OBJECT] = {check_object_text, "is not a JSON object"},
	[SANDBOX_LIST] = {check_any, "wrong value"},
	[SANDBOX_TEXTS] = {check_any, "wrong value"},
	[SANDBOX_INTEGERS] = {check_any, "wrong value"},
	[SANDBOX_SCALAR] = {check_any, "wrong value"},
	[SANDBOX_DATE] = {check_date, "wrong value"},
	[SANDBOX_DATE_TIME] = {check_date_time, "wrong value"},
	[SANDBOX_LETTERS] = {check_letters, "wrong value"},
	[SANDBOX_URL] = {check_url, "URL is invalid"},
	[SANDBOX_FEATURES] = {check_any, "wrong value"},
};

const struct sandbox_parameter *sandbox_shape_find(const struct sandbox_shape *shape, const char *name)
{
	for (size_t i = 0; i < shape->count; i++) {
		if (strcmp(shape->members[i].name, name) == 0) {
			return &shape->members[i];
		}
	}
	return NULL;
}

void sandbox_path_member(char below[SANDBOX_PATH_SIZE], const char *path, const char *name)
{
	snprintf(below, SANDBOX_PATH_SIZE, "%s%s%s", path, path[0] ? "." : "", name);
}

void sandbox_path_element(char below[SANDBOX_PATH_SIZE], const char *path, size_t index)
{
	snprintf(below, SANDBOX_PATH_SIZE, "%s[%zu]", path, index);
}

static bool is_one_of(const char *choices, const char *text, size_t size)
{
	for (const char *from = choices; from;) {
		size_t length = strcspn(from, "|");
		if (length == size && memcmp(from, text, size) == 0) {
			return true;
		}
		from = from[length] ? from + length + 1 : NULL;
	}
	return false;
}

static bool length_right(const struct sandbox_parameter *parameter, const char *text, size_t size)
{
	long length = sandbox_text_length(text, size);
	return length >= parameter->min && length >= 1 && (!parameter->max || length <= parameter->max);
}

static bool is_up_to(const char *text, int64_t most)
{
	char whole[20];
	snprintf(whole, sizeof whole, "%.*s", (int)strcspn(text, "."), text);
	return sandbox_text_integer(whole) <= most;
}

const char *sandbox_parameter_complaint(const struct sandbox_parameter *parameter, const char *text, size_t size)
{
	if (size == 0 && parameter->min == 0) {
		return NULL;
	}
	if (!length_right(parameter, text, size)) {
		return "wrong value";
	}
	if (!parameter_types[parameter->type].check(text, size)) {
		return parameter_types[parameter->type].complaint;
	}
	bool right = sandbox_characters_right(parameter->characters, text) &&
				 (!parameter->one_of || is_one_of(parameter->one_of, text, size)) &&
				 (!parameter->most || is_up_to(text, parameter->most));
	return right ? NULL : "wrong value";
}
