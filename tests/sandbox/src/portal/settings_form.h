#ifndef SANDBOX_PORTAL_SETTINGS_FORM_H
#define SANDBOX_PORTAL_SETTINGS_FORM_H

#include "gateway/merchant_change.h"
#include "portal/visit.h"

/* Pages of settings, as data. What is typed goes by the rules of sandbox/merchant, and so do its bounds. */

enum sandbox_portal_setting_kind {
	SANDBOX_PORTAL_FLAG,
	SANDBOX_PORTAL_NUMBER,
	SANDBOX_PORTAL_SWITCHED, /* a box, and a number that is 0 without it */
	SANDBOX_PORTAL_TEXT,
	SANDBOX_PORTAL_CHOICE, /* one of a list */
	SANDBOX_PORTAL_LIST,   /* any of a list, separated by commas */
};

/* Its texts are settings.fields.NAME, settings.hints.NAME, and settings.choices.NAME.CHOICE. */
struct sandbox_portal_setting {
	const char *name; /* of the setting; NULL ends a list */
	enum sandbox_portal_setting_kind kind;
	const char *(*choice)(size_t index); /* NULL at the end */
	bool others;                         /* of a list: names that are not in it can be typed */
};

/* Its title is settings.groups.NAME, what is to be known about it settings.notes.NAME. */
struct sandbox_portal_group {
	const char *name; /* NULL ends a list */
	const struct sandbox_portal_setting *settings;
};

struct sandbox_portal_settings_page {
	const char *path, *name; /* name: its title is settings.NAME */
	const struct sandbox_portal_group *groups;
	const char *const *secrets; /* see portal/secret_kinds.h; ends with NULL */
	/* Adds what else there is on the page; may be NULL. */
	void (*add)(
		const struct sandbox_portal_visit *visit, const struct sandbox_merchant *merchant, struct json_object *values);
};

/* Values of the page with the settings of a merchant. The caller adds to them, and owns them until answer. */
struct json_object *sandbox_portal_settings_values(const struct sandbox_portal_visit *visit,
	const struct sandbox_portal_settings_page *page, const struct sandbox_merchant *merchant);
void sandbox_portal_settings_answer(const struct sandbox_portal_visit *visit, struct json_object *values);

/* Shows the page; saves what was typed there. */
void sandbox_portal_settings_show(
	const struct sandbox_portal_visit *visit, const struct sandbox_portal_settings_page *page);
void sandbox_portal_settings_save(
	const struct sandbox_portal_visit *visit, const struct sandbox_portal_settings_page *page);

/* Changes the merchant of the visit, from the version that the form carries. */
enum sandbox_merchant_result sandbox_portal_settings_change(const struct sandbox_portal_visit *visit,
	const struct sandbox_form *fields, struct sandbox_merchant *merchant, const char **field);

/* What is wrong with a value, in the reader's words. */
void sandbox_portal_settings_error(
	struct json_object *values, enum sandbox_merchant_result result, const char *field, char *text, size_t size);

#endif
