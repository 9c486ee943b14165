/* RSA keys from PEM. */
#include "rsa_key.h"

#include "buffer.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <string.h>

static const struct pgw_text first_line = {"-----BEGIN PUBLIC KEY-----", sizeof("-----BEGIN PUBLIC KEY-----") - 1};
static const struct pgw_text last_line = {"-----END PUBLIC KEY-----", sizeof("-----END PUBLIC KEY-----") - 1};

/* What stands between the two lines; a NULL `at` if one of them is missing. */
static struct pgw_text inside(struct pgw_text pem)
{
	const char *first = pem.length > 0 ? memmem(pem.at, pem.length, first_line.at, first_line.length) : NULL;
	const char *begin = first ? first + first_line.length : NULL;
	const char *end =
		begin ? memmem(begin, pem.length - (size_t)(begin - pem.at), last_line.at, last_line.length) : NULL;

	return end ? (struct pgw_text){begin, (size_t)(end - begin)} : (struct pgw_text){NULL, 0};
}

/* OpenSSL skips white space in Base64, but not every version if it is longer than a line. */
static bool decode(struct pgw_buffer *der, struct pgw_text base64)
{
	EVP_ENCODE_CTX *context = EVP_ENCODE_CTX_new();
	int length = 0, rest = 0;
	bool done = context && base64.length < INT_MAX / 2 && pgw_buffer_reserve(der, base64.length + 3);

	if (done) {
		EVP_DecodeInit(context);
		done = EVP_DecodeUpdate(context, (unsigned char *)der->at, &length, (const unsigned char *)base64.at,
				   (int)base64.length) >= 0 &&
			   EVP_DecodeFinal(context, (unsigned char *)der->at + length, &rest) == 1;
		der->length = (size_t)length + (size_t)rest;
	}
	EVP_ENCODE_CTX_free(context);
	return done;
}

static bool is_usable(const EVP_PKEY *key)
{
	return EVP_PKEY_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_bits(key) >= PGW_LEAST_RSA_BITS;
}

static EVP_PKEY *if_usable(EVP_PKEY *key)
{
	if (key && !is_usable(key)) {
		EVP_PKEY_free(key);
		return NULL;
	}
	return key;
}

EVP_PKEY *pgw_rsa_public_key(struct pgw_text pem)
{
	struct pgw_text base64 = inside(pem);
	struct pgw_buffer der = {0};
	const unsigned char *at;
	EVP_PKEY *key = NULL;

	if (!base64.at) {
		return NULL;
	}
	ERR_set_mark(); /* the errors of the shop's own use of OpenSSL stay as they are */
	if (decode(&der, base64)) {
		at = (const unsigned char *)der.at;
		key = d2i_PUBKEY(NULL, &at, (long)der.length);
	}
	ERR_pop_to_mark();
	pgw_buffer_free(&der);
	return if_usable(key);
}

/* Without this callback OpenSSL would ask on the terminal. */
static int give_password(char *to, int size, int writing, void *context)
{
	const struct pgw_text *password = context;

	(void)writing;
	if (!password->at || password->length > (size_t)size) {
		return -1;
	}
	memcpy(to, password->at, password->length);
	return (int)password->length;
}

EVP_PKEY *pgw_rsa_private_key(struct pgw_text pem, struct pgw_text password)
{
	BIO *bio = pem.length <= INT_MAX ? BIO_new_mem_buf(pem.at, (int)pem.length) : NULL;
	EVP_PKEY *key;

	if (!bio) {
		return NULL;
	}
	ERR_set_mark();
	key = PEM_read_bio_PrivateKey(bio, NULL, give_password, &password);
	ERR_pop_to_mark();
	BIO_free(bio);
	return if_usable(key);
}
