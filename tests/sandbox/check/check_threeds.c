/* 3-D Secure by the cards' tables: what the shop is answered, what the payer does, what the status says. */
#include "check.h"
#include "payer.h"

#include "base/json.h"
#include "model/tds.h"
#include "payment/acs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHALLENGED \
	{ \
		"5555555555555599", "203412", "123" \
	}
#define FRICTIONLESS \
	{ \
		"4111111111111111", "202612", "123" \
	}
#define ATTEMPT \
	{ \
		"4000001111111118", "203012", "123" \
	}
#define FAILURE \
	{ \
		"5168494895055780", "202612", "123" \
	}
#define SSL \
	{ \
		"4444555511113333", "202612", "123" \
	}
#define FIRST \
	{ \
		"4012001038166662", "202412", "123" \
	}

static void open_secure(struct bench *bench)
{
	bench_open(bench);
	bench_set(bench, "attempts", "3");
}

#define AUTH "cardAuthInfo.secureAuthInfo."

static void expect_status(struct bench *bench, const char *id, const char *path, const char *value)
{
	if (strcmp(payer_status(bench, id, path), value) != 0) {
		print_error("%s is not %s\n", path, value);
	}
	assert_string_equal(payer_status(bench, id, path), value);
}

/* Each card of the tables, and what its payment comes to. */
static void each_card_does_as_its_table_says(void **state)
{
	(void)state;
	static const struct {
		struct payer_card card;
		const char *code; /* at the ACS */
		const char *order_status, *action_code, *eci, *type, *ares, *rreq, *pares, *version;
	} rows[] = {
		{CHALLENGED, "12345678", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{CHALLENGED, NULL, "0", "-2025", "7", "0", "C", "N", "", "2.2.0"},
		{FRICTIONLESS, NULL, "2", "0", "5", "4", "Y", "", "", "2.2.0"},
		{FAILURE, NULL, "0", "-2006", "7", "0", "N", "", "", "2.2.0"},
		{ATTEMPT, NULL, "2", "0", "6", "5", "A", "", "", "2.2.0"},
		{SSL, NULL, "2", "0", "7", "0", "", "", "", ""},
		{FIRST, "12345678", "2", "0", "5", "1", "", "", "Y", "1.0.2"},
		{FIRST, NULL, "0", "-2006", "7", "0", "", "", "N", "1.0.2"},
		{{"5000001111111115", "203012", "123"}, "12345678", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2201382000000021", "203412", "123"}, "12345678", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2201382000000039", "203412", "123"}, "12345678", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2201382000000013", "203412", "123"}, "12345678", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2201382000000047", "203412", "123"}, "12345678", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2201382000000054", "203412", "123"}, "12345678", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2201382000000062", "203412", "123"}, NULL, "2", "0", "2", "4", "Y", "", "", "2.2.0"},
		{{"2202205000012424", "202805", "649"}, NULL, "2", "0", "2", "4", "Y", "", "", "2.2.0"},
		{{"2202205300068092", "202605", "583"}, "111111", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"4006800900962514", "202605", "941"}, "111111", "2", "0", "5", "1", "", "", "Y", "1.0.2"},
		{{"5469980100048525", "202605", "041"}, "111111", "2", "0", "2", "1", "", "", "Y", "1.0.2"},
		{{"2202206100040083", "202605", "061"}, NULL, "2", "0", "7", "0", "", "", "", ""},
		{{"2202206000270541", "202805", "123"}, "111111", "2", "0", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2202205000060910", "202806", "810"}, "111111", "0", "116", "2", "3", "C", "Y", "", "2.2.0"},
		{{"2202202107593166", "202206", "123"}, "111111", "0", "101", "2", "3", "C", "Y", "", "2.2.0"},
		{{"5555555555555557", "201912", "123"}, NULL, "0", "-2006", "7", "0", "", "", "N", "1.0.2"},
		{{"4444444499999999", "201912", "123"}, NULL, "0", "1017", "7", "0", "", "", "", "1.0.2"},
		{{"4444444411111111", "201912", "123"}, NULL, "0", "5", "7", "0", "", "", "", ""},
		/* A wrong CVC is the issuer's answer to the payment, after the payer was authenticated. */
		{{"5555555555555599", "203412", "124"}, "12345678", "0", "71015", "2", "3", "C", "Y", "", "2.2.0"},
	};
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_register(&bench, "register", 10000, "", id);
		payer_walks(&bench, id, &rows[i].card, rows[i].code);
		expect_status(&bench, id, "orderStatus", rows[i].order_status);
		expect_status(&bench, id, "actionCode", rows[i].action_code);
		expect_status(&bench, id, AUTH "eci", rows[i].eci);
		expect_status(&bench, id, AUTH "threeDsType", rows[i].type);
		expect_status(&bench, id, AUTH "aresTransStatus", rows[i].ares);
		expect_status(&bench, id, AUTH "rreqTransStatus", rows[i].rreq);
		expect_status(&bench, id, AUTH "paResStatus", rows[i].pares);
		expect_status(&bench, id, AUTH "threeDSProtocolVersion", rows[i].version);
		bool proof = strcmp(rows[i].type, "0") != 0;
		assert_int_equal(strlen(payer_status(&bench, id, AUTH "threeDSInfo.cavv")), proof ? 28 : 0);
	}
	bench_close(&bench);
}

