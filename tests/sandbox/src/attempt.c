#include "attempt.h"

#include "text.h"

const struct sandbox_refusal sandbox_refusal_one_phase_only = {5, 5, "[tii] wrong value"};

void sandbox_attempt_read(const struct sandbox_call *call, struct sandbox_attempt *attempt)
{
	attempt->tii = sandbox_call_text(call, "tii");
	attempt->original_named =
		sandbox_call_text(call, "originalPaymentNetRefNum") && sandbox_call_text(call, "originalPaymentDate");
	attempt->binding_not_needed = sandbox_text_equal(sandbox_call_text(call, "bindingNotNeeded"), "true");
}

bool sandbox_attempt_unattended(const struct sandbox_attempt *attempt)
{
	static const char *const unattended[] = {"R", "U", "I"};
	for (size_t i = 0; i < sizeof unattended / sizeof *unattended; i++) {
		if (sandbox_text_equal(attempt->tii, unattended[i])) {
			return true;
		}
	}
	return false;
}
