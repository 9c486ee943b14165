/* sandbox/merchant: shows, creates and changes merchants. */
#include "control/handlers.h"

#include "gateway/merchant_change.h"

static const char *asked_user_name(const struct sandbox_control_request *request)
{
	const char *name = sandbox_form_value(request->arguments, "userName");
	return name ? name : SANDBOX_DEFAULT_MERCHANT;
}

static void show_merchant(const struct sandbox_control_request *request, const struct sandbox_merchant *merchant)
{
	struct json_object *settings = sandbox_settings_show(&merchant->settings);
	struct json_object *json = sandbox_control_start(request, 200);
	sandbox_json_text(json, "userName", merchant->user_name);
	json_object_object_foreach(settings, name, value) {
		json_object_object_add(json, name, json_object_get(value));
	}
	json_object_put(settings);
}

static bool find_merchant(struct sandbox_store *store, const char *name, struct sandbox_merchant *merchant)
{
	sandbox_store_lock(store);
	const struct sandbox_merchant *found = sandbox_store_merchant_by_name(store, name);
	bool known = found != NULL;
	if (known) {
		*merchant = *found;
	}
	sandbox_store_unlock(store);
	return known;
}

void sandbox_control_merchant(const struct sandbox_control_request *request)
{
	struct sandbox_merchant merchant;
	if (find_merchant(request->gateway->store, asked_user_name(request), &merchant)) {
		show_merchant(request, &merchant);
	} else {
		sandbox_control_fail(request, 404, NULL, "No such merchant");
	}
}

/* What is wrong, in the words of a tester; the rest are no fault of the call. */
static const char *const faults[] = {
	[SANDBOX_MERCHANT_NO_SETTING] = "is an unknown setting",
	[SANDBOX_MERCHANT_WRONG] = "wrong value",
	[SANDBOX_MERCHANT_CONFLICT] = "cannot be combined with the other automatic operation",
	[SANDBOX_MERCHANT_TOKEN_TAKEN] = "is the token of another merchant",
	[SANDBOX_MERCHANT_NEEDS_PASSWORD] = "is needed for a new merchant",
	[SANDBOX_MERCHANT_STORE_FAILED] = NULL,
};

void sandbox_control_set_merchant(const struct sandbox_control_request *request)
{
	const struct sandbox_merchant_change change = {
		.user_name = asked_user_name(request), .fields = request->arguments, .create = true};
	struct sandbox_merchant merchant;
	const char *field;
	enum sandbox_merchant_result result = sandbox_merchant_change(request->gateway->store, &change, &merchant, &field);
	if (result == SANDBOX_MERCHANT_CHANGED) {
		show_merchant(request, &merchant);
	} else if (faults[result]) {
		sandbox_control_fail(request, 400, field, faults[result]);
	} else {
		sandbox_control_store_failed(request);
	}
}
