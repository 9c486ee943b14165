#ifndef SANDBOX_PORTAL_SESSION_H
#define SANDBOX_PORTAL_SESSION_H

#include "portal/visit.h"

/* Who is logged in: a random token in a cookie, of which the store keeps a keyed hash. */

/* Reads the language that the browser or the query asks for. An answer in another language than before keeps it. */
void sandbox_session_read_language(struct sandbox_portal_visit *visit);

/* Finds out who is logged in, and fills in user, merchant, session and csrf. False if nobody is, or not any more. */
bool sandbox_session_resume(struct sandbox_portal_visit *visit);

/* Whether a POST comes from a page of the sandbox itself, as far as the browser says; whether it is of this session. */
bool sandbox_session_own_origin(const struct sandbox_portal_visit *visit);
bool sandbox_session_own_form(const struct sandbox_portal_visit *visit);

/* Begins a session of the user, with the cookie of the answer. False if the store failed. */
bool sandbox_session_begin(const struct sandbox_portal_visit *visit, const struct sandbox_portal_user *user);

/* Ends this session, or all of its user. False if the store failed. */
bool sandbox_session_end(const struct sandbox_portal_visit *visit, bool everywhere);

#endif
