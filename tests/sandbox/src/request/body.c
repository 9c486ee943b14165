/* A JSON body as a form. */
#include "request/body.h"

#include "base/secret.h"

#include <stdlib.h>
#include <string.h>

#define FEATURES  "features"
#define PARAMS    "jsonParams"
#define REFUND_ID "externalRefundId"

/* A form under construction. The first pass counts, the second copies. */
struct form_builder {
	struct sandbox_form *form; /* NULL while counting */
	size_t fields, bytes;
};

static const char *put_text(struct form_builder *builder, const char *text, size_t size)
{
	char *at = NULL;
	if (builder->form) {
		at = builder->form->text + builder->bytes;
		memcpy(at, text, size);
		at[size] = '\0';
	}
	builder->bytes += size + 1;
	return at;
}

static void add_field(struct form_builder *builder, const char *name, const char *value, size_t size)
{
	size_t name_size = strlen(name);
	const char *kept_name = put_text(builder, name, name_size);
	const char *kept_value = put_text(builder, value, size);
	if (builder->form) {
		builder->form->fields[builder->form->count++] = (struct sandbox_field){kept_name, name_size, kept_value, size};
	}
	builder->fields++;
}

static void add_features(struct form_builder *builder, const char *text)
{
	for (const char *from = text; from;) {
		size_t size = strcspn(from, ";");
		add_field(builder, FEATURES, from, size);
		from = from[size] ? from + size + 1 : NULL;
	}
}

static void add_refund_id(struct form_builder *builder, struct json_object *params)
{
	struct json_object *id = NULL;
	if (json_object_is_type(params, json_type_object) && json_object_object_get_ex(params, REFUND_ID, &id) && id) {
		const char *text = json_object_get_string(id);
		add_field(builder, REFUND_ID, text, strlen(text));
	}
}

static void add_value(struct form_builder *builder, const char *name, struct json_object *value)
{
	if (json_object_is_type(value, json_type_string)) {
		const char *text = json_object_get_string(value);
		if (strcmp(name, FEATURES) == 0) {
			add_features(builder, text);
		} else {
			add_field(builder, name, text, (size_t)json_object_get_string_len(value));
		}
		return;
	}
	const char *text = json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN);
	add_field(builder, name, text, strlen(text));
	if (strcmp(name, PARAMS) == 0) {
		add_refund_id(builder, value);
	}
}

static void add_every_member(struct form_builder *builder, struct json_object *object)
{
	json_object_object_foreach(object, name, value) {
		add_value(builder, name, value);
	}
}

bool sandbox_body_to_form(struct json_object *object, struct sandbox_form *form)
{
	struct form_builder count = {.form = NULL}, fill = {.form = form};
	memset(form, 0, sizeof *form);
	add_every_member(&count, object);
	form->text_size = count.bytes + 1;
	form->text = calloc(1, form->text_size);
	form->fields = calloc(count.fields + 1, sizeof *form->fields);
	if (!form->text || !form->fields) {
		sandbox_form_free(form);
		return false;
	}
	add_every_member(&fill, object);
	return true;
}

void sandbox_body_wipe(struct json_object *object)
{
	json_object_object_foreach(object, name, value) {
		(void)name;
		if (json_object_is_type(value, json_type_string)) {
			sandbox_wipe((char *)json_object_get_string(value), (size_t)json_object_get_string_len(value));
		}
	}
}
