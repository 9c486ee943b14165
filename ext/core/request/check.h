/* Is a value what a parameter's row demands? */
#ifndef PGW_CHECK_H
#define PGW_CHECK_H

#include "../pgw.h"

/* Where a nested value stands, for messages: orderBundle.cartItems.items[2]. */
struct pgw_scope {
	const struct pgw_scope *outer; /* NULL at the top */
	const char *name;              /* NULL: an entry of the list outside */
	size_t index;
};

/* What is being built: the request, and the tree that its values live in. */
struct pgw_building {
	struct pgw_request *request;
	const struct pgw_tree *tree;
	struct pgw_error *error;
	const struct pgw_scope *scope; /* NULL at the top */
};

/* Notes a secret with the request. False: it is out of bounds; `name` is what the caller calls it. */
bool pgw_check_secret(const struct pgw_building *building, const char *name, const void *value);
/* Refuses a value that does not fit, with a message that names the parameter and what was expected. */
bool pgw_check(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value);

#endif
