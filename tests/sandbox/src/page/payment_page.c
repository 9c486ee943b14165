/* The hosted payment page. */
#include "page/payment_page.h"

#include "base/clock.h"
#include "base/secret.h"
#include "base/text.h"
#include "base/url.h"
#include "model/action.h"
#include "model/json_params.h"
#include "order/feature.h"
#include "page/amount.h"
#include "page/payer.h"
#include "page/view.h"
#include "page/way_back.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One request for the page of an order. */
struct visit {
	const struct sandbox_page_request *request;
	char language[3];
	struct sandbox_order order;
	struct sandbox_merchant merchant;
	struct sandbox_binding *bindings; /* that can pay */
	size_t binding_count;
	struct sandbox_typed_card card;
	const char *binding; /* chosen; NULL: the typed card */
	bool checked;        /* the form was sent, so its errors are shown */
	bool refused;        /* the gateway refused the attempt */
};

static void set_flag(struct json_object *values, const char *name, bool flag)
{
	json_object_object_add(values, name, json_object_new_boolean(flag));
}

static void set_number(struct json_object *values, const char *name, int64_t number)
{
	json_object_object_add(values, name, json_object_new_int64(number));
}

/* ------------------------------------------------------------------------------------------------ the values */

static void set_amount(struct json_object *values, const struct visit *visit)
{
	char text[SANDBOX_AMOUNT_SIZE];
	sandbox_amount_write(visit->order.amount, visit->order.currency, visit->language, text);
	sandbox_view_set(values, "amount", text);
}

static void set_order(struct json_object *values, const struct visit *visit)
{
	sandbox_view_set(values, "shop", visit->merchant.user_name);
	sandbox_view_set(values, "mdOrder", visit->order.id);
	sandbox_view_set(values, "orderNumber", visit->order.number);
	sandbox_view_set(values, "description", visit->order.description);
	set_amount(values, visit);
}

static const char *reason_of(struct json_object *values, int64_t action_code)
{
	char path[40];
	snprintf(path, sizeof path, "reasons.%" PRId64, action_code);
	const char *reason = sandbox_view_text(values, path);
	return reason[0] ? reason : sandbox_view_text(values, "reasons.other");
}

static void set_declined(struct json_object *values, const struct visit *visit)
{
	struct json_object *declined = json_object_new_object();
	bool by_issuer = visit->order.attempts > 0 && !visit->refused;
	sandbox_view_set(declined, "reason", reason_of(values, by_issuer ? visit->order.action_code : 0));
	set_number(declined, "attemptsLeft", visit->merchant.settings.attempts - visit->order.attempts);
	json_object_object_add(values, "declined", declined);
}

static void set_shop_link(struct json_object *values, const struct visit *visit)
{
	char *url = sandbox_json_params_text(visit->order.json_params, "backToShopUrl");
	char *name = sandbox_json_params_text(visit->order.json_params, "backToShopName");
	char text[512];
	if (url && sandbox_view_url_safe(url)) {
		snprintf(text, sizeof text, "%s %s", sandbox_view_text(values, "backTo"), name ? name : "");
		sandbox_view_set(values, "backToShopUrl", url);
		sandbox_view_set(values, "backToShopText", name ? text : sandbox_view_text(values, "backToShop"));
	}
	free(url);
	free(name);
}

static void set_time(struct json_object *values, const struct visit *visit)
{
	int64_t left = (visit->order.expires_at - sandbox_clock_now()) / 1000;
	char text[32];
	snprintf(text, sizeof text, "%" PRId64 ":%02d", left / 60, (int)(left % 60));
	set_number(values, "secondsLeft", left);
	sandbox_view_set(values, "timeLeft", text);
}

static void add_binding(struct json_object *list, const struct sandbox_binding *binding, bool chosen)
{
	struct json_object *entry = json_object_new_object();
	char text[64], until[SANDBOX_MONTH_SIZE];
	snprintf(text, sizeof text, "%s •••• %s", binding->payment_system,
		binding->masked_pan + (strlen(binding->masked_pan) > 4 ? strlen(binding->masked_pan) - 4 : 0));
	sandbox_view_month(binding->expiry, until);
	sandbox_view_set(entry, "id", binding->id);
	sandbox_view_set(entry, "card", text);
	sandbox_view_set(entry, "until", until);
	set_flag(entry, "chosen", chosen);
	json_object_array_add(list, entry);
}

