#ifndef SANDBOX_HTTP_DISK_H
#define SANDBOX_HTTP_DISK_H

#include "http/mhd.h"
#include "store/store.h"

#include <stdbool.h>

/* Connections whose answer waits until what it says is on disk. A thread syncs once for all that wait. */
struct sandbox_disk;

/* NULL if out of memory or threads. Borrows the store. */
struct sandbox_disk *sandbox_disk_start(struct sandbox_store *store);

/*
 * Suspends a connection, whose request is handed in again once everything that is committed now is on disk. False if it
 * is, or if none waits any more: then it is on return.
 */
bool sandbox_disk_wait(struct sandbox_disk *disk, struct MHD_Connection *connection);

/* Lets all go on, and suspends none from now on. Before the server is stopped; freed after it. NULL is allowed. */
void sandbox_disk_stop(struct sandbox_disk *disk);
void sandbox_disk_free(struct sandbox_disk *disk);

#endif
