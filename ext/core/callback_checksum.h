/* The checksum of a callback: HMAC-SHA256 by a shared secret, or an RSA signature by the bank's key. */
#ifndef PGW_CALLBACK_CHECKSUM_H
#define PGW_CALLBACK_CHECKSUM_H

#include "buffer.h"

#include <openssl/evp.h>

struct pgw_callback_keys {
	const EVP_MD *digest;                       /* of RSA signatures; NULL: HMAC-SHA256 */
	struct pgw_text secrets[PGW_CALLBACK_KEYS]; /* borrowed from the caller's nodes */
	EVP_PKEY *rsa[PGW_CALLBACK_KEYS];           /* owned */
	size_t count;
};

/*
 * Read the keys of a node, one text or a list of texts. On failure the error is an ArgumentException that names the
 * argument, and there is nothing to free.
 */
bool pgw_callback_keys_of_secrets(
	struct pgw_callback_keys *keys, const struct pgw_tree *tree, const void *secrets, struct pgw_error *error);
bool pgw_callback_keys_of_pems(struct pgw_callback_keys *keys, const struct pgw_tree *tree, const void *pems,
	struct pgw_text digest, struct pgw_error *error);
void pgw_callback_keys_free(struct pgw_callback_keys *keys);

/* The bytes of a checksum in hexadecimal of either case. Refuses what has not the length of one by any of the keys. */
bool pgw_callback_checksum_read(
	struct pgw_buffer *checksum, struct pgw_text hex, const struct pgw_callback_keys *keys, struct pgw_error *error);

/* Is it the checksum of the text by one of the keys? Every key is tried, whichever fits. */
bool pgw_callback_checksum_fits(
	const struct pgw_callback_keys *keys, const struct pgw_buffer *text, const struct pgw_buffer *checksum);

#endif
