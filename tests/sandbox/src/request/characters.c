/* Which characters a text may have. */
#include "request/characters.h"

#include "base/text.h"

#include <string.h>

#define DIGITS  "0123456789"
#define LOWER   "abcdefghijklmnopqrstuvwxyz"
#define UPPER   "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LETTERS LOWER UPPER

/* The characters of a set; sets without a row are checked in code. */
static const char *const character_sets[] = {
	[SANDBOX_DIGITS] = DIGITS,
	[SANDBOX_LOGIN] = LETTERS DIGITS "-_ ",
	[SANDBOX_LOWER] = LOWER,
	[SANDBOX_UUID] = "abcdef" DIGITS "-",
	[SANDBOX_UPPER_HEX] = "ABCDEF" DIGITS "-",
	[SANDBOX_LOWER_HEX] = "abcdef" DIGITS,
	[SANDBOX_ALPHANUMERIC] = LETTERS DIGITS,
	[SANDBOX_CARDHOLDER] = LETTERS " .-'",
	[SANDBOX_DIGITS_DASH] = DIGITS "-",
	[SANDBOX_HTTP] = NULL,
};

/* The size of a Cyrillic letter, №, or, with quotes, « and »; 0 if it is none of these. */
static size_t wide_character_size(const unsigned char *c, bool quotes)
{
	static const char *const signs[] = {"\xD0\x81", "\xD1\x91", "\xE2\x84\x96", "\xC2\xAB", "\xC2\xBB"};
	size_t count = sizeof signs / sizeof *signs - (quotes ? 0 : 2);
	if ((c[0] == 0xD0 && c[1] >= 0x90 && c[1] <= 0xBF) || (c[0] == 0xD1 && c[1] >= 0x80 && c[1] <= 0x8F)) {
		return 2;
	}
	for (size_t i = 0; i < count; i++) {
		if (strncmp((const char *)c, signs[i], strlen(signs[i])) == 0) {
			return strlen(signs[i]);
		}
	}
	return 0;
}

static bool is_printable(const char *text, bool cyrillic, bool quotes)
{
	for (const unsigned char *c = (const unsigned char *)text; *c;) {
		size_t size = *c >= ' ' && *c <= '~' ? 1 : cyrillic ? wide_character_size(c, quotes) : 0;
		if (size == 0) {
			return false;
		}
		c += size;
	}
	return true;
}

static bool is_phone(const char *text)
{
	text += text[0] == '+';
	size_t size = strlen(text);
	return size >= 7 && size <= 15 && sandbox_text_digits(text, size);
}

static bool is_http(const char *text)
{
	return strncmp(text, "http://", 7) == 0 || strncmp(text, "https://", 8) == 0;
}

bool sandbox_characters_right(enum sandbox_characters characters, const char *text)
{
	switch (characters) {
		case SANDBOX_ANY:
			return true;
		case SANDBOX_PRINTABLE:
			return is_printable(text, false, false);
		case SANDBOX_CYRILLIC:
		case SANDBOX_CYRILLIC_QUOTES:
			return is_printable(text, true, characters == SANDBOX_CYRILLIC_QUOTES);
		case SANDBOX_PHONE:
			return is_phone(text);
		case SANDBOX_HTTP:
			return is_http(text);
		case SANDBOX_HTTPS:
			return strncmp(text, "https://", 8) == 0;
		default:
			return strspn(text, character_sets[characters]) == strlen(text);
	}
}
