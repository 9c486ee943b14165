/* Opening and closing the store, and its transactions. */
#include "store/store.h"

#include "store/sqlite.h"

#include <stdio.h>
#include <stdlib.h>

/* Less than the 128 KiB that SQLite can write at once: it puts them into a file when there are more. */
#define SAVEPOINT_BYTES (96 * 1024)

/*
 * What a savepoint may undo is kept in memory up to that many bytes, which are allocated at once. SQLite's figures of
 * its own memory, which nobody reads, would cost more than that memory.
 */
static void configure_sqlite(void)
{
	sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, SAVEPOINT_BYTES);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* The file is locked exclusively: a second sandbox would not see the changes of the first. */
static bool configure_connection(struct sandbox_store *store)
{
	static const char *const pragmas[] = {
		"PRAGMA page_size=2048", /* of a new file: half a dozen pages are written for each answer */
		"PRAGMA locking_mode=EXCLUSIVE",
		"PRAGMA journal_mode=WAL",
		"PRAGMA synchronous=NORMAL", /* we sync the log ourselves: see durable.c */
		"PRAGMA foreign_keys=ON",
		"PRAGMA user_version",
	};
	sqlite3_busy_timeout(store->database, 2000);
	for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
		if (!sandbox_sqlite_execute(store, pragmas[i])) {
			return false;
		}
	}
	return true;
}

static const struct sandbox_query transactions[] = {
	{SANDBOX_SQL_BEGIN, "BEGIN IMMEDIATE"},
	{SANDBOX_SQL_COMMIT, "COMMIT"},
	{SANDBOX_SQL_SAVEPOINT, "SAVEPOINT one"},
	{SANDBOX_SQL_RELEASE, "RELEASE one"},
	{SANDBOX_SQL_ROLLBACK, "ROLLBACK TO one"},
};

static bool open_tables(struct sandbox_store *store)
{
	return sandbox_sqlite_prepare_all(store, transactions, sizeof transactions / sizeof *transactions) &&
		   sandbox_sqlite_execute(store, "BEGIN IMMEDIATE") && sandbox_store_open_meta(store) &&
		   sandbox_store_open_merchants(store) && sandbox_store_open_orders(store) &&
		   sandbox_store_open_operations(store) && sandbox_store_open_bindings(store) &&
		   sandbox_store_open_mailbox(store) && sandbox_store_open_tasks(store) &&
		   sandbox_store_open_ssl_cards(store) && sandbox_store_open_callbacks(store) &&
		   sandbox_store_open_portal_users(store) && sandbox_store_open_portal_sessions(store) &&
		   sandbox_store_open_search(store) && sandbox_store_open_portal_guesses(store) &&
		   sandbox_sqlite_execute(store, "COMMIT");
}

struct sandbox_store *sandbox_store_open(const char *path)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct sandbox_store *store = calloc(1, sizeof *store);
	if (!store) {
		return NULL;
	}
	pthread_once(&once, configure_sqlite);
	store->log = -1;
	pthread_mutex_init(&store->mutex, NULL);
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
	if (sqlite3_open_v2(path, &store->database, flags, NULL) != SQLITE_OK) {
		fprintf(stderr, "sandbox: %s: %s\n", path, sqlite3_errmsg(store->database));
		goto fail;
	}
	if (configure_connection(store) && open_tables(store) && sandbox_durable_open(store)) {
		return store;
	}
	fprintf(stderr, "sandbox: cannot use the store %s\n", path);
fail:
	sandbox_store_close(store);
	return NULL;
}

void sandbox_store_close(struct sandbox_store *store)
{
	if (!store) {
		return;
	}
	sandbox_durable_close(store);
	for (size_t i = 0; i < SANDBOX_STATEMENTS; i++) {
		sqlite3_finalize(store->statements[i]);
	}
	sqlite3_close(store->database);
	pthread_mutex_destroy(&store->mutex);
	sandbox_wipe(store->key, sizeof store->key);
	free(store->merchants);
	free(store);
}

static int run(struct sandbox_store *store, enum sandbox_statement which)
{
	return sandbox_sqlite_run(store->statements[which]);
}

bool sandbox_store_begin(struct sandbox_store *store)
{
	sandbox_store_lock(store);
	if (sandbox_durable_group(store) && run(store, SANDBOX_SQL_SAVEPOINT) == SQLITE_DONE) {
		return true;
	}
	sandbox_store_unlock(store);
	return false;
}

bool sandbox_store_begin_lazily(struct sandbox_store *store)
{
	bool begun = sandbox_store_begin(store);
	if (begun) {
		sandbox_durable_spare(store);
	}
	return begun;
}

static void roll_back(struct sandbox_store *store)
{
	run(store, SANDBOX_SQL_ROLLBACK);
	run(store, SANDBOX_SQL_RELEASE);
	sandbox_store_refresh_task_due(store);
}

bool sandbox_store_commit(struct sandbox_store *store)
{
	bool done = run(store, SANDBOX_SQL_RELEASE) == SQLITE_DONE;
	if (!done) {
		roll_back(store);
	}
	bool tell = done && store->due_changed && store->listen, flush = store->lazy;
	store->due_changed = false;
	sandbox_store_unlock(store);
	if (flush) {
		sandbox_store_flush(store);
	}
	if (tell) {
		store->listen(store->listen_context);
	}
	return done;
}

void sandbox_store_rollback(struct sandbox_store *store)
{
	roll_back(store);
	store->due_changed = false;
	sandbox_store_unlock(store);
}

bool sandbox_store_end(struct sandbox_store *store, bool went_well)
{
	if (went_well) {
		return sandbox_store_commit(store);
	}
	sandbox_store_rollback(store);
	return false;
}

/* With no merchant and no user left, opening them writes the default ones again. */
bool sandbox_store_reset(struct sandbox_store *store)
{
	static const char sql[] =
		"DELETE FROM portalUsers; DELETE FROM portalSessions; DELETE FROM portalGuesses; DELETE FROM callbacks; DELETE "
		"FROM taskAttempts; DELETE FROM taskSkips; DELETE FROM tasks; DELETE FROM "
		"operations; "
		"DELETE FROM orders; DELETE FROM mailbox; DELETE FROM bindings; DELETE FROM usedUuids; DELETE FROM sslCards; "
		"DELETE FROM merchants;";
	bool reset = sandbox_sqlite_execute(store, sql) && sandbox_store_save_clock(store, 0) &&
				 sandbox_store_open_merchants(store) && sandbox_store_open_portal_users(store);
	sandbox_store_refresh_task_due(store);
	return reset;
}
