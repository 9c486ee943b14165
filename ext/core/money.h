/* Reading decimal texts, amounts and quantities, and dividing amounts. */
#ifndef PGW_MONEY_H
#define PGW_MONEY_H

#include "pgw.h"

/* By three letters, in either case, or three digits; NULL if there is no such currency. */
const struct pgw_currency *pgw_currency_by_text(struct pgw_text text);

enum pgw_decimal_flaw {
	PGW_DECIMAL_GOOD,
	PGW_DECIMAL_MALFORMED, /* not digits with at most one point between them */
	PGW_DECIMAL_TOO_FINE,  /* too many decimals */
	PGW_DECIMAL_TOO_LARGE  /* PGW_AMOUNT_LIMIT or more */
};

/*
 * Reads "12.5" with `decimals` 3 as 12500. Only ASCII digits: no sign, exponent, space or separator, and no leading
 * zero except the one before the point. Zeros after the last decimal are dropped: "2.0000" is 2.
 */
enum pgw_decimal_flaw pgw_decimal_read(int64_t *scaled, struct pgw_text text, int decimals);

struct pgw_quotient {
	int64_t whole, remainder;
};
/* Divides `factor` * `times` by `divisor` in 64 bits. All three are below PGW_AMOUNT_LIMIT. */
struct pgw_quotient pgw_multiply_and_divide(int64_t factor, int64_t times, int64_t divisor);

#endif
