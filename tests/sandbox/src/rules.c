#include "rules.h"

#include "action.h"
#include "clock.h"

#include <stdbool.h>
#include <stddef.h>

const struct sandbox_refusal sandbox_refusal_state = {7, "Order is not in a correct state"};
const struct sandbox_refusal sandbox_refusal_amount = {5, "[amount] wrong value"};
const struct sandbox_refusal sandbox_refusal_refund_amount = {7, "Refund amount exceeds deposited amount"};
const struct sandbox_refusal sandbox_refusal_expected_amount = {7, "Deposited amount is not the expected one"};
const struct sandbox_refusal sandbox_refusal_currency = {5, "[currency] wrong value"};
const struct sandbox_refusal sandbox_refusal_refund_id = {5, "[externalRefundId] was used with other data"};

/* The legality table: in which states an operation may be tried. */
#define IN(state) (1u << (state))
static const unsigned may_pay = IN(SANDBOX_CREATED);
static const unsigned may_deposit = IN(SANDBOX_APPROVED) | IN(SANDBOX_PARTLY_DEPOSITED);
static const unsigned may_reverse = IN(SANDBOX_APPROVED) | IN(SANDBOX_DEPOSITED);
static const unsigned may_refund = IN(SANDBOX_DEPOSITED) | IN(SANDBOX_REFUNDED);
static const unsigned may_decline = IN(SANDBOX_CREATED) | IN(SANDBOX_AUTHENTICATING);

static bool allowed(unsigned states, const struct sandbox_order *order)
{
	return states & IN(order->state);
}

static void take_money(struct sandbox_order *order, struct sandbox_operation *operation)
{
	order->authorized_at = operation->at;
	if (order->verify) {
		order->state = SANDBOX_REVERSED;
		order->reversed_at = operation->at;
		operation->type = SANDBOX_OPERATION_VERIFIED;
		return;
	}
	operation->amount = order->amount;
	order->approved = order->amount;
	if (order->two_phase) {
		order->state = SANDBOX_APPROVED;
		operation->type = SANDBOX_OPERATION_APPROVED;
		return;
	}
	order->state = SANDBOX_DEPOSITED;
	order->deposited = order->amount;
	order->deposited_at = operation->at;
	operation->type = SANDBOX_OPERATION_DEPOSITED;
}

const struct sandbox_refusal *sandbox_rules_pay(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	if (!allowed(may_pay, order)) {
		return &sandbox_refusal_state;
	}
	order->attempts++;
	order->action_code = operation->action_code;
	operation->amount = 0;
	if (operation->action_code == SANDBOX_ACTION_APPROVED) {
		take_money(order, operation);
		return NULL;
	}
	operation->type = SANDBOX_OPERATION_DECLINED;
	if (order->attempts >= settings->attempts) {
		order->state = SANDBOX_DECLINED;
	}
	return NULL;
}

const struct sandbox_refusal *sandbox_rules_deposit(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	if (!allowed(may_deposit, order)) {
		return &sandbox_refusal_state;
	}
	int64_t limit = order->approved + order->approved * settings->deposit_limit_percent / 100;
	int64_t amount = operation->requested ? operation->requested : order->approved - order->deposited;
	if (amount > limit - order->deposited) {
		return &sandbox_refusal_amount;
	}
	order->deposited += amount;
	order->deposited_at = operation->at;
	bool more = settings->multiple_deposits && order->deposited < order->approved;
	order->state = more ? SANDBOX_PARTLY_DEPOSITED : SANDBOX_DEPOSITED;
	operation->type = SANDBOX_OPERATION_DEPOSITED;
	operation->amount = amount;
	return NULL;
}

static bool may_undo_deposit(const struct sandbox_order *order, const struct sandbox_settings *settings, int64_t now)
{
	int64_t ahead = settings->utc_offset_minutes;
	return settings->reverse_deposited &&
		   sandbox_clock_day(order->deposited_at, ahead) == sandbox_clock_day(now, ahead);
}

const struct sandbox_refusal *sandbox_rules_reverse(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	bool captured = order->state == SANDBOX_DEPOSITED;
	/* A reversal is one-shot: a second one is refused even while a part of the hold is left. */
	if (!allowed(may_reverse, order) || order->reversed_at ||
		(captured && !may_undo_deposit(order, settings, operation->at))) {
		return &sandbox_refusal_state;
	}
	int64_t whole = captured ? order->deposited : order->approved;
	int64_t amount = operation->requested ? operation->requested : whole;
	if (amount > whole || (amount < whole && !settings->partial_reversal)) {
		return &sandbox_refusal_amount;
	}
	bool full = amount == whole;
	order->approved = full || amount > order->approved ? 0 : order->approved - amount;
	order->deposited -= captured ? amount : 0;
	order->reversed_at = operation->at;
	order->state = full ? SANDBOX_REVERSED : order->state;
	operation->type = SANDBOX_OPERATION_REVERSED;
	operation->amount = amount;
	return NULL;
}

const struct sandbox_refusal *sandbox_rules_refund(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	(void)settings;
	if (!allowed(may_refund, order) || order->deposited == 0) {
		return &sandbox_refusal_state;
	}
	int64_t amount = operation->requested ? operation->requested : order->deposited;
	if (amount > order->deposited) {
		return &sandbox_refusal_refund_amount;
	}
	order->deposited -= amount;
	order->refunded += amount;
	order->refunded_at = operation->at;
	order->state = SANDBOX_REFUNDED;
	operation->type = SANDBOX_OPERATION_REFUNDED;
	operation->amount = amount;
	return NULL;
}

const struct sandbox_refusal *sandbox_rules_decline(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	(void)settings;
	if (!allowed(may_decline, order)) {
		return &sandbox_refusal_state;
	}
	order->state = SANDBOX_DECLINED;
	operation->type = SANDBOX_OPERATION_DECLINED;
	operation->amount = 0;
	return NULL;
}

static int64_t automatic_at(const struct sandbox_order *order)
{
	int64_t at = order->auto_deposit_at ? order->auto_deposit_at : order->auto_reverse_at;
	/* A hold placed after that moment missed it, and one reversed in part is in other hands. */
	return at > order->authorized_at && !order->reversed_at ? at : 0;
}

int64_t sandbox_rules_due_at(const struct sandbox_order *order)
{
	if (allowed(may_decline, order)) {
		return order->expires_at;
	}
	return order->state == SANDBOX_APPROVED ? automatic_at(order) : 0;
}

void sandbox_rules_settle(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	*operation = (struct sandbox_operation){.order = order->row, .at = sandbox_rules_due_at(order)};
	if (order->state == SANDBOX_APPROVED) {
		(order->auto_deposit_at ? sandbox_rules_deposit : sandbox_rules_reverse)(order, settings, operation);
		return;
	}
	sandbox_rules_decline(order, settings, operation);
	order->action_code = SANDBOX_ACTION_TIME_IS_OVER;
	operation->type = SANDBOX_OPERATION_DECLINED_BY_TIMEOUT;
	operation->action_code = SANDBOX_ACTION_TIME_IS_OVER;
}
