/* The table of the portal's sessions. */
#include "store/portal_sessions.h"

#include "base/text.h"
#include "store/sqlite.h"

static const char tables[] =
	"CREATE TABLE IF NOT EXISTS portalSessions (id TEXT PRIMARY KEY, user INTEGER NOT NULL, created INTEGER NOT NULL, "
	"seen INTEGER NOT NULL, noticePath TEXT, notice TEXT, noticeUntil INTEGER NOT NULL DEFAULT 0);";

bool sandbox_store_open_portal_sessions(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, tables) &&
		   sandbox_sqlite_add_column(store, "portalSessions", "noticeUntil", "INTEGER NOT NULL DEFAULT 0");
}

static void read_session(sqlite3_stmt *row, void *record)
{
	struct sandbox_portal_session *session = record;
	sandbox_sqlite_copy_text(row, 0, session->id, sizeof session->id);
	session->user = sqlite3_column_int64(row, 1);
	session->created_at = sqlite3_column_int64(row, 2);
	session->seen_at = sqlite3_column_int64(row, 3);
}

enum sandbox_found sandbox_store_portal_session_find(
	struct sandbox_store *store, const char *id, struct sandbox_portal_session *session)
{
	sqlite3_stmt *statement =
		sandbox_sqlite_prepare_once(store, "SELECT id, user, created, seen FROM portalSessions WHERE id = ?");
	sandbox_sqlite_bind_text(statement, 1, id);
	return sandbox_sqlite_find_once(statement, read_session, session);
}

bool sandbox_store_portal_session_insert(struct sandbox_store *store, const struct sandbox_portal_session *session)
{
	sqlite3_stmt *statement =
		sandbox_sqlite_prepare_once(store, "INSERT INTO portalSessions (id, user, created, seen) VALUES (?, ?, ?, ?)");
	sandbox_sqlite_bind_text(statement, 1, session->id);
	sqlite3_bind_int64(statement, 2, session->user);
	sqlite3_bind_int64(statement, 3, session->created_at);
	sqlite3_bind_int64(statement, 4, session->seen_at);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

/* Runs a statement of one number, and perhaps one text. */
static bool run_with(struct sandbox_store *store, const char *sql, int64_t number, const char *text)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, sql);
	sqlite3_bind_int64(statement, 1, number);
	if (text) {
		sandbox_sqlite_bind_text(statement, 2, text);
	}
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

bool sandbox_store_portal_session_see(struct sandbox_store *store, const char *id, int64_t now)
{
	return run_with(store, "UPDATE portalSessions SET seen = ? WHERE id = ?", now, id);
}

bool sandbox_store_portal_session_delete(struct sandbox_store *store, const char *id)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "DELETE FROM portalSessions WHERE id = ?");
	sandbox_sqlite_bind_text(statement, 1, id);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

bool sandbox_store_portal_sessions_delete_of(struct sandbox_store *store, int64_t user)
{
	return run_with(store, "DELETE FROM portalSessions WHERE user = ?", user, NULL);
}

bool sandbox_store_portal_sessions_delete_before(struct sandbox_store *store, int64_t seen_at)
{
	return run_with(store, "DELETE FROM portalSessions WHERE seen < ?", seen_at, NULL);
}

bool sandbox_store_portal_notice_put(
	struct sandbox_store *store, const char *session, const char *path, const char *notice)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(
		store, "UPDATE portalSessions SET noticePath = ?, notice = ?, noticeUntil = 0 WHERE id = ?");
	sandbox_sqlite_bind_text(statement, 1, path);
	sandbox_sqlite_bind_text(statement, 2, notice);
	sandbox_sqlite_bind_text(statement, 3, session);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

static void read_notice(sqlite3_stmt *row, void *record)
{
	char **notice = record;
	*notice = sandbox_text_copy((const char *)sqlite3_column_text(row, 0));
}

/*
 * A button pressed twice brings two pages, of which the browser shows the last. The first may have been given the
 * notice of both, so it stays for a moment.
 */
#define NOTICE_STAYS 2000 /* milliseconds */

char *sandbox_store_portal_notice_take(struct sandbox_store *store, const char *session, const char *path, int64_t now)
{
	char *notice = NULL;
	sqlite3_stmt *statement =
		sandbox_sqlite_prepare_once(store, "SELECT notice FROM portalSessions WHERE id = ? AND noticePath = ? "
										   "AND (noticeUntil = 0 OR noticeUntil > ?)");
	sandbox_sqlite_bind_text(statement, 1, session);
	sandbox_sqlite_bind_text(statement, 2, path);
	sqlite3_bind_int64(statement, 3, now);
	if (sandbox_sqlite_find_once(statement, read_notice, &notice) == SANDBOX_FOUND) {
		run_with(store, "UPDATE portalSessions SET noticeUntil = ? WHERE noticeUntil = 0 AND id = ?",
			now + NOTICE_STAYS, session);
	}
	return notice;
}
