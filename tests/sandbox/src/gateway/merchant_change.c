/* Changing what the bank keeps of a merchant. */
#include "gateway/merchant_change.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_user_name_valid(const char *name)
{
	long length = sandbox_text_length(name, strlen(name));
	return length >= 1 && strlen(name) < sizeof((struct sandbox_merchant *)0)->user_name;
}

/* A token that two merchants had would stand for the wrong one. */
static bool is_token_taken(const struct sandbox_store *store, const struct sandbox_merchant *merchant)
{
	const struct sandbox_merchant *owner =
		merchant->token_mac[0] ? sandbox_store_merchant_by_token(store, merchant->token_mac) : NULL;
	return owner && owner->id != merchant->id;
}

static enum sandbox_merchant_result set_password(
	struct sandbox_store *store, struct sandbox_merchant *merchant, const char *password)
{
	if (password[0]) {
		sandbox_mac(sandbox_store_key(store), password, merchant->password_mac);
	}
	return password[0] ? SANDBOX_MERCHANT_CHANGED : SANDBOX_MERCHANT_WRONG;
}

static enum sandbox_merchant_result set_token(
	struct sandbox_store *store, struct sandbox_merchant *merchant, const char *token)
{
	if (token[0] && !sandbox_merchant_token_valid(token)) {
		return SANDBOX_MERCHANT_WRONG;
	}
	sandbox_merchant_set_token(merchant, sandbox_store_key(store), token);
	return is_token_taken(store, merchant) ? SANDBOX_MERCHANT_TOKEN_TAKEN : SANDBOX_MERCHANT_CHANGED;
}

static enum sandbox_merchant_result set_field(
	struct sandbox_store *store, struct sandbox_merchant *merchant, const struct sandbox_field *field)
{
	static const enum sandbox_merchant_result results[] = {
		[SANDBOX_SETTING_DONE] = SANDBOX_MERCHANT_CHANGED,
		[SANDBOX_SETTING_UNKNOWN] = SANDBOX_MERCHANT_NO_SETTING,
		[SANDBOX_SETTING_WRONG] = SANDBOX_MERCHANT_WRONG,
	};
	if (strlen(field->value) != field->value_size) {
		return SANDBOX_MERCHANT_WRONG; /* a NUL would hide the rest */
	}
	if (strcmp(field->name, "userName") == 0) {
		return SANDBOX_MERCHANT_CHANGED;
	}
	if (strcmp(field->name, "password") == 0) {
		return set_password(store, merchant, field->value);
	}
	if (strcmp(field->name, "token") == 0) {
		return set_token(store, merchant, field->value);
	}
	return results[sandbox_setting_write(&merchant->settings, field->name, field->value)];
}

static enum sandbox_merchant_result set_fields(
	struct sandbox_store *store, struct sandbox_merchant *merchant, const struct sandbox_form *form, const char **field)
{
	for (size_t i = 0; i < form->count; i++) {
		enum sandbox_merchant_result result = set_field(store, merchant, &form->fields[i]);
		if (result != SANDBOX_MERCHANT_CHANGED) {
			*field = form->fields[i].name;
			return result;
		}
	}
	*field = sandbox_settings_conflict(&merchant->settings);
	return *field ? SANDBOX_MERCHANT_CONFLICT : SANDBOX_MERCHANT_CHANGED;
}

/* The merchant as it is, or a new one. */
static enum sandbox_merchant_result take_merchant(const struct sandbox_store *store,
	const struct sandbox_merchant_change *change, struct sandbox_merchant *merchant, const char **field)
{
	const struct sandbox_merchant *known = sandbox_store_merchant_by_name(store, change->user_name);
	if (known) {
		*merchant = *known;
		bool stale = change->version && change->version != known->version;
		return stale ? SANDBOX_MERCHANT_STALE : SANDBOX_MERCHANT_CHANGED;
	}
	if (!change->create) {
		return SANDBOX_MERCHANT_UNKNOWN;
	}
	*merchant = (struct sandbox_merchant){.settings = sandbox_settings_default()};
	if (!is_user_name_valid(change->user_name)) {
		*field = "userName";
		return SANDBOX_MERCHANT_WRONG;
	}
	snprintf(merchant->user_name, sizeof merchant->user_name, "%s", change->user_name);
	*field = "password";
	return sandbox_form_value(change->fields, "password") ? SANDBOX_MERCHANT_CHANGED : SANDBOX_MERCHANT_NEEDS_PASSWORD;
}

/* What changes nothing makes no new version: nobody's form becomes stale by it. */
static bool is_as_before(const struct sandbox_merchant *before, const struct sandbox_merchant *after)
{
	if (!before || strcmp(before->password_mac, after->password_mac) != 0 ||
		strcmp(before->token_mac, after->token_mac) != 0) {
		return false;
	}
	char *old = sandbox_settings_write(&before->settings), *new = sandbox_settings_write(&after->settings);
	bool same = sandbox_text_equal(old, new);
	free(old);
	free(new);
	return same;
}

static enum sandbox_merchant_result change_merchant(struct sandbox_store *store,
	const struct sandbox_merchant_change *change, struct sandbox_merchant *merchant, const char **field)
{
	enum sandbox_merchant_result result = take_merchant(store, change, merchant, field);
	if (result != SANDBOX_MERCHANT_CHANGED) {
		return result;
	}
	result = set_fields(store, merchant, change->fields, field);
	if (result != SANDBOX_MERCHANT_CHANGED) {
		return result;
	}
	if (is_as_before(sandbox_store_merchant_by_name(store, merchant->user_name), merchant)) {
		return SANDBOX_MERCHANT_CHANGED;
	}
	if (!sandbox_store_merchant_save(store, merchant)) {
		return SANDBOX_MERCHANT_STORE_FAILED;
	}
	*merchant = *sandbox_store_merchant_by_name(store, merchant->user_name);
	return SANDBOX_MERCHANT_CHANGED;
}

enum sandbox_merchant_result sandbox_merchant_change(struct sandbox_store *store,
	const struct sandbox_merchant_change *change, struct sandbox_merchant *merchant, const char **field)
{
	*field = NULL;
	if (!sandbox_store_begin(store)) {
		return SANDBOX_MERCHANT_STORE_FAILED;
	}
	enum sandbox_merchant_result result = change_merchant(store, change, merchant, field);
	bool changed = result == SANDBOX_MERCHANT_CHANGED;
	return sandbox_store_end(store, changed) || !changed ? result : SANDBOX_MERCHANT_STORE_FAILED;
}
