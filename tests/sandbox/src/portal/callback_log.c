/* The log of callbacks, sending one again, and sending a test. */
#include "portal/callback_log.h"

#include "base/text.h"
#include "callback/again.h"
#include "model/event.h"
#include "portal/callback_view.h"
#include "portal/handlers.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define SHOWN 20

/* The newest first, from before a row. */
static struct json_object *list_callbacks(const struct sandbox_portal_visit *visit, struct json_object *values)
{
	const char *before = sandbox_portal_query(visit, "before");
	int64_t row = before ? sandbox_text_integer(before) : 0;
	struct json_object *list = json_object_new_array();
	struct sandbox_callback callback;
	int shown = 0;
	row = row < 0 ? 0 : row;
	sandbox_store_lock(visit->store);
	while (sandbox_store_callback_before(visit->store, visit->merchant.id, row, &callback) == SANDBOX_FOUND) {
		if (shown++ == SHOWN) {
			char text[24];
			snprintf(text, sizeof text, "%" PRId64, row);
			sandbox_view_set(values, "older", text);
			sandbox_callback_free(&callback);
			break;
		}
		row = callback.row;
		json_object_array_add(list, sandbox_portal_describe_callback(visit, values, &callback));
		sandbox_callback_free(&callback);
	}
	sandbox_store_unlock(visit->store);
	return list;
}

static struct json_object *list_events(void)
{
	struct json_object *list = json_object_new_array();
	for (int event = 0; event < SANDBOX_EVENTS; event++) {
		struct json_object *entry = json_object_new_object();
		sandbox_view_set(entry, "event", sandbox_event_names[event]);
		json_object_object_add(entry, "usual", json_object_new_boolean(event == SANDBOX_EVENT_DEPOSITED));
		json_object_array_add(list, entry);
	}
	return list;
}

void sandbox_portal_callback_log_add(
	const struct sandbox_portal_visit *visit, const struct sandbox_merchant *merchant, struct json_object *values)
{
	json_object_object_add(values, "log", json_object_new_boolean(true));
	json_object_object_add(values, "callbacks", list_callbacks(visit, values));
	json_object_object_add(values, "events", list_events());
	sandbox_view_set(values, "testAddress", merchant->settings.callback_address);
}

static void go_on(
	const struct sandbox_portal_visit *visit, enum sandbox_notice kind, const char *headline, const char *text)
{
	struct json_object *texts = sandbox_view_values(visit->language);
	sandbox_portal_go_with_notice(visit, SANDBOX_PORTAL_CALLBACKS, kind, sandbox_view_text(texts, headline),
		text ? sandbox_view_text(texts, text) : NULL);
	json_object_put(texts);
}

/* ------------------------------------------------------------------------------------------------ what is asked for */

void sandbox_portal_send_again(const struct sandbox_portal_visit *visit)
{
	const char *id = sandbox_portal_field(visit, "id");
	int64_t row = id ? sandbox_text_integer(id) : -1;
	enum sandbox_found found = SANDBOX_STORE_FAILED;
	if (sandbox_store_begin(visit->store)) {
		found = sandbox_callback_send_again(visit->store, row, visit->merchant.id);
		bool sent = found == SANDBOX_FOUND;
		found = sandbox_store_end(visit->store, sent) || !sent ? found : SANDBOX_STORE_FAILED;
	}
	if (found == SANDBOX_FOUND) {
		go_on(visit, SANDBOX_NOTICE_DONE, "callbacks.again", "callbacks.soon");
	} else {
		sandbox_portal_problem(visit, found == SANDBOX_NOT_FOUND ? 404 : 500);
	}
}

void sandbox_portal_send_test(const struct sandbox_portal_visit *visit)
{
	const char *event = sandbox_portal_field(visit, "event");
	struct sandbox_field sample = {"sample", strlen("sample"), event, event ? strlen(event) : 0};
	struct sandbox_form arguments = {.fields = &sample, .count = 1};
	bool right = event && !sandbox_callback_sample_wrong(&arguments);
	if (!right || !visit->merchant.settings.callback_address[0]) {
		go_on(visit, SANDBOX_NOTICE_ERROR, "callbacks.noTest", "callbacks.noAddress");
		return;
	}
	bool begun = sandbox_store_begin(visit->store);
	if (begun && sandbox_store_end(visit->store, sandbox_callback_sample(visit->store, &visit->merchant, &arguments))) {
		go_on(visit, SANDBOX_NOTICE_DONE, "callbacks.tested", "callbacks.soon");
	} else {
		sandbox_portal_problem(visit, 500);
	}
}
