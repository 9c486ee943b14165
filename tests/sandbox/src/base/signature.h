#ifndef SANDBOX_BASE_SIGNATURE_H
#define SANDBOX_BASE_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the text is the public key of an RSA pair, in PEM. */
bool sandbox_public_key_valid(const char *pem);

/*
 * Whether hash is Base64 of the SHA-256 of the body, and signature Base64 of the RSA signature (PKCS#1 v1.5, SHA-256)
 * over the 32 bytes of that hash, which so are hashed once more. Either may be NULL: it is then wrong.
 */
bool sandbox_hash_right(const char *hash, const char *body, size_t size);
bool sandbox_signature_right(const char *signature, const char *pem, const char *body, size_t size);

#endif
