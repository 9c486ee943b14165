#define _GNU_SOURCE
#include "methods/handlers.h"

#include "call/call.h"
#include "order/feature.h"
#include "order/registration.h"
#include "payment/app.h"

#include <stdio.h>
#include <stdlib.h>

#define PAGES "merchants/sandbox/"

static enum sandbox_found insert(struct sandbox_store *store, struct sandbox_order *order)
{
	if (!sandbox_store_begin(store)) {
		return SANDBOX_STORE_FAILED;
	}
	enum sandbox_found inserted = sandbox_store_order_insert(store, order);
	if (inserted != SANDBOX_FOUND) {
		sandbox_store_rollback(store);
		return inserted;
	}
	return sandbox_store_commit(store) ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}

static void answer(const struct sandbox_call *call, const struct sandbox_order *order)
{
	char *form_url = NULL;
	if (asprintf(&form_url, "%s" PAGES "payment_%s.html?mdOrder=%s", call->base_uri, order->language, order->id) < 0) {
		sandbox_call_system_error(call);
		return;
	}
	sandbox_call_answer(call, 0, NULL);
	if (call->method->dialect == SANDBOX_CLASSIC) {
		/* Success alone among all classic answers carries no errorCode. */
		json_object_object_del(call->reply->json, "errorCode");
	}
	sandbox_json_text(call->reply->json, "orderId", order->id);
	sandbox_json_text(call->reply->json, "formUrl", form_url);
	sandbox_app_describe(call, call->reply->json, order);
	free(form_url);
}

static void handle(struct sandbox_call *call, bool two_phase)
{
	struct sandbox_order order = {.two_phase = two_phase};
	unsigned features = 0;
	struct sandbox_fault fault;
	if (!sandbox_features_read(call->form, &call->merchant->settings, &features, &fault)) {
		sandbox_call_answer(call, fault.code, fault.message);
		return;
	}
	if (!sandbox_registration_fill(call, &order, features) || !sandbox_app_open(call, &order)) {
		goto cleanup;
	}
	switch (insert(call->store, &order)) {
		case SANDBOX_FOUND:
			answer(call, &order);
			break;
		case SANDBOX_NOT_FOUND:
			sandbox_call_answer(call, 1, "Order number already processed");
			break;
		default:
			sandbox_call_system_error(call);
	}
cleanup:
	sandbox_order_free(&order);
}

void sandbox_handle_register(struct sandbox_call *call)
{
	handle(call, false);
}

void sandbox_handle_register_preauth(struct sandbox_call *call)
{
	handle(call, true);
}
