/* Signed requests. */
#include "base/signature.h"

#include "base/base64.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <stdlib.h>
#include <string.h>

/* NULL if the text is none; the caller frees it. */
static EVP_PKEY *read_public_key(const char *pem)
{
	BIO *memory = BIO_new_mem_buf(pem, -1);
	EVP_PKEY *key = memory ? PEM_read_bio_PUBKEY(memory, NULL, NULL, NULL) : NULL;
	BIO_free(memory);
	if (key && EVP_PKEY_base_id(key) != EVP_PKEY_RSA) {
		EVP_PKEY_free(key);
		return NULL;
	}
	return key;
}

bool sandbox_public_key_valid(const char *pem)
{
	EVP_PKEY *key = read_public_key(pem);
	EVP_PKEY_free(key);
	return key;
}

bool sandbox_hash_right(const char *hash, const char *body, size_t size)
{
	unsigned char digest[SHA256_DIGEST_LENGTH];
	size_t length = 0;
	unsigned char *given = hash ? sandbox_base64_decode(hash, false, &length) : NULL;
	SHA256((const unsigned char *)body, size, digest);
	bool right = given && length == sizeof digest && memcmp(given, digest, sizeof digest) == 0;
	free(given);
	return right;
}

bool sandbox_signature_right(const char *signature, const char *pem, const char *body, size_t size)
{
	unsigned char digest[SHA256_DIGEST_LENGTH];
	size_t length = 0;
	unsigned char *given = signature ? sandbox_base64_decode(signature, false, &length) : NULL;
	EVP_PKEY *key = read_public_key(pem);
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	SHA256((const unsigned char *)body, size, digest);
	bool right = given && key && context && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
				 EVP_DigestVerify(context, given, length, digest, sizeof digest) == 1;
	EVP_MD_CTX_free(context);
	EVP_PKEY_free(key);
	free(given);
	return right;
}
