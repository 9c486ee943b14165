/*
 * Kept libcurl handles, each with its connections and its parsed CA certificates: making one anew costs a hundred
 * times more than a call. A pool belongs to one thread.
 */
#ifndef PGW_POOL_H
#define PGW_POOL_H

#include "client.h"

#include <curl/curl.h>

struct pgw_handle {
	char *key;     /* owned: the connection key of the clients it serves */
	CURL *curl;    /* owned */
	uint64_t used; /* the pool's count of calls when it was last taken */
	char message[CURL_ERROR_SIZE];
};

/* The headers of a body of this kind; owned by the pool. */
struct curl_slist *pgw_pool_headers(struct pgw_pool *pool, bool json);
/* A handle ready for this client, or NULL when libcurl cannot make one. Given back by one of the two below. */
struct pgw_handle *pgw_pool_take(struct pgw_pool *pool, const struct pgw_client *client);
void pgw_pool_give(struct pgw_pool *pool, struct pgw_handle *handle);
/* After a transport error nothing of a handle can be trusted: with libcurl 8.14 even a reset one fails again. */
void pgw_pool_drop(struct pgw_handle *handle);

#endif
