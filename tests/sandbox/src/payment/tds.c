/* Payments with 3-D Secure: begun by the payment, continued and finished by later calls. */
#include "payment/tds.h"

#include "base/base64.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/action.h"
#include "model/card.h"
#include "model/tds_order.h"
#include "order/feature.h"
#include "payment/own_mpi.h"
#include "payment/pay.h"
#include "payment/pay_end.h"

#include <string.h>

#define VERSION_1 "1.0.2"
#define VERSION_2 "2.2.0"
#define XID_BYTES 20

static const struct sandbox_refusal wrong_transaction = {5, 5, "[threeDSServerTransId] wrong value"};
static const struct sandbox_refusal wrong_card = {5, 5, "[threeDSServerTransId] is of another card"};
static const struct sandbox_refusal wrong_answer = {5, 5, "The answer of the ACS is wrong"};

/* ------------------------------------------------------------------------------------------- what is demanded */

#define FORCED (SANDBOX_FEATURE_FORCE_TDS | SANDBOX_FEATURE_FORCE_FULL_TDS)

static bool is_unauthenticated_allowed(const struct sandbox_order *order)
{
	return !(order->features & FORCED);
}

/* The action code of a payment whose authentication came to that. */
static int64_t demand(const struct sandbox_order *order, enum sandbox_tds_result result, int64_t action_code)
{
	if (order->features & SANDBOX_FEATURE_FORCE_FULL_TDS && result != SANDBOX_TDS_AUTHENTICATED) {
		return SANDBOX_ACTION_TDS_NOT_FULL;
	}
	bool restricted = result == SANDBOX_TDS_SSL && !is_unauthenticated_allowed(order);
	return restricted ? SANDBOX_ACTION_SSL_RESTRICTED : action_code;
}

/* Whether the issuer is not asked although the card has 3-D Secure. FORCE_TDS outweighs what allows that. */
static bool is_without_tds(
	const struct sandbox_call *call, const struct sandbox_tds_request *request, const struct sandbox_order *order)
{
	if (!is_unauthenticated_allowed(order)) {
		return false;
	}
	return order->features & (SANDBOX_FEATURE_FORCE_SSL | SANDBOX_FEATURE_AUTO_PAYMENT) ||
		   sandbox_store_ssl_card_listed(call->store, order->merchant, request->pan_mac);
}

/* ------------------------------------------------------------------------------------------------ the results */

/* What the issuer answers without asking the payer. */
static const struct answer {
	enum sandbox_tds_kind kind;
	const char *version, *veres, *pares, *ares;
	enum sandbox_tds_result result;
	enum sandbox_tds_type type;
	int64_t action_code; /* 0: that of the payment */
} answers[] = {
	{SANDBOX_TDS_FRICTIONLESS, VERSION_2, NULL, NULL, "Y", SANDBOX_TDS_AUTHENTICATED, SANDBOX_TDS_TYPE_2_FRICTIONLESS,
		0},
	{SANDBOX_TDS_ATTEMPT, VERSION_2, NULL, NULL, "A", SANDBOX_TDS_ATTEMPTED, SANDBOX_TDS_TYPE_2_ATTEMPT, 0},
	{SANDBOX_TDS_FAILURE, VERSION_2, NULL, NULL, "N", SANDBOX_TDS_SSL, SANDBOX_TDS_TYPE_SSL, SANDBOX_ACTION_3DS_FAILED},
	{SANDBOX_TDS1_FAILURE, VERSION_1, "Y", "N", NULL, SANDBOX_TDS_SSL, SANDBOX_TDS_TYPE_SSL, SANDBOX_ACTION_3DS_FAILED},
	{SANDBOX_TDS1_UNREACHABLE, VERSION_1, "U", NULL, NULL, SANDBOX_TDS_SSL, SANDBOX_TDS_TYPE_SSL,
		SANDBOX_ACTION_3DS_COMMUNICATION},
};

/* NULL for a card whose payer is asked. */
static const struct answer *find_answer(int64_t kind)
{
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		if ((int64_t)answers[i].kind == kind) {
			return &answers[i];
		}
	}
	return NULL;
}

/* Writes such an answer into the order. Answers the action code of the payment. */
static int64_t settle_at_once(struct sandbox_order *order, const struct answer *answer, int64_t action_code)
{
	struct sandbox_tds *tds = &order->tds;
	sandbox_text_set(&tds->version, answer->version);
	sandbox_text_set(&tds->veres, answer->veres);
	sandbox_text_set(&tds->pares, answer->pares);
	sandbox_text_set(&tds->ares, answer->ares);
	sandbox_tds_settle(order, answer->result, answer->type);
	return answer->action_code ? answer->action_code : demand(order, answer->result, action_code);
}

/* The same after the payer was asked. */
static int64_t settle_challenge(struct sandbox_order *order)
{
	struct sandbox_tds *tds = &order->tds;
	bool secure2 = sandbox_tds_is_2(tds);
	if (!sandbox_text_equal(secure2 ? tds->rreq : tds->pares, "Y")) {
		sandbox_tds_settle(order, SANDBOX_TDS_SSL, SANDBOX_TDS_TYPE_SSL);
		return secure2 ? SANDBOX_ACTION_CHALLENGE_FAILED : SANDBOX_ACTION_3DS_FAILED;
	}
	sandbox_tds_settle(order, SANDBOX_TDS_AUTHENTICATED, secure2 ? SANDBOX_TDS_TYPE_2_FULL : SANDBOX_TDS_TYPE_1_FULL);
	return tds->action;
}

