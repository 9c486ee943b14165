/* What the status answers of both dialects have in common. */
#include "order/status.h"

#include "base/text.h"
#include "model/action.h"
#include "model/json_params.h"

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

static void add_attribute(struct json_object *list, const char *name, const char *value)
{
	if (!value) {
		return;
	}
	struct json_object *attribute = json_object_new_object();
	sandbox_json_text(attribute, "name", name);
	sandbox_json_text(attribute, "value", value);
	json_object_array_add(list, attribute);
}

static struct json_object *describe_attributes(const struct sandbox_order *order)
{
	struct json_object *list = json_object_new_array();
	add_attribute(list, "mdOrder", order->id);
	add_attribute(list, "qrcId", order->qr_code);
	add_attribute(list, "subscriptionId", order->subscription);
	add_attribute(list, "memberId", order->member);
	return list;
}

void sandbox_status_order(struct json_object *json, const struct sandbox_order *order)
{
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
	sandbox_json_value(json, "attributes", describe_attributes(order));
}

void sandbox_status_bank(struct json_object *json)
{
	struct json_object *info = json_object_new_object();
	sandbox_json_text(info, "bankName", SANDBOX_STATUS_BANK);
	sandbox_json_text(info, "bankCountryCode", "<unknown>");
	sandbox_json_text(info, "bankCountryName", "Unknown");
	sandbox_json_value(json, "bankInfo", info);
}

void sandbox_status_authorization(struct json_object *json, const struct sandbox_order *order)
{
	if (order->reference) {
		sandbox_json_time(json, "authDateTime", order->authorized_at);
		sandbox_json_text(json, "terminalId", SANDBOX_STATUS_TERMINAL);
		sandbox_json_text(json, "authRefNum", order->reference);
	}
}

struct json_object *sandbox_status_amounts(const struct sandbox_order *order)
{
	struct json_object *info = json_object_new_object();
	sandbox_json_text(info, "paymentState", payment_state(order->state));
	sandbox_json_number(info, "approvedAmount", order->approved);
	sandbox_json_number(info, "depositedAmount", order->deposited);
	sandbox_json_number(info, "refundedAmount", order->refunded);
	return info;
}

struct json_object *sandbox_status_binding(const struct sandbox_order *order)
{
	if (!order->binding) {
		return NULL;
	}
	struct json_object *info = json_object_new_object();
	sandbox_json_text(info, "clientId", order->client_id);
	sandbox_json_text(info, "bindingId", order->binding);
	return info;
}

struct json_object *sandbox_status_tds(const struct sandbox_order *order)
{
	if (!order->tds.cavv) {
		return NULL;
	}
	struct json_object *info = json_object_new_object();
	sandbox_json_text(info, "cavv", order->tds.cavv);
	sandbox_json_text(info, "xid", order->tds.xid);
	return info;
}

const char *sandbox_status_payment_way(const struct sandbox_order *order)
{
	if (order->payment_way) {
		return order->payment_way;
	}
	return order->by_binding ? "CARD_BINDING" : "CARD";
}

const char *sandbox_status_product(const struct sandbox_order *order)
{
	static const struct {
		const char *system, *product;
	} products[] = {{"VISA", "VISA CLASSIC"}, {"MASTERCARD", "MASTERCARD STANDARD"}, {"MIR", "MIR CLASSIC"}};
	for (size_t i = 0; i < sizeof products / sizeof *products; i++) {
		if (sandbox_text_equal(products[i].system, order->payment_system)) {
			return products[i].product;
		}
	}
	return NULL;
}