static void set_bindings(struct json_object *values, const struct visit *visit)
{
	struct json_object *list = json_object_new_array();
	const char *chosen = visit->binding;
	bool sent = sandbox_form_find(visit->request->body, "attempt");
	/* At first the newest stored card is chosen. */
	if (!sent && visit->binding_count > 0) {
		chosen = visit->bindings[visit->binding_count - 1].id;
	}
	for (size_t i = visit->binding_count; i > 0; i--) {
		add_binding(list, &visit->bindings[i - 1], sandbox_text_equal(chosen, visit->bindings[i - 1].id));
	}
	set_flag(values, "hasBindings", visit->binding_count > 0);
	bool needed = visit->binding_count == 0 || !visit->merchant.settings.binding_without_cvc;
	set_flag(values, "cvcNeeded", needed);
	sandbox_view_set(values, "cvcHint", sandbox_view_text(values, needed ? "cvcHint" : "cvcHintStored"));
	set_flag(values, "newChosen", !chosen);
	json_object_object_add(values, "bindings", list);
}

/* The stored card of an order that only that card can pay. */
static void set_fixed_card(struct json_object *values, const struct visit *visit)
{
	for (size_t i = 0; i < visit->binding_count; i++) {
		if (sandbox_text_equal(visit->bindings[i].id, visit->order.fixed_binding)) {
			char text[64];
			snprintf(text, sizeof text, "%s %s", visit->bindings[i].payment_system, visit->bindings[i].masked_pan);
			sandbox_view_set(values, "fixedCard", text);
			return;
		}
	}
	sandbox_view_set(values, "fixedCard", visit->order.fixed_binding);
}

static void set_store_choice(struct json_object *values, const struct visit *visit)
{
	/* A card is verified in order to save it: there is nothing to choose. */
	bool may = visit->order.client_id && !visit->order.verify && visit->merchant.settings.bindings &&
			   !(visit->order.features & SANDBOX_FEATURE_BINDING_NOT_NEEDED);
	set_flag(values, "mayStore", may);
	set_flag(values, "saveCard", sandbox_form_value(visit->request->body, "saveCard") != NULL);
}

static void describe_card(struct json_object *entry, struct json_object *values, const struct visit *visit,
	const struct sandbox_test_card *card)
{
	char text[256], amount[SANDBOX_AMOUNT_SIZE], until[SANDBOX_MONTH_SIZE], number[32];
	if (card->action != SANDBOX_ACTION_APPROVED) {
		snprintf(
			text, sizeof text, "%s. %s", sandbox_view_text(values, "cardDeclines"), reason_of(values, card->action));
	} else if (card->most) {
		sandbox_amount_write(card->most, visit->order.currency, visit->language, amount);
		snprintf(text, sizeof text, "%s %s", sandbox_view_text(values, "cardPaysUpTo"), amount);
	} else {
		snprintf(text, sizeof text, "%s", sandbox_view_text(values, "cardPays"));
	}
	sandbox_view_month(card->expiry, until);
	size_t at = 0;
	for (size_t i = 0; card->pan[i]; i++) {
		at += (size_t)snprintf(number + at, sizeof number - at, "%s%c", i && i % 4 == 0 ? " " : "", card->pan[i]);
	}
	sandbox_view_set(entry, "pan", card->pan);
	sandbox_view_set(entry, "number", number);
	sandbox_view_set(entry, "until", until);
	sandbox_view_set(entry, "does", text);
	sandbox_view_set(entry, "acsCode", visit->merchant.settings.three_d_secure ? card->acs_code : NULL);
}

/* Whether no card before it has the same result and payment system. */
static bool is_first_of_kind(size_t index)
{
	struct sandbox_test_card card, before;
	sandbox_test_card_at(index, &card);
	for (size_t i = 0; i < index; i++) {
		sandbox_test_card_at(i, &before);
		bool same = before.action == card.action && !before.most == !card.most;
		if (same && (card.action || strcmp(sandbox_card_system(before.pan), sandbox_card_system(card.pan)) == 0)) {
			return false;
		}
	}
	return true;
}

