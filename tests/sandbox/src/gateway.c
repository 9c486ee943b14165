#include "gateway.h"

#include "authentication.h"
#include "call.h"
#include "clock.h"

/* False after answering what is wrong. */
static bool check(struct sandbox_call *call, struct sandbox_merchant *merchant)
{
	const struct sandbox_method *method = call->method;
	struct sandbox_fault fault;
	call->merchant = merchant;
	if (!sandbox_authenticate(call->store, method, call->form, merchant, &fault) ||
		!sandbox_parameters_check(method->parameters, method->parameter_count, &method->codes, call->form, &fault)) {
		sandbox_call_answer(call, fault.code, fault.message);
		return false;
	}
	return true;
}

void sandbox_gateway_serve(struct sandbox_gateway *gateway, const struct sandbox_method *method, const char *body,
	size_t size, struct sandbox_reply *reply)
{
	struct sandbox_form form;
	struct sandbox_merchant merchant;
	atomic_fetch_add(&gateway->requests[method - sandbox_methods], 1);
	if (!sandbox_form_parse(&form, body, size)) {
		sandbox_reply_page(reply, 400);
		return;
	}
	struct sandbox_call call = {
		.store = gateway->store,
		.base_uri = gateway->base_uri,
		.method = method,
		.form = &form,
		.now = sandbox_clock_now(),
		.reply = reply,
	};
	if (check(&call, &merchant)) {
		method->handle(&call);
	}
	sandbox_form_free(&form);
}
