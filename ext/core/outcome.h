/*
 * Law 2: a payment is never lost. This is the one place that says "nobody knows whether money moved"; sending,
 * repeating and judging state what they saw, and ask here.
 */
#ifndef PGW_OUTCOME_H
#define PGW_OUTCOME_H

#include "pgw.h"

/* What is known of a call that ended without a good reply. */
struct pgw_evidence {
	bool begun;    /* the last attempt may have reached the gateway */
	bool answered; /* and the gateway's own words say that it did not do what was asked */
	bool refused;  /* or the HTTP status says that nobody tried */
	bool lost;     /* an earlier attempt may have been carried out, whatever became of the last one */
};

bool pgw_outcome_is_unknown(const struct pgw_request *request, struct pgw_evidence evidence);
/* A status that says the call was not handled: 3xx, 401, 403, 404, 405, 429. 400 and 5xx leave open what happened. */
bool pgw_outcome_is_refusal(int http_status);
/* What to do about an outcome that is unknown, to end a message with; "" when it is known. */
const char *pgw_outcome_advice(const struct pgw_request *request, bool unknown);

#endif
