#include "handlers.h"

#include "action.h"
#include "card.h"
#include "clock.h"
#include "json_params.h"
#include "text.h"
#include "transaction.h"
#include "url.h"

#include <stdio.h>
#include <stdlib.h>

/* paymentorder.do: pays a registered order with a card typed on the shop's own page. */

#define CARD_PARAMETER_WRONG 1
#define ECI_WITHOUT_3DS      7

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

/* What may be kept of a card: never the number itself, nor its CVC. */
static void keep_card(const struct sandbox_call *call, const struct sandbox_card *card, struct sandbox_order *order)
{
	char mask[SANDBOX_MASK_SIZE], mac[SANDBOX_MAC_SIZE], expiry[21];
	sandbox_card_mask(card->pan, mask);
	sandbox_mac(sandbox_store_key(call->store), card->pan, mac);
	snprintf(expiry, sizeof expiry, "%06lld", (long long)card->expiry);
	sandbox_text_set(&order->masked_pan, mask);
	sandbox_text_set(&order->pan_mac, mac);
	sandbox_text_set(&order->expiry, expiry);
	sandbox_text_set(&order->cardholder, sandbox_call_text(call, "TEXT"));
	sandbox_text_set(&order->payment_system, sandbox_card_system(card->pan));
}

static void keep_text(const struct sandbox_call *call, const char *name, char **slot)
{
	const char *text = sandbox_call_text(call, name);
	if (text) {
		sandbox_text_set(slot, text);
	}
}

static void keep_parameters(const struct sandbox_call *call, struct sandbox_order *order)
{
	const char *json_params = sandbox_call_text(call, "jsonParams");
	char *merged = sandbox_json_params_merge(order->json_params, json_params);
	sandbox_text_set(&order->json_params, merged);
	free(merged);
	int64_t eci = sandbox_json_params_integer(json_params, "eci");
	order->eci = eci < 0 || eci > 99 ? ECI_WITHOUT_3DS : eci;
	keep_text(call, "language", &order->language);
	keep_text(call, "ip", &order->ip);
	keep_text(call, "email", &order->email);
	sandbox_text_lower(order->language);
	if (sandbox_text_equal(sandbox_call_text(call, "bindingNotNeeded"), "true")) {
		sandbox_text_set(&order->client_id, NULL);
	}
}

static const struct sandbox_refusal *pay(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_card *card = subject;
	operation->requested = order->amount;
	operation->action_code = sandbox_card_authorize(card, order->amount, sandbox_clock_month(call->now));
	if (operation->action_code != SANDBOX_ACTION_APPROVED) {
		operation->approval_code[0] = '\0';
	}
	const struct sandbox_refusal *refusal = sandbox_rules_pay(order, &call->merchant->settings, operation);
	if (refusal) {
		return refusal;
	}
	keep_card(call, card, order);
	keep_parameters(call, order);
	sandbox_text_set(&order->approval_code, operation->approval_code[0] ? operation->approval_code : NULL);
	sandbox_text_set(&order->reference, operation->reference);
	return NULL;
}

static void add_redirect(
	const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order, const char *url)
{
	char *redirect = sandbox_url_return(call->base_uri, url, order->id, order->language);
	sandbox_json_text(json, "redirect", redirect);
	free(redirect);
}

static void answer_paid(const struct sandbox_call *call, const struct sandbox_order *order)
{
	struct json_object *json = sandbox_call_answer(call, 0, NULL);
	sandbox_json_text(json, "info", sandbox_action_find(SANDBOX_ACTION_APPROVED)->info);
	add_redirect(call, json, order, order->return_url);
}

static void answer_declined(const struct sandbox_call *call, const struct sandbox_order *order)
{
	const struct sandbox_action *action = sandbox_action_find(order->action_code);
	struct json_object *json = sandbox_call_answer(call, 0, action->description);
	sandbox_json_text(json, "info", action->info);
	if (call->method->dialect == SANDBOX_CLASSIC) {
		sandbox_json_text(json, "errorTypeName", action->type);
		sandbox_json_text(json, "processingErrorType", action->processing);
	}
	/* While attempts are left the payer stays where he is and tries another card. */
	if (order->state == SANDBOX_DECLINED) {
		add_redirect(call, json, order, order->fail_url ? order->fail_url : order->return_url);
	}
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
		(operation.action_code == SANDBOX_ACTION_APPROVED ? answer_paid : answer_declined)(call, &order);
	}
	sandbox_order_free(&order);
}
