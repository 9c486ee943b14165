/* Making, typing in and removing tokens, secrets and keys. */
#include "base/text.h"
#include "portal/handlers.h"
#include "portal/secret_kinds.h"
#include "portal/settings_pages.h"

#include <stdio.h>
#include <string.h>

/* The page where the secret is. */
static const struct sandbox_portal_settings_page *page_of(const char *name)
{
	for (const char *const *known = sandbox_portal_callbacks_page.secrets; *known; known++) {
		if (strcmp(*known, name) == 0) {
			return &sandbox_portal_callbacks_page;
		}
	}
	return &sandbox_portal_general_page;
}

/* Shows a new secret, this once. */
static void show_made(const struct sandbox_portal_visit *visit, const char *name, const char *secret,
	const struct sandbox_merchant *merchant)
{
	struct json_object *values = sandbox_portal_settings_values(visit, page_of(name), merchant);
	char title[96];
	snprintf(title, sizeof title, "settings.secrets.%s.madeTitle", name);
	sandbox_portal_notice(
		values, SANDBOX_NOTICE_DONE, sandbox_view_text(values, title), sandbox_view_text(values, "settings.once"));
	sandbox_view_set(values, "madeSecret", secret);
	sandbox_portal_settings_answer(visit, values);
}

static void show_refused(
	const struct sandbox_portal_visit *visit, const char *name, enum sandbox_merchant_result result)
{
	struct sandbox_merchant merchant = visit->merchant;
	char error[256];
	struct json_object *values = sandbox_portal_settings_values(visit, page_of(name), &merchant);
	if (result == SANDBOX_MERCHANT_STALE) {
		sandbox_portal_notice(values, SANDBOX_NOTICE_ERROR, sandbox_view_text(values, "settings.staleTitle"),
			sandbox_view_text(values, "settings.staleSecret"));
	} else {
		sandbox_portal_settings_error(values, result, name, error, sizeof error);
		sandbox_portal_notice(
			values, SANDBOX_NOTICE_ERROR, error, sandbox_view_text(values, "settings.nothingChanged"));
	}
	sandbox_portal_settings_answer(visit, values);
}

/* The new value: made here, typed in, or none. NULL if the form does not say. */
static const char *new_value(
	const struct sandbox_portal_visit *visit, const struct sandbox_portal_secret *secret, char made[SANDBOX_HEX_SIZE])
{
	const char *act = sandbox_portal_field(visit, "act");
	if (sandbox_text_equal(act, "make") && secret->made) {
		sandbox_random_hex(made, false);
		return made;
	}
	if (sandbox_text_equal(act, "remove") && secret->removed) {
		return "";
	}
	return sandbox_text_equal(act, "set") ? sandbox_portal_field(visit, "value") : NULL;
}

/* Browsers end lines with CR LF. */
static void use_unix_lines(char *text)
{
	char *to = text;
	for (; *text; text++) {
		if (*text != '\r') {
			*to++ = *text;
		}
	}
	*to = '\0';
}

void sandbox_portal_change_secret(const struct sandbox_portal_visit *visit)
{
	const char *name = sandbox_portal_field(visit, "secret"), *field;
	const struct sandbox_portal_secret *secret = name ? sandbox_portal_secret_find(name) : NULL;
	char made[SANDBOX_HEX_SIZE] = "", value[2048];
	struct sandbox_merchant merchant;
	if (!secret) {
		sandbox_portal_problem(visit, 404);
		return;
	}
	const char *given = new_value(visit, secret, made);
	if (!given || strlen(given) >= sizeof value) {
		show_refused(visit, name, SANDBOX_MERCHANT_WRONG);
		return;
	}
	strcpy(value, given);
	use_unix_lines(value);
	struct sandbox_field one = {name, strlen(name), value, strlen(value)};
	enum sandbox_merchant_result result =
		sandbox_portal_settings_change(visit, &(struct sandbox_form){.fields = &one, .count = 1}, &merchant, &field);
	sandbox_wipe(value, sizeof value);
	if (result == SANDBOX_MERCHANT_STORE_FAILED || result == SANDBOX_MERCHANT_UNKNOWN) {
		sandbox_portal_problem(visit, 500);
	} else if (result != SANDBOX_MERCHANT_CHANGED) {
		show_refused(visit, name, result);
	} else if (made[0]) {
		show_made(visit, name, made, &merchant);
	} else {
		struct json_object *texts = sandbox_view_values(visit->language);
		sandbox_portal_go_with_notice(
			visit, page_of(name)->path, SANDBOX_NOTICE_DONE, sandbox_view_text(texts, "settings.saved"), NULL);
		json_object_put(texts);
	}
	sandbox_wipe(made, sizeof made);
}
