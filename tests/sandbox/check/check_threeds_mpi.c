/* Payments that the shop has authenticated by itself, and 3RI: each row of the documents' tables. */
#include "check.h"
#include "payer.h"

#include "model/tds.h"

#include <stdio.h>
#include <string.h>

#define AUTH "cardAuthInfo.secureAuthInfo."

static const struct payer_card card = {"4444555511113333", "202612", "123"};

/* Pays with those members of jsonParams, in which + is %2B. Answers errorCode. */
static int pay_with(struct bench *bench, const char *members, char id[UUID_SIZE])
{
	char more[1024];
	bench_register(bench, "register", 1000, "", id);
	snprintf(more, sizeof more, "&jsonParams={%s}", members);
	return payer_pays(bench, id, &card, more);
}

#define PROOF "\"cavv\":\"AkZO5XQAA0rhBxoaufa%2BMAABAAA=\",\"xid\":\"5010857f-8d3f-74e1-9c5a-54a000cc4110\","

static void the_sample_of_the_documents_is_final(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	static const struct payer_card attempt = {"4000001111111118", "203012", "123"};
	bench_open(&bench);
	bench_register(&bench, "register", 1000, "", id);
	assert_int_equal(payer_pays(&bench, id, &attempt,
						 "&language=en&jsonParams={\"eci\":\"02\"," PROOF
						 "\"threeDSProtocolVersion\":\"2.2.0\",\"authenticationTypeIndicator\":\"5\"}"),
		0);
	assert_non_null(bench_text(&bench, "redirect"));
	assert_null(bench_member(&bench, "acsUrl"));
	assert_null(bench_member(&bench, "paReq"));
	assert_null(bench_member(&bench, "termUrl"));
	assert_null(bench_member(&bench, "threeDSServerTransId"));
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_string_equal(payer_status(&bench, id, AUTH "eci"), "2");
	assert_string_equal(payer_status(&bench, id, AUTH "threeDsType"), "5");
	assert_string_equal(payer_status(&bench, id, AUTH "threeDSProtocolVersion"), "2.2.0");
	assert_string_equal(payer_status(&bench, id, AUTH "threeDSInfo.cavv"), "AkZO5XQAA0rhBxoaufa+MAABAAA=");
	bench_set(&bench, "ownMpi", "0");
	assert_int_equal(pay_with(&bench, "\"eci\":\"07\"", id), 5);
	bench_expect(&bench, id, 0, 0, 0, 0);
	bench_close(&bench);
}

