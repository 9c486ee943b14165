/* Growing byte buffers, and the encodings of forms and JSON strings. */
#include "buffer.h"

#include <limits.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * The compiler does not know what this calls, so it cannot leave the call out. OPENSSL_cleanse() wipes only eight bytes
 * at a time, and replies are long.
 */
static void *(*const volatile wipe)(void *, int, size_t) = memset;

enum { LARGE = 32768 };

/* Not realloc(), which would leave the old bytes readable in freed memory. */
bool pgw_buffer_grow(struct pgw_buffer *buffer, size_t more)
{
	size_t needed = buffer->length + more + 1;
	size_t capacity = buffer->capacity ? buffer->capacity : 512;
	char *grown;

	if (buffer->failed || more >= SIZE_MAX / 2 - buffer->length) {
		buffer->failed = true;
		return false;
	}
	while (capacity < needed) {
		capacity *= capacity < LARGE ? 4 : 2; /* few steps, since each wipes what it leaves */
	}
	grown = malloc(capacity);
	if (!grown) {
		buffer->failed = true;
		return false;
	}
	if (buffer->at) {
		memcpy(grown, buffer->at, buffer->length);
		wipe(buffer->at, 0, buffer->length);
		free(buffer->at);
	}
	buffer->at = grown;
	buffer->capacity = capacity;
	return true;
}

void pgw_buffer_add(struct pgw_buffer *buffer, const char *at, size_t length)
{
	if (!pgw_buffer_reserve(buffer, length)) {
		return;
	}
	if (length > 0) {
		memcpy(buffer->at + buffer->length, at, length);
	}
	buffer->length += length;
	buffer->at[buffer->length] = '\0';
}

void pgw_buffer_add_text(struct pgw_buffer *buffer, const char *text)
{
	pgw_buffer_add(buffer, text, strlen(text));
}

/* The percent-encoded form of each byte, and in the last place its length. */
/* clang-format off */
#define SAME(letter)     {letter, 0, 0, 1}
#define HEX(high, low)   {'%', high, low, 3}
#define ESCAPED(high) \
	HEX(high, '0'), HEX(high, '1'), HEX(high, '2'), HEX(high, '3'), HEX(high, '4'), HEX(high, '5'), HEX(high, '6'), \
		HEX(high, '7'), HEX(high, '8'), HEX(high, '9'), HEX(high, 'A'), HEX(high, 'B'), HEX(high, 'C'), \
		HEX(high, 'D'), HEX(high, 'E'), HEX(high, 'F')

static const char encoded[256][4] = {
	ESCAPED('0'),
	ESCAPED('1'),
	HEX('2', '0'), HEX('2', '1'), HEX('2', '2'), HEX('2', '3'), HEX('2', '4'), HEX('2', '5'), HEX('2', '6'), HEX('2', '7'),
	HEX('2', '8'), HEX('2', '9'), HEX('2', 'A'), HEX('2', 'B'), HEX('2', 'C'), SAME('-'), SAME('.'), HEX('2', 'F'),
	SAME('0'), SAME('1'), SAME('2'), SAME('3'), SAME('4'), SAME('5'), SAME('6'), SAME('7'),
	SAME('8'), SAME('9'), HEX('3', 'A'), HEX('3', 'B'), HEX('3', 'C'), HEX('3', 'D'), HEX('3', 'E'), HEX('3', 'F'),
	HEX('4', '0'), SAME('A'), SAME('B'), SAME('C'), SAME('D'), SAME('E'), SAME('F'), SAME('G'),
	SAME('H'), SAME('I'), SAME('J'), SAME('K'), SAME('L'), SAME('M'), SAME('N'), SAME('O'),
	SAME('P'), SAME('Q'), SAME('R'), SAME('S'), SAME('T'), SAME('U'), SAME('V'), SAME('W'),
	SAME('X'), SAME('Y'), SAME('Z'), HEX('5', 'B'), HEX('5', 'C'), HEX('5', 'D'), HEX('5', 'E'), SAME('_'),
	HEX('6', '0'), SAME('a'), SAME('b'), SAME('c'), SAME('d'), SAME('e'), SAME('f'), SAME('g'),
	SAME('h'), SAME('i'), SAME('j'), SAME('k'), SAME('l'), SAME('m'), SAME('n'), SAME('o'),
	SAME('p'), SAME('q'), SAME('r'), SAME('s'), SAME('t'), SAME('u'), SAME('v'), SAME('w'),
	SAME('x'), SAME('y'), SAME('z'), HEX('7', 'B'), HEX('7', 'C'), HEX('7', 'D'), SAME('~'), HEX('7', 'F'),
	ESCAPED('8'),
	ESCAPED('9'),
	ESCAPED('A'),
	ESCAPED('B'),
	ESCAPED('C'),
	ESCAPED('D'),
	ESCAPED('E'),
	ESCAPED('F'),
};
/* clang-format on */

/* Reserves room for a text whose bytes may each become `longest` bytes, in quotes. */
static bool reserve_encoded(struct pgw_buffer *buffer, size_t length, size_t longest)
{
	return pgw_buffer_reserve(buffer, length < SIZE_MAX / 16 ? longest * length + 16 : SIZE_MAX);
}

static inline char *put_encoded(char *to, char byte)
{
	const char *form = encoded[(unsigned char)byte];

	memcpy(to, form, sizeof(encoded[0])); /* always four bytes, which is faster than choosing */
	return to + form[3];
}

static char *put_all_encoded(char *to, const char *at, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		to = put_encoded(to, at[i]);
	}
	return to;
}

