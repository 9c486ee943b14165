/* One request from its body to its handler: parse, authenticate, check, handle. */
#include "gateway/gateway.h"

#include "base/clock.h"
#include "base/secret.h"
#include "base/strict_json.h"
#include "call/call.h"
#include "gateway/authentication.h"
#include "model/json_params.h"
#include "request/body.h"
#include "request/form_check.h"
#include "request/object_check.h"
#include "task/task_payment.h"

#include <stdlib.h>
#include <string.h>

/* A parsed request: a form, or a JSON object together with the form made from it. */
struct message {
	struct json_object *object; /* NULL for a form */
	struct sandbox_form form;
};

static bool read_json(struct message *message, const char *body, size_t size)
{
	char *text = malloc(size + 1);
	if (!text) {
		return false;
	}
	memcpy(text, body, size);
	text[size] = '\0';
	message->object = sandbox_strict_json_parse(text, size);
	sandbox_wipe(text, size);
	free(text);
	return message->object && sandbox_body_to_form(message->object, &message->form);
}

static void free_message(struct message *message)
{
	if (message->object) {
		sandbox_body_wipe(message->object);
		json_object_put(message->object);
	}
	sandbox_form_free(&message->form);
}

static bool read_message(struct message *message, const struct sandbox_method *method, const char *body, size_t size)
{
	*message = (struct message){.object = NULL};
	return method->object ? read_json(message, body, size) : sandbox_form_parse(&message->form, body, size);
}

static bool check_form_request(
	const struct sandbox_method *method, const struct sandbox_form *form, struct sandbox_fault *fault)
{
	const char *params = sandbox_form_value(form, "jsonParams");
	if (!sandbox_form_check(method->request, &method->codes, form, fault)) {
		return false;
	}
	if (params && !sandbox_json_params_valid(params)) {
		sandbox_fault_set(fault, method->codes.wrong, "jsonParams", "wrong value");
		return false;
	}
	return true;
}

/* The classic gateway accepts strings for numbers and booleans, in JSON bodies as in the JSON of its forms. */
static bool check_object_request(
	const struct sandbox_method *method, struct json_object *object, struct sandbox_fault *fault)
{
	return sandbox_object_check(method->request, &method->codes, object, method->dialect == SANDBOX_JSON, fault);
}

/* False after answering what is wrong. */
static bool check_request(struct sandbox_call *call, const struct message *message, struct sandbox_merchant *merchant)
{
	const struct sandbox_method *method = call->method;
	struct sandbox_fault fault;
	call->merchant = merchant;
	bool right = sandbox_authenticate(call->store, method, call->form, merchant, &fault) &&
				 (message->object ? check_object_request(method, message->object, &fault)
								  : check_form_request(method, call->form, &fault));
	if (!right) {
		sandbox_call_answer(call, fault.code, fault.message);
	}
	return right;
}

void sandbox_gateway_serve(struct sandbox_gateway *gateway, const struct sandbox_method *method, const char *body,
	size_t size, struct sandbox_reply *reply)
{
	struct message message;
	struct sandbox_merchant merchant;
	atomic_fetch_add(&gateway->requests[method - sandbox_method_table], 1);
	if (!read_message(&message, method, body, size)) {
		free_message(&message);
		sandbox_reply_page(reply, 400);
		return;
	}
	struct sandbox_call call = {
		.store = gateway->store,
		.base_uri = gateway->base_uri,
		.method = method,
		.form = &message.form,
		.now = sandbox_clock_now(),
		.reply = reply,
	};
	if (!sandbox_tasks_settle(call.store, call.now)) {
		sandbox_call_system_error(&call);
	} else if (check_request(&call, &message, &merchant)) {
		method->handle(&call);
	}
	free_message(&message);
}
