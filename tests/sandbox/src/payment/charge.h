#ifndef SANDBOX_PAYMENT_CHARGE_H
#define SANDBOX_PAYMENT_CHARGE_H

#include "store/store.h"

/* What a shop charges a stored card by itself: the payer is not there, so neither is his CVC, nor 3-D Secure. */

/* Whether a binding of that type may be charged in that way: tii R, I or U. */
bool sandbox_charge_fits(enum sandbox_binding_type type, const char *tii);

/* The merchant's binding of that id, if it may be charged in that way now. Else NOT_FOUND, whatever is wrong with it.
 */
enum sandbox_found sandbox_charge_binding(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	const char *id, const char *tii, int64_t now, struct sandbox_binding *binding);

/* The action code with which the issuer, or the binding's own limits, answer. */
int64_t sandbox_charge_authorize(const struct sandbox_store *store, const struct sandbox_settings *settings,
	const struct sandbox_binding *binding, int64_t amount, int64_t now);

/* After a successful one. */
bool sandbox_charge_count(struct sandbox_store *store, struct sandbox_binding *binding, int64_t amount, int64_t now);

/*
 * A charge with an order of its own, inside a transaction. The order brings its number, amount and texts,
 * operation->at the time. Nobody is there to try another card, so a declined one ends the order. NOT_FOUND says that
 * the merchant already has an order of that number; the caller frees the order in every case.
 */
enum sandbox_found sandbox_charge_order(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	struct sandbox_binding *binding, struct sandbox_order *order, struct sandbox_operation *operation);

#endif
