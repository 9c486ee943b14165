/* Authentications by the shop's own MPI, and those that the shop initiates (3RI): every row of the seeds' tables. */
#include "fixture.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAYMENT "{'orderId':'0b5d1f5e-0000-4000-8000-a1b2c3d4e5f6'}"
#define CAVV    "AkZO5XQAA0rhBxoaufa+MAABAAA="
#define XID     "5010857f-8d3f-74e1-9c5a-54a000cc4110"
#define PROOF   "'cavv':'" CAVV "','xid':'" XID "'"

struct trial {
	const char *label;   /* what of jsonParams */
	const char *bank;    /* its preset; NULL: none */
	const char *sent;    /* a part of what is sent, decoded; NULL: refused */
	const char *message; /* after "paymentOrder: ", if refused */
};

#define TAKEN(json, sent) \
	{ \
		json, NULL, sent, NULL \
	}
#define REFUSED(json, message) \
	{ \
		json, NULL, NULL, message \
	}
#define AT(bank, json, sent) \
	{ \
		json, bank, sent, NULL \
	}
#define NOT_AT(bank, json, message) \
	{ \
		json, bank, NULL, message \
	}

#define NO_CAVV(eci) "jsonParams.eci " eci " needs jsonParams.cavv: only the ECIs of SSL go without"
#define NO_XID(eci)  "jsonParams.eci " eci " needs jsonParams.xid: only the ECIs of SSL go without"
#define ECIS         "jsonParams.eci must be one of 00, 01, 02, 03, 05, 06, 07, 09, 10"
#define NO_INDICATOR \
	"needs one of jsonParams.authenticationTypeIndicator, jsonParams.threeDsType: 3-D Secure 2 demands it"
#define UNDERIVED \
	"needs one of jsonParams.authenticationTypeIndicator, jsonParams.threeDsType: this bank derives none from the ECI"

