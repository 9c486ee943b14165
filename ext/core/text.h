/* Small functions for texts and names. */
#ifndef PGW_TEXT_H
#define PGW_TEXT_H

#include "pgw.h"

bool pgw_text_is(struct pgw_text text, const char *literal);
/* A zero-terminated copy, freed by the caller; NULL when out of memory. */
char *pgw_text_copy(struct pgw_text text);
/* Returns what precedes the first `at`, or everything if there is none, and removes it and the `at` from `left`. */
struct pgw_text pgw_text_cut(struct pgw_text *left, char at);
/* The number of code points, or -1 if the text is not valid UTF-8 or contains a zero byte. */
ssize_t pgw_text_characters(struct pgw_text text);
/*
 * What a message shows of a name that the caller gave: at most 64 bytes, in whole characters. "(not UTF-8)" replaces an
 * invalid name, and "(digits)" one that may be a card number.
 */
struct pgw_text pgw_text_shown(struct pgw_text name);
static inline bool pgw_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* The value of a hexadecimal digit in either case, or -1. Its time does not depend on the digit. */
int pgw_hex_digit(char digit);
bool pgw_text_is_digits(struct pgw_text text);
/* Digits, optionally followed by a point and at most `decimals` digits. */
bool pgw_text_is_decimal(struct pgw_text text, size_t decimals);
/* Digits or a decimal as JSON writes a number: without leading zeros. */
struct pgw_text pgw_text_number(struct pgw_text text);
/* The integer in decimal, written at the end of `room`. */
enum { PGW_INTEGER_TEXT = 20 };
struct pgw_text pgw_text_of_integer(int64_t integer, char room[PGW_INTEGER_TEXT]);
/* The shortest text that parses back to the same number, in any locale; returns its length. */
size_t pgw_text_of_double(double real, char to[32]);
/* yyyy-MM-ddTHH:mm:ss, a date and time that exists. */
bool pgw_text_is_date_time(struct pgw_text text);
/* yyyy-MM-ddTHH:mm:ss.SSSZ, where Z is an offset such as +0300. */
bool pgw_text_is_zoned_date_time(struct pgw_text text);
/* The name that the caller most likely meant. Every known name is offered once; case is ignored. */
struct pgw_nearest {
	struct pgw_text text;
	const char *name; /* borrowed from an offer; NULL: none is near enough */
	size_t edits;     /* the distance from the text to the name */
};
struct pgw_nearest pgw_nearest_to(struct pgw_text text);
void pgw_nearest_offer(struct pgw_nearest *nearest, const char *name);
/* Offers the names of a table: its rows are structs of `size` bytes that begin with a name, and a NULL name ends it. */
void pgw_nearest_offer_names(struct pgw_nearest *nearest, const void *rows, size_t size);
/* Writes "; did you mean NAME?" or "" to `words`, and returns it. */
const char *pgw_nearest_suggestion(const struct pgw_nearest *nearest, char words[PGW_SUGGESTION]);
/* Is a list or an object empty? */
bool pgw_is_empty(const struct pgw_tree *tree, const void *container);
/* Is it a list, perhaps with gaps between its keys, as array_filter() leaves them? An empty array is one. */
bool pgw_is_list(const struct pgw_tree *tree, const void *value);
/* Is the word in the list "a|b|c"? */
bool pgw_words_hold(const char *words, const char *word);
bool pgw_words_hold_text(const char *words, struct pgw_text text);
bool pgw_words_hold_text_any_case(const char *words, struct pgw_text text);
/* Writes "|a|b" for people to read, as "", a, b, truncated if necessary. Returns `list`. */
enum { PGW_LIST_OF_WORDS = 256 };
const char *pgw_words_list(const char *words, char list[PGW_LIST_OF_WORDS]);

#endif
