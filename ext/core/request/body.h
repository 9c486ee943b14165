/* Writing parameters into a request's body, as a form or as JSON. */
#ifndef PGW_BODY_H
#define PGW_BODY_H

#include "check.h"

/* Adds a parameter whose value passed pgw_check(). False when out of memory, or if JSON cannot represent the value. */
bool pgw_body_add(const struct pgw_building *building, const struct pgw_parameter *row, const void *value);
/* The same by name; `row` is NULL for a parameter that is not in the table. */
bool pgw_body_add_any(
	const struct pgw_building *building, const char *name, const struct pgw_parameter *row, const void *value);
/* Adds a text that needs no check. */
void pgw_body_add_text(struct pgw_request *request, const char *name, const char *text);

#endif
