/* The events that shops are told of. */
#include "model/event.h"

#include <string.h>

const char *const sandbox_event_names[SANDBOX_EVENTS] = {
	[SANDBOX_EVENT_CREATED] = "created",
	[SANDBOX_EVENT_APPROVED] = "approved",
	[SANDBOX_EVENT_DEPOSITED] = "deposited",
	[SANDBOX_EVENT_REVERSED] = "reversed",
	[SANDBOX_EVENT_REFUNDED] = "refunded",
	[SANDBOX_EVENT_DECLINED_BY_TIMEOUT] = "declinedByTimeout",
	[SANDBOX_EVENT_DECLINED_CARD_PRESENT] = "declinedCardPresent",
	[SANDBOX_EVENT_BINDING_CREATED] = "bindingCreated",
	[SANDBOX_EVENT_BINDING_ACTIVITY_CHANGED] = "bindingActivityChanged",
	[SANDBOX_EVENT_BINDING_DEACTIVATED] = "bindingDeactivated",
	[SANDBOX_EVENT_SUBSCRIPTION_CREATED] = "subscriptionCreated",
};

enum sandbox_event sandbox_event_of(const char *name)
{
	int event = 0;
	while (event < SANDBOX_EVENTS && strcmp(sandbox_event_names[event], name) != 0) {
		event++;
	}
	return (enum sandbox_event)event;
}

enum sandbox_event sandbox_event_of_operation(
	const struct sandbox_order *order, const struct sandbox_operation *operation, bool *succeeded)
{
	*succeeded = operation->type != SANDBOX_OPERATION_DECLINED;
	switch (operation->type) {
		case SANDBOX_OPERATION_APPROVED:
			return SANDBOX_EVENT_APPROVED;
		case SANDBOX_OPERATION_DEPOSITED:
			return SANDBOX_EVENT_DEPOSITED;
		case SANDBOX_OPERATION_REVERSED:
			return SANDBOX_EVENT_REVERSED;
		case SANDBOX_OPERATION_REFUNDED:
		case SANDBOX_OPERATION_CREDITED:
			return SANDBOX_EVENT_REFUNDED;
		case SANDBOX_OPERATION_DECLINED:
			return order->two_phase ? SANDBOX_EVENT_APPROVED : SANDBOX_EVENT_DEPOSITED;
		case SANDBOX_OPERATION_DECLINED_BY_TIMEOUT:
			return SANDBOX_EVENT_DECLINED_BY_TIMEOUT;
		default:
			return SANDBOX_EVENTS;
	}
}
