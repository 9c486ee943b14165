/* The list of cards that may pay without 3-D Secure. */
#include "bench.h"
#include "check.h"

static int add(struct bench *bench, const char *id)
{
	return bench_form(bench, "rest/updateSSLCardList.do", "mdorder=%s", id);
}

static void a_card_is_added_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], again[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(add(&bench, id), 5); /* no card yet */
	bench_pay(&bench, id);
	assert_int_equal(add(&bench, id), 0);
	assert_int_equal(add(&bench, id), 6);
	bench_paid(&bench, "registerPreAuth", 1000, "", again); /* by the same card */
	assert_int_equal(add(&bench, again), 6);
	bench_register(&bench, "register", 1000, "", again);
	assert_int_equal(bench_form(&bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=4111111111111111&$CVC=123&YYYY=2026&MM=12&TEXT=A", again),
		0);
	assert_int_equal(add(&bench, again), 0);
	assert_int_equal(add(&bench, "00000000-0000-4000-8000-000000000000"), 5);
	assert_int_equal(add(&bench, ""), 5);
	assert_true(sandbox_store_reset(bench.gateway.store));
	bench_paid(&bench, "register", 1000, "", id);
	assert_int_equal(add(&bench, id), 0);
	bench_close(&bench);
}

int sandbox_check_ssl_cards(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_is_added_once),
	};
	return cmocka_run_group_tests_name("SSL cards", tests, NULL, NULL);
}
