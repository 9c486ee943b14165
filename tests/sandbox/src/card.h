#ifndef SANDBOX_CARD_H
#define SANDBOX_CARD_H

#include <stdbool.h>
#include <stdint.h>

#define SANDBOX_MASK_SIZE 13 /* 411111**1111 and NUL */

/* What the payer typed. The texts belong to the caller and are never stored. */
struct sandbox_card {
	const char *pan;
	const char *cvc; /* NULL where none is needed */
	int64_t expiry;  /* YYYYMM */
};

/* 13 to 19 digits with a right check digit. */
bool sandbox_card_number_valid(const char *pan);

/* The action code with which the issuer answers; month (YYYYMM) is the present one. */
int64_t sandbox_card_authorize(const struct sandbox_card *card, int64_t amount, int64_t month);

/* VISA, MASTERCARD, MIR … of a valid number. */
const char *sandbox_card_system(const char *pan);

void sandbox_card_mask(const char *pan, char mask[SANDBOX_MASK_SIZE]);

#endif
