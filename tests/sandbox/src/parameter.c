#include "parameter.h"

#include "clock.h"
#include "text.h"
#include "url.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARAMETERS_MAX 64

static bool check_any(const struct sandbox_field *field)
{
	(void)field;
	return true;
}

static bool check_integer(const struct sandbox_field *field)
{
	return sandbox_text_digits(field->value, field->value_size);
}

static bool check_boolean(const struct sandbox_field *field)
{
	return strcmp(field->value, "true") == 0 || strcmp(field->value, "false") == 0;
}

/* What json-c lets through even when strict: single quotes, NaN and Infinity, "1.", control characters in a string. */
static bool is_plain_json(const char *text)
{
	bool quoted = false;
	for (const char *c = text; *c; c++) {
		if (quoted && *c == '\\' && c[1]) {
			c++;
		} else if (*c == '"') {
			quoted = !quoted;
		} else if (quoted ? (unsigned char)*c < ' ' : strchr("'NI", *c) || (*c == '.' && (c[1] < '0' || c[1] > '9'))) {
			return false;
		}
	}
	return true;
}

static bool check_object(const struct sandbox_field *field)
{
	struct json_tokener *tokener = json_tokener_new();
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
	/* The size includes the NUL, which tells the tokener that no more is to come. */
	struct json_object *object = json_tokener_parse_ex(tokener, field->value, (int)field->value_size + 1);
	bool right = json_tokener_get_error(tokener) == json_tokener_success &&
				 json_object_is_type(object, json_type_object) && is_plain_json(field->value);
	json_object_put(object);
	json_tokener_free(tokener);
	return right;
}

static bool check_date(const struct sandbox_field *field)
{
	int64_t moment;
	return sandbox_clock_parse(field->value, 0, &moment);
}

static bool check_letters(const struct sandbox_field *field)
{
	for (size_t i = 0; i < field->value_size; i++) {
		char c = (char)(field->value[i] | 0x20);
		if (c < 'a' || c > 'z') {
			return false;
		}
	}
	return true;
}

static bool check_url(const struct sandbox_field *field)
{
	return sandbox_url_valid(field->value);
}

static const struct {
	bool (*check)(const struct sandbox_field *field);
	const char *complaint;
} types[] = {
	[SANDBOX_TEXT] = {check_any, "wrong value"},
	[SANDBOX_INTEGER] = {check_integer, "wrong value"},
	[SANDBOX_BOOLEAN] = {check_boolean, "wrong value"},
	[SANDBOX_OBJECT] = {check_object, "is not a JSON object"},
	[SANDBOX_DATE] = {check_date, "wrong value"},
	[SANDBOX_LETTERS] = {check_letters, "wrong value"},
	[SANDBOX_URL] = {check_url, "URL is invalid"},
	[SANDBOX_FEATURES] = {check_any, "wrong value"},
};

/* Short, of the letters of parameter names, and with no run of digits that could be a card number. */
static bool may_repeat(const char *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$_.-[]";
	size_t digits = 0;
	for (const char *c = name; *c; c++) {
		digits += *c >= '0' && *c <= '9';
	}
	size_t size = strlen(name);
	return size > 0 && size <= 64 && strspn(name, letters) == size && digits < 8;
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
	if (field->value_size == 0 && parameter->min == 0) {
		return true;
	}
	int code = parameter->wrong ? parameter->wrong : codes->wrong;
	long length = sandbox_text_length(field->value, field->value_size);
	if (length < parameter->min || length < 1 || (parameter->max && length > parameter->max)) {
		sandbox_fault_set(fault, code, parameter->name, "wrong value");
		return false;
	}
	if (!types[parameter->type].check(field)) {
		sandbox_fault_set(fault, code, parameter->name, types[parameter->type].complaint);
		return false;
	}
	return true;
}

bool sandbox_parameters_check(const struct sandbox_parameter *parameters, size_t count,
	const struct sandbox_codes *codes, const struct sandbox_form *form, struct sandbox_fault *fault)
{
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
