#include "store/sqlite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool sandbox_store_prepare(struct sandbox_store *store, enum sandbox_statement which, const char *sql)
{
	int status =
		sqlite3_prepare_v3(store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &store->statements[which], NULL);
	if (status != SQLITE_OK) {
		fprintf(stderr, "sandbox: %s\n", sqlite3_errmsg(store->database));
	}
	return status == SQLITE_OK;
}

bool sandbox_store_execute(struct sandbox_store *store, const char *sql)
{
	int status = sqlite3_exec(store->database, sql, NULL, NULL, NULL);
	if (status != SQLITE_OK) {
		fprintf(stderr, "sandbox: %s\n", sqlite3_errmsg(store->database));
	}
	return status == SQLITE_OK;
}

bool sandbox_store_widen(struct sandbox_store *store, const char *table, const char *name, const char *type)
{
	char sql[256];
	if (sqlite3_table_column_metadata(store->database, "main", table, name, NULL, NULL, NULL, NULL, NULL) ==
		SQLITE_OK) {
		return true;
	}
	snprintf(sql, sizeof sql, "ALTER TABLE %s ADD COLUMN %s %s", table, name, type);
	return sandbox_store_execute(store, sql);
}

int sandbox_store_run(sqlite3_stmt *statement)
{
	int status = sqlite3_step(statement);
	sqlite3_reset(statement);
	return status;
}

void sandbox_store_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
	sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

/* The file is ours alone: a second sandbox on it would answer from stale memory. */
static bool configure(struct sandbox_store *store)
{
	static const char *const pragmas[] = {
		"PRAGMA locking_mode=EXCLUSIVE",
		"PRAGMA journal_mode=WAL",
		"PRAGMA synchronous=FULL",
		"PRAGMA foreign_keys=ON",
		"PRAGMA user_version",
	};
	sqlite3_busy_timeout(store->database, 2000);
	for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
		if (!sandbox_store_execute(store, pragmas[i])) {
			return false;
		}
	}
	return true;
}

static bool prepare_transactions(struct sandbox_store *store)
{
	return sandbox_store_prepare(store, SANDBOX_SQL_BEGIN, "BEGIN IMMEDIATE") &&
		   sandbox_store_prepare(store, SANDBOX_SQL_COMMIT, "COMMIT") &&
		   sandbox_store_prepare(store, SANDBOX_SQL_ROLLBACK, "ROLLBACK");
}

struct sandbox_store *sandbox_store_open(const char *path)
{
	struct sandbox_store *store = calloc(1, sizeof *store);
	if (!store) {
		return NULL;
	}
	pthread_mutex_init(&store->mutex, NULL);
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
	if (sqlite3_open_v2(path, &store->database, flags, NULL) != SQLITE_OK) {
		fprintf(stderr, "sandbox: %s: %s\n", path, sqlite3_errmsg(store->database));
		goto fail;
	}
	if (configure(store) && prepare_transactions(store) && sandbox_store_execute(store, "BEGIN IMMEDIATE") &&
		sandbox_store_open_meta(store) && sandbox_store_open_merchants(store) && sandbox_store_open_orders(store) &&
		sandbox_store_open_operations(store) && sandbox_store_open_bindings(store) && sandbox_store_open_tasks(store) &&
		sandbox_store_execute(store, "COMMIT")) {
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
	for (size_t i = 0; i < SANDBOX_STATEMENTS; i++) {
		sqlite3_finalize(store->statements[i]);
	}
	sqlite3_close(store->database);
	pthread_mutex_destroy(&store->mutex);
	sandbox_wipe(store->key, sizeof store->key);
	free(store->merchants);
	free(store);
}

void sandbox_store_lock(struct sandbox_store *store)
{
	pthread_mutex_lock(&store->mutex);
}

void sandbox_store_unlock(struct sandbox_store *store)
{
	pthread_mutex_unlock(&store->mutex);
}

bool sandbox_store_begin(struct sandbox_store *store)
{
	sandbox_store_lock(store);
	if (sandbox_store_run(store->statements[SANDBOX_SQL_BEGIN]) == SQLITE_DONE) {
		return true;
	}
	sandbox_store_unlock(store);
	return false;
}

bool sandbox_store_commit(struct sandbox_store *store)
{
	bool done = sandbox_store_run(store->statements[SANDBOX_SQL_COMMIT]) == SQLITE_DONE;
	if (!done) {
		sandbox_store_run(store->statements[SANDBOX_SQL_ROLLBACK]);
		sandbox_store_look_for_tasks(store);
	}
	sandbox_store_unlock(store);
	return done;
}

void sandbox_store_rollback(struct sandbox_store *store)
{
	sandbox_store_run(store->statements[SANDBOX_SQL_ROLLBACK]);
	sandbox_store_look_for_tasks(store);
	sandbox_store_unlock(store);
}

/* Merchants are seeded anew when there are none, as at the first start. */
bool sandbox_store_empty(struct sandbox_store *store)
{
	static const char sql[] = "DELETE FROM taskAttempts; DELETE FROM taskSkips; DELETE FROM tasks; "
							  "DELETE FROM operations; DELETE FROM orders; DELETE FROM bindings; DELETE FROM "
							  "usedUuids; DELETE FROM merchants;";
	bool emptied =
		sandbox_store_execute(store, sql) && sandbox_store_keep_clock(store, 0) && sandbox_store_open_merchants(store);
	sandbox_store_look_for_tasks(store);
	return emptied;
}

const unsigned char *sandbox_store_key(const struct sandbox_store *store)
{
	return store->key;
}
