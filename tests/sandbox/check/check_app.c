/* SberPay, QR codes and subscriptions: what the payer does in the app of their bank. */
#include "bench.h"
#include "check.h"

#include "control/control.h"

#include <stdio.h>
#include <string.h>

#define SUBSCRIBE ",\"jsonParams\":{\"qrType\":\"SUBSCRIPTION_SBP\",\"sbp.scenario\":\"%s\"}"
#define MEMBER    "100000000111"

static int open_order(struct bench *bench, const char *method, const char *more, char id[UUID_SIZE])
{
	static int number;
	int code = bench_json(bench, method,
		"\"orderNumber\":\"q%d\",\"amount\":100,\"returnUrl\":\"https://shop.example/\"%s", ++number, more);
	const char *order = bench_text(bench, "orderId");
	snprintf(id, UUID_SIZE, "%s", order ? order : "");
	return code;
}

static unsigned decide_as_payer(struct bench *bench, const char *id, const char *decision)
{
	char arguments[128];
	struct sandbox_form form;
	snprintf(arguments, sizeof arguments, "orderId=%s&decision=%s", id, decision);
	assert_true(sandbox_form_parse(&form, arguments, strlen(arguments)));
	sandbox_reply_free(&bench->reply);
	sandbox_control_serve(
		"sandbox/payer", &(struct sandbox_control_request){&bench->gateway, true, &form, &bench->reply});
	sandbox_form_free(&form);
	return bench->reply.status;
}

static void the_payer_answers_sberpay(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(open_order(&bench, "registerPreAuth.do", "", id), 0);
	assert_null(bench_member(&bench, "externalParams"));
	assert_int_equal(decide_as_payer(&bench, id, "pay"), 400); /* nobody asked the payer */
	static const char *const wrong[] = {
		"", ",\"phone\":\"123456\"", ",\"phone\":\"+79160000000\"", ",\"phone\":79160000000"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(bench_json(&bench, "paymentSberPay.do", "\"orderId\":\"%s\"%s", id, wrong[i]), 5);
	}
	assert_int_equal(bench_json(&bench, "paymentSberPay.do", "\"orderId\":\"%s\",\"phone\":\"79160000000\"", id), 0);
	assert_string_equal(bench_text(&bench, "errorCode"), "0");
	bench_expect(&bench, id, 0, 0, 0, 0);
	assert_int_equal(decide_as_payer(&bench, id, "perhaps"), 400);
	assert_int_equal(decide_as_payer(&bench, "nothing", "pay"), 404);
	assert_int_equal(decide_as_payer(&bench, id, "pay"), 200);
	bench_expect(&bench, id, 1, 100, 0, 0);
	assert_non_null(bench_member(&bench, "authRefNum"));
	assert_int_equal(decide_as_payer(&bench, id, "pay"), 400);
	assert_int_equal(bench_json(&bench, "paymentSberPay.do", "\"orderId\":\"%s\",\"phone\":\"79160000000\"", id), 5);
	assert_int_equal(open_order(&bench, "register.do", "", id), 0);
	assert_int_equal(bench_json(&bench, "paymentSberPay.do", "\"orderId\":\"%s\",\"phone\":\"79160000000\"", id), 0);
	assert_int_equal(decide_as_payer(&bench, id, "refuse"), 200);
	bench_expect(&bench, id, 6, 0, 0, 0);
	bench_close(&bench);
}

