#ifndef SANDBOX_PAYMENT_CHARGE_H
#define SANDBOX_PAYMENT_CHARGE_H

#include "store/store.h"

/* Charges that a shop makes to a stored card without the payer: there is no CVC, and no payer for 3-D Secure. */

/* Whether a binding of that type may be charged with that tii: R, I or U. */
bool sandbox_charge_fits(enum sandbox_binding_type type, const char *tii);

/* The merchant's binding of that id, if it may be charged with that tii now. NOT_FOUND whatever is wrong with it. */
enum sandbox_found sandbox_charge_binding(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	const char *id, const char *tii, int64_t now, struct sandbox_binding *binding);

/* The action code of the issuer, or of the binding's limits. */
int64_t sandbox_charge_authorize(const struct sandbox_store *store, const struct sandbox_settings *settings,
	const struct sandbox_binding *binding, int64_t amount, int64_t now);

/* Counts a successful charge. */
bool sandbox_charge_count(struct sandbox_store *store, struct sandbox_binding *binding, int64_t amount, int64_t now);

/*
 * Charges a binding for a new order, inside a transaction. The caller sets number, amount and texts of the order, and
 * operation->at. There is no second attempt, so a declined charge ends the order. NOT_FOUND says that the merchant
 * already has an order of that number. Unless decline is 0 it is what the issuer answers. The caller frees the order in
 * every case.
 */
enum sandbox_found sandbox_charge_order(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	struct sandbox_binding *binding, int64_t decline, struct sandbox_order *order, struct sandbox_operation *operation);

#endif
