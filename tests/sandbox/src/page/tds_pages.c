/* The gateway's own addresses of 3-D Secure, which a browser visits. */
#include "page/tds_pages.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/url.h"
#include "page/payer.h"
#include "page/view.h"
#include "page/way_back.h"
#include "payment/acs.h"

#include <stdlib.h>
#include <string.h>

/* One request about an order. */
struct visit {
	const struct sandbox_page_request *request;
	struct sandbox_order order;
	struct sandbox_merchant merchant;
};

/* Sets a text and frees it. */
static void take_text(struct json_object *values, const char *name, char *text)
{
	sandbox_view_set(values, name, text);
	free(text);
}

/* The same for a field of the form. */
static void take_field(struct json_object *values, const char *name, char *text)
{
	sandbox_view_add_field(values, name, text);
	free(text);
}

static const char *language_of(const struct visit *visit)
{
	const char *language = visit->order.language;
	return language && sandbox_view_has_language(language) ? language : "en";
}

static struct json_object *new_values(const struct visit *visit, const char *title, const char *text)
{
	struct json_object *values = sandbox_view_values(language_of(visit));
	sandbox_view_set(values, "stateTitle", sandbox_view_text(values, title));
	sandbox_view_set(values, "pageTitle", sandbox_view_text(values, title));
	sandbox_view_set(values, "stateText", sandbox_view_text(values, text));
	return values;
}

static void show_unknown(const struct visit *visit)
{
	sandbox_view_answer(visit->request->reply, 404, "over.html", new_values(visit, "unknownTitle", "unknown"), NULL);
}

/* False after answering that there is no such order. The caller frees the order. */
static bool find_order(struct visit *visit, const char *id)
{
	if (id && sandbox_payer_order(visit->request->gateway, id, &visit->order, &visit->merchant) == SANDBOX_FOUND) {
		return true;
	}
	visit->order = (struct sandbox_order){0};
	show_unknown(visit);
	return false;
}

static bool find_transaction(struct visit *visit, const char *transaction)
{
	struct sandbox_store *store = visit->request->gateway->store;
	struct sandbox_order order = {0};
	sandbox_store_lock(store);
	bool found = transaction && sandbox_store_order_by_transaction(store, transaction, &order) == SANDBOX_FOUND;
	sandbox_store_unlock(store);
	char *id = found ? sandbox_text_copy(order.id) : NULL;
	if (found) {
		sandbox_order_free(&order);
	}
	found = find_order(visit, id);
	free(id);
	return found;
}

/* The order after an act of the payer. */
static bool find_again(struct visit *visit)
{
	char *id = sandbox_text_copy(visit->order.id);
	sandbox_order_free(&visit->order);
	bool found = find_order(visit, id);
	free(id);
	return found;
}

/* ------------------------------------------------------------------------------------------------- to the ACS */

/* The step before the challenge: hidden frames collect data, then the form goes on. */
static void show_method(const struct visit *visit)
{
	const struct sandbox_tds *tds = &visit->order.tds;
	const char *base = visit->request->gateway->base_uri;
	char targets[SANDBOX_TARGETS_SIZE] = "";
	struct json_object *values = new_values(visit, "tds.methodTitle", "tds.method");
	sandbox_view_set(values, "script", "tds.js");
	take_text(values, "gatherUrl",
		sandbox_acs_root_url(base, SANDBOX_TDS_GATHER, "threeDSServerTransID", tds->server_trans_id));
	if (sandbox_tds_has_method((enum sandbox_tds_kind)tds->kind)) {
		char *notification =
			sandbox_acs_root_url(base, SANDBOX_TDS_NOTIFICATION, "threeDSServerTransID", tds->server_trans_id);
		take_text(values, "methodUrl", sandbox_acs_url(base, SANDBOX_ACS_METHOD));
		take_text(values, "methodData", sandbox_acs_method_data(&visit->order, notification));
		free(notification);
	}
	sandbox_way_targets(&visit->order, targets);
	sandbox_view_answer(visit->request->reply, 200, "tds_method.html", values, targets);
}

/* The form that takes the payer to the ACS: as shops send it. */
static void show_redirect(const struct visit *visit)
{
	const struct sandbox_order *order = &visit->order;
	const char *base = visit->request->gateway->base_uri;
	bool secure2 = sandbox_tds_is_2(&order->tds);
	/* A shop that only sends payers to the payment page has nothing to finish. */
	const char *shop = order->tds.hosted ? NULL : visit->merchant.settings.term_url;
	char targets[SANDBOX_TARGETS_SIZE] = "";
	struct json_object *values = new_values(visit, "tds.redirectTitle", "tds.redirect");
	if (secure2) {
		take_field(values, "creq", sandbox_acs_creq(order));
	} else {
		sandbox_view_add_field(values, "MD", order->id);
		take_field(values, "PaReq", sandbox_acs_pareq(order));
		take_field(values, "TermUrl", sandbox_acs_term_url(base, order, shop));
	}
	sandbox_view_set(values, "script", "tds.js");
	sandbox_view_set(values, "target", "_top"); /* banks may refuse to be framed */
	take_text(values, "action", sandbox_acs_url(base, secure2 ? SANDBOX_ACS_CREQ : SANDBOX_ACS_PAREQ));
	sandbox_way_targets(order, targets);
	sandbox_view_answer(visit->request->reply, 200, "tds_redirect.html", values, targets);
}

