/* RSA keys from PEM. */
#ifndef PGW_RSA_KEY_H
#define PGW_RSA_KEY_H

#include "pgw.h"

#include <openssl/evp.h>

/* Shorter keys are refused: they are typing errors, or broken. */
enum { PGW_LEAST_RSA_BITS = 1024 };

/*
 * A public key (SubjectPublicKeyInfo). The gateway may print it without line breaks, which OpenSSL's own reader
 * refuses. NULL: it is not PEM, not a public key, or not one of RSA. The caller frees it with EVP_PKEY_free().
 */
EVP_PKEY *pgw_rsa_public_key(struct pgw_text pem);
/*
 * A private key; `password` of an encrypted one, otherwise with a NULL `at`. NULL: it is not PEM, not a private key,
 * not one of RSA, or the password is wrong.
 */
EVP_PKEY *pgw_rsa_private_key(struct pgw_text pem, struct pgw_text password);

#endif
