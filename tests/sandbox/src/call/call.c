/* What every handler does with its call: read parameters, answer, begin and end a transaction. */
#include "call/call.h"

#include "base/text.h"

const char *sandbox_call_text(const struct sandbox_call *call, const char *name)
{
	return sandbox_form_value(call->form, name);
}

int64_t sandbox_call_number(const struct sandbox_call *call, const char *name)
{
	const char *text = sandbox_call_text(call, name);
	return text ? sandbox_text_integer(text) : 0;
}

struct json_object *sandbox_call_answer(const struct sandbox_call *call, int code, const char *message)
{
	enum sandbox_envelope envelope = call->method->envelope;
	if (envelope == SANDBOX_ENVELOPE_COMPLETION) {
		bool number = call->merchant && call->merchant->settings.completion_code_number;
		envelope = number ? SANDBOX_ENVELOPE_NUMBER : SANDBOX_ENVELOPE_TEXT;
	}
	return sandbox_reply_start(call->reply, envelope, code, message);
}

void sandbox_call_empty(const struct sandbox_call *call, const char *name)
{
	struct sandbox_fault fault;
	sandbox_fault_set(&fault, call->method->codes.missing, name, "is empty");
	sandbox_call_answer(call, fault.code, fault.message);
}

void sandbox_call_wrong(const struct sandbox_call *call, const char *name)
{
	struct sandbox_fault fault;
	sandbox_fault_set(&fault, call->method->codes.wrong, name, "wrong value");
	sandbox_call_answer(call, fault.code, fault.message);
}

void sandbox_call_refuse(const struct sandbox_call *call, const struct sandbox_refusal *refusal)
{
	bool json = call->method->dialect == SANDBOX_JSON;
	sandbox_call_answer(call, json ? refusal->json_code : refusal->code, refusal->message);
}

void sandbox_call_system_error(const struct sandbox_call *call)
{
	sandbox_call_refuse(call, &sandbox_refusal_system_error);
}

void sandbox_call_not_found(const struct sandbox_call *call, enum sandbox_found found)
{
	if (found == SANDBOX_NOT_FOUND) {
		sandbox_call_answer(call, call->method->codes.unknown_order, "Unknown order");
	} else {
		sandbox_call_system_error(call);
	}
}

void sandbox_call_deny(const struct sandbox_call *call)
{
	sandbox_call_answer(call, 5, "Access denied");
}

const char *sandbox_call_missing(const struct sandbox_call *call, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!sandbox_call_text(call, names[i])) {
			return names[i];
		}
	}
	return NULL;
}

const struct sandbox_refusal *sandbox_call_refusal_unless_found(
	enum sandbox_found found, const struct sandbox_refusal *not_found)
{
	if (found == SANDBOX_FOUND) {
		return NULL;
	}
	return found == SANDBOX_NOT_FOUND ? not_found : &sandbox_refusal_system_error;
}

bool sandbox_call_begin(const struct sandbox_call *call)
{
	bool begun = sandbox_store_begin(call->store);
	if (!begun) {
		sandbox_call_system_error(call);
	}
	return begun;
}

bool sandbox_call_end(const struct sandbox_call *call, const struct sandbox_refusal *refusal)
{
	bool committed = sandbox_store_end(call->store, !refusal);
	if (!committed) {
		sandbox_call_refuse(call, refusal ? refusal : &sandbox_refusal_system_error);
	}
	return committed;
}
