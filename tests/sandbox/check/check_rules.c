/* The rules of state and money. */
#include "check.h"

#include "model/action.h"
#include "model/rules.h"

#define NOW INT64_C(1700000000000)
#define DAY INT64_C(86400000)

static struct sandbox_order created_order(int two_phase)
{
	return (struct sandbox_order){
		.two_phase = two_phase, .amount = 1000, .created_at = NOW - 1, .expires_at = NOW + 1200000};
}

static const struct sandbox_refusal *apply_rule(
	sandbox_rule *rule, struct sandbox_order *order, const struct sandbox_settings *settings, int64_t amount)
{
	struct sandbox_settings usual = sandbox_settings_default();
	struct sandbox_operation operation = {.at = NOW, .requested = amount};
	return rule(order, settings ? settings : &usual, &operation);
}

static struct sandbox_order paid_order(int two_phase)
{
	struct sandbox_order order = created_order(two_phase);
	assert_null(apply_rule(sandbox_rules_pay, &order, NULL, 0));
	return order;
}

static void check_money(const struct sandbox_order *order, int64_t approved, int64_t deposited, int64_t refunded)
{
	assert_int_equal(order->approved, approved);
	assert_int_equal(order->deposited, deposited);
	assert_int_equal(order->refunded, refunded);
}

static void one_phase_payment_is_deposited_at_once(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(0);
	assert_int_equal(order.state, SANDBOX_DEPOSITED);
	check_money(&order, 1000, 1000, 0);
}

static void two_phase_payment_is_held(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(1);
	assert_int_equal(order.state, SANDBOX_APPROVED);
	check_money(&order, 1000, 0, 0);
}

static void verification_moves_no_money(void **state)
{
	(void)state;
	struct sandbox_order order = created_order(0);
	order.verify = 1;
	assert_null(apply_rule(sandbox_rules_pay, &order, NULL, 0));
	assert_int_equal(order.state, SANDBOX_REVERSED);
	check_money(&order, 0, 0, 0);
}

static void decline_payment(struct sandbox_order *order, const struct sandbox_settings *settings)
{
	struct sandbox_operation operation = {.at = NOW, .action_code = SANDBOX_ACTION_NO_MONEY};
	assert_null(sandbox_rules_pay(order, settings, &operation));
	assert_int_equal(operation.type, SANDBOX_OPERATION_DECLINED);
	assert_int_equal(operation.amount, 0);
	assert_int_equal(order->action_code, SANDBOX_ACTION_NO_MONEY);
}

static void the_last_attempt_decides(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_order order = created_order(0);
	settings.attempts = 2;
	decline_payment(&order, &settings);
	assert_int_equal(order.state, SANDBOX_CREATED);
	decline_payment(&order, &settings);
	assert_int_equal(order.state, SANDBOX_DECLINED);
	assert_ptr_equal(apply_rule(sandbox_rules_pay, &order, &settings, 0), &sandbox_refusal_state);
	check_money(&order, 0, 0, 0);
}

static void a_second_attempt_may_succeed(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_order order = created_order(0);
	settings.attempts = 3;
	decline_payment(&order, &settings);
	assert_null(apply_rule(sandbox_rules_pay, &order, &settings, 0));
	assert_int_equal(order.state, SANDBOX_DEPOSITED);
	assert_int_equal(order.action_code, SANDBOX_ACTION_APPROVED);
}

/* The legality table of the documents, row by row. */
static void each_operation_has_its_states(void **state)
{
	(void)state;
	static const struct {
		sandbox_rule *rule;
		const char *allowed; /* by state 0 to 8 */
		int code;            /* where it is not */
	} rows[] = {
		{sandbox_rules_pay, "y----y---", 7},
		{sandbox_rules_deposit, "-y------y", 7},
		{sandbox_rules_reverse, "-y-------", 7},
		{sandbox_rules_refund, "--y-y----", 7},
		{sandbox_rules_decline, "y----y---", 5},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (int s = 0; s <= 8; s++) {
			struct sandbox_order order = {
				.state = s, .amount = 1000, .approved = 1000, .deposited = 500, .authorized_at = NOW};
			struct sandbox_order before = order;
			const struct sandbox_refusal *refusal = apply_rule(rows[i].rule, &order, NULL, 100);
			if (rows[i].allowed[s] == 'y') {
				assert_null(refusal);
				continue;
			}
			assert_non_null(refusal);
			assert_int_equal(refusal->code, rows[i].code);
			assert_memory_equal(&order, &before, sizeof order);
		}
	}
}

