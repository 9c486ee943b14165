#ifndef SANDBOX_STORE_RSA_KEYS_H
#define SANDBOX_STORE_RSA_KEYS_H

#include "store/database.h"

#include <openssl/evp.h>

#define SANDBOX_RSA_BITS 2048

/*
 * The private key of that name, made at its first use and kept for good, through a reset as well. Takes the lock. The
 * caller frees it with EVP_PKEY_free(); NULL if it cannot be made.
 */
EVP_PKEY *sandbox_store_rsa_key(struct sandbox_store *store, const char *name);

/* The public half in PEM, NUL-terminated; the caller frees it. */
char *sandbox_store_public_key(EVP_PKEY *key);

#endif
