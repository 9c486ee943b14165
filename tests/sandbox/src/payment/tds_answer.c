/* The answers of payments whose payer is to be authenticated. */
#define _GNU_SOURCE
#include "payment/tds_answer.h"

#include "base/text.h"
#include "model/action.h"
#include "model/json_params.h"
#include "payment/acs.h"

#include <stdio.h>
#include <stdlib.h>

/* Adds a text and frees it. */
static void add(struct json_object *json, const char *name, char *text)
{
	sandbox_json_text(json, name, text);
	free(text);
}

static void add_challenge(const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order)
{
	bool classic = call->method->dialect == SANDBOX_CLASSIC;
	bool secure2 = sandbox_tds_is_2(&order->tds);
	add(json, "acsUrl", sandbox_acs_url(call->base_uri, secure2 ? SANDBOX_ACS_CREQ : SANDBOX_ACS_PAREQ));
	if (secure2) {
		add(json, classic ? "packedCReq" : "cReq", sandbox_acs_creq(order));
	} else {
		add(json, "paReq", sandbox_acs_pareq(order));
	}
	if (!secure2 || !classic) {
		add(json, "termUrl", sandbox_acs_term_url(call->base_uri, order, call->merchant->settings.term_url));
	}
}

static void add_classic_method(
	const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order)
{
	const struct sandbox_tds *tds = &order->tds;
	const char *id = tds->server_trans_id;
	char *direct, *notification = tds->method_url ? sandbox_text_copy(tds->method_url)
												  : sandbox_acs_root_url(call->base_uri, SANDBOX_TDS_NOTIFICATION,
														"threeDSServerTransID", id);
	sandbox_json_text(json, "threeDSServerTransId", id);
	if (sandbox_tds_has_method((enum sandbox_tds_kind)tds->kind)) {
		add(json, "threeDSMethodURL", sandbox_acs_url(call->base_uri, SANDBOX_ACS_METHOD));
		add(json, "threeDSMethodDataPacked", sandbox_acs_method_data(order, notification));
	}
	add(json, "threeDSMethodURLServer",
		sandbox_acs_root_url(call->base_uri, SANDBOX_TDS_GATHER, "threeDSServerTransID", id));
	if (asprintf(&direct, "%srest/3dsmethod.do?threeDSServerTransID=%s", call->base_uri, id) >= 0) {
		add(json, "threeDSMethodURLServerDirect", direct);
	}
	free(notification);
}

/* Whether the shop has sent what Sberbank's gateway must know to let it run the authentication itself. */
static bool has_browser_data(const struct sandbox_order *order)
{
	static const char *const needed[] = {
		"browserAcceptHeader", "browserIP", "browserJavascriptEnabled", "browserUserAgent"};
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		char *text = sandbox_json_params_text(order->json_params, needed[i]);
		bool given = text;
		free(text);
		if (!given) {
			return false;
		}
	}
	return true;
}

static void add_json_step(const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order)
{
	const struct sandbox_tds *tds = &order->tds;
	if (!has_browser_data(order)) {
		char *form = sandbox_acs_root_url(call->base_uri, SANDBOX_TDS_PROCESS_FORM, "mdOrder", order->id);
		sandbox_json_text(json, "redirect", form);
		add(json, "formUrl", form);
		return;
	}
	if (tds->step != SANDBOX_TDS_STEP_METHOD) {
		add_challenge(call, json, order);
		return;
	}
	sandbox_json_text(json, "threeDSServerTransId", tds->server_trans_id);
	add(json, "threeDSMethodURL", sandbox_acs_url(call->base_uri, SANDBOX_ACS_METHOD));
	if (tds->method_url) {
		add(json, "threeDSMethodData", sandbox_acs_method_data(order, tds->method_url));
		sandbox_json_text(json, "threeDSMethodNotificationUrl", tds->method_url);
	}
}

void sandbox_tds_add_step(const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order)
{
	bool method = order->tds.step == SANDBOX_TDS_STEP_METHOD;
	if (call->method->dialect == SANDBOX_JSON) {
		add_json_step(call, json, order);
		return;
	}
	if (sandbox_tds_is_2(&order->tds)) {
		sandbox_json_flag(json, "is3DSVer2", 1);
	}
	if (method) {
		add_classic_method(call, json, order);
	} else {
		add_challenge(call, json, order);
	}
}

struct json_object *sandbox_tds_answer_step(const struct sandbox_call *call, const struct sandbox_order *order)
{
	struct json_object *json = sandbox_call_answer(call, 0, NULL);
	if (order->tds.step != SANDBOX_TDS_STEP_METHOD) {
		sandbox_json_text(json, "info", sandbox_action_find(SANDBOX_ACTION_APPROVED)->info);
	}
	sandbox_tds_add_step(call, json, order);
	return json;
}
