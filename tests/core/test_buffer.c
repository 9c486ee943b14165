/* The encodings that a buffer appends, byte by byte, beside an implementation that takes no shortcuts; its reuse. */
#include "fixture.h"

#include "buffer.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 26, ROOM = 6 * LONGEST + 8 };

static size_t quote_slowly(const char *at, size_t length, char *to)
{
	static const char escaped[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\";
	char *start = to;

	*to++ = '"';
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)at[i];
		const char *found = c ? strchr(escaped, c) : NULL;

		if (found) {
			to += sprintf(to, "\\%c", letters[found - escaped]);
		} else if (c < 0x20) {
			to += sprintf(to, "\\u%04x", c);
		} else {
			*to++ = (char)c;
		}
	}
	*to++ = '"';
	*to = '\0';
	return (size_t)(to - start);
}

static size_t encode_slowly(const char *at, size_t length, char *to)
{
	char *start = to;

	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)at[i];

		to += sprintf(to, (c < 0x80 && isalnum(c)) || (c && strchr("-._~", c)) ? "%c" : "%%%02X", c);
	}
	*to = '\0';
	return (size_t)(to - start);
}

static size_t quote_and_encode_slowly(const char *at, size_t length, char *to)
{
	char quoted[ROOM];

	return encode_slowly(quoted, quote_slowly(at, length, quoted), to);
}

static void add_quoted_and_encoded(struct pgw_buffer *buffer, const char *at, size_t length)
{
	buffer->encodes = true;
	pgw_buffer_add_quoted(buffer, at, length);
}

struct encoding {
	const char *label;
	void (*add)(struct pgw_buffer *, const char *, size_t);
	size_t (*slowly)(const char *, size_t, char *);
};

static const struct encoding encodings[] = {
	{"quoted", pgw_buffer_add_quoted, quote_slowly},
	{"quoted and encoded", add_quoted_and_encoded, quote_and_encode_slowly},
	{"encoded", pgw_buffer_add_encoded, encode_slowly},
};

static void assert_same(const struct encoding *encoding, const char *text, size_t length)
{
	char *exact = malloc(length + 1), expected[ROOM]; /* so that valgrind sees what is read behind the end */
	struct pgw_buffer buffer = {0};
	size_t expected_length;

	memcpy(exact, text, length);
	expected_length = encoding->slowly(text, length, expected);
	pgw_buffer_add(&buffer, "=", 1);
	encoding->add(&buffer, exact, length);
	assert_false(buffer.failed);
	if (buffer.length != 1 + expected_length || memcmp(buffer.at + 1, expected, expected_length + 1) != 0) {
		fail_msg("%s instead of %s", buffer.at + 1, expected);
	}
	pgw_buffer_free(&buffer);
	free(exact);
}

/* Every byte at every place of texts of every length, alone and beside another of its kind. */
static void every_byte_everywhere(void **state)
{
	const struct encoding *encoding = *state;
	char text[LONGEST + 1];

	assert_same(encoding, "", 0);
	for (size_t length = 1; length <= LONGEST; length++) {
		for (size_t place = 0; place < length; place++) {
			for (int byte = 0; byte < 256; byte++) {
				memset(text, 'a', length);
				text[place] = (char)byte;
				assert_same(encoding, text, length);
				text[length - 1 - place] = (char)byte;
				assert_same(encoding, text, length);
			}
		}
	}
}

static void name_of_a_member(void **state)
{
	struct pgw_buffer buffer = {0};

	(void)state;
	pgw_buffer_add_name(&buffer, PGW_PADDED("orderId"), 7, false);
	pgw_buffer_add_name(&buffer, PGW_PADDED("a"), 1, true);
	buffer.encodes = true;
	pgw_buffer_add_name(&buffer, PGW_PADDED("orderId"), 7, false);
	pgw_buffer_add_name(&buffer, PGW_PADDED("a"), 1, true);
	assert_string_equal(buffer.at, "\"orderId\":,\"a\":%22orderId%22%3A%2C%22a%22%3A");
	assert_int_equal(buffer.length, strlen(buffer.at));
	pgw_buffer_free(&buffer);
	pgw_buffer_add_name(&buffer, PGW_PADDED("aNameThatIsLongerThanTwoOfTheBlocks"), 35, false);
	assert_string_equal(buffer.at, "\"aNameThatIsLongerThanTwoOfTheBlocks\":");
	pgw_buffer_free(&buffer);
}

/* What was said with it before is gone, and so is a failure; what it takes is bounded. */
static void cleared_buffer(void **state)
{
	enum { SMALL = 30 * 1024, LARGE = 40 * 1024 };
	struct pgw_buffer buffer = {0};
	char *text = repeat("x", LARGE), *kept;

	(void)state;
	pgw_buffer_clear(&buffer);
	assert_null(buffer.at);
	pgw_buffer_add(&buffer, text, SMALL);
	assert_false(pgw_buffer_reserve(&buffer, SIZE_MAX));
	assert_true(buffer.failed);
	kept = buffer.at;
	pgw_buffer_clear(&buffer);
	for (size_t i = 0; i < SMALL; i++) {
		assert_int_equal(kept[i], 0);
	}
	pgw_buffer_add_text(&buffer, "next");
	assert_ptr_equal(buffer.at, kept);
	assert_string_equal(buffer.at, "next");
	assert_int_equal(buffer.length, 4);
	pgw_buffer_add(&buffer, text, LARGE);
	pgw_buffer_clear(&buffer);
	assert_null(buffer.at);
	assert_int_equal(buffer.capacity, 0);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(name_of_a_member), cmocka_unit_test(cleared_buffer)};
	int failed = cmocka_run_group_tests_name("buffer", tests, NULL, NULL);

	failed += RUN_ROWS("buffer: encodings", encodings, every_byte_everywhere);
	return failed != 0;
}
