/* Logging in to the portal and out of it. */
#include "base/text.h"
#include "portal/handlers.h"
#include "portal/session.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Whoever guesses has these; the second is for guesses at many logins. */
static const struct sandbox_guess_limit login_limit = {5, 15 * 60 * INT64_C(1000)};
static const struct sandbox_guess_limit total_limit = {100, 15 * 60 * INT64_C(1000)};

/* A page of the portal alone: elsewhere nobody is sent who has just logged in. */
static const char *way_on(const char *to)
{
	bool own = to && strncmp(to, SANDBOX_PORTAL_PATH "/", strlen(SANDBOX_PORTAL_PATH "/")) == 0;
	for (const char *c = to; own && *c; c++) {
		own = isgraph((unsigned char)*c) && *c != '\\';
	}
	return own ? to : SANDBOX_PORTAL_PATH;
}

static struct json_object *login_values(const struct sandbox_portal_visit *visit, const char *to, const char *login)
{
	struct json_object *values = sandbox_portal_values(visit, NULL, "portal.login.title");
	sandbox_view_set(values, "to", way_on(to));
	sandbox_view_set(values, "login", login);
	return values;
}

void sandbox_portal_login(const struct sandbox_portal_visit *visit)
{
	struct json_object *values = login_values(visit, sandbox_portal_query(visit, "to"), NULL);
	if (sandbox_portal_query(visit, "over")) {
		sandbox_portal_notice(values, SANDBOX_NOTICE_CALM, sandbox_view_text(values, "portal.login.overTitle"),
			sandbox_view_text(values, "portal.login.over"));
	}
	json_object_object_add(values, "loginFocus", json_object_new_boolean(true));
	sandbox_portal_answer(visit, 200, "portal_login.html", values);
}

static void refuse(const struct sandbox_portal_visit *visit, unsigned status, const char *why, int64_t minutes)
{
	const char *login = sandbox_portal_field(visit, "login");
	struct json_object *values = login_values(visit, sandbox_portal_field(visit, "to"), login);
	char text[512];
	snprintf(text, sizeof text, minutes ? "%s %" PRId64 "." : "%s", sandbox_view_text(values, why), minutes);
	sandbox_view_set(values, "error", text);
	json_object_object_add(values, login ? "passwordFocus" : "loginFocus", json_object_new_boolean(true));
	sandbox_portal_title_error(values, sandbox_view_text(values, "error"));
	sandbox_portal_answer(visit, status, "portal_login.html", values);
}

/* Counts the try before the password is looked at, so that tries at the same time count as well. */
static enum sandbox_found count_try(const struct sandbox_portal_visit *visit, const char *login, int64_t *until)
{
	if (!sandbox_store_begin_lazily(visit->store)) {
		return SANDBOX_STORE_FAILED;
	}
	enum sandbox_found counted = sandbox_store_portal_guess(visit->store, login, &login_limit, visit->now, until);
	counted = counted == SANDBOX_FOUND ? sandbox_store_portal_guess(visit->store, "", &total_limit, visit->now, until)
									   : counted;
	return sandbox_store_end(visit->store, counted != SANDBOX_STORE_FAILED) ? counted : SANDBOX_STORE_FAILED;
}

/* An unknown login takes as long as a wrong password. */
static bool is_right(const struct sandbox_portal_visit *visit, const char *login, struct sandbox_portal_user *user)
{
	const char *password = sandbox_portal_field(visit, "password");
	*user = (struct sandbox_portal_user){.row = 0};
	sandbox_store_lock(visit->store);
	bool known = sandbox_store_portal_user_by_login(visit->store, login, user) == SANDBOX_FOUND;
	sandbox_store_unlock(visit->store);
	return sandbox_password_right(password ? password : "", user->hash) && known;
}

static void enter(const struct sandbox_portal_visit *visit, const struct sandbox_portal_user *user)
{
	sandbox_store_lock(visit->store);
	sandbox_store_portal_guess_forget(visit->store, user->login);
	sandbox_store_unlock(visit->store);
	if (sandbox_session_begin(visit, user)) {
		sandbox_portal_go(visit, way_on(sandbox_portal_field(visit, "to")));
	} else {
		sandbox_portal_problem(visit, 500);
	}
}

void sandbox_portal_log_in(const struct sandbox_portal_visit *visit)
{
	const char *login = sandbox_portal_field(visit, "login");
	struct sandbox_portal_user user;
	int64_t until = 0;
	if (!login || !sandbox_portal_field(visit, "password")) {
		refuse(visit, 200, "portal.login.empty", 0);
		return;
	}
	switch (count_try(visit, login, &until)) {
		case SANDBOX_STORE_FAILED:
			sandbox_portal_problem(visit, 500);
			return;
		case SANDBOX_NOT_FOUND:
			refuse(visit, 429, "portal.login.tooOften", (until - visit->now + 59999) / 60000);
			return;
		default:
			break;
	}
	if (is_right(visit, login, &user)) {
		enter(visit, &user);
	} else {
		refuse(visit, 403, "portal.login.wrong", 0);
	}
}

void sandbox_portal_log_out(const struct sandbox_portal_visit *visit)
{
	if (sandbox_session_end(visit, sandbox_portal_field(visit, "everywhere"))) {
		sandbox_portal_go(visit, SANDBOX_PORTAL_LOGIN);
	} else {
		sandbox_portal_problem(visit, 500);
	}
}

void sandbox_portal_account(const struct sandbox_portal_visit *visit)
{
	sandbox_portal_answer(
		visit, 200, "portal_account.html", sandbox_portal_values(visit, NULL, "portal.account.title"));
}

void sandbox_portal_home(const struct sandbox_portal_visit *visit)
{
	sandbox_portal_go(visit, SANDBOX_PORTAL_PATH "/orders");
}
