/* Small questions about texts and other values. */
#ifndef PGW_TEXT_H
#define PGW_TEXT_H

#include "pgw.h"

bool pgw_text_is(struct pgw_text text, const char *literal);
/* A copy ended by a zero byte; NULL when memory ran out. Freed by the caller. */
char *pgw_text_copy(struct pgw_text text);
/* Cuts off what stands before the first such character, or all of it, and takes both away from `left`. */
struct pgw_text pgw_text_cut(struct pgw_text *left, char at);
/* Code points, or -1 when it is not valid UTF-8 or holds a zero byte. */
ssize_t pgw_text_characters(struct pgw_text text);
/*
 * What a message shows of a name that the caller gave: at most 64 bytes of it, in whole characters. "(not UTF-8)", and
 * "(digits)" where it may be a card's number, stand for a name that no message may have.
 */
struct pgw_text pgw_text_shown(struct pgw_text name);
static inline bool pgw_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

bool pgw_text_is_digits(struct pgw_text text);
/* Digits, with a point and at most so many digits after it, if any. */
bool pgw_text_is_decimal(struct pgw_text text, size_t decimals);
/* Digits or a decimal as JSON writes a number: without zeros before the first digit that counts. */
struct pgw_text pgw_text_number(struct pgw_text text);
/* In decimal, at the end of `room`. */
enum { PGW_INTEGER_TEXT = 20 };
struct pgw_text pgw_text_of_integer(int64_t integer, char room[PGW_INTEGER_TEXT]);
/* The shortest text that reads back as the same number, whatever the locale; returns its length. */
size_t pgw_text_of_double(double real, char to[32]);
/* yyyy-MM-ddTHH:mm:ss, and a moment that exists. */
bool pgw_text_is_date_time(struct pgw_text text);
/* yyyy-MM-ddTHH:mm:ss.SSSZ, where Z is an offset such as +0300. */
bool pgw_text_is_zoned_date_time(struct pgw_text text);
/* The name that the caller most likely meant: each known name is offered once, letter case aside. */
struct pgw_nearest {
	struct pgw_text text;
	const char *name; /* borrowed from the offers; NULL while none is near enough */
	size_t edits;     /* from the text to the name */
};
struct pgw_nearest pgw_nearest_to(struct pgw_text text);
void pgw_nearest_offer(struct pgw_nearest *nearest, const char *name);
/* Offers the names of a table, whose rows are structs of `size` bytes that begin with a name; NULL ends it. */
void pgw_nearest_offer_names(struct pgw_nearest *nearest, const void *rows, size_t size);
/* "; did you mean NAME?" or nothing, into `words`. */
const char *pgw_nearest_suggestion(const struct pgw_nearest *nearest, char words[PGW_SUGGESTION]);
/* Has a list or an object no entries? */
bool pgw_is_empty(const struct pgw_tree *tree, const void *container);
/* Does the "a|b|c" list hold the word? */
bool pgw_words_hold(const char *words, const char *word);
bool pgw_words_hold_any_case(const char *words, const char *word);
/* "|a|b" as people read it: "", a, b. Returns `list`; what does not fit is left out. */
enum { PGW_LIST_OF_WORDS = 256 };
const char *pgw_words_list(const char *words, char list[PGW_LIST_OF_WORDS]);

#endif
