/* The tables of recurring tasks, of their payment attempts, and of the dates that they skip. */
#include "store/tasks.h"

#include "store/records.h"

#include <string.h>

#define TABLE "tasks"

static const char tables[] =
	"CREATE TABLE IF NOT EXISTS taskAttempts (row INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES tasks (row), "
	"number INTEGER NOT NULL, executed INTEGER NOT NULL, succeeded INTEGER NOT NULL, paymentAttemptUuid TEXT NOT NULL, "
	"paymentUuid TEXT NOT NULL, orderId TEXT NOT NULL, orderNumber TEXT NOT NULL, UNIQUE (task, number));"
	"CREATE TABLE IF NOT EXISTS taskSkips (task INTEGER NOT NULL REFERENCES tasks (row), number INTEGER NOT NULL, "
	"PRIMARY KEY (task, number));";

static const char indexes[] = "CREATE UNIQUE INDEX IF NOT EXISTS taskIds ON tasks (taskUuid);"
							  "CREATE UNIQUE INDEX IF NOT EXISTS taskMerchantIds ON tasks (merchant, merchantTaskUuid);"
							  "CREATE INDEX IF NOT EXISTS taskDues ON tasks (dueDate) WHERE dueDate > 0;";

static const struct sandbox_query conditions[] = {
	{SANDBOX_SQL_TASK_BY_ID, "merchant = ? AND taskUuid = ?"},
	{SANDBOX_SQL_TASK_BY_MERCHANT_ID, "merchant = ? AND merchantTaskUuid = ?"},
	{SANDBOX_SQL_TASK_NEXT_DUE, "dueDate > 0 AND dueDate <= ? ORDER BY dueDate, row LIMIT 1"},
};

#define ATTEMPT "task, number, executed, succeeded, paymentAttemptUuid, paymentUuid, orderId, orderNumber"

static const struct sandbox_query queries[] = {
	{SANDBOX_SQL_TASK_EARLIEST_DUE, "SELECT min(dueDate) FROM tasks WHERE dueDate > 0"},
	{SANDBOX_SQL_TASK_ATTEMPT_INSERT, "INSERT INTO taskAttempts (" ATTEMPT ") VALUES (?,?,?,?,?,?,?,?)"},
	{SANDBOX_SQL_TASK_ATTEMPT_LIST, "SELECT " ATTEMPT " FROM taskAttempts WHERE task = ? ORDER BY row"},
	{SANDBOX_SQL_TASK_SKIP_INSERT, "INSERT INTO taskSkips (task, number) VALUES (?, ?)"},
	{SANDBOX_SQL_TASK_SKIP_FIND, "SELECT 1 FROM taskSkips WHERE task = ? AND number = ?"},
};

bool sandbox_store_open_tasks(struct sandbox_store *store)
{
	bool opened = sandbox_records_create(store, TABLE, sandbox_task_columns) && sandbox_sqlite_execute(store, tables) &&
				  sandbox_sqlite_execute(store, indexes);
	for (size_t i = 0; opened && i < sizeof conditions / sizeof *conditions; i++) {
		opened =
			sandbox_records_prepare_select(store, conditions[i].which, TABLE, sandbox_task_columns, conditions[i].sql);
	}
	opened = opened && sandbox_records_prepare_insert(store, SANDBOX_SQL_TASK_INSERT, TABLE, sandbox_task_columns) &&
			 sandbox_records_prepare_update(store, SANDBOX_SQL_TASK_UPDATE, TABLE, sandbox_task_columns) &&
			 sandbox_sqlite_prepare_all(store, queries, sizeof queries / sizeof *queries);
	if (opened) {
		sandbox_store_refresh_task_due(store);
	}
	return opened;
}

void sandbox_store_refresh_task_due(struct sandbox_store *store)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_EARLIEST_DUE];
	int64_t due = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_reset(statement);
	atomic_store(&store->task_due_at, due);
}

bool sandbox_store_is_any_task_due(struct sandbox_store *store, int64_t now)
{
	int64_t due = atomic_load(&store->task_due_at);
	return due && due <= now;
}

static void read_task(sqlite3_stmt *row, void *record)
{
	struct sandbox_task *task = record;
	sandbox_records_read(row, sandbox_task_columns, task, &task->row);
}

