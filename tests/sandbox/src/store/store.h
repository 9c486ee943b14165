#ifndef SANDBOX_STORE_STORE_H
#define SANDBOX_STORE_STORE_H

#include "store/bindings.h"
#include "store/database.h"
#include "store/merchants.h"
#include "store/meta.h"
#include "store/operations.h"
#include "store/orders.h"
#include "store/tasks.h"

/* Opens or creates the file (":memory:" for none) with its default merchant. NULL after printing why not. */
struct sandbox_store *sandbox_store_open(const char *path);

/* Also for NULL. */
void sandbox_store_close(struct sandbox_store *store);

/* One transaction. begin locks; commit and rollback unlock, whatever they answer. False: nothing was changed. */
bool sandbox_store_begin(struct sandbox_store *store);
bool sandbox_store_commit(struct sandbox_store *store);
void sandbox_store_rollback(struct sandbox_store *store);

/* Ends a transaction: commits if it went well, else rolls back. True if it is on disk. */
bool sandbox_store_end(struct sandbox_store *store, bool went_well);

/* Makes the store as it was at its first start, but for its keys: nothing in it but the default merchant. */
bool sandbox_store_reset(struct sandbox_store *store);

#endif
