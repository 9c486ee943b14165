/* Sberbank's autoCompletion and autoRefund: deposit and refund of a compositeAmount. */
#include "bench.h"
#include "check.h"

static void a_hold_is_completed_and_refunded(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	assert_int_equal(bench_json(&bench, "autoRefund", "\"orderId\":\"%s\",\"compositeAmount\":1", id), 5); /* held */
	assert_int_equal(bench_json(&bench, "autoCompletion", "\"orderId\":\"%s\",\"compositeAmount\":1001", id), 5);
	assert_int_equal(bench_json(&bench, "autoCompletion", "\"orderId\":\"%s\",\"amount\":600", id), 5);
	assert_int_equal(bench_json(&bench, "autoCompletion", "\"orderId\":\"%s\",\"compositeAmount\":600", id), 0);
	bench_expect(&bench, id, 2, 1000, 600, 0);
	assert_int_equal(bench_json(&bench, "autoCompletion", "\"orderId\":\"%s\"", id), 5);
	assert_int_equal(bench_json(&bench, "autoRefund", "\"orderId\":\"%s\",\"compositeAmount\":601", id), 7);
	assert_int_equal(bench_json(&bench, "autoRefund", "\"orderId\":\"%s\",\"compositeAmount\":100", id), 0);
	assert_int_equal(bench_json(&bench, "autoRefund", "\"orderId\":\"%s\"", id), 0);
	bench_expect(&bench, id, 4, 1000, 0, 600);
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	assert_int_equal(bench_json(&bench, "autoCompletion", "\"orderId\":\"%s\"", id), 0);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(bench_json(&bench, "autoCompletion", "\"orderId\":\"00000000-0000-4000-8000-000000000000\""), 6);
	bench_close(&bench);
}

static void a_known_refund_id_refunds_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 1000, "", id);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(
			bench_json(&bench, "autoRefund",
				"\"orderId\":\"%s\",\"compositeAmount\":300,\"jsonParams\":{\"externalRefundId\":\"r\"}", id),
			0);
		bench_expect(&bench, id, 4, 1000, 700, 300);
	}
	assert_int_equal(bench_json(&bench, "autoRefund",
						 "\"orderId\":\"%s\",\"compositeAmount\":301,\"jsonParams\":{\"externalRefundId\":\"r\"}", id),
		5);
	bench_close(&bench);
}

int sandbox_check_composite(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hold_is_completed_and_refunded),
		cmocka_unit_test(a_known_refund_id_refunds_once),
	};
	return cmocka_run_group_tests_name("composite amounts", tests, NULL, NULL);
}
