#include "store/sqlite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SQL_SIZE 2048

static const char tables[] =
	"CREATE TABLE IF NOT EXISTS tasks (row INTEGER PRIMARY KEY);"
	"CREATE TABLE IF NOT EXISTS taskAttempts (row INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES tasks (row), "
	"number INTEGER NOT NULL, executed INTEGER NOT NULL, succeeded INTEGER NOT NULL, paymentAttemptUuid TEXT NOT NULL, "
	"paymentUuid TEXT NOT NULL, orderId TEXT NOT NULL, orderNumber TEXT NOT NULL, UNIQUE (task, number));"
	"CREATE TABLE IF NOT EXISTS taskSkips (task INTEGER NOT NULL REFERENCES tasks (row), number INTEGER NOT NULL, "
	"PRIMARY KEY (task, number));";

static const char indexes[] = "CREATE UNIQUE INDEX IF NOT EXISTS taskIds ON tasks (taskUuid);"
							  "CREATE UNIQUE INDEX IF NOT EXISTS taskMerchantIds ON tasks (merchant, merchantTaskUuid);"
							  "CREATE INDEX IF NOT EXISTS taskDues ON tasks (dueDate) WHERE dueDate > 0;";

#define ATTEMPT "task, number, executed, succeeded, paymentAttemptUuid, paymentUuid, orderId, orderNumber"

static const struct {
	enum sandbox_statement which;
	const char *sql;
} queries[] = {
	{SANDBOX_SQL_TASK_FIRST_DUE, "SELECT min(dueDate) FROM tasks WHERE dueDate > 0"},
	{SANDBOX_SQL_TASK_ATTEMPT_INSERT, "INSERT INTO taskAttempts (" ATTEMPT ") VALUES (?,?,?,?,?,?,?,?)"},
	{SANDBOX_SQL_TASK_ATTEMPTS, "SELECT " ATTEMPT " FROM taskAttempts WHERE task = ? ORDER BY row"},
	{SANDBOX_SQL_TASK_SKIP, "INSERT INTO taskSkips (task, number) VALUES (?, ?)"},
	{SANDBOX_SQL_TASK_SKIPPED, "SELECT 1 FROM taskSkips WHERE task = ? AND number = ?"},
};

/* "a, b" with what comes before the first name and after each one. Too long is a mistake of ours. */
static void add_columns(char sql[SQL_SIZE], const char *after, bool names)
{
	for (const struct sandbox_task_column *column = sandbox_task_columns; column->name; column++) {
		size_t size = strlen(sql);
		snprintf(sql + size, SQL_SIZE - size, "%s%s%s", column == sandbox_task_columns ? "" : ", ",
			names ? column->name : "?", after);
	}
	if (strlen(sql) > SQL_SIZE - 256) {
		abort();
	}
}

static bool prepare_select(struct sandbox_store *store, enum sandbox_statement which, const char *condition)
{
	char sql[SQL_SIZE] = "SELECT ";
	add_columns(sql, "", true);
	strcat(sql, ", row FROM tasks WHERE ");
	strcat(sql, condition);
	return sandbox_store_prepare(store, which, sql);
}

static bool prepare_writes(struct sandbox_store *store)
{
	char insert[SQL_SIZE] = "INSERT INTO tasks (", update[SQL_SIZE] = "UPDATE tasks SET ";
	add_columns(insert, "", true);
	strcat(insert, ") VALUES (");
	add_columns(insert, "", false);
	strcat(insert, ")");
	add_columns(update, " = ?", true);
	strcat(update, " WHERE row = ?");
	return sandbox_store_prepare(store, SANDBOX_SQL_TASK_INSERT, insert) &&
		   sandbox_store_prepare(store, SANDBOX_SQL_TASK_UPDATE, update);
}

static bool create_tables(struct sandbox_store *store)
{
	if (!sandbox_store_execute(store, tables)) {
		return false;
	}
	for (const struct sandbox_task_column *column = sandbox_task_columns; column->name; column++) {
		if (!sandbox_store_widen(store, "tasks", column->name, column->text ? "TEXT" : "INTEGER NOT NULL DEFAULT 0")) {
			return false;
		}
	}
	return sandbox_store_execute(store, indexes);
}

bool sandbox_store_open_tasks(struct sandbox_store *store)
{
	bool opened =
		create_tables(store) && prepare_writes(store) &&
		prepare_select(store, SANDBOX_SQL_TASK_BY_ID, "merchant = ? AND taskUuid = ?") &&
		prepare_select(store, SANDBOX_SQL_TASK_BY_MERCHANT_ID, "merchant = ? AND merchantTaskUuid = ?") &&
		prepare_select(store, SANDBOX_SQL_TASK_DUE, "dueDate > 0 AND dueDate <= ? ORDER BY dueDate, row LIMIT 1");
	for (size_t i = 0; opened && i < sizeof queries / sizeof *queries; i++) {
		opened = sandbox_store_prepare(store, queries[i].which, queries[i].sql);
	}
	if (opened) {
		sandbox_store_look_for_tasks(store);
	}
	return opened;
}

void sandbox_store_look_for_tasks(struct sandbox_store *store)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_FIRST_DUE];
	int64_t due = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
	sqlite3_reset(statement);
	atomic_store(&store->task_due_at, due);
}

bool sandbox_store_tasks_due(struct sandbox_store *store, int64_t now)
{
	int64_t due = atomic_load(&store->task_due_at);
	return due && due <= now;
}