static const struct trial own_mpi[] = {
	/* the sample request of both seeds */
	TAKEN("{'eci':'02'," PROOF ",'threeDSProtocolVersion':'2.2.0','authenticationTypeIndicator':'5'}",
		"{'eci':'02'," PROOF ",'threeDSProtocolVersion':'2.2.0','authenticationTypeIndicator':'5'}"),
	AT("bereke", "{'eci':'02'," PROOF ",'threeDSProtocolVersion':'2.2.0','authenticationTypeIndicator':'5'}",
		"'authenticationTypeIndicator':'5'"),
	AT("bpsprocessing-test",
		"{'eci':'02'," PROOF ",'threeDSProtocolVersion':'2.2.0','authenticationTypeIndicator':'5'}",
		"'authenticationTypeIndicator':'5'"),
	/* ECI: authenticated, attempt, none, of every scheme; one digit, two, or an int */
	TAKEN("{'eci':'05'," PROOF "}", "'eci':'05'"),
	TAKEN("{'eci':'5'," PROOF "}", "'eci':'05'"),
	TAKEN("{'eci':5," PROOF "}", "'eci':'05'"),
	TAKEN("{'eci':2," PROOF "}", "'eci':'02'"),
	TAKEN("{'eci':6," PROOF "}", "'eci':'06'"),
	TAKEN("{'eci':'1'," PROOF "}", "'eci':'01'"),
	TAKEN("{'eci':9," PROOF "}", "'eci':'09'"),
	TAKEN("{'eci':7}", "{'eci':'07'}"),
	TAKEN("{'eci':'0'}", "{'eci':'00'}"),
	TAKEN("{'eci':0}", "{'eci':'00'}"),
	TAKEN("{'eci':3}", "{'eci':'03'}"),
	TAKEN("{'eci':10}", "{'eci':'10'}"),
	TAKEN("{'eci':'07'," PROOF "}", "'eci':'07','cavv'"), /* not obligatory, not forbidden */
	REFUSED("{'eci':'04'," PROOF "}", ECIS ", \"04\" given"),
	REFUSED("{'eci':8," PROOF "}", ECIS ", 8 given"),
	REFUSED("{'eci':'11'," PROOF "}", ECIS),
	REFUSED("{'eci':'005'," PROOF "}", ECIS),
	REFUSED("{'eci':-5," PROOF "}", ECIS),
	REFUSED("{'eci':5.0," PROOF "}", ECIS),
	REFUSED("{'eci':true," PROOF "}", ECIS),
	REFUSED("{'eci':'Y'," PROOF "}", ECIS),
	/* cavv and xid, unless the ECI is SSL's */
	REFUSED("{'eci':'05','xid':'" XID "'}", NO_CAVV("05")),
	REFUSED("{'eci':5,'xid':'" XID "','cavv':''}", NO_CAVV("05")),
	REFUSED("{'eci':'02','cavv':'" CAVV "'}", NO_XID("02")),
	REFUSED("{'eci':'06','cavv':'" CAVV "','xid':null}", NO_XID("06")),
	REFUSED("{'eci':'1'}", NO_CAVV("01")),
	REFUSED("{'eci':'09'}", NO_CAVV("09")),
	REFUSED("{" PROOF "}", "jsonParams.cavv needs jsonParams.eci"),
	REFUSED("{'xid':'" XID "'}", "jsonParams.xid needs jsonParams.eci"),
	REFUSED("{'threeDSProtocolVersion':'2.2.0'}", "jsonParams.threeDSProtocolVersion needs jsonParams.eci"),
	REFUSED("{'authenticationTypeIndicator':'5'}", "jsonParams.authenticationTypeIndicator needs jsonParams.eci"),
	/* versions */
	TAKEN("{'eci':'05'," PROOF ",'threeDSProtocolVersion':'1.0.2'}", "'threeDSProtocolVersion':'1.0.2'"),
	TAKEN("{'eci':'05'," PROOF ",'threeDSProtocolVersion':'2.1.0','authenticationTypeIndicator':3}",
		"'threeDSProtocolVersion':'2.1.0','authenticationTypeIndicator':'3'"),
	TAKEN("{'eci':7,'threeDSProtocolVersion':'2.2.0'}", "{'eci':'07','threeDSProtocolVersion':'2.2.0'}"),
	REFUSED("{'eci':'05'," PROOF ",'threeDSProtocolVersion':'2.0.0','authenticationTypeIndicator':3}",
		"jsonParams.threeDSProtocolVersion must be one of 1.0.2, 2.1.0, 2.2.0"),
	REFUSED("{'eci':'05'," PROOF ",'threeDSProtocolVersion':'2.1.0'}",
		"jsonParams.threeDSProtocolVersion 2.1.0 " NO_INDICATOR),
	REFUSED("{'eci':'05'," PROOF ",'threeDSProtocolVersion':'2.2.0'}",
		"jsonParams.threeDSProtocolVersion 2.2.0 " NO_INDICATOR),
	/* the indicator: derived from the ECI (SSL, 3-D Secure 1), or obligatory (3-D Secure 2, 3RI) */
	TAKEN("{'eci':'07','authenticationTypeIndicator':'0'}", "'authenticationTypeIndicator':'0'"),
	TAKEN("{'eci':'07','authenticationTypeIndicator':0,'threeDSProtocolVersion':'2.2.0'}", "'eci':'07'"),
	TAKEN("{'eci':'02'," PROOF ",'authenticationTypeIndicator':1}", "'authenticationTypeIndicator':'1'"),
	TAKEN("{'eci':'05'," PROOF ",'authenticationTypeIndicator':1,'threeDSProtocolVersion':'1.0.2'}", "'eci':'05'"),
	TAKEN("{'eci':'01'," PROOF ",'authenticationTypeIndicator':2}", "'authenticationTypeIndicator':'2'"),
	TAKEN("{'eci':'06'," PROOF ",'authenticationTypeIndicator':'2'}", "'authenticationTypeIndicator':'2'"),
	TAKEN("{'eci':'05'," PROOF ",'authenticationTypeIndicator':3}", "'authenticationTypeIndicator':'3'"),
	TAKEN("{'eci':'05'," PROOF ",'authenticationTypeIndicator':4}", "'authenticationTypeIndicator':'4'"),
	TAKEN("{'eci':'06'," PROOF ",'authenticationTypeIndicator':5}", "'authenticationTypeIndicator':'5'"),
	TAKEN("{'eci':'07','authenticationTypeIndicator':6}", "'authenticationTypeIndicator':'6'"),
	TAKEN("{'eci':'05'," PROOF ",'authenticationTypeIndicator':7}", "'authenticationTypeIndicator':'7'"),
	TAKEN("{'eci':'06'," PROOF ",'authenticationTypeIndicator':8}", "'authenticationTypeIndicator':'8'"),
	REFUSED("{'eci':'05'," PROOF ",'authenticationTypeIndicator':9}",
		"jsonParams.authenticationTypeIndicator must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 given"),
	REFUSED("{'eci':'05'," PROOF ",'authenticationTypeIndicator':'05'}",
		"jsonParams.authenticationTypeIndicator must be one of"),
	REFUSED("{'eci':'05'," PROOF ",'authenticationTypeIndicator':0}",
		"jsonParams.authenticationTypeIndicator 0 must not be combined with jsonParams.eci 05, only with 00, 03, 07, "
		"10: 0 "
		"is SSL"),
	REFUSED("{'eci':6," PROOF ",'authenticationTypeIndicator':1}",
		"jsonParams.authenticationTypeIndicator 1 must not be combined with jsonParams.eci 06, only with 02, 05: 1 is "
		"a "
		"full authentication"),
	REFUSED("{'eci':'05'," PROOF ",'authenticationTypeIndicator':2}",
		"jsonParams.authenticationTypeIndicator 2 must not be combined with jsonParams.eci 05, only with 01, 06, 09: 2 "
		"is "
		"an attempt"),
	REFUSED("{'eci':'05'," PROOF ",'authenticationTypeIndicator':1,'threeDSProtocolVersion':'2.1.0'}",
		"jsonParams.authenticationTypeIndicator 1 must not be combined with jsonParams.threeDSProtocolVersion 2.1.0, "
		"only "
		"with 1.0.2: 1 and 2 are 3-D Secure 1"),
	REFUSED("{'eci':'05'," PROOF ",'authenticationTypeIndicator':4,'threeDSProtocolVersion':'1.0.2'}",
		"jsonParams.authenticationTypeIndicator 4 must not be combined with jsonParams.threeDSProtocolVersion 1.0.2, "
		"only "
		"with 2.1.0, 2.2.0: it is 3-D Secure 2"),
	/* without a version and an indicator: derived, or refused, by the bank */
	TAKEN("{'eci':'05'," PROOF "}", "{'eci':'05'," PROOF "}"),
	AT("bpsprocessing-test", "{'eci':'05'," PROOF "}", "{'eci':'05'," PROOF "}"),
	AT("alfabank", "{'eci':'06'," PROOF "}", "{'eci':'06'," PROOF "}"),
	NOT_AT("bereke", "{'eci':'05'," PROOF "}", "jsonParams.eci 05 " UNDERIVED),
	NOT_AT("bereke-test", "{'eci':6," PROOF "}", "jsonParams.eci 06 " UNDERIVED),
	NOT_AT("bpc-test", "{'eci':'05'," PROOF "}", "jsonParams.eci 05 " UNDERIVED),
	NOT_AT("vtb-kz", "{'eci':'05'," PROOF "}", "jsonParams.eci 05 " UNDERIVED),
	AT("bereke", "{'eci':'07'}", "{'eci':'07'}"),
	AT("bereke", "{'eci':'05'," PROOF ",'threeDSProtocolVersion':'1.0.2'}", "'1.0.2'"),
	AT("bpc-test", "{'eci':'05'," PROOF ",'threeDsType':3}", "'threeDsType':'3'"),
	/* its name, by the bank */
	TAKEN("{'eci':'05'," PROOF ",'threeDsType':'3'}", "'threeDsType':'3'"),
	AT("bpc-test", "{'eci':'05'," PROOF ",'authenticationTypeIndicator':3}", "'threeDsType':'3'"),
	AT("bereke", "{'eci':'05'," PROOF ",'threeDsType':3}", "'authenticationTypeIndicator':'3'"),
	AT("vtb-kz", "{'eci':'05'," PROOF ",'threeDsType':3}", "'threeDsType':'3'"),
	REFUSED("{'eci':'05'," PROOF ",'threeDsType':3,'authenticationTypeIndicator':3}",
		"jsonParams.authenticationTypeIndicator must not be combined with jsonParams.threeDsType: it is the newer "
		"name"),
	REFUSED("{'eci':'05'," PROOF ",'threeDsType':2}",
		"jsonParams.threeDsType 2 must not be combined with jsonParams.eci 05"),
	/* whatever else a shop keeps there */
	TAKEN("{'eci':'07','mine':1,'also':true}", "{'eci':'07','mine':'1','also':'true'}"),
	TAKEN("{'eci':null,'cavv':null,'mine':'x'}", "{'mine':'x'}"),
};

