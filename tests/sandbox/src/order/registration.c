/* An order from the parameters of its registration. */
#include "order/registration.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/action.h"
#include "model/cart.h"
#include "model/currency.h"
#include "model/json_params.h"
#include "order/feature.h"

#include <stdlib.h>
#include <string.h>

#define HOUR          INT64_C(3600000)
#define NUMBER_DIGITS 16

static const struct sandbox_registration_text copied[] = {
#define COPIED(name, member) \
	{ \
		name, offsetof(struct sandbox_order, member) \
	}
	COPIED("orderNumber", number),
	COPIED("currency", currency),
	COPIED("returnUrl", return_url),
	COPIED("failUrl", fail_url),
	COPIED("description", description),
	COPIED("language", language),
	COPIED("clientId", client_id),
	COPIED("ip", ip),
	COPIED("email", email),
	COPIED("phone", phone),
	COPIED("postAddress", post_address),
	COPIED("jsonParams", json_params),
	COPIED("orderBundle", order_bundle),
	COPIED("bindingId", fixed_binding),
#undef COPIED
};

/* Credentials, which are not stored, parameters that are converted below, and what the payment keeps. */
static const char *const not_kept[] = {
	"userName", "password", "token", "merchantLogin", "amount", "threeDSVer2FinishUrl", "threeDSMethodNotificationUrl"};

static bool is_kept_as_given(const char *name)
{
	for (size_t i = 0; i < sizeof not_kept / sizeof *not_kept; i++) {
		if (strcmp(not_kept[i], name) == 0) {
			return false;
		}
	}
	for (size_t i = 0; i < sizeof copied / sizeof *copied; i++) {
		if (strcmp(copied[i].name, name) == 0) {
			return false;
		}
	}
	return true;
}

/* The parameters without a column as a JSON object of texts; features as a list, since it may be repeated. */
static char *write_kept_parameters(const struct sandbox_form *form)
{
	struct json_object *rest = json_object_new_object();
	struct json_object *features = NULL;
	for (size_t i = 0; i < form->count; i++) {
		const struct sandbox_field *field = &form->fields[i];
		if (strcmp(field->name, "features") == 0) {
			features = features ? features : json_object_new_array();
			json_object_array_add(features, json_object_new_string(field->value));
		} else if (is_kept_as_given(field->name)) {
			json_object_object_add(rest, field->name, json_object_new_string(field->value));
		}
	}
	if (features) {
		json_object_object_add(rest, "features", features);
	}
	return sandbox_json_into_text(rest);
}

void sandbox_registration_copy_texts(const struct sandbox_call *call, struct sandbox_order *order,
	const struct sandbox_registration_text *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char **slot = (char **)((char *)order + texts[i].offset);
		sandbox_text_set(slot, sandbox_call_text(call, texts[i].name));
	}
	if (!order->currency) {
		sandbox_text_set(&order->currency, call->merchant->settings.currency);
	}
	if (!order->language) {
		sandbox_text_set(&order->language, call->merchant->settings.language);
	}
	sandbox_text_lower(order->language);
}

static bool fill_date(const struct sandbox_call *call, const char *name, int64_t *moment)
{
	const char *text = sandbox_call_text(call, name);
	return !text || sandbox_clock_parse_any(text, call->merchant->settings.utc_offset_minutes, moment);
}

/* Applies the merchant's default automatic operation, unless the registration names one. */
static void fill_automatic(struct sandbox_order *order, const struct sandbox_settings *settings)
{
	if (!order->two_phase || order->auto_deposit_at || order->auto_reverse_at) {
		return;
	}
	if (settings->auto_completion_hours) {
		order->auto_deposit_at = order->created_at + settings->auto_completion_hours * HOUR;
	} else if (settings->auto_reverse_hours) {
		order->auto_reverse_at = order->created_at + settings->auto_reverse_hours * HOUR;
	}
}

