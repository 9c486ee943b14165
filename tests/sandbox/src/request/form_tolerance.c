/* What banks take in a form although their documents have it otherwise. */
#include "request/form_tolerance.h"

#include "base/strict_json.h"
#include "base/warning.h"
#include "request/object_tolerance.h"
#include "request/requests.h"

#include <stdlib.h>
#include <string.h>

#define FEATURES "features"
#define PARAMS   "jsonParams"

/* Mandatory parameters that banks do without, and how they take it. */
static const struct {
	const struct sandbox_shape *request;
	const char *name, *value;
} defaults[] = {
	{&sandbox_request_binding_payment, "tii", "F"},
	{&sandbox_request_extend_binding, "language", "en"},
};

static const char *default_value(const struct sandbox_shape *shape, const char *name)
{
	for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
		if (defaults[i].request == shape && strcmp(defaults[i].name, name) == 0) {
			return defaults[i].value;
		}
	}
	return NULL;
}

/* The parameter of a field; NULL if the documents have none. */
static const struct sandbox_parameter *parameter_of(
	const struct sandbox_shape *shape, const struct sandbox_field *field)
{
	return strlen(field->name) == field->name_size ? sandbox_shape_find(shape, field->name) : NULL;
}

/* PHP writes the elements of an array as features[0], features[1] or features[]. */
static void rename_features(struct sandbox_form *form, struct json_object *warnings)
{
	static const char prefix[] = FEATURES "[";
	for (size_t i = 0; i < form->count; i++) {
		struct sandbox_field *field = &form->fields[i];
		if (strncmp(field->name, prefix, sizeof prefix - 1) == 0 && field->name[field->name_size - 1] == ']') {
			sandbox_warn(
				warnings, "[%s] your bank's document has " FEATURES ", repeated", sandbox_fault_name(field->name));
			field->name = FEATURES;
			field->name_size = strlen(FEATURES);
		}
	}
}

static bool is_empty_cart(const struct sandbox_parameter *parameter, const struct sandbox_field *field)
{
	struct json_object *cart = sandbox_strict_json_parse(field->value, field->value_size);
	bool empty = sandbox_cart_is_empty(parameter, cart);
	json_object_put(cart);
	return empty;
}

/* An empty text, the empty array that PHP makes of an empty object, the null of Go, or a cart without items. */
static bool is_nothing(const struct sandbox_parameter *parameter, const struct sandbox_field *field)
{
	bool none = strcmp(field->value, "[]") == 0 || strcmp(field->value, "null") == 0;
	return (field->value_size == 0 && parameter->min > 0) ||
		   (parameter->type == SANDBOX_OBJECT && (none || is_empty_cart(parameter, field)));
}

/* Whether the field before it with that name has the same value. */
static bool is_repetition(const struct sandbox_form *form, size_t kept, const struct sandbox_field *field)
{
	for (size_t i = 0; i < kept; i++) {
		const struct sandbox_field *before = &form->fields[i];
		if (before->name_size == field->name_size && memcmp(before->name, field->name, field->name_size) == 0) {
			return before->value_size == field->value_size &&
				   memcmp(before->value, field->value, field->value_size) == 0;
		}
	}
	return false;
}

/* Whether a field says nothing to the bank. */
static bool is_needless(const struct sandbox_shape *shape, const struct sandbox_form *form, size_t kept,
	const struct sandbox_field *field, struct json_object *warnings)
{
	const struct sandbox_parameter *parameter = parameter_of(shape, field);
	const char *name = sandbox_fault_name(field->name);
	if (!parameter) {
		sandbox_warn(warnings, "your bank's document has no parameter %s: ignored", name);
		return true;
	}
	bool optional = parameter->need != SANDBOX_MANDATORY || default_value(shape, parameter->name);
	if (optional && is_nothing(parameter, field)) {
		sandbox_warn(warnings, "[%s] is empty and taken as not given", name);
		return true;
	}
	if (parameter->type != SANDBOX_FEATURES && is_repetition(form, kept, field)) {
		sandbox_warn(warnings, "[%s] is given more than once, with the same value", name);
		return true;
	}
	return false;
}

static void drop_needless(const struct sandbox_shape *shape, struct sandbox_form *form, struct json_object *warnings)
{
	size_t kept = 0;
	for (size_t i = 0; i < form->count; i++) {
		if (!is_needless(shape, form, kept, &form->fields[i], warnings)) {
			form->fields[kept++] = form->fields[i];
		}
	}
	form->count = kept;
}

static size_t count_commas(const struct sandbox_field *field)
{
	size_t commas = 0;
	for (size_t i = 0; strcmp(field->name, FEATURES) == 0 && i < field->value_size; i++) {
		commas += field->value[i] == ',';
	}
	return commas;
}

