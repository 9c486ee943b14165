/* Failures on purpose: what is taken when, and the amounts that ask for them. */
#include "bench.h"
#include "check.h"

#include "base/json.h"
#include "control/control.h"
#include "model/failure.h"
#include "page/payer.h"

#include <stdio.h>
#include <string.h>

#define CARD "&pan=4444555511113333&expiry=203412&cvc=123"

static unsigned ask_fail(struct bench *bench, bool post, const char *arguments)
{
	struct sandbox_form form;
	assert_true(sandbox_form_parse(&form, arguments, strlen(arguments)));
	sandbox_reply_free(&bench->reply);
	sandbox_control_serve(
		"sandbox/fail", &(struct sandbox_control_request){&bench->gateway, post, &form, &bench->reply});
	sandbox_form_free(&form);
	return bench->reply.status;
}

/* How a call of the status ends: the HTTP status, and how the answer is sent. */
static void send_status(struct bench *bench, unsigned status, int64_t hold, bool lost)
{
	static const char body[] = CLASSIC_LOGIN "orderId=x";
	const struct sandbox_method *method = sandbox_method_named("rest/getOrderStatus.do");
	const struct sandbox_request request = {
		.verb = "POST", .path = method->path, .type = SANDBOX_FORM_TYPE, .body = body, .size = sizeof body - 1};
	sandbox_reply_free(&bench->reply);
	bench->reply.status = 500;
	sandbox_gateway_serve(&bench->gateway, method, &request, &bench->reply);
	assert_int_equal(bench->reply.status, status);
	assert_int_equal(bench->reply.hold, hold);
	assert_int_equal(bench->reply.lost, lost);
	assert_int_equal(bench->reply.json != NULL, status == 200);
}

static void calls_fail_in_the_order_asked_for(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(ask_fail(&bench, true, "with=502&times=2&method=rest/getOrderStatus.do"), 200);
	assert_int_equal(ask_fail(&bench, true, "with=lose&method=rest/refund.do"), 200);
	assert_int_equal(ask_fail(&bench, true, "with=timeout"), 200);
	assert_int_equal(ask_fail(&bench, true, "with=slow&milliseconds=7"), 200);
	assert_int_equal(ask_fail(&bench, true, "with=lose"), 200);
	send_status(&bench, 502, 0, false);
	assert_int_equal(ask_fail(&bench, false, ""), 200);
	assert_string_equal(json_object_to_json_string_ext(bench_member(&bench, "failures"), JSON_C_TO_STRING_PLAIN),
		"[{\"with\":\"502\",\"method\":\"rest\\/getOrderStatus.do\",\"times\":1},"
		"{\"with\":\"lose\",\"method\":\"rest\\/refund.do\",\"times\":1},{\"with\":\"timeout\",\"times\":1},"
		"{\"with\":\"slow\",\"times\":1,\"milliseconds\":7},{\"with\":\"lose\",\"times\":1}]");
	send_status(&bench, 502, 0, false);
	send_status(&bench, 0, SANDBOX_FAILURE_TIMEOUT_MILLISECONDS, true);
	send_status(&bench, 200, 7, false);
	send_status(&bench, 200, 0, true);
	send_status(&bench, 200, 0, false);
	assert_int_equal(ask_fail(&bench, false, ""), 200);
	assert_int_equal(json_object_array_length(bench_member(&bench, "failures")), 1);
	struct sandbox_form none = {.count = 0};
	sandbox_reply_free(&bench.reply);
	sandbox_control_serve(
		"sandbox/reset", &(struct sandbox_control_request){&bench.gateway, true, &none, &bench.reply});
	assert_int_equal(ask_fail(&bench, false, ""), 200);
	assert_int_equal(json_object_array_length(bench_member(&bench, "failures")), 0);
	bench_close(&bench);
}

static void wrong_requests_for_failures_are_refused(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "with=", "with=503", "with=502&times=0", "with=502&times=1001",
		"with=502&times=x", "with=502&method=rest/nope.do", "with=502&method=register.do", "with=502&x=1",
		"with=502&milliseconds=5", "with=502&actionCode=5", "with=slow", "with=slow&milliseconds=0",
		"with=slow&milliseconds=120001", "with=slow&milliseconds=5&actionCode=5", "with=decline",
		"with=decline&actionCode=0", "with=decline&actionCode=-", "with=decline&actionCode=1000000",
		"with=decline&actionCode=5&method=rest/refund.do"};
	static const char *const right[] = {"with=timeout", "with=502&times=1000&method=v1/register.do",
		"with=slow&milliseconds=120000", "with=decline&actionCode=-999999&method=v1/paymentOrder.do"};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(ask_fail(&bench, true, wrong[i]), 400);
	}
	for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
		assert_int_equal(ask_fail(&bench, true, right[i]), 200);
	}
	assert_int_equal(json_object_array_length(bench_member(&bench, "failures")), 4);
	for (int i = 4; i < 100; i++) {
		assert_int_equal(ask_fail(&bench, true, "with=502"), 200);
	}
	assert_int_equal(ask_fail(&bench, true, "with=502"), 400);
	bench_close(&bench);
}

/* A declined order of that number, with that actionCode. */
static void expect_declined(struct bench *bench, const char *number, const char *action_code)
{
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderNumber=%s", number), 0);
	assert_string_equal(bench_text(bench, "orderStatus"), "6");
	assert_string_equal(bench_text(bench, "actionCode"), action_code);
	assert_string_equal(bench_text(bench, "paymentAmountInfo.depositedAmount"), "0");
}

static void make_binding(struct bench *bench, char binding[UUID_SIZE])
{
	char id[UUID_SIZE];
	bench_paid(bench, "register", 100, "&clientId=c", id);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(binding, UUID_SIZE, "%s", bench_text(bench, "bindingInfo.bindingId"));
}

