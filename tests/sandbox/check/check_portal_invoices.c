/* Stored cards, invoices and the mailbox, as a shop's staff see and change them. */
#include "check.h"
#include "clerk.h"

#include "gateway/own_call.h"
#include "methods/register.h"

#include <stdio.h>
#include <string.h>

#define BINDINGS "/portal/bindings"
#define INVOICES "/portal/invoices"
#define MAILBOX  "/payment/mailbox_en.html"
#define PAY      "/payment/merchants/sandbox/payment_en.html"
#define ADDRESS  "http://127.0.0.1:9/shop"
#define HOSTILE  "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"

/* A stored card of the client. */
static void store_card(struct bench *bench, const char *client, char binding[UUID_SIZE])
{
	char id[UUID_SIZE], more[128];
	snprintf(more, sizeof more, "&clientId=%s", client);
	bench_paid(bench, "register", 1000, more, id);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(binding, UUID_SIZE, "%s", bench_text(bench, "bindingInfo.bindingId"));
}

/* The client's only card can pay until then; NULL: there is none. */
static void expect_card(struct bench *bench, const char *client, const char *until)
{
	int code = bench_form(bench, "rest/getBindings.do", "clientId=%s", client);
	assert_int_equal(code, until ? 0 : 2);
	if (until) {
		assert_string_equal(bench_text(bench, "bindings.0.expiryDate"), until);
		assert_null(bench_member(bench, "bindings.1"));
	}
}

static void expect_told(struct bench *bench, const char *operation, const char *enabled)
{
	struct sandbox_callback callback;
	sandbox_store_lock(bench->gateway.store);
	assert_int_equal(sandbox_store_callback_before(bench->gateway.store, 1, 0, &callback), SANDBOX_FOUND);
	sandbox_store_unlock(bench->gateway.store);
	assert_string_equal(callback.operation, operation);
	assert_non_null(strstr(callback.parameters, enabled));
	sandbox_callback_free(&callback);
}

/* ---------------------------------------------------------------------------------------------------- bindings */

