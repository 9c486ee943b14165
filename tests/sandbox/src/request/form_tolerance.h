#ifndef SANDBOX_REQUEST_FORM_TOLERANCE_H
#define SANDBOX_REQUEST_FORM_TOLERANCE_H

#include "request/form.h"
#include "request/parameter.h"

#include <json-c/json.h>

/*
 * Rewrites in a form what banks take although their documents have it otherwise, as the documents have it, and warns of
 * each change. What is left is for sandbox_form_check() to refuse. False if out of memory.
 */
bool sandbox_form_tolerate(const struct sandbox_shape *shape, struct sandbox_form *form, struct json_object *warnings);

#endif
