/* The table of methods against its own rules, and against the documentation. */
#include "fixture.h"

#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BITMAP_BITS = 64, LONGEST_NAME = 64 };

/* ---------------------------------------------------------------- facts, copied by hand from the documentation */

/*
 * A number of 0 and 0 means that the documentation gives no length. Amounts are Integer[0..12] or String[0..12] there:
 * the zero of theirs is an amount's, not a length's.
 */
struct fact {
	const char *name;
	char obligation; /* M, O or C */
	unsigned short minimum, maximum;
};

#define PAYER_FACTS \
	{"mcc", 'O', 4, 4}, {"mvv", 'O', 1, 10}, {"paymentFacilitator", 'O', 0, 0}, {"billingPayerData", 'O', 0, 0}, \
		{"shippingPayerData", 'O', 0, 0}, {"preOrderPayerData", 'O', 0, 0}, \
	{ \
		"orderPayerData", 'O', 0, 0 \
	}

#define REGISTRATION_FACTS \
	{"orderNumber", 'M', 1, 36}, {"amount", 'M', 0, 12}, {"currency", 'O', 3, 3}, {"returnUrl", 'M', 1, 512}, \
		{"failUrl", 'O', 1, 512}, {"dynamicCallbackUrl", 'O', 1, 512}, {"description", 'O', 1, 598}, \
		{"language", 'O', 2, 2}, {"ip", 'O', 1, 39}, {"clientId", 'O', 0, 255}, {"merchantLogin", 'O', 1, 255}, \
		{"cardholderName", 'O', 1, 150}, {"jsonParams", 'O', 0, 0}, {"sessionTimeoutSecs", 'O', 1, 9}, \
		{"expirationDate", 'O', 19, 19}, {"bindingId", 'O', 1, 255}, {"features", 'O', 0, 0}, \
		{"postAddress", 'O', 1, 255}, {"orderBundle", 'O', 0, 0}, {"feeInput", 'O', 0, 8}, {"email", 'O', 1, 40}, \
		PAYER_FACTS, \
	{ \
		"billingAndShippingAddressMatchIndicator", 'O', 1, 1 \
	}

static const struct fact register_facts[] = {REGISTRATION_FACTS, {NULL, 0, 0, 0}};

static const struct fact register_pre_auth_facts[] = {
	REGISTRATION_FACTS, {"autocompletionDate", 'O', 19, 19}, {"autoReverseDate", 'O', 19, 19}, {NULL, 0, 0, 0}};

static const struct fact deposit_facts[] = {
	{"orderId", 'C', 1, 36},
	{"orderNumber", 'C', 1, 36},
	{"merchantLogin", 'C', 1, 255},
	{"amount", 'M', 0, 12},
	{"depositItems", 'O', 0, 0},
	{"language", 'O', 2, 2},
	{"currency", 'O', 3, 3},
	{"jsonParams", 'O', 0, 0},
	{NULL, 0, 0, 0},
};

static const struct fact reverse_facts[] = {
	{"orderId", 'C', 1, 36},
	{"orderNumber", 'C', 1, 36},
	{"merchantLogin", 'C', 1, 255},
	{"language", 'O', 2, 2},
	{"jsonParams", 'O', 0, 0},
	{"amount", 'O', 0, 12},
	{"currency", 'O', 3, 3},
	{NULL, 0, 0, 0},
};

static const struct fact refund_facts[] = {
	{"orderId", 'C', 1, 36},
	{"orderNumber", 'C', 1, 36},
	{"merchantLogin", 'C', 1, 255},
	{"amount", 'M', 0, 12},
	{"language", 'O', 2, 2},
	{"jsonParams", 'O', 0, 0},
	{"expectedDepositedAmount", 'O', 1, 12},
	{"externalRefundId", 'O', 1, 32},
	{"currency", 'O', 3, 3},
	{"refundItems", 'O', 0, 0},
	{NULL, 0, 0, 0},
};

static const struct fact decline_facts[] = {
	{"merchantLogin", 'O', 1, 255},
	{"language", 'O', 2, 2},
	{"orderId", 'M', 1, 36},
	{"orderNumber", 'M', 1, 36},
	{NULL, 0, 0, 0},
};

static const struct fact status_facts[] = {
	{"orderId", 'C', 1, 36},
	{"orderNumber", 'C', 1, 36},
	{"language", 'O', 2, 2},
	{"merchantLogin", 'O', 1, 255},
	{NULL, 0, 0, 0},
};

