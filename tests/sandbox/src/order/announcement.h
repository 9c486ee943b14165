#ifndef SANDBOX_ORDER_ANNOUNCEMENT_H
#define SANDBOX_ORDER_ANNOUNCEMENT_H

#include "model/binding.h"
#include "model/event.h"
#include "store/store.h"

/*
 * Telling the shop: each of these writes callbacks into the outbox, if the merchant wants to know of the event and
 * there is an address. Inside the transaction that makes the event happen. False if the store failed.
 */

/* Something happened to an order; operation is NULL if it is none of money. */
bool sandbox_announce(struct sandbox_store *store, enum sandbox_event event, bool succeeded,
	const struct sandbox_order *order, const struct sandbox_operation *operation);

/* An operation on an order was recorded. */
bool sandbox_announce_operation(
	struct sandbox_store *store, const struct sandbox_order *order, const struct sandbox_operation *operation);

/* A binding was created (by the payment of that order, if it is not NULL), switched off or on. */
bool sandbox_announce_binding(struct sandbox_store *store, enum sandbox_event event,
	const struct sandbox_binding *binding, const struct sandbox_order *order, int64_t at);

/* Writes a callback of these parameters, which it takes over, to that address; NULL: the merchant's. */
bool sandbox_announce_parameters(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	struct json_object *parameters, const char *address, int64_t at);

#endif
