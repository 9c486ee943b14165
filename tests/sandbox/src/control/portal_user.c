/* sandbox/portalUser: who may use the merchant portal. */
#include "control/handlers.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define PASSWORD_LEAST 8

/* False after answering what is wrong. */
static bool read_user(const struct sandbox_control_request *request, struct sandbox_portal_user *user)
{
	const char *login = sandbox_form_value(request->arguments, "login");
	const char *password = sandbox_form_value(request->arguments, "password");
	if (!login || strlen(login) >= sizeof user->login || sandbox_text_length(login, strlen(login)) < 1) {
		sandbox_control_fail(request, 400, "login", "wrong value");
		return false;
	}
	if (!password || strlen(password) < PASSWORD_LEAST) {
		sandbox_control_fail(request, 400, "password", "needs at least 8 characters");
		return false;
	}
	snprintf(user->login, sizeof user->login, "%s", login);
	sandbox_password_hash(password, user->hash);
	return true;
}

/* Whoever was logged in with the old password is not any more. */
static bool save_user(struct sandbox_store *store, const struct sandbox_portal_user *user)
{
	struct sandbox_portal_user saved;
	return sandbox_store_portal_user_save(store, user) &&
		   sandbox_store_portal_user_by_login(store, user->login, &saved) == SANDBOX_FOUND &&
		   sandbox_store_portal_sessions_delete_of(store, saved.row);
}

void sandbox_control_portal_user(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	const char *name = sandbox_form_value(request->arguments, "userName");
	struct sandbox_portal_user user = {.row = 0};
	if (!read_user(request, &user)) {
		return;
	}
	sandbox_store_lock(store);
	const struct sandbox_merchant *merchant =
		sandbox_store_merchant_by_name(store, name ? name : SANDBOX_DEFAULT_MERCHANT);
	user.merchant = merchant ? merchant->id : 0;
	sandbox_store_unlock(store);
	if (!user.merchant) {
		sandbox_control_fail(request, 404, NULL, "No such merchant");
	} else if (!sandbox_store_begin(store) || !sandbox_store_end(store, save_user(store, &user))) {
		sandbox_control_store_failed(request);
	} else {
		sandbox_json_text(sandbox_control_start(request, 200), "login", user.login);
	}
}