static void register_as(struct bench *bench, const char *number, char id[UUID_SIZE])
{
	assert_int_equal(bench_form(bench, "rest/register.do",
						 "orderNumber=%s&amount=100&clientId=c&returnUrl=https://shop.example/", number),
		0);
	snprintf(id, UUID_SIZE, "%s", bench_text(bench, "orderId"));
}

static void every_payment_can_be_declined(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, binding);
	assert_int_equal(ask_fail(&bench, true, "with=decline&actionCode=51&times=6"), 200);
	register_as(&bench, "card", id);
	bench_form(
		&bench, "rest/paymentorder.do", "MDORDER=%s&$PAN=4444555511113333&$CVC=123&YYYY=2034&MM=12&TEXT=A&tii=CI", id);
	register_as(&bench, "binding", id);
	bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=F", id, binding);
	bench_form(&bench, "rest/instantPayment.do", "orderNumber=instant&amount=100&returnUrl=https://shop.example/" CARD);
	bench_form(
		&bench, "rest/motoPayment.do", "orderNumber=moto&amount=100&returnUrl=https://shop.example/&cardholder=A" CARD);
	bench_object(
		&bench, "recurrentPayment.do", "\"orderNumber\":\"recurrent\",\"amount\":100,\"bindingId\":\"%s\"", binding);
	bench_form(&bench, "rest/instantRefund.do", "orderNumber=refund&amount=100&bindingId=%s", binding);
	static const char *const numbers[] = {"card", "binding", "instant", "moto", "recurrent", "refund"};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		expect_declined(&bench, numbers[i], "51");
	}
	/* The last one was the sixth, so that the next payment succeeds. */
	bench_paid(&bench, "register", 100, "", id);
	bench_close(&bench);
}

static void a_payer_on_the_page_can_be_declined(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	struct sandbox_typed_card card = {.pan = "4444555511113333", .cvc = "123", .expiry = 203412};
	const struct sandbox_merchant merchant = *sandbox_store_merchant_at(bench.gateway.store, 0);
	register_as(&bench, "page", id);
	assert_int_equal(ask_fail(&bench, true, "with=decline&actionCode=116&method=rest/paymentorder.do"), 200);
	sandbox_payer_pay(&bench.gateway, &merchant,
		&(struct sandbox_decision){.order_id = id, .language = "en", .card = &card, .left = ""});
	expect_declined(&bench, "page", "116");
	bench_close(&bench);
}

/* A request that is refused asks no issuer. */
static void a_refused_payment_uses_up_no_decline(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(ask_fail(&bench, true, "with=decline&actionCode=51"), 200);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatus.do", "orderId=x"), 6);
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do", "amount=x" CARD), 5);
	assert_int_equal(ask_fail(&bench, false, ""), 200);
	assert_int_equal(json_object_array_length(bench_member(&bench, "failures")), 1);
	bench_close(&bench);
}

static void magic_amounts_are_the_tolerant_default(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench); /* strict */
	assert_int_equal(sandbox_settings_default().magic_amounts, 0);
	bench_paid(&bench, "register", 990116, "", id);
	bench_paid(&bench, "register", 990003, "", id);
	assert_int_equal(bench.reply.lost, false);
	bench_set(&bench, "magicAmounts", "1");
	bench_register(&bench, "register", 990116, "", id);
	bench_form(&bench, "rest/paymentorder.do", "MDORDER=%s&$PAN=4444555511113333&$CVC=123&YYYY=2034&MM=12&TEXT=A", id);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	assert_string_equal(bench_text(&bench, "actionCode"), "116");
	bench_register(&bench, "register", 990003, "", id);
	bench_form(&bench, "rest/register.do", "orderNumber=lost&amount=990003&returnUrl=https://shop.example/");
	assert_int_equal(bench.reply.lost, true);
	bench_close(&bench);
	sandbox_settings_start_with("default", false);
	assert_int_equal(sandbox_settings_default().magic_amounts, 1);
	sandbox_settings_start_with("default", true);
}

static void what_failed_is_logged_as_on_purpose(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(ask_fail(&bench, true, "with=timeout"), 200);
	assert_int_equal(ask_fail(&bench, true, "with=decline&actionCode=51"), 200);
	send_status(&bench, 0, SANDBOX_FAILURE_TIMEOUT_MILLISECONDS, true);
	bench_form(&bench, "rest/instantPayment.do", "amount=100&returnUrl=https://shop.example/" CARD);
	bench_form(&bench, "rest/getOrderStatus.do", "orderId=x");
	static const char *const words[] = {"timeout", "decline", NULL};
	struct json_object *log = sandbox_log_read(bench.gateway.log, 0);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct json_object *request = json_object_array_get_idx(sandbox_json_member(log, "requests"), i);
		const char *word = sandbox_json_member_text(request, "onPurpose");
		assert_int_equal(word != NULL, words[i] != NULL);
		assert_true(!word || strcmp(word, words[i]) == 0);
		assert_int_equal(sandbox_json_member(request, "status") != NULL, i > 0);
	}
	json_object_put(log);
	bench_close(&bench);
}

int sandbox_check_failures(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(calls_fail_in_the_order_asked_for),
		cmocka_unit_test(wrong_requests_for_failures_are_refused),
		cmocka_unit_test(every_payment_can_be_declined),
		cmocka_unit_test(a_payer_on_the_page_can_be_declined),
		cmocka_unit_test(a_refused_payment_uses_up_no_decline),
		cmocka_unit_test(magic_amounts_are_the_tolerant_default),
		cmocka_unit_test(what_failed_is_logged_as_on_purpose),
	};
	return cmocka_run_group_tests_name("failures on purpose", tests, NULL, NULL);
}
