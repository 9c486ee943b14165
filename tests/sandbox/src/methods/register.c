/* register.do and registerPreAuth.do. */
#define _GNU_SOURCE
#include "methods/handlers.h"

#include "call/call.h"
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

static void register_order(struct sandbox_call *call, bool two_phase)
{
	struct sandbox_order order = {.two_phase = two_phase};
	unsigned features = 0;
	if (!sandbox_features_accept(call, &features)) {
		return;
	}
	if (!sandbox_registration_fill(call, &order, features) || !sandbox_app_open(call, &order)) {
		goto cleanup;
	}
	if (!sandbox_call_begin(call)) {
		goto cleanup;
	}
	enum sandbox_found inserted = sandbox_ledger_open(call->store, &order);
	if (sandbox_call_end(call, sandbox_call_refusal_unless_found(inserted, &number_taken))) {
		answer_registration(call, &order);
	}
cleanup:
	sandbox_order_free(&order);
}

void sandbox_handle_register(struct sandbox_call *call)
{
	register_order(call, false);
}

void sandbox_handle_register_preauth(struct sandbox_call *call)
{
	register_order(call, true);
}
