/* deposit.do, reverse.do, refund.do, decline.do, autoCompletion, autoRefund: what follows a payment, or replaces it. */
#include "methods/handlers.h"

#include "order/completion.h"

/* Orders are named by orderId, or by orderNumber with merchantLogin. False after answering what is missing. */
static bool read_completion_reference(
	const struct sandbox_call *call, bool needs_login, struct sandbox_reference *reference)
{
	reference->merchant = call->merchant->id;
	reference->id = sandbox_call_text(call, "orderId");
	reference->number = sandbox_call_text(call, "orderNumber");
	if (!reference->id && !reference->number) {
		sandbox_call_empty(call, "orderId");
		return false;
	}
	if (!reference->id && needs_login && !sandbox_call_text(call, "merchantLogin")) {
		sandbox_call_empty(call, "merchantLogin");
		return false;
	}
	return true;
}

/* compositeAmount is roubles and bonus points together; nobody has bonus points here. */
static int64_t requested_amount(const struct sandbox_call *call)
{
	bool composite = sandbox_call_text(call, "compositeAmount");
	return sandbox_call_number(call, composite ? "compositeAmount" : "amount");
}

/* How one of the methods is asked for. */
struct request {
	sandbox_change *change;
	const char *items; /* parameter of the positions; the JSON dialect has a whole cart instead */
	bool needs_login;  /* with an orderNumber */
};

static void complete_order(const struct sandbox_call *call, const struct request *request)
{
	struct sandbox_reference reference;
	struct sandbox_order order;
	struct sandbox_operation operation;
	bool json = call->method->dialect == SANDBOX_JSON;
	const struct sandbox_completion completion = {
		.amount = requested_amount(call),
		.currency = sandbox_call_text(call, "currency"),
		.items = request->items ? sandbox_call_text(call, json ? "orderBundle" : request->items) : NULL,
		.order_number = sandbox_call_text(call, "orderNumber"),
		.external_refund_id = sandbox_call_text(call, "externalRefundId"),
		.expected_deposited = sandbox_call_text(call, "expectedDepositedAmount"),
	};
	if (!read_completion_reference(call, request->needs_login, &reference)) {
		return;
	}
	if (sandbox_transaction(call, &reference, request->change, &completion, &order, &operation)) {
		sandbox_call_answer(call, 0, "Success");
	}
	sandbox_order_free(&order);
}

void sandbox_handle_deposit(struct sandbox_call *call)
{
	bool classic = call->method->dialect == SANDBOX_CLASSIC;
	if (classic && call->merchant->settings.deposit_amount_mandatory && !sandbox_call_text(call, "amount")) {
		sandbox_call_empty(call, "amount");
		return;
	}
	complete_order(call, &(struct request){sandbox_complete_deposit, "depositItems", true});
}

void sandbox_handle_reverse(struct sandbox_call *call)
{
	complete_order(call, &(struct request){sandbox_complete_reverse, "reverseItems", true});
}

void sandbox_handle_refund(struct sandbox_call *call)
{
	complete_order(call, &(struct request){sandbox_complete_refund, "refundItems", true});
}

void sandbox_handle_decline(struct sandbox_call *call)
{
	complete_order(call, &(struct request){sandbox_complete_decline, NULL, false});
}
