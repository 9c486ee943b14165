#ifndef SANDBOX_STORE_DURABLE_H
#define SANDBOX_STORE_DURABLE_H

#include "store/database.h"

#include <stdbool.h>

/*
 * What a transaction changed is at once there for others, and on disk once somebody waits for it. Whoever tells anybody
 * outside of it, or of what it read, waits first: once for all transactions that ended by then. Without the lock, so
 * that others go on. If the disk fails the process ends, since nothing it says can be relied on.
 */
unsigned sandbox_store_mark(struct sandbox_store *store);                  /* behind all that ended by now */
bool sandbox_store_is_durable(struct sandbox_store *store, unsigned mark); /* whether all before it is on disk */
void sandbox_store_sync(struct sandbox_store *store);

/* What has ended outlives the process from now on, but not yet a crash of the machine. */
void sandbox_store_flush(struct sandbox_store *store);

/* For the store itself. Opens the log of SQLite a second time; false after printing why not. */
bool sandbox_durable_open(struct sandbox_store *store);
void sandbox_durable_close(struct sandbox_store *store);

/* Before a transaction begins; false: SQLite cannot begin one. Then, if nobody will wait for its disk. */
bool sandbox_durable_group(struct sandbox_store *store);
void sandbox_durable_spare(struct sandbox_store *store);

#endif
