#ifndef SANDBOX_METHODS_REGISTER_H
#define SANDBOX_METHODS_REGISTER_H

#include "call/call.h"
#include "model/order.h"

/* What else a registration writes, in its transaction. False if the store failed. */
typedef bool sandbox_registered(
	const struct sandbox_call *call, const struct sandbox_order *order, const void *context);

/* Registers the order of a call, and answers it. also may be NULL. False if there is no new order. */
bool sandbox_register(struct sandbox_call *call, bool two_phase, sandbox_registered *also, const void *context);

#endif
