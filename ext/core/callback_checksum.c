/* The checksum of a callback: HMAC-SHA256 by a shared secret, or an RSA signature by the bank's key. */
#include "callback_checksum.h"

#include "error.h"
#include "text.h"

#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <string.h>
#include <strings.h>

enum { HMAC_LENGTH = 32, LEAST_RSA_BITS = 1024 };

struct key_reading {
	struct pgw_callback_keys *keys;
	const struct pgw_tree *tree;
	const char *argument; /* for messages */
	bool (*add)(struct pgw_callback_keys *keys, struct pgw_text text, struct pgw_error *error);
	struct pgw_error *error;
};

static bool read_key(void *context, struct pgw_text name, const void *value)
{
	struct key_reading *reading = context;

	(void)name;
	if (reading->tree->type(value) != PGW_STRING) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "%s must hold only strings", reading->argument);
	}
	if (reading->tree->text(value).length == 0) {
		return pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "%s must not be empty", reading->argument);
	}
	if (reading->keys->count == PGW_CALLBACK_KEYS) {
		return pgw_fail(
			reading->error, PGW_ERROR_ARGUMENT, "%s holds more than %d", reading->argument, PGW_CALLBACK_KEYS);
	}
	return reading->add(reading->keys, reading->tree->text(value), reading->error);
}

static bool read_keys(struct key_reading *reading, const void *node)
{
	bool one = reading->tree->type(node) == PGW_STRING;

	if (!(one ? read_key(reading, PGW_TEXT(""), node) : reading->tree->each(node, read_key, reading))) {
		pgw_callback_keys_free(reading->keys);
		return false;
	}
	return reading->keys->count > 0 ||
		   pgw_fail(reading->error, PGW_ERROR_ARGUMENT, "%s must not be empty", reading->argument);
}

/* ---------------------------------------------------------------- secrets */

static bool add_secret(struct pgw_callback_keys *keys, struct pgw_text text, struct pgw_error *error)
{
	if (text.length > INT_MAX) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "secrets holds a text that is too long");
	}
	keys->secrets[keys->count++] = text;
	return true;
}

bool pgw_callback_keys_of_secrets(
	struct pgw_callback_keys *keys, const struct pgw_tree *tree, const void *secrets, struct pgw_error *error)
{
	struct key_reading reading = {keys, tree, "secrets", add_secret, error};

	keys->digest = NULL;
	keys->count = 0;
	return read_keys(&reading, secrets);
}

/* ---------------------------------------------------------------- keys in PEM */

/* Only the key of a certificate is used: the banks' certificates are long expired, and the shop trusts the key. */
static EVP_PKEY *key_of_certificate(const unsigned char *der, long length)
{
	X509 *certificate = d2i_X509(NULL, &der, length);
	EVP_PKEY *key = certificate ? X509_get_pubkey(certificate) : NULL;

	X509_free(certificate);
	return key;
}

static EVP_PKEY *key_of_public_key(const unsigned char *der, long length)
{
	return d2i_PUBKEY(NULL, &der, length);
}

static EVP_PKEY *key_of_rsa_public_key(const unsigned char *der, long length)
{
	return d2i_PublicKey(EVP_PKEY_RSA, NULL, &der, length);
}

/* The kinds of PEM blocks. */
static const struct {
	const char *name;
	EVP_PKEY *(*read)(const unsigned char *der, long length); /* NULL: a private key */
} pem_kinds[] = {
	{PEM_STRING_X509, key_of_certificate},
	{PEM_STRING_X509_OLD, key_of_certificate},
	{PEM_STRING_PUBLIC, key_of_public_key},
	{PEM_STRING_RSA_PUBLIC, key_of_rsa_public_key},
	{PEM_STRING_PKCS8, NULL},
	{PEM_STRING_PKCS8INF, NULL},
	{PEM_STRING_RSA, NULL},
	{PEM_STRING_ECPRIVATEKEY, NULL},
	{PEM_STRING_DSA, NULL},
};

