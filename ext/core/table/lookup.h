/* Parameters by their names. */
#ifndef PGW_LOOKUP_H
#define PGW_LOOKUP_H

#include "../text.h"

/* NULL: the array has none of that name. */
const struct pgw_parameter *pgw_parameter_find(const struct pgw_parameter *parameters, struct pgw_text name);
/* "; did you mean …?" for a name that the array does not have, or "". */
const char *pgw_parameter_suggest(
	const struct pgw_parameter *parameters, struct pgw_text name, char words[PGW_SUGGESTION]);

#endif
