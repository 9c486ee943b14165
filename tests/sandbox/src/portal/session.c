/* Sessions of the portal, and their cookies. */
#define _GNU_SOURCE
#include "portal/session.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SESSION_COOKIE  "portalSession"
#define LANGUAGE_COOKIE "portalLanguage"
#define TOKEN_SIZE      (2 * SANDBOX_HEX_SIZE - 1) /* 256 bits */

#define MINUTE      (60 * INT64_C(1000))
#define IDLE_MOST   (30 * MINUTE)
#define LENGTH_MOST (12 * 60 * MINUTE)

/* ------------------------------------------------------------------------------------------------- cookies */

/* Copies the value of a cookie of the request; "" if there is none. */
static void read_cookie(const struct sandbox_portal_visit *visit, const char *name, char *value, size_t size)
{
	const char *at = visit->request->cookie;
	value[0] = '\0';
	while (at) {
		at += strspn(at, " ");
		size_t length = strlen(name);
		if (strncmp(at, name, length) == 0 && at[length] == '=') {
			snprintf(value, size, "%.*s", (int)strcspn(at + length + 1, "; "), at + length + 1);
			return;
		}
		at = strchr(at, ';');
		at = at ? at + 1 : NULL;
	}
}

/* The value consists of letters and digits. The link of the start page is of the same site, so Strict does not hinder.
 */
static void set_cookie(
	const struct sandbox_portal_visit *visit, const char *name, const char *value, const char *attributes)
{
	struct sandbox_reply *reply = visit->request->reply;
	bool secure = strncmp(visit->request->gateway->base_uri, "https:", 6) == 0;
	free(reply->cookie);
	if (asprintf(&reply->cookie, "%s=%s; Path=" SANDBOX_PORTAL_PATH "; HttpOnly; SameSite=Strict%s%s", name, value,
			attributes, secure ? "; Secure" : "") < 0) {
		reply->cookie = NULL;
	}
}

void sandbox_session_read_language(struct sandbox_portal_visit *visit)
{
	const char *asked = sandbox_portal_query(visit, "language");
	read_cookie(visit, LANGUAGE_COOKIE, visit->language, sizeof visit->language);
	if (asked && sandbox_view_has_language(asked)) {
		snprintf(visit->language, sizeof visit->language, "%s", asked);
		set_cookie(visit, LANGUAGE_COOKIE, visit->language, "; Max-Age=31536000");
	}
	if (!sandbox_view_has_language(visit->language)) {
		strcpy(visit->language, "en");
	}
}

/* ------------------------------------------------------------------------------------------------- sessions */

/* What the forms carry follows from the token, which nobody but the browser has. */
static void derive_csrf(struct sandbox_portal_visit *visit, const char *token)
{
	char text[TOKEN_SIZE + 8];
	snprintf(text, sizeof text, "form:%s", token);
	sandbox_mac(sandbox_store_key(visit->store), text, visit->csrf);
}

static bool is_over(const struct sandbox_portal_session *session, int64_t now)
{
	return now - session->seen_at >= IDLE_MOST || now - session->created_at >= LENGTH_MOST;
}

/* The user and merchant of the session. Needs the lock. */
static bool find_user(struct sandbox_portal_visit *visit, const struct sandbox_portal_session *session)
{
	if (sandbox_store_portal_user_by_row(visit->store, session->user, &visit->user) != SANDBOX_FOUND) {
		return false;
	}
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(visit->store, visit->user.merchant);
	if (merchant) {
		visit->merchant = *merchant;
	}
	return merchant;
}

bool sandbox_session_resume(struct sandbox_portal_visit *visit)
{
	char token[TOKEN_SIZE];
	struct sandbox_portal_session session;
	read_cookie(visit, SESSION_COOKIE, token, sizeof token);
	if (!token[0]) {
		return false;
	}
	sandbox_mac(sandbox_store_key(visit->store), token, visit->session);
	derive_csrf(visit, token);
	sandbox_wipe(token, sizeof token);
	sandbox_store_lock(visit->store);
	bool resumed = sandbox_store_portal_session_find(visit->store, visit->session, &session) == SANDBOX_FOUND &&
				   !is_over(&session, visit->now) && find_user(visit, &session);
	/* Written once a minute, not at every request. */
	if (resumed && (visit->now - session.seen_at >= MINUTE || visit->now < session.seen_at)) {
		sandbox_store_portal_session_see(visit->store, visit->session, visit->now);
	}
	sandbox_store_unlock(visit->store);
	if (!resumed) {
		visit->user.row = 0;
	}
	return resumed;
}

bool sandbox_session_own_origin(const struct sandbox_portal_visit *visit)
{
	const char *origin = visit->request->origin, *host = visit->request->host;
	if (!origin) {
		return true; /* not a browser of these years, whose forms the token alone guards */
	}
	const char *after = strstr(origin, "://");
	return after && host && strcmp(after + strlen("://"), host) == 0;
}

bool sandbox_session_own_form(const struct sandbox_portal_visit *visit)
{
	const char *csrf = sandbox_portal_field(visit, "csrf");
	return csrf && strlen(csrf) == SANDBOX_MAC_SIZE - 1 && sandbox_mac_equal(csrf, visit->csrf);
}

bool sandbox_session_begin(const struct sandbox_portal_visit *visit, const struct sandbox_portal_user *user)
{
	struct sandbox_portal_session session = {.user = user->row, .created_at = visit->now, .seen_at = visit->now};
	char token[TOKEN_SIZE];
	sandbox_random_hex(token, false);
	sandbox_random_hex(token + SANDBOX_HEX_SIZE - 1, false);
	sandbox_mac(sandbox_store_key(visit->store), token, session.id);
	sandbox_store_lock(visit->store);
	bool begun = sandbox_store_portal_sessions_delete_before(visit->store, visit->now - LENGTH_MOST) &&
				 sandbox_store_portal_session_insert(visit->store, &session);
	sandbox_store_unlock(visit->store);
	set_cookie(visit, SESSION_COOKIE, token, "");
	sandbox_wipe(token, sizeof token);
	return begun;
}

bool sandbox_session_end(const struct sandbox_portal_visit *visit, bool everywhere)
{
	sandbox_store_lock(visit->store);
	bool ended = everywhere ? sandbox_store_portal_sessions_delete_of(visit->store, visit->user.row)
							: sandbox_store_portal_session_delete(visit->store, visit->session);
	sandbox_store_unlock(visit->store);
	set_cookie(visit, SESSION_COOKIE, "", "; Max-Age=0");
	return ended;
}
