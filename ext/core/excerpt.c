/* Turning a page of HTML, or any other body, into one line for a message. */
#include "excerpt.h"

#include "secrets.h"
#include "text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* How much of a body is read, and how much is dropped before the point where it was cut, perhaps inside a secret. */
enum { WINDOW = 64 * 1024, MARGIN = 1024 };

/* The end of the word, which is searched case-insensitively, or `end`. */
static const char *find_end_of(const char *at, const char *end, const char *word)
{
	size_t length = strlen(word);

	while ((size_t)(end - at) >= length) {
		if (strncasecmp(at, word, length) == 0) {
			return at + length;
		}
		at++;
	}
	return end;
}

/* The end of the tag, comment, script or style that begins at `at`; `at` itself if none does. */
static const char *skip_tag(const char *at, const char *end)
{
	static const struct {
		const char *opening, *closing;
	} blocks[] = {{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}};

	if (end - at < 2 || *at != '<' ||
		!(at[1] == '/' || at[1] == '!' || at[1] == '?' || isalpha((unsigned char)at[1]))) {
		return at;
	}
	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
		size_t length = strlen(blocks[i].opening);

		if ((size_t)(end - at) >= length && strncasecmp(at, blocks[i].opening, length) == 0) {
			return find_end_of(at, end, blocks[i].closing);
		}
	}
	return find_end_of(at, end, ">");
}

/*
 * A run of tags, white space and control characters becomes one space, and invalid UTF-8 a question mark. `text` has
 * room for PGW_MASKED bytes. Returns whether everything was read.
 */
static bool strip_markup(char *text, const char *at, const char *end)
{
	char *to = text, *full = text + PGW_MASKED - 8;

	while (at < end && to < full) {
		size_t length = (unsigned char)*at < 0x80 ? 1 : pgw_text_sequence(at, (size_t)(end - at));
		const char *next = skip_tag(at, end);

		if (next > at || (unsigned char)*at <= ' ' || *at == 0x7F) {
			if (to > text && to[-1] != ' ') {
				*to++ = ' ';
			}
			at = next > at ? next : at + 1;
		} else if (length == 0) {
			*to++ = '?';
			at++;
		} else {
			memcpy(to, at, length);
			to += length;
			at += length;
		}
	}
	to -= to > text && to[-1] == ' ';
	*to = '\0';
	return at == end;
}

static void cut_to_excerpt(char to[PGW_EXCERPT], const char *text)
{
	size_t length = strlen(text);

	if (length >= PGW_EXCERPT) {
		length = PGW_EXCERPT - 1;
		while (((unsigned char)text[length] & 0xC0) == 0x80) {
			length--;
		}
	}
	memcpy(to, text, length);
	to[length] = '\0';
}

void pgw_excerpt(char to[PGW_EXCERPT], struct pgw_text body, const struct pgw_request *request)
{
	size_t window = body.length < WINDOW ? body.length : WINDOW, length;
	char text[PGW_MASKED];

	if (body.length == 0) {
		to[0] = '\0';
		return;
	}
	if (!strip_markup(text, body.at, body.at + window) || window < body.length) {
		length = strlen(text);
		text[length > MARGIN ? length - MARGIN : 0] = '\0';
	}
	pgw_mask(text, request);
	cut_to_excerpt(to, text);
}
