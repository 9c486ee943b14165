#ifndef SANDBOX_MODEL_CART_H
#define SANDBOX_MODEL_CART_H

#include "base/fault.h"
#include "model/rules.h"

/*
 * The cart of an order: orderBundle as registered, and a ledger of what was captured, reversed and refunded of each
 * position. Quantities are in thousandths.
 */

extern const struct sandbox_refusal sandbox_refusal_items_sum;
extern const struct sandbox_refusal sandbox_refusal_items_position;
extern const struct sandbox_refusal sandbox_refusal_items_quantity;
extern const struct sandbox_refusal sandbox_refusal_items_price;

/* Opens the ledger of a new order, if it has a cart. False and a fault of errorCode 8 if the cart is wrong. */
bool sandbox_cart_open(struct sandbox_order *order, struct sandbox_fault *fault);

/*
 * Books the items of an operation in the ledger. items is a JSON text, {items} or {cartItems: {items}}, or NULL for
 * none. The operation has already been applied to the order. Returns NULL, or why not; then the order must be
 * discarded.
 */
const struct sandbox_refusal *sandbox_cart_take(
	struct sandbox_order *order, const struct sandbox_operation *operation, const char *items);

/*
 * Books a refund of that much of one position, named as the request names it. The operation has already been applied to
 * the order. Returns NULL, or why not; then the order must be discarded.
 */
const struct sandbox_refusal *sandbox_cart_refund_position(
	struct sandbox_order *order, const struct sandbox_operation *operation, const char *position);

/*
 * The positions of the order's cart as a list of {positionId, name, price, ordered, left, amount, amountLeft}: what was
 * ordered of each, and what an operation of that type may still take. Prices and amounts are numbers, quantities
 * thousandths. The caller owns it; NULL if there is no cart.
 */
struct json_object *sandbox_cart_positions(const struct sandbox_order *order, enum sandbox_operation_type type);

/*
 * An item of such an operation: that quantity, a text such as 2 or 0.5, of one of these positions, with its share of
 * what is left of the money. The caller owns it; NULL if the quantity is no number, 0, or more than what is left.
 */
struct json_object *sandbox_cart_share(struct json_object *position, const char *quantity);

/* The cart as the status answer shows it: without prices in old versions, with the captured amounts in newer ones. */
struct json_object *sandbox_cart_describe(const struct sandbox_order *order, bool with_prices);

#endif
