/* Is the outcome of a call unknown, and how does the caller find it out? */
#include "outcome.h"

/*
 * The outcome of a read is never unknown: it changes nothing. The outcome of an attempt that began sending is unknown
 * unless the gateway itself said no, or the HTTP status says that the request was not handled. An earlier attempt that
 * was lost remains unknown: the answer to the last attempt says nothing about it.
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
		[PGW_NO_INQUIRY] = "; the outcome is unknown: find out before repeating the call",
		[PGW_BY_ORDER_ID] = "; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call",
		[PGW_BY_ORDER_NUMBER] =
			"; the outcome is unknown: ask getOrderStatusExtended by orderNumber before repeating the call",
		[PGW_BY_TASK] = "; the outcome is unknown: ask getTask before repeating the call",
	};

	if (!unknown) {
		return "";
	}
	if (request->repeatable) {
		return "; the outcome is unknown: send the same call again, and the gateway reports the outcome of the first";
	}
	return inquiries[request->method ? request->method->inquiry : PGW_NO_INQUIRY];
}
