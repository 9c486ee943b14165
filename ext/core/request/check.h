/* Checking a value against its parameter's row. */
#ifndef PGW_CHECK_H
#define PGW_CHECK_H

#include "../pgw.h"

/* The position of a nested value, for messages: orderBundle.cartItems.items[2]. */
struct pgw_scope {
	const struct pgw_scope *outer; /* NULL at the top */
	const char *name;              /* NULL: an entry of the outer list */
	size_t index;
};

/* The request being built, and the tree that its values belong to. */
struct pgw_building {
	struct pgw_request *request;
	const struct pgw_tree *tree;
	struct pgw_error *error;
	const struct pgw_scope *scope; /* NULL at the top */
};

/* Notes a secret with the request. False if it is too deep or has too many values; `name` is for the message. */
bool pgw_check_secret(const struct pgw_building *building, const char *name, const void *value);
/* Checks a value. False: the message names the parameter and says what was expected. */
bool pgw_check(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value);

#endif
