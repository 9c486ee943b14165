/* recurrentPayment.do, installmentPayment.do, and tii R, U, I: the shop charges a stored card by itself. */
#include "bench.h"
#include "check.h"

#include <stdio.h>
#include <string.h>

#define CHARGE "\"orderNumber\":\"%s\",\"amount\":100,\"bindingId\":\"%s\"%s"
#define VISA   "4444555511113333"

static void make_for(struct bench *bench, const char *client, const char *pan, const char *tii, char binding[UUID_SIZE])
{
	char id[UUID_SIZE], more[64];
	snprintf(more, sizeof more, "&clientId=%s", client);
	bench_register(bench, "register", 100, more, id);
	assert_int_equal(bench_form(bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=%s&$CVC=123&$EXPIRY=203412&TEXT=A+B&tii=%s", id, pan, tii),
		0);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(binding, UUID_SIZE, "%s", bench_text(bench, "bindingInfo.bindingId"));
}

static void make_binding(struct bench *bench, const char *tii, char binding[UUID_SIZE])
{
	make_for(bench, "c", VISA, tii, binding);
}

static int charge_recurrent(struct bench *bench, const char *number, const char *binding, const char *more)
{
	return bench_object(bench, "recurrentPayment.do", CHARGE, number, binding, more);
}

static int charge_installment(struct bench *bench, const char *number, const char *binding, const char *more)
{
	return bench_object(bench, "installmentPayment.do", CHARGE ",\"preAuth\":false", number, binding, more);
}

static void a_recurrent_payment_registers_and_charges(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, "RI", binding);
	assert_int_equal(charge_recurrent(&bench, "r1", binding,
						 ",\"currency\":\"978\",\"language\":\"EN\",\"description\":\"d\",\"feeInput\":5,"
						 "\"additionalParameters\":{\"a\":\"1\"},\"features\":\"FORCE_SSL\",\"preAuth\":false,"
						 "\"orderPayerData\":{\"homePhone\":\"70000000000\"}"),
		0);
	assert_string_equal(bench_text(&bench, "success"), "true");
	assert_null(bench_member(&bench, "error"));
	assert_string_equal(bench_text(&bench, "orderStatus.errorCode"), "0");
	assert_string_equal(bench_text(&bench, "orderStatus.orderNumber"), "r1");
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "2");
	assert_string_equal(bench_text(&bench, "orderStatus.actionCode"), "0");
	assert_string_equal(bench_text(&bench, "orderStatus.currency"), "978");
	assert_string_equal(bench_text(&bench, "orderStatus.paymentAmountInfo.totalAmount"), "105");
	assert_string_equal(bench_text(&bench, "orderStatus.merchantOrderParams.0.name"), "a");
	assert_string_equal(bench_text(&bench, "orderStatus.bindingInfo.bindingId"), binding);
	assert_string_equal(bench_text(&bench, "orderStatus.paymentWay"), "CARD_BINDING");
	snprintf(id, sizeof id, "%s", bench_text(&bench, "data.orderId"));
	bench_expect(&bench, id, 2, 100, 100, 0);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=40", id), 0);
	bench_expect(&bench, id, 4, 100, 60, 40);
	/* The number is taken, and nothing is charged for it. */
	assert_int_equal(charge_recurrent(&bench, "r1", binding, ""), 10);
	assert_string_equal(bench_text(&bench, "success"), "false");
	bench_close(&bench);
}