/* In each of the three methods. */
static const struct {
	const char *method, *arguments, *parameters;
} payments[] = {
	{"paymentOrder", PAYMENT, "'seToken':'t','TEXT':'A B'"},
	{"paymentOrderBinding", "{'orderId':'0b5d1f5e-0000-4000-8000-a1b2c3d4e5f6','bindingId':'b'}", "'language':'ru'"},
	{"instantPayment", "{'amount':5,'returnUrl':'https://shop.example/'}", "'seToken':'t'"},
};

/* The body's jsonParams, decoded, with single quotes. */
static const char *sent_params(const struct pgw_request *request)
{
	static char text[4096];
	const char *at = strstr(request->body.at, request->json ? "\"jsonParams\":" : "jsonParams=");
	size_t length = 0;

	assert_non_null(at);
	for (at += request->json ? 13 : 11; *at && *at != '&'; at++) {
		char byte = *at;

		if (byte == '%') {
			char hex[3] = {at[1], at[2], '\0'};

			byte = (char)strtol(hex, NULL, 16);
			at += 2;
		}
		text[length++] = byte == '"' ? '\'' : byte;
	}
	text[length] = '\0';
	return text;
}

static void try_trial(const struct trial *trial, const struct pgw_client *client, const char *method,
	const char *arguments, const char *parameters)
{
	char json[2048], message[512];
	struct built built;

	snprintf(json, sizeof(json), "{%s,'jsonParams':%s}", parameters, trial->label);
	build(&built, client, method, arguments, json);
	if (trial->message) {
		snprintf(message, sizeof(message), "%s: %s", method, trial->message);
		assert_false(built.good);
		assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
		assert_holds(built.error.message, message);
		assert_lacks(built.error.message, CAVV);
	} else {
		if (!built.good) {
			fail_msg("%s: %s", method, built.error.message);
		}
		assert_holds(sent_params(&built.request), trial->sent);
	}
	built_free(&built);
}

