/* instantPayment.do and motoPayment.do: an order registered and paid in one request. */
#include "bench.h"
#include "check.h"

#include <stdio.h>
#include <string.h>

#define URL      "&returnUrl=https://shop.example/"
#define CARD     "&pan=4444555511113333&cvc=123&expiry=202612&cardholderName=A+B"
#define DECLINED "&pan=2202205000060910&cvc=810&expiry=202806&cardholderName=A+B"
#define MOTO     "&pan=4444555511113333&expiry=202612&cardholder=A+B"

static int pay_instantly(struct bench *bench, const char *number, const char *more)
{
	return bench_form(bench, "rest/instantPayment.do", "orderNumber=%s&amount=700%s", number, more);
}

static int pay_by_telephone(struct bench *bench, const char *number, const char *more)
{
	return bench_form(bench, "rest/motoPayment.do", "orderNumber=%s&amount=700%s", number, more);
}

static void read_id(struct bench *bench, const char *name, char id[UUID_SIZE])
{
	const char *text = bench_text(bench, name);
	snprintf(id, UUID_SIZE, "%s", text ? text : "");
	assert_int_equal(strlen(id), UUID_SIZE - 1);
}

static int64_t order_count(struct bench *bench)
{
	struct sandbox_books books;
	assert_true(sandbox_store_books(bench->gateway.store, &books));
	return books.orders;
}

static void a_card_pays_at_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(pay_instantly(&bench, "1", URL CARD), 0);
	assert_string_equal(bench_text(&bench, "errorCode"), "0");
	assert_true(json_object_is_type(bench_member(&bench, "errorCode"), json_type_string));
	assert_null(bench_member(&bench, "error"));
	assert_non_null(bench_member(&bench, "redirect"));
	assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "2");
	assert_string_equal(bench_text(&bench, "orderStatus.ErrorCode"), "0");
	assert_string_equal(bench_text(&bench, "orderStatus.OrderNumber"), "1");
	assert_string_equal(bench_text(&bench, "orderStatus.Pan"), "444455**3333");
	assert_string_equal(bench_text(&bench, "orderStatus.depositAmount"), "700");
	assert_string_equal(bench_text(&bench, "orderStatus.expiration"), "202612");
	read_id(&bench, "orderId", id);
	bench_expect(&bench, id, 2, 700, 700, 0);
	assert_string_equal(bench_text(&bench, "paymentWay"), "CARD");
	assert_int_equal(pay_instantly(&bench, "2", "&backUrl=https://shop.example/&preAuth=true" CARD), 0);
	read_id(&bench, "orderId", id);
	bench_expect(&bench, id, 1, 700, 0, 0);
	assert_int_equal(bench_form(&bench, "rest/deposit.do", "orderId=%s&amount=600", id), 0);
	bench_expect(&bench, id, 2, 700, 600, 0);
	bench_close(&bench);
}

static void a_declined_card_leaves_a_declined_order(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "attempts", "3");
	assert_int_equal(pay_instantly(&bench, "1", URL DECLINED "&features=FORCE_SSL&failUrl=https://fail.example/"), 0);
	assert_string_equal(bench_text(&bench, "error"), "Not enough money");
	assert_string_equal(bench_text(&bench, "errorMessage"), "Not enough money");
	assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "6");
	assert_string_equal(bench_text(&bench, "orderStatus.ErrorCode"), "2");
	assert_string_equal(bench_text(&bench, "orderStatus.originalActionCode"), "116");
	assert_non_null(strstr(bench_text(&bench, "redirect"), "fail.example"));
	read_id(&bench, "orderId", id);
	bench_expect(&bench, id, 6, 0, 0, 0);
	assert_int_equal(pay_by_telephone(&bench, "2", URL "&pan=2202205000060910&expiry=202806&cardholder=A"), 0);
	assert_string_equal(bench_text(&bench, "success"), "false");
	assert_string_equal(bench_text(&bench, "errorMessage"), "Not enough money");
	read_id(&bench, "mdOrder", id);
	bench_expect(&bench, id, 6, 0, 0, 0);
	bench_close(&bench);
}

