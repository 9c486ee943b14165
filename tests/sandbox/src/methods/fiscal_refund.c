/* processRawSumRefund.do and its like: refunds whose receipt is made from the request, not from the order's cart. */
#include "methods/handlers.h"

#include "model/cart.h"
#include "order/transaction.h"

static const struct sandbox_refusal *refund_sum(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	(void)subject;
	operation->requested = sandbox_call_number(call, "amount");
	if (operation->requested == 0) {
		return &sandbox_refusal_amount; /* no document says that it means everything here */
	}
	return sandbox_rules_refund(order, &call->merchant->settings, operation);
}

static const struct sandbox_refusal *refund_position(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_refusal *refusal = refund_sum(call, subject, order, operation);
	return refusal ? refusal : sandbox_cart_refund_position(order, operation, sandbox_call_text(call, "positionId"));
}

static void refund_order(const struct sandbox_call *call, sandbox_change *change)
{
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "orderId")};
	struct sandbox_order order;
	struct sandbox_operation operation;
	if (sandbox_transaction(call, &reference, change, NULL, &order, &operation)) {
		sandbox_call_answer(call, 0, "Success");
	}
	sandbox_order_free(&order);
}

void sandbox_handle_refund_sum(struct sandbox_call *call)
{
	refund_order(call, refund_sum);
}

void sandbox_handle_refund_position(struct sandbox_call *call)
{
	refund_order(call, refund_position);
}
