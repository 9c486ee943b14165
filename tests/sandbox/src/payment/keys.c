/* The RSA key with which shops encrypt card data for the gateway. */
#include "payment/keys.h"

#include "store/rsa_keys.h"

#include <openssl/rsa.h>
#include <stdlib.h>
#include <string.h>

#define NAME       "rsa"
#define EXPIRATION INT64_C(4102444800000) /* the year 2100 */

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
	EVP_PKEY *key = sandbox_store_rsa_key(store, NAME);
	char *pem = key ? sandbox_store_public_key(key) : NULL;
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
	EVP_PKEY *key = sandbox_store_rsa_key(store, NAME);
	EVP_PKEY_CTX *context = key ? EVP_PKEY_CTX_new(key, NULL) : NULL;
	size_t length = SANDBOX_PLAIN_SIZE;
	bool done = context && size == SANDBOX_RSA_BITS / 8 && EVP_PKEY_decrypt_init(context) == 1 &&
				EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 &&
				EVP_PKEY_decrypt(context, (unsigned char *)plain, &length, bytes, size) == 1;
	plain[done ? length : 0] = '\0';
	EVP_PKEY_CTX_free(context);
	EVP_PKEY_free(key);
	return done && strlen(plain) == length;
}
