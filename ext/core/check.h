/* Is a value what a parameter's row demands? */
#ifndef PGW_CHECK_H
#define PGW_CHECK_H

#include "pgw.h"

/* What is being built: the request, and the tree that its values live in. */
struct pgw_building {
	struct pgw_request *request;
	const struct pgw_tree *tree;
	struct pgw_error *error;
};

/* Refuses a value that does not fit, with a message that names the parameter and what was expected. */
bool pgw_check(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value);

#endif
