#include "buffer.h"

#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* realloc would leave the old bytes readable in freed memory, so grow by hand. */
bool pgw_buffer_reserve(struct pgw_buffer *buffer, size_t more)
{
	size_t needed = buffer->length + more + 1;
	size_t capacity = buffer->capacity ? buffer->capacity : 512;
	char *grown;

	if (buffer->failed) {
		return false;
	}
	if (needed <= buffer->capacity) {
		return true;
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

static bool is_unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
		   c == '_' || c == '~';
}

void pgw_buffer_add_encoded(struct pgw_buffer *buffer, const char *at, size_t length)
{
	static const char hex[] = "0123456789ABCDEF";
	char *to;

	if (!pgw_buffer_reserve(buffer, 3 * length)) {
		return;
	}
	to = buffer->at + buffer->length;
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)at[i];

		if (is_unreserved(c)) {
			*to++ = (char)c;
			continue;
		}
		*to++ = '%';
		*to++ = hex[c >> 4];
		*to++ = hex[c & 15];
	}
	*to = '\0';
	buffer->length = (size_t)(to - buffer->at);
}

/* A scalar of a JSON body is quoted here rather than by json-c, whose buffers nobody wipes. */
void pgw_buffer_add_quoted(struct pgw_buffer *buffer, const char *at, size_t length)
{
	char escape[8];

	pgw_buffer_add(buffer, "\"", 1);
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)at[i];

		if (c == '"' || c == '\\') {
			pgw_buffer_add(buffer, "\\", 1);
			pgw_buffer_add(buffer, at + i, 1);
		} else if (c < 0x20) {
			snprintf(escape, sizeof(escape), "\\u%04x", c);
			pgw_buffer_add_text(buffer, escape);
		} else {
			pgw_buffer_add(buffer, at + i, 1);
		}
	}
	pgw_buffer_add(buffer, "\"", 1);
}

void pgw_buffer_free(struct pgw_buffer *buffer)
{
	if (buffer->at) {
		OPENSSL_cleanse(buffer->at, buffer->length);
		free(buffer->at);
	}
	*buffer = (struct pgw_buffer){0};
}
