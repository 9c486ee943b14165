/* What the portal says of an order ("Сведения о транзакции"). */
#include "portal/order_view.h"

#include "model/action.h"
#include "model/cart.h"
#include "order/offer.h"
#include "order/status.h"
#include "page/amount.h"
#include "portal/callback_view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CALLBACKS_MOST 100

const char *sandbox_order_view_card(const char *masked_pan)
{
	size_t size = masked_pan ? strlen(masked_pan) : 0;
	return size > 4 ? masked_pan + size - 4 : NULL;
}

void sandbox_order_view_state(struct json_object *row, struct json_object *values, int64_t state)
{
	static const char *const styles[] = {
		[SANDBOX_CREATED] = "wait",
		[SANDBOX_APPROVED] = "wait",
		[SANDBOX_DEPOSITED] = "good",
		[SANDBOX_REVERSED] = "",
		[SANDBOX_REFUNDED] = "",
		[SANDBOX_AUTHENTICATING] = "wait",
		[SANDBOX_DECLINED] = "bad",
		[SANDBOX_PENDING] = "wait",
		[SANDBOX_PARTLY_DEPOSITED] = "wait",
	};
	char path[40];
	snprintf(path, sizeof path, "portal.states.%" PRId64, state);
	sandbox_view_set(row, "state", sandbox_view_text(values, path));
	sandbox_view_set(row, "stateStyle", styles[state]);
}

void sandbox_order_view_amount(const struct sandbox_portal_visit *visit, struct json_object *row, const char *name,
	int64_t amount, const char *currency)
{
	char text[SANDBOX_AMOUNT_SIZE];
	sandbox_amount_write(amount, currency, visit->language, text);
	sandbox_view_set(row, name, text);
}

/* ----------------------------------------------------------------------------------------------------- facts */

static void add_fact(struct json_object *list, struct json_object *values, const char *name, const char *value)
{
	char path[64];
	if (!value || !value[0]) {
		return;
	}
	struct json_object *fact = json_object_new_object();
	snprintf(path, sizeof path, "portal.facts.%s", name);
	sandbox_view_set(fact, "name", sandbox_view_text(values, path));
	sandbox_view_set(fact, "value", value);
	json_object_array_add(list, fact);
}

static void add_time(const struct sandbox_portal_visit *visit, struct json_object *list, struct json_object *values,
	const char *name, int64_t moment)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE] = "";
	if (moment) {
		sandbox_portal_time(visit, moment, text);
	}
	add_fact(list, values, name, text);
}

static void set_order_facts(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order)
{
	struct json_object *list = json_object_new_array();
	add_fact(list, values, "mdOrder", order->id);
	add_fact(list, values, "description", order->description);
	add_time(visit, list, values, "created", order->created_at);
	add_time(visit, list, values, "expires", order->authorized_at ? 0 : order->expires_at);
	add_time(visit, list, values, "autoDeposit", order->state == SANDBOX_APPROVED ? order->auto_deposit_at : 0);
	add_time(visit, list, values, "autoReverse", order->state == SANDBOX_APPROVED ? order->auto_reverse_at : 0);
	add_fact(list, values, "clientId", order->client_id);
	add_fact(list, values, "binding", order->binding);
	add_fact(list, values, "email", order->email);
	add_fact(list, values, "phone", order->phone);
	add_fact(list, values, "ip", order->ip);
	json_object_object_add(values, "orderFacts", list);
}

static void set_card_facts(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order)
{
	struct json_object *list = json_object_new_array();
	char action[256] = "", expiry[SANDBOX_MONTH_SIZE] = "";
	if (order->action_code) {
		snprintf(action, sizeof action, "%" PRId64 " %s", order->action_code,
			sandbox_action_find(order->action_code)->description);
	}
	if (order->expiry) {
		sandbox_view_month(strtoll(order->expiry, NULL, 10), expiry);
	}
	add_fact(list, values, "card", order->masked_pan);
	add_fact(list, values, "expiry", expiry);
	add_fact(list, values, "cardholder", order->cardholder);
	add_fact(list, values, "system", order->payment_system);
	add_fact(list, values, "way", order->masked_pan ? sandbox_status_payment_way(order) : NULL);
	add_fact(list, values, "approvalCode", order->approval_code);
	add_fact(list, values, "reference", order->reference);
	add_time(visit, list, values, "authorized", order->authorized_at);
	add_fact(list, values, "action", action);
	json_object_object_add(values, "cardFacts", list);
	json_object_object_add(values, "hasCard", json_object_new_boolean(json_object_array_length(list) > 0));
}

