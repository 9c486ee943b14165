#ifndef SANDBOX_PORTAL_SUMS_H
#define SANDBOX_PORTAL_SUMS_H

#include "portal/visit.h"

/* Adding up what a page shows, each currency for itself. */

#define SANDBOX_SUMS_COLUMNS 3

struct sandbox_sums {
	struct sandbox_sum {
		char currency[4];
		int64_t count, amounts[SANDBOX_SUMS_COLUMNS];
	} sums[8];
	size_t count;
};

/* More currencies than there is room for are not added up. */
void sandbox_sums_add(struct sandbox_sums *sums, const char *currency, const int64_t amounts[SANDBOX_SUMS_COLUMNS]);

/* Sets sums, a list of {count, amount0, amount1, amount2}. */
void sandbox_sums_show(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_sums *sums);

#endif
