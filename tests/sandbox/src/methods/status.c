/* getOrderStatusExtended.do, in both dialects. */
#include "methods/handlers.h"

#include "order/ledger.h"
#include "order/status.h"

#include <stdlib.h>

/* False after answering what is missing. */
static bool read_status_reference(const struct sandbox_call *call, struct sandbox_reference *reference)
{
	reference->merchant = call->merchant->id;
	reference->id = sandbox_call_text(call, "orderId");
	reference->number = sandbox_call_text(call, "orderNumber");
	/* The Open-ID token is public, and order numbers can be guessed. */
	if (sandbox_call_text(call, "token") && !reference->id && reference->number) {
		sandbox_call_wrong(call, "orderNumber");
		return false;
	}
	if (!reference->id && !reference->number) {
		sandbox_call_empty(call, "orderId");
		return false;
	}
	return true;
}

static void answer_status(const struct sandbox_call *call, const struct sandbox_status *status)
{
	struct json_object *json = sandbox_call_answer(call, 0, "Success");
	(call->method->dialect == SANDBOX_JSON ? sandbox_status_json : sandbox_status_classic)(json, status);
}

void sandbox_handle_status(struct sandbox_call *call)
{
	struct sandbox_reference reference;
	struct sandbox_order order;
	struct sandbox_operation *operations = NULL;
	struct sandbox_status status = {.order = &order, .version = call->merchant->settings.status_version};
	if (!read_status_reference(call, &reference)) {
		return;
	}
	enum sandbox_found found = sandbox_ledger_read(call->store, &reference, call->now, &order);
	if (found != SANDBOX_FOUND) {
		sandbox_call_not_found(call, found);
		return;
	}
	/* The classic answer lists only refunds, so most orders need no second query. */
	if (order.refunded_at || call->method->dialect == SANDBOX_JSON) {
		sandbox_store_lock(call->store);
		bool listed = sandbox_store_list_operations(call->store, order.row, &operations, &status.operation_count);
		sandbox_store_unlock(call->store);
		if (!listed) {
			sandbox_call_system_error(call);
			goto cleanup;
		}
	}
	status.operations = operations;
	answer_status(call, &status);
cleanup:
	free(operations);
	sandbox_order_free(&order);
}
