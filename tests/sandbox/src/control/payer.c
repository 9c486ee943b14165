/* sandbox/payer: what the payer does in the app of their bank. */
#include "control/handlers.h"

#include "base/clock.h"
#include "base/text.h"
#include "order/announcement.h"
#include "order/ledger.h"
#include "payment/app.h"

/* The order as of now, of whichever merchant. */
static enum sandbox_found take_order(
	struct sandbox_store *store, const char *id, int64_t now, struct sandbox_order *order)
{
	enum sandbox_found found = sandbox_store_order_by_id(store, id, order);
	if (found != SANDBOX_FOUND) {
		return found;
	}
	struct sandbox_reference reference = {.merchant = order->merchant, .id = id};
	sandbox_order_free(order);
	return sandbox_ledger_take(store, &reference, now, order);
}

/* NULL, or an error message with its HTTP status in *status. */
static const char *record_decision(struct sandbox_store *store, const char *id, bool agrees, unsigned *status)
{
	struct sandbox_order order;
	struct sandbox_operation operation = {.at = sandbox_clock_now()};
	const char *complaint = NULL;
	*status = 404;
	if (take_order(store, id, operation.at, &order) != SANDBOX_FOUND) {
		return "No such order";
	}
	*status = 400;
	if (!sandbox_app_waits(&order)) {
		complaint = "Nobody asks this order's payer";
		goto cleanup;
	}
	sandbox_operation_assign_codes(&operation);
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(store, order.merchant);
	bool subscribed = order.subscription;
	sandbox_app_answer(&order, &merchant->settings, &operation, agrees);
	bool subscribes = order.subscription && !subscribed;
	if (!sandbox_ledger_record(store, &order, &operation) ||
		(subscribes && !sandbox_announce(store, SANDBOX_EVENT_SUBSCRIPTION_CREATED, true, &order, &operation))) {
		*status = 500;
		complaint = "The store failed";
	}
cleanup:
	sandbox_order_free(&order);
	return complaint;
}

/* False if the text is neither. */
static bool read_decision(const char *text, bool *agrees)
{
	*agrees = sandbox_text_equal(text, "pay");
	return *agrees || sandbox_text_equal(text, "refuse");
}

void sandbox_control_payer(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	const char *id = sandbox_form_value(request->arguments, "orderId");
	unsigned status;
	bool agrees;
	if (!id || !read_decision(sandbox_form_value(request->arguments, "decision"), &agrees) ||
		request->arguments->count != 2) {
		sandbox_control_fail(request, 400, NULL, "Expected orderId, and decision=pay or refuse");
		return;
	}
	if (!sandbox_store_begin(store)) {
		sandbox_control_store_failed(request);
		return;
	}
	const char *complaint = record_decision(store, id, agrees, &status);
	bool saved = sandbox_store_end(store, !complaint);
	if (complaint) {
		sandbox_control_fail(request, status, NULL, complaint);
	} else if (saved) {
		sandbox_control_start(request, 200);
	} else {
		sandbox_control_store_failed(request);
	}
}
