/* What belongs to the store as a whole: its key, its clock, its blobs, and the uuids that must not come twice. */
#include "store/meta.h"

#include "base/clock.h"
#include "store/sqlite.h"

#include <stdlib.h>
#include <string.h>

static const char tables[] = "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);"
							 "CREATE TABLE IF NOT EXISTS usedUuids (uuid TEXT PRIMARY KEY);";

#define KEY   "key"
#define CLOCK "clock"

/* A statement positioned at the value of that name, which the caller finalizes; NULL if there is none. */
static sqlite3_stmt *select_value(struct sandbox_store *store, const char *name)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "SELECT value FROM meta WHERE name = ?");
	sandbox_sqlite_bind_text(statement, 1, name);
	if (statement && sqlite3_step(statement) == SQLITE_ROW) {
		return statement;
	}
	sqlite3_finalize(statement);
	return NULL;
}

static bool load_store_key(struct sandbox_store *store)
{
	sqlite3_stmt *row = select_value(store, KEY);
	bool loaded = row && sqlite3_column_bytes(row, 0) == SANDBOX_KEY_SIZE;
	if (loaded) {
		memcpy(store->key, sqlite3_column_blob(row, 0), SANDBOX_KEY_SIZE);
	}
	sqlite3_finalize(row);
	return loaded;
}

static bool make_store_key(struct sandbox_store *store)
{
	sandbox_random(store->key, sizeof store->key);
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "INSERT INTO meta VALUES ('" KEY "', ?)");
	sqlite3_bind_blob(statement, 1, store->key, sizeof store->key, SQLITE_STATIC);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

static bool load_clock(struct sandbox_store *store)
{
	sqlite3_stmt *row = select_value(store, CLOCK);
	int64_t offset = row ? sqlite3_column_int64(row, 0) : 0;
	sqlite3_finalize(row);
	return sandbox_clock_shift(offset);
}

bool sandbox_store_open_meta(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, tables) && (load_store_key(store) || make_store_key(store)) &&
		   load_clock(store);
}

bool sandbox_store_save_clock(struct sandbox_store *store, int64_t offset)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "INSERT OR REPLACE INTO meta VALUES ('" CLOCK "', ?)");
	sqlite3_bind_int64(statement, 1, offset);
	store->due_changed = true;
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

bool sandbox_store_blob_read(struct sandbox_store *store, const char *name, unsigned char **bytes, size_t *size)
{
	sqlite3_stmt *row = select_value(store, name);
	*bytes = NULL;
	if (row) {
		*size = (size_t)sqlite3_column_bytes(row, 0);
		*bytes = malloc(*size + 1);
	}
	if (*bytes) {
		memcpy(*bytes, sqlite3_column_blob(row, 0), *size);
	}
	sqlite3_finalize(row);
	return *bytes;
}

bool sandbox_store_blob_write(struct sandbox_store *store, const char *name, const unsigned char *bytes, size_t size)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "INSERT OR REPLACE INTO meta VALUES (?, ?)");
	sandbox_sqlite_bind_text(statement, 1, name);
	sqlite3_bind_blob(statement, 2, bytes, (int)size, SQLITE_STATIC);
	return sandbox_sqlite_run_once(statement) == SQLITE_DONE;
}

enum sandbox_found sandbox_store_use_uuid(struct sandbox_store *store, const char *uuid)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "INSERT INTO usedUuids VALUES (lower(?))");
	sandbox_sqlite_bind_text(statement, 1, uuid);
	int status = sandbox_sqlite_run_once(statement);
	if (status == SQLITE_CONSTRAINT) {
		return SANDBOX_NOT_FOUND;
	}
	return status == SQLITE_DONE ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}
