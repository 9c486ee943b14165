/* Card data as people type them. */
#include "page/typed_card.h"

#include "base/text.h"
#include "model/card.h"

#include <string.h>

/* Copies the digits, without blanks and dashes. False if there is anything else, or too much. */
static bool copy_digits(const char *text, char *digits, size_t size)
{
	size_t count = 0;
	for (; *text; text++) {
		if (*text >= '0' && *text <= '9' && count + 1 < size) {
			digits[count++] = *text;
		} else if (!strchr(" -", *text)) {
			return false;
		}
	}
	digits[count] = '\0';
	return true;
}

/* 12/34, 12/2034, 1234, 12 34: the month comes first. */
static int64_t read_expiry(const char *text)
{
	char digits[8];
	char plain[16] = "";
	size_t count = 0;
	for (; *text && count + 1 < sizeof plain; text++) {
		plain[count++] = *text == '/' || *text == '.' ? ' ' : *text;
	}
	if (*text || !copy_digits(plain, digits, sizeof digits) || (strlen(digits) != 4 && strlen(digits) != 6)) {
		return 0;
	}
	int64_t month = (digits[0] - '0') * 10 + digits[1] - '0';
	int64_t year = sandbox_text_integer(digits + 2);
	int64_t expiry = (year < 100 ? 2000 + year : year) * 100 + month;
	return sandbox_card_month_valid(expiry) ? expiry : 0;
}

void sandbox_typed_card_read(const struct sandbox_form *form, struct sandbox_typed_card *card)
{
	const char *pan = sandbox_form_value(form, "pan"), *expiry = sandbox_form_value(form, "expiry");
	const char *cvc = sandbox_form_value(form, "cvc");
	*card = (struct sandbox_typed_card){.expiry = expiry ? read_expiry(expiry) : 0};
	card->pan_right = pan && copy_digits(pan, card->pan, sizeof card->pan) && sandbox_card_number_valid(card->pan);
	card->cvc_right = cvc && copy_digits(cvc, card->cvc, sizeof card->cvc) && strlen(card->cvc) == 3;
}
