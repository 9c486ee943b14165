/* Two operators press the same button at once: money moves once, and the other one is told. */
#include "check.h"
#include "clerk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TIMES 200

/* What is pressed, on an order registered so, and what its last operation is to be. */
static const struct {
	const char *registration, *act;
	bool pay;
	enum sandbox_operation_type type;
	int64_t amount;
} cases[] = {
	{"registerPreAuth", "act=deposit&as=deposited&amount=1000", true, SANDBOX_OPERATION_DEPOSITED, 1000},
	{"registerPreAuth", "act=depositPart&as=deposited&amount=600&confirmed=1", true, SANDBOX_OPERATION_DEPOSITED, 600},
	{"registerPreAuth", "act=giveBack&as=reversed&amount=1000", true, SANDBOX_OPERATION_REVERSED, 1000},
	{"registerPreAuth", "act=givePart&as=reversed&amount=300&confirmed=1", true, SANDBOX_OPERATION_REVERSED, 300},
	{"register", "act=giveBack&as=refunded&amount=1000", true, SANDBOX_OPERATION_REFUNDED, 1000},
	{"register", "act=givePart&as=refunded&amount=300&confirmed=1", true, SANDBOX_OPERATION_REFUNDED, 300},
	{"register", "act=refundLines&as=refunded&line0=1&confirmed=1", true, SANDBOX_OPERATION_REFUNDED, 250},
	{"registerPreAuth", "act=depositLines&as=deposited&line0=3&confirmed=1", true, SANDBOX_OPERATION_DEPOSITED, 750},
	{"register", "act=decline&as=declined&amount=0", false, SANDBOX_OPERATION_DECLINED, 0},
};

#define CART \
	"&orderBundle={\"cartItems\":{\"items\":[{\"positionId\":\"1\",\"name\":\"Tea\",\"quantity\":{\"value\":4," \
	"\"measure\":\"0\"},\"itemPrice\":250,\"itemAmount\":1000,\"itemCode\":\"t\"}]}}"

/* The order's last operation, and that it is the only one of its type. */
static void expect_once(struct bench *bench, const char *id, enum sandbox_operation_type type, int64_t amount)
{
	struct sandbox_order order;
	struct sandbox_operation *operations;
	size_t count, of_type = 0;
	assert_int_equal(sandbox_store_order_by_id(bench->gateway.store, id, &order), SANDBOX_FOUND);
	assert_true(sandbox_store_list_operations(bench->gateway.store, order.row, &operations, &count));
	bool paid_at_once = type == SANDBOX_OPERATION_DEPOSITED && !order.two_phase;
	for (size_t i = 0; i < count; i++) {
		of_type += operations[i].type == type;
	}
	assert_int_equal(of_type, paid_at_once ? 2 : 1);
	assert_int_equal(operations[count - 1].type, type);
	assert_int_equal(operations[count - 1].amount, amount);
	assert_true(order.deposited + order.refunded <= 1000);
	free(operations);
	sandbox_order_free(&order);
}

/* Both press at once; one of them is told that it is done, the other one that nothing was. */
static void press_twice(struct clerk clerks[2], const char *path, const char *form)
{
	unsigned status[2];
	int done = 0, changed = 0;
	clerks_send_at_once(clerks, path, form, status);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(status[i], 303);
		assert_int_equal(clerk_opens(&clerks[i], path, NULL), 200);
		done += clerk_sees(&clerks[i], "class=\"notice done\"");
		changed += clerk_sees(&clerks[i], "Nothing was done: the order has changed meanwhile");
	}
	assert_int_equal(done, 1);
	assert_int_equal(changed, 1);
}

static void press_on_new_orders(struct bench *bench, struct clerk clerks[2], size_t at)
{
	for (int time = 0; time < TIMES; time++) {
		char id[UUID_SIZE], path[96], version[256], form[512];
		bench_register(bench, cases[at].registration, 1000, CART, id);
		if (cases[at].pay) {
			bench_pay(bench, id);
		}
		snprintf(path, sizeof path, "/portal/orders/%s", id);
		assert_int_equal(clerk_opens(&clerks[0], path, NULL), 200);
		clerk_reads(&clerks[0], "name=\"version\" value=\"", "\"", version, sizeof version);
		snprintf(form, sizeof form, "version=%s&seen=%d&%s", version, cases[at].pay, cases[at].act);
		press_twice(clerks, path, form);
		expect_once(bench, id, cases[at].type, cases[at].amount);
	}
}

static void of_two_at_once_one_is_told(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerks[2];
	struct sandbox_books books;
	int64_t money = 0;
	bench_open(&bench);
	clerk_enter(&clerks[0], &bench);
	clerk_enter(&clerks[1], &bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		press_on_new_orders(&bench, clerks, i);
		money += cases[i].type == SANDBOX_OPERATION_REFUNDED ? cases[i].amount * TIMES : 0;
	}
	assert_true(sandbox_store_books(bench.gateway.store, &books));
	assert_int_equal(books.orders, TIMES * (sizeof cases / sizeof *cases));
	assert_int_equal(books.sums[SANDBOX_OPERATION_REFUNDED], money);
	clerk_leave(&clerks[0]);
	clerk_leave(&clerks[1]);
	bench_close(&bench);
}

int sandbox_check_portal_at_once(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_two_at_once_one_is_told),
	};
	return cmocka_run_group_tests_name("portal at once", tests, NULL, NULL);
}
