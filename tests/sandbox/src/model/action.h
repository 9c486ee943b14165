#ifndef SANDBOX_MODEL_ACTION_H
#define SANDBOX_MODEL_ACTION_H

#include <stdint.h>

enum sandbox_action_code {
	SANDBOX_ACTION_APPROVED = 0,
	SANDBOX_ACTION_NO_PAYMENT_YET = -100,
	SANDBOX_ACTION_3DS_FAILED = -2006,
	SANDBOX_ACTION_TIME_IS_OVER = -2007,
	SANDBOX_ACTION_ACS_TIME_IS_OVER = -2014, /* BPC's, of a payer who was at the ACS */
	SANDBOX_ACTION_TDS_NOT_FULL = -2017,
	SANDBOX_ACTION_CHALLENGE_FAILED = -2025,
	SANDBOX_ACTION_NO_SUBSCRIPTION = -5031,
	SANDBOX_ACTION_STARTED = -9000,
	SANDBOX_ACTION_LIMIT = -20010,
	SANDBOX_ACTION_REFUSED = 5,
	SANDBOX_ACTION_EXPIRED_CARD = 101,
	SANDBOX_ACTION_NO_CARD_RECORD = 111,
	SANDBOX_ACTION_NO_MONEY = 116,
	SANDBOX_ACTION_FORMAT = 904,
	SANDBOX_ACTION_INPUT_UNPREFIXED = 1015,
	SANDBOX_ACTION_3DS_COMMUNICATION = 1017,
	SANDBOX_ACTION_SSL_RESTRICTED = 2003,
	SANDBOX_ACTION_INPUT = 71015,
};

/* What the gateway says about an action code. */
struct sandbox_action {
	int64_t code;
	const char *description; /* actionCodeDescription, and error of a declined payment */
	const char *info;        /* message for the payer */
	const char *type;        /* errorTypeName */
	const char *processing;  /* processingErrorType */
};

/* Never NULL: there is a general row for unknown codes. */
const struct sandbox_action *sandbox_action_find(int64_t code);

#endif