/* A bank without 3-D Secure: every card pays at once. */
static void without_the_setting_nobody_is_asked(void **state)
{
	(void)state;
	static const struct payer_card cards[] = {CHALLENGED, FRICTIONLESS, ATTEMPT, SSL, FIRST};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "threeDSecure", "0");
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		bench_register(&bench, "register", 1000, "&features=FORCE_TDS", id);
		assert_int_equal(payer_pays(&bench, id, &cards[i], ""), 0);
		assert_non_null(bench_text(&bench, "redirect"));
		expect_status(&bench, id, "orderStatus", "2");
		expect_status(&bench, id, AUTH "eci", "7");
	}
	bench_close(&bench);
}

/* FORCE_TDS, FORCE_FULL_TDS and FORCE_SSL by what the card does. */
static void features_demand_or_forbid(void **state)
{
	(void)state;
	static const struct {
		const char *feature;
		struct payer_card card;
		const char *order_status, *action_code, *type;
	} rows[] = {
		{"FORCE_TDS", SSL, "0", "2003", "0"},
		{"FORCE_TDS", ATTEMPT, "2", "0", "5"},
		{"FORCE_TDS", FRICTIONLESS, "2", "0", "4"},
		{"FORCE_TDS", CHALLENGED, "2", "0", "3"},
		{"FORCE_FULL_TDS", SSL, "0", "-2017", "0"},
		{"FORCE_FULL_TDS", ATTEMPT, "0", "-2017", "5"},
		{"FORCE_FULL_TDS", FRICTIONLESS, "2", "0", "4"},
		{"FORCE_FULL_TDS", CHALLENGED, "2", "0", "3"},
		{"FORCE_SSL", CHALLENGED, "2", "0", "0"},
		{"FORCE_SSL", FIRST, "2", "0", "0"},
		{"AUTO_PAYMENT", CHALLENGED, "2", "0", "0"},
		{"FORCE_SSL&features=FORCE_TDS", SSL, "0", "2003", "0"},
	};
	struct bench bench;
	char id[UUID_SIZE], more[64];
	open_secure(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		snprintf(more, sizeof more, "&features=%s", rows[i].feature);
		bench_register(&bench, "register", 1000, more, id);
		payer_walks(&bench, id, &rows[i].card, "12345678");
		expect_status(&bench, id, "orderStatus", rows[i].order_status);
		expect_status(&bench, id, "actionCode", rows[i].action_code);
		expect_status(&bench, id, AUTH "threeDsType", rows[i].type);
	}
	bench_close(&bench);
}

static void a_listed_card_needs_no_authentication(void **state)
{
	(void)state;
	static const struct payer_card card = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	payer_walks(&bench, id, &card, "12345678");
	assert_int_equal(bench_form(&bench, "rest/updateSSLCardList.do", "mdorder=%s", id), 0);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &card, ""), 0);
	expect_status(&bench, id, "orderStatus", "2");
	bench_register(&bench, "register", 1000, "&features=FORCE_TDS", id);
	assert_int_equal(payer_pays(&bench, id, &card, ""), 0);
	expect_status(&bench, id, "orderStatus", "5");
	bench_close(&bench);
}

/* ---------------------------------------------------------------------------------------------- the answers */

