#ifndef SANDBOX_MODEL_CARD_H
#define SANDBOX_MODEL_CARD_H

#include "base/secret.h"

#include <stdbool.h>
#include <stdint.h>

#define SANDBOX_MASK_SIZE 13 /* 411111**1111 and NUL */

/* What the payer typed. The texts belong to the caller and are never stored. */
struct sandbox_card {
	const char *pan;
	const char *cvc; /* NULL where none is needed */
	int64_t expiry;  /* YYYYMM */
	bool by_wallet;  /* its number may be one that a wallet has in the place of the card's own */
};

/* 13 to 19 digits with a right check digit. */
bool sandbox_card_number_valid(const char *pan);

/* YYYYMM of a month that exists. */
bool sandbox_card_month_valid(int64_t expiry);

/* Both of them. */
bool sandbox_card_valid(const struct sandbox_card *card);

/* The action code with which the issuer answers; month (YYYYMM) is the present one. */
int64_t sandbox_card_authorize(const struct sandbox_card *card, int64_t amount, int64_t month);

/* Whether the issuer knows the card, and with that expiry. */
bool sandbox_card_expiry_right(const struct sandbox_card *card, int64_t month);

/* A card of which no more than a keyed hash is left. */
struct sandbox_stored_card {
	const char *pan_mac;
	const char *cvc; /* NULL where none is given */
	bool right;      /* its expiry was right when it was stored */
};

int64_t sandbox_card_authorize_stored(
	const unsigned char key[SANDBOX_KEY_SIZE], const struct sandbox_stored_card *card, int64_t amount);
bool sandbox_card_stored_expiry_right(
	const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac, int64_t expiry, int64_t month);

/* VISA, MASTERCARD, MIR … of a valid number. */
const char *sandbox_card_system(const char *pan);

void sandbox_card_mask(const char *pan, char mask[SANDBOX_MASK_SIZE]);

#endif