/* ECI, proof, indicator and version: what goes together, at a bank with 3DS1 and at one without. */
static void each_row_of_the_tables(void **state)
{
	(void)state;
	static const struct {
		const char *members;
		const char *type, *version; /* NULL: refused */
		const char *type_of_newer;  /* the same at a bank without 3DS1 */
	} rows[] = {
		/* ECI: authenticated, attempted, SSL; the type of 3DS1 and SSL follows from it */
		{"\"eci\":\"05\"," PROOF "\"a\":\"b\"", "1", "1.0.2", NULL},
		{"\"eci\":\"02\"," PROOF "\"a\":\"b\"", "1", "1.0.2", NULL},
		{"\"eci\":\"5\"," PROOF "\"a\":\"b\"", "1", "1.0.2", NULL},
		{"\"eci\":\"06\"," PROOF "\"a\":\"b\"", "2", "1.0.2", NULL},
		{"\"eci\":\"01\"," PROOF "\"a\":\"b\"", "2", "1.0.2", NULL},
		{"\"eci\":\"07\"", "0", "2.1.0", "0"},
		{"\"eci\":\"00\"", "0", "2.1.0", "0"},
		{"\"eci\":\"08\"," PROOF "\"a\":\"b\"", NULL, NULL, NULL},
		{"\"eci\":\"x\"," PROOF "\"a\":\"b\"", NULL, NULL, NULL},
		/* the proof is mandatory unless the ECI is SSL's */
		{"\"eci\":\"02\"", NULL, NULL, NULL},
		{"\"eci\":\"05\",\"xid\":\"5010857f-8d3f-74e1-9c5a-54a000cc4110\",\"threeDsType\":\"3\"", NULL, NULL, NULL},
		{"\"eci\":\"05\",\"cavv\":\"AkZO5XQAA0rhBxoaufa=\",\"threeDsType\":\"3\"", NULL, NULL, NULL},
		/* indicators */
		{"\"eci\":\"07\",\"threeDsType\":\"0\"", "0", "2.1.0", "0"},
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"0\"", NULL, NULL, NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"1\"", "1", "1.0.2", NULL},
		{"\"eci\":\"06\"," PROOF "\"threeDsType\":\"1\"", NULL, NULL, NULL},
		{"\"eci\":\"06\"," PROOF "\"threeDsType\":\"2\"", "2", "1.0.2", NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"2\"", NULL, NULL, NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"3\"", "3", "2.1.0", "3"},
		{"\"eci\":\"05\"," PROOF "\"authenticationTypeIndicator\":\"4\"", "4", "2.1.0", "4"},
		{"\"eci\":\"06\"," PROOF "\"threeDsType\":\"5\"", "5", "2.1.0", "5"},
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"6\"", "6", "2.1.0", "6"},
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"7\"", NULL, NULL, NULL}, /* 3RI is for charges by the shop */
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"8\"", NULL, NULL, NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDsType\":\"9\"", NULL, NULL, NULL},
		/* versions */
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"1.0.2\"", "1", "1.0.2", NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"1.0.2\",\"threeDsType\":\"1\"", "1", "1.0.2", NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"2.1.0\",\"threeDsType\":\"3\"", "3", "2.1.0", "3"},
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"2.2.0\",\"threeDsType\":\"3\"", "3", "2.2.0", "3"},
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"2.2.0\"", NULL, NULL, NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"1.0.2\",\"threeDsType\":\"3\"", NULL, NULL, NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"2.2.0\",\"threeDsType\":\"1\"", NULL, NULL, NULL},
		{"\"eci\":\"05\"," PROOF "\"threeDSProtocolVersion\":\"2.3.0\",\"threeDsType\":\"3\"", NULL, NULL, NULL},
	};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < 2 * (sizeof rows / sizeof *rows); i++) {
		const size_t row = i / 2;
		const char *type = i % 2 ? rows[row].type_of_newer : rows[row].type;
		bench_set(&bench, "ownMpi", i % 2 ? "1" : "2");
		int code = pay_with(&bench, rows[row].members, id);
		if (code != (type ? 0 : 5)) {
			print_error("row %zu: %s\n", row, rows[row].members);
		}
		assert_int_equal(code, type ? 0 : 5);
		bench_expect(&bench, id, type ? 2 : 0, type ? 1000 : 0, type ? 1000 : 0, 0);
		if (type) {
			assert_string_equal(payer_status(&bench, id, AUTH "threeDsType"), type);
		}
		if (type && i % 2 == 0) {
			assert_string_equal(payer_status(&bench, id, AUTH "threeDSProtocolVersion"), rows[row].version);
		}
	}
	bench_close(&bench);
}

/* An ECI alone means 3DS1, where the bank's document still has it. */
static void banks_differ_in_3ds1(void **state)
{
	(void)state;
	static const struct {
		const char *bank;
		int code;
	} rows[] = {{"default", 0}, {"bpc", 5}, {"bereke", 5}, {"alfa", 0}, {"sberbank", 0}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct bench bench;
		char id[UUID_SIZE];
		bench_open(&bench);
		bench_set(&bench, "bank", rows[i].bank);
		assert_int_equal(pay_with(&bench, "\"eci\":\"05\"," PROOF "\"a\":\"b\"", id), rows[i].code);
		bench_close(&bench);
	}
}

/* What the shop has authenticated must do for what it demands. */
static void demands_hold_for_the_shop_too(void **state)
{
	(void)state;
	static const struct {
		const char *feature, *members, *action_code;
	} rows[] = {
		{"FORCE_TDS", "\"eci\":\"07\"", "2003"},
		{"FORCE_TDS", "\"eci\":\"06\"," PROOF "\"threeDsType\":\"5\"", "0"},
		{"FORCE_FULL_TDS", "\"eci\":\"06\"," PROOF "\"threeDsType\":\"5\"", "-2017"},
		{"FORCE_FULL_TDS", "\"eci\":\"05\"," PROOF "\"threeDsType\":\"3\"", "0"},
	};
	struct bench bench;
	char id[UUID_SIZE], more[1024];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		snprintf(more, sizeof more, "&features=%s", rows[i].feature);
		bench_register(&bench, "register", 1000, more, id);
		snprintf(more, sizeof more, "&jsonParams={%s}", rows[i].members);
		assert_int_equal(payer_pays(&bench, id, &card, more), 0);
		assert_string_equal(payer_status(&bench, id, "actionCode"), rows[i].action_code);
	}
	bench_close(&bench);
}

