/* When the outcome of a call is unknown, and how the caller finds it out. */
#include "outcome.h"

#include <string.h>

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
	static const struct {
		const char *by, *advice;
	} inquiries[] = {
		{"orderId", "; the outcome is unknown: ask getOrderStatusExtended by orderId before repeating the call"},
		{"orderNumber",
			"; the outcome is unknown: ask getOrderStatusExtended by orderNumber before repeating the call"},
		{"task", "; the outcome is unknown: ask getTask before repeating the call"},
	};

	if (!unknown) {
		return "";
	}
	if (request->repeatable) {
		return "; the outcome is unknown: send the same call again, and the gateway answers what became of the first";
	}
	if (!request->method || !request->method->inquiry) {
		return "; the outcome is unknown: find it out before repeating the call";
	}
	for (size_t i = 0; i < sizeof(inquiries) / sizeof(inquiries[0]); i++) {
		if (strcmp(request->method->inquiry, inquiries[i].by) == 0) {
			return inquiries[i].advice;
		}
	}
	return "";
}