static void a_known_number_charges_nothing(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_books books;
	bench_open(&bench);
	assert_int_equal(pay_instantly(&bench, "1", URL CARD), 0);
	assert_int_equal(pay_instantly(&bench, "1", URL CARD), 1);
	assert_int_equal(pay_by_telephone(&bench, "1", URL MOTO), 1);
	assert_string_equal(bench_text(&bench, "success"), "false");
	assert_int_equal(pay_by_telephone(&bench, "2", URL MOTO), 0);
	assert_int_equal(pay_by_telephone(&bench, "2", URL MOTO), 1);
	assert_true(sandbox_store_books(bench.gateway.store, &books));
	assert_int_equal(books.orders, 2);
	assert_int_equal(books.sums[SANDBOX_OPERATION_DEPOSITED], 1400);
	assert_int_equal(books.counts[SANDBOX_OPERATION_DEPOSITED], 2);
	bench_close(&bench);
}

static void what_is_refused_leaves_no_order(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{CARD, 4},
		{URL "&backUrl=https://a.b/" CARD, 5},
		{"&returnUrl=/x" CARD, 4},
		{URL, 4},
		{URL "&pan=4444555511113333", 4},
		{URL "&pan=4444555511113334&expiry=202612", 1},
		{URL "&pan=44445555111133&expiry=202612", 1},
		{URL "&pan=4444555511113333&expiry=202613", 1},
		{URL "&pan=4444555511113333&expiry=2612", 1},
		{URL CARD "&cvv=1", 5},
		{URL "&pan=4444555511113333&expiry=202612&cvc=12", 1},
		{URL "&pan=4444555511113333&expiry=202612&cardholderName=A1", 5},
		{URL "&pan=4444555511113333&expiry=202612&cardHolderName=A", 5},
		{URL CARD "&currency=000", 3},
		{URL CARD "&features=NONE", 14},
		{URL CARD "&features=AUTO_PAYMENT&features=FORCE_SSL", 13},
		{URL CARD "&features=FORCE_CREATE_BINDING", 5},
		{URL CARD "&features=FORCE_CREATE_BINDING&clientId=c&bindingId=b", 5},
		{URL CARD "&features=FORCE_CREATE_BINDING&clientId=c&bindingNotNeeded=true", 5},
		{URL CARD "&preAuth=yes", 5},
		{URL CARD "&autocompletionDate=2027-01-01T00:00:00&autoReverseDate=2027-01-01T00:00:00", 5},
		{URL CARD "&expirationDate=2020-01-01T00:00:00", 5},
		{URL CARD "&jsonParams={\"a\":1}", 5},
		{URL CARD "&preAuth=true&tii=U", 5},
		{URL CARD "&preAuth=true&tii=R", 5},
		{URL CARD "&preAuth=true&tii=I", 5},
		{URL CARD "&tii=X", 5},
		{URL CARD "&threeDSProtocolVersion=3", 5},
		{URL CARD "&threeDSVer2MdOrder=7f472085-399e-414e-b51c-a7b538aee497", 5},
		{URL CARD "&clientBrowserInfo={\"x\":1}", 5},
		{URL CARD "&postAddress=x", 5},
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(pay_instantly(&bench, "1", rows[i].more), rows[i].code);
		assert_null(bench_member(&bench, "orderId"));
	}
	assert_int_equal(order_count(&bench), 0);
	assert_int_equal(pay_instantly(&bench, "1", URL CARD), 0);
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do", "amount=0" URL CARD), 5);
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do", "orderNumber=2" URL CARD), 4);
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do", "amount=1" URL CARD), 0);
	assert_non_null(bench_text(&bench, "orderStatus.OrderNumber"));
	bench_close(&bench);
}

static void what_is_allowed_pays(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"&pan=4444555511113333&expiry=202612",
		CARD "&preAuth=true&autocompletionDate=2027-01-01T00:00:00",
		CARD "&tii=U&originalPaymentNetRefNum=1&originalPaymentDate=1",
		CARD "&preAuth=true&tii=F&originalPaymentNetRefNum=1&originalPaymentDate=1",
		CARD "&threeDSVer2FinishUrl=https://a.b/&threeDSSDK=false&threeDSProtocolVersion=2.2.0",
		CARD "&jsonParams={\"a\":\"1\"}&mcc=1234&email=a@b.c&ip=1.2.3.4&dynamicCallbackUrl=https://a.b/",
		CARD "&clientBrowserInfo={\"userAgent\":\"x\"}&billingPayerData={\"payerAccount\":\"1\"}",
		CARD "&sessionTimeoutSecs=60&currency=398&language=en&description=x",
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char number[12], more[512];
		snprintf(number, sizeof number, "a%zu", i);
		snprintf(more, sizeof more, URL "%s", rows[i]);
		assert_int_equal(pay_instantly(&bench, number, more), 0);
		assert_null(bench_member(&bench, "error"));
	}
	bench_close(&bench);
}