static void set_tds_facts(struct json_object *values, const struct sandbox_order *order)
{
	struct json_object *list = json_object_new_array();
	char eci[24];
	snprintf(eci, sizeof eci, "%02" PRId64, order->eci);
	add_fact(list, values, "tdsVersion", order->tds.version);
	add_fact(list, values, "eci", order->tds.cavv ? eci : NULL);
	add_fact(list, values, "cavv", order->tds.cavv);
	add_fact(list, values, "xid", order->tds.xid);
	add_fact(list, values, "tdsServer", order->tds.server_trans_id);
	add_fact(list, values, "acs", order->tds.acs_trans_id);
	add_fact(list, values, "veres", order->tds.veres);
	add_fact(list, values, "pares", order->tds.pares);
	add_fact(list, values, "ares", order->tds.ares);
	add_fact(list, values, "rreq", order->tds.rreq);
	json_object_object_add(values, "tdsFacts", list);
	json_object_object_add(values, "hasTds", json_object_new_boolean(json_object_array_length(list) > 0));
}

/* ---------------------------------------------------------------------------------------------------- history */

static struct json_object *describe_operation(const struct sandbox_portal_visit *visit, struct json_object *values,
	const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	struct json_object *row = json_object_new_object();
	char path[64], time[SANDBOX_CLOCK_TEXT_SIZE];
	snprintf(path, sizeof path, "portal.operations.%s", sandbox_operation_names[operation->type]);
	sandbox_portal_time(visit, operation->at, time);
	sandbox_view_set(row, "time", time);
	sandbox_view_set(row, "operation", sandbox_view_text(values, path));
	sandbox_order_view_amount(visit, row, "amount", operation->amount, order->currency);
	sandbox_view_set(row, "reference", operation->reference);
	if (operation->action_code) {
		sandbox_view_set(row, "action", sandbox_action_find(operation->action_code)->description);
	}
	return row;
}

/* The operations as rows; NULL if the store failed. */
static struct json_object *list_history(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order)
{
	struct sandbox_operation *operations = NULL;
	size_t count = 0;
	sandbox_store_lock(visit->store);
	bool listed = sandbox_store_list_operations(visit->store, order->row, &operations, &count);
	sandbox_store_unlock(visit->store);
	struct json_object *rows = listed ? json_object_new_array() : NULL;
	for (size_t i = 0; listed && i < count; i++) {
		json_object_array_add(rows, describe_operation(visit, values, order, &operations[i]));
	}
	free(operations);
	return rows;
}

char *sandbox_order_view_changes(
	const struct sandbox_portal_visit *visit, const struct sandbox_order *order, size_t from)
{
	struct json_object *values = sandbox_view_values(visit->language);
	struct json_object *rows = list_history(visit, values, order);
	size_t size = 0;
	char *text = NULL;
	FILE *out = open_memstream(&text, &size);
	for (size_t i = from; out && rows && i < json_object_array_length(rows); i++) {
		struct json_object *row = json_object_array_get_idx(rows, i);
		fprintf(out, "%s%s %s %s", i > from ? "; " : "", sandbox_json_member_text(row, "time"),
			sandbox_json_member_text(row, "operation"), sandbox_json_member_text(row, "amount"));
	}
	if (out) {
		fclose(out);
	}
	json_object_put(rows);
	json_object_put(values);
	return text;
}

/* -------------------------------------------------------------------------------------------------- callbacks */

