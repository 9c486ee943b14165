/* Checking JSON against its table: the body of a request, or an object within a form. */
#include "request/object_check.h"

#include <string.h>

/* What stays the same on all levels of an object. */
struct object_walk {
	const struct sandbox_codes *codes;
	int code; /* errorCode of the outermost parameter; 0: that of the method */
	bool strict;
	struct sandbox_fault *fault;
};

static bool fail_at(const struct object_walk *walk, int code, const char *path, const char *what)
{
	sandbox_fault_set(walk->fault, walk->code ? walk->code : code, path, what);
	return false;
}

static bool fail_value(const struct object_walk *walk, const char *path)
{
	return fail_at(walk, walk->codes->wrong, path, "wrong value");
}

/* The JSON type that a leaf must have. */
static enum json_type leaf_type(enum sandbox_parameter_type type)
{
	switch (type) {
		case SANDBOX_INTEGER:
		case SANDBOX_AMOUNT:
			return json_type_int;
		case SANDBOX_BOOLEAN:
			return json_type_boolean;
		case SANDBOX_NUMBER:
			return json_type_double;
		default:
			return json_type_string;
	}
}

static bool type_right(const struct sandbox_parameter *parameter, struct json_object *value, bool strict)
{
	enum json_type wanted = leaf_type(parameter->type), given = json_object_get_type(value);
	if (given == wanted || (parameter->type == SANDBOX_NUMBER && given == json_type_int)) {
		return true;
	}
	return !strict && given == json_type_string;
}

static bool check_leaf(const struct object_walk *walk, const struct sandbox_parameter *parameter,
	struct json_object *value, const char *path)
{
	if (!type_right(parameter, value, walk->strict)) {
		return fail_value(walk, path);
	}
	bool text = json_object_is_type(value, json_type_string);
	const char *written = json_object_get_string(value);
	size_t size = text ? (size_t)json_object_get_string_len(value) : strlen(written);
	if (size == 0 && parameter->need == SANDBOX_MANDATORY && parameter->min > 0) {
		/* A top-level parameter that is empty has another code than one that is wrong. */
		struct object_walk as_missing = *walk;
		as_missing.code = strpbrk(path, ".[") ? walk->code : 0;
		return fail_at(&as_missing, walk->codes->missing, path, "is empty");
	}
	const char *complaint = sandbox_parameter_complaint(parameter, written, size);
	return complaint ? fail_at(walk, walk->codes->wrong, path, complaint) : true;
}

static bool check_scalar(const struct object_walk *walk, struct json_object *value, const char *path)
{
	switch (json_object_get_type(value)) {
		case json_type_string:
		case json_type_boolean:
		case json_type_int:
		case json_type_double:
			return true;
		default:
			return fail_value(walk, path);
	}
}

static bool check_members(
	const struct object_walk *walk, const struct sandbox_shape *shape, struct json_object *object, const char *path);

static bool check_list(const struct object_walk *walk, const struct sandbox_parameter *parameter,
	struct json_object *list, const char *path)
{
	struct sandbox_parameter element = {
		.name = parameter->name,
		.type = parameter->type == SANDBOX_INTEGERS ? SANDBOX_INTEGER : SANDBOX_TEXT,
		.min = parameter->min,
		.max = parameter->max,
		.characters = parameter->characters,
	};
	if (!json_object_is_type(list, json_type_array) || json_object_array_length(list) == 0) {
		return fail_value(walk, path);
	}
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *value = json_object_array_get_idx(list, i);
		char below[SANDBOX_PATH_SIZE];
		sandbox_path_element(below, path, i);
		bool right = parameter->type == SANDBOX_LIST ? check_members(walk, parameter->shape, value, below)
													 : check_leaf(walk, &element, value, below);
		if (!right) {
			return false;
		}
	}
	return true;
}

static bool check_member(const struct object_walk *walk, const struct sandbox_parameter *parameter,
	struct json_object *value, const char *path)
{
	switch (parameter->type) {
		case SANDBOX_OBJECT:
			return check_members(walk, parameter->shape, value, path);
		case SANDBOX_LIST:
		case SANDBOX_TEXTS:
		case SANDBOX_INTEGERS:
			return check_list(walk, parameter, value, path);
		case SANDBOX_SCALAR:
			return check_scalar(walk, value, path);
		default:
			return check_leaf(walk, parameter, value, path);
	}
}

static bool check_mandatory_member(const struct object_walk *walk, const struct sandbox_parameter *parameter,
	struct json_object *object, const char *path)
{
	char below[SANDBOX_PATH_SIZE];
	if (parameter->need != SANDBOX_MANDATORY || json_object_object_get_ex(object, parameter->name, NULL)) {
		return true;
	}
	sandbox_path_member(below, path, parameter->name);
	return fail_at(walk, walk->codes->missing, below, "is empty");
}

static bool check_unlisted(
	const struct object_walk *walk, enum sandbox_openness open, struct json_object *value, const char *path)
{
	switch (open) {
		case SANDBOX_OPEN:
			return value || fail_value(walk, path);
		case SANDBOX_OPEN_TO_SCALARS:
			return check_scalar(walk, value, path);
		default:
			return fail_at(walk, walk->codes->wrong, path, "is an unknown parameter");
	}
}

/* Checks one given member of the object at path. Top-level parameters may have an errorCode of their own. */
static bool check_given_member(const struct object_walk *walk, const struct sandbox_shape *shape, const char *name,
	struct json_object *value, const char *path)
{
	const struct sandbox_parameter *parameter = sandbox_shape_find(shape, name);
	struct object_walk deeper = *walk;
	char below[SANDBOX_PATH_SIZE];
	sandbox_path_member(below, path, name);
	if (!parameter) {
		return check_unlisted(walk, shape->open, value, below);
	}
	deeper.code = parameter->wrong ? parameter->wrong : walk->code;
	return check_member(&deeper, parameter, value, below);
}

static bool check_members(
	const struct object_walk *walk, const struct sandbox_shape *shape, struct json_object *object, const char *path)
{
	if (!json_object_is_type(object, json_type_object)) {
		return fail_at(walk, walk->codes->wrong, path, "is not a JSON object");
	}
	if (!shape) {
		return true;
	}
	if (shape->most && json_object_object_length(object) > shape->most) {
		return fail_at(walk, walk->codes->wrong, path, "has too many members");
	}
	json_object_object_foreach(object, name, value) {
		if (!check_given_member(walk, shape, name, value, path)) {
			return false;
		}
	}
	for (size_t i = 0; i < shape->count; i++) {
		if (!check_mandatory_member(walk, &shape->members[i], object, path)) {
			return false;
		}
	}
	return true;
}

bool sandbox_object_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	struct json_object *object, bool strict, struct sandbox_fault *fault)
{
	struct object_walk walk = {codes, 0, strict, fault};
	return check_members(&walk, shape, object, "");
}

bool sandbox_nested_check(const struct sandbox_parameter *parameter, const struct sandbox_codes *codes,
	struct json_object *value, bool strict, struct sandbox_fault *fault)
{
	struct object_walk walk = {codes, parameter->wrong, strict, fault};
	return check_member(&walk, parameter, value, parameter->name);
}
