/* Law 2, a payment is never lost: the rule for when the outcome of a call is unknown. */

/* Sending, retrying and judging only collect evidence; this is the one place that decides. */
#ifndef PGW_OUTCOME_H
#define PGW_OUTCOME_H

#include "pgw.h"

/* What is known about a call that ended without a good reply. */
struct pgw_evidence {
	bool begun;    /* the last attempt may have reached the gateway */
	bool answered; /* the gateway answered that it did not do what was asked */
	bool refused;  /* the HTTP status says that the request was not handled */
	bool lost;     /* an earlier attempt may have been executed, regardless of the last one */
};

bool pgw_outcome_is_unknown(const struct pgw_request *request, struct pgw_evidence evidence);
/* Does the status say that the request was not handled? 3xx, 401, 403, 404, 405, 429 do; 400 and 5xx do not. */
bool pgw_outcome_is_refusal(int http_status);
/* What to do about an unknown outcome, to append to a message; "" if it is known. */
const char *pgw_outcome_advice(const struct pgw_request *request, bool unknown);

#endif
