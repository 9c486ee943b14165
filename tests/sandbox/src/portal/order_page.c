/* The page of an order, and what is done there. */
#include "base/text.h"
#include "gateway/method_table.h"
#include "model/cart.h"
#include "order/completion.h"
#include "order/offer.h"
#include "page/amount.h"
#include "portal/handlers.h"
#include "portal/order_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ORDERS SANDBOX_PORTAL_PATH "/orders/"

/* The order of the path, if it is one of this merchant's. The caller frees a found one. */
static enum sandbox_found find_order(const struct sandbox_portal_visit *visit, struct sandbox_order *order)
{
	char id[64];
	sandbox_portal_part(visit, ORDERS, id, sizeof id);
	const struct sandbox_reference reference = {.merchant = visit->merchant.id, .id = id};
	return sandbox_ledger_read(visit->store, &reference, visit->now, order);
}

static struct json_object *order_values(const struct sandbox_portal_visit *visit, const struct sandbox_order *order)
{
	struct json_object *values = sandbox_portal_values(visit, "orders", "portal.order.title");
	char text[512];
	snprintf(text, sizeof text, "%s %s", sandbox_view_text(values, "order"), order->number);
	sandbox_view_set(values, "heading", text);
	snprintf(text, sizeof text, "%s %s – %s", sandbox_view_text(values, "order"), order->number,
		sandbox_view_text(values, "portal.order.title"));
	sandbox_view_set(values, "pageTitle", text);
	return values;
}

/* Answers the page of the order. field is where an error stands, with its text; NULL: there is none. */
static void show_order(
	const struct sandbox_portal_visit *visit, const struct sandbox_order *order, const char *field, const char *error)
{
	struct json_object *values = order_values(visit, order);
	if (!sandbox_order_view(visit, values, order)) {
		json_object_put(values);
		sandbox_portal_problem(visit, 500);
		return;
	}
	if (field) {
		sandbox_view_set(values, field, error);
		sandbox_view_set(values, "typedAmount", sandbox_portal_field(visit, "amount"));
		sandbox_portal_title_error(values, error);
	}
	sandbox_portal_answer(visit, 200, "portal_order.html", values);
}

void sandbox_portal_order(const struct sandbox_portal_visit *visit)
{
	struct sandbox_order order;
	enum sandbox_found found = find_order(visit, &order);
	if (found != SANDBOX_FOUND) {
		sandbox_portal_problem(visit, found == SANDBOX_NOT_FOUND ? 404 : 500);
		return;
	}
	show_order(visit, &order, NULL, NULL);
	sandbox_order_free(&order);
}

/* ----------------------------------------------------------------------------------------------- what is wanted */

/* How an act says how much. */
enum measure { BY_OFFER, BY_AMOUNT, BY_LINES };

static bool offers_deposit(const struct sandbox_offer *offer, enum sandbox_operation_type type, int64_t amount)
{
	return type == SANDBOX_OPERATION_DEPOSITED && offer->deposit && amount == offer->deposit;
}

static bool offers_deposit_part(const struct sandbox_offer *offer, enum sandbox_operation_type type, int64_t amount)
{
	return type == SANDBOX_OPERATION_DEPOSITED && offer->deposit && amount >= offer->deposit_least &&
		   amount <= offer->deposit_most;
}

static bool offers_give_back(const struct sandbox_offer *offer, enum sandbox_operation_type type, int64_t amount)
{
	return type == offer->give_back && amount > 0 && amount == offer->give_back_amount;
}

static bool offers_give_part(const struct sandbox_offer *offer, enum sandbox_operation_type type, int64_t amount)
{
	return type == offer->part && amount > 0 && amount <= offer->part_most;
}

static bool offers_decline(const struct sandbox_offer *offer, enum sandbox_operation_type type, int64_t amount)
{
	return type == SANDBOX_OPERATION_DECLINED && amount == 0 && offer->decline;
}

/* What can be pressed. offered says whether an order still has what the page had promised. */
static const struct act {
	const char *name;
	enum measure measure;
	bool (*offered)(const struct sandbox_offer *offer, enum sandbox_operation_type type, int64_t amount);
} acts[] = {
	{"deposit", BY_OFFER, offers_deposit},
	{"depositPart", BY_AMOUNT, offers_deposit_part},
	{"depositLines", BY_LINES, offers_deposit_part},
	{"giveBack", BY_OFFER, offers_give_back},
	{"givePart", BY_AMOUNT, offers_give_part},
	{"refundLines", BY_LINES, offers_give_part},
	{"decline", BY_OFFER, offers_decline},
};

