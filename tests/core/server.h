/*
 * A tiny HTTP server on loopback that does as it is told, request by request, and remembers what reached it. It runs in
 * a thread of its own and shares no code with the core.
 */
#ifndef SERVER_H
#define SERVER_H

#include <stddef.h>

enum answer {
	ANSWER_GOOD,    /* 200, keep-alive, a body that every method finds good */
	ANSWER_RAW,     /* `text`, byte for byte */
	ANSWER_RAW_FIN, /* `text`, then the connection is closed */
	ANSWER_PADDED,  /* 200 and a JSON body of `size` bytes */
	ANSWER_FIN,     /* the whole request is read, then the connection is closed */
	ANSWER_RST,     /* the same, with a reset */
	ANSWER_NOTHING, /* silence */
	ANSWER_GOOD_FIN /* as ANSWER_GOOD, but the connection is closed after it, unannounced */
};

struct step {
	enum answer answer;
	const char *text;
	size_t size;
};

struct server;

/* Step N is for the Nth request, counted over all connections; after the last one all answers are good. */
struct server *server_start(const struct step *steps, size_t count);
void server_stop(struct server *server);

/* "http://127.0.0.1:PORT/payment/" */
const char *server_base_uri(const struct server *server);
int server_port(const struct server *server);
size_t server_connections(struct server *server);
/* Requests that arrived whole. */
size_t server_deliveries(struct server *server);
/* Connections, open or closed, on which part of a request stands. */
size_t server_unfinished(struct server *server);
/* Of one delivery: which connection it came by, its head, its body. Borrowed from the server. */
int delivery_connection(struct server *server, size_t at);
const char *delivery_head(struct server *server, size_t at);
const char *delivery_body(struct server *server, size_t at);

/* A loopback port where nobody listens. */
int refusing_port(void);

#endif
