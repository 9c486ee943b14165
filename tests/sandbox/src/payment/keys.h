#ifndef SANDBOX_PAYMENT_KEYS_H
#define SANDBOX_PAYMENT_KEYS_H

#include "call/reply.h"
#include "store/store.h"

#include <stddef.h>

/* The RSA key with which shops encrypt card data for the gateway. Created at its first use and kept for good. */

#define SANDBOX_KEYS_PATH "se/keys.do" /* GET, relative to the classic base URI */

/* The maximum size of a decrypted text. */
#define SANDBOX_PLAIN_SIZE 256

/* Answers with the public key. */
void sandbox_keys_serve(struct sandbox_store *store, struct sandbox_reply *reply);

/* Decrypts a ciphertext into a NUL-terminated text. False if that fails. */
bool sandbox_keys_decrypt(
	struct sandbox_store *store, const unsigned char *bytes, size_t size, char plain[SANDBOX_PLAIN_SIZE + 1]);

#endif
