#ifndef SANDBOX_PAGE_AMOUNT_H
#define SANDBOX_PAGE_AMOUNT_H

#include <stdbool.h>
#include <stdint.h>

#define SANDBOX_AMOUNT_SIZE 64

/* An amount as people write it in that language: 150000 of 643 is "1 500.00 ₽" in English, "1 500,00 ₽" in Russian.
 */
void sandbox_amount_write(int64_t amount, const char *currency, const char *language, char text[SANDBOX_AMOUNT_SIZE]);

/* The same without groups and sign, for forms and files: 1500.00, 1500,00. */
void sandbox_amount_write_plain(
	int64_t amount, const char *currency, const char *language, char text[SANDBOX_AMOUNT_SIZE]);

/* Reads such an amount as people type it, with a point or a comma and with blanks. False if it is none, or too large.
 */
bool sandbox_amount_read(const char *text, const char *currency, int64_t *amount);

#endif
