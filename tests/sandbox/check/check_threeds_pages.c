/* 3-D Secure as a browser meets it: the payment page, the ACS, and the way back. No HTTP and no JavaScript. */
#include "check.h"
#include "payer.h"

#include "page/pages.h"
#include "page/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHALLENGED   "&pan=5555555555555599&expiry=12/34&cvc=123"
#define FRICTIONLESS "&pan=4111111111111111&expiry=12/26&cvc=123"
#define FIRST        "&pan=4012001038166662&expiry=12/24&cvc=123"
#define FAILURE      "&pan=5168494895055780&expiry=12/26&cvc=123"

static bool shows(const struct bench *bench, const char *text)
{
	return bench->reply.html && strstr(bench->reply.html, text);
}

static bool leads_to(const struct bench *bench, const char *where)
{
	return bench->reply.status == 303 && strstr(bench->reply.location, where);
}

/* Appends name=value of a hidden field of the page to a form body. The values need + encoded and nothing else. */
static void add_field(const struct bench *bench, const char *name, char body[2048])
{
	char mark[64];
	snprintf(mark, sizeof mark, "name=\"%s\" value=\"", name);
	const char *at = bench->reply.html ? strstr(bench->reply.html, mark) : NULL;
	assert_non_null(at);
	at += strlen(mark);
	snprintf(body + strlen(body), 2048 - strlen(body), "%s%s=", body[0] ? "&" : "", name);
	for (; *at != '"'; at++) {
		snprintf(body + strlen(body), 2048 - strlen(body), *at == '+' ? "%%2B" : "%c", *at);
	}
}

static void open_secure(struct bench *bench)
{
	bench_open(bench);
	bench_set(bench, "attempts", "3");
}

static unsigned payment_page(struct bench *bench, const char *id, const char *body)
{
	char query[64];
	snprintf(query, sizeof query, "mdOrder=%s", id);
	return bench_page(bench, "/payment/merchants/sandbox/payment_en.html", query, body);
}

static unsigned redirect_page(struct bench *bench, const char *id, const char *body)
{
	char query[64];
	snprintf(query, sizeof query, "orderId=%s", id);
	return bench_page(bench, "/payment/acsRedirect.do", query, body);
}

/* From the form of the payment page to the ACS, which the last answer shows then. */
static void go_to_acs(struct bench *bench, const char *id)
{
	char body[2048] = "";
	assert_int_equal(redirect_page(bench, id, NULL), 200);
	if (shows(bench, "data-after-frames")) {
		assert_int_equal(redirect_page(bench, id, "continue=1"), 303);
		assert_true(leads_to(bench, "acsRedirect.do?orderId="));
		assert_int_equal(redirect_page(bench, id, NULL), 200);
	}
	if (shows(bench, "name=\"creq\"")) {
		add_field(bench, "creq", body);
		assert_int_equal(bench_page(bench, "/payment/acs/creq", "", body), 200);
		return;
	}
	add_field(bench, "MD", body);
	add_field(bench, "PaReq", body);
	add_field(bench, "TermUrl", body);
	assert_int_equal(bench_page(bench, "/payment/acs/pareq", "", body), 200);
}

/* Presses a button of the ACS's page. */
static unsigned press(struct bench *bench, const char *button, const char *code)
{
	char body[2048] = "";
	add_field(bench, "threeDSServerTransID", body);
	add_field(bench, "acsTransID", body);
	if (shows(bench, "name=\"TermUrl\"")) {
		add_field(bench, "TermUrl", body);
		add_field(bench, "MD", body);
	}
	snprintf(body + strlen(body), sizeof body - strlen(body), "&act=%s&code=%s", button, code);
	return bench_page(bench, "/payment/acs/code", "", body);
}

