/* What every page of the portal does: read the form, answer in the frame of the portal, go on with a notice. */
#include "portal/visit.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The entries of the navigation, by the names of their texts. */
static const struct section {
	const char *name, *path;
} sections[] = {
	{"orders", SANDBOX_PORTAL_PATH "/orders"},
	{"refunds", SANDBOX_PORTAL_PATH "/refunds"},
	{"invoices", SANDBOX_PORTAL_PATH "/invoices"},
	{"bindings", SANDBOX_PORTAL_PATH "/bindings"},
	{"settings", SANDBOX_PORTAL_PATH "/settings"},
};

const char *sandbox_portal_field(const struct sandbox_portal_visit *visit, const char *name)
{
	return sandbox_form_value(visit->request->body, name);
}

const char *sandbox_portal_query(const struct sandbox_portal_visit *visit, const char *name)
{
	return sandbox_form_value(visit->request->query, name);
}

char *sandbox_portal_address(const struct sandbox_portal_visit *visit, const char *path, const char *without,
	const char *name, const char *value)
{
	const struct sandbox_form *query = visit->request->query;
	size_t size = 0;
	char *address = NULL;
	FILE *out = open_memstream(&address, &size);
	if (!out) {
		return NULL;
	}
	fprintf(out, "%s?", path);
	for (size_t i = 0; i < query->count; i++) {
		if (query->fields[i].value[0] && !sandbox_text_list_has(without, query->fields[i].name)) {
			sandbox_url_write_field(out, query->fields[i].name, query->fields[i].value);
			fputc('&', out);
		}
	}
	sandbox_url_write_field(out, name, value);
	fclose(out);
	return address;
}

void sandbox_portal_part(const struct sandbox_portal_visit *visit, const char *prefix, char *part, size_t size)
{
	const char *from = visit->request->path + strlen(prefix);
	snprintf(part, size, "%.*s", (int)strcspn(from, "/"), from);
}

void sandbox_portal_time(const struct sandbox_portal_visit *visit, int64_t moment, char text[SANDBOX_CLOCK_TEXT_SIZE])
{
	sandbox_clock_write_local(moment, visit->merchant.settings.utc_offset_minutes, text);
}

/* ------------------------------------------------------------------------------------------------- the frame */

static void set_flag(struct json_object *values, const char *name, bool flag)
{
	json_object_object_add(values, name, json_object_new_boolean(flag));
}

static void set_navigation(struct json_object *values, const char *current)
{
	struct json_object *list = json_object_new_array();
	char path[64];
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		struct json_object *entry = json_object_new_object();
		snprintf(path, sizeof path, "portal.nav.%s", sections[i].name);
		sandbox_view_set(entry, "path", sections[i].path);
		sandbox_view_set(entry, "name", sandbox_view_text(values, path));
		set_flag(entry, "current", sandbox_text_equal(sections[i].name, current));
		json_object_array_add(list, entry);
	}
	json_object_object_add(values, "navigation", list);
}

/* The address of the same page in the other language. A form that was sent is not sent again. */
static void set_other_language(struct json_object *values, const struct sandbox_portal_visit *visit)
{
	char *address =
		sandbox_portal_address(visit, visit->request->path, "language", "language", sandbox_view_text(values, "other"));
	sandbox_view_set(values, "otherLanguage", address);
	free(address);
}

static void set_notice(struct json_object *values, const struct sandbox_portal_visit *visit)
{
	sandbox_store_lock(visit->store);
	char *notice =
		sandbox_store_portal_notice_take(visit->store, visit->session, visit->request->path, sandbox_clock_now());
	sandbox_store_unlock(visit->store);
	if (notice) {
		json_object_object_add(values, "notice", json_tokener_parse(notice));
	}
	free(notice);
}

