#ifndef SANDBOX_REQUEST_OBJECT_CHECK_H
#define SANDBOX_REQUEST_OBJECT_CHECK_H

#include "request/parameter.h"

#include <json-c/json.h>

/* True if the object is exactly what the shape asks for. strict: no integer, number or boolean may be written as text.
 */
bool sandbox_object_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	struct json_object *object, bool strict, struct sandbox_fault *fault);

/* The same for the object of one parameter, whose members are reported below the parameter's name. */
bool sandbox_nested_check(const struct sandbox_parameter *parameter, const struct sandbox_codes *codes,
	struct json_object *value, bool strict, struct sandbox_fault *fault);

#endif
