#ifndef SANDBOX_GATEWAY_FAILURES_H
#define SANDBOX_GATEWAY_FAILURES_H

#include "call/method.h"
#include "model/failure.h"

#include <json-c/json.h>
#include <stdbool.h>

/* The failures that tests have asked for and that have not happened yet. In memory; safe for several threads. */
struct sandbox_failures;

/* NULL if out of memory. */
struct sandbox_failures *sandbox_failures_open(void);
void sandbox_failures_close(struct sandbox_failures *failures);

/* The next so many calls of a method, or of any if it is NULL, fail so. False if too many are pending already. */
bool sandbox_failures_add(struct sandbox_failures *failures, const struct sandbox_failure *failure,
	const struct sandbox_method *method, int64_t times);

/*
 * Takes the failure of a call that has come in, or of a payment that is before its issuer: of those pending for the
 * method the oldest one. The failures may be NULL: none are pending.
 */
struct sandbox_failure sandbox_failures_take_call(
	struct sandbox_failures *failures, const struct sandbox_method *method);
struct sandbox_failure sandbox_failures_take_payment(
	struct sandbox_failures *failures, const struct sandbox_method *method);

/* A list of {with, method, times, milliseconds, actionCode}, oldest first, which the caller owns. */
struct json_object *sandbox_failures_list(struct sandbox_failures *failures);

void sandbox_failures_clear(struct sandbox_failures *failures);

#endif
