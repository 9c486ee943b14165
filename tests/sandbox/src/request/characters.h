#ifndef SANDBOX_REQUEST_CHARACTERS_H
#define SANDBOX_REQUEST_CHARACTERS_H

#include <stdbool.h>

/* Which characters a text may have. */
enum sandbox_characters {
	SANDBOX_ANY,
	SANDBOX_PRINTABLE,       /* ASCII */
	SANDBOX_CYRILLIC,        /* printable ASCII, Russian letters, the number sign */
	SANDBOX_CYRILLIC_QUOTES, /* the same and angle quotes */
	SANDBOX_DIGITS,
	SANDBOX_LOGIN, /* letters, digits, - _ and blanks */
	SANDBOX_LOWER,
	SANDBOX_UUID,      /* a-f, digits, - */
	SANDBOX_UPPER_HEX, /* A-F, digits, - */
	SANDBOX_LOWER_HEX, /* a-f, digits */
	SANDBOX_ALPHANUMERIC,
	SANDBOX_CARDHOLDER, /* Latin letters, blanks, . - ' */
	SANDBOX_DIGITS_DASH,
	SANDBOX_PHONE, /* 7 to 15 digits, a + in front or not */
	SANDBOX_HTTP,  /* begins with http:// or https:// */
	SANDBOX_HTTPS  /* begins with https:// */
};

/* Whether a NUL-terminated UTF-8 text consists of these characters. */
bool sandbox_characters_right(enum sandbox_characters characters, const char *text);

#endif
