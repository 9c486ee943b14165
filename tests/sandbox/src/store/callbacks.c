/* The table of callbacks. */
#include "store/callbacks.h"

#include "store/records.h"

#include <stdlib.h>
#include <string.h>

#define TABLE "callbacks"

static const char indexes[] = "CREATE INDEX IF NOT EXISTS callbackDues ON callbacks (nextTry) WHERE nextTry > 0;"
							  "CREATE INDEX IF NOT EXISTS callbackTurns ON callbacks (turn) WHERE turn > 0;"
							  "CREATE INDEX IF NOT EXISTS callbackOrders ON callbacks (mdOrder);"
							  "CREATE INDEX IF NOT EXISTS callbackNumbers ON callbacks (orderNumber);";

static const struct sandbox_query conditions[] = {
	{SANDBOX_SQL_CALLBACK_BY_ROW, "row = ?"},
	{SANDBOX_SQL_CALLBACK_AFTER, "row > ? ORDER BY row LIMIT 1"},
	{SANDBOX_SQL_CALLBACK_BEFORE, "merchant = ? AND row < ? ORDER BY row DESC LIMIT 1"},
	{SANDBOX_SQL_CALLBACK_OF_ORDER, "row > ? AND (mdOrder = ?2 OR orderNumber = ?2) ORDER BY row LIMIT 1"},
};

static const struct sandbox_query queries[] = {
	{SANDBOX_SQL_CALLBACK_DUE, "SELECT row, turn, merchant, address FROM callbacks "
							   "WHERE nextTry > 0 AND nextTry <= ? AND turn = 0 ORDER BY nextTry, row"},
	/* SQLite would rather read and sort all that are due. */
	{SANDBOX_SQL_CALLBACK_TURN_DUE, "SELECT row, turn, merchant, address FROM callbacks INDEXED BY callbackTurns "
									"WHERE turn > 0 AND nextTry > 0 AND nextTry <= ? ORDER BY turn LIMIT 1"},
	{SANDBOX_SQL_CALLBACK_WAITING, "SELECT row FROM callbacks WHERE nextTry > ? AND delivered = 0 ORDER BY row"},
	{SANDBOX_SQL_CALLBACK_LAST_TURN, "SELECT max(turn) FROM callbacks WHERE turn > 0"},
	{SANDBOX_SQL_CALLBACK_NEXT_DUE, "SELECT min(nextTry) FROM callbacks WHERE nextTry > 0"},
	{SANDBOX_SQL_PAYMENT_NEXT_DUE, "SELECT min(at) FROM (SELECT min(dueDate) AS at FROM orders WHERE dueDate > 0 "
								   "UNION ALL SELECT min(dueDate) FROM tasks WHERE dueDate > 0)"},
};

bool sandbox_store_open_callbacks(struct sandbox_store *store)
{
	const struct sandbox_column *columns = sandbox_callback_columns;
	bool opened = sandbox_records_create(store, TABLE, columns) && sandbox_sqlite_execute(store, indexes);
	for (size_t i = 0; opened && i < sizeof conditions / sizeof *conditions; i++) {
		opened = sandbox_records_prepare_select(store, conditions[i].which, TABLE, columns, conditions[i].sql);
	}
	return opened && sandbox_records_prepare_insert(store, SANDBOX_SQL_CALLBACK_INSERT, TABLE, columns) &&
		   sandbox_records_prepare_update(store, SANDBOX_SQL_CALLBACK_UPDATE, TABLE, columns) &&
		   sandbox_sqlite_prepare_all(store, queries, sizeof queries / sizeof *queries);
}

bool sandbox_store_callback_insert(struct sandbox_store *store, struct sandbox_callback *callback)
{
	store->due_changed = true;
	return sandbox_records_insert(
			   store, SANDBOX_SQL_CALLBACK_INSERT, sandbox_callback_columns, callback, &callback->row) == SANDBOX_FOUND;
}

bool sandbox_store_callback_update(struct sandbox_store *store, const struct sandbox_callback *callback)
{
	store->due_changed = true;
	return sandbox_records_update(
		store, SANDBOX_SQL_CALLBACK_UPDATE, sandbox_callback_columns, callback, callback->row);
}

