#ifndef SANDBOX_REQUEST_FORM_H
#define SANDBOX_REQUEST_FORM_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stddef.h>

/* One decoded name=value pair. Both are NUL-terminated, but may contain NULs, hence the sizes. */
struct sandbox_field {
	const char *name;
	size_t name_size;
	const char *value;
	size_t value_size;
};

/* A parsed application/x-www-form-urlencoded text. The fields point into it, or into what is kept. */
struct sandbox_form {
	struct sandbox_field *fields;
	size_t count;
	char *text;
	size_t text_size;
	struct json_object *kept; /* rewritten objects, whose texts are values of fields; NULL: none */
};

/* False for a malformed percent code, too many fields, or if out of memory; the form is then empty. */
bool sandbox_form_parse(struct sandbox_form *form, const char *body, size_t size);

/* Wipes and frees: a form may hold a card number. */
void sandbox_form_free(struct sandbox_form *form);

/* The first field of that name, or NULL. */
const struct sandbox_field *sandbox_form_find(const struct sandbox_form *form, const char *name);

/* The value of that field; NULL if it is absent or empty. */
const char *sandbox_form_value(const struct sandbox_form *form, const char *name);

#endif