static void first_answers_have_the_documented_members(void **state)
{
	(void)state;
	static const struct payer_card first = FIRST, challenged = CHALLENGED, attempt = ATTEMPT;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &first, "&language=ru"), 0);
	assert_non_null(bench_text(&bench, "acsUrl"));
	assert_non_null(bench_text(&bench, "paReq"));
	assert_string_equal(bench_text(&bench, "termUrl"), "http://127.0.0.1/payment/rest/finish3ds.do?lang=ru");
	assert_null(bench_member(&bench, "redirect"));
	assert_null(bench_member(&bench, "is3DSVer2"));
	expect_status(&bench, id, "orderStatus", "5");
	expect_status(&bench, id, "actionCode", "-9000");
	expect_status(&bench, id, "paymentAmountInfo.paymentState", "CREATED");
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	assert_true(json_object_get_boolean(bench_member(&bench, "is3DSVer2")));
	assert_non_null(bench_text(&bench, "threeDSMethodURL"));
	assert_null(bench_member(&bench, "acsUrl"));
	assert_null(bench_member(&bench, "redirect"));
	assert_non_null(strstr(bench_text(&bench, "threeDSMethodURLServer"),
		"http://127.0.0.1/3dsserver/api/v1/client/gather?threeDSServerTransID="));
	char *id_of_data =
		sandbox_acs_message_member(bench_text(&bench, "threeDSMethodDataPacked"), true, "threeDSServerTransID");
	assert_string_equal(id_of_data, bench_text(&bench, "threeDSServerTransId"));
	free(id_of_data);
	assert_int_equal(bench_form(&bench, "rest/3ds/continue.do", "mdOrder=%s", id), 0);
	assert_non_null(bench_text(&bench, "acsUrl"));
	char *window = sandbox_acs_message_member(bench_text(&bench, "packedCReq"), true, "challengeWindowSize");
	assert_string_equal(window, "05");
	free(window);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &attempt, ""), 0);
	assert_null(bench_member(&bench, "threeDSMethodURL")); /* such an issuer collects nothing */
	assert_non_null(bench_text(&bench, "threeDSMethodURLServer"));
	bench_close(&bench);
}

/* Failures still carry errorCode 0; the redirect is there once no attempt is left. */
static void failures_are_answered_as_recorded(void **state)
{
	(void)state;
	static const struct payer_card failure = FAILURE;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_set(&bench, "attempts", "1");
	bench_register(&bench, "register", 1000, "&failUrl=https://shop.example/fail", id);
	payer_walks(&bench, id, &failure, NULL);
	assert_string_equal(bench_text(&bench, "errorCode"), "0");
	assert_true(json_object_get_boolean(bench_member(&bench, "is3DSVer2")));
	assert_string_equal(bench_text(&bench, "errorTypeName"), "TDS_UNKNOWN_ARES_STATUS");
	assert_string_equal(bench_text(&bench, "processingErrorType"), "MANDATORY_3DSECURE");
	assert_non_null(strstr(bench_text(&bench, "redirect"), "https://shop.example/fail?orderId="));
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------- what is never believed */

static void a_made_up_answer_pays_nothing(void **state)
{
	(void)state;
	static const struct payer_card first = FIRST, challenged = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE], other[UUID_SIZE], transaction[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &first, ""), 0);
	assert_int_equal(payer_finishes(&bench, id), 1); /* nothing from the ACS yet */
	assert_int_equal(bench_form(&bench, "rest/finish3dsPayment.do", "mdOrder=%s&paRes=eJxYES", id), 5);
	assert_true(payer_answers(&bench, id, "12345678"));
	assert_int_equal(bench_form(&bench, "rest/finish3dsPayment.do", "mdOrder=%s&paRes=eJxYES", id), 5);
	bench_expect(&bench, id, 5, 0, 0, 0);
	/* The right answer of another order. */
	bench_register(&bench, "register", 1000, "", other);
	assert_int_equal(payer_pays(&bench, other, &first, ""), 0);
	assert_true(payer_answers(&bench, other, "12345678"));
	char *message = payer_message(&bench, other);
	assert_int_equal(bench_form(&bench, "rest/finish3dsPayment.do", "mdOrder=%s&paRes=%s", id, message), 5);
	free(message);
	assert_int_equal(payer_finishes(&bench, id), 0);
	assert_int_equal(payer_finishes(&bench, id), 7); /* twice */
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	/* 3DS2: the transaction is not enough before the payer has answered. */
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	payer_transaction(&bench, id, transaction);
	assert_int_equal(payer_finishes(&bench, id), 5);
	assert_int_equal(payer_continues(&bench, id, &challenged), 0);
	assert_int_equal(payer_finishes(&bench, id), 5);
	assert_int_equal(
		bench_form(&bench, "rest/finish3dsVer2Payment.do", "threeDSServerTransId=%s&mdOrder=%s", transaction, other),
		5);
	assert_int_equal(bench_form(&bench, "rest/finish3dsVer2Payment.do", "threeDSServerTransId=made-up"), 5);
	assert_int_equal(bench_form(&bench, "rest/finish3dsPayment.do", "mdOrder=%s&paRes=eJxYES", id), 5);
	bench_expect(&bench, id, 5, 0, 0, 0);
	assert_true(payer_answers(&bench, id, "12345678"));
	assert_int_equal(
		bench_form(&bench, "rest/finish3dsVer2Payment.do", "threeDSServerTransId=%s&mdOrder=%s", transaction, other),
		5);
	bench_expect(&bench, id, 5, 0, 0, 0);
	assert_int_equal(payer_finishes(&bench, id), 0);
	assert_int_equal(payer_finishes(&bench, id), 7);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

