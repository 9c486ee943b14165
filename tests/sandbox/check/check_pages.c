/* The pages, asked without HTTP and without a browser; tests/browser looks at them with one. */
#include "bench.h"
#include "check.h"

#include "base/template.h"
#include "page/amount.h"
#include "page/pages.h"
#include "page/typed_card.h"
#include "page/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------------------------------------------- templates */

static const char *template_text;

static const char *find_template(const char *name)
{
	return strcmp(name, "partial") == 0 ? "[{{a}}]" : strcmp(name, "page") == 0 ? template_text : NULL;
}

static void templates_escape_and_repeat(void **state)
{
	(void)state;
	static const char values[] =
		"{\"a\":\"<b> & \\\"'\",\"list\":[{\"n\":1},{\"n\":2,\"a\":\"in\"}],\"none\":[],\"yes\":true,\"no\":false,"
		"\"empty\":\"\",\"deep\":{\"a\":{\"n\":\"d\"}}}";
	static const struct {
		const char *template, *text;
	} cases[] = {
		{"{{a}}", "&lt;b&gt; &amp; &quot;&#39;"},
		{"x{{missing}}y", "xy"},
		{"{{#list}}{{n}}{{a}};{{/list}}", "1&lt;b&gt; &amp; &quot;&#39;;2in;"},
		{"{{#none}}x{{/none}}{{^none}}nothing{{/none}}", "nothing"},
		{"{{#yes}}yes{{/yes}}{{#no}}no{{/no}}{{#empty}}empty{{/empty}}{{^empty}}!{{/empty}}", "yes!"},
		{"{{#deep}}{{a.n}}{{/deep}}{{deep.a.n}}{{deep.x.n}}", "dd"},
		{"{{#list}}{{#yes}}{{n}}{{/yes}}{{/list}}", "12"},
		{"{{#list}}{{>partial}}{{/list}}", "[&lt;b&gt; &amp; &quot;&#39;][in]"},
	};
	struct json_object *object = json_tokener_parse(values);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		template_text = cases[i].template;
		char *text = sandbox_template_render(find_template, "page", object);
		assert_string_equal(text, cases[i].text);
		free(text);
	}
	json_object_put(object);
}

static void amounts_are_written_for_people(void **state)
{
	(void)state;
	static const struct {
		int64_t amount;
		const char *currency, *language, *text;
	} cases[] = {
		{150000, "643", "en", "1\u00A0500.00\u00A0₽"},
		{150000, "643", "ru", "1\u00A0500,00\u00A0₽"},
		{5, "643", "en", "0.05\u00A0₽"},
		{123456789, "398", "ru", "1\u00A0234\u00A0567,89\u00A0₸"},
		{1234, "392", "en", "1\u00A0234\u00A0JPY"},
		{1234, "048", "en", "1.234\u00A0BHD"},
	};
	char text[SANDBOX_AMOUNT_SIZE];
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		sandbox_amount_write(cases[i].amount, cases[i].currency, cases[i].language, text);
		assert_string_equal(text, cases[i].text);
	}
}

static void scripts_are_no_addresses(void **state)
{
	(void)state;
	static const struct {
		const char *url;
		bool safe;
		const char *target;
	} cases[] = {
		{"https://shop.example/a?b", true, " https://shop.example"},
		{"http://127.0.0.1:80/x", true, " http://127.0.0.1:80"},
		{"sdk://done", true, " sdk:"},
		{"../finish.html", true, ""},
		{"javascript:alert(1)", false, ""},
		{"JavaScript://x%0aalert(1)", false, ""},
		{"data:text/html,x", false, ""},
		{"vbscript:x", false, ""},
		{"java\nscript:alert(1)", false, ""},
		{" javascript:alert(1)", false, ""},
		{"https://shop.example;script-src *", false, ""},
		{"https://shop.example;x/", true, ""},
		{"https://a@b.example/", true, ""},
		{"", false, ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char targets[128] = "";
		assert_int_equal(sandbox_view_url_safe(cases[i].url), cases[i].safe);
		sandbox_view_add_target(targets, sizeof targets, cases[i].url);
		assert_string_equal(targets, cases[i].target);
	}
}

static void cards_are_read_as_typed(void **state)
{
	(void)state;
	static const struct {
		const char *form;
		bool pan;
		int64_t expiry;
		bool cvc;
	} cases[] = {
		{"pan=4111+1111-1111+1111&expiry=12/34&cvc=123", true, 203412, true},
		{"pan=4111111111111111&expiry=1234&cvc=+123+", true, 203412, true},
		{"pan=4111111111111112&expiry=12/2034&cvc=12", false, 203412, false},
		{"pan=4111x&expiry=13/34&cvc=1234", false, 0, false},
		{"pan=&expiry=12&cvc=", false, 0, false},
		{"expiry=00/34&cvc=12a", false, 0, false},
		{"pan=41111111111111111111111111111111111111111&expiry=111111111111111111111&cvc=11111111111111", false, 0,
			false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sandbox_form form;
		struct sandbox_typed_card card;
		assert_true(sandbox_form_parse(&form, cases[i].form, strlen(cases[i].form)));
		sandbox_typed_card_read(&form, &card);
		assert_int_equal(card.pan_right, cases[i].pan);
		assert_int_equal(card.expiry, cases[i].expiry);
		assert_int_equal(card.cvc_right, cases[i].cvc);
		sandbox_form_free(&form);
	}
}

/* -------------------------------------------------------------------------------------------- the payment page */

/* Asks for the page of an order, by POST if there is a body. Answers the HTTP status. */
static unsigned visit(struct bench *bench, const char *id, const char *body)
{
	char query[128];
	snprintf(query, sizeof query, "mdOrder=%s", id);
	return bench_page(bench, "/payment/merchants/sandbox/payment_en.html", query, body);
}

static bool shows(const struct bench *bench, const char *text)
{
	return strstr(bench->reply.html, text) != NULL;
}

/* Without 3-D Secure. */
#define GOOD "&pan=4444555511113333&expiry=12/26&cvc=123"
#define POOR "&pan=2202205000060910&expiry=06/28&cvc=810"

static void a_payer_pays_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1000, "?a=b%26orderId=7", id);
	assert_int_equal(visit(&bench, id, NULL), 200);
	assert_true(shows(&bench, "Pay 10.00"));
	assert_int_equal(visit(&bench, id, "attempt=0&pan=4111&expiry=1/2&cvc="), 200);
	assert_true(shows(&bench, "id=\"pan-error\">Enter the number"));
	assert_int_equal(visit(&bench, id, "attempt=0" GOOD), 303);
	assert_non_null(strstr(bench.reply.location, "https://shop.example/?a=b&orderId=7&orderId="));
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(visit(&bench, id, "attempt=0" GOOD), 303); /* pressed twice */
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(visit(&bench, id, NULL), 200); /* gone back */
	assert_true(shows(&bench, "This order is paid"));
	assert_int_equal(visit(&bench, "unknown", NULL), 404);
	bench_close(&bench);
}

