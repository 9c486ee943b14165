/* Calls of the gateway's own methods. */
#include "gateway/own_call.h"

#include "base/clock.h"
#include "base/text.h"
#include "call/language.h"

#include <stdlib.h>
#include <string.h>

void sandbox_own_call_open(struct sandbox_own_call *own, struct sandbox_gateway *gateway,
	const struct sandbox_merchant *merchant, const char *path)
{
	*own = (struct sandbox_own_call){.merchant = *merchant, .reply = {.status = 200}};
	own->form.fields = own->fields;
	own->call = (struct sandbox_call){
		.store = gateway->store,
		.base_uri = gateway->base_uri,
		.method = sandbox_method_find(SANDBOX_BASE_CLASSIC, path),
		.merchant = &own->merchant,
		.form = &own->form,
		.now = sandbox_clock_now(),
		.reply = &own->reply,
	};
	own->merchant.settings.decline = sandbox_failures_take_payment(gateway->failures, own->call.method).value;
}

void sandbox_own_call_add(struct sandbox_own_call *own, const char *name, const char *value)
{
	if (!value || !value[0]) {
		return;
	}
	if (own->form.count == SANDBOX_OWN_FIELDS) {
		abort(); /* a mistake of the page */
	}
	own->fields[own->form.count++] = (struct sandbox_field){name, strlen(name), value, strlen(value)};
}

bool sandbox_own_call_check(struct sandbox_own_call *own)
{
	const struct sandbox_method *method = own->call.method;
	for (size_t i = 0; i < own->form.count; i++) {
		const struct sandbox_field *field = &own->fields[i];
		const struct sandbox_parameter *parameter = sandbox_shape_find(method->request, field->name);
		if (!parameter || sandbox_parameter_complaint(parameter, field->value, field->value_size)) {
			sandbox_call_wrong(&own->call, field->name);
			return false;
		}
	}
	return true;
}

static const char *error_code(const struct sandbox_own_call *own)
{
	return sandbox_json_member_text(own->reply.json, "errorCode");
}

bool sandbox_own_call_make(struct sandbox_own_call *own)
{
	own->call.method->handle(&own->call);
	/* The classic answer to a successful registration has no errorCode. */
	const char *code = error_code(own);
	return own->reply.json && (!code || strcmp(code, "0") == 0);
}

const char *sandbox_own_call_problem(struct sandbox_own_call *own, const char *language)
{
	const char *code = error_code(own);
	if (!code || strcmp(code, "0") == 0) {
		return "";
	}
	sandbox_language_apply(own->reply.json, language);
	const char *message = sandbox_json_member_text(own->reply.json, "errorMessage");
	return message ? message : "";
}

void sandbox_own_call_close(struct sandbox_own_call *own)
{
	sandbox_reply_free(&own->reply);
}
