/* Signing a request. */
#ifndef PGW_SIGNATURE_H
#define PGW_SIGNATURE_H

#include "../pgw.h"

#include <openssl/evp.h>

/*
 * Writes the header lines "X-Hash: " and "X-Signature: " for a body: the SHA-256 of the body, and the RSA signature,
 * with SHA-256, of those 32 bytes, each in Base64. (Of the hash, not of the body: so does the published sample.)
 */
bool pgw_signature_write(
	struct pgw_buffer *hash, struct pgw_buffer *signature, EVP_PKEY *key, const struct pgw_buffer *body);

#endif
