#ifndef SANDBOX_MODEL_BINDING_H
#define SANDBOX_MODEL_BINDING_H

#include "base/secret.h"
#include "model/card.h"
#include "model/limits.h"
#include "model/merchant.h"

#include <stdbool.h>
#include <stdint.h>

/* A stored card: its owner, and what may be stored of the card. Never its number or its CVC. */

enum sandbox_binding_type {
	SANDBOX_BINDING_COMMON,
	SANDBOX_BINDING_RECURRENT,
	SANDBOX_BINDING_INSTALLMENT,
	SANDBOX_BINDING_TYPES,
};

/* bindingCategory: COMMON, RECURRENT, INSTALLMENT. */
extern const char *const sandbox_binding_names[SANDBOX_BINDING_TYPES];

/* Sizes of UTF-8 texts of that many characters. */
#define SANDBOX_CLIENT_SIZE     (255 * 4 + 1)
#define SANDBOX_CARDHOLDER_SIZE (512 * 4 + 1)
#define SANDBOX_SYSTEM_SIZE     16
#define SANDBOX_WAY_SIZE        32

struct sandbox_binding {
	int64_t row;
	int64_t merchant;
	enum sandbox_binding_type type;
	bool active;
	bool card_right; /* it was stored with the right expiry */
	bool by_tds2;    /* the payment that stored it was authenticated by this gateway with 3DS2 */
	int64_t expiry;  /* YYYYMM */
	int64_t created_at;
	struct sandbox_limits limits;
	char id[SANDBOX_UUID_SIZE];
	char client_id[SANDBOX_CLIENT_SIZE];
	char pan_mac[SANDBOX_MAC_SIZE];
	char masked_pan[SANDBOX_MASK_SIZE];
	char payment_system[SANDBOX_SYSTEM_SIZE];
	char wallet[SANDBOX_WAY_SIZE]; /* paymentWay of the wallet whose device number this is; empty for a card */
	char cardholder[SANDBOX_CARDHOLDER_SIZE];
};

/* Whether the last month of the card, in the merchant's zone, is over. */
bool sandbox_binding_expired(
	const struct sandbox_binding *binding, const struct sandbox_settings *settings, int64_t now);

/* Whether the binding is active, not expired, and belongs to that client. */
bool sandbox_binding_usable(
	const struct sandbox_binding *binding, const char *client_id, const struct sandbox_settings *settings, int64_t now);

/* The current month, YYYYMM, in the merchant's zone. */
int64_t sandbox_binding_month(const struct sandbox_settings *settings, int64_t now);

/* The issuer's action code for a payment with a stored card. cvc may be NULL. */
int64_t sandbox_binding_authorize(
	const struct sandbox_binding *binding, const unsigned char key[SANDBOX_KEY_SIZE], const char *cvc, int64_t amount);

/* The type by its first letter, C, R or I; SANDBOX_BINDING_TYPES for anything else. */
enum sandbox_binding_type sandbox_binding_type_of(char letter);

/* Fills in what is stored of a card: its masked number, a keyed hash, and whether the expiry is right. */
void sandbox_binding_set_card(struct sandbox_binding *binding, const unsigned char key[SANDBOX_KEY_SIZE],
	const struct sandbox_card *card, const char *cardholder, int64_t month);

#endif