static enum sandbox_found find_stored_task(sqlite3_stmt *statement, struct sandbox_task *task)
{
	memset(task, 0, sizeof *task);
	return sandbox_sqlite_find(statement, read_task, task);
}

static enum sandbox_found find_task_by_text(struct sandbox_store *store, enum sandbox_statement which, int64_t merchant,
	const char *text, struct sandbox_task *task)
{
	sqlite3_stmt *statement = store->statements[which];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_sqlite_bind_text(statement, 2, text);
	return find_stored_task(statement, task);
}

enum sandbox_found sandbox_store_task_by_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task)
{
	return find_task_by_text(store, SANDBOX_SQL_TASK_BY_ID, merchant, id, task);
}

enum sandbox_found sandbox_store_task_by_merchant_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task)
{
	return find_task_by_text(store, SANDBOX_SQL_TASK_BY_MERCHANT_ID, merchant, id, task);
}

enum sandbox_found sandbox_store_next_due_task(struct sandbox_store *store, int64_t now, struct sandbox_task *task)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_NEXT_DUE];
	sqlite3_bind_int64(statement, 1, now);
	return find_stored_task(statement, task);
}

enum sandbox_found sandbox_store_task_insert(struct sandbox_store *store, struct sandbox_task *task)
{
	enum sandbox_found inserted =
		sandbox_records_insert(store, SANDBOX_SQL_TASK_INSERT, sandbox_task_columns, task, &task->row);
	sandbox_store_refresh_task_due(store);
	return inserted;
}

bool sandbox_store_task_update(struct sandbox_store *store, const struct sandbox_task *task)
{
	bool updated = sandbox_records_update(store, SANDBOX_SQL_TASK_UPDATE, sandbox_task_columns, task, task->row);
	sandbox_store_refresh_task_due(store);
	return updated;
}

bool sandbox_store_task_attempt_insert(struct sandbox_store *store, const struct sandbox_task_attempt *attempt)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_ATTEMPT_INSERT];
	sqlite3_bind_int64(statement, 1, attempt->task);
	sqlite3_bind_int64(statement, 2, attempt->number);
	sqlite3_bind_int64(statement, 3, attempt->executed_at);
	sqlite3_bind_int64(statement, 4, attempt->succeeded);
	sandbox_sqlite_bind_text(statement, 5, attempt->id);
	sandbox_sqlite_bind_text(statement, 6, attempt->payment_id);
	sandbox_sqlite_bind_text(statement, 7, attempt->order_id);
	sandbox_sqlite_bind_text(statement, 8, attempt->order_number);
	return sandbox_sqlite_run(statement) == SQLITE_DONE;
}

static void read_task_attempt(sqlite3_stmt *row, void *record)
{
	struct sandbox_task_attempt *attempt = record;
	attempt->task = sqlite3_column_int64(row, 0);
	attempt->number = sqlite3_column_int64(row, 1);
	attempt->executed_at = sqlite3_column_int64(row, 2);
	attempt->succeeded = sqlite3_column_int64(row, 3);
	sandbox_sqlite_copy_text(row, 4, attempt->id, sizeof attempt->id);
	sandbox_sqlite_copy_text(row, 5, attempt->payment_id, sizeof attempt->payment_id);
	sandbox_sqlite_copy_text(row, 6, attempt->order_id, sizeof attempt->order_id);
	sandbox_sqlite_copy_text(row, 7, attempt->order_number, sizeof attempt->order_number);
}

bool sandbox_store_list_task_attempts(
	struct sandbox_store *store, int64_t task, struct sandbox_task_attempt **attempts, size_t *count)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_ATTEMPT_LIST];
	bool complete;
	sqlite3_bind_int64(statement, 1, task);
	*attempts = sandbox_sqlite_list(statement, read_task_attempt, sizeof **attempts, count, &complete);
	return complete;
}

bool sandbox_store_task_skip_insert(struct sandbox_store *store, int64_t task, int64_t number)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_SKIP_INSERT];
	sqlite3_bind_int64(statement, 1, task);
	sqlite3_bind_int64(statement, 2, number);
	return sandbox_sqlite_run(statement) == SQLITE_DONE;
}

bool sandbox_store_is_task_skipped(struct sandbox_store *store, int64_t task, int64_t number)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_SKIP_FIND];
	sqlite3_bind_int64(statement, 1, task);
	sqlite3_bind_int64(statement, 2, number);
	return sandbox_sqlite_run(statement) == SQLITE_ROW;
}
