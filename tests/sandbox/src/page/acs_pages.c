/* The ACS of the bank that issued the card: asks the payer for a code, and sends the answer back. */
#include "page/acs_pages.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/card.h"
#include "page/amount.h"
#include "page/view.h"
#include "page/way_back.h"
#include "payment/acs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* One request to the ACS. */
struct visit {
	const struct sandbox_page_request *request;
	const char *transaction, *acs_id;
	const char *md, *term_url; /* of 3DS1, as the browser brought them */
	bool resent;               /* the payer asked for the code again */
	bool no_code;              /* the payer confirmed without one */
	struct sandbox_order order;
};

static struct json_object *new_values(const struct visit *visit, const char *title)
{
	const char *language = visit->order.language;
	bool known = language && sandbox_view_has_language(language);
	struct json_object *values = sandbox_view_values(known ? language : "en");
	sandbox_view_set(values, "pageTitle", sandbox_view_text(values, title));
	sandbox_view_set(values, "stateTitle", sandbox_view_text(values, title));
	return values;
}

/* http or https: an app's scheme or a script takes no form. */
static bool is_web(const char *url)
{
	return url && sandbox_view_url_safe(url) &&
		   (strncasecmp(url, "http://", 7) == 0 || strncasecmp(url, "https://", 8) == 0);
}

/* ------------------------------------------------------------------------------------------------- the pages */

static void show_problem(const struct visit *visit, unsigned status)
{
	struct json_object *values = new_values(visit, "acs.unknownTitle");
	sandbox_view_set(values, "stateText", sandbox_view_text(values, "acs.unknown"));
	sandbox_view_answer(visit->request->reply, status, "over.html", values, NULL);
}

static void set_card(struct json_object *values, const struct visit *visit)
{
	const struct sandbox_order *order = &visit->order;
	struct sandbox_store *store = visit->request->gateway->store;
	char amount[SANDBOX_AMOUNT_SIZE];
	sandbox_amount_write(order->amount, order->currency,
		json_object_get_string(json_object_object_get(json_object_object_get(values, "t"), "lang")), amount);
	sandbox_view_set(values, "amount", amount);
	sandbox_view_set(values, "maskedPan", order->masked_pan);
	sandbox_store_lock(store);
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(store, order->merchant);
	sandbox_view_set(values, "shop", merchant ? merchant->user_name : NULL);
	sandbox_store_unlock(store);
	sandbox_view_set(values, "rightCode", sandbox_card_acs_code(sandbox_store_key(store), order->pan_mac));
}

static void show_code_form(const struct visit *visit, bool wrong)
{
	char targets[SANDBOX_TARGETS_SIZE] = "", title[256];
	struct json_object *values = new_values(visit, "acs.title");
	set_card(values, visit);
	sandbox_view_set(values, "transaction", visit->transaction);
	sandbox_view_set(values, "acsTransID", visit->acs_id);
	sandbox_view_set(values, "md", visit->md);
	sandbox_view_set(values, "termUrl", visit->term_url);
	sandbox_view_set(values, "resent", visit->resent ? sandbox_view_text(values, "acs.resent") : NULL);
	json_object_object_add(values, "attempt", json_object_new_int64(visit->order.tds.wrong_codes + 1));
	json_object_object_add(values, "attempts", json_object_new_int64(SANDBOX_ACS_CODES));
	if (wrong || visit->no_code) {
		const char *error = sandbox_view_text(values, wrong ? "acs.wrong" : "acs.none");
		snprintf(title, sizeof title, "%s – %s", error, sandbox_view_text(values, "acs.title"));
		sandbox_view_set(values, "codeError", error);
		sandbox_view_set(values, "pageTitle", title);
	}
	sandbox_way_targets(&visit->order, targets);
	sandbox_view_add_target(targets, sizeof targets, visit->term_url ? visit->term_url : "");
	sandbox_view_answer(visit->request->reply, 200, "acs.html", values, targets);
}

/* The form that takes the answer back; after a cancel there is one as well. */
static void show_answer(const struct visit *visit)
{
	const struct sandbox_order *order = &visit->order;
	const char *base = visit->request->gateway->base_uri;
	bool secure2 = sandbox_tds_is_2(&order->tds);
	char targets[SANDBOX_TARGETS_SIZE] = "";
	char *action = secure2 ? sandbox_acs_term_url(base, order, NULL) : sandbox_text_copy(visit->term_url);
	struct json_object *values = new_values(visit, "acs.backTitle");
	if (secure2) {
		sandbox_view_add_field(values, "cres", order->tds.message);
	} else {
		sandbox_view_add_field(values, "MD", visit->md);
		sandbox_view_add_field(values, "PaRes", order->tds.message);
	}
	sandbox_view_set(values, "stateText", sandbox_view_text(values, "acs.back"));
	sandbox_view_set(values, "script", "tds.js");
	sandbox_view_set(values, "action", action);
	sandbox_way_targets(order, targets);
	sandbox_view_add_target(targets, sizeof targets, action ? action : "");
	sandbox_view_answer(visit->request->reply, 200, "tds_redirect.html", values, targets);
	free(action);
}