/* Sends the form of the last page back to the gateway. */
static unsigned come_back(struct bench *bench, const char *id)
{
	char body[2048] = "", query[128], transaction[UUID_SIZE];
	if (shows(bench, "name=\"PaRes\"")) {
		add_field(bench, "MD", body);
		add_field(bench, "PaRes", body);
		return bench_page(bench, "/payment/rest/finish3ds.do", "lang=en", body);
	}
	add_field(bench, "cres", body);
	payer_transaction(bench, id, transaction);
	snprintf(query, sizeof query, "threeDSServerTransID=%s", transaction);
	return bench_page(bench, "/3dsserver/api/v1/acs/notification", query, body);
}

static void a_payer_walks_through(void **state)
{
	(void)state;
	static const char *const cards[] = {CHALLENGED, FIRST};
	struct bench bench;
	char id[UUID_SIZE], body[256];
	open_secure(&bench);
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		bench_register(&bench, "register", 1000, "&failUrl=https://shop.example/fail", id);
		snprintf(body, sizeof body, "attempt=0%s", cards[i]);
		assert_int_equal(payment_page(&bench, id, body), 303);
		assert_true(leads_to(&bench, "http://127.0.0.1/payment/acsRedirect.do?orderId="));
		go_to_acs(&bench, id);
		assert_true(shows(&bench, "Confirm the payment"));
		assert_true(shows(&bench, "12345678"));
		assert_int_equal(press(&bench, "resend", ""), 200);
		assert_true(shows(&bench, "The code was sent again."));
		assert_true(shows(&bench, "Attempt 1 of 3"));
		assert_int_equal(press(&bench, "confirm", ""), 200);
		assert_true(shows(&bench, "id=\"code-error\">Enter the code"));
		assert_true(shows(&bench, "Attempt 1 of 3"));
		assert_int_equal(press(&bench, "confirm", "0"), 200);
		assert_true(shows(&bench, "id=\"code-error\">Wrong code"));
		assert_true(shows(&bench, "Attempt 2 of 3"));
		assert_int_equal(press(&bench, "confirm", "12345678"), 200);
		bench_expect(&bench, id, 5, 0, 0, 0); /* known to the ACS, but not finished */
		go_to_acs(&bench, id);                /* gone back: the same answer */
		assert_int_equal(come_back(&bench, id), 303);
		assert_true(leads_to(&bench, "https://shop.example/?orderId="));
		bench_expect(&bench, id, 2, 1000, 1000, 0);
		assert_int_equal(redirect_page(&bench, id, NULL), 303);
		assert_true(leads_to(&bench, "https://shop.example/?orderId="));
	}
	bench_close(&bench);
}

static void who_is_not_asked_comes_back_at_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" FRICTIONLESS), 303);
	assert_int_equal(redirect_page(&bench, id, NULL), 200);
	assert_true(shows(&bench, "name=\"method\"")); /* the frame */
	assert_int_equal(redirect_page(&bench, id, "continue=1"), 303);
	assert_true(leads_to(&bench, "https://shop.example/?orderId="));
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" FAILURE), 303);
	assert_int_equal(redirect_page(&bench, id, "continue=1"), 303);
	assert_true(leads_to(&bench, "payment_en.html?mdOrder="));
	assert_int_equal(payment_page(&bench, id, NULL), 200);
	assert_true(shows(&bench, "identity was not confirmed"));
	bench_close(&bench);
}

static void who_cancels_can_pay_again(void **state)
{
	(void)state;
	static const char *const cards[] = {CHALLENGED, FIRST};
	struct bench bench;
	char id[UUID_SIZE], body[256];
	open_secure(&bench);
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		bench_register(&bench, "register", 1000, "", id);
		snprintf(body, sizeof body, "attempt=0%s", cards[i]);
		assert_int_equal(payment_page(&bench, id, body), 303);
		go_to_acs(&bench, id);
		assert_int_equal(press(&bench, "cancel", ""), 200);
		assert_int_equal(come_back(&bench, id), 303);
		assert_true(leads_to(&bench, "payment_en.html?mdOrder="));
		assert_int_equal(payment_page(&bench, id, NULL), 200);
		assert_true(shows(&bench, "id=\"attempts\">2<"));
		bench_expect(&bench, id, 0, 0, 0, 0);
	}
	bench_close(&bench);
}

