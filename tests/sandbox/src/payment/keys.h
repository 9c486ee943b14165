#ifndef SANDBOX_PAYMENT_KEYS_H
#define SANDBOX_PAYMENT_KEYS_H

#include "call/reply.h"
#include "store/store.h"

#include <stddef.h>

/* The RSA key with which shops encrypt card data for the gateway. Made at its first use, and kept for good. */

#define SANDBOX_KEYS_PATH "se/keys.do" /* GET, below the classic base URI */

/* At most so many bytes come out of one ciphertext. */
#define SANDBOX_PLAIN_SIZE 256

/* Answers with the public key. */
void sandbox_keys_serve(struct sandbox_store *store, struct sandbox_reply *reply);

/* The plain text, with a NUL after it, of a ciphertext. False if it is none. */
bool sandbox_keys_decrypt(
	struct sandbox_store *store, const unsigned char *bytes, size_t size, char plain[SANDBOX_PLAIN_SIZE + 1]);

#endif