static void bind_task(sqlite3_stmt *statement, const struct sandbox_task *task)
{
	int at = 1;
	for (const struct sandbox_task_column *column = sandbox_task_columns; column->name; column++, at++) {
		const char *member = (const char *)task + column->offset;
		if (column->text) {
			sandbox_store_bind_text(statement, at, *(char *const *)(const void *)member);
		} else {
			sqlite3_bind_int64(statement, at, *(const int64_t *)(const void *)member);
		}
	}
}

static void read_task(sqlite3_stmt *statement, struct sandbox_task *task)
{
	int at = 0;
	for (const struct sandbox_task_column *column = sandbox_task_columns; column->name; column++, at++) {
		void *member = (char *)task + column->offset;
		if (column->text) {
			const char *text = (const char *)sqlite3_column_text(statement, at);
			*(char **)member = text ? strdup(text) : NULL;
		} else {
			*(int64_t *)member = sqlite3_column_int64(statement, at);
		}
	}
	task->row = sqlite3_column_int64(statement, at);
}

static enum sandbox_found find(sqlite3_stmt *statement, struct sandbox_task *task)
{
	memset(task, 0, sizeof *task);
	int status = sqlite3_step(statement);
	if (status == SQLITE_ROW) {
		read_task(statement, task);
	}
	sqlite3_reset(statement);
	if (status == SQLITE_ROW) {
		return SANDBOX_FOUND;
	}
	return status == SQLITE_DONE ? SANDBOX_NOT_FOUND : SANDBOX_STORE_FAILED;
}

enum sandbox_found sandbox_store_task_by_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_BY_ID];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_store_bind_text(statement, 2, id);
	return find(statement, task);
}

enum sandbox_found sandbox_store_task_by_merchant_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_task *task)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_BY_MERCHANT_ID];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_store_bind_text(statement, 2, id);
	return find(statement, task);
}

enum sandbox_found sandbox_store_task_due(struct sandbox_store *store, int64_t now, struct sandbox_task *task)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_DUE];
	sqlite3_bind_int64(statement, 1, now);
	return find(statement, task);
}

enum sandbox_found sandbox_store_task_insert(struct sandbox_store *store, struct sandbox_task *task)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_INSERT];
	bind_task(statement, task);
	int status = sandbox_store_run(statement);
	if (status == SQLITE_CONSTRAINT) {
		return SANDBOX_NOT_FOUND;
	}
	task->row = sqlite3_last_insert_rowid(store->database);
	sandbox_store_look_for_tasks(store);
	return status == SQLITE_DONE ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}

bool sandbox_store_task_update(struct sandbox_store *store, const struct sandbox_task *task)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_UPDATE];
	bind_task(statement, task);
	sqlite3_bind_int64(statement, sqlite3_bind_parameter_count(statement), task->row);
	bool updated = sandbox_store_run(statement) == SQLITE_DONE && sqlite3_changes(store->database) == 1;
	sandbox_store_look_for_tasks(store);
	return updated;
}

bool sandbox_store_task_attempt_insert(struct sandbox_store *store, const struct sandbox_task_attempt *attempt)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_ATTEMPT_INSERT];
	sqlite3_bind_int64(statement, 1, attempt->task);
	sqlite3_bind_int64(statement, 2, attempt->number);
	sqlite3_bind_int64(statement, 3, attempt->executed_at);
	sqlite3_bind_int64(statement, 4, attempt->succeeded);
	sandbox_store_bind_text(statement, 5, attempt->id);
	sandbox_store_bind_text(statement, 6, attempt->payment_id);
	sandbox_store_bind_text(statement, 7, attempt->order_id);
	sandbox_store_bind_text(statement, 8, attempt->order_number);
	return sandbox_store_run(statement) == SQLITE_DONE;
}

static void copy(char *to, size_t size, sqlite3_stmt *row, int column)
{
	snprintf(to, size, "%s", (const char *)sqlite3_column_text(row, column));
}

static void read_attempt(sqlite3_stmt *row, struct sandbox_task_attempt *attempt)
{
	attempt->task = sqlite3_column_int64(row, 0);
	attempt->number = sqlite3_column_int64(row, 1);
	attempt->executed_at = sqlite3_column_int64(row, 2);
	attempt->succeeded = sqlite3_column_int64(row, 3);
	copy(attempt->id, sizeof attempt->id, row, 4);
	copy(attempt->payment_id, sizeof attempt->payment_id, row, 5);
	copy(attempt->order_id, sizeof attempt->order_id, row, 6);
	copy(attempt->order_number, sizeof attempt->order_number, row, 7);
}

bool sandbox_store_task_attempts(
	struct sandbox_store *store, int64_t task, struct sandbox_task_attempt **attempts, size_t *count)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_ATTEMPTS];
	int status;
	*attempts = NULL;
	*count = 0;
	sqlite3_bind_int64(statement, 1, task);
	while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
		struct sandbox_task_attempt *more = realloc(*attempts, (*count + 1) * sizeof **attempts);
		if (!more) {
			break;
		}
		*attempts = more;
		read_attempt(statement, &more[(*count)++]);
	}
	sqlite3_reset(statement);
	return status == SQLITE_DONE;
}

bool sandbox_store_task_skip(struct sandbox_store *store, int64_t task, int64_t number)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_SKIP];
	sqlite3_bind_int64(statement, 1, task);
	sqlite3_bind_int64(statement, 2, number);
	return sandbox_store_run(statement) == SQLITE_DONE;
}

bool sandbox_store_task_skipped(struct sandbox_store *store, int64_t task, int64_t number)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_TASK_SKIPPED];
	sqlite3_bind_int64(statement, 1, task);
	sqlite3_bind_int64(statement, 2, number);
	return sandbox_store_run(statement) == SQLITE_ROW;
}
