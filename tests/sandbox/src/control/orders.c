/* sandbox/orders, sandbox/books, sandbox/requests: what a test compares with its own records. */
#include "control/handlers.h"

#include "base/clock.h"
#include "order/ledger.h"

#include <stdio.h>
#include <stdlib.h>

static struct json_object *describe_operation(const struct sandbox_operation *operation)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_text(json, "type", sandbox_operation_names[operation->type]);
	sandbox_json_number(json, "amount", operation->amount);
	sandbox_json_number(json, "time", operation->at);
	sandbox_json_number(json, "actionCode", operation->action_code);
	if (operation->approval_code[0]) {
		sandbox_json_text(json, "approvalCode", operation->approval_code);
	}
	if (operation->reference[0]) {
		sandbox_json_text(json, "referenceNumber", operation->reference);
	}
	if (operation->external_refund_id[0]) {
		sandbox_json_text(json, "externalRefundId", operation->external_refund_id);
	}
	return json;
}

static void add_column(struct json_object *json, struct sandbox_order *order, const struct sandbox_column *column)
{
	const char *text;
	switch (column->kind) {
		case SANDBOX_COLUMN_NUMBER:
			sandbox_json_number(json, column->name, *sandbox_column_number(order, column));
			break;
		case SANDBOX_COLUMN_TEXT:
			sandbox_json_text(json, column->name, *sandbox_column_text(order, column));
			break;
		case SANDBOX_COLUMN_JSON:
			text = *sandbox_column_text(order, column);
			sandbox_json_value(json, column->name, text ? json_tokener_parse(text) : NULL);
			break;
		case SANDBOX_COLUMN_SECRET:
			break;
	}
}

static struct json_object *describe_members(
	struct sandbox_order *order, const struct sandbox_operation *operations, size_t count)
{
	struct json_object *json = json_object_new_object();
	struct json_object *list = json_object_new_array();
	for (const struct sandbox_column *column = sandbox_order_columns; column->name; column++) {
		add_column(json, order, column);
	}
	for (size_t i = 0; i < count; i++) {
		json_object_array_add(list, describe_operation(&operations[i]));
	}
	sandbox_json_value(json, "operations", list);
	return json;
}

/* An order with its operations; NULL if the store failed. */
static struct json_object *describe_order(struct sandbox_store *store, struct sandbox_order *order)
{
	struct sandbox_operation *operations = NULL;
	struct json_object *json = NULL;
	size_t count = 0;
	sandbox_store_lock(store);
	if (sandbox_store_list_operations(store, order->row, &operations, &count)) {
		json = describe_members(order, operations, count);
	}
	sandbox_store_unlock(store);
	free(operations);
	return json;
}

/* 0 if there is no such merchant. */
static int64_t merchant_id_at(struct sandbox_store *store, size_t index)
{
	sandbox_store_lock(store);
	const struct sandbox_merchant *merchant = sandbox_store_merchant_at(store, index);
	int64_t id = merchant ? merchant->id : 0;
	sandbox_store_unlock(store);
	return id;
}

/* Searches all merchants in turn: orderId is unique among them, orderNumber is not. */
static enum sandbox_found find_order_of_any_merchant(
	struct sandbox_store *store, const char *id, const char *number, struct sandbox_order *order)
{
	struct sandbox_reference reference = {.id = id, .number = number};
	enum sandbox_found found = SANDBOX_NOT_FOUND;
	for (size_t i = 0; found == SANDBOX_NOT_FOUND && (reference.merchant = merchant_id_at(store, i)); i++) {
		found = sandbox_ledger_read(store, &reference, sandbox_clock_now(), order);
	}
	return found;
}

static void show_order(const struct sandbox_control_request *request, const char *id, const char *number)
{
	struct sandbox_order order;
	if (find_order_of_any_merchant(request->gateway->store, id, number, &order) != SANDBOX_FOUND) {
		sandbox_control_fail(request, 404, NULL, "No such order");
		return;
	}
	struct json_object *json = describe_order(request->gateway->store, &order);
	sandbox_order_free(&order);
	if (!json) {
		sandbox_control_store_failed(request);
		return;
	}
	sandbox_control_send(request, 200, json);
}

/* Streams one order a line. The position is the row number of the last one. */
static char *next_order(void *source, int64_t *position)
{
	struct sandbox_store *store = source;
	struct sandbox_order order;
	sandbox_store_lock(store);
	enum sandbox_found found = sandbox_store_order_after(store, *position, &order);
	sandbox_store_unlock(store);
	if (found != SANDBOX_FOUND) {
		return NULL;
	}
	struct json_object *json = describe_order(store, &order);
	*position = order.row;
	sandbox_order_free(&order);
	return json ? sandbox_json_into_text(json) : NULL;
}

void sandbox_control_orders(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	const char *id = sandbox_form_value(request->arguments, "orderId");
	const char *number = sandbox_form_value(request->arguments, "orderNumber");
	if (request->arguments->count > 0) {
		show_order(request, id, number ? number : "");
		return;
	}
	if (!sandbox_ledger_settle(store, sandbox_clock_now())) {
		sandbox_control_store_failed(request);
		return;
	}
	sandbox_control_send(request, 200, NULL);
	request->reply->lines = next_order;
	request->reply->source = store;
}

static void show_books(const struct sandbox_control_request *request, const struct sandbox_books *books)
{
	struct json_object *json = sandbox_control_start(request, 200);
	struct json_object *counts = json_object_new_object();
	int64_t operations = 0;
	sandbox_json_number(json, "orders", books->orders);
	for (int type = 0; type < SANDBOX_OPERATION_TYPES; type++) {
		/* Credits without a payment are rare, so they are listed only if there are any. */
		if (type == SANDBOX_OPERATION_CREDITED && books->counts[type] == 0) {
			continue;
		}
		operations += books->counts[type];
		sandbox_json_number(counts, sandbox_operation_names[type], books->counts[type]);
		sandbox_json_number(json, sandbox_operation_names[type], books->sums[type]);
	}
	sandbox_json_number(json, "operations", operations);
	sandbox_json_value(json, "counts", counts);
}

void sandbox_control_books(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	struct sandbox_books books;
	bool settled = sandbox_ledger_settle(store, sandbox_clock_now());
	sandbox_store_lock(store);
	bool read = settled && sandbox_store_books(store, &books);
	sandbox_store_unlock(store);
	if (read) {
		show_books(request, &books);
	} else {
		sandbox_control_store_failed(request);
	}
}

void sandbox_control_request_counts(const struct sandbox_control_request *request)
{
	struct json_object *json = sandbox_control_start(request, 200);
	for (size_t i = 0; sandbox_method_table[i].path; i++) {
		char name[SANDBOX_METHOD_NAME_SIZE];
		sandbox_method_write_name(&sandbox_method_table[i], name);
		json_object_object_add(json, name, json_object_new_int64((int64_t)request->gateway->requests[i]));
	}
}
