#ifndef SANDBOX_PAYMENT_PAY_END_H
#define SANDBOX_PAYMENT_PAY_END_H

#include "order/transaction.h"

/*
 * The end of an attempt whose payer was authenticated in between: records what the issuer answered and stores the card,
 * as the order has kept it. NULL, or why not.
 */
const struct sandbox_refusal *sandbox_pay_end(const struct sandbox_call *call, struct sandbox_order *order,
	struct sandbox_operation *operation, int64_t action_code);

/* Stores the card of a good payment, which the caller has filled in but for id and client. False if the store failed.
 */
bool sandbox_pay_store_binding(
	const struct sandbox_call *call, struct sandbox_binding *binding, struct sandbox_order *order);

/* Reads the limits on later charges from the order and the payment. False if one is wrong. */
bool sandbox_pay_read_limits(
	const struct sandbox_call *call, const struct sandbox_order *order, struct sandbox_binding *binding);

#endif
