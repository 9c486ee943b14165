/* getBindings.do and getBindingsByCardOrId.do, in both dialects, and getAllBindings.do. */
#include "methods/handlers.h"

#include "base/text.h"
#include "call/call.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOTHING_FOUND 2
#define LABEL_SIZE    17
#define WAY_END       "_BINDING"

/* Which of the bindings to list. */
struct binding_filter {
	const char *id;                 /* NULL: any */
	enum sandbox_binding_type type; /* SANDBOX_BINDING_TYPES: any */
	bool expired, inactive;
};

static bool is_flag_set(const struct sandbox_call *call, const char *name)
{
	return sandbox_text_equal(sandbox_call_text(call, name), "true");
}

static struct binding_filter read_filter(const struct sandbox_call *call)
{
	const char *type = sandbox_call_text(call, "bindingType");
	return (struct binding_filter){
		.type = type ? sandbox_binding_type_of(type[0]) : SANDBOX_BINDING_TYPES,
		.expired = is_flag_set(call, "showExpired"),
		.inactive = is_flag_set(call, "showInactive"),
	};
}

static bool matches_filter(
	const struct sandbox_call *call, const struct binding_filter *filter, const struct sandbox_binding *binding)
{
	return (!filter->id || sandbox_text_equal(filter->id, binding->id)) &&
		   (filter->type == SANDBOX_BINDING_TYPES || filter->type == binding->type) &&
		   (filter->inactive || binding->active) &&
		   (filter->expired || !sandbox_binding_expired(binding, &call->merchant->settings, call->now));
}

static struct json_object *describe_binding(const struct sandbox_binding *binding)
{
	struct json_object *json = json_object_new_object();
	char expiry[21];
	snprintf(expiry, sizeof expiry, "%06lld", (long long)binding->expiry);
	sandbox_json_text(json, "bindingId", binding->id);
	/* No payer would recognize the device number of a wallet. */
	sandbox_json_text(json, "maskedPan", binding->wallet[0] ? NULL : binding->masked_pan);
	sandbox_json_text(json, "expiryDate", expiry);
	sandbox_json_text(json, "clientId", binding->client_id);
	return json;
}

static void add_binding_way(struct json_object *json, const struct sandbox_binding *binding)
{
	char way[SANDBOX_WAY_SIZE + sizeof WAY_END] = "CARD";
	if (binding->wallet[0]) {
		snprintf(way, sizeof way, "%s" WAY_END, binding->wallet);
	}
	sandbox_json_text(json, "paymentWay", way);
	sandbox_json_text(json, "paymentSystem", binding->payment_system);
}

/* The members differ by dialect and by method. */
static struct json_object *describe_binding_for_method(
	const struct sandbox_call *call, const struct sandbox_binding *binding, bool of_client)
{
	struct json_object *json = describe_binding(binding);
	if (call->method->dialect == SANDBOX_JSON) {
		add_binding_way(json, binding);
		sandbox_json_text(json, "bindingStatus", binding->active ? "1" : "0");
	} else if (of_client) {
		char label[LABEL_SIZE];
		const char *last = binding->masked_pan + strlen(binding->masked_pan) - 4;
		snprintf(label, sizeof label, "XXXXXXXXXXXX%s", last);
		add_binding_way(json, binding);
		sandbox_json_text(json, "displayLabel", binding->wallet[0] ? NULL : label);
		sandbox_json_text(json, "bindingCategory", sandbox_binding_names[binding->type]);
	}
	return json;
}

/* An empty list is an error. */
static void answer_bindings(const struct sandbox_call *call, const struct binding_filter *filter, bool of_client,
	const struct sandbox_binding *bindings, size_t count)
{
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < count; i++) {
		if (matches_filter(call, filter, &bindings[i])) {
			json_object_array_add(list, describe_binding_for_method(call, &bindings[i], of_client));
		}
	}
	if (json_object_array_length(list) == 0) {
		json_object_put(list);
		sandbox_call_answer(call, NOTHING_FOUND, "Information not found");
		return;
	}
	sandbox_json_value(sandbox_call_answer(call, 0, "Success"), "bindings", list);
}

static bool is_list_denied(const struct sandbox_call *call)
{
	if (!call->merchant->settings.bindings) {
		sandbox_call_deny(call);
	}
	return !call->merchant->settings.bindings;
}

void sandbox_handle_bindings(struct sandbox_call *call)
{
	struct sandbox_binding *bindings;
	size_t count;
	struct binding_filter filter = read_filter(call);
	if (is_list_denied(call)) {
		return;
	}
	filter.id = sandbox_call_text(call, "bindingId");
	sandbox_store_lock(call->store);
	bool listed = sandbox_store_list_client_bindings(
		call->store, call->merchant->id, sandbox_call_text(call, "clientId"), &bindings, &count);
	sandbox_store_unlock(call->store);
	if (listed) {
		answer_bindings(call, &filter, true, bindings, count);
	} else {
		sandbox_call_system_error(call);
	}
	free(bindings);
}

/* The hash of the requested card. The number takes precedence over the id. */
static enum sandbox_found find_card_mac(const struct sandbox_call *call, char mac[SANDBOX_MAC_SIZE])
{
	const char *pan = sandbox_call_text(call, "pan");
	struct sandbox_binding binding;
	if (pan) {
		sandbox_mac(sandbox_store_key(call->store), pan, mac);
		return SANDBOX_FOUND;
	}
	enum sandbox_found found =
		sandbox_store_binding_by_id(call->store, call->merchant->id, sandbox_call_text(call, "bindingId"), &binding);
	if (found == SANDBOX_FOUND) {
		strcpy(mac, binding.pan_mac);
	}
	return found;
}

void sandbox_handle_bindings_of_card(struct sandbox_call *call)
{
	struct sandbox_binding *bindings = NULL;
	size_t count = 0;
	char mac[SANDBOX_MAC_SIZE];
	struct binding_filter filter = read_filter(call);
	if (is_list_denied(call)) {
		return;
	}
	if (!sandbox_call_text(call, "pan") && !sandbox_call_text(call, "bindingId")) {
		sandbox_call_empty(call, "pan");
		return;
	}
	sandbox_store_lock(call->store);
	enum sandbox_found found = find_card_mac(call, mac);
	if (found == SANDBOX_FOUND &&
		!sandbox_store_list_card_bindings(call->store, call->merchant->id, mac, &bindings, &count)) {
		found = SANDBOX_STORE_FAILED;
	}
	sandbox_store_unlock(call->store);
	if (found == SANDBOX_STORE_FAILED) {
		sandbox_call_system_error(call);
	} else {
		answer_bindings(call, &filter, false, bindings, count);
	}
	free(bindings);
}