static void what_a_recurrent_payment_needs(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{",\"preAuth\":true", 10},
		{",\"preAuth\":\"true\"", 10},
		{",\"preAuth\":\"x\"", 10},
		{",\"autocompletionDate\":\"2027-01-01T00:00:00\"", 10},
		{",\"autoReverseDate\":\"2027-01-01T00:00:00\"", 10},
		{",\"currency\":\"999\"", 10},
		{",\"language\":\"e\"", 10},
		{",\"features\":\"NONE\"", 14},
		{",\"features\":\"VERIFY\"", 10},
		{",\"features\":\"AUTO_PAYMENT;FORCE_SSL\"", 13},
		{",\"additionalParameters\":{\"a\":{}}", 10},
		{",\"billingPayerData\":{}", 10},
		{",\"tii\":\"R\"", 10},
		{",\"cvc\":\"123\"", 10},
		{",\"token\":\"test_user_token\"", 5},
		{",\"currency\":978", 0},
	};
	struct bench bench;
	char binding[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, "RI", binding);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(charge_recurrent(&bench, "n1", binding, rows[i].more), rows[i].code);
	}
	assert_int_equal(bench_object(&bench, "recurrentPayment.do", "\"orderNumber\":\"x\",\"amount\":1"), 10);
	assert_int_equal(
		bench_object(&bench, "recurrentPayment.do", "\"orderNumber\":\"x\",\"amount\":0,\"bindingId\":\"%s\"", binding),
		10);
	assert_int_equal(
		bench_object(&bench, "installmentPayment.do", "\"orderNumber\":\"x\",\"amount\":1,\"bindingId\":\"x\""), 10);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "recurrentPayment.do", "{}"), 5);
	bench_set(&bench, "bindings", "0");
	assert_int_equal(charge_recurrent(&bench, "n2", binding, ""), 5);
	bench_close(&bench);
}

static void an_installment_payment_answers_flat(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], body[512];
	bench_open(&bench);
	make_binding(&bench, "II", binding);
	snprintf(body, sizeof body,
		"{\"token\":\"test_user_token\",\"orderNumber\":\"i1\",\"amount\":100,\"bindingId\":\"%s\",\"preAuth\":false}",
		binding);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "installmentPayment.do", body), 0);
	assert_string_equal(bench_text(&bench, "errorCode"), "0");
	assert_string_equal(bench_text(&bench, "error"), "false");
	assert_non_null(bench_text(&bench, "orderId"));
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "2");
	assert_int_equal(charge_installment(&bench, "i1", binding, ""), 10);
	assert_string_equal(bench_text(&bench, "error"), "true");
	assert_int_equal(bench_object(&bench, "installmentPayment.do", CHARGE ",\"preAuth\":true", "i2", binding, ""), 10);
	bench_close(&bench);
}

static int charge_order(struct bench *bench, const char *binding, const char *tii)
{
	char id[UUID_SIZE];
	bench_register(bench, "register", 100, "&clientId=c", id);
	return bench_form(bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=%s", id, binding, tii);
}

static void the_type_of_the_binding_decides_who_may_charge_it(void **state)
{
	(void)state;
	static const struct {
		const char *made;
		int recurrent, installment, u;
	} rows[] = {{"CI", 0, 2, 0}, {"RI", 0, 2, 0}, {"II", 2, 0, 0}};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char binding[UUID_SIZE], number[12], other[14];
		make_binding(&bench, rows[i].made, binding);
		snprintf(number, sizeof number, "t%zu", i);
		snprintf(other, sizeof other, "u%zu", i);
		assert_int_equal(charge_recurrent(&bench, number, binding, ""), rows[i].recurrent);
		assert_int_equal(charge_installment(&bench, other, binding, ""), rows[i].installment);
		assert_int_equal(charge_order(&bench, binding, "R"), rows[i].recurrent);
		assert_int_equal(charge_order(&bench, binding, "I"), rows[i].installment);
		assert_int_equal(charge_order(&bench, binding, "U"), rows[i].u);
	}
	bench_close(&bench);
}

static void charges_without_the_payer_are_of_one_phase(void **state)
{
	(void)state;
	static const char *const tiis[] = {"R", "U", "I"};
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < 3; i++) {
		make_binding(&bench, i == 2 ? "II" : "RI", binding);
		bench_register(&bench, "registerPreAuth", 100, "&clientId=c", id);
		assert_int_equal(
			bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=%s", id, binding, tiis[i]),
			5);
		bench_expect(&bench, id, 0, 0, 0, 0);
		assert_int_equal(bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=%s&cvc=123", id,
							 binding, tiis[i]),
			5);
	}
	bench_close(&bench);
}

