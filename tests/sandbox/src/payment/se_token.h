#ifndef SANDBOX_PAYMENT_SE_TOKEN_H
#define SANDBOX_PAYMENT_SE_TOKEN_H

#include "payment/attempt.h"
#include "payment/keys.h"

/* seToken: the data of a card, or the id of a stored one, as the shop's page encrypted it for the gateway. */

/* What a method takes in it. */
enum sandbox_se_shape {
	SANDBOX_SE_CARD = 1,
	SANDBOX_SE_BINDING = 2,
};

/* Its texts are empty where there is none. The caller wipes it. */
struct sandbox_se_token {
	char plain[SANDBOX_PLAIN_SIZE + 1];
	const char *timestamp, *uuid, *pan, *cvc, *expiry, *order, *binding, *cardholder;
};

/*
 * Decrypts the seToken of the call, which must have one of these shapes, uses it up, and puts its data in the place of
 * the request's. order is the one it must be for, NULL: none. A bindingId of the request must be that of the token. The
 * attempt borrows from the token. False after answering; the answer does not tell what is wrong.
 */
bool sandbox_se_token_apply(const struct sandbox_call *call, unsigned shapes, const char *order,
	struct sandbox_se_token *token, struct sandbox_attempt *attempt);

#endif