static EVP_PKEY *read_block(const char *name, const unsigned char *der, long length, struct pgw_error *error)
{
	EVP_PKEY *key;

	for (size_t i = 0; i < sizeof(pem_kinds) / sizeof(pem_kinds[0]); i++) {
		if (strcmp(pem_kinds[i].name, name) != 0) {
			continue;
		}
		if (!pem_kinds[i].read) {
			pgw_fail(error, PGW_ERROR_ARGUMENT,
				"pems holds a private key: give the public key or the certificate that the bank supplied");
			return NULL;
		}
		key = pem_kinds[i].read(der, length);
		if (!key) {
			pgw_fail(error, PGW_ERROR_ARGUMENT, "pems holds a %s that cannot be read",
				pem_kinds[i].read == key_of_certificate ? "certificate" : "public key");
		}
		return key;
	}
	pgw_fail(error, PGW_ERROR_ARGUMENT, "pems holds something else than a public key or a certificate");
	return NULL;
}

static bool check_rsa(EVP_PKEY *key, struct pgw_error *error)
{
	if (EVP_PKEY_base_id(key) != EVP_PKEY_RSA) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "pems holds a key of another kind than RSA");
	}
	if (EVP_PKEY_bits(key) < LEAST_RSA_BITS) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "pems holds an RSA key of %d bits, fewer than %d",
			EVP_PKEY_bits(key), LEAST_RSA_BITS);
	}
	return true;
}

/* One block each: of a chain of certificates only the first is the bank's. */
static EVP_PKEY *read_pem(BIO *bio, struct pgw_error *error)
{
	char *name = NULL, *header = NULL;
	unsigned char *der = NULL;
	EVP_PKEY *key = NULL;
	long length;

	if (!PEM_read_bio(bio, &name, &header, &der, &length)) {
		pgw_fail(error, PGW_ERROR_ARGUMENT, "pems holds a text that is not PEM");
		return NULL;
	}
	key = read_block(name, der, length, error);
	OPENSSL_free(name);
	OPENSSL_free(header);
	OPENSSL_clear_free(der, (size_t)length); /* it may be a private key */
	if (key && !check_rsa(key, error)) {
		EVP_PKEY_free(key);
		return NULL;
	}
	return key;
}

static bool has_another_block(BIO *bio)
{
	char *name = NULL, *header = NULL;
	unsigned char *der = NULL;
	long length;

	if (!PEM_read_bio(bio, &name, &header, &der, &length)) {
		return false;
	}
	OPENSSL_free(name);
	OPENSSL_free(header);
	OPENSSL_clear_free(der, (size_t)length);
	return true;
}

static bool add_pem(struct pgw_callback_keys *keys, struct pgw_text text, struct pgw_error *error)
{
	BIO *bio = text.length <= INT_MAX ? BIO_new_mem_buf(text.at, (int)text.length) : NULL;
	EVP_PKEY *key;

	if (!bio) {
		return pgw_fail_memory(error);
	}
	ERR_set_mark(); /* the errors of the shop's own use of OpenSSL stay as they are */
	key = read_pem(bio, error);
	if (key && has_another_block(bio)) {
		pgw_fail(error, PGW_ERROR_ARGUMENT,
			"pems holds a text with several keys or certificates: give the bank's alone, or a list of texts");
		EVP_PKEY_free(key);
		key = NULL;
	}
	ERR_pop_to_mark();
	BIO_free(bio);
	if (key) {
		keys->rsa[keys->count++] = key;
	}
	return key != NULL;
}

static const EVP_MD *find_digest(struct pgw_text name)
{
	static const struct {
		const char *name;
		const EVP_MD *(*digest)(void);
	} digests[] = {{"sha512", EVP_sha512}, {"sha384", EVP_sha384}, {"sha256", EVP_sha256}};

	for (size_t i = 0; i < sizeof(digests) / sizeof(digests[0]); i++) {
		if (name.length == strlen(digests[i].name) && strncasecmp(name.at, digests[i].name, name.length) == 0) {
			return digests[i].digest();
		}
	}
	return NULL;
}

