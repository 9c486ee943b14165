/* What a thread keeps between calls: easy handles, connections, the event loop, and the list of calls. */

/* Opening a connection and parsing the CA certificates costs a hundred times more than a call. */
#ifndef PGW_POOL_H
#define PGW_POOL_H

#include "connections.h"
#include "handles.h"
#include "loop.h"

struct pgw_call;

/* The memory of an ended call and of its reply, for the next one. */
struct pgw_spare {
	struct pgw_spare *next;
	struct pgw_buffer reply; /* owned, wiped and empty */
};

struct pgw_pool {
	unsigned references;
	unsigned forks; /* of the process that owns everything below */
	struct pgw_pool_settings settings;
	long http_version; /* the best that libcurl may speak, for CURLOPT_HTTP_VERSION */
	struct pgw_connections connections;
	struct pgw_handles handles;
	struct pgw_loop loop;
	struct pgw_call *waiting;   /* calls between two attempts; borrowed */
	struct pgw_call *in_flight; /* calls with an attempt in flight; borrowed */
	struct pgw_call *held;      /* calls that wait for the first connection to a server; borrowed */
	struct pgw_call *first;     /* in flight, the one that opens it; or NULL */
	struct pgw_spare *spare;    /* owned; spare_count of them */
	size_t spare_count;
	int64_t held_until; /* they wait no longer than that */
	int64_t overdue;    /* no attempt in flight is overdue before that */
	int64_t driven_at;  /* when they were last driven */
	int64_t undriven;   /* microseconds without driving, by which the deadlines are not extended yet */
	uint64_t requests;  /* attempts begun, in total */
	/* A ring of those of the thread: itself alone, unless one was replaced while calls were in flight. */
	struct pgw_pool *previous, *next;
	bool replaced; /* it gets no new calls */
};

/* Makes the pool ready to send; after fork() the child first abandons what it inherited. False when out of memory. */
bool pgw_pool_open(struct pgw_pool *pool);

#endif
