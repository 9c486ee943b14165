/* instantRefund.do: credits a card without a payment. Makes an order of its own, REFUNDED from the start. */
#include "methods/handlers.h"

#include "base/clock.h"
#include "base/text.h"
#include "call/call.h"
#include "model/action.h"
#include "model/currency.h"
#include "order/announcement.h"
#include "order/ledger.h"
#include "order/registration.h"
#include "payment/pay.h"
#include "payment/se_token.h"

#include <stddef.h>

#define DECLINED          2
#define BINDING_NOT_FOUND 2

static const struct sandbox_refusal number_taken = {1, 1, "Order number already processed"};

static const struct sandbox_registration_text copied[] = {
	{"orderNumber", offsetof(struct sandbox_order, number)},
	{"currency", offsetof(struct sandbox_order, currency)},
	{"language", offsetof(struct sandbox_order, language)},
	{"jsonParams", offsetof(struct sandbox_order, json_params)},
};

/* Where the money goes: to a card in the request, or to a stored one. */
struct payee {
	struct sandbox_card card;       /* pan is NULL for a stored card */
	struct sandbox_binding binding; /* what may be stored of either */
};

/* False after answering what is wrong. */
static bool read_payee_binding(const struct sandbox_call *call, const char *id, struct sandbox_binding *binding)
{
	const struct sandbox_settings *settings = &call->merchant->settings;
	sandbox_store_lock(call->store);
	enum sandbox_found found = sandbox_store_binding_by_id(call->store, call->merchant->id, id, binding);
	sandbox_store_unlock(call->store);
	if (found == SANDBOX_STORE_FAILED) {
		sandbox_call_system_error(call);
		return false;
	}
	bool usable = found == SANDBOX_FOUND && settings->bindings &&
				  sandbox_binding_usable(binding, binding->client_id, settings, call->now);
	if (!usable) {
		sandbox_call_answer(call, BINDING_NOT_FOUND, "Binding not found");
	}
	return usable;
}

/* False after answering what is wrong. */
static bool read_plain_payee(const struct sandbox_call *call, struct sandbox_attempt *attempt)
{
	static const char *const needed[] = {"pan", "expiry", "cardholderName"};
	if (!sandbox_call_text(call, "pan") && sandbox_call_text(call, "bindingId")) {
		attempt->binding_id = sandbox_call_text(call, "bindingId");
		attempt->card.cvc = sandbox_call_text(call, "cvc");
		return true;
	}
	const char *missing = sandbox_call_missing(call, needed, sizeof needed / sizeof *needed);
	if (missing) {
		sandbox_call_empty(call, missing);
		return false;
	}
	attempt->card.pan = sandbox_call_text(call, "pan");
	attempt->card.cvc = sandbox_call_text(call, "cvc");
	attempt->card.expiry = sandbox_call_number(call, "expiry");
	return true;
}

/* False after answering what is wrong. */
static bool check_payee_card(const struct sandbox_call *call, const struct sandbox_card *card)
{
	if (!sandbox_card_number_valid(card->pan)) {
		sandbox_call_wrong(call, "pan");
		return false;
	}
	if (!sandbox_card_month_valid(card->expiry)) {
		sandbox_call_wrong(call, "expiry");
		return false;
	}
	return true;
}

/*
 * False after answering what is wrong. A card number takes precedence over bindingId. The payee borrows from the token,
 * which the caller wipes.
 */
static bool read_payee(const struct sandbox_call *call, struct sandbox_se_token *token, struct payee *payee)
{
	struct sandbox_attempt attempt = {.cardholder = sandbox_call_text(call, "cardholderName")};
	bool encrypted = sandbox_call_text(call, "seToken");
	*payee = (struct payee){0};
	if (!(encrypted ? sandbox_se_token_apply(call, SANDBOX_SE_CARD | SANDBOX_SE_BINDING, NULL, token, &attempt)
					: read_plain_payee(call, &attempt))) {
		return false;
	}
	payee->card = attempt.card;
	if (attempt.binding_id) {
		return read_payee_binding(call, attempt.binding_id, &payee->binding);
	}
	if (!check_payee_card(call, &payee->card)) {
		return false;
	}
	sandbox_binding_set_card(&payee->binding, sandbox_store_key(call->store), &payee->card, attempt.cardholder,
		sandbox_clock_month(call->now));
	return true;
}

/* The parameter that is wrong, or NULL. */
static const char *wrong_refund_parameter(const struct sandbox_call *call)
{
	const char *currency = sandbox_call_text(call, "currency");
	if (sandbox_call_number(call, "amount") == 0) {
		return "amount";
	}
	return currency && !sandbox_currency_known(currency) ? "currency" : NULL;
}