static void set_test_cards(struct json_object *values, const struct visit *visit)
{
	struct json_object *first = json_object_new_array(), *others = json_object_new_array();
	struct json_object *more = json_object_new_object();
	struct sandbox_test_card card;
	for (size_t i = 0; sandbox_test_card_at(i, &card); i++) {
		struct json_object *entry = json_object_new_object();
		describe_card(entry, values, visit, &card);
		json_object_array_add(is_first_of_kind(i) ? first : others, entry);
	}
	json_object_object_add(values, "testCards", first);
	json_object_object_add(more, "testCards", others);
	json_object_object_add(values, "more", more);
}

/* The errors of the fields, and which of them gets the focus. Answers the text of the first one, or NULL. */
static const char *set_errors(struct json_object *values, const struct visit *visit)
{
	bool stored = visit->binding;
	bool cvc_needed = !stored || !visit->merchant.settings.binding_without_cvc ||
					  sandbox_form_value(visit->request->body, "cvc") || visit->order.fixed_binding;
	bool pan = !stored && !visit->card.pan_right;
	bool expiry = !stored && !visit->card.expiry;
	bool cvc = cvc_needed && !visit->card.cvc_right;
	set_flag(values, "panError", pan);
	set_flag(values, "expiryError", expiry);
	set_flag(values, "cvcError", cvc);
	set_flag(values, "expiryFocus", expiry && !pan);
	set_flag(values, "cvcFocus", cvc && !pan && !expiry);
	const char *first = pan ? "panError" : expiry ? "expiryError" : cvc ? "cvcError" : NULL;
	return first ? sandbox_view_text(values, first) : NULL;
}

static void set_title(struct json_object *values, const char *error)
{
	char text[512];
	const char *title = sandbox_view_text(values, "title");
	snprintf(text, sizeof text, "%s%s%s", error ? error : "", error ? " – " : "", title);
	sandbox_view_set(values, "pageTitle", text);
}

static void set_button(struct json_object *values, const struct visit *visit)
{
	char text[128];
	char amount[SANDBOX_AMOUNT_SIZE];
	sandbox_amount_write(visit->order.amount, visit->order.currency, visit->language, amount);
	snprintf(text, sizeof text, "%s %s", sandbox_view_text(values, "pay"), amount);
	sandbox_view_set(values, "buttonText", visit->order.verify ? sandbox_view_text(values, "verify") : text);
	const char *hint = visit->order.verify ? "verifyHint" : visit->order.two_phase ? "holdHint" : NULL;
	sandbox_view_set(values, "hint", hint ? sandbox_view_text(values, hint) : NULL);
}

/* What was typed; a test card fills in all of it. */
static void set_typed(struct json_object *values, const struct visit *visit)
{
	const struct sandbox_form *body = visit->request->body;
	const char *fill = sandbox_form_value(body, "fill");
	struct sandbox_test_card card;
	sandbox_view_set(values, "expiry", sandbox_form_value(body, "expiry"));
	sandbox_view_set(values, "cardholderName", sandbox_form_value(body, "cardholderName"));
	for (size_t i = 0; fill && sandbox_test_card_at(i, &card); i++) {
		if (strcmp(card.pan, fill) == 0) {
			char until[SANDBOX_MONTH_SIZE];
			sandbox_view_month(card.expiry, until);
			sandbox_view_set(values, "pan", card.pan);
			sandbox_view_set(values, "expiry", until);
			sandbox_view_set(values, "cvc", card.cvc);
		}
	}
}

/* ------------------------------------------------------------------------------------------------- the pages */

/* The payer came back without an answer to the bank, by the back button or in another tab. */
static void set_left(struct json_object *values, const struct visit *visit)
{
	char *url = sandbox_way_to_acs(visit->request->gateway, &visit->order);
	sandbox_view_set(values, "leftUrl", url);
	free(url);
}

