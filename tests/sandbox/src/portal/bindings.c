/* The stored cards of a client: listed, switched off and on, extended. */
#define _GNU_SOURCE
#include "base/text.h"
#include "base/url.h"
#include "gateway/own_call.h"
#include "page/typed_card.h"
#include "portal/handlers.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH SANDBOX_PORTAL_PATH "/bindings"

/* ------------------------------------------------------------------------------------------------------ list */

static struct json_object *describe_binding(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_binding *binding)
{
	static const struct {
		const char *word, *style;
	} states[] = {{"bindings.active", "good"}, {"bindings.inactive", "bad"}, {"bindings.expired", "wait"}};
	bool expired = sandbox_binding_expired(binding, &visit->merchant.settings, visit->now);
	size_t state = !binding->active ? 1 : expired ? 2 : 0;
	struct json_object *entry = json_object_new_object();
	char until[SANDBOX_MONTH_SIZE], created[SANDBOX_CLOCK_TEXT_SIZE], card[64];
	size_t size = strlen(binding->masked_pan);
	sandbox_view_month(binding->expiry, until);
	sandbox_portal_time(visit, binding->created_at, created);
	snprintf(card, sizeof card, "%s •••• %s", binding->payment_system, binding->masked_pan + (size > 4 ? size - 4 : 0));
	sandbox_view_set(entry, "id", binding->id);
	sandbox_view_set(entry, "card", card);
	sandbox_view_set(entry, "wallet", binding->wallet);
	sandbox_view_set(entry, "type", sandbox_binding_names[binding->type]);
	sandbox_view_set(entry, "until", until);
	sandbox_view_set(entry, "created", created);
	sandbox_view_set(entry, "state", sandbox_view_text(values, states[state].word));
	sandbox_view_set(entry, "style", states[state].style);
	json_object_object_add(entry, "active", json_object_new_boolean(binding->active));
	return entry;
}

/* The newest first. False if the store failed. */
static bool set_bindings(const struct sandbox_portal_visit *visit, struct json_object *values, const char *client)
{
	struct sandbox_binding *bindings = NULL;
	size_t count = 0;
	struct json_object *list = json_object_new_array();
	sandbox_store_lock(visit->store);
	bool listed = sandbox_store_list_client_bindings(visit->store, visit->merchant.id, client, &bindings, &count);
	sandbox_store_unlock(visit->store);
	for (size_t i = count; i > 0; i--) {
		json_object_array_add(list, describe_binding(visit, values, &bindings[i - 1]));
	}
	json_object_object_add(values, "bindings", list);
	json_object_object_add(values, "none", json_object_new_boolean(count == 0));
	free(bindings);
	return listed;
}

void sandbox_portal_bindings(const struct sandbox_portal_visit *visit)
{
	const char *client = sandbox_portal_query(visit, "client");
	struct json_object *values = sandbox_portal_values(visit, "bindings", "bindings.title");
	sandbox_view_set(values, "client", client);
	json_object_object_add(values, "denied", json_object_new_boolean(!visit->merchant.settings.bindings));
	if (client && !set_bindings(visit, values, client)) {
		json_object_put(values);
		sandbox_portal_problem(visit, 500);
		return;
	}
	sandbox_portal_answer(visit, 200, "portal_bindings.html", values);
}

/* --------------------------------------------------------------------------------------------------- changes */

/* What can be done, by the methods of the API. */
static const struct act {
	const char *name, *method, *done;
	bool expiry;
} acts[] = {
	{"off", "rest/unBindCard.do", "bindings.switchedOff", false},
	{"on", "rest/bindCard.do", "bindings.switchedOn", false},
	{"extend", "rest/extendBinding.do", "bindings.extended", true},
};

static const struct act *find_act(const char *name)
{
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		if (sandbox_text_equal(acts[i].name, name)) {
			return &acts[i];
		}
	}
	return NULL;
}

/* Back to the list of the client. */
static void go_back(
	const struct sandbox_portal_visit *visit, enum sandbox_notice kind, const char *headline, const char *text)
{
	const char *client = sandbox_portal_field(visit, "client");
	char *path = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&path, &size);
	if (!out) {
		sandbox_portal_problem(visit, 500);
		return;
	}
	fputs(PATH "?", out);
	sandbox_url_write_field(out, "client", client ? client : "");
	fclose(out);
	sandbox_portal_go_with_notice(visit, path, kind, headline, text);
	free(path);
}

void sandbox_portal_change_binding(const struct sandbox_portal_visit *visit)
{
	const struct act *act = find_act(sandbox_portal_field(visit, "act"));
	struct sandbox_own_call own;
	struct sandbox_typed_card card;
	char expiry[24];
	if (!act) {
		sandbox_portal_problem(visit, 404);
		return;
	}
	sandbox_typed_card_read(visit->request->body, &card);
	snprintf(expiry, sizeof expiry, "%06" PRId64, card.expiry);
	sandbox_own_call_open(&own, visit->request->gateway, &visit->merchant, act->method);
	sandbox_own_call_add(&own, "bindingId", sandbox_portal_field(visit, "binding"));
	sandbox_own_call_add(&own, "newExpiry", act->expiry ? expiry : NULL);
	bool done = sandbox_own_call_check(&own) && sandbox_own_call_make(&own);
	struct json_object *texts = sandbox_view_values(visit->language);
	if (done) {
		go_back(visit, SANDBOX_NOTICE_DONE, sandbox_view_text(texts, act->done), NULL);
	} else {
		go_back(visit, SANDBOX_NOTICE_ERROR, sandbox_view_text(texts, "bindings.refused"),
			act->expiry && !card.expiry ? sandbox_view_text(texts, "bindings.expiryWrong")
										: sandbox_own_call_problem(&own, visit->language));
	}
	json_object_put(texts);
	sandbox_own_call_close(&own);
}
