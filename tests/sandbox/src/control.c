#include "control.h"

#include "clock.h"
#include "ledger.h"

#include <stdlib.h>
#include <string.h>

struct request {
	struct sandbox_gateway *gateway;
	sandbox_argument *argument;
	void *context;
	struct sandbox_reply *reply;
};

static struct json_object *start(const struct request *request, unsigned status)
{
	sandbox_reply_free(request->reply);
	request->reply->status = status;
	request->reply->json = json_object_new_object();
	return request->reply->json;
}

static void fail(const struct request *request, unsigned status, const char *message)
{
	sandbox_json_text(start(request, status), "error", message);
}

static struct json_object *make_operation(const struct sandbox_operation *operation)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_text(json, "type", sandbox_operation_names[operation->type]);
	sandbox_json_number(json, "amount", operation->amount);
	sandbox_json_number(json, "time", operation->at);
	sandbox_json_number(json, "actionCode", operation->action_code);
	if (operation->approval_code[0]) {
		sandbox_json_text(json, "approvalCode", operation->approval_code);
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
			sandbox_json_number(json, column->name, *sandbox_order_number(order, column));
			break;
		case SANDBOX_COLUMN_TEXT:
			sandbox_json_text(json, column->name, *sandbox_order_text(order, column));
			break;
		case SANDBOX_COLUMN_JSON:
			text = *sandbox_order_text(order, column);
			sandbox_json_value(json, column->name, text ? json_tokener_parse(text) : NULL);
			break;
		case SANDBOX_COLUMN_SECRET:
			break;
	}
}

static void show_order(const struct request *request, struct sandbox_order *order,
	const struct sandbox_operation *operations, size_t count)
{
	struct json_object *json = start(request, 200);
	struct json_object *list = json_object_new_array();
	for (const struct sandbox_column *column = sandbox_order_columns; column->name; column++) {
		add_column(json, order, column);
	}
	for (size_t i = 0; i < count; i++) {
		json_object_array_add(list, make_operation(&operations[i]));
	}
	sandbox_json_value(json, "operations", list);
}

/* Of several merchants the one who has that order; orderId is unique among them, orderNumber is not. */
static enum sandbox_found find(const struct request *request, struct sandbox_order *order)
{
	const char *number = request->argument(request->context, "orderNumber");
	struct sandbox_reference reference = {
		.id = request->argument(request->context, "orderId"),
		.number = number ? number : "",
	};
	const struct sandbox_merchant *merchant;
	enum sandbox_found found = SANDBOX_NOT_FOUND;
	for (size_t i = 0; found == SANDBOX_NOT_FOUND && (merchant = sandbox_store_merchant_at(request->gateway->store, i));
		 i++) {
		reference.merchant = merchant->id;
		found = sandbox_ledger_read(request->gateway->store, &reference, sandbox_clock_now(), order);
	}
	return found;
}

static void orders(const struct request *request)
{
	struct sandbox_order order;
	struct sandbox_operation *operations = NULL;
	size_t count = 0;
	if (find(request, &order) != SANDBOX_FOUND) {
		fail(request, 404, "No such order");
		return;
	}
	sandbox_store_lock(request->gateway->store);
	bool listed = sandbox_store_operations(request->gateway->store, order.row, &operations, &count);
	sandbox_store_unlock(request->gateway->store);
	if (listed) {
		show_order(request, &order, operations, count);
	} else {
		fail(request, 500, "The store failed");
	}
	free(operations);
	sandbox_order_free(&order);
}

static void show_books(const struct request *request, const struct sandbox_books *books)
{
	struct json_object *json = start(request, 200);
	struct json_object *counts = json_object_new_object();
	int64_t operations = 0;
	sandbox_json_number(json, "orders", books->orders);
	for (int type = 0; type < SANDBOX_OPERATION_TYPES; type++) {
		operations += books->counts[type];
		sandbox_json_number(counts, sandbox_operation_names[type], books->counts[type]);
		sandbox_json_number(json, sandbox_operation_names[type], books->sums[type]);
	}
	sandbox_json_number(json, "operations", operations);
	sandbox_json_value(json, "counts", counts);
}

static void books(const struct request *request)
{
	struct sandbox_books books;
	bool settled = sandbox_ledger_settle(request->gateway->store, sandbox_clock_now());
	sandbox_store_lock(request->gateway->store);
	bool read = settled && sandbox_store_books(request->gateway->store, &books);
	sandbox_store_unlock(request->gateway->store);
	if (read) {
		show_books(request, &books);
	} else {
		fail(request, 500, "The store failed");
	}
}

static void requests(const struct request *request)
{
	struct json_object *json = start(request, 200);
	for (size_t i = 0; i < SANDBOX_METHODS; i++) {
		sandbox_json_number(json, sandbox_methods[i].path, (int64_t)request->gateway->requests[i]);
	}
}

static const struct control {
	const char *path;
	void (*handle)(const struct request *request);
} controls[] = {
	{"sandbox/orders", orders},
	{"sandbox/books", books},
	{"sandbox/requests", requests},
};

static const struct control *control_of(const char *path)
{
	for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
		if (strcmp(controls[i].path, path) == 0) {
			return &controls[i];
		}
	}
	return NULL;
}

bool sandbox_control_has(const char *path)
{
	return control_of(path) != NULL;
}

void sandbox_control_serve(struct sandbox_gateway *gateway, const char *path, sandbox_argument *argument, void *context,
	struct sandbox_reply *reply)
{
	struct request request = {gateway, argument, context, reply};
	control_of(path)->handle(&request);
}