/* Makes room for the parts of all features and for the default values. */
static bool make_room(struct sandbox_form *form)
{
	size_t count = form->count + sizeof defaults / sizeof *defaults;
	for (size_t i = 0; i < form->count; i++) {
		count += count_commas(&form->fields[i]);
	}
	struct sandbox_field *fields = realloc(form->fields, (count + 1) * sizeof *fields);
	form->fields = fields ? fields : form->fields;
	return fields;
}

/* Cuts A,B into two fields, the rest of which follows at the end of the form. */
static void split_features(struct sandbox_form *form, struct json_object *warnings)
{
	for (size_t i = 0; i < form->count; i++) {
		struct sandbox_field *field = &form->fields[i];
		char *comma = count_commas(field) ? memchr(field->value, ',', field->value_size) : NULL;
		if (!comma) {
			continue;
		}
		sandbox_warn(warnings, "[" FEATURES "] your bank's document has one value each, repeated");
		*comma = '\0';
		size_t size = (size_t)(comma - field->value);
		form->fields[form->count++] =
			(struct sandbox_field){FEATURES, strlen(FEATURES), comma + 1, field->value_size - size - 1};
		field->value_size = size;
	}
}

static void set_value(struct sandbox_field *field, const char *value)
{
	field->value = value;
	field->value_size = strlen(value);
}

/* The object must outlive the form, which therefore keeps it. */
static void keep_object(struct sandbox_form *form, struct json_object *object)
{
	form->kept = form->kept ? form->kept : json_object_new_array();
	json_object_array_add(form->kept, object);
}

static void tolerate_object(const struct sandbox_parameter *parameter, struct sandbox_form *form,
	struct sandbox_field *field, struct json_object *warnings)
{
	struct json_object *object = sandbox_strict_json_parse(field->value, field->value_size);
	bool texts = strcmp(parameter->name, PARAMS) == 0;
	bool changed =
		object && (texts ? sandbox_texts_tolerate(object, parameter->name, warnings)
						 : sandbox_object_tolerate(parameter->shape, object, false, parameter->name, warnings));
	if (!changed) {
		json_object_put(object);
		return;
	}
	set_value(field, json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN));
	keep_object(form, object);
}

/* ../merchants/… is relative to a method's path, as is what the documents allow without the dots. */
static void tolerate_url(
	const struct sandbox_parameter *parameter, struct sandbox_field *field, struct json_object *warnings)
{
	static const char up[] = "../";
	if (strncmp(field->value, up, sizeof up - 1) == 0) {
		set_value(field, field->value + sizeof up - 1);
		sandbox_warn(warnings, "[%s] is relative, which other banks refuse", parameter->name);
	}
}

static void tolerate_value(const struct sandbox_shape *shape, struct sandbox_form *form, struct sandbox_field *field,
	struct json_object *warnings)
{
	const struct sandbox_parameter *parameter = parameter_of(shape, field);
	bool flag = strcmp(field->value, "1") == 0 || strcmp(field->value, "0") == 0;
	if (strlen(field->value) != field->value_size) {
		return;
	}
	if (parameter->type == SANDBOX_OBJECT) {
		tolerate_object(parameter, form, field, warnings);
	} else if (parameter->type == SANDBOX_URL) {
		tolerate_url(parameter, field, warnings);
	} else if (parameter->type == SANDBOX_BOOLEAN && flag) {
		set_value(field, field->value[0] == '1' ? "true" : "false");
		sandbox_warn(warnings, "[%s] your bank's document has true or false", parameter->name);
	} else if (parameter->type == SANDBOX_INTEGER && sandbox_trim_fraction((char *)field->value, false)) {
		set_value(field, field->value);
		sandbox_warn(warnings, "[%s] your bank's document has an integer", parameter->name);
	}
}

static void add_defaults(const struct sandbox_shape *shape, struct sandbox_form *form, struct json_object *warnings)
{
	for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
		if (defaults[i].request == shape && !sandbox_form_find(form, defaults[i].name)) {
			struct sandbox_field *field = &form->fields[form->count++];
			*field = (struct sandbox_field){.name = defaults[i].name, .name_size = strlen(defaults[i].name)};
			set_value(field, defaults[i].value);
			sandbox_warn(warnings, "[%s] is missing and taken as %s", defaults[i].name, defaults[i].value);
		}
	}
}

bool sandbox_form_tolerate(const struct sandbox_shape *shape, struct sandbox_form *form, struct json_object *warnings)
{
	rename_features(form, warnings);
	drop_needless(shape, form, warnings);
	if (!make_room(form)) {
		return false;
	}
	split_features(form, warnings);
	for (size_t i = 0; i < form->count; i++) {
		tolerate_value(shape, form, &form->fields[i], warnings);
	}
	add_defaults(shape, form, warnings);
	return true;
}
