/* Pages of settings: shown, read, saved. */
#define _GNU_SOURCE
#include "portal/settings_form.h"

#include "base/json.h"
#include "base/text.h"
#include "portal/secret_kinds.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SETTINGS_MOST 64
#define NAME_SIZE     64

/* What a page shows: for each setting its text, and which of them is wrong. Borrows all. */
struct shown {
	struct json_object *values; /* of the page */
	struct json_object *texts;  /* by the names of the settings */
	struct json_object *saved;  /* what is saved meanwhile; NULL: the same */
	const char *wrong, *error;
};

static const char *text_of(struct json_object *values, const char *section, const char *name, const char *more)
{
	char path[128];
	snprintf(path, sizeof path, "settings.%s.%s%s%s", section, name, more ? "." : "", more ? more : "");
	return sandbox_view_text(values, path);
}

static void set_flag(struct json_object *values, const char *name, bool flag)
{
	json_object_object_add(values, name, json_object_new_boolean(flag));
}

/* --------------------------------------------------------------------------------------------------- showing */

static const char *word_for(struct json_object *values, const struct sandbox_portal_setting *setting, const char *text)
{
	if (setting->kind == SANDBOX_PORTAL_FLAG) {
		return sandbox_view_text(values, strcmp(text, "0") == 0 ? "settings.off" : "settings.on");
	}
	const char *word = setting->kind == SANDBOX_PORTAL_CHOICE ? text_of(values, "choices", setting->name, text) : "";
	return word[0] ? word : text[0] ? text : sandbox_view_text(values, "settings.nothing");
}

static void add_choice(struct json_object *list, struct json_object *values,
	const struct sandbox_portal_setting *setting, const char *choice, bool chosen)
{
	struct json_object *entry = json_object_new_object();
	const char *word = text_of(values, "choices", setting->name, choice);
	sandbox_view_set(entry, "choice", choice);
	sandbox_view_set(entry, "word", word[0] ? word : choice);
	set_flag(entry, "chosen", chosen);
	json_object_array_add(list, entry);
}

/* The names of a list that are not among its choices. */
struct others {
	const struct sandbox_portal_setting *setting;
	FILE *out;
	size_t count, all;
};

static bool add_other(const char *part, size_t size, void *context)
{
	struct others *others = context;
	others->all++;
	for (size_t i = 0; others->setting->choice(i); i++) {
		const char *choice = others->setting->choice(i);
		if (strlen(choice) == size && memcmp(choice, part, size) == 0) {
			return true;
		}
	}
	fprintf(others->out, "%s%.*s", others->count++ ? "," : "", (int)size, part);
	return true;
}

static void set_others(struct json_object *entry, const struct sandbox_portal_setting *setting, const char *text)
{
	char *other = NULL;
	size_t size = 0;
	struct others others = {.setting = setting, .out = open_memstream(&other, &size)};
	if (others.out && text[0]) {
		sandbox_text_list_walk(text, add_other, &others);
	}
	if (others.out) {
		fclose(others.out);
	}
	set_flag(entry, "others", true);
	json_object_object_add(entry, "chosenCount", json_object_new_int64((int64_t)others.all));
	sandbox_view_set(entry, "otherNames", other);
	free(other);
}

static void set_choices(struct json_object *entry, struct json_object *values,
	const struct sandbox_portal_setting *setting, const char *text)
{
	struct json_object *list = json_object_new_array();
	bool any = setting->kind == SANDBOX_PORTAL_LIST;
	for (size_t i = 0; setting->choice(i); i++) {
		const char *choice = setting->choice(i);
		add_choice(
			list, values, setting, choice, any ? sandbox_text_list_has(text, choice) : strcmp(text, choice) == 0);
	}
	json_object_object_add(entry, "options", list);
}

