#ifndef SANDBOX_PORTAL_CALLBACK_VIEW_H
#define SANDBOX_PORTAL_CALLBACK_VIEW_H

#include "portal/visit.h"

/*
 * Describes a callback for portal_callback.html and portal_order.html: what it told, how its tries ended, and whether
 * it goes on. values are those of the page; the caller owns the description.
 */
struct json_object *sandbox_portal_describe_callback(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_callback *callback);

#endif
