/* How to give a payment back, by what the status call answered. */
#include "reply_facts.h"

static int64_t integer_member(const struct pgw_tree *tree, const void *object, const char *name, int64_t otherwise)
{
	const void *value = pgw_reply_member(tree, object, name);
	int64_t integer;

	return value && pgw_reply_integer(tree, value, &integer) ? integer : otherwise;
}

enum pgw_cancellation pgw_cancellation_of(const struct pgw_tree *tree, const void *status, int64_t *amount)
{
	enum { UNKNOWN = -1, DEPOSITED = 2, REFUNDED = 4, PARTLY_DEPOSITED = 8 };
	int64_t state = integer_member(tree, status, "orderStatus", UNKNOWN);

	*amount = integer_member(tree, pgw_reply_member(tree, status, "paymentAmountInfo"), "depositedAmount", 0);
	if (*amount <= 0) {
		return PGW_CANCEL_REVERSE;
	}
	switch (state) {
		case DEPOSITED:
			return PGW_CANCEL_REVERSE_OR_REFUND;
		case REFUNDED:
		case PARTLY_DEPOSITED:
			return PGW_CANCEL_REFUND;
		default:
			return PGW_CANCEL_REVERSE;
	}
}
