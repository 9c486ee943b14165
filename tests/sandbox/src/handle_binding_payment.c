#include "handlers.h"

#include "attempt.h"
#include "pay.h"

/* paymentOrderBinding.do: pays a registered order with a stored card of its client. */

/* False after answering what is wrong. */
static bool check(const struct sandbox_call *call, const struct sandbox_attempt *attempt)
{
	if (!sandbox_attempt_check_binding(call, attempt)) {
		return false;
	}
	if (sandbox_call_text(call, "seToken")) {
		sandbox_call_wrong(call, "seToken");
		return false;
	}
	return true;
}

void sandbox_handle_binding_payment(struct sandbox_call *call)
{
	struct sandbox_attempt attempt = {
		.card.cvc = sandbox_call_text(call, "cvc"),
		.binding_id = sandbox_call_text(call, "bindingId"),
	};
	struct sandbox_order order;
	struct sandbox_operation operation;
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "mdOrder")};
	sandbox_attempt_read(call, &attempt);
	if (!check(call, &attempt)) {
		return;
	}
	if (sandbox_transaction(call, &reference, sandbox_pay_by_binding, &attempt, &order, &operation)) {
		sandbox_pay_answer(call, &order, &operation, attempt.binding_id);
	}
	sandbox_order_free(&order);
}
