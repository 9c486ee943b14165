/* What shops write in more ways than the gateway reads: phones, languages, currencies. */
#include "spelling.h"

#include "money.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

/* How many of the bytes at `at` only make a phone number readable: blanks, dashes, dots, parentheses. */
static size_t phone_filler(const char *at, size_t left)
{
	static const char no_break_space[] = "\xC2\xA0";

	if (*at != '\0' && strchr(" \t-.()", *at)) {
		return 1;
	}
	return left >= 2 && memcmp(at, no_break_space, 2) == 0 ? 2 : 0;
}

struct pgw_text pgw_plain_phone(struct pgw_text text, bool digits_only, char room[PGW_PLAIN_ROOM])
{
	size_t length = 0, filler;

	for (size_t i = 0; i < text.length; i += filler ? filler : 1) {
		filler = phone_filler(text.at + i, text.length - i);
		if (filler || (digits_only && length == 0 && text.at[i] == '+')) {
			continue;
		}
		if (length == PGW_PLAIN_ROOM) {
			return text;
		}
		room[length++] = text.at[i];
	}
	return (struct pgw_text){room, length};
}

struct pgw_text pgw_plain_language(struct pgw_text text)
{
	enum { LANGUAGE = 2 };

	if (text.length > LANGUAGE && memchr("_-.@", text.at[LANGUAGE], 4)) {
		text.length = LANGUAGE;
	}
	return text;
}

struct pgw_text pgw_plain_month(struct pgw_text text, char room[PGW_PLAIN_ROOM])
{
	if (text.length != 1 || !pgw_is_digit(*text.at)) {
		return text;
	}
	room[1] = *text.at; /* the text may stand in `room`, further on */
	room[0] = '0';
	return (struct pgw_text){room, 2};
}

struct pgw_text pgw_plain_currency(struct pgw_text text, char room[PGW_PLAIN_ROOM])
{
	enum { DIGITS = 3 };
	char padded[DIGITS] = {'0', '0', '0'}; /* the text may stand in `room` */
	const struct pgw_currency *currency;

	if (text.length == 0 || text.length > DIGITS || (text.length == DIGITS && pgw_text_is_digits(text))) {
		return text;
	}
	memcpy(padded + DIGITS - text.length, text.at, text.length);
	currency = pgw_currency_by_text((struct pgw_text){padded, DIGITS});
	if (!currency) {
		return text;
	}
	snprintf(room, PGW_PLAIN_ROOM, "%03d", currency->number);
	return (struct pgw_text){room, DIGITS};
}
