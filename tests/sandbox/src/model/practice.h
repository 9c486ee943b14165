#ifndef SANDBOX_MODEL_PRACTICE_H
#define SANDBOX_MODEL_PRACTICE_H

#include "model/merchant.h"
#include "model/order.h"
#include "model/refusal.h"

#include <stdbool.h>

/*
 * Industry practice: payments that the shop makes with the card of an order that its payer made, such as a damage found
 * after a hire, or a second try of a payment that failed.
 */

struct sandbox_practice {
	const char *tii;
	bool of_failed;  /* of an order that was declined; otherwise of a captured one */
	bool challenged; /* the payer must have passed a challenge of 3-D Secure 2; otherwise frictionless will do */
	bool same_day;   /* only on the bank day of the original payment */
	bool once;       /* succeeds once, with the amount of the original order */
	int days, wallet_days;
};

extern const struct sandbox_refusal sandbox_refusal_practice;

/* NULL if there is none with that tii. */
const struct sandbox_practice *sandbox_practice_find(const char *tii);

/*
 * Why the original order does not allow it now, or NULL. earlier is the tii of what succeeded with this order before,
 * or NULL.
 */
const struct sandbox_refusal *sandbox_practice_refuse(const struct sandbox_practice *practice,
	const struct sandbox_order *original, const char *earlier, const struct sandbox_settings *settings, int64_t now);

/* Adds a successful payment to the original order, if that is where its money is returned from. */
void sandbox_practice_add(
	const struct sandbox_practice *practice, struct sandbox_order *original, const struct sandbox_order *order);

#endif
