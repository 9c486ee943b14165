#ifndef SANDBOX_MODEL_CURRENCY_H
#define SANDBOX_MODEL_CURRENCY_H

#include <stdbool.h>

/* Whether text is the numeric ISO 4217 code of a currency, three digits. */
bool sandbox_currency_known(const char *text);

/* Its code in letters, 3 and a NUL. False if it is unknown. */
bool sandbox_currency_letters(const char *text, char *letters);

/* How many digits of an amount are decimals. */
int sandbox_currency_exponent(const char *text);

#endif
