/* Amounts for people. */
#include "page/amount.h"

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

void sandbox_amount_write(int64_t amount, const char *currency, const char *language, char text[SANDBOX_AMOUNT_SIZE])
{
	char letters[4] = "", whole[SANDBOX_AMOUNT_SIZE / 2], decimals[24] = "";
	int exponent = sandbox_currency_exponent(currency);
	int64_t unit = 1;
	for (int i = 0; i < exponent; i++) {
		unit *= 10;
	}
	sandbox_currency_letters(currency, letters);
	write_groups(amount / unit, whole, sizeof whole);
	if (exponent > 0) {
		snprintf(decimals, sizeof decimals, "%c%0*" PRId64, strcmp(language, "ru") == 0 ? ',' : '.', exponent % 10,
			amount % unit);
	}
	snprintf(text, SANDBOX_AMOUNT_SIZE, "%s%s" NO_BREAK_SPACE "%s", whole, decimals, sign_of(letters));
}
