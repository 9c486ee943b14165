/* Small questions about texts. */
#ifndef PGW_TEXT_H
#define PGW_TEXT_H

#include "pgw.h"

bool pgw_text_is(struct pgw_text text, const char *literal);
/* A copy ended by a zero byte; NULL when memory ran out. Freed by the caller. */
char *pgw_text_copy(struct pgw_text text);
/* Code points, or -1 when it is not valid UTF-8 or holds a zero byte. */
ssize_t pgw_text_characters(struct pgw_text text);
bool pgw_text_is_digits(struct pgw_text text);
/* yyyy-MM-ddTHH:mm:ss, and a moment that exists. */
bool pgw_text_is_date_time(struct pgw_text text);
/* How many single-character edits lead from one to the other, letter case aside; at least `limit` when more. */
size_t pgw_text_distance(struct pgw_text text, const char *name, size_t limit);
/* Does the "a|b|c" list hold the word? */
bool pgw_words_hold(const char *words, const char *word);

#endif