static const struct fact payment_facts[] = {
	{"MDORDER", 'M', 1, 36},
	{"$PAN", 'M', 1, 19},
	{"$CVC", 'M', 3, 3},
	{"YYYY", 'M', 4, 4},
	{"MM", 'M', 2, 2},
	{"$EXPIRY", 'C', 6, 6},
	{"seToken", 'C', 0, 8192},
	{"TEXT", 'M', 1, 512},
	{"language", 'M', 2, 2},
	{"ip", 'O', 1, 39},
	{"bindingNotNeeded", 'O', 0, 0},
	{"jsonParams", 'O', 0, 0},
	{"threeDSSDK", 'O', 0, 0},
	{"email", 'C', 1, 40},
	PAYER_FACTS,
	{"tii", 'O', 0, 0},
	{"externalScaExemptionIndicator", 'O', 0, 0},
	{"clientBrowserInfo", 'O', 0, 0},
	{"originalPaymentNetRefNum", 'C', 1, 36},
	{"originalPaymentDate", 'C', 0, 0},
	{"threeDSServerTransId", 'O', 1, 36},
	{"threeDSVer2FinishUrl", 'O', 1, 512},
	{"threeDSMethodNotificationUrl", 'O', 1, 512},
	{"threeDSProtocolVersion", 'O', 5, 5},
	{NULL, 0, 0, 0},
};

static const struct fact bindings_facts[] = {
	{"clientId", 'M', 0, 255},
	{"language", 'O', 2, 2},
	{"bindingId", 'O', 1, 255},
	{"bindingType", 'O', 0, 0},
	{"showExpired", 'O', 0, 0},
	{"merchantLogin", 'O', 1, 255},
	{NULL, 0, 0, 0},
};

/* What a row says otherwise on purpose. */
static const struct {
	const char *method; /* NULL: every one */
	struct fact fact;
} differences[] = {
	{NULL, {"language", 'O', 2, 2}},         /* every bank has a default */
	{"register", {"clientId", 'O', 1, 255}}, /* an empty one is as good as none */
	{"registerPreAuth", {"clientId", 'O', 1, 255}}, {"getBindings", {"clientId", 'M', 1, 255}},
	{"getBindings", {"bindingType", 'O', 1, 1}}, /* C, R or I */
	{"paymentOrder", {"$PAN", 'C', 12, 19}},     /* not with seToken; no scheme has shorter numbers */
	{"paymentOrder", {"$CVC", 'O', 3, 4}},       /* a permission does without; American Express prints four digits */
	{"paymentOrder", {"YYYY", 'C', 4, 4}}, {"paymentOrder", {"MM", 'C', 2, 2}},
	{"paymentOrder", {"seToken", 'C', 1, 8192}}, {"paymentOrder", {"tii", 'O', 0, 2}},
	{"paymentOrder", {"externalScaExemptionIndicator", 'O', 3, 3}}, /* LVP or TRA */
	{"paymentOrder", {"originalPaymentDate", 'C', 1, 19}},          /* milliseconds in 64 bits */
};

static const struct documented {
	const char *label; /* the method */
	const char *path;
	const struct fact *facts;
	unsigned flags;
	const char *inquiry;
} documentation[] = {
	{"register", "rest/register.do", register_facts, PGW_CHANGES | PGW_TAKES_TOKEN, "orderNumber"},
	{"registerPreAuth", "rest/registerPreAuth.do", register_pre_auth_facts, PGW_CHANGES | PGW_TAKES_TOKEN,
		"orderNumber"},
	{"deposit", "rest/deposit.do", deposit_facts, PGW_CHANGES, "orderId"},
	{"reverse", "rest/reverse.do", reverse_facts, PGW_CHANGES, "orderId"},
	{"refund", "rest/refund.do", refund_facts, PGW_CHANGES, "orderId"},
	{"decline", "rest/decline.do", decline_facts, PGW_CHANGES, "orderId"},
	{"getOrderStatusExtended", "rest/getOrderStatusExtended.do", status_facts, PGW_TAKES_TOKEN, NULL},
	{"paymentOrder", "rest/paymentorder.do", payment_facts, PGW_CHANGES | PGW_PAYS, "orderId"},
	{"getBindings", "rest/getBindings.do", bindings_facts, 0, NULL},
};

static struct fact expected_of(const char *method, const struct fact *fact)
{
	for (size_t i = 0; i < COUNT(differences); i++) {
		if (strcmp(differences[i].fact.name, fact->name) == 0 &&
			(!differences[i].method || strcmp(differences[i].method, method) == 0)) {
			return differences[i].fact;
		}
	}
	return *fact;
}

static const struct pgw_parameter *parameter_of(const struct pgw_method *row, const char *name)
{
	for (const struct pgw_parameter *parameter = row->parameters; parameter->name; parameter++) {
		if (strcmp(parameter->name, name) == 0) {
			return parameter;
		}
	}
	return NULL;
}

static size_t parameter_count(const struct pgw_method *row)
{
	size_t count = 0;

	while (row->parameters[count].name) {
		count++;
	}
	return count;
}

