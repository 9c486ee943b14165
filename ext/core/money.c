/* Currencies, and amounts as decimal texts. */
#include "money.h"

#include "error.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

/*
 * ISO 4217, list one: current currencies and funds, as published on 2026-09-17 by SIX, the maintenance agency:
 * https://www.six-group.com/dam/download/financial-information/data-center/iso-currrency/lists/list-one.xml
 * Up to amendment 180: XCG replaced ANG, ZWG replaced ZWL, XAD is new, CUC and BGN are gone.
 *
 * Sorted by code. The numbers are unique too. The last column is the exponent, -1 where the list says "N.A.".
 */
static const struct pgw_currency currencies[] = {{"AED", 784, 2}, {"AFN", 971, 2}, {"ALL", 8, 2}, {"AMD", 51, 2},
	{"AOA", 973, 2}, {"ARS", 32, 2}, {"AUD", 36, 2}, {"AWG", 533, 2}, {"AZN", 944, 2}, {"BAM", 977, 2}, {"BBD", 52, 2},
	{"BDT", 50, 2}, {"BHD", 48, 3}, {"BIF", 108, 0}, {"BMD", 60, 2}, {"BND", 96, 2}, {"BOB", 68, 2}, {"BOV", 984, 2},
	{"BRL", 986, 2}, {"BSD", 44, 2}, {"BTN", 64, 2}, {"BWP", 72, 2}, {"BYN", 933, 2}, {"BZD", 84, 2}, {"CAD", 124, 2},
	{"CDF", 976, 2}, {"CHE", 947, 2}, {"CHF", 756, 2}, {"CHW", 948, 2}, {"CLF", 990, 4}, {"CLP", 152, 0},
	{"CNY", 156, 2}, {"COP", 170, 2}, {"COU", 970, 2}, {"CRC", 188, 2}, {"CUP", 192, 2}, {"CVE", 132, 2},
	{"CZK", 203, 2}, {"DJF", 262, 0}, {"DKK", 208, 2}, {"DOP", 214, 2}, {"DZD", 12, 2}, {"EGP", 818, 2},
	{"ERN", 232, 2}, {"ETB", 230, 2}, {"EUR", 978, 2}, {"FJD", 242, 2}, {"FKP", 238, 2}, {"GBP", 826, 2},
	{"GEL", 981, 2}, {"GHS", 936, 2}, {"GIP", 292, 2}, {"GMD", 270, 2}, {"GNF", 324, 0}, {"GTQ", 320, 2},
	{"GYD", 328, 2}, {"HKD", 344, 2}, {"HNL", 340, 2}, {"HTG", 332, 2}, {"HUF", 348, 2}, {"IDR", 360, 2},
	{"ILS", 376, 2}, {"INR", 356, 2}, {"IQD", 368, 3}, {"IRR", 364, 2}, {"ISK", 352, 0}, {"JMD", 388, 2},
	{"JOD", 400, 3}, {"JPY", 392, 0}, {"KES", 404, 2}, {"KGS", 417, 2}, {"KHR", 116, 2}, {"KMF", 174, 0},
	{"KPW", 408, 2}, {"KRW", 410, 0}, {"KWD", 414, 3}, {"KYD", 136, 2}, {"KZT", 398, 2}, {"LAK", 418, 2},
	{"LBP", 422, 2}, {"LKR", 144, 2}, {"LRD", 430, 2}, {"LSL", 426, 2}, {"LYD", 434, 3}, {"MAD", 504, 2},
	{"MDL", 498, 2}, {"MGA", 969, 2}, {"MKD", 807, 2}, {"MMK", 104, 2}, {"MNT", 496, 2}, {"MOP", 446, 2},
	{"MRU", 929, 2}, {"MUR", 480, 2}, {"MVR", 462, 2}, {"MWK", 454, 2}, {"MXN", 484, 2}, {"MXV", 979, 2},
	{"MYR", 458, 2}, {"MZN", 943, 2}, {"NAD", 516, 2}, {"NGN", 566, 2}, {"NIO", 558, 2}, {"NOK", 578, 2},
	{"NPR", 524, 2}, {"NZD", 554, 2}, {"OMR", 512, 3}, {"PAB", 590, 2}, {"PEN", 604, 2}, {"PGK", 598, 2},
	{"PHP", 608, 2}, {"PKR", 586, 2}, {"PLN", 985, 2}, {"PYG", 600, 0}, {"QAR", 634, 2}, {"RON", 946, 2},
	{"RSD", 941, 2}, {"RUB", 643, 2}, {"RWF", 646, 0}, {"SAR", 682, 2}, {"SBD", 90, 2}, {"SCR", 690, 2},
	{"SDG", 938, 2}, {"SEK", 752, 2}, {"SGD", 702, 2}, {"SHP", 654, 2}, {"SLE", 925, 2}, {"SOS", 706, 2},
	{"SRD", 968, 2}, {"SSP", 728, 2}, {"STN", 930, 2}, {"SVC", 222, 2}, {"SYP", 760, 2}, {"SZL", 748, 2},
	{"THB", 764, 2}, {"TJS", 972, 2}, {"TMT", 934, 2}, {"TND", 788, 3}, {"TOP", 776, 2}, {"TRY", 949, 2},
	{"TTD", 780, 2}, {"TWD", 901, 2}, {"TZS", 834, 2}, {"UAH", 980, 2}, {"UGX", 800, 0}, {"USD", 840, 2},
	{"USN", 997, 2}, {"UYI", 940, 0}, {"UYU", 858, 2}, {"UYW", 927, 4}, {"UZS", 860, 2}, {"VED", 926, 2},
	{"VES", 928, 2}, {"VND", 704, 0}, {"VUV", 548, 0}, {"WST", 882, 2}, {"XAD", 396, 2}, {"XAF", 950, 0},
	{"XAG", 961, -1}, {"XAU", 959, -1}, {"XBA", 955, -1}, {"XBB", 956, -1}, {"XBC", 957, -1}, {"XBD", 958, -1},
	{"XCD", 951, 2}, {"XCG", 532, 2}, {"XDR", 960, -1}, {"XOF", 952, 0}, {"XPD", 964, -1}, {"XPF", 953, 0},
	{"XPT", 962, -1}, {"XSU", 994, -1}, {"XTS", 963, -1}, {"XUA", 965, -1}, {"XXX", 999, -1}, {"YER", 886, 2},
	{"ZAR", 710, 2}, {"ZMW", 967, 2}, {"ZWG", 924, 2}};

