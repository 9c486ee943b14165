/*
 * The sockets that a pool's libcurl has open. Between two calls nothing may be readable on one: what the server says
 * before it is asked is no answer to the next call.
 */
#ifndef PGW_CONNECTIONS_H
#define PGW_CONNECTIONS_H

#include "libcurl.h"

#include <stdbool.h>
#include <stddef.h>

struct pgw_connection {
	curl_socket_t socket;
	int local_port; /* 0: not asked yet */
	bool answered;  /* an HTTP/1 answer came over it, and nothing was asked since: it must be silent */
};

struct pgw_connections {
	struct pgw_connection *at; /* owned */
	size_t count, room;
	unsigned long long opened; /* in all */
};

/* For libcurl: CURLOPT_OPENSOCKETFUNCTION and CURLOPT_CLOSESOCKETFUNCTION; the context is a struct pgw_connections. */
curl_socket_t pgw_connections_open(void *context, curlsocktype purpose, struct curl_sockaddr *address);
int pgw_connections_close(void *context, curl_socket_t socket);

/* An answer came over the connection with this local port. */
void pgw_connections_note_answer(struct pgw_connections *connections, int local_port, long http_version);
/* May a request go over the connection with this local port? If not, it is shut down, so that libcurl gives it up. */
bool pgw_connections_may_carry(struct pgw_connections *connections, int local_port);
/* Forgets all, closing none. */
void pgw_connections_free(struct pgw_connections *connections);

#endif
