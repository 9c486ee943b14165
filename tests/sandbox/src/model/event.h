#ifndef SANDBOX_MODEL_EVENT_H
#define SANDBOX_MODEL_EVENT_H

#include "model/order.h"

#include <stdbool.h>

/* What the gateway tells a shop about: the values of `operation` in a callback. */
enum sandbox_event {
	SANDBOX_EVENT_CREATED,
	SANDBOX_EVENT_APPROVED,
	SANDBOX_EVENT_DEPOSITED,
	SANDBOX_EVENT_REVERSED,
	SANDBOX_EVENT_REFUNDED,
	SANDBOX_EVENT_DECLINED_BY_TIMEOUT,
	SANDBOX_EVENT_DECLINED_CARD_PRESENT, /* never happens here, but can be sent as a sample */
	SANDBOX_EVENT_BINDING_CREATED,
	SANDBOX_EVENT_BINDING_ACTIVITY_CHANGED,
	SANDBOX_EVENT_BINDING_DEACTIVATED, /* Sberbank's name for the half of the event before */
	SANDBOX_EVENT_SUBSCRIPTION_CREATED,
	SANDBOX_EVENTS,
};

extern const char *const sandbox_event_names[SANDBOX_EVENTS];

/* The event of that name; SANDBOX_EVENTS if there is none. */
enum sandbox_event sandbox_event_of(const char *name);

/*
 * The event of an operation on an order, and its status: true unless the payment was declined. SANDBOX_EVENTS if shops
 * are told nothing: a verified card moves no money.
 */
enum sandbox_event sandbox_event_of_operation(
	const struct sandbox_order *order, const struct sandbox_operation *operation, bool *succeeded);

#endif
