/* Pages from templates and texts, and the policy that goes with them. */
#define _GNU_SOURCE
#include "page/view.h"

#include "base/template.h"
#include "page/assets.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *texts_of(const char *language)
{
	char name[16];
	if (strlen(language) != 2) {
		return NULL;
	}
	snprintf(name, sizeof name, "%s.json", language);
	return sandbox_asset_text(name);
}

bool sandbox_view_has_language(const char *language)
{
	return texts_of(language) != NULL;
}

void sandbox_view_read_language(const char *path, const char *name, char language[3])
{
	const char *at = strstr(path, name) + strlen(name);
	snprintf(language, 3, "%.*s", (int)strcspn(at, "."), at);
	if (!sandbox_view_has_language(language)) {
		strcpy(language, "en");
	}
}

struct json_object *sandbox_view_values(const char *language)
{
	struct json_object *values = json_object_new_object();
	json_object_object_add(values, "root", json_object_new_string(SANDBOX_BASE_PATH));
	json_object_object_add(values, "t", json_tokener_parse(texts_of(language)));
	return values;
}

void sandbox_view_set(struct json_object *values, const char *name, const char *text)
{
	json_object_object_add(values, name, text ? json_object_new_string(text) : NULL);
}

void sandbox_view_add_field(struct json_object *values, const char *name, const char *text)
{
	struct json_object *fields = json_object_object_get(values, "fields"), *field = json_object_new_object();
	if (!fields) {
		fields = json_object_new_array();
		json_object_object_add(values, "fields", fields);
	}
	sandbox_view_set(field, "name", name);
	sandbox_view_set(field, "value", text);
	json_object_array_add(fields, field);
}

void sandbox_view_month(int64_t month, char text[SANDBOX_MONTH_SIZE])
{
	snprintf(text, SANDBOX_MONTH_SIZE, "%02d/%02d", (int)(month % 100), (int)(month / 100 % 100));
}

const char *sandbox_view_text(struct json_object *values, const char *path)
{
	struct json_object *at = json_object_object_get(values, "t");
	char name[64];
	while (at && *path) {
		size_t size = strcspn(path, ".");
		snprintf(name, sizeof name, "%.*s", (int)size, path);
		at = json_object_object_get(at, name);
		path += size + (path[size] == '.');
	}
	return at ? json_object_get_string(at) : "";
}

/* Takes over the policy as well. */
static void answer(
	struct sandbox_reply *reply, unsigned status, const char *template, struct json_object *values, char *policy)
{
	sandbox_reply_page(reply, status);
	reply->html = sandbox_template_render(sandbox_asset_text, template, values);
	reply->policy = policy;
	json_object_put(values);
	if (!reply->html || !reply->policy) {
		sandbox_reply_page(reply, 500);
	}
}

void sandbox_view_answer(
	struct sandbox_reply *reply, unsigned status, const char *template, struct json_object *values, const char *targets)
{
	char *policy = NULL;
	/* Shops frame the payment page, so any page may. Chromium applies form-action to the redirect after a form too. */
	if (asprintf(&policy,
			"default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; frame-src 'self'; base-uri "
			"'none'; "
			"form-action 'self'%s; frame-ancestors *",
			targets ? targets : "") < 0) {
		policy = NULL;
	}
	answer(reply, status, template, values, policy);
}

void sandbox_view_answer_private(
	struct sandbox_reply *reply, unsigned status, const char *template, struct json_object *values)
{
	answer(reply, status, template, values,
		strdup("default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; "
			   "frame-ancestors 'none'"));
	reply->referrer = SANDBOX_REFERRER_PRIVATE;
}

/* The length of the scheme before the colon; 0 for a relative URL. */
static size_t scheme_size(const char *url)
{
	size_t size = 0;
	while (isalnum((unsigned char)url[size]) || (size > 0 && url[size] && strchr("+-.", url[size]))) {
		size++;
	}
	return url[size] == ':' && isalpha((unsigned char)url[0]) ? size : 0;
}

bool sandbox_view_url_safe(const char *url)
{
	static const char *const scripts[] = {"javascript", "data", "vbscript", "blob", "filesystem", "file", "about"};
	size_t size = scheme_size(url);
	for (const unsigned char *c = (const unsigned char *)url; *c; c++) {
		if (*c <= ' ' || *c == 0x7F || *c == '\\') {
			return false;
		}
	}
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		if (strlen(scripts[i]) == size && strncasecmp(scripts[i], url, size) == 0) {
			return false;
		}
	}
	return url[0] != '\0';
}

void sandbox_view_add_target(char *targets, size_t size, const char *url)
{
	size_t scheme = scheme_size(url), used = strlen(targets);
	bool web = (scheme == 4 && strncasecmp(url, "http", 4) == 0) || (scheme == 5 && strncasecmp(url, "https", 5) == 0);
	if (scheme == 0 || !sandbox_view_url_safe(url)) {
		return;
	}
	if (!web) {
		snprintf(targets + used, size - used, " %.*s:", (int)scheme, url);
		return;
	}
	const char *host = url + scheme + 1;
	host += strspn(host, "/");
	size_t length = strspn(host, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:[]");
	if (length > 0 && (host[length] == '\0' || strchr("/?#", host[length]))) {
		snprintf(targets + used, size - used, " %.*s://%.*s", (int)scheme, url, (int)length, host);
	}
}
