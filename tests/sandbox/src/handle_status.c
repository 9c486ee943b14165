#include "handlers.h"

#include "action.h"
#include "call.h"
#include "json_params.h"

#include <stdlib.h>

/* getOrderStatusExtended.do: a field appears from that version on to which the bank has set the merchant. */

#define TERMINAL "123456"

/* What the answer is made of. */
struct view {
	struct sandbox_order *order;
	const struct sandbox_operation *operations;
	size_t operation_count;
};

static const char *payment_state(int64_t state)
{
	static const char *const names[] = {
		[SANDBOX_CREATED] = "CREATED",
		[SANDBOX_APPROVED] = "APPROVED",
		[SANDBOX_DEPOSITED] = "DEPOSITED",
		[SANDBOX_REVERSED] = "REVERSED",
		[SANDBOX_REFUNDED] = "REFUNDED",
		[SANDBOX_AUTHENTICATING] = "CREATED",
		[SANDBOX_DECLINED] = "DECLINED",
		[SANDBOX_PENDING] = "PENDING",
		[SANDBOX_PARTLY_DEPOSITED] = "PARTLY_DEPOSITED",
	};
	return names[state];
}

static void add_parsed(struct json_object *json, const char *key, const char *text)
{
	if (text) {
		sandbox_json_value(json, key, json_tokener_parse(text));
	}
}

static void add_order_bundle(struct json_object *json, const struct view *view)
{
	add_parsed(json, "orderBundle", view->order->order_bundle);
}

static void add_authorization(struct json_object *json, const struct view *view)
{
	if (view->order->masked_pan) {
		sandbox_json_time(json, "authDateTime", view->order->authorized_at);
		sandbox_json_text(json, "terminalId", TERMINAL);
		sandbox_json_text(json, "authRefNum", view->order->reference);
	}
}

static void add_amounts(struct json_object *json, const struct view *view)
{
	struct json_object *info = json_object_new_object();
	sandbox_json_text(info, "paymentState", payment_state(view->order->state));
	sandbox_json_number(info, "approvedAmount", view->order->approved);
	sandbox_json_number(info, "depositedAmount", view->order->deposited);
	sandbox_json_number(info, "refundedAmount", view->order->refunded);
	sandbox_json_value(json, "paymentAmountInfo", info);
}

static void add_bank(struct json_object *json, const struct view *view)
{
	(void)view;
	struct json_object *info = json_object_new_object();
	sandbox_json_text(info, "bankName", "UNKNOWN");
	sandbox_json_text(info, "bankCountryCode", "<unknown>");
	sandbox_json_text(info, "bankCountryName", "Unknown");
	sandbox_json_value(json, "bankInfo", info);
}

static struct json_object *make_refund(const struct sandbox_operation *refund)
{
	struct json_object *entry = json_object_new_object();
	sandbox_json_time(entry, "date", refund->at);
	if (refund->external_refund_id[0]) {
		sandbox_json_text(entry, "externalRefundId", refund->external_refund_id);
	}
	sandbox_json_text(entry, "approvalCode", refund->approval_code);
	sandbox_json_number(entry, "actionCode", refund->action_code);
	sandbox_json_text(entry, "referenceNumber", refund->reference);
	sandbox_json_number(entry, "amount", refund->amount);
	return entry;
}

static void add_refunds(struct json_object *json, const struct view *view)
{
	if (view->operation_count == 0) {
		return;
	}
	struct json_object *refunds = json_object_new_array();
	for (size_t i = 0; i < view->operation_count; i++) {
		if (view->operations[i].type == SANDBOX_OPERATION_REFUNDED) {
			json_object_array_add(refunds, make_refund(&view->operations[i]));
		}
	}
	sandbox_json_value(json, "refunds", refunds);
}

static void add_chargeback(struct json_object *json, const struct view *view)
{
	if (view->order->authorized_at) {
		sandbox_json_flag(json, "chargeback", 0);
	}
}

static void add_payment_way(struct json_object *json, const struct view *view)
{
	if (view->order->masked_pan) {
		sandbox_json_text(json, "paymentWay", "CARD");
	}
}

static void add_deposited(struct json_object *json, const struct view *view)
{
	sandbox_json_time(json, "depositedDate", view->order->deposited_at);
}

static void add_undone(struct json_object *json, const struct view *view)
{
	sandbox_json_time(json, "reversedDate", view->order->reversed_at);
	sandbox_json_time(json, "refundedDate", view->order->refunded_at);
}