static void a_qr_code_waits_for_the_payer(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(open_order(&bench, "register.do", ",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"}", id), 0);
	assert_int_equal(strlen(bench_text(&bench, "externalParams.qrcId")), 32);
	assert_non_null(bench_text(&bench, "externalParams.sbpPayload"));
	assert_int_equal(decide_as_payer(&bench, id, "pay"), 200);
	bench_expect(&bench, id, 2, 100, 100, 0);
	assert_int_equal(open_order(&bench, "register.do", ",\"jsonParams\":{\"qrType\":\"SBERPAY_DYNAMIC_QR\"}", id), 0);
	assert_non_null(bench_text(&bench, "externalParams.sberPayload"));
	assert_int_equal(
		open_order(&bench, "registerPreAuth.do", ",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"}", id), 5);
	assert_int_equal(open_order(&bench, "register.do", ",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"}", id), 0);
	bench_wait(1300);
	assert_int_equal(decide_as_payer(&bench, id, "pay"), 400); /* too late */
	bench_close(&bench);
}

/* The subscription of an order of that scenario. */
static void make_subscription(
	struct bench *bench, const char *scenario, const char *client, int deposited, char subscription[33])
{
	char id[UUID_SIZE], more[256];
	snprintf(more, sizeof more, SUBSCRIBE "%s", scenario, client);
	assert_int_equal(open_order(bench, "register.do", more, id), 0);
	assert_int_equal(decide_as_payer(bench, id, "pay"), 200);
	bench_expect(bench, id, 2, deposited, deposited, 0);
	assert_int_equal(bench_json(bench, "getOrderStatusExtended.do", "\"orderId\":\"%s\"", id), 0);
	assert_string_equal(bench_text(bench, "attributes.2.name"), "subscriptionId");
	assert_string_equal(bench_text(bench, "attributes.3.value"), MEMBER);
	snprintf(subscription, 33, "%s", bench_text(bench, "attributes.2.value"));
	assert_int_equal(strlen(subscription), 32);
}

/* The actionCode of a charge, which is never an error. */
static int charge_subscription(struct bench *bench, const char *more, const char *subscription, const char *member)
{
	char id[UUID_SIZE];
	assert_int_equal(open_order(bench, "register.do", more, id), 0);
	assert_int_equal(bench_json(bench, "paymentOrderBySubscription",
						 "\"orderId\":\"%s\",\"subscriptionId\":\"%s\",\"memberId\":\"%s\"", id, subscription, member),
		0);
	assert_int_equal(bench_json(bench, "getOrderStatusExtended.do", "\"orderId\":\"%s\"", id), 0);
	int code = json_object_get_int(bench_member(bench, "actionCode"));
	assert_int_equal(json_object_get_int(bench_member(bench, "orderStatus")), code ? 6 : 2);
	return code;
}

static void a_subscription_is_charged(void **state)
{
	(void)state;
	struct bench bench;
	char paid[33], unpaid[33], id[UUID_SIZE];
	bench_open(&bench);
	make_subscription(&bench, "C2B_SUBSCRIPTION_WITH_PAYMENT", "", 100, paid);
	make_subscription(&bench, "C2B_SUBSCRIPTION", ",\"clientId\":\"c\"", 0, unpaid);
	assert_int_equal(charge_subscription(&bench, "", paid, MEMBER), 0);
	assert_int_equal(charge_subscription(&bench, ",\"clientId\":\"c\"", unpaid, MEMBER), 0);
	assert_int_equal(charge_subscription(&bench, "", unpaid, MEMBER), 0);
	assert_int_equal(charge_subscription(&bench, ",\"clientId\":\"d\"", unpaid, MEMBER), -5031);
	assert_int_equal(charge_subscription(&bench, "", paid, "100000000112"), -5031);
	assert_int_equal(charge_subscription(&bench, "", "00000000000000000000000000000000", MEMBER), -5031);
	static const char *const wrong[] = {"\"subscriptionId\":\"x\",\"memberId\":\"" MEMBER "\"",
		"\"subscriptionId\":\"00000000000000000000000000000000\"",
		"\"subscriptionId\":\"0000000000000000000000000000000A\",\"memberId\":\"" MEMBER "\""};
	assert_int_equal(open_order(&bench, "register.do", "", id), 0);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(bench_json(&bench, "paymentOrderBySubscription", "\"orderId\":\"%s\",%s", id, wrong[i]), 5);
	}
	assert_int_equal(open_order(&bench, "registerPreAuth.do", "", id), 0);
	assert_int_equal(bench_json(&bench, "paymentOrderBySubscription",
						 "\"orderId\":\"%s\",\"subscriptionId\":\"%s\",\"memberId\":\"" MEMBER "\"", id, paid),
		5);
	bench_close(&bench);
}

static int open_free_order(struct bench *bench, const char *method, const char *params, char id[UUID_SIZE])
{
	static int number;
	int code = bench_json(bench, method,
		"\"orderNumber\":\"f%d\",\"amount\":0,\"returnUrl\":\"https://shop.example/\"%s", ++number, params);
	const char *order = bench_text(bench, "orderId");
	snprintf(id, UUID_SIZE, "%s", order ? order : "");
	return code;
}

/* An order of amount 0, which a subscription without a payment has. */
static void a_subscription_may_cost_nothing(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"", ",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"}", ",\"jsonParams\":{\"own\":\"SUBSCRIPTION_SBP\"}"};
	struct bench bench;
	char id[UUID_SIZE], more[256], subscription[33];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(open_free_order(&bench, "register.do", wrong[i], id), 5);
	}
	snprintf(more, sizeof more, SUBSCRIBE, "C2B_SUBSCRIPTION");
	assert_int_equal(open_free_order(&bench, "registerPreAuth.do", more, id), 5);
	assert_int_equal(bench_form(&bench, "rest/register.do",
						 "orderNumber=f&amount=0&returnUrl=https://a/&jsonParams={\"qrType\":\"SUBSCRIPTION_SBP\"}"),
		5); /* the classic dialect knows no subscriptions */
	assert_int_equal(open_free_order(&bench, "register.do", more, id), 0);
	assert_string_equal(bench_text(&bench, "errorCode"), "0");
	assert_non_null(bench_text(&bench, "externalParams.sbpPayload"));
	assert_int_equal(
		bench_json(&bench, "paymentOrder.do",
			"\"MDORDER\":\"%s\",\"$PAN\":\"4444555511113333\",\"$CVC\":\"123\",\"YYYY\":\"2026\",\"MM\":\"12\"", id),
		5); /* a card has nothing to pay */
	assert_int_equal(decide_as_payer(&bench, id, "pay"), 200);
	bench_expect(&bench, id, 2, 0, 0, 0);
	assert_int_equal(bench_json(&bench, "getOrderStatusExtended.do", "\"orderId\":\"%s\"", id), 0);
	snprintf(subscription, sizeof subscription, "%s", bench_text(&bench, "attributes.2.value"));
	assert_int_equal(charge_subscription(&bench, "", subscription, MEMBER), 0);
	assert_int_equal(bench_json(&bench, "refund.do", "\"orderId\":\"%s\",\"amount\":1", id), 5);
	assert_int_equal(open_free_order(&bench, "register.do", more, id), 0);
	assert_int_equal(decide_as_payer(&bench, id, "refuse"), 200);
	bench_expect(&bench, id, 6, 0, 0, 0);
	bench_close(&bench);
}

static void a_qr_code_lives_90_days(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"},\"sessionTimeoutSecs\":7776000", 0},
		{",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"},\"sessionTimeoutSecs\":7776001", 5},
		{",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"},\"expirationDate\":\"2027-02-19T11:59:59\"", 0},
		{",\"jsonParams\":{\"qrType\":\"DYNAMIC_QR_SBP\"},\"expirationDate\":\"2027-02-19T12:01:00\"", 5},
		{",\"jsonParams\":{\"qrType\":\"SBERPAY_DYNAMIC_QR\"},\"sessionTimeoutSecs\":7776001", 0},
		{",\"sessionTimeoutSecs\":7776001", 0},
	};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(open_order(&bench, "register.do", rows[i].more, id), rows[i].code);
	}
	bench_close(&bench);
}

int sandbox_check_app(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_payer_answers_sberpay),
		cmocka_unit_test(a_qr_code_waits_for_the_payer),
		cmocka_unit_test(a_subscription_is_charged),
		cmocka_unit_test(a_subscription_may_cost_nothing),
		cmocka_unit_test(a_qr_code_lives_90_days),
	};
	return cmocka_run_group_tests_name("the app of the payer's bank", tests, NULL, NULL);
}
