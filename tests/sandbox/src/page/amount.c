/* Amounts for people. */
#include "page/amount.h"

#include "base/text.h"
#include "model/currency.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"

static const char *sign_of(const char *letters)
{
	static const struct {
		const char *letters, *sign;
	} signs[] = {{"RUB", "₽"}, {"RUR", "₽"}, {"KZT", "₸"}, {"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}, {"BYN", "Br"},
		{"UAH", "₴"}, {"AMD", "֏"}, {"GEL", "₾"}, {"AZN", "₼"}, {"TRY", "₺"}, {"INR", "₹"}, {"CNY", "¥"}};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (strcmp(signs[i].letters, letters) == 0) {
			return signs[i].sign;
		}
	}
	return letters;
}

/* 1234567 as 1 234 567. */
static void write_groups(int64_t number, char *text, size_t size)
{
	char digits[24];
	int length = snprintf(digits, sizeof digits, "%" PRId64, number);
	size_t at = 0;
	text[0] = '\0';
	for (int i = 0; i < length && at < size; i++) {
		bool group = i > 0 && (length - i) % 3 == 0;
		at += (size_t)snprintf(text + at, size - at, "%s%c", group ? NO_BREAK_SPACE : "", digits[i]);
	}
}

/* 150000 as 1500 and ,00. */
static void split_amount(int64_t amount, const char *currency, const char *language, int64_t *whole, char decimals[24])
{
	int exponent = sandbox_currency_exponent(currency);
	int64_t unit = 1;
	for (int i = 0; i < exponent; i++) {
		unit *= 10;
	}
	*whole = amount / unit;
	decimals[0] = '\0';
	if (exponent > 0) {
		snprintf(decimals, 24, "%c%0*" PRId64, strcmp(language, "ru") == 0 ? ',' : '.', exponent % 10, amount % unit);
	}
}

void sandbox_amount_write(int64_t amount, const char *currency, const char *language, char text[SANDBOX_AMOUNT_SIZE])
{
	char letters[4] = "", groups[SANDBOX_AMOUNT_SIZE / 2], decimals[24];
	int64_t whole;
	split_amount(amount, currency, language, &whole, decimals);
	sandbox_currency_letters(currency, letters);
	write_groups(whole, groups, sizeof groups);
	snprintf(text, SANDBOX_AMOUNT_SIZE, "%s%s" NO_BREAK_SPACE "%s", groups, decimals, sign_of(letters));
}

void sandbox_amount_write_plain(
	int64_t amount, const char *currency, const char *language, char text[SANDBOX_AMOUNT_SIZE])
{
	char decimals[24];
	int64_t whole;
	split_amount(amount, currency, language, &whole, decimals);
	snprintf(text, SANDBOX_AMOUNT_SIZE, "%" PRId64 "%s", whole, decimals);
}

/* Drops blanks, also those that do not break. */
static bool pack(const char *text, char *packed, size_t size)
{
	size_t at = 0;
	for (; *text && at + 1 < size; text++) {
		if (strncmp(text, NO_BREAK_SPACE, strlen(NO_BREAK_SPACE)) == 0) {
			text++;
		} else if (*text != ' ') {
			packed[at++] = *text;
		}
	}
	packed[at] = '\0';
	return *text == '\0';
}

bool sandbox_amount_read(const char *text, const char *currency, int64_t *amount)
{
	char packed[24], digits[24];
	int exponent = sandbox_currency_exponent(currency);
	if (!pack(text, packed, sizeof packed)) {
		return false;
	}
	size_t whole = strcspn(packed, ".,");
	const char *decimals = packed[whole] ? packed + whole + 1 : "";
	int missing = exponent - (int)strlen(decimals);
	if (whole == 0 || whole > 12 || missing < 0 || missing > 9) {
		return false;
	}
	snprintf(digits, sizeof digits, "%.*s%s%.*s", (int)whole, packed, decimals, missing, "000000000");
	*amount = sandbox_text_integer(digits);
	return *amount >= 0;
}
