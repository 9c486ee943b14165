/* libcurl's easy handles, kept between calls: creating one costs as much as several calls. */
#ifndef PGW_HANDLES_H
#define PGW_HANDLES_H

#include "authorities.h"
#include "connections.h"
#include "uris.h"

struct pgw_handle {
	char *key; /* owned: the connection key of the clients that can use it */
	uint64_t key_hash;
	CURL *curl;          /* owned */
	struct pgw_uri *uri; /* one use; NULL before the first call */
	void *owner;         /* borrowed: the user of the handle, for its callbacks */
	bool has_callbacks;  /* set by its first user */
	bool by_directory;   /* it trusts the authorities of libcurl's directory alone */
	char message[CURL_ERROR_SIZE];
};

struct pgw_handles {
	struct pgw_handle **idle; /* owned: room for `room` handles, in the order in which they were given back */
	size_t count, room;
	long age;                            /* seconds after which a connection is no longer reused */
	struct pgw_connections *connections; /* borrowed: notified of each socket */
	struct pgw_authorities authorities;
	struct curl_slist *headers[2][2]; /* owned: [JSON][long body] */
	struct pgw_uris uris;
};

/* False when out of memory; then there is nothing to free. */
bool pgw_handles_create(struct pgw_handles *handles, size_t room, long age, struct pgw_connections *connections);
/* In a forked child: forgets the idle handles without closing them. */
void pgw_handles_abandon(struct pgw_handles *handles);
void pgw_handles_free(struct pgw_handles *handles);

/* A handle configured for this client, or NULL if libcurl cannot create one. Return it by one of the two below. */
struct pgw_handle *pgw_handles_take(struct pgw_handles *handles, const struct pgw_client *client);
/* `kept`: that many may be idle now. */
void pgw_handles_give(struct pgw_handles *handles, struct pgw_handle *handle, size_t kept);
/* Drops the oldest, until no more than that are idle. */
void pgw_handles_limit(struct pgw_handles *handles, size_t kept);
/* From now on no handle trusts the directory alone. */
void pgw_handles_trust_file(struct pgw_handles *handles);
/* Closes a handle, as after every transport error: with libcurl 8.14 it would fail again even after a reset. */
void pgw_handle_drop(struct pgw_handle *handle);

/* Sets the URI of the next attempt. */
bool pgw_handles_set_uri(struct pgw_handles *handles, struct pgw_handle *handle, const char *uri);
/* The request's headers. `long_body`: libcurl would send Expect: 100-continue, so it is disabled. */
struct curl_slist *pgw_handles_headers(const struct pgw_handles *handles, bool json, bool long_body);
/* The same with those of a signed request, for the caller to free. NULL when out of memory. */
struct curl_slist *pgw_handles_signed_headers(const struct pgw_request *request, bool long_body);

#endif
