#include "request/parameter.h"

#include "request/characters.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/url.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARAMETERS_MAX 64
#define NAME_MAX       96

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

static bool check_object(const char *text, size_t size)
{
	struct json_object *object = sandbox_object_parse(text, size);
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
} types[] = {
	[SANDBOX_TEXT] = {check_any, "wrong value"},
	[SANDBOX_INTEGER] = {check_integer, "wrong value"},
	[SANDBOX_NUMBER] = {check_number, "wrong value"},
	[SANDBOX_BOOLEAN] = {check_boolean, "wrong value"},
	[SANDBOX_OBJECT] = {check_object, "is not a JSON object"},
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

const char *sandbox_parameter_complaint(const struct sandbox_parameter *parameter, const char *text, size_t size)
{
	if (size == 0 && parameter->min == 0) {
		return NULL;
	}
	if (!length_right(parameter, text, size)) {
		return "wrong value";
	}
	if (!types[parameter->type].check(text, size)) {
		return types[parameter->type].complaint;
	}
	bool right = sandbox_characters_right(parameter->characters, text) &&
				 (!parameter->one_of || is_one_of(parameter->one_of, text, size)) &&
				 (!parameter->most || sandbox_text_integer(text) <= parameter->most);
	return right ? NULL : "wrong value";
}

/* Short, of the letters of parameter names, and with no run of digits that could be a card number. */
static bool may_repeat(const char *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$_.-[]";
	size_t digits = 0;
	for (const char *c = name; *c; c++) {
		digits += *c >= '0' && *c <= '9';
	}
	size_t size = strlen(name);
	return size > 0 && size <= NAME_MAX && strspn(name, letters) == size && digits < 8;
}

void sandbox_fault_set(struct sandbox_fault *fault, int code, const char *name, const char *what)
{
	fault->code = code;
	snprintf(fault->message, sizeof fault->message, "[%s] %s", may_repeat(name) ? name : "?", what);
}

static const struct sandbox_parameter *find(
	const struct sandbox_parameter *parameters, size_t count, const struct sandbox_field *field)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(parameters[i].name, field->name) == 0 && strlen(field->name) == field->name_size) {
			return &parameters[i];
		}
	}
	return NULL;
}

/* Every field is one the method knows, given once. */
static bool check_names(const struct sandbox_parameter *parameters, size_t count, const struct sandbox_codes *codes,
	const struct sandbox_form *form, struct sandbox_fault *fault)
{
	bool seen[PARAMETERS_MAX] = {false};
	for (size_t i = 0; i < form->count; i++) {
		const struct sandbox_field *field = &form->fields[i];
		const struct sandbox_parameter *parameter = find(parameters, count, field);
		if (!parameter) {
			sandbox_fault_set(fault, codes->wrong, field->name, "is an unknown parameter");
			return false;
		}
		bool *before = &seen[parameter - parameters];
		if (*before && parameter->type != SANDBOX_FEATURES) {
			sandbox_fault_set(fault, codes->wrong, field->name, "is given more than once");
			return false;
		}
		*before = true;
	}
	return true;
}

static bool check_present(const struct sandbox_parameter *parameter, const struct sandbox_codes *codes,
	const struct sandbox_form *form, struct sandbox_fault *fault)
{
	if (parameter->need != SANDBOX_MANDATORY || sandbox_form_value(form, parameter->name)) {
		return true;
	}
	sandbox_fault_set(fault, codes->missing, parameter->name, "is empty");
	return false;
}

static bool check_value(const struct sandbox_parameter *parameter, const struct sandbox_codes *codes,
	const struct sandbox_field *field, struct sandbox_fault *fault)
{
	const char *complaint = sandbox_parameter_complaint(parameter, field->value, field->value_size);
	if (complaint) {
		sandbox_fault_set(fault, parameter->wrong ? parameter->wrong : codes->wrong, parameter->name, complaint);
		return false;
	}
	if (!parameter->shape || field->value_size == 0) {
		return true;
	}
	struct json_object *object = sandbox_object_parse(field->value, field->value_size);
	bool right = sandbox_member_check(parameter, codes, object, false, fault);
	json_object_put(object);
	return right;
}

bool sandbox_parameters_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	const struct sandbox_form *form, struct sandbox_fault *fault)
{
	const struct sandbox_parameter *parameters = shape->members;
	size_t count = shape->count;
	if (count > PARAMETERS_MAX) {
		abort(); /* a mistake in the method table */
	}
	if (!check_names(parameters, count, codes, form, fault)) {
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (!check_present(&parameters[i], codes, form, fault)) {
			return false;
		}
	}
	for (size_t i = 0; i < form->count; i++) {
		const struct sandbox_field *field = &form->fields[i];
		if (!check_value(find(parameters, count, field), codes, field, fault)) {
			return false;
		}
	}
	return true;
}
