#ifndef SANDBOX_STORE_STORE_H
#define SANDBOX_STORE_STORE_H

#include "store/bindings.h"
#include "store/callbacks.h"
#include "store/database.h"
#include "store/mailbox.h"
#include "store/merchants.h"
#include "store/meta.h"
#include "store/operations.h"
#include "store/order_search.h"
#include "store/orders.h"
#include "store/portal_guesses.h"
#include "store/portal_sessions.h"
#include "store/portal_users.h"
#include "store/ssl_cards.h"
#include "store/tasks.h"

/* Opens the file, or creates it with the default merchant; ":memory:" for none. NULL after printing why not. */
struct sandbox_store *sandbox_store_open(const char *path);

/* NULL is allowed. */
void sandbox_store_close(struct sandbox_store *store);

/*
 * Transactions. begin takes the lock; commit and rollback release it, whatever the outcome. False: nothing was changed.
 */
bool sandbox_store_begin(struct sandbox_store *store);

/*
 * The same for a change that a crash of the machine may undo, but not one of this process: its commit does not wait for
 * the disk, and so holds up nobody. The next ordinary commit takes it along.
 */
bool sandbox_store_begin_lazily(struct sandbox_store *store);

bool sandbox_store_commit(struct sandbox_store *store);
void sandbox_store_rollback(struct sandbox_store *store);

/* Ends a transaction: commits if it went well, otherwise rolls back. True if the changes are on disk. */
bool sandbox_store_end(struct sandbox_store *store, bool went_well);

/* Deletes everything but the keys, and restores the default merchant. */
bool sandbox_store_reset(struct sandbox_store *store);

#endif
