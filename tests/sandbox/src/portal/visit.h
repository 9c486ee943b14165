#ifndef SANDBOX_PORTAL_VISIT_H
#define SANDBOX_PORTAL_VISIT_H

#include "base/clock.h"
#include "model/merchant.h"
#include "page/page_request.h"
#include "page/view.h"
#include "store/store.h"

#define SANDBOX_PORTAL_PATH  "/portal"
#define SANDBOX_PORTAL_LOGIN SANDBOX_PORTAL_PATH "/login"

/* One request to the portal. Borrows the request; the rest is copied, so the store need not be locked. */
struct sandbox_portal_visit {
	const struct sandbox_page_request *request;
	struct sandbox_store *store;
	int64_t now;
	char language[3];                /* en, ru */
	struct sandbox_portal_user user; /* row 0: nobody is logged in */
	struct sandbox_merchant merchant;
	char session[SANDBOX_MAC_SIZE];
	char csrf[SANDBOX_MAC_SIZE]; /* what each form of this session carries in its field csrf */
};

/* A field of the form that was sent, or of the query; NULL if it is absent or empty. */
const char *sandbox_portal_field(const struct sandbox_portal_visit *visit, const char *name);
const char *sandbox_portal_query(const struct sandbox_portal_visit *visit, const char *name);

/*
 * A path with the query of this request, without the fields of that list, with one more. The caller frees it; NULL if
 * out of memory.
 */
char *sandbox_portal_address(const struct sandbox_portal_visit *visit, const char *path, const char *without,
	const char *name, const char *value);

/* Copies the part of the path after that prefix, up to the next slash. Cut off if there is no room. */
void sandbox_portal_part(const struct sandbox_portal_visit *visit, const char *prefix, char *part, size_t size);

/*
 * Values of a page: those of sandbox_view_values(), and what the frame around it needs. title and section are paths of
 * texts and of the navigation's entries ("orders"); section may be NULL. The caller owns them.
 */
struct json_object *sandbox_portal_values(
	const struct sandbox_portal_visit *visit, const char *section, const char *title);

/* Puts an error before the page's title, for who hears it read out. */
void sandbox_portal_title_error(struct json_object *values, const char *error);

enum sandbox_notice { SANDBOX_NOTICE_DONE, SANDBOX_NOTICE_CALM, SANDBOX_NOTICE_ERROR };

/* Shows a notice above the page. The texts are copied; text may be NULL. */
void sandbox_portal_notice(
	struct json_object *values, enum sandbox_notice kind, const char *headline, const char *text);

/* Answers a page, and frees the values. */
void sandbox_portal_answer(
	const struct sandbox_portal_visit *visit, unsigned status, const char *template, struct json_object *values);

/* After a form: goes on to a page of the portal, which shows the notice if the headline is not NULL. */
void sandbox_portal_go(const struct sandbox_portal_visit *visit, const char *path);
void sandbox_portal_go_with_notice(const struct sandbox_portal_visit *visit, const char *path, enum sandbox_notice kind,
	const char *headline, const char *text);

/* A page that says what is wrong: 403, 404 or 500. */
void sandbox_portal_problem(const struct sandbox_portal_visit *visit, unsigned status);

/* A time in the merchant's zone. */
void sandbox_portal_time(const struct sandbox_portal_visit *visit, int64_t moment, char text[SANDBOX_CLOCK_TEXT_SIZE]);

#endif
