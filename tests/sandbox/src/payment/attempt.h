#ifndef SANDBOX_PAYMENT_ATTEMPT_H
#define SANDBOX_PAYMENT_ATTEMPT_H

#include "call/call.h"
#include "model/card.h"

/* One attempt to pay an order, as the request has it. The texts belong to the request. */
struct sandbox_attempt {
	struct sandbox_card card; /* of a stored one no more than the CVC */
	const char *binding_id;   /* of a stored one */
	const char *wallet;       /* paymentWay of the wallet that the card is in, or NULL */
	const char *cardholder;
	const char *tii;
	bool original_named; /* originalPaymentNetRefNum and originalPaymentDate */
	bool binding_not_needed;
};

/* What has the same name in every method: tii, the original payment, bindingNotNeeded. */
void sandbox_attempt_read(const struct sandbox_call *call, struct sandbox_attempt *attempt);

/* pan, expiry and cvc of the request. False after answering what is wrong with them. */
bool sandbox_attempt_read_card(const struct sandbox_call *call, struct sandbox_card *card);

/* A number with a right check digit, and a month. False after answering; pan is what the parameter is called. */
bool sandbox_attempt_check_card(const struct sandbox_call *call, const struct sandbox_card *card, const char *pan);

/* The merchant charges by himself, without the payer. */
bool sandbox_attempt_unattended(const struct sandbox_attempt *attempt);

/* Such an attempt pays one-phase orders only. */
extern const struct sandbox_refusal sandbox_refusal_one_phase_only;

/* Whether a stored card may be tried at all. False after answering why not. */
bool sandbox_attempt_check_binding(const struct sandbox_call *call, const struct sandbox_attempt *attempt);

#endif