enum { CURRENCIES = sizeof(currencies) / sizeof(currencies[0]), CODE = 3 };

/* ---------------------------------------------------------------- currencies */

const struct pgw_currency *pgw_currencies(size_t *count)
{
	*count = CURRENCIES;
	return currencies;
}

static int compare_currency_code(const void *code, const void *currency)
{
	return memcmp(code, ((const struct pgw_currency *)currency)->code, CODE);
}

static const struct pgw_currency *find_by_code(struct pgw_text text)
{
	char code[CODE];

	for (int i = 0; i < CODE; i++) {
		code[i] = text.at[i] >= 'a' && text.at[i] <= 'z' ? (char)(text.at[i] - 'a' + 'A') : text.at[i];
	}
	return bsearch(code, currencies, CURRENCIES, sizeof(currencies[0]), compare_currency_code);
}

static const struct pgw_currency *find_by_number(int64_t number)
{
	for (int i = 0; i < CURRENCIES; i++) {
		if (currencies[i].number == number) {
			return &currencies[i];
		}
	}
	return NULL;
}

const struct pgw_currency *pgw_currency_by_text(struct pgw_text text)
{
	if (text.length != CODE) {
		return NULL;
	}
	if (pgw_text_is_digits(text)) {
		return find_by_number((text.at[0] - '0') * 100 + (text.at[1] - '0') * 10 + (text.at[2] - '0'));
	}
	return find_by_code(text);
}

const struct pgw_currency *pgw_currency_find(const struct pgw_tree *tree, const void *node, struct pgw_error *error)
{
	const struct pgw_currency *found = NULL;

	switch (tree->type(node)) {
		case PGW_INTEGER:
			found = find_by_number(tree->integer(node));
			break;
		case PGW_STRING:
			found = pgw_currency_by_text(tree->text(node));
			break;
		default:
			break;
	}
	if (!found) {
		pgw_fail(error, PGW_ERROR_ARGUMENT,
			"currency must be a current one of ISO 4217, by its three letters or its number, such as 'KZT', '398' or "
			"398");
	}
	return found;
}

