/* What is captured, and how to cancel a payment, given what the status call answered. */
#include "reply_facts.h"
#include "table/lookup.h"

#include <string.h>

static int64_t integer_member_or(const struct pgw_tree *tree, const void *object, const char *name, int64_t fallback)
{
	const void *value = pgw_reply_member(tree, object, name);
	int64_t integer;

	return value && pgw_reply_integer(tree, value, &integer) ? integer : fallback;
}

int64_t pgw_order_captured(const struct pgw_tree *tree, const void *status)
{
	const void *amounts = pgw_reply_member(tree, status, "paymentAmountInfo");

	return integer_member_or(tree, amounts, "depositedAmount", integer_member_or(tree, status, "depositAmount", -1));
}

enum pgw_cancellation pgw_cancellation_of(const struct pgw_tree *tree, const void *status, int64_t *amount)
{
	int64_t state = integer_member_or(tree, status, "orderStatus", -1);

	*amount = pgw_order_captured(tree, status);
	if (*amount <= 0) {
		*amount = 0;
		return PGW_CANCEL_REVERSE;
	}
	switch (state) {
		case PGW_ORDER_DEPOSITED:
			return PGW_CANCEL_REVERSE_OR_REFUND;
		case PGW_ORDER_REFUNDED:
		case PGW_ORDER_PARTLY_DEPOSITED:
			return PGW_CANCEL_REFUND;
		default:
			return PGW_CANCEL_REVERSE;
	}
}

bool pgw_cancellation_refunds_after(enum pgw_cancellation way, enum pgw_error_kind refusal)
{
	return way == PGW_CANCEL_REVERSE_OR_REFUND &&
		   (refusal == PGW_ERROR_INVALID_STATE || refusal == PGW_ERROR_ACCESS_DENIED);
}

const char *pgw_cancellation_guard(const struct pgw_client *client)
{
	static const char guard[] = "expectedDepositedAmount";
	const struct pgw_wire *wire = &pgw_method_find(PGW_TEXT("refund"))->wire[pgw_client_dialect(client)];

	return wire->path && pgw_parameter_find(wire->parameters, PGW_TEXT(guard)) ? guard : NULL;
}
