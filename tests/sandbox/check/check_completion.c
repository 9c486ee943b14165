/* Capture, reversal, refund and decline, through whole requests. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

#define HOLD 1000

static int send_deposit(struct bench *bench, const char *id, const char *amount)
{
	return bench_form(bench, "rest/deposit.do", "orderId=%s&amount=%s", id, amount);
}

static int send_reverse(struct bench *bench, const char *id, const char *amount)
{
	return bench_form(bench, "rest/reverse.do", "orderId=%s&amount=%s", id, amount);
}

static int send_refund(struct bench *bench, const char *id, const char *amount)
{
	return bench_form(bench, "rest/refund.do", "orderId=%s&amount=%s", id, amount);
}

static int send_decline(struct bench *bench, const char *id, const char *amount)
{
	(void)amount;
	return bench_form(bench, "rest/decline.do", "orderId=%s", id);
}

typedef int operation(struct bench *bench, const char *id, const char *amount);

/* One letter of a preparation. */
static void prepare_step(struct bench *bench, const char *id, char letter)
{
	static const struct {
		char letter;
		operation *run;
		const char *amount;
	} steps[] = {
		{'d', send_deposit, "0"},
		{'h', send_deposit, "500"},
		{'r', send_reverse, "0"},
		{'i', send_reverse, "500"},
		{'f', send_refund, "500"},
		{'x', send_decline, ""},
	};
	if (letter == 'p') {
		bench_pay(bench, id);
		return;
	}
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		if (steps[i].letter == letter) {
			assert_int_equal(steps[i].run(bench, id, steps[i].amount), 0);
		}
	}
}

struct row {
	const char *preparation;
	int state, approved, deposited, refunded;
	int codes[4]; /* of the operations below, for an amount of 100 */
};

/* The operation answers as it must, and a refused one leaves everything as it was. */
static void try_operation(const struct row *row, size_t which)
{
	static operation *const operations[] = {send_deposit, send_reverse, send_refund, send_decline};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "multipleDeposits", "1");
	bench_register(&bench, "registerPreAuth", HOLD, "", id);
	for (const char *letter = row->preparation; *letter; letter++) {
		prepare_step(&bench, id, *letter);
	}
	bench_expect(&bench, id, row->state, row->approved, row->deposited, row->refunded);
	assert_int_equal(operations[which](&bench, id, "100"), row->codes[which]);
	if (row->codes[which]) {
		bench_expect(&bench, id, row->state, row->approved, row->deposited, row->refunded);
	}
	bench_close(&bench);
}

static void the_matrix_of_states_and_money(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", 0, 0, 0, 0, {7, 7, 7, 0}},
		{"p", 1, HOLD, 0, 0, {0, 0, 7, 5}},
		{"pd", 2, HOLD, HOLD, 0, {7, 7, 0, 5}},
		{"ph", 8, HOLD, 500, 0, {0, 7, 7, 5}},
		{"phd", 2, HOLD, HOLD, 0, {7, 7, 0, 5}},
		{"pr", 3, 0, 0, 0, {7, 7, 7, 5}},
		{"pi", 1, 500, 0, 0, {0, 7, 7, 5}},
		{"pdf", 4, HOLD, 500, 500, {7, 7, 0, 5}},
		{"pdff", 4, HOLD, 0, HOLD, {7, 7, 7, 5}},
		{"x", 6, 0, 0, 0, {7, 7, 7, 5}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t which = 0; which < 4; which++) {
			try_operation(&rows[i], which);
		}
	}
}

static void staged_deposits_end_with_the_hold_or_with_zero(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "multipleDeposits", "1");
	bench_paid(&bench, "registerPreAuth", HOLD, "", id);
	assert_int_equal(send_deposit(&bench, id, "300"), 0);
	bench_expect(&bench, id, 8, HOLD, 300, 0);
	assert_int_equal(send_deposit(&bench, id, "701"), 5);
	assert_int_equal(send_deposit(&bench, id, "200"), 0);
	bench_expect(&bench, id, 8, HOLD, 500, 0);
	assert_int_equal(send_deposit(&bench, id, "500"), 0);
	bench_expect(&bench, id, 2, HOLD, HOLD, 0);
	bench_paid(&bench, "registerPreAuth", HOLD, "", id);
	assert_int_equal(send_deposit(&bench, id, "300"), 0);
	assert_int_equal(send_deposit(&bench, id, "0"), 0);
	bench_expect(&bench, id, 2, HOLD, HOLD, 0);
	bench_close(&bench);
}

static void a_deposit_has_its_limits(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "depositLimitPercent", "20");
	bench_set(&bench, "depositMinimum", "100");
	bench_paid(&bench, "registerPreAuth", HOLD, "", id);
	assert_int_equal(send_deposit(&bench, id, "99"), 7);
	assert_int_equal(send_deposit(&bench, id, "1201"), 5);
	assert_int_equal(send_deposit(&bench, id, "1200"), 0);
	bench_expect(&bench, id, 2, HOLD, 1200, 0);
	bench_paid(&bench, "registerPreAuth", HOLD, "", id);
	assert_int_equal(bench_form(&bench, "rest/deposit.do", "orderId=%s", id), 0);
	bench_expect(&bench, id, 2, HOLD, HOLD, 0);
	bench_close(&bench);
}

