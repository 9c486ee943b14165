#ifndef SANDBOX_CALL_CALL_H
#define SANDBOX_CALL_CALL_H

#include "call/method.h"
#include "call/reply.h"
#include "model/rules.h"
#include "request/form.h"
#include "store/store.h"

/* One request on its way through its handler: who asks, what, when. Borrows everything. */
struct sandbox_call {
	struct sandbox_store *store;
	const char *base_uri;
	const struct sandbox_method *method;
	const struct sandbox_merchant *merchant;
	const struct sandbox_form *form; /* checked against the method's table */
	int64_t now;
	struct sandbox_reply *reply;
};

/* A parameter; NULL or 0 if it is absent or empty. */
const char *sandbox_call_text(const struct sandbox_call *call, const char *name);
int64_t sandbox_call_number(const struct sandbox_call *call, const char *name);

/* Answers in the method's envelope. */
struct json_object *sandbox_call_answer(const struct sandbox_call *call, int code, const char *message);
void sandbox_call_empty(const struct sandbox_call *call, const char *name);
void sandbox_call_wrong(const struct sandbox_call *call, const char *name);
void sandbox_call_refuse(const struct sandbox_call *call, const struct sandbox_refusal *refusal);
void sandbox_call_system_error(const struct sandbox_call *call);
void sandbox_call_deny(const struct sandbox_call *call);

/* The first of these parameters that is absent or empty, or NULL. */
const char *sandbox_call_missing(const struct sandbox_call *call, const char *const *names, size_t count);

/* NULL if it was found; else that refusal, or system error. */
const struct sandbox_refusal *sandbox_call_refusal_unless_found(
	enum sandbox_found found, const struct sandbox_refusal *not_found);

/* Begins a transaction. False after answering. */
bool sandbox_call_begin(const struct sandbox_call *call);

/* Ends it: rolls back and refuses, or commits if refusal is NULL. False after answering why nothing was changed. */
bool sandbox_call_end(const struct sandbox_call *call, const struct sandbox_refusal *refusal);

/* For an order that could not be had: unknown order, or system error. */
void sandbox_call_not_found(const struct sandbox_call *call, enum sandbox_found found);

#endif
