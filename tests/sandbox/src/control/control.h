#ifndef SANDBOX_CONTROL_CONTROL_H
#define SANDBOX_CONTROL_CONTROL_H

#include "gateway/gateway.h"

/* What tests may see and do behind the gateway's back. Not part of the gateway; for loopback only. */

/* The HTTP methods that a path answers, as an Allow header names them; NULL if there is no such path. */
const char *sandbox_control_allow(const char *path);

/* A request with its arguments: the query of a GET, the body of a POST. The verb is one of those allowed. */
struct sandbox_control_request {
	struct sandbox_gateway *gateway;
	bool post;
	const struct sandbox_form *arguments;
	struct sandbox_reply *reply;
};

void sandbox_control_serve(const char *path, const struct sandbox_control_request *request);

/* The handlers, by path and verb. */
typedef void sandbox_control(const struct sandbox_control_request *request);
sandbox_control sandbox_control_orders;
sandbox_control sandbox_control_books;
sandbox_control sandbox_control_requests;
sandbox_control sandbox_control_clock;
sandbox_control sandbox_control_move_clock;
sandbox_control sandbox_control_merchant;
sandbox_control sandbox_control_set_merchant;
sandbox_control sandbox_control_payer;
sandbox_control sandbox_control_reset;

/* An answer of a handler. */
struct json_object *sandbox_control_start(const struct sandbox_control_request *request, unsigned status);

/* "[name] what", or what alone if name is NULL. */
void sandbox_control_fail(
	const struct sandbox_control_request *request, unsigned status, const char *name, const char *what);

#endif