/* The changes that the API makes, and under which of its names. */
static const struct {
	sandbox_change *change;
	const char *method;
} changes[SANDBOX_OPERATION_TYPES] = {
	[SANDBOX_OPERATION_DEPOSITED] = {sandbox_complete_deposit, "rest/deposit.do"},
	[SANDBOX_OPERATION_REVERSED] = {sandbox_complete_reverse, "rest/reverse.do"},
	[SANDBOX_OPERATION_REFUNDED] = {sandbox_complete_refund, "rest/refund.do"},
	[SANDBOX_OPERATION_DECLINED] = {sandbox_complete_decline, "rest/decline.do"},
};

/* What an operator wants to be done to an order, as it was when its page was made. */
struct wish {
	const struct act *act;
	enum sandbox_operation_type type; /* what the page said it would be */
	struct sandbox_completion completion;
	char *items; /* owned; the completion's */
	const char *version;
	bool *changed; /* tells that the order is no longer what the page showed */
};

/* The type that the form names as what it will be; TYPES if that is none that can be pressed. */
static enum sandbox_operation_type read_type(const struct sandbox_portal_visit *visit)
{
	const char *as = sandbox_portal_field(visit, "as");
	for (int type = 0; type < SANDBOX_OPERATION_TYPES; type++) {
		if (changes[type].change && sandbox_text_equal(as, sandbox_operation_names[type])) {
			return (enum sandbox_operation_type)type;
		}
	}
	return SANDBOX_OPERATION_TYPES;
}

static const struct act *read_act(const struct sandbox_portal_visit *visit)
{
	const char *name = sandbox_portal_field(visit, "act");
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		if (sandbox_text_equal(name, acts[i].name)) {
			return &acts[i];
		}
	}
	return NULL;
}

/* A quantity with a point, whatever was typed. */
static void read_quantity(const char *text, char quantity[32])
{
	text += strspn(text, " ");
	snprintf(quantity, 32, "%.*s", (int)strcspn(text, " "), text);
	for (char *c = quantity; *c; c++) {
		*c = *c == ',' ? '.' : *c;
	}
}

/* The lines of the form as items, with their sum. False if a quantity is wrong, or if there is none. */
static bool read_lines(const struct sandbox_portal_visit *visit, const struct sandbox_order *order, struct wish *wish)
{
	struct json_object *positions = sandbox_cart_positions(order, wish->type);
	struct json_object *object = json_object_new_object(), *items = json_object_new_array();
	bool right = true;
	for (size_t i = 0; positions && i < json_object_array_length(positions); i++) {
		char name[32], quantity[32];
		snprintf(name, sizeof name, "line%zu", i);
		const char *text = sandbox_portal_field(visit, name);
		if (!text) {
			continue;
		}
		read_quantity(text, quantity);
		struct json_object *item = sandbox_cart_share(json_object_array_get_idx(positions, i), quantity);
		right = right && item;
		wish->completion.amount += sandbox_json_member_integer(item, "itemAmount", 0);
		json_object_array_add(items, item);
	}
	right = right && json_object_array_length(items) > 0;
	json_object_object_add(object, "items", items);
	wish->items = sandbox_json_into_text(object);
	wish->completion.items = wish->items;
	json_object_put(positions);
	return right;
}

/* Minor units on a form that the page has filled in, an amount for people on one that was typed. */
static bool read_amount(const struct sandbox_portal_visit *visit, const struct sandbox_order *order, struct wish *wish)
{
	const char *text = sandbox_portal_field(visit, "amount");
	if (!text) {
		return false;
	}
	if (wish->act->measure == BY_AMOUNT && !sandbox_portal_field(visit, "confirmed")) {
		return sandbox_amount_read(text, order->currency, &wish->completion.amount);
	}
	wish->completion.amount = sandbox_text_integer(text);
	return wish->completion.amount >= 0;
}

/* ----------------------------------------------------------------------------------------------- asking once more */

