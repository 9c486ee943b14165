/* The presets against the client's own checks, and against what their documents say. */
#include "fixture.h"

#include "text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct preset {
	const char *label; /* the name */
	const char *base_uri, *dialect, *timezone;
	bool token_everywhere;
};

/* From the published documents: Alfa-Bank's zone and VTB's and Sberbank's are not published. */
static const struct preset presets[] = {
	{"alfabank", "https://pay.alfabank.ru/payment/", "classic", NULL, true},
	{"alfabank-test", "https://alfa.rbsuat.com/payment/", "classic", NULL, true},
	{"bereke", "https://securepayments.berekebank.kz/payment/", "classic", "+03:00", false},
	{"bereke-test", "https://3dsec.berekebank.kz/payment/", "classic", "+03:00", false},
	{"bpc-test", "https://dev.bpcbt.com/payment/", "classic", "UTC", false},
	{"bpsprocessing-test", "https://dev.bpsprocessing.ru/payment/", "classic", "UTC", false},
	{"sberbank", "https://ecommerce.sberbank.ru/ecomm/gw/partner/api/v1/", "sberbank", NULL, true},
	{"sberbank-classic", "https://securepayments.sberbank.ru/payment/", "classic", NULL, true},
	{"sberbank-classic-test", "https://3dsec.sberbank.ru/payment/", "classic", NULL, true},
	{"sberbank-test", "https://ecomtest.sberbank.ru/ecomm/gw/partner/api/v1/", "sberbank", NULL, true},
	{"vtb-kz", "https://payment.vtb.kz/payment/", "classic", NULL, false},
	{"vtb-kz-test", "https://vtbkz.rbsuat.com/payment/", "classic", NULL, false},
};

static void is_as_published(void **state)
{
	const struct preset *preset = *state;
	const struct pgw_bank *bank = pgw_bank_find(text_of(preset->label));

	assert_non_null(bank);
	assert_string_equal(bank->name, preset->label);
	assert_string_equal(bank->base_uri, preset->base_uri);
	assert_string_equal(pgw_dialect_name(bank->dialect), preset->dialect);
	assert_int_equal(bank->token_everywhere, preset->token_everywhere);
	assert_true(!bank->timezone == !preset->timezone);
	assert_true(!bank->timezone || strcmp(bank->timezone, preset->timezone) == 0);
}

/* The client checks and keeps the base URI as it is written, so no preset is changed on the way. */
static void makes_a_client(void **state)
{
	const struct preset *preset = *state;
	struct pgw_client *client = client_of_bank(preset->label, NULL);
	struct pgw_client_facts facts = pgw_client_show(client);

	assert_string_equal(facts.base_uri, preset->base_uri);
	assert_string_equal(facts.dialect, preset->dialect);
	assert_string_equal(facts.user_name, USER_NAME);
	assert_false(facts.extra_parameters);
	pgw_client_free(client);
}

static void calls_what_the_dialect_has(void **state)
{
	const struct preset *preset = *state;
	struct pgw_client *client = client_of_bank(preset->label, NULL);
	enum pgw_dialect dialect = pgw_bank_find(text_of(preset->label))->dialect;

	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		const char *path = method->wire[dialect].path;
		char uri[256];
		struct built built;

		if (path) {
			build_any(&built, client, method->name);
			const char *root = strchr(strstr(preset->base_uri, "://") + 3, '/');
			int base = (int)(path[0] == '/' ? (size_t)(root - preset->base_uri) : strlen(preset->base_uri));

			snprintf(uri, sizeof(uri), "%.*s%s", base, preset->base_uri, path);
			assert_string_equal(built.request.uri, uri);
			assert_int_equal(built.request.body.at[0] == '{', method->wire[dialect].json);
			built_free(&built);
		}
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- the array */

static void every_bank_is_here(void **state)
{
	size_t count = 0;

	(void)state;
	while (pgw_banks()[count].name) {
		count++;
	}
	assert_int_equal(count, COUNT(presets));
}

static void names_are_unique_and_sorted(void **state)
{
	(void)state;
	for (const struct pgw_bank *bank = pgw_banks(); bank->name; bank++) {
		assert_true(!bank[1].name || strcmp(bank->name, bank[1].name) < 0);
		for (const char *c = bank->name; *c; c++) {
			assert_true(islower((unsigned char)*c) || *c == '-');
		}
	}
}

static void base_uris_are_unique(void **state)
{
	(void)state;
	for (const struct pgw_bank *bank = pgw_banks(); bank->name; bank++) {
		for (const struct pgw_bank *other = bank + 1; other->name; other++) {
			assert_string_not_equal(bank->base_uri, other->base_uri);
		}
	}
}

static bool is_offset(const char *zone)
{
	return strlen(zone) == 6 && (zone[0] == '+' || zone[0] == '-') && isdigit((unsigned char)zone[1]) &&
		   isdigit((unsigned char)zone[2]) && zone[3] == ':' && isdigit((unsigned char)zone[4]) &&
		   isdigit((unsigned char)zone[5]);
}

/* DateTimeZone takes offsets and names; of the names only UTC is sure to be there, and never has a summer. */
static void zones_and_sources_are_texts(void **state)
{
	(void)state;
	for (const struct pgw_bank *bank = pgw_banks(); bank->name; bank++) {
		assert_true(!bank->timezone || strcmp(bank->timezone, "UTC") == 0 || is_offset(bank->timezone));
		assert_true(!bank->timezone == !!strstr(bank->source, "zone not published"));
		assert_uint_in_range(pgw_text_characters(text_of(bank->source)), 10, 200);
	}
}

static void finds_nothing_else(void **state)
{
	static const char *const names[] = {"", "Alfabank", "alfa", "alfabank ", "alfabank-tes", "alfabank-test2", "sber"};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		assert_null(pgw_bank_find(text_of(names[i])));
	}
	assert_null(pgw_bank_find((struct pgw_text){"alfabank\0", 9}));
}

/* ---------------------------------------------------------------- beside the options */

/* An option says more than the preset; the base URI beside a preset counts for nothing. */
static void options_go_over_the_preset(void **state)
{
	struct pgw_client *client = client_of_bank("bereke-test", "{'dialect':'sberbank','timezone':'UTC'}");

	(void)state;
	assert_string_equal(pgw_client_show(client).dialect, "sberbank");
	assert_string_equal(pgw_client_show(client).base_uri, "https://3dsec.berekebank.kz/payment/");
	pgw_client_free(client);
}

static void credentials_are_needed_still(void **state)
{
	struct pgw_error error;

	(void)state;
	assert_null(pgw_client_create(pgw_bank_find(text_of("bereke")), text_of(NULL), text_of(NULL), text_of(NULL),
		text_of(NULL), NULL, &pgw_json_tree, NULL, &error));
	assert_holds(error.message, "credentials are missing");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_bank_is_here),
		cmocka_unit_test(names_are_unique_and_sorted),
		cmocka_unit_test(base_uris_are_unique),
		cmocka_unit_test(zones_and_sources_are_texts),
		cmocka_unit_test(finds_nothing_else),
		cmocka_unit_test(options_go_over_the_preset),
		cmocka_unit_test(credentials_are_needed_still),
	};
	int failed = RUN_ROWS("banks: published", presets, is_as_published);

	failed += RUN_ROWS("banks: clients", presets, makes_a_client);
	failed += RUN_ROWS("banks: calls", presets, calls_what_the_dialect_has);
	failed += cmocka_run_group_tests_name("banks", tests, NULL, NULL);
	return failed != 0;
}
