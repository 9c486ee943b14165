/* Sberbank's paymentSberPay.do and paymentOrderBySubscription. */
#include "methods/handlers.h"

#include "base/text.h"
#include "model/action.h"
#include "order/ledger.h"
#include "order/transaction.h"
#include "payment/app.h"
#include "payment/pay.h"

static const struct sandbox_refusal no_holds = {5, 5, "Access denied: the fast payment system knows no holds"};

/* Asks the payer. No money has moved yet, so there is no operation to record. */
static const struct sandbox_refusal *ask_payer(const struct sandbox_call *call, struct sandbox_order *order)
{
	if (!sandbox_rules_payable(order)) {
		return &sandbox_refusal_state;
	}
	sandbox_text_set(&order->sberpay_phone, sandbox_call_text(call, "phone"));
	return sandbox_store_order_update(call->store, order) ? NULL : &sandbox_refusal_system_error;
}

void sandbox_handle_sberpay(struct sandbox_call *call)
{
	struct sandbox_order order = {0};
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "orderId")};
	if (!sandbox_call_begin(call)) {
		return;
	}
	enum sandbox_found found = sandbox_ledger_take(call->store, &reference, call->now, &order);
	if (found != SANDBOX_FOUND) {
		sandbox_store_rollback(call->store);
		sandbox_call_not_found(call, found);
		return;
	}
	const struct sandbox_refusal *refusal = ask_payer(call, &order);
	/* After a refusal as well: the order may just have been found expired. */
	if (!sandbox_store_commit(call->store)) {
		sandbox_call_system_error(call);
	} else if (refusal) {
		sandbox_call_refuse(call, refusal);
	} else {
		sandbox_call_answer(call, 0, NULL);
	}
	sandbox_order_free(&order);
}

/* The action code of the fast payment system. */
static int64_t authorize_subscription(const struct sandbox_call *call, const struct sandbox_order *order)
{
	struct sandbox_order first;
	enum sandbox_found found = sandbox_store_order_by_subscription(
		call->store, call->merchant->id, sandbox_call_text(call, "subscriptionId"), &first);
	if (found != SANDBOX_FOUND) {
		return SANDBOX_ACTION_NO_SUBSCRIPTION;
	}
	/* A subscription belongs to one payer at one bank; an order without clientId may be paid by anyone. */
	bool same_payer = !order->client_id || sandbox_text_equal(order->client_id, first.client_id);
	bool right = same_payer && sandbox_text_equal(first.member, sandbox_call_text(call, "memberId"));
	sandbox_order_free(&first);
	return right ? SANDBOX_ACTION_APPROVED : SANDBOX_ACTION_NO_SUBSCRIPTION;
}

static const struct sandbox_refusal *pay_by_subscription(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	(void)subject;
	if (!sandbox_rules_payable(order)) {
		return &sandbox_refusal_state;
	}
	if (order->two_phase) {
		return &no_holds;
	}
	int64_t action_code = authorize_subscription(call, order);
	const struct sandbox_refusal *refusal =
		sandbox_pay_record_attempt(order, &call->merchant->settings, call->decline, operation, action_code);
	if (refusal) {
		return refusal;
	}
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	sandbox_text_set(&order->subscription, paid ? sandbox_call_text(call, "subscriptionId") : NULL);
	sandbox_text_set(&order->member, paid ? sandbox_call_text(call, "memberId") : NULL);
	return NULL;
}

void sandbox_handle_subscription_payment(struct sandbox_call *call)
{
	struct sandbox_order order;
	struct sandbox_operation operation;
	struct sandbox_reference reference = {.merchant = call->merchant->id, .id = sandbox_call_text(call, "orderId")};
	if (sandbox_transaction(call, &reference, pay_by_subscription, NULL, &order, &operation)) {
		bool paid = operation.action_code == SANDBOX_ACTION_APPROVED;
		sandbox_call_answer(call, 0, paid ? NULL : sandbox_action_find(operation.action_code)->description);
	}
	sandbox_order_free(&order);
}
