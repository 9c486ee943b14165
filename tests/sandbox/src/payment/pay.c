/* What payments by card and by binding have in common. */
#include "payment/pay.h"

#include "base/text.h"
#include "base/url.h"
#include "model/action.h"
#include "model/failure.h"
#include "model/json_params.h"
#include "order/status.h"
#include "payment/tds_answer.h"

#include <stdio.h>
#include <stdlib.h>

int64_t sandbox_pay_action_code(const struct sandbox_settings *settings, int64_t amount, int64_t code)
{
	struct sandbox_failure magic = {SANDBOX_FAILURE_NONE, 0};
	if (settings->decline) {
		return settings->decline;
	}
	if (settings->magic_amounts) {
		magic = sandbox_failure_of_amount(amount);
	}
	if (magic.kind == SANDBOX_FAILURE_DECLINE) {
		return magic.value;
	}
	return code == SANDBOX_ACTION_INPUT ? settings->input_action_code : code;
}

const struct sandbox_refusal *sandbox_pay_record_attempt(struct sandbox_order *order,
	const struct sandbox_settings *settings, struct sandbox_operation *operation, int64_t action_code)
{
	operation->requested = order->amount;
	operation->action_code = sandbox_pay_action_code(settings, order->amount, action_code);
	if (operation->action_code != SANDBOX_ACTION_APPROVED) {
		operation->approval_code[0] = '\0';
	}
	const struct sandbox_refusal *refusal = sandbox_rules_pay(order, settings, operation);
	if (!refusal) {
		sandbox_pay_keep_codes(order, operation);
	}
	return refusal;
}

void sandbox_pay_keep_card(struct sandbox_order *order, const struct sandbox_binding *card)
{
	char expiry[21];
	snprintf(expiry, sizeof expiry, "%06lld", (long long)card->expiry);
	sandbox_text_set(&order->masked_pan, card->masked_pan);
	sandbox_text_set(&order->pan_mac, card->pan_mac);
	sandbox_text_set(&order->expiry, expiry);
	sandbox_text_set(&order->cardholder, card->cardholder[0] ? card->cardholder : NULL);
	sandbox_text_set(&order->payment_system, card->payment_system);
}

void sandbox_pay_keep_binding_way(struct sandbox_order *order, const struct sandbox_binding *binding)
{
	char way[SANDBOX_WAY_SIZE + sizeof "_BINDING"];
	snprintf(way, sizeof way, "%s_BINDING", binding->wallet);
	order->by_binding = 1;
	sandbox_text_set(&order->payment_way, binding->wallet[0] ? way : NULL);
}

static void keep_if_given(const struct sandbox_call *call, const char *name, char **slot)
{
	const char *text = sandbox_call_text(call, name);
	if (text) {
		sandbox_text_set(slot, text);
	}
}

void sandbox_pay_keep_parameters(const struct sandbox_call *call, struct sandbox_order *order)
{
	const char *json_params = sandbox_call_text(call, "jsonParams");
	char *merged = sandbox_json_params_merge(order->json_params, json_params);
	sandbox_text_set(&order->json_params, merged);
	free(merged);
	order->eci = SANDBOX_ECI_WITHOUT_3DS;
	keep_if_given(call, "language", &order->language);
	keep_if_given(call, "ip", &order->ip);
	keep_if_given(call, "email", &order->email);
	sandbox_text_lower(order->language);
}

void sandbox_pay_keep_codes(struct sandbox_order *order, const struct sandbox_operation *operation)
{
	sandbox_text_set(&order->approval_code, operation->approval_code[0] ? operation->approval_code : NULL);
	sandbox_text_set(&order->reference, operation->reference);
}

/* The order of an invoice has no shop to go back to. */
static void add_redirect(
	const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order, const char *url)
{
	char *redirect = url ? sandbox_url_return(call->base_uri, url, order->id, order->language) : NULL;
	sandbox_json_text(json, "redirect", redirect);
	free(redirect);
}

static struct json_object *answer_paid(const struct sandbox_call *call, const struct sandbox_order *order)
{
	struct json_object *json = sandbox_call_answer(call, 0, NULL);
	sandbox_json_text(json, "info", sandbox_action_find(SANDBOX_ACTION_APPROVED)->info);
	add_redirect(call, json, order, order->return_url);
	return json;
}

static struct json_object *answer_declined(const struct sandbox_call *call, const struct sandbox_order *order)
{
	const struct sandbox_action *action = sandbox_action_find(order->action_code);
	struct json_object *json = sandbox_call_answer(call, 0, action->description);
	sandbox_json_text(json, "info", action->info);
	if (call->method->dialect == SANDBOX_CLASSIC) {
		sandbox_json_text(json, "errorTypeName", action->type);
		sandbox_json_text(json, "processingErrorType", action->processing);
	}
	/* While attempts are left the payer stays on the page to try another card. */
	if (order->state == SANDBOX_DECLINED) {
		add_redirect(call, json, order, order->fail_url ? order->fail_url : order->return_url);
	}
	return json;
}

void sandbox_pay_answer(const struct sandbox_call *call, const struct sandbox_order *order,
	const struct sandbox_operation *operation, const char *binding_id)
{
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	bool waits = order->state == SANDBOX_AUTHENTICATING;
	struct json_object *json =
		waits ? sandbox_tds_answer_step(call, order) : (paid ? answer_paid : answer_declined)(call, order);
	if (waits) {
		return;
	}
	if (call->method->dialect == SANDBOX_CLASSIC && sandbox_tds_is_2(&order->tds) && order->tds.server_trans_id) {
		sandbox_json_flag(json, "is3DSVer2", 1);
	}
	/* Sberbank's answers have no bindingId. */
	if (call->method->dialect == SANDBOX_CLASSIC) {
		sandbox_json_text(json, "bindingId", binding_id);
	}
}

struct json_object *sandbox_pay_order_status(const struct sandbox_call *call, struct sandbox_order *order)
{
	struct sandbox_status status = {.order = order, .version = call->merchant->settings.status_version};
	struct json_object *json = json_object_new_object();
	if (call->method->dialect == SANDBOX_CLASSIC) {
		sandbox_json_text(json, "errorCode", "0");
		sandbox_status_classic(json, &status);
		return json;
	}
	sandbox_status_json(json, &status);
	json_object_object_del(json, "operations"); /* only the status answer has it */
	return json;
}

void sandbox_pay_answer_data(const struct sandbox_call *call, struct sandbox_order *order)
{
	struct json_object *json = sandbox_call_answer(call, 0, NULL);
	struct json_object *data = json_object_new_object();
	sandbox_json_text(data, "orderId", order->id);
	if (order->state == SANDBOX_AUTHENTICATING) {
		sandbox_tds_add_step(call, data, order);
	}
	sandbox_json_value(json, "data", data);
	sandbox_json_value(json, "orderStatus", sandbox_pay_order_status(call, order));
}
