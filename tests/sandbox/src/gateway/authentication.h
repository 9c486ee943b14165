#ifndef SANDBOX_GATEWAY_AUTHENTICATION_H
#define SANDBOX_GATEWAY_AUTHENTICATION_H

#include "base/fault.h"
#include "call/method.h"
#include "request/form.h"
#include "request/parameter.h"
#include "store/store.h"

/*
 * Finds the merchant who sent the form, by userName and password, by token or by name. False and a fault if there is
 * none.
 */
bool sandbox_authenticate(struct sandbox_store *store, const struct sandbox_method *method,
	const struct sandbox_form *form, struct sandbox_merchant *merchant, struct sandbox_fault *fault);

/* Finds a merchant by name and password. */
bool sandbox_authenticate_password(
	struct sandbox_store *store, const char *user_name, const char *password, struct sandbox_merchant *merchant);

/* The settings of the merchant that a form names, by right or not; if it names none that exists, of the first one. */
struct sandbox_settings sandbox_caller_settings(
	struct sandbox_store *store, const struct sandbox_method *method, const struct sandbox_form *form);

#endif
