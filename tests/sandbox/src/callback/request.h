#ifndef SANDBOX_CALLBACK_REQUEST_H
#define SANDBOX_CALLBACK_REQUEST_H

#include "model/callback.h"
#include "model/merchant.h"

#include <curl/curl.h>
#include <openssl/evp.h>

/* One try to deliver a callback, as it goes over the wire. sandbox_callback_request_free() frees all of it. */
struct sandbox_callback_request {
	char *url;
	char *body; /* NULL for GET */
	struct curl_slist *headers;
};

/*
 * Makes the request as the merchant's settings are now; key signs where they say rsa. NULL, or why it cannot be made;
 * it must be freed either way.
 */
const char *sandbox_callback_request_make(struct sandbox_callback_request *request,
	const struct sandbox_callback *callback, const struct sandbox_settings *settings, EVP_PKEY *key);

void sandbox_callback_request_free(struct sandbox_callback_request *request);

#endif
