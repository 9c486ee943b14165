/* Callbacks on their way into the outbox. */
#include "order/announcement.h"

#include "base/json.h"
#include "base/text.h"
#include "model/json_params.h"
#include "order/announced_parameters.h"

#include <stdlib.h>
#include <string.h>

static bool is_wanted(const struct sandbox_settings *settings, enum sandbox_event event)
{
	return settings->callback_enabled &&
		   sandbox_text_list_has(settings->callback_operations, sandbox_event_names[event]);
}

/* dynamicCallbackUrl of the order, which the caller frees; NULL if it does not count. Nearly all have none: no JSON. */
static char *order_address(const struct sandbox_settings *settings, const struct sandbox_order *order)
{
	static const char name[] = "dynamicCallbackUrl";
	bool dynamic = strcmp(settings->callback_type, "DYNAMIC") == 0;
	return dynamic && order->registration && strstr(order->registration, name)
			   ? sandbox_json_params_text(order->registration, name)
			   : NULL;
}

bool sandbox_announce_parameters(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	struct json_object *parameters, const char *address, int64_t at)
{
	struct sandbox_callback callback = {
		.merchant = merchant->id,
		.created_at = at,
		.next_at = at + merchant->settings.callback_delay_secs * 1000,
		.operation = sandbox_text_copy(sandbox_json_member_text(parameters, "operation")),
		.order_id = sandbox_text_copy(sandbox_json_member_text(parameters, "mdOrder")),
		.order_number = sandbox_text_copy(sandbox_json_member_text(parameters, "orderNumber")),
		.address = sandbox_text_copy(address),
		.parameters = sandbox_json_into_text(parameters),
	};
	bool stored = true;
	for (int64_t i = 0; stored && i < merchant->settings.callback_repeat; i++) {
		stored = sandbox_store_callback_insert(store, &callback);
	}
	sandbox_callback_free(&callback);
	return stored;
}

static bool announce(struct sandbox_store *store, const struct sandbox_announcement *announcement, const char *address)
{
	bool json = strcmp(announcement->merchant->settings.callback_method, "JSON") == 0;
	return sandbox_announce_parameters(store, announcement->merchant,
		json ? sandbox_announced_json(announcement) : sandbox_announced_parameters(announcement), address,
		announcement->at);
}

bool sandbox_announce(struct sandbox_store *store, enum sandbox_event event, bool succeeded,
	const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(store, order->merchant);
	if (!merchant || !is_wanted(&merchant->settings, event)) {
		return true;
	}
	char *address = order_address(&merchant->settings, order);
	bool stored = true;
	if (address || merchant->settings.callback_address[0]) {
		struct sandbox_announcement announcement = {
			.merchant = merchant,
			.event = event,
			.succeeded = succeeded,
			.order = order,
			.operation = operation,
			.at = operation ? operation->at : order->created_at,
		};
		stored = announce(store, &announcement, address);
	}
	free(address);
	return stored;
}

bool sandbox_announce_operation(
	struct sandbox_store *store, const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	bool succeeded;
	enum sandbox_event event = sandbox_event_of_operation(order, operation, &succeeded);
	return event == SANDBOX_EVENTS || sandbox_announce(store, event, succeeded, order, operation);
}

/* Sberbank has no event for a binding that is switched on, and another name for one that is switched off. */
static enum sandbox_event event_in_dialect(
	const struct sandbox_settings *settings, enum sandbox_event event, const struct sandbox_binding *binding)
{
	if (event != SANDBOX_EVENT_BINDING_ACTIVITY_CHANGED || strcmp(settings->callback_method, "JSON") != 0) {
		return event;
	}
	return binding->active ? SANDBOX_EVENTS : SANDBOX_EVENT_BINDING_DEACTIVATED;
}

bool sandbox_announce_binding(struct sandbox_store *store, enum sandbox_event event,
	const struct sandbox_binding *binding, const struct sandbox_order *order, int64_t at)
{
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(store, binding->merchant);
	if (!merchant || !merchant->settings.callback_address[0] || !is_wanted(&merchant->settings, event)) {
		return true;
	}
	struct sandbox_announcement announcement = {
		.merchant = merchant,
		.event = event_in_dialect(&merchant->settings, event, binding),
		.succeeded = true,
		.order = order,
		.binding = binding,
		.at = at,
	};
	return announcement.event == SANDBOX_EVENTS || announce(store, &announcement, NULL);
}