static struct json_object *describe_setting(const struct shown *shown, const struct sandbox_portal_setting *setting)
{
	static const char *const kinds[] = {"flag", "plain", "switched", "plain", "chooses", "lists"};
	struct json_object *entry = json_object_new_object();
	const char *text = sandbox_json_member_text(shown->texts, setting->name);
	const char *saved = shown->saved ? sandbox_json_member_text(shown->saved, setting->name) : text;
	bool wrong = sandbox_text_equal(shown->wrong, setting->name);
	set_flag(entry, kinds[setting->kind], true);
	set_flag(entry, "numeric", setting->kind == SANDBOX_PORTAL_NUMBER);
	sandbox_view_set(entry, "name", setting->name);
	sandbox_view_set(entry, "label", text_of(shown->values, "fields", setting->name, NULL));
	sandbox_view_set(entry, "hint", text_of(shown->values, "hints", setting->name, NULL));
	sandbox_view_set(entry, "fieldError", wrong ? shown->error : "");
	bool on = strcmp(text, "0") != 0;
	set_flag(entry, "on", on);
	sandbox_view_set(entry, "value", setting->kind == SANDBOX_PORTAL_SWITCHED && !on ? "" : text);
	sandbox_view_set(entry, "now", strcmp(saved, text) == 0 ? "" : word_for(shown->values, setting, saved));
	if (setting->choice) {
		set_choices(entry, shown->values, setting, text);
	}
	if (setting->others) {
		set_others(entry, setting, text);
	}
	if (setting->kind == SANDBOX_PORTAL_SWITCHED) {
		sandbox_view_set(entry, "switchLabel", text_of(shown->values, "switches", setting->name, NULL));
	}
	return entry;
}

static void set_groups(const struct shown *shown, const struct sandbox_portal_group *groups)
{
	struct json_object *list = json_object_new_array();
	for (const struct sandbox_portal_group *group = groups; group->name; group++) {
		struct json_object *entry = json_object_new_object();
		struct json_object *settings = json_object_new_array();
		for (const struct sandbox_portal_setting *setting = group->settings; setting->name; setting++) {
			json_object_array_add(settings, describe_setting(shown, setting));
		}
		sandbox_view_set(entry, "group", group->name);
		sandbox_view_set(entry, "groupTitle", text_of(shown->values, "groups", group->name, NULL));
		sandbox_view_set(entry, "note", text_of(shown->values, "notes", group->name, NULL));
		json_object_object_add(entry, "settings", settings);
		json_object_array_add(list, entry);
	}
	json_object_object_add(shown->values, "groups", list);
}

static void set_tabs(struct json_object *values, const struct sandbox_portal_settings_page *current)
{
	static const struct {
		const char *name, *path;
	} tabs[] = {
		{"general", SANDBOX_PORTAL_PATH "/settings"},
		{"callbacks", SANDBOX_PORTAL_PATH "/settings/callbacks"},
	};
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
		struct json_object *entry = json_object_new_object();
		sandbox_view_set(entry, "path", tabs[i].path);
		sandbox_view_set(entry, "tab", text_of(values, "tabs", tabs[i].name, NULL));
		set_flag(entry, "current", strcmp(tabs[i].name, current->name) == 0);
		json_object_array_add(list, entry);
	}
	json_object_object_add(values, "tabs", list);
}

static struct json_object *start_page(const struct sandbox_portal_visit *visit,
	const struct sandbox_portal_settings_page *page, const struct sandbox_merchant *merchant)
{
	char title[64], version[24];
	snprintf(title, sizeof title, "settings.%s", page->name);
	struct json_object *values = sandbox_portal_values(visit, "settings", title);
	snprintf(version, sizeof version, "%" PRId64, merchant->version);
	sandbox_view_set(values, "version", version);
	sandbox_view_set(values, "action", page->path);
	sandbox_view_set(values, "page", page->name);
	set_tabs(values, page);
	sandbox_portal_secrets_set(values, page->secrets, merchant);
	if (page->add) {
		page->add(visit, merchant, values);
	}
	return values;
}

