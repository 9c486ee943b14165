#ifndef SANDBOX_GATEWAY_GATEWAY_H
#define SANDBOX_GATEWAY_GATEWAY_H

#include "call/log.h"
#include "call/reply.h"
#include "gateway/failures.h"
#include "gateway/message.h"
#include "gateway/method_table.h"
#include "store/store.h"

#include <stdatomic.h>

/* The gateway without HTTP. Borrows what it points to. */
struct sandbox_gateway {
	struct sandbox_store *store;
	const char *base_uri;
	struct sandbox_log *log;                     /* NULL: none is kept */
	struct sandbox_failures *failures;           /* NULL: none is pending */
	atomic_ullong requests[SANDBOX_METHODS_MAX]; /* complete requests received, by method, whatever the answer */
};

/* Answers one request, or lets it fail on purpose, and logs it. */
void sandbox_gateway_serve(struct sandbox_gateway *gateway, const struct sandbox_method *method,
	const struct sandbox_request *request, struct sandbox_reply *reply);

#endif
