#ifndef SANDBOX_STORE_OPERATIONS_H
#define SANDBOX_STORE_OPERATIONS_H

#include "model/order.h"
#include "store/database.h"

#include <stdbool.h>

/* Creates the table and prepares the statements; for store.c. */
bool sandbox_store_open_operations(struct sandbox_store *store);

bool sandbox_store_operation_insert(
	struct sandbox_store *store, int64_t merchant, const struct sandbox_operation *operation);

/* The refund that a merchant made under that externalRefundId. */
enum sandbox_found sandbox_store_refund_by_external_id(
	struct sandbox_store *store, int64_t merchant, const char *external_refund_id, struct sandbox_operation *operation);

/* All operations of an order, oldest first. The caller frees *operations. */
bool sandbox_store_list_operations(
	struct sandbox_store *store, int64_t order, struct sandbox_operation **operations, size_t *count);

struct sandbox_books {
	int64_t orders;
	int64_t counts[SANDBOX_OPERATION_TYPES];
	int64_t sums[SANDBOX_OPERATION_TYPES]; /* minor units, of all currencies together */
};

/* Counts the orders, and counts and adds up the operations of each type. */
bool sandbox_store_books(struct sandbox_store *store, struct sandbox_books *books);

#endif
