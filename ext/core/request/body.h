/* Writing parameters into a request's body, as a form or as JSON. */
#ifndef PGW_BODY_H
#define PGW_BODY_H

#include "check.h"

/* A parameter whose value passed pgw_check(). False: out of memory, or a value that JSON cannot express. */
bool pgw_body_add(const struct pgw_building *building, const struct pgw_parameter *row, const void *value);
/* The same by name; `row` is NULL for what the table does not know. */
bool pgw_body_add_any(
	const struct pgw_building *building, const char *name, const struct pgw_parameter *row, const void *value);
/* A text of the core's own. */
void pgw_body_add_text(struct pgw_request *request, const char *name, const char *text);

#endif
