/* Orders and refunds in the merchant portal: lists, the page of an order, and what is done there. */
#include "check.h"
#include "clerk.h"
#include "payer.h"

#include "page/amount.h"
#include "portal/export.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CART \
	"&orderBundle={\"cartItems\":{\"items\":[" \
	"{\"positionId\":\"1\",\"name\":\"Tea\",\"quantity\":{\"value\":3,\"measure\":\"0\"},\"itemPrice\":333," \
	"\"itemAmount\":999,\"itemCode\":\"t\"}," \
	"{\"positionId\":\"2\",\"name\":\"Cup\",\"quantity\":{\"value\":1,\"measure\":\"0\"},\"itemPrice\":1," \
	"\"itemAmount\":1,\"itemCode\":\"c\"}]}}"

/* ---------------------------------------------------------------------------------------------- the page's forms */

static void path_of(const char *id, char path[96])
{
	snprintf(path, 96, "/portal/orders/%s", id);
}

/* Sends one of the order's forms as the page has it now, with more fields. */
static unsigned presses(struct clerk *clerk, const char *id, const char *more)
{
	char path[96], version[256], seen[16];
	path_of(id, path);
	assert_int_equal(clerk_opens(clerk, path, NULL), 200);
	clerk_reads(clerk, "name=\"version\" value=\"", "\"", version, sizeof version);
	clerk_reads(clerk, "name=\"seen\" value=\"", "\"", seen, sizeof seen);
	return clerk_sends(clerk, path, "version=%s&seen=%s&%s", version, seen, more);
}

/* Presses a button that says how much; the page must have it, and it must work. */
static void presses_button(struct clerk *clerk, const char *id, const char *act, const char *as, int amount)
{
	char fields[128], button[256], path[96];
	path_of(id, path);
	assert_int_equal(clerk_opens(clerk, path, NULL), 200);
	snprintf(button, sizeof button,
		"name=\"act\" value=\"%s\"><input type=\"hidden\" name=\"as\" value=\"%s\"><input "
		"type=\"hidden\" name=\"amount\" value=\"%d\"",
		act, as, amount);
	assert_true(clerk_sees(clerk, button));
	snprintf(fields, sizeof fields, "act=%s&as=%s&amount=%d", act, as, amount);
	assert_int_equal(presses(clerk, id, fields), 303);
	assert_int_equal(clerk_opens(clerk, path, NULL), 200);
	assert_true(clerk_sees(clerk, "class=\"notice done\""));
}

/* Types an amount, and confirms it on the page that asks once more. */
static void types_amount(struct clerk *clerk, const char *id, const char *act, const char *as, const char *typed)
{
	char fields[128], amount[32], path[96];
	path_of(id, path);
	snprintf(fields, sizeof fields, "act=%s&as=%s&amount=%s", act, as, typed);
	assert_int_equal(presses(clerk, id, fields), 200);
	assert_true(clerk_sees(clerk, "id=\"confirm-button\""));
	clerk_reads(clerk, "name=\"amount\" value=\"", "\"", amount, sizeof amount);
	snprintf(fields, sizeof fields, "act=%s&as=%s&amount=%s&confirmed=1", act, as, amount);
	assert_int_equal(presses(clerk, id, fields), 303);
	assert_int_equal(clerk_opens(clerk, path, NULL), 200);
	assert_true(clerk_sees(clerk, "class=\"notice done\""));
}