static void compare_with_fact(const struct pgw_method *row, const struct fact *fact)
{
	struct fact expected = expected_of(row->name, fact);
	const struct pgw_parameter *parameter = parameter_of(row, fact->name);
	unsigned short minimum, maximum;

	if (!parameter) {
		fail_msg("%s lacks %s", row->name, fact->name);
		return;
	}
	minimum = parameter->minimum;
	maximum = parameter->maximum;
	if (parameter->type == PGW_TAKES_AMOUNT) {
		minimum = expected.minimum;
	}
	if (parameter->type == PGW_TAKES_TEXTS) {
		assert_int_equal(maximum, 1024); /* of each value */
		minimum = maximum = 0;
	}
	if (minimum != expected.minimum || maximum != expected.maximum) {
		fail_msg("%s: %s has %d..%d, documented are %d..%d", row->name, fact->name, parameter->minimum,
			parameter->maximum, expected.minimum, expected.maximum);
	}
	if (!(parameter->flags & PGW_MANDATORY) != (expected.obligation != 'M')) {
		fail_msg("%s: is %s mandatory? documented is %c", row->name, fact->name, expected.obligation);
	}
}

static void row_equals_documentation(void **state)
{
	const struct documented *documented = *state;
	const struct pgw_method *row = pgw_method_find(text_of(documented->label));
	size_t count = 0;

	assert_non_null(row);
	assert_string_equal(row->path, documented->path);
	assert_int_equal(row->flags, documented->flags);
	if (documented->inquiry) {
		assert_string_equal(row->inquiry, documented->inquiry);
	} else {
		assert_null(row->inquiry);
	}
	for (const struct fact *fact = documented->facts; fact->name; fact++, count++) {
		compare_with_fact(row, fact);
	}
	assert_int_equal(parameter_count(row), count);
}

static void every_row_is_documented_here(void **state)
{
	size_t count = 0;

	(void)state;
	while (pgw_methods()[count].name) {
		count++;
	}
	assert_int_equal(count, COUNT(documentation));
}

/* ---------------------------------------------------------------- the search */

static void find_finds_every_row(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		assert_ptr_equal(pgw_method_find(text_of(row->name)), row);
	}
}

static void find_finds_nothing_else(void **state)
{
	static const char *const names[] = {
		"",
		"a",
		"zzz",
		"Register",
		"REGISTER",
		"registerPreAuth ",
		" register",
		"register.do",
		"rest/register.do",
		"paymentorder",
		"getbindings",
		"registerPreAut\xFF",
		"\xFF\xFE",
		"decline|deposit",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		if (pgw_method_find(text_of(names[i]))) {
			fail_msg("found: \"%s\"", names[i]);
		}
	}
	assert_null(pgw_method_find((struct pgw_text){"register\0", 9}));
	assert_null(pgw_method_find((struct pgw_text){"\0register", 9}));
}

/* `registerPreAuth` begins with a row's name too, so a prefix is right only when a row is called so. */
static void find_takes_no_prefix_for_a_name(void **state)
{
	char longer[LONGEST_NAME + 2], other[LONGEST_NAME + 2];

	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		size_t length = strlen(row->name);

		for (size_t part = 0; part < length; part++) {
			const struct pgw_method *found = pgw_method_find((struct pgw_text){row->name, part});

			assert_true(!found || strlen(found->name) == part);
		}
		snprintf(longer, sizeof(longer), "%sX", row->name);
		assert_null(pgw_method_find(text_of(longer)));
		snprintf(other, sizeof(other), "%s", row->name);
		other[0] = (char)toupper((unsigned char)other[0]);
		assert_null(pgw_method_find(text_of(other)));
	}
}

/* ---------------------------------------------------------------- the rules of the table itself */

static void rows_are_sorted(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name && row[1].name; row++) {
		if (strcmp(row->name, row[1].name) >= 0) {
			fail_msg("%s stands before %s", row->name, row[1].name);
		}
	}
}

static void check_parameter(const struct pgw_method *row, const struct pgw_parameter *parameter)
{
	static const char *const credentials[] = {"userName", "password", "token"};

	assert_true(strlen(parameter->name) > 0 && strlen(parameter->name) < LONGEST_NAME);
	assert_true(parameter->minimum <= parameter->maximum);
	assert_true(parameter->type != PGW_TAKES_AMOUNT || (parameter->maximum > 0 && parameter->maximum <= 18));
	assert_true(parameter->type != PGW_TAKES_DIGITS || parameter->maximum > 0);
	assert_true(!(parameter->flags & (PGW_ZERO | PGW_ZERO_WITH_VERIFY)) || parameter->type == PGW_TAKES_AMOUNT);
	assert_true(!parameter->argument || strcmp(parameter->argument, parameter->name) != 0);
	for (size_t i = 0; i < COUNT(credentials); i++) {
		assert_string_not_equal(parameter->name, credentials[i]);
	}
	for (const struct pgw_parameter *other = parameter + 1; other->name; other++) {
		const char *name = parameter->argument ? parameter->argument : parameter->name;

		if (strcmp(other->name, parameter->name) == 0 || strcmp(other->name, name) == 0) {
			fail_msg("%s has %s twice", row->name, other->name);
		}
	}
}

