#ifndef SANDBOX_HTTP_DISK_H
#define SANDBOX_HTTP_DISK_H

#include "store/store.h"

/* A thread that waits for the disk, so that the one that serves need not. */
struct sandbox_disk;

/* NULL if out of memory or threads. Borrows the store, and an event, to which it adds when more of it is on disk. */
struct sandbox_disk *sandbox_disk_start(struct sandbox_store *store, int event);

/* Has all that ended by now written to the disk. Then it adds to the event, even if others have synced it before. */
void sandbox_disk_write(struct sandbox_disk *disk);

/* NULL is allowed. */
void sandbox_disk_stop(struct sandbox_disk *disk);

#endif
