#ifndef SANDBOX_HTTP_SERVER_H
#define SANDBOX_HTTP_SERVER_H

#include "gateway/gateway.h"

struct sandbox_http;

/* PEM texts; both are NULL for plain HTTP. */
struct sandbox_tls {
	const char *certificate;
	const char *key;
};

/* Starts serving the gateway on a listening socket, which it takes over. NULL after printing why not. */
struct sandbox_http *sandbox_http_start(struct sandbox_gateway *gateway, int socket, const struct sandbox_tls *tls);

/* Finishes the answers in flight, closes all connections and frees the server. NULL is allowed. */
void sandbox_http_stop(struct sandbox_http *http);

#endif
