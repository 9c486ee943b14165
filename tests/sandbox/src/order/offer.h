#ifndef SANDBOX_ORDER_OFFER_H
#define SANDBOX_ORDER_OFFER_H

#include "model/rules.h"

/* What can be done to an order now, found out by asking the rules themselves. */
struct sandbox_offer {
	int64_t deposit;       /* what completing in full captures; 0: not possible */
	int64_t deposit_least; /* the bounds of a capture of another amount */
	int64_t deposit_most;
	enum sandbox_operation_type give_back; /* what giving back all of it is: a reversal where possible, else a refund */
	int64_t give_back_amount;              /* 0: not possible */
	enum sandbox_operation_type part;      /* what giving back a part is: a refund where possible, else a reversal */
	int64_t part_most;                     /* 0: not possible */
	bool decline;
};

struct sandbox_offer sandbox_offer(
	const struct sandbox_order *order, const struct sandbox_settings *settings, int64_t now);

/* A text that changes whenever the order's state or money does. */
#define SANDBOX_VERSION_SIZE 256
void sandbox_offer_version(const struct sandbox_order *order, char version[SANDBOX_VERSION_SIZE]);

#endif