/* -------------------------------------------------------------------------------------------------------- 3RI */

/* A binding whose payer paid with that card. */
static void store_card(struct bench *bench, const struct payer_card *stored, const char *more, char binding[UUID_SIZE])
{
	static int number;
	char id[UUID_SIZE], client[64];
	snprintf(client, sizeof client, "&clientId=c%d", ++number);
	bench_register(bench, "register", 1000, client, id);
	if (more[0]) {
		assert_int_equal(payer_pays(bench, id, stored, more), 0);
	} else {
		payer_walks(bench, id, stored, "12345678");
	}
	snprintf(binding, UUID_SIZE, "%s", payer_status(bench, id, "bindingInfo.bindingId"));
	assert_int_equal(strlen(binding), UUID_SIZE - 1);
}

/* Charges the binding that was stored last. Answers errorCode. */
static int charge(struct bench *bench, const char *binding, const char *client, const char *tii, const char *members,
	char id[UUID_SIZE])
{
	char more[128];
	snprintf(more, sizeof more, "&clientId=%s", client);
	bench_register(bench, "register", 1000, more, id);
	return bench_form(bench, "rest/paymentOrderBinding.do", "mdOrder=%s&bindingId=%s&tii=%s%s%s%s", id, binding, tii,
		members[0] ? "&jsonParams={" : "", members, members[0] ? "}" : "");
}

#define PRIOR \
	"\"initThreeDSReqPriorAuthData\":\"d5bf7963-e94e-718d-8777-2943091ceaa0\",\"initThreeDSReqPriorAuthMethod\":" \
	"\"01\",\"initThreeDSReqPriorRef\":\"d5bf7963-e94e-718d-8777-2943091ceaa0\","
#define AT    "\"initThreeDSReqPriorAuthTimestamp\":\"22202405140811\","
#define UNTIL "\"recurringExpiry\":\"20300101\",\"recurringFrequency\":\"1\""