static void a_declined_charge_ends_its_order(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "attempts", "3");
	/* The issuer is not asked when this binding is made. */
	assert_int_equal(bench_form(&bench, "rest/createBindingNoPayment.do",
						 "clientId=c&pan=4444444444446666&expiryDate=203412&cardholderName=A+B"),
		0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindingId"));
	assert_int_equal(charge_recurrent(&bench, "d1", binding, ""), 0);
	assert_string_equal(bench_text(&bench, "success"), "true");
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "6");
	assert_string_equal(bench_text(&bench, "orderStatus.actionCode"), "71015");
	snprintf(id, sizeof id, "%s", bench_text(&bench, "data.orderId"));
	bench_expect(&bench, id, 6, 0, 0, 0);
	bench_close(&bench);
}

static void limits_decline(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	bench_register(
		&bench, "register", 100, "&clientId=c&jsonParams={\"installments\":\"1\",\"recurringFrequency\":\"1\"}", id);
	assert_int_equal(bench_form(&bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=" VISA "&$CVC=123&$EXPIRY=203412&TEXT=A&tii=II", id),
		0);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindingInfo.bindingId"));
	assert_int_equal(charge_installment(&bench, "l1", binding, ""), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "2");
	bench_wait(86400);
	assert_int_equal(charge_installment(&bench, "l2", binding, ""), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "6");
	assert_string_equal(bench_text(&bench, "orderStatus.actionCode"), "-20010");
	bench_close(&bench);
}

static void what_may_not_pay_never_charges(void **state)
{
	(void)state;
	struct bench bench;
	char off[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, "RI", off);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", off), 0);
	assert_int_equal(charge_recurrent(&bench, "w1", off, ""), 2);
	assert_int_equal(charge_recurrent(&bench, "w1", "nothing", ""), 2);
	make_binding(&bench, "RI", binding);
	bench_wait(INT64_C(86400) * 366 * 9); /* past 2034 */
	assert_int_equal(charge_recurrent(&bench, "w1", binding, ""), 2);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=w1"), 6);
	bench_close(&bench);
}

static void sberbank_has_it_too(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, "CI", binding);
	assert_int_equal(bench_json(&bench, "recurrentPayment.do", CHARGE, "s1", binding, ""), 0);
	assert_string_equal(bench_text(&bench, "success"), "true");
	assert_non_null(bench_text(&bench, "data.orderId"));
	assert_string_equal(bench_text(&bench, "orderStatus.orderStatus"), "2");
	assert_null(bench_member(&bench, "orderStatus.operations"));
	assert_int_equal(bench_json(&bench, "recurrentPayment.do", CHARGE, "s1", binding, ""), 10);
	assert_int_equal(bench_json(&bench, "recurrentPayment.do", CHARGE, "s2", binding, ",\"preAuth\":false"), 10);
	assert_int_equal(bench_json(&bench, "recurrentPayment.do", CHARGE, "s2", binding, ",\"currency\":643"), 10);
	assert_int_equal(
		bench_json(&bench, "recurrentPayment.do", CHARGE, "s2", "00000000-0000-4000-8000-000000000000", ""), 2);
	bench_close(&bench);
}

int sandbox_check_charges(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_recurrent_payment_registers_and_charges),
		cmocka_unit_test(what_a_recurrent_payment_needs),
		cmocka_unit_test(an_installment_payment_answers_flat),
		cmocka_unit_test(the_type_of_the_binding_decides_who_may_charge_it),
		cmocka_unit_test(charges_without_the_payer_are_of_one_phase),
		cmocka_unit_test(a_declined_charge_ends_its_order),
		cmocka_unit_test(limits_decline),
		cmocka_unit_test(what_may_not_pay_never_charges),
		cmocka_unit_test(sberbank_has_it_too),
	};
	return cmocka_run_group_tests_name("charges without the payer", tests, NULL, NULL);
}
