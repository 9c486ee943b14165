#include "store_internal.h"

#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char tables[] = "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL);"
							 "CREATE TABLE IF NOT EXISTS merchants (row INTEGER PRIMARY KEY, "
							 "userName TEXT NOT NULL UNIQUE, passwordHash TEXT NOT NULL, tokenHash TEXT NOT NULL, "
							 "settings TEXT NOT NULL);";

static const struct {
	const char *user_name, *password, *token;
} seeds[] = {
	{"test_user", "test_user_password", "test_user_token"},
};

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

static bool seed_merchant(struct sandbox_store *store, const char *user_name, const char *password, const char *token)
{
	static const char sql[] = "INSERT INTO merchants (userName, passwordHash, tokenHash, settings) VALUES (?, ?, ?, ?)";
	char password_mac[SANDBOX_MAC_SIZE], token_mac[SANDBOX_MAC_SIZE];
	struct sandbox_settings settings = sandbox_settings_default();
	char *json = sandbox_settings_write(&settings);
	sqlite3_stmt *statement = NULL;
	int status = sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL);
	sandbox_mac(store->key, password, password_mac);
	sandbox_mac(store->key, token, token_mac);
	if (status == SQLITE_OK) {
		sandbox_store_bind_text(statement, 1, user_name);
		sandbox_store_bind_text(statement, 2, password_mac);
		sandbox_store_bind_text(statement, 3, token_mac);
		sandbox_store_bind_text(statement, 4, json);
		status = sqlite3_step(statement);
	}
	sqlite3_finalize(statement);
	free(json);
	return status == SQLITE_DONE;
}

static bool seed(struct sandbox_store *store)
{
	if (!make_key(store)) {
		return false;
	}
	for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
		if (!seed_merchant(store, seeds[i].user_name, seeds[i].password, seeds[i].token)) {
			return false;
		}
	}
	return true;
}

static bool add_merchant(struct sandbox_store *store, sqlite3_stmt *row)
{
	size_t size = (store->merchant_count + 1) * sizeof *store->merchants;
	struct sandbox_merchant *merchants = realloc(store->merchants, size);
	if (!merchants) {
		return false;
	}
	store->merchants = merchants;
	struct sandbox_merchant *merchant = &merchants[store->merchant_count++];
	memset(merchant, 0, sizeof *merchant);
	merchant->id = sqlite3_column_int64(row, 0);
	merchant->settings = sandbox_settings_default();
	snprintf(merchant->user_name, sizeof merchant->user_name, "%s", sqlite3_column_text(row, 1));
	snprintf(merchant->password_mac, sizeof merchant->password_mac, "%s", sqlite3_column_text(row, 2));
	snprintf(merchant->token_mac, sizeof merchant->token_mac, "%s", sqlite3_column_text(row, 3));
	return sandbox_settings_read(&merchant->settings, (const char *)sqlite3_column_text(row, 4));
}

static bool load_merchants(struct sandbox_store *store)
{
	static const char sql[] = "SELECT row, userName, passwordHash, tokenHash, settings FROM merchants ORDER BY row";
	sqlite3_stmt *statement = NULL;
	bool loaded = sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL) == SQLITE_OK;
	int status = SQLITE_DONE;
	while (loaded && (status = sqlite3_step(statement)) == SQLITE_ROW) {
		loaded = add_merchant(store, statement);
	}
	sqlite3_finalize(statement);
	return loaded && status == SQLITE_DONE;
}

bool sandbox_store_open_merchants(struct sandbox_store *store)
{
	return sandbox_store_execute(store, tables) && (load_key(store) || seed(store)) && load_merchants(store);
}

const struct sandbox_merchant *sandbox_store_merchant(const struct sandbox_store *store, const char *user_name)
{
	for (size_t i = 0; i < store->merchant_count; i++) {
		if (sandbox_text_equal(store->merchants[i].user_name, user_name)) {
			return &store->merchants[i];
		}
	}
	return NULL;
}

const struct sandbox_merchant *sandbox_store_merchant_of_token(const struct sandbox_store *store, const char *mac)
{
	for (size_t i = 0; i < store->merchant_count; i++) {
		if (sandbox_mac_equal(store->merchants[i].token_mac, mac)) {
			return &store->merchants[i];
		}
	}
	return NULL;
}

const struct sandbox_merchant *sandbox_store_merchant_of_id(const struct sandbox_store *store, int64_t id)
{
	for (size_t i = 0; i < store->merchant_count; i++) {
		if (store->merchants[i].id == id) {
			return &store->merchants[i];
		}
	}
	return NULL;
}

const struct sandbox_merchant *sandbox_store_merchant_at(const struct sandbox_store *store, size_t index)
{
	return index < store->merchant_count ? &store->merchants[index] : NULL;
}