static void a_declined_attempt_counts_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "attempts", "2");
	bench_register(&bench, "register", 1000, "&features=FORCE_SSL&failUrl=https://shop.example/failed", id);
	assert_int_equal(visit(&bench, id, "attempt=0" POOR), 200);
	assert_true(shows(&bench, "id=\"attempts\">1<"));
	assert_true(shows(&bench, "There is not enough money"));
	assert_int_equal(visit(&bench, id, "attempt=0" GOOD), 200); /* the same form, sent again: it is not sent on */
	assert_true(shows(&bench, "id=\"attempts\">1<"));
	bench_expect(&bench, id, 0, 0, 0, 0);
	assert_int_equal(visit(&bench, id, "attempt=1" POOR), 303);
	assert_non_null(strstr(bench.reply.location, "https://shop.example/failed?orderId="));
	bench_expect(&bench, id, 6, 0, 0, 0);
	bench_close(&bench);
}

static void a_page_of_hostile_data_is_inert(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1000, "&description=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", id);
	assert_int_equal(visit(&bench, id, "attempt=%22%3E%3Cb%3E&cardholderName=%22%3E%3Ci%3E&fill=x"), 200);
	assert_false(shows(&bench, "<script>alert"));
	assert_false(shows(&bench, "<i>"));
	assert_true(shows(&bench, "&quot;&gt;&lt;script&gt;"));
	assert_non_null(strstr(bench.reply.policy, "default-src 'none'"));
	assert_non_null(strstr(bench.reply.policy, "form-action 'self' https://shop.example;"));
	bench_close(&bench);
}

static void the_box_decides_about_the_binding(void **state)
{
	(void)state;
	static const struct {
		const char *registration, *box;
		bool stored;
	} cases[] = {
		{"&clientId=a", "&saveCard=1", true},
		{"&clientId=b", "", false},
		{"&clientId=c&features=FORCE_CREATE_BINDING", "", true},
		{"&clientId=d&features=VERIFY", "", true},
	};
	struct bench bench;
	char id[UUID_SIZE], body[256];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bench_register(&bench, "register", 1000, cases[i].registration, id);
		snprintf(body, sizeof body, "attempt=0" GOOD "%s", cases[i].box);
		assert_int_equal(visit(&bench, id, body), 303);
		assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
		assert_int_equal(bench_text(&bench, "bindingInfo.bindingId") != NULL, cases[i].stored);
	}
	bench_register(&bench, "register", 1000, "&clientId=a", id);
	assert_int_equal(visit(&bench, id, NULL), 200);
	assert_true(shows(&bench, "•••• 3333"));
	bench_close(&bench);
}

int sandbox_check_pages(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates_escape_and_repeat),
		cmocka_unit_test(amounts_are_written_for_people),
		cmocka_unit_test(scripts_are_no_addresses),
		cmocka_unit_test(cards_are_read_as_typed),
		cmocka_unit_test(a_payer_pays_once),
		cmocka_unit_test(a_declined_attempt_counts_once),
		cmocka_unit_test(a_page_of_hostile_data_is_inert),
		cmocka_unit_test(the_box_decides_about_the_binding),
	};
	return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
