/* The table of tries to log in to the portal. */
#include "store/portal_guesses.h"

#include "store/sqlite.h"

static const char tables[] = "CREATE TABLE IF NOT EXISTS portalGuesses (login TEXT PRIMARY KEY, "
							 "count INTEGER NOT NULL, since INTEGER NOT NULL);";

struct guesses {
	int64_t count, since;
};

bool sandbox_store_open_portal_guesses(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, tables);
}

static void read_guesses(sqlite3_stmt *row, void *record)
{
	struct guesses *guesses = record;
	guesses->count = sqlite3_column_int64(row, 0);
	guesses->since = sqlite3_column_int64(row, 1);
}

static enum sandbox_found find_guesses(struct sandbox_store *store, const char *login, struct guesses *guesses)
{
	sqlite3_stmt *statement =
		sandbox_sqlite_prepare_once(store, "SELECT count, since FROM portalGuesses WHERE login = ?");
	sandbox_sqlite_bind_text(statement, 1, login);
	return sandbox_sqlite_find_once(statement, read_guesses, guesses);
}

static bool write_guesses(struct sandbox_store *store, const char *login, const struct guesses *guesses)
{
	sqlite3_stmt *statement =
		sandbox_sqlite_prepare_once(store, "INSERT OR REPLACE INTO portalGuesses VALUES (?, ?, ?)");
	sandbox_sqlite_bind_text(statement, 1, login);
	sqlite3_bind_int64(statement, 2, guesses->count);
	sqlite3_bind_int64(statement, 3, guesses->since);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

/* Logins that nobody has tried lately, so that the table does not grow with every name that somebody invents. */
static bool delete_old(struct sandbox_store *store, int64_t since)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "DELETE FROM portalGuesses WHERE since <= ?");
	sqlite3_bind_int64(statement, 1, since);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

enum sandbox_found sandbox_store_portal_guess(struct sandbox_store *store, const char *login,
	const struct sandbox_guess_limit *limit, int64_t now, int64_t *until)
{
	struct guesses guesses = {0, now};
	if (!delete_old(store, now - limit->window) || find_guesses(store, login, &guesses) == SANDBOX_STORE_FAILED) {
		return SANDBOX_STORE_FAILED;
	}
	if (guesses.since > now) {
		guesses = (struct guesses){0, now}; /* the clock was set back */
	}
	if (guesses.count >= limit->most) {
		*until = guesses.since + limit->window;
		return SANDBOX_NOT_FOUND;
	}
	guesses.count++;
	return write_guesses(store, login, &guesses) ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}

bool sandbox_store_portal_guess_forget(struct sandbox_store *store, const char *login)
{
	struct guesses all;
	if (find_guesses(store, "", &all) == SANDBOX_FOUND && all.count > 0) {
		all.count--;
		write_guesses(store, "", &all);
	}
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "DELETE FROM portalGuesses WHERE login = ?");
	sandbox_sqlite_bind_text(statement, 1, login);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}
