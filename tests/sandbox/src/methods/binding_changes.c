/* unBindCard.do, bindCard.do, extendBinding.do, createBindingNoPayment.do. */
#include "methods/handlers.h"

#include "base/clock.h"
#include "base/text.h"
#include "call/call.h"
#include "model/card.h"
#include "order/announcement.h"

#include <stdio.h>
#include <string.h>

/* errorCode of createBindingNoPayment.do for a wrong card, and for one that is stored already. */
#define NOT_CREATED 1

static const struct sandbox_refusal not_active = {2, 2, "Binding is not active"};
static const struct sandbox_refusal already_active = {2, 2, "Binding is active already"};
static const struct sandbox_refusal twin_active = {2, 2, "Another binding of this card is active"};
static const struct sandbox_refusal expiry_wrong = {1, 1, "[newExpiry] wrong value"};
static const struct sandbox_refusal already_created = {NOT_CREATED, NOT_CREATED, "Binding has been created already"};

/* Changes the binding and returns NULL, or returns why not. */
typedef const struct sandbox_refusal *binding_change(const struct sandbox_call *call, struct sandbox_binding *binding);

static const struct sandbox_refusal *deactivate_binding(
	const struct sandbox_call *call, struct sandbox_binding *binding)
{
	(void)call;
	if (!binding->active) {
		return &not_active;
	}
	binding->active = false;
	return NULL;
}

/* Returns has_twin if the client has an active binding of this card and type, NULL if not. */
static const struct sandbox_refusal *refuse_twin(
	const struct sandbox_call *call, const struct sandbox_binding *binding, const struct sandbox_refusal *has_twin)
{
	struct sandbox_binding twin;
	switch (sandbox_store_binding_twin(call->store, binding, &twin)) {
		case SANDBOX_FOUND:
			return has_twin;
		case SANDBOX_NOT_FOUND:
			return NULL;
		default:
			return &sandbox_refusal_system_error;
	}
}

static const struct sandbox_refusal *activate_binding(const struct sandbox_call *call, struct sandbox_binding *binding)
{
	if (binding->active) {
		return &already_active;
	}
	binding->active = true;
	return refuse_twin(call, binding, &twin_active);
}

/*
 * For a card that was replaced by one with a later expiry. The expiry may be neither in the past nor earlier than
 * before.
 */
static const struct sandbox_refusal *extend_expiry(const struct sandbox_call *call, struct sandbox_binding *binding)
{
	int64_t expiry = sandbox_call_number(call, "newExpiry");
	if (!binding->active) {
		return &not_active;
	}
	if (!sandbox_card_month_valid(expiry) || expiry < binding->expiry ||
		expiry < sandbox_binding_month(&call->merchant->settings, call->now)) {
		return &expiry_wrong;
	}
	binding->expiry = expiry;
	binding->card_right = binding->card_right || sandbox_card_stored_expiry_right(sandbox_store_key(call->store),
													 binding->pan_mac, expiry, sandbox_clock_month(call->now));
	return NULL;
}

static bool is_change_denied(const struct sandbox_call *call, bool allowed)
{
	if (!allowed || !call->merchant->settings.bindings) {
		sandbox_call_deny(call);
		return true;
	}
	return false;
}

static const struct sandbox_refusal *find_and_change_binding(const struct sandbox_call *call, binding_change *make)
{
	struct sandbox_binding binding;
	switch (
		sandbox_store_binding_by_id(call->store, call->merchant->id, sandbox_call_text(call, "bindingId"), &binding)) {
		case SANDBOX_NOT_FOUND:
			return &sandbox_refusal_no_binding;
		case SANDBOX_STORE_FAILED:
			return &sandbox_refusal_system_error;
		default:
			break;
	}
	bool active = binding.active;
	const struct sandbox_refusal *refusal = make(call, &binding);
	if (refusal) {
		return refusal;
	}
	bool stored = sandbox_store_binding_update(call->store, &binding);
	if (stored && binding.active != active) {
		stored =
			sandbox_announce_binding(call->store, SANDBOX_EVENT_BINDING_ACTIVITY_CHANGED, &binding, NULL, call->now);
	}
	return stored ? NULL : &sandbox_refusal_system_error;
}

