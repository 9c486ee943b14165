#ifndef SANDBOX_PAGE_VIEW_H
#define SANDBOX_PAGE_VIEW_H

#include "gateway/gateway.h"

#include <json-c/json.h>

/* Building pages from templates and texts. */

/* Whether there are texts in that language: en, ru. */
bool sandbox_view_has_language(const char *language);

/* The language in a path such as …/payment_ru.html, after that name; English for one without texts. */
void sandbox_view_read_language(const char *path, const char *name, char language[3]);

/* Values of a page: root, the path of the base URI, and t, the texts of the language. The caller owns them. */
struct json_object *sandbox_view_values(const char *language);

/* Sets one of them; a NULL text is nothing. */
void sandbox_view_set(struct json_object *values, const char *name, const char *text);

/* Adds a field that the page's form sends on as it is: to the list `fields` of such values. */
void sandbox_view_add_field(struct json_object *values, const char *name, const char *text);

/* A text of the language, by a path like reasons.116, from such values; "" if there is none. */
const char *sandbox_view_text(struct json_object *values, const char *path);

/* Writes a month such as 203412 as 12/34. */
#define SANDBOX_MONTH_SIZE 8
void sandbox_view_month(int64_t month, char text[SANDBOX_MONTH_SIZE]);

/*
 * Answers the page of a template, and frees the values. targets are the places, besides the sandbox itself, where its
 * form may lead, in the words of a Content-Security-Policy; NULL for none.
 */
void sandbox_view_answer(struct sandbox_reply *reply, unsigned status, const char *template, struct json_object *values,
	const char *targets);

/* The Referrer-Policy of private pages: with no-referrer browsers send "Origin: null" with forms. */
#define SANDBOX_REFERRER_PRIVATE "same-origin"

/* The same for a page that no other may frame, without scripts, whose forms lead to the sandbox alone. */
void sandbox_view_answer_private(
	struct sandbox_reply *reply, unsigned status, const char *template, struct json_object *values);

/* Whether a browser may be sent to this URL, or a link may name it: a relative one, or of any scheme but script's. */
bool sandbox_view_url_safe(const char *url);

/* Appends the origin of the URL to a list of targets, unless it has none that a policy can name. */
void sandbox_view_add_target(char *targets, size_t size, const char *url);

#endif