static void a_deposit_of_zero_takes_the_whole_hold(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(1);
	assert_null(apply_rule(sandbox_rules_deposit, &order, NULL, 0));
	assert_int_equal(order.state, SANDBOX_DEPOSITED);
	check_money(&order, 1000, 1000, 0);
}

static void a_partial_deposit_is_final(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(1);
	assert_null(apply_rule(sandbox_rules_deposit, &order, NULL, 300));
	assert_int_equal(order.state, SANDBOX_DEPOSITED);
	check_money(&order, 1000, 300, 0);
	assert_ptr_equal(apply_rule(sandbox_rules_deposit, &order, NULL, 1), &sandbox_refusal_state);
}

static void several_deposits_need_the_setting(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_order order = paid_order(1);
	settings.multiple_deposits = 1;
	assert_null(apply_rule(sandbox_rules_deposit, &order, &settings, 300));
	assert_int_equal(order.state, SANDBOX_PARTLY_DEPOSITED);
	assert_ptr_equal(apply_rule(sandbox_rules_deposit, &order, &settings, 701), &sandbox_refusal_amount);
	assert_null(apply_rule(sandbox_rules_deposit, &order, &settings, 0));
	assert_int_equal(order.state, SANDBOX_DEPOSITED);
	check_money(&order, 1000, 1000, 0);
}

static void a_deposit_above_the_hold_needs_the_setting(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_order order = paid_order(1);
	assert_ptr_equal(apply_rule(sandbox_rules_deposit, &order, NULL, 1001), &sandbox_refusal_amount);
	settings.deposit_limit_percent = 15;
	assert_ptr_equal(apply_rule(sandbox_rules_deposit, &order, &settings, 1151), &sandbox_refusal_amount);
	assert_null(apply_rule(sandbox_rules_deposit, &order, &settings, 1150));
	check_money(&order, 1000, 1150, 0);
}

static void a_reversal_frees_the_hold_once(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(1);
	assert_null(apply_rule(sandbox_rules_reverse, &order, NULL, 0));
	assert_int_equal(order.state, SANDBOX_REVERSED);
	check_money(&order, 0, 0, 0);
	assert_ptr_equal(apply_rule(sandbox_rules_reverse, &order, NULL, 0), &sandbox_refusal_state);
}

static void a_partial_reversal_leaves_the_rest_to_capture(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(1);
	assert_ptr_equal(apply_rule(sandbox_rules_reverse, &order, NULL, 1001), &sandbox_refusal_amount);
	assert_null(apply_rule(sandbox_rules_reverse, &order, NULL, 400));
	assert_int_equal(order.state, SANDBOX_APPROVED);
	assert_ptr_equal(apply_rule(sandbox_rules_reverse, &order, NULL, 100), &sandbox_refusal_state);
	assert_ptr_equal(apply_rule(sandbox_rules_deposit, &order, NULL, 601), &sandbox_refusal_amount);
	assert_null(apply_rule(sandbox_rules_deposit, &order, NULL, 0));
	check_money(&order, 600, 600, 0);
}

static void a_captured_order_is_reversed_the_same_day_by_permission(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_order order = paid_order(0);
	assert_ptr_equal(apply_rule(sandbox_rules_reverse, &order, NULL, 0), &sandbox_refusal_state);
	settings.reverse_deposited = 1;
	struct sandbox_order yesterday = order;
	yesterday.deposited_at -= DAY;
	assert_ptr_equal(apply_rule(sandbox_rules_reverse, &yesterday, &settings, 0), &sandbox_refusal_state);
	assert_null(apply_rule(sandbox_rules_reverse, &order, &settings, 0));
	assert_int_equal(order.state, SANDBOX_REVERSED);
	check_money(&order, 0, 0, 0);
}

