/* Payments without an order before them: what is sent, byte for byte, what is refused, and what an answer means. */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#define URL          "\"returnUrl\":\"https://s/\""
#define INSTANT      "{\"amount\":100," URL "}"
#define INSTANT_SENT CREDENTIALS "&amount=100&returnUrl=https%3A%2F%2Fs%2F"
#define CARD         "\"pan\":\"4444555511113333\",\"expiry\":203012"
#define CARD_SENT    "&pan=4444555511113333&expiry=203012"
#define CHARGE       "{\"orderNumber\":\"n\",\"bindingId\":\"b\",\"amount\":5}"
#define CHARGED      JSON_CREDENTIALS ",\"orderNumber\":\"n\",\"bindingId\":\"b\",\"amount\":5"
#define INSTALMENT   "{\"orderNumber\":\"n\",\"bindingId\":\"b\",\"amount\":5,\"preAuth\":false}"

/* ---------------------------------------------------------------- what is sent */

struct sent {
	const char *label;
	const char *method;
	const char *options, *arguments, *parameters;
	const char *body;
};

static const struct sent sent_rows[] = {
	{"instantPayment by a card", "instantPayment", "{\"language\":\"en\",\"currency\":\"643\"}", INSTANT,
		"{" CARD ",\"cvc\":123,\"cardholderName\":\"A B\",\"orderNumber\":\"n\"}",
		INSTANT_SENT CARD_SENT "&cvc=123&cardholderName=A%20B&orderNumber=n&language=en&currency=643"},
	{"instantPayment by a binding", "instantPayment", NULL, INSTANT, "{\"bindingId\":\"b\",\"preAuth\":true}",
		INSTANT_SENT "&bindingId=b&preAuth=true"},
	{"instantPayment by a token", "instantPayment", NULL, INSTANT, "{\"seToken\":\"t==\",\"preAuth\":false}",
		INSTANT_SENT "&seToken=t%3D%3D&preAuth=false"},
	{"instantPayment, one date", "instantPayment", NULL, INSTANT,
		"{\"bindingId\":\"b\",\"autoReverseDate\":\"2026-11-22T00:00:00\"}",
		INSTANT_SENT "&bindingId=b&autoReverseDate=2026-11-22T00%3A00%3A00"},
	{"instantPayment of a holder to verify", "instantPayment", NULL, "{\"amount\":0," URL "}",
		"{\"bindingId\":\"b\",\"features\":[\"VERIFY\",\"FORCE_TDS\"]}",
		CREDENTIALS "&amount=0&returnUrl=https%3A%2F%2Fs%2F&bindingId=b&features=VERIFY&features=FORCE_TDS"},
	/* the first method with both features and bindingNotNeeded */
	{"a binding by force", "instantPayment", NULL, INSTANT,
		"{" CARD ",\"features\":\"FORCE_CREATE_BINDING\",\"clientId\":\"c\",\"bindingNotNeeded\":false}",
		INSTANT_SENT CARD_SENT "&features=FORCE_CREATE_BINDING&clientId=c&bindingNotNeeded=false"},
	{"a binding by force, null", "instantPayment", NULL, INSTANT,
		"{" CARD ",\"bindingNotNeeded\":null,\"clientId\":\"c\",\"features\":\"FORCE_CREATE_BINDING\"}",
		INSTANT_SENT CARD_SENT "&clientId=c&features=FORCE_CREATE_BINDING"},
	{"no binding", "instantPayment", NULL, INSTANT,
		"{" CARD ",\"bindingNotNeeded\":true,\"features\":\"AUTO_PAYMENT\"}",
		INSTANT_SENT CARD_SENT "&bindingNotNeeded=true&features=AUTO_PAYMENT"},
	{"motoPayment", "motoPayment", "{\"language\":\"en\"}", INSTANT,
		"{" CARD ",\"cardholder\":\"A B\",\"jsonParams\":{\"paymentWay\":\"CARD_MOTO\"}}",
		INSTANT_SENT CARD_SENT "&cardholder=A%20B&jsonParams=%7B%22paymentWay%22%3A%22CARD_MOTO%22%7D&language=en"},
	{"recurrentPayment", "recurrentPayment", NULL, CHARGE, NULL, CHARGED "}"},
	{"recurrentPayment, the rest", "recurrentPayment", "{\"language\":\"en\",\"currency\":\"643\"}", CHARGE,
		"{\"preAuth\":true,\"feeInput\":7,\"features\":[\"A\",\"B\"],\"additionalParameters\":{\"recurringFrequency\":"
		"\"028\",\"recurringExpiry\":20301231,\"own\":1.5}}",
		CHARGED ",\"preAuth\":true,\"feeInput\":7,\"features\":\"A;B\",\"additionalParameters\":{"
				"\"recurringFrequency\":28,\"recurringExpiry\":\"20301231\",\"own\":1.5},"
				"\"language\":\"en\",\"currency\":\"643\"}"},
	{"recurrentPayment of a holder to verify", "recurrentPayment", NULL,
		"{\"orderNumber\":\"n\",\"bindingId\":\"b\",\"amount\":0}", "{\"features\":\"VERIFY\"}",
		JSON_CREDENTIALS ",\"orderNumber\":\"n\",\"bindingId\":\"b\",\"amount\":0,\"features\":\"VERIFY\"}"},
	{"installmentPayment", "installmentPayment", NULL, INSTALMENT, NULL, CHARGED ",\"preAuth\":false}"},
	{"installmentPayment, a hold", "installmentPayment", NULL, NULL,
		"{\"orderNumber\":\"n\",\"bindingId\":\"b\",\"amount\":5,\"preAuth\":true}", CHARGED ",\"preAuth\":true}"},
};

