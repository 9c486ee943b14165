#ifndef SANDBOX_CONTROL_CONTROL_H
#define SANDBOX_CONTROL_CONTROL_H

#include "control/answer.h"

/* What tests may see and do behind the gateway's back. Not part of the gateway; for loopback only. */

/* The HTTP methods that a path answers, as an Allow header names them; NULL if there is no such path. */
const char *sandbox_control_allow(const char *path);

/* Answers a request whose verb is one of those allowed. */
void sandbox_control_serve(const char *path, const struct sandbox_control_request *request);

#endif
