/* The table of the portal's users. */
#include "store/portal_users.h"

#include "store/sqlite.h"

#include <stdio.h>
#include <string.h>

static const char tables[] = "CREATE TABLE IF NOT EXISTS portalUsers (row INTEGER PRIMARY KEY, "
							 "merchant INTEGER NOT NULL, login TEXT NOT NULL UNIQUE, hash TEXT NOT NULL);";

/*
 * The default user, test_user, with the password that the start page tells everybody. Its hash is written down because
 * each start would otherwise take 50 ms longer.
 */
static const char seed[] =
	"INSERT INTO portalUsers (merchant, login, hash) SELECT row, userName, "
	"'scrypt:58a1c50aacd4bedb70ca9ca10ed67ba2:7c2828933bd80bfbd77a844f9938413eaca2276a25e7e634c22764b0a55d3b63' "
	"FROM merchants WHERE userName = 'test_user' AND NOT EXISTS (SELECT 1 FROM portalUsers)";

bool sandbox_store_open_portal_users(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, tables) && sandbox_sqlite_execute(store, seed);
}

static void read_user(sqlite3_stmt *row, void *record)
{
	struct sandbox_portal_user *user = record;
	user->row = sqlite3_column_int64(row, 0);
	user->merchant = sqlite3_column_int64(row, 1);
	sandbox_sqlite_copy_text(row, 2, user->login, sizeof user->login);
	sandbox_sqlite_copy_text(row, 3, user->hash, sizeof user->hash);
}

#define SELECT "SELECT row, merchant, login, hash FROM portalUsers WHERE "

enum sandbox_found sandbox_store_portal_user_by_login(
	struct sandbox_store *store, const char *login, struct sandbox_portal_user *user)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, SELECT "login = ?");
	sandbox_sqlite_bind_text(statement, 1, login);
	return sandbox_sqlite_find_once(statement, read_user, user);
}

enum sandbox_found sandbox_store_portal_user_by_row(
	struct sandbox_store *store, int64_t row, struct sandbox_portal_user *user)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, SELECT "row = ?");
	sqlite3_bind_int64(statement, 1, row);
	return sandbox_sqlite_find_once(statement, read_user, user);
}

bool sandbox_store_portal_user_save(struct sandbox_store *store, const struct sandbox_portal_user *user)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store,
		"INSERT INTO portalUsers (merchant, login, hash) VALUES (?, ?, ?) ON CONFLICT (login) DO UPDATE SET merchant = "
		"excluded.merchant, hash = excluded.hash");
	sqlite3_bind_int64(statement, 1, user->merchant);
	sandbox_sqlite_bind_text(statement, 2, user->login);
	sandbox_sqlite_bind_text(statement, 3, user->hash);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}
