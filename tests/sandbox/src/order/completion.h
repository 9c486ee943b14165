#ifndef SANDBOX_ORDER_COMPLETION_H
#define SANDBOX_ORDER_COMPLETION_H

#include "order/transaction.h"

/* What follows a payment, or replaces it: capture, reversal, refund, decline. */
struct sandbox_completion {
	int64_t amount;                 /* 0: everything */
	const char *currency;           /* must be the order's; NULL: not named */
	const char *items;              /* JSON: the positions of the cart concerned; NULL: not named */
	const char *order_number;       /* of decline: must be the order's; NULL: not named */
	const char *external_refund_id; /* of refund: the same one is made once; NULL: none */
	const char *expected_deposited; /* of refund: digits that must be the deposited amount; NULL: not named */
};

/* For sandbox_transaction(), with a struct sandbox_completion as the subject. */
sandbox_change sandbox_complete_deposit;
sandbox_change sandbox_complete_reverse;
sandbox_change sandbox_complete_refund;
sandbox_change sandbox_complete_decline;

#endif