/* Back from the ACS the order is at 5, and the page offers both: to go on, and to pay again. */
static void who_went_back_can_pay_again(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], first[UUID_SIZE], second[UUID_SIZE], body[256];
	open_secure(&bench);
	bench_set(&bench, "attempts", "1");
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" CHALLENGED), 303);
	go_to_acs(&bench, id);
	payer_transaction(&bench, id, first);
	/* The form of before, sent twice: the payer is led on, and nothing is begun anew. */
	assert_int_equal(payment_page(&bench, id, "attempt=0" CHALLENGED), 303);
	payer_transaction(&bench, id, second);
	assert_string_equal(first, second);
	assert_int_equal(payment_page(&bench, id, NULL), 200);
	assert_true(shows(&bench, "id=\"left\""));
	assert_false(shows(&bench, "id=\"declined\""));
	snprintf(body, sizeof body, "attempt=0&left=%s" FRICTIONLESS, first);
	assert_int_equal(payment_page(&bench, id, body), 303);
	payer_transaction(&bench, id, second);
	assert_string_not_equal(first, second);
	assert_int_equal(redirect_page(&bench, id, "continue=1"), 303);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

static void two_tabs_pay_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], transaction[UUID_SIZE], body[256];
	char old[2048] = "";
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" CHALLENGED), 303);
	go_to_acs(&bench, id);
	add_field(&bench, "threeDSServerTransID", old);
	add_field(&bench, "acsTransID", old);
	strcat(old, "&act=confirm&code=12345678");
	payer_transaction(&bench, id, transaction);
	snprintf(body, sizeof body, "attempt=0&left=%s" CHALLENGED, transaction);
	assert_int_equal(payment_page(&bench, id, body), 303);
	assert_int_equal(bench_page(&bench, "/payment/acs/code", "", old), 404); /* the first tab */
	assert_false(shows(&bench, "<nav"));                                     /* its language links would lead nowhere */
	go_to_acs(&bench, id);
	assert_int_equal(press(&bench, "confirm", "12345678"), 200);
	assert_int_equal(come_back(&bench, id), 303);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	/* The same attempt in two tabs: the later one is shown that the order is paid. */
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" CHALLENGED), 303);
	go_to_acs(&bench, id);
	old[0] = '\0';
	add_field(&bench, "threeDSServerTransID", old);
	add_field(&bench, "acsTransID", old);
	strcat(old, "&act=confirm&code=12345678");
	assert_int_equal(press(&bench, "confirm", "12345678"), 200);
	assert_int_equal(come_back(&bench, id), 303);
	assert_int_equal(bench_page(&bench, "/payment/acs/code", "", old), 303);
	assert_true(leads_to(&bench, "payment_en.html?mdOrder="));
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

