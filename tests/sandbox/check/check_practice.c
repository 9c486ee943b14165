/* Industry practice: which original orders allow which payment, and where its money is returned. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

#define DAY          86400
#define PROOF        "\"cavv\":\"AkZO5XQAA0rhBxoaufa%2BMAABAAA=\",\"xid\":\"5010857f-8d3f-74e1-9c5a-54a000cc4110\","
#define CHALLENGED   "&jsonParams={\"eci\":\"02\"," PROOF "\"threeDsType\":\"3\"}"
#define FRICTIONLESS "&jsonParams={\"eci\":\"02\"," PROOF "\"threeDsType\":\"4\"}"
#define PAN          "4444555511113333"

/* An order paid with that CVC, and jsonParams if given. A wrong CVC makes it decline. */
static void attempt(struct bench *bench, const char *method, int amount, const char *cvc, const char *more, char *id)
{
	bench_register(bench, method, amount, "", id);
	assert_int_equal(bench_form(bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=" PAN "&$CVC=%s&YYYY=2026&MM=12&TEXT=A%s", id, cvc, more),
		0);
}

static int practice(struct bench *bench, const char *id, const char *tii, int amount)
{
	static int number;
	char more[32] = "";
	if (amount) {
		snprintf(more, sizeof more, "&amount=%d", amount);
	}
	return bench_form(bench, "industryPractice/paymentOrder.do", "originalMdOrder=%s&orderNumber=p%d&tii=%s%s", id,
		++number, tii, more);
}

static void each_practice_has_its_originals(void **state)
{
	(void)state;
	static const struct {
		const char *tii;
		int amount;
		const char *authentication;
		bool failed;
		int code;
	} rows[] = {
		{"IPI", 500, CHALLENGED, false, 0},
		{"IPD", 500, CHALLENGED, false, 0},
		{"IPN", 500, CHALLENGED, false, 0},
		{"IPS", 0, CHALLENGED, true, 0},
		{"IPA", 0, CHALLENGED, true, 0},
		{"IPI", 500, FRICTIONLESS, false, 5},
		{"IPD", 500, FRICTIONLESS, false, 5},
		{"IPN", 500, FRICTIONLESS, false, 5},
		{"IPS", 0, FRICTIONLESS, true, 0},
		{"IPA", 0, FRICTIONLESS, true, 0},
		{"IPI", 500, "", false, 5},
		{"IPS", 0, "", true, 5},
		{"IPI", 500, CHALLENGED, true, 5},
		{"IPD", 500, CHALLENGED, true, 5},
		{"IPN", 500, CHALLENGED, true, 5},
		{"IPS", 0, CHALLENGED, false, 5},
		{"IPA", 0, CHALLENGED, false, 5},
		{"IPI", 0, CHALLENGED, false, 5},
		{"IPS", 500, CHALLENGED, true, 5},
		{"IPX", 500, CHALLENGED, false, 5},
	};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		attempt(&bench, "register", 1000, rows[i].failed ? "999" : "123", rows[i].authentication, id);
		assert_int_equal(practice(&bench, id, rows[i].tii, rows[i].amount), rows[i].code);
	}
	bench_close(&bench);
}

static void only_payments_of_the_payer(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(practice(&bench, id, "IPD", 1), 5); /* not paid */
	attempt(&bench, "registerPreAuth", 1000, "123", CHALLENGED, id);
	assert_int_equal(practice(&bench, id, "IPD", 1), 5); /* held */
	assert_int_equal(bench_form(&bench, "rest/deposit.do", "orderId=%s&amount=0", id), 0);
	assert_int_equal(practice(&bench, id, "IPD", 1), 5); /* two phases */
	attempt(&bench, "register", 1000, "123", CHALLENGED "&tii=U&originalPaymentNetRefNum=1&originalPaymentDate=1", id);
	assert_int_equal(practice(&bench, id, "IPD", 1), 5); /* the shop's own */
	assert_int_equal(practice(&bench, "00000000-0000-4000-8000-000000000000", "IPD", 1), 6);
	attempt(&bench, "register", 1000, "123", CHALLENGED, id);
	assert_int_equal(practice(&bench, id, "IPD", 1), 0);
	char charged[UUID_SIZE];
	snprintf(charged, sizeof charged, "%s", bench_text(&bench, "mdOrder"));
	assert_int_equal(practice(&bench, charged, "IPD", 1), 5); /* not one upon the other */
	assert_int_equal(
		bench_form(&bench, "rest/register.do", "orderNumber=taken&amount=1&returnUrl=https://shop.example/"), 0);
	assert_int_equal(bench_form(&bench, "industryPractice/paymentOrder.do",
						 "originalMdOrder=%s&orderNumber=taken&tii=IPD&amount=1", id),
		1);
	bench_set(&bench, "industryPractice", "0");
	assert_int_equal(practice(&bench, id, "IPD", 1), 5);
	bench_close(&bench);
}

