/* Paying an order with a card from the request, which may be stored. */
#include "payment/pay_card.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/action.h"
#include "order/feature.h"
#include "payment/attempt.h"
#include "payment/pay.h"
#include "payment/pay_end.h"
#include "payment/tds.h"

#include <stdio.h>

static const struct sandbox_refusal fixed_binding = {5, 5, "Access denied: only its binding can pay this order"};
static const struct sandbox_refusal wrong_limits = {5, 5, "[jsonParams] wrong value"};
static const struct sandbox_refusal binding_needed = {
	5, 5, "[bindingNotNeeded] cannot be used with FORCE_CREATE_BINDING"};

/* The type of binding that the payment creates. */
static enum sandbox_binding_type binding_type_of_attempt(const struct sandbox_attempt *attempt)
{
	if (sandbox_text_equal(attempt->tii, "RI")) {
		return SANDBOX_BINDING_RECURRENT;
	}
	return sandbox_text_equal(attempt->tii, "II") ? SANDBOX_BINDING_INSTALLMENT : SANDBOX_BINDING_COMMON;
}

/* A payment with a card that the shop has stored does not create a binding. */
static bool is_subsequent(const struct sandbox_attempt *attempt)
{
	const char *tii = attempt->tii;
	bool by_reference = sandbox_text_equal(tii, "F") || sandbox_text_equal(tii, "U") || sandbox_text_equal(tii, "R");
	return sandbox_text_equal(tii, "I") || (attempt->original_named && by_reference);
}

/* Fills in what is stored of the card: never its number or its CVC. */
static void fill_binding(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, struct sandbox_binding *binding)
{
	*binding = (struct sandbox_binding){
		.merchant = call->merchant->id,
		.type = binding_type_of_attempt(attempt),
		.active = true,
		.created_at = call->now,
	};
	snprintf(binding->wallet, sizeof binding->wallet, "%s", attempt->wallet ? attempt->wallet : "");
	sandbox_binding_set_card(
		binding, sandbox_store_key(call->store), &attempt->card, attempt->cardholder, sandbox_clock_month(call->now));
}

static bool wants_binding(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, const struct sandbox_order *order)
{
	return order->client_id && call->merchant->settings.bindings &&
		   !(order->features & SANDBOX_FEATURE_BINDING_NOT_NEEDED) && !is_subsequent(attempt);
}

/* Why a card cannot pay this order, or NULL. */
static const struct sandbox_refusal *refuse_card_payment(
	const struct sandbox_order *order, const struct sandbox_attempt *attempt)
{
	if (!sandbox_rules_payable(order)) {
		return &sandbox_refusal_state;
	}
	if (order->fixed_binding) {
		return &fixed_binding;
	}
	if (order->two_phase && sandbox_attempt_unattended(attempt)) {
		return &sandbox_refusal_one_phase_only;
	}
	bool forced = order->features & SANDBOX_FEATURE_FORCE_CREATE_BINDING;
	return forced && attempt->binding_not_needed ? &binding_needed : NULL;
}

/* What the order shows of the attempt, paid or not. */
static void keep_attempt(const struct sandbox_call *call, const struct sandbox_attempt *attempt,
	const struct sandbox_binding *binding, struct sandbox_order *order)
{
	sandbox_pay_keep_card(order, binding);
	sandbox_pay_keep_parameters(call, order);
	order->by_binding = 0;
	order->unattended = sandbox_attempt_unattended(attempt);
	sandbox_text_set(&order->payment_way, attempt->wallet);
	if (attempt->binding_not_needed) {
		sandbox_text_set(&order->client_id, NULL);
	}
}

/* What is needed to end the attempt once the payer is authenticated. */
static void keep_binding(const struct sandbox_binding *binding, bool wanted, struct sandbox_order *order)
{
	order->tds.stores_card = wanted;
	order->tds.binding_type = binding->type;
	order->tds.card_right = binding->card_right;
}

const struct sandbox_refusal *sandbox_pay_by_card(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_attempt *attempt = subject;
	struct sandbox_binding binding;
	const struct sandbox_refusal *refusal = refuse_card_payment(order, attempt);
	if (refusal) {
		return refusal;
	}
	fill_binding(call, attempt, &binding);
	if (!sandbox_pay_read_limits(call, order, &binding)) {
		return &wrong_limits;
	}
	const struct sandbox_tds_request request = {.pan_mac = binding.pan_mac};
	int64_t action_code = sandbox_card_authorize(&attempt->card, order->amount, sandbox_clock_month(call->now));
	keep_attempt(call, attempt, &binding, order);
	bool wanted = wants_binding(call, attempt, order);
	refusal = sandbox_tds_begin(call, attempt, &request, order, operation, &action_code);
	if (refusal || order->state == SANDBOX_AUTHENTICATING) {
		keep_binding(&binding, wanted, order);
		return refusal;
	}
	refusal = sandbox_pay_record_attempt(order, &call->merchant->settings, call->decline, operation, action_code);
	if (refusal) {
		return refusal;
	}
	bool stores = operation->action_code == SANDBOX_ACTION_APPROVED && wanted;
	return !stores || sandbox_pay_store_binding(call, &binding, order) ? NULL : &sandbox_refusal_system_error;
}
