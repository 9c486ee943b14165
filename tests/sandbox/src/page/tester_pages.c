/* The start page, and the log of requests as a page. */
#include "page/tester_pages.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/action.h"
#include "model/card.h"
#include "page/view.h"

#include <inttypes.h>
#include <stdio.h>

/* ------------------------------------------------------------------------------------------------- start page */

static const char *describe_tds(enum sandbox_tds_kind kind)
{
	static const char *const texts[] = {
		[SANDBOX_TDS_NONE] = "none",
		[SANDBOX_TDS_FRICTIONLESS] = "3DS2, frictionless",
		[SANDBOX_TDS_CHALLENGE] = "3DS2, code",
		[SANDBOX_TDS_ATTEMPT] = "3DS2, attempt",
		[SANDBOX_TDS_FAILURE] = "3DS2, fails",
		[SANDBOX_TDS1_CHALLENGE] = "3DS1, code",
		[SANDBOX_TDS1_FAILURE] = "3DS1, fails",
		[SANDBOX_TDS1_UNREACHABLE] = "3DS1, no answer",
	};
	return texts[kind];
}

static struct json_object *describe_card(const struct sandbox_test_card *card)
{
	struct json_object *entry = json_object_new_object();
	char expiry[SANDBOX_MONTH_SIZE], most[32] = "";
	sandbox_view_month(card->expiry, expiry);
	if (card->most) {
		snprintf(most, sizeof most, " up to %" PRId64 ".00", card->most / 100);
	}
	sandbox_view_set(entry, "pan", card->pan);
	sandbox_view_set(entry, "expiry", expiry);
	sandbox_view_set(entry, "cvc", card->cvc);
	json_object_object_add(entry, "paid", json_object_new_boolean(card->action == SANDBOX_ACTION_APPROVED));
	sandbox_view_set(entry, "most", most);
	sandbox_view_set(entry, "tds", describe_tds(card->tds));
	sandbox_view_set(entry, "acsCode", card->acs_code);
	json_object_object_add(entry, "actionCode", json_object_new_int64(card->action));
	sandbox_view_set(entry, "meaning", sandbox_action_find(card->action)->description);
	return entry;
}

void sandbox_page_start(const struct sandbox_page_request *request)
{
	struct json_object *values = sandbox_view_values("en");
	struct json_object *cards = json_object_new_array();
	struct sandbox_test_card card;
	for (size_t i = 0; sandbox_test_card_at(i, &card); i++) {
		json_object_array_add(cards, describe_card(&card));
	}
	sandbox_view_set(values, "pageTitle", "Sandbox gateway");
	sandbox_view_set(values, "uri", request->gateway->base_uri);
	json_object_object_add(values, "cards", cards);
	sandbox_view_answer(request->reply, 200, "start.html", values, NULL);
}

/* ------------------------------------------------------------------------------------------------------- log */

/* A list of texts as objects with a member, which the templates need. */
static struct json_object *name_members(struct json_object *list, const char *name)
{
	struct json_object *named = json_object_new_array();
	for (size_t i = 0; list && i < json_object_array_length(list); i++) {
		struct json_object *entry = json_object_new_object();
		json_object_object_add(entry, name, json_object_get(json_object_array_get_idx(list, i)));
		json_object_array_add(named, entry);
	}
	return named;
}

static struct json_object *describe_request(struct json_object *request)
{
	struct json_object *entry = json_object_new_object();
	struct json_object *answer = sandbox_json_member(request, "answer");
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	static const char *const same[] = {"number", "method", "path", "status", "parameters", "onPurpose"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		json_object_object_add(entry, same[i], json_object_get(sandbox_json_member(request, same[i])));
	}
	sandbox_clock_write(json_object_get_int64(sandbox_json_member(request, "time")), 0, text);
	sandbox_view_set(entry, "time", text);
	snprintf(text, sizeof text, "%.1f", json_object_get_int64(sandbox_json_member(request, "microseconds")) / 1000.0);
	sandbox_view_set(entry, "milliseconds", text);
	json_object_object_add(entry, "warnings", name_members(sandbox_json_member(request, "warnings"), "text"));
	if (answer) {
		sandbox_view_set(entry, "answer",
			json_object_to_json_string_ext(
				answer, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE));
	}
	return entry;
}

void sandbox_page_log(const struct sandbox_page_request *request)
{
	struct json_object *values = sandbox_view_values("en");
	struct json_object *log = sandbox_log_read(request->gateway->log, 0);
	struct json_object *all = sandbox_json_member(log, "requests");
	struct json_object *entries = json_object_new_array();
	for (size_t i = json_object_array_length(all); i > 0; i--) {
		json_object_array_add(entries, describe_request(json_object_array_get_idx(all, i - 1)));
	}
	json_object_put(log);
	sandbox_view_set(values, "pageTitle", "Requests – Sandbox gateway");
	json_object_object_add(values, "requests", entries);
	sandbox_view_answer(request->reply, 200, "log.html", values, NULL);
}
