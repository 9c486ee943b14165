#ifndef SANDBOX_GATEWAY_GATEWAY_H
#define SANDBOX_GATEWAY_GATEWAY_H

#include "call/reply.h"
#include "gateway/method_table.h"
#include "store/store.h"

#include <stdatomic.h>

/* The gateway without HTTP. Borrows the store and the base URI. */
struct sandbox_gateway {
	struct sandbox_store *store;
	const char *base_uri;
	atomic_ullong requests[SANDBOX_METHODS_MAX]; /* complete requests received, by method, whatever the answer */
};

/* Answers one request. The body is a form or a JSON object, depending on the method. */
void sandbox_gateway_serve(struct sandbox_gateway *gateway, const struct sandbox_method *method, const char *body,
	size_t size, struct sandbox_reply *reply);

#endif
