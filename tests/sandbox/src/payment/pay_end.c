/* The end of an attempt: what the issuer answered, and the stored card. */
#include "payment/pay_end.h"

#include "base/secret.h"
#include "base/text.h"
#include "model/action.h"
#include "model/json_params.h"
#include "order/announcement.h"
#include "payment/pay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool sandbox_pay_read_limits(
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
bool sandbox_pay_store_binding(
	const struct sandbox_call *call, struct sandbox_binding *binding, struct sandbox_order *order)
{
	struct sandbox_binding twin;
	snprintf(binding->client_id, sizeof binding->client_id, "%s", order->client_id);
	/* An authentication of the shop's own is nothing that this gateway can refer to. */
	binding->by_tds2 = sandbox_tds_is_2(&order->tds) && order->tds.server_trans_id;
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
	sandbox_text_set(&order->binding, stored ? binding->id : NULL);
	return stored;
}

static void copy(char *to, size_t size, const char *text)
{
	snprintf(to, size, "%s", text ? text : "");
}

/* The card as the order has kept it. */
static void restore_binding(
	const struct sandbox_call *call, const struct sandbox_order *order, struct sandbox_binding *binding)
{
	*binding = (struct sandbox_binding){
		.merchant = order->merchant,
		.type = (enum sandbox_binding_type)order->tds.binding_type,
		.active = true,
		.card_right = order->tds.card_right,
		.expiry = sandbox_text_integer(order->expiry),
		.created_at = call->now,
	};
	copy(binding->pan_mac, sizeof binding->pan_mac, order->pan_mac);
	copy(binding->masked_pan, sizeof binding->masked_pan, order->masked_pan);
	copy(binding->payment_system, sizeof binding->payment_system, order->payment_system);
	copy(binding->wallet, sizeof binding->wallet, order->payment_way);
	copy(binding->cardholder, sizeof binding->cardholder, order->cardholder);
}

static bool keep_binding(const struct sandbox_call *call, struct sandbox_order *order)
{
	struct sandbox_binding binding;
	if (order->tds.binding) {
		sandbox_text_set(&order->binding, order->tds.binding);
		return true;
	}
	if (!order->tds.stores_card) {
		return true;
	}
	restore_binding(call, order, &binding);
	/* Limits that were right when the payer left for the ACS are kept as they are. */
	return !sandbox_pay_read_limits(call, order, &binding) || sandbox_pay_store_binding(call, &binding, order);
}

const struct sandbox_refusal *sandbox_pay_end(const struct sandbox_call *call, struct sandbox_order *order,
	struct sandbox_operation *operation, int64_t action_code)
{
	const struct sandbox_refusal *refusal =
		sandbox_pay_record_attempt(order, &call->merchant->settings, call->decline, operation, action_code);
	if (refusal) {
		return refusal;
	}
	order->tds.step = SANDBOX_TDS_STEP_NONE;
	if (order->tds.once && order->state == SANDBOX_CREATED) {
		order->state = SANDBOX_DECLINED;
	}
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	return !paid || keep_binding(call, order) ? NULL : &sandbox_refusal_system_error;
}
