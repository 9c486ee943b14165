/* Parsing forms. */
#include "request/form.h"

#include "base/secret.h"

#include <stdlib.h>
#include <string.h>

#define FIELDS_MAX 1024

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Decodes [from, to) to *out, adds a NUL and moves *out past it. False for a malformed percent code. */
static bool decode_percent(const char *from, const char *to, char **out, size_t *size)
{
	char *at = *out;
	while (from < to) {
		if (*from != '%') {
			*at++ = *from == '+' ? ' ' : *from;
			from++;
			continue;
		}
		if (to - from < 3 || hex_digit(from[1]) < 0 || hex_digit(from[2]) < 0) {
			return false;
		}
		*at++ = (char)(hex_digit(from[1]) << 4 | hex_digit(from[2]));
		from += 3;
	}
	*at = '\0';
	*size = (size_t)(at - *out);
	*out = at + 1;
	return true;
}

static bool parse_pair(struct sandbox_field *field, const char *from, const char *to, char **out)
{
	const char *equals = memchr(from, '=', (size_t)(to - from));
	field->name = *out;
	if (!decode_percent(from, equals ? equals : to, out, &field->name_size)) {
		return false;
	}
	if (!equals) {
		field->value = "";
		field->value_size = 0;
		return true;
	}
	field->value = *out;
	return decode_percent(equals + 1, to, out, &field->value_size);
}

static size_t count_pairs(const char *body, size_t size)
{
	size_t count = 1;
	for (size_t i = 0; i < size; i++) {
		count += body[i] == '&';
	}
	return count;
}

bool sandbox_form_parse(struct sandbox_form *form, const char *body, size_t size)
{
	memset(form, 0, sizeof *form);
	size_t pairs = size ? count_pairs(body, size) : 0;
	if (pairs > FIELDS_MAX) {
		return false;
	}
	/* Decoding never grows the text, and each '=' or '&' leaves room for a NUL. The last NUL needs one more byte. */
	form->text_size = size + 1;
	form->text = malloc(form->text_size);
	form->fields = calloc(pairs + 1, sizeof *form->fields);
	if (!form->text || !form->fields) {
		goto fail;
	}
	char *out = form->text;
	const char *end = body + size;
	for (const char *from = body; from < end;) {
		const char *to = memchr(from, '&', (size_t)(end - from));
		to = to ? to : end;
		if (to > from) {
			if (!parse_pair(&form->fields[form->count], from, to, &out)) {
				goto fail;
			}
			form->count++;
		}
		from = to + 1;
	}
	return true;
fail:
	sandbox_form_free(form);
	return false;
}

void sandbox_form_free(struct sandbox_form *form)
{
	sandbox_wipe(form->text, form->text_size);
	free(form->text);
	free(form->fields);
	json_object_put(form->kept);
	memset(form, 0, sizeof *form);
}

const struct sandbox_field *sandbox_form_find(const struct sandbox_form *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++) {
		if (strcmp(form->fields[i].name, name) == 0) {
			return &form->fields[i];
		}
	}
	return NULL;
}

const char *sandbox_form_value(const struct sandbox_form *form, const char *name)
{
	const struct sandbox_field *field = sandbox_form_find(form, name);
	return field && field->value_size ? field->value : NULL;
}