static void show_form(struct visit *visit)
{
	struct json_object *values = sandbox_view_values(visit->language);
	char targets[SANDBOX_TARGETS_SIZE] = "";
	set_order(values, visit);
	sandbox_view_set(values, "script", "payment.js");
	set_number(values, "attempt", visit->order.attempts);
	sandbox_view_set(values, "left", sandbox_payer_left(&visit->order));
	set_typed(values, visit);
	set_shop_link(values, visit);
	set_time(values, visit);
	set_button(values, visit);
	sandbox_view_set(values, "headline",
		visit->order.verify ? sandbox_view_text(values, "verifyTitle") : sandbox_json_member_text(values, "amount"));
	sandbox_view_set(values, "cvcHint", sandbox_view_text(values, "cvcHint"));
	if (visit->order.fixed_binding) {
		set_fixed_card(values, visit);
	} else {
		set_bindings(values, visit);
		set_store_choice(values, visit);
		set_test_cards(values, visit);
	}
	const char *error = visit->checked ? set_errors(values, visit) : NULL;
	bool left = visit->order.state == SANDBOX_AUTHENTICATING;
	if (left) {
		set_left(values, visit);
	}
	if (!error && !left && (visit->order.attempts > 0 || visit->refused)) {
		set_declined(values, visit);
		error = sandbox_view_text(values, "declinedTitle");
	}
	set_title(values, error);
	sandbox_way_targets(&visit->order, targets);
	sandbox_view_answer(visit->request->reply, 200, "payment.html", values, targets);
}

/* What a finished order is, as the names of its texts. */
static const struct outcome {
	int64_t state;
	const char *title, *text;
	bool good;
} outcomes[] = {
	{SANDBOX_APPROVED, "heldTitle", "held", true},
	{SANDBOX_DEPOSITED, "paidTitle", "paid", true},
	{SANDBOX_PARTLY_DEPOSITED, "paidTitle", "paid", true},
	{SANDBOX_REVERSED, "reversedTitle", "reversed", false},
	{SANDBOX_REFUNDED, "refundedTitle", "refunded", false},
	{SANDBOX_DECLINED, "declinedOverTitle", "declinedOver", false},
};

static bool is_over_by_time(const struct sandbox_order *order)
{
	return order->action_code == SANDBOX_ACTION_TIME_IS_OVER || order->action_code == SANDBOX_ACTION_ACS_TIME_IS_OVER;
}

static const struct outcome *outcome_of(const struct sandbox_order *order)
{
	static const struct outcome verified = {0, "verifiedTitle", "verified", true};
	static const struct outcome too_late = {0, "timeoutTitle", "timeout", false};
	static const struct outcome other = {0, "failedTitle", "failed", false};
	if (order->verify && order->state == SANDBOX_REVERSED) {
		return &verified;
	}
	if (order->state == SANDBOX_DECLINED && is_over_by_time(order)) {
		return &too_late;
	}
	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
		if (outcomes[i].state == order->state) {
			return &outcomes[i];
		}
	}
	return &other;
}

static void set_outcome(struct json_object *values, const struct outcome *outcome)
{
	sandbox_view_set(values, "stateTitle", sandbox_view_text(values, outcome->title));
	sandbox_view_set(values, "pageTitle", sandbox_view_text(values, outcome->title));
	sandbox_view_set(values, "stateText", sandbox_view_text(values, outcome->text));
	set_flag(values, "good", outcome->good);
}

static void show_over(struct visit *visit)
{
	struct json_object *values = sandbox_view_values(visit->language);
	const struct outcome *outcome = outcome_of(&visit->order);
	char *back = sandbox_way_back(visit->request->gateway, &visit->order, visit->language);
	set_order(values, visit);
	set_outcome(values, outcome);
	if (visit->order.state == SANDBOX_DECLINED && visit->order.attempts > 0 && !is_over_by_time(&visit->order)) {
		sandbox_view_set(values, "reason", reason_of(values, visit->order.action_code));
	}
	sandbox_view_set(values, "backUrl", back);
	free(back);
	sandbox_view_answer(visit->request->reply, 200, "over.html", values, NULL);
}

static void show_problem(const struct visit *visit, enum sandbox_found found)
{
	static const struct outcome unknown = {0, "unknownTitle", "unknown", false};
	static const struct outcome failed = {0, "failedTitle", "failed", false};
	struct json_object *values = sandbox_view_values(visit->language);
	set_outcome(values, found == SANDBOX_NOT_FOUND ? &unknown : &failed);
	sandbox_view_answer(visit->request->reply, found == SANDBOX_NOT_FOUND ? 404 : 500, "over.html", values, NULL);
}