struct json_object *sandbox_portal_values(
	const struct sandbox_portal_visit *visit, const char *section, const char *title)
{
	struct json_object *values = sandbox_view_values(visit->language);
	char text[256];
	sandbox_view_set(values, "heading", sandbox_view_text(values, title));
	snprintf(text, sizeof text, "%s – %s", sandbox_view_text(values, title), sandbox_view_text(values, "portal.name"));
	sandbox_view_set(values, "pageTitle", text);
	set_flag(values, "portal", true);
	set_other_language(values, visit);
	if (visit->user.row) {
		sandbox_view_set(values, "user", visit->user.login);
		sandbox_view_set(values, "merchant", visit->merchant.user_name);
		sandbox_view_set(values, "csrf", visit->csrf);
		set_navigation(values, section);
		set_notice(values, visit);
	}
	return values;
}

void sandbox_portal_title_error(struct json_object *values, const char *error)
{
	char text[512];
	snprintf(text, sizeof text, "%s – %s", error, sandbox_json_member_text(values, "pageTitle"));
	sandbox_view_set(values, "pageTitle", text);
}

/* ------------------------------------------------------------------------------------------------- notices */

static struct json_object *make_notice(enum sandbox_notice kind, const char *headline, const char *text)
{
	static const char *const styles[] = {
		[SANDBOX_NOTICE_DONE] = "done", [SANDBOX_NOTICE_CALM] = "calm", [SANDBOX_NOTICE_ERROR] = "bad"};
	struct json_object *notice = json_object_new_object();
	sandbox_view_set(notice, "style", styles[kind]);
	sandbox_view_set(notice, "headline", headline);
	sandbox_view_set(notice, "text", text);
	return notice;
}

void sandbox_portal_notice(struct json_object *values, enum sandbox_notice kind, const char *headline, const char *text)
{
	json_object_object_add(values, "notice", make_notice(kind, headline, text));
	if (kind == SANDBOX_NOTICE_ERROR) {
		sandbox_portal_title_error(values, headline);
	}
}

/* The cookie that was set, past the answer, which begins by freeing everything. */
static char *take_cookie(struct sandbox_reply *reply)
{
	char *cookie = reply->cookie;
	reply->cookie = NULL;
	return cookie;
}

void sandbox_portal_answer(
	const struct sandbox_portal_visit *visit, unsigned status, const char *template, struct json_object *values)
{
	char *cookie = take_cookie(visit->request->reply);
	sandbox_view_answer_private(visit->request->reply, status, template, values);
	visit->request->reply->cookie = cookie;
}

void sandbox_portal_go(const struct sandbox_portal_visit *visit, const char *path)
{
	struct sandbox_reply *reply = visit->request->reply;
	char *cookie = take_cookie(reply);
	sandbox_reply_page(reply, 303);
	reply->cookie = cookie;
	reply->location = sandbox_text_copy(path);
	reply->referrer = SANDBOX_REFERRER_PRIVATE;
}

void sandbox_portal_go_with_notice(const struct sandbox_portal_visit *visit, const char *path, enum sandbox_notice kind,
	const char *headline, const char *text)
{
	char *notice = sandbox_json_into_text(make_notice(kind, headline, text));
	char *page = strndup(path, strcspn(path, "?"));
	sandbox_store_lock(visit->store);
	sandbox_store_portal_notice_put(visit->store, visit->session, page, notice);
	sandbox_store_unlock(visit->store);
	free(page);
	free(notice);
	sandbox_portal_go(visit, path);
}

void sandbox_portal_problem(const struct sandbox_portal_visit *visit, unsigned status)
{
	static const struct {
		unsigned status;
		const char *title, *text;
	} problems[] = {
		{403, "portal.forgedTitle", "portal.forged"},
		{404, "portal.unknownTitle", "portal.unknown"},
		{500, "portal.failedTitle", "portal.failed"},
	};
	size_t i = 0;
	while (i < sizeof problems / sizeof *problems - 1 && problems[i].status != status) {
		i++;
	}
	struct json_object *values = sandbox_portal_values(visit, NULL, problems[i].title);
	sandbox_view_set(values, "text", sandbox_view_text(values, problems[i].text));
	sandbox_portal_answer(visit, problems[i].status, "portal_problem.html", values);
}
