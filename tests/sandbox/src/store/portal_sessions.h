#ifndef SANDBOX_STORE_PORTAL_SESSIONS_H
#define SANDBOX_STORE_PORTAL_SESSIONS_H

#include "base/secret.h"
#include "store/database.h"

#include <stdbool.h>
#include <stdint.h>

/* Somebody who is logged in to the portal. Owns no memory. Of the token in the browser only a keyed hash is kept. */
struct sandbox_portal_session {
	char id[SANDBOX_MAC_SIZE]; /* that hash */
	int64_t user;              /* row */
	int64_t created_at;
	int64_t seen_at;
};

/* Creates the table; for store.c. */
bool sandbox_store_open_portal_sessions(struct sandbox_store *store);

enum sandbox_found sandbox_store_portal_session_find(
	struct sandbox_store *store, const char *id, struct sandbox_portal_session *session);
bool sandbox_store_portal_session_insert(struct sandbox_store *store, const struct sandbox_portal_session *session);
bool sandbox_store_portal_session_see(struct sandbox_store *store, const char *id, int64_t now);

/* Ends one session; all of a user; those that nobody has used since then. */
bool sandbox_store_portal_session_delete(struct sandbox_store *store, const char *id);
bool sandbox_store_portal_sessions_delete_of(struct sandbox_store *store, int64_t user);
bool sandbox_store_portal_sessions_delete_before(struct sandbox_store *store, int64_t seen_at);

/*
 * What the next page at that path is to say: a JSON text. It is taken once, but for a moment in which it can be taken
 * again. NULL if there is none; the caller frees it.
 */
bool sandbox_store_portal_notice_put(
	struct sandbox_store *store, const char *session, const char *path, const char *notice);
char *sandbox_store_portal_notice_take(struct sandbox_store *store, const char *session, const char *path, int64_t now);

#endif
