/* getLastOrdersForMerchants.do: the orders of a period, page by page. */
#include "methods/handlers.h"

#include "base/clock.h"
#include "base/text.h"
#include "order/ledger.h"
#include "order/status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ON_A_PAGE 200
#define NOT_ALLOWED    10

/* What the report is about, and what was found so far. Owns the list. */
struct report {
	const struct sandbox_call *call;
	int64_t from, to; /* the last second of the period belongs to it */
	unsigned states;  /* bits of enum sandbox_state */
	bool by_creation; /* otherwise by payment, so that orders without one are left out */
	int64_t page, size, total;
	struct json_object *list;
};

/* ---------------------------------------------------------------- the request */

/* Parses yyyyMMddHHmmss in the merchant's zone. False after answering what is wrong. */
static bool read_date(const struct sandbox_call *call, const char *name, int64_t *moment)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	const char *digits = sandbox_call_text(call, name);
	snprintf(text, sizeof text, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s", digits, digits + 4, digits + 6, digits + 8,
		digits + 10, digits + 12);
	bool right = sandbox_clock_parse(text, call->merchant->settings.utc_offset_minutes, moment);
	if (!right) {
		sandbox_call_wrong(call, name);
	}
	return right;
}

/* The bits of one transaction state; 0 if there is no such state. */
static unsigned state_bits(const char *name, size_t size)
{
	static const struct {
		const char *name;
		unsigned bits;
	} states[] = {
		{"CREATED", 1u << SANDBOX_CREATED | 1u << SANDBOX_AUTHENTICATING},
		{"APPROVED", 1u << SANDBOX_APPROVED},
		{"DEPOSITED", 1u << SANDBOX_DEPOSITED | 1u << SANDBOX_PARTLY_DEPOSITED},
		{"DECLINED", 1u << SANDBOX_DECLINED},
		{"REVERSED", 1u << SANDBOX_REVERSED},
		{"REFUNDED", 1u << SANDBOX_REFUNDED},
	};
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		if (strlen(states[i].name) == size && strncmp(states[i].name, name, size) == 0) {
			return states[i].bits;
		}
	}
	return 0;
}

/* Reads "A,B". False after answering what is wrong. */
static bool read_states(const struct sandbox_call *call, unsigned *states)
{
	*states = 0;
	for (const char *at = sandbox_call_text(call, "transactionStates"); at; at = strchr(at, ',')) {
		at += *at == ',';
		unsigned bits = state_bits(at, strcspn(at, ","));
		if (!bits) {
			sandbox_call_wrong(call, "transactionStates");
			return false;
		}
		*states |= bits;
	}
	return true;
}

/* A merchant of the sandbox may see its own orders only. False after answering that another one is named. */
static bool check_merchants(const struct sandbox_call *call)
{
	const char *own = call->merchant->user_name;
	for (const char *at = sandbox_call_text(call, "merchants"); at; at = strchr(at, ',')) {
		at += *at == ',';
		size_t size = strcspn(at, ",");
		if (strlen(own) != size || strncmp(own, at, size) != 0) {
			sandbox_call_answer(call, NOT_ALLOWED, "[merchants] no right to see this merchant");
			return false;
		}
	}
	return true;
}

/* False after answering what is wrong. */
static bool read_page(const struct sandbox_call *call, struct report *report)
{
	report->page = sandbox_call_number(call, "page");
	report->size = sandbox_call_number(call, "size");
	if (report->size > MOST_ON_A_PAGE) {
		sandbox_call_answer(call, NOT_ALLOWED, "[size] is too large");
		return false;
	}
	if (report->size == 0) {
		sandbox_call_wrong(call, "size");
	}
	return report->size > 0;
}

/* False after answering what is wrong. */
static bool read_report(const struct sandbox_call *call, struct report *report)
{
	*report = (struct report){
		.call = call,
		.by_creation = sandbox_text_equal(sandbox_call_text(call, "searchByCreatedDate"), "true"),
	};
	if (!read_date(call, "from", &report->from) || !read_date(call, "to", &report->to) ||
		!read_states(call, &report->states) || !check_merchants(call) || !read_page(call, report)) {
		return false;
	}
	if (report->to < report->from) {
		sandbox_call_wrong(call, "to");
	}
	return report->to >= report->from;
}

/* ---------------------------------------------------------------- the answer */

static bool is_reported(const struct report *report, const struct sandbox_order *order)
{
	int64_t paid = order->deposited_at ? order->deposited_at : order->authorized_at;
	int64_t at = report->by_creation ? order->created_at : paid;
	return order->merchant == report->call->merchant->id && report->states & 1u << order->state && at &&
		   at >= report->from && at < report->to + 1000;
}

/* Adds the order as getOrderStatusExtended.do shows it. Needs the lock. */
static bool add_order(struct report *report, struct sandbox_order *order)
{
	struct sandbox_store *store = report->call->store;
	struct sandbox_status status = {.order = order, .version = report->call->merchant->settings.status_version};
	struct sandbox_operation *operations = NULL;
	if (!sandbox_store_list_operations(store, order->row, &operations, &status.operation_count)) {
		free(operations);
		return false;
	}
	status.operations = operations;
	struct json_object *json = json_object_new_object();
	sandbox_json_text(json, "errorCode", "0");
	sandbox_status_classic(json, &status);
	json_object_array_add(report->list, json);
	free(operations);
	return true;
}

/* Goes through all orders, the oldest first. Needs the lock. False if the store failed. */
static bool find_orders(struct report *report)
{
	struct sandbox_order order;
	enum sandbox_found found;
	int64_t first = report->page * report->size, row = 0;
	bool right = true;
	while (right && (found = sandbox_store_order_after(report->call->store, row, &order)) == SANDBOX_FOUND) {
		row = order.row;
		if (is_reported(report, &order)) {
			bool shown = report->total >= first && report->total < first + report->size;
			right = !shown || add_order(report, &order);
			report->total++;
		}
		sandbox_order_free(&order);
	}
	return right && found == SANDBOX_NOT_FOUND;
}

static void answer_report(const struct report *report)
{
	struct json_object *json = sandbox_call_answer(report->call, 0, "Success");
	sandbox_json_value(json, "orderStatuses", report->list);
	sandbox_json_number(json, "totalCount", report->total);
	sandbox_json_number(json, "page", report->page);
	sandbox_json_number(json, "pageSize", report->size);
}

void sandbox_handle_last_orders(struct sandbox_call *call)
{
	struct report report;
	if (!read_report(call, &report)) {
		return;
	}
	report.list = json_object_new_array();
	bool settled = sandbox_ledger_settle(call->store, call->now);
	sandbox_store_lock(call->store);
	bool found = settled && find_orders(&report);
	sandbox_store_unlock(call->store);
	if (found) {
		answer_report(&report);
	} else {
		json_object_put(report.list);
		sandbox_call_system_error(call);
	}
}
