#ifndef SANDBOX_PAYMENT_AT_ONCE_H
#define SANDBOX_PAYMENT_AT_ONCE_H

#include "order/transaction.h"
#include "payment/attempt.h"

/* Registration and payment in one request: either there is an order that was paid for or declined, or there is none. */

/* A parameter under the name that it has in a registration; to NULL: none. */
struct sandbox_renamed {
	const char *from, *to;
};

struct sandbox_at_once {
	sandbox_change *pay; /* its subject is the attempt */
	const struct sandbox_attempt *attempt;
	const char *payment_way; /* NULL: as the payment has it */
	int64_t eci;             /* 0: as the payment has it */
	int number_taken;        /* errorCode for an orderNumber that is known */
	const struct sandbox_renamed *renamed;
	size_t renamed_count;
	const struct sandbox_field *more; /* what the request has elsewhere, such as the amount in a token */
	size_t more_count;
};

/* False after answering the call; after true everything is on disk. The caller frees the order either way. */
bool sandbox_pay_at_once(const struct sandbox_call *call, const struct sandbox_at_once *how,
	struct sandbox_order *order, struct sandbox_operation *operation);

#endif
