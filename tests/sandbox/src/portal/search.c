/* What the portal's lists are searched for. */
#include "portal/search.h"

#include "base/text.h"
#include "page/amount.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY (24 * 60 * 60 * INT64_C(1000))

/* Reads one field of the form. False if nothing can be found by that value. */
typedef bool field_reader(
	const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search);

/* Copies without blanks around it, as they come along with what is pasted. */
static bool copy_trimmed(const char *value, char *to, size_t size)
{
	value += strspn(value, " \t");
	size_t length = strlen(value);
	while (length > 0 && strchr(" \t", value[length - 1])) {
		length--;
	}
	snprintf(to, size, "%.*s", (int)length, value);
	return length > 0 && length < size;
}

static bool read_number(
	const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	(void)visit;
	search->search.number = search->number;
	return copy_trimmed(value, search->number, sizeof search->number);
}

static bool read_id(const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	(void)visit;
	search->search.id = search->id;
	return copy_trimmed(value, search->id, sizeof search->id);
}

static bool read_card(const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	(void)visit;
	search->search.digits = search->digits;
	return copy_trimmed(value, search->digits, sizeof search->digits) && strlen(search->digits) == 4 &&
		   sandbox_text_digits(search->digits, 4);
}

static bool read_state(
	const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	(void)visit;
	search->search.state = sandbox_text_integer(value);
	return search->search.state >= 0 && search->search.state <= SANDBOX_PARTLY_DEPOSITED;
}

static bool read_amount_from(
	const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	return sandbox_amount_read(value, visit->merchant.settings.currency, &search->search.amount_from);
}

static bool read_amount_to(
	const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	return sandbox_amount_read(value, visit->merchant.settings.currency, &search->search.amount_to);
}

/* The beginning of a day in the merchant's zone. */
static bool read_day(const struct sandbox_portal_visit *visit, const char *value, int64_t *moment)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	snprintf(text, sizeof text, "%.10sT00:00:00", value);
	return strlen(value) == 10 && sandbox_clock_parse(text, visit->merchant.settings.utc_offset_minutes, moment);
}

static bool read_from(const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	return read_day(visit, value, &search->search.from);
}

static bool read_to(const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	bool right = read_day(visit, value, &search->search.to);
	search->search.to += DAY;
	return right;
}

/* A place as TIME.ROW, which the links of the pages carry. */
static bool read_place(const char *value, struct sandbox_portal_search *search)
{
	char time[24];
	size_t size = strcspn(value, ".");
	snprintf(time, sizeof time, "%.*s", (int)size, value);
	search->place.time = sandbox_text_integer(time);
	search->place.row = value[size] ? sandbox_text_integer(value + size + 1) : -1;
	bool right = search->place.time >= 0 && search->place.row >= 0;
	search->slice.place = right ? &search->place : NULL;
	return right;
}

static bool read_older(
	const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	(void)visit;
	return read_place(value, search);
}

static bool read_newer(
	const struct sandbox_portal_visit *visit, const char *value, struct sandbox_portal_search *search)
{
	(void)visit;
	search->slice.newer = true;
	return read_place(value, search);
}

static const struct {
	const char *name;
	field_reader *read;
	bool folded; /* the form shows it when it is used or asked for */
} fields[] = {
	{"number", read_number, false},
	{"id", read_id, false},
	{"state", read_state, false},
	{"card", read_card, false},
	{"amountFrom", read_amount_from, true},
	{"amountTo", read_amount_to, true},
	{"from", read_from, true},
	{"to", read_to, true},
	{"older", read_older, false},
	{"newer", read_newer, false},
};

void sandbox_portal_search_read(const struct sandbox_portal_visit *visit, struct sandbox_portal_search *search)
{
	*search = (struct sandbox_portal_search){
		.search = {.merchant = visit->merchant.id,
			.state = SANDBOX_SEARCH_ANY,
			.amount_from = SANDBOX_SEARCH_ANY,
			.amount_to = SANDBOX_SEARCH_ANY,
			.from = SANDBOX_SEARCH_ANY,
			.to = SANDBOX_SEARCH_ANY},
		.slice = {.most = SANDBOX_LIST_MOST + 1},
	};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *value = sandbox_portal_query(visit, fields[i].name);
		if (value && !fields[i].read(visit, value, search)) {
			search->wrong |= 1u << i;
		}
	}
}