static void set_callbacks(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order)
{
	struct json_object *rows = json_object_new_array();
	struct sandbox_callback callback;
	int64_t row = 0;
	sandbox_store_lock(visit->store);
	for (int listed = 0; listed < CALLBACKS_MOST; listed++) {
		if (sandbox_store_callback_after(visit->store, row, order->id, &callback) != SANDBOX_FOUND) {
			break;
		}
		row = callback.row;
		/* Another merchant's order may have this one's id as its number. */
		if (callback.merchant == visit->merchant.id) {
			json_object_array_add(rows, sandbox_portal_describe_callback(visit, values, &callback));
		}
		sandbox_callback_free(&callback);
	}
	sandbox_store_unlock(visit->store);
	json_object_object_add(values, "hasCallbacks", json_object_new_boolean(json_object_array_length(rows) > 0));
	json_object_object_add(values, "callbacks", rows);
}

/* -------------------------------------------------------------------------------------------------------- cart */

/* 1500 as 1.5, 2000 as 2. */
static void write_quantity(int64_t thousandths, char text[32])
{
	int size = snprintf(text, 32, "%" PRId64 ".%03d", thousandths / 1000, (int)(thousandths % 1000));
	while (text[size - 1] == '0') {
		size--;
	}
	text[text[size - 1] == '.' ? size - 1 : size] = '\0';
}

static struct json_object *describe_line(const struct sandbox_portal_visit *visit, struct json_object *position,
	size_t index, const struct sandbox_order *order)
{
	struct json_object *row = json_object_new_object();
	int64_t price = sandbox_json_member_integer(position, "price", -1);
	char ordered[32], left[32], name[32];
	write_quantity(sandbox_json_member_integer(position, "ordered", 0), ordered);
	write_quantity(sandbox_json_member_integer(position, "left", 0), left);
	snprintf(name, sizeof name, "line%zu", index);
	sandbox_view_set(row, "field", name);
	sandbox_view_set(row, "typed", sandbox_portal_field(visit, name));
	sandbox_view_set(row, "name", sandbox_json_member_text(position, "name"));
	sandbox_view_set(row, "position", sandbox_json_member_text(position, "positionId"));
	sandbox_view_set(row, "ordered", ordered);
	sandbox_view_set(row, "left", strcmp(left, "0") == 0 ? NULL : left);
	if (price >= 0) {
		sandbox_order_view_amount(visit, row, "price", price, order->currency);
	}
	sandbox_order_view_amount(
		visit, row, "amount", sandbox_json_member_integer(position, "amount", 0), order->currency);
	return row;
}

/* With the lines that can be completed or refunded alone, as the offer has it. */
static void set_cart(const struct sandbox_portal_visit *visit, struct json_object *values,
	const struct sandbox_order *order, const struct sandbox_offer *offer)
{
	bool refund = offer->part_most > 0 && offer->part == SANDBOX_OPERATION_REFUNDED;
	struct json_object *rows = json_object_new_array();
	struct json_object *positions =
		sandbox_cart_positions(order, refund ? SANDBOX_OPERATION_REFUNDED : SANDBOX_OPERATION_DEPOSITED);
	for (size_t i = 0; positions && i < json_object_array_length(positions); i++) {
		json_object_array_add(rows, describe_line(visit, json_object_array_get_idx(positions, i), i, order));
	}
	bool lines = json_object_array_length(rows) > 0;
	sandbox_view_set(values, "linesAct",
		!lines           ? NULL
		: refund         ? "refundLines"
		: offer->deposit ? "depositLines"
						 : NULL);
	sandbox_view_set(
		values, "linesAs", sandbox_operation_names[refund ? SANDBOX_OPERATION_REFUNDED : SANDBOX_OPERATION_DEPOSITED]);
	sandbox_view_set(values, "linesButton",
		sandbox_view_text(values, refund ? "portal.acts.refundLines" : "portal.acts.depositLines"));
	json_object_object_add(values, "hasCart", json_object_new_boolean(lines));
	json_object_object_add(values, "cart", rows);
	json_object_put(positions);
}

/* ------------------------------------------------------------------------------------------------------- offer */