static void no_card_data_is_kept(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_order order;
	bench_open(&bench);
	assert_int_equal(pay_instantly(&bench, "1", URL CARD "&mcc=1234"), 0);
	sandbox_store_lock(bench.gateway.store);
	assert_int_equal(sandbox_store_order_by_number(bench.gateway.store, 1, "1", &order), SANDBOX_FOUND);
	sandbox_store_unlock(bench.gateway.store);
	assert_string_equal(order.registration, "{\"mcc\":\"1234\"}");
	assert_string_equal(order.cardholder, "A B");
	sandbox_order_free(&order);
	bench_close(&bench);
}

static int moto_without_cardholder(struct bench *bench)
{
	return pay_by_telephone(bench, "9", URL "&pan=4444555511113333&expiry=202612");
}

static void an_order_by_telephone_needs_no_cvc(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{URL MOTO, 0},
		{URL MOTO "&cvc=123", 0},
		{URL MOTO "&preAuth=true", 0},
		{URL MOTO "&postAddress=x&features=FORCE_SSL&clientId=c", 0},
		{MOTO, 4},
		{"&backUrl=https://a.b/" MOTO, 5},
		{URL MOTO "&cardholderName=A", 5},
		{URL MOTO "&bindingId=b", 5},
		{URL MOTO "&bindingNotNeeded=true", 5},
		{URL MOTO "&tii=CI", 5},
		{URL MOTO "&seToken=x", 5},
		{URL MOTO "&cvc=1", 1},
		{URL "&pan=1&expiry=202612&cardholder=A", 1},
	};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char number[12];
		snprintf(number, sizeof number, "m%zu", i);
		assert_int_equal(pay_by_telephone(&bench, number, rows[i].more), rows[i].code);
		assert_string_equal(bench_text(&bench, "success"), rows[i].code ? "false" : "true");
		assert_true(!bench_member(&bench, "mdOrder") == (rows[i].code != 0));
	}
	assert_int_equal(moto_without_cardholder(&bench), 4);
	assert_int_equal(bench_form(&bench, "rest/motoPayment.do", "amount=1" URL MOTO), 0);
	assert_non_null(bench_text(&bench, "orderNumber"));
	read_id(&bench, "mdOrder", id);
	bench_expect(&bench, id, 2, 1, 1, 0);
	assert_string_equal(bench_text(&bench, "paymentWay"), "CARD_MOTO");
	bench_close(&bench);
}

static void a_client_s_card_is_stored(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		bool stored;
	} rows[] = {
		{"&clientId=c", true},
		{"&clientId=c&features=FORCE_CREATE_BINDING", true},
		{"&clientId=c&bindingNotNeeded=true", false},
		{"&clientId=c&features=BINDING_NOT_NEEDED", false},
		{"&clientId=c&tii=U&originalPaymentNetRefNum=1&originalPaymentDate=1", false},
		{"", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		char more[256];
		bench_open(&bench);
		snprintf(more, sizeof more, URL CARD "%s", rows[i].more);
		assert_int_equal(pay_instantly(&bench, "1", more), 0);
		assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=c"), rows[i].stored ? 0 : 2);
		bench_close(&bench);
	}
	struct bench bench;
	bench_open(&bench);
	assert_int_equal(pay_by_telephone(&bench, "1", URL MOTO "&clientId=c"), 0);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=c"), 0);
	bench_close(&bench);
}

static void verification_charges_nothing_and_names_the_binding(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do", "amount=0&features=VERIFY&clientId=c" URL CARD), 0);
	read_id(&bench, "bindingId", binding);
	read_id(&bench, "orderId", id);
	assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "3");
	bench_expect(&bench, id, 3, 0, 0, 0);
	assert_int_equal(bench_form(&bench, "rest/motoPayment.do", "amount=5&features=VERIFY&clientId=c" URL MOTO), 0);
	assert_string_equal(bench_text(&bench, "bindingId"), binding);
	read_id(&bench, "mdOrder", id);
	bench_expect(&bench, id, 3, 0, 0, 0);
	bench_set(&bench, "verify", "0");
	assert_int_equal(bench_form(&bench, "rest/instantPayment.do", "amount=0&features=VERIFY" URL CARD), 13);
	bench_close(&bench);
}

