/* Decimal texts, for amounts and quantities. */
#ifndef PGW_MONEY_H
#define PGW_MONEY_H

#include "pgw.h"

enum pgw_decimal_flaw {
	PGW_DECIMAL_GOOD,
	PGW_DECIMAL_MALFORMED, /* not digits, with a point between them at most */
	PGW_DECIMAL_TOO_FINE,  /* more decimals than there may be */
	PGW_DECIMAL_TOO_LARGE  /* PGW_AMOUNT_LIMIT or more */
};

/*
 * "12.5" with at most 3 decimals is 12500. Plain ASCII digits: no sign, exponent, space, separator, and no leading zero
 * but the one before the point.
 */
enum pgw_decimal_flaw pgw_decimal_read(int64_t *scaled, struct pgw_text text, int decimals);

#endif
