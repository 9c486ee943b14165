#ifndef SANDBOX_PAYMENT_SE_TOKEN_H
#define SANDBOX_PAYMENT_SE_TOKEN_H

#include "payment/attempt.h"
#include "payment/keys.h"

/* seToken: the data of a card, or the id of a stored one, encrypted for the gateway on the shop's page. */

/* What a method accepts in a token. */
enum sandbox_se_shape {
	SANDBOX_SE_CARD = 1,
	SANDBOX_SE_BINDING = 2,
};

/* A decrypted token. Absent texts are empty. The caller wipes it. */
struct sandbox_se_token {
	char plain[SANDBOX_PLAIN_SIZE + 1];
	const char *timestamp, *uuid, *pan, *cvc, *expiry, *order, *binding, *cardholder;
};

/*
 * Decrypts the seToken of a call, marks it as used, and copies its data to the attempt, which borrows from the token.
 * The token must have one of these shapes and name this order, or none if order is NULL. A bindingId of the request
 * must be that of the token. False after answering; the answer does not tell what is wrong.
 */
bool sandbox_se_token_apply(const struct sandbox_call *call, unsigned shapes, const char *order,
	struct sandbox_se_token *token, struct sandbox_attempt *attempt);

#endif
