#ifndef SANDBOX_PAYMENT_WALLET_H
#define SANDBOX_PAYMENT_WALLET_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stdint.h>

/*
 * Payment tokens of wallets. The sandbox has no keys of wallets, so it expects the plain text in Base64 where a wallet
 * has its ciphertext.
 */

/* The contents of a token. */
struct sandbox_wallet_token {
	char pan[20];
	int64_t expiry;   /* YYYYMM */
	char amount[13];  /* empty: it is in the request */
	char currency[4]; /* numeric; empty likewise */
	char cardholder[46 * 4];
	int64_t eci;     /* 0: none */
	bool card;       /* a card number, with nothing that proves who pays */
	const char *way; /* paymentWay */
};

/* Extracts the plain text of a token, which the caller frees; NULL if the token is wrong. */
typedef char *sandbox_wallet_unwrap(const char *token);

/* Reads the plain text. False if something is wrong with it. */
typedef bool sandbox_wallet_read(struct json_object *plain, int64_t now, struct sandbox_wallet_token *token);

struct sandbox_wallet {
	sandbox_wallet_unwrap *wrapped; /* payment.do */
	sandbox_wallet_unwrap *plain;   /* paymentDirect.do, where the shop has decrypted the token */
	const struct sandbox_shape *shape;
	sandbox_wallet_read *read;
	bool pays_registered; /* it also pays orders that were registered before */
};

extern const struct sandbox_wallet sandbox_wallet_apple;
extern const struct sandbox_wallet sandbox_wallet_google;
extern const struct sandbox_wallet sandbox_wallet_samsung;
extern const struct sandbox_wallet sandbox_wallet_mir;

/* False if it is not a valid token of that wallet. */
bool sandbox_wallet_token_read(const struct sandbox_wallet *wallet, bool wrapped, const char *text, int64_t now,
	struct sandbox_wallet_token *token);

#endif
