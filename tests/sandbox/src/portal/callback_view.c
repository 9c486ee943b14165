/* A callback, for who wants to know whether the shop was told. */
#include "portal/callback_view.h"

#include "base/json.h"

#include <inttypes.h>
#include <stdio.h>

static struct json_object *describe_try(const struct sandbox_portal_visit *visit, struct json_object *attempt)
{
	static const char *const same[] = {"status", "answer", "error"};
	struct json_object *entry = json_object_new_object();
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	sandbox_portal_time(visit, json_object_get_int64(sandbox_json_member(attempt, "time")), text);
	sandbox_view_set(entry, "tried", text);
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		sandbox_view_set(entry, same[i], sandbox_json_member_text(attempt, same[i]));
	}
	return entry;
}

static struct json_object *describe_tries(const struct sandbox_portal_visit *visit, const char *log)
{
	struct json_object *list = json_object_new_array();
	struct json_object *tries = log ? json_tokener_parse(log) : NULL;
	for (size_t i = 0; tries && i < json_object_array_length(tries); i++) {
		json_object_array_add(list, describe_try(visit, json_object_array_get_idx(tries, i)));
	}
	json_object_put(tries);
	return list;
}

static void set_state(struct json_object *entry, struct json_object *values, const struct sandbox_callback *callback)
{
	const char *outcome = callback->delivered_at ? "delivered" : callback->next_at ? "waiting" : "failed";
	char path[48];
	snprintf(path, sizeof path, "portal.callbacks.%s", outcome);
	sandbox_view_set(entry, "state", sandbox_view_text(values, path));
	sandbox_view_set(entry, "stateStyle", callback->delivered_at ? "good" : callback->next_at ? "wait" : "bad");
}

struct json_object *sandbox_portal_describe_callback(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_callback *callback)
{
	struct json_object *entry = json_object_new_object();
	char text[SANDBOX_CLOCK_TEXT_SIZE], id[24];
	struct json_object *parameters = json_tokener_parse(callback->parameters);
	snprintf(id, sizeof id, "%" PRId64, callback->row);
	sandbox_portal_time(visit, callback->created_at, text);
	sandbox_view_set(entry, "id", id);
	sandbox_view_set(entry, "time", text);
	sandbox_view_set(entry, "operation", callback->operation);
	sandbox_view_set(entry, "operationStatus", sandbox_json_member_text(parameters, "status"));
	sandbox_view_set(entry, "number", callback->order_number);
	sandbox_view_set(
		entry, "address", callback->address ? callback->address : visit->merchant.settings.callback_address);
	sandbox_view_set(entry, "request", callback->request);
	set_state(entry, values, callback);
	json_object_object_add(entry, "tries", describe_tries(visit, callback->log));
	json_object_put(parameters);
	return entry;
}
