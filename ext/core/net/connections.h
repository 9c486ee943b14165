/*
 * The sockets that a pool's libcurl has open. Between two calls nothing may be readable on one: what the server says
 * before it is asked is no answer to the next call.
 */
#ifndef PGW_CONNECTIONS_H
#define PGW_CONNECTIONS_H

#include "libcurl.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pgw_connection {
	curl_socket_t socket;
	int local_port; /* 0: not asked yet */
	uint64_t key;   /* of the settings with which it was made; 0: not used yet */
	bool shut_down; /* by us; libcurl will find out when it looks for one to use */
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
/*
 * May a request go over the connection with this local port? If it is not silent, it is shut down, so that libcurl
 * gives it up. And libcurl lends a connection to whoever names the same host and certificates, though the private
 * key, its password or the proxy's differ: `key` stands for all settings. `fresh`: it was made for this request.
 */
bool pgw_connections_may_carry(struct pgw_connections *connections, int local_port, uint64_t key, bool fresh);
/* Not counting those that were shut. */
size_t pgw_connections_open_now(const struct pgw_connections *connections);
/* Nothing is on its way: shuts down all but `kept`, the oldest first. */
void pgw_connections_limit(struct pgw_connections *connections, size_t kept);
/* In a forked child: forgets all, closing none. */
void pgw_connections_abandon(struct pgw_connections *connections);
/* The same, and frees the memory. */
void pgw_connections_free(struct pgw_connections *connections);

#endif