static void parameters_are_sane(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		assert_true(parameter_count(row) <= BITMAP_BITS);
		for (const struct pgw_parameter *parameter = row->parameters; parameter->name; parameter++) {
			check_parameter(row, parameter);
		}
	}
}

/* Each word must be a parameter, else the rule that it is part of can never be met. */
static void check_words(const struct pgw_method *row, const char *words)
{
	char *copy = strdup(words), *rest = copy, *word;

	while ((word = strsep(&rest, "|"))) {
		if (!parameter_of(row, word)) {
			fail_msg("%s: \"%s\" names no parameter: %s", row->name, words, word);
		}
		assert_true(pgw_words_hold(words, word));
	}
	free(copy);
}

static void words_name_parameters(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		for (const char *const *words = row->one_of; words && *words; words++) {
			check_words(row, *words);
		}
		if (row->repeatable_with) {
			check_words(row, row->repeatable_with);
		}
		if (row->inquiry) {
			assert_true(strcmp(row->inquiry, "orderId") == 0 || strcmp(row->inquiry, "orderNumber") == 0);
		}
	}
}

/* The reply's words are cut out into a small array. */
static void reply_words_are_short(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		for (const char *at = row->reply_holds; at && *at; at += strcspn(at, "|"), at += *at == '|') {
			assert_in_range(strcspn(at, "|"), 1, LONGEST_NAME - 1);
		}
	}
}

static void meanings_are_sane(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		assert_non_null(row->meanings);
		for (const struct pgw_meaning *meaning = row->meanings; meaning->code; meaning++) {
			assert_in_range(meaning->kind, PGW_ERROR_GATEWAY, PGW_ERROR_SYSTEM);
			assert_non_null(meaning->text);
			for (const struct pgw_meaning *other = meaning + 1; other->code; other++) {
				assert_true(other->code != meaning->code);
			}
		}
		assert_true(!row->empty_list || row->empty_code != 0);
	}
}

/* A card's number, its code and the token that holds both are the only secrets a row can hold. */
static void secrets_are_marked(void **state)
{
	static const char *const secrets[] = {"$PAN", "$CVC", "seToken"};

	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		for (size_t i = 0; i < COUNT(secrets); i++) {
			const struct pgw_parameter *parameter = parameter_of(row, secrets[i]);

			assert_true(!parameter || parameter->flags & PGW_SECRET);
		}
	}
}

/* Only what the documentation gives an idempotency key may be repeated, and only a read changes nothing. */
static void only_refund_is_repeatable(void **state)
{
	(void)state;
	for (const struct pgw_method *row = pgw_methods(); row->name; row++) {
		bool refund = strcmp(row->name, "refund") == 0, read = strncmp(row->name, "get", 3) == 0;

		assert_true(!row->repeatable_with == !refund);
		assert_true(!(row->flags & PGW_CHANGES) == read);
	}
}

/* What an amount of 0 means differs by method. */
static void zero_amounts(void **state)
{
	static const struct {
		const char *method;
		unsigned flags;
	} rules[] = {
		{"deposit", PGW_ZERO},
		{"refund", 0},
		{"reverse", 0},
		{"register", PGW_ZERO_WITH_VERIFY},
		{"registerPreAuth", PGW_ZERO_WITH_VERIFY},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rules); i++) {
		const struct pgw_parameter *amount = parameter_of(pgw_method_find(text_of(rules[i].method)), "amount");

		assert_int_equal(amount->type, PGW_TAKES_AMOUNT);
		assert_int_equal(amount->flags & (PGW_ZERO | PGW_ZERO_WITH_VERIFY), rules[i].flags);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(find_finds_every_row),
		cmocka_unit_test(find_finds_nothing_else),
		cmocka_unit_test(find_takes_no_prefix_for_a_name),
		cmocka_unit_test(rows_are_sorted),
		cmocka_unit_test(parameters_are_sane),
		cmocka_unit_test(words_name_parameters),
		cmocka_unit_test(reply_words_are_short),
		cmocka_unit_test(meanings_are_sane),
		cmocka_unit_test(secrets_are_marked),
		cmocka_unit_test(only_refund_is_repeatable),
		cmocka_unit_test(zero_amounts),
		cmocka_unit_test(every_row_is_documented_here),
	};
	int failed = cmocka_run_group_tests_name("methods", tests, NULL, NULL);

	failed += RUN_ROWS("methods: documentation", documentation, row_equals_documentation);
	return failed != 0;
}