/* The lines of the form again, as hidden fields. */
static struct json_object *repeat_lines(const struct sandbox_portal_visit *visit)
{
	const struct sandbox_form *body = visit->request->body;
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < body->count; i++) {
		if (strncmp(body->fields[i].name, "line", strlen("line")) == 0) {
			struct json_object *line = json_object_new_object();
			sandbox_view_set(line, "name", body->fields[i].name);
			sandbox_view_set(line, "value", body->fields[i].value);
			json_object_array_add(list, line);
		}
	}
	return list;
}

/* What was typed is said once more before money moves: how much of what, and what is left. */
static void ask_once_more(
	const struct sandbox_portal_visit *visit, const struct sandbox_order *order, const struct wish *wish)
{
	static const char *const same[] = {"act", "as", "version", "seen"};
	struct json_object *values = order_values(visit, order);
	char path[64], label[256], amount[SANDBOX_AMOUNT_SIZE];
	const char *type = sandbox_operation_names[wish->type];
	sandbox_amount_write(wish->completion.amount, order->currency, visit->language, amount);
	snprintf(path, sizeof path, "portal.confirm.%s", type);
	snprintf(label, sizeof label, "%s %s", sandbox_view_text(values, path), amount);
	sandbox_view_set(values, "label", label);
	snprintf(path, sizeof path, "portal.confirm.%sHint", type);
	sandbox_view_set(values, "hint", sandbox_view_text(values, path));
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		sandbox_view_set(values, same[i], sandbox_portal_field(visit, same[i]));
	}
	sandbox_json_number(values, "amount", wish->completion.amount);
	sandbox_view_set(values, "path", visit->request->path);
	sandbox_view_set(values, "card", sandbox_order_view_card(order->masked_pan));
	sandbox_order_view_amount(visit, values, "approved", order->approved, order->currency);
	sandbox_order_view_amount(visit, values, "deposited", order->deposited, order->currency);
	sandbox_order_view_amount(visit, values, "refunded", order->refunded, order->currency);
	json_object_object_add(values, "lines", repeat_lines(visit));
	sandbox_portal_answer(visit, 200, "portal_confirm.html", values);
}

/* -------------------------------------------------------------------------------------------------- carrying out */

static const struct sandbox_refusal has_changed = {7, 5, "The order is no longer what the page showed"};

/* Inside the transaction: only if the order is still what the operator saw, and the offer what the page promised. */
static const struct sandbox_refusal *carry_out(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct wish *wish = subject;
	struct sandbox_offer offer = sandbox_offer(order, &call->merchant->settings, call->now);
	char version[SANDBOX_VERSION_SIZE];
	sandbox_offer_version(order, version);
	*wish->changed =
		!sandbox_text_equal(version, wish->version) || !wish->act->offered(&offer, wish->type, wish->completion.amount);
	return *wish->changed ? &has_changed : changes[wish->type].change(call, &wish->completion, order, operation);
}

static void tell_done(const struct sandbox_portal_visit *visit, const struct sandbox_order *order,
	const struct sandbox_operation *operation)
{
	struct json_object *values = sandbox_view_values(visit->language);
	char path[64], headline[256], amount[SANDBOX_AMOUNT_SIZE];
	snprintf(path, sizeof path, "portal.operations.%s", sandbox_operation_names[operation->type]);
	sandbox_amount_write(operation->amount, order->currency, visit->language, amount);
	snprintf(headline, sizeof headline, "%s %s", sandbox_view_text(values, path), operation->amount ? amount : "");
	sandbox_portal_go_with_notice(visit, visit->request->path, SANDBOX_NOTICE_DONE, headline, NULL);
	json_object_put(values);
}

/* Tells the second of two what the first has done. */
static void tell_changed(const struct sandbox_portal_visit *visit, const struct sandbox_order *order)
{
	struct json_object *values = sandbox_view_values(visit->language);
	const char *seen = sandbox_portal_field(visit, "seen");
	int64_t from = seen ? sandbox_text_integer(seen) : 0;
	char *changed = sandbox_order_view_changes(visit, order, from > 0 ? (size_t)from : 0);
	char text[2048];
	bool known = changed && changed[0];
	snprintf(text, sizeof text, "%s %s",
		sandbox_view_text(values, known ? "portal.order.changed" : "portal.order.changedOffer"), known ? changed : "");
	sandbox_portal_go_with_notice(visit, visit->request->path, SANDBOX_NOTICE_ERROR,
		sandbox_view_text(values, "portal.order.changedTitle"), text);
	free(changed);
	json_object_put(values);
}