/* A binding of client c. */
static void store_card(struct bench *bench, char binding[UUID_SIZE])
{
	assert_int_equal(bench_form(bench, "rest/instantPayment.do", "amount=0&features=VERIFY&clientId=c" URL CARD), 0);
	read_id(bench, "bindingId", binding);
}

static int by_binding(struct bench *bench, const char *binding, const char *more)
{
	return bench_form(bench, "rest/instantPayment.do", "amount=700" URL "&bindingId=%s%s", binding, more);
}

static void a_stored_card_pays_at_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, binding);
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&cvc=123"), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "2");
	assert_string_equal(bench_text(&bench, "bindingId"), binding);
	read_id(&bench, "orderId", id);
	bench_expect(&bench, id, 2, 700, 700, 0);
	assert_string_equal(bench_text(&bench, "paymentWay"), "CARD_BINDING");
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&preAuth=true&tii=F"), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "1");
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&tii=U"), 0);
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&cvc=321"), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "6");
	assert_string_equal(bench_text(&bench, "orderStatus.originalActionCode"), "71015");
	/* A card that is given wins, whatever the binding. */
	assert_int_equal(by_binding(&bench, "x", "&clientId=d" CARD), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "2");
	assert_null(bench_text(&bench, "bindingId"));
	bench_close(&bench);
}

static void what_a_stored_card_at_once_needs(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{"", 5},
		{"&clientId=d", 2},
		{"&clientId=c&preAuth=true&tii=U", 5},
		{"&clientId=c&tii=U&cvc=123", 5},
		{"&clientId=c&tii=CI", 5},
		{"&clientId=c&tii=RI", 5},
		{"&clientId=c&tii=II", 5},
		{"&clientId=c&features=FORCE_CREATE_BINDING", 5},
	};
	struct bench bench;
	char binding[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, binding);
	int64_t orders = order_count(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(by_binding(&bench, binding, rows[i].more), rows[i].code);
	}
	assert_int_equal(by_binding(&bench, "00000000-0000-4000-8000-000000000000", "&clientId=c"), 2);
	bench_set(&bench, "bindingWithoutCvc", "0");
	assert_int_equal(by_binding(&bench, binding, "&clientId=c"), 1);
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&tii=F"), 1);
	bench_set(&bench, "bindings", "0");
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&cvc=123"), 5);
	bench_set(&bench, "bindings", "1");
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&cvc=123"), 2);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", binding), 0);
	bench_wait(60 * 86400); /* its card expires */
	assert_int_equal(by_binding(&bench, binding, "&clientId=c&cvc=123"), 2);
	assert_int_equal(order_count(&bench), orders);
	bench_close(&bench);
}

static void who_is_not_there_pays_one_phase_only(void **state)
{
	(void)state;
	static const struct {
		const char *method, *tii;
		int code;
	} rows[] = {
		{"register", "R", 0},
		{"register", "U", 0},
		{"register", "I", 0},
		{"registerPreAuth", "R", 5},
		{"registerPreAuth", "U", 5},
		{"registerPreAuth", "I", 5},
		{"registerPreAuth", "F", 0},
		{"registerPreAuth", "CI", 0},
	};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_register(&bench, rows[i].method, 100, "", id);
		assert_int_equal(bench_form(&bench, "rest/paymentorder.do",
							 "MDORDER=%s&$PAN=4444555511113333&$CVC=123&$EXPIRY=202612&TEXT=A&tii=%s", id, rows[i].tii),
			rows[i].code);
	}
	bench_close(&bench);
}

int sandbox_check_at_once(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_pays_at_once),
		cmocka_unit_test(a_declined_card_leaves_a_declined_order),
		cmocka_unit_test(a_known_number_charges_nothing),
		cmocka_unit_test(what_is_refused_leaves_no_order),
		cmocka_unit_test(what_is_allowed_pays),
		cmocka_unit_test(no_card_data_is_kept),
		cmocka_unit_test(an_order_by_telephone_needs_no_cvc),
		cmocka_unit_test(a_client_s_card_is_stored),
		cmocka_unit_test(verification_charges_nothing_and_names_the_binding),
		cmocka_unit_test(a_stored_card_pays_at_once),
		cmocka_unit_test(what_a_stored_card_at_once_needs),
		cmocka_unit_test(who_is_not_there_pays_one_phase_only),
	};
	return cmocka_run_group_tests_name("at once", tests, NULL, NULL);
}