static void each_practice_has_its_time(void **state)
{
	(void)state;
	static const struct {
		const char *tii;
		int amount, seconds;
	} rows[] = {{"IPI", 1, DAY / 2}, {"IPS", 0, 30 * DAY}, {"IPD", 1, 90 * DAY}, {"IPA", 0, 180 * DAY}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		char id[UUID_SIZE], late[UUID_SIZE];
		bench_open(&bench);
		bench_wait(-200 * DAY); /* the card is good until December */
		attempt(&bench, "register", 1000, rows[i].amount ? "123" : "999", CHALLENGED, id);
		attempt(&bench, "register", 1000, rows[i].amount ? "123" : "999", CHALLENGED, late);
		bench_wait(rows[i].seconds - 10);
		assert_int_equal(practice(&bench, id, rows[i].tii, rows[i].amount), 0);
		bench_wait(20);
		assert_int_equal(practice(&bench, late, rows[i].tii, rows[i].amount), 5);
		bench_close(&bench);
	}
}

static void one_kind_an_order_and_no_second_submission(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	attempt(&bench, "register", 1000, "123", CHALLENGED, id);
	assert_int_equal(practice(&bench, id, "IPD", 1), 0);
	assert_int_equal(practice(&bench, id, "IPD", 2), 0);
	assert_int_equal(practice(&bench, id, "IPN", 1), 5);
	attempt(&bench, "register", 1000, "999", CHALLENGED, id);
	assert_int_equal(practice(&bench, id, "IPS", 0), 0);
	assert_int_equal(practice(&bench, id, "IPS", 0), 5);
	bench_close(&bench);
}

static void an_increment_is_refunded_from_its_original(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], more[UUID_SIZE];
	bench_open(&bench);
	attempt(&bench, "register", 1000, "123", CHALLENGED, id);
	assert_int_equal(practice(&bench, id, "IPI", 500), 0);
	assert_string_equal(bench_text(&bench, "actionCode"), "0");
	snprintf(more, sizeof more, "%s", bench_text(&bench, "mdOrder"));
	bench_expect(&bench, id, 2, 1500, 1500, 0);
	bench_expect(&bench, more, 2, 500, 500, 0);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1", more), 7);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1501", id), 7);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1500", id), 0);
	bench_expect(&bench, id, 4, 1500, 0, 1500);
	attempt(&bench, "register", 1000, "123", CHALLENGED, id);
	assert_int_equal(practice(&bench, id, "IPD", 500), 0);
	snprintf(more, sizeof more, "%s", bench_text(&bench, "mdOrder"));
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=500", more), 0);
	bench_close(&bench);
}

/* The card of this order has a limit of 100.00. */
static void a_declined_payment_is_an_order_too(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 9000, "", id);
	assert_int_equal(bench_form(&bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=2202205300068092&$CVC=583&YYYY=2026&MM=05&TEXT=A%s", id, CHALLENGED),
		0);
	assert_int_equal(practice(&bench, id, "IPD", 10001), 5);
	assert_string_equal(bench_text(&bench, "actionCode"), "116");
	assert_string_equal(bench_text(&bench, "errorMessage"), "Unsuccessful");
	char declined[UUID_SIZE];
	snprintf(declined, sizeof declined, "%s", bench_text(&bench, "mdOrder"));
	bench_expect(&bench, declined, 6, 0, 0, 0);
	bench_expect(&bench, id, 2, 9000, 9000, 0);
	assert_int_equal(practice(&bench, id, "IPN", 10000), 0); /* a declined one does not fix the kind */
	bench_close(&bench);
}

int sandbox_check_practice(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_practice_has_its_originals),
		cmocka_unit_test(only_payments_of_the_payer),
		cmocka_unit_test(each_practice_has_its_time),
		cmocka_unit_test(one_kind_an_order_and_no_second_submission),
		cmocka_unit_test(an_increment_is_refunded_from_its_original),
		cmocka_unit_test(a_declined_payment_is_an_order_too),
	};
	return cmocka_run_group_tests_name("industry practice", tests, NULL, NULL);
}
