/* Fiscal refunds: by sum, and by a position of the cart. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

#define ITEM(position, quantity, price) \
	"{\"positionId\":" position ",\"name\":\"a\",\"quantity\":{\"value\":" quantity \
	",\"measure\":\"kg\"},\"itemPrice\":" price "}"
#define CART "&orderBundle={\"cartItems\":{\"items\":[" ITEM("1", "1.5", "400") "," ITEM("2", "2", "200") "]}}"

static int refund_sum(struct bench *bench, const char *id, int amount)
{
	return bench_form(
		bench, "rest/processRawSumRefund.do", "orderId=%s&amount=%d&name=a&itemCode=b&taxType=6", id, amount);
}

static int refund_position(struct bench *bench, const char *id, int amount, int position)
{
	return bench_form(
		bench, "rest/processRawPositionRefund.do", "orderId=%s&amount=%d&positionId=%d", id, amount, position);
}

static void a_sum_is_refunded_with_and_without_a_cart(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(refund_sum(&bench, id, 100), 7); /* not paid */
	bench_pay(&bench, id);
	assert_int_equal(refund_sum(&bench, id, 0), 5);
	assert_int_equal(refund_sum(&bench, id, 1001), 7);
	assert_int_equal(refund_sum(&bench, id, 400), 0);
	bench_expect(&bench, id, 4, 1000, 600, 400);
	assert_int_equal(refund_sum(&bench, id, 601), 7);
	assert_int_equal(refund_sum(&bench, id, 600), 0);
	bench_paid(&bench, "register", 1000, CART, id);
	assert_int_equal(refund_sum(&bench, id, 999), 0);
	bench_expect(&bench, id, 4, 1000, 1, 999);
	assert_int_equal(refund_sum(&bench, "00000000-0000-4000-8000-000000000000", 1), 6);
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	assert_int_equal(refund_sum(&bench, id, 1), 7); /* held, not captured */
	bench_close(&bench);
}

static void a_position_gives_no_more_than_it_cost(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 1000, CART, id);
	assert_int_equal(refund_position(&bench, id, 601, 1), 7);
	assert_int_equal(refund_position(&bench, id, 1, 3), 5);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(refund_position(&bench, id, 200, 1), 0);
	assert_int_equal(refund_position(&bench, id, 401, 1), 7);
	assert_int_equal(refund_position(&bench, id, 400, 1), 0);
	assert_int_equal(refund_position(&bench, id, 1, 1), 7);
	bench_expect(&bench, id, 4, 1000, 400, 600);
	/* Its quantity is used up as well. */
	assert_int_equal(bench_form(&bench, "rest/refund.do",
						 "orderId=%s&amount=100&refundItems={\"items\":[{\"positionId\":1,\"name\":\"a\",\"quantity\":{"
						 "\"value\":0.25,\"measure\":\"kg\"},\"itemAmount\":100}]}",
						 id),
		5);
	assert_int_equal(
		bench_form(&bench, "rest/processRawPositionOrderRefund.do", "orderId=%s&amount=400&positionId=2", id), 0);
	bench_expect(&bench, id, 4, 1000, 0, 1000);
	bench_close(&bench);
}

static void a_position_needs_a_cart_and_its_capture(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 1000, "", id);
	assert_int_equal(refund_position(&bench, id, 1, 1), 5);
	bench_paid(&bench, "registerPreAuth", 1000, CART, id);
	assert_int_equal(bench_form(&bench, "rest/deposit.do",
						 "orderId=%s&amount=200&depositItems={\"items\":[" ITEM("2", "1", "200") "]}", id),
		0);
	assert_int_equal(refund_position(&bench, id, 1, 1), 7);
	assert_int_equal(refund_position(&bench, id, 200, 2), 0);
	bench_expect(&bench, id, 4, 1000, 0, 200);
	bench_close(&bench);
}

int sandbox_check_fiscal(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sum_is_refunded_with_and_without_a_cart),
		cmocka_unit_test(a_position_gives_no_more_than_it_cost),
		cmocka_unit_test(a_position_needs_a_cart_and_its_capture),
	};
	return cmocka_run_group_tests_name("fiscal refunds", tests, NULL, NULL);
}
