#ifndef SANDBOX_CONTROL_ANSWER_H
#define SANDBOX_CONTROL_ANSWER_H

#include "gateway/gateway.h"
#include "request/form.h"

/* Whom a call means that names nobody. */
#define SANDBOX_DEFAULT_MERCHANT "test_user"

/* A control request with its arguments: the query of a GET, the body of a POST. */
struct sandbox_control_request {
	struct sandbox_gateway *gateway;
	bool post;
	const struct sandbox_form *arguments;
	struct sandbox_reply *reply;
};

/* Answers a JSON object, which the reply takes over. */
void sandbox_control_send(const struct sandbox_control_request *request, unsigned status, struct json_object *json);

/* Starts a JSON answer, to which the caller adds members. */
struct json_object *sandbox_control_start(const struct sandbox_control_request *request, unsigned status);

/* Answers {"error": "[name] what"}, or what alone if name is NULL. */
void sandbox_control_fail(
	const struct sandbox_control_request *request, unsigned status, const char *name, const char *what);

/* Answers status 500: the database could not be read or written. */
void sandbox_control_store_failed(const struct sandbox_control_request *request);

#endif
