#include "store_internal.h"

#include "clock.h"

#include <stdio.h>
#include <string.h>

/* What belongs to the store as a whole: its secret key, and how far its clock is moved. */

static const char tables[] = "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);";

static bool load_key(struct sandbox_store *store)
{
	sqlite3_stmt *statement = NULL;
	bool loaded = false;
	if (sqlite3_prepare_v2(store->database, "SELECT value FROM meta WHERE name = 'key'", -1, &statement, NULL) ==
			SQLITE_OK &&
		sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_bytes(statement, 0) == SANDBOX_KEY_SIZE) {
		memcpy(store->key, sqlite3_column_blob(statement, 0), SANDBOX_KEY_SIZE);
		loaded = true;
	}
	sqlite3_finalize(statement);
	return loaded;
}

static bool make_key(struct sandbox_store *store)
{
	sqlite3_stmt *statement = NULL;
	sandbox_random(store->key, sizeof store->key);
	if (sqlite3_prepare_v2(store->database, "INSERT INTO meta VALUES ('key', ?)", -1, &statement, NULL) != SQLITE_OK) {
		return false;
	}
	sqlite3_bind_blob(statement, 1, store->key, sizeof store->key, SQLITE_STATIC);
	int status = sqlite3_step(statement);
	sqlite3_finalize(statement);
	return status == SQLITE_DONE;
}

static bool load_clock(struct sandbox_store *store)
{
	sqlite3_stmt *statement = NULL;
	int64_t offset = 0;
	if (sqlite3_prepare_v2(store->database, "SELECT value FROM meta WHERE name = 'clock'", -1, &statement, NULL) ==
			SQLITE_OK &&
		sqlite3_step(statement) == SQLITE_ROW) {
		offset = sqlite3_column_int64(statement, 0);
	}
	sqlite3_finalize(statement);
	return sandbox_clock_shift(offset);
}

bool sandbox_store_open_meta(struct sandbox_store *store)
{
	return sandbox_store_execute(store, tables) && (load_key(store) || make_key(store)) && load_clock(store);
}

bool sandbox_store_keep_clock(struct sandbox_store *store, int64_t offset)
{
	sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(store->database, "INSERT OR REPLACE INTO meta VALUES ('clock', ?)", -1, &statement, NULL) !=
		SQLITE_OK) {
		return false;
	}
	sqlite3_bind_int64(statement, 1, offset);
	int status = sqlite3_step(statement);
	sqlite3_finalize(statement);
	return status == SQLITE_DONE;
}