static void add_payer(struct json_object *json, const struct view *view)
{
	const struct sandbox_order *order = view->order;
	if (!order->email && !order->phone && !order->post_address) {
		return;
	}
	struct json_object *payer = json_object_new_object();
	sandbox_json_text(payer, "email", order->email);
	sandbox_json_text(payer, "phone", order->phone);
	sandbox_json_text(payer, "postAddress", order->post_address);
	sandbox_json_value(json, "payerData", payer);
}

static void add_transaction_attributes(struct json_object *json, const struct view *view)
{
	(void)view;
	sandbox_json_value(json, "transactionAttributes", json_object_new_array());
}

static const struct {
	int64_t since; /* version */
	void (*add)(struct json_object *json, const struct view *view);
} parts[] = {
	{1, add_order_bundle},
	{2, add_authorization},
	{3, add_amounts},
	{3, add_bank},
	{5, add_refunds},
	{6, add_chargeback},
	{9, add_payment_way},
	{10, add_deposited},
	{12, add_undone},
	{13, add_payer},
	{14, add_transaction_attributes},
};

static void add_card(struct json_object *json, const struct sandbox_order *order, int64_t version)
{
	if (!order->masked_pan) {
		return;
	}
	struct json_object *card = json_object_new_object();
	struct json_object *secure = json_object_new_object();
	sandbox_json_text(card, "maskedPan", order->masked_pan);
	sandbox_json_text(card, "pan", order->masked_pan);
	sandbox_json_text(card, "expiration", order->expiry);
	sandbox_json_text(card, "cardholderName", order->cardholder);
	sandbox_json_text(card, "approvalCode", order->approval_code);
	if (version >= 8) {
		sandbox_json_text(card, "paymentSystem", order->payment_system);
	}
	sandbox_json_number(secure, "eci", order->eci);
	sandbox_json_value(card, "secureAuthInfo", secure);
	sandbox_json_value(json, "cardAuthInfo", card);
}

static void add_order(struct json_object *json, const struct sandbox_order *order)
{
	struct json_object *attribute = json_object_new_object();
	struct json_object *attributes = json_object_new_array();
	sandbox_json_text(json, "orderNumber", order->number);
	sandbox_json_number(json, "orderStatus", order->state);
	sandbox_json_number(json, "actionCode", order->action_code);
	sandbox_json_text(json, "actionCodeDescription", sandbox_action_find(order->action_code)->description);
	sandbox_json_number(json, "amount", order->amount);
	sandbox_json_text(json, "currency", order->currency);
	sandbox_json_time(json, "date", order->created_at);
	sandbox_json_text(json, "orderDescription", order->description);
	sandbox_json_text(json, "ip", order->ip);
	sandbox_json_value(json, "merchantOrderParams", sandbox_json_params_list(order->json_params));
	sandbox_json_text(attribute, "name", "mdOrder");
	sandbox_json_text(attribute, "value", order->id);
	json_object_array_add(attributes, attribute);
	sandbox_json_value(json, "attributes", attributes);
}

static void answer(const struct sandbox_call *call, const struct view *view)
{
	int64_t version = call->merchant->settings.status_version;
	struct json_object *json = sandbox_call_answer(call, 0, "Success");
	add_order(json, view->order);
	add_card(json, view->order, version);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (version >= parts[i].since) {
			parts[i].add(json, view);
		}
	}
}

/* False after answering what is missing. */
static bool read_reference(const struct sandbox_call *call, struct sandbox_reference *reference)
{
	reference->merchant = call->merchant->id;
	reference->id = sandbox_call_text(call, "orderId");
	reference->number = sandbox_call_text(call, "orderNumber");
	/* The Open-ID token is public, and order numbers can be guessed. */
	if (sandbox_call_text(call, "token") && !reference->id && reference->number) {
		sandbox_call_wrong(call, "orderNumber");
		return false;
	}
	if (!reference->id && !reference->number) {
		sandbox_call_empty(call, "orderId");
		return false;
	}
	return true;
}

void sandbox_handle_status(struct sandbox_call *call)
{
	struct sandbox_reference reference;
	struct sandbox_order order;
	struct sandbox_operation *operations = NULL;
	struct view view = {.order = &order};
	if (!read_reference(call, &reference)) {
		return;
	}
	enum sandbox_found found = sandbox_ledger_read(call->store, &reference, call->now, &order);
	if (found != SANDBOX_FOUND) {
		sandbox_call_not_found(call, found);
		return;
	}
	if (order.refunded_at) {
		sandbox_store_lock(call->store);
		bool listed = sandbox_store_operations(call->store, order.row, &operations, &view.operation_count);
		sandbox_store_unlock(call->store);
		if (!listed) {
			sandbox_call_system_error(call);
			goto cleanup;
		}
	}
	view.operations = operations;
	answer(call, &view);
cleanup:
	free(operations);
	sandbox_order_free(&order);
}
