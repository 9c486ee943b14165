/* Sberbank's status answer: no versions, all operations in a list, some names of its own. */
#include "order/status.h"

#include "base/clock.h"

static const char *json_operation_type(const struct sandbox_operation *operation, const struct sandbox_order *order)
{
	switch (operation->type) {
		case SANDBOX_OPERATION_APPROVED:
			return "PREAUTHORIZATION";
		case SANDBOX_OPERATION_DEPOSITED:
			return order->two_phase ? "COMPLETION" : "AUTHORIZATION";
		case SANDBOX_OPERATION_REVERSED:
			return "REVERSAL";
		case SANDBOX_OPERATION_REFUNDED:
			return "REFUND";
		default:
			return NULL;
	}
}

static struct json_object *describe_json_operation(const struct sandbox_operation *operation, const char *type)
{
	struct json_object *entry = json_object_new_object();
	sandbox_json_time(entry, "date", operation->at);
	sandbox_json_text(entry, "type", type);
	sandbox_json_number(entry, "amount", operation->amount);
	if (operation->reference[0]) {
		sandbox_json_text(entry, "referenceNumber", operation->reference);
	}
	if (operation->external_refund_id[0]) {
		sandbox_json_text(entry, "externalRefundId", operation->external_refund_id);
	}
	if (operation->approval_code[0]) {
		sandbox_json_text(entry, "approvalCode", operation->approval_code);
	}
	sandbox_json_number(entry, "actionCode", operation->action_code);
	return entry;
}

static void add_operations(struct json_object *json, const struct sandbox_status *status)
{
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < status->operation_count; i++) {
		const char *type = json_operation_type(&status->operations[i], status->order);
		if (type) {
			json_object_array_add(list, describe_json_operation(&status->operations[i], type));
		}
	}
	sandbox_json_value(json, "operations", list);
}

static void add_json_card(struct json_object *json, const struct sandbox_order *order)
{
	if (!order->masked_pan) {
		return;
	}
	struct json_object *card = json_object_new_object();
	struct json_object *secure = json_object_new_object();
	sandbox_json_text(card, "maskedPan", order->masked_pan);
	sandbox_json_text(card, "pan", order->masked_pan);
	sandbox_json_text(card, "expiration", order->expiry);
	sandbox_json_text(card, "cardHolderName", order->cardholder);
	sandbox_json_text(card, "approvalCode", order->approval_code);
	sandbox_json_flag(card, "chargeback", 0);
	sandbox_json_text(card, "paymentSystem", order->payment_system);
	sandbox_json_text(card, "product", sandbox_status_product(order));
	sandbox_json_text(card, "paymentWay", sandbox_status_payment_way(order));
	sandbox_json_number(secure, "eci", order->eci);
	struct json_object *info = sandbox_status_tds(order);
	if (info) {
		sandbox_json_value(secure, "threeDSInfo", info);
	}
	sandbox_json_value(card, "secureAuthInfo", secure);
	sandbox_json_text(card, "isCorp", "false");
	sandbox_json_value(json, "cardAuthInfo", card);
}

static void add_json_payer(struct json_object *json, const struct sandbox_order *order)
{
	if (order->email) {
		struct json_object *payer = json_object_new_object();
		sandbox_json_text(payer, "email", order->email);
		sandbox_json_value(json, "payerData", payer);
	}
}

static void add_refunded(struct json_object *json, const struct sandbox_order *order)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	if (order->refunded_at) {
		sandbox_clock_write(order->refunded_at, 0, text);
		sandbox_json_text(json, "refundedDate", text);
	}
}

void sandbox_status_json(struct json_object *json, const struct sandbox_status *status)
{
	const struct sandbox_order *order = status->order;
	struct json_object *amounts = sandbox_status_amounts(order);
	sandbox_status_order(json, order);
	add_json_card(json, order);
	struct json_object *binding = sandbox_status_binding(order);
	if (binding) {
		sandbox_json_value(json, "bindingInfo", binding);
	}
	sandbox_json_number(amounts, "feeAmount", 0);
	sandbox_json_value(json, "paymentAmountInfo", amounts);
	sandbox_status_bank(json);
	add_json_payer(json, order);
	sandbox_json_value(json, "transactionAttributes", json_object_new_array());
	add_operations(json, status);
	sandbox_json_time(json, "depositedDate", order->deposited_at);
	add_refunded(json, order);
	sandbox_status_authorization(json, order);
	if (order->order_bundle) {
		sandbox_json_value(json, "orderBundle", json_tokener_parse(order->order_bundle));
	}
}
