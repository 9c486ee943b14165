/* The ACS of the issuer: messages, and what the payer does there. */
#define _GNU_SOURCE
#include "payment/acs.h"

#include "base/base64.h"
#include "base/json.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/card.h"
#include "order/ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -------------------------------------------------------------------------------------------------- addresses */

char *sandbox_acs_url(const char *base_uri, const char *path)
{
	char *url;
	return asprintf(&url, "%s%s", base_uri, path) < 0 ? NULL : url;
}

char *sandbox_acs_root_url(const char *base_uri, const char *path, const char *name, const char *value)
{
	const char *host = strstr(base_uri, "://");
	size_t root = host ? (size_t)(host + 3 - base_uri) + strcspn(host + 3, "/") : 0;
	char *url;
	return asprintf(&url, "%.*s/%s?%s=%s", (int)root, base_uri, path, name, value) < 0 ? NULL : url;
}

char *sandbox_acs_term_url(const char *base_uri, const struct sandbox_order *order, const char *shop)
{
	char *url;
	if (order->tds.term_url) {
		return sandbox_text_copy(order->tds.term_url);
	}
	if (sandbox_tds_is_2(&order->tds)) {
		return sandbox_acs_root_url(
			base_uri, SANDBOX_TDS_NOTIFICATION, "threeDSServerTransID", order->tds.server_trans_id);
	}
	if (shop && shop[0]) {
		return sandbox_text_copy(shop);
	}
	return asprintf(&url, "%s" SANDBOX_TDS_TERM "?lang=%s", base_uri, order->language) < 0 ? NULL : url;
}

/* --------------------------------------------------------------------------------------------------- messages */

/* Frees the object. */
static char *pack(struct json_object *message, bool url)
{
	char *text = sandbox_json_into_text(message);
	char *packed = text ? sandbox_base64_encode(text, strlen(text), url) : NULL;
	free(text);
	return packed;
}

/* Real ones are deflated, signed XML; nobody but the ACS reads them. */
char *sandbox_acs_pareq(const struct sandbox_order *order)
{
	struct json_object *message = json_object_new_object();
	sandbox_json_text(message, "messageType", "PAReq");
	sandbox_json_text(message, "threeDSServerTransID", order->tds.server_trans_id);
	sandbox_json_text(message, "acsTransID", order->tds.acs_trans_id);
	sandbox_json_text(message, "xid", order->tds.xid);
	return pack(message, false);
}

char *sandbox_acs_creq(const struct sandbox_order *order)
{
	struct json_object *message = json_object_new_object();
	sandbox_json_text(message, "threeDSServerTransID", order->tds.server_trans_id);
	sandbox_json_text(message, "acsTransID", order->tds.acs_trans_id);
	sandbox_json_text(message, "messageType", "CReq");
	sandbox_json_text(message, "messageVersion", order->tds.version);
	sandbox_json_text(message, "challengeWindowSize", "05");
	return pack(message, true);
}

char *sandbox_acs_pack(struct json_object *message)
{
	return pack(message, true);
}

char *sandbox_acs_method_data(const struct sandbox_order *order, const char *notification_url)
{
	struct json_object *message = json_object_new_object();
	sandbox_json_text(message, "threeDSMethodNotificationURL", notification_url);
	sandbox_json_text(message, "threeDSServerTransID", order->tds.server_trans_id);
	return pack(message, true);
}

char *sandbox_acs_message_member(const char *message, bool url, const char *name)
{
	size_t size;
	unsigned char *text = message ? sandbox_base64_decode(message, url, &size) : NULL;
	struct json_object *object = text ? json_tokener_parse((const char *)text) : NULL;
	char *value = NULL;
	if (json_object_is_type(object, json_type_object)) {
		struct json_object *member = json_object_object_get(object, name);
		value =
			json_object_is_type(member, json_type_string) ? sandbox_text_copy(json_object_get_string(member)) : NULL;
	}
	json_object_put(object);
	free(text);
	return value;
}

/* PaRes has a random part: knowing the request is not enough to make one up. */
static char *write_pares(const struct sandbox_order *order, const char *status)
{
	struct json_object *message = json_object_new_object();
	char nonce[SANDBOX_HEX_SIZE];
	sandbox_random_hex(nonce, false);
	sandbox_json_text(message, "messageType", "PARes");
	sandbox_json_text(message, "xid", order->tds.xid);
	sandbox_json_text(message, "status", status);
	sandbox_json_text(message, "signature", nonce);
	return pack(message, false);
}

static char *write_cres(const struct sandbox_order *order, const char *status)
{
	struct json_object *message = json_object_new_object();
	sandbox_json_text(message, "acsTransID", order->tds.acs_trans_id);
	sandbox_json_text(message, "transStatus", status);
	sandbox_json_text(message, "messageType", "CRes");
	sandbox_json_text(message, "messageVersion", order->tds.version);
	sandbox_json_text(message, "threeDSServerTransID", order->tds.server_trans_id);
	return pack(message, true);
}

