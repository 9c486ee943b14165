#ifndef SANDBOX_MODEL_RULES_H
#define SANDBOX_MODEL_RULES_H

#include "model/merchant.h"
#include "model/order.h"
#include "model/refusal.h"

#include <stdbool.h>

/* The rules of state and money. Pure functions: they change only the order and the operation that they are given. */

extern const struct sandbox_refusal sandbox_refusal_state;
extern const struct sandbox_refusal sandbox_refusal_no_hold;
extern const struct sandbox_refusal sandbox_refusal_decline_state;
extern const struct sandbox_refusal sandbox_refusal_amount;
extern const struct sandbox_refusal sandbox_refusal_deposit_minimum;
extern const struct sandbox_refusal sandbox_refusal_refund_amount;
extern const struct sandbox_refusal sandbox_refusal_expected_amount;
extern const struct sandbox_refusal sandbox_refusal_currency;
extern const struct sandbox_refusal sandbox_refusal_refund_id;

/*
 * Each of these changes order and operation and returns NULL, or changes nothing and returns a refusal. The caller sets
 * operation->at and ->requested; an amount of 0 means everything.
 */
typedef const struct sandbox_refusal *sandbox_rule(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation);

/* A payment attempt; operation->action_code is the issuer's answer. A declined attempt is not a refusal. */
sandbox_rule sandbox_rules_pay;
sandbox_rule sandbox_rules_deposit;
sandbox_rule sandbox_rules_reverse;
sandbox_rule sandbox_rules_refund;
sandbox_rule sandbox_rules_decline;

/* Whether the order can be paid at all. */
bool sandbox_rules_payable(const struct sandbox_order *order);

/* Whether a refused reversal counts as the one reversal that an order has. */
bool sandbox_rules_reversal_failed(const struct sandbox_order *order, const struct sandbox_settings *settings);

/* When the order next changes by itself: expiry, automatic capture or reversal. 0 if never. */
int64_t sandbox_rules_due_at(const struct sandbox_order *order);

/* Makes that change, dated when it was due. Call it only when due_at has passed. */
void sandbox_rules_settle(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation);

#endif