/* -------------------------------------------------------------------------------------------------- beginning */

static void set_uuid(char **slot)
{
	char uuid[SANDBOX_UUID_SIZE];
	sandbox_random_uuid(uuid);
	sandbox_text_set(slot, uuid);
}

/* Forgets an earlier attempt. One that was left at the ACS counts, unless it was the last: that can be begun again. */
static void leave_earlier_attempt(struct sandbox_order *order, const struct sandbox_settings *settings)
{
	if (order->state == SANDBOX_AUTHENTICATING) {
		order->state = SANDBOX_CREATED;
		order->attempts += order->attempts + 1 < settings->attempts;
	}
	sandbox_tds_clear(&order->tds);
}

static void set_ids(struct sandbox_tds *tds, bool secure2)
{
	unsigned char bytes[XID_BYTES];
	set_uuid(&tds->server_trans_id);
	set_uuid(&tds->acs_trans_id);
	if (secure2) {
		set_uuid(&tds->xid);
		return;
	}
	sandbox_random(bytes, sizeof bytes);
	tds->xid = sandbox_base64_encode(bytes, sizeof bytes, false);
}

/* Where the shop wants to be told, and where payers come back. */
static void keep_addresses(const struct sandbox_call *call, struct sandbox_tds *tds)
{
	const struct {
		const char *name;
		char **slot;
	} addresses[] = {
		{"threeDSVer2FinishUrl", &tds->finish_url},
		{"termUrl", &tds->term_url},
		{"threeDSMethodNotificationUrl", &tds->method_url},
	};
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		const char *url = sandbox_call_text(call, addresses[i].name);
		if (url) {
			sandbox_text_set(addresses[i].slot, url);
		}
	}
}

static void wait_for_payer(struct sandbox_order *order, struct sandbox_operation *operation)
{
	order->state = SANDBOX_AUTHENTICATING;
	order->action_code = SANDBOX_ACTION_STARTED;
	operation->type = SANDBOX_OPERATION_NONE;
	operation->action_code = SANDBOX_ACTION_STARTED;
}

static void start(const struct sandbox_call *call, enum sandbox_tds_kind kind, struct sandbox_order *order,
	struct sandbox_operation *operation, int64_t action_code)
{
	struct sandbox_tds *tds = &order->tds;
	bool secure2 = kind != SANDBOX_TDS1_CHALLENGE;
	tds->kind = kind;
	tds->action = action_code;
	tds->step = secure2 ? SANDBOX_TDS_STEP_METHOD : SANDBOX_TDS_STEP_CHALLENGE;
	sandbox_text_set(&tds->version, secure2 ? VERSION_2 : VERSION_1);
	sandbox_text_set(&tds->veres, secure2 ? NULL : "Y");
	set_ids(tds, secure2);
	keep_addresses(call, tds);
	tds->hosted = sandbox_call_text(call, SANDBOX_TDS_HOSTED) != NULL;
	wait_for_payer(order, operation);
}

/* A charge by the shop is authenticated without the payer, if the payment that stored the card was by 3DS2. */
static int64_t authenticate_3ri(struct sandbox_order *order, enum sandbox_tds_kind kind, int64_t action_code)
{
	bool attempt = kind == SANDBOX_TDS_ATTEMPT;
	sandbox_text_set(&order->tds.version, VERSION_2);
	sandbox_text_set(&order->tds.ares, attempt ? "A" : "Y");
	set_uuid(&order->tds.xid);
	enum sandbox_tds_result result = attempt ? SANDBOX_TDS_ATTEMPTED : SANDBOX_TDS_AUTHENTICATED;
	sandbox_tds_settle(order, result, attempt ? SANDBOX_TDS_TYPE_3RI_ATTEMPT : SANDBOX_TDS_TYPE_3RI);
	return demand(order, result, action_code);
}

static const struct sandbox_refusal *begin_own_mpi(
	const struct sandbox_call *call, struct sandbox_order *order, int64_t *action_code)
{
	enum sandbox_tds_result result;
	const struct sandbox_refusal *refusal = sandbox_own_mpi_apply(call, order, &result);
	if (!refusal && call->merchant->settings.three_d_secure) {
		*action_code = demand(order, result, *action_code);
	}
	return refusal;
}

/* The payer is there: what the table of cards says. */
static void begin_with_payer(const struct sandbox_call *call, const struct sandbox_tds_request *request,
	struct sandbox_order *order, struct sandbox_operation *operation, int64_t *action_code)
{
	enum sandbox_tds_kind kind = sandbox_card_tds(sandbox_store_key(call->store), request->pan_mac);
	if (kind == SANDBOX_TDS_NONE || is_without_tds(call, request, order)) {
		*action_code = demand(order, SANDBOX_TDS_SSL, *action_code);
		return;
	}
	const struct answer *answer = find_answer(kind);
	/* Sberbank has no second call for a card whose issuer collects nothing. */
	bool second_call = call->method->dialect == SANDBOX_CLASSIC || sandbox_tds_has_method(kind);
	if (answer && (strcmp(answer->version, VERSION_1) == 0 || !second_call)) {
		*action_code = settle_at_once(order, answer, *action_code);
		return;
	}
	start(call, kind, order, operation, *action_code);
}

