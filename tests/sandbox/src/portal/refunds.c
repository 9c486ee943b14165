/* The list of refunds, by the dates on which they were made. */
#include "portal/handlers.h"
#include "portal/order_view.h"
#include "portal/search.h"
#include "portal/sums.h"

#include <stdio.h>
#include <stdlib.h>

static struct json_object *describe_refund(
	const struct sandbox_portal_visit *visit, const struct sandbox_refund *refund)
{
	struct json_object *row = json_object_new_object();
	char text[SANDBOX_CLOCK_TEXT_SIZE], path[128];
	sandbox_portal_time(visit, refund->place.time, text);
	snprintf(path, sizeof path, SANDBOX_PORTAL_PATH "/orders/%s", refund->order_id);
	sandbox_view_set(row, "time", text);
	sandbox_view_set(row, "path", path);
	sandbox_view_set(row, "number", refund->order_number);
	sandbox_view_set(row, "card", sandbox_order_view_card(refund->masked_pan));
	sandbox_view_set(row, "reference", refund->reference);
	sandbox_view_set(row, "externalId", refund->external_id);
	sandbox_order_view_amount(visit, row, "amount", refund->amount, refund->currency);
	return row;
}

static void show_refunds(const struct sandbox_portal_visit *visit, struct json_object *values,
	const struct sandbox_portal_search *search, const struct sandbox_refund *refunds, size_t count)
{
	struct sandbox_shown shown = sandbox_portal_search_shown(search, count);
	struct json_object *rows = json_object_new_array();
	struct sandbox_sums sums = {.count = 0};
	const struct sandbox_refund *first = refunds + shown.first;
	for (size_t i = 0; i < shown.count; i++) {
		json_object_array_add(rows, describe_refund(visit, &first[i]));
		sandbox_sums_add(&sums, first[i].currency, (const int64_t[SANDBOX_SUMS_COLUMNS]){first[i].amount});
	}
	json_object_object_add(values, "refunds", rows);
	sandbox_sums_show(visit, values, &sums);
	if (shown.count > 0) {
		sandbox_portal_search_link(visit, values, &shown, &first->place, &first[shown.count - 1].place);
	}
}

void sandbox_portal_refunds(const struct sandbox_portal_visit *visit)
{
	struct sandbox_portal_search search;
	struct sandbox_refund *refunds = NULL;
	size_t count = 0;
	sandbox_portal_search_read(visit, &search);
	sandbox_store_lock(visit->store);
	bool read =
		search.wrong || sandbox_store_search_refunds(visit->store, &search.search, &search.slice, &refunds, &count);
	sandbox_store_unlock(visit->store);
	if (read) {
		struct json_object *values = sandbox_portal_values(visit, "refunds", "portal.nav.refunds");
		sandbox_portal_search_show(visit, values, &search);
		show_refunds(visit, values, &search, refunds, count);
		sandbox_portal_answer(visit, 200, "portal_refunds.html", values);
	} else {
		sandbox_portal_problem(visit, 500);
	}
	free(refunds);
}
