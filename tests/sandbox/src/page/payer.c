/* The payer's acts. */
#include "page/payer.h"

#include "base/clock.h"
#include "base/text.h"
#include "gateway/own_call.h"
#include "order/ledger.h"
#include "payment/tds.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>

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

static bool pay_by_card(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_decision *decision)
{
	struct sandbox_own_call own;
	char expiry[24];
	snprintf(expiry, sizeof expiry, "%" PRId64, decision->card->expiry);
	sandbox_own_call_open(&own, gateway, merchant, "rest/paymentorder.do");
	sandbox_own_call_add(&own, "MDORDER", decision->order_id);
	sandbox_own_call_add(&own, "$PAN", decision->card->pan);
	sandbox_own_call_add(&own, "$CVC", decision->card->cvc);
	sandbox_own_call_add(&own, "$EXPIRY", expiry);
	sandbox_own_call_add(&own, "TEXT", decision->cardholder);
	sandbox_own_call_add(&own, "language", decision->language);
	sandbox_own_call_add(&own, "bindingNotNeeded", decision->store ? NULL : "true");
	sandbox_own_call_add(&own, SANDBOX_TDS_HOSTED, "true");
	bool accepted = sandbox_own_call_make(&own);
	sandbox_own_call_close(&own);
	return accepted;
}

static bool pay_by_binding(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_decision *decision)
{
	struct sandbox_own_call own;
	sandbox_own_call_open(&own, gateway, merchant, "rest/paymentOrderBinding.do");
	sandbox_own_call_add(&own, "mdOrder", decision->order_id);
	sandbox_own_call_add(&own, "bindingId", decision->binding);
	sandbox_own_call_add(&own, "cvc", decision->card->cvc);
	sandbox_own_call_add(&own, "tii", "F");
	sandbox_own_call_add(&own, SANDBOX_TDS_HOSTED, "true");
	sandbox_own_call_add(&own, "language", decision->language);
	bool accepted = sandbox_own_call_make(&own);
	sandbox_own_call_close(&own);
	return accepted;
}

const char *sandbox_payer_left(const struct sandbox_order *order)
{
	bool left = order->state == SANDBOX_AUTHENTICATING && order->tds.server_trans_id;
	return left ? order->tds.server_trans_id : "";
}

void sandbox_payer_continue(
	struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant, const struct sandbox_order *order)
{
	struct sandbox_own_call own;
	sandbox_own_call_open(&own, gateway, merchant, "rest/3ds/continue.do");
	sandbox_own_call_add(&own, "mdOrder", order->id);
	sandbox_own_call_make(&own);
	sandbox_own_call_close(&own);
}

void sandbox_payer_finish(struct sandbox_gateway *gateway, const struct sandbox_merchant *merchant,
	const struct sandbox_order *order, const char *pares, const char *cres)
{
	struct sandbox_own_call own;
	sandbox_own_call_open(&own, gateway, merchant, "rest/finish3dsPayment.do");
	sandbox_own_call_add(&own, "mdOrder", order->id);
	sandbox_own_call_add(&own, pares ? "paRes" : "cRes", pares ? pares : cres);
	sandbox_own_call_make(&own);
	sandbox_own_call_close(&own);
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