static void each_button_moves_what_it_says(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);

	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	presses_button(&clerk, id, "deposit", "deposited", 1000);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	presses_button(&clerk, id, "giveBack", "refunded", 1000);
	bench_expect(&bench, id, 4, 1000, 0, 1000);

	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	presses_button(&clerk, id, "giveBack", "reversed", 1000);
	bench_expect(&bench, id, 3, 0, 0, 0);

	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	types_amount(&clerk, id, "depositPart", "deposited", "6,00");
	bench_expect(&bench, id, 2, 1000, 600, 0);
	types_amount(&clerk, id, "givePart", "refunded", "1.5");
	bench_expect(&bench, id, 4, 1000, 450, 150);
	types_amount(&clerk, id, "givePart", "refunded", "1");
	bench_expect(&bench, id, 4, 1000, 350, 250);
	presses_button(&clerk, id, "giveBack", "refunded", 350);
	bench_expect(&bench, id, 4, 1000, 0, 600);

	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	types_amount(&clerk, id, "givePart", "reversed", "4");
	bench_expect(&bench, id, 1, 600, 0, 0);

	bench_register(&bench, "register", 1000, "", id);
	presses_button(&clerk, id, "decline", "declined", 0);
	bench_expect(&bench, id, 6, 0, 0, 0);
	assert_true(clerk_sees(&clerk, "id=\"nothing\""));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void a_hold_is_captured_in_stages(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "multipleDeposits", "1");
	clerk_enter(&clerk, &bench);
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	types_amount(&clerk, id, "depositPart", "deposited", "3");
	bench_expect(&bench, id, 8, 1000, 300, 0);
	types_amount(&clerk, id, "depositPart", "deposited", "2");
	bench_expect(&bench, id, 8, 1000, 500, 0);
	presses_button(&clerk, id, "deposit", "deposited", 500);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* The seeds: the payment is cancelled where that is possible, otherwise refunded. */
