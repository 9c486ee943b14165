#ifndef SANDBOX_GATEWAY_MESSAGE_H
#define SANDBOX_GATEWAY_MESSAGE_H

#include "call/method.h"
#include "request/form.h"

/* One request as HTTP delivers it. Everything is borrowed. */
struct sandbox_request {
	const char *verb;
	const char *path;  /* of the URL */
	const char *query; /* what follows the ? of the URL, undecoded; NULL: nothing */
	const char *type;  /* Content-Type; NULL: none */
	const char *body;  /* followed by a NUL */
	size_t size;
	const char *hash, *signature; /* X-Hash, X-Signature; NULL: none */
	const char *authorization;    /* NULL: none */
};

/* Its parameters: a form, or a JSON object together with the form made from it. */
struct sandbox_message {
	struct json_object *object; /* NULL for a form */
	struct sandbox_form form;
	size_t in_url; /* how many fields of the form are in the URL; they come first */
};

/* False if it is malformed; the message can be freed in any case. */
bool sandbox_message_read(
	struct sandbox_message *message, const struct sandbox_method *method, const struct sandbox_request *request);

/* Rewrites what banks tolerate, with a warning each. False if out of memory. */
bool sandbox_message_tolerate(
	struct sandbox_message *message, const struct sandbox_method *method, struct json_object *warnings);

/* The parameters as a list of {name, value, in}, masked, as JSON; the caller owns it. */
struct printbuf *sandbox_message_describe(const struct sandbox_message *message);

/* Wipes and frees. */
void sandbox_message_free(struct sandbox_message *message);

/* Whether a Content-Type, which may be NULL, is this one. */
bool sandbox_type_is(const char *type, const char *wanted);

/* The HTTP status that refuses the request whatever its parameters are; 0: none. */
unsigned sandbox_message_refusal(
	const struct sandbox_method *method, const struct sandbox_request *request, bool strict);

/* Warns of how the request was sent. */
void sandbox_message_warn(const struct sandbox_message *message, const struct sandbox_method *method,
	const struct sandbox_request *request, struct json_object *warnings);

#define SANDBOX_FORM_TYPE "application/x-www-form-urlencoded"
#define SANDBOX_JSON_TYPE "application/json"

#endif