static void a_foreign_transaction_continues_nothing(void **state)
{
	(void)state;
	static const struct payer_card challenged = CHALLENGED, frictionless = FRICTIONLESS, ssl = SSL;
	struct bench bench;
	char id[UUID_SIZE], other[UUID_SIZE], transaction[UUID_SIZE], more[128];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", other);
	assert_int_equal(payer_pays(&bench, other, &frictionless, ""), 0);
	payer_transaction(&bench, other, transaction);
	snprintf(more, sizeof more, "&threeDSServerTransId=%s", transaction);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &frictionless, more), 5); /* not begun */
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	assert_int_equal(payer_pays(&bench, id, &challenged, more), 5);
	assert_int_equal(payer_continues(&bench, id, &ssl), 5); /* another card than in the first call */
	bench_expect(&bench, id, 5, 0, 0, 0);
	/* An earlier transaction of the same order. */
	payer_transaction(&bench, id, transaction);
	snprintf(more, sizeof more, "&threeDSServerTransId=%s", transaction);
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	assert_int_equal(payer_pays(&bench, id, &challenged, more), 5);
	/* The sample's spelling. */
	payer_transaction(&bench, id, transaction);
	snprintf(more, sizeof more, "&threeDSServerTransID=%s", transaction);
	assert_int_equal(payer_pays(&bench, id, &challenged, more), 0);
	assert_non_null(bench_text(&bench, "packedCReq"));
	/* A finished one. */
	assert_int_equal(payer_continues(&bench, other, &frictionless), 0);
	assert_int_equal(payer_continues(&bench, other, &frictionless), 7);
	bench_expect(&bench, other, 2, 1000, 1000, 0);
	bench_close(&bench);
}

static void another_merchant_finishes_nothing(void **state)
{
	(void)state;
	static const struct payer_card challenged = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE], transaction[UUID_SIZE], body[256];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	assert_int_equal(payer_continues(&bench, id, &challenged), 0);
	assert_true(payer_answers(&bench, id, "12345678"));
	payer_transaction(&bench, id, transaction);
	snprintf(body, sizeof body, "threeDSServerTransId=%s", transaction);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "rest/finish3dsVer2Payment.do", body), 5);
	bench_expect(&bench, id, 5, 0, 0, 0);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "rest/finish3dsVer2PaymentAnonymous.do",
						 "threeDSServerTransId=made-up"),
		5);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "rest/finish3dsVer2PaymentAnonymous.do", body), 0);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

static void the_other_name_finishes_too(void **state)
{
	(void)state;
	static const struct payer_card challenged = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE], transaction[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	assert_int_equal(payer_continues(&bench, id, &challenged), 0);
	assert_true(payer_answers(&bench, id, "12345678"));
	payer_transaction(&bench, id, transaction);
	assert_int_equal(bench_form(&bench, "rest/finish3dsVer2.do", "tDsTransId=%s", transaction), 0);
	assert_non_null(bench_text(&bench, "redirect"));
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

/* --------------------------------------------------------------------------------------- attempts and timeouts */

static void wrong_codes_end_at_three(void **state)
{
	(void)state;
	static const struct payer_card challenged = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	assert_int_equal(payer_continues(&bench, id, &challenged), 0);
	assert_false(payer_answers(&bench, id, "1"));
	assert_false(payer_answers(&bench, id, ""));
	assert_true(payer_answers(&bench, id, "2"));
	assert_true(payer_answers(&bench, id, "12345678")); /* too late: the answer stands */
	assert_int_equal(payer_finishes(&bench, id), 0);
	expect_status(&bench, id, "actionCode", "-2025");
	expect_status(&bench, id, "orderStatus", "0");
	payer_walks(&bench, id, &challenged, "12345678");
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_close(&bench);
}

static void attempts_that_were_left_count_except_the_last(void **state)
{
	(void)state;
	static const struct payer_card challenged = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_set(&bench, "attempts", "2");
	bench_register(&bench, "register", 1000, "", id);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
		expect_status(&bench, id, "orderStatus", "5");
	}
	assert_int_equal(payer_attempts(&bench, id), 1);
	payer_walks(&bench, id, &challenged, NULL);
	expect_status(&bench, id, "orderStatus", "6");
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 7);
	bench_close(&bench);
}

