#ifndef SANDBOX_ORDER_TRANSACTION_H
#define SANDBOX_ORDER_TRANSACTION_H

#include "call/call.h"
#include "order/ledger.h"

/*
 * Changes the order and fills the operation, or answers why not (then neither is kept). subject is what the
 * handler passed on. A refusal of code 0 is a success for which nothing has to be done any more.
 */
typedef const struct sandbox_refusal *sandbox_change(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation);

/*
 * Finds the order, changes it and records the operation: all of it or nothing. False after answering the call
 * itself; after true the handler answers, and everything is already on disk. The caller frees the order either way.
 */
bool sandbox_transaction(const struct sandbox_call *call, const struct sandbox_reference *reference,
	sandbox_change *change, const void *subject, struct sandbox_order *order, struct sandbox_operation *operation);

/*
 * The same with an order that is new: inserts it, changes it and records the operation. The order stays the caller's.
 * taken is the answer if the merchant has an order of that number already. After a refusal there is no such order.
 */
bool sandbox_transaction_new(const struct sandbox_call *call, const struct sandbox_refusal *taken,
	sandbox_change *change, const void *subject, struct sandbox_order *order, struct sandbox_operation *operation);

#endif
