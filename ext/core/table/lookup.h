/* Finding parameters by name. */
#ifndef PGW_LOOKUP_H
#define PGW_LOOKUP_H

#include "../text.h"

/* NULL if the array has no parameter of that name. */
const struct pgw_parameter *pgw_parameter_find(const struct pgw_parameter *parameters, struct pgw_text name);
/* Writes "; did you mean …?" or "" for a name that is not in the array to `words`, and returns it. */
const char *pgw_parameter_suggest(
	const struct pgw_parameter *parameters, struct pgw_text name, char words[PGW_SUGGESTION]);

#endif
