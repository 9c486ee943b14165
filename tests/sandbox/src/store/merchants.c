/* The table of merchants, which is kept in memory. */
#include "store/merchants.h"

#include "base/text.h"
#include "store/sqlite.h"

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

static bool write_merchant(struct sandbox_store *store, const struct sandbox_merchant *merchant)
{
	static const char sql[] = "INSERT INTO merchants (userName, passwordHash, tokenHash, settings, tokenHint, version) "
							  "VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (userName) DO UPDATE SET passwordHash = "
							  "excluded.passwordHash, tokenHash = excluded.tokenHash, settings = excluded.settings, "
							  "tokenHint = excluded.tokenHint, version = version + 1";
	char *json = sandbox_settings_write(&merchant->settings);
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, sql);
	sandbox_sqlite_bind_text(statement, 1, merchant->user_name);
	sandbox_sqlite_bind_text(statement, 2, merchant->password_mac);
	sandbox_sqlite_bind_text(statement, 3, merchant->token_mac);
	sandbox_sqlite_bind_text(statement, 4, json);
	sandbox_sqlite_bind_text(statement, 5, merchant->token_hint);
	int status = sandbox_sqlite_run_once(statement);
	free(json);
	return status == SQLITE_DONE;
}

static bool write_seeds(struct sandbox_store *store)
{
	for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
		struct sandbox_merchant merchant = {.settings = sandbox_settings_default()};
		snprintf(merchant.user_name, sizeof merchant.user_name, "%s", seeds[i].user_name);
		sandbox_mac(store->key, seeds[i].password, merchant.password_mac);
		sandbox_merchant_set_token(&merchant, store->key, seeds[i].token);
		if (!write_merchant(store, &merchant)) {
			return false;
		}
	}
	return true;
}

static bool append_merchant(struct sandbox_store *store, sqlite3_stmt *row)
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
	sandbox_sqlite_copy_text(row, 1, merchant->user_name, sizeof merchant->user_name);
	sandbox_sqlite_copy_text(row, 2, merchant->password_mac, sizeof merchant->password_mac);
	sandbox_sqlite_copy_text(row, 3, merchant->token_mac, sizeof merchant->token_mac);
	sandbox_sqlite_copy_text(row, 5, merchant->token_hint, sizeof merchant->token_hint);
	merchant->version = sqlite3_column_int64(row, 6);
	return sandbox_settings_read(&merchant->settings, (const char *)sqlite3_column_text(row, 4));
}

static bool load_merchants(struct sandbox_store *store)
{
	static const char sql[] =
		"SELECT row, userName, passwordHash, tokenHash, settings, tokenHint, version FROM merchants ORDER BY row";
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, sql);
	bool loaded = statement;
	int status = SQLITE_DONE;
	store->merchant_count = 0;
	while (loaded && (status = sqlite3_step(statement)) == SQLITE_ROW) {
		loaded = append_merchant(store, statement);
	}
	sqlite3_finalize(statement);
	return loaded && status == SQLITE_DONE;
}

bool sandbox_store_open_merchants(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, tables) &&
		   sandbox_sqlite_add_column(store, "merchants", "tokenHint", "TEXT") &&
		   sandbox_sqlite_add_column(store, "merchants", "version", "INTEGER NOT NULL DEFAULT 1") &&
		   load_merchants(store) && (store->merchant_count > 0 || (write_seeds(store) && load_merchants(store)));
}

bool sandbox_store_merchant_save(struct sandbox_store *store, const struct sandbox_merchant *merchant)
{
	return write_merchant(store, merchant) && load_merchants(store);
}

const struct sandbox_merchant *sandbox_store_merchant_by_name(const struct sandbox_store *store, const char *user_name)
{
	for (size_t i = 0; i < store->merchant_count; i++) {
		if (sandbox_text_equal(store->merchants[i].user_name, user_name)) {
			return &store->merchants[i];
		}
	}
	return NULL;
}

const struct sandbox_merchant *sandbox_store_merchant_by_token(const struct sandbox_store *store, const char *mac)
{
	for (size_t i = 0; i < store->merchant_count; i++) {
		if (sandbox_mac_equal(store->merchants[i].token_mac, mac)) {
			return &store->merchants[i];
		}
	}
	return NULL;
}

const struct sandbox_merchant *sandbox_store_merchant_by_id(const struct sandbox_store *store, int64_t id)
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
