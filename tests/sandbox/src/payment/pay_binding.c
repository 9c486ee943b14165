/* Paying an order with a stored card. */
#include "payment/pay_binding.h"

#include "base/text.h"
#include "model/action.h"
#include "order/feature.h"
#include "payment/attempt.h"
#include "payment/charge.h"
#include "payment/pay.h"
#include "payment/tds.h"

static const struct sandbox_refusal no_client = {5, 5, "[clientId] is empty"};
static const struct sandbox_refusal to_be_created = {5, 5, "[bindingId] cannot be used with FORCE_CREATE_BINDING"};
static const struct sandbox_refusal cvc_empty = {1, 1, "[cvc] is empty"};

static bool is_cvc_missing(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, const struct sandbox_order *order)
{
	return call->method->dialect == SANDBOX_CLASSIC && !sandbox_attempt_unattended(attempt) && !attempt->card.cvc &&
		   !call->merchant->settings.binding_without_cvc && !(order->features & SANDBOX_FEATURE_AUTO_PAYMENT);
}

/* Why no binding can pay this order with this tii, or NULL. */
static const struct sandbox_refusal *refuse_binding_payment(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, const struct sandbox_order *order)
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
	if (order->two_phase && sandbox_attempt_unattended(attempt)) {
		return &sandbox_refusal_one_phase_only;
	}
	return is_cvc_missing(call, attempt, order) ? &cvc_empty : NULL;
}

/* Finds the binding of the attempt if it may pay this order. NULL, or why not. */
static const struct sandbox_refusal *find_paying_binding(const struct sandbox_call *call,
	const struct sandbox_attempt *attempt, const struct sandbox_order *order, struct sandbox_binding *binding)
{
	const char *id = attempt->binding_id;
	if (order->fixed_binding && !sandbox_text_equal(order->fixed_binding, id)) {
		return &sandbox_refusal_no_binding;
	}
	enum sandbox_found found = sandbox_store_binding_by_id(call->store, call->merchant->id, id, binding);
	if (found != SANDBOX_FOUND) {
		return sandbox_call_refusal_unless_found(found, &sandbox_refusal_no_binding);
	}
	bool usable = sandbox_binding_usable(binding, order->client_id, &call->merchant->settings, call->now) &&
				  (!sandbox_attempt_unattended(attempt) || sandbox_charge_fits(binding->type, attempt->tii));
	return usable ? NULL : &sandbox_refusal_no_binding;
}

/* The limits apply to the shop, not to a payer who chooses the card. */
static int64_t authorize_binding(const struct sandbox_call *call, const struct sandbox_attempt *attempt,
	const struct sandbox_binding *binding, int64_t amount)
{
	if (sandbox_attempt_unattended(attempt)) {
		return sandbox_charge_authorize(call->store, &call->merchant->settings, binding, amount, call->now);
	}
	return sandbox_binding_authorize(binding, sandbox_store_key(call->store), attempt->card.cvc, amount);
}

/* What the order shows of the attempt, paid or not. */
static void keep_attempt(const struct sandbox_call *call, const struct sandbox_attempt *attempt,
	const struct sandbox_binding *binding, struct sandbox_order *order)
{
	sandbox_pay_keep_card(order, binding);
	sandbox_pay_keep_parameters(call, order);
	sandbox_pay_keep_binding_way(order, binding);
	order->unattended = sandbox_attempt_unattended(attempt);
}

const struct sandbox_refusal *sandbox_pay_by_binding(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_attempt *attempt = subject;
	struct sandbox_binding binding;
	const struct sandbox_refusal *refusal = refuse_binding_payment(call, attempt, order);
	refusal = refusal ? refusal : find_paying_binding(call, attempt, order, &binding);
	if (refusal) {
		return refusal;
	}
	const struct sandbox_tds_request request = {.pan_mac = binding.pan_mac, .initiated = binding.by_tds2};
	int64_t action_code = authorize_binding(call, attempt, &binding, order->amount);
	keep_attempt(call, attempt, &binding, order);
	refusal = sandbox_tds_begin(call, attempt, &request, order, operation, &action_code);
	if (refusal || order->state == SANDBOX_AUTHENTICATING) {
		sandbox_text_set(&order->tds.binding, binding.id);
		return refusal;
	}
	refusal = sandbox_pay_record_attempt(order, &call->merchant->settings, call->decline, operation, action_code);
	if (refusal) {
		return refusal;
	}
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	sandbox_text_set(&order->binding, paid ? binding.id : NULL);
	if (!paid || !sandbox_attempt_unattended(attempt)) {
		return NULL;
	}
	bool counted = sandbox_charge_count(call->store, &binding, operation->amount, call->now);
	return counted ? NULL : &sandbox_refusal_system_error;
}
