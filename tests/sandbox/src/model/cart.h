#ifndef SANDBOX_MODEL_CART_H
#define SANDBOX_MODEL_CART_H

#include "base/fault.h"
#include "model/rules.h"

/*
 * The cart of an order: orderBundle as registered, and beside it a ledger of what was captured, reversed and refunded
 * of each position. Quantities are counted in thousandths.
 */

extern const struct sandbox_refusal sandbox_refusal_items_sum;
extern const struct sandbox_refusal sandbox_refusal_items_position;
extern const struct sandbox_refusal sandbox_refusal_items_quantity;
extern const struct sandbox_refusal sandbox_refusal_items_price;

/* Opens the ledger of a new order that has a cart. False and the fault, of errorCode 8, if its sums are not right. */
bool sandbox_cart_open(struct sandbox_order *order, struct sandbox_fault *fault);

/*
 * Takes items out of what the operation may still take; items is a JSON text, {items} or {cartItems: {items}}, or NULL
 * for none. The operation has been done to the order already. NULL, or why not; then the order is spoilt.
 */
const struct sandbox_refusal *sandbox_cart_take(
	struct sandbox_order *order, const struct sandbox_operation *operation, const char *items);

/* The cart as a status answer shows it: up to a certain version without prices, after it with what was captured. */
struct json_object *sandbox_cart_describe(const struct sandbox_order *order, bool with_prices);

#endif
