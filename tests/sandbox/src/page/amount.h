#ifndef SANDBOX_PAGE_AMOUNT_H
#define SANDBOX_PAGE_AMOUNT_H

#include <stdint.h>

#define SANDBOX_AMOUNT_SIZE 64

/* An amount as people write it in that language: 150000 of 643 is "1 500.00 ₽" in English, "1 500,00 ₽" in Russian.
 */
void sandbox_amount_write(int64_t amount, const char *currency, const char *language, char text[SANDBOX_AMOUNT_SIZE]);

#endif