/* The name of the parameter that is wrong, or NULL. */
static const char *fill_times(const struct sandbox_call *call, struct sandbox_order *order)
{
	int64_t seconds = call->merchant->settings.session_timeout_secs;
	if (sandbox_call_text(call, "sessionTimeoutSecs")) {
		seconds = sandbox_call_number(call, "sessionTimeoutSecs");
	}
	order->created_at = call->now;
	order->expires_at = call->now + seconds * 1000;
	if (seconds == 0) {
		return "sessionTimeoutSecs";
	}
	if (!fill_date(call, "expirationDate", &order->expires_at) || order->expires_at <= call->now) {
		return "expirationDate";
	}
	if (!fill_date(call, "autocompletionDate", &order->auto_deposit_at)) {
		return "autocompletionDate";
	}
	/* Automatic completion and reversal exclude each other. */
	if (!fill_date(call, "autoReverseDate", &order->auto_reverse_at) ||
		(order->auto_deposit_at && order->auto_reverse_at)) {
		return "autoReverseDate";
	}
	fill_automatic(order, &call->merchant->settings);
	order->due_at = sandbox_rules_due_at(order);
	return NULL;
}

/* Whether the client could pay with the binding now; the payment checks again. False after answering what is wrong. */
static bool check_fixed_binding(const struct sandbox_call *call, const struct sandbox_order *order)
{
	struct sandbox_binding binding;
	const struct sandbox_settings *settings = &call->merchant->settings;
	if (!settings->bindings) {
		sandbox_call_deny(call);
		return false;
	}
	if (!order->client_id) {
		sandbox_call_answer(call, 5, "[clientId] is empty");
		return false;
	}
	sandbox_store_lock(call->store);
	enum sandbox_found found =
		sandbox_store_binding_by_id(call->store, order->merchant, order->fixed_binding, &binding);
	sandbox_store_unlock(call->store);
	if (found == SANDBOX_STORE_FAILED) {
		sandbox_call_system_error(call);
		return false;
	}
	/* One answer for everything that can be wrong, so that it does not reveal which ids exist. */
	bool usable = found == SANDBOX_FOUND && sandbox_binding_usable(&binding, order->client_id, settings, call->now);
	if (!usable) {
		sandbox_call_wrong(call, "bindingId");
	}
	return usable;
}

void sandbox_registration_set_id(struct sandbox_order *order)
{
	char id[SANDBOX_UUID_SIZE];
	sandbox_random_uuid(id);
	sandbox_text_set(&order->id, id);
}

void sandbox_registration_set_number(struct sandbox_order *order)
{
	char digits[NUMBER_DIGITS + 1];
	if (!order->number) {
		sandbox_random_digits(digits, NUMBER_DIGITS);
		sandbox_text_set(&order->number, digits);
	}
}

/* Whether the order costs nothing: a card is verified, or a payer of the fast payment system subscribes. */
static bool may_be_free(const struct sandbox_call *call, const struct sandbox_order *order)
{
	return order->verify || (call->method->dialect == SANDBOX_JSON &&
								sandbox_json_params_is(order->json_params, "qrType", "SUBSCRIPTION_SBP"));
}

bool sandbox_registration_fill(const struct sandbox_call *call, struct sandbox_order *order, unsigned features)
{
	sandbox_registration_set_id(order);
	order->merchant = call->merchant->id;
	order->state = SANDBOX_CREATED;
	order->action_code = SANDBOX_ACTION_NO_PAYMENT_YET;
	order->features = features;
	order->verify = (features & SANDBOX_FEATURE_VERIFY) != 0;
	order->amount = sandbox_call_number(call, "amount");
	order->registration = write_kept_parameters(call->form);
	sandbox_registration_copy_texts(call, order, copied, sizeof copied / sizeof *copied);
	sandbox_registration_set_number(order);
	if (order->amount == 0 && !may_be_free(call, order)) {
		sandbox_call_wrong(call, "amount");
		return false;
	}
	if (!sandbox_currency_known(order->currency)) {
		sandbox_call_answer(call, 3, "Unknown currency");
		return false;
	}
	struct sandbox_fault fault;
	if (!sandbox_cart_open(order, &fault)) {
		sandbox_call_answer(call, fault.code, fault.message);
		return false;
	}
	const char *wrong = fill_times(call, order);
	if (wrong) {
		sandbox_call_wrong(call, wrong);
		return false;
	}
	return !order->fixed_binding || check_fixed_binding(call, order);
}