static void refunds_go_on_while_something_is_left(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(0);
	assert_null(apply_rule(sandbox_rules_refund, &order, NULL, 300));
	assert_int_equal(order.state, SANDBOX_REFUNDED);
	check_money(&order, 1000, 700, 300);
	assert_ptr_equal(apply_rule(sandbox_rules_refund, &order, NULL, 701), &sandbox_refusal_refund_amount);
	assert_int_equal(sandbox_refusal_refund_amount.code, 7);
	assert_null(apply_rule(sandbox_rules_refund, &order, NULL, 0));
	check_money(&order, 1000, 0, 1000);
	assert_ptr_equal(apply_rule(sandbox_rules_refund, &order, NULL, 0), &sandbox_refusal_state);
}

static void an_unpaid_order_ends_when_its_time_is_over(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_order order = created_order(1);
	struct sandbox_operation operation;
	assert_int_equal(sandbox_rules_due_at(&order), order.expires_at);
	sandbox_rules_settle(&order, &settings, &operation);
	assert_int_equal(order.state, SANDBOX_DECLINED);
	assert_int_equal(order.action_code, SANDBOX_ACTION_TIME_IS_OVER);
	assert_int_equal(operation.type, SANDBOX_OPERATION_DECLINED_BY_TIMEOUT);
	assert_int_equal(operation.at, order.expires_at);
	assert_int_equal(sandbox_rules_due_at(&order), 0);
}

static void a_hold_is_captured_or_reversed_at_its_time(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	struct sandbox_operation operation;
	struct sandbox_order capture = paid_order(1), reversal = paid_order(1);
	capture.auto_deposit_at = NOW + 5000;
	reversal.auto_reverse_at = NOW + 5000;
	assert_int_equal(sandbox_rules_due_at(&capture), NOW + 5000);
	sandbox_rules_settle(&capture, &settings, &operation);
	assert_int_equal(capture.state, SANDBOX_DEPOSITED);
	assert_int_equal(capture.deposited_at, NOW + 5000);
	sandbox_rules_settle(&reversal, &settings, &operation);
	assert_int_equal(reversal.state, SANDBOX_REVERSED);
	check_money(&capture, 1000, 1000, 0);
	check_money(&reversal, 0, 0, 0);
}

static void the_automatic_time_passes_by_what_was_not_held_then(void **state)
{
	(void)state;
	struct sandbox_order order = paid_order(1);
	order.auto_deposit_at = order.authorized_at - 1;
	assert_int_equal(sandbox_rules_due_at(&order), 0);
	order.auto_deposit_at = NOW + 5000;
	assert_null(apply_rule(sandbox_rules_reverse, &order, NULL, 100));
	assert_int_equal(sandbox_rules_due_at(&order), 0);
}

int sandbox_check_rules(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_phase_payment_is_deposited_at_once),
		cmocka_unit_test(two_phase_payment_is_held),
		cmocka_unit_test(verification_moves_no_money),
		cmocka_unit_test(the_last_attempt_decides),
		cmocka_unit_test(a_second_attempt_may_succeed),
		cmocka_unit_test(each_operation_has_its_states),
		cmocka_unit_test(a_deposit_of_zero_takes_the_whole_hold),
		cmocka_unit_test(a_partial_deposit_is_final),
		cmocka_unit_test(several_deposits_need_the_setting),
		cmocka_unit_test(a_deposit_above_the_hold_needs_the_setting),
		cmocka_unit_test(a_reversal_frees_the_hold_once),
		cmocka_unit_test(a_partial_reversal_leaves_the_rest_to_capture),
		cmocka_unit_test(a_captured_order_is_reversed_the_same_day_by_permission),
		cmocka_unit_test(refunds_go_on_while_something_is_left),
		cmocka_unit_test(an_unpaid_order_ends_when_its_time_is_over),
		cmocka_unit_test(a_hold_is_captured_or_reversed_at_its_time),
		cmocka_unit_test(the_automatic_time_passes_by_what_was_not_held_then),
	};
	return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
