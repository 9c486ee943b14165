#include "store/sqlite.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SQL_SIZE 4096

/* All statements about orders are written from sandbox_order_columns: a new member needs a row there, no SQL. */
struct sql {
	char text[SQL_SIZE];
	size_t size;
};

__attribute__((format(printf, 2, 3))) static void add(struct sql *sql, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int size = vsnprintf(sql->text + sql->size, SQL_SIZE - sql->size, format, arguments);
	va_end(arguments);
	sql->size += (size_t)size;
	if (sql->size >= SQL_SIZE) {
		abort(); /* the column table outgrew the buffer: a mistake of ours, seen at the first start */
	}
}

/* "a, b, c": the template once per column, with separators. */
static void add_columns(struct sql *sql, const char *before, const char *after)
{
	for (const struct sandbox_column *column = sandbox_order_columns; column->name; column++) {
		add(sql, "%s%s%s%s", column == sandbox_order_columns ? "" : ", ", before, column->name, after);
	}
}

static const char *column_type(const struct sandbox_column *column)
{
	return column->kind == SANDBOX_COLUMN_NUMBER ? "INTEGER NOT NULL DEFAULT 0" : "TEXT";
}

/* A store written by an older sandbox lacks the columns that came later. */
static bool create_table(struct sandbox_store *store)
{
	if (!sandbox_store_execute(store, "CREATE TABLE IF NOT EXISTS orders (row INTEGER PRIMARY KEY)")) {
		return false;
	}
	for (const struct sandbox_column *column = sandbox_order_columns; column->name; column++) {
		if (!sandbox_store_widen(store, "orders", column->name, column_type(column))) {
			return false;
		}
	}
	return sandbox_store_execute(store,
		"CREATE UNIQUE INDEX IF NOT EXISTS orderIds ON orders (orderId);"
		"CREATE UNIQUE INDEX IF NOT EXISTS orderNumbers ON orders (merchant, orderNumber);"
		"CREATE INDEX IF NOT EXISTS orderSubscriptions ON orders (subscriptionId) WHERE subscriptionId IS NOT NULL;"
		"CREATE INDEX IF NOT EXISTS orderDues ON orders (dueDate) WHERE dueDate > 0;");
}

static bool prepare_select(struct sandbox_store *store, enum sandbox_statement which, const char *condition)
{
	struct sql sql = {.size = 0};
	add(&sql, "SELECT ");
	add_columns(&sql, "", "");
	add(&sql, ", row FROM orders WHERE %s", condition);
	return sandbox_store_prepare(store, which, sql.text);
}

static bool prepare_insert(struct sandbox_store *store)
{
	struct sql sql = {.size = 0};
	add(&sql, "INSERT INTO orders (");
	add_columns(&sql, "", "");
	add(&sql, ") VALUES (");
	for (const struct sandbox_column *column = sandbox_order_columns; column->name; column++) {
		add(&sql, column == sandbox_order_columns ? "?" : ", ?");
	}
	add(&sql, ")");
	return sandbox_store_prepare(store, SANDBOX_SQL_ORDER_INSERT, sql.text);
}

static bool prepare_update(struct sandbox_store *store)
{
	struct sql sql = {.size = 0};
	add(&sql, "UPDATE orders SET ");
	add_columns(&sql, "", " = ?");
	add(&sql, " WHERE row = ?");
	return sandbox_store_prepare(store, SANDBOX_SQL_ORDER_UPDATE, sql.text);
}

bool sandbox_store_open_orders(struct sandbox_store *store)
{
	return create_table(store) && prepare_select(store, SANDBOX_SQL_ORDER_BY_ID, "orderId = ?") &&
		   prepare_select(store, SANDBOX_SQL_ORDER_BY_NUMBER, "merchant = ? AND orderNumber = ?") &&
		   prepare_select(store, SANDBOX_SQL_ORDER_DUE, "dueDate > 0 AND dueDate <= ? LIMIT 1") &&
		   prepare_select(store, SANDBOX_SQL_ORDER_NEXT, "row > ? ORDER BY row LIMIT 1") &&
		   prepare_select(
			   store, SANDBOX_SQL_ORDER_OF_SUBSCRIPTION, "merchant = ? AND subscriptionId = ? ORDER BY row LIMIT 1") &&
		   prepare_insert(store) && prepare_update(store);
}

static void bind_order(sqlite3_stmt *statement, struct sandbox_order *order)
{
	int at = 1;
	for (const struct sandbox_column *column = sandbox_order_columns; column->name; column++, at++) {
		if (column->kind == SANDBOX_COLUMN_NUMBER) {
			sqlite3_bind_int64(statement, at, *sandbox_order_number(order, column));
		} else {
			sandbox_store_bind_text(statement, at, *sandbox_order_text(order, column));
		}
	}
}

static void read_order(sqlite3_stmt *statement, struct sandbox_order *order)
{
	int at = 0;
	for (const struct sandbox_column *column = sandbox_order_columns; column->name; column++, at++) {
		if (column->kind == SANDBOX_COLUMN_NUMBER) {
			*sandbox_order_number(order, column) = sqlite3_column_int64(statement, at);
			continue;
		}
		const char *text = (const char *)sqlite3_column_text(statement, at);
		*sandbox_order_text(order, column) = text ? strdup(text) : NULL;
	}
	order->row = sqlite3_column_int64(statement, at);
}

static enum sandbox_found find(sqlite3_stmt *statement, struct sandbox_order *order)
{
	memset(order, 0, sizeof *order);
	int status = sqlite3_step(statement);
	if (status == SQLITE_ROW) {
		read_order(statement, order);
	}
	sqlite3_reset(statement);
	if (status == SQLITE_ROW) {
		return SANDBOX_FOUND;
	}
	return status == SQLITE_DONE ? SANDBOX_NOT_FOUND : SANDBOX_STORE_FAILED;
}

enum sandbox_found sandbox_store_order_by_id(struct sandbox_store *store, const char *id, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_BY_ID];
	sandbox_store_bind_text(statement, 1, id);
	return find(statement, order);
}

enum sandbox_found sandbox_store_order_by_number(
	struct sandbox_store *store, int64_t merchant, const char *number, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_BY_NUMBER];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_store_bind_text(statement, 2, number);
	return find(statement, order);
}

enum sandbox_found sandbox_store_order_due(struct sandbox_store *store, int64_t now, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_DUE];
	sqlite3_bind_int64(statement, 1, now);
	return find(statement, order);
}

enum sandbox_found sandbox_store_order_of_subscription(
	struct sandbox_store *store, int64_t merchant, const char *subscription, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_OF_SUBSCRIPTION];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_store_bind_text(statement, 2, subscription);
	return find(statement, order);
}

enum sandbox_found sandbox_store_order_next(struct sandbox_store *store, int64_t row, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_NEXT];
	sqlite3_bind_int64(statement, 1, row);
	return find(statement, order);
}

enum sandbox_found sandbox_store_order_insert(struct sandbox_store *store, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_INSERT];
	bind_order(statement, order);
	int status = sandbox_store_run(statement);
	if (status == SQLITE_CONSTRAINT) {
		return SANDBOX_NOT_FOUND;
	}
	order->row = sqlite3_last_insert_rowid(store->database);
	return status == SQLITE_DONE ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}

bool sandbox_store_order_update(struct sandbox_store *store, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_UPDATE];
	bind_order(statement, order);
	sqlite3_bind_int64(statement, sqlite3_bind_parameter_count(statement), order->row);
	return sandbox_store_run(statement) == SQLITE_DONE && sqlite3_changes(store->database) == 1;
}
