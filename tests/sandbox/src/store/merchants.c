#include "store/sqlite.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char tables[] = "CREATE TABLE IF NOT EXISTS merchants (row INTEGER PRIMARY KEY, "
							 "userName TEXT NOT NULL UNIQUE, passwordHash TEXT NOT NULL, tokenHash TEXT NOT NULL, "
							 "settings TEXT NOT NULL);";

static const struct {
	const char *user_name, *password, *token;
} seeds[] = {
	{"test_user", "test_user_password", "test_user_token"},
};

static bool insert(struct sandbox_store *store, const struct sandbox_merchant *merchant)
{
	static const char sql[] = "INSERT INTO merchants (userName, passwordHash, tokenHash, settings) VALUES (?, ?, ?, ?) "
							  "ON CONFLICT (userName) DO UPDATE SET passwordHash = excluded.passwordHash, "
							  "tokenHash = excluded.tokenHash, settings = excluded.settings";
	char *json = sandbox_settings_write(&merchant->settings);
	sqlite3_stmt *statement = NULL;
	int status = sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL);
	if (status == SQLITE_OK) {
		sandbox_store_bind_text(statement, 1, merchant->user_name);
		sandbox_store_bind_text(statement, 2, merchant->password_mac);
		sandbox_store_bind_text(statement, 3, merchant->token_mac);
		sandbox_store_bind_text(statement, 4, json);
		status = sqlite3_step(statement);
	}
	sqlite3_finalize(statement);
	free(json);
	return status == SQLITE_DONE;
}

static bool seed(struct sandbox_store *store)
{
	for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
		struct sandbox_merchant merchant = {.settings = sandbox_settings_default()};
		snprintf(merchant.user_name, sizeof merchant.user_name, "%s", seeds[i].user_name);
		sandbox_mac(store->key, seeds[i].password, merchant.password_mac);
		sandbox_mac(store->key, seeds[i].token, merchant.token_mac);
		if (!insert(store, &merchant)) {
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
	store->merchant_count = 0;
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
	return sandbox_store_execute(store, tables) && load_merchants(store) &&
		   (store->merchant_count > 0 || (seed(store) && load_merchants(store)));
}

bool sandbox_store_merchant_save(struct sandbox_store *store, const struct sandbox_merchant *merchant)
{
	return insert(store, merchant);
}

bool sandbox_store_merchants_load(struct sandbox_store *store)
{
	return load_merchants(store);
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