static void show_states(struct json_object *values, const struct sandbox_portal_search *search)
{
	struct json_object *list = json_object_new_array();
	for (int64_t state = 0; state <= SANDBOX_PARTLY_DEPOSITED; state++) {
		struct json_object *entry = json_object_new_object();
		char path[48];
		snprintf(path, sizeof path, "portal.states.%" PRId64, state);
		sandbox_json_number(entry, "value", state);
		sandbox_view_set(entry, "name", sandbox_view_text(values, path));
		json_object_object_add(entry, "chosen", json_object_new_boolean(search->search.state == state));
		json_object_array_add(list, entry);
	}
	json_object_object_add(values, "states", list);
}

/* Each at its field; the title begins with the first one. */
static void show_errors(struct json_object *values, const struct sandbox_portal_search *search)
{
	struct json_object *wrong = json_object_new_object();
	char path[48];
	for (size_t i = sizeof fields / sizeof *fields; i > 0; i--) {
		if (search->wrong & 1u << (i - 1)) {
			const char *name = fields[i - 1].name;
			snprintf(path, sizeof path, "portal.search.wrong.%s", name);
			json_object_object_add(wrong, name, json_object_new_string(sandbox_view_text(values, path)));
			if ((search->wrong & ((1u << (i - 1)) - 1)) == 0) {
				sandbox_portal_title_error(values, sandbox_view_text(values, path));
			}
		}
	}
	json_object_object_add(values, "wrong", wrong);
	json_object_object_add(values, "invalid", json_object_new_boolean(search->wrong != 0));
}

void sandbox_portal_search_show(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_portal_search *search)
{
	struct json_object *sought = json_object_new_object();
	bool searching = false, unfolded = false;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *value = sandbox_portal_query(visit, fields[i].name);
		sandbox_view_set(sought, fields[i].name, value);
		searching = searching || value;
		unfolded = unfolded || (value && fields[i].folded);
	}
	json_object_object_add(values, "sought", sought);
	json_object_object_add(values, "unfolded", json_object_new_boolean(unfolded));
	json_object_object_add(values, "searching", json_object_new_boolean(searching));
	show_states(values, search);
	show_errors(values, search);
}

struct sandbox_shown sandbox_portal_search_shown(const struct sandbox_portal_search *search, size_t read)
{
	bool more = read > SANDBOX_LIST_MOST, newer = search->slice.newer;
	return (struct sandbox_shown){
		.first = more && newer ? 1 : 0, /* the row too many is the one farthest from the place */
		.count = more ? SANDBOX_LIST_MOST : read,
		.more_newer = newer ? more : search->slice.place != NULL,
		.more_older = newer || more,
	};
}

static void link_page(const struct sandbox_portal_visit *visit, struct json_object *values, const char *name,
	const struct sandbox_place *place)
{
	char text[48];
	snprintf(text, sizeof text, "%" PRId64 ".%" PRId64, place->time, place->row);
	char *address = sandbox_portal_address(visit, visit->request->path, "older,newer,language", name, text);
	sandbox_view_set(values, name, address);
	free(address);
}

void sandbox_portal_search_link(const struct sandbox_portal_visit *visit, struct json_object *values,
	const struct sandbox_shown *shown, const struct sandbox_place *first, const struct sandbox_place *last)
{
	char path[64];
	if (shown->count > 0 && shown->more_newer) {
		link_page(visit, values, "newer", first);
	}
	if (shown->count > 0 && shown->more_older) {
		link_page(visit, values, "older", last);
	}
	snprintf(path, sizeof path, "%s.csv", visit->request->path);
	char *address = sandbox_portal_address(visit, path, "older,newer,language", "language", visit->language);
	sandbox_view_set(values, "export", address);
	free(address);
}
