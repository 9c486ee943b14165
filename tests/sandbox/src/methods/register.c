/* register.do and registerPreAuth.do. */
#define _GNU_SOURCE
#include "methods/register.h"

#include "methods/handlers.h"
#include "order/feature.h"
#include "order/ledger.h"
#include "order/registration.h"
#include "payment/app.h"

#include <stdio.h>
#include <stdlib.h>

#define PAGES "merchants/sandbox/"

static const struct sandbox_refusal number_taken = {1, 1, "Order number already processed"};

static void answer_registration(const struct sandbox_call *call, const struct sandbox_order *order)
{
	char *form_url = NULL;
	if (asprintf(&form_url, "%s" PAGES "payment_%s.html?mdOrder=%s", call->base_uri, order->language, order->id) < 0) {
		sandbox_call_system_error(call);
		return;
	}
	sandbox_call_answer(call, 0, NULL);
	if (call->method->dialect == SANDBOX_CLASSIC) {
		/* The classic answer to a successful registration has no errorCode. */
		json_object_object_del(call->reply->json, "errorCode");
	}
	sandbox_json_text(call->reply->json, "orderId", order->id);
	sandbox_json_text(call->reply->json, "formUrl", form_url);
	sandbox_app_describe(call, call->reply->json, order);
	free(form_url);
}

bool sandbox_register(struct sandbox_call *call, bool two_phase, sandbox_registered *also, const void *context)
{
	bool registered = false;
	struct sandbox_order order = {.two_phase = two_phase};
	unsigned features = 0;
	if (!sandbox_features_accept(call, &features)) {
		return false;
	}
	if (!sandbox_registration_fill(call, &order, features) || !sandbox_app_open(call, &order)) {
		goto cleanup;
	}
	if (!sandbox_call_begin(call)) {
		goto cleanup;
	}
	enum sandbox_found inserted = sandbox_ledger_open(call->store, &order);
	const struct sandbox_refusal *refusal = sandbox_call_refusal_unless_found(inserted, &number_taken);
	if (!refusal && also && !also(call, &order, context)) {
		refusal = &sandbox_refusal_system_error;
	}
	registered = sandbox_call_end(call, refusal);
	if (registered) {
		answer_registration(call, &order);
	}
cleanup:
	sandbox_order_free(&order);
	return registered;
}

void sandbox_handle_register(struct sandbox_call *call)
{
	sandbox_register(call, false, NULL, NULL);
}

void sandbox_handle_register_preauth(struct sandbox_call *call)
{
	sandbox_register(call, true, NULL, NULL);
}
