#ifndef SANDBOX_STORE_CALLBACKS_H
#define SANDBOX_STORE_CALLBACKS_H

#include "model/callback.h"
#include "store/database.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The outbox: callbacks to deliver, and those that were. One is written in the transaction of what it tells of, so that
 * either both are on disk or none.
 */

/* Creates the table and prepares the statements; for store.c. */
bool sandbox_store_open_callbacks(struct sandbox_store *store);

/* Fills in the row number. */
bool sandbox_store_callback_insert(struct sandbox_store *store, struct sandbox_callback *callback);
bool sandbox_store_callback_update(struct sandbox_store *store, const struct sandbox_callback *callback);

/* The caller frees a found one with sandbox_callback_free(). */
enum sandbox_found sandbox_store_callback_by_row(
	struct sandbox_store *store, int64_t row, struct sandbox_callback *callback);

/* The first one after that row, of that order unless it is NULL, by its mdOrder or orderNumber. */
enum sandbox_found sandbox_store_callback_after(
	struct sandbox_store *store, int64_t row, const char *order, struct sandbox_callback *callback);

/* The newest one of that merchant before that row; 0: of all. The caller frees a found one. */
enum sandbox_found sandbox_store_callback_before(
	struct sandbox_store *store, int64_t merchant, int64_t row, struct sandbox_callback *callback);

/* A callback that is due. */
struct sandbox_due_callback {
	int64_t row;
	int64_t turn;
	int64_t merchant;
	const char *address; /* as in struct sandbox_callback; borrowed */
};

/*
 * Shows those that are due by then, oldest first, and after all of them the first that has a turn, until the visitor
 * answers false. It must not ask the store for callbacks.
 */
typedef bool sandbox_due_visitor(void *context, const struct sandbox_due_callback *due);
void sandbox_store_visit_due_callbacks(
	struct sandbox_store *store, int64_t now, sandbox_due_visitor *visit, void *context);

/* The rows of all that are not delivered yet and are due later. The caller frees *rows. */
bool sandbox_store_list_waiting_callbacks(struct sandbox_store *store, int64_t now, int64_t **rows, size_t *count);

/* The last turn that was given; 0 if none is left. */
int64_t sandbox_store_last_turn(struct sandbox_store *store);

/* When the next callback falls due, and the next order or task. 0: never. */
int64_t sandbox_store_next_callback_due(struct sandbox_store *store);
int64_t sandbox_store_next_payment_due(struct sandbox_store *store);

/*
 * Calls listen after each transaction that may have changed when something falls due. Without the lock, in the thread
 * of that transaction. NULL for nothing. For one listener, set before there are other threads.
 */
typedef void sandbox_store_listener(void *context);
void sandbox_store_listen(struct sandbox_store *store, sandbox_store_listener *listen, void *context);

#endif