static void a_session_ends_at_the_acs(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" CHALLENGED), 303);
	go_to_acs(&bench, id);
	bench_wait(1201);
	assert_int_equal(press(&bench, "confirm", "12345678"), 303);
	assert_true(leads_to(&bench, "payment_en.html?mdOrder="));
	assert_int_equal(payment_page(&bench, id, NULL), 200);
	assert_true(shows(&bench, "The time to pay is over"));
	bench_expect(&bench, id, 6, 0, 0, 0);
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------- what is never believed */

static void what_the_browser_makes_up_pays_nothing(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], body[512], query[128], transaction[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" FIRST), 303);
	snprintf(body, sizeof body, "MD=%s&PaRes=eJxYES", id);
	assert_int_equal(bench_page(&bench, "/payment/rest/finish3ds.do", "", body), 303);
	bench_expect(&bench, id, 5, 0, 0, 0);
	snprintf(body, sizeof body, "MD=%s", id);
	assert_int_equal(bench_page(&bench, "/payment/rest/finish3ds.do", "", body), 303);
	bench_expect(&bench, id, 5, 0, 0, 0);
	assert_int_equal(bench_page(&bench, "/payment/rest/finish3ds.do", "", "MD=made-up&PaRes=eJxYES"), 404);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" CHALLENGED), 303);
	payer_transaction(&bench, id, transaction);
	snprintf(query, sizeof query, "threeDSServerTransID=%s", transaction);
	/* {"transStatus":"Y","messageType":"CRes"} */
	assert_int_equal(bench_page(&bench, "/3dsserver/api/v1/acs/notification", query,
						 "cres=eyJ0cmFuc1N0YXR1cyI6IlkiLCJtZXNzYWdlVHlwZSI6IkNSZXMifQ"),
		303);
	bench_expect(&bench, id, 5, 0, 0, 0);
	assert_int_equal(
		bench_page(&bench, "/3dsserver/api/v1/acs/notification", "threeDSServerTransID=made-up", "cres=e30"), 404);
	/* The ACS knows its own transactions alone. */
	assert_int_equal(bench_page(&bench, "/payment/acs/creq", "", "creq=e30"), 404);
	assert_int_equal(bench_page(&bench, "/payment/acs/creq", "", "creq=%00"), 404);
	assert_int_equal(redirect_page(&bench, id, "continue=1"), 303);
	snprintf(body, sizeof body, "threeDSServerTransID=%s&acsTransID=made-up&act=confirm&code=12345678", transaction);
	assert_int_equal(bench_page(&bench, "/payment/acs/code", "", body), 404);
	bench_expect(&bench, id, 5, 0, 0, 0);
	bench_close(&bench);
}

static void hostile_addresses_are_inert(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], body[2048] = "";
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payment_page(&bench, id, "attempt=0" FIRST), 303);
	assert_int_equal(redirect_page(&bench, id, NULL), 200);
	add_field(&bench, "PaReq", body);
	size_t size = strlen(body);
	strcat(body, "&MD=x&TermUrl=javascript:alert(1)");
	assert_int_equal(bench_page(&bench, "/payment/acs/pareq", "", body), 400);
	assert_false(shows(&bench, "javascript:"));
	body[size] = '\0';
	strcat(body, "&MD=%22%3E%3Cb%3E&TermUrl=https://shop.example/%22%3E%3Ci%3E");
	assert_int_equal(bench_page(&bench, "/payment/acs/pareq", "", body), 200);
	assert_false(shows(&bench, "<b>"));
	assert_false(shows(&bench, "<i>"));
	assert_int_equal(bench_page(&bench, "/payment/acs/method", "", "threeDSMethodData=e30"), 400);
	bench_close(&bench);
}

/* --------------------------------------------------------------------------------------------- the shop's part */

static void the_shop_may_finish_by_itself(void **state)
{
	(void)state;
	static const struct payer_card card = {"5555555555555599", "203412", "123"};
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &card, "&threeDSVer2FinishUrl=https://shop.example/finish?a=b"), 0);
	assert_int_equal(payer_continues(&bench, id, &card), 0);
	go_to_acs(&bench, id);
	assert_int_equal(press(&bench, "confirm", "12345678"), 200);
	assert_int_equal(come_back(&bench, id), 303);
	assert_true(leads_to(&bench, "https://shop.example/finish?a=b&orderId="));
	bench_expect(&bench, id, 5, 0, 0, 0);
	assert_int_equal(payer_finishes(&bench, id), 0);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

/* Of an attempt that the shop began, the payer returns to the shop even if others are left. */
static void the_shops_own_attempt_ends_at_the_shop(void **state)
{
	(void)state;
	static const struct payer_card card = {"5555555555555599", "203412", "123"};
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "&failUrl=https://shop.example/fail", id);
	assert_int_equal(payer_pays(&bench, id, &card, "&hostedPage=true"), 5); /* only the page may say so */
	bench_set(&bench, "strict", "0");
	assert_int_equal(payer_pays(&bench, id, &card, "&hostedPage=true"), 0);
	go_to_acs(&bench, id);
	assert_int_equal(press(&bench, "cancel", ""), 200);
	assert_int_equal(come_back(&bench, id), 303);
	assert_true(leads_to(&bench, "https://shop.example/fail?orderId="));
	bench_expect(&bench, id, 0, 0, 0, 0);
	bench_close(&bench);
}

