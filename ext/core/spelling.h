/* What shops write in more ways than the gateway reads: phones, languages, currencies. */
#ifndef PGW_SPELLING_H
#define PGW_SPELLING_H

#include "pgw.h"

/*
 * Each returns what the gateway reads, borrowed from the text or from `room`. A text that is not of its kind is
 * returned as it is, for the caller to refuse.
 */
enum { PGW_PLAIN_ROOM = 40 };
/* Without blanks, dashes, dots and parentheses, and with `digits_only` without the + before them. */
struct pgw_text pgw_plain_phone(struct pgw_text text, bool digits_only, char room[PGW_PLAIN_ROOM]);
/* The language of a locale: ru of ru_RU, ru-RU or ru_RU.UTF-8. */
struct pgw_text pgw_plain_language(struct pgw_text text);
/* Two digits. */
struct pgw_text pgw_plain_month(struct pgw_text text, char room[PGW_PLAIN_ROOM]);
/* Three digits: the number of a currency's letters, or the zeros that an int loses before it. */
struct pgw_text pgw_plain_currency(struct pgw_text text, char room[PGW_PLAIN_ROOM]);

#endif
