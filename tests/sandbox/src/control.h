#ifndef SANDBOX_CONTROL_H
#define SANDBOX_CONTROL_H

#include "gateway.h"

/* What tests may see and do behind the gateway's back. Not part of the gateway; for loopback only. */

/* Reads an argument of the request; NULL if it is absent. */
typedef const char *sandbox_argument(void *context, const char *name);

bool sandbox_control_has(const char *path);

void sandbox_control_serve(struct sandbox_gateway *gateway, const char *path, sandbox_argument *argument, void *context,
	struct sandbox_reply *reply);

#endif
