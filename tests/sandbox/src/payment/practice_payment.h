#ifndef SANDBOX_PAYMENT_PRACTICE_PAYMENT_H
#define SANDBOX_PAYMENT_PRACTICE_PAYMENT_H

#include "model/practice.h"
#include "order/transaction.h"

/*
 * Pays a new order with the card of the original one, inside a transaction. The caller sets number, amount (0: that of
 * the original) and texts of the order, and operation->at. A declined payment is not a refusal. The caller frees both
 * orders in every case.
 */
const struct sandbox_refusal *sandbox_practice_pay(const struct sandbox_call *call,
	const struct sandbox_practice *practice, const struct sandbox_reference *reference, struct sandbox_order *original,
	struct sandbox_order *order, struct sandbox_operation *operation);

#endif
