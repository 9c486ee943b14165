/* SQLite: statements, their parameters, and the rows that they answer. */
#include "store/sqlite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool print_error(struct sandbox_store *store)
{
	fprintf(stderr, "sandbox: %s\n", sqlite3_errmsg(store->database));
	return false;
}

bool sandbox_sqlite_execute(struct sandbox_store *store, const char *sql)
{
	return sqlite3_exec(store->database, sql, NULL, NULL, NULL) == SQLITE_OK || print_error(store);
}

bool sandbox_sqlite_prepare(struct sandbox_store *store, enum sandbox_statement which, const char *sql)
{
	int status =
		sqlite3_prepare_v3(store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &store->statements[which], NULL);
	return status == SQLITE_OK || print_error(store);
}

bool sandbox_sqlite_prepare_all(struct sandbox_store *store, const struct sandbox_query *queries, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!sandbox_sqlite_prepare(store, queries[i].which, queries[i].sql)) {
			return false;
		}
	}
	return true;
}

sqlite3_stmt *sandbox_sqlite_prepare_once(struct sandbox_store *store, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL);
	return statement;
}

bool sandbox_sqlite_add_column(struct sandbox_store *store, const char *table, const char *name, const char *type)
{
	char sql[256];
	if (sqlite3_table_column_metadata(store->database, "main", table, name, NULL, NULL, NULL, NULL, NULL) ==
		SQLITE_OK) {
		return true;
	}
	snprintf(sql, sizeof sql, "ALTER TABLE %s ADD COLUMN %s %s", table, name, type);
	return sandbox_sqlite_execute(store, sql);
}

void sandbox_sqlite_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
	sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

void sandbox_sqlite_copy_text(sqlite3_stmt *row, int column, char *to, size_t size)
{
	const char *text = (const char *)sqlite3_column_text(row, column);
	snprintf(to, size, "%s", text ? text : "");
}

int sandbox_sqlite_run(sqlite3_stmt *statement)
{
	int status = sqlite3_step(statement);
	sqlite3_reset(statement);
	return status;
}

int sandbox_sqlite_run_once(sqlite3_stmt *statement)
{
	int status = statement ? sqlite3_step(statement) : SQLITE_ERROR;
	sqlite3_finalize(statement);
	return status;
}

enum sandbox_found sandbox_sqlite_find(sqlite3_stmt *statement, sandbox_sqlite_reader *read, void *record)
{
	int status = sqlite3_step(statement);
	if (status == SQLITE_ROW) {
		read(statement, record);
	}
	sqlite3_reset(statement);
	if (status == SQLITE_ROW) {
		return SANDBOX_FOUND;
	}
	return status == SQLITE_DONE ? SANDBOX_NOT_FOUND : SANDBOX_STORE_FAILED;
}

enum sandbox_found sandbox_sqlite_find_once(sqlite3_stmt *statement, sandbox_sqlite_reader *read, void *record)
{
	enum sandbox_found found = statement ? sandbox_sqlite_find(statement, read, record) : SANDBOX_STORE_FAILED;
	sqlite3_finalize(statement);
	return found;
}

void *sandbox_sqlite_list(
	sqlite3_stmt *statement, sandbox_sqlite_reader *read, size_t size, size_t *count, bool *complete)
{
	char *records = NULL;
	int status;
	*count = 0;
	while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
		char *more = realloc(records, (*count + 1) * size);
		if (!more) {
			break;
		}
		records = more;
		read(statement, records + (*count)++ * size);
	}
	sqlite3_reset(statement);
	*complete = status == SQLITE_DONE;
	return records;
}

const unsigned char *sandbox_store_key(const struct sandbox_store *store)
{
	return store->key;
}
