#ifndef SANDBOX_CHECK_CLERK_H
#define SANDBOX_CHECK_CLERK_H

#include "bench.h"

/* Somebody with a browser at the merchant portal, without HTTP. Several may act at once. */
struct clerk {
	struct bench *bench;
	char cookie[160]; /* of the session; "": none */
	char csrf[SANDBOX_MAC_SIZE];
	const char *origin;         /* that the browser sends; NULL: none */
	struct sandbox_reply reply; /* the last one */
};

/* Logs in, as the default user or another, which must work. The caller ends with clerk_leave(). */
void clerk_enter(struct clerk *clerk, struct bench *bench);
void clerk_enter_as(struct clerk *clerk, struct bench *bench, const char *login, const char *password);
void clerk_leave(struct clerk *clerk);

/* Logs in; answers the HTTP status. A good login is 303. */
unsigned clerk_log_in(struct clerk *clerk, struct bench *bench, const char *login, const char *password);

/* Opens a page, with a query unless it is NULL. Answers the HTTP status. */
unsigned clerk_opens(struct clerk *clerk, const char *path, const char *query);

/* Sends a form of these fields with the token of the session before them. Answers the HTTP status. */
__attribute__((format(printf, 3, 4))) unsigned clerk_sends(
	struct clerk *clerk, const char *path, const char *format, ...);

/* Two of them send the same form at the same time, each with the token of the own session. */
void clerks_send_at_once(struct clerk clerks[2], const char *path, const char *form, unsigned status[2]);

/* Whether the last page has that text; what stands in it between two texts, "" if it is not there. */
bool clerk_sees(const struct clerk *clerk, const char *text);
void clerk_reads(const struct clerk *clerk, const char *before, const char *after, char *text, size_t size);

/* Creates another user of that merchant, who gets the password "other_password". */
void clerk_hire(struct bench *bench, const char *login, const char *merchant);

#endif
