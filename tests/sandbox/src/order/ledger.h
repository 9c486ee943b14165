#ifndef SANDBOX_ORDER_LEDGER_H
#define SANDBOX_ORDER_LEDGER_H

#include "store/store.h"

/* Orders as they stand at a given moment: whoever asks sees what fell due meanwhile already done. */

/* Which order is meant; the id wins over the number. One of them is not NULL. */
struct sandbox_reference {
	int64_t merchant;
	const char *id;
	const char *number;
};

/* To look at an order, outside a transaction. The caller frees a found order. */
enum sandbox_found sandbox_ledger_read(
	struct sandbox_store *store, const struct sandbox_reference *reference, int64_t now, struct sandbox_order *order);

/* To change an order, inside a transaction. The caller frees a found order. */
enum sandbox_found sandbox_ledger_take(
	struct sandbox_store *store, const struct sandbox_reference *reference, int64_t now, struct sandbox_order *order);

/* Writes the changed order and the operation that changed it, inside the same transaction. */
bool sandbox_ledger_record(
	struct sandbox_store *store, struct sandbox_order *order, struct sandbox_operation *operation);

/* Does for every order what has fallen due, in a transaction of its own. */
bool sandbox_ledger_settle(struct sandbox_store *store, int64_t now);

#endif
