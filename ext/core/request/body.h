/* Writing parameters into a request's body, as a form or as JSON. */
#ifndef PGW_BODY_H
#define PGW_BODY_H

#include "check.h"

/* Checks a parameter and adds it. False: it is wrong, JSON cannot represent it, or there is no memory. */
bool pgw_body_add(const struct pgw_building *building, const struct pgw_parameter *row, const void *value);
/* The same for a parameter that is not in the table: only JSON may refuse it. */
bool pgw_body_add_any(const struct pgw_building *building, const char *name, const void *value);
/* Adds a text that needs no check. */
void pgw_body_add_text(struct pgw_request *request, const char *name, const char *text);

#endif