static void a_session_that_is_over_ends_by_the_profile(void **state)
{
	(void)state;
	static const struct {
		const char *bank, *action_code;
	} rows[] = {{"default", "-2007"}, {"bpc", "-2014"}, {"alfa", "-2007"}};
	static const struct payer_card challenged = CHALLENGED;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		char id[UUID_SIZE], idle[UUID_SIZE];
		open_secure(&bench);
		bench_set(&bench, "bank", rows[i].bank);
		bench_register(&bench, "register", 1000, "", idle);
		bench_register(&bench, "register", 1000, "", id);
		assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
		assert_int_equal(payer_continues(&bench, id, &challenged), 0);
		bench_wait(1201);
		assert_false(payer_answers(&bench, id, "12345678"));
		assert_int_equal(payer_finishes(&bench, id), 7);
		expect_status(&bench, id, "orderStatus", "6");
		expect_status(&bench, id, "actionCode", rows[i].action_code);
		expect_status(&bench, idle, "actionCode", "-2007");
		assert_int_equal(bench_form(&bench, "rest/getOrderStatus.do", "orderId=%s", id), 0); /* no declined payment */
		bench_close(&bench);
	}
}

/* ------------------------------------------------------------------------------------------ cards that are stored */

static void the_card_is_stored_when_the_payer_is_known(void **state)
{
	(void)state;
	static const struct payer_card challenged = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE], transaction[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "&clientId=a", id);
	assert_int_equal(payer_pays(&bench, id, &challenged, ""), 0);
	assert_int_equal(payer_continues(&bench, id, &challenged), 0);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=a"), 2);
	assert_true(payer_answers(&bench, id, "12345678"));
	assert_int_equal(payer_finishes(&bench, id), 0);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=a"), 0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindings.0.bindingId"));
	/* The payer's own payment with it is authenticated again; a charge by the shop is not. */
	bench_register(&bench, "register", 1000, "&clientId=a", id);
	assert_int_equal(
		bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=F&cvc=123", id, binding), 0);
	payer_transaction(&bench, id, transaction);
	assert_string_equal(bench_text(&bench, "threeDSServerTransId"), transaction);
	assert_int_equal(bench_form(&bench, "rest/paymentOrderBinding.do",
						 "mdOrder=%s&bindingId=%s&tii=F&cvc=123&threeDSServerTransId=%s", id, binding, transaction),
		0);
	assert_true(payer_answers(&bench, id, "12345678"));
	assert_int_equal(payer_finishes(&bench, id), 0);
	expect_status(&bench, id, "bindingInfo.bindingId", binding);
	expect_status(&bench, id, "paymentWay", "CARD_BINDING");
	bench_register(&bench, "register", 1000, "&clientId=a", id);
	assert_int_equal(
		bench_form(&bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=U", id, binding), 0);
	expect_status(&bench, id, "orderStatus", "2");
	expect_status(&bench, id, AUTH "eci", "7");
	bench_close(&bench);
}

static void a_verified_card_is_authenticated(void **state)
{
	(void)state;
	static const struct payer_card challenged = CHALLENGED;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_register(&bench, "register", 0, "&features=VERIFY&clientId=a", id);
	payer_walks(&bench, id, &challenged, "12345678");
	assert_non_null(bench_text(&bench, "redirect"));
	bench_expect(&bench, id, 3, 0, 0, 0);
	assert_int_equal(bench_form(&bench, "rest/verifyCard.do",
						 "amount=0&returnUrl=https://a.b/&pan=5555555555555599&cvc=123&expiry=203412&clientId=b"),
		0);
	snprintf(id, sizeof id, "%s", bench_text(&bench, "orderId"));
	assert_string_equal(bench_text(&bench, "actionCode"), "-9000");
	assert_int_equal(bench_form(&bench, "rest/3ds/continue.do", "mdOrder=%s", id), 0);
	assert_true(payer_answers(&bench, id, "12345678"));
	assert_int_equal(payer_finishes(&bench, id), 0);
	bench_expect(&bench, id, 3, 0, 0, 0);
	assert_int_equal(bench_form(&bench, "rest/getBindings.do", "clientId=b"), 0);
	assert_int_equal(bench_form(&bench, "rest/verifyCard.do",
						 "amount=100&backUrl=https://a.b/&pan=4444555511113333&cvc=123&expiry=202612"),
		0);
	assert_string_equal(bench_text(&bench, "eci"), "7");
	assert_string_equal(bench_text(&bench, "actionCode"), "0");
	assert_int_equal(
		bench_form(&bench, "rest/verifyCard.do", "amount=100&pan=4444555511113333&cvc=123&expiry=202612"), 0);
	assert_null(bench_member(&bench, "redirect"));
	bench_expect(&bench, bench_text(&bench, "orderId"), 3, 0, 0, 0);
	assert_int_equal(
		bench_form(&bench, "rest/verifyCard.do",
			"amount=100&pan=4444555511113333&cvc=123&expiry=202612&returnUrl=https://a.b/&backUrl=https://a.b/"),
		5);
	bench_set(&bench, "verify", "0");
	assert_int_equal(bench_form(&bench, "rest/verifyCard.do",
						 "amount=0&returnUrl=https://a.b/&pan=4444555511113333&cvc=123&expiry=202612"),
		5);
	bench_close(&bench);
}

/* Where the payer comes back to, also if the second call is 3ds/continue.do, which has no address. */
static void expect_finish_url(struct bench *bench, const char *id, const char *url)
{
	struct sandbox_order order;
	assert_int_equal(sandbox_store_order_by_id(bench->gateway.store, id, &order), SANDBOX_FOUND);
	assert_string_equal(order.tds.finish_url ? order.tds.finish_url : "", url);
	sandbox_order_free(&order);
}

static void an_instant_payment_has_one_attempt(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], transaction[UUID_SIZE];
	open_secure(&bench);
	for (int right = 0; right < 2; right++) {
		assert_int_equal(bench_form(&bench, "rest/instantPayment.do",
							 "amount=1000&returnUrl=https://a.b/&pan=5555555555555599&cvc=123&expiry=203412"
							 "&threeDSVer2FinishUrl=https://a.b/finish"),
			0);
		snprintf(id, sizeof id, "%s", bench_text(&bench, "orderId"));
		assert_string_equal(bench_text(&bench, "orderStatus.OrderStatus"), "5");
		expect_finish_url(&bench, id, "https://a.b/finish");
		payer_transaction(&bench, id, transaction);
		assert_int_equal(
			bench_form(&bench, "rest/instantPayment.do",
				"amount=1000&returnUrl=https://a.b/&pan=5555555555555599&cvc=123&expiry=203412&threeDSServerTransId=%s",
				transaction),
			5);
		assert_int_equal(bench_form(&bench, "rest/instantPayment.do",
							 "amount=1000&returnUrl=https://a.b/&pan=5555555555555599&cvc=123&expiry=203412&"
							 "threeDSServerTransId=%s&threeDSVer2MdOrder=%s",
							 transaction, id),
			0);
		assert_non_null(bench_text(&bench, "packedCReq"));
		assert_true(payer_answers(&bench, id, right ? "12345678" : NULL));
		assert_int_equal(payer_finishes(&bench, id), 0);
		expect_status(&bench, id, "orderStatus", right ? "2" : "6");
	}
	bench_close(&bench);
}

static void enrolment_is_that_of_the_tables(void **state)
{
	(void)state;
	static const struct {
		const char *pan, *enrolled;
	} rows[] = {
		{"5555555555555599", "Y"},
		{"4111111111111111", "Y"},
		{"4012001038166662", "Y"},
		{"4444555511113333", "N"},
		{"4000001111111118", "N"},
		{"2202206100040083", "N"},
		{"4444444499999999", "U"},
	};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(bench_form(&bench, "rest/verifyEnrollment.do", "pan=%s", rows[i].pan), 0);
		assert_string_equal(bench_text(&bench, "enrolled"), rows[i].enrolled);
	}
	assert_int_equal(bench_form(&bench, "rest/verifyEnrollment.do", "pan="), 1);
	assert_int_equal(bench_form(&bench, "rest/verifyEnrollment.do", "pan=4111111111111112"), 5);
	bench_close(&bench);
}

