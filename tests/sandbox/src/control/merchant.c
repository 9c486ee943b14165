/* sandbox/merchant: shows, creates and changes merchants. */
#include "control/handlers.h"

#include "base/text.h"

#include <string.h>

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

static bool is_user_name_valid(const char *name)
{
	long length = sandbox_text_length(name, strlen(name));
	return length >= 1 && strlen(name) < sizeof((struct sandbox_merchant *)0)->user_name;
}

/* Applies the parameters of the form to the merchant. False after answering what is wrong. */
static bool read_merchant(const struct sandbox_control_request *request, struct sandbox_merchant *merchant)
{
	const unsigned char *key = sandbox_store_key(request->gateway->store);
	for (size_t i = 0; i < request->arguments->count; i++) {
		const struct sandbox_field *field = &request->arguments->fields[i];
		if (strcmp(field->name, "userName") == 0) {
			continue;
		}
		if (strcmp(field->name, "password") == 0 && field->value[0]) {
			sandbox_mac(key, field->value, merchant->password_mac);
			continue;
		}
		if (strcmp(field->name, "token") == 0 && field->value[0]) {
			sandbox_mac(key, field->value, merchant->token_mac);
			continue;
		}
		enum sandbox_setting_result result = sandbox_setting_write(&merchant->settings, field->name, field->value);
		if (result != SANDBOX_SETTING_DONE) {
			sandbox_control_fail(
				request, 400, field->name, result == SANDBOX_SETTING_UNKNOWN ? "is an unknown setting" : "wrong value");
			return false;
		}
	}
	const char *conflict = sandbox_settings_conflict(&merchant->settings);
	if (conflict) {
		sandbox_control_fail(request, 400, conflict, "cannot be combined with the other automatic operation");
	}
	return !conflict;
}

static bool save_merchant(struct sandbox_store *store, const struct sandbox_merchant *merchant)
{
	return sandbox_store_begin(store) && sandbox_store_end(store, sandbox_store_merchant_save(store, merchant));
}

void sandbox_control_set_merchant(const struct sandbox_control_request *request)
{
	struct sandbox_merchant merchant = {.settings = sandbox_settings_default()};
	const char *name = asked_user_name(request);
	if (!is_user_name_valid(name)) {
		sandbox_control_fail(request, 400, "userName", "wrong value");
		return;
	}
	bool known = find_merchant(request->gateway->store, name, &merchant);
	if (!known && !sandbox_form_value(request->arguments, "password")) {
		sandbox_control_fail(request, 400, "password", "is needed for a new merchant");
		return;
	}
	strcpy(merchant.user_name, name);
	if (!read_merchant(request, &merchant)) {
		return;
	}
	if (save_merchant(request->gateway->store, &merchant)) {
		show_merchant(request, &merchant);
	} else {
		sandbox_control_store_failed(request);
	}
}