static void is_tried(void **state)
{
	const struct trial *trial = *state;
	struct pgw_client *client = trial->bank ? client_of_bank(trial->bank, NULL) : client_of(NULL);

	for (size_t i = 0; i < COUNT(payments); i++) {
		try_trial(trial, client, payments[i].method, payments[i].arguments, payments[i].parameters);
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- 3RI */

#define DATA                 "'initThreeDSReqPriorAuthData':'d5bf7963-e94e-718d-8777-2943091ceaa0'"
#define METHOD               "'initThreeDSReqPriorAuthMethod':'01'"
#define TIMESTAMP            "'initThreeDSReqPriorAuthTimestamp':'22202405140811'"
#define REF                  "'initThreeDSReqPriorRef':'d5bf7963-e94e-718d-8777-2943091ceaa0'"
#define EXPIRY               "'recurringExpiry':'20301231'"
#define FREQUENCY            "'recurringFrequency':'28'"
#define BOTH                 DATA "," METHOD "," TIMESTAMP "," REF "," EXPIRY "," FREQUENCY
#define COUNTED              "'installments':'12','totalInstallmentAmount':'120000'"
#define LACKS(present, name) "jsonParams." present " needs " name ": 3RI demands it"

struct initiated {
	const char *label; /* what of jsonParams */
	const char *tii;   /* NULL: none */
	const char *message;
};

static const struct initiated initiated[] = {
	{"{" BOTH "}", "R", NULL},
	{"{" BOTH "," COUNTED "}", "I", NULL},
	{"{" BOTH "," COUNTED "}", "R", NULL}, /* no document forbids it */
	{"{" METHOD "," TIMESTAMP "," REF "," EXPIRY "," FREQUENCY "}", "R",
		LACKS("initThreeDSReqPriorAuthMethod", "jsonParams.initThreeDSReqPriorAuthData")},
	{"{" DATA "," TIMESTAMP "," REF "," EXPIRY "," FREQUENCY "}", "R",
		LACKS("initThreeDSReqPriorAuthData", "jsonParams.initThreeDSReqPriorAuthMethod")},
	{"{" DATA "," METHOD "," REF "," EXPIRY "," FREQUENCY "}", "R",
		LACKS("initThreeDSReqPriorAuthData", "jsonParams.initThreeDSReqPriorAuthTimestamp")},
	{"{" DATA "," METHOD "," TIMESTAMP "," EXPIRY "," FREQUENCY "}", "R",
		LACKS("initThreeDSReqPriorAuthData", "jsonParams.initThreeDSReqPriorRef")},
	{"{" DATA "," METHOD "," TIMESTAMP "," REF "," FREQUENCY "}", "R",
		LACKS("initThreeDSReqPriorAuthData", "jsonParams.recurringExpiry")},
	{"{" DATA "," METHOD "," TIMESTAMP "," REF "," EXPIRY "}", "R",
		LACKS("initThreeDSReqPriorAuthData", "jsonParams.recurringFrequency")},
	{"{" REF "}", "R", LACKS("initThreeDSReqPriorRef", "jsonParams.initThreeDSReqPriorAuthData")},
	{"{" TIMESTAMP "}", "I", LACKS("initThreeDSReqPriorAuthTimestamp", "jsonParams.initThreeDSReqPriorAuthData")},
	{"{" BOTH "}", NULL, LACKS("initThreeDSReqPriorAuthData", "tii")},
	{"{" BOTH "}", "F",
		"jsonParams.initThreeDSReqPriorAuthData must not be combined with tii F, only with R, I: 3RI is for payments "
		"without the payer"},
	{"{" BOTH "}", "U", "jsonParams.initThreeDSReqPriorAuthData must not be combined with tii U"},
	{"{" BOTH "}", "I", "tii I needs jsonParams.installments: 3RI demands it"},
	{"{" BOTH ",'installments':3}", "I", "tii I needs jsonParams.totalInstallmentAmount: 3RI demands it"},
	{"{" BOTH ",'totalInstallmentAmount':3}", "I", "tii I needs jsonParams.installments: 3RI demands it"},
	/* the timestamp as it was seen: 14 digits, and 12 */
	{"{" DATA "," METHOD ",'initThreeDSReqPriorAuthTimestamp':'202405140811'," REF "," EXPIRY "," FREQUENCY "}", "R",
		NULL},
	{"{" DATA "," METHOD ",'initThreeDSReqPriorAuthTimestamp':20240514081100," REF "," EXPIRY "," FREQUENCY "}", "R",
		NULL},
	{"{" DATA "," METHOD ",'initThreeDSReqPriorAuthTimestamp':'20240514'," REF "," EXPIRY "," FREQUENCY "}", "R",
		"jsonParams.initThreeDSReqPriorAuthTimestamp must be 12 to 14 digits, 8 given"},
	{"{" DATA "," METHOD ",'initThreeDSReqPriorAuthTimestamp':'2024-05-14T08:11'," REF "," EXPIRY "," FREQUENCY "}",
		"R", "jsonParams.initThreeDSReqPriorAuthTimestamp must be decimal digits"},
	{"{" DATA ",'initThreeDSReqPriorAuthMethod':2," TIMESTAMP "," REF "," EXPIRY "," FREQUENCY "}", "R", NULL},
	{"{" DATA ",'initThreeDSReqPriorAuthMethod':'002'," TIMESTAMP "," REF "," EXPIRY "," FREQUENCY "}", "R",
		"jsonParams.initThreeDSReqPriorAuthMethod must be exactly 2 digits"},
	{"{" DATA "," METHOD "," TIMESTAMP "," REF ",'recurringExpiry':'311230'," FREQUENCY "}", "R",
		"jsonParams.recurringExpiry must be exactly 8 digits"},
	{"{" DATA "," METHOD "," TIMESTAMP "," REF "," EXPIRY ",'recurringFrequency':'monthly'}", "R",
		"jsonParams.recurringFrequency must be decimal digits"},
	{"{" BOTH ",'installments':1000,'totalInstallmentAmount':1}", "I", "jsonParams.installments must be 1 to 3 digits"},
	/* without the initiating operation it is no 3RI: a first recurring payment has these two */
	{"{" EXPIRY "," FREQUENCY "}", NULL, NULL},
	{"{" COUNTED "}", "I", NULL},
	{"{}", "R", NULL},
};

static void is_initiated(void **state)
{
	const struct initiated *row = *state;
	struct pgw_client *client = client_of(NULL);
	struct trial trial = {row->label, NULL, "{", row->message};

	for (size_t i = 0; i < COUNT(payments); i++) {
		char parameters[256];

		snprintf(parameters, sizeof(parameters), "%s%s%s%s", payments[i].parameters, row->tii ? ",'tii':'" : "",
			row->tii ? row->tii : "", row->tii ? "'" : "");
		try_trial(&trial, client, payments[i].method, payments[i].arguments, parameters);
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- Sberbank */

#define SBERBANK_CARD "'$PAN':'4444555511113333','YYYY':'2030','MM':'12'"

static const struct trial sberbank[] = {
	TAKEN("{'eci':'02'," PROOF "}", "{'eci':'02'," PROOF "}"),
	TAKEN("{'eci':5,'cavv':'" CAVV "','xid':'0123456789012345678901234567','idTerm':12345678,'paymentSystem':'MIR'}",
		"{'eci':'05','cavv':'" CAVV
		"','xid':'0123456789012345678901234567','idTerm':'12345678','paymentSystem':'MIR'}"),
	TAKEN("{'eci':3,'browserJavascriptEnabled':true}", "{'eci':'03','browserJavascriptEnabled':true}"),
	TAKEN("{'threeDSReqPriorAuthMethod':1,'threeDSReqPriorAuthTimestamp':'202405140811','purchaseInstalData':12}",
		"{'threeDSReqPriorAuthMethod':'01','threeDSReqPriorAuthTimestamp':'202405140811','purchaseInstalData':'12'}"),
	REFUSED("{'eci':'02','xid':'" XID "'}", NO_CAVV("02")),
	REFUSED("{'eci':'02','cavv':'" CAVV "'}", NO_XID("02")),
	REFUSED("{" PROOF "}", "jsonParams.cavv needs jsonParams.eci"),
	REFUSED("{'eci':'02','cavv':'short','xid':'" XID "'}", "jsonParams.cavv must be exactly 28 characters, 5 given"),
	REFUSED("{'eci':'02','cavv':'" CAVV "','xid':'short'}", "jsonParams.xid must be 28 to 36 characters, 5 given"),
	REFUSED("{'eci':'02'," PROOF ",'paymentSystem':'mir'}", "jsonParams.paymentSystem must be one of VISA"),
	REFUSED("{'threeDSReqPriorAuthTimestamp':'22202405140811'}",
		"jsonParams.threeDSReqPriorAuthTimestamp must be exactly 12 digits, 14 given"),
	REFUSED("{'threeDSReqPriorRef':'r'}", "jsonParams.threeDSReqPriorRef must be exactly 36 characters"),
};

static void is_tried_at_sberbank(void **state)
{
	struct pgw_client *client = client_of("{'dialect':'sberbank'}");

	try_trial(*state, client, "paymentOrder", PAYMENT, SBERBANK_CARD);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- past the table */

/* Beside jsonParams they mean something else, or nothing. */
static void one_level_too_high(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	assert_false(build(&built, client, "paymentOrder", PAYMENT, "{'seToken':'t','TEXT':'A','eci':'05'}"));
	assert_string_equal(built.error.message, "paymentOrder: parameter eci is unknown; did you mean eci in jsonParams?");
	built_free(&built);
	pgw_client_free(client);
}

static void by_path_everything_goes(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	assert_true(build_path(&built, client, text_of("rest/paymentorder.do"),
		"{'MDORDER':'o','jsonParams':{'eci':'99','authenticationTypeIndicator':'77'}}"));
	assert_holds(sent_params(&built.request), "{'eci':'99','authenticationTypeIndicator':'77'}");
	built_free(&built);
	pgw_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_level_too_high),
		cmocka_unit_test(by_path_everything_goes),
	};
	int failed = cmocka_run_group_tests_name("own MPI", tests, NULL, NULL);

	failed += RUN_ROWS("own MPI: the tables", own_mpi, is_tried);
	failed += RUN_ROWS("own MPI: 3RI", initiated, is_initiated);
	failed += RUN_ROWS("own MPI: Sberbank", sberbank, is_tried_at_sberbank);
	return failed != 0;
}
