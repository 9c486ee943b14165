#ifndef SANDBOX_HTTP_SERVER_H
#define SANDBOX_HTTP_SERVER_H

#include "gateway/gateway.h"

struct sandbox_http;

/* PEM texts, or both NULL for plain HTTP. */
struct sandbox_tls {
	const char *certificate;
	const char *key;
};

/* Serves the gateway on a listening socket, which it then owns. NULL after printing why not. */
struct sandbox_http *sandbox_http_start(struct sandbox_gateway *gateway, int socket, const struct sandbox_tls *tls);

/* Finishes what is being answered, closes all connections and frees. Also for NULL. */
void sandbox_http_stop(struct sandbox_http *http);

#endif