/* A rule refused although the offer held: the positions do not fit, or the store failed. */
static void tell_refused(const struct sandbox_portal_visit *visit, struct json_object *answer)
{
	struct json_object *values = sandbox_view_values(visit->language);
	sandbox_portal_go_with_notice(visit, visit->request->path, SANDBOX_NOTICE_ERROR,
		sandbox_view_text(values, "portal.order.refusedTitle"), sandbox_json_member_text(answer, "errorMessage"));
	json_object_put(values);
}

static void act(const struct sandbox_portal_visit *visit, struct wish *wish, const char *id)
{
	struct sandbox_reply reply = {.status = 200};
	const struct sandbox_reference reference = {.merchant = visit->merchant.id, .id = id};
	struct sandbox_order order;
	struct sandbox_operation operation;
	bool changed = false;
	const struct sandbox_call call = {
		.store = visit->store,
		.base_uri = visit->request->gateway->base_uri,
		.method = sandbox_method_find(SANDBOX_BASE_CLASSIC, changes[wish->type].method),
		.merchant = &visit->merchant,
		.now = visit->now,
		.reply = &reply,
	};
	wish->changed = &changed;
	if (sandbox_transaction(&call, &reference, carry_out, wish, &order, &operation)) {
		tell_done(visit, &order, &operation);
	} else if (changed) {
		tell_changed(visit, &order);
	} else {
		tell_refused(visit, reply.json);
	}
	sandbox_order_free(&order);
	sandbox_reply_free(&reply);
}

/* Which error stands at which field of which form, by the measure of the act. */
static void complain(const struct sandbox_portal_visit *visit, const struct sandbox_order *order, const struct act *act)
{
	struct json_object *values = sandbox_view_values(visit->language);
	bool lines = act->measure == BY_LINES;
	char field[64];
	snprintf(field, sizeof field, "%sError", lines ? "lines" : act->name);
	show_order(
		visit, order, field, sandbox_view_text(values, lines ? "portal.order.linesWrong" : "portal.order.amountWrong"));
	json_object_put(values);
}

/* Whether money may move by this form: its amount was on the button that was pressed. */
static bool is_final(const struct sandbox_portal_visit *visit, const struct wish *wish)
{
	return wish->act->measure == BY_OFFER || sandbox_portal_field(visit, "confirmed");
}

/* Reads the rest of the form and does what it says, or asks once more. */
static void fulfil(const struct sandbox_portal_visit *visit, const struct sandbox_order *order, struct wish *wish)
{
	struct sandbox_offer offer = sandbox_offer(order, &visit->merchant.settings, visit->now);
	char version[SANDBOX_VERSION_SIZE];
	bool lines = wish->act->measure == BY_LINES;
	bool read = lines ? read_lines(visit, order, wish) : read_amount(visit, order, wish);
	sandbox_offer_version(order, version);
	if (read && is_final(visit, wish)) {
		act(visit, wish, order->id); /* which looks at version and offer itself, inside the transaction */
	} else if (!sandbox_text_equal(version, wish->version)) {
		tell_changed(visit, order);
	} else if (!read || !wish->act->offered(&offer, wish->type, wish->completion.amount)) {
		complain(visit, order, wish->act);
	} else {
		ask_once_more(visit, order, wish);
	}
}

void sandbox_portal_order_act(const struct sandbox_portal_visit *visit)
{
	struct wish wish = {
		.act = read_act(visit), .type = read_type(visit), .version = sandbox_portal_field(visit, "version")};
	struct sandbox_order order;
	enum sandbox_found found = find_order(visit, &order);
	if (found != SANDBOX_FOUND) {
		sandbox_portal_problem(visit, found == SANDBOX_NOT_FOUND ? 404 : 500);
		return;
	}
	if (wish.act && wish.type != SANDBOX_OPERATION_TYPES && wish.version) {
		fulfil(visit, &order, &wish);
	} else {
		sandbox_portal_problem(visit, 404);
	}
	free(wish.items);
	sandbox_order_free(&order);
}
