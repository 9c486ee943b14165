#ifndef SANDBOX_ORDER_ANNOUNCED_PARAMETERS_H
#define SANDBOX_ORDER_ANNOUNCED_PARAMETERS_H

#include "model/binding.h"
#include "model/event.h"

#include <json-c/json.h>
#include <stddef.h>

/* What a callback can tell of. order and operation are NULL for some events, binding for most. */
struct sandbox_announcement {
	const struct sandbox_merchant *merchant;
	enum sandbox_event event;
	bool succeeded;
	const struct sandbox_order *order;
	const struct sandbox_operation *operation;
	const struct sandbox_binding *binding;
	int64_t at;
};

/*
 * The parameters of a callback as texts, the basic ones first; the caller owns the object. What the merchant's list
 * names and the order does not have is left out; a name that no document has is taken from the order's jsonParams.
 */
struct json_object *sandbox_announced_parameters(const struct sandbox_announcement *announcement);

/* The names of what a list can name, one after the other; NULL at the end. */
const char *sandbox_announced_name(size_t index);

/* Sberbank's: its few names, with additionalParams if there are any. */
struct json_object *sandbox_announced_json(const struct sandbox_announcement *announcement);

#endif
