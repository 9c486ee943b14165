/* The table of the control calls. */
#include "control/control.h"

#include "base/clock.h"
#include "control/handlers.h"
#include "task/task_payment.h"

#include <string.h>

static const struct control {
	const char *path;
	sandbox_control_handler *get, *post; /* NULL: not allowed */
} controls[] = {
	{"sandbox/orders", sandbox_control_orders, NULL},
	{"sandbox/books", sandbox_control_books, NULL},
	{"sandbox/requests", sandbox_control_request_counts, NULL},
	{"sandbox/log", sandbox_control_log, NULL},
	{"sandbox/clock", sandbox_control_clock, sandbox_control_move_clock},
	{"sandbox/merchant", sandbox_control_merchant, sandbox_control_set_merchant},
	{"sandbox/portalUser", NULL, sandbox_control_portal_user},
	{"sandbox/payer", NULL, sandbox_control_payer},
	{"sandbox/callbacks", sandbox_control_callbacks, sandbox_control_change_callbacks},
	{"sandbox/callbackKey", sandbox_control_callback_key, NULL},
	{"sandbox/fail", sandbox_control_failures, sandbox_control_fail_calls},
	{"sandbox/reset", NULL, sandbox_control_reset},
};

static const struct control *find_control(const char *path)
{
	for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
		if (strcmp(controls[i].path, path) == 0) {
			return &controls[i];
		}
	}
	return NULL;
}

const char *sandbox_control_allow(const char *path)
{
	const struct control *control = find_control(path);
	if (!control) {
		return NULL;
	}
	return !control->get ? "POST" : control->post ? "GET, POST" : "GET";
}

void sandbox_control_serve(const char *path, const struct sandbox_control_request *request)
{
	const struct control *control = find_control(path);
	if (!sandbox_tasks_settle(request->gateway->store, sandbox_clock_now())) {
		sandbox_control_store_failed(request);
		return;
	}
	(request->post ? control->post : control->get)(request);
}