static void a_hold_is_reversed_until_the_end_of_its_bank_day(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], late[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "utcOffsetMinutes", "180");
	bench_paid(&bench, "registerPreAuth", HOLD, "", id);
	bench_paid(&bench, "registerPreAuth", HOLD, "", late);
	bench_wait(9 * 3600 - 60); /* 23:59 there */
	assert_int_equal(send_reverse(&bench, id, "0"), 0);
	bench_wait(60);
	assert_int_equal(send_reverse(&bench, late, "0"), 7);
	bench_expect(&bench, late, 1, HOLD, 0, 0);
	bench_set(&bench, "reverseSameDay", "0");
	assert_int_equal(send_reverse(&bench, late, "0"), 7); /* the first attempt has failed */
	bench_set(&bench, "failedReversalIsFinal", "0");
	bench_paid(&bench, "registerPreAuth", HOLD, "", id);
	bench_wait(86400);
	assert_int_equal(send_reverse(&bench, id, "1001"), 5);
	assert_int_equal(send_reverse(&bench, id, "0"), 0);
	bench_close(&bench);
}

static void a_failed_reversal_is_the_last(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "registerPreAuth", HOLD, "", id);
	assert_int_equal(send_reverse(&bench, id, "0"), 7); /* nothing that the processing has seen */
	bench_pay(&bench, id);
	assert_int_equal(bench_form(&bench, "rest/reverse.do", "orderId=%s&currency=840", id), 5);
	assert_int_equal(send_reverse(&bench, id, "1001"), 5);
	assert_int_equal(send_reverse(&bench, id, "0"), 7);
	assert_int_equal(send_deposit(&bench, id, "0"), 0);
	bench_close(&bench);
}

static void what_is_captured_is_reversed_by_permission(void **state)
{
	(void)state;
	struct bench bench;
	char one[UUID_SIZE], part[UUID_SIZE], two[UUID_SIZE], late[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "reverseDeposited", "1");
	bench_paid(&bench, "register", HOLD, "", one);
	bench_paid(&bench, "register", HOLD, "", part);
	bench_paid(&bench, "register", HOLD, "", late);
	bench_paid(&bench, "registerPreAuth", HOLD, "", two);
	assert_int_equal(send_deposit(&bench, two, "800"), 0);
	assert_int_equal(send_reverse(&bench, one, "0"), 0);
	bench_expect(&bench, one, 3, 0, 0, 0);
	assert_int_equal(send_reverse(&bench, part, "400"), 0);
	bench_expect(&bench, part, 2, 600, 600, 0);
	bench_set(&bench, "reverseReturnsToApproved", "1");
	assert_int_equal(send_reverse(&bench, two, "0"), 0);
	bench_expect(&bench, two, 1, HOLD, 0, 0);
	assert_int_equal(send_reverse(&bench, two, "0"), 7);
	assert_int_equal(send_deposit(&bench, two, "900"), 0);
	bench_expect(&bench, two, 2, HOLD, 900, 0);
	bench_wait(43200);
	assert_int_equal(send_reverse(&bench, late, "0"), 7);
	bench_close(&bench);
}

static void refunds_are_known_by_their_id(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], other[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", HOLD, "", id);
	bench_paid(&bench, "register", HOLD, "", other);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1001&externalRefundId=a", id), 7);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=600&externalRefundId=a", id), 0);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=600&externalRefundId=a", id), 0);
	bench_expect(&bench, id, 4, HOLD, 400, 600);
	assert_string_equal(bench_text(&bench, "refunds.0.externalRefundId"), "a");
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=601&externalRefundId=a", id), 5);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=600&externalRefundId=a", other), 5);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1&expectedDepositedAmount=399", id), 7);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1&expectedDepositedAmount=400", id), 0);
	assert_int_equal(send_refund(&bench, id, "0"), 0);
	bench_expect(&bench, id, 4, HOLD, 0, HOLD);
	bench_close(&bench);
}

static void an_instant_refund_is_an_order_of_its_own(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_books books;
	char id[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(
		bench_form(&bench, "rest/instantRefund.do", "amount=700&pan=4444555511113333&expiry=202612&cardholderName=A+B"),
		0);
	assert_string_equal(bench_text(&bench, "orderStatus.errorCode"), "0");
	snprintf(id, sizeof id, "%s", bench_text(&bench, "orderId"));
	bench_expect(&bench, id, 4, 0, 0, 700);
	assert_int_equal(send_refund(&bench, id, "1"), 7);
	assert_int_equal(
		bench_form(&bench, "rest/instantRefund.do", "amount=700&pan=4444444411111111&expiry=201912&cardholderName=A+B"),
		2);
	assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=700&expiry=202612&cardholderName=A+B"), 5);
	assert_true(sandbox_store_books(bench.gateway.store, &books));
	assert_int_equal(books.sums[SANDBOX_OPERATION_CREDITED], 700);
	bench_set(&bench, "instantRefund", "0");
	assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=700"), 5);
	bench_close(&bench);
}

int sandbox_check_completion(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_matrix_of_states_and_money),
		cmocka_unit_test(staged_deposits_end_with_the_hold_or_with_zero),
		cmocka_unit_test(a_deposit_has_its_limits),
		cmocka_unit_test(a_hold_is_reversed_until_the_end_of_its_bank_day),
		cmocka_unit_test(a_failed_reversal_is_the_last),
		cmocka_unit_test(what_is_captured_is_reversed_by_permission),
		cmocka_unit_test(refunds_are_known_by_their_id),
		cmocka_unit_test(an_instant_refund_is_an_order_of_its_own),
	};
	return cmocka_run_group_tests_name("completion", tests, NULL, NULL);
}