static void end_at(struct pgw_buffer *buffer, char *to)
{
	*to = '\0';
	buffer->length = (size_t)(to - buffer->at);
}

void pgw_buffer_add_encoded(struct pgw_buffer *buffer, const char *at, size_t length)
{
	if (reserve_encoded(buffer, length, 3)) {
		end_at(buffer, put_all_encoded(buffer->at + buffer->length, at, length));
	}
}

void pgw_buffer_add_base64(struct pgw_buffer *buffer, const void *bytes, size_t length)
{
	if (length > INT_MAX / 2) {
		buffer->failed = true; /* EVP_EncodeBlock() counts in int */
	} else if (pgw_buffer_reserve(buffer, (length + 2) / 3 * 4)) {
		buffer->length += (size_t)EVP_EncodeBlock((unsigned char *)buffer->at + buffer->length, bytes, (int)length);
	}
}

/* The letter after the backslash; 'u': the byte is written as \u00XX; 0: it needs no escape. */
/* clang-format off */
static const char escapes[256] = {
	'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'b', 't', 'n', 'u', 'f', 'r', 'u', 'u',
	'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u',
	['"'] = '"', ['\\'] = '\\',
};
/* clang-format on */

/* Is any of these eight bytes to be escaped: a control character, a quote or a backslash? */
static bool holds_escaped(uint64_t bytes)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
	uint64_t quote = bytes ^ ones * '"', backslash = bytes ^ ones * '\\';

	/* The high bit of a byte that is less than the one subtracted; bytes of 0x80 and more are excluded by the ~. */
	return (((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)) & highs;
}

/* How many bytes need no escape, from the front. */
static size_t plain_length(const char *at, size_t length)
{
	size_t i = 0;
	uint64_t bytes;

	for (; i + sizeof(bytes) <= length; i += sizeof(bytes)) {
		memcpy(&bytes, at + i, sizeof(bytes));
		if (holds_escaped(bytes)) {
			break;
		}
	}
	while (i < length && !escapes[(unsigned char)at[i]]) {
		i++;
	}
	return i;
}

static char *put(char *to, const char *at, size_t length, bool encodes)
{
	if (encodes) {
		return put_all_encoded(to, at, length);
	}
	memcpy(to, at, length);
	return to + length;
}

/* What stands around names and texts, as it is and percent-encoded: always eight bytes are copied, which is faster. */
struct mark {
	char at[2][8];
	unsigned char length[2];
};
#define MARK(plain, coded) \
	{ \
		{plain, coded}, \
		{ \
			sizeof(plain) - 1, sizeof(coded) - 1 \
		} \
	}
enum { LONGEST_MARK = sizeof(((struct mark *)0)->at[0]) };
static const struct mark quote = MARK("\"", "%22"), comma_quote = MARK(",\"", "%2C%22"),
						 quote_colon = MARK("\":", "%22%3A");

static inline char *put_mark(char *to, const struct mark *mark, bool encodes)
{
	memcpy(to, mark->at[encodes], LONGEST_MARK);
	return to + mark->length[encodes];
}

void pgw_buffer_add_mark(struct pgw_buffer *buffer, char mark)
{
	if (reserve_encoded(buffer, 1, 3)) {
		end_at(buffer, put(buffer->at + buffer->length, &mark, 1, buffer->encodes));
	}
}

void pgw_buffer_add_quoted(struct pgw_buffer *buffer, const char *at, size_t length)
{
	const char *end = at + length;
	char escape[sizeof("\\u0000")] = "\\";
	char *to;

	/* The longest escape is \u001F, of which only the backslash is encoded. */
	if (!reserve_encoded(buffer, length, buffer->encodes ? 8 : 6)) {
		return;
	}
	to = put_mark(buffer->at + buffer->length, &quote, buffer->encodes);
	for (;;) {
		size_t plain = plain_length(at, (size_t)(end - at));

		to = put(to, at, plain, buffer->encodes);
		at += plain;
		if (at == end) {
			break;
		}
		length = 2;
		escape[1] = escapes[(unsigned char)*at];
		if (escape[1] == 'u') {
			length = (size_t)snprintf(escape, sizeof(escape), "\\u%04x", (unsigned char)*at);
		}
		to = put(to, escape, length, buffer->encodes);
		at++;
	}
	end_at(buffer, put_mark(to, &quote, buffer->encodes));
}

void pgw_buffer_add_name(struct pgw_buffer *buffer, const char *padded, size_t length, bool comma)
{
	enum { BLOCK = 16 };
	char *to;

	if (!pgw_buffer_reserve(buffer, length + BLOCK + 2 * (size_t)LONGEST_MARK)) {
		return;
	}
	to = put_mark(buffer->at + buffer->length, comma ? &comma_quote : &quote, buffer->encodes);
	for (size_t i = 0; i < length; i += BLOCK) {
		memcpy(to + i, padded + i, BLOCK);
	}
	end_at(buffer, put_mark(to + length, &quote_colon, buffer->encodes));
}

void pgw_buffer_clear(struct pgw_buffer *buffer)
{
	if (buffer->capacity > LARGE) {
		pgw_buffer_free(buffer);
		return;
	}
	if (buffer->at) {
		wipe(buffer->at, 0, buffer->length);
	}
	buffer->length = 0;
	buffer->failed = false;
}

void pgw_buffer_free(struct pgw_buffer *buffer)
{
	if (buffer->at) {
		wipe(buffer->at, 0, buffer->length);
		free(buffer->at);
	}
	*buffer = (struct pgw_buffer){0};
}
