/* Callbacks that somebody asks for. */
#include "callback/again.h"

#include "base/clock.h"
#include "model/event.h"
#include "order/announcement.h"

#include <string.h>

enum sandbox_found sandbox_callback_send_again(struct sandbox_store *store, int64_t row, int64_t merchant)
{
	struct sandbox_callback callback;
	enum sandbox_found found = sandbox_store_callback_by_row(store, row, &callback);
	if (found != SANDBOX_FOUND) {
		return found;
	}
	found = merchant && callback.merchant != merchant ? SANDBOX_NOT_FOUND : SANDBOX_FOUND;
	if (found == SANDBOX_FOUND) {
		callback.turn = sandbox_store_last_turn(store) + 1;
		callback.tries = 0;
		callback.next_at = sandbox_clock_now();
		found = sandbox_store_callback_update(store, &callback) ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
	}
	sandbox_callback_free(&callback);
	return found;
}

/* The arguments as parameters of a callback, after the basic ones that they leave out. */
static struct json_object *make_sample(const struct sandbox_form *arguments)
{
	static const char *const not_parameters[] = {"sample", "address", "userName"};
	struct json_object *parameters = json_object_new_object();
	char id[SANDBOX_UUID_SIZE];
	sandbox_random_uuid(id);
	json_object_object_add(parameters, "mdOrder", json_object_new_string(id));
	json_object_object_add(parameters, "orderNumber", json_object_new_string("sample"));
	json_object_object_add(parameters, "operation", json_object_new_string(sandbox_form_value(arguments, "sample")));
	json_object_object_add(parameters, "status", json_object_new_string("1"));
	for (size_t i = 0; i < arguments->count; i++) {
		bool own = false;
		for (size_t k = 0; k < sizeof not_parameters / sizeof *not_parameters; k++) {
			own = own || strcmp(arguments->fields[i].name, not_parameters[k]) == 0;
		}
		if (!own) {
			json_object_object_add(
				parameters, arguments->fields[i].name, json_object_new_string(arguments->fields[i].value));
		}
	}
	return parameters;
}

const char *sandbox_callback_sample_wrong(const struct sandbox_form *arguments)
{
	const char *address = sandbox_form_value(arguments, "address");
	if (address && !sandbox_callback_address_valid(address)) {
		return "address";
	}
	if (sandbox_event_of(sandbox_form_value(arguments, "sample")) == SANDBOX_EVENTS) {
		return "sample";
	}
	for (size_t i = 0; i < arguments->count; i++) {
		if (!sandbox_callback_parameters_valid(arguments->fields[i].name)) {
			return arguments->fields[i].name;
		}
	}
	return NULL;
}

bool sandbox_callback_sample(
	struct sandbox_store *store, const struct sandbox_merchant *merchant, const struct sandbox_form *arguments)
{
	return sandbox_announce_parameters(
		store, merchant, make_sample(arguments), sandbox_form_value(arguments, "address"), sandbox_clock_now());
}
