#ifndef SANDBOX_MODEL_LIMITS_H
#define SANDBOX_MODEL_LIMITS_H

#include "model/merchant.h"

#include <stdbool.h>
#include <stdint.h>

/* How far a client has allowed a shop to charge a stored card by itself, and how far it has. 0: no limit. */
struct sandbox_limits {
	int64_t frequency;    /* least days from one charge to the next */
	int64_t expiry;       /* YYYYMMDD, the last day of charges */
	int64_t installments; /* most charges */
	int64_t total;        /* most that all charges together may be */
	int64_t charges, charged;
	int64_t charged_at; /* the last of them */
};

/*
 * The limits that jsonParams name (NULL: none), those of the number and sum of charges for an installment binding only.
 * False if one of them is wrong.
 */
bool sandbox_limits_read(struct sandbox_limits *limits, const char *json_params, bool installment,
	const struct sandbox_settings *settings, int64_t now);

/* Whether one more charge keeps within them. */
bool sandbox_limits_allow(
	const struct sandbox_limits *limits, int64_t amount, const struct sandbox_settings *settings, int64_t now);

/* After the charge. */
void sandbox_limits_count(struct sandbox_limits *limits, int64_t amount, int64_t now);

#endif