static void sends(void **state)
{
	const struct sent *row = *state;
	struct pgw_client *client = client_of(row->options);
	struct built built;
	char uri[128];

	if (!build(&built, client, row->method, row->arguments, row->parameters)) {
		fail_msg("%s", built.error.message);
	}
	assert_string_equal(built.request.body.at, row->body);
	snprintf(uri, sizeof(uri), BASE_URI "%s", built.request.wire->path);
	assert_string_equal(built.request.uri, uri);
	assert_int_equal(built.request.json, row->body[0] == '{');
	assert_true(built.request.changes);
	assert_false(built.request.repeatable);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- what is refused */

struct refused {
	const char *label;
	const char *method;
	const char *arguments, *parameters;
	const char *part; /* of the message */
};

static const struct refused refused_rows[] = {
	{"neither card nor binding", "instantPayment", INSTANT, "{}", "pan"},
	{"a card without its date", "instantPayment", INSTANT, "{\"pan\":\"4444555511113333\"}", "expiry"},
	{"both dates", "instantPayment", INSTANT,
		"{\"bindingId\":\"b\",\"autocompletionDate\":\"2026-11-22T00:00:00\",\"autoReverseDate\":\"2026-11-22T00:00:"
		"00\"}",
		"autocompletionDate"},
	{"both dates of a letter", "motoPayment", INSTANT,
		"{" CARD ",\"cardholder\":\"A\",\"autocompletionDate\":\"2026-11-22T00:00:00\",\"autoReverseDate\":"
		"\"2026-11-22T00:00:00\"}",
		"autocompletionDate"},
	{"0", "instantPayment", "{\"amount\":0," URL "}", "{\"bindingId\":\"b\"}",
		"instantPayment: amount may be 0 only with the feature VERIFY"},
	{"VERIFY charges nothing", "instantPayment", INSTANT, "{\"bindingId\":\"b\",\"features\":\"VERIFY\"}",
		"charges nothing: amount must be 0"},
	{"a binding of nobody", "instantPayment", INSTANT, "{" CARD ",\"features\":\"FORCE_CREATE_BINDING\"}",
		"FORCE_CREATE_BINDING needs clientId"},
	{"a second binding", "instantPayment", INSTANT,
		"{" CARD ",\"features\":\"FORCE_CREATE_BINDING\",\"clientId\":\"c\",\"bindingId\":\"b\"}",
		"FORCE_CREATE_BINDING goes without"},
	{"a binding that is not needed", "instantPayment", INSTANT,
		"{" CARD ",\"bindingNotNeeded\":true,\"features\":[\"A\",\"FORCE_CREATE_BINDING\"],\"clientId\":\"c\"}",
		"FORCE_CREATE_BINDING goes without"},
	{"AUTO_PAYMENT by force of 3-D Secure", "motoPayment", INSTANT,
		"{" CARD ",\"cardholder\":\"A\",\"features\":[\"AUTO_PAYMENT\",\"FORCE_TDS\"]}", "AUTO_PAYMENT excludes"},
	{"a letter without a card", "motoPayment", INSTANT, "{\"cardholder\":\"A\",\"expiry\":\"203012\"}",
		"pan is missing"},
	{"a letter without a date", "motoPayment", INSTANT, "{\"cardholder\":\"A\",\"pan\":\"4444555511113333\"}",
		"expiry is missing"},
	{"a letter without a name", "motoPayment", INSTANT, "{" CARD "}", "cardholder is missing"},
	{"the other name of the holder", "motoPayment", INSTANT, "{" CARD ",\"cardholderName\":\"A\"}",
		"did you mean cardholder?"},
	{"recurring too rarely", "recurrentPayment", CHARGE, "{\"additionalParameters\":{\"recurringFrequency\":29}}",
		"recurrentPayment: additionalParameters.recurringFrequency must be a number from 1 to 28"},
	{"recurring always", "recurrentPayment", CHARGE, "{\"additionalParameters\":{\"recurringFrequency\":\"0\"}}",
		"a number from 1 to 28"},
	{"recurring until a day with bars", "recurrentPayment", CHARGE,
		"{\"additionalParameters\":{\"recurringExpiry\":\"2030-12-31\"}}", "recurringExpiry must be decimal digits"},
	{"a charge by a false binding", "recurrentPayment", CHARGE, "{\"features\":\"FORCE_CREATE_BINDING\"}",
		"FORCE_CREATE_BINDING needs clientId"},
	{"a hold or not", "installmentPayment", CHARGE, NULL, "installmentPayment: preAuth is missing"},
	{"null for a hold", "installmentPayment", CHARGE, "{\"preAuth\":null}", "preAuth is missing"},
	{"a text for a hold", "installmentPayment", CHARGE, "{\"preAuth\":\"false\"}", "preAuth must be a bool"},
	{"a list of addresses", "installmentPayment", INSTALMENT, "{\"billingPayerData\":[{}]}",
		"billingPayerData must be"},
};

static void refuses(void **state)
{
	const struct refused *row = *state;
	struct pgw_client *client = client_of(NULL);
	struct built built;

	assert_false(build(&built, client, row->method, row->arguments, row->parameters));
	assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
	assert_memory_equal(built.error.message, row->method, strlen(row->method));
	assert_holds(built.error.message, row->part);
	assert_lacks(built.error.message, "4444555511113333");
	assert_null(built.request.body.at);
	built_free(&built);
	pgw_client_free(client);
}

int main(void)
{
	int failed = RUN_ROWS("payments: sent", sent_rows, sends);

	failed += RUN_ROWS("payments: refused", refused_rows, refuses);
	return failed != 0;
}
