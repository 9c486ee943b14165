#ifndef SANDBOX_MODEL_LIMITS_H
#define SANDBOX_MODEL_LIMITS_H

#include "model/merchant.h"

#include <stdbool.h>
#include <stdint.h>

/* The client's limits on charges that the shop makes without the client, and the charges so far. 0: no limit. */
struct sandbox_limits {
	int64_t frequency;    /* minimum number of days between charges */
	int64_t expiry;       /* YYYYMMDD, the last day for a charge */
	int64_t installments; /* maximum number of charges */
	int64_t total;        /* maximum sum of all charges */
	int64_t charges, charged;
	int64_t charged_at; /* time of the last charge */
};

/*
 * Reads the limits from jsonParams, which may be NULL; number and sum of charges only for an installment binding. False
 * if one of them is wrong.
 */
bool sandbox_limits_read(struct sandbox_limits *limits, const char *json_params, bool installment,
	const struct sandbox_settings *settings, int64_t now);

/* Whether one more charge is within the limits. */
bool sandbox_limits_allow(
	const struct sandbox_limits *limits, int64_t amount, const struct sandbox_settings *settings, int64_t now);

/* Counts a charge. */
void sandbox_limits_count(struct sandbox_limits *limits, int64_t amount, int64_t now);

#endif
