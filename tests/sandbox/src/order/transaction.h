#ifndef SANDBOX_ORDER_TRANSACTION_H
#define SANDBOX_ORDER_TRANSACTION_H

#include "call/call.h"
#include "order/ledger.h"

/*
 * Changes the order, fills the operation and returns NULL, or returns why not; then neither is stored. subject is the
 * argument of the caller. A refusal of code 0 is a success for which nothing is left to do.
 */
typedef const struct sandbox_refusal *sandbox_change(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation);

/*
 * Finds the order, changes it and records the operation, in one transaction. After true everything is on disk, and the
 * handler answers. False after answering the call. The caller frees the order either way.
 */
bool sandbox_transaction(const struct sandbox_call *call, const struct sandbox_reference *reference,
	sandbox_change *change, const void *subject, struct sandbox_order *order, struct sandbox_operation *operation);

/*
 * The same with a new order, which is inserted first. taken is the answer if the merchant already has an order of that
 * number. After a refusal nothing is stored. The caller frees the order either way.
 */
bool sandbox_transaction_new(const struct sandbox_call *call, const struct sandbox_refusal *taken,
	sandbox_change *change, const void *subject, struct sandbox_order *order, struct sandbox_operation *operation);

#endif
