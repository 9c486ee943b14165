#ifndef SANDBOX_STORE_SQLITE_H
#define SANDBOX_STORE_SQLITE_H

#include "store/store.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>

/* Included by the store_*.c files only. */

enum sandbox_statement {
	SANDBOX_SQL_BEGIN,
	SANDBOX_SQL_COMMIT,
	SANDBOX_SQL_ROLLBACK,
	SANDBOX_SQL_ORDER_BY_ID,
	SANDBOX_SQL_ORDER_BY_NUMBER,
	SANDBOX_SQL_ORDER_DUE,
	SANDBOX_SQL_ORDER_NEXT,
	SANDBOX_SQL_ORDER_OF_SUBSCRIPTION,
	SANDBOX_SQL_ORDER_INSERT,
	SANDBOX_SQL_ORDER_UPDATE,
	SANDBOX_SQL_OPERATION_INSERT,
	SANDBOX_SQL_REFUND,
	SANDBOX_SQL_OPERATIONS,
	SANDBOX_SQL_BOOKS,
	SANDBOX_SQL_ORDER_COUNT,
	SANDBOX_SQL_BINDING,
	SANDBOX_SQL_BINDING_TWIN,
	SANDBOX_SQL_BINDING_INSERT,
	SANDBOX_SQL_BINDING_UPDATE,
	SANDBOX_SQL_BINDINGS_OF_CLIENT,
	SANDBOX_SQL_BINDINGS_OF_CARD,
	SANDBOX_SQL_TASK_BY_ID,
	SANDBOX_SQL_TASK_BY_MERCHANT_ID,
	SANDBOX_SQL_TASK_DUE,
	SANDBOX_SQL_TASK_FIRST_DUE,
	SANDBOX_SQL_TASK_INSERT,
	SANDBOX_SQL_TASK_UPDATE,
	SANDBOX_SQL_TASK_ATTEMPT_INSERT,
	SANDBOX_SQL_TASK_ATTEMPTS,
	SANDBOX_SQL_TASK_SKIP,
	SANDBOX_SQL_TASK_SKIPPED,
	SANDBOX_STATEMENTS,
};

struct sandbox_store {
	sqlite3 *database;
	pthread_mutex_t mutex;
	sqlite3_stmt *statements[SANDBOX_STATEMENTS];
	unsigned char key[SANDBOX_KEY_SIZE];
	struct sandbox_merchant *merchants;
	size_t merchant_count;
	_Atomic int64_t task_due_at; /* when the first task is due; 0: none is */
};

/* These print what SQLite says when they fail. */
bool sandbox_store_prepare(struct sandbox_store *store, enum sandbox_statement which, const char *sql);
bool sandbox_store_execute(struct sandbox_store *store, const char *sql);

/* Adds a column that a store of an older sandbox lacks; the name followed by its type. */
bool sandbox_store_widen(struct sandbox_store *store, const char *table, const char *name, const char *type);

/* Creates or widens the tables of one topic, and prepares its statements. */
bool sandbox_store_open_meta(struct sandbox_store *store);
bool sandbox_store_open_merchants(struct sandbox_store *store);
bool sandbox_store_open_orders(struct sandbox_store *store);
bool sandbox_store_open_operations(struct sandbox_store *store);
bool sandbox_store_open_bindings(struct sandbox_store *store);
bool sandbox_store_open_tasks(struct sandbox_store *store);

/* Looks up again when the first task is due: after every change, and after one that was taken back. */
void sandbox_store_look_for_tasks(struct sandbox_store *store);

/* Steps a statement that answers no row, and makes it ready for its next use. */
int sandbox_store_run(sqlite3_stmt *statement);

/* A NULL text is a NULL in the store. The text must live until the statement is run. */
void sandbox_store_bind_text(sqlite3_stmt *statement, int at, const char *text);

#endif
