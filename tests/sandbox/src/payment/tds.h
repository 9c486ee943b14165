#ifndef SANDBOX_PAYMENT_TDS_H
#define SANDBOX_PAYMENT_TDS_H

#include "order/transaction.h"
#include "payment/attempt.h"

/* Payments with 3-D Secure: begun by the payment, continued and finished by later calls. */

/* A parameter that only the payment page sends: no table of a method has it. */
#define SANDBOX_TDS_HOSTED "hostedPage"

/* What a payment knows before the issuer is asked. */
struct sandbox_tds_request {
	const char *pan_mac;
	bool initiated; /* the payment that stored the card was authenticated by this gateway with 3DS2 */
};

/*
 * Decides what authentication the attempt needs. Either the order is at the ACS afterwards (SANDBOX_AUTHENTICATING),
 * with nothing paid and the code of the issuer kept for later, or the payment goes on with the action code, which a
 * failed authentication has changed. NULL, or why the attempt is refused. The order has the card already.
 */
const struct sandbox_refusal *sandbox_tds_begin(const struct sandbox_call *call, const struct sandbox_attempt *attempt,
	const struct sandbox_tds_request *request, struct sandbox_order *order, struct sandbox_operation *operation,
	int64_t *action_code);

/*
 * The same for a charge that has neither an attempt nor jsonParams, which is 3RI if the card was stored so. Answers the
 * action code of the payment.
 */
int64_t sandbox_tds_charge(const struct sandbox_settings *settings, const unsigned char *key,
	const struct sandbox_tds_request *request, struct sandbox_order *order, int64_t action_code);

/* The second call of a payment: after the data of the browser. The subject is the attempt; its card may be absent. */
sandbox_change sandbox_tds_continue;

/* What the ACS sent back. */
struct sandbox_tds_answer {
	const char *transaction; /* threeDSServerTransId; NULL if not named */
	const char *message;     /* PaRes or CRes; NULL if the transaction is enough */
	bool secure2;            /* the version that the method is for; the other is refused */
};

/* Finishes the payment after the ACS. The subject is a struct sandbox_tds_answer. */
sandbox_change sandbox_tds_finish;

#endif
