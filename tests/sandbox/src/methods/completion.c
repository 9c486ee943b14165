/* deposit.do, reverse.do, refund.do, decline.do, autoCompletion, autoRefund: what follows a payment, or replaces it. */
#include "methods/handlers.h"

#include "base/text.h"
#include "model/cart.h"
#include "order/transaction.h"

#include <stdio.h>

static const struct sandbox_refusal refunded_before = {0, 0, "Success"};
static const struct sandbox_refusal other_order = {6, 6, "Unknown order"};

/* Orders are named by orderId, or by orderNumber with merchantLogin. False after answering what is missing. */
static bool read_completion_reference(
	const struct sandbox_call *call, bool needs_login, struct sandbox_reference *reference)
{
	reference->merchant = call->merchant->id;
	reference->id = sandbox_call_text(call, "orderId");
	reference->number = sandbox_call_text(call, "orderNumber");
	if (!reference->id && !reference->number) {
		sandbox_call_empty(call, "orderId");
		return false;
	}
	if (!reference->id && needs_login && !sandbox_call_text(call, "merchantLogin")) {
		sandbox_call_empty(call, "merchantLogin");
		return false;
	}
	return true;
}

static void complete_order(const struct sandbox_call *call, bool needs_login, sandbox_change *change)
{
	struct sandbox_reference reference;
	struct sandbox_order order;
	struct sandbox_operation operation;
	if (!read_completion_reference(call, needs_login, &reference)) {
		return;
	}
	if (sandbox_transaction(call, &reference, change, NULL, &order, &operation)) {
		sandbox_call_answer(call, 0, "Success");
	}
	sandbox_order_free(&order);
}

/* compositeAmount is roubles and bonus points together; nobody has bonus points here. */
static int64_t requested_amount(const struct sandbox_call *call)
{
	bool composite = sandbox_call_text(call, "compositeAmount");
	return sandbox_call_number(call, composite ? "compositeAmount" : "amount");
}

static bool currency_differs(const struct sandbox_call *call, const struct sandbox_order *order)
{
	const char *currency = sandbox_call_text(call, "currency");
	return currency && !sandbox_text_equal(currency, order->currency);
}

/* The positions concerned: a list in the classic dialect, a whole cart in the JSON dialect. */
static const char *items_parameter(const struct sandbox_call *call, const char *name)
{
	return sandbox_call_text(call, call->method->dialect == SANDBOX_JSON ? "orderBundle" : name);
}

static const struct sandbox_refusal *apply_rule(const struct sandbox_call *call, sandbox_rule *rule,
	const char *item_list, struct sandbox_order *order, struct sandbox_operation *operation)
{
	operation->requested = requested_amount(call);
	if (currency_differs(call, order)) {
		return &sandbox_refusal_currency;
	}
	const struct sandbox_refusal *refusal = rule(order, &call->merchant->settings, operation);
	return refusal ? refusal : sandbox_cart_take(order, operation, items_parameter(call, item_list));
}

static const struct sandbox_refusal *deposit_order(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	(void)subject;
	return apply_rule(call, sandbox_rules_deposit, "depositItems", order, operation);
}

/* A failed reversal is remembered although no money moved. */
static const struct sandbox_refusal *remember_failed_reversal(
	const struct sandbox_call *call, struct sandbox_order *order, const struct sandbox_refusal *refusal)
{
	order->reversal_failed = 1;
	return sandbox_store_order_update(call->store, order) ? refusal : &sandbox_refusal_system_error;
}

static const struct sandbox_refusal *reverse_order(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_settings *settings = &call->merchant->settings;
	(void)subject;
	operation->requested = requested_amount(call);
	if (currency_differs(call, order)) {
		return &sandbox_refusal_currency;
	}
	const struct sandbox_refusal *refusal = sandbox_rules_reverse(order, settings, operation);
	if (!refusal) {
		return sandbox_cart_take(order, operation, items_parameter(call, "reverseItems"));
	}
	return sandbox_rules_reversal_failed(order, settings) ? remember_failed_reversal(call, order, refusal) : refusal;
}

/* NULL if no refund was made under this id yet; otherwise success for the same refund, or a refusal. */
static const struct sandbox_refusal *refuse_known_refund(
	const struct sandbox_call *call, const char *refund_id, const struct sandbox_order *order)
{
	struct sandbox_operation earlier;
	switch (sandbox_store_refund_by_external_id(call->store, call->merchant->id, refund_id, &earlier)) {
		case SANDBOX_NOT_FOUND:
			return NULL;
		case SANDBOX_STORE_FAILED:
			return &sandbox_refusal_system_error;
		default:
			break;
	}
	bool same = earlier.order == order->row && earlier.requested == requested_amount(call);
	return same ? &refunded_before : &sandbox_refusal_refund_id;
}

static const struct sandbox_refusal *refund_order(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	(void)subject;
	const char *refund_id = sandbox_call_text(call, "externalRefundId");
	if (refund_id) {
		/* This comes first, because the earlier refund has changed the amounts that the other checks look at. */
		const struct sandbox_refusal *earlier = refuse_known_refund(call, refund_id, order);
		if (earlier) {
			return earlier;
		}
		snprintf(operation->external_refund_id, sizeof operation->external_refund_id, "%s", refund_id);
	}
	const char *expected = sandbox_call_text(call, "expectedDepositedAmount");
	if (expected && sandbox_text_integer(expected) != order->deposited) {
		return &sandbox_refusal_expected_amount;
	}
	return apply_rule(call, sandbox_rules_refund, "refundItems", order, operation);
}

static const struct sandbox_refusal *decline_order(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	(void)subject;
	const char *number = sandbox_call_text(call, "orderNumber");
	if (number && !sandbox_text_equal(number, order->number)) {
		return &other_order;
	}
	return sandbox_rules_decline(order, &call->merchant->settings, operation);
}

void sandbox_handle_deposit(struct sandbox_call *call)
{
	bool classic = call->method->dialect == SANDBOX_CLASSIC;
	if (classic && call->merchant->settings.deposit_amount_mandatory && !sandbox_call_text(call, "amount")) {
		sandbox_call_empty(call, "amount");
		return;
	}
	complete_order(call, true, deposit_order);
}

void sandbox_handle_reverse(struct sandbox_call *call)
{
	complete_order(call, true, reverse_order);
}

void sandbox_handle_refund(struct sandbox_call *call)
{
	complete_order(call, true, refund_order);
}

void sandbox_handle_decline(struct sandbox_call *call)
{
	complete_order(call, false, decline_order);
}
