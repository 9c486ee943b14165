/* The sandbox's own RSA keys. */
#include "store/rsa_keys.h"

#include "base/secret.h"
#include "store/meta.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

static EVP_PKEY *generate_rsa_key(void)
{
	EVP_PKEY *key = NULL;
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
	if (!context || EVP_PKEY_keygen_init(context) != 1 ||
		EVP_PKEY_CTX_set_rsa_keygen_bits(context, SANDBOX_RSA_BITS) != 1 || EVP_PKEY_keygen(context, &key) != 1) {
		key = NULL;
	}
	EVP_PKEY_CTX_free(context);
	return key;
}

static EVP_PKEY *make_rsa_key(struct sandbox_store *store, const char *name)
{
	unsigned char *der = NULL;
	EVP_PKEY *key = generate_rsa_key();
	int size = key ? i2d_PrivateKey(key, &der) : -1;
	if (size <= 0 || !sandbox_store_blob_write(store, name, der, (size_t)size)) {
		EVP_PKEY_free(key);
		key = NULL;
	}
	OPENSSL_clear_free(der, size > 0 ? (size_t)size : 0);
	return key;
}

EVP_PKEY *sandbox_store_rsa_key(struct sandbox_store *store, const char *name)
{
	unsigned char *der;
	size_t size;
	EVP_PKEY *key = NULL;
	sandbox_store_lock(store);
	if (sandbox_store_blob_read(store, name, &der, &size)) {
		const unsigned char *from = der;
		key = d2i_AutoPrivateKey(NULL, &from, (long)size);
		sandbox_wipe(der, size);
		free(der);
	} else {
		key = make_rsa_key(store, name);
	}
	sandbox_store_unlock(store);
	return key;
}

char *sandbox_store_public_key(EVP_PKEY *key)
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
