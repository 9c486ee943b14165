/* A growing byte buffer that leaves no copies of its content, such as card numbers, in freed memory. */
#ifndef PGW_BUFFER_H
#define PGW_BUFFER_H

#include "pgw.h"

/* Reserves room for that many more bytes. False when out of memory. */
bool pgw_buffer_grow(struct pgw_buffer *buffer, size_t more);
/* Wipes the content, and keeps the memory unless it is large. */
void pgw_buffer_clear(struct pgw_buffer *buffer);
static inline bool pgw_buffer_reserve(struct pgw_buffer *buffer, size_t more)
{
	return (more < buffer->capacity - buffer->length && !buffer->failed) || pgw_buffer_grow(buffer, more);
}
/* When out of memory an add sets `failed`, and all later ones do nothing. */
void pgw_buffer_add(struct pgw_buffer *buffer, const char *at, size_t length);
static inline void pgw_buffer_add_byte(struct pgw_buffer *buffer, char byte)
{
	if (pgw_buffer_reserve(buffer, 1)) {
		buffer->at[buffer->length++] = byte;
		buffer->at[buffer->length] = '\0';
	}
}
void pgw_buffer_add_text(struct pgw_buffer *buffer, const char *text);
/* Percent-encoded for application/x-www-form-urlencoded. */
void pgw_buffer_add_encoded(struct pgw_buffer *buffer, const char *at, size_t length);
/* Standard Base64 in one line. */
void pgw_buffer_add_base64(struct pgw_buffer *buffer, const void *bytes, size_t length);

/* What JSON has of marks, strings and names: percent-encoded if the buffer `encodes`. */
/* A bracket, a comma or a colon. */
void pgw_buffer_add_mark(struct pgw_buffer *buffer, char mark);
/* A string in quotes; the bytes must be UTF-8. */
void pgw_buffer_add_quoted(struct pgw_buffer *buffer, const char *at, size_t length);
/*
 * The name of a member, `"name":`, perhaps after a comma: one of PGW_PADDED() that holds nothing to be escaped or
 * encoded.
 */
void pgw_buffer_add_name(struct pgw_buffer *buffer, const char *padded, size_t length, bool comma);

#endif
