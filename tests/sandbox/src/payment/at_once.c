/* Registration and payment in one request. */
#include "payment/at_once.h"

#include "base/text.h"
#include "order/feature.h"
#include "order/registration.h"
#include "request/requests.h"

#include <stdlib.h>
#include <string.h>

static const char *registration_name(const struct sandbox_at_once *how, const char *name)
{
	for (size_t i = 0; i < how->renamed_count; i++) {
		if (strcmp(how->renamed[i].from, name) == 0) {
			return how->renamed[i].to;
		}
	}
	return name;
}

/* Addresses that the payment keeps with the order. */
static bool is_of_authentication(const char *name)
{
	return strcmp(name, "threeDSVer2FinishUrl") == 0 || strcmp(name, "threeDSMethodNotificationUrl") == 0;
}

/* Whether this parameter is passed on to the registration. Card data is not, and bindingId is for the payment. */
static bool is_of_registration(const char *name)
{
	const struct sandbox_shape *shape = &sandbox_request_register_preauth;
	for (size_t i = 0; i < shape->count; i++) {
		if (strcmp(shape->members[i].name, name) == 0) {
			return strcmp(name, "bindingId") != 0 && strcmp(name, "cardholderName") != 0;
		}
	}
	return false;
}

/* Extracts the parameters of the registration. The fields borrow their texts, so the caller frees only the array. */
static bool extract_registration(
	const struct sandbox_form *request, const struct sandbox_at_once *how, struct sandbox_form *form)
{
	*form = (struct sandbox_form){.fields = calloc(request->count + how->more_count + 1, sizeof *form->fields)};
	if (!form->fields) {
		return false;
	}
	for (size_t i = 0; i < request->count; i++) {
		struct sandbox_field field = request->fields[i];
		field.name = registration_name(how, field.name);
		field.name_size = field.name ? strlen(field.name) : 0;
		if (field.name && (is_of_registration(field.name) || is_of_authentication(field.name))) {
			form->fields[form->count++] = field;
		}
	}
	for (size_t i = 0; i < how->more_count; i++) {
		form->fields[form->count++] = how->more[i];
	}
	return true;
}

/* The shop learns of the order only from the answer, so there is no second attempt with another card. */
static const struct sandbox_refusal *pay_once(const struct sandbox_call *call, const void *subject,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	const struct sandbox_at_once *how = subject;
	const struct sandbox_refusal *refusal = how->pay(call, how->attempt, order, operation);
	if (refusal) {
		return refusal;
	}
	order->tds.once = 1;
	if (order->state == SANDBOX_CREATED) {
		order->state = SANDBOX_DECLINED;
	}
	if (how->payment_way) {
		sandbox_text_set(&order->payment_way, how->payment_way);
	}
	if (how->eci) {
		order->eci = how->eci;
	}
	return NULL;
}

bool sandbox_pay_at_once(const struct sandbox_call *call, const struct sandbox_at_once *how,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	struct sandbox_call inner = *call;
	struct sandbox_form form = {0};
	unsigned features;
	bool done = false;
	const struct sandbox_refusal taken = {how->number_taken, how->number_taken, "Order number already processed"};
	*order = (struct sandbox_order){.two_phase = sandbox_text_equal(sandbox_call_text(call, "preAuth"), "true")};
	if (!sandbox_features_accept(call, &features)) {
		return false;
	}
	if (!extract_registration(call->form, how, &form)) {
		sandbox_call_system_error(call);
		return false;
	}
	inner.form = &form;
	features |= how->features;
	if (sandbox_registration_fill(&inner, order, features)) {
		done = sandbox_transaction_new(&inner, &taken, pay_once, how, order, operation);
	}
	free(form.fields);
	return done;
}
