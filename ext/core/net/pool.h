/*
 * What a thread keeps between calls: handles, connections, the loop, and the list of the calls in flight. Making a
 * connection and parsing the CA certificates anew costs a hundred times more than a call. This file is the life of it;
 * sending and repeating are above.
 */
#ifndef PGW_POOL_H
#define PGW_POOL_H

#include "connections.h"
#include "handles.h"
#include "loop.h"

struct pgw_call;

struct pgw_pool {
	unsigned references;
	unsigned forks; /* of the process that made what follows */
	struct pgw_pool_settings settings;
	struct pgw_connections connections;
	struct pgw_handles handles;
	struct pgw_loop loop;
	struct pgw_call *waiting;   /* calls between two attempts, and */
	struct pgw_call *in_flight; /* in an attempt: borrowed, each until it ends */
	int64_t driven_at;          /* when these were last moved on */
	int64_t undriven;           /* microseconds in which nobody moved them on, not made up for yet */
	uint64_t requests;          /* attempts in all */
};

/* Ready to send. After fork() a child leaves all that it inherited alone. False: out of memory. */
bool pgw_pool_open(struct pgw_pool *pool);

#endif