static void a_card_is_switched_off_and_on(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char binding[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	bench_set(&bench, "callbackAddress", ADDRESS);
	store_card(&bench, "c", binding);
	assert_int_equal(clerk_opens(&clerk, BINDINGS, "client=c"), 200);
	assert_true(clerk_sees(&clerk, "•••• 3333"));
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=off", binding), 303);
	assert_string_equal(clerk.reply.location, BINDINGS "?client=c");
	expect_card(&bench, "c", NULL);
	expect_told(&bench, "bindingActivityChanged", "\"enabled\":\"false\"");
	assert_int_equal(clerk_opens(&clerk, BINDINGS, "client=c"), 200);
	assert_true(clerk_sees(&clerk, "The card is switched off"));
	/* Somebody who pressed the same button a moment later is told so. */
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=off", binding), 303);
	assert_int_equal(clerk_opens(&clerk, BINDINGS, "client=c"), 200);
	assert_true(clerk_sees(&clerk, "Binding is not active"));
	assert_true(clerk_sees(&clerk, "value=\"on\""));
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=on", binding), 303);
	expect_card(&bench, "c", "202612");
	expect_told(&bench, "bindingActivityChanged", "\"enabled\":\"true\"");
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void a_card_is_extended(void **state)
{
	(void)state;
	static const struct {
		const char *expiry, *until, *told;
	} cases[] = {
		{"13/30", "202612", "Enter month and year"},
		{"", "202612", "Enter month and year"},
		{"11/26", "202612", "[newExpiry] wrong value"},
		{"12/30", "203012", "The expiry is changed"},
	};
	struct bench bench;
	struct clerk clerk;
	char binding[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	store_card(&bench, "c", binding);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(
			clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=extend&expiry=%s", binding, cases[i].expiry), 303);
		assert_int_equal(clerk_opens(&clerk, BINDINGS, "client=c"), 200);
		assert_true(clerk_sees(&clerk, cases[i].told));
		expect_card(&bench, "c", cases[i].until);
	}
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=delete", binding), 404);
	/* What the settings do not permit the portal does not do either. */
	bench_set(&bench, "bindings", "0");
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=off", binding), 303);
	assert_int_equal(clerk_opens(&clerk, BINDINGS, "client=c"), 200);
	assert_true(clerk_sees(&clerk, "Access denied"));
	bench_set(&bench, "bindings", "1");
	expect_card(&bench, "c", "203012");
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void a_card_of_another_merchant_is_unknown(void **state)
{
	(void)state;
	static const char *const acts[] = {"off", "on", "extend&expiry=12/30"};
	struct bench bench;
	struct clerk stranger;
	struct sandbox_merchant merchant = {.settings = sandbox_settings_default(), .user_name = "other"};
	char binding[UUID_SIZE];
	bench_open(&bench);
	assert_true(sandbox_store_begin(bench.gateway.store));
	assert_true(sandbox_store_merchant_save(bench.gateway.store, &merchant));
	assert_true(sandbox_store_commit(bench.gateway.store));
	clerk_hire(&bench, "stranger", "other");
	clerk_enter_as(&stranger, &bench, "stranger", "other_password");
	store_card(&bench, "c", binding);
	assert_int_equal(clerk_opens(&stranger, BINDINGS, "client=c"), 200);
	assert_false(clerk_sees(&stranger, binding));
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		assert_int_equal(clerk_sends(&stranger, BINDINGS, "client=c&binding=%s&act=%s", binding, acts[i]), 303);
		assert_int_equal(clerk_opens(&stranger, BINDINGS, "client=c"), 200);
		assert_true(clerk_sees(&stranger, "Nothing was changed"));
	}
	expect_card(&bench, "c", "202612");
	clerk_leave(&stranger);
	bench_close(&bench);
}

/* ---------------------------------------------------------------------------------------------------- invoices */

/* How many orders there are; as many messages. */
static int64_t count_invoices(struct bench *bench)
{
	struct sandbox_books books;
	struct sandbox_mail mail;
	int64_t row = 0, mails = 0;
	sandbox_store_lock(bench->gateway.store);
	assert_true(sandbox_store_books(bench->gateway.store, &books));
	while (sandbox_store_mail_before(bench->gateway.store, 0, row, &mail) == SANDBOX_FOUND) {
		row = mail.row;
		mails++;
		sandbox_mail_free(&mail);
	}
	sandbox_store_unlock(bench->gateway.store);
	assert_int_equal(books.orders, mails);
	return mails;
}

/* Sends an invoice; the rest of its form is what is usual. */
static unsigned send_invoice(struct clerk *clerk, const char *fields)
{
	char number[40];
	assert_int_equal(clerk_opens(clerk, INVOICES, NULL), 200);
	clerk_reads(clerk, "name=\"orderNumber\" value=\"", "\"", number, sizeof number);
	assert_true(number[0]);
	return clerk_sends(clerk, INVOICES, "orderNumber=%s&hours=72&language=en&%s", number, fields);
}

/* The order of the newest message, from its link in the mailbox. */
static void read_order_id(struct bench *bench, char id[UUID_SIZE])
{
	assert_int_equal(bench_page(bench, MAILBOX, "", NULL), 200);
	const char *link = strstr(bench->reply.html, "href=\"http://127.0.0.1/payment/merchants/sandbox/payment_");
	assert_non_null(link);
	snprintf(id, UUID_SIZE, "%s", strstr(link, "mdOrder=") + strlen("mdOrder="));
}

static void an_invoice_is_paid_and_the_card_saved(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], query[64];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	bench_set(&bench, "callbackAddress", ADDRESS);
	assert_int_equal(send_invoice(&clerk, "amount=1+500.00&email=payer@shop.example&description=Tea&clientId=c"), 303);
	assert_int_equal(clerk_opens(&clerk, INVOICES, NULL), 200);
	assert_true(clerk_sees(&clerk, "The invoice is sent"));
	assert_true(clerk_sees(&clerk, "payer@shop.example"));
	read_order_id(&bench, id);
	assert_non_null(strstr(bench.reply.html, "1\u00A0500.00\u00A0₽"));
	snprintf(query, sizeof query, "mdOrder=%s", id);
	assert_int_equal(bench_page(&bench, PAY, query, NULL), 200);
	assert_non_null(strstr(bench.reply.html, "name=\"saveCard\""));
	/* There is no shop to go back to. */
	assert_int_equal(
		bench_page(&bench, PAY, query, "attempt=0&pan=4444555511113333&expiry=12/26&cvc=123&saveCard=1"), 200);
	assert_non_null(strstr(bench.reply.html, "This order is paid"));
	assert_null(strstr(bench.reply.html, "id=\"back\""));
	bench_expect(&bench, id, 2, 150000, 150000, 0);
	expect_card(&bench, "c", "202612");
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void an_invoice_is_sent_once(void **state)
{
	(void)state;
	static const char form[] = "orderNumber=77&amount=10&email=a@b&hours=1&language=ru";
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(clerk_sends(&clerk, INVOICES, "%s", form), 303);
	assert_int_equal(clerk_sends(&clerk, INVOICES, "%s", form), 303);
	assert_int_equal(clerk_opens(&clerk, INVOICES, NULL), 200);
	assert_true(clerk_sees(&clerk, "has already been sent"));
	assert_int_equal(count_invoices(&bench), 1);
	read_order_id(&bench, id);
	bench_pay(&bench, id); /* by the API, whose answer then leads nowhere */
	assert_null(bench_member(&bench, "redirect"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static bool write_nothing(const struct sandbox_call *call, const struct sandbox_order *order, const void *context)
{
	(void)call;
	(void)order;
	(void)context;
	return false;
}

static void without_its_message_there_is_no_order(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_own_call own;
	bench_open(&bench);
	sandbox_own_call_open(
		&own, &bench.gateway, sandbox_store_merchant_by_name(bench.gateway.store, "test_user"), "rest/register.do");
	sandbox_own_call_add(&own, "orderNumber", "77");
	sandbox_own_call_add(&own, "amount", "1000");
	assert_true(sandbox_own_call_check(&own));
	assert_false(sandbox_register(&own.call, false, write_nothing, NULL));
	assert_string_equal(sandbox_own_call_problem(&own, "en"), "System error");
	sandbox_own_call_close(&own);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=77"), 6);
	bench_close(&bench);
}

static void an_invoice_has_its_hours(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(clerk_sends(&clerk, INVOICES, "orderNumber=77&amount=10&email=a@b&hours=2&language=ru"), 303);
	read_order_id(&bench, id);
	bench_wait(7100);
	bench_expect(&bench, id, 0, 0, 0, 0);
	bench_wait(100);
	bench_expect(&bench, id, 6, 0, 0, 0);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void what_is_wrong_with_an_invoice_is_told(void **state)
{
	(void)state;
	static const struct {
		const char *fields, *error;
	} cases[] = {
		{"amount=&email=a@b", "id=\"amount-error\">Enter an amount"},
		{"amount=0&email=a@b", "id=\"amount-error\">Enter an amount"},
		{"amount=-5&email=a@b", "id=\"amount-error\">Enter an amount"},
		{"amount=1.005&email=a@b", "id=\"amount-error\">Enter an amount"},
		{"amount=1e3&email=a@b", "id=\"amount-error\">Enter an amount"},
		{"amount=99999999999999999&email=a@b", "id=\"amount-error\">Enter an amount"},
		{"amount=99999999999.99&email=a@b", "The invoice was not sent"},
		{"amount=5&email=nobody", "id=\"email-error\">Enter an e-mail"},
		{"amount=5&email=a@b,c@d", "id=\"email-error\">Enter an e-mail"},
		{"amount=5&email=", "id=\"email-error\">Enter an e-mail"},
		{"amount=5&email=a@b&hours=0", "id=\"hours-error\">Enter whole hours"},
	};
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(clerk_sends(&clerk, INVOICES, "%s&hours=72", cases[i].fields), 200);
		assert_true(clerk_sees(&clerk, cases[i].error));
	}
	assert_int_equal(count_invoices(&bench), 0);
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------------------- two at once */

#define TIMES 200

/* Both press; one is told that it is done, the other one what it is already. */
static void switch_at_once(struct clerk clerks[2], const char *binding, const char *act, const char *already)
{
	char form[128];
	unsigned status[2];
	int done = 0, refused = 0;
	snprintf(form, sizeof form, "client=c&binding=%s&act=%s", binding, act);
	clerks_send_at_once(clerks, BINDINGS, form, status);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(status[i], 303);
		assert_int_equal(clerk_opens(&clerks[i], BINDINGS, "client=c"), 200);
		done += clerk_sees(&clerks[i], "class=\"notice done\"");
		refused += clerk_sees(&clerks[i], already);
	}
	assert_int_equal(done, 1);
	assert_int_equal(refused, 1);
}

static int count_callbacks(struct bench *bench)
{
	struct sandbox_callback callback;
	int64_t row = 0;
	int count = 0;
	sandbox_store_lock(bench->gateway.store);
	for (; sandbox_store_callback_after(bench->gateway.store, row, NULL, &callback) == SANDBOX_FOUND; count++) {
		row = callback.row;
		sandbox_callback_free(&callback);
	}
	sandbox_store_unlock(bench->gateway.store);
	return count;
}

static void a_card_is_switched_once_by_two(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerks[2];
	char binding[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerks[0], &bench);
	clerk_enter(&clerks[1], &bench);
	store_card(&bench, "c", binding);
	bench_set(&bench, "callbackAddress", ADDRESS);
	for (int time = 0; time < TIMES; time++) {
		switch_at_once(clerks, binding, "off", "Binding is not active");
		switch_at_once(clerks, binding, "on", "Binding is active already");
	}
	assert_int_equal(count_callbacks(&bench), 2 * TIMES);
	expect_card(&bench, "c", "202612");
	clerk_leave(&clerks[0]);
	clerk_leave(&clerks[1]);
	bench_close(&bench);
}

static void an_invoice_is_sent_once_by_two(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerks[2];
	char form[128];
	unsigned status[2];
	bench_open(&bench);
	clerk_enter(&clerks[0], &bench);
	clerk_enter(&clerks[1], &bench);
	for (int time = 0; time < TIMES; time++) {
		snprintf(form, sizeof form, "orderNumber=%d&amount=10&email=a@b&hours=1&language=ru", time);
		clerks_send_at_once(clerks, INVOICES, form, status);
		assert_int_equal(status[0], 303);
		assert_int_equal(status[1], 303);
	}
	assert_int_equal(count_invoices(&bench), TIMES);
	clerk_leave(&clerks[0]);
	clerk_leave(&clerks[1]);
	bench_close(&bench);
}

/* -------------------------------------------------------------------------------------------------- protection */

static void a_forged_form_does_nothing(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char binding[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	store_card(&bench, "c", binding);
	strcpy(clerk.csrf, "0123");
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=off", binding), 403);
	assert_int_equal(clerk_sends(&clerk, INVOICES, "orderNumber=7&amount=10&email=a@b&hours=2"), 403);
	clerk.cookie[0] = '\0'; /* somebody who is not logged in */
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "client=c&binding=%s&act=off", binding), 303);
	assert_int_equal(clerk_sends(&clerk, INVOICES, "orderNumber=7&amount=10&email=a@b&hours=2"), 303);
	assert_int_equal(clerk_opens(&clerk, BINDINGS, "client=c"), 303);
	assert_int_equal(clerk_opens(&clerk, INVOICES, NULL), 303);
	expect_card(&bench, "c", "202612");
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=7"), 6);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void hostile_data_is_inert(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char binding[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	store_card(&bench, HOSTILE, binding);
	assert_int_equal(clerk_opens(&clerk, BINDINGS, "client=" HOSTILE), 200);
	assert_true(clerk_sees(&clerk, binding));
	assert_true(clerk_sees(&clerk, "&lt;script&gt;"));
	assert_false(clerk_sees(&clerk, "<script"));
	assert_int_equal(clerk_sends(&clerk, BINDINGS, "%s", "client=" HOSTILE "&binding=" HOSTILE "&act=off"), 303);
	assert_null(strstr(clerk.reply.location, "<"));
	assert_int_equal(
		send_invoice(&clerk, "amount=" HOSTILE "&email=" HOSTILE "&description=" HOSTILE "&clientId=" HOSTILE), 200);
	assert_false(clerk_sees(&clerk, "<script"));
	assert_int_equal(send_invoice(&clerk, "amount=5&email=%22'@b&description=" HOSTILE "&clientId=" HOSTILE), 303);
	assert_int_equal(clerk_opens(&clerk, INVOICES, NULL), 200);
	assert_true(clerk_sees(&clerk, "&quot;&#39;@b"));
	assert_false(clerk_sees(&clerk, "<script"));
	assert_int_equal(bench_page(&bench, MAILBOX, "", NULL), 200);
	assert_non_null(strstr(bench.reply.html, "&lt;script&gt;"));
	assert_null(strstr(bench.reply.html, "<script"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

int sandbox_check_portal_invoices(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_card_is_switched_off_and_on),
		cmocka_unit_test(a_card_is_extended),
		cmocka_unit_test(a_card_of_another_merchant_is_unknown),
		cmocka_unit_test(an_invoice_is_paid_and_the_card_saved),
		cmocka_unit_test(an_invoice_is_sent_once),
		cmocka_unit_test(without_its_message_there_is_no_order),
		cmocka_unit_test(an_invoice_has_its_hours),
		cmocka_unit_test(what_is_wrong_with_an_invoice_is_told),
		cmocka_unit_test(a_card_is_switched_once_by_two),
		cmocka_unit_test(an_invoice_is_sent_once_by_two),
		cmocka_unit_test(a_forged_form_does_nothing),
		cmocka_unit_test(hostile_data_is_inert),
	};
	return cmocka_run_group_tests_name("portal invoices", tests, NULL, NULL);
}
