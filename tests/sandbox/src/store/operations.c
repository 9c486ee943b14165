/* The table of operations: what happened to the money of each order. */
#include "store/operations.h"

#include "base/text.h"
#include "store/sqlite.h"

#include <string.h>

static const char tables[] =
	"CREATE TABLE IF NOT EXISTS operations (row INTEGER PRIMARY KEY, merchant INTEGER NOT NULL, "
	"orderRow INTEGER NOT NULL REFERENCES orders (row), type TEXT NOT NULL, time INTEGER NOT NULL, "
	"amount INTEGER NOT NULL, requested INTEGER NOT NULL, actionCode INTEGER NOT NULL, approvalCode TEXT NOT NULL, "
	"reference TEXT NOT NULL, externalRefundId TEXT);"
	"CREATE INDEX IF NOT EXISTS operationOrders ON operations (orderRow);"
	"CREATE UNIQUE INDEX IF NOT EXISTS operationRefunds ON operations (merchant, externalRefundId) "
	"WHERE externalRefundId IS NOT NULL;";

#define COLUMNS "type, orderRow, time, amount, requested, actionCode, approvalCode, reference, externalRefundId"

static const struct sandbox_query queries[] = {
	{SANDBOX_SQL_OPERATION_INSERT, "INSERT INTO operations (" COLUMNS ", merchant) VALUES (?,?,?,?,?,?,?,?,?,?)"},
	{SANDBOX_SQL_OPERATION_BY_REFUND_ID,
		"SELECT " COLUMNS " FROM operations WHERE merchant = ? AND externalRefundId = ?"},
	{SANDBOX_SQL_OPERATION_LIST, "SELECT " COLUMNS " FROM operations WHERE orderRow = ? ORDER BY row"},
	{SANDBOX_SQL_OPERATION_SUMS, "SELECT type, count(*), sum(amount) FROM operations GROUP BY type"},
	{SANDBOX_SQL_ORDER_COUNT, "SELECT count(*) FROM orders"},
};

bool sandbox_store_open_operations(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, tables) &&
		   sandbox_sqlite_prepare_all(store, queries, sizeof queries / sizeof *queries);
}

bool sandbox_store_operation_insert(
	struct sandbox_store *store, int64_t merchant, const struct sandbox_operation *operation)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_OPERATION_INSERT];
	sandbox_sqlite_bind_text(statement, 1, sandbox_operation_names[operation->type]);
	sqlite3_bind_int64(statement, 2, operation->order);
	sqlite3_bind_int64(statement, 3, operation->at);
	sqlite3_bind_int64(statement, 4, operation->amount);
	sqlite3_bind_int64(statement, 5, operation->requested);
	sqlite3_bind_int64(statement, 6, operation->action_code);
	sandbox_sqlite_bind_text(statement, 7, operation->approval_code);
	sandbox_sqlite_bind_text(statement, 8, operation->reference);
	sandbox_sqlite_bind_text(statement, 9, operation->external_refund_id[0] ? operation->external_refund_id : NULL);
	sqlite3_bind_int64(statement, 10, merchant);
	return sandbox_sqlite_run(statement) == SQLITE_DONE;
}

static enum sandbox_operation_type operation_type_of(const char *name)
{
	for (int type = 0; type < SANDBOX_OPERATION_TYPES; type++) {
		if (sandbox_text_equal(sandbox_operation_names[type], name)) {
			return (enum sandbox_operation_type)type;
		}
	}
	return SANDBOX_OPERATION_TYPES;
}

static void read_operation(sqlite3_stmt *row, void *record)
{
	struct sandbox_operation *operation = record;
	memset(operation, 0, sizeof *operation);
	operation->type = operation_type_of((const char *)sqlite3_column_text(row, 0));
	operation->order = sqlite3_column_int64(row, 1);
	operation->at = sqlite3_column_int64(row, 2);
	operation->amount = sqlite3_column_int64(row, 3);
	operation->requested = sqlite3_column_int64(row, 4);
	operation->action_code = sqlite3_column_int64(row, 5);
	sandbox_sqlite_copy_text(row, 6, operation->approval_code, sizeof operation->approval_code);
	sandbox_sqlite_copy_text(row, 7, operation->reference, sizeof operation->reference);
	sandbox_sqlite_copy_text(row, 8, operation->external_refund_id, sizeof operation->external_refund_id);
}

enum sandbox_found sandbox_store_refund_by_external_id(
	struct sandbox_store *store, int64_t merchant, const char *external_refund_id, struct sandbox_operation *operation)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_OPERATION_BY_REFUND_ID];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_sqlite_bind_text(statement, 2, external_refund_id);
	return sandbox_sqlite_find(statement, read_operation, operation);
}

bool sandbox_store_list_operations(
	struct sandbox_store *store, int64_t order, struct sandbox_operation **operations, size_t *count)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_OPERATION_LIST];
	bool complete;
	sqlite3_bind_int64(statement, 1, order);
	*operations = sandbox_sqlite_list(statement, read_operation, sizeof **operations, count, &complete);
	return complete;
}

bool sandbox_store_books(struct sandbox_store *store, struct sandbox_books *books)
{
	sqlite3_stmt *count = store->statements[SANDBOX_SQL_ORDER_COUNT];
	sqlite3_stmt *sums = store->statements[SANDBOX_SQL_OPERATION_SUMS];
	int status;
	memset(books, 0, sizeof *books);
	bool counted = sqlite3_step(count) == SQLITE_ROW;
	books->orders = sqlite3_column_int64(count, 0);
	sqlite3_reset(count);
	while ((status = sqlite3_step(sums)) == SQLITE_ROW) {
		enum sandbox_operation_type type = operation_type_of((const char *)sqlite3_column_text(sums, 0));
		if (type < SANDBOX_OPERATION_TYPES) {
			books->counts[type] = sqlite3_column_int64(sums, 1);
			books->sums[type] = sqlite3_column_int64(sums, 2);
		}
	}
	sqlite3_reset(sums);
	return counted && status == SQLITE_DONE;
}
