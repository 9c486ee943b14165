#ifndef SANDBOX_HTTP_LOOP_H
#define SANDBOX_HTTP_LOOP_H

#include "http/mhd.h"
#include "store/store.h"

#include <stdbool.h>

/*
 * The thread that serves all connections, in rounds: what is there is carried out, then the disk is told to write it.
 * Each request that waits for the disk is handed in again in every round.
 */
struct sandbox_loop;

/* NULL if out of memory, threads or descriptors. Borrows the store. */
struct sandbox_loop *sandbox_loop_open(struct sandbox_store *store);

/* An event of the kernel: who adds to it has a round served. */
int sandbox_loop_event(const struct sandbox_loop *loop);

/* Serves a daemon that polls with epoll, but not by itself. False if out of threads. */
bool sandbox_loop_start(struct sandbox_loop *loop, struct MHD_Daemon *daemon);

/*
 * Whether an answer must wait, for what it says is not on disk. Called while its request is handed in. If its
 * connection is alone it waits itself.
 */
bool sandbox_loop_must_wait(struct sandbox_loop *loop, unsigned mark, bool alone);

/* Sends the answers that wait, if it was started, and frees it. NULL is allowed. */
void sandbox_loop_close(struct sandbox_loop *loop);

#endif
