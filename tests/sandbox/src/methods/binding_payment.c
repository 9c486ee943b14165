/* paymentOrderBinding.do: pays a registered order with a stored card of its client. */
#include "methods/handlers.h"

#include "payment/attempt.h"
#include "payment/pay.h"
#include "payment/pay_binding.h"
#include "payment/se_token.h"
#include "payment/tds.h"

/* False after answering what is wrong. The attempt borrows from the token, which the caller wipes. */
static bool read_binding_attempt(
	const struct sandbox_call *call, struct sandbox_se_token *token, struct sandbox_attempt *attempt)
{
	const char *order = sandbox_call_text(call, "mdOrder");
	attempt->card.cvc = sandbox_call_text(call, "cvc");
	attempt->binding_id = sandbox_call_text(call, "bindingId");
	sandbox_attempt_read(call, attempt);
	if (sandbox_call_text(call, "seToken") &&
		!sandbox_se_token_apply(call, SANDBOX_SE_BINDING, order, token, attempt)) {
		return false;
	}
	return sandbox_attempt_check_binding(call, attempt);
}

void sandbox_handle_binding_payment(struct sandbox_call *call)
{
	struct sandbox_attempt attempt = {0};
	struct sandbox_se_token token;
	struct sandbox_order order = {0};
	struct sandbox_operation operation;
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "mdOrder")};
	if (read_binding_attempt(call, &token, &attempt) &&
		sandbox_transaction(call, &reference, attempt.transaction ? sandbox_tds_continue : sandbox_pay_by_binding,
			&attempt, &order, &operation)) {
		sandbox_pay_answer(call, &order, &operation, attempt.binding_id);
	}
	sandbox_order_free(&order);
	sandbox_wipe(&token, sizeof token);
}
