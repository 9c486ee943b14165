#ifndef SANDBOX_MODEL_RECEIPT_H
#define SANDBOX_MODEL_RECEIPT_H

#include "model/merchant.h"
#include "model/order.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Fiscal receipts. Every capture of an order with a cart has a receipt of sale, and everything that is returned of it a
 * receipt of return. They are not stored: the operations of the order say all about them.
 */

enum sandbox_receipt_stage { SANDBOX_RECEIPT_SENT, SANDBOX_RECEIPT_DELIVERED, SANDBOX_RECEIPT_FAILED };

struct sandbox_receipt {
	bool sale;
	enum sandbox_receipt_stage stage;
	size_t number;   /* of its operation among those of the order */
	size_t original; /* of a return: the number of the receipt of sale before it */
	int64_t at;
	int64_t amount;
};

/*
 * Writes the receipts of an order to an array that has room for all of its operations, and returns how many there are.
 * The operations are in order, oldest first.
 */
size_t sandbox_receipts_list(const struct sandbox_order *order, const struct sandbox_operation *operations,
	size_t operation_count, const struct sandbox_settings *settings, int64_t now, struct sandbox_receipt *receipts);

#endif
