/*
 * Many transactions, one wait for the disk. Those of the store are savepoints in one of SQLite's. Whoever answers
 * commits that one, which writes SQLite's log, and syncs the log: for itself and for all that ended before. SQLite
 * itself syncs the log before it moves anything out of it.
 */
#include "store/durable.h"

#include "store/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn static void fail(const char *why)
{
	fprintf(stderr, "sandbox: the database failed: %s\n", why);
	_exit(EXIT_FAILURE);
}

bool sandbox_durable_open(struct sandbox_store *store)
{
	const char *path = sqlite3_db_filename(store->database, "main");
	if (!path || !path[0]) {
		return true;
	}
	const char *log = sqlite3_filename_wal(path);
	store->log = open(log, O_RDWR | O_CLOEXEC);
	if (store->log < 0) {
		fprintf(stderr, "sandbox: %s: %s\n", log, strerror(errno));
	}
	return store->log >= 0;
}

void sandbox_durable_close(struct sandbox_store *store)
{
	if (store->log >= 0) {
		sandbox_store_flush(store);
		close(store->log);
	}
}

bool sandbox_durable_group(struct sandbox_store *store)
{
	/* In memory the savepoint is the transaction. */
	if (store->log < 0) {
		return true;
	}
	if (!store->grouped) {
		store->grouped = sandbox_sqlite_run(store->statements[SANDBOX_SQL_BEGIN]) == SQLITE_DONE;
	}
	return store->grouped;
}

void sandbox_durable_spare(struct sandbox_store *store)
{
	store->lazy = true;
	store->before = (unsigned)sqlite3_total_changes(store->database);
}

/* An error that rolls back more than a savepoint has undone what others rely on. */
static void count_changes(struct sandbox_store *store)
{
	unsigned changes = (unsigned)sqlite3_total_changes(store->database);
	if (store->grouped && sqlite3_get_autocommit(store->database)) {
		fail("it undid transactions that had ended");
	}
	if (store->lazy) {
		store->lazy_changes += changes - store->before;
		store->lazy = false;
	}
	atomic_store(&store->changes, changes - store->lazy_changes);
}

void sandbox_store_lock(struct sandbox_store *store)
{
	pthread_mutex_lock(&store->mutex);
}

void sandbox_store_unlock(struct sandbox_store *store)
{
	count_changes(store);
	pthread_mutex_unlock(&store->mutex);
}

void sandbox_store_flush(struct sandbox_store *store)
{
	sandbox_store_lock(store);
	if (store->grouped && sandbox_sqlite_run(store->statements[SANDBOX_SQL_COMMIT]) != SQLITE_DONE) {
		fail(sqlite3_errmsg(store->database));
	}
	store->grouped = false;
	sandbox_store_unlock(store);
}

/* Counts that may have wrapped. */
static bool is_behind(unsigned count, unsigned other)
{
	return (int)(other - count) > 0;
}

unsigned sandbox_store_mark(struct sandbox_store *store)
{
	return atomic_load(&store->changes);
}

bool sandbox_store_is_durable(struct sandbox_store *store, unsigned mark)
{
	return store->log < 0 || !is_behind(atomic_load(&store->durable), mark);
}

void sandbox_store_sync(struct sandbox_store *store)
{
	unsigned mark = sandbox_store_mark(store), durable = atomic_load(&store->durable);
	if (sandbox_store_is_durable(store, mark)) {
		return;
	}
	sandbox_store_flush(store);
	if (fdatasync(store->log) != 0) {
		fail(strerror(errno));
	}
	while (is_behind(durable, mark) && !atomic_compare_exchange_weak(&store->durable, &durable, mark)) {
	}
}
