#include "authentication.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

static const struct sandbox_merchant *deny(struct sandbox_fault *fault)
{
	fault->code = 5;
	snprintf(fault->message, sizeof fault->message, "Access denied");
	return NULL;
}

static const struct sandbox_merchant *empty(
	const struct sandbox_method *method, const char *name, struct sandbox_fault *fault)
{
	if (method->codes.credentials == 5) {
		return deny(fault);
	}
	sandbox_fault_set(fault, method->codes.credentials, name, "is empty");
	return NULL;
}

static const struct sandbox_merchant *by_password(
	const struct sandbox_store *store, const char *user_name, const char *password)
{
	char mac[SANDBOX_MAC_SIZE];
	const struct sandbox_merchant *merchant = sandbox_store_merchant(store, user_name);
	/* Worked out for unknown names too, so that the time taken does not tell which names exist. */
	sandbox_mac(sandbox_store_key(store), password, mac);
	return merchant && sandbox_mac_equal(merchant->password_mac, mac) ? merchant : NULL;
}

static const struct sandbox_merchant *by_token(const struct sandbox_store *store, const char *token)
{
	char mac[SANDBOX_MAC_SIZE];
	sandbox_mac(sandbox_store_key(store), token, mac);
	return sandbox_store_merchant_of_token(store, mac);
}

/* A value with a NUL in it would be compared by its beginning. */
static bool has_nul(const struct sandbox_form *form, const char *name)
{
	const struct sandbox_field *field = sandbox_form_find(form, name);
	return field && strlen(field->value) != field->value_size;
}

const struct sandbox_merchant *sandbox_authenticate(const struct sandbox_store *store,
	const struct sandbox_method *method, const struct sandbox_form *form, struct sandbox_fault *fault)
{
	const char *user_name = sandbox_form_value(form, "userName");
	const char *password = sandbox_form_value(form, "password");
	const char *token = sandbox_form_value(form, "token");
	const char *login = sandbox_form_value(form, "merchantLogin");
	if (has_nul(form, "userName") || has_nul(form, "password") || has_nul(form, "token")) {
		return deny(fault);
	}
	if (token && (user_name || password || !method->takes_token)) {
		return deny(fault);
	}
	if (!token && (!user_name || !password)) {
		return empty(method, user_name ? "password" : "userName", fault);
	}
	const struct sandbox_merchant *merchant = token ? by_token(store, token) : by_password(store, user_name, password);
	/* Nobody here may act for another merchant. */
	if (!merchant || (login && !sandbox_text_equal(login, merchant->user_name))) {
		return deny(fault);
	}
	return merchant;
}