static void a_charge_is_3ri_by_how_the_card_was_stored(void **state)
{
	(void)state;
	static const struct payer_card challenged = {"5555555555555599", "203412", "123"},
								   attempt = {"4000001111111118", "203012", "123"};
	struct bench bench;
	char id[UUID_SIZE], by_2[UUID_SIZE], by_attempt[UUID_SIZE], by_mpi[UUID_SIZE], by_ssl[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, &challenged, "", by_2);
	store_card(&bench, &attempt, "", by_attempt);
	store_card(&bench, &attempt, "&jsonParams={\"eci\":\"06\"," PROOF "\"threeDsType\":\"5\"}", by_mpi);
	store_card(&bench, &card, "", by_ssl);
	const struct {
		const char *binding, *client, *tii, *members;
		int code;
		const char *type, *eci;
	} rows[] = {
		{by_2, "c1", "R", "", 0, "7", "2"},
		{by_2, "c1", "U", "", 0, "0", "7"},
		{by_2, "c1", "R", "\"threeDsType\":\"7\"", 0, "7", "2"},
		{by_attempt, "c2", "R", "", 0, "8", "6"},
		/* the shop's own authentication, or none, is nothing to refer to */
		{by_mpi, "c3", "R", "", 0, "0", "7"},
		{by_mpi, "c3", "R", "\"threeDsType\":\"7\"", 5, NULL, NULL},
		{by_mpi, "c3", "R", PRIOR AT UNTIL, 0, "8", "6"},
		{by_ssl, "c4", "R", "", 0, "0", "7"},
		{by_ssl, "c4", "R", "\"threeDsType\":\"8\"", 5, NULL, NULL},
		{by_ssl, "c4", "R", PRIOR AT UNTIL, 0, "7", "5"},
		/* all of them, once there is one; twelve digits are Sberbank's */
		{by_ssl, "c4", "R", PRIOR "\"initThreeDSReqPriorAuthTimestamp\":\"202405140811\"," UNTIL, 0, "7", "5"},
		{by_ssl, "c4", "R", PRIOR UNTIL, 5, NULL, NULL},
		{by_ssl, "c4", "R", PRIOR AT "\"recurringExpiry\":\"20300101\"", 5, NULL, NULL},
		{by_ssl, "c4", "R", AT UNTIL, 5, NULL, NULL},
		{by_2, "c1", "R", AT UNTIL, 5, NULL, NULL},
		{by_ssl, "c4", "R", PRIOR "\"initThreeDSReqPriorAuthTimestamp\":\"2024\"," UNTIL, 5, NULL, NULL},
		{by_ssl, "c4", "U", PRIOR AT UNTIL, 5, NULL, NULL},
		{by_ssl, "c4", "F", PRIOR AT UNTIL, 5, NULL, NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int code = charge(&bench, rows[i].binding, rows[i].client, rows[i].tii, rows[i].members, id);
		if (code != rows[i].code) {
			print_error("row %zu\n", i);
		}
		assert_int_equal(code, rows[i].code);
		assert_string_equal(payer_status(&bench, id, "orderStatus"), rows[i].type ? "2" : "0");
		if (rows[i].type) {
			assert_string_equal(payer_status(&bench, id, AUTH "threeDsType"), rows[i].type);
			assert_string_equal(payer_status(&bench, id, AUTH "eci"), rows[i].eci);
		}
	}
	bench_close(&bench);
}

/* recurrentPayment.do and installmentPayment.do have no jsonParams: how the card was stored decides alone. */
static void a_charge_without_an_order_is_3ri_likewise(void **state)
{
	(void)state;
	static const struct payer_card challenged = {"5555555555555599", "203412", "123"},
								   attempt = {"4000001111111118", "203012", "123"};
	struct bench bench;
	char by_2[UUID_SIZE], by_attempt[UUID_SIZE], by_ssl[UUID_SIZE];
	bench_open(&bench);
	store_card(&bench, &challenged, "", by_2);
	store_card(&bench, &attempt, "", by_attempt);
	store_card(&bench, &card, "", by_ssl);
	const struct {
		const char *binding, *secure, *more, *status, *type, *eci, *action_code;
	} rows[] = {
		{by_2, "1", "", "2", "7", "2", "0"},
		{by_attempt, "1", "", "2", "8", "6", "0"},
		{by_ssl, "1", "", "2", "0", "7", "0"},
		{by_2, "1", ",\"features\":\"FORCE_TDS\"", "2", "7", "2", "0"},
		{by_attempt, "1", ",\"features\":\"FORCE_FULL_TDS\"", "6", "8", "6", "-2017"},
		{by_ssl, "1", ",\"features\":\"FORCE_TDS\"", "6", "0", "7", "2003"},
		{by_2, "0", "", "2", "0", "7", "0"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char id[UUID_SIZE];
		bench_set(&bench, "threeDSecure", rows[i].secure);
		assert_int_equal(
			bench_object(&bench, "recurrentPayment.do",
				"\"orderNumber\":\"r%zu\",\"amount\":100,\"bindingId\":\"%s\"%s", i, rows[i].binding, rows[i].more),
			0);
		snprintf(id, sizeof id, "%s", bench_text(&bench, "data.orderId"));
		assert_string_equal(payer_status(&bench, id, "orderStatus"), rows[i].status);
		assert_string_equal(payer_status(&bench, id, "actionCode"), rows[i].action_code);
		assert_string_equal(payer_status(&bench, id, AUTH "threeDsType"), rows[i].type);
		assert_string_equal(payer_status(&bench, id, AUTH "eci"), rows[i].eci);
	}
	bench_close(&bench);
}

#define SBERBANK_PRIOR \
	"\"threeDSReqPriorAuthData\":\"d5bf7963\",\"threeDSReqPriorAuthMethod\":\"02\"," \
	"\"threeDSReqPriorAuthTimestamp\":\"202405140811\""
#define SBERBANK_REF ",\"threeDSReqPriorRef\":\"d5bf7963-e94e-718d-8777-2943091ceaa0\""

/* Sberbank says by dataEntryMode that there is no payer; with one, what is known of earlier payments is only told. */
static void sberbank_has_names_of_its_own_for_3ri(void **state)
{
	(void)state;
	static const struct {
		const char *pan, *expiry, *params, *status, *type;
	} rows[] = {
		{"5555555555555599", "2034", SBERBANK_PRIOR SBERBANK_REF ",\"dataEntryMode\":\"RECURRING\"", "2", "7"},
		{"5555555555555599", "2034",
			SBERBANK_PRIOR SBERBANK_REF ",\"dataEntryMode\":\"INSTALLMENT\",\"purchaseInstalData\":\"3\"", "2", "7"},
		{"4000001111111118", "2030", SBERBANK_PRIOR SBERBANK_REF ",\"dataEntryMode\":\"RECURRING\"", "2", "8"},
		{"5555555555555599", "2034", SBERBANK_PRIOR SBERBANK_REF, "5", "0"},
		{"5555555555555599", "2034", SBERBANK_PRIOR SBERBANK_REF ",\"dataEntryMode\":\"CREDENTIAL-ON-FILE\"", "5", "0"},
		{"5555555555555599", "2034", SBERBANK_PRIOR ",\"dataEntryMode\":\"RECURRING\"", "5", "0"},
	};
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_register(&bench, "register", 1000, "", id);
		assert_int_equal(bench_json(&bench, "paymentOrder.do",
							 "\"MDORDER\":\"%s\",\"$PAN\":\"%s\",\"$CVC\":\"123\",\"YYYY\":\"%s\",\"MM\":\"12\","
							 "\"TEXT\":\"A\",\"jsonParams\":{%s}",
							 id, rows[i].pan, rows[i].expiry, rows[i].params),
			0);
		assert_string_equal(payer_status(&bench, id, "orderStatus"), rows[i].status);
		assert_string_equal(payer_status(&bench, id, AUTH "threeDsType"), rows[i].type);
	}
	bench_close(&bench);
}

static void an_installment_needs_number_and_sum(void **state)
{
	(void)state;
	static const struct {
		const char *more;
		int code;
	} rows[] = {
		{"", 5},
		{",\"installments\":\"6\"", 5},
		{",\"totalInstallmentAmount\":\"9000\"", 5},
		{",\"installments\":\"6\",\"totalInstallmentAmount\":\"9000\"", 0},
	};
	struct bench bench;
	char id[UUID_SIZE], more[1024];
	bench_open(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_register(&bench, "register", 1000, "", id);
		snprintf(more, sizeof more, "&tii=I&jsonParams={" PRIOR AT UNTIL "%s}", rows[i].more);
		assert_int_equal(payer_pays(&bench, id, &card, more), rows[i].code);
	}
	bench_close(&bench);
}

/* ---------------------------------------------------------------------------------------------- the tables */

static void eci_by_payment_system(void **state)
{
	(void)state;
	static const struct {
		const char *system;
		int ssl, attempted, authenticated;
	} rows[] = {{"VISA", 7, 6, 5}, {"MASTERCARD", 7, 1, 2}, {"MIR", 7, 1, 2}, {"CUP", 10, 9, 2}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(sandbox_tds_eci(rows[i].system, SANDBOX_TDS_SSL), rows[i].ssl);
		assert_int_equal(sandbox_tds_eci(rows[i].system, SANDBOX_TDS_ATTEMPTED), rows[i].attempted);
		assert_int_equal(sandbox_tds_eci(rows[i].system, SANDBOX_TDS_AUTHENTICATED), rows[i].authenticated);
	}
}

int sandbox_check_threeds_mpi(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sample_of_the_documents_is_final),
		cmocka_unit_test(each_row_of_the_tables),
		cmocka_unit_test(banks_differ_in_3ds1),
		cmocka_unit_test(demands_hold_for_the_shop_too),
		cmocka_unit_test(a_charge_is_3ri_by_how_the_card_was_stored),
		cmocka_unit_test(a_charge_without_an_order_is_3ri_likewise),
		cmocka_unit_test(sberbank_has_names_of_its_own_for_3ri),
		cmocka_unit_test(an_installment_needs_number_and_sum),
		cmocka_unit_test(eci_by_payment_system),
	};
	return cmocka_run_group_tests_name("threeds_mpi", tests, NULL, NULL);
}
