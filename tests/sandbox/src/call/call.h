#ifndef SANDBOX_CALL_CALL_H
#define SANDBOX_CALL_CALL_H

#include "call/method.h"
#include "call/reply.h"
#include "model/rules.h"
#include "request/form.h"
#include "store/store.h"

/* One request while its handler runs: who asks, for what, and when. Borrows everything. */
struct sandbox_call {
	struct sandbox_store *store;
	const char *base_uri;
	const struct sandbox_method *method;
	const struct sandbox_merchant *merchant;
	const struct sandbox_form *form; /* checked against the method's table */
	int64_t now;
	int64_t decline;              /* the actionCode that the issuer declines with on purpose; 0: as it does itself */
	struct json_object *warnings; /* what was tolerated */
	struct sandbox_reply *reply;
};

/* The value of a parameter; NULL or 0 if it is absent or empty. */
const char *sandbox_call_text(const struct sandbox_call *call, const char *name);
int64_t sandbox_call_number(const struct sandbox_call *call, const char *name);

/* Answer in the envelope of the method. answer returns the object, to which the caller may add members. */
struct json_object *sandbox_call_answer(const struct sandbox_call *call, int code, const char *message);
void sandbox_call_empty(const struct sandbox_call *call, const char *name);
void sandbox_call_wrong(const struct sandbox_call *call, const char *name);
void sandbox_call_refuse(const struct sandbox_call *call, const struct sandbox_refusal *refusal);
void sandbox_call_system_error(const struct sandbox_call *call);
void sandbox_call_deny(const struct sandbox_call *call);

/* The first of these parameters that is absent or empty, or NULL. */
const char *sandbox_call_missing(const struct sandbox_call *call, const char *const *names, size_t count);

/* NULL for FOUND, not_found for NOT_FOUND, a system error for STORE_FAILED. */
const struct sandbox_refusal *sandbox_call_refusal_unless_found(
	enum sandbox_found found, const struct sandbox_refusal *not_found);

/* Begins a transaction. False after answering. */
bool sandbox_call_begin(const struct sandbox_call *call);

/* Commits if refusal is NULL, otherwise rolls back. False after answering why nothing was changed. */
bool sandbox_call_end(const struct sandbox_call *call, const struct sandbox_refusal *refusal);

/* Answers "Unknown order" for NOT_FOUND, otherwise a system error. */
void sandbox_call_not_found(const struct sandbox_call *call, enum sandbox_found found);

#endif
