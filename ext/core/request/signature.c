/* Signing a request: X-Hash and X-Signature. */
#include "signature.h"

#include "../buffer.h"

#include <openssl/err.h>

enum { HASH_LENGTH = 32 };

static bool add_line(struct pgw_buffer *line, const char *name, const void *bytes, size_t length)
{
	pgw_buffer_add_text(line, name);
	pgw_buffer_add_base64(line, bytes, length);
	return !line->failed;
}

static bool sign(EVP_PKEY *key, const unsigned char hash[HASH_LENGTH], struct pgw_buffer *signature)
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	size_t length = (size_t)EVP_PKEY_size(key);
	bool done = context && pgw_buffer_reserve(signature, length) &&
				EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
				EVP_DigestSign(context, (unsigned char *)signature->at, &length, hash, HASH_LENGTH) == 1;

	signature->length = done ? length : 0;
	EVP_MD_CTX_free(context);
	return done;
}

bool pgw_signature_write(
	struct pgw_buffer *hash, struct pgw_buffer *signature, EVP_PKEY *key, const struct pgw_buffer *body)
{
	unsigned char digest[HASH_LENGTH];
	struct pgw_buffer bytes = {0};
	bool done;

	ERR_set_mark();
	done = EVP_Digest(body->length ? body->at : "", body->length, digest, NULL, EVP_sha256(), NULL) == 1 &&
		   sign(key, digest, &bytes) && add_line(hash, "X-Hash: ", digest, sizeof(digest)) &&
		   add_line(signature, "X-Signature: ", bytes.at, bytes.length);
	ERR_pop_to_mark();
	pgw_buffer_free(&bytes);
	return done;
}
