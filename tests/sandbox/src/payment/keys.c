/* The RSA key with which shops encrypt card data for the gateway. */
#include "payment/keys.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

#define NAME       "rsa"
#define BITS       2048
#define EXPIRATION INT64_C(4102444800000) /* the year 2100 */

static EVP_PKEY *generate_rsa_key(void)
{
	EVP_PKEY *key = NULL;
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
	if (!context || EVP_PKEY_keygen_init(context) != 1 || EVP_PKEY_CTX_set_rsa_keygen_bits(context, BITS) != 1 ||
		EVP_PKEY_keygen(context, &key) != 1) {
		key = NULL;
	}
	EVP_PKEY_CTX_free(context);
	return key;
}

static EVP_PKEY *make_rsa_key(struct sandbox_store *store)
{
	unsigned char *der = NULL;
	EVP_PKEY *key = generate_rsa_key();
	int size = key ? i2d_PrivateKey(key, &der) : -1;
	if (size <= 0 || !sandbox_store_blob_write(store, NAME, der, (size_t)size)) {
		EVP_PKEY_free(key);
		key = NULL;
	}
	OPENSSL_clear_free(der, size > 0 ? (size_t)size : 0);
	return key;
}

static EVP_PKEY *load_rsa_key(struct sandbox_store *store)
{
	unsigned char *der;
	size_t size;
	EVP_PKEY *key = NULL;
	sandbox_store_lock(store);
	if (sandbox_store_blob_read(store, NAME, &der, &size)) {
		const unsigned char *from = der;
		key = d2i_AutoPrivateKey(NULL, &from, (long)size);
		sandbox_wipe(der, size);
		free(der);
	} else {
		key = make_rsa_key(store);
	}
	sandbox_store_unlock(store);
	return key;
}

/* The public key in PEM, NUL-terminated; the caller frees it. */
static char *write_public_key(EVP_PKEY *key)
{
	char *text = NULL, *data;
	BIO *memory = BIO_new(BIO_s_mem());
	if (memory && PEM_write_bio_PUBKEY(memory, key) == 1) {
		long size = BIO_get_mem_data(memory, &data);
		text = strndup(data, (size_t)size);
	}
	BIO_free(memory);
	return text;
}

static void answer_public_key(struct sandbox_reply *reply, const char *pem)
{
	struct json_object *key = json_object_new_object();
	struct json_object *keys = json_object_new_array();
	sandbox_reply_page(reply, 200);
	reply->json = json_object_new_object();
	sandbox_json_text(key, "keyValue", pem);
	sandbox_json_text(key, "protocolVersion", "RSA");
	sandbox_json_number(key, "keyExpiration", EXPIRATION);
	json_object_array_add(keys, key);
	sandbox_json_value(reply->json, "keys", keys);
}

void sandbox_keys_serve(struct sandbox_store *store, struct sandbox_reply *reply)
{
	EVP_PKEY *key = load_rsa_key(store);
	char *pem = key ? write_public_key(key) : NULL;
	if (pem) {
		answer_public_key(reply, pem);
	} else {
		sandbox_reply_page(reply, 500);
	}
	free(pem);
	EVP_PKEY_free(key);
}

bool sandbox_keys_decrypt(
	struct sandbox_store *store, const unsigned char *bytes, size_t size, char plain[SANDBOX_PLAIN_SIZE + 1])
{
	EVP_PKEY *key = load_rsa_key(store);
	EVP_PKEY_CTX *context = key ? EVP_PKEY_CTX_new(key, NULL) : NULL;
	size_t length = SANDBOX_PLAIN_SIZE;
	bool done = context && size == BITS / 8 && EVP_PKEY_decrypt_init(context) == 1 &&
				EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 &&
				EVP_PKEY_decrypt(context, (unsigned char *)plain, &length, bytes, size) == 1;
	plain[done ? length : 0] = '\0';
	EVP_PKEY_CTX_free(context);
	EVP_PKEY_free(key);
	return done && strlen(plain) == length;
}
