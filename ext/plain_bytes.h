/*
 * How far a JSON text needs no second look, several bytes at a time. Without a PHP header, so that the unit tests of
 * the core compile it twice: as this processor has it, and as those without SSE2 do.
 */
#ifndef PHP_PGW_PLAIN_BYTES_H
#define PHP_PGW_PLAIN_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#ifdef __SSE2__
#	include <emmintrin.h>
#endif

static inline bool is_plain_byte(unsigned char byte)
{
	return byte != '"' && byte >= ' ' && byte < 0x80 && byte != '\\'; /* a quote is the most likely end */
}

/*
 * The number of plain bytes before the first quote, backslash, control or non-ASCII byte of a block; may be too low,
 * unless it is a whole block.
 */
#ifdef __SSE2__
enum { BLOCK = sizeof(__m128i) };

static inline unsigned count_plain_bytes(const char *at)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)at);
	__m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), escapes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
	__m128i others = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' ')); /* signed: those above ASCII are negative */
	int marks = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, escapes), others));

	return marks ? (unsigned)__builtin_ctz((unsigned)marks) : BLOCK;
}
#else
enum { BLOCK = sizeof(size_t) };

static inline unsigned count_plain_bytes(const char *at)
{
	const size_t ones = (size_t)-1 / 0xFF, high = ones * 0x80;
	size_t bytes, quotes, escapes, marks;

	memcpy(&bytes, at, BLOCK);
	quotes = bytes ^ (ones * '"');
	escapes = bytes ^ (ones * '\\');
	/* A byte that is 0, or below a space, sets its high bit; its borrow can only mark higher bytes by mistake. */
	marks =
		(((quotes - ones) & ~quotes) | ((escapes - ones) & ~escapes) | ((bytes - ones * ' ') & ~bytes) | bytes) & high;
	if (!marks) {
		return BLOCK;
	}
#	if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (unsigned)__builtin_ctzll(marks) / 8;
#	else
	return 0; /* the first byte is the highest, so its mark may come from a borrow */
#	endif
}
#endif

/* To the first byte that is not plain. The text ends with a zero byte at `end`; nothing behind it is read. */
static inline const char *skip_plain_bytes(const char *at, const char *end)
{
	for (unsigned count = BLOCK; count == BLOCK && end - at >= BLOCK; at += count) {
		count = count_plain_bytes(at);
	}
	while (is_plain_byte((unsigned char)*at)) {
		at++;
	}
	return at;
}

#endif