/* Card payments by telephone and wallets are not authenticated. */
static void nobody_is_asked_where_nobody_is(void **state)
{
	(void)state;
	struct bench bench;
	open_secure(&bench);
	assert_int_equal(bench_form(&bench, "rest/motoPayment.do",
						 "amount=1000&returnUrl=https://a.b/&pan=5555555555555599&cvc=123&expiry=203412&cardholder=A"),
		0);
	assert_true(json_object_get_boolean(bench_member(&bench, "success")));
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------- the status by its version */

static void the_status_shows_it_from_its_versions_on(void **state)
{
	(void)state;
	static const struct {
		const char *member, *version;
		bool there;
	} rows[] = {
		{"aresTransStatus", "29", false},
		{"aresTransStatus", "30", true},
		{"rreqTransStatus", "29", false},
		{"rreqTransStatus", "30", true},
		{"threeDSProtocolVersion", "29", false},
		{"threeDSProtocolVersion", "30", true},
		{"threeDsType", "41", false},
		{"threeDsType", "42", true},
		{"authTypeIndicator", "42", true},
		{"authTypeIndicator", "43", false},
		{"eci", "1", true},
		{"threeDSInfo.xid", "1", true},
	};
	static const struct payer_card challenged = CHALLENGED, first = FIRST;
	struct bench bench;
	char id[UUID_SIZE], path[64];
	open_secure(&bench);
	bench_register(&bench, "register", 1000, "", id);
	payer_walks(&bench, id, &challenged, "12345678");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_set(&bench, "statusVersion", rows[i].version);
		snprintf(path, sizeof path, AUTH "%s", rows[i].member);
		assert_int_equal(payer_status(&bench, id, path)[0] != '\0', rows[i].there);
	}
	bench_register(&bench, "register", 1000, "", id);
	payer_walks(&bench, id, &first, "12345678");
	bench_set(&bench, "statusVersion", "6");
	expect_status(&bench, id, AUTH "paResStatus", "");
	bench_set(&bench, "statusVersion", "7");
	expect_status(&bench, id, AUTH "paResStatus", "Y");
	expect_status(&bench, id, AUTH "veResStatus", "Y");
	bench_close(&bench);
}