static void read_callback(sqlite3_stmt *row, void *record)
{
	struct sandbox_callback *callback = record;
	sandbox_records_read(row, sandbox_callback_columns, callback, &callback->row);
}

static enum sandbox_found find_stored_callback(sqlite3_stmt *statement, struct sandbox_callback *callback)
{
	memset(callback, 0, sizeof *callback);
	return sandbox_sqlite_find(statement, read_callback, callback);
}

enum sandbox_found sandbox_store_callback_by_row(
	struct sandbox_store *store, int64_t row, struct sandbox_callback *callback)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_CALLBACK_BY_ROW];
	sqlite3_bind_int64(statement, 1, row);
	return find_stored_callback(statement, callback);
}

enum sandbox_found sandbox_store_callback_after(
	struct sandbox_store *store, int64_t row, const char *order, struct sandbox_callback *callback)
{
	sqlite3_stmt *statement = store->statements[order ? SANDBOX_SQL_CALLBACK_OF_ORDER : SANDBOX_SQL_CALLBACK_AFTER];
	sqlite3_bind_int64(statement, 1, row);
	if (order) {
		sandbox_sqlite_bind_text(statement, 2, order);
	}
	return find_stored_callback(statement, callback);
}

enum sandbox_found sandbox_store_callback_before(
	struct sandbox_store *store, int64_t merchant, int64_t row, struct sandbox_callback *callback)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_CALLBACK_BEFORE];
	sqlite3_bind_int64(statement, 1, merchant);
	sqlite3_bind_int64(statement, 2, row ? row : INT64_MAX);
	return find_stored_callback(statement, callback);
}

/* Whether the visitor wants more. */
static bool visit_due(sqlite3_stmt *statement, int64_t now, sandbox_due_visitor *visit, void *context)
{
	bool more = true;
	sqlite3_bind_int64(statement, 1, now);
	while (more && sqlite3_step(statement) == SQLITE_ROW) {
		more = visit(context, &(struct sandbox_due_callback){
								  .row = sqlite3_column_int64(statement, 0),
								  .turn = sqlite3_column_int64(statement, 1),
								  .merchant = sqlite3_column_int64(statement, 2),
								  .address = (const char *)sqlite3_column_text(statement, 3),
							  });
	}
	sqlite3_reset(statement);
	return more;
}

void sandbox_store_visit_due_callbacks(
	struct sandbox_store *store, int64_t now, sandbox_due_visitor *visit, void *context)
{
	if (visit_due(store->statements[SANDBOX_SQL_CALLBACK_DUE], now, visit, context)) {
		visit_due(store->statements[SANDBOX_SQL_CALLBACK_TURN_DUE], now, visit, context);
	}
}

static void read_row_number(sqlite3_stmt *row, void *record)
{
	*(int64_t *)record = sqlite3_column_int64(row, 0);
}

bool sandbox_store_list_waiting_callbacks(struct sandbox_store *store, int64_t now, int64_t **rows, size_t *count)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_CALLBACK_WAITING];
	bool complete;
	sqlite3_bind_int64(statement, 1, now);
	*rows = sandbox_sqlite_list(statement, read_row_number, sizeof **rows, count, &complete);
	return complete;
}

/* The only number that a statement answers; 0 for NULL. */
static int64_t read_number(sqlite3_stmt *statement)
{
	int64_t number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_reset(statement);
	return number;
}

int64_t sandbox_store_last_turn(struct sandbox_store *store)
{
	return read_number(store->statements[SANDBOX_SQL_CALLBACK_LAST_TURN]);
}

int64_t sandbox_store_next_callback_due(struct sandbox_store *store)
{
	return read_number(store->statements[SANDBOX_SQL_CALLBACK_NEXT_DUE]);
}

int64_t sandbox_store_next_payment_due(struct sandbox_store *store)
{
	return read_number(store->statements[SANDBOX_SQL_PAYMENT_NEXT_DUE]);
}

void sandbox_store_listen(struct sandbox_store *store, sandbox_store_listener *listen, void *context)
{
	store->listen = listen;
	store->listen_context = context;
}
