#ifndef SANDBOX_STORE_SQLITE_H
#define SANDBOX_STORE_SQLITE_H

#include "base/secret.h"
#include "store/database.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* SQLite for the sources of this folder. No other file includes this one. */

struct sandbox_merchant;

enum sandbox_statement {
	SANDBOX_SQL_BEGIN,
	SANDBOX_SQL_COMMIT,
	SANDBOX_SQL_SAVEPOINT,
	SANDBOX_SQL_RELEASE,
	SANDBOX_SQL_ROLLBACK,
	SANDBOX_SQL_ORDER_BY_ID,
	SANDBOX_SQL_ORDER_BY_NUMBER,
	SANDBOX_SQL_ORDER_BY_SUBSCRIPTION,
	SANDBOX_SQL_ORDER_BY_ORIGINAL,
	SANDBOX_SQL_ORDER_BY_TRANSACTION,
	SANDBOX_SQL_ORDER_AFTER,
	SANDBOX_SQL_ORDER_NEXT_DUE,
	SANDBOX_SQL_ORDER_INSERT,
	SANDBOX_SQL_ORDER_UPDATE,
	SANDBOX_SQL_OPERATION_INSERT,
	SANDBOX_SQL_OPERATION_BY_REFUND_ID,
	SANDBOX_SQL_OPERATION_LIST,
	SANDBOX_SQL_OPERATION_SUMS,
	SANDBOX_SQL_ORDER_COUNT,
	SANDBOX_SQL_BINDING_BY_ID,
	SANDBOX_SQL_BINDING_TWIN,
	SANDBOX_SQL_BINDING_INSERT,
	SANDBOX_SQL_BINDING_UPDATE,
	SANDBOX_SQL_BINDING_LIST_BY_CLIENT,
	SANDBOX_SQL_BINDING_LIST_BY_CARD,
	SANDBOX_SQL_TASK_BY_ID,
	SANDBOX_SQL_TASK_BY_MERCHANT_ID,
	SANDBOX_SQL_TASK_NEXT_DUE,
	SANDBOX_SQL_TASK_EARLIEST_DUE,
	SANDBOX_SQL_TASK_INSERT,
	SANDBOX_SQL_TASK_UPDATE,
	SANDBOX_SQL_TASK_ATTEMPT_INSERT,
	SANDBOX_SQL_TASK_ATTEMPT_LIST,
	SANDBOX_SQL_TASK_SKIP_INSERT,
	SANDBOX_SQL_TASK_SKIP_FIND,
	SANDBOX_SQL_MAIL_BEFORE,
	SANDBOX_SQL_MAIL_INSERT,
	SANDBOX_SQL_CALLBACK_BY_ROW,
	SANDBOX_SQL_CALLBACK_AFTER,
	SANDBOX_SQL_CALLBACK_OF_ORDER,
	SANDBOX_SQL_CALLBACK_BEFORE,
	SANDBOX_SQL_CALLBACK_DUE,
	SANDBOX_SQL_CALLBACK_TURN_DUE,
	SANDBOX_SQL_CALLBACK_WAITING,
	SANDBOX_SQL_CALLBACK_LAST_TURN,
	SANDBOX_SQL_CALLBACK_NEXT_DUE,
	SANDBOX_SQL_PAYMENT_NEXT_DUE,
	SANDBOX_SQL_CALLBACK_INSERT,
	SANDBOX_SQL_CALLBACK_UPDATE,
	SANDBOX_STATEMENTS,
};

struct sandbox_store {
	sqlite3 *database;
	pthread_mutex_t mutex;
	sqlite3_stmt *statements[SANDBOX_STATEMENTS];
	unsigned char key[SANDBOX_KEY_SIZE];
	struct sandbox_merchant *merchants;
	size_t merchant_count;
	_Atomic int64_t task_due_at; /* when the first task is due; 0: none */
	int log;                     /* SQLite's write-ahead log, opened a second time; -1: in memory */
	bool grouped;                /* a transaction of SQLite's is open, which those of the store share */
	bool lazy;                   /* nobody waits until the current transaction is on disk */
	unsigned before;             /* SQLite's count of changes, which may wrap, when it began */
	unsigned lazy_changes;       /* of those that ended */
	atomic_uint changes;         /* for whose disk somebody waits */
	atomic_uint durable;         /* as many of them are on disk for certain */
	bool due_changed;            /* by the current transaction: its commit tells the listener */
	void (*listen)(void *context);
	void *listen_context;
};

/* These print SQLite's message if they fail. */
bool sandbox_sqlite_execute(struct sandbox_store *store, const char *sql);
bool sandbox_sqlite_prepare(struct sandbox_store *store, enum sandbox_statement which, const char *sql);

struct sandbox_query {
	enum sandbox_statement which;
	const char *sql;
};
bool sandbox_sqlite_prepare_all(struct sandbox_store *store, const struct sandbox_query *queries, size_t count);

/* A statement for one use, which the caller finalizes; NULL if it cannot be prepared. */
sqlite3_stmt *sandbox_sqlite_prepare_once(struct sandbox_store *store, const char *sql);

/* Adds a column unless the table has it. */
bool sandbox_sqlite_add_column(struct sandbox_store *store, const char *table, const char *name, const char *type);

/* Binds a text, or NULL. The text must live until the statement is run. */
void sandbox_sqlite_bind_text(sqlite3_stmt *statement, int at, const char *text);

/* The text of a column; empty for NULL. */
void sandbox_sqlite_copy_text(sqlite3_stmt *row, int column, char *to, size_t size);

/* Run a statement that returns no rows, and return SQLite's status. run_once also finalizes it, and accepts NULL. */
int sandbox_sqlite_run(sqlite3_stmt *statement);
int sandbox_sqlite_run_once(sqlite3_stmt *statement);

/* Fills a struct from a result row. */
typedef void sandbox_sqlite_reader(sqlite3_stmt *row, void *record);

/* Reads the first result row. */
enum sandbox_found sandbox_sqlite_find(sqlite3_stmt *statement, sandbox_sqlite_reader *read, void *record);

/* The same, and finalizes the statement, which may be NULL. */
enum sandbox_found sandbox_sqlite_find_once(sqlite3_stmt *statement, sandbox_sqlite_reader *read, void *record);

/*
 * Reads all result rows into an array of structs of that size, which the caller frees. *complete is false if something
 * failed.
 */
void *sandbox_sqlite_list(
	sqlite3_stmt *statement, sandbox_sqlite_reader *read, size_t size, size_t *count, bool *complete);

#endif
