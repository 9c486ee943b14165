#ifndef SANDBOX_STORE_DURABLE_H
#define SANDBOX_STORE_DURABLE_H

#include "store/database.h"

#include <stdbool.h>

/* Counts commits, and opens the log of SQLite a second time. False after printing why not. */
bool sandbox_durable_open(struct sandbox_store *store);
void sandbox_durable_close(struct sandbox_store *store);

/*
 * What is committed outlives this process, but not yet a crash of the machine. Who tells anybody outside of it, or of
 * what it read, first waits until it is on disk: once for all transactions that were committed by then. Without the
 * lock, so that others go on. If the disk fails the process ends, since nothing it says can be relied on.
 */
bool sandbox_store_is_durable(struct sandbox_store *store);
void sandbox_store_sync(struct sandbox_store *store);

#endif
