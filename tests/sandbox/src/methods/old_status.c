/* getOrderStatus.do, the predecessor of getOrderStatusExtended.do, whose names begin with capitals. */
#include "methods/handlers.h"

#include "base/text.h"
#include "call/call.h"
#include "model/action.h"
#include "order/ledger.h"

#define DECLINED      2
#define OLD_AUTH_CODE 2 /* always */

/* What ends an order without a declined payment. */
static const int64_t unpaid[] = {SANDBOX_ACTION_NO_PAYMENT_YET, SANDBOX_ACTION_STARTED, SANDBOX_ACTION_TIME_IS_OVER,
	SANDBOX_ACTION_ACS_TIME_IS_OVER};

static bool payment_declined(const struct sandbox_order *order)
{
	for (size_t i = 0; i < sizeof unpaid / sizeof *unpaid; i++) {
		if (order->action_code == unpaid[i]) {
			return false;
		}
	}
	return order->state == SANDBOX_DECLINED;
}

static void answer_old_status(const struct sandbox_call *call, const struct sandbox_order *order)
{
	bool declined = payment_declined(order);
	struct json_object *json =
		sandbox_call_answer(call, declined ? DECLINED : 0, declined ? "Payment is declined" : "Success");
	sandbox_json_number(json, "OrderStatus", order->state);
	sandbox_json_text(json, "OrderNumber", order->number);
	sandbox_json_text(json, "Pan", order->masked_pan);
	sandbox_json_text(json, "expiration", order->expiry);
	sandbox_json_text(json, "cardholderName", order->cardholder);
	sandbox_json_number(json, "Amount", order->amount);
	sandbox_json_number(json, "depositAmount", order->deposited);
	sandbox_json_text(json, "currency", order->currency);
	sandbox_json_text(json, "approvalCode", order->approval_code);
	sandbox_json_number(json, "authCode", OLD_AUTH_CODE);
	sandbox_json_text(json, "Ip", order->ip);
	sandbox_json_time(json, "date", order->created_at);
	sandbox_json_text(json, "clientId", order->client_id);
	sandbox_json_text(json, "bindingId", order->binding);
}

void sandbox_handle_old_status(struct sandbox_call *call)
{
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "orderId")};
	struct sandbox_order order;
	enum sandbox_found found = sandbox_ledger_read(call->store, &reference, call->now, &order);
	if (found != SANDBOX_FOUND) {
		sandbox_call_not_found(call, found);
		return;
	}
	answer_old_status(call, &order);
	sandbox_order_free(&order);
}
