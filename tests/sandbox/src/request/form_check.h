#ifndef SANDBOX_REQUEST_FORM_CHECK_H
#define SANDBOX_REQUEST_FORM_CHECK_H

#include "request/form.h"
#include "request/parameter.h"

/* True if the form is what the shape demands: no more, no less. */
bool sandbox_form_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	const struct sandbox_form *form, struct sandbox_fault *fault);

#endif
