/* Checking a form against its table. */
#include "request/form_check.h"

#include "base/strict_json.h"
#include "request/object_check.h"

#include <stdlib.h>
#include <string.h>

#define PARAMETERS_MAX 64

static const struct sandbox_parameter *find_parameter(
	const struct sandbox_parameter *parameters, size_t count, const struct sandbox_field *field)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(parameters[i].name, field->name) == 0 && strlen(field->name) == field->name_size) {
			return &parameters[i];
		}
	}
	return NULL;
}

/* Every field must be known to the method, and given once. */
static bool check_names(const struct sandbox_parameter *parameters, size_t count, const struct sandbox_codes *codes,
	const struct sandbox_form *form, struct sandbox_fault *fault)
{
	bool seen[PARAMETERS_MAX] = {false};
	for (size_t i = 0; i < form->count; i++) {
		const struct sandbox_field *field = &form->fields[i];
		const struct sandbox_parameter *parameter = find_parameter(parameters, count, field);
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

static bool check_mandatory(const struct sandbox_parameter *parameter, const struct sandbox_codes *codes,
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
	struct json_object *object = sandbox_strict_json_parse(field->value, field->value_size);
	bool right = sandbox_nested_check(parameter, codes, object, false, fault);
	json_object_put(object);
	return right;
}

bool sandbox_form_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	const struct sandbox_form *form, struct sandbox_fault *fault)
{
	const struct sandbox_parameter *parameters = shape->members;
	size_t count = shape->count;
	if (count > PARAMETERS_MAX) {
		abort(); /* a mistake in the parameter tables */
	}
	if (!check_names(parameters, count, codes, form, fault)) {
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (!check_mandatory(&parameters[i], codes, form, fault)) {
			return false;
		}
	}
	for (size_t i = 0; i < form->count; i++) {
		const struct sandbox_field *field = &form->fields[i];
		if (!check_value(find_parameter(parameters, count, field), codes, field, fault)) {
			return false;
		}
	}
	return true;
}
