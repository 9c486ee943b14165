#ifndef SANDBOX_MODEL_CURRENCY_H
#define SANDBOX_MODEL_CURRENCY_H

#include <stdbool.h>

/* Whether text is the numeric ISO 4217 code of a currency, three digits. */
bool sandbox_currency_known(const char *text);

#endif
