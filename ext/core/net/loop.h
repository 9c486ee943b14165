/*
 * The loop that moves libcurl's transfers on: the sockets that it waits for, its timer, and the transfers that ended.
 * Ends are pulled from here; nothing is told.
 */
#ifndef PGW_LOOP_H
#define PGW_LOOP_H

#include "libcurl.h"
#include "process.h"

#include <poll.h>
#include <stddef.h>

struct pgw_loop {
	CURLM *multi;           /* owned: the connections, the parsed certificates, the resolved names */
	struct pollfd *watched; /* owned: what libcurl waits for */
	size_t watched_count, watched_room;
	int64_t timer; /* when libcurl wants to be called again, or PGW_NEVER */
	long running;  /* transfers */
	long kept;     /* connections that libcurl was told to keep */
};

/* Makes the multi handle, unless it is there. False: libcurl could not. */
bool pgw_loop_open(struct pgw_loop *loop, long connections);
/* In a forked child: forgets the parent's transfers and connections without touching them. */
void pgw_loop_abandon(struct pgw_loop *loop);
void pgw_loop_close(struct pgw_loop *loop);

/* Nothing is in flight: libcurl may keep this many connections, no more. */
void pgw_loop_limit_connections(struct pgw_loop *loop, long connections);
/* Begins the transfer. False: libcurl would not. */
bool pgw_loop_add(struct pgw_loop *loop, CURL *curl);
/* Ends it, at whatever point it is. */
void pgw_loop_remove(struct pgw_loop *loop, CURL *curl);

/* Runs libcurl's timer when it is due. */
void pgw_loop_run_timer(struct pgw_loop *loop);
/* Waits until a socket is ready, a signal came, or that time, and lets libcurl go on. */
void pgw_loop_wait(struct pgw_loop *loop, int64_t until);
/* The next transfer that ended, which must be removed before this is asked again; NULL: there is none. */
CURL *pgw_loop_next_end(struct pgw_loop *loop, CURLcode *code);

#endif
