/* One request from its body to its handler: parse, authenticate, check, handle. */
#include "gateway/gateway.h"

#include "base/clock.h"
#include "base/signature.h"
#include "base/text.h"
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

/* The documents do not say how a bank answers a request that is not signed, or wrongly. */
static bool check_signature(
	const struct sandbox_request *request, const struct sandbox_merchant *merchant, struct sandbox_fault *fault)
{
	const char *key = merchant->settings.signature_key;
	const char *wrong = !key[0]                                                            ? NULL
						: !sandbox_hash_right(request->hash, request->body, request->size) ? "X-Hash"
						: !sandbox_signature_right(request->signature, key, request->body, request->size)
							? "X-Signature"
							: NULL;
	if (wrong) {
		sandbox_fault_set(fault, 5, wrong, "Access denied: the request must be signed");
	}
	return !wrong;
}

/* False after answering what is wrong. */
static bool check_request(struct sandbox_call *call, const struct sandbox_request *request,
	struct sandbox_message *message, struct sandbox_merchant *merchant, bool strict)
{
	const struct sandbox_method *method = call->method;
	struct sandbox_fault fault;
	call->merchant = merchant;
	bool right = sandbox_authenticate(call->store, method, call->form, merchant, &fault) &&
				 check_signature(request, merchant, &fault);
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

/* A request on its way through the gateway. */
struct passage {
	struct sandbox_gateway *gateway;
	const struct sandbox_method *method;
	const struct sandbox_request *request;
	struct sandbox_message message;
	struct sandbox_settings caller; /* settings of whom it names, by right or not */
	struct sandbox_log_entry entry;
	struct sandbox_reply *reply;
};

static void handle(struct passage *passage, struct sandbox_call *call)
{
	struct sandbox_failure failure = sandbox_failures_take_payment(passage->gateway->failures, passage->method);
	call->decline = failure.value;
	if (failure.kind != SANDBOX_FAILURE_NONE && !passage->entry.on_purpose) {
		passage->entry.on_purpose = sandbox_failure_names[failure.kind];
	}
	passage->method->handle(call);
}

static void serve_message(struct passage *passage)
{
	struct sandbox_message *message = &passage->message;
	struct sandbox_merchant merchant = {.id = 0};
	char asked[4];
	struct sandbox_call call = {
		.store = passage->gateway->store,
		.base_uri = passage->gateway->base_uri,
		.method = passage->method,
		.form = &message->form,
		.now = sandbox_clock_now(),
		.warnings = passage->entry.warnings,
		.reply = passage->reply,
	};
	/* Before what is tolerated is rewritten: banks take a language even where there is none. */
	const char *language = sandbox_form_value(&message->form, "language");
	snprintf(asked, sizeof asked, "%s", language ? language : "");
	if (!sandbox_tasks_settle(call.store, call.now)) {
		sandbox_call_system_error(&call);
	} else if (check_request(&call, passage->request, message, &merchant, passage->caller.strict)) {
		handle(passage, &call);
	}
	sandbox_language_apply(passage->reply->json, asked[0] ? asked : merchant.settings.language);
}

/* What goes wrong with this request on purpose. */
static struct sandbox_failure find_failure(const struct passage *passage)
{
	struct sandbox_failure failure = sandbox_failures_take_call(passage->gateway->failures, passage->method);
	const char *amount = sandbox_form_value(&passage->message.form, "amount");
	if (failure.kind == SANDBOX_FAILURE_NONE && amount && passage->caller.magic_amounts) {
		failure = sandbox_failure_of_amount(sandbox_text_integer(amount));
	}
	/* A decline by the amount is the issuer's, who looks at that of the order. */
	return failure.kind == SANDBOX_FAILURE_DECLINE ? (struct sandbox_failure){SANDBOX_FAILURE_NONE, 0} : failure;
}

/* The request is carried out or not, and what of the answer gets through is written into the reply. */
static void serve_or_fail(struct passage *passage)
{
	struct sandbox_failure failure = find_failure(passage);
	passage->entry.on_purpose = sandbox_failure_names[failure.kind];
	switch (failure.kind) {
		case SANDBOX_FAILURE_TIMEOUT:
			sandbox_reply_page(passage->reply, 0);
			passage->reply->hold = SANDBOX_FAILURE_TIMEOUT_MILLISECONDS;
			passage->reply->lost = true;
			break;
		case SANDBOX_FAILURE_502:
			sandbox_reply_page(passage->reply, 502);
			break;
		default:
			serve_message(passage);
			passage->reply->hold = failure.value;
			passage->reply->lost = failure.kind == SANDBOX_FAILURE_LOSE;
	}
}

/* Answers a request with its parameters read, or malformed. */
static void answer(struct passage *passage, bool read)
{
	const struct sandbox_method *method = passage->method;
	passage->caller = sandbox_caller_settings(passage->gateway->store, method, &passage->message.form);
	unsigned refusal = sandbox_message_refusal(method, passage->request, passage->caller.strict);
	if (refusal) {
		sandbox_reply_page(passage->reply, refusal);
		passage->reply->allow = passage->caller.strict || method->object ? "POST" : "GET, POST";
		return;
	}
	atomic_fetch_add(&passage->gateway->requests[method - sandbox_method_table], 1);
	if (!read) {
		sandbox_reply_page(passage->reply, 400);
		return;
	}
	sandbox_message_warn(&passage->message, method, passage->request, passage->entry.warnings);
	serve_or_fail(passage);
}

void sandbox_gateway_serve(struct sandbox_gateway *gateway, const struct sandbox_method *method,
	const struct sandbox_request *request, struct sandbox_reply *reply)
{
	struct passage passage = {
		.gateway = gateway,
		.method = method,
		.request = request,
		.reply = reply,
		.entry =
			{
				.time = sandbox_clock_now(),
				.verb = request->verb,
				.path = request->path,
				.warnings = json_object_new_array(),
				.reply = reply,
			},
	};
	int64_t began = sandbox_log_ticks();
	bool read = sandbox_message_read(&passage.message, method, request);
	/* As sent: what is tolerated is rewritten afterwards. */
	passage.entry.parameters = read ? sandbox_message_describe(&passage.message) : NULL;
	answer(&passage, read);
	passage.entry.microseconds = sandbox_log_ticks() - began;
	sandbox_log_add(gateway->log, &passage.entry);
	sandbox_message_free(&passage.message);
}
