/* The columns of a callback, and the values of the settings about them. */
#include "model/callback.h"

#include "base/text.h"
#include "base/url.h"
#include "model/event.h"

#include <ctype.h>
#include <json-c/json.h>
#include <string.h>

#define NUMBER(name, member) \
	{ \
		name, SANDBOX_COLUMN_NUMBER, offsetof(struct sandbox_callback, member), false \
	}
#define TEXT(name, member) \
	{ \
		name, SANDBOX_COLUMN_TEXT, offsetof(struct sandbox_callback, member), false \
	}
#define JSON(name, member) \
	{ \
		name, SANDBOX_COLUMN_JSON, offsetof(struct sandbox_callback, member), false \
	}

const struct sandbox_column sandbox_callback_columns[] = {
	NUMBER("merchant", merchant),
	NUMBER("created", created_at),
	NUMBER("nextTry", next_at),
	NUMBER("turn", turn),
	NUMBER("tries", tries),
	NUMBER("delivered", delivered_at),
	TEXT("operation", operation),
	TEXT("mdOrder", order_id),
	TEXT("orderNumber", order_number),
	TEXT("address", address),
	JSON("parameters", parameters),
	TEXT("request", request),
	JSON("log", log),
	{NULL, SANDBOX_COLUMN_NUMBER, 0, false},
};

void sandbox_callback_free(struct sandbox_callback *callback)
{
	sandbox_columns_free_texts(callback, sandbox_callback_columns);
	memset(callback, 0, sizeof *callback);
}

bool sandbox_callback_address_valid(const char *text)
{
	bool web = strncmp(text, "http://", 7) == 0 || strncmp(text, "https://", 8) == 0;
	return text[0] == '\0' || (web && sandbox_url_valid(text));
}

static bool is_one_of(const char *words, const char *text)
{
	return strchr(text, ',') == NULL && sandbox_text_list_has(words, text);
}

bool sandbox_callback_method_valid(const char *text)
{
	return is_one_of("GET,POST,JSON", text);
}

bool sandbox_callback_type_valid(const char *text)
{
	return is_one_of("STATIC,DYNAMIC", text);
}

bool sandbox_callback_signing_valid(const char *text)
{
	return is_one_of("none,hmac,rsa", text);
}

static bool is_event(const char *part, size_t size, void *context)
{
	(void)context;
	for (int event = 0; event < SANDBOX_EVENTS; event++) {
		if (strlen(sandbox_event_names[event]) == size && memcmp(sandbox_event_names[event], part, size) == 0) {
			return true;
		}
	}
	return false;
}

bool sandbox_callback_operations_valid(const char *text)
{
	return sandbox_text_list_walk(text, is_event, NULL);
}

/* What a name may be made of, so that the signed text can be read in one way only. */
static bool is_parameter(const char *part, size_t size, void *context)
{
	static const char *const own[] = {"checksum", "sign_alias"};
	(void)context;
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		if (strlen(own[i]) == size && memcmp(own[i], part, size) == 0) {
			return false;
		}
	}
	for (size_t i = 0; i < size; i++) {
		if (!isalnum((unsigned char)part[i]) && !strchr("_-.", part[i])) {
			return false;
		}
	}
	return size > 0;
}

bool sandbox_callback_parameters_valid(const char *text)
{
	return sandbox_text_list_walk(text, is_parameter, NULL);
}

static bool is_header(const char *name, struct json_object *value)
{
	for (const char *c = name; *c; c++) {
		if (!isalnum((unsigned char)*c) && !strchr("!#$%&'*+-.^_`|~", *c)) {
			return false;
		}
	}
	if (name[0] == '\0' || !json_object_is_type(value, json_type_string)) {
		return false;
	}
	for (const unsigned char *c = (const unsigned char *)json_object_get_string(value); *c; c++) {
		if (*c < ' ' || *c == 0x7F) {
			return false;
		}
	}
	return true;
}

bool sandbox_callback_headers_valid(const char *text)
{
	struct json_object *headers = text[0] ? json_tokener_parse(text) : json_object_new_object();
	bool valid = json_object_is_type(headers, json_type_object);
	if (valid) {
		json_object_object_foreach(headers, name, value) {
			valid = valid && is_header(name, value);
		}
	}
	json_object_put(headers);
	return valid;
}
