/*
 * Kept libcurl handles and connections, and the loop that moves all calls of a thread on: making a connection and
 * parsing the CA certificates anew costs a hundred times more than a call. A pool belongs to one thread.
 */
#ifndef PGW_POOL_H
#define PGW_POOL_H

#include "client.h"
#include "connections.h"

#include <poll.h>

struct pgw_handle {
	char *key; /* owned: the connection key of the clients it serves */
	uint64_t key_hash;
	CURL *curl;            /* owned */
	CURLU *url;            /* owned: what `uri` says, parsed; most calls go where the last one went */
	char *uri;             /* owned, or NULL */
	struct pgw_call *call; /* borrowed: the one that holds it, while an attempt is on its way */
	char message[CURL_ERROR_SIZE];
};

struct pgw_pool {
	unsigned references;
	unsigned forks; /* of the process that made what follows */
	struct pgw_pool_settings settings;
	CURLM *multi;                  /* owned: the connections, the parsed certificates, the names resolved */
	struct curl_slist *headers[2]; /* of a form, and of a JSON body; owned, shared by all handles */
	struct curl_slist *long_headers[2];
	struct pgw_handle **idle; /* owned: settings.connections of them have room */
	size_t idle_count;
	struct pgw_connections connections;
	struct pollfd *watched; /* owned: what libcurl waits for */
	size_t watched_count, watched_room;
	int64_t timer;             /* when libcurl wants to be asked again, or PGW_NEVER */
	struct pgw_call *waiting;  /* calls between two attempts */
	struct pgw_call *underway; /* calls in an attempt */
	int64_t left;              /* when these were last moved on */
	int64_t neglected;         /* microseconds in which nobody moved them on, not made up for yet */
	long running;              /* attempts */
	long kept;                 /* connections that libcurl was told to keep */
	uint64_t requests;         /* attempts in all */
};

#define PGW_NEVER INT64_MAX

/* Another number in a child than in its parent. */
unsigned pgw_forks(void);
/* Monotonic, in microseconds. */
int64_t pgw_now(void);
/* After fork() a child leaves all that it inherited alone. False: out of memory. */
bool pgw_pool_open(struct pgw_pool *pool);
/* A handle ready for this client, or NULL when libcurl cannot make one. Given back by one of the two below. */
struct pgw_handle *pgw_pool_take(struct pgw_pool *pool, const struct pgw_client *client);
void pgw_pool_give(struct pgw_pool *pool, struct pgw_handle *handle);
/* After a transport error nothing of a handle can be trusted: with libcurl 8.14 even a reset one fails again. */
void pgw_pool_drop(struct pgw_handle *handle);
/* Sets where its next attempt goes. */
bool pgw_handle_aim(struct pgw_handle *handle, const char *uri);
/* Begins what was set up in the call's handle; its end is told to pgw_call_attempted(). False: libcurl would not. */
bool pgw_pool_begin(struct pgw_pool *pool, struct pgw_call *call);
/* Ends it, at whatever point it is. */
void pgw_pool_leave(struct pgw_pool *pool, struct pgw_call *call);
/*
 * The time since the calls were last moved on was the caller's, not theirs: their limits are put off. To be called
 * before a call is added.
 */
void pgw_pool_catch_up(struct pgw_pool *pool);
/* Moves all calls on, and returns when one is done, a signal came, or the time is over. */
void pgw_pool_drive(struct pgw_pool *pool, int milliseconds);

#endif
