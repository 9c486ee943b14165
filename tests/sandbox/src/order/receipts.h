#ifndef SANDBOX_ORDER_RECEIPTS_H
#define SANDBOX_ORDER_RECEIPTS_H

#include "base/secret.h"
#include "model/receipt.h"
#include "order/ledger.h"

/* The fiscal receipts of orders, and their ids. */

/*
 * The id of the receipt of an operation, given by its number among those of the order. It is a UUID that holds the
 * order's row and that number, with a hash that only this sandbox can make.
 */
void sandbox_receipt_id(
	const struct sandbox_store *store, const struct sandbox_order *order, size_t number, char id[SANDBOX_UUID_SIZE]);

/* Finds the merchant's order to which the receipt belongs, outside a transaction. The caller frees a found order. */
enum sandbox_found sandbox_receipt_order(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_order *order);

/* Reads the receipts of an order, outside a transaction. False if the store failed. The caller frees *receipts. */
bool sandbox_receipts_read(struct sandbox_store *store, const struct sandbox_order *order,
	const struct sandbox_settings *settings, int64_t now, struct sandbox_receipt **receipts, size_t *count);

#endif