/* What pressing a button does, which the button says: "Return: cancel 1 500.00 ₽". */
static void set_act(const struct sandbox_portal_visit *visit, struct json_object *values, const char *name,
	enum sandbox_operation_type type, int64_t amount, const char *currency)
{
	struct json_object *act = json_object_new_object();
	char path[64], text[SANDBOX_AMOUNT_SIZE], label[256];
	sandbox_amount_write(amount, currency, visit->language, text);
	snprintf(path, sizeof path, "portal.acts.%s.%s", name, sandbox_operation_names[type]);
	snprintf(label, sizeof label, "%s %s", sandbox_view_text(values, path), text);
	sandbox_view_set(act, "label", label);
	sandbox_view_set(act, "most", text);
	snprintf(path, sizeof path, "portal.acts.%s.%sHint", name, sandbox_operation_names[type]);
	sandbox_view_set(act, "hint", sandbox_view_text(values, path));
	sandbox_view_set(act, "as", sandbox_operation_names[type]);
	sandbox_json_number(act, "amount", amount);
	json_object_object_add(values, name, act);
}

static void set_offer(const struct sandbox_portal_visit *visit, struct json_object *values,
	const struct sandbox_order *order, const struct sandbox_offer *offer)
{
	const char *currency = order->currency;
	bool any = offer->deposit || offer->give_back_amount || offer->part_most || offer->decline;
	if (offer->deposit) {
		set_act(visit, values, "deposit", SANDBOX_OPERATION_DEPOSITED, offer->deposit, currency);
		sandbox_order_view_amount(visit, values, "depositLeast", offer->deposit_least, currency);
		sandbox_order_view_amount(visit, values, "depositMost", offer->deposit_most, currency);
		bool stages = visit->merchant.settings.multiple_deposits;
		sandbox_view_set(values, "depositPartHint",
			sandbox_view_text(values, stages ? "portal.acts.stagesHint" : "portal.acts.depositPartHint"));
		json_object_object_add(
			values, "depositPart", json_object_new_boolean(offer->deposit_least < offer->deposit_most));
	}
	if (offer->give_back_amount) {
		set_act(visit, values, "giveBack", offer->give_back, offer->give_back_amount, currency);
	}
	if (offer->part_most) {
		set_act(visit, values, "givePart", offer->part, offer->part_most, currency);
	}
	json_object_object_add(values, "decline", json_object_new_boolean(offer->decline));
	json_object_object_add(values, "nothingToDo", json_object_new_boolean(!any));
	/* A hold whose bank day is over can only be captured; this is what the seeds say, and what surprises. */
	json_object_object_add(
		values, "heldTooLong", json_object_new_boolean(order->state == SANDBOX_APPROVED && !offer->give_back_amount));
}

static void set_sums(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order)
{
	const struct {
		const char *name;
		int64_t amount;
	} sums[] = {{"amount", order->amount}, {"approved", order->approved}, {"deposited", order->deposited},
		{"refunded", order->refunded}};
	for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
		sandbox_order_view_amount(visit, values, sums[i].name, sums[i].amount, order->currency);
	}
}

bool sandbox_order_view(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_order *order)
{
	struct sandbox_offer offer = sandbox_offer(order, &visit->merchant.settings, visit->now);
	struct json_object *history = list_history(visit, values, order);
	char version[SANDBOX_VERSION_SIZE], path[128];
	if (!history) {
		return false;
	}
	sandbox_offer_version(order, version);
	snprintf(path, sizeof path, SANDBOX_PORTAL_PATH "/orders/%s", order->id);
	sandbox_view_set(values, "path", path);
	sandbox_view_set(values, "number", order->number);
	sandbox_view_set(values, "version", version);
	sandbox_json_number(values, "seen", (int64_t)json_object_array_length(history));
	json_object_object_add(values, "hasHistory", json_object_new_boolean(json_object_array_length(history) > 0));
	json_object_object_add(values, "history", history);
	sandbox_order_view_state(values, values, order->state);
	set_sums(visit, values, order);
	set_order_facts(visit, values, order);
	set_card_facts(visit, values, order);
	set_tds_facts(values, order);
	set_callbacks(visit, values, order);
	set_cart(visit, values, order, &offer);
	set_offer(visit, values, order, &offer);
	return true;
}
