/* One attempt to pay an order, as requested. */
#include "payment/attempt.h"

#include "base/text.h"

#define CARD_PARAMETER_WRONG 1

const struct sandbox_refusal sandbox_refusal_one_phase_only = {5, 5, "[tii] wrong value"};

void sandbox_attempt_read(const struct sandbox_call *call, struct sandbox_attempt *attempt)
{
	attempt->tii = sandbox_call_text(call, "tii");
	attempt->original_named =
		sandbox_call_text(call, "originalPaymentNetRefNum") && sandbox_call_text(call, "originalPaymentDate");
	/* A published sample writes it with a capital D. */
	attempt->transaction = sandbox_call_text(call, "threeDSServerTransId");
	if (!attempt->transaction) {
		attempt->transaction = sandbox_call_text(call, "threeDSServerTransID");
	}
	attempt->binding_not_needed = sandbox_text_equal(sandbox_call_text(call, "bindingNotNeeded"), "true");
}

bool sandbox_attempt_check_card(const struct sandbox_call *call, const struct sandbox_card *card, const char *pan)
{
	struct sandbox_fault fault;
	if (!sandbox_card_number_valid(card->pan)) {
		sandbox_fault_set(&fault, CARD_PARAMETER_WRONG, pan, "Card number is wrong");
		sandbox_call_answer(call, fault.code, fault.message);
		return false;
	}
	if (sandbox_card_month_valid(card->expiry)) {
		return true;
	}
	sandbox_call_answer(call, CARD_PARAMETER_WRONG, "Card expiration date is wrong");
	return false;
}

bool sandbox_attempt_read_card(const struct sandbox_call *call, struct sandbox_card *card)
{
	static const char *const needed[] = {"pan", "expiry"};
	const char *missing = sandbox_call_missing(call, needed, sizeof needed / sizeof *needed);
	if (missing) {
		sandbox_call_empty(call, missing);
		return false;
	}
	card->pan = sandbox_call_text(call, "pan");
	card->cvc = sandbox_call_text(call, "cvc");
	card->expiry = sandbox_call_number(call, "expiry");
	return sandbox_attempt_check_card(call, card, "pan");
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

bool sandbox_attempt_authenticable(const struct sandbox_attempt *attempt)
{
	return !attempt->moto && !attempt->proven;
}

bool sandbox_attempt_check_binding(const struct sandbox_call *call, const struct sandbox_attempt *attempt)
{
	if (!call->merchant->settings.bindings) {
		sandbox_call_deny(call);
		return false;
	}
	/* Without the payer there is nobody to type a CVC, and it may not be stored. */
	if (sandbox_attempt_unattended(attempt) && attempt->card.cvc) {
		sandbox_call_wrong(call, "cvc");
		return false;
	}
	return true;
}