/* --------------------------------------------------------------------------------------------------- paying */

/* Sends the payer back to the shop; shows what is where that is not possible. */
static void leave(struct visit *visit)
{
	char *url = sandbox_way_back(visit->request->gateway, &visit->order, visit->language);
	if (!url) {
		show_over(visit);
		return;
	}
	sandbox_way_go(visit->request, url);
}

static bool read_again(struct visit *visit)
{
	char *id = sandbox_text_copy(visit->order.id);
	sandbox_order_free(&visit->order);
	enum sandbox_found found = sandbox_payer_order(visit->request->gateway, id, &visit->order, &visit->merchant);
	free(id);
	if (found != SANDBOX_FOUND) {
		show_problem(visit, found);
	}
	return found == SANDBOX_FOUND;
}

/* The stored card that the form names, if it is one of those that can pay; NULL: the typed card. */
static const char *chosen_binding(const struct visit *visit)
{
	const char *chosen = sandbox_form_value(visit->request->body, "binding");
	if (visit->order.fixed_binding) {
		return visit->order.fixed_binding;
	}
	for (size_t i = 0; chosen && i < visit->binding_count; i++) {
		if (strcmp(visit->bindings[i].id, chosen) == 0) {
			return visit->bindings[i].id;
		}
	}
	return NULL;
}

static bool may_be_sent(const struct visit *visit)
{
	struct json_object *values = sandbox_view_values(visit->language);
	bool right = !set_errors(values, visit);
	json_object_put(values);
	return right;
}

static void pay(struct visit *visit)
{
	const struct sandbox_form *body = visit->request->body;
	const char *attempt = sandbox_form_value(body, "attempt"), *left = sandbox_form_value(body, "left");
	struct sandbox_decision decision = {
		.order_id = visit->order.id,
		.language = visit->language,
		.binding = visit->binding,
		.card = &visit->card,
		.cardholder = sandbox_form_value(body, "cardholderName"),
		.store = sandbox_form_value(body, "saveCard") || visit->order.verify ||
				 (visit->order.features & SANDBOX_FEATURE_FORCE_CREATE_BINDING),
		.attempts = attempt ? sandbox_text_integer(attempt) : -1,
		.left = left ? left : "",
	};
	visit->refused = !sandbox_payer_pay(visit->request->gateway, &visit->merchant, &decision);
	visit->checked = false;
	if (!read_again(visit)) {
		return;
	}
	if (visit->order.state == SANDBOX_AUTHENTICATING && !visit->refused) {
		sandbox_way_go(visit->request, sandbox_way_to_acs(visit->request->gateway, &visit->order));
	} else if (sandbox_rules_payable(&visit->order)) {
		show_form(visit);
	} else {
		leave(visit);
	}
}

static void visit_form(struct visit *visit)
{
	const struct sandbox_page_request *request = visit->request;
	if (!sandbox_payer_bindings(
			request->gateway, &visit->order, &visit->merchant, &visit->bindings, &visit->binding_count)) {
		show_problem(visit, SANDBOX_STORE_FAILED);
		return;
	}
	sandbox_typed_card_read(request->body, &visit->card);
	bool filled = sandbox_form_value(request->body, "fill");
	visit->binding = filled ? NULL : chosen_binding(visit);
	visit->checked = request->post && !filled;
	if (visit->checked && may_be_sent(visit)) {
		pay(visit);
	} else {
		show_form(visit);
	}
}

void sandbox_page_payment(const struct sandbox_page_request *request)
{
	struct visit visit = {.request = request};
	const char *id = sandbox_form_value(request->query, "mdOrder");
	sandbox_view_read_language(request->path, "/payment_", visit.language);
	enum sandbox_found found = sandbox_payer_order(request->gateway, id ? id : "", &visit.order, &visit.merchant);
	if (found != SANDBOX_FOUND) {
		show_problem(&visit, found);
		return;
	}
	if (sandbox_rules_payable(&visit.order)) {
		visit_form(&visit);
	} else if (request->post) {
		leave(&visit);
	} else {
		show_over(&visit);
	}
	sandbox_wipe(&visit.card, sizeof visit.card);
	free(visit.bindings);
	sandbox_order_free(&visit.order);
}
