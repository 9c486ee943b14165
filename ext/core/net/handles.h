/* libcurl's easy handles, kept between calls: making one anew costs as much as several calls. */
#ifndef PGW_HANDLES_H
#define PGW_HANDLES_H

#include "../client.h"
#include "connections.h"

struct pgw_handle {
	char *key; /* owned: the connection key of the clients it serves */
	uint64_t key_hash;
	CURL *curl;         /* owned */
	CURLU *url;         /* owned: what `uri` says, parsed; most calls go where the last one went */
	char *uri;          /* owned, or NULL */
	void *owner;        /* borrowed: who took it, for its callbacks */
	bool has_callbacks; /* they are set by the first who takes it */
	char message[CURL_ERROR_SIZE];
};

struct pgw_handles {
	struct pgw_handle **idle; /* owned: `room` of them */
	size_t count, room;
	long age;                            /* seconds after which a connection is given up */
	struct pgw_connections *connections; /* borrowed: told of each socket */
	struct curl_slist *headers[2][2];    /* owned: of a form and of JSON, short and long */
};

/* False: out of memory, and there is nothing to free. */
bool pgw_handles_create(struct pgw_handles *handles, size_t room, long age, struct pgw_connections *connections);
/* In a forked child: forgets the idle ones without touching them. */
void pgw_handles_abandon(struct pgw_handles *handles);
void pgw_handles_free(struct pgw_handles *handles);

/* A handle ready for this client, or NULL when libcurl cannot make one. Given back by one of the two below. */
struct pgw_handle *pgw_handles_take(struct pgw_handles *handles, const struct pgw_client *client);
void pgw_handles_give(struct pgw_handles *handles, struct pgw_handle *handle);
/* After a transport error nothing of a handle can be trusted: with libcurl 8.14 even a reset one fails again. */
void pgw_handle_drop(struct pgw_handle *handle);

/* Sets where the next attempt goes. */
bool pgw_handle_set_uri(struct pgw_handle *handle, const char *uri);
/* The request's headers: `long_body`, so that libcurl would wait for 100 Continue. */
struct curl_slist *pgw_handles_headers(const struct pgw_handles *handles, bool json, bool long_body);

#endif
