#ifndef SANDBOX_STORE_RECORDS_H
#define SANDBOX_STORE_RECORDS_H

#include "model/column.h"
#include "store/sqlite.h"

/* Tables whose SQL is generated from columns: a new member of the struct needs a row there and no SQL. */

/* Creates the table, or adds the columns that a file of an older sandbox lacks. */
bool sandbox_records_create(struct sandbox_store *store, const char *table, const struct sandbox_column *columns);

/* Prepare SELECT … WHERE condition, which returns the columns and the row number; INSERT; UPDATE. */
bool sandbox_records_prepare_select(struct sandbox_store *store, enum sandbox_statement which, const char *table,
	const struct sandbox_column *columns, const char *condition);
bool sandbox_records_prepare_insert(
	struct sandbox_store *store, enum sandbox_statement which, const char *table, const struct sandbox_column *columns);
bool sandbox_records_prepare_update(
	struct sandbox_store *store, enum sandbox_statement which, const char *table, const struct sandbox_column *columns);

/* Such a SELECT for one use, which the caller finalizes; NULL if it cannot be prepared. */
sqlite3_stmt *sandbox_records_select_once(
	struct sandbox_store *store, const char *table, const struct sandbox_column *columns, const char *condition);

/* Fills a struct from a row of such a SELECT. Its texts are allocated. */
void sandbox_records_read(sqlite3_stmt *row, const struct sandbox_column *columns, void *record, int64_t *row_number);

/* Runs such an INSERT. NOT_FOUND says that a unique index rejects the record. */
enum sandbox_found sandbox_records_insert(struct sandbox_store *store, enum sandbox_statement which,
	const struct sandbox_column *columns, const void *record, int64_t *row_number);

/* Runs such an UPDATE. */
bool sandbox_records_update(struct sandbox_store *store, enum sandbox_statement which,
	const struct sandbox_column *columns, const void *record, int64_t row_number);

#endif
