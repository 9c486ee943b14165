/* Paying an order with a card from the request, which may be stored. */
#include "payment/pay_card.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/action.h"
#include "model/json_params.h"
#include "order/announcement.h"
#include "order/feature.h"
#include "payment/attempt.h"
#include "payment/pay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Reads the limits on later charges from the registration and the payment. False if one is wrong. */
static bool read_limits(
	const struct sandbox_call *call, const struct sandbox_order *order, struct sandbox_binding *binding)
{
	if (binding->type == SANDBOX_BINDING_COMMON) {
		return true;
	}
	char *params = sandbox_json_params_merge(order->json_params, sandbox_call_text(call, "jsonParams"));
	bool right = sandbox_limits_read(
		&binding->limits, params, binding->type == SANDBOX_BINDING_INSTALLMENT, &call->merchant->settings, call->now);
	free(params);
	return right;
}

/* A card that is stored already keeps its binding, with the latest expiry. */
static bool store_binding(const struct sandbox_call *call, struct sandbox_binding *binding, struct sandbox_order *order)
{
	struct sandbox_binding twin;
	snprintf(binding->client_id, sizeof binding->client_id, "%s", order->client_id);
	enum sandbox_found found = sandbox_store_binding_twin(call->store, binding, &twin);
	bool stored = false;
	if (found == SANDBOX_FOUND) {
		binding->row = twin.row;
		strcpy(binding->id, twin.id);
		stored = sandbox_store_binding_update(call->store, binding);
	} else if (found == SANDBOX_NOT_FOUND) {
		sandbox_random_uuid(binding->id);
		stored = sandbox_store_binding_insert(call->store, binding) &&
				 sandbox_announce_binding(call->store, SANDBOX_EVENT_BINDING_CREATED, binding, order, call->now);
	}
	sandbox_text_set(&order->binding, binding->id);
	return stored;
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
	if (!read_limits(call, order, &binding)) {
		return &wrong_limits;
	}
	int64_t action_code = sandbox_card_authorize(&attempt->card, order->amount, sandbox_clock_month(call->now));
	refusal = sandbox_pay_record_attempt(order, &call->merchant->settings, operation, action_code);
	if (refusal) {
		return refusal;
	}
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	sandbox_pay_keep_card(order, &binding);
	sandbox_pay_keep_parameters(call, order);
	order->by_binding = 0;
	order->unattended = sandbox_attempt_unattended(attempt);
	sandbox_text_set(&order->payment_way, attempt->wallet);
	if (attempt->binding_not_needed) {
		sandbox_text_set(&order->client_id, NULL);
	}
	if (paid && wants_binding(call, attempt, order) && !store_binding(call, &binding, order)) {
		return &sandbox_refusal_system_error;
	}
	return NULL;
}
