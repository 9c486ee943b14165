#ifndef SANDBOX_REQUEST_FORM_H
#define SANDBOX_REQUEST_FORM_H

#include <stdbool.h>
#include <stddef.h>

/* One name=value pair, decoded. Both are NUL-terminated; the value may hold more NULs, so its size counts. */
struct sandbox_field {
	const char *name;
	size_t name_size;
	const char *value;
	size_t value_size;
};

/* A parsed application/x-www-form-urlencoded body. Owns its text, into which the fields point. */
struct sandbox_form {
	struct sandbox_field *fields;
	size_t count;
	char *text;
	size_t text_size;
};

/* False for a broken percent code, too many fields, or no memory; the form is then empty. */
bool sandbox_form_parse(struct sandbox_form *form, const char *body, size_t size);

/* Wipes and frees: a form may hold a card number. */
void sandbox_form_free(struct sandbox_form *form);

/* The first field of that name, or NULL. */
const struct sandbox_field *sandbox_form_find(const struct sandbox_form *form, const char *name);

/* Its value if it is there and not empty, or NULL. */
const char *sandbox_form_value(const struct sandbox_form *form, const char *name);

#endif