/* The parameters of the last callback. */
static void expect_callback(struct bench *bench, const char *name, const char *value)
{
	struct sandbox_callback callback;
	char *text = NULL;
	sandbox_store_lock(bench->gateway.store);
	for (int64_t after = 0;
		 sandbox_store_callback_after(bench->gateway.store, after, NULL, &callback) == SANDBOX_FOUND;) {
		struct json_object *parameters = json_tokener_parse(callback.parameters);
		const char *found = sandbox_json_member_text(parameters, name);
		after = callback.row;
		free(text);
		text = found ? strdup(found) : NULL;
		json_object_put(parameters);
		sandbox_callback_free(&callback);
	}
	sandbox_store_unlock(bench->gateway.store);
	assert_non_null(text);
	assert_string_equal(text, value);
	free(text);
}

static void callbacks_tell_the_type(void **state)
{
	(void)state;
	static const struct {
		struct payer_card card;
		const char *type, *eci;
	} rows[] = {
		{SSL, "SSL", "7"},
		{FIRST, "THREE_DS1_FULL", "5"},
		{CHALLENGED, "THREE_DS2_FULL", "2"},
		{FRICTIONLESS, "THREE_DS2_FRICTIONLESS", "5"},
		{ATTEMPT, "THREE_DS2_ATTEMPT", "6"},
	};
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_set(&bench, "callbackAddress", "http://127.0.0.1:9/callback");
	bench_set(&bench, "callbackParameters", "threeDSType,eci");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_register(&bench, "register", 1000, "", id);
		payer_walks(&bench, id, &rows[i].card, "12345678");
		expect_callback(&bench, "mdOrder", id); /* one, at the end */
		expect_callback(&bench, "threeDSType", rows[i].type);
		expect_callback(&bench, "eci", rows[i].eci);
	}
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------------- Sberbank's dialect */

#define BROWSER \
	"\"jsonParams\":{\"browserAcceptHeader\":\"*/*\",\"browserIP\":\"127.0.0.1\",\"browserJavascriptEnabled\":true," \
	"\"browserUserAgent\":\"x\"},"

static int json_pays(struct bench *bench, const char *id, const struct payer_card *card, const char *more)
{
	return bench_json(bench, "paymentOrder.do",
		"%s\"MDORDER\":\"%s\",\"$PAN\":\"%s\",\"$CVC\":\"%s\",\"YYYY\":\"%.4s\",\"MM\":\"%s\"", more, id, card->pan,
		card->cvc, card->expiry, card->expiry + 4);
}