/* ------------------------------------------------------------------------------------------------- the payer */

static void act(struct visit *visit, enum sandbox_acs_act what, const char *code)
{
	enum sandbox_acs_outcome outcome = sandbox_acs_visit(visit->request->gateway->store, visit->transaction,
		visit->acs_id, what, code, sandbox_clock_now(), &visit->order);
	bool known = outcome != SANDBOX_ACS_UNKNOWN && outcome != SANDBOX_ACS_FAILED;
	bool back = known && (sandbox_tds_is_2(&visit->order.tds) || is_web(visit->term_url));
	if (known && !back) {
		show_problem(visit, 400);
	} else if (outcome == SANDBOX_ACS_ANSWERED) {
		show_answer(visit);
	} else if (outcome == SANDBOX_ACS_OVER) {
		/* Too late, or paid in another tab: the payment page says which. */
		sandbox_way_go(visit->request, sandbox_way_to_payment(visit->request->gateway, &visit->order));
	} else if (known) {
		show_code_form(visit, outcome == SANDBOX_ACS_WRONG);
	} else {
		visit->order = (struct sandbox_order){0};
		show_problem(visit, outcome == SANDBOX_ACS_UNKNOWN ? 404 : 500);
	}
	sandbox_order_free(&visit->order);
}

/* Opens the page by a message that names the transaction and the ACS's own id. */
static void open_page(struct visit *visit, const char *message, bool url)
{
	char *transaction = sandbox_acs_message_member(message, url, "threeDSServerTransID");
	char *acs_id = sandbox_acs_message_member(message, url, "acsTransID");
	visit->transaction = transaction ? transaction : "";
	visit->acs_id = acs_id ? acs_id : "";
	act(visit, SANDBOX_ACS_OPENS, NULL);
	free(transaction);
	free(acs_id);
}

void sandbox_page_acs_pareq(const struct sandbox_page_request *request)
{
	struct visit visit = {
		.request = request,
		.md = sandbox_form_value(request->body, "MD"),
		.term_url = sandbox_form_value(request->body, "TermUrl"),
	};
	open_page(&visit, sandbox_form_value(request->body, "PaReq"), false);
}

void sandbox_page_acs_creq(const struct sandbox_page_request *request)
{
	struct visit visit = {.request = request};
	open_page(&visit, sandbox_form_value(request->body, "creq"), true);
}

static bool is_blank(const char *text)
{
	return !text || !text[strspn(text, " ")];
}

void sandbox_page_acs_code(const struct sandbox_page_request *request)
{
	const char *pressed = sandbox_form_value(request->body, "act");
	const char *code = sandbox_form_value(request->body, "code");
	const char *transaction = sandbox_form_value(request->body, "threeDSServerTransID");
	const char *acs_id = sandbox_form_value(request->body, "acsTransID");
	struct visit visit = {
		.request = request,
		.transaction = transaction ? transaction : "",
		.acs_id = acs_id ? acs_id : "",
		.md = sandbox_form_value(request->body, "MD"),
		.term_url = sandbox_form_value(request->body, "TermUrl"),
		.resent = sandbox_text_equal(pressed, "resend"),
	};
	bool cancelled = sandbox_text_equal(pressed, "cancel");
	visit.no_code = !cancelled && !visit.resent && is_blank(code);
	enum sandbox_acs_act what = cancelled                       ? SANDBOX_ACS_CANCELS
								: visit.resent || visit.no_code ? SANDBOX_ACS_OPENS
																: SANDBOX_ACS_TYPES;
	act(&visit, what, code);
}

/* The issuer's look at the browser, in a frame: it has nothing to look for, and reports that it is done. */
void sandbox_page_acs_method(const struct sandbox_page_request *request)
{
	struct visit visit = {.request = request};
	const char *data = sandbox_form_value(request->body, "threeDSMethodData");
	char *url = sandbox_acs_message_member(data, true, "threeDSMethodNotificationURL");
	char *transaction = sandbox_acs_message_member(data, true, "threeDSServerTransID");
	char targets[SANDBOX_TARGETS_SIZE] = "";
	if (!transaction || !is_web(url)) {
		show_problem(&visit, 400);
		goto cleanup;
	}
	struct json_object *values = new_values(&visit, "tds.doneTitle");
	struct json_object *answer = json_object_new_object();
	json_object_object_add(answer, "threeDSServerTransID", json_object_new_string(transaction));
	char *packed = sandbox_acs_pack(answer);
	sandbox_view_add_field(values, "threeDSMethodData", packed);
	free(packed);
	sandbox_view_set(values, "script", "tds.js");
	sandbox_view_set(values, "action", url);
	sandbox_view_add_target(targets, sizeof targets, url);
	sandbox_view_answer(request->reply, 200, "tds_redirect.html", values, targets);
cleanup:
	free(url);
	free(transaction);
}
