/* Tables whose SQL is written from columns. */
#include "store/records.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SQL_SIZE 4096

/* A statement under construction. */
struct sql_text {
	char text[SQL_SIZE];
	size_t size;
};

__attribute__((format(printf, 2, 3))) static void append_sql(struct sql_text *sql, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int size = vsnprintf(sql->text + sql->size, SQL_SIZE - sql->size, format, arguments);
	va_end(arguments);
	sql->size += (size_t)size;
	if (sql->size >= SQL_SIZE) {
		abort(); /* the columns outgrew the buffer: a programming error, seen at the first start */
	}
}

/* Appends "a, b, c", the names. */
static void append_names(struct sql_text *sql, const struct sandbox_column *columns)
{
	for (const struct sandbox_column *column = columns; column->name; column++) {
		append_sql(sql, "%s%s", column == columns ? "" : ", ", column->name);
	}
}

static const char *type_of(const struct sandbox_column *column)
{
	return column->kind == SANDBOX_COLUMN_NUMBER ? "INTEGER NOT NULL DEFAULT 0" : "TEXT";
}

/* A new table is created with all its columns: SQLite reads the whole schema anew for each that is added. */
bool sandbox_records_create(struct sandbox_store *store, const char *table, const struct sandbox_column *columns)
{
	struct sql_text sql = {.size = 0};
	append_sql(&sql, "CREATE TABLE IF NOT EXISTS %s (row INTEGER PRIMARY KEY", table);
	for (const struct sandbox_column *column = columns; column->name; column++) {
		append_sql(&sql, ", %s %s", column->name, type_of(column));
	}
	append_sql(&sql, ")");
	bool created = sandbox_sqlite_execute(store, sql.text);
	for (const struct sandbox_column *column = columns; created && column->name; column++) {
		created = sandbox_sqlite_add_column(store, table, column->name, type_of(column));
	}
	return created;
}

static struct sql_text select_sql(const char *table, const struct sandbox_column *columns, const char *condition)
{
	struct sql_text sql = {.size = 0};
	append_sql(&sql, "SELECT ");
	append_names(&sql, columns);
	append_sql(&sql, ", row FROM %s WHERE %s", table, condition);
	return sql;
}

bool sandbox_records_prepare_select(struct sandbox_store *store, enum sandbox_statement which, const char *table,
	const struct sandbox_column *columns, const char *condition)
{
	struct sql_text sql = select_sql(table, columns, condition);
	return sandbox_sqlite_prepare(store, which, sql.text);
}

sqlite3_stmt *sandbox_records_select_once(
	struct sandbox_store *store, const char *table, const struct sandbox_column *columns, const char *condition)
{
	struct sql_text sql = select_sql(table, columns, condition);
	return sandbox_sqlite_prepare_once(store, sql.text);
}

bool sandbox_records_prepare_insert(
	struct sandbox_store *store, enum sandbox_statement which, const char *table, const struct sandbox_column *columns)
{
	struct sql_text sql = {.size = 0};
	append_sql(&sql, "INSERT INTO %s (", table);
	append_names(&sql, columns);
	append_sql(&sql, ") VALUES (");
	for (const struct sandbox_column *column = columns; column->name; column++) {
		append_sql(&sql, column == columns ? "?" : ", ?");
	}
	append_sql(&sql, ")");
	return sandbox_sqlite_prepare(store, which, sql.text);
}

bool sandbox_records_prepare_update(
	struct sandbox_store *store, enum sandbox_statement which, const char *table, const struct sandbox_column *columns)
{
	struct sql_text sql = {.size = 0};
	const char *separator = "";
	int at = 1;
	append_sql(&sql, "UPDATE %s SET ", table);
	for (const struct sandbox_column *column = columns; column->name; column++, at++) {
		if (!column->fixed) {
			append_sql(&sql, "%s%s = ?%d", separator, column->name, at);
			separator = ", ";
		}
	}
	append_sql(&sql, " WHERE row = ?%d", at);
	return sandbox_sqlite_prepare(store, which, sql.text);
}

void sandbox_records_read(sqlite3_stmt *row, const struct sandbox_column *columns, void *record, int64_t *row_number)
{
	int at = 0;
	for (const struct sandbox_column *column = columns; column->name; column++, at++) {
		if (column->kind == SANDBOX_COLUMN_NUMBER) {
			*sandbox_column_number(record, column) = sqlite3_column_int64(row, at);
			continue;
		}
		const char *text = (const char *)sqlite3_column_text(row, at);
		*sandbox_column_text(record, column) = text ? strdup(text) : NULL;
	}
	*row_number = sqlite3_column_int64(row, at);
}

static void bind_columns(sqlite3_stmt *statement, const struct sandbox_column *columns, const void *record)
{
	int at = 1;
	for (const struct sandbox_column *column = columns; column->name; column++, at++) {
		if (column->kind == SANDBOX_COLUMN_NUMBER) {
			sqlite3_bind_int64(statement, at, *sandbox_column_number((void *)record, column));
		} else {
			sandbox_sqlite_bind_text(statement, at, *sandbox_column_text((void *)record, column));
		}
	}
}

enum sandbox_found sandbox_records_insert(struct sandbox_store *store, enum sandbox_statement which,
	const struct sandbox_column *columns, const void *record, int64_t *row_number)
{
	sqlite3_stmt *statement = store->statements[which];
	bind_columns(statement, columns, record);
	int status = sandbox_sqlite_run(statement);
	if (status == SQLITE_CONSTRAINT) {
		return SANDBOX_NOT_FOUND;
	}
	*row_number = sqlite3_last_insert_rowid(store->database);
	return status == SQLITE_DONE ? SANDBOX_FOUND : SANDBOX_STORE_FAILED;
}

bool sandbox_records_update(struct sandbox_store *store, enum sandbox_statement which,
	const struct sandbox_column *columns, const void *record, int64_t row_number)
{
	sqlite3_stmt *statement = store->statements[which];
	bind_columns(statement, columns, record);
	sqlite3_bind_int64(statement, sqlite3_bind_parameter_count(statement), row_number);
	return sandbox_sqlite_run(statement) == SQLITE_DONE && sqlite3_changes(store->database) == 1;
}
