/* Tokens, secrets and keys on the pages of settings. */
#include "portal/secret_kinds.h"

#include "page/view.h"

#include <stdio.h>
#include <string.h>

static const struct sandbox_portal_secret secrets[] = {
	{"token", true, true, false},
	{"callbackSecret", true, false, false},
	{"signatureKey", false, true, true},
};

const struct sandbox_portal_secret *sandbox_portal_secret_find(const char *name)
{
	for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
		if (strcmp(secrets[i].name, name) == 0) {
			return &secrets[i];
		}
	}
	return NULL;
}

/* The key without the lines around it, which all keys have. */
static void hint_of_key(const char *pem, char hint[SANDBOX_HINT_SIZE])
{
	char body[sizeof((struct sandbox_settings *)0)->signature_key];
	const char *from = strchr(pem, '\n');
	const char *to = from ? strstr(from, "\n-----END") : NULL;
	hint[0] = '\0';
	if (to) {
		snprintf(body, sizeof body, "%.*s", (int)(to - from - 1), from + 1);
		sandbox_secret_hint(body, hint);
	}
}

/* What may be shown of it; "" if there is none. */
static void hint_of(const char *name, const struct sandbox_merchant *merchant, char hint[SANDBOX_HINT_SIZE])
{
	if (strcmp(name, "token") == 0) {
		/* A database of an older sandbox has the hash alone. */
		snprintf(hint, SANDBOX_HINT_SIZE, "%s",
			merchant->token_mac[0] && !merchant->token_hint[0] ? "…" : merchant->token_hint);
	} else if (strcmp(name, "signatureKey") == 0) {
		hint_of_key(merchant->settings.signature_key, hint);
	} else {
		hint[0] = '\0';
		if (merchant->settings.callback_secret[0]) {
			sandbox_secret_hint(merchant->settings.callback_secret, hint);
		}
	}
}

static void set_text(struct json_object *values, struct json_object *entry, const char *secret, const char *text)
{
	char path[96];
	snprintf(path, sizeof path, "settings.secrets.%s.%s", secret, text);
	sandbox_view_set(entry, text, sandbox_view_text(values, path));
}

static struct json_object *describe_secret(
	struct json_object *values, const struct sandbox_portal_secret *secret, const struct sandbox_merchant *merchant)
{
	static const char *const texts[] = {"title", "about", "type", "remove"};
	struct json_object *entry = json_object_new_object();
	char hint[SANDBOX_HINT_SIZE];
	hint_of(secret->name, merchant, hint);
	sandbox_view_set(entry, "secret", secret->name);
	sandbox_view_set(entry, "known", hint);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		set_text(values, entry, secret->name, texts[i]);
	}
	json_object_object_add(entry, "made", json_object_new_boolean(secret->made));
	json_object_object_add(entry, "removable", json_object_new_boolean(secret->removed && hint[0]));
	json_object_object_add(entry, "lines", json_object_new_boolean(secret->lines));
	return entry;
}

void sandbox_portal_secrets_set(
	struct json_object *values, const char *const *names, const struct sandbox_merchant *merchant)
{
	struct json_object *list = json_object_new_array();
	for (; *names; names++) {
		json_object_array_add(list, describe_secret(values, sandbox_portal_secret_find(*names), merchant));
	}
	json_object_object_add(values, "secrets", list);
}
