#ifndef SANDBOX_HTTP_DISK_H
#define SANDBOX_HTTP_DISK_H

#include "store/store.h"

/* A thread that waits for the disk, so that the one that serves need not. */
struct sandbox_disk;

/* NULL if out of memory or threads. Borrows the store. */
struct sandbox_disk *sandbox_disk_start(struct sandbox_store *store);

/* Has everything that ended by now written to the disk. */
void sandbox_disk_write(struct sandbox_disk *disk);

/* A descriptor that is readable once more of it is on disk, until it is told that this was seen. */
int sandbox_disk_event(const struct sandbox_disk *disk);
void sandbox_disk_seen(struct sandbox_disk *disk);

/* NULL is allowed. */
void sandbox_disk_stop(struct sandbox_disk *disk);

#endif