static void sberbanks_answers_have_their_own_members(void **state)
{
	(void)state;
	static const struct payer_card challenged = {"2202205300068092", "202605", "583"}, attempt = ATTEMPT,
								   first = {"4006800900962514", "202605", "941"};
	struct bench bench;
	char id[UUID_SIZE], transaction[UUID_SIZE];
	open_secure(&bench);
	/* Without the browser's data the gateway does it all. */
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(json_pays(&bench, id, &challenged, ""), 0);
	assert_non_null(strstr(bench_text(&bench, "formUrl"), "http://127.0.0.1/process_form/start?mdOrder="));
	assert_null(bench_member(&bench, "threeDSServerTransId"));
	/* With them it is the shop. */
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(json_pays(&bench, id, &challenged,
						 BROWSER "\"threeDSMethodNotificationUrl\":\"https://shop.example/m\",\"termUrl\":"
								 "\"https://shop.example/t\","),
		0);
	assert_non_null(bench_text(&bench, "threeDSMethodURL"));
	assert_string_equal(bench_text(&bench, "threeDSMethodNotificationUrl"), "https://shop.example/m");
	char *url =
		sandbox_acs_message_member(bench_text(&bench, "threeDSMethodData"), true, "threeDSMethodNotificationURL");
	assert_string_equal(url, "https://shop.example/m");
	free(url);
	payer_transaction(&bench, id, transaction);
	assert_int_equal(bench_json(&bench, "finish3dsMethod.do",
						 "\"mdOrder\":\"%s\",\"threeDSServerTransId\":\"0\",\"threeDSCompInd\":\"Y\"", id),
		5);
	assert_int_equal(
		bench_json(&bench, "finish3dsMethod.do",
			"\"mdOrder\":\"%s\",\"threeDSServerTransId\":\"%s\",\"threeDSCompInd\":\"N\"", id, transaction),
		0);
	assert_non_null(bench_text(&bench, "cReq"));
	assert_string_equal(bench_text(&bench, "termUrl"), "https://shop.example/t");
	assert_int_equal(bench_json(&bench, "finish3dsPayment.do", "\"mdOrder\":\"%s\",\"cRes\":\"eyJ9\"", id), 5);
	assert_true(payer_answers(&bench, id, "111111"));
	char *message = payer_message(&bench, id);
	assert_int_equal(bench_json(&bench, "finish3dsPayment.do", "\"mdOrder\":\"%s\"", id), 1);
	assert_int_equal(bench_json(&bench, "finish3dsPayment.do", "\"mdOrder\":\"%s\",\"paRes\":\"%s\"", id, message), 5);
	assert_int_equal(bench_json(&bench, "finish3dsPayment.do", "\"mdOrder\":\"%s\",\"cRes\":\"%s\"", id, message), 0);
	assert_non_null(bench_text(&bench, "redirect"));
	free(message);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(bench_json(&bench, "getOrderStatusExtended.do", "\"orderId\":\"%s\"", id), 0);
	assert_int_equal(strlen(bench_text(&bench, AUTH "threeDSInfo.xid")), 36);
	/* Without a termUrl of the shop's the ACS posts to the gateway. */
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(json_pays(&bench, id, &challenged, BROWSER), 0);
	assert_null(bench_member(&bench, "threeDSMethodData"));
	payer_transaction(&bench, id, transaction);
	assert_int_equal(
		bench_json(&bench, "finish3dsMethod.do",
			"\"mdOrder\":\"%s\",\"threeDSServerTransId\":\"%s\",\"threeDSCompInd\":\"Y\"", id, transaction),
		0);
	assert_non_null(strstr(bench_text(&bench, "termUrl"), "/3dsserver/api/v1/acs/notification?"));
	/* Without a method of the issuer there is no second call. */
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(json_pays(&bench, id, &attempt, BROWSER), 0);
	assert_non_null(bench_text(&bench, "redirect"));
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(json_pays(&bench, id, &first, BROWSER), 0);
	assert_non_null(bench_text(&bench, "paReq"));
	assert_non_null(bench_text(&bench, "termUrl"));
	bench_close(&bench);
}

static void the_shop_may_have_term_urls_of_its_own(void **state)
{
	(void)state;
	static const struct payer_card first = FIRST;
	struct bench bench;
	char id[UUID_SIZE];
	open_secure(&bench);
	bench_set(&bench, "termUrl", "https://shop.example/acs");
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &first, ""), 0);
	assert_string_equal(bench_text(&bench, "termUrl"), "https://shop.example/acs");
	bench_close(&bench);
}

int sandbox_check_threeds(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_card_does_as_its_table_says),
		cmocka_unit_test(without_the_setting_nobody_is_asked),
		cmocka_unit_test(features_demand_or_forbid),
		cmocka_unit_test(a_listed_card_needs_no_authentication),
		cmocka_unit_test(first_answers_have_the_documented_members),
		cmocka_unit_test(failures_are_answered_as_recorded),
		cmocka_unit_test(a_made_up_answer_pays_nothing),
		cmocka_unit_test(a_foreign_transaction_continues_nothing),
		cmocka_unit_test(another_merchant_finishes_nothing),
		cmocka_unit_test(the_other_name_finishes_too),
		cmocka_unit_test(wrong_codes_end_at_three),
		cmocka_unit_test(attempts_that_were_left_count_except_the_last),
		cmocka_unit_test(a_session_that_is_over_ends_by_the_profile),
		cmocka_unit_test(the_card_is_stored_when_the_payer_is_known),
		cmocka_unit_test(a_verified_card_is_authenticated),
		cmocka_unit_test(an_instant_payment_has_one_attempt),
		cmocka_unit_test(enrolment_is_that_of_the_tables),
		cmocka_unit_test(nobody_is_asked_where_nobody_is),
		cmocka_unit_test(the_status_shows_it_from_its_versions_on),
		cmocka_unit_test(callbacks_tell_the_type),
		cmocka_unit_test(sberbanks_answers_have_their_own_members),
		cmocka_unit_test(the_shop_may_have_term_urls_of_its_own),
	};
	return cmocka_run_group_tests_name("threeds", tests, NULL, NULL);
}