const struct sandbox_refusal *sandbox_tds_begin(const struct sandbox_call *call, const struct sandbox_attempt *attempt,
	const struct sandbox_tds_request *request, struct sandbox_order *order, struct sandbox_operation *operation,
	int64_t *action_code)
{
	bool typed = sandbox_attempt_authenticable(attempt);
	bool asked = typed && sandbox_3ri_asked(call);
	leave_earlier_attempt(order, &call->merchant->settings);
	const struct sandbox_refusal *refusal = asked ? sandbox_3ri_refuse(call, attempt, request->initiated) : NULL;
	if (refusal) {
		return refusal;
	}
	if (typed && sandbox_own_mpi_given(call)) {
		return begin_own_mpi(call, order, action_code);
	}
	if (!call->merchant->settings.three_d_secure || !typed) {
		return NULL;
	}
	enum sandbox_tds_kind kind = sandbox_card_tds(sandbox_store_key(call->store), request->pan_mac);
	if (sandbox_3ri_of_sberbank(call)) {
		*action_code = authenticate_3ri(order, kind, *action_code);
		return NULL;
	}
	if (!sandbox_attempt_unattended(attempt)) {
		begin_with_payer(call, request, order, operation, action_code);
		return NULL;
	}
	bool may = asked || (request->initiated && !sandbox_text_equal(attempt->tii, "U"));
	*action_code = may ? authenticate_3ri(order, kind, *action_code) : demand(order, SANDBOX_TDS_SSL, *action_code);
	return NULL;
}

int64_t sandbox_tds_charge(const struct sandbox_settings *settings, const unsigned char *key,
	const struct sandbox_tds_request *request, struct sandbox_order *order, int64_t action_code)
{
	if (!settings->three_d_secure) {
		return action_code;
	}
	return request->initiated ? authenticate_3ri(order, sandbox_card_tds(key, request->pan_mac), action_code)
							  : demand(order, SANDBOX_TDS_SSL, action_code);
}

/* ------------------------------------------------------------------------------------------------- continuing */

/* The card of a repeated payment must be that of the first call. */
static bool is_same_card(
	const struct sandbox_call *call, const struct sandbox_attempt *attempt, const struct sandbox_order *order)
{
	char mac[SANDBOX_MAC_SIZE];
	if (attempt->binding_id) {
		return sandbox_text_equal(attempt->binding_id, order->tds.binding);
	}
	if (!attempt->card.pan) {
		return true;
	}
	sandbox_mac(sandbox_store_key(call->store), attempt->card.pan, mac);
	return !order->tds.binding && order->pan_mac && sandbox_mac_equal(mac, order->pan_mac);
}

const struct sandbox_refusal *sandbox_tds_continue(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_attempt *attempt = subject;
	struct sandbox_tds *tds = &order->tds;
	bool right = !attempt->transaction || sandbox_text_equal(attempt->transaction, tds->server_trans_id);
	if (order->state != SANDBOX_AUTHENTICATING) {
		return attempt->transaction && !right ? &wrong_transaction : &sandbox_refusal_state;
	}
	if (!right || !sandbox_tds_is_2(tds)) {
		return &wrong_transaction;
	}
	if (!is_same_card(call, attempt, order)) {
		return &wrong_card;
	}
	keep_addresses(call, tds);
	const struct answer *answer = find_answer(tds->kind);
	if (answer) {
		return sandbox_pay_end(call, order, operation, settle_at_once(order, answer, tds->action));
	}
	/* Asked again, it is the same challenge. */
	if (tds->step == SANDBOX_TDS_STEP_METHOD) {
		tds->step = SANDBOX_TDS_STEP_CHALLENGE;
		sandbox_text_set(&tds->ares, "C");
	}
	wait_for_payer(order, operation);
	return NULL;
}

/* ------------------------------------------------------------------------------------------------- finishing */

const struct sandbox_refusal *sandbox_tds_finish(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_tds_answer *answer = subject;
	const struct sandbox_tds *tds = &order->tds;
	if (answer->transaction && !sandbox_text_equal(answer->transaction, tds->server_trans_id)) {
		return &wrong_transaction;
	}
	if (order->state != SANDBOX_AUTHENTICATING) {
		return &sandbox_refusal_state;
	}
	/* Only what the ACS itself has told this gateway counts; what the browser brings must be the same. */
	if (tds->step != SANDBOX_TDS_STEP_ANSWERED || answer->secure2 != sandbox_tds_is_2(tds) ||
		(answer->message && !sandbox_text_equal(answer->message, tds->message))) {
		return &wrong_answer;
	}
	return sandbox_pay_end(call, order, operation, settle_challenge(order));
}
