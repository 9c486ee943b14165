#include "handlers.h"

#include "action.h"
#include "clock.h"
#include "feature.h"
#include "pay.h"
#include "text.h"
#include "transaction.h"

#include <stdio.h>
#include <string.h>

/* paymentorder.do: pays a registered order with a card typed on the shop's own page. */

#define CARD_PARAMETER_WRONG 1

/* False after answering what is wrong with it. */
static bool read_expiry(const struct sandbox_call *call, int64_t *expiry)
{
	if (sandbox_call_text(call, "$EXPIRY")) {
		*expiry = sandbox_call_number(call, "$EXPIRY");
	} else {
		*expiry = sandbox_call_number(call, "YYYY") * 100 + sandbox_call_number(call, "MM");
	}
	if (*expiry % 100 >= 1 && *expiry % 100 <= 12) {
		return true;
	}
	sandbox_call_answer(call, CARD_PARAMETER_WRONG, "Card expiration date is wrong");
	return false;
}

/* The first mandatory card parameter that is not there, or NULL. */
static const char *missing_parameter(const struct sandbox_call *call)
{
	static const char *const needed[] = {"$PAN", "$CVC", "YYYY", "MM"};
	size_t count = sandbox_call_text(call, "$EXPIRY") ? 2 : 4;
	for (size_t i = 0; i < count; i++) {
		bool may_lack = i == 1 && call->method->dialect == SANDBOX_JSON;
		if (!may_lack && !sandbox_call_text(call, needed[i])) {
			return needed[i];
		}
	}
	return NULL;
}

static bool read_card(const struct sandbox_call *call, struct sandbox_card *card)
{
	if (sandbox_call_text(call, "seToken")) {
		sandbox_call_wrong(call, "seToken");
		return false;
	}
	const char *missing = missing_parameter(call);
	if (missing) {
		sandbox_call_empty(call, missing);
		return false;
	}
	card->pan = sandbox_call_text(call, "$PAN");
	card->cvc = sandbox_call_text(call, "$CVC");
	if (!sandbox_card_number_valid(card->pan)) {
		sandbox_call_answer(call, CARD_PARAMETER_WRONG, "[$PAN] Card number is wrong");
		return false;
	}
	return read_expiry(call, &card->expiry);
}

static const struct sandbox_refusal fixed_binding = {5, 5, "Access denied: only its binding can pay this order"};
static const struct sandbox_refusal binding_needed = {
	5, 5, "[bindingNotNeeded] cannot be used with FORCE_CREATE_BINDING"};

/* What the card is to be stored as. */
static enum sandbox_binding_type binding_type(const struct sandbox_call *call)
{
	const char *tii = sandbox_call_text(call, "tii");
	if (sandbox_text_equal(tii, "RI")) {
		return SANDBOX_BINDING_RECURRENT;
	}
	return sandbox_text_equal(tii, "II") ? SANDBOX_BINDING_INSTALLMENT : SANDBOX_BINDING_COMMON;
}

/* A payment with a card that the shop itself has stored asks for no storing. */
static bool is_subsequent(const struct sandbox_call *call)
{
	const char *tii = sandbox_call_text(call, "tii");
	bool named = sandbox_call_text(call, "originalPaymentNetRefNum") && sandbox_call_text(call, "originalPaymentDate");
	bool by_reference = sandbox_text_equal(tii, "F") || sandbox_text_equal(tii, "U") || sandbox_text_equal(tii, "R");
	return sandbox_text_equal(tii, "I") || (named && by_reference);
}

/* The card as it is kept: never the number itself, nor its CVC. */
static void describe_card(
	const struct sandbox_call *call, const struct sandbox_card *card, struct sandbox_binding *binding)
{
	*binding = (struct sandbox_binding){
		.merchant = call->merchant->id,
		.type = binding_type(call),
		.active = true,
		.created_at = call->now,
	};
	sandbox_binding_set_card(
		binding, sandbox_store_key(call->store), card, sandbox_call_text(call, "TEXT"), sandbox_clock_month(call->now));
}

/* A card that is stored already keeps its binding, with the expiry that was typed last. */
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
		stored = sandbox_store_binding_insert(call->store, binding);
	}
	sandbox_text_set(&order->binding, binding->id);
	return stored;
}

static bool wants_binding(const struct sandbox_call *call, const struct sandbox_order *order)
{
	return order->client_id && call->merchant->settings.bindings &&
		   !(order->features & SANDBOX_FEATURE_BINDING_NOT_NEEDED) && !is_subsequent(call);
}

/* Why a card cannot pay this order, or NULL. */
static const struct sandbox_refusal *refuse(const struct sandbox_order *order, bool not_needed)
{
	if (!sandbox_rules_payable(order)) {
		return &sandbox_refusal_state;
	}
	if (order->fixed_binding) {
		return &fixed_binding;
	}
	return not_needed && order->features & SANDBOX_FEATURE_FORCE_CREATE_BINDING ? &binding_needed : NULL;
}

static const struct sandbox_refusal *pay(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_card *card = subject;
	struct sandbox_binding binding;
	bool not_needed = sandbox_text_equal(sandbox_call_text(call, "bindingNotNeeded"), "true");
	const struct sandbox_refusal *refusal = refuse(order, not_needed);
	if (refusal) {
		return refusal;
	}
	operation->requested = order->amount;
	operation->action_code = sandbox_card_authorize(card, order->amount, sandbox_clock_month(call->now));
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	if (!paid) {
		operation->approval_code[0] = '\0';
	}
	refusal = sandbox_rules_pay(order, &call->merchant->settings, operation);
	if (refusal) {
		return refusal;
	}
	describe_card(call, card, &binding);
	sandbox_pay_keep_card(order, &binding);
	sandbox_pay_keep_parameters(call, order);
	sandbox_pay_keep_codes(order, operation);
	order->by_binding = 0;
	if (not_needed) {
		sandbox_text_set(&order->client_id, NULL);
	}
	if (paid && wants_binding(call, order) && !store_binding(call, &binding, order)) {
		return &sandbox_refusal_pay_system_error;
	}
	return NULL;
}

void sandbox_handle_payment(struct sandbox_call *call)
{
	struct sandbox_card card;
	struct sandbox_order order;
	struct sandbox_operation operation;
	if (!read_card(call, &card)) {
		return;
	}
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "MDORDER")};
	if (sandbox_transaction(call, &reference, pay, &card, &order, &operation)) {
		/* Of a payment the status answer names the binding. */
		sandbox_pay_answer(call, &order, &operation, order.verify ? order.binding : NULL);
	}
	sandbox_order_free(&order);
}
