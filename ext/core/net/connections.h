/* The sockets that libcurl has open for a pool. */

/*
 * Between two calls nothing may be readable on a connection: data that the server sends before the next request cannot
 * be the answer to it.
 */
#ifndef PGW_CONNECTIONS_H
#define PGW_CONNECTIONS_H

#include "rest.h"

#include <curl/curl.h>

struct pgw_connection {
	curl_socket_t socket;
	int local_port; /* 0: not looked up yet */
	uint64_t key;   /* of the settings with which it was opened; 0: not used yet */
	bool shut_down; /* by us; libcurl notices when it looks for a connection to reuse */
	bool answered;  /* idle after an HTTP/1 answer: nothing may be readable */
	struct pgw_rest rest;
	struct pgw_connection *next; /* in `unbound` or in its list of by_port */
};

enum { PGW_PORT_LISTS = 251 }; /* a prime: Linux gives out every other port */

struct pgw_connections {
	struct pgw_connection **at; /* owned, like what they point to; in the order of their opening */
	size_t count, room;
	struct pgw_connection *unbound;                 /* those whose local port was not looked up yet */
	struct pgw_connection *by_port[PGW_PORT_LISTS]; /* the others; a list has the ports of one remainder */
	unsigned long long opened;                      /* in total */
	const struct pgw_pool_settings *settings;       /* borrowed from the pool */
	uint64_t last_key;                              /* of the connection on which the last answer was received */
	uint64_t aged_key;                              /* whose `payment_age` is known; 0: no one's */
	long payment_age;
};

/* For libcurl: CURLOPT_OPENSOCKETFUNCTION and CURLOPT_CLOSESOCKETFUNCTION; the context is a struct pgw_connections. */
curl_socket_t pgw_connections_open(void *context, curlsocktype purpose, struct curl_sockaddr *address);
int pgw_connections_close(void *context, curl_socket_t socket);

/* An answer was received on the connection with this local port, of a handle with this key. */
void pgw_connections_note_answer(
	struct pgw_connections *connections, int local_port, uint64_t key, long http_version, int64_t announced);
/* A request that had set out got no answer, by a handle with this key. */
void pgw_connections_note_bad_end(struct pgw_connections *connections, uint64_t key);

/* Is there a connection that a handle with this key has used? */
bool pgw_connections_know(const struct pgw_connections *connections, uint64_t key);

/* The longest that a connection may have rested, in seconds, of those that a payment by this key may ride. */
long pgw_connections_payment_age(struct pgw_connections *connections, uint64_t key);

struct pgw_carriage {
	uint64_t key; /* of the handle */
	bool fresh;   /* the connection was opened for this request: others with its port are none of its concern */
	bool payment;
};
/*
 * May a request be sent on the connection with this local port? If something is readable, the connection is shut down,
 * so that libcurl drops it. Moreover libcurl reuses a connection if the host and the certificates are the same, even if
 * the private key, its password or the proxy's password differ: the key is a hash of all settings. Nor does it know
 * that one connection may rest longer before a payment than another.
 */
bool pgw_connections_may_carry(
	struct pgw_connections *connections, int local_port, const struct pgw_carriage *carriage);
/* The number of connections that were not shut down. */
size_t pgw_connections_open_now(const struct pgw_connections *connections);
/*
 * While no call is in flight: shuts down all but `kept`, those of other hosts than the last first. Others may stay as
 * well, up to `most` in all, until they have rested for some seconds. True if libcurl has no more than `kept`.
 */
bool pgw_connections_limit(struct pgw_connections *connections, size_t kept, size_t most);
/* In a forked child: forgets all connections without closing them. */
void pgw_connections_abandon(struct pgw_connections *connections);
/* The same, and frees the memory. */
void pgw_connections_free(struct pgw_connections *connections);

#endif
