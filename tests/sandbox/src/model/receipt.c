/* Which operations have a fiscal receipt, and how far it has come. */
#include "model/receipt.h"

#define SECOND 1000

static enum sandbox_receipt_stage stage_of(
	const struct sandbox_operation *operation, const struct sandbox_settings *settings, int64_t now)
{
	if (now < operation->at + settings->receipt_secs * SECOND) {
		return SANDBOX_RECEIPT_SENT;
	}
	return settings->receipt_errors ? SANDBOX_RECEIPT_FAILED : SANDBOX_RECEIPT_DELIVERED;
}

/* A hold has no receipt, so a reversal has one only after a capture. */
static bool is_return(const struct sandbox_operation *operation, bool captured)
{
	return operation->type == SANDBOX_OPERATION_REFUNDED || (operation->type == SANDBOX_OPERATION_REVERSED && captured);
}

size_t sandbox_receipts_list(const struct sandbox_order *order, const struct sandbox_operation *operations,
	size_t operation_count, const struct sandbox_settings *settings, int64_t now, struct sandbox_receipt *receipts)
{
	size_t count = 0, original = 0;
	bool captured = false;
	for (size_t i = 0; order->order_bundle && i < operation_count; i++) {
		const struct sandbox_operation *operation = &operations[i];
		bool sale = operation->type == SANDBOX_OPERATION_DEPOSITED;
		if (!sale && !is_return(operation, captured)) {
			continue;
		}
		original = sale ? i : original;
		captured = captured || sale;
		receipts[count++] = (struct sandbox_receipt){
			.sale = sale,
			.stage = stage_of(operation, settings, now),
			.number = i,
			.original = original,
			.at = operation->at,
			.amount = operation->amount,
		};
	}
	return count;
}
