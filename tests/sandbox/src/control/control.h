#ifndef SANDBOX_CONTROL_CONTROL_H
#define SANDBOX_CONTROL_CONTROL_H

#include "control/answer.h"

/* Calls by which tests look into the sandbox and set it up. They are no part of the gateway, and only for loopback. */

/* The HTTP methods of a path, as an Allow header lists them; NULL if there is no such path. */
const char *sandbox_control_allow(const char *path);

/* Answers a request. Its HTTP method must be one of those allowed. */
void sandbox_control_serve(const char *path, const struct sandbox_control_request *request);

#endif
