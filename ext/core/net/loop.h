/* The event loop that drives libcurl's transfers. Finished ones are polled from it; it calls nothing above. */
#ifndef PGW_LOOP_H
#define PGW_LOOP_H

#include "process.h"

#include <curl/curl.h>
#include <poll.h>
#include <stddef.h>

struct pgw_loop {
	CURLM *multi;           /* owned: caches connections, parsed certificates and resolved names */
	struct pollfd *watched; /* owned: the sockets that libcurl waits for */
	size_t watched_count, watched_room;
	size_t *places; /* owned: by socket, one more than its index in `watched`; 0: it is not watched */
	size_t place_count;
	int64_t timer; /* when libcurl's timer expires, or PGW_NEVER */
	long running;  /* transfers in flight */
	long kept;     /* the CURLMOPT_MAXCONNECTS that is set */
};

/* Creates the multi handle, if there is none. False if libcurl could not. */
bool pgw_loop_open(struct pgw_loop *loop, long connections);
/* In a forked child: forgets the parent's transfers and connections without closing them. */
void pgw_loop_abandon(struct pgw_loop *loop);
void pgw_loop_close(struct pgw_loop *loop);

/* While nothing is in flight: libcurl may keep this many connections, no more. */
void pgw_loop_limit_connections(struct pgw_loop *loop, long connections);
/* Begins a transfer. False if libcurl refused. */
bool pgw_loop_add(struct pgw_loop *loop, CURL *curl);
/* Removes a transfer, finished or not. */
void pgw_loop_remove(struct pgw_loop *loop, CURL *curl);

/* Runs libcurl's timer if it has expired. */
void pgw_loop_run_timer(struct pgw_loop *loop, int64_t now);
/* Waits for a socket, a signal, libcurl's timer, or the time `until`, and lets libcurl continue. */
void pgw_loop_wait(struct pgw_loop *loop, int64_t until);
/* The next finished transfer, or NULL. It must be removed before the next call. */
CURL *pgw_loop_next_end(struct pgw_loop *loop, CURLcode *code);

#endif
