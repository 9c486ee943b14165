/* What the values of `features` demand of the request that carries them. */
#ifndef PGW_FEATURE_H
#define PGW_FEATURE_H

#include "../pgw.h"

struct pgw_feature {
	const char *name;              /* NULL ends the array */
	const char *needs;             /* a parameter that must be there, or NULL */
	const char *not_with;          /* "a|b": parameters that must not be there, or NULL */
	const char *not_with_features; /* "A|B": features that exclude it, or NULL */
	bool no_charge;                /* the amount must be 0 */
};

/* At most 32; a feature that is not among them demands nothing. */
const struct pgw_feature *pgw_features(void);

#endif