bool pgw_callback_keys_of_pems(struct pgw_callback_keys *keys, const struct pgw_tree *tree, const void *pems,
	struct pgw_text digest, struct pgw_error *error)
{
	struct key_reading reading = {keys, tree, "pems", add_pem, error};

	keys->count = 0;
	keys->digest = find_digest(digest);
	if (!keys->digest) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "digest must be sha512, sha384 or sha256");
	}
	return read_keys(&reading, pems);
}

void pgw_callback_keys_free(struct pgw_callback_keys *keys)
{
	for (size_t i = 0; keys->digest && i < keys->count; i++) {
		EVP_PKEY_free(keys->rsa[i]);
	}
	keys->count = 0;
}

/* ---------------------------------------------------------------- the checksum */

static bool check_length(size_t digits, const struct pgw_callback_keys *keys, struct pgw_error *error)
{
	if (!keys->digest) {
		return digits == 2 * HMAC_LENGTH ||
			   pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: the checksum has %zu digits; HMAC-SHA256 has %d", digits,
				   2 * HMAC_LENGTH);
	}
	for (size_t i = 0; i < keys->count; i++) {
		if (digits == 2 * (size_t)EVP_PKEY_size(keys->rsa[i])) {
			return true;
		}
	}
	return pgw_fail(error, PGW_ERROR_SIGNATURE,
		"callback: the checksum has %zu digits; a signature by the bank's key has %zu", digits,
		2 * (size_t)EVP_PKEY_size(keys->rsa[0]));
}

bool pgw_callback_checksum_read(
	struct pgw_buffer *checksum, struct pgw_text hex, const struct pgw_callback_keys *keys, struct pgw_error *error)
{
	int all = 0;

	for (size_t i = 0; i < hex.length; i++) {
		all |= pgw_hex_digit(hex.at[i]); /* negative if one is */
	}
	if (all < 0) {
		return pgw_fail(error, PGW_ERROR_SIGNATURE, "callback: the checksum is not hexadecimal");
	}
	if (!check_length(hex.length, keys, error)) {
		return false;
	}
	for (size_t i = 0; i < hex.length; i += 2) {
		pgw_buffer_add_byte(checksum, (char)(pgw_hex_digit(hex.at[i]) << 4 | pgw_hex_digit(hex.at[i + 1])));
	}
	return !checksum->failed || pgw_fail_memory(error);
}

static bool hmac_fits(
	const struct pgw_callback_keys *keys, const struct pgw_buffer *text, const struct pgw_buffer *checksum)
{
	unsigned char mac[EVP_MAX_MD_SIZE];
	bool fits = false;

	for (size_t i = 0; i < keys->count; i++) {
		unsigned length = 0;

		if (HMAC(EVP_sha256(), keys->secrets[i].at, (int)keys->secrets[i].length, (const unsigned char *)text->at,
				text->length, mac, &length)) {
			fits |= length == checksum->length && CRYPTO_memcmp(mac, checksum->at, length) == 0;
		}
	}
	OPENSSL_cleanse(mac, sizeof(mac));
	return fits;
}

static bool signature_fits(
	EVP_PKEY *key, const EVP_MD *digest, const struct pgw_buffer *text, const struct pgw_buffer *checksum)
{
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	bool fits = context && EVP_DigestVerifyInit(context, NULL, digest, NULL, key) == 1 &&
				EVP_DigestVerify(context, (const unsigned char *)checksum->at, checksum->length,
					(const unsigned char *)text->at, text->length) == 1;

	EVP_MD_CTX_free(context);
	return fits;
}

bool pgw_callback_checksum_fits(
	const struct pgw_callback_keys *keys, const struct pgw_buffer *text, const struct pgw_buffer *checksum)
{
	bool fits = false;

	ERR_set_mark();
	if (!keys->digest) {
		fits = hmac_fits(keys, text, checksum);
	}
	for (size_t i = 0; keys->digest && i < keys->count; i++) {
		fits |= signature_fits(keys->rsa[i], keys->digest, text, checksum);
	}
	ERR_pop_to_mark();
	return fits;
}
