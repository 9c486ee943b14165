/* The list of orders. */
#include "model/order.h"
#include "page/amount.h"
#include "portal/handlers.h"
#include "portal/order_view.h"
#include "portal/search.h"
#include "portal/sums.h"

#include <stdio.h>
#include <stdlib.h>

static struct json_object *describe_order(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order)
{
	struct json_object *row = json_object_new_object();
	char text[SANDBOX_CLOCK_TEXT_SIZE], path[128];
	sandbox_portal_time(visit, order->created_at, text);
	snprintf(path, sizeof path, SANDBOX_PORTAL_PATH "/orders/%s", order->id);
	sandbox_view_set(row, "time", text);
	sandbox_view_set(row, "path", path);
	sandbox_view_set(row, "number", order->number);
	sandbox_view_set(row, "card", sandbox_order_view_card(order->masked_pan));
	sandbox_order_view_state(row, values, order->state);
	sandbox_order_view_amount(visit, row, "amount", order->amount, order->currency);
	sandbox_order_view_amount(visit, row, "deposited", order->deposited, order->currency);
	sandbox_order_view_amount(visit, row, "refunded", order->refunded, order->currency);
	return row;
}

static void show_orders(const struct sandbox_portal_visit *visit, struct json_object *values,
	const struct sandbox_portal_search *search, const struct sandbox_order *orders, size_t count)
{
	struct sandbox_shown shown = sandbox_portal_search_shown(search, count);
	struct json_object *rows = json_object_new_array();
	struct sandbox_sums sums = {.count = 0};
	const struct sandbox_order *first = orders + shown.first;
	for (size_t i = 0; i < shown.count; i++) {
		json_object_array_add(rows, describe_order(visit, values, &first[i]));
		sandbox_sums_add(
			&sums, first[i].currency, (const int64_t[]){first[i].amount, first[i].deposited, first[i].refunded});
	}
	json_object_object_add(values, "orders", rows);
	sandbox_sums_show(visit, values, &sums);
	if (shown.count > 0) {
		const struct sandbox_order *last = &first[shown.count - 1];
		sandbox_portal_search_link(visit, values, &shown, &(struct sandbox_place){first->created_at, first->row},
			&(struct sandbox_place){last->created_at, last->row});
	}
}

void sandbox_portal_orders(const struct sandbox_portal_visit *visit)
{
	struct sandbox_portal_search search;
	struct sandbox_order *orders = NULL;
	size_t count = 0;
	sandbox_portal_search_read(visit, &search);
	sandbox_store_lock(visit->store);
	bool read =
		search.wrong || sandbox_store_search_orders(visit->store, &search.search, &search.slice, &orders, &count);
	sandbox_store_unlock(visit->store);
	if (read) {
		struct json_object *values = sandbox_portal_values(visit, "orders", "portal.nav.orders");
		sandbox_portal_search_show(visit, values, &search);
		show_orders(visit, values, &search, orders, count);
		sandbox_portal_answer(visit, 200, "portal_orders.html", values);
	} else {
		sandbox_portal_problem(visit, 500);
	}
	for (size_t i = 0; i < count; i++) {
		sandbox_order_free(&orders[i]);
	}
	free(orders);
}