struct json_object *sandbox_portal_settings_values(const struct sandbox_portal_visit *visit,
	const struct sandbox_portal_settings_page *page, const struct sandbox_merchant *merchant)
{
	struct json_object *values = start_page(visit, page, merchant);
	struct json_object *settings = sandbox_settings_show(&merchant->settings);
	set_groups(&(struct shown){.values = values, .texts = settings}, page->groups);
	json_object_put(settings);
	return values;
}

void sandbox_portal_settings_answer(const struct sandbox_portal_visit *visit, struct json_object *values)
{
	sandbox_portal_answer(visit, 200, "portal_settings.html", values);
}

void sandbox_portal_settings_show(
	const struct sandbox_portal_visit *visit, const struct sandbox_portal_settings_page *page)
{
	sandbox_portal_settings_answer(visit, sandbox_portal_settings_values(visit, page, &visit->merchant));
}

/* --------------------------------------------------------------------------------------------------- reading */

static void write_without_blanks(FILE *out, const char *text)
{
	for (; *text; text++) {
		if (*text != ' ') {
			fputc(*text, out);
		}
	}
}

static struct json_object *read_list(const struct sandbox_form *form, const char *name)
{
	char others[NAME_SIZE], *text = NULL;
	size_t size = 0, count = 0;
	FILE *out = open_memstream(&text, &size);
	if (!out) {
		return NULL;
	}
	snprintf(others, sizeof others, "%s.others", name);
	for (size_t i = 0; i < form->count; i++) {
		const struct sandbox_field *field = &form->fields[i];
		bool typed = strcmp(field->name, others) == 0;
		if (field->value_size && (typed || strcmp(field->name, name) == 0)) {
			fputs(count++ ? "," : "", out);
			write_without_blanks(out, field->value);
		}
	}
	fclose(out);
	struct json_object *list = json_object_new_string(text);
	free(text);
	return list;
}

static struct json_object *read_text(const struct sandbox_form *form, const char *name)
{
	const struct sandbox_field *field = sandbox_form_find(form, name);
	return field ? json_object_new_string_len(field->value, (int)field->value_size) : json_object_new_string("");
}

/* Switched on without a number is no number. */
static struct json_object *read_switched(const struct sandbox_form *form, const char *name)
{
	char box[NAME_SIZE];
	snprintf(box, sizeof box, "%s.on", name);
	if (!sandbox_form_value(form, box)) {
		return json_object_new_string("0");
	}
	const char *text = sandbox_form_value(form, name);
	return text && strcmp(text, "0") == 0 ? json_object_new_string("") : read_text(form, name);
}

static struct json_object *read_setting(const struct sandbox_form *form, const struct sandbox_portal_setting *setting)
{
	switch (setting->kind) {
		case SANDBOX_PORTAL_FLAG:
			return json_object_new_string(sandbox_form_value(form, setting->name) ? "1" : "0");
		case SANDBOX_PORTAL_SWITCHED:
			return read_switched(form, setting->name);
		case SANDBOX_PORTAL_LIST:
			return read_list(form, setting->name);
		default:
			return read_text(form, setting->name);
	}
}

/* What was typed, by the names of the settings. */
static struct json_object *read_page(
	const struct sandbox_portal_visit *visit, const struct sandbox_portal_settings_page *page)
{
	struct json_object *typed = json_object_new_object();
	for (const struct sandbox_portal_group *group = page->groups; group->name; group++) {
		for (const struct sandbox_portal_setting *setting = group->settings; setting->name; setting++) {
			json_object_object_add(typed, setting->name, read_setting(visit->request->body, setting));
		}
	}
	return typed;
}

/* ---------------------------------------------------------------------------------------------------- saving */

enum sandbox_merchant_result sandbox_portal_settings_change(const struct sandbox_portal_visit *visit,
	const struct sandbox_form *fields, struct sandbox_merchant *merchant, const char **field)
{
	const char *version = sandbox_portal_field(visit, "version");
	int64_t number = version ? sandbox_text_integer(version) : -1;
	const struct sandbox_merchant_change change = {
		.user_name = visit->merchant.user_name,
		.fields = fields,
		.version = number > 0 ? number : -1, /* of no version: none of ours */
	};
	return sandbox_merchant_change(visit->store, &change, merchant, field);
}