/* --------------------------------------------------------------------------------------------------- the payer */

/* The order of a transaction as of now, inside a transaction of the store. */
static enum sandbox_found take_order(
	struct sandbox_store *store, const char *transaction, int64_t now, struct sandbox_order *order)
{
	enum sandbox_found found = sandbox_store_order_by_transaction(store, transaction, order);
	if (found != SANDBOX_FOUND) {
		return found;
	}
	char *id = sandbox_text_copy(order->id);
	struct sandbox_reference reference = {.merchant = order->merchant, .id = id};
	sandbox_order_free(order);
	found = sandbox_ledger_take(store, &reference, now, order);
	free(id);
	return found;
}

/* The ACS tells the gateway; what the browser carries there is only compared with it. */
static void answer(struct sandbox_order *order, bool authenticated)
{
	const char *status = authenticated ? "Y" : "N";
	struct sandbox_tds *tds = &order->tds;
	bool secure2 = sandbox_tds_is_2(tds);
	free(tds->message);
	tds->message = (secure2 ? write_cres : write_pares)(order, status);
	sandbox_text_set(secure2 ? &tds->rreq : &tds->pares, status);
	tds->step = SANDBOX_TDS_STEP_ANSWERED;
}

static enum sandbox_acs_outcome check_code(
	const struct sandbox_store *store, struct sandbox_order *order, const char *code)
{
	if (sandbox_text_equal(code, sandbox_card_acs_code(sandbox_store_key(store), order->pan_mac))) {
		answer(order, true);
		return SANDBOX_ACS_ANSWERED;
	}
	if (++order->tds.wrong_codes < SANDBOX_ACS_CODES) {
		return SANDBOX_ACS_WRONG;
	}
	answer(order, false);
	return SANDBOX_ACS_ANSWERED;
}

static enum sandbox_acs_outcome act_on(
	const struct sandbox_store *store, struct sandbox_order *order, enum sandbox_acs_act act, const char *code)
{
	if (order->state != SANDBOX_AUTHENTICATING) {
		return SANDBOX_ACS_OVER;
	}
	if (order->tds.step == SANDBOX_TDS_STEP_ANSWERED) {
		return SANDBOX_ACS_ANSWERED; /* gone back, or pressed twice: there is one answer */
	}
	if (order->tds.step != SANDBOX_TDS_STEP_CHALLENGE) {
		return SANDBOX_ACS_UNKNOWN;
	}
	if (act == SANDBOX_ACS_TYPES) {
		return check_code(store, order, code);
	}
	if (act == SANDBOX_ACS_CANCELS) {
		answer(order, false);
		return SANDBOX_ACS_ANSWERED;
	}
	return SANDBOX_ACS_ASKS;
}

static bool record(struct sandbox_store *store, struct sandbox_order *order, int64_t now)
{
	struct sandbox_operation nothing = {.type = SANDBOX_OPERATION_NONE, .at = now};
	return sandbox_ledger_record(store, order, &nothing);
}

enum sandbox_acs_outcome sandbox_acs_visit(struct sandbox_store *store, const char *transaction, const char *acs_id,
	enum sandbox_acs_act act, const char *code, int64_t now, struct sandbox_order *order)
{
	enum sandbox_acs_outcome outcome = SANDBOX_ACS_UNKNOWN;
	*order = (struct sandbox_order){0};
	if (!sandbox_store_begin(store)) {
		return SANDBOX_ACS_FAILED;
	}
	enum sandbox_found found = take_order(store, transaction, now, order);
	if (found == SANDBOX_STORE_FAILED) {
		outcome = SANDBOX_ACS_FAILED;
	} else if (found == SANDBOX_FOUND && sandbox_text_equal(acs_id, order->tds.acs_trans_id)) {
		outcome = act_on(store, order, act, code);
		outcome = record(store, order, now) ? outcome : SANDBOX_ACS_FAILED;
	}
	outcome = sandbox_store_end(store, outcome != SANDBOX_ACS_FAILED) ? outcome : SANDBOX_ACS_FAILED;
	if (found == SANDBOX_FOUND && (outcome == SANDBOX_ACS_UNKNOWN || outcome == SANDBOX_ACS_FAILED)) {
		sandbox_order_free(order);
	}
	return outcome;
}

bool sandbox_acs_note(struct sandbox_store *store, const char *transaction, enum sandbox_acs_note what, int64_t now)
{
	struct sandbox_order order;
	bool noted = false;
	if (!sandbox_store_begin(store)) {
		return false;
	}
	if (take_order(store, transaction, now, &order) == SANDBOX_FOUND) {
		*(what == SANDBOX_ACS_METHOD_DONE ? &order.tds.method_done : &order.tds.browser_seen) = 1;
		noted = record(store, &order, now);
		sandbox_order_free(&order);
	}
	return sandbox_store_end(store, noted) && noted;
}