static void lead_on(struct visit *visit)
{
	const struct sandbox_page_request *request = visit->request;
	bool waits = visit->order.state == SANDBOX_AUTHENTICATING;
	bool method = waits && visit->order.tds.step == SANDBOX_TDS_STEP_METHOD;
	if (method && request->post) {
		sandbox_payer_continue(request->gateway, &visit->merchant, &visit->order);
		if (!find_again(visit)) {
			return;
		}
		waits = visit->order.state == SANDBOX_AUTHENTICATING;
		method = false;
	}
	if (!waits) {
		sandbox_way_on(request, &visit->order);
	} else if (request->post) {
		sandbox_way_go(request, sandbox_way_to_acs(request->gateway, &visit->order));
	} else {
		(method ? show_method : show_redirect)(visit);
	}
}

void sandbox_page_acs_redirect(const struct sandbox_page_request *request)
{
	struct visit visit = {.request = request};
	const char *id = sandbox_form_value(request->query, "orderId");
	if (find_order(&visit, id ? id : sandbox_form_value(request->query, "mdOrder"))) {
		lead_on(&visit);
	}
	sandbox_order_free(&visit.order);
}

/* ----------------------------------------------------------------------------------------------- from the ACS */

static void finish(struct visit *visit, const char *pares, const char *cres)
{
	sandbox_payer_finish(visit->request->gateway, &visit->merchant, &visit->order, pares, cres);
	if (find_again(visit)) {
		sandbox_way_on(visit->request, &visit->order);
	}
}

static const char *sent(const struct sandbox_page_request *request, const char *name)
{
	const char *value = sandbox_form_value(request->body, name);
	return value ? value : sandbox_form_value(request->query, name);
}

void sandbox_page_finish(const struct sandbox_page_request *request)
{
	struct visit visit = {.request = request};
	const char *pares = sent(request, "PaRes"), *cres = sent(request, "cres");
	char *transaction = sandbox_acs_message_member(cres, true, "threeDSServerTransID");
	if (transaction ? find_transaction(&visit, transaction) : find_order(&visit, sent(request, "MD"))) {
		finish(&visit, pares, transaction ? cres : NULL);
	}
	free(transaction);
	sandbox_order_free(&visit.order);
}

/* Where the shop finishes by itself it is told so by the payer's arrival. */
static void come_from_challenge(struct visit *visit, const char *cres)
{
	const struct sandbox_order *order = &visit->order;
	const char *url = order->tds.finish_url;
	bool waits = order->state == SANDBOX_AUTHENTICATING;
	if (waits && url && sandbox_view_url_safe(url)) {
		sandbox_way_go(
			visit->request, sandbox_url_return(visit->request->gateway->base_uri, url, order->id, language_of(visit)));
	} else {
		finish(visit, NULL, cres);
	}
}

/* What a frame shows when it has done its work: it tells the page around it. */
static void show_done(const struct visit *visit)
{
	struct json_object *values = new_values(visit, "tds.doneTitle", "tds.done");
	sandbox_view_set(values, "script", "tds.js");
	sandbox_view_answer(visit->request->reply, 200, "tds_done.html", values, NULL);
}

void sandbox_page_notification(const struct sandbox_page_request *request)
{
	struct visit visit = {.request = request};
	const char *id = sandbox_form_value(request->query, "threeDSServerTransID");
	const char *cres = sent(request, "cres");
	if (find_transaction(&visit, id)) {
		if (cres) {
			come_from_challenge(&visit, cres);
		} else {
			sandbox_acs_note(request->gateway->store, id, SANDBOX_ACS_METHOD_DONE, sandbox_clock_now());
			show_done(&visit);
		}
	}
	sandbox_order_free(&visit.order);
}

void sandbox_page_gather(const struct sandbox_page_request *request)
{
	struct visit visit = {.request = request};
	const char *id = sent(request, "threeDSServerTransID");
	if (!find_transaction(&visit, id)) {
		return;
	}
	if (sandbox_form_value(request->body, "clientInfo")) {
		sandbox_acs_note(request->gateway->store, id, SANDBOX_ACS_BROWSER_SEEN, sandbox_clock_now());
		show_done(&visit);
	} else {
		struct json_object *values = new_values(&visit, "tds.methodTitle", "tds.method");
		sandbox_view_set(values, "script", "tds.js");
		sandbox_view_set(values, "transaction", id);
		sandbox_view_answer(request->reply, 200, "tds_gather.html", values, NULL);
	}
	sandbox_order_free(&visit.order);
}
