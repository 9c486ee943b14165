/* Authenticating the caller. */
#include "gateway/authentication.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static bool deny_access(struct sandbox_fault *fault)
{
	fault->code = 5;
	snprintf(fault->message, sizeof fault->message, "Access denied");
	return false;
}

static bool report_empty(const struct sandbox_method *method, const char *name, struct sandbox_fault *fault)
{
	if (method->codes.credentials == 5) {
		return deny_access(fault);
	}
	sandbox_fault_set(fault, method->codes.credentials, name, "is empty");
	return false;
}

static bool copy_merchant(const struct sandbox_merchant *found, struct sandbox_merchant *merchant)
{
	if (found) {
		*merchant = *found;
	}
	return found;
}

bool sandbox_authenticate_password(
	struct sandbox_store *store, const char *user_name, const char *password, struct sandbox_merchant *merchant)
{
	char mac[SANDBOX_MAC_SIZE];
	sandbox_store_lock(store);
	bool known = copy_merchant(sandbox_store_merchant_by_name(store, user_name), merchant);
	sandbox_store_unlock(store);
	/* Computed for unknown names too, so that the response time does not tell which names exist. */
	sandbox_mac(sandbox_store_key(store), password, mac);
	return known && sandbox_mac_equal(merchant->password_mac, mac);
}

static bool find_by_token(struct sandbox_store *store, const char *token, struct sandbox_merchant *merchant)
{
	char mac[SANDBOX_MAC_SIZE];
	sandbox_mac(sandbox_store_key(store), token, mac);
	sandbox_store_lock(store);
	bool known = copy_merchant(sandbox_store_merchant_by_token(store, mac), merchant);
	sandbox_store_unlock(store);
	return known;
}

/* No secret is needed: the payment token is the payer's own, so knowing the merchant's name is enough. */
static bool find_by_name(struct sandbox_store *store, const char *name, struct sandbox_merchant *merchant)
{
	sandbox_store_lock(store);
	bool known = copy_merchant(sandbox_store_merchant_by_name(store, name), merchant);
	sandbox_store_unlock(store);
	return known;
}

/* A value with a NUL in it would be compared only up to that NUL. */
static bool has_embedded_nul(const struct sandbox_form *form, const char *name)
{
	const struct sandbox_field *field = sandbox_form_find(form, name);
	return field && strlen(field->value) != field->value_size;
}

/* Published samples of the classic JSON methods write "username", and their tables accept it. */
static const char *read_user_name(const struct sandbox_method *method, const struct sandbox_form *form)
{
	const char *name = sandbox_form_value(form, "userName");
	return !name && method->object && method->dialect == SANDBOX_CLASSIC ? sandbox_form_value(form, "username") : name;
}

/* No merchant may act for another one. */
static bool acts_for_itself(
	const struct sandbox_form *form, const char *parameter, const struct sandbox_merchant *merchant)
{
	const char *login = sandbox_form_value(form, parameter);
	return !login || sandbox_text_equal(login, merchant->user_name);
}

static bool authenticate_by_name(struct sandbox_store *store, const struct sandbox_method *method,
	const struct sandbox_form *form, struct sandbox_merchant *merchant, struct sandbox_fault *fault)
{
	const char *name = sandbox_form_value(form, "merchant");
	if (!name) {
		return report_empty(method, "merchant", fault);
	}
	return !has_embedded_nul(form, "merchant") && find_by_name(store, name, merchant) ? true : deny_access(fault);
}

/* The merchant whose order has that transaction, which nobody can guess. */
static bool find_by_transaction(struct sandbox_store *store, const char *id, struct sandbox_merchant *merchant)
{
	struct sandbox_order order;
	bool known = false;
	sandbox_store_lock(store);
	if (sandbox_store_order_by_transaction(store, id, &order) == SANDBOX_FOUND) {
		known = copy_merchant(sandbox_store_merchant_by_id(store, order.merchant), merchant);
		sandbox_order_free(&order);
	}
	sandbox_store_unlock(store);
	return known;
}

static bool authenticate_by_transaction(struct sandbox_store *store, const struct sandbox_form *form,
	struct sandbox_merchant *merchant, struct sandbox_fault *fault)
{
	const char *id = sandbox_form_value(form, "threeDSServerTransId");
	return id && !has_embedded_nul(form, "threeDSServerTransId") && find_by_transaction(store, id, merchant)
			   ? true
			   : deny_access(fault);
}

bool sandbox_authenticate(struct sandbox_store *store, const struct sandbox_method *method,
	const struct sandbox_form *form, struct sandbox_merchant *merchant, struct sandbox_fault *fault)
{
	if (method->credentials == SANDBOX_MERCHANT) {
		return authenticate_by_name(store, method, form, merchant, fault);
	}
	if (method->credentials == SANDBOX_TRANSACTION) {
		return authenticate_by_transaction(store, form, merchant, fault);
	}
	const char *user_name = read_user_name(method, form);
	const char *password = sandbox_form_value(form, "password");
	const char *token = sandbox_form_value(form, "token");
	if (has_embedded_nul(form, "userName") || has_embedded_nul(form, "password") || has_embedded_nul(form, "token")) {
		return deny_access(fault);
	}
	if (method->object && sandbox_form_find(form, "userName") && sandbox_form_find(form, "username")) {
		return deny_access(fault);
	}
	if (token && (user_name || password || method->credentials != SANDBOX_TOKEN)) {
		return deny_access(fault);
	}
	if (!token && (!user_name || !password)) {
		return report_empty(method, user_name ? "password" : "userName", fault);
	}
	bool known = token ? find_by_token(store, token, merchant)
					   : sandbox_authenticate_password(store, user_name, password, merchant);
	known = known && acts_for_itself(form, "merchantLogin", merchant) && acts_for_itself(form, "merchant", merchant);
	return known ? true : deny_access(fault);
}

/* The merchant that a request names, whether it may or not. */
static bool find_named(struct sandbox_store *store, const struct sandbox_method *method,
	const struct sandbox_form *form, struct sandbox_merchant *merchant)
{
	const char *token = sandbox_form_value(form, "token");
	if (method->credentials == SANDBOX_TRANSACTION) {
		const char *id = sandbox_form_value(form, "threeDSServerTransId");
		return id && find_by_transaction(store, id, merchant);
	}
	const char *name =
		method->credentials == SANDBOX_MERCHANT ? sandbox_form_value(form, "merchant") : read_user_name(method, form);
	return (name && find_by_name(store, name, merchant)) || (token && find_by_token(store, token, merchant));
}

struct sandbox_settings sandbox_caller_settings(
	struct sandbox_store *store, const struct sandbox_method *method, const struct sandbox_form *form)
{
	struct sandbox_merchant merchant;
	if (find_named(store, method, form, &merchant)) {
		return merchant.settings;
	}
	sandbox_store_lock(store);
	bool any = copy_merchant(sandbox_store_merchant_at(store, 0), &merchant);
	sandbox_store_unlock(store);
	return any ? merchant.settings : sandbox_settings_default();
}
