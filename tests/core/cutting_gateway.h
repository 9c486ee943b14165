/*
 * A gateway on loopback that ends a connection at one byte: of the second request that it gets, or of the answer to
 * this. All other requests it answers well. It runs in threads of its own and shares no code with the core.
 */
#ifndef CUTTING_GATEWAY_H
#define CUTTING_GATEWAY_H

#include <openssl/ssl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum { CUTTING_CONNECTIONS_MAX = 8 };

enum death {
	DEATH_CLOSE, /* TLS: after a close_notify */
	DEATH_CRASH, /* FIN alone; without TLS the same */
	DEATH_RESET,
	DEATH_NONE /* the connection stays */
};

struct cut {
	const char *label;
	bool tls, in_answer;
	enum death death;
	const char *frames; /* HTTP/2: what answers the second request, see cutting_http2.h; NULL: HTTP/1.1 */
};

struct cutting_gateway {
	/* set by the test */
	SSL_CTX *context; /* borrowed; NULL: plain */
	const struct cut *cut;
	size_t offset; /* of the request, or of the answer; from its end on nothing is cut */

	int listener, port;
	pthread_t acceptor, servers[CUTTING_CONNECTIONS_MAX];
	size_t connections;
	pthread_mutex_t lock; /* of what follows */
	size_t by_http2;      /* connections of it */
	size_t begun;         /* requests of which a byte came */
	size_t delivered;     /* that came whole */
	size_t length;        /* of the last of these */
};

/* With `http2` it offers this too. To be freed by the caller. */
SSL_CTX *cutting_context(X509 *certificate, EVP_PKEY *key, bool http2);
void cutting_gateway_start(struct cutting_gateway *gateway);
/* After the client has closed its connections. */
void cutting_gateway_stop(struct cutting_gateway *gateway);
/* How many bytes its answer to the second request has. */
size_t cutting_answer_length(const struct cut *cut);
/* That of the body of a good answer. */
size_t cutting_body_length(void);

/* ---------------------------------------------------------------- for the protocols */

struct cut_connection {
	struct cutting_gateway *gateway;
	int descriptor;
	SSL *ssl; /* or NULL */
	char at[32768];
	size_t length;
};

/* Adds to what was read. False: the connection ended. */
bool cut_connection_read(struct cut_connection *connection, size_t most);
void cut_connection_write(struct cut_connection *connection, const void *bytes, size_t length);
/* A request begins; returns the how many-th it is. */
size_t cut_connection_begin(struct cut_connection *connection);
/* A request came whole. */
void cut_connection_deliver(struct cut_connection *connection, size_t length);
/* Ends it as the cut wants it. */
void cut_connection_die(struct cut_connection *connection);

#endif
