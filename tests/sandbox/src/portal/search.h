#ifndef SANDBOX_PORTAL_SEARCH_H
#define SANDBOX_PORTAL_SEARCH_H

#include "portal/visit.h"
#include "store/order_search.h"

/* Searching in the portal's lists, and their pages. */

#define SANDBOX_LIST_MOST 50

/* What a list was asked for by its query. */
struct sandbox_portal_search {
	struct sandbox_search search; /* whose texts are those below */
	char number[36 * 4 + 1];
	char id[SANDBOX_UUID_SIZE];
	char digits[5];
	struct sandbox_place place;
	struct sandbox_slice slice; /* one row more than a page has, to see whether there is more */
	unsigned wrong;             /* bits of the fields by which nothing can be found */
};

void sandbox_portal_search_read(const struct sandbox_portal_visit *visit, struct sandbox_portal_search *search);

/* Shows in the form what was looked for, and what of it is wrong. */
void sandbox_portal_search_show(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_portal_search *search);

/* The rows of a page among those read. */
struct sandbox_shown {
	size_t first, count;
	bool more_newer, more_older;
};

struct sandbox_shown sandbox_portal_search_shown(const struct sandbox_portal_search *search, size_t read);

/* Links to the pages before and after, by the places of the first and the last row shown. */
void sandbox_portal_search_link(const struct sandbox_portal_visit *visit, struct json_object *values,
	const struct sandbox_shown *shown, const struct sandbox_place *first, const struct sandbox_place *last);

#endif
