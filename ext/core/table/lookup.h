/* Finding parameters by name. */
#ifndef PGW_LOOKUP_H
#define PGW_LOOKUP_H

#include "../text.h"

/* NULL if the array has no parameter of that name. */
const struct pgw_parameter *pgw_parameter_find(const struct pgw_parameter *parameters, struct pgw_text name);
/* Does the parameter identify something, so that an empty text cannot mean that it was left out? */
bool pgw_parameter_identifies(const struct pgw_parameter *parameter);
/* Writes "; did you mean …?" or "" for a name that is not in the array to `words`, and returns it. */
const char *pgw_parameter_suggest(
	const struct pgw_parameter *parameters, struct pgw_text name, char words[PGW_SUGGESTION]);

#endif
