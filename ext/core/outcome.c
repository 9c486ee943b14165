/* When the outcome of a call is unknown, and how the caller finds it out. */
#include "outcome.h"

/*
 * A read has no outcome to lose. An attempt that was begun is in doubt unless the gateway itself, or the status of
 * whatever stands before it, said no. An earlier attempt that was lost stays in doubt: what is said of the last one
 * says nothing of it.
 */
bool pgw_outcome_is_unknown(const struct pgw_request *request, struct pgw_evidence evidence)
{
	bool in_doubt = evidence.begun && !evidence.answered && !evidence.refused;

	return request->changes && (evidence.lost || in_doubt);
}

bool pgw_outcome_is_refusal(int http_status)
{
	static const int refusals[] = {401, 403, 404, 405, 429};

	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		if (http_status == refusals[i]) {
			return true;
		}
	}
	return http_status >= 300 && http_status < 400;
}

const char *pgw_outcome_advice(const struct pgw_request *request, bool unknown)
{
	static const char *const inquiries[] = {
		[PGW_NO_INQUIRY] = "; the outcome is unknown: find it out before repeating the call",
		[PGW_BY_ORDER_ID] = "; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call",
		[PGW_BY_ORDER_NUMBER] =
			"; the outcome is unknown: ask getOrderStatusExtended by orderNumber before repeating the call",
		[PGW_BY_TASK] = "; the outcome is unknown: ask getTask before repeating the call",
	};

	if (!unknown) {
		return "";
	}
	if (request->repeatable) {
		return "; the outcome is unknown: send the same call again, and the gateway answers what became of the first";
	}
	return inquiries[request->method ? request->method->inquiry : PGW_NO_INQUIRY];
}
