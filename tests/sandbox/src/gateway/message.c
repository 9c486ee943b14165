/* A request between HTTP and the handlers: how it was sent, and its parameters. */
#include "gateway/message.h"

#include "base/json.h"
#include "base/secret.h"
#include "base/strict_json.h"
#include "base/warning.h"
#include "call/mask.h"
#include "request/body.h"
#include "request/form_tolerance.h"
#include "request/object_tolerance.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool read_json(struct sandbox_message *message, const char *body, size_t size)
{
	message->object = sandbox_strict_json_parse(body, size);
	return message->object && sandbox_body_to_form(message->object, &message->form);
}

static bool is_post(const struct sandbox_request *request)
{
	return strcmp(request->verb, "POST") == 0;
}

static bool has_query(const struct sandbox_request *request)
{
	return request->query && request->query[strspn(request->query, "&")];
}

/* The fields of the URL, then those of the body. */
static bool read_form(struct sandbox_message *message, const struct sandbox_request *request)
{
	size_t query = strlen(request->query);
	char *text = malloc(query + 1 + request->size);
	bool read = false;
	if (text && sandbox_form_parse(&message->form, request->query, query)) {
		size_t in_url = message->form.count;
		sandbox_form_free(&message->form);
		memcpy(text, request->query, query);
		text[query] = '&';
		memcpy(text + query + 1, request->body, request->size);
		read = sandbox_form_parse(&message->form, text, query + 1 + request->size);
		message->in_url = in_url;
	}
	sandbox_wipe(text, text ? query + 1 + request->size : 0);
	free(text);
	return read;
}

bool sandbox_message_read(
	struct sandbox_message *message, const struct sandbox_method *method, const struct sandbox_request *request)
{
	*message = (struct sandbox_message){.object = NULL};
	if (method->object) {
		return read_json(message, request->body, request->size);
	}
	return has_query(request) ? read_form(message, request)
							  : sandbox_form_parse(&message->form, request->body, request->size);
}

/* The form is made anew if the object was changed. */
static bool tolerate_object(
	struct sandbox_message *message, const struct sandbox_method *method, struct json_object *warnings)
{
	bool typed = method->dialect == SANDBOX_JSON;
	if (!sandbox_object_tolerate(method->request, message->object, typed, "", warnings)) {
		return true;
	}
	sandbox_form_free(&message->form);
	return sandbox_body_to_form(message->object, &message->form);
}

bool sandbox_message_tolerate(
	struct sandbox_message *message, const struct sandbox_method *method, struct json_object *warnings)
{
	return message->object ? tolerate_object(message, method, warnings)
						   : sandbox_form_tolerate(method->request, &message->form, warnings);
}

static void begin_parameter(struct printbuf *list, const char *name)
{
	sandbox_json_write(list, printbuf_length(list) > 1 ? ",{\"name\":" : "{\"name\":");
	sandbox_mask_text(list, "", name, strlen(name));
	sandbox_json_write(list, ",\"value\":");
}

static void end_parameter(struct printbuf *list, bool in_url)
{
	sandbox_json_write(list, in_url ? ",\"in\":\"url\"}" : ",\"in\":\"body\"}");
}

static void describe_members(struct printbuf *list, struct json_object *object)
{
	json_object_object_foreach(object, name, value) {
		begin_parameter(list, name);
		sandbox_mask(list, name, value);
		end_parameter(list, false);
	}
}

static void describe_fields(struct printbuf *list, const struct sandbox_message *message)
{
	for (size_t i = 0; i < message->form.count; i++) {
		const struct sandbox_field *field = &message->form.fields[i];
		begin_parameter(list, field->name);
		sandbox_mask_text(list, field->name, field->value, field->value_size);
		end_parameter(list, i < message->in_url);
	}
}

struct printbuf *sandbox_message_describe(const struct sandbox_message *message)
{
	struct printbuf *list = printbuf_new();
	if (!list) {
		return NULL;
	}
	sandbox_json_write(list, "[");
	if (message->object) {
		describe_members(list, message->object);
	} else {
		describe_fields(list, message);
	}
	sandbox_json_write(list, "]");
	return list;
}

void sandbox_message_free(struct sandbox_message *message)
{
	if (message->object) {
		sandbox_body_wipe(message->object);
		json_object_put(message->object);
	}
	sandbox_form_free(&message->form);
}

bool sandbox_type_is(const char *type, const char *wanted)
{
	size_t size = strlen(wanted);
	if (!type || strncasecmp(type, wanted, size) != 0) {
		return false;
	}
	return type[size] == '\0' || type[size] == ';' || type[size] == ' ';
}

/* Whether the path is spelled as the documents have it, and not as another dialect has it. */
static bool is_spelled_right(const struct sandbox_method *method, const struct sandbox_request *request)
{
	size_t size = strlen(request->path), wanted = strlen(method->path);
	return size >= wanted && strcmp(request->path + size - wanted, method->path) == 0;
}

unsigned sandbox_message_refusal(
	const struct sandbox_method *method, const struct sandbox_request *request, bool strict)
{
	/* Parameters belong in the body: URLs end up in logs. Yet banks take them there. */
	bool in_url = !strict && !method->object;
	if (strict && !is_spelled_right(method, request)) {
		return 404;
	}
	if (!is_post(request) && !(in_url && strcmp(request->verb, "GET") == 0)) {
		return 405;
	}
	bool empty = in_url && request->size == 0;
	if (!empty && !sandbox_type_is(request->type, method->object ? SANDBOX_JSON_TYPE : SANDBOX_FORM_TYPE)) {
		return 415;
	}
	return has_query(request) && !in_url ? 400 : 0;
}

void sandbox_message_warn(const struct sandbox_message *message, const struct sandbox_method *method,
	const struct sandbox_request *request, struct json_object *warnings)
{
	if (!is_spelled_right(method, request)) {
		sandbox_warn(warnings, "your bank's document spells the path %s", method->path);
	}
	if (!is_post(request)) {
		sandbox_warn(warnings, "your bank's document has POST, not GET");
	}
	if (message->in_url) {
		sandbox_warn(warnings, "your bank's document has the parameters in the body, not in the URL, which is logged");
	}
}
