/* The callbacks of a merchant, as modules of shops set and read them. */
#include "gateway/shop_module.h"

#include "base/base64.h"
#include "base/clock.h"
#include "base/strict_json.h"
#include "base/text.h"
#include "gateway/authentication.h"
#include "gateway/merchant_change.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What modules name so, and how it is kept. */
static const struct member {
	const char *name, *setting;
	bool flag; /* a boolean; otherwise a text */
} members[] = {
	{"callbacks_enabled", "callbackEnabled", true},
	{"callback_type", "callbackType", false},
	{"callback_http_method", "callbackMethod", false},
	{"callback_operations", "callbackOperations", false},
	{"callback_addresses", "callbackAddress", false},
};
#define MEMBERS (sizeof members / sizeof *members)

/* Real gateways have their test stand beside the other. */
static const struct address {
	const char *prefix, *verb;
} addresses[] = {
	{"/mportal/mvc/public/merchant/update/", "POST"},
	{"/mportal/mvc/public/merchant/get/", "GET"},
	{"/mportal-uat/mvc/public/merchant/update/", "POST"},
	{"/mportal-uat/mvc/public/merchant/get/", "GET"},
};

static const struct address *find_address(const char *path)
{
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		size_t size = strlen(addresses[i].prefix);
		if (strncmp(path, addresses[i].prefix, size) == 0 && path[size] && !strchr(path + size, '/')) {
			return &addresses[i];
		}
	}
	return NULL;
}

const char *sandbox_shop_module_allow(const char *path)
{
	const struct address *address = find_address(path);
	return address ? address->verb : NULL;
}

static struct json_object *start_answer(struct sandbox_reply *reply, unsigned status, const char *word)
{
	reply->status = status;
	reply->json = json_object_new_object();
	sandbox_json_text(reply->json, "status", word);
	return reply->json;
}

static void fail(struct sandbox_reply *reply, unsigned status, const char *name, const char *what)
{
	char text[256];
	snprintf(text, sizeof text, name ? "[%s] %s" : "%s%s", name ? name : "", what);
	sandbox_json_text(start_answer(reply, status, "FAIL"), "errorMessage", text);
}

static void show(struct sandbox_reply *reply, const struct sandbox_merchant *merchant)
{
	struct json_object *json = start_answer(reply, 200, "SUCCESS");
	struct json_object *settings = sandbox_settings_show(&merchant->settings);
	for (size_t i = 0; i < MEMBERS; i++) {
		struct json_object *value = json_object_object_get(settings, members[i].setting);
		json_object_object_add(json, members[i].name,
			members[i].flag ? json_object_new_boolean(json_object_get_int64(value) != 0) : json_object_get(value));
	}
	json_object_put(settings);
}

/* The name and the password of an Authorization header. False if it is none of HTTP Basic. */
static bool authenticate(struct sandbox_store *store, const char *authorization, struct sandbox_merchant *merchant)
{
	static const char scheme[] = "Basic ";
	size_t size = 0;
	if (!authorization || strncasecmp(authorization, scheme, strlen(scheme)) != 0) {
		return false;
	}
	char *text = (char *)sandbox_base64_decode(authorization + strlen(scheme), false, &size);
	char *colon = text && strlen(text) == size ? strchr(text, ':') : NULL;
	bool known = false;
	if (colon) {
		*colon = '\0';
		known = sandbox_authenticate_password(store, text, colon + 1, merchant);
	}
	sandbox_wipe(text, text ? size : 0);
	free(text);
	return known;
}

/* The address ends with the login; modules cut four characters off it without looking, which should be "-api". */
static bool is_own_address(const char *path, const struct sandbox_merchant *merchant)
{
	const char *login = path + strlen(find_address(path)->prefix);
	size_t size = strlen(merchant->user_name);
	bool cut = size > 4 && strlen(login) == size - 4 && strncmp(login, merchant->user_name, size - 4) == 0;
	return cut || strcmp(login, merchant->user_name) == 0;
}