static void what_is_collected_is_noted(void **state)
{
	(void)state;
	static const struct payer_card card = {"5555555555555599", "203412", "123"};
	struct bench bench;
	struct sandbox_order order;
	char id[UUID_SIZE], query[128], body[1024], transaction[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &card, ""), 0);
	payer_transaction(&bench, id, transaction);
	snprintf(body, sizeof body, "threeDSMethodData=%s", bench_text(&bench, "threeDSMethodDataPacked"));
	snprintf(query, sizeof query, "threeDSServerTransID=%s", transaction);
	assert_int_equal(bench_page(&bench, "/3dsserver/api/v1/client/gather", query, ""), 200);
	assert_true(shows(&bench, "data-client-info"));
	assert_int_equal(bench_page(&bench, "/3dsserver/api/v1/client/gather", query, "clientInfo={}"), 200);
	assert_true(shows(&bench, "data-done"));
	assert_int_equal(bench_page(&bench, "/payment/acs/method", "", body), 200);
	assert_true(shows(&bench, "name=\"threeDSMethodData\""));
	assert_int_equal(bench_page(&bench, "/3dsserver/api/v1/acs/notification", query, "threeDSMethodData=e30"), 200);
	assert_int_equal(sandbox_store_order_by_id(bench.gateway.store, id, &order), SANDBOX_FOUND);
	assert_int_equal(order.tds.browser_seen, 1);
	assert_int_equal(order.tds.method_done, 1);
	sandbox_order_free(&order);
	bench_close(&bench);
}

/* Sberbank's form does all of it; the language is that of the order. */
static void sberbanks_form_leads_to_the_acs(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], query[64];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "&language=ru", id);
	assert_int_equal(
		bench_json(&bench, "paymentOrder.do",
			"\"MDORDER\":\"%s\",\"$PAN\":\"2202205300068092\",\"$CVC\":\"583\",\"YYYY\":\"2026\",\"MM\":\"05\"", id),
		0);
	snprintf(query, sizeof query, "mdOrder=%s", id);
	assert_int_equal(bench_page(&bench, "/process_form/start", query, NULL), 200);
	assert_int_equal(bench_page(&bench, "/process_form/start", query, ""), 303);
	go_to_acs(&bench, id);
	assert_true(shows(&bench, "Подтвердите платёж"));
	assert_int_equal(press(&bench, "confirm", "12345678"), 200); /* its code is another one */
	assert_true(shows(&bench, "Неверный код"));
	assert_int_equal(press(&bench, "confirm", "111111"), 200);
	assert_int_equal(come_back(&bench, id), 303);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

int sandbox_check_threeds_pages(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_payer_walks_through),
		cmocka_unit_test(who_is_not_asked_comes_back_at_once),
		cmocka_unit_test(who_cancels_can_pay_again),
		cmocka_unit_test(who_went_back_can_pay_again),
		cmocka_unit_test(two_tabs_pay_once),
		cmocka_unit_test(a_session_ends_at_the_acs),
		cmocka_unit_test(what_the_browser_makes_up_pays_nothing),
		cmocka_unit_test(hostile_addresses_are_inert),
		cmocka_unit_test(the_shop_may_finish_by_itself),
		cmocka_unit_test(the_shops_own_attempt_ends_at_the_shop),
		cmocka_unit_test(what_is_collected_is_noted),
		cmocka_unit_test(sberbanks_form_leads_to_the_acs),
	};
	return cmocka_run_group_tests_name("threeds_pages", tests, NULL, NULL);
}
