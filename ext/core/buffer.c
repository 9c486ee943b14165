/* Growing byte buffers, and the encodings of forms and JSON strings. */
#include "buffer.h"

#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
		capacity *= 2;
	}
	grown = malloc(capacity);
	if (!grown) {
		buffer->failed = true;
		return false;
	}
	if (buffer->at) {
		memcpy(grown, buffer->at, buffer->length);
		OPENSSL_cleanse(buffer->at, buffer->length);
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

/* The percent-encoded form of each byte. */
#define ESCAPED(digit) \
	"%" digit "0", "%" digit "1", "%" digit "2", "%" digit "3", "%" digit "4", "%" digit "5", "%" digit "6", \
		"%" digit "7", "%" digit "8", "%" digit "9", "%" digit "A", "%" digit "B", "%" digit "C", "%" digit "D", \
		"%" digit "E", "%" digit "F"
/* clang-format off */
static const char encoded[256][4] = {
	ESCAPED("0"),
	ESCAPED("1"),
	"%20", "%21", "%22", "%23", "%24", "%25", "%26", "%27", "%28", "%29", "%2A", "%2B", "%2C", "-", ".", "%2F",
	"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "%3A", "%3B", "%3C", "%3D", "%3E", "%3F",
	"%40", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O",
	"P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "%5B", "%5C", "%5D", "%5E", "_",
	"%60", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o",
	"p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "%7B", "%7C", "%7D", "~", "%7F",
	ESCAPED("8"),
	ESCAPED("9"),
	ESCAPED("A"),
	ESCAPED("B"),
	ESCAPED("C"),
	ESCAPED("D"),
	ESCAPED("E"),
	ESCAPED("F"),
};
/* clang-format on */

/* Reserves room for a text whose bytes may each become `longest` bytes, plus two. */
static bool reserve_encoded(struct pgw_buffer *buffer, size_t length, size_t longest)
{
	return pgw_buffer_reserve(buffer, length < SIZE_MAX / 8 ? longest * length + 2 : SIZE_MAX);
}

void pgw_buffer_add_encoded(struct pgw_buffer *buffer, const char *at, size_t length)
{
	char *to;

	if (!reserve_encoded(buffer, length, 3)) {
		return;
	}
	to = buffer->at + buffer->length;
	for (size_t i = 0; i < length; i++) {
		const char *form = encoded[(unsigned char)at[i]];

		memcpy(to, form, sizeof(encoded[0])); /* always four bytes, which is faster than choosing */
		to += form[1] ? 3 : 1;
	}
	*to = '\0';
	buffer->length = (size_t)(to - buffer->at);
}

void pgw_buffer_add_base64(struct pgw_buffer *buffer, const void *bytes, size_t length)
{
	if (length > INT_MAX / 2) {
		buffer->failed = true; /* EVP_EncodeBlock() counts in int */
	} else if (pgw_buffer_reserve(buffer, (length + 2) / 3 * 4)) {
		buffer->length += (size_t)EVP_EncodeBlock((unsigned char *)buffer->at + buffer->length, bytes, (int)length);
	}
}

/* The letter after the backslash; 0: there is none, so the byte is written as \u00XX. */
static char escape_of(unsigned char c)
{
	static const char letters[] = {
		['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\'};

	return letters[c];
}

void pgw_buffer_add_quoted(struct pgw_buffer *buffer, const char *at, size_t length)
{
	char *to;

	if (!reserve_encoded(buffer, length, 6)) {
		return;
	}
	to = buffer->at + buffer->length;
	*to++ = '"';
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)at[i];

		if (c >= 0x20 && c != '"' && c != '\\') {
			*to++ = (char)c;
			continue;
		}
		*to++ = '\\';
		if (escape_of(c)) {
			*to++ = escape_of(c);
		} else {
			to += snprintf(to, sizeof("u0000"), "u%04x", c);
		}
	}
	*to++ = '"';
	*to = '\0';
	buffer->length = (size_t)(to - buffer->at);
}

void pgw_buffer_free(struct pgw_buffer *buffer)
{
	if (buffer->at) {
		OPENSSL_cleanse(buffer->at, buffer->length);
		free(buffer->at);
	}
	*buffer = (struct pgw_buffer){0};
}