static void fill_refund_texts(struct sandbox_order *order, const struct sandbox_call *call, const struct payee *payee)
{
	sandbox_registration_set_id(order);
	sandbox_registration_copy_texts(call, order, copied, sizeof copied / sizeof *copied);
	sandbox_registration_set_number(order);
	sandbox_pay_keep_card(order, &payee->binding);
	if (!payee->card.pan) {
		order->by_binding = 1;
		sandbox_text_set(&order->client_id, payee->binding.client_id);
		sandbox_text_set(&order->binding, payee->binding.id);
	}
}

static void fill_refund_order(struct sandbox_order *order, struct sandbox_operation *operation,
	const struct sandbox_call *call, const struct payee *payee)
{
	*order = (struct sandbox_order){.merchant = call->merchant->id, .created_at = call->now, .expires_at = call->now};
	*operation = (struct sandbox_operation){.at = call->now, .requested = sandbox_call_number(call, "amount")};
	fill_refund_texts(order, call, payee);
	sandbox_random_digits(operation->reference, SANDBOX_REFERENCE_DIGITS);
	sandbox_text_set(&order->reference, operation->reference);
	order->amount = operation->requested;
	int64_t action_code =
		sandbox_binding_authorize(&payee->binding, sandbox_store_key(call->store), payee->card.cvc, order->amount);
	order->action_code = sandbox_pay_action_code(&call->merchant->settings, call->decline, order->amount, action_code);
	operation->action_code = order->action_code;
	if (order->action_code != SANDBOX_ACTION_APPROVED) {
		order->state = SANDBOX_DECLINED;
		operation->type = SANDBOX_OPERATION_DECLINED;
		return;
	}
	sandbox_random_digits(operation->approval_code, SANDBOX_APPROVAL_CODE_DIGITS);
	sandbox_text_set(&order->approval_code, operation->approval_code);
	order->state = SANDBOX_REFUNDED;
	order->refunded = order->amount;
	order->refunded_at = call->now;
	operation->type = SANDBOX_OPERATION_CREDITED;
	operation->amount = order->amount;
}

/* Inserts the order and its only operation, inside a transaction. */
static enum sandbox_found insert_refund_order(
	struct sandbox_store *store, struct sandbox_order *order, struct sandbox_operation *operation)
{
	enum sandbox_found inserted = sandbox_ledger_open(store, order);
	operation->order = order->row;
	if (inserted != SANDBOX_FOUND) {
		return inserted;
	}
	/* There was no payment, so there is nothing to tell of a declined one. */
	bool told = order->state == SANDBOX_REFUNDED;
	bool kept = sandbox_store_operation_insert(store, order->merchant, operation) &&
				(!told || sandbox_announce_operation(store, order, operation));
	return kept ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}

static void answer_instant_refund(const struct sandbox_call *call, const struct sandbox_order *order)
{
	bool paid = order->action_code == SANDBOX_ACTION_APPROVED;
	const char *message = paid ? "Success" : sandbox_action_find(order->action_code)->description;
	struct json_object *json = sandbox_call_answer(call, paid ? 0 : DECLINED, message);
	struct json_object *status = json_object_new_object();
	sandbox_json_text(json, "orderId", order->id);
	sandbox_json_text(status, "approvalCode", order->approval_code);
	sandbox_json_number(status, "rrn", sandbox_text_integer(order->reference));
	sandbox_json_text(status, "errorCode", paid ? "0" : "2");
	sandbox_json_text(status, "errorMessage", message);
	sandbox_json_value(json, "orderStatus", status);
}

static void refund_to_payee(const struct sandbox_call *call, const struct payee *payee)
{
	struct sandbox_order order;
	struct sandbox_operation operation;
	fill_refund_order(&order, &operation, call, payee);
	if (sandbox_call_begin(call)) {
		enum sandbox_found inserted = insert_refund_order(call->store, &order, &operation);
		if (sandbox_call_end(call, sandbox_call_refusal_unless_found(inserted, &number_taken))) {
			answer_instant_refund(call, &order);
		}
	}
	sandbox_order_free(&order);
}

void sandbox_handle_instant_refund(struct sandbox_call *call)
{
	struct payee payee;
	struct sandbox_se_token token;
	if (!call->merchant->settings.instant_refund) {
		sandbox_call_deny(call);
		return;
	}
	const char *wrong = wrong_refund_parameter(call);
	if (wrong) {
		sandbox_call_wrong(call, wrong);
		return;
	}
	if (read_payee(call, &token, &payee)) {
		refund_to_payee(call, &payee);
	}
	sandbox_wipe(&token, sizeof token);
}
