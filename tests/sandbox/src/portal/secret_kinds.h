#ifndef SANDBOX_PORTAL_SECRET_KINDS_H
#define SANDBOX_PORTAL_SECRET_KINDS_H

#include "model/merchant.h"

#include <json-c/json.h>

/* What is shown once, when the portal makes it, and afterwards by its first and last characters. */
struct sandbox_portal_secret {
	const char *name; /* "token", or the setting; its texts are settings.secrets.NAME.… */
	bool made;        /* the portal makes one by a button */
	bool removed;     /* there may be none */
	bool lines;       /* it has more than one line */
};

/* NULL if there is none of that name. */
const struct sandbox_portal_secret *sandbox_portal_secret_find(const char *name);

/* Describes those of that list of names, which ends with NULL. */
void sandbox_portal_secrets_set(
	struct json_object *values, const char *const *names, const struct sandbox_merchant *merchant);

#endif