void sandbox_portal_settings_error(
	struct json_object *values, enum sandbox_merchant_result result, const char *field, char *text, size_t size)
{
	int64_t least, most;
	const char *own = text_of(values, "errors", field, NULL);
	if (result == SANDBOX_MERCHANT_CONFLICT || result == SANDBOX_MERCHANT_TOKEN_TAKEN) {
		snprintf(text, size, "%s",
			sandbox_view_text(
				values, result == SANDBOX_MERCHANT_CONFLICT ? "settings.errors.conflict" : "settings.errors.taken"));
	} else if (own[0]) {
		snprintf(text, size, "%s", own);
	} else if (sandbox_setting_bounds(field, &least, &most)) {
		snprintf(
			text, size, "%s %" PRId64 "–%" PRId64, sandbox_view_text(values, "settings.errors.number"), least, most);
	} else {
		snprintf(text, size, "%s", sandbox_view_text(values, "settings.errors.other"));
	}
}

/* The page again with what was typed: what is wrong, or that somebody else was faster. */
static void show_again(const struct sandbox_portal_visit *visit, const struct sandbox_portal_settings_page *page,
	struct json_object *typed, const struct sandbox_merchant *merchant, enum sandbox_merchant_result result,
	const char *field)
{
	char error[256] = "";
	struct json_object *values = start_page(visit, page, merchant);
	struct json_object *saved = sandbox_settings_show(&merchant->settings);
	struct shown shown = {.values = values, .texts = typed, .wrong = field, .error = error};
	if (result == SANDBOX_MERCHANT_STALE) {
		shown.saved = saved;
		sandbox_portal_notice(values, SANDBOX_NOTICE_ERROR, sandbox_view_text(values, "settings.staleTitle"),
			sandbox_view_text(values, "settings.stale"));
	} else {
		sandbox_portal_settings_error(values, result, field ? field : "", error, sizeof error);
		sandbox_portal_title_error(values, error);
	}
	set_groups(&shown, page->groups);
	json_object_put(saved);
	sandbox_portal_settings_answer(visit, values);
}

static size_t list_fields(struct json_object *typed, struct sandbox_field fields[SETTINGS_MOST])
{
	size_t count = 0;
	json_object_object_foreach(typed, name, value) {
		if (count == SETTINGS_MOST) {
			abort(); /* a mistake in the tables of the pages */
		}
		fields[count++] = (struct sandbox_field){
			name, strlen(name), json_object_get_string(value), (size_t)json_object_get_string_len(value)};
	}
	return count;
}

void sandbox_portal_settings_save(
	const struct sandbox_portal_visit *visit, const struct sandbox_portal_settings_page *page)
{
	struct json_object *typed = read_page(visit, page);
	struct sandbox_field fields[SETTINGS_MOST];
	struct sandbox_form form = {.fields = fields, .count = list_fields(typed, fields)};
	struct sandbox_merchant merchant;
	const char *field;
	enum sandbox_merchant_result result = sandbox_portal_settings_change(visit, &form, &merchant, &field);
	struct json_object *texts = sandbox_view_values(visit->language);
	if (result == SANDBOX_MERCHANT_CHANGED) {
		sandbox_portal_go_with_notice(
			visit, page->path, SANDBOX_NOTICE_DONE, sandbox_view_text(texts, "settings.saved"), NULL);
	} else if (result == SANDBOX_MERCHANT_STORE_FAILED || result == SANDBOX_MERCHANT_UNKNOWN) {
		sandbox_portal_problem(visit, 500);
	} else {
		/* What was wrong is not in the merchant that comes back: it is half changed. */
		show_again(visit, page, typed, result == SANDBOX_MERCHANT_STALE ? &merchant : &visit->merchant, result, field);
	}
	json_object_put(texts);
	json_object_put(typed);
}
