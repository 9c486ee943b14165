#ifndef SANDBOX_MODEL_CARD_H
#define SANDBOX_MODEL_CARD_H

#include "base/secret.h"
#include "model/tds.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SANDBOX_MASK_SIZE 13 /* 411111**1111 and NUL */

/* A card as given in a request. The texts belong to the caller and are never stored. */
struct sandbox_card {
	const char *pan;
	const char *cvc; /* NULL if not given */
	int64_t expiry;  /* YYYYMM */
	bool by_wallet;  /* it may be the device number of a wallet */
};

/* 13 to 19 digits with a valid check digit. */
bool sandbox_card_number_valid(const char *pan);

/* Whether YYYYMM has a month from 1 to 12. */
bool sandbox_card_month_valid(int64_t expiry);

/* Both the number and the month. */
bool sandbox_card_valid(const struct sandbox_card *card);

/* The issuer's action code for a payment. month is the current one, YYYYMM. */
int64_t sandbox_card_authorize(const struct sandbox_card *card, int64_t amount, int64_t month);

/* Whether the issuer knows the card with that expiry. */
bool sandbox_card_expiry_right(const struct sandbox_card *card, int64_t month);

/* A card of which only the keyed hash of its number is left. */
struct sandbox_stored_card {
	const char *pan_mac;
	const char *cvc; /* NULL if not given */
	bool right;      /* it was stored with the right expiry */
};

int64_t sandbox_card_authorize_stored(
	const unsigned char key[SANDBOX_KEY_SIZE], const struct sandbox_stored_card *card, int64_t amount);
bool sandbox_card_stored_expiry_right(
	const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac, int64_t expiry, int64_t month);

/* What the issuer of a card does in 3-D Secure, and the code that its payer types; NULL: none. */
enum sandbox_tds_kind sandbox_card_tds(const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac);
const char *sandbox_card_acs_code(const unsigned char key[SANDBOX_KEY_SIZE], const char *pan_mac);

/* A test card, as testers are shown it. */
struct sandbox_test_card {
	const char *pan, *cvc;
	int64_t expiry; /* YYYYMM */
	int64_t action; /* what the issuer answers */
	int64_t most;   /* amount in minor units; 0: any */
	enum sandbox_tds_kind tds;
	const char *acs_code; /* NULL: nobody is asked */
};

/* The test card at that index, device numbers of wallets left out. False if there is none. */
bool sandbox_test_card_at(size_t index, struct sandbox_test_card *card);

/* The payment system of a valid number: VISA, MASTERCARD, MIR … */
const char *sandbox_card_system(const char *pan);

void sandbox_card_mask(const char *pan, char mask[SANDBOX_MASK_SIZE]);

#endif
