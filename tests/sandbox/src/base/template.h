#ifndef SANDBOX_BASE_TEMPLATE_H
#define SANDBOX_BASE_TEMPLATE_H

#include <json-c/json.h>

/*
 * HTML templates, a subset of Mustache: {{name}} is a value, escaped; {{#name}} … {{/name}} is there for true, a text
 * or an object, and for each element of a list; {{^name}} … {{/name}} is there for nothing, false, "" and the empty
 * list;
 * {{>name}} is another template. A name is looked up in the innermost object first; a.b is a member of a member. There
 * is no way to leave out the escaping. No library for C does this in Debian 12.
 */

/* The text of a template, NUL-terminated; NULL if there is none of that name. */
typedef const char *sandbox_template_find(const char *name);

/* Renders a template; the caller frees the text. NULL if out of memory. A malformed template aborts: it is our own. */
char *sandbox_template_render(sandbox_template_find *find, const char *name, struct json_object *values);

#endif
