#ifndef SANDBOX_ORDER_LEDGER_H
#define SANDBOX_ORDER_LEDGER_H

#include "store/store.h"

/* Orders as of a given time: whatever fell due before that has been applied. */

/* Names an order. The id takes precedence over the number; one of them is not NULL. */
struct sandbox_reference {
	int64_t merchant;
	const char *id;
	const char *number;
};

/* Reads an order, outside a transaction. The caller frees a found order. */
enum sandbox_found sandbox_ledger_read(
	struct sandbox_store *store, const struct sandbox_reference *reference, int64_t now, struct sandbox_order *order);

/* Reads an order in order to change it, inside a transaction. The caller frees a found order. */
enum sandbox_found sandbox_ledger_take(
	struct sandbox_store *store, const struct sandbox_reference *reference, int64_t now, struct sandbox_order *order);

/* Inserts a new order, inside a transaction. NOT_FOUND says that the merchant already has one of that number. */
enum sandbox_found sandbox_ledger_open(struct sandbox_store *store, struct sandbox_order *order);

/*
 * Writes the changed order, the operation that changed it and the callbacks about it, inside the same transaction.
 */
bool sandbox_ledger_record(
	struct sandbox_store *store, struct sandbox_order *order, struct sandbox_operation *operation);

/* Applies what has fallen due for all orders, in a transaction of its own. */
bool sandbox_ledger_settle(struct sandbox_store *store, int64_t now);

#endif
