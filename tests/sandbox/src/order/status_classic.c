/* The classic status answer: each part exists from some statusVersion on. */
#include "order/status.h"

#include "base/text.h"
#include "model/action.h"
#include "model/cart.h"
#include "model/json_params.h"
#include "model/tds_order.h"

static void add_order_bundle(struct json_object *json, const struct sandbox_status *status)
{
	if (status->order->order_bundle) {
		sandbox_json_value(json, "orderBundle", sandbox_cart_describe(status->order, status->version >= 34));
	}
}

static void add_authorization(struct json_object *json, const struct sandbox_status *status)
{
	sandbox_status_authorization(json, status->order);
}

static void add_binding(struct json_object *json, const struct sandbox_status *status)
{
	struct json_object *info = sandbox_status_binding(status->order);
	if (!info) {
		return;
	}
	if (status->version >= 2) {
		sandbox_status_authorization(info, status->order);
	}
	if (status->version >= 20) {
		sandbox_json_flag(info, "externalCreated", 0);
	}
	sandbox_json_value(json, "bindingInfo", info);
}

static void add_amounts(struct json_object *json, const struct sandbox_status *status)
{
	struct json_object *info = sandbox_status_amounts(status->order);
	if (status->version >= 18) {
		int64_t fee = sandbox_json_params_integer(status->order->registration, "feeInput");
		sandbox_json_number(info, "totalAmount", status->order->amount + (fee > 0 ? fee : 0));
	}
	sandbox_json_value(json, "paymentAmountInfo", info);
}

static void add_bank(struct json_object *json, const struct sandbox_status *status)
{
	(void)status;
	sandbox_status_bank(json);
}

static bool is_refund(const struct sandbox_operation *operation)
{
	return operation->type == SANDBOX_OPERATION_REFUNDED || operation->type == SANDBOX_OPERATION_CREDITED;
}

static struct json_object *describe_refund(const struct sandbox_operation *refund, int64_t version)
{
	struct json_object *entry = json_object_new_object();
	sandbox_json_time(entry, "date", refund->at);
	if (version >= 21 && refund->external_refund_id[0]) {
		sandbox_json_text(entry, "externalRefundId", refund->external_refund_id);
	}
	if (version >= 26) {
		sandbox_json_text(entry, "approvalCode", refund->approval_code);
	}
	sandbox_json_number(entry, "actionCode", refund->action_code);
	sandbox_json_text(entry, "referenceNumber", refund->reference);
	sandbox_json_number(entry, "amount", refund->amount);
	return entry;
}

static void add_refunds(struct json_object *json, const struct sandbox_status *status)
{
	struct json_object *refunds = json_object_new_array();
	for (size_t i = 0; i < status->operation_count; i++) {
		if (is_refund(&status->operations[i])) {
			json_object_array_add(refunds, describe_refund(&status->operations[i], status->version));
		}
	}
	if (json_object_array_length(refunds) > 0) {
		sandbox_json_value(json, "refunds", refunds);
	} else {
		json_object_put(refunds);
	}
}

static void add_chargeback(struct json_object *json, const struct sandbox_status *status)
{
	if (status->order->authorized_at) {
		sandbox_json_flag(json, "chargeback", 0);
	}
}

static void add_payment_way(struct json_object *json, const struct sandbox_status *status)
{
	if (status->order->masked_pan) {
		sandbox_json_text(json, "paymentWay", sandbox_status_payment_way(status->order));
	}
}

static void add_deposited(struct json_object *json, const struct sandbox_status *status)
{
	sandbox_json_time(json, "depositedDate", status->order->deposited_at);
}

static void add_reversal_dates(struct json_object *json, const struct sandbox_status *status)
{
	sandbox_json_time(json, "reversedDate", status->order->reversed_at);
	sandbox_json_time(json, "refundedDate", status->order->refunded_at);
}

static void add_classic_payer(struct json_object *json, const struct sandbox_status *status)
{
	const struct sandbox_order *order = status->order;
	if (!order->email && !order->phone && !order->post_address) {
		return;
	}
	struct json_object *payer = json_object_new_object();
	sandbox_json_text(payer, "email", order->email);
	sandbox_json_text(payer, "phone", order->phone);
	sandbox_json_text(payer, "postAddress", order->post_address);
	sandbox_json_value(json, "payerData", payer);
}

static void add_transaction_attributes(struct json_object *json, const struct sandbox_status *status)
{
	(void)status;
	sandbox_json_value(json, "transactionAttributes", json_object_new_array());
}

static void add_utrnno(struct json_object *json, const struct sandbox_status *status)
{
	if (status->order->authorized_at && status->order->reference) {
		sandbox_json_number(json, "feUtrnno", sandbox_text_integer(status->order->reference));
	}
}

