#ifndef SANDBOX_REQUEST_OBJECT_CHECK_H
#define SANDBOX_REQUEST_OBJECT_CHECK_H

#include "request/parameter.h"

#include <json-c/json.h>

/* True if the object is what the shape demands. With strict, numbers and booleans may not be written as strings. */
bool sandbox_object_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	struct json_object *object, bool strict, struct sandbox_fault *fault);

/* The same for the value of one parameter. A fault names its members as name.member. */
bool sandbox_nested_check(const struct sandbox_parameter *parameter, const struct sandbox_codes *codes,
	struct json_object *value, bool strict, struct sandbox_fault *fault);

#endif
