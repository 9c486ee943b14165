#ifndef SANDBOX_PAYMENT_AT_ONCE_H
#define SANDBOX_PAYMENT_AT_ONCE_H

#include "order/transaction.h"
#include "payment/attempt.h"

/* Registration and payment in one request: afterwards there is either a paid or declined order, or none. */

/* Renames a parameter for the registration. If to is NULL it is left out. */
struct sandbox_renamed {
	const char *from, *to;
};

struct sandbox_at_once {
	sandbox_change *pay; /* called with the attempt as its subject */
	const struct sandbox_attempt *attempt;
	const char *payment_way; /* NULL: that of the payment */
	int64_t eci;             /* 0: that of the payment */
	unsigned features;       /* beside those of the request */
	int number_taken;        /* errorCode for an orderNumber that is in use */
	const struct sandbox_renamed *renamed;
	size_t renamed_count;
	const struct sandbox_field *more; /* further parameters, such as the amount in a token */
	size_t more_count;
};

/* After true everything is on disk. False after answering the call. The caller frees the order either way. */
bool sandbox_pay_at_once(const struct sandbox_call *call, const struct sandbox_at_once *how,
	struct sandbox_order *order, struct sandbox_operation *operation);

#endif