/* The value of a member as that of its setting; NULL if it is of another type. */
static const char *setting_value(const struct member *member, struct json_object *value)
{
	if (!member->flag) {
		return json_object_is_type(value, json_type_string) ? json_object_get_string(value) : NULL;
	}
	if (json_object_is_type(value, json_type_boolean)) {
		return json_object_get_boolean(value) ? "1" : "0";
	}
	return NULL;
}

/* Fills in a field for each member that is there. The name of a member of the wrong type, or NULL. */
static const char *read_fields(struct json_object *body, struct sandbox_field fields[MEMBERS], size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < MEMBERS; i++) {
		struct json_object *given = json_object_object_get(body, members[i].name);
		if (!given) {
			continue; /* absent, or null */
		}
		const char *value = setting_value(&members[i], given);
		if (!value) {
			return members[i].name;
		}
		size_t size = members[i].flag ? strlen(value) : (size_t)json_object_get_string_len(given);
		fields[(*count)++] = (struct sandbox_field){members[i].setting, strlen(members[i].setting), value, size};
	}
	return NULL;
}

/* How a module names a setting. */
static const char *member_of(const char *setting)
{
	for (size_t i = 0; i < MEMBERS; i++) {
		if (setting && strcmp(members[i].setting, setting) == 0) {
			return members[i].name;
		}
	}
	return setting;
}

static void update(struct sandbox_store *store, struct sandbox_merchant *merchant, struct json_object *body,
	struct sandbox_reply *reply)
{
	struct sandbox_field fields[MEMBERS];
	struct sandbox_form form = {.fields = fields};
	const char *wrong = read_fields(body, fields, &form.count);
	if (wrong) {
		fail(reply, 400, wrong, "wrong value");
		return;
	}
	const struct sandbox_merchant_change change = {.user_name = merchant->user_name, .fields = &form};
	struct sandbox_merchant changed;
	enum sandbox_merchant_result result = sandbox_merchant_change(store, &change, &changed, &wrong);
	if (result == SANDBOX_MERCHANT_CHANGED) {
		show(reply, &changed);
	} else if (result == SANDBOX_MERCHANT_STORE_FAILED) {
		fail(reply, 500, NULL, "System error");
	} else {
		fail(reply, 400, member_of(wrong), "wrong value");
	}
}

static void answer(struct sandbox_gateway *gateway, const struct sandbox_request *request, struct json_object *body,
	struct sandbox_reply *reply)
{
	struct sandbox_merchant merchant;
	bool reads = strcmp(find_address(request->path)->verb, "GET") == 0;
	if (!authenticate(gateway->store, request->authorization, &merchant)) {
		fail(reply, 401, NULL, "Access denied");
		reply->challenge = "Basic realm=\"portal\"";
	} else if (!is_own_address(request->path, &merchant)) {
		fail(reply, 403, NULL, "Access denied");
	} else if (reads) {
		show(reply, &merchant);
	} else if (!sandbox_type_is(request->type, SANDBOX_JSON_TYPE)) {
		fail(reply, 415, NULL, "Expected " SANDBOX_JSON_TYPE);
	} else if (!json_object_is_type(body, json_type_object)) {
		fail(reply, 400, NULL, "Expected a JSON object");
	} else {
		update(gateway->store, &merchant, body, reply);
	}
}

void sandbox_shop_module_serve(
	struct sandbox_gateway *gateway, const struct sandbox_request *request, struct sandbox_reply *reply)
{
	/* Some modules send their login and password along. */
	struct sandbox_message message = {.object = sandbox_strict_json_parse(request->body, request->size)};
	struct sandbox_log_entry entry = {
		.time = sandbox_clock_now(), .verb = request->verb, .path = request->path, .reply = reply};
	int64_t began = sandbox_log_ticks();
	if (json_object_is_type(message.object, json_type_object)) {
		entry.parameters = sandbox_message_describe(&message);
	}
	answer(gateway, request, message.object, reply);
	entry.microseconds = sandbox_log_ticks() - began;
	sandbox_log_add(gateway->log, &entry);
	sandbox_message_free(&message);
}
