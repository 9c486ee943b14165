#ifndef SANDBOX_REQUEST_OBJECT_TOLERANCE_H
#define SANDBOX_REQUEST_OBJECT_TOLERANCE_H

#include "request/parameter.h"

#include <json-c/json.h>

/*
 * Rewrites in a JSON object what banks take although their documents have it otherwise, as the documents have it, and
 * warns of each change. What is left is for sandbox_object_check() to refuse. With typed, numbers and booleans are
 * written as such and not as texts. True if anything was changed.
 */
bool sandbox_object_tolerate(const struct sandbox_shape *shape, struct json_object *object, bool typed,
	const char *path, struct json_object *warnings);

/* The same for an object whose members are texts of any name: jsonParams of the classic dialect. */
bool sandbox_texts_tolerate(struct json_object *object, const char *path, struct json_object *warnings);

/* Whether the value of the parameter is an orderBundle, or the items of a capture or refund, with no item: what a
 * client makes of no cart. */
bool sandbox_cart_is_empty(const struct sandbox_parameter *parameter, struct json_object *cart);

/*
 * Writes digits, a point and zeros as the digits alone, in place, and with fraction also the zeros at the end of
 * another fraction. False if there is nothing to rewrite.
 */
bool sandbox_trim_fraction(char *text, bool fraction);

#endif
