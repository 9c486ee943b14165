/* The table of messages. */
#include "store/mailbox.h"

#include "store/records.h"

#include <string.h>

#define TABLE "mailbox"

bool sandbox_store_open_mailbox(struct sandbox_store *store)
{
	const struct sandbox_column *columns = sandbox_mail_columns;
	return sandbox_records_create(store, TABLE, columns) &&
		   sandbox_sqlite_execute(store, "CREATE INDEX IF NOT EXISTS mailboxMerchants ON mailbox (merchant)") &&
		   sandbox_records_prepare_select(store, SANDBOX_SQL_MAIL_BEFORE, TABLE, columns,
			   "(?1 = 0 OR merchant = ?1) AND row < ?2 ORDER BY row DESC LIMIT 1") &&
		   sandbox_records_prepare_insert(store, SANDBOX_SQL_MAIL_INSERT, TABLE, columns);
}

bool sandbox_store_mail_insert(struct sandbox_store *store, struct sandbox_mail *mail)
{
	return sandbox_records_insert(store, SANDBOX_SQL_MAIL_INSERT, sandbox_mail_columns, mail, &mail->row) ==
		   SANDBOX_FOUND;
}

static void read_mail(sqlite3_stmt *row, void *record)
{
	struct sandbox_mail *mail = record;
	sandbox_records_read(row, sandbox_mail_columns, mail, &mail->row);
}

enum sandbox_found sandbox_store_mail_before(
	struct sandbox_store *store, int64_t merchant, int64_t row, struct sandbox_mail *mail)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_MAIL_BEFORE];
	memset(mail, 0, sizeof *mail);
	sqlite3_bind_int64(statement, 1, merchant);
	sqlite3_bind_int64(statement, 2, row ? row : INT64_MAX);
	return sandbox_sqlite_find(statement, read_mail, mail);
}
