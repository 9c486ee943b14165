/* The payer's acts. */
#include "page/payer.h"

#include "base/clock.h"
#include "base/text.h"
#include "call/call.h"
#include "order/ledger.h"
#include "payment/tds.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS 10

enum sandbox_found sandbox_payer_order(
	struct sandbox_gateway *gateway, const char *id, struct sandbox_order *order, struct sandbox_merchant *merchant)
{
	struct sandbox_store *store = gateway->store;
	struct sandbox_reference reference = {.id = id};
	sandbox_store_lock(store);
	enum sandbox_found found = sandbox_store_order_by_id(store, id, order);
	const struct sandbox_merchant *owner =
		found == SANDBOX_FOUND ? sandbox_store_merchant_by_id(store, order->merchant) : NULL;
	if (owner) {
		*merchant = *owner;
		reference.merchant = owner->id;
	}
	sandbox_store_unlock(store);
	if (found == SANDBOX_FOUND) {
		sandbox_order_free(order);
	}
	return owner ? sandbox_ledger_read(store, &reference, sandbox_clock_now(), order) : SANDBOX_NOT_FOUND;
}

static bool can_pay(
	const struct sandbox_binding *binding, const struct sandbox_order *order, const struct sandbox_merchant *merchant)
{
	/* The device number of a wallet is nothing that a payer knows. */
	return !binding->wallet[0] && binding->type == SANDBOX_BINDING_COMMON &&
		   sandbox_binding_usable(binding, order->client_id, &merchant->settings, sandbox_clock_now());
}

bool sandbox_payer_bindings(struct sandbox_gateway *gateway, const struct sandbox_order *order,
	const struct sandbox_merchant *merchant, struct sandbox_binding **bindings, size_t *count)
{
	size_t all = 0;
	*bindings = NULL;
	*count = 0;
	if (!order->client_id || !merchant->settings.bindings) {
		return true;
	}
	sandbox_store_lock(gateway->store);
	bool listed = sandbox_store_list_client_bindings(gateway->store, merchant->id, order->client_id, bindings, &all);
	sandbox_store_unlock(gateway->store);
	for (size_t i = 0; i < all; i++) {
		if (can_pay(&(*bindings)[i], order, merchant)) {
			(*bindings)[(*count)++] = (*bindings)[i];
		}
	}
	return listed;
}

/* A form as a shop would send it. */
struct own_form {
	struct sandbox_field fields[FIELDS];
	struct sandbox_form form;
};

static void add(struct own_form *own, const char *name, const char *value)
{
	if (value && value[0]) {
		own->fields[own->form.count++] = (struct sandbox_field){name, strlen(name), value, strlen(value)};
	}
}

static bool call_method(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const char *path, struct own_form *own)
{
	struct sandbox_reply reply = {.status = 200};
	struct sandbox_call call = {
		.store = gateway->store,
		.base_uri = gateway->base_uri,
		.method = sandbox_method_find(SANDBOX_BASE_CLASSIC, path),
		.merchant = merchant,
		.form = &own->form,
		.now = sandbox_clock_now(),
		.reply = &reply,
	};
	own->form.fields = own->fields;
	call.decline = sandbox_failures_take_payment(gateway->failures, call.method).value;
	call.method->handle(&call);
	const char *code = sandbox_json_member_text(reply.json, "errorCode");
	bool accepted = code && strcmp(code, "0") == 0;
	sandbox_reply_free(&reply);
	return accepted;
}

static bool pay_by_card(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_decision *decision)
{
	struct own_form own = {.form = {.count = 0}};
	char expiry[24];
	snprintf(expiry, sizeof expiry, "%" PRId64, decision->card->expiry);
	add(&own, "MDORDER", decision->order_id);
	add(&own, "$PAN", decision->card->pan);
	add(&own, "$CVC", decision->card->cvc);
	add(&own, "$EXPIRY", expiry);
	add(&own, "TEXT", decision->cardholder);
	add(&own, "language", decision->language);
	add(&own, "bindingNotNeeded", decision->store ? NULL : "true");
	add(&own, SANDBOX_TDS_HOSTED, "true");
	return call_method(gateway, merchant, "rest/paymentorder.do", &own);
}

static bool pay_by_binding(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_decision *decision)
{
	struct own_form own = {.form = {.count = 0}};
	add(&own, "mdOrder", decision->order_id);
	add(&own, "bindingId", decision->binding);
	add(&own, "cvc", decision->card->cvc);
	add(&own, "tii", "F");
	add(&own, SANDBOX_TDS_HOSTED, "true");
	add(&own, "language", decision->language);
	return call_method(gateway, merchant, "rest/paymentOrderBinding.do", &own);
}

const char *sandbox_payer_left(const struct sandbox_order *order)
{
	bool left = order->state == SANDBOX_AUTHENTICATING && order->tds.server_trans_id;
	return left ? order->tds.server_trans_id : "";
}

void sandbox_payer_continue(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_order *order)
{
	struct own_form own = {.form = {.count = 0}};
	add(&own, "mdOrder", order->id);
	call_method(gateway, merchant, "rest/3ds/continue.do", &own);
}

void sandbox_payer_finish(struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant,
	const struct sandbox_order *order, const char *pares, const char *cres)
{
	struct own_form own = {.form = {.count = 0}};
	add(&own, "mdOrder", order->id);
	add(&own, pares ? "paRes" : "cRes", pares ? pares : cres);
	call_method(gateway, merchant, "rest/finish3dsPayment.do", &own);
}

bool sandbox_payer_pay(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_decision *decision)
{
	static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
	struct sandbox_merchant owner;
	struct sandbox_order order;
	bool accepted = true;
	pthread_mutex_lock(&one_at_a_time);
	if (sandbox_payer_order(gateway, decision->order_id, &order, &owner) == SANDBOX_FOUND) {
		/* Pressed twice, or in two tabs: the first press counts, the second one sees what came of it. */
		if (order.attempts == decision->attempts && sandbox_rules_payable(&order) &&
			sandbox_text_equal(sandbox_payer_left(&order), decision->left)) {
			accepted = decision->binding ? pay_by_binding(gateway, merchant, decision)
										 : pay_by_card(gateway, merchant, decision);
		}
		sandbox_order_free(&order);
	}
	pthread_mutex_unlock(&one_at_a_time);
	return accepted;
}
