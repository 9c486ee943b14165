#include "handlers.h"

#include "action.h"
#include "attempt.h"
#include "charge.h"
#include "feature.h"
#include "pay.h"
#include "text.h"
#include "transaction.h"

/* paymentOrderBinding.do: pays a registered order with a stored card of its client. */

/* One answer for a binding that is unknown, another's, inactive or expired: nobody finds out by it which ids there are.
 */
static const struct sandbox_refusal no_binding = {2, 2, "Binding not found"};
static const struct sandbox_refusal no_client = {5, 5, "[clientId] is empty"};
static const struct sandbox_refusal to_be_created = {5, 5, "[bindingId] cannot be used with FORCE_CREATE_BINDING"};
static const struct sandbox_refusal cvc_empty = {1, 1, "[cvc] is empty"};

/* The merchant charges by himself, without the payer. */
static bool is_unattended(const struct sandbox_call *call)
{
	struct sandbox_attempt attempt;
	sandbox_attempt_read(call, &attempt);
	return sandbox_attempt_unattended(&attempt);
}

static bool cvc_lacks(const struct sandbox_call *call, const struct sandbox_order *order)
{
	return call->method->dialect == SANDBOX_CLASSIC && !is_unattended(call) && !sandbox_call_text(call, "cvc") &&
		   !call->merchant->settings.binding_without_cvc && !(order->features & SANDBOX_FEATURE_AUTO_PAYMENT);
}

/* Why no binding can pay this order in this way, or NULL. */
static const struct sandbox_refusal *refuse(const struct sandbox_call *call, const struct sandbox_order *order)
{
	if (!sandbox_rules_payable(order)) {
		return &sandbox_refusal_state;
	}
	if (!order->client_id) {
		return &no_client;
	}
	if (order->features & SANDBOX_FEATURE_FORCE_CREATE_BINDING) {
		return &to_be_created;
	}
	if (order->two_phase && is_unattended(call)) {
		return &sandbox_refusal_one_phase_only;
	}
	return cvc_lacks(call, order) ? &cvc_empty : NULL;
}

/* The binding of the call if this order may be paid with it; or why not. */
static const struct sandbox_refusal *find_binding(
	const struct sandbox_call *call, const struct sandbox_order *order, struct sandbox_binding *binding)
{
	const char *id = sandbox_call_text(call, "bindingId");
	if (order->fixed_binding && !sandbox_text_equal(order->fixed_binding, id)) {
		return &no_binding;
	}
	switch (sandbox_store_binding(call->store, call->merchant->id, id, binding)) {
		case SANDBOX_NOT_FOUND:
			return &no_binding;
		case SANDBOX_STORE_FAILED:
			return &sandbox_refusal_pay_system_error;
		default:
			break;
	}
	bool usable = sandbox_binding_usable(binding, order->client_id, &call->merchant->settings, call->now) &&
				  (!is_unattended(call) || sandbox_charge_fits(binding->type, sandbox_call_text(call, "tii")));
	return usable ? NULL : &no_binding;
}

/* The limits bind the shop, not the payer who chooses the card himself. */
static int64_t authorize(const struct sandbox_call *call, const struct sandbox_binding *binding, int64_t amount)
{
	if (is_unattended(call)) {
		return sandbox_charge_authorize(call->store, &call->merchant->settings, binding, amount, call->now);
	}
	struct sandbox_stored_card card = {
		.pan_mac = binding->pan_mac,
		.cvc = sandbox_call_text(call, "cvc"),
		.right = binding->card_right,
	};
	return sandbox_card_authorize_stored(sandbox_store_key(call->store), &card, amount);
}

static const struct sandbox_refusal *pay(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	struct sandbox_binding binding;
	(void)subject;
	const struct sandbox_refusal *refusal = refuse(call, order);
	refusal = refusal ? refusal : find_binding(call, order, &binding);
	if (refusal) {
		return refusal;
	}
	operation->requested = order->amount;
	operation->action_code = authorize(call, &binding, order->amount);
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	if (!paid) {
		operation->approval_code[0] = '\0';
	}
	refusal = sandbox_rules_pay(order, &call->merchant->settings, operation);
	if (refusal) {
		return refusal;
	}
	sandbox_pay_keep_card(order, &binding);
	sandbox_pay_keep_parameters(call, order);
	sandbox_pay_keep_codes(order, operation);
	order->by_binding = 1;
	sandbox_text_set(&order->binding, paid ? binding.id : NULL);
	if (!paid || !is_unattended(call)) {
		return NULL;
	}
	bool counted = sandbox_charge_count(call->store, &binding, operation->amount, call->now);
	return counted ? NULL : &sandbox_refusal_pay_system_error;
}

/* False after answering what is wrong. */
static bool check(const struct sandbox_call *call)
{
	if (!call->merchant->settings.bindings) {
		sandbox_call_answer(call, 5, "Access denied");
		return false;
	}
	const char *wrong = sandbox_call_text(call, "seToken") ? "seToken" : NULL;
	/* Where nobody is there to type it, it cannot have been kept either. */
	wrong = is_unattended(call) && sandbox_call_text(call, "cvc") ? "cvc" : wrong;
	if (wrong) {
		sandbox_call_wrong(call, wrong);
	}
	return !wrong;
}

void sandbox_handle_binding_payment(struct sandbox_call *call)
{
	struct sandbox_order order;
	struct sandbox_operation operation;
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "mdOrder")};
	if (!check(call)) {
		return;
	}
	if (sandbox_transaction(call, &reference, pay, NULL, &order, &operation)) {
		sandbox_pay_answer(call, &order, &operation, sandbox_call_text(call, "bindingId"));
	}
	sandbox_order_free(&order);
}
