#ifndef SANDBOX_AUTHENTICATION_H
#define SANDBOX_AUTHENTICATION_H

#include "method.h"
#include "store.h"

/* The merchant who sent the form, by userName and password or by token; NULL and the fault if it is nobody. */
const struct sandbox_merchant *sandbox_authenticate(const struct sandbox_store *store,
	const struct sandbox_method *method, const struct sandbox_form *form, struct sandbox_fault *fault);

#endif
