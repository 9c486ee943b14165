#include "store/sqlite.h"

#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What belongs to the store as a whole: its secret keys, what it must not see twice, and how far its clock is moved. */

static const char tables[] = "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);"
							 "CREATE TABLE IF NOT EXISTS usedUuids (uuid TEXT PRIMARY KEY);";

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

bool sandbox_store_bytes(struct sandbox_store *store, const char *name, unsigned char **bytes, size_t *size)
{
	sqlite3_stmt *statement = NULL;
	*bytes = NULL;
	if (sqlite3_prepare_v2(store->database, "SELECT value FROM meta WHERE name = ?", -1, &statement, NULL) !=
		SQLITE_OK) {
		return false;
	}
	sandbox_store_bind_text(statement, 1, name);
	if (sqlite3_step(statement) == SQLITE_ROW) {
		*size = (size_t)sqlite3_column_bytes(statement, 0);
		*bytes = malloc(*size + 1);
	}
	if (*bytes) {
		memcpy(*bytes, sqlite3_column_blob(statement, 0), *size);
	}
	sqlite3_finalize(statement);
	return *bytes;
}

bool sandbox_store_keep_bytes(struct sandbox_store *store, const char *name, const unsigned char *bytes, size_t size)
{
	sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(store->database, "INSERT OR REPLACE INTO meta VALUES (?, ?)", -1, &statement, NULL) !=
		SQLITE_OK) {
		return false;
	}
	sandbox_store_bind_text(statement, 1, name);
	sqlite3_bind_blob(statement, 2, bytes, (int)size, SQLITE_STATIC);
	int status = sqlite3_step(statement);
	sqlite3_finalize(statement);
	return status == SQLITE_DONE;
}

enum sandbox_found sandbox_store_use_uuid(struct sandbox_store *store, const char *uuid)
{
	sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(store->database, "INSERT INTO usedUuids VALUES (lower(?))", -1, &statement, NULL) !=
		SQLITE_OK) {
		return SANDBOX_STORE_FAILED;
	}
	sandbox_store_bind_text(statement, 1, uuid);
	int status = sqlite3_step(statement);
	sqlite3_finalize(statement);
	if (status == SQLITE_CONSTRAINT) {
		return SANDBOX_NOT_FOUND;
	}
	return status == SQLITE_DONE ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}
