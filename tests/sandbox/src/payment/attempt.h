#ifndef SANDBOX_PAYMENT_ATTEMPT_H
#define SANDBOX_PAYMENT_ATTEMPT_H

#include "call/call.h"
#include "model/card.h"

/* One attempt to pay an order, as requested. The texts belong to the request. */
struct sandbox_attempt {
	struct sandbox_card card; /* only the CVC for a stored card */
	const char *binding_id;   /* of a stored card, or NULL */
	const char *wallet;       /* paymentWay of the wallet, or NULL */
	bool proven;              /* by a cryptogram: the wallet has authenticated the payer by itself */
	const char *cardholder;
	const char *tii;
	bool original_named; /* originalPaymentNetRefNum and originalPaymentDate are given */
	bool binding_not_needed;
	const char *transaction; /* threeDSServerTransId: the second call of a payment with 3DS2; or NULL */
	bool moto;               /* by mail or telephone: nobody can be authenticated */
};

/* Reads what has the same name in every method: tii, the original payment, bindingNotNeeded. */
void sandbox_attempt_read(const struct sandbox_call *call, struct sandbox_attempt *attempt);

/* Reads pan, expiry and cvc. False after answering what is wrong. */
bool sandbox_attempt_read_card(const struct sandbox_call *call, struct sandbox_card *card);

/* Checks number and month of a card. False after answering what is wrong; pan is the name of the parameter. */
bool sandbox_attempt_check_card(const struct sandbox_call *call, const struct sandbox_card *card, const char *pan);

/* Whether the merchant charges the card without the payer: tii R, U or I. */
bool sandbox_attempt_unattended(const struct sandbox_attempt *attempt);

/* Whether the issuer can be asked to authenticate the payer: not if the wallet did, nor by telephone. */
bool sandbox_attempt_authenticable(const struct sandbox_attempt *attempt);

/* Unattended attempts pay only one-phase orders. */
extern const struct sandbox_refusal sandbox_refusal_one_phase_only;

/* Checks whether a stored card may be used at all. False after answering why not. */
bool sandbox_attempt_check_binding(const struct sandbox_call *call, const struct sandbox_attempt *attempt);

#endif
