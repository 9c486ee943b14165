/* Capture, reversal, refund and decline, whoever asks for them. */
#include "order/completion.h"

#include "base/text.h"
#include "model/cart.h"

#include <stdio.h>

static const struct sandbox_refusal refunded_before = {0, 0, "Success"};
static const struct sandbox_refusal other_order = {6, 6, "Unknown order"};

static bool currency_differs(const struct sandbox_completion *completion, const struct sandbox_order *order)
{
	return completion->currency && !sandbox_text_equal(completion->currency, order->currency);
}

static const struct sandbox_refusal *apply_rule(const struct sandbox_call *call,
	const struct sandbox_completion *completion, sandbox_rule *rule, struct sandbox_order *order,
	struct sandbox_operation *operation)
{
	operation->requested = completion->amount;
	if (currency_differs(completion, order)) {
		return &sandbox_refusal_currency;
	}
	const struct sandbox_refusal *refusal = rule(order, &call->merchant->settings, operation);
	return refusal ? refusal : sandbox_cart_take(order, operation, completion->items);
}

const struct sandbox_refusal *sandbox_complete_deposit(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	return apply_rule(call, subject, sandbox_rules_deposit, order, operation);
}

/* A failed reversal is remembered although no money moved. */
static const struct sandbox_refusal *remember_failed_reversal(
	const struct sandbox_call *call, struct sandbox_order *order, const struct sandbox_refusal *refusal)
{
	order->reversal_failed = 1;
	return sandbox_store_order_update(call->store, order) ? refusal : &sandbox_refusal_system_error;
}

const struct sandbox_refusal *sandbox_complete_reverse(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_completion *completion = subject;
	const struct sandbox_settings *settings = &call->merchant->settings;
	operation->requested = completion->amount;
	if (currency_differs(completion, order)) {
		return &sandbox_refusal_currency;
	}
	const struct sandbox_refusal *refusal = sandbox_rules_reverse(order, settings, operation);
	if (!refusal) {
		return sandbox_cart_take(order, operation, completion->items);
	}
	return sandbox_rules_reversal_failed(order, settings) ? remember_failed_reversal(call, order, refusal) : refusal;
}

/* NULL if no refund was made under this id yet; otherwise success for the same refund, or a refusal. */
static const struct sandbox_refusal *refuse_known_refund(
	const struct sandbox_call *call, const struct sandbox_completion *completion, const struct sandbox_order *order)
{
	struct sandbox_operation earlier;
	switch (sandbox_store_refund_by_external_id(
		call->store, call->merchant->id, completion->external_refund_id, &earlier)) {
		case SANDBOX_NOT_FOUND:
			return NULL;
		case SANDBOX_STORE_FAILED:
			return &sandbox_refusal_system_error;
		default:
			break;
	}
	bool same = earlier.order == order->row && earlier.requested == completion->amount;
	return same ? &refunded_before : &sandbox_refusal_refund_id;
}

const struct sandbox_refusal *sandbox_complete_refund(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_completion *completion = subject;
	if (completion->external_refund_id) {
		/* This comes first, because the earlier refund has changed the amounts that the other checks look at. */
		const struct sandbox_refusal *earlier = refuse_known_refund(call, completion, order);
		if (earlier) {
			return earlier;
		}
		snprintf(
			operation->external_refund_id, sizeof operation->external_refund_id, "%s", completion->external_refund_id);
	}
	const char *expected = completion->expected_deposited;
	if (expected && sandbox_text_integer(expected) != order->deposited) {
		return &sandbox_refusal_expected_amount;
	}
	return apply_rule(call, completion, sandbox_rules_refund, order, operation);
}

const struct sandbox_refusal *sandbox_complete_decline(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_completion *completion = subject;
	if (completion->order_number && !sandbox_text_equal(completion->order_number, order->number)) {
		return &other_order;
	}
	return sandbox_rules_decline(order, &call->merchant->settings, operation);
}
