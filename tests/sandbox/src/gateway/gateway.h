#ifndef SANDBOX_GATEWAY_GATEWAY_H
#define SANDBOX_GATEWAY_GATEWAY_H

#include "call/reply.h"
#include "gateway/method_table.h"
#include "store/store.h"

#include <stdatomic.h>

/* The gateway behind its HTTP front. Borrows the store and the base URI. */
struct sandbox_gateway {
	struct sandbox_store *store;
	const char *base_uri;
	atomic_ullong requests[SANDBOX_METHODS_MAX]; /* received whole, by method, answered well or not */
};

/* Answers one request of a method, whose body is a form or a JSON object. */
void sandbox_gateway_serve(struct sandbox_gateway *gateway, const struct sandbox_method *method, const char *body,
	size_t size, struct sandbox_reply *reply);

#endif
