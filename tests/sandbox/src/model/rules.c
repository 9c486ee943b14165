/* The rules of state and money. */
#include "model/rules.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/action.h"

#include <stdbool.h>
#include <stddef.h>

const struct sandbox_refusal sandbox_refusal_state = {7, 5, "Order is not in a correct state"};
const struct sandbox_refusal sandbox_refusal_no_hold = {7, 7, "Order is not in a correct state"};
const struct sandbox_refusal sandbox_refusal_decline_state = {5, 5, "Access denied: order is not in a correct state"};
static const struct sandbox_refusal nothing_to_pay = {
	5, 5, "Access denied: the order is a subscription without a payment"};
const struct sandbox_refusal sandbox_refusal_amount = {5, 5, "[amount] wrong value"};
const struct sandbox_refusal sandbox_refusal_deposit_minimum = {7, 7, "Deposit amount is below the minimum"};
const struct sandbox_refusal sandbox_refusal_refund_amount = {7, 7, "Refund amount exceeds deposited amount"};
const struct sandbox_refusal sandbox_refusal_expected_amount = {7, 7, "Deposited amount is not the expected one"};
const struct sandbox_refusal sandbox_refusal_currency = {5, 5, "[currency] wrong value"};
const struct sandbox_refusal sandbox_refusal_refund_id = {5, 5, "[externalRefundId] was used with other data"};

/* The order states in which each operation is allowed. */
#define IN(state) (1u << (state))
static const unsigned may_pay = IN(SANDBOX_CREATED) | IN(SANDBOX_AUTHENTICATING);
static const unsigned may_deposit = IN(SANDBOX_APPROVED) | IN(SANDBOX_PARTLY_DEPOSITED);
static const unsigned may_reverse = IN(SANDBOX_APPROVED) | IN(SANDBOX_DEPOSITED);
static const unsigned may_refund = IN(SANDBOX_DEPOSITED) | IN(SANDBOX_REFUNDED);
static const unsigned may_decline = IN(SANDBOX_CREATED) | IN(SANDBOX_AUTHENTICATING);

static bool is_order_in(unsigned states, const struct sandbox_order *order)
{
	return states & IN(order->state);
}

static bool is_increment(const struct sandbox_order *order)
{
	return sandbox_text_equal(order->practice, SANDBOX_PRACTICE_INCREMENT);
}

static void approve_payment(struct sandbox_order *order, struct sandbox_operation *operation)
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

bool sandbox_rules_payable(const struct sandbox_order *order)
{
	return is_order_in(may_pay, order);
}

const struct sandbox_refusal *sandbox_rules_pay(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	if (!sandbox_rules_payable(order)) {
		return &sandbox_refusal_state;
	}
	if (order->amount == 0 && !order->verify && operation->action_code == SANDBOX_ACTION_APPROVED) {
		return &nothing_to_pay;
	}
	order->attempts++;
	order->action_code = operation->action_code;
	operation->amount = 0;
	if (operation->action_code == SANDBOX_ACTION_APPROVED) {
		approve_payment(order, operation);
		return NULL;
	}
	operation->type = SANDBOX_OPERATION_DECLINED;
	order->state = order->attempts >= settings->attempts ? SANDBOX_DECLINED : SANDBOX_CREATED;
	return NULL;
}

static void capture_amount(struct sandbox_order *order, struct sandbox_operation *operation, int64_t amount, bool more)
{
	order->deposited += amount;
	order->deposited_at = operation->at;
	order->state = more ? SANDBOX_PARTLY_DEPOSITED : SANDBOX_DEPOSITED;
	operation->type = SANDBOX_OPERATION_DEPOSITED;
	operation->amount = amount;
}

const struct sandbox_refusal *sandbox_rules_deposit(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	if (!is_order_in(may_deposit, order)) {
		return order->authorized_at ? &sandbox_refusal_state : &sandbox_refusal_no_hold;
	}
	int64_t limit = order->approved + order->approved * settings->deposit_limit_percent / 100;
	int64_t amount = operation->requested ? operation->requested : order->approved - order->deposited;
	if (amount < settings->deposit_minimum) {
		return &sandbox_refusal_deposit_minimum;
	}
	if (amount > limit - order->deposited) {
		return &sandbox_refusal_amount;
	}
	capture_amount(
		order, operation, amount, settings->multiple_deposits && order->deposited + amount < order->approved);
	return NULL;
}

