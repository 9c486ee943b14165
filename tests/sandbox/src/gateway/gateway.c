/* One request from its body to its handler: parse, authenticate, check, handle. */
#include "gateway/gateway.h"

#include "base/clock.h"
#include "call/call.h"
#include "call/language.h"
#include "gateway/authentication.h"
#include "model/json_params.h"
#include "request/form_check.h"
#include "request/object_check.h"
#include "task/task_payment.h"

#include <stdio.h>

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
static bool check_request(
	struct sandbox_call *call, struct sandbox_message *message, struct sandbox_merchant *merchant, bool strict)
{
	const struct sandbox_method *method = call->method;
	struct sandbox_fault fault;
	call->merchant = merchant;
	bool right = sandbox_authenticate(call->store, method, call->form, merchant, &fault);
	if (right && !strict && !sandbox_message_tolerate(message, method, call->warnings)) {
		sandbox_call_system_error(call);
		return false;
	}
	right = right && (message->object ? check_object_request(method, message->object, &fault)
									  : check_form_request(method, call->form, &fault));
	if (!right) {
		sandbox_call_answer(call, fault.code, fault.message);
	}
	return right;
}

static void serve_message(struct sandbox_gateway *gateway, const struct sandbox_method *method,
	struct sandbox_message *message, bool strict, struct json_object *warnings, struct sandbox_reply *reply)
{
	struct sandbox_merchant merchant = {.id = 0};
	char asked[4];
	struct sandbox_call call = {
		.store = gateway->store,
		.base_uri = gateway->base_uri,
		.method = method,
		.form = &message->form,
		.now = sandbox_clock_now(),
		.warnings = warnings,
		.reply = reply,
	};
	/* Before what is tolerated is rewritten: banks take a language even where there is none. */
	const char *language = sandbox_form_value(&message->form, "language");
	snprintf(asked, sizeof asked, "%s", language ? language : "");
	if (!sandbox_tasks_settle(call.store, call.now)) {
		sandbox_call_system_error(&call);
	} else if (check_request(&call, message, &merchant, strict)) {
		method->handle(&call);
	}
	sandbox_language_apply(reply->json, asked[0] ? asked : merchant.settings.language);
}

/* Answers a request with its parameters read, or malformed. */
static void answer(struct sandbox_gateway *gateway, const struct sandbox_method *method,
	const struct sandbox_request *request, struct sandbox_message *message, bool read, struct json_object *warnings,
	struct sandbox_reply *reply)
{
	bool strict = sandbox_caller_strict(gateway->store, method, &message->form);
	unsigned refusal = sandbox_message_refusal(method, request, strict);
	if (refusal) {
		sandbox_reply_page(reply, refusal);
		reply->allow = strict || method->object ? "POST" : "GET, POST";
		return;
	}
	atomic_fetch_add(&gateway->requests[method - sandbox_method_table], 1);
	if (!read) {
		sandbox_reply_page(reply, 400);
		return;
	}
	sandbox_message_warn(message, method, request, warnings);
	serve_message(gateway, method, message, strict, warnings, reply);
}

void sandbox_gateway_serve(struct sandbox_gateway *gateway, const struct sandbox_method *method,
	const struct sandbox_request *request, struct sandbox_reply *reply)
{
	struct sandbox_message message;
	struct sandbox_log_entry entry = {
		.time = sandbox_clock_now(),
		.verb = request->verb,
		.path = request->path,
		.warnings = json_object_new_array(),
		.reply = reply,
	};
	int64_t began = sandbox_log_ticks();
	bool read = sandbox_message_read(&message, method, request);
	/* As sent: what is tolerated is rewritten afterwards. */
	entry.parameters = read ? sandbox_message_describe(&message) : NULL;
	answer(gateway, method, request, &message, read, entry.warnings, reply);
	entry.microseconds = sandbox_log_ticks() - began;
	sandbox_log_add(gateway->log, &entry);
	sandbox_message_free(&message);
}