bool pgw_currency_has_exponent(const struct pgw_currency *currency, struct pgw_error *error)
{
	return currency->digits >= 0 ||
		   pgw_fail(error, PGW_ERROR_ARGUMENT, "currency %s has no minor unit in ISO 4217", currency->code);
}

/* ---------------------------------------------------------------- decimals */

enum pgw_decimal_flaw pgw_decimal_read(int64_t *scaled, struct pgw_text text, int decimals)
{
	size_t whole = 0, i;

	while (whole < text.length && pgw_is_digit(text.at[whole])) {
		whole++;
	}
	for (i = whole + 1; i < text.length && pgw_is_digit(text.at[i]); i++) {
	}
	if (whole == 0 || (whole > 1 && text.at[0] == '0')) {
		return PGW_DECIMAL_MALFORMED;
	}
	if (whole < text.length && (text.at[whole] != '.' || whole + 1 == text.length || i < text.length)) {
		return PGW_DECIMAL_MALFORMED;
	}
	while (text.length > whole + 1 + (size_t)decimals && text.at[text.length - 1] == '0') {
		text.length--;
	}
	if (whole < text.length && text.length - whole - 1 > (size_t)decimals) {
		return PGW_DECIMAL_TOO_FINE;
	}
	*scaled = 0;
	for (i = 0; i < whole + 1 + (size_t)decimals; i++) {
		if (i != whole) {
			*scaled = *scaled * 10 + (i < text.length ? text.at[i] - '0' : 0);
		}
		if (*scaled >= PGW_AMOUNT_LIMIT) {
			return PGW_DECIMAL_TOO_LARGE;
		}
	}
	return PGW_DECIMAL_GOOD;
}

bool pgw_money_to_minor_units(
	int64_t *minor_units, struct pgw_text amount, const struct pgw_currency *currency, struct pgw_error *error)
{
	if (!pgw_currency_has_exponent(currency, error)) {
		return false;
	}
	switch (pgw_decimal_read(minor_units, amount, currency->digits)) {
		case PGW_DECIMAL_GOOD:
			return true;
		case PGW_DECIMAL_TOO_LARGE:
			return pgw_fail(error, PGW_ERROR_ARGUMENT, "amount must have at most 12 digits of minor units");
		case PGW_DECIMAL_TOO_FINE:
			return currency->digits == 0
					   ? pgw_fail(
							 error, PGW_ERROR_ARGUMENT, "amount must have no decimals: %s has none", currency->code)
					   : pgw_fail(error, PGW_ERROR_ARGUMENT, "amount must have at most %d decimals, as %s has",
							 currency->digits, currency->code);
		default:
			return pgw_fail(error, PGW_ERROR_ARGUMENT,
				"amount must be plain digits with a decimal point at most, such as '1234.50': no sign, exponent, "
				"space, "
				"separator or leading zero");
	}
}

bool pgw_money_to_decimal(
	char decimal[PGW_DECIMAL], int64_t minor_units, const struct pgw_currency *currency, struct pgw_error *error)
{
	/* Unsigned negation also gives the magnitude of INT64_MIN. */
	uint64_t left = minor_units < 0 ? 0 - (uint64_t)minor_units : (uint64_t)minor_units;
	char digits[PGW_DECIMAL], *at = digits + PGW_DECIMAL - 1;
	int written = 0;

	if (!pgw_currency_has_exponent(currency, error)) {
		return false;
	}
	*at = '\0';
	do {
		if (written == currency->digits && written > 0) {
			*--at = '.';
		}
		*--at = (char)('0' + left % 10);
		left /= 10;
		written++;
	} while (left > 0 || written <= currency->digits);
	if (minor_units < 0) {
		*--at = '-';
	}
	strcpy(decimal, at);
	return true;
}

/* ---------------------------------------------------------------- shares */

struct pgw_quotient pgw_multiply_and_divide(int64_t factor, int64_t times, int64_t divisor)
{
	struct pgw_quotient quotient = {0, 0};

	for (int64_t bit = INT64_C(1) << 40; bit > 0; bit >>= 1) {
		quotient.whole *= 2;
		quotient.remainder *= 2;
		if (times & bit) {
			quotient.remainder += factor;
		}
		quotient.whole += quotient.remainder / divisor;
		quotient.remainder %= divisor;
	}
	return quotient;
}
