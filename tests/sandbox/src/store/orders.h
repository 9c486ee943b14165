#ifndef SANDBOX_STORE_ORDERS_H
#define SANDBOX_STORE_ORDERS_H

#include "model/order.h"
#include "store/database.h"

#include <stdbool.h>

/* Creates the table and prepares the statements; for store.c. */
bool sandbox_store_open_orders(struct sandbox_store *store);

/* The caller frees a found order with sandbox_order_free(). */
enum sandbox_found sandbox_store_order_by_id(struct sandbox_store *store, const char *id, struct sandbox_order *order);
enum sandbox_found sandbox_store_order_by_number(
	struct sandbox_store *store, int64_t merchant, const char *number, struct sandbox_order *order);

/* The order whose last attempt has that threeDSServerTransId. */
enum sandbox_found sandbox_store_order_by_transaction(
	struct sandbox_store *store, const char *id, struct sandbox_order *order);

/* The order that made a subscription. */
enum sandbox_found sandbox_store_order_by_subscription(
	struct sandbox_store *store, int64_t merchant, const char *subscription, struct sandbox_order *order);

/* The first order that was paid by industry practice with the card of the original one. */
enum sandbox_found sandbox_store_order_by_original(
	struct sandbox_store *store, int64_t merchant, const char *original, struct sandbox_order *order);

/* The first order with a greater row number. */
enum sandbox_found sandbox_store_order_after(struct sandbox_store *store, int64_t row, struct sandbox_order *order);

/* Any order that is due. */
enum sandbox_found sandbox_store_next_due_order(struct sandbox_store *store, int64_t now, struct sandbox_order *order);

/* Fills in the row number. NOT_FOUND says that the merchant already has an order of that number. */
enum sandbox_found sandbox_store_order_insert(struct sandbox_store *store, struct sandbox_order *order);
bool sandbox_store_order_update(struct sandbox_store *store, const struct sandbox_order *order);

#endif