static void change_binding(const struct sandbox_call *call, binding_change *make)
{
	if (is_change_denied(call, true)) {
		return;
	}
	if (!sandbox_call_begin(call)) {
		return;
	}
	if (sandbox_call_end(call, find_and_change_binding(call, make))) {
		sandbox_call_answer(call, 0, "Success");
	}
}

void sandbox_handle_unbind(struct sandbox_call *call)
{
	change_binding(call, deactivate_binding);
}

void sandbox_handle_bind(struct sandbox_call *call)
{
	change_binding(call, activate_binding);
}

void sandbox_handle_extend_binding(struct sandbox_call *call)
{
	change_binding(call, extend_expiry);
}

/* The parameter that is wrong, or NULL. */
static const char *wrong_new_binding_parameter(const struct sandbox_call *call, const struct sandbox_card *card)
{
	const char *strength = sandbox_call_text(call, "bindingStrength");
	bool paid_before = strength && !sandbox_text_equal(strength, "NO_PAYMENT");
	if (!sandbox_card_number_valid(card->pan)) {
		return "pan";
	}
	if (!sandbox_card_month_valid(card->expiry) ||
		card->expiry < sandbox_binding_month(&call->merchant->settings, call->now)) {
		return "expiryDate";
	}
	return paid_before && !sandbox_call_text(call, "additionalParameters") ? "additionalParameters" : NULL;
}

static const struct sandbox_refusal *create_binding(const struct sandbox_call *call, struct sandbox_binding *binding)
{
	const struct sandbox_refusal *refusal = refuse_twin(call, binding, &already_created);
	if (refusal) {
		return refusal;
	}
	bool stored = sandbox_store_binding_insert(call->store, binding) &&
				  sandbox_announce_binding(call->store, SANDBOX_EVENT_BINDING_CREATED, binding, NULL, call->now);
	return stored ? NULL : &sandbox_refusal_system_error;
}

static void answer_created(const struct sandbox_call *call, const struct sandbox_binding *binding)
{
	struct json_object *json = sandbox_call_answer(call, 0, "Success");
	sandbox_json_text(json, "bindingId", binding->id);
	sandbox_json_text(json, "clientId", binding->client_id);
	sandbox_json_text(json, "cardholderName", binding->cardholder);
	sandbox_json_text(json, "expiryDate", sandbox_call_text(call, "expiryDate"));
	sandbox_json_text(json, "maskedPan", binding->masked_pan);
}

/* The issuer is not asked: if it does not know the card, the first payment fails. */
void sandbox_handle_create_binding(struct sandbox_call *call)
{
	struct sandbox_card card = {
		.pan = sandbox_call_text(call, "pan"),
		.expiry = sandbox_call_number(call, "expiryDate"),
	};
	struct sandbox_binding binding = {.merchant = call->merchant->id, .active = true, .created_at = call->now};
	if (is_change_denied(call, call->merchant->settings.binding_no_payment)) {
		return;
	}
	const char *wrong = wrong_new_binding_parameter(call, &card);
	if (wrong) {
		struct sandbox_fault fault;
		sandbox_fault_set(&fault, NOT_CREATED, wrong, "wrong value");
		sandbox_call_answer(call, fault.code, fault.message);
		return;
	}
	sandbox_random_uuid(binding.id);
	snprintf(binding.client_id, sizeof binding.client_id, "%s", sandbox_call_text(call, "clientId"));
	sandbox_binding_set_card(&binding, sandbox_store_key(call->store), &card, sandbox_call_text(call, "cardholderName"),
		sandbox_clock_month(call->now));
	if (!sandbox_call_begin(call)) {
		return;
	}
	if (sandbox_call_end(call, create_binding(call, &binding))) {
		answer_created(call, &binding);
	}
}
