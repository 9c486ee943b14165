#ifndef SANDBOX_GATEWAY_OWN_CALL_H
#define SANDBOX_GATEWAY_OWN_CALL_H

#include "call/call.h"
#include "gateway/gateway.h"

#define SANDBOX_OWN_FIELDS 16

/*
 * A call of a classic method that a page makes for a merchant whom it knows: without credentials, by the rules of the
 * API. Neither logged nor failing on purpose.
 */
struct sandbox_own_call {
	struct sandbox_field fields[SANDBOX_OWN_FIELDS];
	struct sandbox_form form;
	struct sandbox_merchant merchant;
	struct sandbox_reply reply;
	struct sandbox_call call;
};

/* Starts one. Borrows the gateway; close frees the reply. */
void sandbox_own_call_open(struct sandbox_own_call *own, struct sandbox_gateway *gateway,
	const struct sandbox_merchant *merchant, const char *path);

/* Adds a parameter, which is borrowed; NULL or "": none. */
void sandbox_own_call_add(struct sandbox_own_call *own, const char *name, const char *value);

/* Whether each value is as the table of the method demands. False after answering what is wrong. */
bool sandbox_own_call_check(struct sandbox_own_call *own);

/* Lets the method's handler answer. True if the gateway accepted the call. */
bool sandbox_own_call_make(struct sandbox_own_call *own);

/* What an answer says is wrong, in that language; "" if nothing. It lives as long as the call. */
const char *sandbox_own_call_problem(struct sandbox_own_call *own, const char *language);

void sandbox_own_call_close(struct sandbox_own_call *own);

#endif