static void add_error_message(struct json_object *json, const struct sandbox_status *status)
{
	const struct sandbox_action *action = sandbox_action_find(status->order->action_code);
	if (status->order->state == SANDBOX_DECLINED && action->info[0]) {
		sandbox_json_text(json, "displayErrorMessage", action->info);
	}
}

static void add_registration(struct json_object *json, const struct sandbox_status *status)
{
	struct json_object *registration =
		status->order->registration ? json_tokener_parse(status->order->registration) : NULL;
	struct json_object *value;
	static const char *const names[] = {"mcc", "mvv"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (json_object_object_get_ex(registration, names[i], &value)) {
			sandbox_json_text(json, names[i], json_object_get_string(value));
		}
	}
	if (json_object_object_get_ex(registration, "paymentFacilitator", &value)) {
		sandbox_json_value(json, "paymentFacilitator", json_tokener_parse(json_object_get_string(value)));
	}
	json_object_put(registration);
}

static const struct {
	int64_t since; /* version */
	void (*add)(struct json_object *json, const struct sandbox_status *status);
} versioned_parts[] = {
	{1, add_order_bundle},
	{1, add_binding},
	{2, add_authorization},
	{3, add_amounts},
	{3, add_bank},
	{5, add_refunds},
	{6, add_chargeback},
	{9, add_payment_way},
	{10, add_deposited},
	{12, add_reversal_dates},
	{13, add_classic_payer},
	{14, add_transaction_attributes},
	{16, add_utrnno},
	{33, add_error_message},
	{46, add_registration},
};

/* What the messages of 3-D Secure said. */
static const struct {
	const char *name;
	int64_t since; /* version */
	size_t offset; /* in struct sandbox_tds */
} messages[] = {
	{"paResStatus", 7, offsetof(struct sandbox_tds, pares)},
	{"veResStatus", 7, offsetof(struct sandbox_tds, veres)},
	{"paResCheckStatus", 7, offsetof(struct sandbox_tds, pares)},
	{"aresTransStatus", 30, offsetof(struct sandbox_tds, ares)},
	{"rreqTransStatus", 30, offsetof(struct sandbox_tds, rreq)},
	{"threeDSProtocolVersion", 30, offsetof(struct sandbox_tds, version)},
};

static struct json_object *describe_authentication(const struct sandbox_order *order, int64_t version)
{
	struct json_object *secure = json_object_new_object();
	char type[] = {(char)('0' + sandbox_tds_type_of(order)), '\0'};
	sandbox_json_number(secure, "eci", order->eci);
	if (version < 43) {
		sandbox_json_text(secure, "authTypeIndicator", type);
	}
	if (version >= 42) {
		sandbox_json_text(secure, "threeDsType", type);
	}
	for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
		if (version >= messages[i].since) {
			sandbox_json_text(
				secure, messages[i].name, *(char *const *)((const char *)&order->tds + messages[i].offset));
		}
	}
	struct json_object *info = sandbox_status_tds(order);
	if (info) {
		sandbox_json_value(secure, "threeDSInfo", info);
	}
	return secure;
}

static void add_classic_card(struct json_object *json, const struct sandbox_order *order, int64_t version)
{
	if (!order->masked_pan) {
		return;
	}
	struct json_object *card = json_object_new_object();
	sandbox_json_text(card, "maskedPan", order->masked_pan);
	sandbox_json_text(card, "pan", order->masked_pan);
	sandbox_json_text(card, "expiration", order->expiry);
	sandbox_json_text(card, "cardholderName", order->cardholder);
	sandbox_json_text(card, "approvalCode", order->approval_code);
	if (version >= 8) {
		sandbox_json_text(card, "paymentSystem", order->payment_system);
		sandbox_json_text(card, "product", sandbox_status_product(order));
	}
	if (version >= 17) {
		sandbox_json_text(card, "productCategory", "DEBIT");
	}
	if (version >= 35) {
		sandbox_json_text(card, "corporateCard", "false");
	}
	sandbox_json_value(card, "secureAuthInfo", describe_authentication(order, version));
	sandbox_json_value(json, "cardAuthInfo", card);
}

void sandbox_status_classic(struct json_object *json, const struct sandbox_status *status)
{
	sandbox_status_order(json, status->order);
	add_classic_card(json, status->order, status->version);
	for (size_t i = 0; i < sizeof versioned_parts / sizeof *versioned_parts; i++) {
		if (status->version >= versioned_parts[i].since) {
			versioned_parts[i].add(json, status);
		}
	}
}
