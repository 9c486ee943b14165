/* What the values of `features` require of the request. */
#ifndef PGW_FEATURE_H
#define PGW_FEATURE_H

#include "../pgw.h"

struct pgw_feature {
	const char *name;              /* NULL ends the array */
	const char *needs;             /* a parameter that must be given, or NULL */
	const char *not_with;          /* "a|b": parameters that must not be given, or NULL */
	const char *not_with_features; /* "A|B": features that exclude it, or NULL */
	bool no_charge;                /* the amount must be 0 */
};

/* At most 32. A feature that is not listed requires nothing. */
const struct pgw_feature *pgw_features(void);

#endif
