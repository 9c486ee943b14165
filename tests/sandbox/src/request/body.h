#ifndef SANDBOX_REQUEST_BODY_H
#define SANDBOX_REQUEST_BODY_H

#include "request/form.h"

#include <json-c/json.h>

/*
 * A JSON body as the form that the handlers read: objects as JSON text, features apart, the
 * externalRefundId that jsonParams holds as a field of its own. False if memory ran out; the form is then empty.
 */
bool sandbox_body_to_form(struct json_object *object, struct sandbox_form *form);

/* Overwrites the texts of an object before it is freed: one of them may be a card number. */
void sandbox_body_wipe(struct json_object *object);

#endif
