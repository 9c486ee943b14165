/* Currencies, and decimal texts to minor units and back. */
#include "fixture.h"

#include "money.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- the table */

static void table_is_sorted_and_whole(void **state)
{
	int with[5] = {0}, without = 0;
	bool numbers[1000] = {false};
	size_t count;
	const struct pgw_currency *all = pgw_currencies(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(strspn(all[i].code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 3);
		assert_int_equal(all[i].code[3], '\0');
		assert_true(i == 0 || strcmp(all[i - 1].code, all[i].code) < 0);
		assert_uint_in_range(all[i].number, 1, 999);
		assert_false(numbers[all[i].number]);
		numbers[all[i].number] = true;
		if (all[i].digits < 0) {
			assert_int_equal(all[i].code[0], 'X');
			without++;
			continue;
		}
		assert_uint_in_range(all[i].digits, 0, 4);
		with[(int)all[i].digits]++;
	}
	/* As counted in the published list. */
	assert_int_equal(count, 178);
	assert_int_equal(without, 13);
	assert_int_equal(with[0], 17);
	assert_int_equal(with[1], 0);
	assert_int_equal(with[2], 139);
	assert_int_equal(with[3], 7);
	assert_int_equal(with[4], 2);
}

static const struct pgw_currency *find(const char *json, struct pgw_error *error)
{
	char list[64];
	void *node;
	const struct pgw_currency *found;

	snprintf(list, sizeof(list), "{'c':%s}", json);
	node = node_of_json(list);
	found = pgw_currency_find(&pgw_json_tree, pgw_json_tree.member(node, PGW_TEXT("c")), error);
	pgw_json_free(node);
	return found;
}

struct known {
	const char *label; /* JSON */
	const char *code;
	int number, digits;
};

static const struct known known_rows[] = {
	{"'KZT'", "KZT", 398, 2},
	{"'kzt'", "KZT", 398, 2},
	{"'kZt'", "KZT", 398, 2},
	{"'398'", "KZT", 398, 2},
	{"398", "KZT", 398, 2},
	{"'012'", "DZD", 12, 2},
	{"12", "DZD", 12, 2},
	{"'008'", "ALL", 8, 2},
	{"8", "ALL", 8, 2},
	{"'051'", "AMD", 51, 2},
	{"'RUB'", "RUB", 643, 2},
	{"'BYN'", "BYN", 933, 2},
	{"'UZS'", "UZS", 860, 2},
	{"'JPY'", "JPY", 392, 0},
	{"'ISK'", "ISK", 352, 0},
	{"'UYI'", "UYI", 940, 0},
	{"'HUF'", "HUF", 348, 2},
	{"'IQD'", "IQD", 368, 3},
	{"'KWD'", "KWD", 414, 3},
	{"'CLF'", "CLF", 990, 4},
	{"'UYW'", "UYW", 927, 4},
	{"'USN'", "USN", 997, 2},
	{"'AED'", "AED", 784, 2}, /* the first */
	{"'zwg'", "ZWG", 924, 2}, /* the last */
	{"'XCG'", "XCG", 532, 2},
	{"'532'", "XCG", 532, 2},
	{"'XAD'", "XAD", 396, 2},
	{"'SLE'", "SLE", 925, 2},
	{"'VED'", "VED", 926, 2},
	{"'VES'", "VES", 928, 2},
	{"'XAU'", "XAU", 959, -1},
	{"999", "XXX", 999, -1},
};

static void known(void **state)
{
	const struct known *row = *state;
	struct pgw_error error;
	const struct pgw_currency *currency = find(row->label, &error);

	assert_non_null(currency);
	assert_string_equal(currency->code, row->code);
	assert_int_equal(currency->number, row->number);
	assert_int_equal(currency->digits, row->digits);
}

struct label {
	const char *label;
};

static const struct label unknown_rows[] = {
	{"''"},
	{"'KZ'"},
	{"'KZTT'"},
	{"' KZT'"},
	{"'KZT '"},
	{"'K\\u0000T'"},
	{"'12'"},
	{"'0012'"},
	{"'39 '"},
	{"'-12'"},
	{"'+12'"},
	{"'1e2'"},
	{"'ZZZ'"},
	{"'AAA'"},
	{"'@@@'"},
	{"'{{{'"},
	{"'\xC4\xB1SK'"}, /* a dotless i is no I */
	{"'\xD9\xA3'"},
	{"0"},
	{"-398"},
	{"1000"},
	{"9223372036854775807"},
	{"398.0"},
	{"true"},
	{"null"},
	{"[]"},
	{"{}"},
	/* withdrawn */
	{"810"},
	{"'RUR'"},
	{"'BGN'"},
	{"975"},
	{"'ANG'"},
	{"'CUC'"},
	{"'HRK'"},
	{"'SLL'"},
	{"'ZWL'"},
	{"'BYR'"},
};

static void unknown(void **state)
{
	const struct label *row = *state;
	struct pgw_error error = {0};

	assert_null(find(row->label, &error));
	assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
	assert_string_equal(error.message,
		"currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or 398");
}

/* ---------------------------------------------------------------- to minor units */

struct amount {
	const char *label;
	const char *currency;
	int64_t minor_units;
};

static const struct amount good_rows[] = {
	{"0", "KZT", 0},
	{"0.0", "KZT", 0},
	{"0.00", "KZT", 0},
	{"0.01", "KZT", 1},
	{"0.1", "KZT", 10},
	{"1", "KZT", 100},
	{"1.5", "KZT", 150},
	{"1.05", "KZT", 105},
	{"10", "KZT", 1000},
	{"1234.50", "KZT", 123450},
	/* what floats lose: 19.99 * 100 is 1998.9999999999998 */
	{"19.99", "KZT", 1999},
	{"1.15", "KZT", 115},
	{"4.35", "KZT", 435},
	{"9999999999.99", "KZT", INT64_C(999999999999)},
	{"9999999999", "KZT", INT64_C(999999999900)},
	{"0", "JPY", 0},
	{"1234", "JPY", 1234},
	{"999999999999", "JPY", INT64_C(999999999999)},
	{"1.2", "KWD", 1200},
	{"1.234", "KWD", 1234},
	{"999999999.999", "KWD", INT64_C(999999999999)},
	{"0.0001", "CLF", 1},
	{"99999999.9999", "CLF", INT64_C(999999999999)},
};

/* In memory of its own, so that reading past the end shows. */
static bool convert(const char *text, size_t length, const char *code, int64_t *minor_units, struct pgw_error *error)
{
	char json[16], *copy = malloc(length ? length : 1);
	const struct pgw_currency *currency;
	bool good;

	snprintf(json, sizeof(json), "\"%s\"", code);
	currency = find(json, error);
	assert_non_null(currency);
	memcpy(copy, text, length);
	good = pgw_money_to_minor_units(minor_units, (struct pgw_text){copy, length}, currency, error);
	free(copy);
	return good;
}

static void good_amounts(void **state)
{
	const struct amount *row = *state;
	struct pgw_error error = {0};
	int64_t minor_units = -1;

	assert_true(convert(row->label, strlen(row->label), row->currency, &minor_units, &error));
	assert_true(minor_units == row->minor_units);
}

#define PLAIN          "plain digits with a decimal point at most"
#define DIGITS         "at most 12 digits of minor units"
#define BYTES(literal) literal, sizeof(literal) - 1

struct bad {
	const char *label;
	size_t length;
	const char *currency, *message;
};

static const struct bad bad_rows[] = {
	{BYTES(""), "KZT", PLAIN},
	{BYTES("."), "KZT", PLAIN},
	{BYTES(".5"), "KZT", PLAIN},
	{BYTES("5."), "KZT", PLAIN},
	{BYTES("5."), "JPY", PLAIN},
	{BYTES("1.2.3"), "KZT", PLAIN},
	{BYTES("1..2"), "KZT", PLAIN},
	{BYTES("+1"), "KZT", PLAIN},
	{BYTES("-1"), "KZT", PLAIN},
	{BYTES("-0"), "KZT", PLAIN},
	{BYTES("1.-5"), "KZT", PLAIN},
	{BYTES("1e3"), "KZT", PLAIN},
	{BYTES("1E3"), "KZT", PLAIN},
	{BYTES("1.5e1"), "KZT", PLAIN},
	{BYTES("1 234"), "KZT", PLAIN},
	{BYTES("1,234.50"), "KZT", PLAIN},
	{BYTES("12,50"), "KZT", PLAIN},
	{BYTES("1'234"), "KZT", PLAIN},
	{BYTES("1_234"), "KZT", PLAIN},
	{BYTES("1\xC2\xA0"
		   "234"),
		"KZT", PLAIN}, /* a no-break space, as money formatters write it */
	{BYTES(" 1"), "KZT", PLAIN},
	{BYTES("1 "), "KZT", PLAIN},
	{BYTES("1\n"), "KZT", PLAIN},
	{BYTES("\t1"), "KZT", PLAIN},
	{BYTES("1\0"), "KZT", PLAIN},
	{BYTES("1.5\0"), "KZT", PLAIN},
	{BYTES("\xD9\xA1"), "KZT", PLAIN},     /* an Arabic one */
	{BYTES("\xEF\xBC\x91"), "KZT", PLAIN}, /* a wide one */
	{BYTES("0x1F"), "KZT", PLAIN},
	{BYTES("1F"), "KZT", PLAIN},
	{BYTES("NAN"), "KZT", PLAIN},
	{BYTES("1.00 KZT"), "KZT", PLAIN},
	{BYTES("00"), "KZT", PLAIN},
	{BYTES("007"), "KZT", PLAIN},
	{BYTES("00.5"), "KZT", PLAIN},
	{BYTES("01.50"), "KZT", PLAIN},
	{BYTES("1/2"), "KZT", PLAIN},
	{BYTES("1:2"), "KZT", PLAIN},
	{BYTES("1.005"), "KZT", "at most 2 decimals, as KZT has"},
	{BYTES("1.2345"), "KWD", "at most 3 decimals, as KWD has"},
	{BYTES("1.23456"), "UYW", "at most 4 decimals, as UYW has"},
	{BYTES("1.01"), "JPY", "no decimals: JPY has none"},
	{BYTES("10000000000"), "KZT", DIGITS},
	{BYTES("10000000000.00"), "KZT", DIGITS},
	{BYTES("1000000000000"), "JPY", DIGITS},
	{BYTES("100000000.0000"), "CLF", DIGITS},
	{BYTES("18446744073709551616"), "JPY", DIGITS},
	{BYTES("184467440737095516.16"), "KZT", DIGITS},
	{BYTES("1"), "XAU", "currency XAU has no minor unit in ISO 4217"},
	{BYTES("1"), "XXX", "currency XXX has no minor unit in ISO 4217"},
};

static void bad_amounts(void **state)
{
	const struct bad *row = *state;
	struct pgw_error error = {0};
	int64_t minor_units;

	assert_false(convert(row->label, row->length, row->currency, &minor_units, &error));
	assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
	assert_holds(error.message, row->message);
}

static void long_texts_end_early(void **state)
{
	char *nines = repeat("9", 1000000), *zeros = repeat("0", 1000000);
	struct pgw_error error;
	int64_t minor_units;

	(void)state;
	assert_false(convert(nines, 1000000, "KZT", &minor_units, &error));
	assert_holds(error.message, DIGITS);
	assert_false(convert(zeros, 1000000, "KZT", &minor_units, &error));
	assert_holds(error.message, PLAIN);
	free(nines);
	free(zeros);
}

/* ---------------------------------------------------------------- to decimals */

struct decimal {
	const char *label;
	const char *currency;
	int64_t minor_units;
};

static const struct decimal decimal_rows[] = {
	{"0.00", "KZT", 0},
	{"0.01", "KZT", 1},
	{"0.10", "KZT", 10},
	{"1.00", "KZT", 100},
	{"1234.50", "KZT", 123450},
	{"-0.01", "KZT", -1},
	{"-0.10", "KZT", -10},
	{"-1234.50", "KZT", -123450},
	{"9999999999.99", "KZT", INT64_C(999999999999)},
	{"92233720368547758.07", "KZT", INT64_MAX},
	{"-92233720368547758.08", "KZT", INT64_MIN},
	{"0", "JPY", 0},
	{"7", "JPY", 7},
	{"-1234", "JPY", -1234},
	{"-9223372036854775808", "JPY", INT64_MIN},
	{"0.001", "KWD", 1},
	{"1.234", "KWD", 1234},
	{"0.0000", "CLF", 0},
	{"0.0001", "CLF", 1},
	{"-922337203685477.5808", "CLF", INT64_MIN},
};

static void decimals(void **state)
{
	const struct decimal *row = *state;
	char json[16], decimal[PGW_DECIMAL];
	struct pgw_error error;

	snprintf(json, sizeof(json), "\"%s\"", row->currency);
	assert_true(pgw_money_to_decimal(decimal, row->minor_units, find(json, &error), &error));
	assert_string_equal(decimal, row->label);
}

static void no_decimal_without_a_minor_unit(void **state)
{
	char decimal[PGW_DECIMAL];
	struct pgw_error error = {0};

	(void)state;
	assert_false(pgw_money_to_decimal(decimal, 1, find("'XDR'", &error), &error));
	assert_string_equal(error.message, "currency XDR has no minor unit in ISO 4217");
}

/* Every currency with an exponent: random amounts, and those around its borders, there and back. */
static void there_and_back(void **state)
{
	const unsigned seed = 20261;
	size_t count;
	const struct pgw_currency *all = pgw_currencies(&count);

	(void)state;
	srandom(seed);
	print_message("seed %u\n", seed);
	for (size_t i = 0; i < count; i++) {
		for (int j = 0; all[i].digits >= 0 && j < 1000; j++) {
			int64_t large = (((int64_t)random() << 20) ^ random()) % PGW_AMOUNT_LIMIT, back = -1;
			int64_t minor_units = j < 300   ? j
								  : j < 310 ? PGW_AMOUNT_LIMIT - 1 - (j - 300)
								  : j < 600 ? large % 100000
											: large;
			char decimal[PGW_DECIMAL];
			struct pgw_error error;

			assert_true(pgw_money_to_decimal(decimal, minor_units, &all[i], &error));
			assert_true(pgw_money_to_minor_units(&back, text_of(decimal), &all[i], &error));
			if (back != minor_units) {
				fail_msg("%" PRId64 " became %s, and %" PRId64 " in %s", minor_units, decimal, back, all[i].code);
			}
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table_is_sorted_and_whole),
		cmocka_unit_test(long_texts_end_early),
		cmocka_unit_test(no_decimal_without_a_minor_unit),
		cmocka_unit_test(there_and_back),
	};
	int failed = cmocka_run_group_tests_name("money", tests, NULL, NULL);

	failed += RUN_ROWS("money: currencies", known_rows, known);
	failed += RUN_ROWS("money: no currencies", unknown_rows, unknown);
	failed += RUN_ROWS("money: amounts", good_rows, good_amounts);
	failed += RUN_ROWS("money: bad amounts", bad_rows, bad_amounts);
	failed += RUN_ROWS("money: decimals", decimal_rows, decimals);
	return failed != 0;
}
