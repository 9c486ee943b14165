/* The rules between the parameters of a method. */
#ifndef PGW_RULES_H
#define PGW_RULES_H

#include "check.h"

enum { PGW_MOST_PARAMETERS = 64 };

/* What was given for one request. */
struct pgw_given {
	const struct pgw_building *building;
	uint64_t seen;                           /* one bit for each parameter of the row, those with a default included */
	const void *values[PGW_MOST_PARAMETERS]; /* those that the caller gave, by their places in the row */
	const struct pgw_parameter *amount;      /* one that may be 0 with the feature VERIFY; NULL: not given */
	bool charges;                            /* it is not 0 */
	uint32_t features;                       /* one bit for each of pgw_features() that was given */
};

/* Notes the features that a value of PGW_TAKES_FEATURES names. */
void pgw_rules_note_features(struct pgw_given *given, const void *value);
/* Checks all rules of the request's method. False: the error says which one is broken. */
bool pgw_rules_check(const struct pgw_given *given);

#endif
