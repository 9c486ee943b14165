#ifndef SANDBOX_REQUEST_BODY_H
#define SANDBOX_REQUEST_BODY_H

#include "request/form.h"

#include <json-c/json.h>

/*
 * Converts a JSON body to the form that the handlers read: objects as JSON text, each feature as a field,
 * externalRefundId of jsonParams as a field. False if out of memory; the form is then empty.
 */
bool sandbox_body_to_form(struct json_object *object, struct sandbox_form *form);

/* Wipes the texts of an object before it is freed: one of them may be a card number. */
void sandbox_body_wipe(struct json_object *object);

#endif
