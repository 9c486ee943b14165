/* The table of cards that may pay without 3-D Secure. */
#include "store/ssl_cards.h"

#include "store/sqlite.h"

static const char table[] = "CREATE TABLE IF NOT EXISTS sslCards (merchant INTEGER NOT NULL, panHash TEXT NOT NULL, "
							"PRIMARY KEY (merchant, panHash));";

bool sandbox_store_open_ssl_cards(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, table);
}

enum sandbox_found sandbox_store_ssl_card_add(struct sandbox_store *store, int64_t merchant, const char *pan_mac)
{
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, "INSERT INTO sslCards VALUES (?, ?)");
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_sqlite_bind_text(statement, 2, pan_mac);
	int status = sandbox_sqlite_run_once(statement);
	if (status == SQLITE_CONSTRAINT) {
		return SANDBOX_NOT_FOUND;
	}
	return status == SQLITE_DONE ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}

bool sandbox_store_ssl_card_listed(struct sandbox_store *store, int64_t merchant, const char *pan_mac)
{
	sqlite3_stmt *statement =
		sandbox_sqlite_prepare_once(store, "SELECT 1 FROM sslCards WHERE merchant = ? AND panHash = ?");
	if (!statement) {
		return false;
	}
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_sqlite_bind_text(statement, 2, pan_mac);
	bool listed = sqlite3_step(statement) == SQLITE_ROW;
	sqlite3_finalize(statement);
	return listed;
}
