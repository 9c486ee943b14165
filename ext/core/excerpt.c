/* From a page of HTML, or any other body, to a line that a message can show. */
#include "excerpt.h"

#include "secrets.h"
#include "text.h"

#include <string.h>
#include <strings.h>

/* What is looked at; what a longer body has at its end is left out, because a secret may be cut there. */
enum { WINDOW = 8192, MARGIN = 1024 };

static bool begins_with(const char *at, const char *word)
{
	return strncasecmp(at, word, strlen(word)) == 0;
}

/* Just after the closing word, or at the end of the text. */
static const char *after(const char *at, const char *word)
{
	const char *end = strcasestr(at, word);

	return end ? end + strlen(word) : at + strlen(at);
}

/* Just after a tag, or after what is no text to read; `at` itself where no tag begins. */
static const char *skip_tag(const char *at)
{
	if (*at != '<' || !(strchr("/!?", at[1]) || ((at[1] | 0x20) >= 'a' && (at[1] | 0x20) <= 'z'))) {
		return at;
	}
	if (begins_with(at, "<!--")) {
		return after(at, "-->");
	}
	if (begins_with(at, "<script")) {
		return after(at, "</script>");
	}
	if (begins_with(at, "<style")) {
		return after(at, "</style>");
	}
	return after(at, ">");
}

/* In place: tags and blanks become one blank, and what is not UTF-8 a question mark. */
static void strip(char *text)
{
	const char *at = text, *end = text + strlen(text), *next;
	char *to = text;

	while (at < end) {
		size_t length = (unsigned char)*at < 0x80 ? 1 : pgw_text_sequence(at, (size_t)(end - at));

		next = skip_tag(at);
		if (next > at || (unsigned char)*at <= ' ' || *at == 0x7F) {
			if (to > text && to[-1] != ' ') {
				*to++ = ' ';
			}
			at = next > at ? next : at + 1;
		} else if (length == 0) {
			*to++ = '?';
			at++;
		} else {
			memmove(to, at, length);
			to += length;
			at += length;
		}
	}
	*to = '\0';
	if (to > text && to[-1] == ' ') {
		to[-1] = '\0';
	}
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
	size_t length = body.length < WINDOW ? body.length : WINDOW;
	char text[WINDOW + 1];

	for (size_t i = 0; i < length; i++) {
		text[i] = body.at[i] ? body.at[i] : ' ';
	}
	text[length] = '\0';
	strip(text);
	if (body.length > WINDOW) {
		length = strlen(text);
		text[length > MARGIN ? length - MARGIN : 0] = '\0';
	}
	pgw_mask(text, request);
	cut_to_excerpt(to, text);
}
