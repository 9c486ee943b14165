#ifndef SANDBOX_GATEWAY_MERCHANT_CHANGE_H
#define SANDBOX_GATEWAY_MERCHANT_CHANGE_H

#include "request/form.h"
#include "store/store.h"

/* Changing what the bank keeps of a merchant: for testers, for the portal, and for the modules of shops. */

enum sandbox_merchant_result {
	SANDBOX_MERCHANT_CHANGED,
	SANDBOX_MERCHANT_UNKNOWN,
	SANDBOX_MERCHANT_STALE,          /* somebody else has changed it meanwhile */
	SANDBOX_MERCHANT_NO_SETTING,     /* there is no such setting */
	SANDBOX_MERCHANT_WRONG,          /* a wrong value */
	SANDBOX_MERCHANT_CONFLICT,       /* two settings contradict each other */
	SANDBOX_MERCHANT_TOKEN_TAKEN,    /* another merchant has that token */
	SANDBOX_MERCHANT_NEEDS_PASSWORD, /* a new one */
	SANDBOX_MERCHANT_STORE_FAILED,
};

struct sandbox_merchant_change {
	const char *user_name;
	const struct sandbox_form *fields; /* settings by their names, password, token (empty: none); userName is ignored */
	bool create;                       /* if there is no such merchant */
	int64_t version;                   /* which the change was made from; 0: whatever there is */
};

/*
 * Makes all of the changes in one transaction, or none. The merchant is filled in as it is afterwards. If a field is at
 * fault, *field is its name, which the change or a table owns.
 */
enum sandbox_merchant_result sandbox_merchant_change(struct sandbox_store *store,
	const struct sandbox_merchant_change *change, struct sandbox_merchant *merchant, const char **field);

#endif
