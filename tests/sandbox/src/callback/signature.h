#ifndef SANDBOX_CALLBACK_SIGNATURE_H
#define SANDBOX_CALLBACK_SIGNATURE_H

#include "model/merchant.h"

#include <json-c/json.h>
#include <openssl/evp.h>

#define SANDBOX_CALLBACK_KEY_NAME "callbackRsa" /* of the private key in the store */

/*
 * The checksum over all parameters: name;value; of each, sorted by the bytes of the names. Upper-case hex, which the
 * caller frees; NULL if it cannot be made.
 */
char *sandbox_callback_hmac(struct json_object *parameters, const char *secret);
char *sandbox_callback_rsa(struct json_object *parameters, EVP_PKEY *key); /* PKCS#1 v1.5 with SHA-512 */

#endif
