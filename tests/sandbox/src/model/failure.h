#ifndef SANDBOX_MODEL_FAILURE_H
#define SANDBOX_MODEL_FAILURE_H

#include <stdint.h>

/* What goes wrong on purpose. */
enum sandbox_failure_kind {
	SANDBOX_FAILURE_NONE,
	SANDBOX_FAILURE_TIMEOUT, /* not carried out, never answered */
	SANDBOX_FAILURE_502,     /* not carried out, HTTP 502 */
	SANDBOX_FAILURE_LOSE,    /* carried out, then the connection is closed */
	SANDBOX_FAILURE_SLOW,    /* carried out, answered later */
	SANDBOX_FAILURE_DECLINE, /* the issuer declines */
	SANDBOX_FAILURE_KINDS
};

/* Longer than any client waits. Then the connection is closed, as others that are idle so long. */
#define SANDBOX_FAILURE_TIMEOUT_MILLISECONDS 120000

struct sandbox_failure {
	enum sandbox_failure_kind kind;
	int64_t value; /* milliseconds of SLOW, actionCode of DECLINE */
};

/* How a kind is called; NULL for NONE. */
extern const char *const sandbox_failure_names[SANDBOX_FAILURE_KINDS];

/* What an amount asks for, if the merchant's setting magicAmounts is 1. */
struct sandbox_failure sandbox_failure_of_amount(int64_t amount);

#endif
