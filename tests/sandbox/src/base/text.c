/* UTF-8 and ASCII texts. */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* The size of the UTF-8 sequence at text; 0 if it is malformed. */
static size_t utf8_sequence_size(const unsigned char *text, size_t bytes)
{
	static const struct {
		unsigned char first, last, low, high; /* ranges of the lead byte and of the byte after it */
		size_t size;
	} forms[] = {
		{0x01, 0x7F, 0x00, 0x00, 1},
		{0xC2, 0xDF, 0x80, 0xBF, 2},
		{0xE0, 0xE0, 0xA0, 0xBF, 3},
		{0xE1, 0xEC, 0x80, 0xBF, 3},
		{0xED, 0xED, 0x80, 0x9F, 3},
		{0xEE, 0xEF, 0x80, 0xBF, 3},
		{0xF0, 0xF0, 0x90, 0xBF, 4},
		{0xF1, 0xF3, 0x80, 0xBF, 4},
		{0xF4, 0xF4, 0x80, 0x8F, 4},
	};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (text[0] < forms[i].first || text[0] > forms[i].last) {
			continue;
		}
		if (forms[i].size > bytes || (forms[i].size > 1 && (text[1] < forms[i].low || text[1] > forms[i].high))) {
			return 0;
		}
		for (size_t k = 2; k < forms[i].size; k++) {
			if ((text[k] & 0xC0) != 0x80) {
				return 0;
			}
		}
		return forms[i].size;
	}
	return 0;
}

long sandbox_text_length(const char *text, size_t bytes)
{
	long characters = 0;
	for (size_t at = 0; at < bytes; characters++) {
		size_t step = utf8_sequence_size((const unsigned char *)text + at, bytes - at);
		if (step == 0) {
			return -1;
		}
		at += step;
	}
	return characters;
}

bool sandbox_text_digits(const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		if (text[i] < '0' || text[i] > '9') {
			return false;
		}
	}
	return bytes > 0;
}

int64_t sandbox_text_integer(const char *text)
{
	size_t bytes = strlen(text);
	if (bytes > 18 || !sandbox_text_digits(text, bytes)) {
		return -1;
	}
	return strtoll(text, NULL, 10);
}

bool sandbox_text_equal(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

bool sandbox_text_fits(const char *text, const char *pattern)
{
	while (*pattern) {
		if (*pattern != '*') {
			if (*pattern++ != *text++) {
				return false;
			}
			continue;
		}
		pattern++;
		const char *end = text + strcspn(text, "/");
		while (text < end && !sandbox_text_fits(text, pattern)) {
			text++;
		}
		return sandbox_text_fits(text, pattern);
	}
	return *text == '\0';
}

char *sandbox_text_copy(const char *text)
{
	return text ? strdup(text) : NULL;
}

void sandbox_text_lower(char *text)
{
	for (; *text; text++) {
		*text = (char)(*text >= 'A' && *text <= 'Z' ? *text | 0x20 : *text);
	}
}

void sandbox_text_set(char **slot, const char *text)
{
	char *copy = sandbox_text_copy(text);
	free(*slot);
	*slot = copy;
}

bool sandbox_text_list_walk(
	const char *list, bool (*visit)(const char *part, size_t size, void *context), void *context)
{
	while (*list) {
		size_t size = strcspn(list, ",");
		if (!visit(list, size, context)) {
			return false;
		}
		list += size;
		list += *list == ',';
	}
	return true;
}

static bool differs(const char *part, size_t size, void *context)
{
	const char *wanted = context;
	return strlen(wanted) != size || memcmp(part, wanted, size) != 0;
}

bool sandbox_text_list_has(const char *list, const char *part)
{
	return !sandbox_text_list_walk(list, differs, (void *)part);
}
