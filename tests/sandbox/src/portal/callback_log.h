#ifndef SANDBOX_PORTAL_CALLBACK_LOG_H
#define SANDBOX_PORTAL_CALLBACK_LOG_H

#include "portal/visit.h"

#define SANDBOX_PORTAL_CALLBACKS SANDBOX_PORTAL_PATH "/settings/callbacks"

/* Adds to the page of callbacks what was sent, and what can be tried. */
void sandbox_portal_callback_log_add(
	const struct sandbox_portal_visit *visit, const struct sandbox_merchant *merchant, struct json_object *values);

#endif