static bool same_bank_day(const struct sandbox_settings *settings, int64_t before, int64_t now)
{
	int64_t ahead = settings->utc_offset_minutes;
	return sandbox_clock_day(before, ahead) == sandbox_clock_day(now, ahead);
}

/* Whether a reversal is in time and permitted. The state must be one that can be reversed at all. */
static bool may_reverse_now(const struct sandbox_order *order, const struct sandbox_settings *settings, int64_t now)
{
	if (order->state == SANDBOX_DEPOSITED) {
		return settings->reverse_deposited && same_bank_day(settings, order->deposited_at, now);
	}
	return !settings->reverse_same_day || same_bank_day(settings, order->authorized_at, now);
}

/* Undoes a capture: the hold is restored. */
static void return_to_hold(struct sandbox_order *order)
{
	order->state = SANDBOX_APPROVED;
	order->deposited = 0;
}

static void release_amount(struct sandbox_order *order, int64_t amount, bool full)
{
	order->approved = full || amount > order->approved ? 0 : order->approved - amount;
	order->deposited -= order->state == SANDBOX_DEPOSITED ? amount : 0;
	order->state = full ? SANDBOX_REVERSED : order->state;
}

static void reverse_amount(struct sandbox_order *order, const struct sandbox_settings *settings,
	struct sandbox_operation *operation, int64_t amount, bool full)
{
	if (full && order->state == SANDBOX_DEPOSITED && order->two_phase && settings->reverse_to_approved) {
		return_to_hold(order);
	} else {
		release_amount(order, amount, full);
	}
	order->reversed_at = operation->at;
	operation->type = SANDBOX_OPERATION_REVERSED;
	operation->amount = amount;
}

const struct sandbox_refusal *sandbox_rules_reverse(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	/* There is only one reversal: a second one is refused even if part of the hold is left. */
	if (!is_order_in(may_reverse, order) || is_increment(order) || order->reversed_at || order->reversal_failed ||
		!may_reverse_now(order, settings, operation->at)) {
		return &sandbox_refusal_state;
	}
	int64_t whole = order->state == SANDBOX_DEPOSITED ? order->deposited : order->approved;
	int64_t amount = operation->requested ? operation->requested : whole;
	if (amount > whole || (amount < whole && !settings->partial_reversal)) {
		return &sandbox_refusal_amount;
	}
	reverse_amount(order, settings, operation, amount, amount == whole);
	return NULL;
}

bool sandbox_rules_reversal_failed(const struct sandbox_order *order, const struct sandbox_settings *settings)
{
	return settings->failed_reversal_final && !order->reversal_failed && is_order_in(may_reverse, order);
}

const struct sandbox_refusal *sandbox_rules_refund(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	(void)settings;
	if (!is_order_in(may_refund, order) || is_increment(order) || order->deposited == 0) {
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
	if (!is_order_in(may_decline, order)) {
		return &sandbox_refusal_decline_state;
	}
	order->state = SANDBOX_DECLINED;
	operation->type = SANDBOX_OPERATION_DECLINED;
	operation->amount = 0;
	return NULL;
}

static int64_t automatic_operation_at(const struct sandbox_order *order)
{
	int64_t at = order->auto_deposit_at ? order->auto_deposit_at : order->auto_reverse_at;
	/* It does not apply to a hold placed after that time, nor to one that was partly reversed. */
	return at > order->authorized_at && !order->reversed_at ? at : 0;
}

int64_t sandbox_rules_due_at(const struct sandbox_order *order)
{
	if (is_order_in(may_decline, order)) {
		return order->expires_at;
	}
	return order->state == SANDBOX_APPROVED ? automatic_operation_at(order) : 0;
}

void sandbox_rules_settle(
	struct sandbox_order *order, const struct sandbox_settings *settings, struct sandbox_operation *operation)
{
	*operation = (struct sandbox_operation){.order = order->row, .at = sandbox_rules_due_at(order)};
	if (order->state == SANDBOX_APPROVED) {
		/* The minimum capture and the bank day do not restrict the bank itself. */
		if (order->auto_deposit_at) {
			capture_amount(order, operation, order->approved, false);
		} else {
			reverse_amount(order, settings, operation, order->approved, true);
		}
		return;
	}
	bool at_acs = order->state == SANDBOX_AUTHENTICATING;
	sandbox_rules_decline(order, settings, operation);
	order->action_code = at_acs ? settings->acs_timeout_action_code : SANDBOX_ACTION_TIME_IS_OVER;
	operation->type = SANDBOX_OPERATION_DECLINED_BY_TIMEOUT;
	operation->action_code = order->action_code;
}
