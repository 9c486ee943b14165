/* Payments in the app of the payer's bank. */
#define _GNU_SOURCE
#include "payment/app.h"

#include "base/text.h"
#include "model/action.h"
#include "model/json_params.h"
#include "payment/pay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SUBSCRIPTION      "SUBSCRIPTION_SBP"
#define SUBSCRIPTION_ONLY "C2B_SUBSCRIPTION"
#define MEMBER            "100000000111" /* the payer's bank */
#define LONGEST_SESSION   (INT64_C(90) * 24 * 3600 * 1000)

static bool is_sberpay(const struct sandbox_order *order)
{
	return sandbox_json_params_is(order->json_params, "qrType", "SBERPAY_DYNAMIC_QR");
}

bool sandbox_app_open(const struct sandbox_call *call, struct sandbox_order *order)
{
	char *type = sandbox_json_params_text(order->json_params, "qrType");
	bool given = type && call->method->dialect == SANDBOX_JSON;
	free(type);
	if (!given) {
		return true;
	}
	/* The fast payment system has no holds. */
	if (order->two_phase && !is_sberpay(order)) {
		sandbox_call_wrong(call, "jsonParams.qrType");
		return false;
	}
	if (!is_sberpay(order) && order->expires_at - order->created_at > LONGEST_SESSION) {
		sandbox_call_wrong(call, sandbox_call_text(call, "expirationDate") ? "expirationDate" : "sessionTimeoutSecs");
		return false;
	}
	char code[SANDBOX_HEX_SIZE];
	sandbox_random_hex(code, true);
	sandbox_text_set(&order->qr_code, code);
	return true;
}

void sandbox_app_describe(const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order)
{
	char *payload = NULL;
	if (!order->qr_code || asprintf(&payload, "%sqr/%s", call->base_uri, order->qr_code) < 0) {
		return;
	}
	struct json_object *params = json_object_new_object();
	sandbox_json_text(params, is_sberpay(order) ? "sberPayload" : "sbpPayload", payload);
	sandbox_json_text(params, "qrcId", order->qr_code);
	sandbox_json_value(json, "externalParams", params);
	free(payload);
}

bool sandbox_app_waits(const struct sandbox_order *order)
{
	return sandbox_rules_payable(order) && (order->qr_code || order->sberpay_phone);
}

/* The payer allows the shop to charge the account from now on, and pays nothing yet. */
static void record_subscription(struct sandbox_order *order, struct sandbox_operation *operation)
{
	operation->requested = order->amount;
	operation->action_code = SANDBOX_ACTION_APPROVED;
	order->attempts++;
	order->action_code = SANDBOX_ACTION_APPROVED;
	order->state = SANDBOX_DEPOSITED;
	order->authorized_at = operation->at;
	operation->type = SANDBOX_OPERATION_VERIFIED;
	sandbox_pay_keep_codes(order, operation);
}

void sandbox_app_answer(struct sandbox_order *order, const struct sandbox_settings *settings,
	struct sandbox_operation *operation, bool agrees)
{
	bool subscribes = agrees && sandbox_json_params_is(order->json_params, "qrType", SUBSCRIPTION);
	bool only = order->amount == 0 || sandbox_json_params_is(order->json_params, "sbp.scenario", SUBSCRIPTION_ONLY);
	if (subscribes && only) {
		record_subscription(order, operation);
	} else {
		sandbox_pay_record_attempt(
			order, settings, 0, operation, agrees ? SANDBOX_ACTION_APPROVED : SANDBOX_ACTION_REFUSED);
	}
	if (subscribes && operation->action_code == SANDBOX_ACTION_APPROVED) {
		char id[SANDBOX_HEX_SIZE];
		sandbox_random_hex(id, false);
		sandbox_text_set(&order->subscription, id);
		sandbox_text_set(&order->member, MEMBER);
	}
}