static void the_bank_day_decides_what_a_return_is(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], path[96], version[256];
	bench_open(&bench);
	bench_set(&bench, "reverseDeposited", "1");
	clerk_enter(&clerk, &bench);
	bench_paid(&bench, "register", 1000, "", id);
	path_of(id, path);
	assert_int_equal(clerk_opens(&clerk, path, NULL), 200);
	assert_true(clerk_sees(&clerk, "Return: cancel 10.00"));
	clerk_reads(&clerk, "name=\"version\" value=\"", "\"", version, sizeof version);
	bench_wait(12 * 60 * 60);
	clerk_leave(&clerk);
	clerk_enter(&clerk, &bench);
	/* The page promised a reversal, which is too late now: nothing is done, and no failed reversal is counted. */
	assert_int_equal(clerk_sends(&clerk, path, "version=%s&seen=1&act=giveBack&as=reversed&amount=1000", version), 303);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(clerk_opens(&clerk, path, NULL), 200);
	assert_true(clerk_sees(&clerk, "Nothing was done"));
	assert_true(clerk_sees(&clerk, "Return: refund 10.00"));
	presses_button(&clerk, id, "giveBack", "refunded", 1000);
	bench_expect(&bench, id, 4, 1000, 0, 1000);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void a_wrong_amount_moves_nothing(void **state)
{
	(void)state;
	static const char *const amounts[] = {
		"", "0", "10.01", "1.001", "-1", "abc", "1e1", "99999999999999999999", "%00", "5 5 5 5", "1,2,3"};
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], fields[128], path[96];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	bench_paid(&bench, "register", 1000, "", id);
	path_of(id, path);
	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
		snprintf(fields, sizeof fields, "act=givePart&as=refunded&amount=%s", amounts[i]);
		assert_int_equal(presses(&clerk, id, fields), 200);
		assert_true(clerk_sees(&clerk, "id=\"givePart-error\""));
		assert_true(clerk_sees(&clerk, "<title>Enter an amount"));
	}
	/* Nor does one that was changed after the page asked once more, or on a page that did not promise it. */
	assert_int_equal(presses(&clerk, id, "act=givePart&as=refunded&amount=1001&confirmed=1"), 303);
	assert_int_equal(presses(&clerk, id, "act=giveBack&as=refunded&amount=999"), 303);
	assert_int_equal(presses(&clerk, id, "act=giveBack&as=reversed&amount=1000"), 303);
	assert_int_equal(presses(&clerk, id, "act=deposit&as=deposited&amount=1000"), 303);
	assert_int_equal(presses(&clerk, id, "act=decline&as=declined&amount=0"), 303);
	assert_int_equal(presses(&clerk, id, "act=giveBack&as=credited&amount=1000"), 404);
	assert_int_equal(presses(&clerk, id, "act=x&as=refunded&amount=1000"), 404);
	assert_int_equal(clerk_sends(&clerk, path, "act=giveBack&as=refunded&amount=1000"), 404);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void lines_of_the_cart_are_returned(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	bench_paid(&bench, "register", 1000, CART, id);
	assert_int_equal(presses(&clerk, id, "act=refundLines&as=refunded&line0=2&line1="), 200);
	assert_true(clerk_sees(&clerk, "name=\"amount\" value=\"666\""));
	assert_int_equal(presses(&clerk, id, "act=refundLines&as=refunded&line0=2&confirmed=1"), 303);
	bench_expect(&bench, id, 4, 1000, 334, 666);
	assert_int_equal(presses(&clerk, id, "act=refundLines&as=refunded&line0=2&confirmed=1"), 200); /* one is left */
	assert_true(clerk_sees(&clerk, "id=\"lines-error\""));
	bench_expect(&bench, id, 4, 1000, 334, 666);
	assert_int_equal(presses(&clerk, id, "act=refundLines&as=refunded&line0=1&line1=1,0&confirmed=1"), 303);
	bench_expect(&bench, id, 4, 1000, 0, 1000);
	bench_paid(&bench, "registerPreAuth", 1000, CART, id);
	assert_int_equal(presses(&clerk, id, "act=depositLines&as=deposited&line0=1.5&confirmed=1"), 303);
	bench_expect(&bench, id, 2, 1000, 500, 0);
	assert_int_equal(presses(&clerk, id, "act=refundLines&as=refunded&line1=1&confirmed=1"), 200); /* not captured */
	assert_int_equal(presses(&clerk, id, "act=refundLines&as=refunded&line0=1.5&confirmed=1"), 303);
	bench_expect(&bench, id, 4, 1000, 0, 500);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void the_second_is_told_what_has_changed(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk first, second;
	char id[UUID_SIZE], path[96], version[256];
	bench_open(&bench);
	clerk_enter(&first, &bench);
	clerk_enter(&second, &bench);
	bench_paid(&bench, "register", 1000, "", id);
	path_of(id, path);
	assert_int_equal(clerk_opens(&second, path, NULL), 200);
	clerk_reads(&second, "name=\"version\" value=\"", "\"", version, sizeof version);
	types_amount(&first, id, "givePart", "refunded", "4.00");
	assert_int_equal(
		clerk_sends(&second, path, "version=%s&seen=1&act=givePart&as=refunded&amount=100&confirmed=1", version), 303);
	assert_int_equal(clerk_opens(&first, path, NULL), 200); /* whose notice it is not */
	assert_false(clerk_sees(&first, "Nothing was done"));
	assert_int_equal(clerk_opens(&second, path, NULL), 200);
	assert_true(clerk_sees(&second, "Nothing was done: the order has changed meanwhile"));
	assert_true(clerk_sees(&second, "Refunded 4.00"));
	assert_int_equal(clerk_opens(&second, path, NULL), 200); /* as after two presses */
	assert_true(clerk_sees(&second, "Nothing was done"));
	bench_wait(3);
	assert_int_equal(clerk_opens(&second, path, NULL), 200); /* once */
	assert_false(clerk_sees(&second, "Nothing was done"));
	bench_expect(&bench, id, 4, 1000, 600, 400);
	clerk_leave(&first);
	clerk_leave(&second);
	bench_close(&bench);
}

static void it_is_told_as_the_apis(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	struct sandbox_callback callback;
	char id[UUID_SIZE];
	int64_t row = 0;
	char told[64] = "";
	bench_open(&bench);
	bench_set(&bench, "callbackAddress", "http://127.0.0.1:9/");
	clerk_enter(&clerk, &bench);
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	presses_button(&clerk, id, "deposit", "deposited", 1000);
	presses_button(&clerk, id, "giveBack", "refunded", 1000);
	while (sandbox_store_callback_after(bench.gateway.store, row, id, &callback) == SANDBOX_FOUND) {
		row = callback.row;
		snprintf(told + strlen(told), sizeof told - strlen(told), "%s ", callback.operation);
		sandbox_callback_free(&callback);
	}
	assert_string_equal(told, "approved deposited refunded ");
	assert_true(clerk_sees(&clerk, "<code>refunded</code>"));
	assert_true(clerk_sees(&clerk, "http://127.0.0.1:9/"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void what_3d_secure_found_is_shown(void **state)
{
	(void)state;
	static const struct payer_card card = {"5555555555555599", "203412", "123"};
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], path[96], fact[128];
	bench_open(&bench);
	bench_set(&bench, "threeDSecure", "1");
	clerk_enter(&clerk, &bench);
	bench_register(&bench, "register", 1000, "", id);
	path_of(id, path);
	assert_int_equal(clerk_opens(&clerk, path, NULL), 200);
	assert_false(clerk_sees(&clerk, "<dt>CAVV</dt>"));
	payer_walks(&bench, id, &card, "12345678");
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(clerk_opens(&clerk, path, NULL), 200);
	snprintf(fact, sizeof fact, "<dt>CAVV</dt><dd>%s</dd>",
		payer_status(&bench, id, "cardAuthInfo.secureAuthInfo.threeDSInfo.cavv"));
	assert_true(clerk_sees(&clerk, fact));
	assert_true(clerk_sees(&clerk, "<dt>ECI</dt>"));
	assert_true(clerk_sees(&clerk, "<dd>555555**5599</dd>"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------------------ other merchants */

static void add_merchant(struct bench *bench, const char *name)
{
	struct sandbox_merchant merchant = {.settings = sandbox_settings_default()};
	snprintf(merchant.user_name, sizeof merchant.user_name, "%s", name);
	assert_true(sandbox_store_begin(bench->gateway.store));
	assert_true(sandbox_store_merchant_save(bench->gateway.store, &merchant));
	assert_true(sandbox_store_commit(bench->gateway.store));
}

static void another_merchants_orders_do_not_exist(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk own, foreign;
	char id[UUID_SIZE], path[96], version[256], query[64];
	bench_open(&bench);
	add_merchant(&bench, "other_shop");
	clerk_hire(&bench, "other_user", "other_shop");
	bench_paid(&bench, "register", 1000, "", id);
	path_of(id, path);
	clerk_enter(&own, &bench);
	assert_int_equal(clerk_opens(&own, path, NULL), 200);
	clerk_reads(&own, "name=\"version\" value=\"", "\"", version, sizeof version);
	assert_int_equal(clerk_log_in(&foreign, &bench, "other_user", "other_password"), 303);
	assert_int_equal(clerk_opens(&foreign, "/portal/account", NULL), 200);
	clerk_reads(&foreign, "name=\"csrf\" value=\"", "\"", foreign.csrf, sizeof foreign.csrf);
	assert_int_equal(clerk_opens(&foreign, path, NULL), 404);
	assert_false(clerk_sees(&foreign, "10.00"));
	assert_int_equal(
		clerk_sends(&foreign, path, "version=%s&seen=1&act=giveBack&as=refunded&amount=1000", version), 404);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	snprintf(query, sizeof query, "id=%s", id);
	assert_int_equal(clerk_opens(&foreign, "/portal/orders", query), 200);
	assert_true(clerk_sees(&foreign, "id=\"empty\""));
	assert_int_equal(clerk_opens(&own, "/portal/orders", query), 200);
	assert_true(clerk_sees(&own, path));
	clerk_leave(&own);
	clerk_leave(&foreign);
	bench_close(&bench);
}

/* ---------------------------------------------------------------------------------------------------------- lists */

static int rows_of(const struct clerk *clerk)
{
	int rows = 0;
	for (const char *at = clerk->reply.html; (at = strstr(at, "<td class=\"when desk\">")); at++) {
		rows++;
	}
	return rows;
}

static int found(struct clerk *clerk, const char *query)
{
	assert_int_equal(clerk_opens(clerk, "/portal/orders", query), 200);
	return rows_of(clerk);
}

static void orders_are_found(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char held[UUID_SIZE], paid[UUID_SIZE], other[UUID_SIZE], query[128];
	bench_open(&bench);
	assert_int_equal(found((clerk_enter(&clerk, &bench), &clerk), ""), 0);
	assert_true(clerk_sees(&clerk, "No orders yet"));
	bench_paid(&bench, "registerPreAuth", 1000, "", held);
	bench_wait(24 * 60 * 60);
	bench_paid(&bench, "register", 2000, "", paid);
	bench_register(&bench, "register", 3000, "", other);
	clerk_leave(&clerk);
	clerk_enter(&clerk, &bench);
	const struct {
		const char *query;
		int rows;
	} cases[] = {
		{"", 3},
		{"state=1", 1},
		{"state=2", 1},
		{"state=6", 0},
		{"card=3333", 2},
		{"card=1111", 0},
		{"amountFrom=20", 2},
		{"amountTo=20", 2},
		{"amountFrom=20&amountTo=20,00", 1},
		{"amountFrom=15&amountTo=25", 1},
		{"from=2026-11-21&to=2026-11-21", 1},
		{"from=2026-11-22", 2},
		{"to=2026-11-20", 0},
		{"state=2&card=3333&amountFrom=20&from=2026-11-22", 1},
		{"number=nothing", 0},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(found(&clerk, cases[i].query), cases[i].rows);
	}
	snprintf(query, sizeof query, "id=+%s+", held);
	assert_int_equal(found(&clerk, query), 1);
	static const char *const wrong[] = {
		"card=33", "card=abcd", "state=9", "amountFrom=x", "to=tomorrow", "from=2026-13-01", "older=x"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(found(&clerk, wrong[i]), 0);
		assert_true(clerk_sees(&clerk, "<title>"));
		assert_false(clerk_sees(&clerk, "<title>Orders"));
	}
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* The query of the link with that id, as a browser reads it; "" if the page has none. */
static void read_link(const struct clerk *clerk, const char *id, char query[256])
{
	char begin[64];
	snprintf(begin, sizeof begin, "<a id=\"%s\"", id);
	clerk_reads(clerk, begin, "</a>", query, 256);
	const char *from = strchr(query, '?');
	size_t size = from ? strcspn(from + 1, "\"") : 0, at = 0;
	for (size_t i = 0; i < size; i++) {
		query[at++] = from[1 + i];
		i += from[1 + i] == '&' ? strlen("amp;") : 0;
	}
	query[at] = '\0';
}

static void pages_follow_each_other(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], first[UUID_SIZE], query[256] = "amountFrom=1";
	bench_open(&bench);
	for (int i = 0; i < 120; i++) { /* many of one moment */
		bench_register(&bench, "register", 100 + i, "", i == 0 ? first : id);
	}
	clerk_enter(&clerk, &bench);
	static const int older[] = {50, 50, 20}, newer[] = {50, 50};
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(found(&clerk, query), older[i]);
		assert_int_equal(clerk_sees(&clerk, id), i == 0);
		assert_int_equal(clerk_sees(&clerk, first), i == 2);
		read_link(&clerk, "older", query);
	}
	assert_string_equal(query, "");
	bench_register(&bench, "register", 500, "", id); /* moves nothing on the pages behind */
	for (size_t i = 0; i < 2; i++) {
		read_link(&clerk, "newer", query);
		assert_int_equal(found(&clerk, query), newer[i]);
		assert_false(clerk_sees(&clerk, first));
	}
	read_link(&clerk, "newer", query);
	assert_int_equal(found(&clerk, query), 1);
	assert_true(clerk_sees(&clerk, id));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void the_page_is_added_up(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	bench_paid(&bench, "register", 1000, "", id);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=250", id), 0);
	bench_paid(&bench, "register", 2000, "", id);
	bench_register(&bench, "register", 500, "&currency=840", id);
	assert_int_equal(found(&clerk, ""), 3);
	assert_true(
		clerk_sees(&clerk, "<td class=\"number\">30.00\u00A0₽</td><td class=\"number desk\">27.50\u00A0₽</td>"
						   "<td class=\"number desk\">2.50\u00A0₽</td>"));
	assert_true(clerk_sees(&clerk, "<td class=\"number\">5.00\u00A0$</td>"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void refunds_are_listed_by_their_dates(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(clerk_opens(&clerk, "/portal/refunds", NULL), 200);
	assert_true(clerk_sees(&clerk, "No refunds yet"));
	bench_paid(&bench, "register", 1000, "", id);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=250", id), 0);
	bench_wait(24 * 60 * 60);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=300&externalRefundId=e-1", id), 0);
	clerk_leave(&clerk);
	clerk_enter(&clerk, &bench);
	assert_int_equal(clerk_opens(&clerk, "/portal/refunds", NULL), 200);
	assert_int_equal(rows_of(&clerk), 2);
	assert_true(clerk_sees(&clerk, "5.50"));
	assert_int_equal(clerk_opens(&clerk, "/portal/refunds", "from=2026-11-22"), 200);
	assert_int_equal(rows_of(&clerk), 1);
	assert_true(clerk_sees(&clerk, "e-1"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* ---------------------------------------------------------------------------------------------------------- files */

/* The whole file, which the caller frees. Answers the number of its lines. */
static int read_file(struct clerk *clerk, const char *path, const char *query, char **file)
{
	int64_t position = 0;
	int lines = 0;
	char *line;
	size_t size = 0;
	assert_int_equal(clerk_opens(clerk, path, query), 200);
	FILE *out = open_memstream(file, &size);
	while ((line = clerk->reply.lines(clerk->reply.source, &position))) {
		fprintf(out, "%s\n", line);
		free(line);
		lines++;
	}
	fclose(out);
	return lines;
}

static void files_have_all_rows(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], *file;
	bench_open(&bench);
	for (int i = 0; i < 400; i++) {
		bench_register(&bench, "register", 100 + i % 2, "", id);
	}
	clerk_enter(&clerk, &bench);
	assert_int_equal(read_file(&clerk, "/portal/orders.csv", NULL, &file), 401);
	assert_memory_equal(file, "\xEF\xBB\xBF\"Time\",\"Order number\",", 25);
	free(file);
	assert_int_equal(read_file(&clerk, "/portal/orders.csv", "amountFrom=1.01&language=ru", &file), 201);
	assert_non_null(strstr(file, ";\"1,01\";"));
	assert_non_null(strstr(file, "\"Создан\""));
	free(file);
	assert_int_equal(clerk_opens(&clerk, "/portal/orders.csv", NULL), 200); /* given up before it is read */
	assert_int_equal(clerk_opens(&clerk, "/portal/orders.csv", "card=x"), 404);
	bench_paid(&bench, "register", 1000, "", id);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=250", id), 0);
	assert_int_equal(read_file(&clerk, "/portal/refunds.csv", NULL, &file), 2);
	assert_non_null(strstr(file, "\"2.50\",\"RUB\""));
	free(file);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void cells_are_no_formulas(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"plain", "\"plain\""},
		{"", "\"\""},
		{"=1+1", "\"'=1+1\""},
		{"+7", "\"'+7\""},
		{"-1", "\"'-1\""},
		{"@x", "\"'@x\""},
		{"\t=1", "\"'\t=1\""},
		{"a\"b\nc", "\"a\"\"b\nc\""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *text;
		size_t size;
		FILE *out = open_memstream(&text, &size);
		sandbox_export_cell(out, cases[i][0]);
		fclose(out);
		assert_string_equal(text, cases[i][1]);
		free(text);
	}
}

static void hostile_data_stay_texts(void **state)
{
	(void)state;
	static const char hostile[] = "&description=%22%3E%3Cscript%3Ealert(1)%3C/script%3E{{csrf}}"
								  "&clientId=%3Cb%3E&email=%22onload=%22x@a.example"
								  "&dynamicCallbackUrl=http://127.0.0.1:9/%3Ci%3E";
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], path[96];
	bench_open(&bench);
	bench_set(&bench, "strict", "0");
	clerk_enter(&clerk, &bench);
	bench_register(&bench, "register", 1000, hostile, id);
	path_of(id, path);
	assert_int_equal(clerk_opens(&clerk, path, NULL), 200);
	assert_true(clerk_sees(&clerk, "&lt;script&gt;"));
	assert_false(clerk_sees(&clerk, "<script"));
	assert_false(clerk_sees(&clerk, "<b>"));
	assert_false(clerk_sees(&clerk, "<i>"));
	assert_true(clerk_sees(&clerk, "{{csrf}}"));
	assert_int_equal(presses(&clerk, id, "act=%22%3E%3Cb%3E&as=deposited&amount=%22%3E"), 404);
	assert_int_equal(clerk_opens(&clerk, "/portal/orders", "number=%22%3E%3Cscript%3E&card=%3Cb%3E"), 200);
	assert_false(clerk_sees(&clerk, "<script"));
	assert_false(clerk_sees(&clerk, "<b>"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void amounts_are_read_as_typed(void **state)
{
	(void)state;
	static const struct {
		const char *text, *currency;
		int64_t amount; /* -1: none */
	} cases[] = {
		{"1500", "643", 150000},
		{"1 500,5", "643", 150050},
		{"1\u00A0500.05", "643", 150005},
		{"0.01", "643", 1},
		{"1500", "392", 1500},
		{"1.5", "392", -1},
		{"1.234", "048", 1234},
		{"1.234", "643", -1},
		{"1.", "643", 100},
		{".5", "643", -1},
		{"-5", "643", -1},
		{"", "643", -1},
		{"1,000.00", "643", -1},
		{"9999999999999", "643", -1},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t amount = -1;
		bool read = sandbox_amount_read(cases[i].text, cases[i].currency, &amount);
		assert_int_equal(read ? amount : -1, cases[i].amount);
	}
}

int sandbox_check_portal_orders(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_button_moves_what_it_says),
		cmocka_unit_test(a_hold_is_captured_in_stages),
		cmocka_unit_test(the_bank_day_decides_what_a_return_is),
		cmocka_unit_test(a_wrong_amount_moves_nothing),
		cmocka_unit_test(lines_of_the_cart_are_returned),
		cmocka_unit_test(the_second_is_told_what_has_changed),
		cmocka_unit_test(it_is_told_as_the_apis),
		cmocka_unit_test(what_3d_secure_found_is_shown),
		cmocka_unit_test(another_merchants_orders_do_not_exist),
		cmocka_unit_test(orders_are_found),
		cmocka_unit_test(pages_follow_each_other),
		cmocka_unit_test(the_page_is_added_up),
		cmocka_unit_test(refunds_are_listed_by_their_dates),
		cmocka_unit_test(files_have_all_rows),
		cmocka_unit_test(cells_are_no_formulas),
		cmocka_unit_test(hostile_data_stay_texts),
		cmocka_unit_test(amounts_are_read_as_typed),
	};
	return cmocka_run_group_tests_name("portal orders", tests, NULL, NULL);
}
